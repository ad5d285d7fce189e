"""Conversations as rows, and their recount from the messages."""

from collections import defaultdict
from collections.abc import Sequence

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.ids import ConversationId
from shopdesk.storage.clock_values import clock_of, clock_row
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.list_order import SORT_AT, sort_at
from shopdesk.storage.storable import storable
from shopdesk.storage.values import (
    LANE,
    LANES,
    MOOD,
    MOODS,
    STATE,
    STATES,
    chunks,
    id_list,
    micros,
    micros_or_none,
    moment,
    moment_or_none,
)

_CHUNK = 500
IS_ANGRY = "(mood = 2)"
_SNIPPET_SIGNS = 200

COLUMNS = """id, mailbox_id, state, lane, last_at, waiting_since, snoozed_until, messages, unread,
    has_attachments, bounced, subject, customer_name, customer_email, market, snippet, order_numbers, sort_at,
    due_at, amber_at, red_at, asked_at, pauses, clock_off, topic, mood, urgent, is_complex"""

SORTED = SORT_AT.format(
    state="state", due="due_at", waiting="waiting_since", snoozed="snoozed_until", last="last_at", angry=IS_ANGRY
)
_SORT_AFTER_RECOUNT = SORTED.replace("last_at", "new.last_at")
_SORT_AFTER_STATE = SORT_AT.format(
    state="new.state", due="new.due", waiting="new.waiting", snoozed="new.snoozed", last="last_at", angry=IS_ANGRY
)

READ = f"""{COLUMNS}, (SELECT agent_id FROM assignment WHERE conversation_id = conversation.id),
    (SELECT a.name FROM assignment s JOIN agent a ON a.id = s.agent_id WHERE s.conversation_id = conversation.id)"""
"""What `conversation_of` reads."""

PAGE = f"SELECT {READ} FROM conversation WHERE id IN (SELECT value FROM json_each(?))"

# The newest message is the one with the greatest id: with max() SQLite takes the other columns from that very row.
COUNTS = """SELECT m.conversation_id, count(*), sum(m.direction = 0 AND NOT m.is_read), max(m.received_at),
    max(m.has_files), max(m.id)
    FROM message m INDEXED BY message_conversation
    WHERE m.conversation_id IN (SELECT value FROM json_each(?)) GROUP BY m.conversation_id"""
_NUMBERS = """SELECT m.conversation_id, n.number
    FROM message m INDEXED BY message_conversation
    JOIN shop_number n INDEXED BY shop_number_message ON n.message_id = m.id
    WHERE n.kind = 0 AND m.conversation_id IN (SELECT value FROM json_each(?)) ORDER BY m.id, n.place"""
_WORDS = f"""SELECT message_id, substr(own_words, 1, {_SNIPPET_SIGNS * 4}) FROM mail
    WHERE message_id IN (SELECT value FROM json_each(?))"""

_WRITE_COUNTS = f"""WITH new (id, messages, unread, last_at, files, snippet, numbers) AS (VALUES {{rows}})
    UPDATE conversation SET messages = new.messages, unread = new.unread, last_at = new.last_at,
    has_attachments = new.files, snippet = new.snippet, order_numbers = new.numbers, sort_at = {_SORT_AFTER_RECOUNT}
    FROM new WHERE conversation.id = new.id"""
_WRITE_STATES = f"""WITH new (id, state, lane, waiting, snoozed, name, email, market, subject, bounced,
    due, amber, red, asked, pauses, off) AS (VALUES {{rows}})
    UPDATE conversation SET state = new.state, lane = new.lane, waiting_since = new.waiting,
    snoozed_until = new.snoozed, customer_name = new.name, customer_email = new.email,
    market = new.market, subject = new.subject, bounced = new.bounced, due_at = new.due,
    amber_at = new.amber, red_at = new.red, asked_at = new.asked, pauses = new.pauses, clock_off = new.off,
    sort_at = {_SORT_AFTER_STATE}
    FROM new WHERE conversation.id = new.id"""


