"""Takes a mailbox away in short transactions; begun once, it can be finished after any interruption."""

from collections.abc import Iterable, Iterator

from shopdesk.domain.changes import Changes
from shopdesk.domain.ids import ConversationId, MailboxId
from shopdesk.storage import message_rows
from shopdesk.storage.archive import RawMailArchive
from shopdesk.storage.conversation_rows import refresh
from shopdesk.storage.customers import forget_strangers
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.outbox import forget_unsent
from shopdesk.storage.scrub import is_due, overwrite_what_goes, scrub
from shopdesk.storage.values import id_list, marks

_CHUNK = 500

_HELD_ELSEWHERE = """SELECT f.mailbox_id FROM place p INDEXED BY place_message JOIN folder f ON f.id = p.folder_id
    WHERE p.message_id = {message}.id AND f.mailbox_id <> ?1"""
# Mails that lie in no other mailbox; notes go when no mail of their conversation lies in another one.
_ONLY_HERE = f"""SELECT m.id, m.conversation_id, m.sha256 FROM message m
    WHERE m.id > ?2 AND m.mailbox_id = ?1 AND CASE m.direction
        WHEN 2 THEN NOT EXISTS (SELECT 1 FROM message o INDEXED BY message_conversation
            WHERE o.conversation_id = m.conversation_id AND o.direction <> 2
            AND (o.mailbox_id <> ?1 OR EXISTS ({_HELD_ELSEWHERE.format(message="o")})))
        ELSE NOT EXISTS ({_HELD_ELSEWHERE.format(message="m")}) END
    ORDER BY m.id LIMIT ?3"""
_NEW_HOLDER = f"""UPDATE message SET mailbox_id = coalesce(
    ({_HELD_ELSEWHERE.format(message="message")} LIMIT 1),
    (SELECT o.mailbox_id FROM message o INDEXED BY message_conversation
        WHERE o.conversation_id = message.conversation_id AND o.mailbox_id <> ?1 LIMIT 1))
    WHERE mailbox_id = ?1 AND (direction = 2) = ?2"""
_NEW_MAILBOX = """UPDATE conversation SET mailbox_id = (
    SELECT m.mailbox_id FROM message m INDEXED BY message_conversation
    WHERE m.conversation_id = conversation.id ORDER BY m.id LIMIT 1)
    WHERE mailbox_id = ? RETURNING id"""

_NEW_TARGETS = """INSERT OR IGNORE INTO target_stale
    SELECT DISTINCT mailbox_id FROM conversation WHERE id IN (SELECT value FROM json_each(?))"""


def finish_removals(database: ShopDatabase, archive: RawMailArchive) -> Iterator[Changes]:
    """Take away all that belongs to leaving mailboxes; yields what changed after each short transaction."""
    for (mailbox,) in database.rows("SELECT id FROM mailbox WHERE leaving = 1"):
        yield from _take_messages(database, mailbox)
        yield from _take_places(database, mailbox)
        yield _take_mailbox(database, mailbox)
    erased = is_due(database)
    if erased:
        overwrite_what_goes(archive.database)
    while _take_raw(database, archive):
        pass
    if erased:
        scrub(database, archive)
    database.rows("PRAGMA incremental_vacuum(20000)")


def _take_messages(database: ShopDatabase, mailbox: MailboxId) -> Iterator[Changes]:
    last = 0
    while True:
        with database.writing_transaction():
            found = database.rows(_ONLY_HERE, (mailbox, last, _CHUNK))
            if not found:
                return
            last = found[-1][0]
            ids = id_list(row[0] for row in found)
            placed = database.rows(
                "DELETE FROM place WHERE message_id IN (SELECT value FROM json_each(?)) RETURNING sha256", (ids,)
            )
            _doom(database, [*(row[0] for row in placed), *(row[2] for row in found)])
            message_rows.remove_messages(database, [row[0] for row in found])
            changes = _recounted(database, {row[1] for row in found})
        yield changes


def _take_places(database: ShopDatabase, mailbox: MailboxId) -> Iterator[Changes]:
    """The places of mails that other mailboxes hold too, and of mails that were set aside."""
    while True:
        with database.writing_transaction():
            found = database.rows(
                "DELETE FROM place WHERE id IN (SELECT p.id FROM folder f JOIN place p ON p.folder_id = f.id"
                " WHERE f.mailbox_id = ? LIMIT ?) RETURNING sha256",
                (mailbox, _CHUNK),
            )
            _doom(database, [row[0] for row in found])
        if not found:
            return
        yield Changes(set_aside=True)


def _take_mailbox(database: ShopDatabase, mailbox: MailboxId) -> Changes:
    """The last step: what is left are messages that another mailbox holds; they become that one's."""
    with database.writing_transaction():
        for notes in (0, 1):
            database.run(_NEW_HOLDER, (mailbox, notes))
        empty = database.rows(
            "SELECT id FROM conversation WHERE mailbox_id = ? AND NOT EXISTS ("
            "SELECT 1 FROM message INDEXED BY message_conversation WHERE conversation_id = conversation.id)",
            (mailbox,),
        )
        removed = _recounted(database, {row[0] for row in empty})
        moved = database.rows(_NEW_MAILBOX, (mailbox,))
        # Where they are now another target may hold.
        database.run(_NEW_TARGETS, (id_list(row[0] for row in moved),))
        forget_strangers(database)
        forget_unsent(database, mailbox)
        database.run("DELETE FROM folder WHERE mailbox_id = ?", (mailbox,))
        database.run("DELETE FROM health WHERE mailbox_id = ?", (mailbox,))
        database.run("DELETE FROM mailbox WHERE id = ?", (mailbox,))
    return removed | Changes(
        conversations=frozenset(row[0] for row in moved), mailboxes=frozenset({mailbox})
    )


def _recounted(database: ShopDatabase, conversations: set[ConversationId]) -> Changes:
    removed = frozenset(refresh(database, sorted(conversations)))
    return Changes(conversations=frozenset(conversations) - removed, removed_conversations=removed)


def _doom(database: ShopDatabase, keys: Iterable[bytes | None]) -> None:
    """Write down raw mails that may have lost their last holder."""
    rows = [(key,) for key in {*keys} if key is not None]
    database.insert("INSERT OR IGNORE INTO doomed_raw (sha256)", rows)


def _take_raw(database: ShopDatabase, archive: RawMailArchive) -> bool:
    """Remove some raw mails that nothing on the desk refers to; False when none was left to look at.

    The desk is locked meanwhile: whoever files one of these mails next sees that it is gone and fetches it again.
    """
    with database.writing_transaction():
        keys = [row[0] for row in database.rows("SELECT sha256 FROM doomed_raw LIMIT ?", (_CHUNK,))]
        asked = marks(len(keys))
        rows = database.rows(
            f"SELECT sha256 FROM place WHERE sha256 IN ({asked})"
            f" UNION SELECT sha256 FROM message WHERE sha256 IN ({asked})",
            [*keys, *keys],
        )
        needed = {row[0] for row in rows}
        archive.remove([key for key in keys if key not in needed])
        database.run(f"DELETE FROM doomed_raw WHERE sha256 IN ({asked})", keys)
    return bool(keys)
