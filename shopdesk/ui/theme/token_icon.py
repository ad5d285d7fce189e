"""Icons for what Qt paints itself: menus, tabs, buttons with words."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize
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
        return self._icons.pixmap(self._name, min(size.width(), size.height()), self._colour())

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return self._icons.pixmap(self._name, min(size.width(), size.height()), self._colour(), scale)

    @override
    def clone(self) -> QIconEngine:
        return TokenIconEngine(self._icons, self._name, self._colour)
