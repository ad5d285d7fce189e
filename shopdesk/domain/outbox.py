"""Mail on its way out: each step is on the disk before it is taken, so that nothing leaves twice or is forgotten."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from shopdesk.domain.ids import ConversationId, MailboxId, MessageId, OutboxId
from shopdesk.domain.message import Address

LONGEST_HOLD = timedelta(seconds=60)
"""A mail that waits longer was to be sent later."""


class OutboxState(StrEnum):
    """Where a mail stands on its way out."""

    QUEUED = "queued"
    """Leaves when its time has come; until then it can be taken back."""
    SENDING = "sending"
    """The server is being talked to; nothing of the mail was given."""
    DATA_GIVEN = "data_given"
    """The mail is being handed over: if this is found after a crash, nobody here knows whether it left."""
    UNKNOWN = "unknown"
    """Handed over, and the answer was lost: it is looked for in Sent, then a person is asked. Never sent by itself."""
    SENT = "sent"
    """The server took it; its copy in Sent is still to be made sure of."""
    FILED = "filed"
    """The server took it, and its copy lies in Sent."""
    REFUSED = "refused"
    """It surely did not leave, and trying again by itself would not help."""
    HELD = "held"
    """Kept back until a person says what to do, as after a backup was brought back."""
    DISCARDED = "discarded"

    @property
    def needs_person(self) -> bool:
        """Whether it waits for a decision."""
        return self in {OutboxState.UNKNOWN, OutboxState.REFUSED, OutboxState.HELD}


class FilesSent(StrEnum):
    """Whether a provider puts a copy of what its SMTP takes into Sent by itself."""

    NEVER = "never"
    MAYBE = "maybe"
    """For users who chose it, or did not choose against it."""
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class RefusedRecipient:
    """Somebody whom the server did not take the mail for."""

    email: str
    reason: str
    """The server's words, one line, with its code in front."""

    @property
    def is_for_now(self) -> bool:
        """Whether the server may take it later."""
        return self.reason.startswith("4")


@dataclass(frozen=True, slots=True)
class NewOutboxItem:
    """A mail to be queued, frozen: nothing of it is ever made again."""

    mailbox_id: MailboxId
    conversation_id: ConversationId | None
    sender: str
    """The envelope's sender."""
    recipients: tuple[str, ...]
    """The envelope's recipients, the hidden ones too."""
    to: tuple[Address, ...]
    subject: str
    message_id: str
    raw: bytes
    queued_at: datetime
    send_after: datetime
    answers: MessageId | None = None
    draft: str = ""
    """The draft as text of its own kind, to be brought back when a person takes the mail back."""
    undo: str = ""
    """What takes back the conversation's change of state."""


@dataclass(frozen=True, slots=True)
class OutboxItem:
    """A mail on its way out, without its bytes."""

    id: OutboxId
    mailbox_id: MailboxId
    conversation_id: ConversationId | None
    state: OutboxState
    sender: str
    recipients: tuple[str, ...]
    to: tuple[Address, ...]
    subject: str
    message_id: str
    size: int
    queued_at: datetime
    send_after: datetime
    tries: int = 0
    looks: int = 0
    """How often it was looked for in Sent."""
    next_try: datetime | None = None
    """When the engine goes on with it by itself; None: not by itself."""
    problem: str = ""
    """Name of the failure that stopped it; empty while all is well."""
    problem_host: str = ""
    problem_detail: str = ""
    refused: tuple[RefusedRecipient, ...] = ()
    answers: MessageId | None = None
    answered: bool = False
    """Whether the answered mail was marked as answered on the server."""
    sent_at: datetime | None = None

    @property
    def is_for_later(self) -> bool:
        """Whether it was to leave later, not just to be held for a moment."""
        return self.send_after - self.queued_at > LONGEST_HOLD


_PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 15, 30, 60))
_LOOKS = tuple(timedelta(seconds=seconds) for seconds in (5, 30, 120, 600))


def pause_before_retry(tries: int) -> timedelta:
    """How long to wait after so many failed tries (from 1)."""
    return _PAUSES[min(max(tries, 1), len(_PAUSES)) - 1]


def pause_before_look(looks: int) -> timedelta | None:
    """How long to wait before looking into Sent once more, after so many looks; None when it was looked for enough."""
    return _LOOKS[looks] if looks < len(_LOOKS) else None
