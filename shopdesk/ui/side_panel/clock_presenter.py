"""The customer's clock without Qt: asked for when somebody has looked at them for a moment."""

from collections.abc import Callable
from typing import Protocol

from shopdesk.domain.ids import ConversationId
from shopdesk.domain.their_zone import ZoneGuess
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk


class ClockView(Protocol):
    """Where the clock stands."""

    def show_zone(self, zone: ZoneGuess | None) -> None: ...


class TheirClock:
    """Reads raw mails, so it asks once for a conversation."""

    def __init__(self, desk: Desk, reading: WorkLane, current: Callable[[], ConversationId | None]) -> None:
        """In: `current` tells which conversation the card is shown for."""
        self._desk = desk
        self._reading = reading
        self._current = current
        self.view: ClockView | None = None

    def look(self) -> None:
        """Show the likeliest zone of whoever is shown; one that cannot be guessed is none."""
        asked = self._current()
        if asked is None or self.view is None:
            return

        def came(zones: tuple[ZoneGuess, ...]) -> None:
            if self.view is not None and self._current() == asked:
                self.view.show_zone(zones[0] if zones else None)

        self._reading.submit(lambda: self._desk.their_time.of(asked), came, lambda _: None)
