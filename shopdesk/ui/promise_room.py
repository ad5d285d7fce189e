"""What was promised in the conversation that is read, and what is done about it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from shopdesk.domain.conversation import Undo
from shopdesk.domain.promise import Promise
from shopdesk.ui.desk import Desk
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.writes import Deed

if TYPE_CHECKING:
    from shopdesk.domain.ids import ConversationId
    from shopdesk.ui.commands.line_popover import LinePopover
    from shopdesk.ui.conversation.promises_popover import PromisesPopover


class PromiseRoom(QObject):
    """One for a window, made when it is first asked for."""

    def __init__(self, window: QWidget, inbox: InboxScreen, desk: Desk, around: Surroundings) -> None:
        super().__init__(window)
        self._window = window
        self._inbox = inbox
        self._desk = desk
        self._around = around
        self.popover: PromisesPopover | None = None
        self.question: LinePopover | None = None

    def open(self) -> None:
        """Show what was promised in the current conversation; it is read beside."""
        current, promises = self._inbox.presenter.current, self._desk.promises
        if current is not None:
            failed = self._inbox.stage.show_failure
            self._around.lanes.reading.submit(
                lambda: promises.of_conversation(current), lambda found: self._show(current, found), failed
            )

    # --- inside -----------------------------------------------------------------------------------------------

    def _show(self, current: "ConversationId", found: Sequence[Promise]) -> None:
        from shopdesk.ui.conversation.promises_popover import PromisesPopover

        around, promises = self._around, self._desk.promises
        self.popover = popover = PromisesPopover(
            around.theme, self._window, found, around.now, self._inbox.pane.header.below_due()
        )

        def add(words: str, due: datetime) -> None:
            self._do(Deed.PROMISED, current, lambda: Undo(promised=(promises.add(current, words, due),)))

        popover.kept.connect(lambda one: self._do(Deed.PROMISE_KEPT, current, lambda: promises.keep(one.id)))
        popover.move_asked.connect(self._ask_move)
        popover.break_asked.connect(self._ask_break)
        popover.added.connect(add)
        popover.start()

    def _ask_move(self, one: Promise, at: QPoint) -> None:
        from shopdesk.ui.promise_popovers import MovePromise

        promises, home = self._desk.promises, one.conversation_id
        question = MovePromise(self._around.theme, self._window, self._around.now, at)
        question.chosen.connect(lambda to: self._do(Deed.PROMISE_MOVED, home, lambda: promises.move(one.id, to)))
        self.question = question
        question.show_offers()

    def _ask_break(self, one: Promise, at: QPoint) -> None:
        from shopdesk.ui.promise_popovers import BreakPromise

        promises, home = self._desk.promises, one.conversation_id
        question = BreakPromise(self._around.theme, self._window, at)
        question.chosen.connect(lambda why: self._do(Deed.PROMISE_BROKEN, home, lambda: promises.break_(one.id, why)))
        self.question = question
        question.ask()

    def _do(self, deed: Deed, home: "ConversationId", write: Callable[[], Undo]) -> None:
        self._inbox.triage.write(deed, [home], write)
