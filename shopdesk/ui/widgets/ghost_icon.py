"""A small square button that draws itself: where many stand, the style sheet's polishing is what they would cost."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.painted_button import PaintedButton


class GhostIcon(PaintedButton):
    """Looks like `IconButton`; its accessible name is its tool tip."""

    def __init__(self, theme: Theme, icon: str, side: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setFixedSize(theme.px(side), theme.px(side))

    def name(self, text: str, keys: str = "") -> None:
        """What it does, and by which keys, for tool tip and screen reader."""
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({keys})" if keys else text)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sunken" if self.isDown() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), theme.px(8), theme.px(8))
        if self.shows_ring:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(7), theme.px(7))
        side = theme.px(16)
        place = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        theme.icons.draw(painter, self._icon, place, theme.colour("text2"))
        painter.end()
