"""A mail as it was read, and a message as it is kept."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from shopdesk.domain.ids import ConversationId, MailboxId, MessageId, PlaceId

READER_VERSION = 3
"""Raise it when reading improves: mails that were set aside are tried again, stored readings are renewed.

2: encoded words are read on Python 3.11.2 too; pictures that a style makes a single point are dropped.
3: of a large mail 48 KB are read at first instead of 32: what was read of less is not taken for it."""

BEGINNING = 49_152
"""Bytes of a mail fetched at first; most mails are whole with that, of a larger one it is a provisional reading.

Letters with a long history behind them have 32 to 48 KB: with less each of them would be read and filed twice."""


@dataclass(frozen=True, slots=True)
class Address:
    """A mail address with the name that goes with it; both are plain text without control characters."""

    name: str
    email: str

    @property
    def key(self) -> str:
        """The form to compare by: casefolded address."""
        return self.email.casefold()

    @property
    def domain(self) -> str:
        """The part behind the last @, casefolded; empty when there is none."""
        return self.email.rpartition("@")[2].casefold() if "@" in self.email else ""

    @property
    def shown(self) -> str:
        """The name, or the address where there is none."""
        return self.name or self.email


class MailKind(StrEnum):
    """Who wrote: a person, which sort of machine, or somebody who is blocked."""

    PERSONAL = "personal"
    BOUNCE = "bounce"
    AUTO_REPLY = "auto_reply"
    LIST = "list"
    NOTICE = "notice"
    BLOCKED = "blocked"
    """A person whom the shop does not want to hear."""

    @property
    def is_machine(self) -> bool:
        """True for everything that waits for no answer."""
        return self is not MailKind.PERSONAL


class Direction(StrEnum):
    """Which way a message went."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a mail; its bytes are read from the raw mail when they are asked for."""

    number: int
    """Position among the attachments of its mail, from 0; with the raw bytes it finds the content again."""
    name: str
    """A clean file name: no folders, reserved names, control characters; never empty; unique in its mail."""
    media_type: str
    """Lower case type/subtype as declared; application/octet-stream when none."""
    size: int
    """Decoded bytes; in a provisional reading what is known so far."""
    content_id: str = ""
    """Without angle brackets; what `cid:` in the HTML names."""
    inline: bool = False
    """True when the HTML shows it, so that lists of files leave it out."""
    risky: bool = False
    """True when opening could run a program (executables, scripts, macro documents, disk images, disguised names)."""


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a delivery report says (RFC 3464)."""

    failed: tuple[str, ...] = ()
    """Addresses that were not reached."""
    original_message_id: str = ""
    """Message-ID of the mail it is about, with angle brackets; empty when not told."""
    reason: str = ""
    """The remote server's words, one line."""


@dataclass(frozen=True, slots=True)
class Mail:
    """What reading the raw bytes of one mail gave; every text is valid Unicode without NUL and of bounded length."""

    message_id: str
    """With angle brackets, at most 998 characters; empty when there is none that can be used."""
    subject: str
    sender: Address
    """The first From address; email is empty when there is none."""
    sent_at: datetime | None
    """Date header in UTC; None when missing or absurd."""
    text: str
    """The whole body as plain text (from text parts, else from HTML), quotes and signature included; capped."""
    own_words: str
    """What the writer wrote himself: without quotes, signature and marketplace frame; never empty if text is not."""
    html: str = ""
    """Safe HTML of the whole mail, empty when it came without; pictures only as cid: or as remote marks."""
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    """Message ids with angle brackets, oldest first, at most 50 (the first and the newest are kept)."""
    reply_to: tuple[Address, ...] = ()
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    bcc: tuple[Address, ...] = ()
    delivered_to: tuple[str, ...] = ()
    """Addresses of Delivered-To, X-Original-To, Envelope-To: which of ours it was sent to."""
    attachments: tuple[Attachment, ...] = ()
    kind: MailKind = MailKind.PERSONAL
    bounce: Bounce | None = None
    remote_images: int = 0
    """Pictures that would be loaded from outside; 1x1 ones are not counted and never loaded."""
    special: frozenset[str] = frozenset()
    """Any of: signed, encrypted, calendar, vcard, mail-in-mail, external-body, text-differs-from-html, cut."""
    fingerprint: str = ""
    """The same for copies of one mail (other folder, mailbox, Received lines), different for different mails."""
    whole: bool = True
    """False for a provisional reading of the first `BEGINNING` bytes."""
    original_id: str = ""
    """The Message-ID that it left with, where its sender's provider gave it another one; not kept."""


@dataclass(frozen=True, slots=True)
class Remainder:
    """What all bytes of a mail add to the reading of its beginning, where they say nothing else."""

    fingerprint: str
    """Of the mail, as in `Mail`."""
    sizes: tuple[int, ...]
    """Decoded bytes of each attachment that the beginning named, in their order."""
    further: tuple[Attachment, ...] = ()
    """Those behind them."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """One mail as the server handed it over."""

    uid: int
    flags: frozenset[str]
    received_at: datetime
    """INTERNALDATE in UTC; where it is missing or absurd, the moment of fetching."""
    size: int
    """RFC822.SIZE as the server says; may be wrong."""
    raw: bytes
    """All bytes, or the first `BEGINNING` of them."""
    whole: bool
    """True when `raw` is everything."""


def _nothing_to_fold(_: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Message:
    """A mail or internal note as it is kept on the desk and shown in a conversation."""

    id: MessageId
    conversation_id: ConversationId
    direction: Direction
    mail: Mail
    received_at: datetime
    is_read: bool = True
    is_answered: bool = False
    gone: bool = False
    """True when no folder of the server holds it any more; it stays on the desk."""
    bounced: str = ""
    """On an own message: the reason a delivery report gave; empty when none came."""
    mailbox_id: MailboxId | None = None
    fold: Callable[[str], str] = field(default=_nothing_to_fold, repr=False, compare=False)
    """In an opened conversation: gives HTML without quote and signature, or "" when there are none."""

    @property
    def html_own(self) -> str:
        """The mail's HTML without what is folded away; found when it is shown, since few mails of many are."""
        return self.fold(self.mail.html) or self.mail.html

    @property
    def at(self) -> datetime:
        """The time to show: when it was sent, unless that is missing or later than its receipt."""
        sent = self.mail.sent_at
        return sent if sent is not None and sent <= self.received_at else self.received_at


@dataclass(frozen=True, slots=True)
class StoredPlace:
    """One mail in one place of a server: a line of `main.py mails`."""

    place_id: PlaceId | None
    mailbox: str
    folder: str | None
    uidvalidity: int | None
    uid: int | None
    message_id: str | None
    sha256: str | None
    size: int
    flags: tuple[str, ...]
    subject: str | None
    sender: str | None
    date: datetime | None
    conversation: ConversationId | None
    attachments: tuple[str, ...]
    set_aside: str | None


@dataclass(frozen=True, slots=True)
class SetAsideMail:
    """A mail that could not be read; its raw bytes are in the archive (unless `sha256` is empty)."""

    place_id: PlaceId
    mailbox_id: MailboxId
    folder: str
    uid: int
    reason: str
    size: int
    received_at: datetime
    sha256: str = ""
    reader_version: int = READER_VERSION
    beginning: str = field(default="", repr=False)
    """The first lines as text, to recognise it by."""
