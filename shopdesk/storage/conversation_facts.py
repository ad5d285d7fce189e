"""What the messages of conversations say about whose turn it is, gathered in one query per batch."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from json import dumps

from shopdesk.domain.filing import ConversationFacts
from shopdesk.domain.ids import ConversationId
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.values import id_list, micros, moment, moment_or_none

# Directions: 0 incoming, 1 outgoing, 2 note. Kind 0 is a person. Received moments are doubled so that the answered mark
# of the newest one rides along in the lowest bit.
FACTS = """SELECT conversation_id,
    max(CASE WHEN person AND NOT gone THEN received_at * 2 + is_answered END),
    min(CASE WHEN person AND (newest_own IS NULL OR received_at > newest_own) THEN received_at END),
    max(newest_own),
    max(in_inbox),
    sum(direction = 0) > 0 AND sum(direction = 0 AND NOT gone) = 0,
    sum(direction <> 0 OR kind = 0) = 0
FROM (
    SELECT conversation_id, direction, kind, gone, received_at, is_answered,
        direction = 0 AND kind = 0 AS person,
        max(CASE WHEN direction = 1 THEN received_at END) OVER (PARTITION BY conversation_id) AS newest_own,
        direction = 0 AND kind = 0 AND NOT gone AND EXISTS (
            SELECT 1 FROM place INDEXED BY place_message JOIN folder ON folder.id = place.folder_id
            WHERE place.message_id = message.id AND folder.role = 'inbox') AS in_inbox
    FROM message INDEXED BY message_conversation
    WHERE conversation_id IN (SELECT value FROM json_each(?)))
GROUP BY conversation_id"""


SENT_AT = """SELECT m.conversation_id, mail.sent_at
    FROM json_each(?) wanted CROSS JOIN message m INDEXED BY message_conversation
        ON m.conversation_id = json_extract(wanted.value, '$[0]')
    JOIN mail ON mail.message_id = m.id
    WHERE m.direction = 0 AND m.received_at = json_extract(wanted.value, '$[1]') AND mail.sent_at IS NOT NULL"""


def sent_at(
    database: ShopDatabase, received: Mapping[ConversationId, datetime]
) -> dict[ConversationId, datetime]:
    """The Date header of the incoming message that came to a conversation at a moment; without one it is left out."""
    if not received:
        return {}
    wanted = dumps([(conversation, micros(at)) for conversation, at in received.items()])
    return {ConversationId(row[0]): moment(row[1]) for row in database.rows(SENT_AT, (wanted,))}


def facts_of(
    database: ShopDatabase, conversations: Sequence[ConversationId]
) -> dict[ConversationId, ConversationFacts]:
    """Facts by conversation; those without messages are left out."""
    rows = database.rows(FACTS, (id_list(conversations),))
    return {row[0]: _facts(row) for row in rows}


def _facts(row: Row) -> ConversationFacts:
    id_, newest_doubled, unanswered, newest_own, in_inbox, all_gone, only_machines = row
    return ConversationFacts(
        id=id_,
        newest_incoming=None if newest_doubled is None else moment_or_none(newest_doubled >> 1),
        oldest_unanswered=moment_or_none(unanswered),
        newest_outgoing=moment_or_none(newest_own),
        newest_is_answered=newest_doubled is not None and bool(newest_doubled & 1),
        in_inbox=bool(in_inbox),
        all_gone=bool(all_gone),
        only_machines=bool(only_machines),
    )
