"""The slim bar over the pages that says how many customers wait too long."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from shopdesk.domain.waiting_reminder import Reminder
from shopdesk.ui.notices.reminder_words import reminder_words
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import Button, IconButton, Picture, restate
from shopdesk.ui.words import translate


class ReminderBar(QFrame):
    """Comes and goes by itself and never takes the keys; amber once somebody is overdue."""

    open_clicked = Signal()
    rest_clicked = Signal()
    away_clicked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Reminder, datetime] | None = None
        self.words = ElidedLabel("name")
        self.open, self.rest = Button(theme, "secondary"), Button(theme, "ghost", "moon")
        self.away = IconButton(theme, "x", 28)
        self._row = row = QHBoxLayout(self)
        row.addWidget(Picture(theme, "clock", 16, "amber"))
        row.addWidget(self.words, 1)
        for button in (self.open, self.rest, self.away):
            row.addWidget(button)
        self.open.clicked.connect(lambda _=False: self.open_clicked.emit())
        self.rest.clicked.connect(lambda _=False: self.rest_clicked.emit())
        self.away.clicked.connect(lambda _=False: self.away_clicked.emit())
        self.setProperty("kind", "bar")
        theme.changed.connect(self._restyle)
        self.hide()
        self._restyle()

    def show_reminder(self, reminder: Reminder, now: datetime) -> None:
        """Say it as it is now; who cannot see it hears it when it comes, not each time its number changes."""
        self._shown = (reminder, now)
        self.words.setText(reminder_words(reminder, now))
        self.words.setAccessibleName(self.words.text())
        restate(self, "kind", "doubt" if reminder.overdue else "bar")
        restate(self.words, "type", "doubt" if reminder.overdue else "name")
        self.open.setText(translate("Reminder", "Open the oldest"))
        self.rest.setText(translate("Reminder", "Not now…"))
        self.away.name(translate("Reminder", "Put the reminder away until another one is due"))
        self.setAccessibleName(translate("Reminder", "Reminder"))
        if self.isHidden():
            self.show()
            event = QAccessibleAnnouncementEvent(self, self.words.text())
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)

    def retranslate(self) -> None:
        """Say it in the present language."""
        if self._shown is not None and not self.isHidden():
            self.show_reminder(*self._shown)

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(14), px(4), px(6), px(4))
        self._row.setSpacing(px(8))
        self.retranslate()
