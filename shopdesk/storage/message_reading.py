"""Reads messages back as facts."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from shopdesk.domain.ids import ConversationId, MailboxId, MessageId
from shopdesk.domain.message import Address, Attachment, Bounce, Mail, Message
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.message_values import DIRECTIONS, KINDS
from shopdesk.storage.pack import Packer
from shopdesk.storage.values import id_list, moment, moment_or_none, unpacked_hex

_MESSAGES = """SELECT m.id, m.conversation_id, m.mailbox_id, m.direction, m.kind, m.received_at,
    m.is_read, m.is_answered, m.gone, m.whole, m.fingerprint,
    t.header_id, t.subject, t.sender_name, t.sender_email, t.sent_at, t.bounced, t.details, t.own_words, t.body,
    t.html
    FROM message m {} JOIN mail t ON t.message_id = m.id"""
CONVERSATION_MESSAGES = (
    f"{_MESSAGES.format('INDEXED BY message_conversation')} WHERE m.conversation_id = ? ORDER BY m.id"
)


def messages_of(database: ShopDatabase, conversation: ConversationId) -> list[Message]:
    """The messages of a conversation, oldest first."""
    rows = database.rows(CONVERSATION_MESSAGES, (conversation,))
    attachments = _attachments(database, [row[0] for row in rows])
    packer = Packer()
    return [_message(row, attachments.get(row[0], ()), packer) for row in rows]


def mails_of(database: ShopDatabase, messages: Sequence[MessageId]) -> dict[MessageId, Mail]:
    """The readings of messages."""
    rows = database.rows(f"{_MESSAGES.format('')} WHERE m.id IN (SELECT value FROM json_each(?))", (id_list(messages),))
    attachments = _attachments(database, messages)
    packer = Packer()
    return {MessageId(row[0]): _mail(row, attachments.get(row[0], ()), packer) for row in rows}


def _attachments(database: ShopDatabase, messages: Sequence[int]) -> dict[int, tuple[Attachment, ...]]:
    found: dict[int, list[Attachment]] = defaultdict(list)
    rows = database.rows(
        "SELECT message_id, number, name, media_type, size, content_id, inline, risky FROM attachment"
        " WHERE message_id IN (SELECT value FROM json_each(?)) ORDER BY message_id, number",
        (id_list(messages),),
    )
    for message, number, name, media_type, size, content_id, inline, risky in rows:
        found[message].append(
            Attachment(number, name, media_type, size, content_id, inline=bool(inline), risky=bool(risky))
        )
    return {message: tuple(attachments) for message, attachments in found.items()}


def _message(row: Row, attachments: tuple[Attachment, ...], packer: Packer) -> Message:
    return Message(
        id=MessageId(row[0]),
        conversation_id=ConversationId(row[1]),
        direction=DIRECTIONS[row[3]],
        mail=_mail(row, attachments, packer),
        received_at=moment(row[5]),
        is_read=bool(row[6]),
        is_answered=bool(row[7]),
        gone=bool(row[8]),
        bounced=row[16],
        mailbox_id=MailboxId(row[2]),
    )


def _mail(row: Row, attachments: tuple[Attachment, ...], packer: Packer) -> Mail:
    details: dict[str, Any] = json.loads(row[17])
    own_words: str = row[18]
    return Mail(
        message_id=row[11],
        subject=row[12],
        sender=Address(row[13], row[14]),
        sent_at=moment_or_none(row[15]),
        text=own_words if row[19] is None else row[19],
        own_words=own_words,
        html=packer.unpack(row[20]),
        in_reply_to=tuple(details.get("in_reply_to", ())),
        references=tuple(details.get("references", ())),
        reply_to=_addresses(details.get("reply_to", ())),
        to=_addresses(details.get("to", ())),
        cc=_addresses(details.get("cc", ())),
        bcc=_addresses(details.get("bcc", ())),
        delivered_to=tuple(details.get("delivered_to", ())),
        attachments=attachments,
        kind=KINDS[row[4]],
        bounce=_bounce(details.get("bounce")),
        remote_images=details.get("remote_images", 0),
        special=frozenset(details.get("special", ())),
        fingerprint=unpacked_hex(row[10]),
        whole=bool(row[9]),
    )


def _addresses(pairs: Iterable[list[str]]) -> tuple[Address, ...]:
    return tuple(Address(name, email) for name, email in pairs)


def _bounce(listed: list[Any] | None) -> Bounce | None:
    if listed is None:
        return None
    failed, original_message_id, reason = listed
    return Bounce(tuple(failed), original_message_id, reason)
