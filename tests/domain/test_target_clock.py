"""The clock of an answer: zones, changes of the clock, holidays, lunch, pauses, peaks; reading it moves nothing."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.answer_clock import MOST_PAUSES, NOT_STOPPED, AnswerClock, Pause, asked_at
from shopdesk.domain.conversation import Conversation, ConversationState
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.ids import ConversationId, MailboxId
from shopdesk.domain.opening_calendar import stretches
from shopdesk.domain.target import (
    LUNCH,
    WORKDAY,
    Explanation,
    LengthKind,
    OpeningHours,
    Peak,
    Span,
    StepKind,
    TargetMode,
    TargetRule,
    TargetRules,
)
from shopdesk.domain.target_clock import ticking
from shopdesk.domain.target_sum import explain, with_due_time
from shopdesk.system.public_holidays import LibraryHolidays

SHOP = MailboxId(1)
HOUR = timedelta(hours=1)
NEEDS_REPLY, WAITING = ConversationState.NEEDS_REPLY, ConversationState.WAITING
SNOOZED, DONE = ConversationState.SNOOZED, ConversationState.DONE
ALWAYS = OpeningHours(week=((Span(0, 1440),),) * 7, zone="Europe/Berlin")
DAILY = OpeningHours(week=(WORKDAY,) * 7, zone="Europe/Berlin")
BERLIN = OpeningHours(zone="Europe/Berlin")
USUAL = TargetRules()


def utc(text: str) -> datetime:
    """A moment in UTC written short."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def asked(at: datetime, **changes: object) -> Conversation:
    """A conversation whose customer waits since a moment."""
    row = Conversation(
        ConversationId(1), NEEDS_REPLY, "Lamp", "Anna", "anna@mail.example", SHOP, last_at=at, waiting_since=at
    )
    return replace(row, **changes)  # type: ignore[arg-type]


def company(opening: OpeningHours, hours: float = 9, **changes: object) -> TargetRules:
    """A company that answers within some opening hours."""
    rule = TargetRule(SHOP, TargetMode.COMPANY, timedelta(hours=hours), opening=opening)
    return TargetRules({SHOP: replace(rule, **changes)})  # type: ignore[arg-type]


def due(row: Conversation, rules: TargetRules = USUAL) -> datetime | None:
    """When it is due; the sum explains exactly that."""
    found = with_due_time(row, rules).due_at
    told = explain(row, rules)
    if row.state is NEEDS_REPLY:
        assert told.due_at == found
        _adds_up(told)
    return found


def _adds_up(told: Explanation) -> None:
    assert all(one.ends == other.starts for one, other in pairwise(told.steps))
    assert all(one.what is not other.what for one, other in pairwise(told.steps))
    if told.due_at is not None:
        assert told.steps[0].starts == told.asked_at
        assert told.steps[-1].ends == told.due_at
        assert sum((step.counted for step in told.steps), timedelta()) == told.length


# --- the two modes -------------------------------------------------------------------------------------


def test_a_marketplace_never_stops() -> None:
    friday = utc("2026-11-20 16:10")
    assert due(asked(friday)) == utc("2026-11-21 16:10")


def test_a_company_counts_its_opening_hours_only() -> None:
    friday = utc("2026-11-20 15:10")  # 16:10 in Berlin
    assert due(asked(friday), company(BERLIN, 4)) == utc("2026-11-23 10:10")  # Monday 11:10


def test_a_mail_a_second_before_closing_counts_that_second() -> None:
    late = utc("2026-11-16 16:59:59")  # 17:59:59 in Berlin, Monday
    assert due(asked(late), company(BERLIN, 9)) == utc("2026-11-17 16:59:59")
    told = explain(asked(late), company(BERLIN, 9))
    assert [step.counted for step in told.steps if step.what is StepKind.COUNTED] == [
        timedelta(seconds=1), timedelta(hours=8, minutes=59, seconds=59)
    ]


def test_what_is_used_up_at_closing_time_is_due_then_and_not_the_next_morning() -> None:
    assert due(asked(utc("2026-11-16 08:00")), company(BERLIN, 9)) == utc("2026-11-16 17:00")


