"""The doors that services go through; mail, storage and system fit them by shape (mypy checks it in `app.py`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from shopdesk.services.day_ports import DayWork

if TYPE_CHECKING:
    # Shapes only: whoever starts the window does not pay for the facts that other doors speak of.
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import date, datetime

    from shopdesk.domain.certificate import SeenCertificate
    from shopdesk.domain.changes import Changes
    from shopdesk.domain.check import CheckReport
    from shopdesk.domain.connection import Credential, FolderNews, Tokens
    from shopdesk.domain.control import Control
    from shopdesk.domain.discovery import Outcome
    from shopdesk.domain.ids import FolderId, MailboxId
    from shopdesk.domain.mailbox import Cursor, Folder, Health, Mailbox, OAuthSetup, Server, ServerFolder
    from shopdesk.domain.message import Fetched, Mail, Remainder
    from shopdesk.services.case_ports import CaseRepository
    from shopdesk.services.conversation_ports import ConversationRepository, MailRepository, SearchIndex
    from shopdesk.services.customer_ports import CustomerNoteRepository, CustomerRepository, ErasingRepository
    from shopdesk.services.figure_ports import FigureRepository
    from shopdesk.services.order_ports import OrderRepository
    from shopdesk.services.picture_ports import PictureRepository
    from shopdesk.services.sending_ports import DraftRepository, OutboxRepository
    from shopdesk.services.target_ports import TargetRepository
    from shopdesk.services.template_ports import TemplateRepository
    from shopdesk.services.topic_ports import PromiseRepository, TopicRepository


# --- time and secrets ------------------------------------------------------------------------------


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The present moment, UTC."""


class Secrets(Protocol):
    """The system keychain; raises `KeychainFailed` when it is missing, locked or refuses."""

    def load(self, name: str) -> str | None:
        """The secret stored under a name (such as `hello@shop.example`), None when there is none."""

    def save(self, name: str, secret: str) -> None:
        """Store or replace a secret of any length."""

    def remove(self, name: str) -> None:
        """Forget a secret; no error when there is none."""


# --- storage -----------------------------------------------------------------------------------------


class Archive(Protocol):
    """The raw bytes of every mail by their sha256 (lower-case hex)."""

    def pack(self, raws: Sequence[bytes]) -> Sequence[object]:
        """The forms in which raw mails are kept; in any operating-system thread, as it takes longer than to write."""

    def add_packed(self, mails: Sequence[tuple[str, object]]) -> None:
        """Keep packed mails; returns after they are durably committed. Known ones are skipped. Raises `DiskFull`."""

    def get(self, sha256: str) -> bytes:
        """The exact bytes of one mail; raises `NotFound`, or `DatabaseDamaged` when the bytes do not fit the key."""


class MailboxRepository(Protocol):
    """Mailboxes and how they fare."""

    def all(self) -> Sequence[Mailbox]: ...
    def get(self, mailbox: MailboxId) -> Mailbox: ...
    def by_address(self, address: str) -> Mailbox | None: ...
    def add(self, mailbox: Mailbox) -> MailboxId:
        """Write a new mailbox; its `id` is ignored and the new one returned."""

    def save(self, mailbox: Mailbox) -> None: ...
    def remove(self, mailbox: MailboxId) -> None:
        """Take away a mailbox with its places, and the messages and conversations that no other mailbox holds."""

    def health(self, mailbox: MailboxId) -> Health:
        """State of one mailbox with its live counts."""

    def save_health(self, health: Health) -> None:
        """Write state, times, failures and problem; the counts are never written."""


class FolderRepository(Protocol):
    """Folders of mailboxes."""

    def of_mailbox(self, mailbox: MailboxId) -> Sequence[Folder]: ...
    def save_listing(self, mailbox: MailboxId, listing: Sequence[ServerFolder]) -> Sequence[Folder]:
        """Bring the folders in line with the server's list; returns all that exist now.

        A new name with a known `object_id` is a rename and keeps its places. A folder that is gone loses its places,
        its row is kept out of sight until its name comes back (with a cursor that starts anew).
        """

    def save_cursor(self, folder: FolderId, cursor: Cursor) -> None: ...
    def set_wanted(self, folder: FolderId, *, wanted: bool) -> None: ...


class SettingRepository(Protocol):
    """What the shop set once, by name."""

    def get(self, key: str) -> str | None: ...
    def save(self, key: str, value: str | None) -> None:
        """Write or (None) forget a value."""


class Work(DayWork, Protocol):
    """One transaction over the desk."""

    @property
    def mailboxes(self) -> MailboxRepository: ...
    @property
    def folders(self) -> FolderRepository: ...
    @property
    def mails(self) -> MailRepository: ...
    @property
    def conversations(self) -> ConversationRepository: ...
    @property
    def customers(self) -> CustomerRepository: ...
    @property
    def erasing(self) -> ErasingRepository: ...
    @property
    def customer_notes(self) -> CustomerNoteRepository: ...
    @property
    def figures(self) -> FigureRepository: ...
    @property
    def search(self) -> SearchIndex: ...
    @property
    def settings(self) -> SettingRepository: ...
    @property
    def drafts(self) -> DraftRepository: ...
    @property
    def outbox(self) -> OutboxRepository: ...
    @property
    def remote_pictures(self) -> PictureRepository: ...
    @property
    def templates(self) -> TemplateRepository: ...
    @property
    def targets(self) -> TargetRepository: ...
    @property
    def topics(self) -> TopicRepository: ...
    @property
    def promises(self) -> PromiseRepository: ...
    @property
    def cases(self) -> CaseRepository: ...
    @property
    def orders(self) -> OrderRepository: ...
    def touched(self, changes: Changes) -> None:
        """Say what was touched; announced after the commit, never after a rollback."""


