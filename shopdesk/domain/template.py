"""A reusable reply: its words in several languages, what it asks for, and what it sets."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.ids import TemplateId


class InputKind(StrEnum):
    """What a template asks for before it is used."""

    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class AskedInput:
    """A value that the writer is asked for once; it stands wherever `input.NAME` does."""

    name: str
    kind: InputKind = InputKind.TEXT
    label: str = ""
    choices: tuple[str, ...] = ()
    default: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """A template in one language."""

    language: str
    """Lower-case code such as `en`, `zh` or `de`."""
    body: str
    """Liquid."""
    subject: str = ""
    """Liquid; empty keeps the conversation's subject."""
    title: str = ""
    """The template's name for people of this language; empty: its name."""


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A file that goes along with every reply made of a template."""

    name: str
    media_type: str
    size: int
    content_id: int = 0
    """Of its bytes in the store; 0 while they are not there yet."""
    content: bytes = field(default=b"", repr=False)
    """Only on their way into the store."""


@dataclass(frozen=True, slots=True)
class ExtraValue:
    """What a placeholder outside of the catalogue stands for, such as `facts.returns_until`."""

    name: str
    value: str = ""
    why_missing: str = ""
    """A word for why it has no value, such as `expired`; empty when it has one."""


@dataclass(frozen=True, slots=True)
class Template:
    """A reusable reply."""

    id: TemplateId
    """0 for one that was not saved yet."""
    name: str
    key: str
    """What is typed behind the slash; lower case, unique."""
    variants: tuple[Variant, ...]
    topic: str = ""
    tags: tuple[str, ...] = ()
    cc: str = ""
    next_state: ConversationState | None = None
    follow_up_days: int | None = None
    inputs: tuple[AskedInput, ...] = ()
    attachments: tuple[TemplateFile, ...] = ()
    is_snippet: bool = False
    """A piece for other templates, not offered by itself."""
    starter: str = ""
    """Its name in the starter pack; empty for the shop's own."""
    uses: int = 0
    changed_at: datetime | None = None
    changed_by: str = ""
    reviewed_at: datetime | None = None

    def titled(self, language: str) -> str:
        """Its name for somebody whose program speaks a language."""
        found = self.variant(language)
        return found.title if found is not None and found.title else self.name

    def variant(self, language: str) -> Variant | None:
        """The words in a language (`zh_CN` finds `zh`); None when there are none."""
        short = language.replace("-", "_").partition("_")[0].casefold()
        return next((one for one in self.variants if one.language == short), None)


@dataclass(frozen=True, slots=True)
class Fit:
    """What a template should fit: the customer's language, the marketplace, what it is about."""

    language: str = ""
    market: str = ""
    topic: str = ""


class FaultKind(StrEnum):
    """What is wrong in a template."""

    SYNTAX = "syntax"
    UNKNOWN_PLACEHOLDER = "unknown_placeholder"
    UNKNOWN_FILTER = "unknown_filter"
    UNKNOWN_SNIPPET = "unknown_snippet"
    SNIPPET_LOOP = "snippet_loop"
    TOO_MUCH = "too_much"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong, with its place in the source."""

    kind: FaultKind
    start: int
    length: int
    word: str
    """The placeholder, filter or snippet, or the library's words for a syntax error."""
