"""The composition root: all services over one store."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from shopdesk.app.ourselves import ourselves
from shopdesk.app.outside import Outside
from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import SignInNeeded

if TYPE_CHECKING:
    from shopdesk.domain.mailbox import Mailbox
    from shopdesk.jobs.beside import BesideLanes
    from shopdesk.mail.presets import Preset
    from shopdesk.services.attachments import Attachments
    from shopdesk.services.connecting import Connecting
    from shopdesk.services.conversations import Conversations
    from shopdesk.services.customers import Customers
    from shopdesk.services.discovery import Discovery
    from shopdesk.services.ledger import Ledger
    from shopdesk.services.mailboxes import Mailboxes
    from shopdesk.services.outbox import Outbox
    from shopdesk.services.ports import Clock, MailSource, Secrets, Store
    from shopdesk.services.reading import Readers
    from shopdesk.services.replies import Replies
    from shopdesk.services.search import Search
    from shopdesk.services.sign_ins import SignIns
    from shopdesk.services.sync import MailSync
    from shopdesk.services.templates import Templates
    from shopdesk.services.trying import Trying
    from shopdesk.services.upkeep import Upkeep
    from shopdesk.system.log_reading import Logs

Announce = Callable[[Changes], None]


def _nobody_listens(changes: Changes) -> None:
    """Who works alone tells nobody."""


class Shop:
    """All services over one store; each part is made, and its imports paid for, when it is first asked for."""

    def __init__(
        self,
        data_folder: Path,
        announce: Announce = _nobody_listens,
        clock: "Clock | None" = None,
        secrets: "Secrets | None" = None,
        source: "MailSource | None" = None,
        readers: "Readers | None" = None,
    ) -> None:
        from shopdesk.storage.store import open_store
        from shopdesk.system.at_first_use import AtFirstUse
        from shopdesk.system.clock import SystemClock

        self.data_folder = data_folder
        self.logs = cast("Logs", AtFirstUse(lambda: _logs(data_folder)))
        self._open_store = open_store(data_folder, announce)
        self._clock: Clock = clock or SystemClock()
        self.outside = Outside(data_folder, self._open_store, secrets, source)
        self._given_readers = readers

    @property
    def store(self) -> "Store":
        """The database."""
        return self._open_store

    @cached_property
    def conversations(self) -> "Conversations":
        """List, open and move conversations."""
        from shopdesk.services.conversations import Conversations

        return Conversations(self.store, self._clock)

    @cached_property
    def customers(self) -> "Customers":
        """Who writes to the shop, and what it noted about them."""
        from shopdesk.services.customers import Customers

        return Customers(self.store, self._clock)

    @cached_property
    def search(self) -> "Search":
        """Find conversations."""
        from shopdesk.services.search import Search

        return Search(self.store, self._clock.now().astimezone().tzinfo or UTC)

    @cached_property
    def attachments(self) -> "Attachments":
        """The bytes behind a message."""
        from shopdesk.mail.file_risk import risk_of
        from shopdesk.mail.read_mime import read_attachment
        from shopdesk.services.attachments import Attachments
        from shopdesk.system.foreign_files import ForeignFiles

        return Attachments(self.store, read_attachment, risk_of, ForeignFiles())

    @cached_property
    def mailboxes(self) -> "Mailboxes":
        """Connect, try and remove mailboxes."""
        from shopdesk.services.mailboxes import Mailboxes
        from shopdesk.system.at_first_use import AtFirstUse

        secrets = cast("Secrets", AtFirstUse(lambda: self.outside.secrets))
        sign_ins = cast("SignIns", AtFirstUse(lambda: self._sign_ins))
        trying = cast("Trying", AtFirstUse(lambda: self.outside.trying(self._clock)))
        return Mailboxes(self.store, secrets, sign_ins, trying)

    @cached_property
    def connecting(self) -> "Connecting":
        """The steps of connecting a mailbox, before anything is kept."""
        from shopdesk.services.connecting import Connecting

        out = self.outside
        trying = out.trying(self._clock)
        return Connecting(self.mailboxes, self.discovery, out.secrets, out.oauth, out.quick_source, trying)

    @cached_property
    def discovery(self) -> "Discovery":
        """Find the servers of a mail address."""
        from shopdesk.services.discovery import Discovery

        return Discovery(self.outside.server_search)

    @cached_property
    def sync(self) -> "MailSync":
        """Bring mail in."""
        from shopdesk.services.sync import MailSync

        return MailSync(self.store, self.outside.source, self._sign_ins, self._clock, self._readers, self._beside)

    @cached_property
    def replies(self) -> "Replies":
        """Write answers and notes."""
        from shopdesk.mail.write_mime import MailWriter
        from shopdesk.services.replies import Replies

        return Replies(self.store, self._clock, MailWriter())

    @cached_property
    def templates(self) -> "Templates":
        """The template library."""
        from shopdesk.services.templates import Templates

        return Templates(self.store, self._clock)

    @cached_property
    def outbox(self) -> "Outbox":
        """Let queued mails leave."""
        from shopdesk.app.sending import make_outbox

        return make_outbox(self.data_folder, self.store, self._clock, self._sign_ins, self.outside)

    @cached_property
    def ledger(self) -> "Ledger":
        """Every stored mail and place."""
        from shopdesk.services.ledger import Ledger

        return Ledger(self.store)

    @cached_property
    def upkeep(self) -> "Upkeep":
        """Checks of what is stored."""
        from shopdesk.services.upkeep import Upkeep

        return Upkeep(self.store)

    def alone(self) -> AbstractContextManager[None]:
        """Hold the data folder's lock; raises `DataFolderBusy` while a window or another command works on it."""
        from shopdesk.system.single_instance import hold_folder

        return hold_folder(self.data_folder)

    def preset_for(self, address: str) -> "Preset | None":
        """The servers of a known provider for a mail address."""
        from shopdesk.mail.presets import preset_for

        return preset_for(address)

    def sign_in_by_oauth(
        self, mailbox: "Mailbox", client_secret: str, show: Callable[[str, str], None], *, at_other_device: bool
    ) -> None:
        """Let the user sign in, in the browser here or with a code elsewhere, and connect the mailbox.

        `show` gets the address to open and the code to type there (empty for a browser). Raises its failures.
        """
        from shopdesk.services.sign_ins import client_secret_name
        from shopdesk.system.opener import Opener

        setup = mailbox.oauth
        if setup is None:
            raise SignInNeeded(mailbox.imap.host, "no OAuth client")
        if client_secret:
            self.outside.secrets.save(client_secret_name(setup.client_id), client_secret)

        def in_browser(url: str) -> None:
            show(url, "")
            Opener().open_link(url)

        if at_other_device:
            tokens = self.outside.oauth.device_sign_in(setup, lambda code: show(code.verification_url, code.user_code))
        else:
            tokens = self.outside.oauth.browser_sign_in(setup, in_browser, login_hint=mailbox.address)
        self.mailboxes.add(mailbox, tokens.refresh)

    def finish_removals(self) -> None:
        """Take away what is left of removed mailboxes when their removal was interrupted."""
        self._open_store.finish_removals()

    def close(self) -> None:
        """End the threads that work for us and close the database of this process."""
        if "_readers" in self.__dict__:
            self._readers.rest()
        if "_beside" in self.__dict__:
            self._beside.close()
        self._open_store.close()

    @cached_property
    def _beside(self) -> "BesideLanes":
        from shopdesk.jobs.beside import BesideLanes

        return BesideLanes()

    @cached_property
    def _readers(self) -> "Readers":
        from shopdesk.jobs.readers import ReaderProcesses

        return self._given_readers or ReaderProcesses([*ourselves(), "reader"])

    @cached_property
    def _sign_ins(self) -> "SignIns":
        from shopdesk.services.sign_ins import SignIns

        return SignIns(self.outside.secrets, self.outside.oauth, self._clock)


def _logs(data_folder: Path) -> "Logs":
    from shopdesk.system.log_reading import Logs

    return Logs(data_folder)


def build_shop(
    data_folder: Path,
    announce: Announce = _nobody_listens,
    clock: "Clock | None" = None,
    secrets: "Secrets | None" = None,
    source: "MailSource | None" = None,
    readers: "Readers | None" = None,
) -> Shop:
    """All services over the database in a folder; raises `DataFolderUnusable`, `DatabaseDamaged`, `DatabaseTooNew`."""
    return Shop(data_folder, announce, clock, secrets, source, readers)
