"""What the command line needs of the shop; the composition root's shop fits it by shape."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from shopdesk.domain.mailbox import Mailbox, OAuthSetup, Server

if TYPE_CHECKING:
    from shopdesk.domain.backup import BackupCopy, CheckedCopy
    from shopdesk.services.backups import Backups
    from shopdesk.services.blocking import Blocking
    from shopdesk.services.case_ledger import PaymentLedger
    from shopdesk.services.cases import Cases
    from shopdesk.services.conversations import Conversations
    from shopdesk.services.customers import Customers
    from shopdesk.services.day import Day
    from shopdesk.services.erasing import Erasing
    from shopdesk.services.figures import Figures
    from shopdesk.services.ledger import Ledger
    from shopdesk.services.mailboxes import Mailboxes
    from shopdesk.services.order_folder import OrderFolder
    from shopdesk.services.orders import Orders
    from shopdesk.services.outbox import Outbox
    from shopdesk.services.promises import Promises
    from shopdesk.services.replies import Replies
    from shopdesk.services.rereading import Rereading
    from shopdesk.services.search import Search
    from shopdesk.services.sync import MailSync
    from shopdesk.services.targets import Targets
    from shopdesk.services.templates import Templates
    from shopdesk.services.topics import Topics
    from shopdesk.services.upkeep import Upkeep


class AfterSalesShop(Protocol):
    """What follows a sale."""

    @property
    def cases(self) -> "Cases": ...
    @property
    def payments(self) -> "PaymentLedger": ...
    @property
    def erasing(self) -> "Erasing": ...
    @property
    def blocking(self) -> "Blocking": ...
    @property
    def orders(self) -> "Orders": ...
    @property
    def order_folder(self) -> "OrderFolder": ...


class DailyShop(Protocol):
    """What leads through the day."""

    @property
    def topics(self) -> "Topics": ...
    @property
    def promises(self) -> "Promises": ...
    @property
    def targets(self) -> "Targets": ...
    @property
    def day(self) -> "Day": ...
    @property
    def figures(self) -> "Figures": ...


class CliShop(DailyShop, AfterSalesShop, Protocol):
    """All services over one store."""

    @property
    def data_folder(self) -> Path: ...
    @property
    def mailboxes(self) -> "Mailboxes": ...
    @property
    def rereading(self) -> "Rereading": ...
    @property
    def sync(self) -> "MailSync": ...
    @property
    def conversations(self) -> "Conversations": ...
    @property
    def customers(self) -> "Customers": ...
    @property
    def search(self) -> "Search": ...
    @property
    def replies(self) -> "Replies": ...
    @property
    def templates(self) -> "Templates": ...
    @property
    def outbox(self) -> "Outbox": ...
    @property
    def ledger(self) -> "Ledger": ...
    @property
    def upkeep(self) -> "Upkeep": ...
    @property
    def backups(self) -> "Backups": ...
    def sign_in_by_oauth(
        self, mailbox: Mailbox, client_secret: str, show: Callable[[str, str], None], *, at_other_device: bool
    ) -> None:
        """Let the user sign in and connect the mailbox; `show` gets the address to open and a code to type there."""


class KeptBackups(Protocol):
    """Backups that lie somewhere, whatever data this computer has; all raise the errors of backups."""

    def copies(self, folder: Path) -> "Sequence[BackupCopy]":
        """All complete copies, newest first."""

    def check(self, folder: Path) -> "Sequence[CheckedCopy]":
        """Read every byte again."""

    def restore(self, folder: Path, into: Path | None, name: str) -> "tuple[BackupCopy, Path]":
        """Bring the newest copy, or the named one, into an empty folder (None: this user's own)."""


class Preset(Protocol):
    """What is known of a mail provider's servers."""

    @property
    def imap(self) -> Server | None: ...
    @property
    def smtp(self) -> Server | None: ...
    @property
    def oauth(self) -> OAuthSetup | None: ...
    def user(self, address: str) -> str:
        """The name to sign in with."""


@runtime_checkable
class KnowsPresets(Protocol):
    """A shop that knows the servers of common providers."""

    def preset_for(self, address: str) -> Preset | None:
        """The servers for a mail address; None when they have to be named."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: how its arguments are defined, and what it does with them and the shop; returns the exit code."""

    name: str
    help: str
    define: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, CliShop], int]
    writes: bool = False
    """True when it must not work beside an open window or another such command."""
    alone: "Callable[[argparse.Namespace, KeptBackups], int | None] | None" = None
    """What it can do without a shop, before one is opened; it returns None where it needs one after all."""
