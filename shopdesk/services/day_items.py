"""Fills the lists of the day from one look at the desk."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from shopdesk.domain.day import (
    CHECKS,
    OWN,
    Check,
    DayKind,
    Item,
    ItemState,
    NoteKind,
    OwnItem,
    Tick,
    Walk,
    day_begins,
    day_ends,
    day_of,
)
from shopdesk.domain.fact import FactState
from shopdesk.domain.mailbox import MailboxState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime, tzinfo

    from shopdesk.domain.day import Run
    from shopdesk.domain.ids import ConversationId
    from shopdesk.domain.mailbox import Health
    from shopdesk.services.day_ports import OpenWork, Surveyor
    from shopdesk.services.ports import Work

FRESH = timedelta(hours=24)
"""A mailbox that brought nothing for so long is looked at."""
LEAST_ROOM = 2_000_000_000
"""Bytes on the disk below which it is said."""
SHOWN_NAMES = 3
_ROUTINE = frozenset({Check.NOTE, Check.FACTS})


class Survey:
    """One look: made once, it answers for all items of both lists."""

    def __init__(
        self, work: Work, now: datetime, zone: tzinfo | None, surveyor: Surveyor, reviews: Sequence[str]
    ) -> None:
        self._work = work
        self._now = now
        self._surveyor = surveyor
        self._reviews = reviews
        self.day = day_of(now, zone)
        self._begin, self._end = day_begins(self.day, zone), day_ends(self.day, zone)
        self._tomorrow_ends = day_ends(self.day + timedelta(days=1), zone)
        self.open: Sequence[OpenWork] = work.day_counts.open_work()
        self.handed = work.day.handed(self.day)

    def list_of(self, kind: DayKind) -> tuple[Item, ...]:
        """All items of a list as they are now, with what was ticked."""
        ticks = self._work.day.ticks(self.day, kind)
        items = [self._found(check, kind) for check in CHECKS[kind] if self._is_asked(check)]
        items += [own_line(one) for one in self._work.day.own_items() if one.kind is kind and one.is_for(self.day)]
        return tuple(_ticked(item, ticks) for item in items)

    def handled(self, key: str, conversation: ConversationId, now_in: frozenset[ConversationId]) -> bool:
        """Whether a conversation of a walk is seen to."""
        if key in (Check.PROMISES.value, Check.SNOOZED.value):
            return conversation not in now_in
        here = next((row for row in self.open if row.id == conversation), None)
        return here is None or (key == Check.LEFT.value and conversation in self.handed)

    # --- inside -----------------------------------------------------------------------------------------------

    def _is_asked(self, check: Check) -> bool:
        return check is not Check.BACKUP or self._surveyor.makes_backups

    def _found(self, check: Check, kind: DayKind) -> Item:
        item = Item(check.value, required=check not in _ROUTINE)
        match check:
            case Check.OVERDUE | Check.ANGRY | Check.DUE | Check.YESTERDAY:
                return _of(item, self._sorted()[check])
            case Check.LEFT:
                return _of(item, [row for row in self.open if row.id not in self.handed])
            case Check.HANDOVERS:
                gone = {one.id for one in self._work.agents.all() if not one.active}
                return _of(item, [row for row in self.open if row.agent in gone and row.id not in self.handed])
            case Check.SNOOZED:
                rows = self._work.day_counts.snoozed(self._end)
                names = tuple(name for _, _, name in rows[:SHOWN_NAMES])
                first = rows[0][1] if rows else None
                return replace(
                    item, count=len(rows), conversations=tuple(r[0] for r in rows), names=names, first_at=first
                )
            case Check.PROMISES | Check.BACKUP:
                return self._backup(item) if check is Check.BACKUP else self._promises(item, kind)
            case _:
                return self._counted(item, check, kind)

    def _sorted(self) -> Mapping[Check, list[OpenWork]]:
        """Each open conversation in the first place where it belongs."""
        found: dict[Check, list[OpenWork]] = {c: [] for c in (Check.OVERDUE, Check.ANGRY, Check.DUE, Check.YESTERDAY)}
        for row in self.open:
            if row.due_at is not None and row.due_at <= self._now:
                found[Check.OVERDUE].append(row)
            elif row.is_angry:
                found[Check.ANGRY].append(row)
            elif row.due_at is not None and row.due_at < self._end:
                found[Check.DUE].append(row)
            elif row.asked_at < self._begin:
                found[Check.YESTERDAY].append(row)
        return found

    def _promises(self, item: Item, kind: DayKind) -> Item:
        until = self._end if kind is DayKind.MORNING else self._tomorrow_ends
        rows = self._work.promises.due(until - timedelta(microseconds=1))
        homes = tuple(dict.fromkeys(one.conversation_id for one in rows))
        names = tuple(row.customer_name for row in self._work.conversations.rows(homes[:SHOWN_NAMES]))
        first = rows[0].due if rows else None
        return replace(item, count=len(rows), conversations=homes, names=names, first_at=first)

    def _backup(self, item: Item) -> Item:
        from shopdesk.domain.backup import BackupAge
        from shopdesk.services.backups import backup_state

        state = backup_state(self._work)
        problem = state.problem if state.folder else "BackupNotChosen"
        old = state.standing(self._now) is not BackupAge.FRESH
        return replace(item, count=int(old), age=state.age(self._now), problem=problem)

    def _counted(self, item: Item, check: Check, kind: DayKind) -> Item:
        names: Sequence[str] = ()
        match check:
            case Check.NOTE:
                count = self._notes(kind)
            case Check.MAILBOXES:
                names = [health.mailbox.address for health in self._healths() if _is_ill(health, self._now)]
                count = len(names)
            case Check.DISK:
                room = self._surveyor.free_bytes()
                count = int(room is not None and room < LEAST_ROOM)
            case Check.UNSENT:
                count = len(self._work.day_counts.failed_sends())
            case Check.DRAFTS:
                count = self._work.day_counts.drafts()
            case Check.CASES:
                cases = self._work.cases.due(self._end if kind is DayKind.MORNING else self._now)
                count, names = len(cases), [one.customer_name for one in cases if one.customer_name]
            case Check.ORDERS:
                names = self._surveyor.watched_orders(self._work, self._now)
                count, names = len(names), [*dict.fromkeys(names)]
            case Check.TEMPLATES:
                count, names = len(self._reviews), self._reviews
            case _:  # facts
                facts = [fact for fact in self._work.facts.all() if fact.state(self._now) is FactState.CURRENT]
                count, names = len(facts), [f"{fact.name}: {fact.value}" for fact in facts]
        return replace(item, count=count, names=tuple(names[:SHOWN_NAMES]))

    def _notes(self, kind: DayKind) -> int:
        if kind is DayKind.MORNING:
            return len(self._work.day.unread_notes(self.day))
        # In the evening there is one to be written.
        return int(not self._work.day.notes(self.day, NoteKind.MORNING))

    def _healths(self) -> list[Health]:
        return [self._work.mailboxes.health(mailbox.id) for mailbox in self._work.mailboxes.all()]


def own_line(own: OwnItem) -> Item:
    """A line of the shop's own lists."""
    return Item(f"{OWN}{own.id}", title=own.title, required=own.required, count=1, reorder_at=own.reorder_at)


