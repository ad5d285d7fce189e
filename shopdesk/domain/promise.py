"""What the shop promised to a customer, and whether it was kept."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shopdesk.domain.ids import ConversationId, MessageId, PromiseId


class PromiseState(StrEnum):
    """What became of a promise."""

    OPEN = "open"
    KEPT = "kept"
    MOVED = "moved"
    """Another time took its place; the new promise is one of its own."""
    BROKEN = "broken"
    """Its time passed, or somebody says that it will not be kept."""


class PromiseKind(StrEnum):
    """Where a promise comes from."""

    WORDS = "words"
    """A time that stands in our reply."""
    HOLDING = "holding"
    """A holding reply without a time of its own: the customer waits to hear from us."""
    TEMPLATE = "template"
    """The follow-up days of a template."""
    PERSON = "person"
    """Somebody of the shop wrote it down."""
    SNOOZE = "snooze"
    """The reason for which a conversation was put off."""


@dataclass(frozen=True, slots=True)
class Promise:
    """Something that a customer was told to expect by a time."""

    id: PromiseId
    """0 for one that was not saved yet."""
    conversation_id: ConversationId
    quoted: str
    """The words of our reply that promise it; for the others what it is about."""
    due: datetime
    """UTC; a day without a time of day is due at its end, where the shop is."""
    state: PromiseState = PromiseState.OPEN
    made_at: datetime | None = None
    by: str = ""
    """Who promised; empty while the shop knows one person only."""
    kind: PromiseKind = PromiseKind.WORDS
    message_id: MessageId | None = None
    """Our reply that it stands in."""
    settled_at: datetime | None = None
    """When we answered or somebody said what became of it; what broke by its time passing is still to be settled."""
    reason: str = ""
    """Why somebody says that it will not be kept; may be empty."""

    def is_late(self, now: datetime) -> bool:
        """Whether nobody settled it although its time has passed."""
        return self.settled_at is None and self.due < now


@dataclass(frozen=True, slots=True)
class FoundPromise:
    """A promise in a text."""

    quoted: str
    due: datetime
