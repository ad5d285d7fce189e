"""What the shop promised to customers."""

from collections.abc import Sequence
from datetime import datetime

from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import ConversationId, MessageId, PromiseId
from shopdesk.domain.promise import Promise, PromiseKind, PromiseState
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.storable import storable
from shopdesk.storage.values import micros, micros_or_none, moment, moment_or_none

_COLUMNS = "conversation_id, message_id, kind, quoted, due, state, made_at, settled_at, made_by, reason"
OF_CONVERSATION = f"""SELECT id, {_COLUMNS} FROM promise INDEXED BY promise_conversation
    WHERE conversation_id = ? ORDER BY due, id"""
DUE = f"""SELECT id, {_COLUMNS} FROM promise INDEXED BY promise_due
    WHERE settled_at IS NULL AND due <= ? ORDER BY due, id"""
_NEVER = 1 << 60


class PromiseTable:
    """Promises; fits `ports.PromiseRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    def get(self, promise: PromiseId) -> Promise:
        """One promise; raises `NotFound`."""
        row = self._database.row(f"SELECT id, {_COLUMNS} FROM promise WHERE id = ?", (promise,))
        if row is None:
            raise NotFound(f"promise {promise}")
        return _promise(row)

    def of_conversation(self, conversation: ConversationId) -> Sequence[Promise]:
        """All of them, the earliest due first."""
        return [_promise(row) for row in self._database.rows(OF_CONVERSATION, (conversation,))]

    def due(self, until: datetime | None) -> Sequence[Promise]:
        """Those that nobody settled, due up to a moment (None: all), the earliest first."""
        last = _NEVER if until is None else micros(until)
        return [_promise(row) for row in self._database.rows(DUE, (last,))]

    def add(self, promise: Promise) -> PromiseId:
        """Write a new one; its `id` is ignored and the new one returned."""
        rows = self._database.rows(
            f"INSERT INTO promise ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id", _values(promise)
        )
        return PromiseId(rows[0][0])

    def save(self, promise: Promise) -> None:
        """Write what became of one; it stays where it is when its conversation is gone."""
        self._database.run(
            "UPDATE promise SET conversation_id = coalesce((SELECT id FROM conversation WHERE id = ?),"
            " conversation_id), message_id = ?, kind = ?, quoted = ?, due = ?, state = ?, made_at = ?,"
            " settled_at = ?, made_by = ?, reason = ? WHERE id = ?",
            (*_values(promise), promise.id),
        )

    def remove(self, promise: PromiseId) -> None:
        """Take one away that was never meant; one that is gone already changes nothing."""
        self._database.run("DELETE FROM promise WHERE id = ?", (promise,))


def _values(promise: Promise) -> Row:
    return (
        promise.conversation_id,
        promise.message_id,
        promise.kind.value,
        storable(promise.quoted),
        micros(promise.due),
        promise.state.value,
        micros(promise.made_at or promise.due),
        micros_or_none(promise.settled_at),
        storable(promise.by),
        storable(promise.reason),
    )


def _promise(row: Row) -> Promise:
    return Promise(
        id=PromiseId(row[0]),
        conversation_id=ConversationId(row[1]),
        quoted=row[4],
        due=moment(row[5]),
        state=PromiseState(row[6]),
        made_at=moment(row[7]),
        by=row[9],
        kind=PromiseKind(row[3]),
        message_id=None if row[2] is None else MessageId(row[2]),
        settled_at=moment_or_none(row[8]),
        reason=row[10],
    )
