"""Reminds of everybody who waits too long, in one bar over the pages: it follows the desk and closes itself."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.domain.errors import ShopdeskError
from shopdesk.domain.quiet_hours import QuietHours
from shopdesk.domain.waiting_reminder import Reminder, ReminderRules, Waiting, reminder_at
from shopdesk.ui.desk import Desk
from shopdesk.ui.muting import muted_words
from shopdesk.ui.notices.reminder_bar import ReminderBar
from shopdesk.ui.notices.reminder_words import reminder_words
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.words import translate

if TYPE_CHECKING:
    from shopdesk.domain.changes import Changes
    from shopdesk.domain.conversation import Conversation
    from shopdesk.ui.notice_room import NoticeRoom
    from shopdesk.ui.rest_popover import RestPopover
    from shopdesk.ui.settings_room import SettingsRoom

SOON_MS = 400
"""After a change, so that many at once are one look."""

_log = logging.getLogger(__name__)


class ReminderRoom(QObject):
    """One for a window; made after the first paint."""

    told = Signal(str)
    """A sentence for the toast."""
    rested = Signal()
    """Until when nobody is disturbed is another moment now."""
    settings_asked = Signal()

    def __init__(self, window: QWidget, column: QVBoxLayout, desk: Desk, around: Surroundings) -> None:
        """In: `column` stands over all pages."""
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._around = around
        self.show_conversation: Callable[[Conversation], None] = lambda _: None
        self.give_keys_back: Callable[[], None] = lambda: None
        """Called when the bar goes while one of its buttons has the keys."""
        self.announce: Callable[[Reminder, str], None] = lambda _reminder, _words: None
        """Told when the reminder comes, and again when the first one is overdue; once, however many wait."""
        self.shown: Reminder | None = None
        self.popover: RestPopover | None = None
        self._put_away_at: datetime | None = None
        self.bar = ReminderBar(around.theme)
        self._frame = QVBoxLayout()
        self._frame.addWidget(self.bar)
        column.insertLayout(0, self._frame)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.look)
        self.bar.open_clicked.connect(self.open_longest)
        self.bar.rest_clicked.connect(self.ask_rest)
        self.bar.away_clicked.connect(self.put_away)

    def join(self, notices: "NoticeRoom", settings: "SettingsRoom") -> None:
        """Share what disturbs nobody with the notices; they also tell of it where no window is in sight."""
        self.rested.connect(notices.apply_preferences)
        self.announce = notices.say_waiting
        notices.tray.mute_asked.connect(self.look)
        settings.notices_changed.connect(self.look)
        settings.targets_changed.connect(self.look)
        self.look()

    # --- following the desk -----------------------------------------------------------------------------------

    def heard(self, changes: "Changes") -> None:
        """Something was written: the number may be another one."""
        if (changes.conversations or changes.removed_conversations or changes.day) and not self._soon.isActive():
            self._soon.start()

    def look(self) -> None:
        """Ask beside who waits too long, and show it."""
        if self._rules().rest_at(self._around.now()):
            self._show(None)
            return
        self._around.lanes.reading.submit(self._desk.day.waiting, self._found, _forget)

    def put_away(self) -> None:
        """Until another one is due soon, or overdue."""
        self._put_away_at = self._around.now()
        self._show(None)

    # --- what a person does -----------------------------------------------------------------------------------

    def open_longest(self) -> None:
        """Open the most overdue conversation, also while the reminder rests."""
        self._around.lanes.reading.submit(self._first, self._open, _forget)

    def ask_rest(self) -> None:
        """For how long nobody shall be disturbed."""
        from shopdesk.ui.rest_popover import RestPopover

        button, until = self.bar.rest, self._around.preferences.muted_until
        at = button.rect().bottomLeft() if button.isVisible() else QPoint(self._window.width() // 3, 80)
        place = button.mapToGlobal(at) if button.isVisible() else self._window.mapToGlobal(at)
        self.popover = RestPopover(self._around.theme, self._window, self._around.now, until, place)
        self.popover.chosen.connect(self.rest)
        self.popover.settings_chosen.connect(self.settings_asked)
        self.popover.show_choices()

    def rest(self, until: datetime | None) -> None:
        """Disturb nobody until a moment (UTC); None: from now on again."""
        self._around.preferences.muted_until = until
        words = muted_words(until, self._around.now())
        self.told.emit(words or translate("Reminder", "Notifications and reminders are on again."))
        self.rested.emit()
        self.look()

    # --- inside -----------------------------------------------------------------------------------------------

    def _rules(self) -> ReminderRules:
        chosen = self._around.preferences
        quiet = QuietHours(chosen.quiet_begin, chosen.quiet_end) if chosen.quiet else None
        return ReminderRules(chosen.reminder, quiet, chosen.muted_until, self._put_away_at)

    def _found(self, waiting: Sequence[Waiting]) -> None:
        self._show(reminder_at(self._around.now(), waiting, self._rules()))

    def _show(self, reminder: Reminder | None) -> None:
        before, self.shown = self.shown, reminder
        if reminder is None:
            had_keys = self.bar.isAncestorOf(self._window.focusWidget())
            self.bar.hide()
            self._frame.setContentsMargins(0, 0, 0, 0)
            if had_keys:
                self.give_keys_back()
            return
        px, now = self._around.theme.px, self._around.now()
        self._frame.setContentsMargins(px(12), px(8), px(12), px(8))
        self.bar.show_reminder(reminder, now)
        if before is None or (reminder.overdue and not before.overdue):
            self.announce(reminder, reminder_words(reminder, now))

    def _first(self) -> "Conversation | None":
        """In the lane."""
        first = reminder_at(self._around.now(), self._desk.day.waiting(), ReminderRules())
        rows: Sequence[Conversation] = () if first is None else self._desk.conversations.rows([first.first])
        return next(iter(rows), None)

    def _open(self, row: "Conversation | None") -> None:
        if row is None:
            self.told.emit(translate("Reminder", "Nobody waits too long."))
        else:
            self.show_conversation(row)


def _forget(error: Exception) -> None:
    """The list tells as well; a bug is told there."""
    if not isinstance(error, ShopdeskError):
        _log.error("who waits could not be asked", exc_info=error)
