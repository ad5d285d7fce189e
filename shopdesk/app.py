"""The composition root: all services over one store, and what window, engine and command line start with."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from shopdesk.domain.changes import Changes

if TYPE_CHECKING:
    from shopdesk.jobs.beside import BesideLanes
    from shopdesk.services.attachments import Attachments
    from shopdesk.services.conversations import Conversations
    from shopdesk.services.ledger import Ledger
    from shopdesk.services.mailboxes import Mailboxes
    from shopdesk.services.ports import Clock, MailSource, OAuth, Secrets, Store
    from shopdesk.services.search import Search
    from shopdesk.services.sign_ins import SignIns
    from shopdesk.services.sync import MailSync
    from shopdesk.services.upkeep import Upkeep

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
    ) -> None:
        from shopdesk.storage.store import open_store
        from shopdesk.system.clock import SystemClock

        self.data_folder = data_folder
        self._open_store = open_store(data_folder, announce)
        self._clock: Clock = clock or SystemClock()
        self._given_secrets = secrets
        self._given_source = source

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
    def search(self) -> "Search":
        """Find conversations."""
        from shopdesk.services.search import Search

        return Search(self.store, self._clock.now().astimezone().tzinfo or self._clock.now().tzinfo)

    @cached_property
    def attachments(self) -> "Attachments":
        """The bytes behind a message."""
        from shopdesk.mail.read_mime import read_attachment
        from shopdesk.services.attachments import Attachments

        return Attachments(self.store, read_attachment)

    @cached_property
    def mailboxes(self) -> "Mailboxes":
        """Connect, try and remove mailboxes."""
        from shopdesk.services.mailboxes import Mailboxes

        return Mailboxes(self.store, self._secrets, self._sign_ins, self._source)

    @cached_property
    def sync(self) -> "MailSync":
        """Bring mail in."""
        from shopdesk.mail.read_mime import read_mail
        from shopdesk.services.sync import MailSync

        return MailSync(self.store, self._source, self._sign_ins, self._clock, read_mail, self._beside)

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

    def close(self) -> None:
        """End the threads that work for us and close the database of this process."""
        if "_beside" in self.__dict__:
            self._beside.close()
        self._open_store.close()

    @cached_property
    def _beside(self) -> "BesideLanes":
        from shopdesk.jobs.beside import BesideLanes

        return BesideLanes()

    @cached_property
    def _secrets(self) -> "Secrets":
        from shopdesk.system.keychain import Keychain

        return self._given_secrets or Keychain()

    @cached_property
    def _source(self) -> "MailSource":
        from shopdesk.mail.imap import ImapSource

        return self._given_source or ImapSource()

    @cached_property
    def _sign_ins(self) -> "SignIns":
        from shopdesk.mail.oauth import OAuthClient
        from shopdesk.services.sign_ins import SignIns

        oauth: OAuth = OAuthClient()
        return SignIns(self._secrets, oauth, self._clock)


def build_shop(
    data_folder: Path,
    announce: Announce = _nobody_listens,
    clock: "Clock | None" = None,
    secrets: "Secrets | None" = None,
    source: "MailSource | None" = None,
) -> Shop:
    """All services over the database in a folder; raises `DataFolderUnusable`, `DatabaseDamaged`, `DatabaseTooNew`."""
    return Shop(data_folder, announce, clock, secrets, source)
