"""One reminder for all who wait: given the time, due times, quiet hours and do-not-disturb, what it shows."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from shopdesk.domain.ids import ConversationId
from shopdesk.domain.quiet_hours import QuietHours
from shopdesk.domain.waiting_reminder import ReminderRules, Waiting, reminder_at

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 11, 17, 11, 0, tzinfo=UTC)
"""Noon in Berlin."""
NIGHT = QuietHours(time(20), time(8))


def at(hours: float) -> datetime:
    return NOON + timedelta(hours=hours)


def one(number: int, since: float, due: float, amber: float | None = None) -> Waiting:
    """Times in hours from noon; without `amber` two hours before it is due."""
    return Waiting(ConversationId(number), at(since), at(due), at(due - 2 if amber is None else amber))


LATE, SOON, LATER = one(1, -30, -6), one(2, -23, 1), one(3, -2, 22)
LATEST = one(4, -28, -7)


@pytest.mark.parametrize(
    ("waiting", "shown"),
    [
        ([], None),
        ([LATER], None),
        ([SOON], (1, 0, -23, 2)),
        ([LATER, SOON, LATE], (2, 1, -30, 1)),
        ([LATE, LATEST, SOON], (3, 2, -30, 4)),  # the most overdue is opened, the longest wait is told
        ([one(5, -1, -1), one(6, -2, -1)], (2, 2, -2, 6)),  # due at once: who waits longest
        ([one(7, -1, 0)], (1, 1, -1, 7)),  # overdue from that moment on
        ([one(8, -1, 2)], (1, 0, -1, 8)),  # and amber from that one
        ([Waiting(ConversationId(9), at(-1), at(1))], None),  # a target without a warning
    ],
)
def test_all_who_are_due_soon_or_overdue_are_one_reminder(
    waiting: list[Waiting], shown: tuple[int, int, float, int] | None
) -> None:
    reminder = reminder_at(NOON, waiting, ReminderRules(), BERLIN)
    if reminder is None or shown is None:
        assert reminder is None
        assert shown is None
        return
    count, overdue, since, first = shown
    assert (reminder.count, reminder.overdue, reminder.since, reminder.first) == (count, overdue, at(since), first)
    assert first in reminder.conversations
    assert len(reminder.conversations) == count


@pytest.mark.parametrize(
    ("rules", "hours", "is_shown"),
    [
        (ReminderRules(on=False), 0, False),
        (ReminderRules(resting_until=at(1)), 0.99, False),
        (ReminderRules(resting_until=at(1)), 1, True),  # it ends by itself
        (ReminderRules(quiet=NIGHT), 0, True),
        (ReminderRules(quiet=NIGHT), 7.99, True),
        (ReminderRules(quiet=NIGHT), 8, False),  # 20:00 on the wall
        (ReminderRules(quiet=NIGHT), 19.99, False),
        (ReminderRules(quiet=NIGHT), 20, True),  # 8:00 the next morning
        (ReminderRules(quiet=QuietHours(time(9), time(9))), 0, True),
        (ReminderRules(quiet=NIGHT, resting_until=at(21)), 20.5, False),
    ],
)
def test_it_rests_in_quiet_hours_while_not_to_be_disturbed_and_switched_off(
    rules: ReminderRules, hours: float, is_shown: bool
) -> None:
    assert (reminder_at(at(hours), [LATE], rules, BERLIN) is not None) is is_shown


@pytest.mark.parametrize(
    ("hours", "is_shown"),
    [
        (0, False),
        (0.99, False),
        (1, True),  # what was due soon is overdue now
        (19.9, True),
    ],
)
def test_one_that_was_put_away_comes_back_when_something_turns(hours: float, is_shown: bool) -> None:
    rules = ReminderRules(put_away_at=NOON)
    assert (reminder_at(at(hours), [LATE, SOON], rules, BERLIN) is not None) is is_shown
    assert reminder_at(at(hours), [LATE], rules, BERLIN) is None
    another = reminder_at(at(20), [LATE, LATER], rules, BERLIN)
    assert another is not None
    assert another.count == 2, "it tells of everybody again"


def test_it_closes_itself_when_none_is_left_and_counts_what_is() -> None:
    rows = [LATE, LATEST, SOON]
    counts = []
    while rows:
        reminder = reminder_at(NOON, rows, ReminderRules(), BERLIN)
        assert reminder is not None
        counts.append((reminder.count, reminder.first))
        rows = [row for row in rows if row.conversation != reminder.first]
    assert counts == [(3, 4), (2, 1), (1, 2)]
    assert reminder_at(NOON, rows, ReminderRules(), BERLIN) is None
