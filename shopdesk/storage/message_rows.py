"""Writes messages: the narrow row, the mail, attachments, numbers, references and the search row, in batches."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from json import dumps

from shopdesk.domain.filing import NewMessage
from shopdesk.domain.ids import ConversationId, MessageId
from shopdesk.domain.message import Address, Attachment, Mail
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.pack import packed
from shopdesk.storage.spaced import spaced, storable
from shopdesk.storage.values import (
    DIRECTION,
    KIND,
    id_list,
    long_key,
    micros,
    micros_or_none,
    packed_hex,
    short_key,
)

_MESSAGE = (
    "INSERT INTO message (id, conversation_id, mailbox_id, direction, kind, received_at, is_read, is_answered,"
    " has_files, whole, topic, customer, alias, id_key, fingerprint)"
)
_MAIL = (
    "INSERT INTO mail (message_id, header_id, subject, sender_name, sender_email, sent_at, details, own_words, body,"
    " html, html_own)"
)
_RENEWED_MAIL = (
    "ON CONFLICT (message_id) DO UPDATE SET header_id = excluded.header_id, subject = excluded.subject,"
    " sender_name = excluded.sender_name, sender_email = excluded.sender_email, sent_at = excluded.sent_at,"
    " details = excluded.details, own_words = excluded.own_words, body = excluded.body, html = excluded.html,"
    " html_own = excluded.html_own"
)
_ORDER, _PARCEL = 0, 1


@dataclass(frozen=True, slots=True)
class _Reading:
    """A mail with the numbers that were found in it."""

    id: MessageId
    mail: Mail
    order_numbers: Sequence[str]
    parcel_numbers: Sequence[str]


def add_messages(database: ShopDatabase, messages: Sequence[NewMessage]) -> None:
    """Write messages with bodies, search rows, references and numbers."""
    if not messages:
        return
    readings = [_Reading(new.id, new.mail, new.clues.order_numbers, new.parcel_numbers) for new in messages]
    database.insert(_MESSAGE, [_message_row(new) for new in messages])
    database.insert(_MAIL, [_mail_row(reading) for reading in readings])
    _add_details(database, readings)
    _add_references(
        database, [(new.mail.message_id, new.clues.message_ids, new.conversation_id) for new in messages]
    )


def renew_message(
    database: ShopDatabase,
    message: MessageId,
    mail: Mail,
    order_numbers: Sequence[str],
    parcel_numbers: Sequence[str],
) -> None:
    """Replace a reading, its search row, references and numbers; conversation, flags and notes stay."""
    reading = _Reading(message, mail, order_numbers, parcel_numbers)
    row = database.row(
        "UPDATE message SET kind = ?, has_files = ?, whole = ?, id_key = ?, fingerprint = ? WHERE id = ?"
        " RETURNING conversation_id",
        (
            KIND[mail.kind],
            _has_files(mail),
            int(mail.whole),
            _id_key(mail.message_id),
            packed_hex(mail.fingerprint),
            message,
        ),
    )
    if row is None:
        return
    database.insert(_MAIL, [_mail_row(reading)], _RENEWED_MAIL)
    remove_details(database, [message])
    _add_details(database, [reading])
    referred = (*mail.references, *mail.in_reply_to)
    _add_references(database, [(mail.message_id, referred, row[0])])


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


def _add_details(database: ShopDatabase, readings: Sequence[_Reading]) -> None:
    database.insert(
        "INSERT INTO search (rowid, subject, sender, people, body, numbers, files)",
        [_search_row(reading) for reading in readings],
    )
    attachments = [
        _attachment_row(reading.id, attachment)
        for reading in readings
        for attachment in reading.mail.attachments
    ]
    database.insert(
        "INSERT OR REPLACE INTO attachment"
        " (message_id, number, name, media_type, size, content_id, inline, risky)",
        attachments,
    )
    numbers = [
        (storable(number), kind, reading.id, place)
        for reading in readings
        for kind, found in ((_ORDER, reading.order_numbers), (_PARCEL, reading.parcel_numbers))
        for place, number in enumerate(found)
    ]
    database.insert("INSERT OR IGNORE INTO shop_number (number, kind, message_id, place)", numbers)


def _add_references(
    database: ShopDatabase, rows: Iterable[tuple[str, Sequence[str], ConversationId]]
) -> None:
    """A mail's own id belongs to its conversation; ids that are only referred to stay where they were first seen."""
    own: dict[bytes, ConversationId] = {}
    referred: dict[bytes, ConversationId] = {}
    for own_id, referred_ids, conversation in rows:
        if own_id:
            own[long_key(own_id)] = conversation
        for other in referred_ids:
            referred.setdefault(long_key(other), conversation)
    head = "INSERT INTO reference (id_hash, conversation_id)"
    replace = "ON CONFLICT (id_hash) DO UPDATE SET conversation_id = excluded.conversation_id"
    database.insert(head, list(own.items()), replace)
    rest = [(key, conversation) for key, conversation in referred.items() if key not in own]
    database.insert(head, rest, "ON CONFLICT (id_hash) DO NOTHING")


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
        short_key(clues.subject, clues.customer) if clues.customer else None,
        short_key(clues.customer) if clues.customer else None,
        short_key(clues.alias) if clues.alias else None,
        _id_key(mail.message_id),
        packed_hex(mail.fingerprint),
    )


def _id_key(message_id: str) -> int | None:
    return short_key(message_id) if message_id else None


def _has_files(mail: Mail) -> int:
    return int(any(not attachment.inline for attachment in mail.attachments))


def _mail_row(reading: _Reading) -> Row:
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
        packed(storable(mail.html)),
        packed(storable(mail.html_own)),
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
    return dumps({key: value for key, value in details.items() if value}, ensure_ascii=False)


def _pairs(addresses: Sequence[Address]) -> list[tuple[str, str]]:
    return [(address.name, address.email) for address in addresses]


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


def _search_row(reading: _Reading) -> Row:
    mail = reading.mail
    senders = (mail.sender, *mail.reply_to)
    people = chain(mail.to, mail.cc, mail.bcc)
    numbers = [*reading.order_numbers, *reading.parcel_numbers]
    joined = ["".join(filter(str.isalnum, number)) for number in numbers]
    return (
        reading.id,
        _indexed(mail.subject),
        _indexed(" ".join(f"{person.name} {person.email}" for person in senders)),
        _indexed(" ".join(f"{person.name} {person.email}" for person in people)),
        _indexed(mail.text),
        _indexed(" ".join([*numbers, *joined])),
        _indexed("\n".join(attachment.name for attachment in mail.attachments)),
    )


def _indexed(text: str) -> str:
    return spaced(storable(text))
