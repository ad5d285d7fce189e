"""Draws one card of the board."""

from datetime import datetime

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from shopdesk.domain.case import Case
from shopdesk.ui.case_words import KIND_ICONS, due_line, kind_text, money_text
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_avatar, draw_text, shortened
from shopdesk.ui.widgets.item_icons import item_icon
from shopdesk.ui.words import Urgency, initials

CARD = 142
GAP = 10
"""Height of a card, and the room under it, in px at 100 %."""


class CardPainter:
    """Knows where everything stands on a card."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def height(self) -> int:
        """Of a card with the room under it."""
        return self._theme.px(CARD) + self._theme.px(GAP)

    def draw(
        self, painter: QPainter, place: QRect, case: Case, owner: str, now: datetime, *, chosen: bool, hovered: bool
    ) -> None:
        """Draw a card. In: its place with the room under it; whose it is; whether it has the keys, and is under the
        pointer."""
        theme, px = self._theme, self._theme.px
        card = place.adjusted(0, 0, 0, -px(GAP))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("surface"))
        edge = "accent" if chosen else "border2" if hovered else "border"
        painter.setPen(QPen(theme.colour(edge), 1.5 if chosen else 1))
        painter.drawRoundedRect(QRectF(card).adjusted(0.75, 0.75, -0.75, -0.75), px(12), px(12))
        inside = card.adjusted(px(12), px(10), -px(12), -px(10))
        self._kind(painter, inside, case)
        self._item(painter, inside, case)
        self._customer(painter, inside, case)
        taken = self._owner(painter, inside, owner)
        self._due(painter, inside.adjusted(0, 0, -taken, 0), case, now)

    def _kind(self, painter: QPainter, inside: QRect, case: Case) -> None:
        theme, px = self._theme, self._theme.px
        middle = inside.y() + px(10)
        theme.icons.draw(painter, KIND_ICONS[case.kind], self._icon_place(inside, middle), theme.colour("text2"))
        small = theme.metrics(12)
        width = small.horizontalAdvance(case.number)
        left = QPoint(inside.right() - width + 1, middle)
        draw_text(painter, left, case.number, theme.font(12), small, theme.colour("text3"))
        room = inside.width() - width - px(30)
        words, metrics = kind_text(case.kind), theme.metrics(13)
        at = QPoint(inside.x() + px(20), middle)
        draw_text(painter, at, shortened(metrics, words, room), theme.font(13), metrics, theme.colour("text2"))

    def _item(self, painter: QPainter, inside: QRect, case: Case) -> None:
        theme, px = self._theme, self._theme.px
        item = case.item or case.reason
        background, sign = theme.avatar(item)
        thumb = QRect(inside.x(), inside.y() + px(28), px(40), px(40))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(background)
        painter.drawRoundedRect(thumb, px(8), px(8))
        theme.icons.draw(painter, item_icon(case.item), thumb.adjusted(px(10), px(10), -px(10), -px(10)), sign)
        left, room = thumb.right() + px(11), inside.right() - thumb.right() - px(11)
        metrics, small = theme.metrics(13, 500), theme.metrics(12)
        middle = thumb.y() + (px(10) if case.variant else px(20))
        name = shortened(metrics, item, room)
        draw_text(painter, QPoint(left, middle), name, theme.font(13, 500), metrics, theme.colour("text"))
        if case.variant:
            below = QPoint(left, thumb.y() + px(31))
            draw_text(
                painter, below, shortened(small, case.variant, room), theme.font(12), small, theme.colour("text2")
            )

    def _customer(self, painter: QPainter, inside: QRect, case: Case) -> None:
        theme, px = self._theme, self._theme.px
        middle = inside.y() + px(88)
        metrics, strong = theme.metrics(12), theme.metrics(12, 500)
        name = case.customer_name or case.customer_email
        amount = money_text(case.at_stake, case.currency)
        width = strong.horizontalAdvance(amount)
        if name:
            place = QRect(inside.x(), middle - px(11), px(22), px(22))
            draw_avatar(painter, theme, place, initials(name), case.customer_email or name)
        left = inside.x() + px(28)
        room = inside.right() - left - width - px(8)
        shown = shortened(metrics, name, room)
        draw_text(painter, QPoint(left, middle), shown, theme.font(12), metrics, theme.colour("text2"))
        end = QPoint(inside.right() - width + 1, middle)
        draw_text(painter, end, amount, theme.font(12, 500), strong, theme.colour("text"))

    def _owner(self, painter: QPainter, inside: QRect, owner: str) -> int:
        """The initials of whose it is, at the end of the last line; returns how much room they take."""
        if not owner:
            return 0
        side = self._theme.px(20)
        place = QRect(inside.right() - side + 1, inside.y() + self._theme.px(113) - side // 2, side, side)
        draw_avatar(painter, self._theme, place, initials(owner), owner)
        return side + self._theme.px(6)

    def _due(self, painter: QPainter, inside: QRect, case: Case, now: datetime) -> None:
        theme, px = self._theme, self._theme.px
        line = due_line(case, now)
        if not line.text:
            return
        middle = inside.y() + px(113)
        weight = 400 if line.urgency is Urgency.PLAIN else 500
        theme.icons.draw(painter, line.icon, self._icon_place(inside, middle), theme.colour(line.tone))
        metrics = theme.metrics(12, weight)
        words = shortened(metrics, line.text, inside.width() - px(20))
        at = QPoint(inside.x() + px(20), middle)
        draw_text(painter, at, words, theme.font(12, weight), metrics, theme.colour(line.tone))

    def _icon_place(self, inside: QRect, middle: int) -> QRect:
        side = self._theme.px(14)
        return QRect(inside.x(), middle - side // 2, side, side)