def test_lunch_does_not_count() -> None:
    with_lunch = replace(BERLIN, lunch=LUNCH)
    noon = utc("2026-11-16 10:30")  # 11:30
    assert due(asked(noon), company(with_lunch, 1)) == utc("2026-11-16 12:30")  # 13:30
    told = explain(asked(noon), company(with_lunch, 1))
    assert [(step.what, step.ends - step.starts) for step in told.steps if step.ends] == [
        (StepKind.COUNTED, HOUR / 2), (StepKind.LUNCH, HOUR), (StepKind.COUNTED, HOUR / 2)
    ]
    assert due(asked(utc("2026-11-16 11:20")), company(with_lunch, 1)) == utc("2026-11-16 13:00")  # asked at lunch


def test_several_spans_a_day_count_each() -> None:
    split = replace(BERLIN, week=((Span(8 * 60, 10 * 60), Span(14 * 60, 16 * 60)),) * 7)
    assert due(asked(utc("2026-11-16 08:00")), company(split, 3)) == utc("2026-11-16 15:00")  # 1 h, then 2 h


def test_a_night_shift_counts_over_midnight() -> None:
    night = replace(BERLIN, week=((Span(0, 6 * 60), Span(22 * 60, 1440)),) * 7)
    assert due(asked(utc("2026-11-16 20:00")), company(night, 6)) == utc("2026-11-17 03:00")
    assert len(explain(asked(utc("2026-11-16 20:00")), company(night, 6)).steps) == 2, "midnight is no step"


# --- zones and changes of the clock -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zone", "question", "answer"),
    [
        # Nine hours of opening a day: due at the same wall-clock time of the next day, whatever the offset.
        ("Europe/Berlin", "2026-03-28 11:00", "2026-03-29 10:00"),
        ("Europe/Berlin", "2026-10-24 10:00", "2026-10-25 11:00"),
        ("America/New_York", "2026-03-07 17:00", "2026-03-08 16:00"),
        ("America/New_York", "2026-10-31 16:00", "2026-11-01 17:00"),
        ("Australia/Sydney", "2026-10-03 02:00", "2026-10-04 01:00"),
        ("Australia/Sydney", "2026-04-04 01:00", "2026-04-05 02:00"),
        ("Asia/Shanghai", "2026-03-28 04:00", "2026-03-29 04:00"),
    ],
)
def test_opening_hours_follow_the_wall_clock_through_both_changes(zone: str, question: str, answer: str) -> None:
    assert due(asked(utc(question)), company(replace(DAILY, zone=zone))) == utc(answer)


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Berlin", date(2026, 3, 29), 23), ("Europe/Berlin", date(2026, 10, 25), 25),
        ("America/New_York", date(2026, 3, 8), 23), ("America/New_York", date(2026, 11, 1), 25),
        ("Australia/Lord_Howe", date(2026, 10, 4), 23.5), ("Australia/Lord_Howe", date(2026, 4, 5), 24.5),
        ("America/Havana", date(2026, 3, 8), 23), ("America/Havana", date(2026, 11, 1), 25),  # at midnight
        ("Asia/Shanghai", date(2026, 3, 29), 24),
    ],
)
def test_a_day_that_is_open_all_day_has_as_many_hours_as_it_has(zone: str, day: date, hours: float) -> None:
    opening = OpeningHours(week=((),) * 7, zone=zone, opened={day: (Span(0, 1440),)})
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(days=2)
    found = next(one for one in stretches(opening, start) if one.what is StepKind.COUNTED)
    assert found.ends - found.starts == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("span", "minutes"),
    [
        (Span(60, 150), 60),  # 01:00-02:30, of which 02:00-02:30 is left out
        (Span(135, 165), 0),  # 02:15-02:45 does not come
        (Span(150, 240), 60),  # 02:30-04:00
    ],
)
def test_spans_into_the_hour_that_is_left_out_are_cut_at_the_change(span: Span, minutes: int) -> None:
    day = date(2026, 3, 29)
    opening = OpeningHours(week=((),) * 7, zone="Europe/Berlin", opened={day: (span,)})
    found = [one for one in stretches(opening, utc("2026-03-28 20:00")) if one.what is StepKind.COUNTED]
    assert sum((one.ends - one.starts for one in found), timedelta()) == timedelta(minutes=minutes)


