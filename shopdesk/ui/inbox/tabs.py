"""The tabs of the inbox, what belongs in each and in which order."""

from array import array
from dataclasses import replace
from datetime import UTC, datetime
from enum import Enum

from shopdesk.domain.conversation import Conversation, ConversationState, Lane, TabCounts
from shopdesk.ui.desk import ConversationDesk

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
            return (conversation.waiting_since or _LATEST).timestamp()
        if self is Tab.SNOOZED:
            return (conversation.snoozed_until or _LATEST).timestamp()
        return -conversation.last_at.timestamp()

    def ids(self, desk: ConversationDesk) -> "array[int]":
        """All conversations of this tab in the order of the store."""
        if isinstance(self.value, ConversationState):
            return desk.ids(self.value)
        found = array("q")
        for state in ConversationState:
            found.extend(desk.ids(state, Lane.MACHINES))
        return found

    def count(self, counts: TabCounts) -> int:
        """The number to show behind the tab's word; 0 shows nothing for done ones."""
        return {
            Tab.NEEDS_REPLY: counts.needs_reply,
            Tab.WAITING: counts.waiting,
            Tab.SNOOZED: counts.snoozed,
            Tab.DONE: 0,
            Tab.NOTICES: counts.machines,
        }[self]


def moved(counts: TabCounts, before: Conversation, after: Conversation) -> TabCounts:
    """The counts after one conversation changed; the store's own count replaces them soon."""
    if before.lane is Lane.MACHINES:
        return replace(counts, machines=counts.machines + (after.unread > 0) - (before.unread > 0))
    numbers = {state: getattr(counts, state.value) for state in ConversationState}
    numbers[before.state] = max(numbers[before.state] - 1, 0)
    numbers[after.state] += 1
    unread = counts.unread + (after.unread > 0) - (before.unread > 0)
    return replace(counts, unread=max(unread, 0), **{state.value: number for state, number in numbers.items()})
