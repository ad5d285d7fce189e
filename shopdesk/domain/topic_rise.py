"""A topic that comes up far more often than on the same weekdays before: mostly a fault of a product or its page."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from math import sqrt
from statistics import fmean

from shopdesk.domain.ids import ConversationId

WEEKS = 8
"""Same weekdays before that tell what is usual."""
LEAST = 5
"""Fewer mails on one topic are no alarm, however rare the topic is."""
_TIMES = 2.0
_SPREAD = 3.0
"""Standard deviations of a count that goes up and down by chance (Poisson: the root of its mean)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A conversation that a customer began."""

    id: ConversationId
    at: datetime
    topic: str


@dataclass(frozen=True, slots=True)
class Rise:
    """A topic with its mails of a day and the usual number up to the same time of day."""

    topic: str
    conversations: tuple[ConversationId, ...]
    """Oldest first."""
    usual: float

    @property
    def count(self) -> int:
        """How many there were."""
        return len(self.conversations)


def rises(asked: Iterable[Asked], now: datetime, zone: tzinfo | None, weeks: int = WEEKS) -> Sequence[Rise]:
    """Topics that rose on the local day of `now`, the strongest first. In: what began in the weeks before, and today.

    Only what came up to the same time of day is compared; days before the first mail of all do not count as empty.
    """
    local_now = now.astimezone(zone)
    today, clock = local_now.date(), local_now.time()
    by_day: dict[tuple[str, date], list[Asked]] = defaultdict(list)
    first = today
    for one in sorted(asked, key=lambda one: one.at):
        local = one.at.astimezone(zone)
        first = min(first, local.date())
        if one.topic and local.time() <= clock:
            by_day[one.topic, local.date()].append(one)
    days = [day for week in range(1, weeks + 1) if (day := today - timedelta(weeks=week)) >= first]
    found = []
    for topic in {topic for topic, day in by_day if day == today}:
        usual = fmean([len(by_day.get((topic, day), ())) for day in days]) if days else 0.0
        rise = Rise(topic, tuple(one.id for one in by_day[topic, today]), usual)
        if days and rise.count >= LEAST and rise.count >= _TIMES * usual and rise.count > usual + _SPREAD * sqrt(usual):
            found.append(rise)
    return sorted(found, key=lambda rise: (rise.usual - rise.count, rise.topic))
