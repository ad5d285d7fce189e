"""The lines between the mails of a conversation: what was done with it, its parcels and cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.thread_event import EventKind, ThreadEvent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from shopdesk.domain.conversation import Conversation
    from shopdesk.domain.ids import AgentId, ConversationId, ThreadEventId
    from shopdesk.domain.order import Order
    from shopdesk.services.ports import Store, Work

MOST = 200
"""So many stored lines of one conversation are shown, the newest."""
_OF_STATE = {
    ConversationState.DONE: EventKind.DONE,
    ConversationState.WAITING: EventKind.WAITING,
    ConversationState.SNOOZED: EventKind.SNOOZED,
    ConversationState.NEEDS_REPLY: EventKind.REOPENED,
}


class ThreadEvents:
    """Reads them; whoever changes a conversation writes them in the same transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_conversation(self, conversation: ConversationId) -> tuple[ThreadEvent, ...]:
        """All of them, oldest first; of a conversation that vanished there are none."""
        with self._store.reading() as work:
            rows = work.conversations.rows([conversation])
            if not rows:
                return ()
            told = [*work.thread_events.of_conversation(conversation, MOST), *_of_cases(work, conversation)]
            told += _of_parcels(work, rows[0])
        return tuple(sorted(told, key=lambda event: event.at))


def note_moves(
    work: Work,
    before: Sequence[Conversation],
    after: Sequence[Conversation],
    now: datetime,
    by: str = "",
    *,
    woken: bool = False,
) -> tuple[ThreadEventId, ...]:
    """Write down whose turn it is now, for conversations where that changed; `woken` says that a snooze ended."""
    moved = [
        (new.id, ThreadEvent(EventKind.RETURNED if woken else _OF_STATE[new.state], now, by, until=new.snoozed_until))
        for old, new in zip(before, after, strict=True)
        if (old.state, old.snoozed_until) != (new.state, new.snoozed_until)
    ]
    return work.thread_events.add(moved)


def note_assigned(
    work: Work, was: Mapping[ConversationId, AgentId | None], to: AgentId | None, now: datetime, by: str = ""
) -> tuple[ThreadEventId, ...]:
    """Write down whose conversations are now that were somebody else's or nobody's."""
    kind, name = (EventKind.FREED, "") if to is None else (EventKind.ASSIGNED, work.agents.get(to).name)
    event = ThreadEvent(kind, now, by, name)
    return work.thread_events.add([(number, event) for number, agent in was.items() if agent != to])


def note_merged(
    work: Work, keep: ConversationId, others: int, now: datetime, by: str = ""
) -> tuple[ThreadEventId, ...]:
    """Write down that so many others became part of a conversation."""
    return work.thread_events.add([(keep, ThreadEvent(EventKind.MERGED, now, by, str(others)))])


def note_split(
    work: Work, source: ConversationId, new: ConversationId, now: datetime, by: str = ""
) -> tuple[ThreadEventId, ...]:
    """Write down on both sides that a part became a conversation of its own."""
    parts = ((source, EventKind.SPLIT), (new, EventKind.PARTED))
    return work.thread_events.add([(number, ThreadEvent(kind, now, by)) for number, kind in parts])


def _of_cases(work: Work, conversation: ConversationId) -> Iterator[ThreadEvent]:
    for case in work.cases.of_conversations([conversation]):
        yield ThreadEvent(EventKind.CASE_OPENED, case.opened_at, what=case.number)


def _of_parcels(work: Work, row: Conversation) -> Iterator[ThreadEvent]:
    """Parcels of the orders that the mails name, also those that were sent before anybody wrote."""
    if not row.order_numbers:
        return
    from shopdesk.services.order_finding import named_orders

    for order in named_orders(work, row):
        yield from _of_parcel(order)


def _of_parcel(order: Order) -> Iterator[ThreadEvent]:
    carrier = order.parcel.carrier if order.parcel is not None else ""
    for kind, at in ((EventKind.SHIPPED, order.shipped_at), (EventKind.DELIVERED, order.delivered_at)):
        if at is not None:
            yield ThreadEvent(kind, at, what=carrier)
