"""A connected mail address: how to reach its servers, its folders, and where the sync stands."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from shopdesk.domain.ids import FolderId, MailboxId


class Security(StrEnum):
    """How a connection is protected; NONE is allowed on loopback only."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


class SignIn(StrEnum):
    """How we prove who we are."""

    PASSWORD = "password"  # noqa: S105 - the name of a kind, not a secret
    OAUTH = "oauth"


@dataclass(frozen=True, slots=True)
class Server:
    """One server of a mailbox."""

    host: str
    port: int
    security: Security
    fingerprint: str = ""
    """SHA-256 (64 lower-case hex digits) of the one certificate that a person trusts here, after seeing it; every other
    one is refused then. Empty: the system's trust decides."""


@dataclass(frozen=True, slots=True)
class OAuthSetup:
    """Where and as whom to sign in by browser; the client id is the shop's own."""

    authorize_url: str
    token_url: str
    client_id: str
    scopes: tuple[str, ...]
    device_url: str = ""
    client_secret_needed: bool = False


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A mail address that the shop connected."""

    id: MailboxId
    address: str
    imap: Server
    smtp: Server | None
    user: str
    sign_in: SignIn = SignIn.PASSWORD
    oauth: OAuthSetup | None = None
    name: str = ""
    """What lists call it; the address when empty."""
    since_days: int | None = None
    """How far back to import; None means everything."""
    ca_file: str = ""
    """A certificate file to trust besides the system's; empty for none."""
    own_addresses: tuple[str, ...] = ()
    """Further addresses that are ours here (aliases); the address itself is always ours."""
    paused: bool = False
    """True while a person does not want it to be synced."""
    place: int = 0
    """Where it stands in lists; mailboxes of one place stand in the order in which they were added."""

    @property
    def shown(self) -> str:
        """What lists call it."""
        return self.name or self.address

    @property
    def for_sync(self) -> "Mailbox":
        """Without what only lists show: another name needs no new connection."""
        return replace(self, name="", place=0)


class FolderRole(StrEnum):
    """What a folder is for (RFC 6154 and the names that servers use without it)."""

    INBOX = "inbox"
    SENT = "sent"
    DRAFTS = "drafts"
    TRASH = "trash"
    JUNK = "junk"
    ARCHIVE = "archive"
    ALL = "all"
    OTHER = "other"

    @property
    def is_wanted(self) -> bool:
        """True when its mails belong on the desk unless the shop says otherwise."""
        return self in _WANTED


_WANTED = frozenset({FolderRole.INBOX, FolderRole.SENT, FolderRole.ARCHIVE, FolderRole.OTHER})


@dataclass(frozen=True, slots=True)
class ServerFolder:
    """A folder as the server lists it."""

    name: str
    """Decoded name, with the server's own separator; INBOX is always written so."""
    role: FolderRole
    selectable: bool = True
    object_id: str = ""
    """MAILBOXID (RFC 8474) where the server has it: recognises a renamed folder."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the sync of a folder stands; it is written in the transaction of the mails it speaks of."""

    uidvalidity: int = 0
    """0: never opened."""
    uidnext: int = 1
    """Every mail below it was seen, if `caught_up`."""
    modseq: int = 0
    """HIGHESTMODSEQ up to which flags are known; 0 without CONDSTORE."""
    exists: int = 0
    """Mails in the folder when it was last looked at."""
    caught_up: bool = False
    """False until a first pass over all wanted mails came to its end."""
    since: str = ""
    """The import horizon in days that the pass used; another one means looking again. Empty: everything."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of a mailbox on the desk."""

    id: FolderId
    mailbox_id: MailboxId
    name: str
    role: FolderRole
    wanted: bool
    cursor: Cursor = field(default_factory=Cursor)
    selectable: bool = True
    object_id: str = ""


class MailboxState(StrEnum):
    """How a mailbox fares."""

    NEW = "new"
    IMPORTING = "importing"
    READY = "ready"
    TROUBLE = "trouble"
    SIGN_IN_NEEDED = "sign_in_needed"


@dataclass(frozen=True, slots=True)
class Health:
    """What the health panel and `main.py status` show of one mailbox."""

    mailbox: Mailbox
    state: MailboxState = MailboxState.NEW
    messages: int = 0
    waiting_bytes: int = 0
    """Mails whose raw bytes are not all here yet."""
    set_aside: int = 0
    last_try: datetime | None = None
    last_success: datetime | None = None
    next_try: datetime | None = None
    failures: int = 0
    """Failed tries in a row."""
    problem: str = ""
    """Class name of the `ShopdeskError` that stopped it; empty when all is well."""
    problem_host: str = ""
    problem_detail: str = ""
