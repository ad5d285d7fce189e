"""Charts of the page of reports that are not bars over days: topics, and the hours of a week."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from shopdesk.domain.figures import HOURS, WEEKDAYS
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import shortened

_ROW, _MOST_ROWS = 26, 9
_CELL = 22
_STEPS = 4
"""Shades of the map between nothing and the busiest hour."""


class TopicBars(QWidget):
    """A bar lying for each topic, its number behind it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.topics: Sequence[tuple[str, int]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_topics(self, topics: Sequence[tuple[str, int]]) -> None:
        """In: words and numbers, the most frequent first; a few of them are drawn."""
        self.topics = tuple(topics)[:_MOST_ROWS]
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(_ROW) * max(len(self.topics), 1))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, words, strong = theme.px, theme.metrics(12), theme.metrics(12, 600)
        named = min(max((words.horizontalAdvance(name) for name, _ in self.topics), default=0), self.width() // 3)
        behind = strong.horizontalAdvance("00000")
        room = self.width() - named - px(12) - behind
        most = max((count for _, count in self.topics), default=1)
        for number, (name, count) in enumerate(self.topics):
            row = QRectF(0, number * px(_ROW), self.width(), px(_ROW))
            painter.setFont(theme.font(12))
            painter.setPen(theme.colour("text2"))
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, shortened(words, name, named))
            wide = max(room * count / most, px(3))
            bar = QRectF(named + px(12), row.center().y() - px(5), wide, px(10))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(bar, px(3), px(3))
            painter.setFont(theme.font(12, 600))
            painter.setPen(theme.colour("text"))
            after = QRectF(bar.right() + px(8), row.top(), behind, row.height())
            painter.drawText(after, Qt.AlignmentFlag.AlignVCenter, str(count))
        painter.end()


class HourMap(QWidget):
    """The hours of a week: the more mails, the deeper the colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.hours: Sequence[Sequence[int]] = ()
        self.days: Sequence[str] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_hours(self, hours: Sequence[Sequence[int]], days: Sequence[str]) -> None:
        """In: numbers by weekday (Monday first) and hour, and what the weekdays are called."""
        self.hours, self.days = hours, days
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(360), self._theme.px(_CELL) * WEEKDAYS + self._theme.px(22))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, words = theme.px, theme.metrics(11)
        left = max((words.horizontalAdvance(day) for day in self.days), default=0) + px(10)
        wide = (self.width() - left) / HOURS
        most = max((max(hours) for hours in self.hours), default=0)
        painter.setFont(theme.font(11))
        for number, (day, hours) in enumerate(zip(self.days, self.hours, strict=False)):
            top = number * px(_CELL)
            painter.setPen(theme.colour("text3"))
            painter.drawText(QRectF(0, top, left, px(_CELL)), Qt.AlignmentFlag.AlignVCenter, day)
            painter.setPen(Qt.PenStyle.NoPen)
            for hour, count in enumerate(hours):
                self._draw_cell(painter, QRectF(left + hour * wide, top, wide, px(_CELL)), count, most)
        painter.setPen(theme.colour("text3"))
        for hour in range(0, HOURS, 3):
            place = QRectF(left + hour * wide, WEEKDAYS * px(_CELL) + px(4), wide * 3, px(16))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, f"{hour:02}")
        painter.end()

    def _draw_cell(self, painter: QPainter, cell: QRectF, count: int, most: int) -> None:
        theme = self._theme
        inside = cell.adjusted(1, 1, -1, -1)
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(inside, theme.px(3), theme.px(3))
        if count:
            painter.setBrush(theme.colour("accent"))
            painter.setOpacity(-(-count * _STEPS // most) / _STEPS)
            painter.drawRoundedRect(inside, theme.px(3), theme.px(3))
            painter.setOpacity(1.0)
