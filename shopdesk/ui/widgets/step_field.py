"""A line to type in over a list: arrows and Enter are for the list."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from shopdesk.ui.overriding import override
from shopdesk.ui.widgets.announcing import announce

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StepField(QLineEdit):
    """Says how far the list below shall step, and that its chosen line is taken."""

    stepped = Signal(int)
    entered = Signal()

    def __init__(self, page: int = 8) -> None:
        """In: how many lines a page of the list has."""
        super().__init__()
        self._steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
        }

    def say(self, words: str) -> None:
        """Tell a screen reader which line of the list is chosen now."""
        self.setAccessibleDescription(words)
        if QAccessible.isActive():
            announce(self, words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self._steps:
            self.stepped.emit(self._steps[Qt.Key(event.key())])
        elif event.key() in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # no key of the window while it is open
            return True
        return super().event(event)
