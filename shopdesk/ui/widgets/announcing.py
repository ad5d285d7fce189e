"""Says something to a screen reader; imported when there is something to say, for Qt has many enumerations to make."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


def announce(speaker: QObject, words: str) -> None:
    """Say words, after what the screen reader is saying."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(speaker, words))
