"""Figures of a made-up shop, summed by the real rules from made-up messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from shopdesk.domain.figures import Dealing, Period, Turn, backlog_of, figures_of
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.topic_rise import Rise
from shopdesk.services.figures import FigureReport

TOPICS = ("shipping",) * 6 + ("return",) * 3 + ("problem",) * 3 + ("pre-sale", "billing", "review", "")


@dataclass
class FakeFigures:
    """Fits `ReportDesk`; remembers what was asked."""

    now: datetime
    dealings: Sequence[Dealing] = ()
    rises: Sequence[Rise] = ()
    asked: list[tuple[date, date, bool]] = field(default_factory=list)
    refuse: Exception | None = None

    def report(self, first: date, last: date, *, open_hours: bool = False, mailbox: object = None) -> FigureReport:
        self.asked.append((first, last, open_hours))
        if self.refuse is not None:
            raise self.refuse
        period = Period(first, last, None)
        waiting = [one.waiting_since for one in self.dealings if one.waiting_since]
        now, before = figures_of(self.dealings, period), figures_of(self.dealings, period.before)
        return FigureReport(now, before, backlog_of(waiting, self.now), open_hours)

    def topic_rises(self) -> Sequence[Rise]:
        return self.rises


def busy_figures(now: datetime, rising: Sequence[ConversationId] = ()) -> FakeFigures:
    """Three months of a shop that is busier on Mondays; with a topic that rose when conversations are given."""
    random, made = Random(7), []
    for ago in range(200):
        day = (now - timedelta(days=ago)).replace(hour=0, minute=0)
        for _ in range(random.randint(2, 6) + (6 if day.weekday() == 0 else 0)):
            asked = day + timedelta(hours=min(max(random.gauss(13, 4), 0), 23), minutes=random.randint(0, 59))
            if asked > now:
                continue
            replied = asked + timedelta(minutes=random.randint(20, 400))
            turns = [Turn(asked)] + ([Turn(replied, ours=True)] if replied < now else [])
            waiting = None if replied < now else asked
            done, topic = random.random() < 0.8 and waiting is None, random.choice(TOPICS)
            made.append(Dealing(ConversationId(len(made)), tuple(turns), done, topic, waiting))
    return FakeFigures(now, made, [Rise("problem", tuple(rising), 1.6)] if rising else ())