def conversation_of(row: Row) -> Conversation:
    """A conversation from a row of `READ`."""
    return Conversation(
        id=row[0],
        state=STATES[row[2]],
        subject=row[11],
        customer_name=row[12],
        customer_email=row[13],
        mailbox_id=row[1],
        last_at=moment(row[4]),
        waiting_since=moment_or_none(row[5]),
        snoozed_until=moment_or_none(row[6]),
        lane=LANES[row[3]],
        messages=row[7],
        unread=row[8],
        snippet=row[15],
        has_attachments=bool(row[9]),
        market=row[14],
        order_numbers=tuple(row[16].split("\n")) if row[16] else (),
        bounced=bool(row[10]),
        due_at=moment_or_none(row[18]),
        amber_at=moment_or_none(row[19]),
        red_at=moment_or_none(row[20]),
        clock=clock_of(*row[21:24]),
        topic=row[24],
        mood=MOODS[row[25]],
        urgent=bool(row[26]),
        is_complex=bool(row[27]),
        agent=row[28],
        agent_name=row[29] or "",
    )


def row_of(conversation: Conversation) -> Row:
    """The values of `COLUMNS` for a conversation."""
    return (
        conversation.id,
        conversation.mailbox_id,
        STATE[conversation.state],
        LANE[conversation.lane],
        micros(conversation.last_at),
        micros_or_none(conversation.waiting_since),
        micros_or_none(conversation.snoozed_until),
        conversation.messages,
        conversation.unread,
        int(conversation.has_attachments),
        int(conversation.bounced),
        storable(conversation.subject),
        storable(conversation.customer_name),
        storable(conversation.customer_email),
        conversation.market,
        storable(conversation.snippet),
        "\n".join(storable(number) for number in conversation.order_numbers),
        sort_at(conversation),
        *due_row(conversation),
        conversation.topic,
        MOOD[conversation.mood],
        int(conversation.urgent),
        int(conversation.is_complex),
    )


def due_row(conversation: Conversation) -> tuple[int | str | None, ...]:
    """The values of due_at, amber_at, red_at, asked_at, pauses, clock_off."""
    return (
        micros_or_none(conversation.due_at),
        micros_or_none(conversation.amber_at),
        micros_or_none(conversation.red_at),
        *clock_row(conversation.clock),
    )


def one_line(text: str, signs: int = _SNIPPET_SIGNS) -> str:
    """The beginning of a text as one line of at most `signs`."""
    return " ".join(text[: signs * 4].split())[:signs]


def refresh(database: ShopDatabase, conversations: Sequence[ConversationId]) -> list[ConversationId]:
    """Recount conversations from their messages; those without any are removed and returned."""
    removed: list[ConversationId] = []
    for chunk in chunks(list(dict.fromkeys(conversations)), _CHUNK):
        counted = recount(database, chunk)
        _write_counts(database, counted)
        found = {row[0] for row in counted}
        removed += _remove_empty(database, [each for each in chunk if each not in found])
    return removed


def recount(database: ShopDatabase, conversations: Sequence[ConversationId]) -> list[Row]:
    """What the messages say: (id, messages, unread, last_at, has_attachments, snippet, order numbers)."""
    ids = (id_list(conversations),)
    counts = database.rows(COUNTS, ids)
    words: dict[int, str] = dict(database.rows(_WORDS, (id_list([row[5] for row in counts]),)))
    numbers: dict[int, dict[str, None]] = defaultdict(dict)
    for conversation, number in database.rows(_NUMBERS, ids):
        numbers[conversation][number] = None
    return [
        (id_, messages, unread, last_at, files, one_line(words.get(newest, "")), "\n".join(numbers[id_]))
        for id_, messages, unread, last_at, files, newest in counts
    ]


def _write_counts(database: ShopDatabase, counted: Sequence[Row]) -> None:
    database.with_values(_WRITE_COUNTS, counted)


def write_states(database: ShopDatabase, rows: Sequence[Row]) -> None:
    """Write (id, state, lane, waiting_since, snoozed_until, name, address, market, subject, bounced) and `due_row`."""
    database.with_values(_WRITE_STATES, rows)


def _remove_empty(database: ShopDatabase, conversations: Sequence[ConversationId]) -> list[ConversationId]:
    if not conversations:
        return []
    ids = (id_list(conversations),)
    database.run("DELETE FROM reference WHERE conversation_id IN (SELECT value FROM json_each(?))", ids)
    rows = database.rows(
        "DELETE FROM conversation WHERE id IN (SELECT value FROM json_each(?)) RETURNING id", ids
    )
    return [row[0] for row in rows]
