"""A day in memory over the rows of the fake desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from shopdesk.domain.case import Case
from shopdesk.domain.conversation import Conversation, ConversationState, Lane, Undo
from shopdesk.domain.day import (
    AgentShare,
    Check,
    DayKind,
    DayNote,
    DayRecord,
    DayUndecided,
    Decision,
    Digest,
    Item,
    ItemState,
    NoteKind,
    Promised,
    Run,
    Walk,
)
from shopdesk.domain.ids import AgentId, ConversationId
from shopdesk.domain.waiting_reminder import Waiting

if TYPE_CHECKING:
    from tests.ui.fakes import FakeDesk


class FakeDay:
    """Fits `DayDesk`."""

    def __init__(self, desk: FakeDesk) -> None:
        self.desk = desk
        self.now = datetime(2026, 11, 18, 9, 24).astimezone()
        self.ticked: dict[tuple[DayKind, str], str] = {}
        self.walks: dict[DayKind, Walk] = {}
        self.handed: set[int] = set()
        self.closed_at: datetime | None = None
        self.note = ""
        self.amounts: dict[str, int] = {}
        self.written: list[DayNote] = []
        self.records: list[DayRecord] = []
        self.own: tuple[Item, ...] = ()
        self.promised: tuple[Promised, ...] = ()
        self.moved: tuple[Case, ...] = ()
        self.cases_due: tuple[Case, ...] = ()

    def digest(self, kind: DayKind | None = None) -> Digest:
        run = self.run(kind or DayKind.MORNING)
        rows = self._open()
        agents = self.desk.agents
        team = tuple(
            AgentShare(one.id, one.name, sum(1 for row in rows if row.agent == one.id), on_duty=one == agents.here)
            for one in agents.team
        )
        day = self.now.date()
        week = tuple((day - timedelta(days=6 - n), 24 + n * 7 % 30, 22 + n * 5 % 30) for n in range(7))
        return Digest(
            day=day,
            at=self.now,
            run=run,
            waiting=len(rows),
            overdue=sum(1 for row in rows if row.due_at is not None and row.due_at <= self.now),
            oldest_since=min((row.waiting_since for row in rows if row.waiting_since), default=None),
            week=week,
            team=team,
            promised=self.promised,
            streak=4,
            tomorrow_promises=4,
            tomorrow_first=self.now.replace(hour=10, minute=0) + timedelta(days=1),
            tomorrow_snoozed=6,
            tomorrow_snooze_first=self.now.replace(hour=9, minute=0) + timedelta(days=1),
            first_reply=timedelta(minutes=102),
            cases_moved=5,
            moved=self.moved,
            cases_due=self.cases_due,
        )

    def run(self, kind: DayKind) -> Run:
        rows = self._open()
        late = [row for row in rows if row.due_at is not None and row.due_at <= self.now]
        due = [row for row in rows if row not in late]
        if kind is DayKind.MORNING:
            found = [(Check.OVERDUE, late), (Check.DUE, due), (Check.MAILBOXES, []), (Check.DISK, [])]
        else:
            found = [(Check.LEFT, [row for row in rows if row.id not in self.handed]), (Check.DRAFTS, [])]
        items = [
            Item(
                check.value,
                count=len(some),
                conversations=tuple(row.id for row in some),
                names=tuple(row.customer_name for row in some[:3]),
            )
            for check, some in found
        ]
        if kind is DayKind.WRAP_UP:
            items.append(Item(Check.PROMISES.value, count=4))
            items.append(Item(Check.NOTE.value, count=int(not self.note), required=False))
        else:
            items += [Item(Check.FACTS.value, count=2, names=("cut_off", "stock"), required=False), *self.own]
        ticked = tuple(self._ticked(kind, item) for item in items)
        walk = self.walks.get(kind)
        if walk is not None:
            here = {row.id for row in rows}
            walk = replace(walk, left=tuple(one for one in walk.conversations if one in here))
        begun = self.now - timedelta(minutes=32)
        closed = self.closed_at if kind is DayKind.WRAP_UP else None
        return Run(self.now.date(), kind, ticked, begun, "Mei Lin", closed, walk=walk)

    def waiting(self) -> list[Waiting]:
        return [
            Waiting(row.id, row.waiting_since or row.last_at, row.due_at, row.amber_at)
            for row in self._open()
            if row.due_at is not None
        ]

    def begin(self, kind: DayKind) -> Run:
        return self.run(kind)

    def tick(self, kind: DayKind, key: str, amount: int | None = None) -> Run:
        self.ticked[kind, key] = "Mei Lin"
        if amount is not None:
            self.amounts[key] = amount
        return self.run(kind)

    def untick(self, kind: DayKind, key: str) -> Run:
        self.ticked.pop((kind, key))
        return self.run(kind)

    def start(self, kind: DayKind, key: str) -> Walk:
        item = self.run(kind).item(key)
        assert item is not None
        self.walks[kind] = Walk(key, item.conversations, item.conversations)
        return self.walks[kind]

    def stop(self, kind: DayKind) -> None:
        self.walks.pop(kind, None)

    def keep_up(self) -> Sequence[Run]:
        for kind in DayKind:
            walk = self.run(kind).walk
            if walk is not None and not walk.left:
                self.walks.pop(kind)
                self.ticked[kind, walk.key] = "Mei Lin"
        return [self.run(kind) for kind in DayKind]

    def decide(
        self,
        conversations: Sequence[ConversationId],
        decision: Decision,
        until: datetime | None = None,
        to: AgentId | None = None,
    ) -> Undo:
        if decision is Decision.SNOOZED and until is not None:
            return self.desk.snooze(conversations, until)
        if decision is Decision.ANSWERED:
            return self.desk.mark_done(conversations)
        self.handed.update(conversations)
        return self.desk.agents.assign(conversations, to)

    def note_for_tomorrow(self, text: str, to: AgentId | None = None) -> None:
        self.note = text

    def remember(self, kind: NoteKind, text: str) -> None:
        self.written.insert(0, DayNote(len(self.written) + 1, self.now.date(), kind, text, "Mei Lin", self.now))

    def notes(self, day: date | None = None, kind: NoteKind | None = None) -> list[DayNote]:
        return [one for one in self.written if day in (None, one.day) and kind in (None, one.kind)]

    def history(self, limit: int = 60) -> list[DayRecord]:
        return self.records

    def close(self) -> DayRecord:
        left = self.run(DayKind.WRAP_UP).undecided
        if left:
            raise DayUndecided([item.key for item in left])
        self.closed_at = self.now
        return DayRecord(self.now.date(), closed_at=self.now)

    def _open(self) -> list[Conversation]:
        return [
            row
            for row in self.desk.rows([ConversationId(number) for number in self.desk.all_rows])
            if row.state is ConversationState.NEEDS_REPLY and row.lane is Lane.PEOPLE
        ]

    def _ticked(self, kind: DayKind, item: Item) -> Item:
        by = self.ticked.get((kind, item.key))
        if by is not None:
            amount = self.amounts.get(item.key)
            return replace(item, state=ItemState.TICKED, done_at=self.now, by=by, amount=amount)
        if item.count == 0 and item.check is not None:
            return replace(item, state=ItemState.AUTOMATIC, done_at=self.now - timedelta(minutes=34))
        return item
