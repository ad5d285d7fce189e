"""The open conversation without Qt."""

from typing import Protocol

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import OpenConversation
from shopdesk.domain.errors import NotFound, ShopdeskError
from shopdesk.domain.ids import ConversationId
from shopdesk.ui.desk import Desk


class ConversationView(Protocol):
    """The widgets of a conversation and of the panel beside it."""

    def show_conversation(self, opened: OpenConversation, *, again: bool) -> None:
        """`again` is True when the same conversation is shown with news in it."""

    def show_nothing(self) -> None: ...
    def show_failure(self, error: Exception) -> None: ...


class ConversationPresenter:
    """Opens conversations and keeps the open one fresh."""

    def __init__(self, desk: Desk, view: ConversationView) -> None:
        self._desk = desk
        self._view = view
        self.opened: OpenConversation | None = None

    def open(self, conversation: ConversationId | None) -> None:
        """Show a conversation, None for nothing; one that vanished shows nothing."""
        before = self.opened.conversation.id if self.opened is not None else None
        if conversation is None:
            self._close()
            return
        try:
            self.opened = self._desk.conversations.open(conversation)
        except NotFound:
            self._close()
            return
        except ShopdeskError as error:
            self._close()
            self._view.show_failure(error)
            return
        self._view.show_conversation(self.opened, again=conversation == before)

    def apply(self, changes: Changes) -> None:
        """Something was written: show the open conversation again when it is named."""
        if self.opened is None:
            return
        number = self.opened.conversation.id
        if number in changes.removed_conversations:
            self._close()
        elif number in changes.conversations:
            self.open(number)

    def _close(self) -> None:
        self.opened = None
        self._view.show_nothing()
