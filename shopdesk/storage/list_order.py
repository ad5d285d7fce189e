"""Where a conversation stands in the list of its tab, as one number in an index."""

from array import array
from collections.abc import Callable, Sequence
from datetime import datetime
from operator import itemgetter

from shopdesk.domain.conversation import Conversation, ConversationState
from shopdesk.domain.mood import Mood
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.values import micros

# Written into databases: never change a number.
UNDATED = 1 << 55
"""Behind everything that has a due time (in microseconds until the year 3111); the longest wait first."""
ANGRY = 1 << 56
"""So far in front stand the angry ones, ordered among themselves like all others."""

# What a tab is ordered by. Not a generated column: with one, SQLite reads the whole row although the index has it.
SORT_AT = f"""CASE {{state}} WHEN 0 THEN coalesce({{due}}, {UNDATED} + coalesce({{waiting}}, {{last}}))
    - {ANGRY} * {{angry}} WHEN 2 THEN coalesce({{snoozed}}, {{last}}) ELSE -{{last}} END"""

Rows = Callable[[str, int, int], Sequence[Row]]
"""Columns of those whose place lies between two numbers, both included, in order."""


def sort_at(row: Conversation) -> int:
    """The place of a conversation in its tab."""
    last_at = micros(row.last_at)
    if row.state is ConversationState.NEEDS_REPLY:
        undated = UNDATED + (last_at if row.waiting_since is None else micros(row.waiting_since))
        place = undated if row.due_at is None else micros(row.due_at)
        return place - ANGRY if row.mood is Mood.ANGRY else place
    if row.state is ConversationState.SNOOZED:
        return last_at if row.snoozed_until is None else micros(row.snoozed_until)
    return -last_at


def listed(
    database: ShopDatabase, index: str, conditions: str, values: Sequence[int | str], at: datetime | None
) -> "array[int]":
    """The numbers of a tab; with a moment what is overdue then comes first, before the angry ones.

    `conditions` are SQL behind WHERE, `values` theirs.
    """

    def between(columns: str, first: int, last: int) -> Sequence[Row]:
        return database.rows(statement(columns, index, conditions), (*values, first, last))

    if at is None:
        return array("q", [row[0] for row in between("id", -2 * ANGRY, 2 * ANGRY)])
    return _overdue_first(between, micros(at))


def statement(columns: str, index: str, conditions: str) -> str:
    """The query behind a list; a test looks at its plan."""
    return f"""SELECT {columns} FROM conversation INDEXED BY {index}
    WHERE {conditions} AND sort_at BETWEEN ? AND ? ORDER BY sort_at"""


def _overdue_first(between: Rows, now: int) -> "array[int]":
    angry = [(id_, place + ANGRY) for id_, place in between("id, sort_at", -ANGRY, now - ANGRY)]
    if angry:
        calm = between("id, sort_at", 0, now)
        overdue = [row[0] for row in sorted([*calm, *angry], key=itemgetter(1))]  # two runs: merged, not sorted
    else:
        overdue = [row[0] for row in between("id", 0, now)]
    numbers = array("q", overdue)
    numbers.extend(row[0] for row in between("id", now - ANGRY + 1, -1))
    numbers.extend(row[0] for row in between("id", now + 1, ANGRY))
    return numbers
