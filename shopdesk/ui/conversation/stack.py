"""Older messages: a stack while they are folded, one line each once they are unfolded."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from shopdesk.domain.message import Address, Message
from shopdesk.ui.conversation.card import writer_of
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_avatar, draw_text
from shopdesk.ui.widgets.painted_button import PaintedButton
from shopdesk.ui.words import card_time, counted, initials, short_date, translate

HEIGHT = 40
_EDGES = 8


class Stack(PaintedButton):
    """One card with two card edges peeking below it."""

    def __init__(self, theme: Theme, messages: Sequence[Message], now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._messages = messages
        one = translate("Conversation", "1 earlier message")
        self.setText(counted(len(messages), one, translate("Conversation", "%1 earlier messages")))
        first, last = (short_date(message.at, now) for message in (messages[0], messages[-1]))
        self._dates = first if first == last else f"{first} – {last}"
        self.setAccessibleName(f"{self.text()}, {self._dates}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(theme.px(HEIGHT + _EDGES))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, radius = theme.px(44), theme.px(12)
        card = QRectF(left + 0.5, 0.5, self.width() - left - 1, theme.px(HEIGHT) - 1)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(theme.colour("surface"))
        for inset, drop in ((24, 8), (12, 4)):
            side, down = theme.px(inset), theme.px(drop)
            painter.drawRoundedRect(card.adjusted(side, down, -side, down), radius, radius)
        if self.shows_ring or self.underMouse():
            painter.setPen(QPen(theme.colour("accent" if self.shows_ring else "border2"), 2 if self.shows_ring else 1))
        painter.drawRoundedRect(card, radius, radius)
        self._draw_words(painter, left)
        painter.end()

    def _draw_words(self, painter: QPainter, left: int) -> None:
        theme = self._theme
        middle, x = theme.px(HEIGHT) // 2, left + theme.px(14)
        senders = {message.mail.sender.email: message.mail.sender for message in self._messages}
        for sender in list(senders.values())[:3]:
            side = theme.px(24)
            draw_avatar(painter, theme, QRect(x, middle - side // 2, side, side), initials(sender.shown), sender.email)
            x += theme.px(18)
        x += theme.px(16)
        metrics = theme.metrics(13, 600)
        draw_text(painter, QPoint(x, middle), self.text(), theme.font(13, 600), metrics, theme.colour("text2"))
        x += metrics.horizontalAdvance(self.text()) + theme.px(10)
        draw_text(painter, QPoint(x, middle), self._dates, theme.font(12), theme.metrics(12), theme.colour("text3"))
        side = theme.px(16)
        chevron = QRect(self.width() - theme.px(34), middle - side // 2, side, side)
        theme.icons.draw(painter, "chevrons-up-down", chevron, theme.colour("text3"))


class OneLine(PaintedButton):
    """A message as a line: avatar, name, its first words, time; a click opens it."""

    def __init__(self, theme: Theme, message: Message, customer: Address, now: datetime) -> None:
        super().__init__()
        self._theme = theme
        self.message = message
        self._time = card_time(message.at, now)
        self._words = " ".join((message.mail.own_words or message.mail.text)[:400].split())
        self.setText(writer_of(message, customer))
        self.setAccessibleName(f"{self.text()}, {self._time}, {self._words[:120]}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(theme.px(HEIGHT))

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self._theme.px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, middle = theme.px(44), theme.px(HEIGHT) // 2
        card = QRectF(left + 0.5, 0.5, self.width() - left - 1, self.height() - 1)
        painter.setPen(QPen(theme.colour("accent" if self.shows_ring else "border"), 1))
        painter.setBrush(theme.colour("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(card, theme.px(12), theme.px(12))
        side, x = theme.px(24), left + theme.px(14)
        sender = self.message.mail.sender
        draw_avatar(painter, theme, QRect(x, middle - side // 2, side, side), initials(sender.shown), sender.email)
        x += theme.px(34)
        bold, small = theme.metrics(13, 600), theme.metrics(12)
        draw_text(painter, QPoint(x, middle), self.text(), theme.font(13, 600), bold, theme.colour("text"))
        x += bold.horizontalAdvance(self.text()) + theme.px(10)
        right = self.width() - theme.px(16) - small.horizontalAdvance(self._time)
        draw_text(painter, QPoint(right, middle), self._time, theme.font(12), small, theme.colour("text3"))
        words = small.elidedText(self._words, Qt.TextElideMode.ElideRight, right - x - theme.px(12))
        draw_text(painter, QPoint(x, middle), words, theme.font(12), small, theme.colour("text3"))
        painter.end()
