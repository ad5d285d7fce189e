"""What is announced, when it is quiet, and what stays when the window is closed."""

from datetime import time

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QTimeEdit

from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.preferences import Closing, Preferences
from shopdesk.ui.settings.controls import Page, Words, numbers
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.calm_box import CalmBox
from shopdesk.ui.widgets.mute_box import MuteBox
from shopdesk.ui.widgets.parts import plain_label
from shopdesk.ui.words import translate

_CLOSINGS = (Closing.ASK, Closing.KEEP, Closing.QUIT)


class NoticesPage(Page):
    """Writes the preferences; `changed` lets whoever announces look at them again."""

    changed = Signal()

    def __init__(self, theme: Theme, preferences: Preferences, now: Now) -> None:
        super().__init__(theme)
        self._preferences = preferences
        self.heading(lambda: translate("Settings", "Notifications"))
        self._add_notices()
        self.mute = MuteBox(theme, preferences, now)
        self.mute.changed.connect(self.changed)
        self.column.addWidget(self.mute)
        self.does(self.mute.retranslate)
        self._add_quiet_hours()
        self._add_background()
        self.column.addStretch(1)
        self.opened()

    @override
    def opened(self) -> None:
        """Show what holds."""
        chosen = self._preferences
        self.wanted.setChecked(chosen.notifications)
        self.focused.setChecked(chosen.while_focused)
        self.hidden.setChecked(chosen.hide_content)
        self.reminder.setChecked(chosen.reminder)
        self.quiet.setChecked(chosen.quiet)
        self.begin.setTime(_as_qt(chosen.quiet_begin))
        self.end.setTime(_as_qt(chosen.quiet_end))
        self.tray.setChecked(chosen.tray)
        self.closing.setCurrentIndex(_CLOSINGS.index(chosen.keep_running))
        self.mute.refresh()
        self._show_what_matters()

    def _add_notices(self) -> None:
        part = self.section(lambda: translate("Settings", "New and waiting mail"))
        self.wanted = self.switch_row(
            part,
            lambda: translate("Settings", "Announce new mail"),
            lambda: translate("Settings", "One notification for a burst of mails, never one each."),
        )
        self.focused = self.switch_row(part, lambda: translate("Settings", "Also while Shopdesk is in front"))
        self.hidden = self.switch_row(
            part,
            lambda: translate("Settings", "Keep names and texts to yourself"),
            lambda: translate("Settings", "The notification says only how many; for screens that others see."),
        )
        self.reminder = self.switch_row(
            part, lambda: translate("Settings", "Remind me in one bar of all customers who wait too long")
        )
        self.reminder.toggled.connect(lambda on: self._keep("reminder", on))
        self.wanted.toggled.connect(lambda on: self._keep("notifications", on))
        self.focused.toggled.connect(lambda on: self._keep("while_focused", on))
        self.hidden.toggled.connect(lambda on: self._keep("hide_content", on))

    def _add_quiet_hours(self) -> None:
        part = self.section(lambda: translate("Settings", "Quiet hours"))
        self.quiet = self.switch_row(part, lambda: translate("Settings", "Announce nothing at night"))
        self.begin = self._time(lambda: translate("Settings", "Quiet from"))
        self.end = self._time(lambda: translate("Settings", "Quiet until"))
        row = QHBoxLayout()
        row.addWidget(self.begin)
        dash = plain_label("text", "–")
        row.addWidget(dash)
        row.addWidget(self.end)
        row.addStretch(1)
        part.addLayout(row)
        self.quiet.toggled.connect(lambda on: self._keep("quiet", on))
        self.begin.timeChanged.connect(lambda at: self._keep("quiet_begin", _as_time(at)))
        self.end.timeChanged.connect(lambda at: self._keep("quiet_end", _as_time(at)))

    def _add_background(self) -> None:
        part = self.section(lambda: translate("Settings", "In the background"))
        self.tray = self.switch_row(part, lambda: translate("Settings", "Show an icon in the notification area"))
        self.closing = CalmBox(self.theme)
        for _ in _CLOSINGS:
            self.closing.addItem("")
        self.does(self._say_closings)
        self.row(part, lambda: translate("Settings", "When the window is closed"), self.closing)
        self.tray.toggled.connect(lambda on: self._keep("tray", on))
        self.closing.activated.connect(lambda place: self._keep("keep_running", _CLOSINGS[place]))

    def _time(self, name: Words) -> QTimeEdit:
        made = numbers(QTimeEdit())
        made.setDisplayFormat("HH:mm")
        self.say(made.setAccessibleName, name)
        return made

    def _say_closings(self) -> None:
        words = (
            translate("Settings", "Ask me"),
            translate("Settings", "Keep bringing in mail"),
            translate("Settings", "Quit Shopdesk"),
        )
        for place, text in enumerate(words):
            self.closing.setItemText(place, text)

    def _keep(self, name: str, value: object) -> None:
        if getattr(self._preferences, name) != value:
            setattr(self._preferences, name, value)
            self._show_what_matters()
            self.changed.emit()

    def _show_what_matters(self) -> None:
        announced = self.wanted.isChecked()
        for switch in (self.focused, self.hidden):
            switch.setEnabled(announced)
        speaks = announced or self.reminder.isChecked()
        self.quiet.setEnabled(speaks)
        self.mute.setEnabled(speaks)
        for edit in (self.begin, self.end):
            edit.setEnabled(speaks and self.quiet.isChecked())


def _as_qt(at: time) -> QTime:
    return QTime(at.hour, at.minute)


def _as_time(at: QTime) -> time:
    return time(at.hour(), at.minute())
