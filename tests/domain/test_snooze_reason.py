"""A moment, and why: both out of one line that somebody types."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from shopdesk.domain.snooze_reason import moment_and_reason
from shopdesk.domain.snooze_words import SnoozeProblem

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
"""Ten in the morning in Berlin."""


@pytest.mark.parametrize(
    ("text", "until", "reason"),
    [
        ("tomorrow 9: ask the carrier", "2026-11-17 09:00", "ask the carrier"),
        ("friday, send a new shade, free", "2026-11-20 09:00", "send a new shade, free"),
        ("tomorrow, 14:30", "2026-11-17 14:30", ""),
        ("tomorrow, 14:30 - call her", "2026-11-17 14:30", "call her"),
        ("tomorrow 14:30: call", "2026-11-17 14:30", "call"),
        ("周五下午：补发灯罩", "2026-11-20 14:00", "补发灯罩"),
        ("明天9点，问快递", "2026-11-17 09:00", "问快递"),
        ("friday:", "2026-11-20 09:00", ""),
        ("friday 14:00", "2026-11-20 14:00", ""),
    ],
)
def test_what_is_behind_the_moment_is_the_reason(text: str, until: str, reason: str) -> None:
    moment = datetime.fromisoformat(until).replace(tzinfo=BERLIN)
    assert moment_and_reason(text, MONDAY, BERLIN) == (moment, reason)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("when the moon is full: dance", SnoozeProblem.NOT_UNDERSTOOD),
        ("today 8: too late", SnoozeProblem.PAST),
        ("ask the carrier, friday", SnoozeProblem.NOT_UNDERSTOOD),
        ("", SnoozeProblem.NOT_UNDERSTOOD),
    ],
)
def test_without_a_moment_first_there_is_no_reason_either(text: str, problem: SnoozeProblem) -> None:
    assert moment_and_reason(text, MONDAY, BERLIN) == (problem, "")
