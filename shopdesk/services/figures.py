"""The figures of the shop: reports of periods, and topics that come up too often."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from itertools import takewhile

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.figures import Backlog, Dealing, FigureSet, Measure, OpenTime, Period, all_time, backlog_of
from shopdesk.domain.figures import figures_of as sums_of
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.opening_calendar import stretches
from shopdesk.domain.target import StepKind, TargetMode
from shopdesk.domain.topic_rise import WEEKS, Asked, Rise, rises
from shopdesk.services.ports import Clock, Store, Work

LONGEST = 500
"""Days that one report may cover."""


@dataclass(frozen=True, slots=True)
class FigureReport:
    """A period beside the one before it."""

    now: FigureSet
    before: FigureSet
    backlog: Backlog
    open_hours: bool
    """Whether times are those in which the shop was open."""


class Figures:
    """Reads only; everything is summed anew from the messages."""

    def __init__(self, store: Store, clock: Clock, zone: tzinfo | None = None) -> None:
        """In: the zone of the days; None for this computer's."""
        self._store = store
        self._clock = clock
        self._zone = zone

    def report(
        self, first: date, last: date, *, open_hours: bool = False, mailbox: MailboxId | None = None
    ) -> FigureReport:
        """The figures of some days, both ends in them, and of as many days before.

        In: `open_hours` counts only the opening hours of the mailboxes (for those with a marketplace's clock all hours
        are open). Raises `InputRefused` for a period that ends before it begins or is longer than 500 days.
        """
        if not timedelta(0) <= last - first < timedelta(days=LONGEST):
            raise InputRefused("period", f"ends before it begins or is longer than {LONGEST} days: {first} to {last}")
        period = Period(first, last, self._zone)
        now = self._clock.now()
        with self._store.reading() as work:
            dealings = work.figures.dealings(period.before.starts, period.ends, mailbox)
            waiting = work.figures.waiting_since(mailbox)
            measure = _measure(work, period.before.starts, now, mailbox) if open_hours else all_time
        return FigureReport(
            sums_of(_touching(dealings, period), period, measure),
            sums_of(_touching(dealings, period.before), period.before, measure),
            backlog_of(waiting, now),
            open_hours,
        )

    def topic_rises(self) -> Sequence[Rise]:
        """Topics that came up today far more often than on the same weekdays of the last eight weeks."""
        now = self._clock.now()
        with self._store.reading() as work:
            dealings = work.figures.dealings(now - timedelta(weeks=WEEKS, days=1), now + timedelta(days=1))
        asked = [Asked(one.id, at, one.topic) for one in dealings if (at := one.asked_at) is not None and at <= now]
        return rises(asked, now, self._zone)


def _touching(dealings: Sequence[Dealing], period: Period) -> list[Dealing]:
    inside = period.test()
    return [one for one in dealings if any(inside(turn.at) for turn in one.turns)]


def _measure(work: Work, start: datetime, end: datetime, mailbox: MailboxId | None) -> Measure:
    """By the opening hours of the mailbox, or of the first company among all."""
    rules = work.targets.rules()
    wanted = [mailbox] if mailbox is not None else [one.id for one in work.mailboxes.all()]
    opening = next((rule.opening for one in wanted if (rule := rules.of(one)).mode is TargetMode.COMPANY), None)
    if opening is None or opening.is_never_open:
        return all_time
    known = takewhile(lambda stretch: stretch.starts < end, stretches(opening, start))
    return OpenTime((one.starts, one.ends) for one in known if one.what is StepKind.COUNTED)
