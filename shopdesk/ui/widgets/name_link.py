"""A name that can be clicked; the keys have their own way to the same thing, so that Tab passes it by."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel

from shopdesk.ui.overriding import override


class NameLink(QLabel):
    """Plain text in the look of a name."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", "name")

    def make_clickable(self, tip: str) -> None:
        """From now on a click does something; `tip` says what."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tip)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
        super().mouseReleaseEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # else nobody hears of the release