def test_an_hour_that_comes_twice_counts_twice() -> None:
    opening = OpeningHours(week=((),) * 7, zone="Europe/Berlin", opened={date(2026, 10, 25): (Span(120, 180),)})
    found = next(one for one in stretches(opening, utc("2026-10-24 20:00")) if one.what is StepKind.COUNTED)
    assert found.ends - found.starts == 2 * HOUR


@given(st.integers(0, 2**32))
@settings(max_examples=40, deadline=None)
def test_stretches_follow_each_other_without_gap_or_overlap(seed: int) -> None:
    chance = random.Random(seed)
    zone = chance.choice(["Europe/Berlin", "America/Havana", "Australia/Lord_Howe", "Asia/Shanghai", "Africa/Cairo"])
    marks = sorted(chance.sample(range(0, 1441, 15), 4))
    spans = (Span(marks[0], marks[1]), Span(marks[2], marks[3]))
    opening = OpeningHours(week=tuple(chance.choice([spans, ()]) for _ in range(7)), zone=zone, lunch=LUNCH)
    start = utc("2026-01-01 00:00") + timedelta(minutes=chance.randrange(500_000))
    found = []
    for one in stretches(opening, start):
        found.append(one)
        if one.ends > start + timedelta(days=9):
            break
    assert found[0].starts == start
    assert all(one.ends == other.starts and one.starts < one.ends for one, other in pairwise(found))


# --- holidays -----------------------------------------------------------------------------------------------


def test_spring_festival_is_closed_and_the_weekend_worked_for_it_is_open() -> None:
    days, made_up = LibraryHolidays().of("CN", range(2026, 2028))
    assert date(2026, 2, 17) in days
    assert {date(2026, 2, 14), date(2026, 2, 28)} <= made_up
    china = OpeningHours(zone="Asia/Shanghai", country="CN", holidays=days, made_up=made_up)
    eve = utc("2026-02-13 09:00")  # Friday 17:00; the Saturday after it is worked
    assert due(asked(eve), company(china, 2)) == utc("2026-02-14 02:00")
    last = utc("2026-02-14 09:00")
    told = explain(asked(last), company(china, 2))
    assert told.due_at == utc("2026-02-24 02:00"), "the whole festival lies between"
    # Sunday 15 and the weekend 21, 22 are closed as ever, the six workdays are holidays.
    assert told.total(StepKind.HOLIDAY) == timedelta(days=6)


def test_own_days_go_before_holidays() -> None:
    day = date(2026, 11, 16)
    own = replace(BERLIN, holidays=frozenset({day}), opened={day: (Span(600, 660),)}, closed=frozenset({day}))
    assert due(asked(utc("2026-11-15 12:00")), company(own, 1)) == utc("2026-11-16 10:00")
    off = replace(BERLIN, closed=frozenset({day}))
    assert due(asked(utc("2026-11-16 08:00")), company(off, 1)) == utc("2026-11-17 09:00")


def test_who_never_opens_again_owes_nothing() -> None:
    once = OpeningHours(week=((),) * 7, opened={date(2026, 11, 16): (Span(600, 660),)})
    row = asked(utc("2026-11-15 12:00"))
    assert with_due_time(row, company(once, 2)).due_at is None
    assert with_due_time(row, company(once, 1)).due_at == utc("2026-11-16 11:00")


@pytest.mark.parametrize("country", ["XX", "", "china"])
def test_a_country_that_nobody_knows_is_refused(country: str) -> None:
    with pytest.raises(InputRefused):
        LibraryHolidays().of(country, [2026])
    assert {"CN", "DE", "US", "JP"} <= set(LibraryHolidays().countries())


