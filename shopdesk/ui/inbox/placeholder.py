"""Three grey rows that stand for those still being looked for."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shopdesk.ui.inbox.row_painter import ROW
from shopdesk.ui.overriding import override
from shopdesk.ui.preferences import Density
from shopdesk.ui.theme.theme import Theme

ROWS = 3
_BARS = {
    Density.COMFORTABLE: ((17, 0.42), (37, 0.62), (58, 0.86)),
    Density.COMPACT: ((17, 0.42), (38, 0.8)),
}
"""Middle of each grey bar in px, and its length as a share of the room for text."""


class Placeholder(QWidget):
    """Says by its shape alone that rows are on their way."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken"))
        height, side = theme.px(ROW[theme.density]), theme.px(36)
        left, thick = theme.px(73), theme.px(9)
        room = self.width() - left - theme.px(21)
        for number in range(ROWS):
            top = number * height
            painter.drawEllipse(theme.px(24), top + theme.px(12), side, side)
            for middle, share in _BARS[theme.density]:
                bar = QRectF(left, top + theme.px(middle) - thick / 2, room * share, thick)
                painter.drawRoundedRect(bar, thick / 2, thick / 2)
        painter.end()
