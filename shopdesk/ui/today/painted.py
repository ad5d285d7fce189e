"""What the page of today draws by itself: the ring, the bars of a week, the circles that are ticked."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEasingCurve, QLocale, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.painted_button import PaintedButton
from shopdesk.ui.words import translate

RING, STROKE = 92, 8
CLOSING_MS = 300
_TOP, _CIRCLE = 90 * 16, 360 * 16


class Ring(QWidget):
    """How much of a list is done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.done, self.total = 0, 0
        self.closing = QVariantAnimation(self)
        """Runs once, when the day is closed: the ring closes with it."""
        self.closing.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.closing.valueChanged.connect(lambda _: self.update())
        self._seen: tuple[object, bool] | None = None
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_done(self, done: int, total: int) -> None:
        """So many of so many."""
        self.done, self.total = done, total
        words = translate("Today", "%1 of %2 done").replace("%1", str(done)).replace("%2", str(total))
        self.setAccessibleName(words)
        self.update()

    def show_closed(self, whose: object, *, closed: bool) -> None:
        """Whether a list is closed; who sees that happen sees the ring close, unless nothing shall move."""
        happens, self._seen = closed and self._seen == (whose, False), (whose, closed)
        length = self._theme.moving(CLOSING_MS)
        if happens and length and self.total:
            self.closing.setStartValue(self.done / self.total)
            self.closing.setEndValue(1.0)
            self.closing.setDuration(length)
            self.closing.start()

    @property
    def share(self) -> float:
        """How much of the ring is drawn, from 0 to 1."""
        if self.closing.state() is QVariantAnimation.State.Running:
            return float(self.closing.currentValue())
        return 1.0 if self._seen is not None and self._seen[1] else self.done / max(self.total, 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = theme.px(STROKE)
        place = QRectF(self.rect()).adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        pen = QPen(theme.colour("sunken"), stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(place)
        if self.share:
            pen.setColor(theme.colour("accent"))
            painter.setPen(pen)
            painter.drawArc(place, _TOP, -round(_CIRCLE * self.share))
        middle = self.rect().adjusted(0, theme.px(22), 0, -theme.px(40))
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font(20, 600))
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, f"{self.done}/{self.total}")
        painter.setPen(theme.colour("text2"))
        painter.setFont(theme.font(11))
        below = self.rect().adjusted(0, theme.px(50), 0, -theme.px(22))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, translate("Today", "done"))
        painter.end()

    def _restyle(self) -> None:
        self.setFixedSize(self._theme.px(RING), self._theme.px(RING))
        self.update()


class Circle(PaintedButton):
    """Empty while there is something to do, filled with a check when it is done."""

    def __init__(self, theme: Theme, *, done: bool) -> None:
        super().__init__()
        self._theme = theme
        self.setCheckable(True)
        self.setChecked(done)
        side = theme.px(26)
        self.setFixedSize(side, side)

    @override
    def sizeHint(self) -> QSize:
        return self.size()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = theme.px(3)
        place = self.rect().adjusted(inset, inset, -inset, -inset)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(place)
            theme.icons.draw(painter, "check", place.adjusted(inset, inset, -inset, -inset), theme.colour("on_accent"))
        else:
            painter.setPen(QPen(theme.colour("accent" if self.underMouse() else "field"), 2))
            painter.drawEllipse(place)
        if self.shows_ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        painter.end()


class WeekBars(QWidget):
    """What came and what was answered on seven days."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._week: Sequence[tuple[date, int, int]] = ()
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_week(self, week: Sequence[tuple[date, int, int]]) -> None:
        """(Day, received, answered); the last day is today."""
        self._week = week
        words = translate("Today", "%1: %2 received, %3 answered")
        self.setAccessibleName(
            "; ".join(
                words.replace("%1", _weekday(day)).replace("%2", str(got)).replace("%3", str(sent))
                for day, got, sent in week
            )
        )
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot = self.height() - theme.px(24)
        painter.setPen(QPen(theme.colour("border"), 1))
        for share in (0, 1, 2):
            painter.drawLine(0, foot * share // 2, self.width(), foot * share // 2)
        most = max((max(got, sent) for _, got, sent in self._week), default=0) or 1
        for place, (day, got, sent) in enumerate(self._week):
            room = self.width() / len(self._week)
            middle = room * (place + 0.5)
            painter.setPen(Qt.PenStyle.NoPen)
            for count, left, token in ((got, middle - theme.px(11), "border2"), (sent, middle + 1, "accent")):
                height = foot * 0.94 * count / most
                painter.setBrush(theme.colour(token))
                painter.drawRoundedRect(QRectF(left, foot - height, theme.px(10), height), 2, 2)
            today = place == len(self._week) - 1
            painter.setPen(theme.colour("text" if today else "text2"))
            painter.setFont(theme.font(11, 600 if today else 400))
            name = QRectF(room * place, foot + theme.px(8), room, theme.px(16))
            painter.drawText(name, Qt.AlignmentFlag.AlignCenter, _weekday(day))
        painter.end()

    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(118))
        self.update()


def _weekday(day: date) -> str:
    return QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