@pytest.mark.parametrize("text", ["18:00-09:00", "9-18", "09:00", "25:00-26:00", ""])
def test_hours_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(InputRefused):
        Span.read(text)
    assert Span.read("09:00-24:00").written == "09:00-24:00"


@pytest.mark.parametrize(
    "change",
    [
        {"hours": timedelta()}, {"urgent": timedelta(days=31)}, {"red": HOUR, "amber": HOUR / 2},
        {"peak_factor": 0.5}, {"amber": timedelta(days=99)},
    ],
)
def test_rules_that_make_no_sense_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(InputRefused):
        replace(TargetRule(SHOP), **change)  # type: ignore[arg-type]


def test_opening_hours_that_make_no_sense_are_refused() -> None:
    with pytest.raises(InputRefused):
        OpeningHours(week=((),) * 6)
    with pytest.raises(InputRefused):
        OpeningHours(week=((Span(0, 90), Span(60, 120)),) * 7)
    with pytest.raises(InputRefused):
        list(stretches(OpeningHours(zone="Mars/Base"), utc("2026-11-16 08:00")))
    assert OpeningHours(week=((LUNCH,),) * 7, lunch=LUNCH).is_never_open


# --- pauses -------------------------------------------------------------------------------------------------


def test_the_sum_is_told_as_24_hours_from_friday_paused_3_hours() -> None:
    friday = utc("2026-11-20 16:10")
    row = asked(friday, clock=AnswerClock(pauses=(Pause(friday + HOUR, friday + 4 * HOUR),)))
    told = explain(row, TargetRules())
    assert (told.asked_at, told.length, told.total(StepKind.PAUSED)) == (friday, 24 * HOUR, 3 * HOUR)
    assert due(row) == utc("2026-11-21 19:10")


def test_the_clock_stands_while_the_customer_is_asked_and_goes_on_at_their_answer() -> None:
    start, rules = utc("2026-11-16 08:00"), TargetRules()
    row = with_due_time(asked(start), rules)
    left = with_due_time(ticking(row, replace(row, state=WAITING), start + 20 * HOUR, rules), rules)
    assert (left.clock.is_paused, left.due_at) == (True, None)
    assert explain(left, rules).steps[-1] == explain(left, rules).steps[-1].__class__(
        StepKind.PAUSED, start + 20 * HOUR, None
    )
    reply = start + 50 * HOUR
    again = replace(left, state=NEEDS_REPLY, waiting_since=reply, last_at=reply)
    back = ticking(left, again, reply + HOUR, rules)
    assert back.asked_at == start
    assert due(back) == start + 54 * HOUR


def test_taken_back_by_hand_it_goes_on_at_once() -> None:
    start, rules = utc("2026-11-16 08:00"), TargetRules()
    left = ticking(asked(start), asked(start, state=WAITING), start + 2 * HOUR, rules)
    back = ticking(left, replace(left, state=NEEDS_REPLY), start + 7 * HOUR, rules)
    assert due(back) == start + 29 * HOUR


def test_a_target_that_was_missed_before_the_customer_was_asked_is_no_debt_of_their_answer() -> None:
    start, rules = utc("2026-11-16 08:00"), TargetRules()
    left = ticking(asked(start), asked(start, state=WAITING), start + 90 * HOUR, rules)
    reply = start + 100 * HOUR
    back = ticking(left, replace(left, state=NEEDS_REPLY, waiting_since=reply), reply, rules)
    assert back.clock == NOT_STOPPED
    assert due(back) == reply + 24 * HOUR


def test_an_answer_ends_the_clock_and_a_new_question_begins_another() -> None:
    start, rules = utc("2026-11-16 08:00"), TargetRules()
    paused = ticking(asked(start), asked(start, state=WAITING), start + HOUR, rules)
    answered = ticking(paused, replace(paused, waiting_since=None), start + 2 * HOUR, rules)
    assert answered.clock == NOT_STOPPED
    again = ticking(answered, replace(answered, state=NEEDS_REPLY, waiting_since=start + 9 * HOUR), start, rules)
    assert due(again) == start + 33 * HOUR


