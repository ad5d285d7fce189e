"""Messages and their places, in batches: the hot path of the sync."""

from array import array
from collections.abc import Mapping, Sequence
from json import dumps

from shopdesk.domain.errors import NotFound
from shopdesk.domain.filing import KnownMessage, NewMessage, NewPlace, Renewal, UnfinishedPlace
from shopdesk.domain.ids import ConversationId, FolderId, MailboxId, MessageId, PlaceId
from shopdesk.domain.mailbox import Folder
from shopdesk.domain.message import READER_VERSION, Remainder, SetAsideMail, StoredPlace
from shopdesk.storage import message_rows, places
from shopdesk.storage.archive import RawMailArchive
from shopdesk.storage.completing import complete_messages
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.folders import COLUMNS, folder_of
from shopdesk.storage.ledger_rows import set_aside_mails, stored_places
from shopdesk.storage.new_ids import MessageIdGiver
from shopdesk.storage.places import add_places as write_places
from shopdesk.storage.storable import storable
from shopdesk.storage.values import fingerprint_key, key_of, marks, moment, text_flags, unpacked_hex


class MailTable:
    """Messages and their places; fits `ports.MailRepository`."""

    def __init__(self, database: ShopDatabase, archive: RawMailArchive) -> None:
        self._database = database
        self._archive = archive
        self._ids = MessageIdGiver(database)

    def known_uids(self, folder: FolderId) -> "array[int]":
        """UIDs that have a place in the folder, ascending."""
        rows = self._database.rows("SELECT uid FROM place WHERE folder_id = ? ORDER BY uid", (folder,))
        erased = self._database.rows("SELECT uid FROM erased_place WHERE folder_id = ?", (folder,))
        known = [row[0] for row in rows]
        return array("q", sorted({*known, *(row[0] for row in erased)}) if erased else known)

    def unfinished(self, mailbox: MailboxId) -> Sequence[UnfinishedPlace]:
        """Places in wanted folders whose raw bytes are not all here, newest message first."""
        rows = self._database.rows(
            "SELECT p.folder_id, p.uid, p.size, p.message_id,"
            " iif(m.whole OR m.reader_version <> ?, NULL, m.fingerprint)"
            " FROM folder f JOIN place p INDEXED BY place_unfinished ON p.folder_id = f.id"
            " LEFT JOIN message m ON m.id = p.message_id"
            " WHERE f.mailbox_id = ? AND f.listed AND f.wanted AND p.sha256 IS NULL"
            " ORDER BY p.received_at DESC, p.uid DESC",
            (READER_VERSION, mailbox),
        )
        return [
            UnfinishedPlace(folder, uid, size, message, unpacked_hex(mark)) for folder, uid, size, message, mark in rows
        ]

    def by_fingerprint(self, fingerprints: Sequence[str]) -> Mapping[str, KnownMessage]:
        """Messages on the desk by the fingerprint of their mail; of several a whole one."""
        keys = [fingerprint_key(each) for each in fingerprints if each]
        rows = self._database.rows(
            "SELECT fingerprint, id, conversation_id, whole FROM message INDEXED BY message_fingerprint"
            " WHERE fingerprint_key IN (SELECT value FROM json_each(?)) ORDER BY whole, id DESC",
            (dumps(keys),),
        )
        return {unpacked_hex(row[0]): KnownMessage(row[1], row[2], whole=bool(row[3])) for row in rows}

    def new_ids(self, received_seconds: Sequence[int]) -> Sequence[MessageId]:
        """Unused message ids, one per given second (UTC), in the same order; a full second flows into the next."""
        return self._ids.give(received_seconds)

    def add_messages(self, messages: Sequence[NewMessage]) -> None:
        """Write messages with bodies, search rows, references and numbers."""
        message_rows.add_messages(self._database, messages)

    def renew_messages(self, renewals: Sequence[Renewal]) -> frozenset[ConversationId]:
        """Replace readings, their search rows, references and numbers; conversation, flags and notes stay."""
        return message_rows.renew_messages(self._database, renewals)

    def remove_notes(self, notes: Sequence[MessageId]) -> None:
        """Take notes of the team away with their search rows; a mail is never taken away so."""
        found = self._database.rows(
            f"SELECT id FROM message WHERE direction = 2 AND id IN ({marks(len(notes))})", notes
        )
        message_rows.remove_messages(self._database, [row[0] for row in found])

    def read_by_older(self, limit: int) -> Sequence[tuple[MessageId, str]]:
        """Messages whose reading is an older reader's and whose raw bytes are here, newest first: id and sha256."""
        return message_rows.read_by_older(self._database, limit)

    def keep_readings(self, messages: Sequence[MessageId]) -> None:
        """Let readings count as this reader's."""
        message_rows.keep_readings(self._database, messages)

    def add_places(self, folder: FolderId, places: Sequence[NewPlace]) -> None:
        """Write places; an existing (folder, uid) is replaced, messages that have a place are not gone."""
        write_places(self._database, self._archive, folder, places)

    def finish_places(
        self,
        folder: FolderId,
        finished: Sequence[tuple[int, str, int]],
        remainders: Mapping[MessageId, Remainder] | None = None,
    ) -> frozenset[ConversationId]:
        """Say that the raw bytes are in the archive, and which provisional readings stand for whole mails now."""
        places.finish_places(self._database, self._archive, folder, finished)
        return complete_messages(self._database, remainders or {})

    def set_flags(
        self, folder: FolderId, flags: Mapping[int, frozenset[str]]
    ) -> frozenset[ConversationId]:
        """Write the server's flags of known places; returns the conversations whose messages really changed."""
        return places.set_flags(self._database, folder, flags)

    def remove_places(self, folder: FolderId, uids: Sequence[int] | None) -> frozenset[ConversationId]:
        """Take away places (None: all of the folder); returns the touched conversations."""
        return places.remove_places(self._database, folder, uids)

    def set_aside(self, mailbox: MailboxId | None = None) -> Sequence[SetAsideMail]:
        """Mails that could not be read, newest first."""
        return set_aside_mails(self._database, self._archive, mailbox)

    def place_of(self, place: PlaceId) -> tuple[Folder, NewPlace]:
        """A place and its folder; raises `NotFound`."""
        row = self._database.row(
            "SELECT uid, flags, received_at, size, message_id, sha256, set_aside, folder_id FROM place WHERE id = ?",
            (place,),
        )
        if row is None:
            raise NotFound(f"place {place}")
        folder = self._database.row(f"SELECT {COLUMNS} FROM folder WHERE id = ?", (row[7],))
        if folder is None:
            raise NotFound(f"folder {row[7]}")
        return folder_of(folder), NewPlace(
            uid=row[0],
            flags=text_flags(row[1]),
            received_at=moment(row[2]),
            size=row[3],
            message_id=row[4],
            sha256=unpacked_hex(row[5]),
            set_aside=row[6] or "",
        )

    def places_of(self, message: MessageId) -> Sequence[tuple[Folder, int]]:
        """Where a message lies on servers: folders with its UID there."""
        columns = ", ".join(f"f.{name.strip()}" for name in COLUMNS.split(","))
        rows = self._database.rows(
            f"SELECT {columns}, p.uid FROM place p INDEXED BY place_message JOIN folder f ON f.id = p.folder_id"
            " WHERE p.message_id = ? AND f.listed",
            (message,),
        )
        return [(folder_of(row[:-1]), row[-1]) for row in rows]

    def sha256_at(self, mailbox: MailboxId, folder: str, uid: int) -> str:
        """Raises `NotFound` when there is no such place or its bytes are not all here."""
        key = self._database.value(
            "SELECT p.sha256 FROM folder f JOIN place p ON p.folder_id = f.id AND p.uid = ?"
            " WHERE f.mailbox_id = ? AND f.name = ?",
            (uid, mailbox, folder),
        )
        if key is None:
            raise NotFound(f"{folder} {uid}")
        return unpacked_hex(key)

    def sha256_of(self, message: MessageId) -> str:
        """Of one complete copy of a message; raises `NotFound` when none is here."""
        key = self._database.value("SELECT sha256 FROM message WHERE id = ?", (message,))
        if key is None:
            raise NotFound(f"message {message}")
        return unpacked_hex(key)

    def stored_places(
        self, after: tuple[int, int], limit: int, *, gone: bool
    ) -> Sequence[tuple[tuple[int, int], StoredPlace]]:
        """A page of all places with paging keys: start with (0, 0), go on with the last key."""
        return stored_places(self._database, after, limit, gone=gone)

    def mark_bounced(self, original_message_id: str, reason: str) -> ConversationId | None:
        """Mark our own message that a delivery report is about; returns its conversation, None when it is not here."""
        row = self._database.row(
            "SELECT m.id, m.conversation_id FROM message m INDEXED BY message_own JOIN mail t ON t.message_id = m.id"
            " WHERE m.direction = 1 AND m.id_key = ? AND t.header_id = ? ORDER BY m.id DESC",
            (key_of(original_message_id), storable(original_message_id)),
        )
        if row is None:
            return None
        self._database.run("UPDATE mail SET bounced = ? WHERE message_id = ?", (storable(reason) or "bounced", row[0]))
        return ConversationId(row[1])
