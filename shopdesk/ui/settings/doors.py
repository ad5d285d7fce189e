"""What the settings need of the shop and of the window around them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from shopdesk.domain.errors import ShopdeskError
from shopdesk.domain.ids import FolderId, MailboxId
from shopdesk.domain.mailbox import Folder, Health, Mailbox
from shopdesk.domain.network import Authority, NetworkSettings, Proxy
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Now
from shopdesk.ui.error_texts import error_text
from shopdesk.ui.preferences import Preferences
from shopdesk.ui.theme.theme import Theme


class MailboxSettings(Protocol):
    """Changes mailboxes; everything may take long."""

    def health(self) -> Sequence[Health]: ...
    def change(self, mailbox: Mailbox, secret: str | None = None) -> None: ...
    def rename(self, mailbox: MailboxId, name: str) -> None: ...
    def arrange(self, order: Sequence[MailboxId]) -> None: ...
    def pause(self, mailbox: MailboxId, *, paused: bool) -> None: ...
    def renew_secret(self, mailbox: MailboxId, secret: str) -> None: ...
    def remove(self, address: str) -> None: ...


class FolderSettings(Protocol):
    """Which folders belong on the desk."""

    def of(self, mailbox: MailboxId) -> Sequence[Folder]: ...
    def choose(self, mailbox: MailboxId, folder: FolderId, *, wanted: bool) -> None: ...


class ConnectionSettings(Protocol):
    """Proxy and authorities."""

    def settings(self) -> NetworkSettings: ...
    def choose_proxy(self, proxy: Proxy, password: str | None = None) -> None: ...
    def trust(self, content: bytes) -> Sequence[Authority]: ...
    def distrust(self, fingerprint: str) -> None: ...


class ServerTrial(Protocol):
    """What trying a mailbox gave."""

    @property
    def receiving(self) -> ShopdeskError | None: ...
    @property
    def sending(self) -> ShopdeskError | None: ...


@dataclass(frozen=True, slots=True)
class Doors:
    """Everything that a page may need; the callables lead to other parts of the window."""

    theme: Theme
    preferences: Preferences
    now: Now
    mailboxes: MailboxSettings
    folders: FolderSettings
    connection: ConnectionSettings
    reading: WorkLane
    writing: WorkLane
    waiting: WorkLane
    """For what waits for other computers, or takes long."""
    test: Callable[[str], ServerTrial]
    """Tries a mailbox by its address."""
    add_mailbox: Callable[[], object]
    mailboxes_changed: Callable[[], None]
    """The engine and the window look at the mailboxes again."""
    look_for_mail: Callable[[MailboxId], object]
    """The engine begins a pass over a mailbox."""

    def write(self, work: Callable[[], object], done: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Do it in the store lane. In: `failed` gets a sentence."""
        self.writing.submit(work, lambda _: done(), lambda error: failed(error_text(error)))
