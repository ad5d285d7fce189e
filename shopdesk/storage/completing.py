"""Lets the readings of beginnings stand for whole mails that only let files go on or follow."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from json import JSONEncoder

from shopdesk.domain.filing import Renewal
from shopdesk.domain.ids import ConversationId, MessageId
from shopdesk.domain.message import Remainder
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.message_reading import mails_of
from shopdesk.storage.message_rows import ORDER, PARCEL, replace_details
from shopdesk.storage.values import id_list

_JSON = JSONEncoder(ensure_ascii=False)


def complete_messages(
    database: ShopDatabase, remainders: Mapping[MessageId, Remainder]
) -> frozenset[ConversationId]:
    """Write what whole mails add to the readings of their beginnings.

    Out: their conversations, which the caller recounts, since files came; but not of what is whole here.
    """
    if not remainders:
        return frozenset()
    completed = database.rows(
        "UPDATE message SET whole = 1 WHERE NOT whole AND id IN (SELECT value FROM json_each(?))"
        " RETURNING id, conversation_id",
        (id_list(list(remainders)),),
    )
    added = {MessageId(message): remainders[MessageId(message)] for message, _ in completed}
    sizes = [(message, *file) for message, remainder in added.items() for file in enumerate(remainder.sizes)]
    database.run(
        "UPDATE attachment SET size = file.value ->> 2 FROM json_each(?) AS file"
        " WHERE message_id = file.value ->> 0 AND number = file.value ->> 1",
        (_JSON.encode(sizes),),
    )
    grown = {message: remainder for message, remainder in added.items() if remainder.further}
    if grown:
        _add_files(database, grown)
    return frozenset(ConversationId(home) for _, home in completed)


def _add_files(database: ShopDatabase, grown: Mapping[MessageId, Remainder]) -> None:
    """List the files, and let their names be found: a row of the search index is only ever written as a whole."""
    ids = sorted(grown)
    database.run(
        "UPDATE message SET has_files = 1 WHERE id IN (SELECT value FROM json_each(?))", (id_list(ids),)
    )
    mails, orders, parcels = mails_of(database, ids), _numbers(database, ids, ORDER), _numbers(database, ids, PARCEL)
    replace_details(
        database,
        [
            Renewal(
                message,
                replace(mails[message], attachments=(*mails[message].attachments, *grown[message].further)),
                tuple(orders[message]),
                tuple(parcels[message]),
            )
            for message in ids
        ],
    )


def _numbers(database: ShopDatabase, messages: Sequence[MessageId], kind: int) -> Mapping[MessageId, list[str]]:
    found: dict[MessageId, list[str]] = defaultdict(list)
    rows = database.rows(
        "SELECT message_id, number FROM shop_number"
        " WHERE message_id IN (SELECT value FROM json_each(?)) AND kind = ? ORDER BY message_id, place",
        (id_list(messages), kind),
    )
    for message, number in rows:
        found[MessageId(message)].append(number)
    return found
