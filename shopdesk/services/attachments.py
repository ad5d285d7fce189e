"""The bytes behind a message: its raw mail and the files in it, and where a person wants them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from shopdesk.domain.errors import MailRefused, NotFound
from shopdesk.domain.file_risk import FileRisk
from shopdesk.domain.ids import MessageId
from shopdesk.domain.message import Attachment
from shopdesk.services.ports import ReadAttachment, Store

JudgeFile = Callable[[Attachment, bytes], FileRisk]


class FilePlaces(Protocol):
    """Writes files of strangers, marked as such; raises `FileNotSaved`, `DiskFull`."""

    def put(self, path: Path, content: bytes) -> None:
        """Where a person chose."""

    def add(self, folder: Path, name: str, content: bytes) -> Path:
        """Into a folder, never over another file."""

    def lend(self, name: str, content: bytes) -> Path:
        """For another program to read."""

    def give(self, name: str, content: bytes) -> Path:
        """For another program to copy and change."""


class Attachments:
    """Reads files out of the archived raw mails when somebody asks for them."""

    def __init__(self, store: Store, read_attachment: ReadAttachment, judge: JudgeFile, places: FilePlaces) -> None:
        self._store = store
        self._read = read_attachment
        self._judge = judge
        self._places = places

    # --- reading ------------------------------------------------------------------------------------

    def raw(self, message: MessageId) -> bytes:
        """The mail exactly as the server gave it; raises `NotFound` while only its beginning is here."""
        with self._store.reading() as work:
            sha256 = work.mails.sha256_of(message)
        return self._store.archive.get(sha256)

    def content(self, message: MessageId, number: int) -> bytes:
        """One attachment, decoded; raises `NotFound`."""
        return self._decoded(self.raw(message), message, number)

    def risk(self, message: MessageId, attachment: Attachment) -> FileRisk:
        """What opening it could do; the whole file is looked at."""
        return self._judge(attachment, self.content(message, attachment.number))

    # --- handing out --------------------------------------------------------------------------------

    def lend(self, message: MessageId, attachment: Attachment) -> Path:
        """A private copy for the system's program to open."""
        return self._places.lend(attachment.name, self.content(message, attachment.number))

    def give(self, message: MessageId, attachment: Attachment) -> Path:
        """A private copy that a person drags to where they want a copy of it."""
        return self._places.give(attachment.name, self.content(message, attachment.number))

    def lend_page(self, name: str, page: str) -> Path:
        """A private copy of a page for the browser."""
        return self._places.lend(name, page.encode("utf-8"))

    def save(self, message: MessageId, attachment: Attachment, path: Path) -> None:
        """Write one attachment where a person chose."""
        self._places.put(path, self.content(message, attachment.number))

    def save_all(self, message: MessageId, attachments: Sequence[Attachment], folder: Path) -> Sequence[Path]:
        """Write attachments into a folder: as many files as attachments, none over another. Out: their paths."""
        raw = self.raw(message)
        return [
            self._places.add(folder, attachment.name, self._decoded(raw, message, attachment.number))
            for attachment in attachments
        ]

    def save_raw(self, message: MessageId, path: Path) -> None:
        """Write the mail exactly as the server gave it."""
        self._places.put(path, self.raw(message))

    def _decoded(self, raw: bytes, message: MessageId, number: int) -> bytes:
        try:
            return self._read(raw, number)
        except MailRefused as refused:
            raise NotFound(f"attachment {number} of message {message}: {refused}") from refused
