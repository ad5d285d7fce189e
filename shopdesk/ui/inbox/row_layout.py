"""Where everything in a row stands and how its texts are cut; worked out once for a row and a width."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QPixmap

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.mood import Mood
from shopdesk.ui.inbox.row_stamps import Stamps
from shopdesk.ui.preferences import Density
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.ruler import Ruler
from shopdesk.ui.words import DueWords, Urgency, due_words, initials, row_time, translate

Rulers = dict[tuple[int, int], Ruler]
"""By size (px at 100 %) and CSS weight; they outlive a layout, as only another size of letters makes other ones."""

_LEFT = 65
_RIGHT = 13


class RowLines:
    """What to draw in a row, in px from its upper left corner."""

    def __init__(self, of: Conversation, drawn_at: int) -> None:
        self.of = of
        self.drawn_at = drawn_at
        self.texts: list[tuple[int, int, str, QFont, QColor]] = []
        """Left end, baseline, words, font, colour."""
        self.stamps: list[tuple[int, int, QPixmap]] = []
        self.marks: list[tuple[QRect, tuple[int, int, str, QFont, QColor]]] = []
        """Words of the search: what lies under them, and they themselves."""


class RowLayout:
    """For one width of the list and one look; another width or look needs another."""

    def __init__(
        self, theme: Theme, width: int, stamps: Stamps, rulers: Rulers, marks: tuple[str, ...], buttons_width: int
    ) -> None:
        self._theme = theme
        self._stamps = stamps
        self._rulers = rulers
        self._marks = marks
        self.drafts: frozenset[ConversationId] = frozenset()
        """Conversations in which somebody began to write."""
        self.cases: Mapping[ConversationId, bool] = {}
        """Conversations that have an open case; True where it hurries."""
        self.compact = theme.density is Density.COMPACT
        self.left = theme.px(8)
        self.width = width - 2 * self.left
        self._buttons_width = buttons_width
        self._text_left = self.left + theme.px(_LEFT - 4 if self.compact else _LEFT)
        self._text_right = self.left + self.width - 1 - theme.px(_RIGHT)
        self.avatar = theme.px(32 if self.compact else 36)
        self.avatar_x = self.left + theme.px(16)

    def avatar_y(self, height: int) -> int:
        """Where the avatar begins in a row of a height."""
        return 1 + ((height - 2 - self.avatar) // 2 if self.compact else self._theme.px(12))

    def lines(self, row: Conversation, height: int, now: datetime, at: int, *, hovered: bool) -> RowLines:
        """Everything of a row that does not depend on its background."""
        px, lines = self._theme.px, RowLines(row, at)
        self._face(lines, row, self.avatar_y(height))
        due = due_words(row, now)
        if self.compact:
            self._name(lines, row, 1 + px(16), now, hovered=hovered)
            right = self._due(lines, self._text_right, 1 + px(38), due) - px(8)
            self._subject_and_snippet(lines, row, right, 1 + px(38))
        else:
            self._name(lines, row, 1 + px(17), now, hovered=hovered)
            self._subject(lines, row, self._text_right, 1 + px(37), 13)
            right = self._due(lines, self._text_right, 1 + px(58), due) - px(8)
            left = self._draft(lines, row, self._clip(lines, row, 1 + px(58)), 1 + px(58))
            self._snippet(lines, left, right, 1 + px(58), row.snippet)
        return lines

    # --- pieces --------------------------------------------------------------------------------------

    def _face(self, lines: RowLines, row: Conversation, top: int) -> None:
        theme, side = self._theme, self.avatar
        if row.unread:
            dot = theme.px(7)
            disc = self._stamps.circle(dot, theme.colour("accent"))
            lines.stamps.append((self.left + theme.px(5), top + side // 2 - dot // 2 - 1, disc))
        name = row.customer_name or row.customer_email
        background, foreground = theme.avatar(row.customer_email or name)
        lines.stamps.append((self.avatar_x, top, self._stamps.circle(side, background)))
        letters, ruler = initials(name), self._ruler(12, 600)
        left = self.avatar_x + (side - ruler.width(letters)) // 2
        lines.texts.append((left, top + side // 2 + ruler.lift, letters, ruler.font, foreground))

    def _name(self, lines: RowLines, row: Conversation, middle: int, now: datetime, *, hovered: bool) -> None:
        px = self._theme.px
        right, small = self._text_right, self._ruler(12)
        if hovered:
            right -= self._buttons_width
        else:
            text = row_time(row.last_at, now)
            right -= small.width(text)
            self._write(lines, right, middle, text, small, "text3")
            if row.agent_name:
                right = self._agent(lines, right, middle, row.agent_name)
        if row.mood is Mood.ANGRY:
            right = self._angry(lines, right, middle)
        count, tiny = str(row.messages) if row.messages > 1 else "", self._ruler(11)
        ruler = self._ruler(13, 600 if row.unread else 500)
        room = right - self._text_left - px(14) - tiny.width(count)
        name, width = ruler.cut(row.customer_name or row.customer_email, room)
        self._write(lines, self._text_left, middle, name, ruler, "text")
        if count:
            self._write(lines, self._text_left + width + px(6), middle, count, tiny, "text3")

    def _agent(self, lines: RowLines, right: int, middle: int, name: str) -> int:
        """Whose it is, as a small avatar; returns where the room for the name ends now."""
        side, ruler, letters = self._theme.px(18), self._ruler(8, 600), initials(name)
        left = right - side - self._theme.px(6)
        background, foreground = self._theme.avatar(name)
        lines.stamps.append((left, middle - side // 2, self._stamps.circle(side, background)))
        place = left + (side - ruler.width(letters)) // 2
        lines.texts.append((place, middle + ruler.lift, letters, ruler.font, foreground))
        return left

    def _angry(self, lines: RowLines, right: int, middle: int) -> int:
        """A face that tells that the customer is angry; returns where the room for the name ends now."""
        side = self._theme.px(14)
        left = right - side - self._theme.px(6)
        lines.stamps.append((left, middle - side // 2, self._stamps.icon("angry", side, "red")))
        return left

    def _subject(self, lines: RowLines, row: Conversation, right: int, middle: int, size: int) -> int:
        """Returns where the subject ends."""
        weight, token = (500, "text") if row.unread else (400, "text2")
        ruler = self._ruler(size, weight)
        subject, width = ruler.cut(row.subject, right - self._text_left)
        self._write(lines, self._text_left, middle, subject, ruler, token)
        return self._text_left + width

    def _subject_and_snippet(self, lines: RowLines, row: Conversation, right: int, middle: int) -> None:
        left = self._subject(lines, row, right, middle, 12)
        if row.id in self.drafts:
            left = self._draft(lines, row, left + self._theme.px(6), middle)
        if right - left > self._theme.px(40) and row.snippet:
            self._snippet(lines, left, right, middle, f" — {row.snippet}")

    def _clip(self, lines: RowLines, row: Conversation, middle: int) -> int:
        """A parcel for a case, a paper clip when there are attachments; returns where the snippet begins."""
        left, side = self._text_left, self._theme.px(13)
        if row.id in self.cases:
            tone = "red" if self.cases[row.id] else "accent_t"
            lines.stamps.append((left - 1, middle - side // 2, self._stamps.icon("package-search", side, tone)))
            left += self._theme.px(17)
        if row.has_attachments:
            lines.stamps.append((left - 1, middle - side // 2, self._stamps.icon("paperclip", side, "text3")))
            left += self._theme.px(17)
        return left

    def _draft(self, lines: RowLines, row: Conversation, left: int, middle: int) -> int:
        """The word that somebody began to write; returns where the snippet begins."""
        if row.id not in self.drafts:
            return left
        ruler, word = self._ruler(12, 500), translate("Inbox", "Draft")
        self._write(lines, left, middle, word, ruler, "accent_t")
        return left + ruler.width(word) + self._theme.px(6)

    def _due(self, lines: RowLines, right: int, middle: int, due: DueWords | None) -> int:
        """The due time at the right end; returns where the room for text ends now."""
        if due is None:
            return right
        if due.urgency is Urgency.PLAIN:
            ruler = self._ruler(11)
            left = right - ruler.width(due.text)
            self._write(lines, left, middle, due.text, ruler, "text2")
            return left
        icon = "clock-alert" if due.urgency is Urgency.LATE else "clock"
        tone = "amber" if due.urgency is Urgency.SOON else "red"
        pill, width = self._stamps.pill(due.text, tone, icon)
        left = right + self._theme.px(2) - width
        lines.stamps.append((left, middle - self._theme.px(19) // 2, pill))
        return left

    def _snippet(self, lines: RowLines, left: int, right: int, middle: int, text: str) -> None:
        ruler = self._ruler(12)
        shown, _ = ruler.cut(text, right - left)
        self._write(lines, left, middle, shown, ruler, "text3")
        folded = shown.casefold()
        for mark in self._marks:
            start = folded.find(mark)
            if start >= 0 and len(folded) == len(shown):
                found, x = shown[start : start + len(mark)], left + ruler.width(shown[:start])
                height = ruler.metrics.height()
                under = QRect(x, middle - height // 2, ruler.width(found), height)
                colour = self._theme.colour("accent_t")
                lines.marks.append((under, (x, middle + ruler.lift, found, ruler.font, colour)))

    def _write(self, lines: RowLines, left: int, middle: int, text: str, ruler: Ruler, token: str) -> None:
        lines.texts.append((left, middle + ruler.lift, text, ruler.font, self._theme.colour(token)))

    def _ruler(self, size: int, weight: int = 400) -> Ruler:
        found = self._rulers.get((size, weight))
        if found is None:
            found = self._rulers[(size, weight)] = Ruler(self._theme.font(size, weight))
        return found
