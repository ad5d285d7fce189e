"""Leads through the day: the morning review, the wrap-up, what is written down for the next one."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Undo
from shopdesk.domain.day import (
    OWN,
    WALKED,
    Check,
    DayFigures,
    DayKind,
    DayNote,
    DayRecord,
    DayUndecided,
    Decision,
    ItemState,
    NoteKind,
    Run,
    Tick,
    Walk,
    day_begins,
    day_ends,
)
from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.services.agents import assign
from shopdesk.services.day_book import HISTORY, DayBook
from shopdesk.services.day_items import may_be_ticked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from shopdesk.domain.day import Item
    from shopdesk.domain.ids import AgentId, ConversationId
    from shopdesk.services.ports import Work

LONGEST_NOTE = 10_000
SEEN = "day.seen"
"""The setting that holds the day that was seen to begin last."""


class Day(DayBook):
    """The lists of the day that it is just now, where the shop is."""

    # --- working through a list -----------------------------------------------------------------------------

    def begin(self, kind: DayKind) -> Run:
        """Begin today's list; whoever comes second finds it begun."""
        reviews = self._reviews()
        with self._store.writing() as work:
            return self._begun(work, kind, reviews)

    def tick(self, kind: DayKind, key: str, amount: int | None = None) -> Run:
        """Somebody saw to an item. In: what was counted, for items with a re-order point.

        Raises `NotFound`, and `InputRefused` when conversations are left that only a decision takes off the list.
        """
        reviews = self._reviews()
        with self._store.writing() as work:
            run = self._begun(work, kind, reviews)
            item = run.item(key)
            if item is None:
                raise NotFound(f"item {key}")
            if item.count and not may_be_ticked(item):
                raise InputRefused("item", "still has conversations to decide about")
            now = self._clock.now()
            who = self._who(work)
            work.day.tick(run.day, kind, Tick(key, now, who, amount=amount))
            if key == Check.NOTE.value and kind is DayKind.MORNING:
                work.day.read_notes(run.day, now, who)
            work.touched(Changes(day=True))
            return self._run(work, kind, reviews)

    def untick(self, kind: DayKind, key: str) -> Run:
        """It is not seen to after all; raises `NotFound`."""
        reviews = self._reviews()
        with self._store.writing() as work:
            day = self.today()
            ticks = work.day.ticks(day, kind)
            if key not in ticks:
                raise NotFound(f"item {key}")
            work.day.untick(day, kind, key)
            if key == Check.NOTE.value and kind is DayKind.MORNING:
                work.day.read_notes(day, None, "", since=ticks[key].at)
            work.touched(Changes(day=True))
            return self._run(work, kind, reviews)

    def start(self, kind: DayKind, key: str) -> Walk:
        """Go through exactly the conversations of an item; raises `NotFound` for an item without any."""
        reviews = self._reviews()
        with self._store.writing() as work:
            run = self._begun(work, kind, reviews)
            item = run.item(key)
            if item is None or item.check not in WALKED or not item.conversations:
                raise NotFound(f"conversations of {key}")
            walk = Walk(key, item.conversations, item.conversations)
            work.day.save_walk(run.day, kind, walk)
            work.touched(Changes(day=True))
        return walk

    def stop(self, kind: DayKind) -> None:
        """Back from the walk, wherever it is."""
        with self._store.writing() as work:
            work.day.save_walk(self.today(), kind, None)
            work.touched(Changes(day=True))

    def keep_up(self) -> Sequence[Run]:
        """Tick what has nothing left, end the walks that are through, and say once when another day has begun; returns
        today's lists that were begun. The engine calls it again and again, whether a window is open or not."""
        day = self.today()
        with self._store.reading() as work:
            is_new = work.settings.get(SEEN) != day.isoformat()
            kinds = [kind for kind in DayKind if work.day.run(day, kind) is not None]
        if is_new:
            self._turn_to(day)
        if not kinds:
            return ()
        reviews = self._reviews()
        with self._store.reading() as work:
            runs = [self._run(work, kind, reviews) for kind in kinds]
            news = any(_is_news(run, work.day.ticks(day, run.kind)) for run in runs)
        if news:
            with self._store.writing() as work:
                runs = [self._settled(work, self._run(work, kind, reviews), reviews) for kind in kinds]
        return runs

    # --- the end of the day ---------------------------------------------------------------------------------

    def decide(
        self,
        conversations: Sequence[ConversationId],
        decision: Decision,
        until: datetime | None = None,
        to: AgentId | None = None,
    ) -> Undo:
        """Answered (nothing more to do), snoozed `until` a moment (UTC), or handed over `to` somebody.

        Raises `InputRefused` when the moment or the person is missing or past, `NotFound`.
        """
        if decision is Decision.ANSWERED:
            return self._conversations.mark_done(conversations)
        if decision is Decision.SNOOZED:
            if until is None:
                raise InputRefused("until", "is missing")
            return self._conversations.snooze(conversations, until)
        if to is None:
            raise InputRefused("agent", "is missing")
        with self._store.writing() as work:
            if not work.agents.get(to).active:
                raise NotFound(f"agent {to} works here no more")
            undo = assign(work, conversations, to, self._clock, self._who(work))
            here = [number for number, _ in undo.agents]
            if here:
                work.day.hand_over(self.today(), here, to, self._clock.now())
        return undo

    def note_for_tomorrow(self, text: str, to: AgentId | None = None) -> None:
        """The note that is read first next morning, one a day and writer; an empty text takes it away."""
        with self._store.writing() as work:
            by, day = self._who(work), self.today()
            known = [one for one in work.day.notes(day, NoteKind.MORNING) if one.by == by]
            note = DayNote(known[0].id if known else 0, day, NoteKind.MORNING, _text(text), by, self._clock.now(), to)
            work.day.save_note(note)
            work.touched(Changes(day=True))

    def remember(self, kind: NoteKind, text: str) -> None:
        """A lesson or a suggestion of the day; raises `InputRefused` without words."""
        text = _text(text)
        if not text:
            raise InputRefused("text", "is empty")
        with self._store.writing() as work:
            work.day.save_note(DayNote(0, self.today(), kind, text, self._who(work), self._clock.now()))
            work.touched(Changes(day=True))

    def close(self) -> DayRecord:
        """End the day; raises `DayUndecided` while anything is left. A day that is closed stays as it was closed."""
        reviews = self._reviews()
        with self._store.writing() as work:
            run = self._begun(work, DayKind.WRAP_UP, reviews)
            if run.closed_at is None:
                if run.undecided:
                    raise DayUndecided([item.title or item.key for item in run.undecided])
                self._write_end(work, run, reviews)
            return next(one for one in work.day.records(HISTORY) if one.day == run.day)

    # --- inside -----------------------------------------------------------------------------------------------

    def _turn_to(self, day: date) -> None:
        """Whoever shows the lists of another day hears that there are new ones."""
        with self._store.writing() as work:
            if work.settings.get(SEEN) != day.isoformat():  # a window may have been faster
                work.settings.save(SEEN, day.isoformat())
                work.touched(Changes(day=True))

    def _begun(self, work: Work, kind: DayKind, reviews: Sequence[str]) -> Run:
        day = self.today()
        if work.day.run(day, kind) is None:
            work.day.begin(day, kind, self._clock.now(), self._who(work))
            work.touched(Changes(day=True))
        return self._settled(work, self._run(work, kind, reviews), reviews)

    def _settled(self, work: Work, run: Run, reviews: Sequence[str]) -> Run:
        """Write the ticks that the desk makes by itself, take back those that news opened, end a walk that is through;
        returns the list as it is then."""
        now, ticks = self._clock.now(), work.day.ticks(run.day, run.kind)
        if not _is_news(run, ticks):
            return run
        through = run.walk.key if run.walk is not None and not run.walk.left else ""
        for item in run.items:
            if item.key == through and not item.count:
                # Not a tick by hand: what comes later opens the item again.
                work.day.tick(run.day, run.kind, Tick(item.key, now, self._who(work), automatic=True))
            elif _ticks_itself(item):
                work.day.tick(run.day, run.kind, Tick(item.key, now, "", automatic=True))
            elif _is_stale(item, ticks):
                work.day.untick(run.day, run.kind, item.key)
        if through:
            work.day.save_walk(run.day, run.kind, None)
        work.touched(Changes(day=True))
        return self._run(work, run.kind, reviews)

    def _write_end(self, work: Work, run: Run, reviews: Sequence[str]) -> None:
        now = self._clock.now()
        survey = self._survey(work, now, reviews)
        begin, end = day_begins(run.day, self._zone), day_ends(run.day, self._zone)
        received, answered = work.day_counts.messages(begin, end)
        moved = work.day_counts.cases_moved(begin, end)
        late = sum(1 for row in survey.open if row.due_at is not None and row.due_at <= now)
        figures = DayFigures(received, answered, len(survey.open), late, len(moved))
        morning = survey.list_of(DayKind.MORNING)
        missed = [item.title if item.key.startswith(OWN) else item.key for item in morning if not item.is_done]
        report = {"figures": asdict(figures), "missed": missed, "items": len(morning)}
        work.day.close(run.day, run.kind, now, self._who(work), json.dumps(report))
        work.touched(Changes(day=True))


def _ticks_itself(item: Item) -> bool:
    return item.state is ItemState.AUTOMATIC and item.done_at is None


def _is_stale(item: Item, ticks: Mapping[str, Tick]) -> bool:
    tick = ticks.get(item.key)
    return tick is not None and tick.automatic and item.count > 0


def _is_news(run: Run, ticks: Mapping[str, Tick]) -> bool:
    if run.walk is not None and not run.walk.left:
        return True
    return any(_ticks_itself(item) or _is_stale(item, ticks) for item in run.items)


def _text(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())[:LONGEST_NOTE]
