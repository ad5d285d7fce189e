"""Cases with their links to messages and their history; no case is written without an entry there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from shopdesk.domain.case import Case
from shopdesk.domain.case_history import FIRST, CaseEvent, Entry, canonical, hash_of
from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import CaseId, ConversationId
from shopdesk.storage.case_rows import case_of, written
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.storable import storable
from shopdesk.storage.values import id_list, micros, micros_or_none

_ENTRY = "number, case_id, at, by, deed, details, digest, content, hash"
OPEN = "SELECT id, content FROM shop_case WHERE is_open = 1 ORDER BY id"
CLOSED = "SELECT id, content FROM shop_case WHERE is_open = 0 ORDER BY changed_at DESC LIMIT ?"
DUE = "SELECT id, content FROM shop_case WHERE due_at <= ? ORDER BY due_at, id"
DECIDED = "SELECT id, content FROM shop_case WHERE decided_at >= ? AND decided_at < ? ORDER BY decided_at, id"
OF_CONVERSATION = """SELECT id, content FROM shop_case WHERE id IN (SELECT l.case_id FROM message m
    JOIN case_link l ON l.message_id = m.id WHERE m.conversation_id IN (SELECT value FROM json_each(?))) ORDER BY id"""
OF_CUSTOMERS = """SELECT id, content FROM shop_case WHERE lower(json_extract(content, '$.customer_email'))
    IN (SELECT lower(value) FROM json_each(?)) ORDER BY id"""
# SQLite folds ASCII letters only.
OF_OTHER_LETTERS = """SELECT id, content FROM shop_case WHERE json_extract(content, '$.customer_email') GLOB '*[^ -~]*'
    ORDER BY id"""
HOMES = """SELECT l.case_id, m.conversation_id FROM case_link l JOIN message m ON m.id = l.message_id
    WHERE l.case_id IN (SELECT value FROM json_each(?)) ORDER BY l.case_id, l.message_id"""
HISTORY = f"SELECT {_ENTRY} FROM case_history WHERE case_id = ? ORDER BY number"


class CaseTable:
    """Cases; fits `case_ports.CaseRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    # --- looking -----------------------------------------------------------------------------------

    def get(self, case: CaseId) -> Case:
        """One case; raises `NotFound`."""
        row = self._database.row("SELECT id, content FROM shop_case WHERE id = ?", (case,))
        if row is None:
            raise NotFound(f"case {case}")
        return case_of(*row)

    def open(self) -> list[Case]:
        """All that are not archived, by number."""
        return self._cases(OPEN)

    def closed(self, limit: int) -> list[Case]:
        """Archived ones, the last archived first."""
        return self._cases(CLOSED, limit)

    def count_closed(self) -> int:
        """How many are archived."""
        return int(self._database.value("SELECT count(*) FROM shop_case WHERE is_open = 0"))

    def due(self, until: datetime) -> list[Case]:
        """Open ones on which something has to be done by a moment, the most urgent first."""
        return self._cases(DUE, micros(until))

    def decided(self, begin: datetime, end: datetime) -> list[Case]:
        """Those that were decided in a span of time."""
        return self._cases(DECIDED, micros(begin), micros(end))

    def of_conversations(self, conversations: Sequence[ConversationId]) -> list[Case]:
        """Those that are linked with any of some conversations, by number."""
        return self._cases(OF_CONVERSATION, id_list(conversations))

    def of_customers(self, addresses: Sequence[str]) -> list[Case]:
        """Those of some addresses, open and archived, by number."""
        found = self._cases(OF_CUSTOMERS, json.dumps([storable(address) for address in addresses]))
        if all(address.isascii() for address in addresses):
            return found
        wanted = {storable(address).casefold() for address in addresses}
        found += [case for case in self._cases(OF_OTHER_LETTERS) if case.customer_email.casefold() in wanted]
        return sorted({case.id: case for case in found}.values(), key=lambda case: case.id)

    def homes(self, cases: Sequence[CaseId]) -> dict[CaseId, tuple[ConversationId, ...]]:
        """The conversations that cases are linked with, oldest message first; those without any are left out."""
        found: dict[CaseId, dict[ConversationId, None]] = {}
        for case, conversation in self._database.rows(HOMES, (id_list(cases),)):
            found.setdefault(CaseId(case), {})[ConversationId(conversation)] = None
        return {case: tuple(homes) for case, homes in found.items()}

    def any_open(self) -> bool:
        """Whether there is anything to look after at all."""
        return self._database.value("SELECT 1 FROM shop_case WHERE is_open = 1 LIMIT 1") is not None

    # --- writing -----------------------------------------------------------------------------------

    def save(self, case: Case, event: CaseEvent) -> CaseId:
        """Write a case (a new one when its number is 0) and what happened to it."""
        content = written(case)
        row = self._database.row(
            "INSERT INTO shop_case (id, is_open, due_at, decided_at, changed_at, content) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET is_open = excluded.is_open, due_at = excluded.due_at,"
            " decided_at = excluded.decided_at, changed_at = excluded.changed_at, content = excluded.content"
            " RETURNING id",
            (
                case.id or None,
                int(case.is_open),
                micros_or_none(case.due_at),
                micros_or_none(case.decided_at),
                micros(case.changed_at),
                content,
            ),
        )
        saved = CaseId(row[0] if row else 0)
        self._database.run("DELETE FROM case_link WHERE case_id = ?", (saved,))
        if case.messages:
            links = [(saved, message) for message in dict.fromkeys(case.messages)]
            self._database.insert("INSERT INTO case_link (case_id, message_id)", links)
        self._append(saved, event, hash_of(content))
        return saved

    def _append(self, case: CaseId, event: CaseEvent, content: str) -> None:
        last = self._database.row("SELECT number, hash FROM case_history ORDER BY number DESC LIMIT 1") or (0, FIRST)
        details = storable(canonical([list(change) for change in event.changes]))
        at = event.at.astimezone(UTC).isoformat()
        entry = Entry(
            number=last[0] + 1,
            case_id=case,
            at=at,
            by=storable(event.by),
            deed=event.deed.value,
            details=details,
            digest=hash_of(details),
            content=content,
            hash="",
        )
        self._database.run(
            f"INSERT INTO case_history ({_ENTRY}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                entry.number,
                case,
                at,
                entry.by,
                entry.deed,
                details,
                entry.digest,
                content,
                entry.expected_hash(last[1]),
            ),
        )

    def forget_details(self, case: CaseId) -> None:
        """Take what is personal out of the entries of a case; their hashes stay."""
        self._database.run("UPDATE case_history SET details = NULL WHERE case_id = ?", (case,))

    # --- the history -------------------------------------------------------------------------------

    def history(self, case: CaseId) -> list[Entry]:
        """What happened to a case, oldest first."""
        return [_entry(row) for row in self._database.rows(HISTORY, (case,))]

    def chain(self) -> Iterator[Entry]:
        """Every entry of all cases, in order."""
        return (_entry(row) for row in self._database.cursor_of(f"SELECT {_ENTRY} FROM case_history ORDER BY number"))

    def contents(self) -> dict[CaseId, str]:
        """The hash of every case as it is kept now."""
        rows = self._database.cursor_of("SELECT id, content FROM shop_case")
        return {CaseId(row[0]): hash_of(row[1]) for row in rows}

    def _cases(self, statement: str, *values: object) -> list[Case]:
        return [case_of(*row) for row in self._database.rows(statement, values)]


def _entry(row: Row) -> Entry:
    return Entry(*row)
