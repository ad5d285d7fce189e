"""A box of choices that stays as it is while a page is scrolled."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme


class CalmBox(QComboBox):
    """A box of choices that the wheel does not change by accident while a page is scrolled."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._theme.px(24), 0)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, side = QPainter(self), self._theme.px(16)
        place = QRect(self.width() - side - self._theme.px(8), (self.height() - side) // 2, side, side)
        self._theme.icons.draw(painter, "chevron-down", place, self._theme.colour("text2"))
        painter.end()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
