"""What was done with conversations; lines that are added, taken back, and carried along by a merge."""

from collections.abc import Sequence

from shopdesk.domain.ids import ConversationId, ThreadEventId
from shopdesk.domain.thread_event import EventKind, ThreadEvent
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.storable import storable
from shopdesk.storage.values import id_list, micros, micros_or_none, moment, moment_or_none

_COLUMNS = "kind, at, made_by, what, until"
OF_CONVERSATION = f"""SELECT {_COLUMNS} FROM thread_event INDEXED BY thread_event_conversation
    WHERE conversation_id = ? ORDER BY at DESC, id DESC LIMIT ?"""
_HOME = """UPDATE thread_event SET conversation_id = home WHERE home IS NOT conversation_id
    AND home IN (SELECT value FROM json_each(?)) AND home IN (SELECT id FROM conversation)"""


class ThreadEventTable:
    """Fits `day_ports.ThreadEventRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    def of_conversation(self, conversation: ConversationId, limit: int) -> list[ThreadEvent]:
        """The newest ones, oldest first."""
        rows = self._database.rows(OF_CONVERSATION, (conversation, limit))
        return [_event(row) for row in reversed(rows)]

    def add(self, events: Sequence[tuple[ConversationId, ThreadEvent]]) -> tuple[ThreadEventId, ...]:
        """Write new ones; a number is never given twice."""
        last = self._database.value("SELECT seq FROM sqlite_sequence WHERE name = 'thread_event'") or 0
        ids = tuple(ThreadEventId(last + place) for place in range(1, len(events) + 1))
        rows = [
            (number, home, home, *_values(event)) for number, (home, event) in zip(ids, events, strict=True)
        ]
        self._database.insert(f"INSERT INTO thread_event (id, conversation_id, home, {_COLUMNS})", rows)
        return ids

    def remove(self, events: Sequence[ThreadEventId]) -> None:
        """Take away what was undone; one that is gone already changes nothing."""
        self._database.run("DELETE FROM thread_event WHERE id IN (SELECT value FROM json_each(?))", (id_list(events),))

    def send_home(self, conversations: Sequence[ConversationId]) -> None:
        """Bring back what happened in conversations that a merge had emptied and that are here again."""
        self._database.run(_HOME, (id_list(conversations),))


def _values(event: ThreadEvent) -> Row:
    return (
        event.kind.value,
        micros(event.at),
        storable(event.by),
        storable(event.what),
        micros_or_none(event.until),
    )


def _event(row: Row) -> ThreadEvent:
    return ThreadEvent(EventKind(row[0]), moment(row[1]), row[2], row[3], moment_or_none(row[4]))
