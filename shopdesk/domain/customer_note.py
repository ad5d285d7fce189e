"""What the shop writes down about a customer: notes, unfinished notes, tags, and the way back from a change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from shopdesk.domain.ids import CustomerId, CustomerNoteId

TAG_SIGNS = 40
NOTE_SIGNS = 20_000


@dataclass(frozen=True, slots=True)
class CustomerNote:
    """What somebody of the shop wrote down about a customer."""

    id: CustomerNoteId
    customer_id: CustomerId
    text: str
    created_at: datetime
    edited_at: datetime | None = None
    author: str = ""
    """Who wrote it; empty while the shop knows one person only."""


@dataclass(frozen=True, slots=True)
class CustomerDraft:
    """A note that is not finished: a new one, or other words for one that is there."""

    text: str
    note: CustomerNoteId | None = None


@dataclass(frozen=True, slots=True)
class CustomerBefore:
    """What a change of notes and tags found; handing it back undoes the change."""

    customer_id: CustomerId
    notes: tuple[tuple[CustomerNoteId, CustomerNote | None], ...] = ()
    """The notes as they were, None for one that was not there."""
    tags: tuple[tuple[str, datetime | None], ...] = ()
    """Tags, and when the customer was given them, None for one they did not have."""
    others: tuple[CustomerBefore, ...] = ()
    """The same of further addresses of the customer."""
    joins: tuple[tuple[CustomerId, CustomerId | None], ...] = ()
    """Addresses, and which one they were joined into, None for one that stood by itself or was the first of several."""


def tidy_tag(tag: str) -> str:
    """A tag in one line with single spaces, cut to `TAG_SIGNS`; empty when nothing is left."""
    return " ".join(tag.split())[:TAG_SIGNS].rstrip()
