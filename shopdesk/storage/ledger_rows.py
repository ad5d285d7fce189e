"""Reads what `main.py mails` lists: every mail in every place, and what was set aside."""

from collections import defaultdict
from collections.abc import Sequence

from shopdesk.domain.ids import MailboxId, PlaceId
from shopdesk.domain.message import SetAsideMail, StoredPlace
from shopdesk.storage.archive import RawMailArchive
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.values import id_list, moment, moment_or_none, text_flags, unpacked_hex

_BEGINNING = 2_000
_PLACES, _GONE = 1, 2  # first part of a paging key

_STORED = """SELECT p.id, b.address, f.name, f.uidvalidity, p.uid, t.header_id, p.sha256, p.size, p.flags,
    t.subject, t.sender_email, coalesce(t.sent_at, p.received_at), m.conversation_id, p.message_id, p.set_aside
    FROM place p JOIN folder f ON f.id = p.folder_id JOIN mailbox b ON b.id = f.mailbox_id
    LEFT JOIN message m ON m.id = p.message_id LEFT JOIN mail t ON t.message_id = p.message_id
    WHERE p.id > ? AND b.leaving = 0 ORDER BY p.id LIMIT ?"""
_WITHOUT_PLACE = """SELECT NULL, b.address, NULL, NULL, NULL, t.header_id, m.sha256, 0, '',
    t.subject, t.sender_email, coalesce(t.sent_at, m.received_at), m.conversation_id, m.id, NULL
    FROM message m INDEXED BY message_gone JOIN mailbox b ON b.id = m.mailbox_id
    JOIN mail t ON t.message_id = m.id
    WHERE m.gone = 1 AND m.id > ? AND b.leaving = 0 ORDER BY m.id LIMIT ?"""
_SET_ASIDE = """SELECT p.id, f.mailbox_id, f.name, p.uid, p.set_aside, p.size, p.received_at, p.sha256,
    p.reader_version
    FROM folder f JOIN mailbox b ON b.id = f.mailbox_id
    JOIN place p INDEXED BY place_set_aside ON p.folder_id = f.id
    WHERE p.set_aside IS NOT NULL AND b.leaving = 0 AND f.mailbox_id = coalesce(?, f.mailbox_id)
    ORDER BY p.received_at DESC, p.id DESC"""


def stored_places(
    database: ShopDatabase, after: tuple[int, int], limit: int, *, gone: bool
) -> list[tuple[tuple[int, int], StoredPlace]]:
    """A page of places, then (with `gone`) of mails without a place, each with the key to go on from."""
    part, last = after
    rows: list[tuple[int, Row]] = []
    if part <= _PLACES:
        rows = [(_PLACES, row) for row in database.rows(_STORED, (last, limit))]
        last = 0
    if gone and len(rows) < limit:
        more = database.rows(_WITHOUT_PLACE, (last, limit - len(rows)))
        rows += [(_GONE, row) for row in more]
    names = _attachment_names(database, [row[13] for _, row in rows if row[13] is not None])
    return [
        ((part, row[0] if part == _PLACES else row[13]), _stored(row, names.get(row[13], ())))
        for part, row in rows
    ]


def set_aside_mails(
    database: ShopDatabase, archive: RawMailArchive, mailbox: MailboxId | None
) -> list[SetAsideMail]:
    """Mails that could not be read, newest first, with their first lines."""
    return [
        SetAsideMail(
            place_id=row[0],
            mailbox_id=row[1],
            folder=row[2],
            uid=row[3],
            reason=row[4],
            size=row[5],
            received_at=moment(row[6]),
            sha256=unpacked_hex(row[7]),
            reader_version=row[8],
            beginning="" if row[7] is None else _first_lines(archive, unpacked_hex(row[7])),
        )
        for row in database.rows(_SET_ASIDE, (mailbox,))
    ]


def _first_lines(archive: RawMailArchive, sha256: str) -> str:
    text = archive.beginning(sha256, _BEGINNING).decode("utf-8", "replace")
    return "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text.replace("\r\n", "\n"))


def _attachment_names(database: ShopDatabase, messages: Sequence[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = database.rows(
        "SELECT message_id, name FROM attachment WHERE message_id IN (SELECT value FROM json_each(?))"
        " ORDER BY message_id, number",
        (id_list(messages),),
    )
    for message, name in rows:
        found[message].append(name)
    return {message: tuple(names) for message, names in found.items()}


def _stored(row: Row, attachments: tuple[str, ...]) -> StoredPlace:
    return StoredPlace(
        place_id=None if row[0] is None else PlaceId(row[0]),
        mailbox=row[1],
        folder=row[2],
        uidvalidity=row[3],
        uid=row[4],
        message_id=row[5] or None,
        sha256=unpacked_hex(row[6]) or None,
        size=row[7],
        flags=tuple(sorted(text_flags(row[8]))),
        subject=row[9],
        sender=row[10],
        date=moment_or_none(row[11]),
        conversation=row[12],
        attachments=attachments,
        set_aside=row[14],
    )
