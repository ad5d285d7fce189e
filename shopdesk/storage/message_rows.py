"""Writes messages: the narrow row, the mail, attachments, numbers, references and the search row, in batches."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from json import JSONEncoder

from shopdesk.domain.filing import NewMessage, Renewal
from shopdesk.domain.ids import ConversationId, MessageId
from shopdesk.domain.message import READER_VERSION, Address, Attachment, Mail, MailKind
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.message_values import DIRECTION, KIND
from shopdesk.storage.pack import Packer
from shopdesk.storage.spaced import spaced
from shopdesk.storage.storable import storable
from shopdesk.storage.values import fingerprint_key, id_list, key_of, micros, micros_or_none, packed_hex, unpacked_hex

_MESSAGE = (
    "INSERT INTO message (id, conversation_id, mailbox_id, direction, kind, received_at, is_read, is_answered,"
    " has_files, whole, topic, customer, alias, id_key, fingerprint_key, fingerprint, sha256, reader_version)"
)
_MAIL_COLUMNS = "message_id, header_id, subject, sender_name, sender_email, sent_at, details, own_words, body, html"
_MAIL = f"INSERT INTO mail ({_MAIL_COLUMNS})"
_RENEWED_MAIL = (
    "ON CONFLICT (message_id) DO UPDATE SET header_id = excluded.header_id, subject = excluded.subject,"
    " sender_name = excluded.sender_name, sender_email = excluded.sender_email, sent_at = excluded.sent_at,"
    " details = excluded.details, own_words = excluded.own_words, body = excluded.body, html = excluded.html"
)
READ_BY_OLDER = """SELECT id, sha256 FROM message INDEXED BY message_reader
    WHERE reader_version < ? AND sha256 IS NOT NULL ORDER BY reader_version DESC, id DESC LIMIT ?"""
ORDER, PARCEL = 0, 1
"""Kinds of numbers of a shop."""
_JSON = JSONEncoder(ensure_ascii=False)


def add_messages(database: ShopDatabase, messages: Sequence[NewMessage]) -> None:
    """Write messages with bodies, search rows, references and numbers."""
    messages = sorted(messages, key=_id)  # FTS5 starts a new segment whenever a rowid is not above the last one
    readings = [Renewal(new.id, new.mail, new.clues.order_numbers, new.parcel_numbers) for new in messages]
    database.insert(_MESSAGE, [_message_row(new) for new in messages])
    packer = Packer()
    database.insert(_MAIL, [_mail_row(reading, packer) for reading in readings])
    _add_details(database, readings)
    _add_attachments(database, readings)
    _add_references(
        database, [(new.mail.message_id, new.clues.message_ids, new.conversation_id) for new in messages]
    )


def renew_messages(database: ShopDatabase, renewals: Sequence[Renewal]) -> frozenset[ConversationId]:
    """Replace readings, their search rows, references and numbers; conversation, flags and notes stay.

    Out: the conversations, which the caller recounts: a whole mail may bring files that its beginning did not show.
    """
    rows = ((renewal.id, _renew_row(database, renewal)) for renewal in renewals)
    homes = {message: ConversationId(home) for message, home in rows if home is not None}
    known = sorted((renewal for renewal in renewals if renewal.id in homes), key=_id)
    if not known:
        return frozenset()
    _renew_words(database, known, homes)
    _add_attachments(database, known)
    return frozenset(homes.values())


def _renew_words(
    database: ShopDatabase, renewals: Sequence[Renewal], homes: Mapping[MessageId, ConversationId]
) -> None:
    """Write the readings that say something else: most beginnings of large mails hold all their words."""
    packer = Packer()
    mails = {renewal.id: _mail_row(renewal, packer) for renewal in renewals}
    held = _held_words(database, list(homes))
    other = [r for r in renewals if held[r.id] != (mails[r.id], _numbers(r), _file_names(r))]
    if not other:
        return
    database.insert(_MAIL, [mails[renewal.id] for renewal in other], _RENEWED_MAIL)
    remove_details(database, [renewal.id for renewal in other])
    _add_details(database, other)
    _add_references(
        database,
        [(r.mail.message_id, (*r.mail.references, *r.mail.in_reply_to), homes[r.id]) for r in other],
    )


def _held_words(
    database: ShopDatabase, messages: Sequence[MessageId]
) -> dict[int, tuple[Row | None, list[Row], list[Row]]]:
    """What is searched of messages, as it is here: their mail, numbers and names of files."""
    wanted = "WHERE message_id IN (SELECT value FROM json_each(?))"
    ids = (id_list(messages),)
    mails = {row[0]: row for row in database.rows(f"SELECT {_MAIL_COLUMNS} FROM mail {wanted}", ids)}
    numbers, files = defaultdict(list), defaultdict(list)
    for row in database.rows(
        f"SELECT message_id, kind, place, number FROM shop_number {wanted} ORDER BY kind, place", ids
    ):
        numbers[row[0]].append(row[1:])
    for row in database.rows(f"SELECT message_id, number, name FROM attachment {wanted} ORDER BY number", ids):
        files[row[0]].append(row[1:])
    return {each: (mails.get(each), numbers[each], files[each]) for each in messages}


def _renew_row(database: ShopDatabase, renewal: Renewal) -> int | None:
    """Out: the message's conversation; None when it is not here."""
    mail = renewal.mail
    row = database.row(
        # Whose first bytes were filed as those of a blocked sender stays one.
        f"UPDATE message SET kind = iif(kind = {KIND[MailKind.BLOCKED]}, kind, ?), has_files = ?, whole = ?,"
        " id_key = ?, fingerprint_key = ?, fingerprint = ?, reader_version = ?"
        " WHERE id = ? RETURNING conversation_id",
        (
            KIND[mail.kind],
            _has_files(mail),
            int(mail.whole),
            _id_key(mail.message_id),
            fingerprint_key(mail.fingerprint),
            packed_hex(mail.fingerprint),
            READER_VERSION,
            renewal.id,
        ),
    )
    return None if row is None else int(row[0])


