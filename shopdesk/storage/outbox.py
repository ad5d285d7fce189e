"""The outbox: mails frozen at queue time, each step written before it is taken."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from shopdesk.domain.errors import DatabaseDamaged, NotFound
from shopdesk.domain.filing import KnownMessage
from shopdesk.domain.ids import ConversationId, MailboxId, MessageId, OutboxId
from shopdesk.domain.message import Address
from shopdesk.domain.outbox import NewOutboxItem, OutboxItem, OutboxState, RefusedRecipient
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.storable import storable
from shopdesk.storage.values import micros, micros_or_none, moment, moment_or_none

_COLUMNS = (
    "id, mailbox_id, conversation_id, state, sender, recipients, shown_to, subject, message_id, size, queued_at,"
    " send_after, tries, looks, next_try, problem, problem_host, problem_detail, refused, answers, answered, sent_at"
)


class OutboxTable:
    """Mails on their way out; fits `sending_ports.OutboxRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    def add(self, item: NewOutboxItem) -> OutboxId:
        """Queue a mail."""
        row = self._database.row(
            "INSERT INTO outbox (mailbox_id, conversation_id, state, sender, recipients, shown_to, subject, message_id,"
            " size, sha256, queued_at, send_after, next_try, answers, draft, undo)"
            " VALUES (?, ?, 'queued', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            (
                item.mailbox_id,
                item.conversation_id,
                item.sender,
                json.dumps(item.recipients),
                storable(json.dumps([[one.name, one.email] for one in item.to], ensure_ascii=False)),
                storable(item.subject),
                item.message_id,
                len(item.raw),
                sha256(item.raw).digest(),
                micros(item.queued_at),
                micros(item.send_after),
                micros(item.send_after),
                item.answers,
                item.draft,
                item.undo,
            ),
        )
        added = OutboxId(row[0] if row else 0)
        self._database.run("INSERT INTO outbox_raw (outbox_id, raw) VALUES (?, ?)", (added, item.raw))
        return added

    def items(self, states: Iterable[OutboxState], mailbox: MailboxId | None = None) -> list[OutboxItem]:
        """Mails in these states, the oldest first."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM outbox WHERE state IN (SELECT value FROM json_each(?1))"
            " AND (?2 IS NULL OR mailbox_id = ?2) ORDER BY id",
            (json.dumps([*states]), mailbox),
        )
        return [_item(row) for row in rows]

    def of_conversation(self, conversation: ConversationId) -> list[OutboxItem]:
        """All of a conversation, the oldest first."""
        statement = f"SELECT {_COLUMNS} FROM outbox WHERE conversation_id = ? ORDER BY id"
        return [_item(row) for row in self._database.rows(statement, (conversation,))]

    def get(self, item: OutboxId) -> OutboxItem:
        """Raises `NotFound`."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM outbox WHERE id = ?", (item,))
        if row is None:
            raise NotFound(f"outbox {item}")
        return _item(row)

    def raw(self, item: OutboxId) -> bytes:
        """The frozen bytes; raises `NotFound`, or `DatabaseDamaged` when they are not those that were queued."""
        statement = "SELECT r.raw, o.sha256 FROM outbox o JOIN outbox_raw r ON r.outbox_id = o.id WHERE o.id = ?"
        row = self._database.row(statement, (item,))
        if row is None:
            raise NotFound(f"outbox {item}")
        if sha256(row[0]).digest() != row[1]:
            raise DatabaseDamaged(f"the mail {item} of the outbox is not what was queued")
        return bytes(row[0])

    def memories(self, item: OutboxId) -> tuple[str, str]:
        """The draft that it was, and what takes back the conversation's change of state; raises `NotFound`."""
        row = self._database.row("SELECT draft, undo FROM outbox WHERE id = ?", (item,))
        if row is None:
            raise NotFound(f"outbox {item}")
        return str(row[0]), str(row[1])

    def move(self, item: OutboxId, before: Sequence[OutboxState], after: OutboxState, now: datetime) -> bool:
        """Change the state if it is one of `before`; False when somebody else was faster. Clears the problem."""
        changed = self._database.run(
            "UPDATE outbox SET state = ?, problem = '', problem_host = '', problem_detail = '', next_try = NULL,"
            " sent_at = CASE WHEN ?1 = 'sent' THEN coalesce(sent_at, ?) ELSE sent_at END"
            " WHERE id = ? AND state IN (SELECT value FROM json_each(?))",
            (after, micros(now), item, json.dumps([*before])),
        )
        return changed == 1

    def note(self, item: OutboxItem) -> None:
        """Write tries, looks, next try, problem, refused recipients and the answered mark."""
        refused = [[one.email, one.reason] for one in item.refused]
        self._database.run(
            "UPDATE outbox SET tries = ?, looks = ?, next_try = ?, problem = ?, problem_host = ?, problem_detail = ?,"
            " refused = ?, answered = ?, recipients = ? WHERE id = ?",
            (
                item.tries,
                item.looks,
                micros_or_none(item.next_try),
                item.problem,
                storable(item.problem_host),
                storable(item.problem_detail),
                storable(json.dumps(refused, ensure_ascii=False)),
                int(item.answered),
                json.dumps(item.recipients),
                item.id,
            ),
        )

    def filed(self, message_ids: Sequence[str]) -> dict[str, KnownMessage | None]:
        """Which of these Message-IDs left from here, each with the message that it became, if it is on the desk."""
        rows = self._database.rows(
            "SELECT o.message_id, m.id, m.conversation_id, m.whole FROM outbox o INDEXED BY outbox_message_id"
            " LEFT JOIN message m ON m.id = o.filed_as"
            " WHERE o.message_id IN (SELECT value FROM json_each(?)) ORDER BY m.id NULLS FIRST",
            (json.dumps([*message_ids]),),
        )
        return {row[0]: row[1] and KnownMessage(row[1], row[2], whole=bool(row[3])) for row in rows}

    def note_filed(self, message_id: str, message: MessageId) -> None:
        """A mail that left is on the desk as this message."""
        self._database.run("UPDATE outbox SET filed_as = ? WHERE message_id = ?", (message, message_id))

    def forget_bytes(self, item: OutboxId) -> None:
        """Its copy is elsewhere, or nobody wants it: only the record stays."""
        self._database.run("DELETE FROM outbox_raw WHERE outbox_id = ?", (item,))
        self._database.run("UPDATE outbox SET draft = '', undo = '' WHERE id = ?", (item,))

    def next_due(self, mailbox: MailboxId) -> datetime | None:
        """When something of a mailbox goes on by itself; None: nothing does."""
        statement = (
            "SELECT min(next_try) FROM outbox WHERE mailbox_id = ? AND next_try IS NOT NULL"
            " AND state IN ('queued', 'unknown', 'sent')"
        )
        return moment_or_none(self._database.value(statement, (mailbox,)))

    def release(self, now: datetime, longest: timedelta) -> int:
        """End every hold that was to last `longest` at most; out: how many."""
        return self._database.run(
            "UPDATE outbox SET send_after = ?1, next_try = ?1"
            " WHERE state = 'queued' AND send_after > ?1 AND send_after - queued_at <= ?2",
            (micros(now), round(longest.total_seconds() * 1_000_000)),
        )

    def counts(self) -> dict[OutboxState, int]:
        """How many there are in each state that is not over."""
        rows = self._database.rows(
            "SELECT state, count(*) FROM outbox WHERE state NOT IN ('filed', 'discarded') GROUP BY state"
        )
        return {OutboxState(state): count for state, count in rows}


def forget_unsent(database: ShopDatabase, mailbox: MailboxId) -> None:
    """Take drafts and outbox of a mailbox away that is being removed."""
    database.run("DELETE FROM draft_file WHERE draft_id IN (SELECT id FROM draft WHERE mailbox_id = ?)", (mailbox,))
    database.run("DELETE FROM draft WHERE mailbox_id = ?", (mailbox,))
    database.run("DELETE FROM outbox WHERE mailbox_id = ?", (mailbox,))


def _item(row: Row) -> OutboxItem:
    return OutboxItem(
        id=OutboxId(row[0]),
        mailbox_id=MailboxId(row[1]),
        conversation_id=None if row[2] is None else ConversationId(row[2]),
        state=OutboxState(row[3]),
        sender=row[4],
        recipients=tuple(json.loads(row[5])),
        to=tuple(Address(name, email) for name, email in json.loads(row[6])),
        subject=row[7],
        message_id=row[8],
        size=row[9],
        queued_at=moment(row[10]),
        send_after=moment(row[11]),
        tries=row[12],
        looks=row[13],
        next_try=moment_or_none(row[14]),
        problem=row[15],
        problem_host=row[16],
        problem_detail=row[17],
        refused=tuple(RefusedRecipient(email, reason) for email, reason in json.loads(row[18])),
        answers=None if row[19] is None else MessageId(row[19]),
        answered=bool(row[20]),
        sent_at=moment_or_none(row[21]),
    )
