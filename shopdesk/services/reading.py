"""From what the server handed over to what can be filed: each mail in its own guarded step."""

import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from shopdesk.domain.errors import MailRefused
from shopdesk.domain.message import Fetched, Mail, Remainder
from shopdesk.services.ports import ReadMail

_log = logging.getLogger(__name__)

Pack = Callable[[Sequence[bytes]], Sequence[object]]
"""Gives the forms in which an archive keeps raw mails, in their order."""

def _nowhere(raws: Sequence[bytes]) -> Sequence[object]:
    """For mails that are in the archive already."""
    return [None] * len(raws)


Reading = Mail | str
"""What reading one mail gave: its facts, or the reason why there are none."""


class Readers(Protocol):
    """Reads many mails, in this process or beside it."""

    def begin(self, mails: Sequence[tuple[bytes, bool]]) -> Callable[[], Sequence[Reading]]:
        """In: raw bytes, and whether they are the whole mail. Out: what waits for the readings, in the same order."""

    def get_ready(self, mails: int = 0) -> None:
        """There will be about so many mails to read soon: start what takes time to start. Returns at once."""

    def rest(self) -> None:
        """There is nothing to read for a while: let go of what costs memory."""


class ReadHere:
    """Reads in the calling process; whatever is wrong with a mail stays with it."""

    def __init__(self, read: ReadMail) -> None:
        self._read = read

    def begin(self, mails: Sequence[tuple[bytes, bool]]) -> Callable[[], list[Reading]]:
        """Read when the readings are asked for."""
        return lambda: self.read(mails)

    def read(self, mails: Sequence[tuple[bytes, bool]]) -> list[Reading]:
        """The readings in the same order."""
        return [self._reading(raw, whole) for raw, whole in mails]

    def get_ready(self, mails: int = 0) -> None:
        """Nothing takes time."""

    def rest(self) -> None:
        """Nothing is held."""

    def _reading(self, raw: bytes, whole: bool) -> Reading:  # noqa: FBT001 - the pair as it comes
        try:
            return self._read(raw, whole=whole)
        except MailRefused as refused:
            return str(refused)
        except Exception as bug:  # noqa: BLE001 - one mail that breaks the reader must not stop the others
            _log.error("the reader failed on one mail: %s", type(bug).__name__, exc_info=bug)
            return f"the reader failed: {type(bug).__name__}"


@dataclass(frozen=True, slots=True)
class Hashed:
    """A mail as it came, with the key under which the archive keeps it."""

    fetched: Fetched
    sha256: str
    """Of the raw bytes; empty while only the beginning is here."""
    remainder: Remainder | None = None
    """What the whole mail adds to the reading of its beginning, where nothing else has to be read."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A mail as it came, with its reading or the reason why there is none."""

    fetched: Fetched
    """Without the raw bytes, which nobody needs any more; `size` is theirs where they were the whole mail."""
    mail: Mail | None
    sha256: str = ""
    """As in `Hashed`."""
    set_aside: str = ""
    """Why it cannot be read; empty also for a beginning that could not be: the whole mail will tell."""
    packed: object = None
    """The raw bytes as the archive keeps them; None while only the beginning is here."""
    remainder: Remainder | None = None
    """As in `Hashed`; `mail` is None then."""

    @property
    def fingerprint(self) -> str:
        """Of the mail; empty when nothing could be read."""
        found = self.mail or self.remainder
        return found.fingerprint if found else ""


def hashed(
    fetched: Sequence[Fetched], remainder_of: Callable[[Fetched], Remainder | None] = lambda mail: None
) -> list[Hashed]:
    """Find the keys of the mails that are whole, and what they add to their beginnings."""
    return [
        Hashed(mail, hashlib.sha256(mail.raw).hexdigest() if mail.whole else "", remainder_of(mail)) for mail in fetched
    ]


def arrived(fetched: Sequence[Fetched], readers: Readers, pack: Pack = _nowhere) -> list[Arrived]:
    """Read, hash and pack mails; the latter go on while others read."""
    readings = _begun(fetched, readers)
    return _put_together(hashed(fetched), readings, pack)


def read_hashed(mails: Sequence[Hashed], readers: Readers, pack: Pack) -> list[Arrived]:
    """Read those mails that add more than a remainder, and pack all of them meanwhile."""
    begun = _begun([mail.fetched for mail in mails if mail.remainder is None], readers)

    def readings() -> list[Reading | Remainder]:
        others = iter(begun())
        return [mail.remainder or next(others) for mail in mails]

    return _put_together(mails, readings, pack)


def _begun(fetched: Sequence[Fetched], readers: Readers) -> Callable[[], Sequence[Reading]]:
    return readers.begin([(mail.raw, mail.whole) for mail in fetched])


def _put_together(
    mails: Sequence[Hashed], readings: Callable[[], Sequence[Reading | Remainder]], pack: Pack
) -> list[Arrived]:
    packed = iter(pack([mail.fetched.raw for mail in mails if mail.fetched.whole]))
    forms = [next(packed) if mail.fetched.whole else None for mail in mails]
    return [_arrived(*one) for one in zip(mails, forms, readings(), strict=True)]


def _arrived(mail: Hashed, packed: object, reading: Reading | Remainder) -> Arrived:
    whole = mail.fetched.whole
    fetched = replace(mail.fetched, raw=b"", size=len(mail.fetched.raw) if whole else mail.fetched.size)
    if isinstance(reading, Mail):
        return Arrived(fetched, reading, mail.sha256, "", packed)
    if isinstance(reading, Remainder):
        return Arrived(fetched, None, mail.sha256, "", packed, reading)
    return Arrived(fetched, None, mail.sha256, reading if whole else "", packed)