@pytest.mark.parametrize("state", [SNOOZED, DONE])
def test_neither_a_snooze_nor_done_by_hand_stops_the_clock(state: ConversationState) -> None:
    start, rules = utc("2026-11-16 08:00"), TargetRules()
    away = ticking(asked(start), asked(start, state=state), start + HOUR, rules)
    assert with_due_time(away, rules).due_at is None
    assert due(ticking(away, replace(away, state=NEEDS_REPLY), start + 9 * HOUR, rules)) == start + 24 * HOUR


def test_paused_time_is_kept_when_the_target_changes() -> None:
    monday = utc("2026-11-16 08:00")  # 09:00 in Berlin
    row = asked(monday, clock=AnswerClock(pauses=(Pause(monday + HOUR, monday + 4 * HOUR),)))
    assert due(row) == monday + 27 * HOUR
    assert due(row, company(BERLIN, 4)) == utc("2026-11-16 15:00"), "1 h, paused 3 h, 3 h"
    assert due(row, company(BERLIN, 8)) == utc("2026-11-17 10:00"), "6 h on Monday, 2 h on Tuesday"
    shorter = TargetRules({SHOP: TargetRule(SHOP, hours=12 * HOUR)})
    assert due(row, shorter) == monday + 15 * HOUR


def test_a_target_changed_while_it_stands_counts_from_the_same_question() -> None:
    monday = utc("2026-11-16 08:00")
    left = ticking(asked(monday), asked(monday, state=WAITING), monday + HOUR, TargetRules())
    for rules in (TargetRules({SHOP: TargetRule(SHOP, hours=5 * HOUR)}), company(BERLIN, 5)):
        back = ticking(left, replace(left, state=NEEDS_REPLY), monday + 3 * HOUR, rules)
        assert due(back, rules) == monday + 7 * HOUR


def test_a_pause_over_a_night_costs_a_company_no_opening_hours_but_those_it_covers() -> None:
    monday = utc("2026-11-16 15:00")  # 16:00
    row = asked(monday, clock=AnswerClock(pauses=(Pause(monday + HOUR, utc("2026-11-17 09:00")),)))
    assert due(row, company(BERLIN, 3)) == utc("2026-11-17 11:00"), "1 h on Monday, 2 h from Tuesday 10:00 on"


def test_many_pauses_are_told_as_fewer() -> None:
    clock, at = AnswerClock(), utc("2026-11-16 08:00")
    for _ in range(MOST_PAUSES + 9):
        clock = clock.paused(at).resumed(at + HOUR)
        at += 2 * HOUR
    assert len(clock.pauses) == MOST_PAUSES
    assert clock.paused(at).paused(at + HOUR) == clock.paused(at)
    assert clock.resumed(at) == clock
    assert clock.paused(at).resumed(at) == replace(clock, pauses=clock.paused(at).resumed(at).pauses)


def test_what_is_taken_back_at_once_leaves_no_pause() -> None:
    at = utc("2026-11-16 08:00")
    assert AnswerClock().paused(at).resumed(at) == NOT_STOPPED


# --- the mail's own date -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent_hours_before", "imported", "counts"),
    [
        (0, False, True), (1, False, True), (48, False, True), (48.1, False, False), (900, True, True),
        (-0.1, False, False),
    ],
)
def test_the_mails_own_date_counts_if_it_can_be_true(sent_hours_before: float, imported: bool, counts: bool) -> None:
    received = utc("2026-11-16 08:00")
    sent = received - timedelta(hours=sent_hours_before)
    assert asked_at(received, sent, imported=imported) == (sent if counts else received)
    assert asked_at(received, None) == received


def test_a_mail_of_an_import_whose_time_was_up_is_never_due_unless_the_rule_says_so() -> None:
    row = asked(utc("2026-11-16 08:00"), clock=AnswerClock(is_off=True))
    assert due(row) is None
    assert explain(row, TargetRules()).is_off
    assert due(row, TargetRules({SHOP: TargetRule(SHOP, old_mail=True)})) == utc("2026-11-17 08:00")


# --- urgent, peak, colours ---------------------------------------------------------------------------------


