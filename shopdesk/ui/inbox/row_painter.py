"""Draws the rows of the inbox; every measure is given at 100 % and scaled by the theme."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from shopdesk.domain.conversation import Conversation
from shopdesk.ui.inbox.row_model import section_text
from shopdesk.ui.inbox.sections import Heading, Section
from shopdesk.ui.preferences import Density
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_avatar, draw_pill, draw_text, pill_width, shortened
from shopdesk.ui.words import DueWords, Urgency, badge_letter, due_words, initials, row_time

ROW = {Density.COMFORTABLE: 78, Density.COMPACT: 56}
HEADING = 36
HOVER_BUTTONS = ("check", "clock")
"""Icons of the buttons in a hovered row, from left to right: done, snooze."""

_LEFT = 65
_RIGHT = 13
_BUTTON = 24
_BADGE_EDGE = 4
"""Room for the rim around a badge, in px."""


@dataclass(frozen=True, slots=True)
class RowLook:
    """What a row is besides its facts."""

    selected: bool = False
    hovered: bool = False
    focused: bool = False
    pressed_button: int = -1
    """Which hover button is under the pointer; -1 for none."""


class RowPainter:
    """Paints headings and conversations; made once, asks the theme for colours and fonts, which are kept there."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._badges: dict[tuple[object, ...], QPixmap] = {}
        self.marks: tuple[str, ...] = ()
        """Casefolded words of the search, to be set off in the snippets."""

    def heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        """A line such as "Overdue 2"."""
        theme = self._theme
        text = section_text(heading.section)
        colour = theme.colour("red" if heading.section is Section.OVERDUE else "text2")
        left, middle = rect.x() + theme.px(20), rect.y() + rect.height() // 2 + theme.px(2)
        metrics = theme.metrics(12, 600)
        draw_text(painter, QPoint(left, middle), text, theme.font(12, 600), metrics, colour)
        gap = metrics.horizontalAdvance(text) + theme.px(7)
        small = theme.metrics(12)
        draw_text(painter, QPoint(left + gap, middle), str(heading.count), theme.font(12), small, theme.colour("text3"))

    def conversation(self, painter: QPainter, rect: QRect, row: Conversation, look: RowLook, now: datetime) -> None:
        """One conversation: comfortable in three lines, compact in two."""
        theme = self._theme
        panel = rect.adjusted(theme.px(8), 1, -theme.px(8), -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        background = self._background(painter, panel, look)
        compact = theme.density is Density.COMPACT
        avatar = theme.px(32 if compact else 36)
        top = panel.y() + ((panel.height() - avatar) // 2 if compact else theme.px(12))
        self._mark_unread(painter, panel, top + avatar // 2, row)
        place = QRect(panel.x() + theme.px(16), top, avatar, avatar)
        self._draw_avatar(painter, place, row, background)
        if compact:
            self._two_lines(painter, panel, row, look, now)
        else:
            self._three_lines(painter, panel, row, look, now)

    def button_rects(self, rect: QRect) -> list[QRect]:
        """Where the hover buttons of a row are."""
        theme = self._theme
        panel = rect.adjusted(theme.px(8), 1, -theme.px(8), -1)
        side, gap = theme.px(_BUTTON), theme.px(2)
        left = panel.right() - theme.px(_RIGHT) - len(HOVER_BUTTONS) * (side + gap) + gap
        top = panel.y() + theme.px(6)
        return [QRect(left + place * (side + gap), top, side, side) for place in range(len(HOVER_BUTTONS))]

    # --- pieces --------------------------------------------------------------------------------------

    def _background(self, painter: QPainter, panel: QRect, look: RowLook) -> QColor:
        theme = self._theme
        name = "selected" if look.selected else "hover" if look.hovered else "canvas"
        colour = theme.colour(name)
        if name != "canvas":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(panel, theme.px(10), theme.px(10))
        if look.focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(panel).adjusted(1, 1, -1, -1), theme.px(9), theme.px(9))
        return colour

    def _mark_unread(self, painter: QPainter, panel: QRect, middle: int, row: Conversation) -> None:
        if row.unread:
            side = self._theme.px(7)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawEllipse(panel.x() + self._theme.px(5), middle - side // 2 - 1, side, side)

    def _draw_avatar(self, painter: QPainter, place: QRect, row: Conversation, background: QColor) -> None:
        theme = self._theme
        name = row.customer_name or row.customer_email
        draw_avatar(painter, theme, place, initials(name), row.customer_email or name)
        side = theme.px(14)
        badge = QRect(place.right() - side + theme.px(3), place.bottom() - side + theme.px(4), side, side)
        ratio = painter.device().devicePixelRatio()
        key = (row.market, background.rgba(), theme.is_dark, theme.type, ratio)
        drawn = self._badges.get(key)
        if drawn is None:
            drawn = self._badges[key] = self._badge(row.market, background, side, ratio)
        painter.drawPixmap(badge.x() - _BADGE_EDGE, badge.y() - _BADGE_EDGE, drawn)

    def _badge(self, market: str, background: QColor, side: int, ratio: float) -> QPixmap:
        """The letter of a channel with a rim in the colour of its row; there are few, so each is drawn once."""
        theme, whole = self._theme, side + 2 * _BADGE_EDGE
        drawn = QPixmap(ceil(whole * ratio), ceil(whole * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        badge = QRect(_BADGE_EDGE, _BADGE_EDGE, side, side)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(background, theme.px(2)))
        painter.setBrush(QColor(theme.tokens.badge(market)))
        painter.drawRoundedRect(QRectF(badge).adjusted(-1, -1, 1, 1), theme.px(5), theme.px(5))
        painter.setPen(theme.colour("on_badge"))
        painter.setFont(theme.font(10, 600))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, badge_letter(market))
        painter.end()
        return drawn

    def _three_lines(self, painter: QPainter, panel: QRect, row: Conversation, look: RowLook, now: datetime) -> None:
        theme = self._theme
        left, right = panel.x() + theme.px(_LEFT), panel.right() - theme.px(_RIGHT)
        self._name_line(painter, panel, QPoint(left, panel.y() + theme.px(17)), row, look, now)
        weight, colour = (500, "text") if row.unread else (400, "text2")
        metrics = theme.metrics(13, weight)
        subject = shortened(metrics, row.subject, right - left)
        middle = panel.y() + theme.px(37)
        draw_text(painter, QPoint(left, middle), subject, theme.font(13, weight), metrics, theme.colour(colour))
        middle = panel.y() + theme.px(58)
        right = self._due(painter, right, middle, due_words(row, now))
        if row.has_attachments:
            clip = theme.px(13)
            place = QRect(left - 1, middle - clip // 2, clip, clip)
            theme.icons.draw(painter, "paperclip", place, theme.colour("text3"))
            left += theme.px(17)
        self._snippet(painter, left, right - theme.px(8), middle, row.snippet)

    def _two_lines(self, painter: QPainter, panel: QRect, row: Conversation, look: RowLook, now: datetime) -> None:
        theme = self._theme
        left, right = panel.x() + theme.px(_LEFT - 4), panel.right() - theme.px(_RIGHT)
        self._name_line(painter, panel, QPoint(left, panel.y() + theme.px(16)), row, look, now)
        middle = panel.y() + theme.px(38)
        right = self._due(painter, right, middle, due_words(row, now)) - theme.px(8)
        weight, colour = (500, "text") if row.unread else (400, "text2")
        metrics = theme.metrics(12, weight)
        subject = shortened(metrics, row.subject, right - left)
        draw_text(painter, QPoint(left, middle), subject, theme.font(12, weight), metrics, theme.colour(colour))
        left += metrics.horizontalAdvance(subject)
        if right - left > theme.px(40) and row.snippet:
            self._snippet(painter, left, right, middle, f" — {row.snippet}")

    def _name_line(
        self, painter: QPainter, panel: QRect, place: QPoint, row: Conversation, look: RowLook, now: datetime
    ) -> None:
        theme, left, middle = self._theme, place.x(), place.y()
        right = panel.right() - theme.px(_RIGHT)
        if look.hovered:
            self._buttons(painter, panel, look)
            right = self.button_rects(panel.adjusted(-theme.px(8), -1, theme.px(8), 1))[0].x()
        else:
            text = row_time(row.last_at, now)
            small = theme.metrics(12)
            right -= small.horizontalAdvance(text)
            draw_text(painter, QPoint(right, middle), text, theme.font(12), small, theme.colour("text3"))
        weight = 600 if row.unread else 500
        metrics = theme.metrics(13, weight)
        count = str(row.messages) if row.messages > 1 else ""
        room = right - left - theme.px(14) - theme.metrics(11).horizontalAdvance(count)
        name = shortened(metrics, row.customer_name or row.customer_email, room)
        draw_text(painter, QPoint(left, middle), name, theme.font(13, weight), metrics, theme.colour("text"))
        left += metrics.horizontalAdvance(name) + theme.px(6)
        draw_text(painter, QPoint(left, middle), count, theme.font(11), theme.metrics(11), theme.colour("text3"))

    def _buttons(self, painter: QPainter, panel: QRect, look: RowLook) -> None:
        theme = self._theme
        whole = panel.adjusted(-theme.px(8), -1, theme.px(8), 1)
        for place, (icon, rect) in enumerate(zip(HOVER_BUTTONS, self.button_rects(whole), strict=True)):
            over = place == look.pressed_button
            painter.setPen(QPen(theme.colour("accent" if over else "border"), 1))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6))
            side = theme.px(14)
            inner = QRect(rect.center().x() - side // 2 + 1, rect.center().y() - side // 2 + 1, side, side)
            theme.icons.draw(painter, icon, inner, theme.colour("text" if over else "text2"))

    def _due(self, painter: QPainter, right: int, middle: int, due: DueWords | None) -> int:
        """Draws the due time at the right end; returns where the room for text ends now."""
        if due is None:
            return right
        theme = self._theme
        if due.urgency is Urgency.PLAIN:
            metrics = theme.metrics(11)
            left = right - metrics.horizontalAdvance(due.text)
            draw_text(painter, QPoint(left, middle), due.text, theme.font(11), metrics, theme.colour("text2"))
            return left
        late = due.urgency is Urgency.LATE
        icon, tone = ("clock-alert", "red") if late else ("clock", "amber")
        width = pill_width(theme, due.text, icon)
        height = theme.px(19)
        rect = QRect(right + theme.px(2) - width, middle - height // 2, width, height)
        draw_pill(painter, theme, rect, due.text, tone, icon)
        return rect.x()

    def _snippet(self, painter: QPainter, left: int, right: int, middle: int, text: str) -> None:
        theme = self._theme
        metrics = theme.metrics(12)
        shown = shortened(metrics, text, right - left)
        place = QPoint(left, middle)
        draw_text(painter, place, shown, theme.font(12), metrics, theme.colour("text3"))
        folded = shown.casefold()
        for mark in self.marks:
            start = folded.find(mark)
            if start >= 0 and len(folded) == len(shown):
                x = left + metrics.horizontalAdvance(shown[:start])
                found = shown[start : start + len(mark)]
                rect = QRect(x, middle - metrics.height() // 2, metrics.horizontalAdvance(found), metrics.height())
                painter.fillRect(rect, theme.colour("soft"))
                draw_text(painter, QPoint(x, middle), found, theme.font(12), metrics, theme.colour("accent_t"))
