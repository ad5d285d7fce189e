"""What an import of templates would do, before anything is done, and what is chosen where both sides differ."""

from dataclasses import dataclass
from enum import StrEnum

from shopdesk.domain.template import Template


class ExchangeFormat(StrEnum):
    """How templates are written into a file."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


class ImportState(StrEnum):
    """What a template of a file is to the library."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


class ImportChoice(StrEnum):
    """What happens where the library has another template under the same key."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    """Theirs comes under a new key."""


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One template of a file."""

    place: int
    """Its row, or its number in the file; from 1."""
    state: ImportState
    key: str
    theirs: Template | None = None
    """As it would be kept; languages that only the library has stay in it. None when it was refused."""
    mine: Template | None = None
    field: str = ""
    """Of a refused one: what is wrong (`key`, `text`, `language`, …; `template` for a fault in its words)."""
    why: str = ""
    """A short English phrase, or the word that is at fault."""


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a file holds."""

    rows: tuple[ImportRow, ...]

    def of(self, state: ImportState) -> tuple[ImportRow, ...]:
        """The rows in a state, in the order of the file."""
        return tuple(row for row in self.rows if row.state is state)


@dataclass(frozen=True, slots=True)
class ImportDone:
    """What an import did."""

    added: int = 0
    changed: int = 0
    kept: int = 0
    """Left as the library has them."""
