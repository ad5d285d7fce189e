"""The facts that storage and the sync hand to each other while mails are filed."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.domain.ids import ConversationId, FolderId, MailboxId, MessageId
from shopdesk.domain.message import Direction, Mail


@dataclass(frozen=True, slots=True)
class KnownMessage:
    """A message on the desk that has the same fingerprint as a mail that arrives."""

    id: MessageId
    conversation_id: ConversationId
    whole: bool


@dataclass(frozen=True, slots=True)
class Clues:
    """What tells which conversation a mail belongs to."""

    message_ids: tuple[str, ...] = ()
    """Its own Message-ID and all that it refers to."""
    alias: str = ""
    """The marketplace's address of the buyer, casefolded; empty for other senders."""
    order_numbers: tuple[str, ...] = ()
    customer: str = ""
    """The customer's address, casefolded (for own mails: the first recipient)."""
    subject: str = ""
    """The normalised subject: without Re:, Fwd:, 回复: and the like, casefolded, single spaces."""
    is_machine: bool = False
    """Written by a machine: it joins by references only."""


@dataclass(frozen=True, slots=True)
class NewMessage:
    """A message to be written, with its conversation already chosen."""

    id: MessageId
    conversation_id: ConversationId
    mailbox_id: MailboxId
    direction: Direction
    mail: Mail
    received_at: datetime
    clues: Clues
    parcel_numbers: tuple[str, ...] = ()
    is_read: bool = False
    is_answered: bool = False
    sha256: str = ""
    """Of its raw bytes in the archive; empty while only the beginning is here, or when there are none."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """A reading that replaces the one of a message, with the numbers that were found in it."""

    id: MessageId
    mail: Mail
    order_numbers: tuple[str, ...] = ()
    parcel_numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewPlace:
    """One mail in one folder of the server."""

    uid: int
    flags: frozenset[str]
    received_at: datetime
    size: int
    message_id: MessageId | None
    """None when the mail was set aside."""
    sha256: str = ""
    """Of the raw bytes in the archive; empty while only the beginning is here."""
    set_aside: str = ""
    """Why it could not be read; empty when it could."""


@dataclass(frozen=True, slots=True)
class UnfinishedPlace:
    """A mail whose raw bytes are not all here."""

    folder_id: FolderId
    uid: int
    size: int
    message_id: MessageId | None
    provisional: str = ""
    """The fingerprint of its message, where that holds this reader's reading of a beginning."""


@dataclass(frozen=True, slots=True)
class ConversationFacts:
    """What the messages of a conversation say about its state; storage gathers it in one query per batch."""

    id: ConversationId
    newest_incoming: datetime | None
    """Newest message from a person (not a machine) that still has a place or never had one."""
    oldest_unanswered: datetime | None
    """Oldest message from a person after the newest own one."""
    newest_outgoing: datetime | None
    newest_is_answered: bool
    """The newest incoming one carries \\Answered."""
    in_inbox: bool
    """Any incoming message from a person has a place in a folder of role INBOX."""
    all_gone: bool
    """Every incoming message lost its last place on the server."""
    only_machines: bool
