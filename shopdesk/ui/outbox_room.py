"""What became of mails that were sent: cards in the thread, the list of all of them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from shopdesk.domain.errors import MailLeft, NotFound
from shopdesk.domain.ids import ConversationId, OutboxId
from shopdesk.jobs.link import Command, SendNow
from shopdesk.ui.compose.outbox_words import Deal
from shopdesk.ui.desk import Desk
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.words import counted, translate

if TYPE_CHECKING:
    from shopdesk.domain.draft import Draft
    from shopdesk.domain.outbox import OutboxItem
    from shopdesk.ui.compose.outbox_cards import OutboxCards
    from shopdesk.ui.compose.outbox_dialog import OutboxDialog
    from shopdesk.ui.compose.place import ComposePlace
    from shopdesk.ui.inbox.quiet_line import QuietLine

Items = Sequence["OutboxItem"]


class OutboxRoom(QObject):
    """One for a window."""

    def __init__(
        self, window: QMainWindow, inbox: InboxScreen, desk: Desk, around: Surroundings, place: "ComposePlace"
    ) -> None:
        super().__init__(window)
        self._window = window
        self._inbox = inbox
        self._desk = desk
        self._around = around
        self._place = place
        self._conversation: ConversationId | None = None
        self.items: Items = ()
        """All mails whose way is not over."""
        self.online: Callable[[], bool] = lambda: True
        self.send: Callable[[Command], None] = lambda _: None
        self.came_back: Callable[[Draft], None] = lambda _: None
        """Told a draft that is to be gone on with."""
        self.changed: Callable[[OutboxItem], None] = lambda _: None
        """Told a mail that something was decided about."""
        self.on_items: list[Callable[[Items], None]] = []
        """Told all mails whenever they were looked at."""
        self.was_looked_at = False
        self._dialog: OutboxDialog | None = None

    # --- looking ------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Find out how all mails fare."""
        self._around.lanes.reading.submit(self._desk.outbox.items, self._show, self._inbox.stage.show_failure)

    def show_for(self, conversation: ConversationId | None) -> None:
        """Another conversation is open."""
        self._conversation = conversation
        self._show_cards()

    def open_list(self) -> "OutboxDialog":
        """All mails on their way."""
        from shopdesk.ui.compose.outbox_dialog import OutboxDialog

        if self._dialog is None:
            self._dialog = OutboxDialog(self._around.theme, self._window)
            self._dialog.deal_chosen.connect(self.deal)
        self.look()
        self._dialog.show_items(self.items, self._around.now())
        self._dialog.open()
        return self._dialog

    @cached_property
    def cards(self) -> "OutboxCards":
        """Those of the open conversation."""
        from shopdesk.ui.compose.outbox_cards import OutboxCards

        cards = OutboxCards(self._around.theme)
        cards.deal_chosen.connect(self.deal)
        self._place.put_cards(cards)
        return cards

    def _show(self, items: Items) -> None:
        self.items, self.was_looked_at = items, True
        self._show_cards()
        self._tell_waiting()
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.show_items(items, self._around.now())
        for tell in self.on_items:
            tell(items)

    def _show_cards(self) -> None:
        from shopdesk.domain.outbox import OutboxState

        over = (OutboxState.SENT, OutboxState.FILED)
        here = [
            one
            for one in self.items
            if one.conversation_id is not None
            and one.conversation_id == self._conversation
            and (one.state not in over or one.refused)
        ]
        if here or "cards" in self.__dict__:
            self.cards.show_items(here, self._around.now())

    @cached_property
    def line(self) -> "QuietLine":
        """Says under the list that mails wait."""
        from PySide6.QtWidgets import QVBoxLayout

        from shopdesk.ui.inbox.quiet_line import QuietLine

        line, column = QuietLine(self._around.theme, "send", waiting_text), self._inbox.column
        line.clicked.connect(self.open_list)
        rows = column.layout()
        if isinstance(rows, QVBoxLayout):
            rows.insertWidget(rows.indexOf(column.foot), line)
        return line

    def _tell_waiting(self) -> None:
        """Not of those that are held for a moment only: the list would jump with every mail."""
        count = sum(one.state.needs_person or bool(one.problem) or _waits_long(one) for one in self.items)
        if count or "line" in self.__dict__:
            self.line.show_count(count)

    # --- deciding -----------------------------------------------------------------------------------------------

    def deal(self, item: "OutboxItem", deal: Deal) -> None:
        """Do what a person decided about a mail."""
        outbox, writing = self._desk.outbox, self._around.lanes.writing
        failed = self._inbox.stage.show_failure
        if deal in {Deal.UNDO, Deal.EDIT}:
            writing.submit(lambda: self._taken_back(item.id), self.came_back, failed)
            return
        work: dict[Deal, Callable[[OutboxId], None]] = {
            Deal.RETRY: outbox.retry,
            Deal.SEND_AGAIN: outbox.retry,
            Deal.DISCARD: outbox.discard,
            Deal.LOOK_AGAIN: outbox.look_again,
            Deal.WAS_SENT: outbox.it_was_sent,
        }
        writing.submit(lambda: work[deal](item.id), lambda _: self._decided(item), failed)

    def _taken_back(self, item: OutboxId) -> "Draft":
        try:
            return self._desk.replies.take_back(item)
        except NotFound:
            raise MailLeft from None

    def _decided(self, item: "OutboxItem") -> None:
        self.send(SendNow(item.mailbox_id))
        self.changed(item)

    # --- words ----------------------------------------------------------------------------------------------------

    def sent_words(self, at: datetime | None) -> str:
        """What is said right after sending."""
        from shopdesk.ui.words import future_time

        if at is not None:
            return translate("Toast", "Leaves %1").replace("%1", future_time(at, self._around.now()))
        return translate("Toast", "Sent") if self.online() else translate("Toast", "Will be sent when you are online")


def waiting_text(count: int) -> str:
    """How many mails wait to leave."""
    return counted(count, translate("Outbox", "1 mail waits"), translate("Outbox", "%1 mails wait"))


def _waits_long(item: "OutboxItem") -> bool:
    return item.state.value == "queued" and item.is_for_later
