"""What happened to a conversation besides its mails: a grey line between them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EventKind(StrEnum):
    """What happened; the stored ones are only ever added to."""

    DONE = "done"
    WAITING = "waiting"
    REOPENED = "reopened"
    SNOOZED = "snoozed"
    RETURNED = "returned"
    ASSIGNED = "assigned"
    FREED = "freed"
    MERGED = "merged"
    SPLIT = "split"
    PARTED = "parted"
    """It was split off from another one."""
    CASE_OPENED = "case_opened"
    SHIPPED = "shipped"
    DELIVERED = "delivered"


@dataclass(frozen=True, slots=True)
class ThreadEvent:
    """One line. Nothing in it is the customer's: names are those of the team."""

    kind: EventKind
    at: datetime
    by: str = ""
    """Who of the team did it; empty when nobody is known."""
    what: str = ""
    """To whom it was given, how many were merged into it, the number of the case, the carrier."""
    until: datetime | None = None
    """When a snooze ends."""
