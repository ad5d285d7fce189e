"""From what the server handed over to what can be filed: each mail in its own guarded step."""

import hashlib
import logging
from dataclasses import dataclass

from shopdesk.domain.errors import MailRefused
from shopdesk.domain.message import Fetched, Mail
from shopdesk.services.ports import ReadMail

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A mail as it came, with its reading or the reason why there is none."""

    fetched: Fetched
    mail: Mail | None
    sha256: str = ""
    """Of the raw bytes; empty while only the beginning is here."""
    set_aside: str = ""
    """Why it cannot be read; empty also for a beginning that was too short to be read."""


def sha256_of(raw: bytes) -> str:
    """The key of a raw mail in the archive."""
    return hashlib.sha256(raw).hexdigest()


def arrived(fetched: Fetched, read: ReadMail, sha256: str = "") -> Arrived:
    """Read one mail (its hash may be known already); whatever is wrong with it stays with it."""
    if fetched.whole and not sha256:
        sha256 = sha256_of(fetched.raw)
    try:
        return Arrived(fetched, read(fetched.raw, whole=fetched.whole), sha256)
    except MailRefused as refused:
        reason = str(refused)
    except Exception as bug:  # noqa: BLE001 - one mail that breaks the reader must not stop the others
        _log.error("the reader failed on one mail: %s", type(bug).__name__, exc_info=bug)
        reason = f"the reader failed: {type(bug).__name__}"
    return Arrived(fetched, None, sha256, reason if fetched.whole else "")
