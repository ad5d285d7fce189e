"""The navigation rail: one item per screen that exists, drawn from a table."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.painted_button import PaintedButton

WIDTH = 84
_EDGES, _GAP = 42, 4
"""Room above, below and under the logo, and between items, in px."""


class RailEntry(NamedTuple):
    """One item: `key` names it to the window."""

    key: str
    icon: str
    at_bottom: bool = False


class RailItem(PaintedButton):
    """An icon over a word, with a count at its upper right."""

    def __init__(self, theme: Theme, entry: RailEntry) -> None:
        super().__init__()
        self._theme = theme
        self._icon = entry.icon
        self._count = 0
        self._short = False
        self.setCheckable(not entry.at_bottom)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_count(self, count: int) -> None:
        """How many need the user; 0 shows nothing."""
        if count != self._count:
            self._count = count
            self.update()

    def leave_word_out(self, *, left_out: bool) -> None:
        """Show the icon alone, with the word under the pointer: in a low window with large letters."""
        if left_out != self._short:
            self._short = left_out
            self.setToolTip(self.text() if left_out else "")
            self._restyle()

    @property
    def full_height(self) -> int:
        """With its word, in px."""
        return self._theme.px(56)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(66), self._theme.px(36) if self._short else self.full_height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("rail_sel"))
            painter.drawRoundedRect(self.rect(), theme.px(10), theme.px(10))
        colour = theme.colour("rail_on" if on or self.underMouse() else "rail_text")
        side = theme.px(20)
        icon = QRect((self.width() - side) // 2, theme.px(8 if self._short else 9), side, side)
        theme.icons.draw(painter, self._icon, icon, colour)
        if not self._short:
            painter.setPen(colour)
            painter.setFont(theme.font(11, 500 if on else 400))
            words = QRect(0, theme.px(33), self.width(), theme.px(18))
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        self._draw_count(painter, icon)
        if self.shows_ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("rail_badge"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(10), theme.px(10))
        painter.end()

    def _draw_count(self, painter: QPainter, icon: QRect) -> None:
        if not self._count:
            return
        theme = self._theme
        text = str(self._count) if self._count < 1000 else "999+"  # noqa: PLR2004 - what fits
        height = theme.px(16)
        width = max(height, theme.metrics(10, 600).horizontalAdvance(text) + theme.px(9))
        rect = QRectF(icon.center().x() + theme.px(5), icon.y() - theme.px(6), width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("rail_badge"))
        painter.drawRoundedRect(rect, height / 2, height / 2)
        painter.setPen(theme.colour("rail_badge_t"))
        painter.setFont(theme.font(10, 600))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _restyle(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()


class Logo(QWidget):
    """The store glyph on its evergreen tile."""

    def __init__(self, theme: Theme, side: int = 36) -> None:
        super().__init__()
        self._theme = theme
        self._side = side
        theme.changed.connect(self._restyle)
        self._restyle()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        theme.icons.draw(painter, "logo-tile", self.rect(), theme.colour("on_badge"))
        side = self.width() * 5 // 9
        place = QPoint((self.width() - side) // 2, (self.height() - side) // 2)
        theme.icons.draw(painter, "store", QRect(place, QSize(side, side)), theme.colour("on_badge"))
        painter.end()

    def _restyle(self) -> None:
        self.setFixedSize(self._theme.px(self._side), self._theme.px(self._side))


class Rail(QWidget):
    """Logo, items from a table, and the bottom ones."""

    chosen = Signal(str)
    """The key of the item that was clicked."""

    def __init__(self, theme: Theme, entries: Sequence[RailEntry]) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.items = {entry.key: RailItem(theme, entry) for entry in entries}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(4)
        self._logo = Logo(theme)
        column.addWidget(self._logo, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(10)
        for entry in (entry for entry in entries if not entry.at_bottom):
            column.addWidget(self.items[entry.key], 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        for entry in (entry for entry in entries if entry.at_bottom):
            column.addWidget(self.items[entry.key], 0, Qt.AlignmentFlag.AlignHCenter)
        for key, item in self.items.items():
            item.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
        theme.changed.connect(self._restyle)
        self._restyle()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        """As low as it gets without the words."""
        return QSize(self._theme.px(WIDTH), 0)

    def _fit(self) -> None:
        around = self._logo.height() + _EDGES + _GAP * (len(self.items) + 2)
        wanted = around + sum(item.full_height for item in self.items.values())
        for item in self.items.values():
            item.leave_word_out(left_out=wanted > self.height())

    def show_chosen(self, key: str) -> None:
        """Mark one item as the present screen."""
        for name, item in self.items.items():
            item.setChecked(name == key)

    def _restyle(self) -> None:
        self.setFixedWidth(self._theme.px(WIDTH))
        self._fit()
