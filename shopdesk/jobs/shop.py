"""What the engine needs of the shop; the services fit it by shape."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from shopdesk.domain.backup import BackupState
from shopdesk.domain.control import Control
from shopdesk.domain.errors import ShopdeskError
from shopdesk.domain.ids import MailboxId, PlaceId
from shopdesk.domain.mailbox import Health, Mailbox
from shopdesk.services.ports import MailSession

READ_IN_A_ROUND = 400
"""Conversations whose mails are looked at for what they are about: well under a second."""
RENEWED_IN_A_ROUND = 300
"""Mails that are read once more after an update: about a second."""


class SyncService(Protocol):
    """The sync of one mailbox; never two calls at once for one mailbox."""

    def connect(self, mailbox: MailboxId) -> MailSession:
        """Open a signed-in connection; raises `ServerProblem`, `KeychainFailed`."""

    def sync(self, mailbox: MailboxId, session: MailSession, control: Control, *, gentle: bool = False) -> object:
        """One complete pass over all folders."""

    def watch(self, mailbox: MailboxId, session: MailSession, seconds: float, stop: Callable[[], bool]) -> bool:
        """Wait for news in the inbox (IDLE); True when there are some."""

    def note_success(self, mailbox: MailboxId, next_try: datetime | None) -> None:
        """Write down that a pass went well."""

    def note_failure(self, mailbox: MailboxId, error: ShopdeskError) -> datetime | None:
        """Write down a failure; returns the next try, None when only a person can help."""

    def note_start(self, mailbox: MailboxId) -> None:
        """Write down that a pass began."""

    def retry_set_aside(
        self, control: Control, *, only_older_readers: bool = False, only: PlaceId | None = None
    ) -> int:
        """Read the mails again that were set aside, or those of them that no reader of this age saw, or one of them."""


class RereadingService(Protocol):
    """The reader's work after an update."""

    def renew(self, control: Control, at_most: int | None = None) -> int:
        """Read mails once more that an older reader read; raises `Cancelled`."""


class MailboxesService(Protocol):
    """The connected mailboxes."""

    def all(self) -> Sequence[Mailbox]: ...
    def health(self) -> Sequence[Health]: ...


class ConversationsService(Protocol):
    """The part of conversations that goes by the clock."""

    def wake_due(self) -> int:
        """Bring back snoozed conversations whose time has come."""


class TargetsService(Protocol):
    """The part of targets that is done beside."""

    def keep_up(self) -> int:
        """Give new due times where a rule changed, and look further holidays up."""


class TopicsService(Protocol):
    """The part of topics that is done beside."""

    def reread(self, control: Control, at_most: int | None = None) -> int:
        """Read what a first import brought; raises `Cancelled`."""


class PromisesService(Protocol):
    """The part of promises that goes by the clock."""

    def expire(self) -> int:
        """Say that those are broken whose time has passed."""


class DayService(Protocol):
    """The part of the day's lists that goes by the clock."""

    def keep_up(self) -> object:
        """Tick what has nothing left, and say when another day has begun."""


class OutboxService(Protocol):
    """Mails on their way out; never two calls of `send_due` at once for one mailbox."""

    def next_due(self, mailbox: MailboxId) -> datetime | None:
        """When something goes on by itself."""

    def send_due(self, mailbox: MailboxId, control: Control) -> object:
        """Let everything leave that is due; raises `DataFolderBusy`, `Cancelled`."""


class OrderFolderService(Protocol):
    """The watched folder for order files."""

    def look(self, control: Control) -> object:
        """Take in what is new in it; raises `Cancelled`."""


class BackupsService(Protocol):
    """Copies of all data in another place."""

    def state(self) -> BackupState: ...
    def is_due(self) -> bool:
        """Whether one shall be made now."""

    def make(self, control: Control) -> object:
        """Make one; raises the errors of backups, `Cancelled`."""


class EngineShop(Protocol):
    """The services that the engine works with."""

    @property
    def sync(self) -> SyncService: ...
    @property
    def rereading(self) -> RereadingService: ...
    @property
    def mailboxes(self) -> MailboxesService: ...
    @property
    def conversations(self) -> ConversationsService: ...
    @property
    def targets(self) -> TargetsService: ...
    @property
    def topics(self) -> TopicsService: ...
    @property
    def promises(self) -> PromisesService: ...
    @property
    def day(self) -> DayService: ...
    @property
    def outbox(self) -> OutboxService: ...
    @property
    def order_folder(self) -> OrderFolderService: ...
    @property
    def backups(self) -> BackupsService: ...
