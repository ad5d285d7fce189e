"""What buttons that draw themselves have in common: a ring for keyboard focus only, repainting under the pointer."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from shopdesk.ui.overriding import override

BY_KEYS = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}


class PaintedButton(QAbstractButton):
    """A button whose `paintEvent` asks `shows_ring` and `underMouse`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shows_ring = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.shows_ring = event.reason() in BY_KEYS
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.shows_ring = False
        super().focusOutEvent(event)
        self.update()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()
