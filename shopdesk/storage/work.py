"""One transaction over the desk, with its repositories."""

from functools import cached_property
from typing import TYPE_CHECKING

from shopdesk.domain.changes import Changes
from shopdesk.storage.archive import RawMailArchive
from shopdesk.storage.conversations import ConversationTable
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.day_work import DayWork
from shopdesk.storage.mailbox_removal import Removal

if TYPE_CHECKING:
    from shopdesk.storage.cases import CaseTable
    from shopdesk.storage.customer_notes import CustomerNoteTable
    from shopdesk.storage.customers import CustomerTable
    from shopdesk.storage.drafts import DraftTable
    from shopdesk.storage.erasing import ErasingTable
    from shopdesk.storage.figures import FigureTable
    from shopdesk.storage.folders import FolderTable
    from shopdesk.storage.mailboxes import MailboxTable
    from shopdesk.storage.mails import MailTable
    from shopdesk.storage.orders import OrderTable
    from shopdesk.storage.outbox import OutboxTable
    from shopdesk.storage.promises import PromiseTable
    from shopdesk.storage.remote_pictures import RemotePictureTable
    from shopdesk.storage.search import SearchTable
    from shopdesk.storage.settings import SettingTable
    from shopdesk.storage.targets import TargetTable
    from shopdesk.storage.templates import TemplateTable
    from shopdesk.storage.topics import TopicTable

# What the window's first page does not need is imported when it is first asked for.


class SqliteWork(DayWork):
    """One transaction over the desk; fits `ports.Work`. Made by the doors of `SqliteStore` only."""

    def __init__(self, database: ShopDatabase, archive: RawMailArchive) -> None:
        super().__init__(database)
        self._archive = archive
        self.removal = Removal(database)
        self.changes = Changes()

    @cached_property
    def mailboxes(self) -> "MailboxTable":
        """Mailboxes and how they fare."""
        from shopdesk.storage.mailboxes import MailboxTable

        return MailboxTable(self._database, self.removal)

    @cached_property
    def folders(self) -> "FolderTable":
        """Folders of mailboxes."""
        from shopdesk.storage.folders import FolderTable

        return FolderTable(self._database, self.touched)

    @cached_property
    def mails(self) -> "MailTable":
        """Messages and their places."""
        from shopdesk.storage.mails import MailTable

        return MailTable(self._database, self._archive)

    @cached_property
    def conversations(self) -> ConversationTable:
        """Conversations: lists, states, grouping."""
        return ConversationTable(self._database)

    @cached_property
    def customers(self) -> "CustomerTable":
        """Who writes to the shop."""
        from shopdesk.storage.customers import CustomerTable

        return CustomerTable(self._database)

    @cached_property
    def erasing(self) -> "ErasingTable":
        """All mails with one customer, to take away."""
        from shopdesk.storage.erasing import ErasingTable

        return ErasingTable(self._database, self.removal)

    @cached_property
    def customer_notes(self) -> "CustomerNoteTable":
        """Notes, drafts of notes and tags of customers."""
        from shopdesk.storage.customer_notes import CustomerNoteTable

        return CustomerNoteTable(self._database)

    @cached_property
    def figures(self) -> "FigureTable":
        """What figures are summed from."""
        from shopdesk.storage.figures import FigureTable

        return FigureTable(self._database)

    @cached_property
    def search(self) -> "SearchTable":
        """The full-text index."""
        from shopdesk.storage.search import SearchTable

        return SearchTable(self._database)

    @cached_property
    def settings(self) -> "SettingTable":
        """What the shop set once."""
        from shopdesk.storage.settings import SettingTable

        return SettingTable(self._database)

    @cached_property
    def drafts(self) -> "DraftTable":
        """Unfinished replies."""
        from shopdesk.storage.drafts import DraftTable

        return DraftTable(self._database)

    @cached_property
    def outbox(self) -> "OutboxTable":
        """Mails on their way out."""
        from shopdesk.storage.outbox import OutboxTable

        return OutboxTable(self._database)

    @cached_property
    def templates(self) -> "TemplateTable":
        """The template library."""
        from shopdesk.storage.templates import TemplateTable

        return TemplateTable(self._database)

    @cached_property
    def targets(self) -> "TargetTable":
        """Within what time mailboxes answer."""
        from shopdesk.storage.targets import TargetTable

        return TargetTable(self._database)

    @cached_property
    def topics(self) -> "TopicTable":
        """What mails are about."""
        from shopdesk.storage.topics import TopicTable

        return TopicTable(self._database)

    @cached_property
    def promises(self) -> "PromiseTable":
        """What the shop promised."""
        from shopdesk.storage.promises import PromiseTable

        return PromiseTable(self._database)

    @cached_property
    def remote_pictures(self) -> "RemotePictureTable":
        """Pictures that were loaded from outside."""
        from shopdesk.storage.remote_pictures import RemotePictureTable

        return RemotePictureTable(self._database)

    @cached_property
    def orders(self) -> "OrderTable":
        """Orders out of the files of marketplaces."""
        from shopdesk.storage.orders import OrderTable

        return OrderTable(self._database)

    @cached_property
    def cases(self) -> "CaseTable":
        """What went wrong after a sale."""
        from shopdesk.storage.cases import CaseTable

        return CaseTable(self._database)

    def touched(self, changes: Changes) -> None:
        """Say what was touched; announced after the commit, never after a rollback."""
        self.changes = self.changes | changes
