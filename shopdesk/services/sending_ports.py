"""The doors that answers go through: drafts, outbox, writing mails, handing them over, their copies on the server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime, timedelta

    from shopdesk.domain.connection import Credential
    from shopdesk.domain.draft import Draft, DraftFile
    from shopdesk.domain.filing import KnownMessage
    from shopdesk.domain.ids import ConversationId, DraftFileId, DraftId, MailboxId, MessageId, OutboxId
    from shopdesk.domain.mailbox import Mailbox
    from shopdesk.domain.outbox import FilesSent, NewOutboxItem, OutboxItem, OutboxState, RefusedRecipient
    from shopdesk.domain.outgoing import OutgoingMail


class DraftRepository(Protocol):
    """Unfinished replies."""

    def all(self) -> Sequence[Draft]: ...
    def get(self, draft: DraftId) -> Draft:
        """Raises `NotFound`."""

    def of(self, conversation: ConversationId, *, note: bool = False) -> Draft | None: ...
    def save(self, draft: Draft, at: datetime) -> DraftId:
        """A new one when its id is 0 (or gone); of one conversation the newer draft replaces the older."""

    def remove(self, draft: DraftId, *, keep_files: bool = False) -> None: ...
    def add_file(self, draft: DraftId, name: str, media_type: str, content: bytes) -> DraftFile: ...
    def content(self, file: DraftFileId) -> bytes:
        """Raises `NotFound`."""

    def remove_files(self, files: Sequence[DraftFileId]) -> None: ...
    def written(self, draft: Draft) -> str:
        """A draft as text, to be kept elsewhere."""

    def read_back(self, text: str) -> Draft:
        """The draft of such a text."""


class OutboxRepository(Protocol):
    """Mails on their way out; every change of state is a compare-and-set."""

    def add(self, item: NewOutboxItem) -> OutboxId: ...
    def items(self, states: Iterable[OutboxState], mailbox: MailboxId | None = None) -> Sequence[OutboxItem]: ...
    def of_conversation(self, conversation: ConversationId) -> Sequence[OutboxItem]: ...
    def get(self, item: OutboxId) -> OutboxItem:
        """Raises `NotFound`."""

    def raw(self, item: OutboxId) -> bytes:
        """The frozen bytes; raises `NotFound`, `DatabaseDamaged`."""

    def memories(self, item: OutboxId) -> tuple[str, str]:
        """The draft that it was, and what takes back the conversation's change of state."""

    def move(self, item: OutboxId, before: Sequence[OutboxState], after: OutboxState, now: datetime) -> bool:
        """False when its state is none of `before` any more."""

    def note(self, item: OutboxItem) -> None:
        """Write tries, looks, next try, problem, recipients and the answered mark."""

    def filed(self, message_ids: Sequence[str]) -> Mapping[str, KnownMessage | None]:
        """Which of these Message-IDs left from here, each with the message that it became, if it is on the desk."""

    def note_filed(self, message_id: str, message: MessageId) -> None: ...
    def forget_bytes(self, item: OutboxId) -> None: ...
    def next_due(self, mailbox: MailboxId) -> datetime | None: ...
    def counts(self) -> dict[OutboxState, int]: ...
    def release(self, now: datetime, longest: timedelta) -> int:
        """End every hold that was to last `longest` at most; out: how many."""


class MailWriting(Protocol):
    """Makes bytes of mails."""

    def write(self, mail: OutgoingMail) -> bytes:
        """Raises `InputRefused`."""

    def envelope(self, email: str) -> str:
        """An address in the form for SMTP; raises `InputRefused`."""

    def new_id(self, email: str) -> str:
        """A Message-ID that nobody else gives."""


class Delivery(Protocol):
    """One signed-in connection to a server that takes mails."""

    def begin(self, sender: str, recipients: Sequence[str], size: int) -> Sequence[RefusedRecipient]:
        """Out: whom the server does not take it for. After a failure nothing was given: `SendDelayed`, `SendRefused`,
        `MailTooLarge`, `ConnectionLost`."""

    def give(self, raw: bytes, about_to_give: Callable[[], None]) -> None:
        """Returns when the server took the mail; `AnswerLost`: nobody knows; any other failure: it did not.

        `about_to_give` is called right before the first byte that could make the server take it.
        """

    def close(self) -> None: ...


class PostOffice(Protocol):
    """Opens connections over which mails leave."""

    def open(self, mailbox: Mailbox, credential: Credential) -> Delivery:
        """Raises `ServerProblem`s."""


class SentSession(Protocol):
    """The part of an IMAP connection that looks after sent mails."""

    @property
    def files_sent(self) -> FilesSent:
        """Whether the provider puts a copy into Sent by itself."""

    def copies_of(self, folder: str, message_id: str) -> Sequence[int]:
        """UIDs of the mails that left with exactly this Message-ID, after a fresh look; raises `FolderGone`."""

    def file_copy(self, folder: str, raw: bytes, at: datetime) -> None:
        """Put a mail into a folder, as read; raises `ServerRefused`, `FolderGone`."""

    def mark_answered(self, folder: str, uidvalidity: int, uid: int) -> None:
        """Set \\Answered, unless the folder is another one now."""

    def close(self) -> None: ...


class SentSource(Protocol):
    """Opens such connections."""

    def open(self, mailbox: Mailbox, credential: Credential) -> SentSession:
        """Raises `ServerProblem`s."""


class OneSender(Protocol):
    """Makes sure that one process sends for a mailbox."""

    def __call__(self, mailbox: MailboxId) -> AbstractContextManager[None]:
        """Hold the right to send; raises `DataFolderBusy` while another process has it."""
