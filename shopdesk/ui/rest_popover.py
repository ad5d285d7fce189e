"""For how long nobody shall be disturbed."""

from datetime import datetime

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.ui.commands.entries import Entry, Kind
from shopdesk.ui.commands.line_list import EDGE
from shopdesk.ui.commands.line_popover import LinePopover
from shopdesk.ui.desk import Now
from shopdesk.ui.muting import Mute, mute_until, mute_words, muted_words
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.words import future_time, translate

WIDTH = 340


class RestPopover(LinePopover):
    """The choices as lines; while it is quiet already, the first one ends that."""

    chosen = Signal(object)
    """Until when (UTC); None: from now on again."""
    settings_chosen = Signal()

    def __init__(self, theme: Theme, window: QWidget, now: Now, until: datetime | None, at: QPoint) -> None:
        super().__init__(theme, window, scrim=False)
        self._now = now
        self._until = until
        self._at = window.mapFromGlobal(at)
        self._column = QVBoxLayout(self.frame)
        self._column.addWidget(self.field)
        self._column.addWidget(self.list)
        self.setAccessibleName(translate("Reminder", "Do not disturb"))
        self.field.setAccessibleName(self.accessibleName())
        self.field.setPlaceholderText(translate("Reminder", "No reminders and notifications…"))
        self.field.setReadOnly(True)
        self.list.setAccessibleName(self.accessibleName())

    def show_choices(self) -> None:
        """Open it."""
        now = self._now()
        lines = [self._line(mute, now) for mute in Mute]
        if muted_words(self._until, now):
            words = translate("Reminder", "Notify and remind again")
            lines.insert(0, Entry(Kind.HERE, words, lambda: self.chosen.emit(None), "bell"))
        settings = translate("Reminder", "Settings of notifications…")
        lines.append(Entry(Kind.HERE, settings, self.settings_chosen.emit, "settings"))
        self.list.show_lines(lines)
        self.open(self.field)

    def _line(self, mute: Mute, now: datetime) -> Entry:
        until = mute_until(mute, now)
        detail = "" if mute is Mute.UNTIL_TURNED_ON else future_time(until, now)
        return Entry(Kind.HERE, mute_words(mute), lambda: self.chosen.emit(until), "moon", detail)

    @override
    def frame_place(self) -> QRect:
        px = self._theme.px
        edge = px(EDGE)
        self.field.setFixedHeight(px(36))
        self._column.setSpacing(edge)
        self._column.setContentsMargins(edge, edge, edge, edge)
        width = min(px(WIDTH), self.width() - px(48))
        height = min(3 * edge + px(36) + self.list.full_height() + 2, self.height() - px(24))
        left = min(max(self._at.x(), px(12)), self.width() - width - px(12))
        top = min(max(self._at.y(), px(12)), self.height() - height - px(12))
        return QRect(left, top, width, height)
