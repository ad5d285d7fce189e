"""A clock that moves only when it is told to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class StoppedClock:
    """Stands at one moment in UTC; fits wherever a clock is asked for."""

    def __init__(self, moment: datetime = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)) -> None:
        if moment.utcoffset() != timedelta(0):
            raise ValueError("A clock stands in UTC.")
        self._moment = moment

    def now(self) -> datetime:
        """The moment, in UTC."""
        return self._moment

    def advance(self, by: timedelta) -> datetime:
        """Move on; out: the new moment."""
        self._moment += by
        return self._moment
