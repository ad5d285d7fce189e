"""The removals of mailboxes that a transaction begins."""

from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import MailboxId
from shopdesk.storage.database import ShopDatabase


class Removal:
    """The removals that one transaction began."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database
        self.begun = False

    def begin(self, mailbox: MailboxId) -> None:
        """Put a mailbox out of sight; `finish_removals` does the rest after the commit. Raises `NotFound`."""
        if not self._database.run("UPDATE mailbox SET leaving = 1 WHERE id = ? AND leaving = 0", (mailbox,)):
            raise NotFound(f"mailbox {mailbox}")
        self._database.run("INSERT OR IGNORE INTO removal VALUES (1)")
        self.begun = True
