"""Finds the conversation that a mail belongs to, and moves messages between conversations."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from shopdesk.domain.ids import SERIAL_BITS, ConversationId, MessageId
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.values import id_list, key_of

Pair = tuple[str, str]


def by_message_ids(database: ShopDatabase, message_ids: Sequence[str]) -> dict[str, ConversationId]:
    """Which conversation a Message-ID belongs to, whether that mail is here or only referred to."""
    wanted = {key_of(each): each for each in message_ids if each}
    rows = database.rows(
        "SELECT id_key, conversation_id FROM reference WHERE id_key IN (SELECT value FROM json_each(?))",
        (id_list(wanted),),
    )
    return {wanted[key]: conversation for key, conversation in rows}


def by_number(
    database: ShopDatabase, column: str, pairs: Iterable[Pair]
) -> dict[Pair, ConversationId]:
    """Pairs (order number, casefolded address) → the conversation of the newest message that fits.

    `column` is `customer` or `alias`: which of a message's addresses has to fit.
    """
    wanted = {(number, key_of(address)): (number, address) for number, address in pairs if number and address}
    rows = database.with_values(
        "WITH asked (number, address) AS (VALUES {rows})"
        " SELECT asked.number, asked.address, m.conversation_id, max(m.id)"
        " FROM asked JOIN shop_number n ON n.number = asked.number AND n.kind = 0"
        f" JOIN message m ON m.id = n.message_id AND m.{column} = asked.address"
        " GROUP BY asked.number, asked.address",
        list(wanted),
    )
    return {wanted[number, address]: conversation for number, address, conversation, _ in rows}


def by_subject(
    database: ShopDatabase, pairs: Iterable[Pair]
) -> dict[Pair, list[tuple[int, ConversationId]]]:
    """Pairs (normalised subject, casefolded address) → (received second, conversation) of the messages that fit."""
    wanted = {key_of(*pair): pair for pair in pairs if pair[1]}
    found: dict[Pair, list[tuple[int, ConversationId]]] = defaultdict(list)
    rows = database.rows(
        "SELECT topic, id, conversation_id FROM message INDEXED BY message_topic"
        " WHERE topic IN (SELECT value FROM json_each(?)) ORDER BY id",
        (id_list(wanted),),
    )
    for topic, message, conversation in rows:
        found[wanted[topic]].append((message >> SERIAL_BITS, conversation))
    return dict(found)


def move_messages(database: ShopDatabase, messages: Sequence[MessageId], to: ConversationId) -> None:
    """Move messages with the references that follow them.

    A message takes its own Message-ID along, and the ids it refers to, unless a message that stays behind is or
    refers to the same mail.
    """
    ids = id_list(messages)
    sources = [
        row[0]
        for row in database.rows(
            "SELECT DISTINCT conversation_id FROM message WHERE id IN (SELECT value FROM json_each(?))", (ids,)
        )
    ]
    database.run(
        "UPDATE message SET conversation_id = ? WHERE id IN (SELECT value FROM json_each(?))", (to, ids)
    )
    if sources != [to]:
        database.run(
            "UPDATE promise SET conversation_id = ? WHERE message_id IN (SELECT value FROM json_each(?))"
            " AND conversation_id IN (SELECT value FROM json_each(?))",
            (to, ids, id_list(sources)),
        )
        _read_again(database, [*sources, to])
    staying = _referred(database, "conversation_id", [each for each in sources if each != to])
    moving = _referred(database, "id", messages)
    keys = [key_of(each) for each in moving.own | (moving.others - staying.own - staying.others)]
    database.run(
        "UPDATE reference SET conversation_id = ? WHERE id_key IN (SELECT value FROM json_each(?))",
        (to, id_list(keys)),
    )


def move_all(database: ShopDatabase, source: ConversationId, to: ConversationId) -> None:
    """Move all messages and references of a conversation into another one."""
    database.run("UPDATE message SET conversation_id = ? WHERE conversation_id = ?", (to, source))
    database.run("UPDATE reference SET conversation_id = ? WHERE conversation_id = ?", (to, source))
    database.run("UPDATE promise SET conversation_id = ? WHERE conversation_id = ?", (to, source))
    database.run("UPDATE thread_event SET conversation_id = ? WHERE conversation_id = ?", (to, source))
    _read_again(database, [to])


def _read_again(database: ShopDatabase, conversations: Sequence[ConversationId]) -> None:
    """What these are about was read in mails that may be elsewhere now; what a person said of them stays."""
    database.run(
        "DELETE FROM mail_reading WHERE conversation_id IN (SELECT value FROM json_each(?))"
        " AND topic IS NULL AND mood IS NULL AND urgent IS NULL",
        (id_list(conversations),),
    )


class _Referred:
    """Message-IDs of some messages: their own, and those they refer to."""

    def __init__(self) -> None:
        self.own: set[str] = set()
        self.others: set[str] = set()


def _referred(database: ShopDatabase, column: str, values: Sequence[int]) -> _Referred:
    referred = _Referred()
    rows = database.rows(
        "SELECT t.header_id, t.details FROM message m JOIN mail t ON t.message_id = m.id"
        f" WHERE m.{column} IN (SELECT value FROM json_each(?))",
        (id_list(values),),
    )
    for own_id, details in rows:
        listed: Mapping[str, list[str]] = json.loads(details)
        referred.own.add(own_id)
        referred.others.update(listed.get("references", ()), listed.get("in_reply_to", ()))
    referred.own.discard("")
    return referred
