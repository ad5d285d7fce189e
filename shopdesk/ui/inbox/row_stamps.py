"""Small pictures in rows, each drawn once for a look: avatars, badges, pills, dots, backgrounds."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_pill, pill_width
from shopdesk.ui.words import badge_letter

RIM = 4
"""Room around a badge for its rim, in px."""
KEPT = 600
"""More pictures than this are forgotten together: overdue times come and go."""


class Stamps:
    """Draws each picture when it is first asked for, for one device pixel ratio."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self._theme = theme
        self._ratio = ratio
        self._drawn: dict[tuple[object, ...], QPixmap] = {}

    def circle(self, side: int, colour: QColor) -> QPixmap:
        """A disc."""

        def draw(painter: QPainter) -> None:
            painter.setBrush(colour)
            painter.drawEllipse(0, 0, side, side)

        return self._once(("circle", side, colour.rgba()), side, side, draw)

    def panel(self, width: int, height: int, token: str) -> QPixmap:
        """The background of a row."""

        def draw(painter: QPainter) -> None:
            painter.setBrush(self._theme.colour(token))
            painter.drawRoundedRect(0, 0, width, height, self._theme.px(10), self._theme.px(10))

        return self._once(("panel", width, height, token), width, height, draw)

    def checked(self, side: int) -> QPixmap:
        """What lies over the avatar of a selected row."""
        theme, icon = self._theme, self._theme.px(18)

        def draw(painter: QPainter) -> None:
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(0, 0, side, side)
            place = QRect((side - icon) // 2, (side - icon) // 2, icon, icon)
            theme.icons.draw(painter, "check", place, theme.colour("on_accent"))

        return self._once(("checked", side), side, side, draw)

    def icon(self, name: str, side: int, token: str) -> QPixmap:
        """An icon in a token's colour."""
        return self._theme.icons.pixmap(name, side, self._theme.colour(token), self._ratio)

    def pill(self, text: str, tone: str, icon: str) -> tuple[QPixmap, int]:
        """A pill and its width in px."""
        width, height = pill_width(self._theme, text, icon), self._theme.px(19)

        def draw(painter: QPainter) -> None:
            draw_pill(painter, self._theme, QRect(0, 0, width, height), text, tone, icon)

        return self._once(("pill", text, tone, icon), width, height, draw), width

    def badge(self, market: str, background: str) -> QPixmap:
        """The letter of a channel with a rim in the colour (token) of its row."""
        theme, side = self._theme, self._theme.px(14)

        def draw(painter: QPainter) -> None:
            badge = QRect(RIM, RIM, side, side)
            painter.setPen(QPen(theme.colour(background), theme.px(2)))
            painter.setBrush(QColor(theme.tokens.badge(market)))
            painter.drawRoundedRect(QRectF(badge).adjusted(-1, -1, 1, 1), theme.px(5), theme.px(5))
            painter.setPen(theme.colour("on_badge"))
            painter.setFont(theme.font(10, 600))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, badge_letter(market))

        return self._once(("badge", market, background), side + 2 * RIM, side + 2 * RIM, draw)

    def _once(self, key: tuple[object, ...], width: int, height: int, draw: Callable[[QPainter], None]) -> QPixmap:
        found = self._drawn.get(key)
        if found is None:
            if len(self._drawn) >= KEPT:
                self._drawn.clear()
            found = self._drawn[key] = self._empty(width, height)
            painter = QPainter(found)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            draw(painter)
            painter.end()
        return found

    def _empty(self, width: int, height: int) -> QPixmap:
        ratio = self._ratio
        drawn = QPixmap(ceil(max(width, 1) * ratio), ceil(max(height, 1) * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        return drawn
