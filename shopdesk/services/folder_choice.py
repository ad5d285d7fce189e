"""Which folders of a mailbox belong on the desk."""

from collections.abc import Sequence

from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.domain.ids import FolderId, MailboxId
from shopdesk.domain.mailbox import Folder, FolderRole
from shopdesk.services.ports import Store


class FolderChoice:
    """What a person says about folders counts for ever; the engine sees it in its next pass."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, mailbox: MailboxId) -> Sequence[Folder]:
        """The folders that the server has, by name; none before the first look at it."""
        with self._store.reading() as work:
            return sorted(work.folders.of_mailbox(mailbox), key=_order)

    def choose(self, mailbox: MailboxId, folder: FolderId, *, wanted: bool) -> None:
        """Sync a folder from now on, or leave it alone; what is on the desk stays there.

        Raises `NotFound` for a folder that the mailbox has not (any more), `InputRefused` for the inbox.
        """
        with self._store.writing() as work:
            found = next((one for one in work.folders.of_mailbox(mailbox) if one.id == folder), None)
            if found is None:
                raise NotFound(f"folder {folder}")
            if found.role is FolderRole.INBOX and not wanted:
                raise InputRefused("folder", "the inbox is always synced")
            if found.wanted is not wanted:
                work.folders.set_wanted(folder, wanted=wanted)
                work.touched(Changes(mailboxes=frozenset({mailbox})))


_FIRST = (FolderRole.INBOX, FolderRole.SENT, FolderRole.ARCHIVE)


def _order(folder: Folder) -> tuple[int, str]:
    return (_FIRST.index(folder.role) if folder.role in _FIRST else len(_FIRST), folder.name.casefold())
