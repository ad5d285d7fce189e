"""The composition root: all services over one store."""

from datetime import UTC
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from shopdesk.app.after_sales import AfterSales
from shopdesk.app.answering import Answering
from shopdesk.app.connecting import ConnectingRoom
from shopdesk.app.core import Announce, nobody_listens
from shopdesk.app.daily import Daily
from shopdesk.app.safekeeping import Safekeeping

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from shopdesk.domain.filing import NewMessage
    from shopdesk.domain.message import Remainder
    from shopdesk.services.attachments import Attachments
    from shopdesk.services.conversations import Conversations
    from shopdesk.services.customers import Customers
    from shopdesk.services.ledger import Ledger
    from shopdesk.services.ports import Clock, MailSource, Secrets, Work
    from shopdesk.services.reading import Readers
    from shopdesk.services.rereading import Rereading
    from shopdesk.services.search import Search
    from shopdesk.services.sync import MailSync
    from shopdesk.services.upkeep import Upkeep


class Shop(Answering, Daily, AfterSales, ConnectingRoom, Safekeeping):
    """All services over one store; each part is made, and its imports paid for, when it is first asked for."""

    @cached_property
    def conversations(self) -> "Conversations":
        """List, open and move conversations."""
        from shopdesk.services.conversations import Conversations

        def who(work: "Work") -> str:
            return self.agents.name_of_seated(work)  # read in at the first change, not before the list

        return Conversations(self.store, self._clock, who, _own_html)

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
    def sync(self) -> "MailSync":
        """Bring mail in."""
        self._readers.get_ready()  # who reads it loads its modules while we load ours
        from shopdesk.services.sync import MailSync

        sync = MailSync(
            self.store,
            self.outside.source,
            self._sign_ins,
            self._clock,
            self._readers,
            self._beside,
            _read_remainder,
        )
        sync.topics = self._read_filed
        return sync

    @cached_property
    def rereading(self) -> "Rereading":
        """Read mails once more after an update."""
        from shopdesk.services.rereading import Rereading

        return Rereading(self.store, self._clock, self._readers)

    def _read_filed(self, work: "Work", messages: "Sequence[NewMessage]", now: "datetime") -> None:
        self.topics.filed(work, messages, now)  # made, and its lists loaded, at the first mail that needs it

    def _watched_orders(self, work: "Work", now: "datetime") -> "Sequence[str]":  # type: ignore[explicit-override]
        return self.orders.watching.names(work, now)

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


@lru_cache(maxsize=32)
def _own_html(safe: str) -> str:  # remembered: a card asks some times
    from shopdesk.mail.quoting import own_html  # with the first conversation that is opened

    return own_html(safe)


def _read_remainder(raw: bytes) -> "Remainder | None":
    from shopdesk.mail.remainder import read_remainder  # with the first large mail: connecting does not wait for it

    return read_remainder(raw)


def build_shop(
    data_folder: Path,
    announce: Announce = nobody_listens,
    clock: "Clock | None" = None,
    secrets: "Secrets | None" = None,
    source: "MailSource | None" = None,
    readers: "Readers | None" = None,
) -> Shop:
    """All services over the database in a folder; raises `DataFolderUnusable`, `DatabaseDamaged`, `DatabaseTooNew`."""
    return Shop(data_folder, announce, clock, secrets, source, readers)
