"""Pauses, waits that survive sleep and set clocks, and a limit on connections."""

import threading
import time
from datetime import UTC, datetime, timedelta

import pytest

from shopdesk.jobs import schedule
from shopdesk.jobs.schedule import Alarm, JumpWatch, Pace, Rhythm

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


class MovableClock:
    def __init__(self) -> None:
        self.moment = NOON

    def __call__(self) -> datetime:
        return self.moment


@pytest.mark.parametrize(
    ("window_open", "last_pass", "pause"),
    [(True, 0.1, 120), (False, 0.1, 300), (True, 10, 200), (True, 3600, 900), (False, 3600, 900), (False, 1, 300)],
)
def test_the_pause_grows_with_the_pass_and_stays_below_half_an_hour(window_open, last_pass, pause):
    assert Rhythm().pause(window_open=window_open, last_pass=last_pass) == pause


def test_pauses_after_bugs_double_up_to_half_an_hour():
    assert [Rhythm().bug_pause(bugs) for bugs in (1, 2, 3, 6, 500)] == [60, 120, 240, 1800, 1800]


def test_a_wait_ends_with_its_time_or_with_a_ring():
    alarm = Alarm()
    assert alarm.wait(0.01) is False
    threading.Timer(0.02, alarm.ring).start()
    began = time.monotonic()
    assert alarm.wait(30) is True
    assert alarm.wait(None) is True
    assert time.monotonic() - began < 5
    alarm.reset()
    assert alarm.wait(-1) is False


def test_a_clock_that_goes_on_while_the_computer_sleeps_ends_the_wait(monkeypatch):
    monkeypatch.setattr(schedule, "RECHECK_SECONDS", 0.01)
    clock = MovableClock()
    alarm = Alarm(clock)
    threading.Timer(0.03, lambda: setattr(clock, "moment", NOON + timedelta(hours=9))).start()
    began = time.monotonic()
    assert alarm.wait_until(NOON + timedelta(minutes=30)) is False
    assert time.monotonic() - began < 5


def test_a_clock_that_is_set_back_does_not_prolong_the_wait():
    clock = MovableClock()
    alarm = Alarm(clock)
    threading.Timer(0.01, lambda: setattr(clock, "moment", NOON - timedelta(days=365))).start()
    began = time.monotonic()
    assert alarm.wait_until(NOON + timedelta(seconds=0.05)) is False
    assert time.monotonic() - began < 5


def test_a_moment_that_has_passed_is_no_wait():
    assert Alarm(MovableClock()).wait_until(NOON - timedelta(days=1)) is False


def test_sleep_is_noticed_and_ordinary_time_is_not():
    clock = MovableClock()
    watch = JumpWatch(clock)
    clock.moment = NOON + timedelta(seconds=59)
    assert not watch.jumped
    clock.moment = NOON + timedelta(seconds=90)
    assert watch.jumped


def test_connections_beyond_the_limit_have_to_wait():
    pace = Pace(connections=3, seconds=600)
    for _ in range(3):
        assert pace.delay() == 0
        pace.opened()
    assert 590 < pace.delay() <= 600
    quick = Pace(connections=1, seconds=0.01)
    quick.opened()
    time.sleep(0.02)
    assert quick.delay() == 0