def test_what_is_urgent_is_due_sooner_but_never_later() -> None:
    start = utc("2026-11-16 08:00")
    assert due(asked(start, urgent=True)) == start + 4 * HOUR
    assert explain(asked(start, urgent=True), TargetRules()).because is LengthKind.URGENT
    assert due(asked(start, urgent=True), TargetRules({SHOP: TargetRule(SHOP, hours=HOUR)})) == start + HOUR


def test_a_peak_relaxes_who_asks_in_it_and_who_waits_in_time_when_it_begins() -> None:
    peak = Peak(utc("2026-11-16 08:00"), utc("2026-11-18 08:00"))
    rules = TargetRules({SHOP: TargetRule(SHOP, peak_factor=1.5)}, peak)
    assert due(asked(peak.start + HOUR), rules) == peak.start + 37 * HOUR
    assert due(asked(peak.start - HOUR), rules) == peak.start + 35 * HOUR
    assert due(asked(peak.start - 25 * HOUR), rules) == peak.start - HOUR, "it was over before"
    assert due(asked(peak.until), rules) == peak.until + 24 * HOUR
    assert due(asked(peak.start + HOUR, urgent=True), rules) == peak.start + 5 * HOUR
    assert explain(asked(peak.start), rules).because is LengthKind.PEAK
    assert (peak.left(peak.start), peak.left(peak.until)) == (48 * HOUR, None)


def test_a_marketplace_grants_no_peak_unless_told_so() -> None:
    peak = Peak(utc("2026-11-16 08:00"), utc("2026-11-18 08:00"))
    assert due(asked(peak.start), TargetRules({}, peak)) == peak.start + 24 * HOUR
    assert due(asked(peak.start), replace(company(ALWAYS, 10), peak=peak)) == peak.start + 20 * HOUR


def test_amber_and_red_come_as_long_before_as_the_rule_says() -> None:
    start = utc("2026-11-16 08:00")
    rules = TargetRules({SHOP: TargetRule(SHOP, amber=timedelta(minutes=10), red=timedelta(minutes=5))})
    row = with_due_time(asked(start), rules)
    assert row.due_at == start + 24 * HOUR
    assert row.amber_at == row.due_at - timedelta(minutes=10)
    assert row.red_at == row.due_at - timedelta(minutes=5)
    gone = with_due_time(replace(row, state=DONE), rules)
    assert (gone.due_at, gone.amber_at, gone.red_at) == (None, None, None)


# --- reading moves nothing ----------------------------------------------------------------------------------


@given(st.integers(0, 2**32))
@settings(max_examples=150, deadline=None)
def test_the_due_time_never_moves_when_the_clock_is_only_read(seed: int) -> None:
    """Whatever happened to a conversation: asked again later, also after sleep over midnight, a change of the clock or
    the end of a peak, the due time is the same; and it is where the counted time is used up."""
    chance = random.Random(seed)
    start = utc("2026-03-20 00:00") + timedelta(minutes=chance.randrange(20_000))
    opening = chance.choice([BERLIN, DAILY, ALWAYS, replace(BERLIN, lunch=LUNCH, zone="Asia/Shanghai")])
    rule = TargetRule(
        SHOP, chance.choice(list(TargetMode)), timedelta(minutes=chance.randint(1, 3_000)), opening=opening
    )
    peak = chance.choice([None, Peak(start - HOUR, start + 5 * HOUR), Peak(start + HOUR, start + 30 * HOUR)])
    rules = TargetRules({SHOP: rule}, peak)
    row, now = asked(start, urgent=chance.random() < 0.2), start
    for _ in range(chance.randint(0, 5)):
        now += timedelta(minutes=chance.randrange(3_000))
        row = ticking(row, replace(row, state=chance.choice([NEEDS_REPLY, WAITING, SNOOZED])), now, rules)
    row = with_due_time(row, rules)
    told = due(row, rules)
    for _ in range(3):
        now += timedelta(minutes=chance.randrange(10_000))
        explain(row, rules)
        if rules.peak is not None:
            rules.peak.left(now)
        assert with_due_time(row, rules) == row
    assert row.due_at == told
