"""What people type when they want to be reminded, in English and Chinese."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.snooze_words import FARTHEST, SnoozeProblem, later_today, snooze_moment

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 18, 10, 24, tzinfo=BERLIN)
"""A Wednesday morning."""


def understood(text: str, now: datetime = NOW, zone: ZoneInfo = BERLIN) -> str:
    """The local moment as text, or the name of the problem."""
    found = snooze_moment(text, now.astimezone(UTC), zone)
    return found.name if isinstance(found, SnoozeProblem) else f"{found.astimezone(zone):%Y-%m-%d %H:%M}"


PHRASES = {
    # English
    "tomorrow 9": "2026-11-19 09:00",
    "tomorrow": "2026-11-19 09:00",
    "Tomorrow at 9am": "2026-11-19 09:00",
    "tomorrow 3": "2026-11-19 15:00",
    "tomorrow 3:00": "2026-11-19 03:00",
    "tomorrow afternoon": "2026-11-19 14:00",
    "tomorrow in the evening at 7": "2026-11-19 19:00",
    "9 tomorrow": "2026-11-19 09:00",
    "tmr noon": "2026-11-19 12:00",
    "day after tomorrow": "2026-11-20 09:00",
    "2 days": "2026-11-20 09:00",
    "in two days at 14:00": "2026-11-20 14:00",
    "in 3 hours": "2026-11-18 13:24",
    "3h": "2026-11-18 13:24",
    "90 min": "2026-11-18 11:54",
    "1h 30m": "2026-11-18 11:54",
    "1.5 hours": "2026-11-18 11:54",
    "half an hour": "2026-11-18 10:54",
    "an hour from now": "2026-11-18 11:24",
    "in a week": "2026-11-25 09:00",
    "2 weeks": "2026-12-02 09:00",
    "a month": "2026-12-18 09:00",
    "next monday 14:30": "2026-11-23 14:30",
    "monday": "2026-11-23 09:00",
    "friday": "2026-11-20 09:00",
    "next friday": "2026-11-27 09:00",
    "friday next week": "2026-11-27 09:00",
    "this friday 5pm": "2026-11-20 17:00",
    "Fri 12:15 pm": "2026-11-20 12:15",
    "wed": "2026-11-25 09:00",
    "wednesday 4pm": "2026-11-18 16:00",
    "weekend": "2026-11-21 09:00",
    "next week": "2026-11-23 09:00",
    "next month": "2026-12-18 09:00",
    "end of the month": "2026-11-30 09:00",
    "later": "2026-11-18 13:00",
    "today": "2026-11-18 13:00",
    "today 17:00": "2026-11-18 17:00",
    "this afternoon": "2026-11-18 14:00",
    "tonight": "2026-11-18 20:00",
    "tonight at 9": "2026-11-18 21:00",
    "eod": "2026-11-18 18:00",
    "midnight": "2026-11-19 00:00",
    "noon": "2026-11-18 12:00",
    "9": "2026-11-19 09:00",
    "14:30": "2026-11-18 14:30",
    "at five": "2026-11-18 17:00",
    "9 o'clock": "2026-11-19 09:00",
    "14h30": "2026-11-18 14:30",
    "16.45": "2026-11-18 16:45",
    "25.12.": "2026-12-25 09:00",
    "25.12": "2026-12-25 09:00",
    "25.12.2027 8:15": "2027-12-25 08:15",
    "1.2.27": "2027-02-01 09:00",
    "2026-12-24": "2026-12-24 09:00",
    "12/24": "2026-12-24 09:00",
    "24/12": "2026-12-24 09:00",
    "dec 25": "2026-12-25 09:00",
    "25th of December at 10": "2026-12-25 10:00",
    "January 5, 2027": "2027-01-05 09:00",
    "17 nov": "2027-11-17 09:00",
    "the 20th": "2026-11-20 09:00",
    "the 3rd": "2026-12-03 09:00",
    "29 feb": "2028-02-29 09:00",
    # 中文
    "明天": "2026-11-19 09:00",
    "明天上午9点": "2026-11-19 09:00",
    "明天下午三点半": "2026-11-19 15:30",
    "明早8点": "2026-11-19 08:00",
    "明晚": "2026-11-19 20:00",
    "今晚9点": "2026-11-18 21:00",
    "今天下午": "2026-11-18 14:00",
    "后天": "2026-11-20 09:00",
    "大后天中午": "2026-11-21 12:00",
    "周五下午": "2026-11-20 14:00",
    "星期五 16:00": "2026-11-20 16:00",
    "礼拜天": "2026-11-22 09:00",
    "下周一": "2026-11-23 09:00",
    "下个星期三上午十点": "2026-11-25 10:00",
    "下下周一": "2026-11-30 09:00",
    "本周六": "2026-11-21 09:00",
    "周末": "2026-11-21 09:00",
    "下周": "2026-11-23 09:00",
    "下个月": "2026-12-18 09:00",
    "下个月5号": "2026-12-05 09:00",
    "月底": "2026-11-30 09:00",
    "3天后": "2026-11-21 09:00",
    "三天后的下午两点": "2026-11-21 14:00",
    "两周后": "2026-12-02 09:00",
    "一个月后": "2026-12-18 09:00",
    "2小时后": "2026-11-18 12:24",
    "半小时后": "2026-11-18 10:54",
    "一个半小时后": "2026-11-18 11:54",
    "三十分钟后": "2026-11-18 10:54",
    "过两天": "2026-11-20 09:00",
    "12月25日": "2026-12-25 09:00",
    "12月25号 14:30": "2026-12-25 14:30",
    "2027年1月5日上午9点一刻": "2027-01-05 09:15",
    "25号": "2026-11-25 09:00",
    "9点": "2026-11-19 09:00",
    "3点": "2026-11-18 15:00",
    "下午5点30分": "2026-11-18 17:30",
    "晚上12点": "2026-11-19 00:00",
    "凌晨2点": "2026-11-19 02:00",
    "十二点": "2026-11-18 12:00",
    "１４：３０": "2026-11-18 14:30",
    "周五，下午 ５ 点": "2026-11-20 17:00",
    "稍后": "2026-11-18 13:00",
}


@pytest.mark.parametrize(("text", "moment"), PHRASES.items())
def test_words_in_both_languages_mean_a_moment(text: str, moment: str) -> None:
    assert understood(text) == moment


def test_the_table_is_long_enough_in_both_languages() -> None:
    chinese = [text for text in PHRASES if not text.isascii()]
    assert len(chinese) >= 30
    assert len(PHRASES) - len(chinese) >= 30


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("today 8", "PAST"),
        ("today 8:00", "PAST"),
        ("this morning", "PAST"),
        ("yesterday", "PAST"),
        ("昨天", "PAST"),
        ("今天上午9点", "PAST"),
        ("this monday", "PAST"),
        ("1.1.2020", "PAST"),
        ("2020年1月1日", "PAST"),
        ("in 99999999 days", "TOO_FAR"),
        ("999999999 months", "TOO_FAR"),
        ("in 900000000 hours", "TOO_FAR"),
        ("6 years", "NOT_UNDERSTOOD"),
        ("1.1.2099", "TOO_FAR"),
        ("", "NOT_UNDERSTOOD"),
        ("  ", "NOT_UNDERSTOOD"),
        ("soonish", "NOT_UNDERSTOOD"),
        ("banana tomorrow", "NOT_UNDERSTOOD"),
        ("tomorrow friday", "NOT_UNDERSTOOD"),
        ("9 10", "NOT_UNDERSTOOD"),
        ("25:00", "NOT_UNDERSTOOD"),
        ("9:75", "NOT_UNDERSTOOD"),
        ("31.2.", "NOT_UNDERSTOOD"),
        ("13月5日", "NOT_UNDERSTOOD"),
        ("0 days", "NOT_UNDERSTOOD"),
        ("in 2 hours tomorrow", "NOT_UNDERSTOOD"),
        ("at the", "NOT_UNDERSTOOD"),
        ("x" * 100, "NOT_UNDERSTOOD"),
    ],
)
def test_what_is_past_or_no_moment_is_refused_with_its_reason(text: str, problem: str) -> None:
    assert understood(text) == problem


def test_today_late_in_the_evening_has_no_later() -> None:
    late = NOW.replace(hour=22)
    assert understood("today", late) == "PAST"
    assert understood("later", late) == "2026-11-19 01:00"


def test_a_weekday_named_on_itself_is_today_while_its_time_is_to_come() -> None:
    assert understood("wednesday 11:00") == "2026-11-18 11:00"
    assert understood("周三 9点") == "2026-11-25 09:00"


@pytest.mark.parametrize(
    ("now", "text", "utc"),
    [
        (datetime(2026, 10, 24, 12, tzinfo=BERLIN), "tomorrow 9", "2026-10-25 08:00"),
        (datetime(2026, 10, 24, 8, tzinfo=BERLIN), "tomorrow 1:30", "2026-10-24 23:30"),
        (datetime(2027, 3, 27, 12, tzinfo=BERLIN), "tomorrow 9", "2027-03-28 07:00"),
        (datetime(2027, 3, 27, 12, tzinfo=BERLIN), "tomorrow 2:30", "2027-03-28 01:30"),
        (datetime(2027, 3, 28, 1, 0, tzinfo=BERLIN), "in 3 hours", "2027-03-28 03:00"),
        (datetime(2027, 3, 27, 12, tzinfo=BERLIN), "a week", "2027-04-03 07:00"),
    ],
)
def test_the_wall_clock_keeps_its_time_over_a_change_of_summer_time(now: datetime, text: str, utc: str) -> None:
    found = snooze_moment(text, now.astimezone(UTC), BERLIN)
    assert isinstance(found, datetime)
    assert f"{found:%Y-%m-%d %H:%M}" == utc


def test_the_persons_zone_decides_which_day_tomorrow_is() -> None:
    at = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)
    assert understood("明天9点", at, ZoneInfo("Asia/Shanghai")) == "2026-11-20 09:00"
    assert understood("tomorrow 9", at, ZoneInfo("America/New_York")) == "2026-11-19 09:00"


def test_without_a_zone_the_computers_own_counts() -> None:
    found = snooze_moment("tomorrow 9", NOW)
    assert isinstance(found, datetime)
    assert found.astimezone().hour == 9
    assert later_today(NOW).astimezone().minute == 0


@given(st.text(max_size=90))
def test_any_text_is_answered_and_never_raises(text: str) -> None:
    found = snooze_moment(text, NOW, BERLIN)
    assert isinstance(found, SnoozeProblem) or NOW < found <= NOW + FARTHEST


@given(
    st.lists(
        st.sampled_from(
            "tomorrow 9 99 next friday 12月 31日 25.12. in days 999999999 下周 五 后 点 半 下午 0 months / : 29".split()
        ),
        max_size=6,
    )
)
def test_any_heap_of_known_words_is_answered(words: list[str]) -> None:
    found = snooze_moment(" ".join(words), NOW, BERLIN)
    assert isinstance(found, SnoozeProblem) or NOW < found <= NOW + FARTHEST
