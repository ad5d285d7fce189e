"""What the reply check is told, and what it finds."""

from dataclasses import dataclass
from enum import StrEnum

from shopdesk.domain.ids import MessageId


class Rule(StrEnum):
    """What may be amiss in a draft."""

    NO_OWN_THING = "no_own_thing"
    """It names nothing of what the customer wrote about."""
    NO_ACTION = "no_action"
    """Nobody does anything, on no day."""
    BARE_APOLOGY = "bare_apology"
    """It says sorry, and nobody does anything."""
    VAGUE_WORDS = "vague_words"
    FILE_FORGOTTEN = "file_forgotten"
    WRONG_NAME = "wrong_name"
    OTHER_LANGUAGE = "other_language"
    ANGER_IGNORED = "anger_ignored"
    """The customer is angry, and the first sentences do not take it up."""
    HARD_TO_READ = "hard_to_read"
    TOO_LONG = "too_long"
    SHOUTING = "shouting"
    EMPTY_PROMISE = "empty_promise"
    OTHER_SENDER = "other_sender"
    """It leaves from another address than the one that was written to."""
    MARKET_LINK = "market_link"
    MARKET_PHONE = "market_phone"
    MARKET_ADDRESS = "market_address"
    MARKET_SENDER = "market_sender"
    """The marketplace does not know the address that it leaves from."""
    MARKET_REFERENCE = "market_reference"
    """The subject lost the number that the marketplace files it by."""
    MARKET_REVIEW = "market_review"
    MARKET_OUTSIDE = "market_outside"
    MARKET_PROMOTION = "market_promotion"
    MARKET_ON_SITE = "market_on_site"
    """The buyer can be answered on the marketplace's site only."""


class Level(StrEnum):
    """How much it matters."""

    HINT = "hint"
    WARNING = "warning"


class Part(StrEnum):
    """Which text a place is in."""

    BODY = "body"
    SUBJECT = "subject"
    MAIL = "mail"
    """The customer's own words."""


HINTS = frozenset(
    {
        Rule.NO_OWN_THING,
        Rule.NO_ACTION,
        Rule.VAGUE_WORDS,
        Rule.HARD_TO_READ,
        Rule.TOO_LONG,
        Rule.SHOUTING,
        Rule.EMPTY_PROMISE,
    }
)
"""Matters of style; all other rules warn."""
FORBIDDEN = frozenset(
    {
        Rule.MARKET_LINK,
        Rule.MARKET_PHONE,
        Rule.MARKET_ADDRESS,
        Rule.MARKET_REVIEW,
        Rule.MARKET_OUTSIDE,
        Rule.MARKET_PROMOTION,
    }
)
"""What a marketplace punishes a shop for."""
ASKED_ABOUT = FORBIDDEN | {Rule.MARKET_SENDER, Rule.MARKET_REFERENCE, Rule.MARKET_ON_SITE, Rule.FILE_FORGOTTEN}
"""What a person is asked about once before it leaves."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found."""

    rule: Rule
    level: Level
    start: int = 0
    """Characters from the beginning of `part`."""
    length: int = 0
    """0 when it is about the whole, not about a place."""
    words: tuple[str, ...] = ()
    """The words that are the reason, as they were written."""
    part: Part = Part.BODY
    instead: str = ""
    """An example of what could be said in their place, in the language of the draft; often empty."""
    message: MessageId | None = None
    """With `Part.MAIL` the message that the place is in."""

    @property
    def key(self) -> str:
        """What it is known by while the draft changes around it."""
        return "|".join((self.rule.value, *self.words))


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the customer, and whether the draft answers it."""

    text: str
    answered: bool
    by: str = ""
    """The sentence of the draft that answers it."""
    start: int = 0
    """Where it stands in the customer's own words."""
    length: int = 0
    is_judged: bool = True
    """False in a language without rules: whether it is answered was only guessed by equal words."""
    message: MessageId | None = None
    """The message that it stands in."""


class Ease(StrEnum):
    """How easily a text is read."""

    EASY = "easy"
    FAIR = "fair"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Reading:
    """The measure of a draft."""

    sentences: int = 0
    length: int = 0
    """Words; a Chinese or Japanese character counts as one."""
    longest: int = 0
    """Of the longest sentence."""
    ease: Ease = Ease.EASY


@dataclass(frozen=True, slots=True)
class CheckResult:
    """All that the check says about a draft."""

    questions: tuple[Question, ...] = ()
    findings: tuple[Finding, ...] = ()
    language: str = ""
    """Of the draft; empty when it says too little."""
    reading: Reading = Reading()

    @property
    def rules(self) -> frozenset[Rule]:
        """Which rules found something."""
        return frozenset(finding.rule for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Situation:
    """A draft and what it answers, as plain facts."""

    body: str
    subject: str = ""
    sender: str = ""
    """The address that it leaves from, casefolded."""
    has_files: bool = False
    mail: str = ""
    """The customer's own words; empty when nothing is answered."""
    mail_subject: str = ""
    names: tuple[str, ...] = ()
    """What the customer is called, as far as it is known."""
    orders: tuple[str, ...] = ()
    parcels: tuple[str, ...] = ()
    language: str = ""
    """What the draft is said to be in, for when its words do not tell."""
    market: str = ""
    """The marketplace's word when it goes to a buyer there."""
    on_site: bool = False
    """Whether that marketplace takes no answers by mail."""
    approved: frozenset[str] = frozenset()
    """Our addresses that the customer knows, casefolded; empty when it is not known."""
