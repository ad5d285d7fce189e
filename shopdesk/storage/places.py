"""Places: which mail lies under which UID of which folder."""

from collections.abc import Mapping, Sequence

from shopdesk.domain.filing import NewPlace
from shopdesk.domain.ids import ConversationId, FolderId
from shopdesk.domain.message import READER_VERSION
from shopdesk.storage.archive import RawMailArchive
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.values import chunks, flags_text, id_list, micros, text_flags

_CHUNK = 500


def add_places(
    database: ShopDatabase, archive: RawMailArchive, folder: FolderId, places: Sequence[NewPlace]
) -> None:
    """Write places; an existing (folder, uid) is replaced. Messages that have a place are not gone."""
    for chunk in chunks(places, _CHUNK):
        replaced = _message_ids(database, folder, [place.uid for place in chunk])
        here = _archived(database, archive, [bytes.fromhex(place.sha256) for place in chunk if place.sha256])
        database.insert(
            "INSERT INTO place (folder_id, uid, message_id, sha256, size, flags, received_at, set_aside,"
            " reader_version)",
            [_row(folder, place, here) for place in chunk],
            "ON CONFLICT (folder_id, uid) DO UPDATE SET message_id = excluded.message_id,"
            " sha256 = excluded.sha256, size = excluded.size, flags = excluded.flags,"
            " received_at = excluded.received_at, set_aside = excluded.set_aside,"
            " reader_version = excluded.reader_version",
        )
        placed = {place.message_id for place in chunk if place.message_id is not None}
        _mark_here(database, [
            (place.message_id, bytes.fromhex(place.sha256))
            for place in chunk
            if place.message_id is not None and place.sha256
        ])
        database.run(
            "UPDATE message INDEXED BY message_gone SET gone = 0"
            " WHERE gone = 1 AND id IN (SELECT value FROM json_each(?))",
            (id_list(placed),),
        )
        mark_gone(database, [message for message in replaced if message not in placed])


def finish_places(
    database: ShopDatabase, archive: RawMailArchive, folder: FolderId, finished: Sequence[tuple[int, str, int]]
) -> None:
    """Say that raw bytes are in the archive: (uid, sha256, true length) for each place of the folder."""
    for chunk in chunks([(uid, bytes.fromhex(sha256), size) for uid, sha256, size in finished], _CHUNK):
        here = _archived(database, archive, [key for _, key, _ in chunk])
        # What was removed with another mailbox a moment ago stays unfinished and is fetched again.
        kept = [place for place in chunk if place[1] in here]
        if not kept:
            continue
        values = ",".join(["(?,?,?)"] * len(kept))
        rows = database.rows(
            f"WITH whole (uid, key, size) AS (VALUES {values})"
            " UPDATE place SET sha256 = whole.key, size = whole.size FROM whole"
            " WHERE place.folder_id = ? AND place.uid = whole.uid RETURNING message_id, sha256",
            [*(value for place in kept for value in place), folder],
        )
        _mark_here(database, [(message, key) for message, key in rows if message is not None])


def set_flags(
    database: ShopDatabase, folder: FolderId, flags: Mapping[int, frozenset[str]]
) -> frozenset[ConversationId]:
    """Write the server's flags of known places; returns the conversations whose messages really changed.

    A message takes over \\Seen and \\Answered only where that very flag changed, so that another flag does not undo
    what was read here.
    """
    touched: set[ConversationId] = set()
    for uids in chunks(sorted(flags), _CHUNK):
        known = database.rows(
            "SELECT uid, flags, message_id FROM place"
            " WHERE folder_id = ? AND uid IN (SELECT value FROM json_each(?))",
            (folder, id_list(uids)),
        )
        changed = [
            (uid, flags_text(flags[uid]), text_flags(old), message)
            for uid, old, message in known
            if flags_text(flags[uid]) != old
        ]
        if changed:
            _write_flags(database, folder, [(uid, text) for uid, text, _, _ in changed])
            touched |= _take_over(database, changed, flags)
    return frozenset(touched)


