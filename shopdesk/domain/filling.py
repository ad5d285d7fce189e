"""A template filled for one customer: pieces of text, and the gaps that are left."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from shopdesk.domain.ids import TemplateId
from shopdesk.domain.template import AskedInput, TemplateFile


class PieceKind(StrEnum):
    """Where a piece of text comes from."""

    PLAIN = "plain"
    FILLED = "filled"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; of a gap it is what the writer sees in its place."""

    text: str
    kind: PieceKind = PieceKind.PLAIN
    placeholder: str = ""
    why_missing: str = ""
    """Of a gap: a word for why there is no value, such as `expired`; empty when nobody says."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What filling gave."""

    template_id: TemplateId
    language: str
    """The language of the words that were used."""
    subject: tuple[Piece, ...]
    body: tuple[Piece, ...]
    to_ask: tuple[AskedInput, ...] = ()
    """Inputs that have no value yet."""
    language_wanted: str = ""
    """The customer's language when the template has no words in it; empty when it has."""
    files: tuple[TemplateFile, ...] = ()
    """What goes along."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Placeholders without a value, each once."""
        pieces = (*self.subject, *self.body)
        return tuple(dict.fromkeys(one.placeholder for one in pieces if one.kind is PieceKind.MISSING))


def text_of(pieces: Sequence[Piece]) -> str:
    """All pieces as one text."""
    return "".join(piece.text for piece in pieces)
