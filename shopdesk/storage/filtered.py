"""Lists and numbers of the tabs as a filter shows them."""

from array import array
from datetime import datetime

from shopdesk.domain.conversation import ConversationState, Lane, ListFilter, TabCounts
from shopdesk.domain.mood import Mood
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.list_order import listed
from shopdesk.storage.values import LANE, MOOD, STATE

_UNREAD = "unread > 0"
# Said twice, because the indexes hold only what was read: SQLite must see that nothing else is asked for.
_ANGRY = f"mood > 0 AND mood = {MOOD[Mood.ANGRY]}"
_OF_TOPIC = "topic <> '' AND topic = ?"


def filtered_ids(
    database: ShopDatabase, state: ConversationState, lane: Lane, only: ListFilter, at: datetime | None = None
) -> "array[int]":
    """The conversations of a tab that a filter lets through, in the order of the tab `at` a moment."""
    conditions = f"lane = ? AND state = ?{_conditions(only)}"
    return listed(database, _index(only), conditions, (LANE[lane], STATE[state], *_values(only)), at)


def filtered_counts(database: ShopDatabase, only: ListFilter) -> TabCounts:
    """The numbers of the tabs, of those conversations that a filter lets through."""
    wanted, values = _conditions(only), _values(only)
    rows = database.rows(
        f"SELECT lane, state, count(*) FROM conversation INDEXED BY {_index(only)}"
        f" WHERE lane IN (0, 1){wanted} GROUP BY lane, state",
        values,
    )
    total = {(lane, state): count for lane, state, count in rows}
    unread: dict[int, int] = dict(
        database.rows(
            "SELECT lane, count(*) FROM conversation INDEXED BY conversation_unread"
            f" WHERE lane IN (0, 1) AND {_UNREAD}{wanted} GROUP BY lane",
            values,
        )
    )
    people = LANE[Lane.PEOPLE]
    numbers = {state.value: total.get((people, STATE[state]), 0) for state in ConversationState}
    return TabCounts(**numbers, unread=unread.get(people, 0), machines=unread.get(LANE[Lane.MACHINES], 0))


def _index(only: ListFilter) -> str:
    """The smallest index that knows all that is asked."""
    if only.unread:
        return "conversation_unread"
    if only.attachments:
        return "conversation_files"
    if only.angry:
        return "conversation_mood"
    return "conversation_topic" if only.topic else "conversation_list"


def _conditions(only: ListFilter) -> str:
    wanted = {
        " AND mailbox_id = ?": only.mailbox is not None,
        f" AND {_UNREAD}": only.unread,
        " AND has_attachments = 1": only.attachments,
        f" AND {_ANGRY}": only.angry,
        f" AND {_OF_TOPIC}": bool(only.topic),
    }
    return "".join(words for words, is_wanted in wanted.items() if is_wanted)


def _values(only: ListFilter) -> tuple[int | str, ...]:
    mailbox = () if only.mailbox is None else (only.mailbox,)
    return (*mailbox, *([only.topic] if only.topic else []))
