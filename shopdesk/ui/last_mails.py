"""Lets mails leave that are held only to be taken back, before the window closes; asks when they cannot."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QMessageBox

from shopdesk.domain.outbox import OutboxItem, OutboxState
from shopdesk.jobs.link import SendNow
from shopdesk.ui.desk import Desk
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.words import counted, translate

if TYPE_CHECKING:
    from shopdesk.ui.outbox_room import OutboxRoom

PATIENCE_MS = 15_000
"""A server that needs longer keeps nobody from going home."""
_MOVING = (OutboxState.SENDING, OutboxState.DATA_GIVEN)


def about_to_leave(items: Sequence[OutboxItem]) -> list[OutboxItem]:
    """Mails that would leave within the hold; not those for later, nor those that wait for something else."""
    return [
        one
        for one in items
        if one.state in _MOVING or (one.state is OutboxState.QUEUED and not one.problem and not one.is_for_later)
    ]


def waiting_words(count: int) -> str:
    """How many mails have not left."""
    return counted(
        count, translate("Outbox", "1 mail has not left yet."), translate("Outbox", "%1 mails have not left yet.")
    )


class LastMails(QObject):
    """One for a window."""

    def __init__(
        self, window: QMainWindow, desk: Desk, around: Surroundings, room: "OutboxRoom", can_send: Callable[[], bool]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._around = around
        self._room = room
        self._can_send = can_send
        self._may_go = False
        self._box: QMessageBox | None = None
        self.ask: Callable[[int], bool] = self._asked
        """Asks whether to close although so many mails have not left."""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)
        room.on_items.append(self._look)

    def let_go(self) -> None:
        """The session ends: what is held leaves with the next start."""
        self._may_go = True

    def keep_window(self) -> bool:
        """The window is being closed. Out: True when it shall stay for a moment, or because somebody wants it to."""
        if self._may_go:
            return False
        if self._box is not None:
            return True
        items = self._desk.outbox.items() if self._room.was_looked_at else ()
        count = len(about_to_leave(items))
        if not count:
            return False
        if not self._can_send():
            self._may_go = self.ask(count)
            return not self._may_go
        self._release(count)
        return True

    def _release(self, count: int) -> None:
        sending = counted(count, translate("Outbox", "Sending 1 mail…"), translate("Outbox", "Sending %1 mails…"))
        self._box = self._message(sending, translate("Outbox", "The window closes by itself when they have left."))
        self._box.addButton(translate("Outbox", "Close now"), QMessageBox.ButtonRole.AcceptRole)
        self._box.finished.connect(self._go)
        self._box.open()
        self._patience.start()
        self._around.lanes.writing.submit(self._desk.outbox.release_held, self._released)

    def _released(self, _: int) -> None:
        self._room.send(SendNow())
        self._room.look()

    def _look(self, items: Sequence[OutboxItem]) -> None:
        if self._box is not None and not about_to_leave(items):
            self._go()

    def _go(self) -> None:
        self._patience.stop()
        self._end_box()
        self._may_go = True
        QTimer.singleShot(0, self._window, self._window.close)

    def _give_up(self) -> None:
        count = len(about_to_leave(self._room.items))
        self._end_box()
        if self.ask(count):
            self._go()

    def _end_box(self) -> None:
        box, self._box = self._box, None
        if box is not None:
            box.finished.disconnect(self._go)
            box.close()
            box.deleteLater()

    def _asked(self, count: int) -> bool:
        later = translate("Outbox", "It leaves when Shopdesk runs again and is online.")
        box = self._message(waiting_words(count), later)
        leave = box.addButton(translate("Outbox", "Close anyway"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(translate("Outbox", "Stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.exec()
        clicked = box.clickedButton() is leave
        box.deleteLater()
        return clicked

    def _message(self, text: str, more: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(translate("Outbox", "Outbox"))
        box.setText(text)
        box.setInformativeText(more)
        return box