def read_by_older(database: ShopDatabase, limit: int) -> list[tuple[MessageId, str]]:
    """Messages whose reading is an older reader's and whose raw bytes are here, newest first: id and sha256."""
    return [(MessageId(row[0]), unpacked_hex(row[1])) for row in database.rows(READ_BY_OLDER, (READER_VERSION, limit))]


def keep_readings(database: ShopDatabase, messages: Sequence[int]) -> None:
    """Let readings count as this reader's."""
    wanted = "WHERE id IN (SELECT value FROM json_each(?))"
    database.run(f"UPDATE message SET reader_version = ? {wanted}", (READER_VERSION, id_list(messages)))


def replace_details(database: ShopDatabase, readings: Sequence[Renewal]) -> None:
    """Write search rows, attachments and numbers of messages that are here anew."""
    remove_details(database, [reading.id for reading in readings])
    _add_details(database, readings)
    _add_attachments(database, readings)


def remove_messages(database: ShopDatabase, messages: Sequence[int]) -> None:
    """Take messages away with all that hangs on them; their places must be gone already."""
    remove_details(database, messages)
    ids = (id_list(messages),)
    database.run("DELETE FROM mail WHERE message_id IN (SELECT value FROM json_each(?))", ids)
    database.run("DELETE FROM message WHERE id IN (SELECT value FROM json_each(?))", ids)


def remove_details(database: ShopDatabase, messages: Sequence[int]) -> None:
    """Take away search rows, attachments and numbers of messages."""
    ids = (id_list(messages),)
    database.run("DELETE FROM search WHERE rowid IN (SELECT value FROM json_each(?))", ids)
    database.run("DELETE FROM attachment WHERE message_id IN (SELECT value FROM json_each(?))", ids)
    database.run("DELETE FROM shop_number WHERE message_id IN (SELECT value FROM json_each(?))", ids)


def _add_details(database: ShopDatabase, readings: Sequence[Renewal]) -> None:
    database.insert(
        "INSERT INTO search (rowid, subject, sender, people, body, numbers, files)",
        [_search_row(reading) for reading in readings],
        at_once=True,  # FTS5 ends a segment before the next statement, and merging them is a third of its work
    )
    numbers = [(number, kind, each.id, place) for each in readings for kind, place, number in _numbers(each)]
    database.insert("INSERT OR IGNORE INTO shop_number (number, kind, message_id, place)", numbers)


def _add_attachments(database: ShopDatabase, readings: Sequence[Renewal]) -> None:
    database.insert(
        "INSERT OR REPLACE INTO attachment"
        " (message_id, number, name, media_type, size, content_id, inline, risky)",
        [_attachment_row(each.id, attachment) for each in readings for attachment in each.mail.attachments],
    )


