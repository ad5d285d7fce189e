"""Times that a reply promises, in English, German and Chinese."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from shopdesk.domain.promise_finding import found_promises

BERLIN = ZoneInfo("Europe/Berlin")
WEDNESDAY = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


def due(text: str, at: datetime = WEDNESDAY) -> list[str]:
    """Local times of what is promised, `MM-DD HH:MM`."""
    return [one.due.astimezone(BERLIN).strftime("%m-%d %H:%M") for one in found_promises(text, at, BERLIN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We will send it tomorrow.", ["11-26 23:59"]),
        ("You'll hear from me tomorrow morning.", ["11-26 12:00"]),
        ("I will write again today.", ["11-25 23:59"]),
        ("We will send it the day after tomorrow.", ["11-27 23:59"]),
        ("I'll get back to you within 3 days.", ["11-28 23:59"]),
        ("I'll get back to you within three working days.", ["11-30 23:59"]),
        ("We ship within 2-3 business days.", ["11-30 23:59"]),
        ("We will answer within 24 hours.", ["11-26 11:00"]),
        ("We'll refund you within two weeks.", ["12-09 23:59"]),
        ("You will have your refund by Friday.", ["11-27 23:59"]),
        ("You will have an answer by Friday, 3 pm.", ["11-27 15:00"]),
        ("We will send it next Monday.", ["11-30 23:59"]),
        ("You will hear from us by the end of the week.", ["11-27 23:59"]),
        ("It should arrive on 28 November.", ["11-28 23:59"]),
        ("It will arrive by December 3rd, 2026.", ["12-03 23:59"]),
        ("It will arrive by 2026-12-03.", ["12-03 23:59"]),
        ("Wir schicken den Ersatz morgen los.", ["11-26 23:59"]),
        ("Guten Morgen, ich melde mich bis Freitag bei Ihnen.", ["11-27 23:59"]),
        ("Ihre Erstattung erfolgt innerhalb von 3 Werktagen.", ["11-30 23:59"]),
        ("Wir melden uns bis zum 28.11. bei Ihnen.", ["11-28 23:59"]),
        ("Wir prüfen das und melden uns bis zum 1. Dezember wieder.", ["12-01 23:59"]),
        ("Ich sende es übermorgen ab.", ["11-27 23:59"]),
        ("我们会在3天内给您退款。", ["11-28 23:59"]),
        ("3个工作日内到账。", ["11-30 23:59"]),
        ("明天给您寄出。", ["11-26 23:59"]),
        ("周五前答复您。", ["11-27 23:59"]),
        ("下周三之前我们会给您补发。", ["12-02 23:59"]),
        ("您的包裹会在11月28日前送达。", ["11-28 23:59"]),
        ("我们会在28号前寄出。", ["11-28 23:59"]),
        ("我们会在24小时内回复您。", ["11-26 11:00"]),
        ("本周内给您答复。", ["11-27 23:59"]),
    ],
)
def test_a_time_that_we_name_is_a_promise(text: str, expected: list[str]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thank you, all the best!",
        "Please send it back within 14 days.",
        "If you send it back by Friday, we refund it.",
        "Could you write to us by tomorrow?",
        "Your parcel was shipped on 20 November.",
        "The parcel was delivered on 28 November 2025.",
        "Bitte senden Sie es innerhalb von 14 Tagen zurück.",
        "Guten Morgen!",
        "Sie können es bis Freitag umtauschen.",
        "请您在7天内寄回。",
        "我们昨天已经发货。",
        "We will do it on 31 February.",
        "We will do it within 999 days.",
        "The tray is 28 x 11 cm and will be lovely.",
    ],
)
def test_what_the_customer_may_do_and_what_was_is_none(text: str) -> None:
    assert due(text) == []


def test_the_words_are_quoted_in_one_line_and_a_long_sentence_around_its_time() -> None:
    (one,) = found_promises("Hello Anna,\n\nwe will send\nthe lamp tomorrow. Best, Tom", WEDNESDAY, BERLIN)
    assert one.quoted == "we will send the lamp tomorrow."
    (long,) = found_promises(f"We will {'really ' * 60}send it tomorrow.", WEDNESDAY, BERLIN)
    assert len(long.quoted) <= 170
    assert "tomorrow" in long.quoted


def test_a_date_in_the_middle_does_not_end_a_sentence_and_two_times_are_two_promises() -> None:
    text = "Wir senden am 26.11. den Ersatz los, und Sie erhalten bis zum 30. November die Rechnung."
    assert due(text) == ["11-26 23:59", "11-30 23:59"]
    assert due("We will send it tomorrow. We will call you tomorrow.") == ["11-26 23:59"]
    assert len(due(" ".join(f"We will write on {day} December." for day in range(1, 20)))) == 5


def test_days_are_counted_by_the_clock_on_the_wall_over_both_changes_of_the_hour() -> None:
    autumn = datetime(2026, 10, 24, 21, 30, tzinfo=UTC)  # 23:30 in Berlin, the hour is turned back at 3 in the night
    (one,) = found_promises("We will send it tomorrow.", autumn, BERLIN)
    assert one.due == datetime(2026, 10, 25, 22, 59, tzinfo=UTC)
    spring = datetime(2026, 3, 28, 22, 30, tzinfo=UTC)
    (one,) = found_promises("We will send it tomorrow.", spring, BERLIN)
    assert one.due == datetime(2026, 3, 29, 21, 59, tzinfo=UTC)


def test_the_year_turns_and_what_is_past_is_no_promise() -> None:
    new_year = datetime(2026, 12, 30, 9, 0, tzinfo=UTC)
    assert due("You will have it by 4 January.", new_year) == ["01-04 23:59"]
    assert due("我们会在3号前寄出。", new_year) == ["01-03 23:59"]
    assert due("It will arrive on 3 November.", datetime(2026, 11, 25, tzinfo=UTC)) == []
    saturday = datetime(2026, 11, 28, 10, 0, tzinfo=UTC)
    assert due("You will hear from us this week.", saturday) == ["11-29 23:59"]
