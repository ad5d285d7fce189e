"""What the reminder of everybody who waits says."""

from datetime import datetime

from PySide6.QtCore import QLocale

from shopdesk.domain.waiting_reminder import Reminder
from shopdesk.ui.words import counted, future_time, since_time, translate


def reminder_words(reminder: Reminder, now: datetime) -> str:
    """How many wait, since when, and how it presses."""
    one = translate("Reminder", "1 customer waits for an answer, since %2")
    many = translate("Reminder", "%1 customers wait for an answer, the longest since %2")
    waits = counted(reminder.count, one, many).replace("%2", since_time(reminder.since, now))
    return translate("Reminder", "%1 · %2").replace("%1", waits).replace("%2", _pressing(reminder, now))


def _pressing(reminder: Reminder, now: datetime) -> str:
    if not reminder.overdue:
        return translate("Reminder", "first due %1").replace("%1", future_time(reminder.first_due, now))
    if reminder.overdue == reminder.count == 1:
        return translate("Reminder", "overdue")
    return translate("Reminder", "%1 overdue").replace("%1", QLocale().toString(reminder.overdue))