def _add_references(
    database: ShopDatabase, rows: Iterable[tuple[str, Sequence[str], ConversationId]]
) -> None:
    """A mail's own id belongs to its conversation; ids that are only referred to stay where they were first seen."""
    own: dict[int, ConversationId] = {}
    referred: dict[int, ConversationId] = {}
    for own_id, referred_ids, conversation in rows:
        if own_id:
            own[key_of(own_id)] = conversation
        for other in referred_ids:
            referred.setdefault(key_of(other), conversation)
    head = "INSERT INTO reference (id_key, conversation_id)"
    replace = "ON CONFLICT (id_key) DO UPDATE SET conversation_id = excluded.conversation_id"
    database.insert(head, list(own.items()), replace)
    rest = [(key, conversation) for key, conversation in referred.items() if key not in own]
    database.insert(head, rest, "ON CONFLICT (id_key) DO NOTHING")


def _id(message: NewMessage | Renewal) -> MessageId:
    return message.id


def _message_row(new: NewMessage) -> Row:
    mail, clues = new.mail, new.clues
    return (
        new.id,
        new.conversation_id,
        new.mailbox_id,
        DIRECTION[new.direction],
        KIND[mail.kind],
        micros(new.received_at),
        int(new.is_read),
        int(new.is_answered),
        _has_files(mail),
        int(mail.whole),
        key_of(clues.subject, clues.customer) if clues.customer else None,
        key_of(clues.customer) if clues.customer else None,
        key_of(clues.alias) if clues.alias else None,
        _id_key(mail.message_id),
        fingerprint_key(mail.fingerprint),
        packed_hex(mail.fingerprint),
        packed_hex(new.sha256),
        READER_VERSION,
    )


def _id_key(message_id: str) -> int | None:
    return key_of(message_id) if message_id else None


def _has_files(mail: Mail) -> int:
    return int(any(not attachment.inline for attachment in mail.attachments))


def _mail_row(reading: Renewal, packer: Packer) -> Row:
    mail = reading.mail
    own_words = storable(mail.own_words)
    text = storable(mail.text)
    return (
        reading.id,
        storable(mail.message_id),
        storable(mail.subject),
        storable(mail.sender.name),
        storable(mail.sender.email),
        micros_or_none(mail.sent_at),
        storable(_details(mail)),
        own_words,
        None if text == own_words else text,
        packer.pack(storable(mail.html)),
    )


def _details(mail: Mail) -> str:
    """What only an open conversation needs, as JSON; what is empty is left out."""
    details: dict[str, object] = {
        "to": _pairs(mail.to),
        "cc": _pairs(mail.cc),
        "bcc": _pairs(mail.bcc),
        "reply_to": _pairs(mail.reply_to),
        "in_reply_to": mail.in_reply_to,
        "references": mail.references,
        "delivered_to": mail.delivered_to,
        "special": sorted(mail.special),
        "remote_images": mail.remote_images,
    }
    if mail.bounce is not None:
        bounce = mail.bounce
        details["bounce"] = [bounce.failed, bounce.original_message_id, bounce.reason]
    return _JSON.encode({key: value for key, value in details.items() if value})


def _pairs(addresses: Sequence[Address]) -> list[tuple[str, str]]:
    return [(address.name, address.email) for address in addresses]


def _numbers(reading: Renewal) -> list[Row]:
    """(kind, place, number) of each order and parcel number."""
    found = ((ORDER, reading.order_numbers), (PARCEL, reading.parcel_numbers))
    return [(kind, place, storable(number)) for kind, numbers in found for place, number in enumerate(numbers)]


def _file_names(reading: Renewal) -> list[Row]:
    return [(attachment.number, storable(attachment.name)) for attachment in reading.mail.attachments]


def _attachment_row(message: MessageId, attachment: Attachment) -> Row:
    return (
        message,
        attachment.number,
        storable(attachment.name),
        storable(attachment.media_type),
        attachment.size,
        storable(attachment.content_id),
        int(attachment.inline),
        int(attachment.risky),
    )


def _search_row(reading: Renewal) -> Row:
    mail = reading.mail
    senders = (mail.sender, *mail.reply_to)
    people = chain(mail.to, mail.cc, mail.bcc)
    numbers = [*reading.order_numbers, *reading.parcel_numbers]
    joined = ["".join(filter(str.isalnum, number)) for number in numbers]
    return (
        reading.id,
        spaced(mail.subject),
        spaced(" ".join(f"{person.name} {person.email}" for person in senders)),
        spaced(" ".join(f"{person.name} {person.email}" for person in people)),
        spaced(mail.text),
        spaced(" ".join([*numbers, *joined])),
        spaced("\n".join(attachment.name for attachment in mail.attachments)),
    )

