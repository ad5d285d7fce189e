"""What was understood of a text about a moment, piece by piece."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

_NOON = 12
_HOURS = 24
_MINUTES = 60
Roll = Callable[[date], date]


class Part(Enum):
    """A part of the day: the hour that it means alone, and which hours it pushes into the afternoon (0: none)."""

    DAWN = (6, 0)
    MORNING = (9, 0)
    NOON = (12, 4)
    AFTERNOON = (14, 12)
    EVENING = (18, 12)
    NIGHT = (20, 12)
    MIDNIGHT = (24, 0)

    @property
    def hour(self) -> int:
        """The hour that it means alone."""
        return self.value[0]

    def fitted(self, hour: int) -> int:
        """An hour said together with this part; 24 is the midnight that ends the day."""
        if hour == _NOON:
            late = self in (Part.EVENING, Part.NIGHT, Part.MIDNIGHT)
            return _HOURS if late else 0 if self is Part.DAWN else hour
        return hour + _NOON if hour < self.value[1] else hour


@dataclass(slots=True)
class Reading:
    """What was understood so far, on the day `today`."""

    today: date
    day: date | None = None
    roll: Roll | None = None
    """The day to take instead when the moment is past; None: then it is refused."""
    hour: int | None = None
    minute: int = 0
    is_loose: bool = False
    """The hour stood alone, so that 3 means the afternoon."""
    part: Part | None = None
    span: timedelta | None = None
    """From now on."""
    is_later: bool = False
    is_count: bool = False
    """The day was counted from today."""

    @property
    def has_clock(self) -> bool:
        """Whether a time of the day was said."""
        return self.hour is not None or self.part is not None

    @property
    def says_something(self) -> bool:
        """Whether it is one moment: a span alone, or a day, or a time, or both."""
        says_when = self.day is not None or self.has_clock
        return says_when if self.span is None and not self.is_later else not says_when

    def set_day(self, day: date, roll: Roll | None = None) -> bool:
        """A day was said; False when another one was said before."""
        if self.day is not None:
            return False
        self.day, self.roll = day, roll
        return True

    def set_clock(self, hour: int, minute: int = 0, *, loose: bool = False) -> bool:
        """A time was said; False when it is none, or another one was said before."""
        if self.hour is not None or hour > _HOURS or minute >= _MINUTES or (hour == _HOURS and minute):
            return False
        self.hour, self.minute, self.is_loose = hour, minute, loose
        return True

    def set_part(self, part: Part) -> bool:
        """A part of the day was said; False when another one was said before."""
        if self.part is not None:
            return False
        self.part = part
        return True

    def add_span(self, length: timedelta) -> None:
        """So long from now on, besides what was said before ("1 h 30 min")."""
        self.span = (self.span or timedelta()) + length
