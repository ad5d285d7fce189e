"""Figures of a period: how much came, how fast it was answered, what was solved; pure sums over messages."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from math import ceil

from shopdesk.domain.ids import ConversationId

_DAY = timedelta(days=1)
_SLOW_SHARE = 0.9
HOURS, WEEKDAYS = 24, 7


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days on the wall clock of a zone, the last one included."""

    first: date
    last: date
    zone: tzinfo | None
    """None is the computer's own, with its changes of the clock."""

    @property
    def starts(self) -> datetime:
        """The first midnight, UTC."""
        return _midnight(self.first, self.zone)

    @property
    def ends(self) -> datetime:
        """The midnight after the last day, UTC."""
        return _midnight(self.last + _DAY, self.zone)

    @property
    def days(self) -> list[date]:
        """Every day of it in order."""
        return [self.first + number * _DAY for number in range((self.last - self.first).days + 1)]

    @property
    def before(self) -> "Period":
        """As many days just before it, to compare with."""
        length = self.last - self.first + _DAY
        return Period(self.first - length, self.last - length, self.zone)

    def test(self) -> Callable[[datetime], bool]:
        """What tells of moments whether they lie in it."""
        starts, ends = self.starts, self.ends
        return lambda at: starts <= at < ends


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a person: the customer's or ours."""

    at: datetime
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Dealing:
    """What the figures need of a conversation."""

    id: ConversationId
    turns: tuple[Turn, ...]
    """In the order of time."""
    is_done: bool = False
    topic: str = ""
    waiting_since: datetime | None = None
    """Since when somebody waits for an answer; None when nobody does."""

    @property
    def asked_at(self) -> datetime | None:
        """The customer's first message."""
        return next((turn.at for turn in self.turns if not turn.ours), None)

    @property
    def replies(self) -> list[datetime]:
        """Our messages after the customer's first."""
        asked = self.asked_at
        return [] if asked is None else [turn.at for turn in self.turns if turn.ours and turn.at >= asked]

    @property
    def is_solved_at_once(self) -> bool:
        """Done with a single reply, after which the customer wrote no more."""
        replies = self.replies
        return self.is_done and len(replies) == 1 and not any(turn.at > replies[0] for turn in self.turns)


@dataclass(frozen=True, slots=True)
class Durations:
    """How long something took."""

    count: int = 0
    median: timedelta | None = None
    slow: timedelta | None = None
    """Nine of ten took at most this long (the 90th percentile by nearest rank)."""


@dataclass(frozen=True, slots=True)
class FigureSet:
    """The figures of one period. A conversation belongs to the period in which the customer first wrote."""

    period: Period
    received: int = 0
    """Customers' messages."""
    answered: int = 0
    """Our messages to them."""
    begun: int = 0
    """Conversations that customers began."""
    solved: int = 0
    """Of those, how many are done now."""
    replied: int = 0
    """Of the solved ones, how many got a reply at all."""
    solved_at_once: int = 0
    """Of the replied ones, how many were done with a single reply and no word of the customer after it."""
    first_reply: Durations = Durations()
    """From the customer's first message to our first one after it."""
    resolution: Durations = Durations()
    """From the customer's first message to our last one, of those that are done."""
    by_day: tuple[tuple[date, int, int], ...] = ()
    """Day, customers' messages, ours."""
    reply_by_day: tuple[tuple[date, timedelta | None], ...] = ()
    """Median first reply to the conversations that began on a day; None where none was answered yet."""
    by_hour: tuple[tuple[int, ...], ...] = ()
    """Customers' messages: a row for each weekday (Monday first) with a number for each hour of the day."""
    by_topic: tuple[tuple[str, int], ...] = ()
    """Conversations that began, the most frequent topic first."""

    @property
    def solved_rate(self) -> float | None:
        """Share of the conversations that began in the period and are done; None when none began."""
        return self.solved / self.begun if self.begun else None

    @property
    def at_once_rate(self) -> float | None:
        """First-contact resolution: share of the solved and replied ones that one reply was enough for."""
        return self.solved_at_once / self.replied if self.replied else None


@dataclass(frozen=True, slots=True)
class Backlog:
    """Who waits for an answer now."""

    count: int = 0
    oldest: timedelta | None = None
    median: timedelta | None = None


