"""The engine at midnight, with no window: another day begins once, also for a computer that slept through it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from shopdesk.domain.changes import Changes
from shopdesk.domain.day import DayKind
from shopdesk.jobs.engine import Engine
from shopdesk.jobs.event_writer import EventWriter
from shopdesk.jobs.schedule import Rhythm
from shopdesk.services.day import Day
from tests.fakes.clock import StoppedClock
from tests.jobs.scripted_shop import ScriptedShop
from tests.services.bench import Bench

DAY = Changes(day=True)
HOUR = timedelta(hours=1)


class Night:
    """An engine whose rounds follow each other at once, over the day of a real shop somewhere."""

    def __init__(self, folder: Path, clock: StoppedClock, zone: str) -> None:
        self.clock = clock
        self.bench = Bench(folder, clock)
        self.shop = ScriptedShop()
        desk = self.bench.shop
        self.day = Day(desk.store, clock, desk.agents, desk.conversations, None, ZoneInfo(zone))
        self.rounds, keep_up = self.shop.diary, self.day.keep_up

        class Counted:
            def keep_up(self) -> object:
                found = keep_up()
                rounds.write("day")
                return found

        rounds, self.shop.day = self.rounds, Counted()  # type: ignore[assignment]
        self.writer = EventWriter(io.StringIO(), seconds_between=0)
        self.engine = Engine(self.shop, self.writer, replace(Rhythm(), chores=0.005), clock.now)

    def __enter__(self) -> Night:
        self.engine.start()
        return self

    def __exit__(self, *problem: object) -> None:
        assert self.engine.stop(5)
        self.writer.close()
        self.bench.shop.close()

    def passes(self, length: timedelta) -> int:
        """Time goes by, at once; out: how often a window would have heard that there are other lists."""
        before = len(self.bench.heard)
        self.clock.advance(length)
        assert self.rounds.wait("day", times=self.rounds.count("day") + 3)
        return self.bench.heard[before:].count(DAY)


@pytest.mark.parametrize(
    ("zone", "evening"),
    [
        ("Europe/Berlin", datetime(2026, 11, 30, 22, 30, tzinfo=UTC)),  # the month ends
        ("Asia/Shanghai", datetime(2026, 12, 31, 15, 30, tzinfo=UTC)),  # the year ends
        ("Europe/Berlin", datetime(2026, 10, 24, 21, 30, tzinfo=UTC)),  # the day with 25 hours follows
        ("America/Sao_Paulo", datetime(2018, 11, 4, 2, 30, tzinfo=UTC)),  # midnight does not exist
    ],
)
def test_the_engine_turns_to_each_day_once_where_the_shop_is(data_folder: Path, zone: str, evening: datetime) -> None:
    with Night(data_folder, StoppedClock(evening), zone) as night:
        assert night.rounds.wait("day", times=2)
        yesterday = night.day.today()
        night.day.begin(DayKind.MORNING)
        assert night.passes(timedelta(0)) == 0
        assert night.passes(HOUR) == 1
        assert night.passes(HOUR) == 0
        assert night.day.today() == yesterday + timedelta(days=1)
        assert night.day.look(DayKind.MORNING).begun_at is None, "it is not begun before somebody does"
        assert [one.day for one in night.day.history()] == [yesterday], "a day without a list is none"


def test_a_computer_that_slept_for_three_days_turns_to_the_present_one(
    data_folder: Path, clock: StoppedClock
) -> None:
    with Night(data_folder, clock, "Europe/London") as night:
        assert night.rounds.wait("day", times=2)
        assert night.passes(timedelta(days=3)) == 1
        assert night.day.today() == clock.now().date()


def test_a_list_that_was_begun_ticks_itself_while_no_window_is_open(data_folder: Path, clock: StoppedClock) -> None:
    with Night(data_folder, clock, "Europe/London") as night:
        assert night.rounds.wait("day", times=2)
        run = night.day.begin(DayKind.WRAP_UP)
        assert not run.item("note").is_done  # type: ignore[union-attr]
        night.day.note_for_tomorrow("DHL strike")
        night.passes(timedelta(0))
        with night.bench.shop.store.reading() as work:
            assert work.day.ticks(run.day, DayKind.WRAP_UP)["note"].automatic
