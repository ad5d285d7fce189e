"""Asks when a mail shall leave."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from shopdesk.ui.commands.entries import Entry, Kind
from shopdesk.ui.commands.snooze_popover import SnoozePopover, choice_text
from shopdesk.ui.overriding import override
from shopdesk.ui.snooze import snooze_offers
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.words import future_time, translate


class LaterPopover(SnoozePopover):
    """The usual moments, or one in words."""

    def __init__(self, theme: Theme, window: QWidget, now: Callable[[], datetime], at: QPoint) -> None:
        super().__init__(theme, window, now, at)
        self.setAccessibleName(translate("Composer", "Send later"))
        self.field.setAccessibleName(translate("Composer", "When shall it leave?"))

    @override
    def _offers(self) -> Sequence[Entry]:
        now = self._now()
        soon = now + timedelta(hours=1)
        hour = Entry(
            Kind.HERE,
            translate("Composer", "In an hour"),
            lambda: self.chosen.emit(soon),
            "clock",
            future_time(soon, now),
        )
        others = [
            self._moment(choice_text(offer.choice), future_time(offer.until, now), offer.until)
            for offer in snooze_offers(now)
        ]
        return [hour, *others]
