"""What window and engine say to each other; `wire.py` turns it into lines and back."""

from dataclasses import dataclass

from shopdesk.domain.changes import Changes
from shopdesk.domain.ids import MailboxId, PlaceId

# --- commands: window → engine -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SyncNow:
    """Look for news at once, in one mailbox or (None) in all."""

    mailbox: MailboxId | None = None


@dataclass(frozen=True, slots=True)
class MailboxesChanged:
    """A mailbox was added, edited, removed, or its secret was renewed."""


@dataclass(frozen=True, slots=True)
class RetrySetAside:
    """Read a mail again that was set aside, or (None) all of them."""

    place: PlaceId | None = None


@dataclass(frozen=True, slots=True)
class SendNow:
    """Something was queued in the outbox, or a person wants another try: in one mailbox or (None) in all."""

    mailbox: MailboxId | None = None


@dataclass(frozen=True, slots=True)
class WindowState:
    """Whether somebody may be looking: an open window wants short transactions, a visible one fresh mail."""

    open: bool
    visible: bool = True


@dataclass(frozen=True, slots=True)
class Stop:
    """Finish the current transaction and leave."""


Command = SyncNow | MailboxesChanged | RetrySetAside | SendNow | WindowState | Stop

# --- events: engine → window -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ready:
    """The engine works; `pid` is its process id."""

    pid: int


@dataclass(frozen=True, slots=True)
class Changed:
    """Something was written."""

    changes: Changes


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the running pass of a mailbox is; `total` 0 means not known yet."""

    mailbox: MailboxId
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class SyncFinished:
    """A pass over a mailbox came to its end without a problem."""

    mailbox: MailboxId


@dataclass(frozen=True, slots=True)
class Problem:
    """A pass failed as can be expected; `error` is the class name of a `ShopdeskError`."""

    mailbox: MailboxId
    error: str
    host: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Bug:
    """Something unexpected happened; the whole story is in the log."""

    summary: str


Event = Ready | Changed | Progress | SyncFinished | Problem | Bug