Measure = Callable[[datetime, datetime], timedelta]
"""The time between two moments that counts."""


def all_time(start: datetime, end: datetime) -> timedelta:
    """Nights and weekends count as well."""
    return end - start


class OpenTime:
    """A `Measure` by which only some spans of time count."""

    def __init__(self, spans: Iterable[tuple[datetime, datetime]]) -> None:
        """In: spans in order that do not overlap; before the first and behind the last nothing counts."""
        self._starts: list[datetime] = []
        self._passed = [timedelta(0)]
        self._ends: list[datetime] = []
        for start, end in spans:
            self._starts.append(start)
            self._ends.append(end)
            self._passed.append(self._passed[-1] + (end - start))

    def __call__(self, start: datetime, end: datetime) -> timedelta:
        return self._until(end) - self._until(start)

    def _until(self, at: datetime) -> timedelta:
        place = bisect_right(self._starts, at)
        if place == 0:
            return timedelta(0)
        return self._passed[place] - max(self._ends[place - 1] - at, timedelta(0))


def figures_of(dealings: Sequence[Dealing], period: Period, measure: Measure = all_time) -> FigureSet:
    """The figures of a period. In: every conversation with a message in it, each with all of its messages."""
    inside = period.test()
    turns = [turn for one in dealings for turn in one.turns if inside(turn.at)]
    theirs = [turn.at for turn in turns if not turn.ours]
    ours = [turn.at for turn in turns if turn.ours]
    begun = [(one, asked) for one in dealings if (asked := one.asked_at) is not None and inside(asked)]
    first_replies = [(asked, measure(asked, one.replies[0])) for one, asked in begun if one.replies]
    done = [(one, asked) for one, asked in begun if one.is_done]
    replied = [(one, asked) for one, asked in done if one.replies]
    return FigureSet(
        period=period,
        received=len(theirs),
        answered=len(ours),
        begun=len(begun),
        solved=len(done),
        replied=len(replied),
        solved_at_once=sum(one.is_solved_at_once for one, _ in replied),
        first_reply=durations(took for _, took in first_replies),
        resolution=durations([measure(asked, one.replies[-1]) for one, asked in replied]),
        by_day=_by_day(theirs, ours, period),
        reply_by_day=_reply_by_day(first_replies, period),
        by_hour=_by_hour(theirs, period.zone),
        by_topic=tuple(Counter(one.topic for one, _ in begun).most_common()),
    )


def backlog_of(waiting_since: Sequence[datetime], now: datetime) -> Backlog:
    """How long those who wait have waited."""
    ages = sorted(now - since for since in waiting_since)
    return Backlog(len(ages), ages[-1], _middle(ages)) if ages else Backlog()


def durations(times: Iterable[timedelta]) -> Durations:
    """Count, median and 90th percentile of some durations."""
    ordered = sorted(times)
    if not ordered:
        return Durations()
    return Durations(len(ordered), _middle(ordered), ordered[ceil(_SLOW_SHARE * len(ordered)) - 1])


def _middle(ordered: Sequence[timedelta]) -> timedelta:
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _by_day(theirs: Sequence[datetime], ours: Sequence[datetime], period: Period) -> tuple[tuple[date, int, int], ...]:
    came = Counter(at.astimezone(period.zone).date() for at in theirs)
    left = Counter(at.astimezone(period.zone).date() for at in ours)
    return tuple((day, came[day], left[day]) for day in period.days)


def _reply_by_day(
    replies: Sequence[tuple[datetime, timedelta]], period: Period
) -> tuple[tuple[date, timedelta | None], ...]:
    took: dict[date, list[timedelta]] = {}
    for asked, time_taken in replies:
        took.setdefault(asked.astimezone(period.zone).date(), []).append(time_taken)
    return tuple((day, _middle(sorted(took[day])) if day in took else None) for day in period.days)


def _by_hour(theirs: Sequence[datetime], zone: tzinfo | None) -> tuple[tuple[int, ...], ...]:
    local = Counter((at.weekday(), at.hour) for at in (one.astimezone(zone) for one in theirs))
    return tuple(tuple(local[weekday, hour] for hour in range(HOURS)) for weekday in range(WEEKDAYS))


def _midnight(day: date, zone: tzinfo | None) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)
