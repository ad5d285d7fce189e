"""What the palette lists: commands, places, customers, orders."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from shopdesk.ui.commands.matching import Title


class Kind(IntEnum):
    """The heading an entry stands under, in their order."""

    HERE = 0
    """What can be done with the current conversation."""
    PLACES = 1
    COMMANDS = 2
    CUSTOMERS = 3
    ORDERS = 4
    SEARCH = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One line that can be run."""

    kind: Kind
    title: str
    run: Callable[[], object]
    icon: str = ""
    detail: str = ""
    caps: tuple[str, ...] = ()
    """Its own keys, a key cap each."""
    titles: tuple[Title, ...] = ()
    """What it is found by."""
    only_when_typed: bool = False
    """Left out while nothing is typed."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line between entries."""

    text: str


Line = Entry | Heading
