"""What the desk knows for the lists of the day: one look at the open work, and what a day was like."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from shopdesk.domain.ids import AgentId, CaseId, ConversationId, first_message_id
from shopdesk.domain.waiting_reminder import Waiting
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.values import micros, moment, moment_or_none

OPEN = """SELECT c.id, c.due_at, c.mood, coalesce(c.asked_at, c.waiting_since, c.last_at), c.customer_name, a.agent_id,
    c.last_at FROM conversation c INDEXED BY conversation_list LEFT JOIN assignment a ON a.conversation_id = c.id
    WHERE c.lane = 0 AND c.state = 0 ORDER BY c.sort_at"""
WAITING = """SELECT c.id, coalesce(c.asked_at, c.waiting_since, c.last_at), c.due_at, c.amber_at
    FROM conversation c INDEXED BY conversation_list LEFT JOIN assignment a ON a.conversation_id = c.id
    WHERE c.lane = 0 AND c.state = 0 AND (c.due_at <= ?1 OR c.amber_at <= ?1) AND c.due_at IS NOT NULL
    AND (?2 IS NULL OR a.agent_id IS NULL OR a.agent_id = ?2)"""
SNOOZED = """SELECT id, snoozed_until, customer_name FROM conversation INDEXED BY conversation_list
    WHERE lane = 0 AND state = 2 AND snoozed_until < ? ORDER BY sort_at"""
MESSAGES = """SELECT m.direction, count(*) FROM message m JOIN conversation c ON c.id = m.conversation_id
    WHERE m.id >= ? AND m.id < ? AND m.direction IN (0, 1) AND c.lane = 0 AND m.kind = 0 GROUP BY m.direction"""
FIRST_REPLIES = """SELECT asked, answered FROM (
    SELECT min(iif(direction = 0, received_at, NULL)) AS asked, min(iif(direction = 1, received_at, NULL)) AS answered
    FROM message INDEXED BY message_conversation WHERE conversation_id IN (
        SELECT conversation_id FROM message WHERE id >= ?1 AND id < ?2 AND direction = 1)
    GROUP BY conversation_id) WHERE answered >= ?3 AND asked < answered"""
# The history is long and its index is that of cases: only cases that were changed since are looked at there. A move
# that was taken back is none.
CASES_MOVED = """SELECT h.case_id FROM case_history h INDEXED BY case_history_case
    WHERE h.case_id IN (SELECT id FROM shop_case INDEXED BY shop_case_open WHERE is_open = 1 AND changed_at >= ?1
        UNION ALL SELECT id FROM shop_case INDEXED BY shop_case_closed WHERE is_open = 0 AND changed_at >= ?1)
    AND h.deed IN ('moved', 'undone') AND h.at >= ?2 AND h.at < ?3
    GROUP BY h.case_id HAVING sum(iif(h.deed = 'moved', 1, -1)) > 0 ORDER BY max(h.number) DESC"""
_ANGRY = 2


@dataclass(frozen=True, slots=True)
class OpenWork:
    """A conversation that needs a reply; fits `day_ports.OpenWork`."""

    id: ConversationId
    due_at: datetime | None
    is_angry: bool
    asked_at: datetime
    name: str
    agent: AgentId | None
    last_at: datetime


class DayCounts:
    """Looks only; fits `day_ports.DayCounting`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    def open_work(self) -> Sequence[OpenWork]:
        """People's conversations that need a reply, in the order of the list."""
        return [
            OpenWork(number, moment_or_none(due), mood == _ANGRY, moment(asked), name, agent, moment(last))
            for number, due, mood, asked, name, agent, last in self._database.rows(OPEN)
        ]

    def waiting(self, at: datetime, agent: AgentId | None) -> Sequence[Waiting]:
        """Who is due soon or overdue at a moment; with an agent only theirs and what is nobody's."""
        return [
            Waiting(number, moment(since), moment(due), moment_or_none(amber))
            for number, since, due, amber in self._database.rows(WAITING, (micros(at), agent))
        ]

    def snoozed(self, until: datetime) -> Sequence[tuple[ConversationId, datetime, str]]:
        """Snoozed conversations that come back before a moment: number, when, whose."""
        return [(number, moment(at), name) for number, at, name in self._database.rows(SNOOZED, (micros(until),))]

    def drafts(self) -> int:
        """Replies that were begun and not sent; notes not counted."""
        return int(self._database.value("SELECT count(*) FROM draft WHERE is_note = 0"))

    def failed_sends(self) -> Sequence[ConversationId | None]:
        """The conversations of mails that came to a stop on their way out; None for new mails."""
        rows = self._database.rows(
            "SELECT conversation_id FROM outbox WHERE state IN ('refused', 'unknown', 'held') ORDER BY queued_at"
        )
        return [row[0] for row in rows]

    def messages(self, begin: datetime, end: datetime) -> tuple[int, int]:
        """How many mails people wrote and how many we answered, received from `begin` to before `end` (UTC)."""
        first, last = first_message_id(int(begin.timestamp())), first_message_id(int(end.timestamp()))
        found: dict[int, int] = dict(self._database.rows(MESSAGES, (first, last)))
        return found.get(0, 0), found.get(1, 0)

    def cases_moved(self, begin: datetime, end: datetime) -> Sequence[CaseId]:
        """Those that went to another stage or column, and did not come back by an undo, the last moved first."""
        span = (begin.astimezone(UTC).isoformat(), end.astimezone(UTC).isoformat())
        return [CaseId(row[0]) for row in self._database.rows(CASES_MOVED, (micros(begin), *span))]

    def first_replies(self, begin: datetime, end: datetime) -> Sequence[timedelta]:
        """How long the customers waited whose conversation got its first answer from `begin` to before `end` (UTC)."""
        first, last = first_message_id(int(begin.timestamp())), first_message_id(int(end.timestamp()))
        rows = self._database.rows(FIRST_REPLIES, (first, last, micros(begin)))
        return [timedelta(microseconds=answered - asked) for asked, answered in rows]