class Store(Protocol):
    """The database behind two doors; both raise `DiskFull`, `DatabaseBusy`, `DatabaseDamaged`."""

    @property
    def archive(self) -> Archive: ...
    def reading(self) -> AbstractContextManager[Work]:
        """A deferred transaction that cannot write; sees one state of the desk."""

    def writing(self) -> AbstractContextManager[Work]:
        """An immediate transaction: committed at the end, rolled back by any exception."""

    def check(self) -> CheckReport:
        """Integrity, foreign keys, search index against messages, archive against desk, free space."""


# --- mail --------------------------------------------------------------------------------------------


class MailSession(Protocol):
    """One signed-in connection, for one operating-system thread. Any `ServerProblem` but `ServerRefused` and
    `FolderGone` ends it."""

    @property
    def batch_limit(self) -> int:
        """Most messages that one command may name here."""

    def folders(self) -> Sequence[ServerFolder]: ...
    def open_folder(self, name: str, known: Cursor) -> FolderNews:
        """Look into a folder read-only, with CONDSTORE or QRESYNC where the server has it; raises `FolderGone`."""

    def uids(self, first: int = 1, since: date | None = None) -> Sequence[int]:
        """UIDs of the open folder from `first` on, ascending, at most the horizon old (by INTERNALDATE)."""

    def beginnings(self, uids: Sequence[int]) -> Sequence[Fetched]:
        """The first 32 KiB of each mail; expunged ones are missing, doubles dropped, any order. Peeks."""

    def whole(self, uids: Sequence[int]) -> Sequence[Fetched]:
        """All bytes of each mail; expunged ones are missing. Peeks."""

    def flags(self, uids: Sequence[int]) -> Mapping[int, frozenset[str]]:
        """Flags of the UIDs that exist."""

    def wait_for_news(self, seconds: float, stop: Callable[[], bool]) -> bool:
        """IDLE in the open folder: True as soon as something happened, False after `seconds` or when `stop()` is true
        (looked at about once a second). Raises `ServerRefused` at once when the server has no IDLE."""

    @property
    def can_idle(self) -> bool: ...
    @property
    def tls_version(self) -> str:
        """How the line is protected, such as `TLS 1.3`; empty without TLS."""

    def close(self) -> None:
        """Sign out politely and close; never raises."""


class MailSource(Protocol):
    """Opens connections to mail servers."""

    def open(self, mailbox: Mailbox, credential: Credential) -> MailSession:
        """Connect, sign in, learn the capabilities; raises the `ServerProblem`s of `domain.errors`."""

    def check_sending(self, mailbox: Mailbox, credential: Credential) -> None:
        """Connect to the SMTP server and sign in without sending anything; raises `ServerProblem`s."""

    def certificate(self, server: Server, *, sends: bool) -> SeenCertificate:
        """What an IMAP (or with `sends` an SMTP) server shows, without trusting it; raises `ServerProblem`s."""


class ServerSearch(Protocol):
    """Finds the servers of a mail address."""

    def search(self, address: str, control: Control) -> Outcome:
        """Within 15 seconds, in the calling thread; failures of the network are no errors. Raises `InputRefused`,
        `Cancelled`."""


class OAuth(Protocol):
    """OAuth 2 for mail servers: PKCE on loopback (RFC 8252, 7636), device code (RFC 8628), refresh."""

    def refresh(self, setup: OAuthSetup, refresh_token: str) -> Tokens:
        """New tokens; the returned refresh token may be another one. Raises `SignInNeeded` when the grant is gone."""


class CodeToType(Protocol):
    """What the user types at another device (RFC 8628)."""

    @property
    def user_code(self) -> str: ...
    @property
    def verification_url(self) -> str: ...
    @property
    def complete_url(self) -> str:
        """With the code in it; may be empty."""


class OAuthSignIn(Protocol):
    """The first sign-in; both ways block the calling thread until the user has acted, or `stop()` is true.

    They raise `SignInRefused` when the user or the provider says no, `SignInNeeded` when time is up, `Cancelled`.
    """

    def browser_sign_in(
        self,
        setup: OAuthSetup,
        open_url: Callable[[str], None],
        wait_seconds: float = ...,
        *,
        login_hint: str = ...,
        stop: Callable[[], bool] = ...,
    ) -> Tokens:
        """In the browser of this computer; `login_hint` is the mail address to suggest."""

    def device_sign_in(
        self, setup: OAuthSetup, show: Callable[[CodeToType], None], stop: Callable[[], bool] = ...
    ) -> Tokens:
        """At any device; `show` is called once."""


class ReadMail(Protocol):
    """Turns raw bytes into a `Mail`."""

    def __call__(self, raw: bytes, *, whole: bool = True) -> Mail:
        """Never raises anything but `MailRefused`; bounded in time and memory."""


class ReadRemainder(Protocol):
    """Looks for what all bytes of a mail add to its first `BEGINNING` ones."""

    def __call__(self, raw: bytes) -> Remainder | None:
        """None when that is more than sizes: then it must be read. Never raises."""


class ReadAttachment(Protocol):
    """Finds the decoded bytes of one attachment in a raw mail."""

    def __call__(self, raw: bytes, number: int) -> bytes:
        """Raises `NotFound` when the mail has no such attachment."""
