"""Tabs as plain words with counts."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_text, fill
from shopdesk.ui.widgets.painted_button import PaintedButton


class TabWord(PaintedButton):
    """One word with its count and, when it is the current one, a bar under it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._count = 0
        self._shows_count = True
        self._short = False
        self._widest: int | None = None
        self.setCheckable(True)
        theme.changed.connect(self.updateGeometry)

    def name(self, text: str) -> None:
        """Its word; screen readers hear the count too."""
        self.setText(text)
        self._tell()

    def show_count(self, count: int | None) -> None:
        """The number behind the word; None for no number."""
        self._shows_count = count is not None
        self._count = count or 0
        self._tell()
        self.updateGeometry()
        self.update()

    def leave_count_out(self, left_out: bool) -> None:
        """Show the word alone, where room is short."""
        if left_out != self._short:
            self._short = left_out
            self.updateGeometry()
            self.update()

    def be_at_most(self, width: int | None) -> None:
        """The last that gives way is the word itself: what is cut off is in its tool tip. None: as wide as it is."""
        if width != self._widest:
            self._widest = width
            self.setToolTip(self.text() if self._shown_text() != self.text() else "")
            self.updateGeometry()
            self.update()

    def _shown_text(self) -> str:
        if self._widest is None:
            return self.text()
        metrics = self._theme.metrics(13, 600)
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self._widest - 2)

    @override
    def sizeHint(self) -> QSize:
        theme = self._theme
        if self._widest is not None:
            return QSize(min(self._widest, theme.metrics(13, 600).horizontalAdvance(self.text()) + 2), theme.px(38))
        width = theme.metrics(13, 600).horizontalAdvance(self.text())
        if self._shows_count and not self._short:
            width += theme.px(5) + theme.metrics(12).horizontalAdvance(str(self._count))
        return QSize(width + 2, theme.px(38))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, on = self._theme, QPainter(self), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        weight = 600 if on else 400
        metrics = theme.metrics(13, weight)
        place = self.rect().center()
        place.setX(0)
        colour = theme.colour("text" if on or self.underMouse() else "text2")
        draw_text(painter, place, self._shown_text(), theme.font(13, weight), metrics, colour)
        if self._shows_count and not self._short:
            place.setX(metrics.horizontalAdvance(self.text()) + theme.px(5))
            token = "accent_t" if on else "text3"
            draw_text(painter, place, str(self._count), theme.font(12), theme.metrics(12), theme.colour(token))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(0, self.height() - 3, self.width(), 3), 1.5, 1.5)
        if self.shows_ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 4, -1, -5), 4, 4)
        painter.end()

    def _tell(self) -> None:
        self.setAccessibleName(f"{self.text()} {self._count}" if self._shows_count else self.text())


class TabWords(QWidget):
    """A row of words of which one is the current one; those that do not fit are squeezed together first."""

    chosen = Signal(int)
    """The place of the word that was clicked."""

    def __init__(self, theme: Theme, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words: Sequence[TabWord] = [TabWord(theme) for _ in range(count)]
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        for place, word in enumerate(self.words):
            self._group.addButton(word, place)
            self._row.addWidget(word)
        self._row.addStretch(1)
        self._group.idClicked.connect(self.chosen)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_chosen(self, place: int | None) -> None:
        """Mark one word, or none during a search."""
        self._group.setExclusive(False)
        for number, word in enumerate(self.words):
            word.setChecked(number == place)
        self._group.setExclusive(place is not None)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, QRect(0, self.height() - 1, self.width(), 1), self._theme.colour("border"))
        painter.end()

    def arrange(self, width: int) -> None:
        """Choose the distance between the words so that all fit into `width` px; counts give way first."""
        px, gaps = self._theme.px, max(1, len(self.words) - 1)
        room = width - px(20) - px(8)
        spacing = 0
        for word in self.words:
            word.be_at_most(None)
        for hidden, also_of_chosen in ((False, False), (True, False), (True, True)):
            for word in self.words:
                word.leave_count_out(hidden and (also_of_chosen or not word.isChecked()))
            spacing = (room - sum(word.sizeHint().width() for word in self.words)) // gaps
            if spacing >= px(6):
                break
        if spacing < px(2):
            widest = _even([word.sizeHint().width() for word in self.words], room - px(6) * gaps)
            for word in self.words:
                word.be_at_most(widest)
            spacing = px(6)
        self._row.setSpacing(max(px(2), min(px(20), spacing)))

    def _restyle(self) -> None:
        side = self._theme.px(20)
        self._row.setContentsMargins(side, 0, self._theme.px(8), 0)
        self._row.setSpacing(self._theme.px(16))
        self.setFixedHeight(self._theme.px(39))


def _even(widths: Sequence[int], room: int) -> int:
    """How wide the widest may be, so that all fit: the short ones keep their width."""
    left = room
    for place, width in enumerate(sorted(widths)):
        share = left // (len(widths) - place)
        if width > share:
            return share
        left -= width
    return max(widths, default=room)