def remove_places(
    database: ShopDatabase, folder: FolderId, uids: Sequence[int] | None
) -> frozenset[ConversationId]:
    """Take away places (None: all of the folder); messages without any other place are marked gone.

    Returns the touched conversations.
    """
    touched: set[ConversationId] = set()
    if uids is None:
        uids = [row[0] for row in database.rows("SELECT uid FROM place WHERE folder_id = ?", (folder,))]
        database.run("DELETE FROM erased_place WHERE folder_id = ?", (folder,))
    for chunk in chunks(uids, _CHUNK):
        removed = database.rows(
            "DELETE FROM place WHERE folder_id = ? AND uid IN (SELECT value FROM json_each(?)) RETURNING message_id",
            (folder, id_list(chunk)),
        )
        messages = [row[0] for row in removed if row[0] is not None]
        rows = database.rows(
            "SELECT DISTINCT conversation_id FROM message WHERE id IN (SELECT value FROM json_each(?))",
            (id_list(messages),),
        )
        touched.update(row[0] for row in rows)
        mark_gone(database, messages)
    return frozenset(touched)


def mark_gone(database: ShopDatabase, messages: Sequence[int]) -> None:
    """Mark those messages gone that have no place any more."""
    if messages:
        database.run(
            "UPDATE message SET gone = 1 WHERE id IN (SELECT value FROM json_each(?))"
            " AND NOT EXISTS (SELECT 1 FROM place INDEXED BY place_message WHERE place.message_id = message.id)",
            (id_list(messages),),
        )


def _row(folder: FolderId, place: NewPlace, here: set[bytes]) -> Row:
    key = bytes.fromhex(place.sha256) if place.sha256 else None
    aside = place.set_aside or None
    return (
        folder,
        place.uid,
        place.message_id,
        key if key in here else None,
        place.size,
        flags_text(place.flags),
        micros(place.received_at),
        aside,
        READER_VERSION if aside else None,
    )


def _archived(database: ShopDatabase, archive: RawMailArchive, keys: Sequence[bytes]) -> set[bytes]:
    """Which raw mails are surely in the archive: all, unless a mailbox was ever removed and took some along."""
    if database.row("SELECT 1 FROM removal LIMIT 1") is None:
        return set(keys)
    return archive.known(keys)


def _message_ids(database: ShopDatabase, folder: FolderId, uids: Sequence[int]) -> list[int]:
    rows = database.rows(
        "SELECT message_id FROM place WHERE folder_id = ? AND uid IN (SELECT value FROM json_each(?))"
        " AND message_id IS NOT NULL",
        (folder, id_list(uids)),
    )
    return [row[0] for row in rows]


def _mark_here(database: ShopDatabase, keys: Sequence[tuple[int, bytes]]) -> None:
    """Note at messages where their raw bytes are, for the day when no place holds them any more."""
    database.with_values(
        "WITH raw (id, key) AS (VALUES {rows})"
        " UPDATE message SET sha256 = raw.key FROM raw WHERE message.id = raw.id AND message.sha256 IS NULL",
        keys,
    )


def _write_flags(database: ShopDatabase, folder: FolderId, texts: Sequence[tuple[int, str]]) -> None:
    pairs = ",".join(["(?,?)"] * len(texts))
    database.run(
        f"WITH new (uid, flags) AS (VALUES {pairs})"
        " UPDATE place SET flags = new.flags FROM new WHERE place.folder_id = ? AND place.uid = new.uid",
        [*(value for pair in texts for value in pair), folder],
    )


def _take_over(
    database: ShopDatabase,
    changed: Sequence[tuple[int, str, frozenset[str], int | None]],
    flags: Mapping[int, frozenset[str]],
) -> set[ConversationId]:
    touched: set[ConversationId] = set()
    for flag, column in (("\\Seen", "is_read"), ("\\Answered", "is_answered")):
        for value in (0, 1):
            messages = [
                message
                for uid, _, old, message in changed
                if message is not None
                and (flag in old) != _has(flags[uid], flag)
                and _has(flags[uid], flag) == bool(value)
            ]
            if messages:
                rows = database.rows(
                    f"UPDATE message SET {column} = ? WHERE id IN (SELECT value FROM json_each(?))"
                    f" AND {column} <> ? RETURNING conversation_id",
                    (value, id_list(messages), value),
                )
                touched.update(row[0] for row in rows)
    return touched


def _has(flags: frozenset[str], flag: str) -> bool:
    return any(other.lower() == flag.lower() for other in flags)
