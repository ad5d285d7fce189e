"""Hours of the day in which nothing pops up."""

from dataclasses import dataclass
from datetime import datetime, time, tzinfo


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From one time of the day to another, by the clock on the wall; over midnight when `end` is earlier.

    Equal times mean never.
    """

    begin: time
    end: time

    def hold_at(self, moment: datetime, zone: tzinfo | None = None) -> bool:
        """Whether a UTC moment falls into them in a zone (None: the computer's).

        The wall clock decides: when it is turned back, the repeated hour is quiet twice.
        """
        wall = moment.astimezone(zone).time()
        if self.begin <= self.end:
            return self.begin <= wall < self.end
        return wall >= self.begin or wall < self.end
