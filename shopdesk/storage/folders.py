"""Folders of mailboxes, and where the sync of each stands."""

from collections.abc import Callable, Sequence

from shopdesk.domain.changes import Changes
from shopdesk.domain.ids import FolderId, MailboxId
from shopdesk.domain.mailbox import Cursor, Folder, FolderRole, ServerFolder
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.places import remove_places

COLUMNS = """id, mailbox_id, name, role, wanted, selectable, object_id,
    uidvalidity, uidnext, modseq, "exists", caught_up, since"""
_FORGET_CURSOR = """uidvalidity = 0, uidnext = 1, modseq = 0, "exists" = 0, caught_up = 0, since = ''"""


class FolderTable:
    """Folders of mailboxes; fits `ports.FolderRepository`."""

    def __init__(self, database: ShopDatabase, touched: Callable[[Changes], None]) -> None:
        self._database = database
        self._touched = touched

    def of_mailbox(self, mailbox: MailboxId) -> Sequence[Folder]:
        """The folders that exist on the server, in the order in which they were first seen."""
        rows = self._database.rows(
            f"SELECT {COLUMNS} FROM folder WHERE mailbox_id = ? AND listed ORDER BY id", (mailbox,)
        )
        return [folder_of(row) for row in rows]

    def save_listing(self, mailbox: MailboxId, listing: Sequence[ServerFolder]) -> Sequence[Folder]:
        """Bring the folders in line with the server's list; returns all that exist now.

        A new name with a known `object_id` is a rename and keeps its places. A folder that is gone loses its places
        (the conversations that this touches are announced); its row is kept out of sight until its name comes back,
        with a cursor that starts anew.
        """
        names = {folder.name for folder in listing}
        for folder in listing:
            self._rename(mailbox, folder, names)
        for old in self.of_mailbox(mailbox):
            if old.name not in names:
                self._hide(old)
        for folder in listing:
            self._save(mailbox, folder)
        return self.of_mailbox(mailbox)

    def save_cursor(self, folder: FolderId, cursor: Cursor) -> None:
        """Write where the sync of a folder stands."""
        self._database.run(
            'UPDATE folder SET uidvalidity = ?, uidnext = ?, modseq = ?, "exists" = ?, caught_up = ?, since = ?'
            " WHERE id = ?",
            (
                cursor.uidvalidity,
                cursor.uidnext,
                cursor.modseq,
                cursor.exists,
                int(cursor.caught_up),
                cursor.since,
                folder,
            ),
        )

    def set_wanted(self, folder: FolderId, *, wanted: bool) -> None:
        """Say by hand whether the mails of a folder belong on the desk; a later listing does not change it back."""
        self._database.run(
            "UPDATE folder SET wanted = ?, wanted_by_hand = 1 WHERE id = ?", (int(wanted), folder)
        )

    def _rename(self, mailbox: MailboxId, folder: ServerFolder, names: set[str]) -> None:
        """Give the row of a renamed folder its new name, unless that row or name is still in use."""
        if not folder.object_id:
            return
        known = self._database.row(
            "SELECT id, name FROM folder WHERE mailbox_id = ? AND object_id = ? AND listed",
            (mailbox, folder.object_id),
        )
        if known is None or known[1] in names:
            return
        hidden = self._database.row(
            "SELECT id, listed FROM folder WHERE mailbox_id = ? AND name = ?", (mailbox, folder.name)
        )
        if hidden is not None and hidden[1]:
            return
        if hidden is not None:
            self._database.run("DELETE FROM folder WHERE id = ?", (hidden[0],))
        self._database.run("UPDATE folder SET name = ? WHERE id = ?", (folder.name, known[0]))

    def _hide(self, folder: Folder) -> None:
        conversations = remove_places(self._database, folder.id, None)
        self._database.run(f"UPDATE folder SET listed = 0, {_FORGET_CURSOR} WHERE id = ?", (folder.id,))
        self._touched(Changes(conversations=conversations))

    def _save(self, mailbox: MailboxId, folder: ServerFolder) -> None:
        wanted = int(folder.role.is_wanted and folder.selectable)
        self._database.run(
            "INSERT INTO folder (mailbox_id, name, role, wanted, selectable, object_id) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (mailbox_id, name) DO UPDATE SET role = excluded.role, selectable = excluded.selectable,"
            " object_id = excluded.object_id, listed = 1,"
            " wanted = CASE WHEN wanted_by_hand THEN wanted ELSE excluded.wanted END",
            (mailbox, folder.name, folder.role.value, wanted, int(folder.selectable), folder.object_id),
        )


def folder_of(row: Row) -> Folder:
    """A folder from a row of `COLUMNS`."""
    return Folder(
        id=row[0],
        mailbox_id=row[1],
        name=row[2],
        role=FolderRole(row[3]),
        wanted=bool(row[4]),
        cursor=Cursor(
            uidvalidity=row[7],
            uidnext=row[8],
            modseq=row[9],
            exists=row[10],
            caught_up=bool(row[11]),
            since=row[12],
        ),
        selectable=bool(row[5]),
        object_id=row[6],
    )
