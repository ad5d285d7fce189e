"""A field with a list of choices that shows that it has one."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme


class ChoiceBox(QComboBox):
    """Draws the arrow that the style sheet cannot give the colour of the theme."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, side = self._theme, self._theme.px(14)
        painter = QPainter(self)
        place = QRect(self.width() - side - theme.px(10), (self.height() - side) // 2, side, side)
        theme.icons.draw(painter, "chevron-down", place, theme.colour("text2"))
        painter.end()
