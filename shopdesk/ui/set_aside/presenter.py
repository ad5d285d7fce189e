"""The list of mails that were set aside, without Qt: what is known of each, and what can be done."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from email.header import decode_header, make_header
from email.parser import HeaderParser
from email.utils import parseaddr
from enum import Enum
from pathlib import Path
from typing import Protocol

from shopdesk.domain.errors import FileNotSaved
from shopdesk.domain.ids import MailboxId, PlaceId
from shopdesk.domain.message import SetAsideMail
from shopdesk.jobs.lane import WorkLane
from shopdesk.jobs.link import RetrySetAside
from shopdesk.ui.desk import Desk

_HEADER_SIGNS = 4_000
_SHOWN_SIGNS = 200


class Reason(Enum):
    """Why a mail could not be read."""

    TOO_NESTED = "too_nested"
    TOO_MANY_PARTS = "too_many_parts"
    LONG_HEADERS = "long_headers"
    TOO_SLOW = "too_slow"
    READER_FAILED = "reader_failed"
    OTHER = "other"


_WORDS = {
    "nested": Reason.TOO_NESTED,
    "parts": Reason.TOO_MANY_PARTS,
    "boundary": Reason.TOO_MANY_PARTS,
    "header": Reason.LONG_HEADERS,
    "time": Reason.TOO_SLOW,
    "seconds": Reason.TOO_SLOW,
    "failed": Reason.READER_FAILED,
    "reader": Reason.READER_FAILED,
}
"""A word of the reader's own phrase for each; the first one that occurs counts."""


@dataclass(frozen=True, slots=True)
class Line:
    """One mail that was set aside, as far as it is known."""

    place: PlaceId
    sender: str
    subject: str
    """Both empty when the mail does not say it readably."""
    reason: Reason
    detail: str
    """The reader's own phrase, in English."""
    size: int
    """Bytes."""
    received_at: datetime
    mailbox: str
    folder: str
    address: str
    uid: int
    has_bytes: bool
    """False when the raw bytes are not here (yet)."""
    is_trying: bool = False


class SetAsideView(Protocol):
    """The dialog."""

    def show_lines(self, lines: Sequence[Line]) -> None: ...
    def show_saved(self, name: str) -> None: ...
    def show_failure(self, error: Exception) -> None: ...


def line_of(mail: SetAsideMail, addresses: Mapping[MailboxId, tuple[str, str]]) -> Line:
    """What is known of a mail. In: address and shown name of each mailbox."""
    sender, subject = _face(mail.beginning)
    address, shown = addresses.get(mail.mailbox_id, ("", ""))
    reason = next((reason for word, reason in _WORDS.items() if word in mail.reason), Reason.OTHER)
    return Line(
        mail.place_id, sender, subject, reason, mail.reason, mail.size, mail.received_at, shown, mail.folder,
        address, mail.uid, has_bytes=bool(mail.sha256),
    )  # fmt: skip


def _face(beginning: str) -> tuple[str, str]:
    """Sender and subject from the first lines of a mail; empty where there is no such header."""
    head = HeaderParser().parsestr(beginning[:_HEADER_SIGNS], headersonly=True)
    name, address = parseaddr(_decoded(head.get("From", "")))
    return (name or address)[:_SHOWN_SIGNS], _decoded(head.get("Subject", ""))[:_SHOWN_SIGNS]


def _decoded(value: object) -> str:
    """A header in plain words; as it is written when its encoding is broken, too."""
    text = " ".join(str(value).split())
    try:
        return str(make_header(decode_header(text)))
    except (ValueError, LookupError):
        return text


class SetAsidePresenter:
    """Reads the list in a lane, and asks the engine for another try."""

    def __init__(
        self, desk: Desk, reading: WorkLane, ask: Callable[[RetrySetAside], None], view: SetAsideView
    ) -> None:
        self._desk = desk
        self._reading = reading
        self._ask = ask
        self._view = view
        self._trying: set[PlaceId] = set()
        self.lines: Sequence[Line] = ()

    def look(self) -> None:
        """Read the list anew; what was being tried is done or failed again."""
        self._reading.submit(self._read, self._took, self._view.show_failure)

    def news(self) -> None:
        """The engine wrote something about mails set aside."""
        self._trying.clear()
        self.look()

    def retry(self, place: PlaceId | None = None) -> None:
        """Try to read one mail again, or (None) all of them."""
        self._trying |= {line.place for line in self.lines if line.has_bytes and place in (None, line.place)}
        self._ask(RetrySetAside(place))
        self._show()

    def save(self, line: Line, path: Path) -> None:
        """Write the exact bytes of a mail into a file."""

        def work() -> None:
            raw = self._desk.ledger.raw(line.address, line.folder, line.uid)
            try:
                path.write_bytes(raw)
            except OSError as problem:
                raise FileNotSaved(f"{path}: {problem.strerror}") from None

        self._reading.submit(work, lambda _: self._view.show_saved(path.name), self._view.show_failure)

    def _read(self) -> Sequence[Line]:
        addresses = {mailbox.id: (mailbox.address, mailbox.shown) for mailbox in self._desk.mailboxes.all()}
        return [line_of(mail, addresses) for mail in self._desk.ledger.set_aside()]

    def _took(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self._trying &= {line.place for line in lines}
        self._show()

    def _show(self) -> None:
        self._view.show_lines([replace(line, is_trying=line.place in self._trying) for line in self.lines])
