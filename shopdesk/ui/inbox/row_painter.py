"""Draws the rows of the inbox; every measure is given at 100 % and scaled by the theme."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.ids import ConversationId
from shopdesk.ui.inbox.row_layout import RowLayout, RowLines, Rulers
from shopdesk.ui.inbox.row_model import section_text
from shopdesk.ui.inbox.row_stamps import RIM, Stamps
from shopdesk.ui.inbox.sections import Heading, Section
from shopdesk.ui.preferences import Density
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_text

ROW = {Density.COMFORTABLE: 78, Density.COMPACT: 56}
HEADING = 36
HOVER_BUTTONS = ("check", "clock", "mail")
"""Icons of the buttons in a hovered row, from left to right: done, snooze, unread."""

_RIGHT = 13
_BUTTON = 24
_GAP = 2
_LINES_KEPT = 400
_SECONDS_KEPT = 10
"""Times in rows are at most this old; a clock ticks twice a minute anyway."""


class RowLook(NamedTuple):
    """What a row is besides its facts."""

    selected: bool = False
    """It is the current row."""
    checked: bool = False
    """It is one of several selected rows."""
    hovered: bool = False
    focused: bool = False
    pressed_button: int = -1
    """Which hover button is under the pointer; -1 for none."""


class RowPainter:
    """Paints headings and conversations; what can be worked out beforehand is kept for each row."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._marks: tuple[str, ...] = ()
        self._drafts: frozenset[ConversationId] = frozenset()
        self._cases: Mapping[ConversationId, bool] = {}
        self._lines: dict[tuple[int, bool], RowLines] = {}
        self._key: tuple[int, float] = (0, 0.0)
        self._stamps = Stamps(theme, 1.0)
        self._layout: RowLayout | None = None
        self._rulers: Rulers = {}
        theme.changed.connect(self.forget)
        theme.resized.connect(self._measure_anew)

    @property
    def marks(self) -> tuple[str, ...]:
        """Casefolded words of the search, to be set off in the snippets."""
        return self._marks

    @marks.setter
    def marks(self, marks: tuple[str, ...]) -> None:
        if marks != self._marks:
            self._marks = marks
            self.forget()

    def show_drafts(self, conversations: frozenset[ConversationId]) -> None:
        """Conversations in which somebody began to write."""
        self._drafts = conversations
        self.forget()

    def show_cases(self, conversations: Mapping[ConversationId, bool]) -> None:
        """Conversations that have an open case; True where it hurries."""
        self._cases = conversations
        self.forget()

    def forget(self) -> None:
        """Colours, letters, words or measures are other ones now."""
        self._layout = None
        self._lines.clear()

    def heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        """A line such as "Overdue 2"."""
        theme = self._theme
        text = section_text(heading.section)
        colour = theme.colour("red" if heading.section in (Section.OVERDUE, Section.ANGRY) else "text2")
        left, middle = rect.x() + theme.px(20), rect.y() + rect.height() // 2 + theme.px(2)
        metrics = theme.metrics(12, 600)
        draw_text(painter, QPoint(left, middle), text, theme.font(12, 600), metrics, colour)
        gap = metrics.horizontalAdvance(text) + theme.px(7)
        place, count = QPoint(left + gap, middle), str(heading.number)
        draw_text(painter, place, count, theme.font(12), theme.metrics(12), theme.colour("text3"))

    def conversation(self, painter: QPainter, rect: QRect, row: Conversation, look: RowLook, now: datetime) -> None:
        """One conversation: comfortable in three lines, compact in two."""
        layout = self._layout_for(rect.width(), painter.device().devicePixelRatio())
        x, y, height = rect.x(), rect.y(), rect.height()
        ground = "selected" if look.selected or look.checked else "hover" if look.hovered else "canvas"
        if ground != "canvas":
            panel = self._stamps.panel(layout.width, height - 2, ground)
            painter.drawPixmap(x + layout.left, y + 1, panel)
        lines = self._lines_of(layout, row, height, now, hovered=look.hovered)
        for left, top, stamp in lines.stamps:
            painter.drawPixmap(x + left, y + top, stamp)
        for left, base, text, font, colour in lines.texts:
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(x + left, y + base, text)
        self._badge(painter, x + layout.avatar_x, y + layout.avatar_y(height), row.market, ground, look)
        for under, (left, base, text, font, colour) in lines.marks:
            painter.fillRect(under.translated(x, y), self._theme.colour("soft"))
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(x + left, y + base, text)
        if look.hovered:
            self._buttons(painter, rect, look)
        if look.focused:
            self._ring(painter, rect)

    def button_rects(self, rect: QRect) -> list[QRect]:
        """Where the hover buttons of a row are."""
        theme = self._theme
        panel = rect.adjusted(theme.px(8), 1, -theme.px(8), -1)
        side, gap = theme.px(_BUTTON), theme.px(_GAP)
        left = panel.right() - theme.px(_RIGHT) - len(HOVER_BUTTONS) * (side + gap) + gap
        top = panel.y() + theme.px(6)
        return [QRect(left + place * (side + gap), top, side, side) for place in range(len(HOVER_BUTTONS))]

    # --- pieces --------------------------------------------------------------------------------------

    def _measure_anew(self) -> None:
        self._rulers.clear()
        self.forget()

    def _layout_for(self, width: int, ratio: float) -> RowLayout:
        if self._layout is None or self._key != (width, ratio):
            self._key = (width, ratio)
            self._lines.clear()
            self._stamps = Stamps(self._theme, ratio)
            buttons = len(HOVER_BUTTONS) * (self._theme.px(_BUTTON) + self._theme.px(_GAP))
            self._layout = RowLayout(self._theme, width, self._stamps, self._rulers, self._marks, buttons)
            self._layout.drafts = self._drafts
            self._layout.cases = self._cases
        return self._layout

    def _lines_of(
        self, layout: RowLayout, row: Conversation, height: int, now: datetime, *, hovered: bool
    ) -> RowLines:
        at = int(now.timestamp()) // _SECONDS_KEPT
        found = self._lines.get((row.id, hovered))
        if found is None or found.of is not row or found.drawn_at != at:
            if len(self._lines) >= _LINES_KEPT:
                self._lines.clear()
            found = self._lines[(row.id, hovered)] = layout.lines(row, height, now, at, hovered=hovered)
        return found

    def _badge(self, painter: QPainter, left: int, top: int, market: str, ground: str, look: RowLook) -> None:
        layout = self._layout
        if layout is None:
            return
        if look.checked:
            painter.drawPixmap(left, top, self._stamps.checked(layout.avatar))
        px, edge = self._theme.px, layout.avatar - 1 - self._theme.px(14)
        badge = self._stamps.badge(market, ground)
        painter.drawPixmap(left + edge + px(3) - RIM, top + edge + px(4) - RIM, badge)

    def _ring(self, painter: QPainter, rect: QRect) -> None:
        theme = self._theme
        panel = QRectF(rect.adjusted(theme.px(8), 1, -theme.px(8), -1)).adjusted(1, 1, -1, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawRoundedRect(panel, theme.px(9), theme.px(9))

    def _buttons(self, painter: QPainter, rect: QRect, look: RowLook) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, (icon, button) in enumerate(zip(HOVER_BUTTONS, self.button_rects(rect), strict=True)):
            over = place == look.pressed_button
            painter.setPen(QPen(theme.colour("accent" if over else "border"), 1))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6))
            side = theme.px(14)
            inner = QRect(button.center().x() - side // 2 + 1, button.center().y() - side // 2 + 1, side, side)
            theme.icons.draw(painter, icon, inner, theme.colour("text" if over else "text2"))
