"""What the window needs of the shop; the services fit it by shape."""

from array import array
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from shopdesk.domain.conversation import Conversation, ConversationState, Lane, OpenConversation, TabCounts, Undo
from shopdesk.domain.ids import ConversationId, MailboxId, MessageId

if TYPE_CHECKING:  # the first page is shown before anybody asks for these
    from shopdesk.domain.mailbox import Health, Mailbox
    from shopdesk.domain.search import SearchHit

Now = Callable[[], datetime]
"""Tells the time in UTC."""


class ConversationDesk(Protocol):
    """Lists, opens and moves conversations; the writes are made in the store lane only."""

    def counts(self) -> TabCounts: ...
    def ids(
        self, state: ConversationState, lane: Lane = Lane.PEOPLE, mailbox: MailboxId | None = None
    ) -> "array[int]": ...
    def rows(self, conversations: Sequence[ConversationId]) -> Sequence[Conversation]: ...
    def open(self, conversation: ConversationId) -> OpenConversation: ...
    def mark_done(self, conversations: Sequence[ConversationId]) -> Undo: ...
    def mark_waiting(self, conversations: Sequence[ConversationId]) -> Undo: ...
    def mark_needs_reply(self, conversations: Sequence[ConversationId]) -> Undo: ...
    def snooze(self, conversations: Sequence[ConversationId], until: datetime) -> Undo: ...
    def mark_read(self, conversations: Sequence[ConversationId]) -> Undo: ...
    def mark_unread(self, conversations: Sequence[ConversationId]) -> Undo: ...
    def undo(self, undo: Undo) -> None: ...


class FoundConversation(Protocol):
    """One hit of the search."""

    @property
    def conversation(self) -> Conversation: ...
    @property
    def hit(self) -> "SearchHit": ...


class SearchDesk(Protocol):
    """Finds conversations; asked in the reader lane only."""

    def find(self, text: str, limit: int = 50) -> Sequence[FoundConversation]: ...


class AttachmentDesk(Protocol):
    """Hands out the files of mails; asked in the reader lane only."""

    def content(self, message: MessageId, number: int) -> bytes: ...


class MailboxDesk(Protocol):
    """Tells which mailboxes there are and how they fare."""

    def all(self) -> "Sequence[Mailbox]": ...
    def health(self) -> "Sequence[Health]": ...


class Desk(Protocol):
    """The shop as the window sees it; each part is made when it is first asked for."""

    @property
    def conversations(self) -> ConversationDesk: ...
    @property
    def search(self) -> SearchDesk: ...
    @property
    def attachments(self) -> AttachmentDesk: ...
    @property
    def mailboxes(self) -> MailboxDesk: ...
