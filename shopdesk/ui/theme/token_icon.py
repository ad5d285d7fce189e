"""Icons for what Qt paints itself: menus, tabs, buttons with words."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.icons import Icons


class TokenIconEngine(QIconEngine):
    """An icon that asks for its colour whenever it is painted, so that a theme switch needs no new icons."""

    def __init__(self, icons: Icons, name: str, colour: Callable[[], QColor]) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._colour = colour

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        self._icons.draw(painter, self._name, rect, self._colour())

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        drawn = self._icons.pixmap(self._name, min(size.width(), size.height()), self._colour(), scale)
        return drawn if size.width() <= size.height() else _with_room_behind(drawn, size)

    @override
    def clone(self) -> QIconEngine:
        return TokenIconEngine(self._icons, self._name, self._colour)


def _with_room_behind(drawn: QPixmap, size: QSize) -> QPixmap:
    """The picture at the left of a wider one."""
    ratio = drawn.devicePixelRatio()
    wide = QPixmap((size.toSizeF() * ratio).toSize())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return wide
