"""Figures: sums over messages, days and hours on the wall clock, topics that rise."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.figures import Dealing, OpenTime, Period, Turn, backlog_of, durations, figures_of
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.topic_rise import Asked, rises

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def dealing(number: int, *turns: tuple[float, str], done: bool = False, topic: str = "") -> Dealing:
    """Hours after Monday 9:00 UTC, "c" for the customer and "w" for us."""
    made = tuple(Turn(MONDAY + hours * HOUR, ours=who == "w") for hours, who in turns)
    return Dealing(ConversationId(number), made, done, topic)


def march(first: int = 2, last: int = 8) -> Period:
    return Period(date(2026, 3, first), date(2026, 3, last), BERLIN)


def test_a_week_is_summed_up() -> None:
    of_week = figures_of(
        [
            dealing(1, (0, "c"), (2, "w"), done=True, topic="shipping"),
            dealing(2, (1, "c"), (5, "w"), (6, "c"), (9, "w"), done=True, topic="shipping"),
            dealing(3, (2, "c"), (3, "c"), topic="return"),
            dealing(4, (-1000, "c"), (4, "w"), done=True),
            dealing(5, (5, "w"), done=True),
            dealing(6, (7, "c"), done=True),
        ],
        march(),
    )
    assert (of_week.received, of_week.answered) == (6, 5)
    assert (of_week.begun, of_week.solved, of_week.replied, of_week.solved_at_once) == (4, 3, 2, 1)
    assert of_week.solved_rate == 0.75
    assert of_week.at_once_rate == 0.5
    assert (of_week.first_reply.median, of_week.first_reply.slow) == (3 * HOUR, 4 * HOUR)
    assert (of_week.resolution.median, of_week.resolution.slow) == (5 * HOUR, 8 * HOUR)
    assert of_week.by_topic == (("shipping", 2), ("return", 1), ("", 1))
    assert of_week.by_day[0] == (date(2026, 3, 2), 6, 5)
    assert of_week.by_hour[0][10] == 1, "9:00 UTC is 10:00 in Berlin"
    assert sum(map(sum, of_week.by_hour)) == of_week.received


def test_a_day_with_a_change_of_the_clock_has_all_its_hours() -> None:
    spring = Period(date(2026, 3, 29), date(2026, 3, 29), BERLIN)
    autumn = Period(date(2026, 10, 25), date(2026, 10, 25), BERLIN)
    assert spring.ends - spring.starts == 23 * HOUR
    assert autumn.ends - autumn.starts == 25 * HOUR
    last = Dealing(ConversationId(1), (Turn(autumn.ends - timedelta(seconds=1)),))
    assert figures_of([last], autumn).by_day == ((date(2026, 10, 25), 1, 0),)
    first_of_next = Dealing(ConversationId(1), (Turn(autumn.ends),))
    assert figures_of([first_of_next], autumn).received == 0


def test_the_period_before_is_as_long_and_touches_it() -> None:
    period = march(2, 8)
    assert period.before == Period(date(2026, 2, 23), date(2026, 3, 1), BERLIN)
    assert period.before.ends == period.starts


def test_an_empty_period_has_no_rates_and_no_times() -> None:
    nothing = figures_of([], march())
    assert nothing.solved_rate is None
    assert nothing.at_once_rate is None
    assert nothing.first_reply.median is None
    assert len(nothing.by_day) == 7
    assert backlog_of([], MONDAY).oldest is None


def test_only_opening_hours_count_when_asked() -> None:
    open_time = OpenTime([(MONDAY, MONDAY + 8 * HOUR), (MONDAY + 24 * HOUR, MONDAY + 32 * HOUR)])
    assert open_time(MONDAY - HOUR, MONDAY + HOUR) == HOUR
    assert open_time(MONDAY + 7 * HOUR, MONDAY + 25 * HOUR) == 2 * HOUR
    assert open_time(MONDAY + 9 * HOUR, MONDAY + 20 * HOUR) == timedelta(0)
    assert open_time(MONDAY, MONDAY + 100 * HOUR) == 16 * HOUR
    night = figures_of([dealing(1, (7, "c"), (25, "w"))], march(), open_time)
    assert night.first_reply.median == 2 * HOUR


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=60))
def test_median_and_the_slow_end_equal_a_plain_recomputation(minutes: list[int]) -> None:
    got = durations(timedelta(minutes=one) for one in minutes)
    ordered = sorted(minutes)
    assert got.slow is not None
    assert got.median is not None
    slow = got.slow / timedelta(minutes=1)
    assert sum(one <= slow for one in ordered) >= 0.9 * len(ordered)
    assert sum(one < slow for one in ordered) < 0.9 * len(ordered)
    middle = got.median / timedelta(minutes=1)
    assert sum(one < middle for one in ordered) <= len(ordered) / 2
    assert sum(one > middle for one in ordered) <= len(ordered) / 2


# --- rises ---------------------------------------------------------------------------------------------


def asked(weeks_ago: int, count: int, topic: str = "problem", hour: float = 0) -> list[Asked]:
    """So many mails on a topic on that Monday, one a minute from 9:00 UTC on."""
    day = MONDAY - timedelta(weeks=weeks_ago) + hour * HOUR
    return [
        Asked(ConversationId(weeks_ago * 100 + number), day + timedelta(minutes=number), topic)
        for number in range(count)
    ]


def test_a_topic_far_over_its_usual_level_is_shown_with_its_mails() -> None:
    usual = [one for week in range(1, 9) for one in asked(week, 2)]
    (rise,) = rises(usual + asked(0, 9), MONDAY + HOUR, UTC)
    assert (rise.topic, rise.count, rise.usual) == ("problem", 9, 2.0)
    assert rise.conversations == tuple(range(9))


def test_fewer_than_five_are_no_alarm_and_neither_is_a_busy_topic_on_a_usual_day() -> None:
    before = [one for week in range(1, 9) for one in asked(week, 1, "billing") + asked(week, 30)]
    assert rises(before + asked(0, 4, "billing") + asked(0, 35), MONDAY + HOUR, UTC) == []


def test_only_the_same_time_of_day_is_compared() -> None:
    """By half past nine there were two on other Mondays, thirty in the afternoon tell nothing yet."""
    before = [one for week in range(1, 9) for one in asked(week, 2) + asked(week, 30, hour=6)]
    now = MONDAY + timedelta(minutes=30)
    assert [rise.usual for rise in rises(before + asked(0, 10), now, UTC)] == [2.0]


def test_a_desk_without_a_past_raises_no_alarm() -> None:
    assert rises(asked(0, 50), MONDAY + HOUR, UTC) == []


def test_weeks_before_the_first_mail_are_not_empty_weeks() -> None:
    assert rises(asked(1, 8) + asked(0, 9), MONDAY + HOUR, UTC) == []
