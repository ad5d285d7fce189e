"""The bytes behind a message: its raw mail and the files in it."""

from shopdesk.domain.errors import MailRefused, NotFound
from shopdesk.domain.ids import MessageId
from shopdesk.services.ports import ReadAttachment, Store


class Attachments:
    """Reads files out of the archived raw mails when somebody asks for them."""

    def __init__(self, store: Store, read_attachment: ReadAttachment) -> None:
        self._store = store
        self._read = read_attachment

    def raw(self, message: MessageId) -> bytes:
        """The mail exactly as the server gave it; raises `NotFound` while only its beginning is here."""
        with self._store.reading() as work:
            sha256 = work.mails.sha256_of(message)
        return self._store.archive.get(sha256)

    def content(self, message: MessageId, number: int) -> bytes:
        """One attachment, decoded; raises `NotFound`."""
        raw = self.raw(message)
        try:
            return self._read(raw, number)
        except MailRefused as refused:
            raise NotFound(f"attachment {number} of message {message}: {refused}") from refused
