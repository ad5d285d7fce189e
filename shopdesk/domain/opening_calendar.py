"""The opening hours of a company as spans of UTC, right through both changes of the clock."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.target import DAY_MINUTES, OpeningHours, Span, StepKind, without

_MOST_DAYS = 1_100
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time in which a company is open or, for one reason, not; UTC."""

    what: StepKind
    starts: datetime
    ends: datetime


def zone_of(name: str) -> tzinfo:
    """The zone of an IANA name; raises `InputRefused`."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InputRefused("zone", f"{name!r} is not known") from error


def stretches(opening: OpeningHours, start: datetime) -> Iterator[Stretch]:
    """The time from a moment on without gaps, for some three years."""
    zone = zone_of(opening.zone)
    day = start.astimezone(zone).date()
    for number in range(_MOST_DAYS):
        for what, span in _parts(opening, day + timedelta(days=number)):
            one = _stretch(what, span, day + timedelta(days=number), zone)
            if one.ends > start and one.ends > one.starts:
                yield Stretch(what, max(one.starts, start), one.ends)


def _stretch(what: StepKind, span: Span, day: date, zone: tzinfo) -> Stretch:
    return Stretch(what, _instant(day, span.start, zone, fold=0), _instant(day, span.end, zone, fold=1))


def _parts(opening: OpeningHours, day: date) -> list[tuple[StepKind, Span]]:
    """A whole day cut into open and closed spans."""
    own = opening.opened.get(day)
    if own is None and (day in opening.closed or day in opening.holidays):
        return [(StepKind.HOLIDAY, Span(0, DAY_MINUTES))]
    week = opening.usual if day in opening.made_up else opening.week[day.weekday()]
    spans = week if own is None else own
    lunch = opening.lunch if own is None else None
    cuts = (*spans, lunch) if lunch else spans
    marks = sorted({0, DAY_MINUTES, *(span.start for span in cuts), *(span.end for span in cuts)})
    open_spans = without(spans, lunch)
    return [(_what(start, open_spans, spans), Span(start, end)) for start, end in pairwise(marks)]


def _what(minute: int, open_spans: tuple[Span, ...], spans: tuple[Span, ...]) -> StepKind:
    if any(span.start <= minute < span.end for span in open_spans):
        return StepKind.COUNTED
    return StepKind.LUNCH if any(span.start <= minute < span.end for span in spans) else StepKind.CLOSED


@lru_cache(maxsize=4_096)
def _instant(day: date, minute: int, zone: tzinfo, *, fold: int) -> datetime:
    """A wall-clock time as UTC: of one that comes twice the first as a beginning (fold 0) and the second as an end
    (fold 1); one that is left out is the moment of the change (PEP 495)."""
    if minute == DAY_MINUTES:
        # The end of a day is the beginning of the next one, or days would overlap where midnight comes twice.
        day, minute, fold = day + _DAY, 0, 0
    wall = datetime.combine(day, time(minute // 60, minute % 60, fold=fold), zone)
    moment = wall.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return moment
    return _change(wall.replace(fold=1).astimezone(UTC), wall.replace(fold=0).astimezone(UTC), zone)


def _change(low: datetime, high: datetime, zone: tzinfo) -> datetime:
    """The moment between two, to the minute, at which the offset of a zone changes."""
    before = low.astimezone(zone).utcoffset()
    while high - low > timedelta(minutes=1):
        middle = low + timedelta(minutes=int((high - low).total_seconds() // 120))
        low, high = (middle, high) if middle.astimezone(zone).utcoffset() == before else (low, middle)
    return high
