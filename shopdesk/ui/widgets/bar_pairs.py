"""Two bars a day: what came in grey, what left in the accent."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme

LINES = 3
_WORD_GAP = 8


@dataclass(frozen=True, slots=True)
class BarPair:
    """A day; without `second` it is one bar."""

    label: str
    first: float
    second: float | None = None
    is_now: bool = False
    """Its label is bold."""


def round_top(highest: float) -> float:
    """A round number at or above the highest bar: 1, 2, 3, 4, 5, 6, 8 or 10 times a power of ten."""
    if highest <= 0:
        return 1.0
    power = 1.0
    while power * 10 < highest:
        power *= 10
    while power > highest:
        power /= 10
    return next(step * power for step in (1, 2, 3, 4, 5, 6, 8, 10) if step * power >= highest)


class BarPairs(QWidget):
    """Bars over days. Says nothing by itself: its owner names it, and has a table of the same numbers."""

    def __init__(self, theme: Theme, height: int = 120, *, grows: bool = False) -> None:
        """In: the height in px at 100 %, and whether it takes more where there is more."""
        super().__init__()
        self._theme = theme
        self._height = height
        self.pairs: Sequence[BarPair] = ()
        self.scale = ""
        """What the highest line stands for; empty for no word at it."""
        tall = QSizePolicy.Policy.MinimumExpanding if grows else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, tall)
        theme.changed.connect(self.updateGeometry)

    def show_pairs(self, pairs: Sequence[BarPair], scale: str = "") -> None:
        """Draw these days from left to right."""
        self.pairs, self.scale = tuple(pairs), scale
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(self._height))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(self._height))

    @property
    def top(self) -> float:
        """What the highest line stands for."""
        return round_top(max((max(one.first, one.second or 0.0) for one in self.pairs), default=0.0))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = theme.metrics(11).horizontalAdvance(self.scale) + theme.px(8) if self.scale else 0
        room = QRectF(left, theme.px(6), self.width() - left, self.height() - theme.px(32))
        self._draw_lines(painter, room)
        if self.pairs:
            self._draw_bars(painter, room)
            self._draw_labels(painter, room)
        painter.end()

    def _draw_lines(self, painter: QPainter, room: QRectF) -> None:
        theme = self._theme
        painter.setPen(theme.colour("border"))
        for number in range(LINES):
            y = round(room.top() + room.height() * number / (LINES - 1)) + 0.5
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        if self.scale:
            painter.setPen(theme.colour("text3"))
            painter.setFont(theme.font(11))
            painter.drawText(QRectF(0, room.top() - 8, room.left(), 16), Qt.AlignmentFlag.AlignVCenter, self.scale)

    def _draw_bars(self, painter: QPainter, room: QRectF) -> None:
        theme, top, step = self._theme, self.top, room.width() / len(self.pairs)
        is_pair = any(one.second is not None for one in self.pairs)
        wide = min(theme.px(10), step * (0.36 if is_pair else 0.6))
        gap = min(theme.px(2), wide / 4)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, one in enumerate(self.pairs):
            middle = room.left() + step * (number + 0.5)
            bars = [(one.first, "border2" if is_pair else "accent")]
            if one.second is not None:
                bars.append((one.second, "accent"))
            start = middle - (wide * len(bars) + gap * (len(bars) - 1)) / 2
            for place, (value, token) in enumerate(bars):
                tall = room.height() * value / top
                if tall > 0:
                    bar = QRectF(start + place * (wide + gap), room.bottom() - tall, wide, tall)
                    painter.setBrush(theme.colour(token))
                    painter.drawRoundedRect(bar, min(wide / 2, theme.px(2)), min(wide / 2, theme.px(2)))

    def _draw_labels(self, painter: QPainter, room: QRectF) -> None:
        """As many labels as have room; the last day always has its own."""
        theme, step = self._theme, room.width() / len(self.pairs)
        widest = max(theme.metrics(11, 600).horizontalAdvance(one.label) for one in self.pairs) + theme.px(_WORD_GAP)
        every = max(1, -(-widest // max(int(step), 1)))
        last = len(self.pairs) - 1
        for number, one in enumerate(self.pairs):
            if (last - number) % every:
                continue
            painter.setFont(theme.font(11, 600 if one.is_now else 400))
            painter.setPen(theme.colour("text" if one.is_now else "text3"))
            middle = room.left() + step * (number + 0.5)
            place = QRectF(middle - widest / 2, room.bottom() + theme.px(6), widest, theme.px(18))
            if place.right() > self.width():
                place.moveRight(self.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, one.label)