def with_items(run: Run, survey: Survey) -> Run:
    """A run with its items, and with what is left of its walk."""
    items = survey.list_of(run.kind)
    run = replace(run, items=items)
    walk = run.walk
    if walk is None:
        return run
    item = run.item(walk.key)
    now_in = frozenset(item.conversations) if item is not None else frozenset()
    left = tuple(one for one in walk.conversations if not survey.handled(walk.key, one, now_in))
    return replace(run, walk=Walk(walk.key, walk.conversations, left))


def _ticked(item: Item, ticks: Mapping[str, Tick]) -> Item:
    """Somebody's tick stands; the desk's own holds as long as there is nothing to do."""
    tick = ticks.get(item.key)
    if tick is not None and not tick.automatic:
        return replace(item, state=ItemState.TICKED, done_at=tick.at, by=tick.by, amount=tick.amount)
    if item.check is not None and item.count == 0:
        if tick is None:
            return replace(item, state=ItemState.AUTOMATIC)
        return replace(item, state=ItemState.TICKED if tick.by else ItemState.AUTOMATIC, done_at=tick.at, by=tick.by)
    return item


def may_be_ticked(item: Item) -> bool:
    """Whether a person can say that an item is seen to although the desk still counts something."""
    return item.check is not Check.LEFT


def _of(item: Item, rows: Sequence[OpenWork]) -> Item:
    due = [row.due_at for row in rows if row.due_at is not None]
    return replace(
        item,
        count=len(rows),
        conversations=tuple(row.id for row in rows),
        names=tuple(row.name for row in rows[:SHOWN_NAMES]),
        first_at=min(due, default=None),
    )


def _is_ill(health: Health, now: datetime) -> bool:
    if health.state in (MailboxState.TROUBLE, MailboxState.SIGN_IN_NEEDED):
        return True
    return health.last_success is not None and now - health.last_success > FRESH

