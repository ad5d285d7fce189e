"""The tabs of the inbox, what belongs in each and in which order."""

from array import array
from dataclasses import replace
from datetime import UTC, datetime
from enum import Enum

from shopdesk.domain.conversation import Conversation, ConversationState, Lane, ListFilter, TabCounts
from shopdesk.domain.ids import ConversationId
from shopdesk.ui.desk import ConversationDesk

_UNDATED = 1e11
_LATEST = datetime.max.replace(tzinfo=UTC)


class Tab(Enum):
    """One tab; the value is the state of its conversations, None for the machines' lane."""

    NEEDS_REPLY = ConversationState.NEEDS_REPLY
    WAITING = ConversationState.WAITING
    SNOOZED = ConversationState.SNOOZED
    DONE = ConversationState.DONE
    NOTICES = None

    def holds(self, conversation: Conversation) -> bool:
        """True when a conversation belongs in this tab."""
        if self is Tab.NOTICES:
            return conversation.lane is Lane.MACHINES
        return conversation.lane is Lane.PEOPLE and conversation.state is self.value

    def sort_key(self, conversation: Conversation) -> float:
        """Rows stand in ascending order of this number (seconds)."""
        if self is Tab.NEEDS_REPLY:
            return _due(conversation)
        if self is Tab.SNOOZED:
            return (conversation.snoozed_until or _LATEST).timestamp()
        return -conversation.last_at.timestamp()

    def ids(self, desk: ConversationDesk, only: ListFilter, now: datetime) -> "array[int]":
        """All conversations of this tab that a filter lets through, in the order in which they are shown now.

        Notices stand together whatever their state, so they are sorted here unless one state has them all (as usual).
        """
        if isinstance(self.value, ConversationState):
            return desk.ids(self.value, only=only, at=now)
        lists = {state: desk.ids(state, Lane.MACHINES, only=only) for state in ConversationState}
        filled = [state for state, ids in lists.items() if ids]
        if filled in ([], [ConversationState.DONE], [ConversationState.WAITING]):
            return lists[filled[0]] if filled else array("q")
        everyone = [ConversationId(number) for ids in lists.values() for number in ids]
        rows = sorted(desk.rows(everyone), key=self.sort_key)
        return array("q", [row.id for row in rows])

    def count(self, counts: TabCounts) -> int:
        """The number to show behind the tab's word; 0 shows nothing for done ones."""
        return {
            Tab.NEEDS_REPLY: counts.needs_reply,
            Tab.WAITING: counts.waiting,
            Tab.SNOOZED: counts.snoozed,
            Tab.DONE: 0,
            Tab.NOTICES: counts.machines,
        }[self]


def _due(row: Conversation) -> float:
    """What has no due time stands behind all others, the longest wait first."""
    if row.due_at is not None:
        return row.due_at.timestamp()
    return _UNDATED + (row.waiting_since or row.last_at).timestamp()


def moved(counts: TabCounts, before: Conversation, after: Conversation, only: ListFilter) -> TabCounts:
    """The counts after one conversation changed; the store's own count replaces them soon."""
    for row, step in ((before, -1), (after, 1)):
        if only.lets_through(row):
            counts = _counted(counts, row, step)
    return counts


def _counted(counts: TabCounts, row: Conversation, step: int) -> TabCounts:
    """The counts with a conversation taken in (1) or out (-1)."""
    unread = step * (row.unread > 0)
    if row.lane is Lane.MACHINES:
        return replace(counts, machines=max(counts.machines + unread, 0))
    number = getattr(counts, row.state.value) + step
    return replace(counts, unread=max(counts.unread + unread, 0), **{row.state.value: max(number, 0)})
