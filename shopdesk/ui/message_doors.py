"""Leads what is asked of messages to the rooms that do it; they are made when the first thing is asked."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from shopdesk.ui.actions import Do
from shopdesk.ui.deeds import Deeds
from shopdesk.ui.desk import Desk
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from shopdesk.domain.ids import MailboxId
    from shopdesk.domain.message import Message
    from shopdesk.ui.conversation.wishes import Want, Wish
    from shopdesk.ui.engine_room import EngineRoom
    from shopdesk.ui.errands import Errands
    from shopdesk.ui.message_room import MessageRoom


class MessageDoors(QObject):
    """One for a window."""

    def __init__(self, window: QWidget, inbox: InboxScreen, deeds: Deeds, desk: Desk, around: Surroundings) -> None:
        super().__init__(window)
        self._window = window
        self._inbox = inbox
        self._desk = desk
        self._around = around
        self._deeds = deeds
        self.engine: EngineRoom | None = None
        """Can be asked to fetch at once, from when it is there."""
        self.elsewhere: dict[Want, Callable[[Message], None]] = {}
        """What other rooms do with a message."""
        inbox.pane.link_clicked.connect(self._open_link)
        inbox.pane.asked.connect(self._carry_out)
        inbox.promises_asked.connect(partial(self._run, Do.PROMISES))
        of_messages = (Do.FIND, Do.LOAD_IMAGES, Do.SOURCE, Do.MERGE, Do.WHY, Do.TOPIC, Do.PROMISES)
        deeds.add({do: partial(self._run, do) for do in of_messages} | {Do.LEARNED: self._open_learned})

    @cached_property
    def errands(self) -> "Errands":
        """What is asked of a message."""
        from shopdesk.ui.errands import Errands

        return Errands(self._window, self._inbox, self._desk, self._around, self._fetch)

    @cached_property
    def room(self) -> "MessageRoom":
        """What is done with conversations as a whole, and from one message on."""
        from shopdesk.ui.message_room import MessageRoom

        room = MessageRoom(self._window, self._inbox, self._desk, self._around, self.errands)
        room.targets_wanted.connect(lambda: self._deeds.settings.open("targets"))
        room.lessons_wanted.connect(self._open_learned)
        return room

    def _open_link(self, target: str) -> None:
        self.errands.open_link(target)

    def _open_learned(self) -> None:
        self._deeds.settings.open("learned")

    def _run(self, do: Do) -> None:
        self.room.run(do)

    def _carry_out(self, wish: "Wish") -> None:
        if wish.want in self.elsewhere:
            self.elsewhere[wish.want](wish.message)
        else:
            self.room.carry_out(wish)

    def _fetch(self, mailbox: "MailboxId | None") -> None:
        if self.engine is not None:
            self.engine.care.sync_now(mailbox)
