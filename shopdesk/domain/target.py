"""Targets: within what time a mailbox answers, and the steps of the sum that leads to a due time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.ids import MailboxId

DAY_MINUTES = 24 * 60
WEEK = 7
LONGEST = timedelta(days=30)
PEAK_FACTOR = 2.0
"""A company's target in peak times where the rule says nothing; a marketplace grants nothing."""


class TargetMode(StrEnum):
    """Whose clock it is."""

    PLATFORM = "platform"
    """It never stops: nights, weekends and holidays count."""
    COMPANY = "company"
    """Only opening hours count."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A part of a day in minutes after midnight of the wall clock; the end (up to 1440) is not in it."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= DAY_MINUTES:
            raise InputRefused("hours", f"{self.start}-{self.end} is no part of a day")

    @property
    def written(self) -> str:
        """As `09:00-18:00`."""
        return f"{self.start // 60:02d}:{self.start % 60:02d}-{self.end // 60:02d}:{self.end % 60:02d}"

    @staticmethod
    def read(text: str) -> "Span":
        """A span as `09:00-18:00`; raises `InputRefused`."""
        try:
            start, end = (_minutes(part) for part in text.strip().split("-"))
        except ValueError as error:
            raise InputRefused("hours", f"{text!r} is not written like 09:00-18:00") from error
        return Span(start, end)


def _minutes(text: str) -> int:
    if text.strip() == "24:00":
        return DAY_MINUTES
    wall = time.fromisoformat(text.strip())
    return wall.hour * 60 + wall.minute


WORKDAY = (Span(9 * 60, 18 * 60),)
LUNCH = Span(12 * 60, 13 * 60)


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """When a company answers, on the wall clock of its zone."""

    week: tuple[tuple[Span, ...], ...] = (WORKDAY,) * 5 + ((),) * 2
    """Monday first; each day has any number of spans that do not overlap."""
    zone: str = "UTC"
    """IANA name."""
    lunch: Span | None = None
    """Closed on each day, also where a span goes over it."""
    country: str = ""
    """ISO 3166 code whose public holidays are closed; empty for none."""
    holidays: frozenset[date] = frozenset()
    """The public holidays, looked up when the rule was saved."""
    made_up: frozenset[date] = frozenset()
    """Weekend days that are worked because a holiday was moved (China's 调休); their spans are the week's first."""
    closed: frozenset[date] = frozenset()
    """Own days off."""
    opened: Mapping[date, tuple[Span, ...]] = field(default_factory=dict)
    """Own open days, which go before holidays and the week; their spans are taken as they are."""

    def __post_init__(self) -> None:
        if len(self.week) != WEEK:
            raise InputRefused("hours", "a week has seven days")
        for spans in (*self.week, *self.opened.values()):
            if any(one.end > other.start for one, other in zip(sorted(spans), sorted(spans)[1:], strict=False)):
                raise InputRefused("hours", "spans of a day overlap")

    @property
    def usual(self) -> tuple[Span, ...]:
        """The spans of the first weekday that has any."""
        return next((spans for spans in self.week if spans), ())

    @property
    def is_never_open(self) -> bool:
        """True when no weekday has an opening that lunch leaves over."""
        return not any(without(spans, self.lunch) for spans in self.week)


def without(spans: tuple[Span, ...], lunch: Span | None) -> tuple[Span, ...]:
    """Spans of a day, in order, with the lunch cut out."""
    if lunch is None:
        return tuple(sorted(spans))
    left: list[Span] = []
    for span in sorted(spans):
        before, after = min(span.end, lunch.start), max(span.start, lunch.end)
        left += [Span(start, end) for start, end in ((span.start, before), (after, span.end)) if start < end]
    return tuple(left)


@dataclass(frozen=True, slots=True)
class TargetRule:
    """Within what time a mailbox answers."""

    mailbox: MailboxId
    mode: TargetMode = TargetMode.PLATFORM
    hours: timedelta = timedelta(hours=24)
    """From the question to the answer; for a company in opening hours."""
    urgent: timedelta = timedelta(hours=4)
    """The same for what is urgent, where it is shorter."""
    amber: timedelta = timedelta(hours=2)
    """How long before the due time it turns amber."""
    red: timedelta = timedelta()
    """How long before the due time it turns red."""
    peak_factor: float | None = None
    """What the target is multiplied by in peak times; None: twice for a company, nothing for a marketplace."""
    old_mail: bool = False
    """Questions whose time was up before they were imported are due too."""
    opening: OpeningHours = OpeningHours()

    def __post_init__(self) -> None:
        for name, length in (("hours", self.hours), ("urgent", self.urgent)):
            if not timedelta(minutes=1) <= length <= LONGEST:
                raise InputRefused(name, "is not between a minute and 30 days")
        if not timedelta() <= self.red <= self.amber <= LONGEST:
            raise InputRefused("red", "comes before amber")
        if self.peak_factor is not None and not 1 <= self.peak_factor <= 10:  # noqa: PLR2004 - ten times is no target
            raise InputRefused("peak_factor", "is not between 1 and 10")

    @property
    def relaxed(self) -> float:
        """What the target is multiplied by in peak times."""
        if self.peak_factor is not None:
            return self.peak_factor
        return PEAK_FACTOR if self.mode is TargetMode.COMPANY else 1.0


@dataclass(frozen=True, slots=True)
class Peak:
    """A time of many mails: who still waits in time when it begins, or asks while it lasts, is answered later."""

    start: datetime
    until: datetime

    def left(self, now: datetime) -> timedelta | None:
        """How long it still lasts, None when it does not."""
        return self.until - now if self.start <= now < self.until else None


@dataclass(frozen=True, slots=True)
class TargetRules:
    """All rules of a desk."""

    by_mailbox: Mapping[MailboxId, TargetRule] = field(default_factory=dict)
    peak: Peak | None = None

    def of(self, mailbox: MailboxId) -> TargetRule:
        """The rule of a mailbox; a marketplace's 24 hours where none was set."""
        return self.by_mailbox.get(mailbox) or _usual(mailbox)


@lru_cache(maxsize=64)
def _usual(mailbox: MailboxId) -> TargetRule:
    return TargetRule(mailbox)


class StepKind(StrEnum):
    """Why a part of the time from question to due time counts or not."""

    COUNTED = "counted"
    PAUSED = "paused"
    """The customer was asked."""
    CLOSED = "closed"
    """Outside of the opening hours."""
    LUNCH = "lunch"
    HOLIDAY = "holiday"
    """A public holiday or an own day off."""


@dataclass(frozen=True, slots=True)
class Step:
    """One part of the sum."""

    what: StepKind
    starts: datetime
    ends: datetime | None
    """None while a pause goes on."""
    counted: timedelta = timedelta()
    """What it adds to the target."""


class LengthKind(StrEnum):
    """Where the length of a target comes from."""

    USUAL = "usual"
    URGENT = "urgent"
    PEAK = "peak"


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a due time came about; the counted times of the steps add up to `length` once it is due at a moment."""

    due_at: datetime | None
    """None when the clock stands, is off, or nobody waits."""
    steps: tuple[Step, ...] = ()
    asked_at: datetime | None = None
    length: timedelta = timedelta()
    because: LengthKind = LengthKind.USUAL
    mode: TargetMode = TargetMode.PLATFORM
    is_off: bool = False
    """It is old imported mail whose time was up already."""

    def total(self, what: StepKind) -> timedelta:
        """How long all ended steps of a kind lasted."""
        lengths = (step.ends - step.starts for step in self.steps if step.what is what and step.ends is not None)
        return sum(lengths, timedelta())
