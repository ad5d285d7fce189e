"""Conversations: all messages on one matter, and whose turn it is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from shopdesk.domain.answer_clock import NOT_STOPPED, AnswerClock
from shopdesk.domain.ids import AgentId, ConversationId, MailboxId, MessageId, PromiseId, ThreadEventId
from shopdesk.domain.mood import Mood

if TYPE_CHECKING:  # lists are shown before any message is
    from shopdesk.domain.blocking import BlockBefore
    from shopdesk.domain.customer_note import CustomerBefore
    from shopdesk.domain.message import Message
    from shopdesk.domain.promise import Promise
    from shopdesk.domain.reading_of_mail import Taught

class ConversationState(StrEnum):
    """Whose turn it is."""

    NEEDS_REPLY = "needs_reply"
    WAITING = "waiting"
    SNOOZED = "snoozed"
    DONE = "done"


class Lane(StrEnum):
    """Which list a conversation is in: people, or machines (bounces, notices, lists)."""

    PEOPLE = "people"
    MACHINES = "machines"


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation as lists and headers show it."""

    id: ConversationId
    state: ConversationState
    subject: str
    customer_name: str
    customer_email: str
    mailbox_id: MailboxId
    last_at: datetime
    """Receipt of the newest message; lists are ordered by it."""
    waiting_since: datetime | None = None
    """Receipt of the oldest customer message that was not answered yet."""
    snoozed_until: datetime | None = None
    lane: Lane = Lane.PEOPLE
    messages: int = 0
    unread: int = 0
    snippet: str = ""
    """The newest message's own words, one line."""
    has_attachments: bool = False
    market: str = ""
    """Marketplace word (amazon, ebay, …) or empty for the shop's own mail."""
    order_numbers: tuple[str, ...] = ()
    bounced: bool = False
    """A delivery report came for one of our replies."""
    topic: str = ""
    """What the customer's newest mail is about, a word of `reading_of_mail.Topic`; empty when it is not known."""
    mood: Mood = Mood.CALM
    urgent: bool = False
    is_complex: bool = False
    """An answer takes more than a template."""
    agent: AgentId | None = None
    """Whose it is; None: whoever comes first."""
    agent_name: str = ""

    clock: AnswerClock = NOT_STOPPED
    """Since when the customer waits by the mail's own date, and when that stood."""
    due_at: datetime | None = None
    """When an answer is due; None unless it needs a reply and somebody waits. Stored: only a change of the conversation
    or of its mailbox's target moves it, never the time."""
    amber_at: datetime | None = None
    """From when on it is due soon."""
    red_at: datetime | None = None
    """From when on it presses; not after `due_at`."""

    @property
    def asked_at(self) -> datetime | None:
        """When the customer asked who waits for an answer."""
        return None if self.waiting_since is None else self.clock.asked_at or self.waiting_since


@dataclass(frozen=True, slots=True)
class ListFilter:
    """Which conversations of a tab are shown; without anything chosen all of them are."""

    mailbox: MailboxId | None = None
    unread: bool = False
    attachments: bool = False
    angry: bool = False
    topic: str = ""

    @property
    def is_on(self) -> bool:
        """True when it holds anything back."""
        return self != ListFilter()

    def lets_through(self, conversation: Conversation) -> bool:
        """Whether a conversation is shown."""
        if self.mailbox is not None and conversation.mailbox_id != self.mailbox:
            return False
        if (self.angry and conversation.mood is not Mood.ANGRY) or self.topic not in ("", conversation.topic):
            return False
        return (conversation.unread > 0 or not self.unread) and (conversation.has_attachments or not self.attachments)


@dataclass(frozen=True, slots=True)
class TabCounts:
    """How many conversations of the people's lane are in each state; `machines` counts unread machine conversations."""

    needs_reply: int = 0
    waiting: int = 0
    snoozed: int = 0
    done: int = 0
    unread: int = 0
    machines: int = 0


@dataclass(frozen=True, slots=True)
class OpenConversation:
    """A conversation with its messages, oldest first."""

    conversation: Conversation
    messages: "tuple[Message, ...]"


@dataclass(frozen=True, slots=True)
class Before:
    """What a conversation was before a change; handing it back undoes the change."""

    conversation_id: ConversationId
    state: ConversationState
    snoozed_until: datetime | None
    unread: tuple[MessageId, ...] = ()
    was_read_change: bool = False
    """True when `unread` and `read` are meant (and the state is not): what was unread and read before."""
    read: tuple[MessageId, ...] = ()
    waiting_since: datetime | None = None
    clock: AnswerClock = NOT_STOPPED
    last_at: datetime | None = None
    """Receipt of the newest message then: what came later is news that the undo must not hide."""


@dataclass(frozen=True, slots=True)
class Undo:
    """The inverse of a use case: earlier states, and for merge and split where each message was."""

    states: tuple[Before, ...] = ()
    moved: tuple[tuple[MessageId, ConversationId], ...] = ()
    """Pairs (message id, conversation id it came from)."""
    created: tuple[ConversationId, ...] = ()
    """Conversations that the use case made and undo takes away."""
    removed: tuple[Conversation, ...] = ()
    """Conversations that the use case emptied and undo brings back under their id."""
    faces: tuple[Conversation, ...] = ()
    """Conversations as they were whose names, lane or bounce mark the use case changed."""
    customer: "CustomerBefore | None" = None
    """What was noted about a customer before."""
    agents: tuple[tuple[ConversationId, AgentId | None], ...] = ()
    """Whose conversations were before."""
    blocking: "BlockBefore | None" = None
    """Who was blocked before."""
    taught: "Taught | None" = None
    """What was read and learned before a correction."""
    promises: "tuple[Promise, ...]" = ()
    """Promises as they were before somebody settled them."""
    promised: tuple[PromiseId, ...] = ()
    """Promises that the use case made and undo takes away."""
    events: tuple[ThreadEventId, ...] = ()
    """Lines of the thread that tell of the use case and go with it."""
