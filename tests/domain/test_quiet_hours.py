"""Hours in which nothing pops up, by the clock on the wall."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from shopdesk.domain.quiet_hours import QuietHours

BERLIN = ZoneInfo("Europe/Berlin")
SHANGHAI = ZoneInfo("Asia/Shanghai")
NIGHT = QuietHours(time(22), time(8))


def berlin(day: str, clock: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(f"2026-{day}T{clock}").replace(tzinfo=BERLIN, fold=fold).astimezone(UTC)


@pytest.mark.parametrize(
    ("clock", "quiet"),
    [("21:59:59", False), ("22:00", True), ("23:59", True), ("00:00", True), ("07:59:59", True), ("08:00", False)],
)
def test_over_midnight(clock, quiet):
    assert NIGHT.hold_at(berlin("11-02", clock), BERLIN) is quiet


@pytest.mark.parametrize(("clock", "quiet"), [("11:59", False), ("12:00", True), ("13:29", True), ("13:30", False)])
def test_within_a_day(clock, quiet):
    assert QuietHours(time(12), time(13, 30)).hold_at(berlin("11-02", clock), BERLIN) is quiet


def test_equal_times_mean_never():
    assert not QuietHours(time(9), time(9)).hold_at(berlin("11-02", "09:00"), BERLIN)
    assert not QuietHours(time(9), time(9)).hold_at(berlin("11-02", "23:00"), BERLIN)


def test_the_zone_decides():
    moment = datetime(2026, 11, 2, 15, 0, tzinfo=UTC)
    assert NIGHT.hold_at(moment, SHANGHAI)
    assert not NIGHT.hold_at(moment, BERLIN)


def test_when_the_clock_is_turned_back_the_repeated_hour_is_quiet_twice():
    early = QuietHours(time(22), time(2, 30))
    for fold in (0, 1):
        assert early.hold_at(berlin("10-25", "02:10", fold), BERLIN)
        assert not early.hold_at(berlin("10-25", "02:40", fold), BERLIN)


def test_when_the_clock_is_put_forward_the_morning_begins_on_time():
    early = QuietHours(time(22), time(2, 30))
    before = datetime(2026, 3, 29, 0, 59, tzinfo=UTC)  # 01:59 in Berlin; the next minute is 03:00
    after = datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert early.hold_at(before, BERLIN)
    assert not early.hold_at(after, BERLIN)
    assert NIGHT.hold_at(berlin("03-29", "07:30"), BERLIN)
    assert not NIGHT.hold_at(berlin("03-29", "08:00"), BERLIN)
