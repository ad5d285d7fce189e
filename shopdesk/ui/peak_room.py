"""Says under the list that it is peak time, and how long it still lasts."""

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from shopdesk.ui.desk import Desk
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.settings_room import SettingsRoom
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.words import duration, translate

if TYPE_CHECKING:
    from shopdesk.domain.target import Peak, TargetRules
    from shopdesk.ui.inbox.quiet_line import QuietLine


def peak_words(minutes: int) -> str:
    """How long the peak still lasts."""
    return translate("Targets", "Peak time, %1 left").replace("%1", duration(timedelta(minutes=minutes)))


class PeakRoom(QObject):
    """One for a window; the line is made when there first is a peak. A click leads to the settings of targets."""

    def __init__(self, inbox: InboxScreen, desk: Desk, around: Surroundings, settings: SettingsRoom) -> None:
        super().__init__(inbox)
        self._inbox = inbox
        self._desk = desk
        self._around = around
        self._settings = settings
        self._peak: Peak | None = None
        settings.targets_changed.connect(self.look)

    def look(self) -> None:
        """Ask beside whether there is a peak."""
        targets = self._desk.targets
        self._around.lanes.reading.submit(targets.rules, self._took, lambda _: None)

    def tick(self) -> None:
        """Time went by."""
        left = None if self._peak is None else self._peak.left(self._around.now())
        if left is not None or "line" in self.__dict__:
            self.line.show_count(0 if left is None else max(1, left // timedelta(minutes=1)))

    @cached_property
    def line(self) -> "QuietLine":
        """The line under the list."""
        from shopdesk.ui.inbox.quiet_line import QuietLine

        line, column = QuietLine(self._around.theme, "clock", peak_words), self._inbox.column
        line.clicked.connect(lambda: self._settings.open("targets"))
        rows = column.layout()
        if isinstance(rows, QVBoxLayout):
            rows.insertWidget(rows.indexOf(column.foot), line)
        return line

    def _took(self, rules: "TargetRules") -> None:
        self._peak = rules.peak
        self.tick()
