"""Who is blocked, and the mails that ask for nothing because of it."""

from collections.abc import Sequence
from datetime import datetime

from shopdesk.domain.blocking import BlockedSender
from shopdesk.domain.ids import ConversationId, MessageId
from shopdesk.domain.message import Address, MailKind
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.message_values import KIND
from shopdesk.storage.storable import storable
from shopdesk.storage.values import id_list, micros, moment, moment_or_none

_PERSONAL, _BLOCKED = KIND[MailKind.PERSONAL], KIND[MailKind.BLOCKED]
QUIET = f"""SELECT m.id, m.received_at, t.sender_name, t.sender_email, c.customer_name, c.customer_email
    FROM message m JOIN mail t ON t.message_id = m.id JOIN conversation c ON c.id = m.conversation_id
    WHERE m.kind = {_BLOCKED}"""
OPEN = "SELECT id, customer_email FROM conversation WHERE lane = 0 AND state IN (0, 1, 2)"
_SET = "UPDATE message SET kind = ? WHERE id IN (SELECT value FROM json_each(?)) AND kind = ? RETURNING conversation_id"


class BlockedTable:
    """Fits `customer_ports.BlockedRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    def all(self) -> list[BlockedSender]:
        """Who is blocked, the newest first."""
        rows = self._database.rows("SELECT key, blocked_at FROM blocked_sender ORDER BY blocked_at DESC, key")
        return [BlockedSender(row[0], moment(row[1])) for row in rows]

    def keys(self) -> frozenset[str]:
        """The keys of who is blocked."""
        return frozenset(row[0] for row in self._database.rows("SELECT key FROM blocked_sender"))

    def since(self, key: str) -> datetime | None:
        """Since when a key is blocked, None for one that is not."""
        value = self._database.value("SELECT blocked_at FROM blocked_sender WHERE key = ?", (storable(key),))
        return moment_or_none(value)

    def put(self, key: str, at: datetime | None) -> None:
        """Block a key, or (None) no longer."""
        if at is None:
            self._database.run("DELETE FROM blocked_sender WHERE key = ?", (storable(key),))
        else:
            row = (storable(key), micros(at))
            self._database.run("INSERT OR REPLACE INTO blocked_sender (key, blocked_at) VALUES (?, ?)", row)

    def quiet(self) -> list[tuple[MessageId, datetime, Address, Address]]:
        """Mails that ask for nothing because of it: receipt, sender, and whom their conversation is with."""
        return [
            (MessageId(row[0]), moment(row[1]), Address(row[2], row[3]), Address(row[4], row[5]))
            for row in self._database.rows(QUIET)
        ]

    def set_quiet(self, messages: Sequence[MessageId], *, quiet: bool) -> frozenset[ConversationId]:
        """Let mails of people ask for nothing, or ask again; returns the conversations that this touches."""
        new, old = (_BLOCKED, _PERSONAL) if quiet else (_PERSONAL, _BLOCKED)
        return frozenset(ConversationId(row[0]) for row in self._database.rows(_SET, (new, id_list(messages), old)))

    def open(self) -> list[tuple[ConversationId, str]]:
        """People's conversations that are not done, with the address that they are with."""
        return [(ConversationId(row[0]), row[1]) for row in self._database.rows(OPEN)]
