"""Reads today's lists, and what earlier days left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shopdesk.domain.day import DayKind, DayNote, DayRecord, NoteKind, Run, day_of
from shopdesk.services.day_digest import digest_of
from shopdesk.services.day_items import Survey, with_items
from shopdesk.services.day_ports import NobodyAsks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime, tzinfo

    from shopdesk.domain.day import Digest
    from shopdesk.domain.waiting_reminder import Waiting
    from shopdesk.services.agents import Agents
    from shopdesk.services.conversations import Conversations
    from shopdesk.services.day_ports import Surveyor
    from shopdesk.services.ports import Clock, Store, Work

HISTORY = 400
"""Days that the history goes back at most."""


class DayBook:
    """What can be read of today and of the days before; counts are read anew at every look."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        agents: Agents,
        conversations: Conversations,
        surveyor: Surveyor | None = None,
        zone: tzinfo | None = None,
    ) -> None:
        """`zone` is where the shop is; None: the computer's."""
        self._store = store
        self._clock = clock
        self._agents = agents
        self._conversations = conversations
        self._surveyor = surveyor or NobodyAsks()
        self._zone = zone

    def today(self) -> date:
        """The day of the shop's calendar."""
        return day_of(self._clock.now(), self._zone)

    # --- looking --------------------------------------------------------------------------------------------

    def look(self, kind: DayKind) -> Run:
        """A list as it is now, also before anybody began it."""
        reviews = self._reviews()
        with self._store.reading() as work:
            return self._run(work, kind, reviews)

    def digest(self, kind: DayKind | None = None) -> Digest:
        """All of today at one glance; without a kind the list that was begun last, at first the morning's."""
        reviews, now = self._reviews(), self._clock.now()
        with self._store.reading() as work:
            if kind is None:
                begun = work.day.run(day_of(now, self._zone), DayKind.WRAP_UP)
                kind = DayKind.MORNING if begun is None else DayKind.WRAP_UP
            survey = self._survey(work, now, reviews)
            run = with_items(self._kept(work, survey.day, kind), survey)
            return digest_of(work, survey, run, now, self._zone, self._agents.seated(work))

    def waiting(self) -> Sequence[Waiting]:
        """Who is due soon or overdue just now: nobody's and theirs who is on duty here; without one everybody's."""
        with self._store.reading() as work:
            me = self._agents.seated(work)
            return work.day_counts.waiting(self._clock.now(), None if me is None else me.id)

    def history(self, limit: int = 60) -> Sequence[DayRecord]:
        """Days that have a list, the newest first."""
        with self._store.reading() as work:
            return work.day.records(min(limit, HISTORY))

    def notes(self, day: date | None = None, kind: NoteKind | None = None) -> Sequence[DayNote]:
        """What was written down on a day (None: ever), the newest first."""
        with self._store.reading() as work:
            return work.day.notes(day, kind)

    # --- for those who write --------------------------------------------------------------------------------

    def _reviews(self) -> Sequence[str]:
        return self._surveyor.to_review(self._clock.now())

    def _survey(self, work: Work, now: datetime, reviews: Sequence[str]) -> Survey:
        return Survey(work, now, self._zone, self._surveyor, reviews)

    def _kept(self, work: Work, day: date, kind: DayKind) -> Run:
        return work.day.run(day, kind) or Run(day, kind)

    def _run(self, work: Work, kind: DayKind, reviews: Sequence[str]) -> Run:
        survey = self._survey(work, self._clock.now(), reviews)
        return with_items(self._kept(work, survey.day, kind), survey)

    def _who(self, work: Work) -> str:
        agent = self._agents.seated(work)
        return agent.name if agent is not None else ""
