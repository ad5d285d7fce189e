"""What a customer's mail is about, how they feel, and how fast it wants an answer."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shopdesk.domain.ids import ConversationId, MessageId
from shopdesk.domain.mood import Mood


class Topic(StrEnum):
    """What a mail is about; the words are those of the templates' topics, so that fitting ones come first."""

    NONE = ""
    """No word tells."""
    SHIPPING = "shipping"
    """Where it is, when it comes, why it is late."""
    PROBLEM = "problem"
    """Broken, wrong, missing or not as described."""
    RETURN = "return"
    """Send back, exchange, money back, warranty."""
    ORDER = "order"
    """Cancel or change an order: another address, size, quantity."""
    PRE_SALE = "pre-sale"
    STOCK = "stock"
    BILLING = "billing"
    B2B = "b2b"
    DISPUTE = "dispute"
    """A case at the marketplace or bank, a lawyer, a threat with either."""
    REVIEW = "review"
    THANKS = "thanks"
    """Nothing is asked."""


class WorkLane(StrEnum):
    """Whether an answer is quick to give."""

    ROUTINE = "routine"
    COMPLEX = "complex"


class Told(StrEnum):
    """What a word of a mail told."""

    TOPIC = "topic"
    MOOD = "mood"
    URGENCY = "urgency"
    INTENSITY = "intensity"
    """Capitals, exclamation marks, or that the customer wrote again before we answered."""
    CORRECTION = "correction"
    """A person said so, for this mail or for this sender or these words before."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A word of the mail, and what it told."""

    word: str
    """As the customer wrote it."""
    what: Told
    about: str = ""
    """The topic or the mood that it spoke for."""


@dataclass(frozen=True, slots=True)
class MailReading:
    """What a mail says about itself; the reasons that weigh most come first."""

    topic: Topic = Topic.NONE
    mood: Mood = Mood.CALM
    urgent: bool = False
    lane: WorkLane = WorkLane.ROUTINE
    reasons: tuple[Reason, ...] = ()

    def because_of(self, *told: Told) -> tuple[str, ...]:
        """The words that told something, each once."""
        return tuple(dict.fromkeys(one.word for one in self.reasons if one.what in told))


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person said that a mail is; None leaves what was read."""

    topic: Topic | None = None
    mood: Mood | None = None
    urgent: bool | None = None

    def applied(self, reading: MailReading) -> MailReading:
        """The reading with what the person said in place of what was read; the lane is for the caller to choose."""
        return MailReading(
            reading.topic if self.topic is None else self.topic,
            reading.mood if self.mood is None else self.mood,
            reading.urgent if self.urgent is None else self.urgent,
            reading.lane,
            reading.reasons,
        )

    def __bool__(self) -> bool:
        """True when anything was said."""
        return self != Correction()


@dataclass(frozen=True, slots=True)
class Lesson:
    """A correction that is kept: what is read as one thing is another, from a sender or with the same words."""

    id: int
    """0 for one that was not saved yet."""
    told: Told
    """Topic, mood or urgency."""
    was: str
    """What the rules read: a topic, a mood, or `yes` and empty for urgency."""
    says: str
    """What it is instead."""
    sender: str = ""
    """An address, casefolded; empty when the words count for everybody."""
    words: tuple[str, ...] = ()
    """Casefolded words that told the rules what they read, all of them; of mails that told nothing, the subject's."""
    learned_at: datetime | None = None
    """UTC; None for those of older versions."""
    by: str = ""
    """Who was on duty."""


@dataclass(frozen=True, slots=True)
class KeptReading:
    """What is kept of a conversation's newest customer mail that was read."""

    message_id: MessageId
    reading: MailReading
    """With what a person said, where they did."""
    correction: Correction = Correction()
    """What a person said of this conversation."""


@dataclass(frozen=True, slots=True)
class Taught:
    """What takes a correction, or the forgetting of lessons, back."""

    conversation_id: ConversationId | None = None
    """None when only lessons were touched."""
    before: KeptReading | None = None
    """What was kept of the conversation; None: nobody had read it."""
    written: MessageId | None = None
    """The mail that the correction was about."""
    learned: tuple[int, ...] = ()
    """Lessons that came."""
    gone: tuple[Lesson, ...] = ()
    """Lessons that went, or that newer ones took the place of."""
    erasings: int = 0
    """How often a customer had been erased by then; no lesson about one who was comes back by an undo."""
