"""Asks when a mail shall leave."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from shopdesk.domain.their_zone import MORNING, Certainty, ZoneGuess, named_zone
from shopdesk.ui.commands.entries import Entry, Kind
from shopdesk.ui.commands.snooze_popover import SnoozePopover, choice_text
from shopdesk.ui.overriding import override
from shopdesk.ui.snooze import snooze_offers
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.words import future_time, translate

_HOUR = r"(?:[01]?\d|2[0-3])"
_HOUR_AND_PLACE = re.compile(rf"\s*(?:({_HOUR})(?::00)?\s+)?([^\d\s].*?)(?:\s+({_HOUR})(?::00)?)?\s*")
_MOST = 2
"""Clocks that are offered where nobody is sure."""


class LaterPopover(SnoozePopover):
    """The usual moments, nine o'clock where the customer is, or a moment or a city in words."""

    takes_reason = False
    widest = 460
    zone_named = Signal(object)
    """The `ZoneGuess` of the city that a person typed and chose: there the customer lives."""

    def __init__(self, theme: Theme, window: QWidget, now: Callable[[], datetime], at: QPoint) -> None:
        self._zones: Sequence[ZoneGuess] = ()
        super().__init__(theme, window, now, at)
        self.setAccessibleName(translate("Composer", "Send later"))
        self.field.setAccessibleName(translate("Composer", "When shall it leave?"))
        self.field.setPlaceholderText(translate("Composer", "When? “tomorrow 9”, “friday”, or their city"))

    def offer_zones(self, zones: Sequence[ZoneGuess]) -> None:
        """Where the customer may be, the likeliest first; below the other moments, so that none of them moves."""
        if not isValid(self):  # the answer may come when the popover is gone
            return
        is_sure = bool(zones) and zones[0].certainty is Certainty.SURE
        self._zones = zones[:1] if is_sure else zones[:_MOST]
        if self._zones and not self.field.text().strip():
            row = self.list.currentIndex().row()
            self._typed("")
            self.list.step(row)

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
        return [hour, *others, *(self._there(zone, MORNING) for zone in self._zones)]

    @override
    def _typed(self, text: str) -> None:
        found = _HOUR_AND_PLACE.fullmatch(text)
        zone = named_zone(found[2]) if found is not None else None
        if found is None or zone is None:
            super()._typed(text)
            return
        self.refusal.hide()
        self.list.show_lines([self._there(zone, int(found[1] or found[3] or MORNING), is_named=True)])
        self.list.show()
        self.arrange()

    def _there(self, zone: ZoneGuess, hour: int, *, is_named: bool = False) -> Entry:
        """An hour on their clock, and what ours shows then."""
        now = self._now()
        moment = zone.morning(now, hour)
        title = translate("Composer", "%1:00 their time (%2)")
        if zone.certainty is Certainty.GUESS:
            title = translate("Composer", "%1:00 their time (perhaps %2)")
        here = translate("Composer", "%1 here").replace("%1", future_time(moment, now))

        def run() -> None:
            if is_named:
                self.zone_named.emit(zone)
            self.chosen.emit(moment)

        return Entry(Kind.HERE, title.replace("%1", str(hour)).replace("%2", zone.city), run, "globe", here)
