"""The morning review and the wrap-up over a real database, on a clock that moves only when it is told to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.domain.case import CaseKind, Column, Stage
from shopdesk.domain.day import (
    Check,
    DayFigures,
    DayKind,
    DayRecord,
    DayUndecided,
    Decision,
    ItemState,
    NoteKind,
    OwnItem,
    Run,
    day_begins,
    day_ends,
    day_of,
    streak_of,
)
from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.domain.fact import Fact
from shopdesk.domain.ids import ConversationId
from shopdesk.services.day import Day
from tests.services.bench import NOW, Bench, ago, answer, mail

MORNING, WRAP_UP = DayKind.MORNING, DayKind.WRAP_UP
HOUR = timedelta(hours=1)


@pytest.fixture
def day(bench: Bench) -> Iterator[Day]:
    """The day of a shop in London, so that days are those of UTC in winter."""
    return day_in(bench, "Europe/London")


def day_in(bench: Bench, zone: str) -> Day:
    shop = bench.shop
    return Day(shop.store, bench.clock, shop.agents, shop.conversations, None, ZoneInfo(zone))


def asks(bench: Bench, name: str, when: datetime = NOW) -> ConversationId:
    return bench.comes(
        mail(name, sender=f"{name.title()} <{name}@mail.example>", subject=name, when=when), when=when
    )


def count(run: Run, check: Check) -> int:
    item = run.item(check.value)
    assert item is not None
    return item.count


def test_each_open_conversation_is_in_the_one_item_that_it_presses_most(bench: Bench, day: Day) -> None:
    late, due, old = asks(bench, "late", ago(30)), asks(bench, "due", ago(20)), asks(bench, "new")
    run = day.look(MORNING)
    found = {item.key: item.conversations for item in run.items if item.conversations}
    assert found == {"overdue": (late,), "due": (due,)}
    assert old not in {number for item in run.items for number in item.conversations}
    digest = day.digest()
    assert (digest.waiting, digest.overdue, digest.oldest_since) == (3, 1, ago(30))


def test_what_has_nothing_to_do_ticks_itself_and_opens_again_with_news(bench: Bench, day: Day) -> None:
    run = day.begin(MORNING)
    overdue = run.item("overdue")
    assert overdue is not None
    assert overdue.state is ItemState.AUTOMATIC
    assert overdue.done_at == NOW
    asks(bench, "late", ago(30))
    again = day.look(MORNING).item("overdue")
    assert again is not None
    assert again.state is ItemState.OPEN
    assert again.count == 1


def test_a_morning_review_in_one_pass_ticks_the_task_with_its_last_conversation_and_offers_the_next(
    bench: Bench, day: Day
) -> None:
    bench.shop.agents.add("Mei")
    one, two, soon = asks(bench, "a", ago(31)), asks(bench, "b", ago(30)), asks(bench, "c", ago(20))
    walk = day.start(MORNING, "overdue")
    assert walk.conversations == (one, two)
    bench.use.mark_done([one])
    left = day.look(MORNING).walk
    assert left is not None
    assert (left.place, left.left) == (2, (two,))
    again = day_in(bench, "Europe/London")  # the program was started anew, by somebody else
    found = again.look(MORNING).walk
    assert found is not None
    assert found.left == (two,)
    bench.use.snooze([two], NOW + 30 * HOUR)
    (run,) = again.keep_up()
    done = run.item("overdue")
    assert run.walk is None
    assert done is not None
    assert (done.state, done.by, done.done_at) == (ItemState.TICKED, "Mei", NOW)
    assert run.next_item is not None
    assert run.next_item.conversations == (soon,)


def test_what_comes_later_opens_an_item_again_that_was_walked_through(bench: Bench, day: Day) -> None:
    one = asks(bench, "a", ago(31))
    day.start(MORNING, "overdue")
    bench.use.mark_done([one])
    day.keep_up()
    two = asks(bench, "b", ago(30))
    (run,) = day.keep_up()
    assert run.next_item is not None
    assert run.next_item.conversations == (two,)
    bench.clock.advance(HOUR)
    bench.use.mark_done([two])
    (run,) = day.keep_up()
    done = run.item("overdue")
    assert done is not None
    assert (done.done_at, done.by) == (NOW + HOUR, "")


def test_a_second_person_finds_the_list_begun_and_sees_who_ticked_what(bench: Bench, day: Day) -> None:
    mei, lin = bench.shop.agents.add("Mei"), bench.shop.agents.add("Lin")
    day.begin(MORNING)
    day.tick(MORNING, "facts")
    bench.shop.agents.go_on_duty(lin.id)
    bench.clock.advance(HOUR)
    run = day.begin(MORNING)
    ticked = run.item("facts")
    assert run.begun_by == mei.name
    assert run.begun_at == NOW
    assert ticked is not None
    assert (ticked.by, ticked.done_at) == ("Mei", NOW)
    assert day.untick(MORNING, "facts").item("facts") == replace(
        ticked, state=ItemState.AUTOMATIC, done_at=None, by=""
    )


def test_the_shops_own_items_come_on_their_weekdays_and_in_their_campaign(bench: Bench, day: Day) -> None:
    monday = NOW.date()
    keeper = bench.shop.own_items
    labels = keeper.save(OwnItem(0, MORNING, " Count  labels ", weekdays=(0,), required=True, reorder_at=50))
    keeper.save(OwnItem(0, MORNING, "Banner", starts=monday + timedelta(days=1), ends=monday + timedelta(days=2)))
    assert [item.title for item in day.look(MORNING).items if item.title] == ["Count labels"]
    run = day.tick(MORNING, f"own:{labels}", amount=40)
    item = run.item(f"own:{labels}")
    assert item is not None
    assert item.is_done
    assert item.to_order
    assert item.amount == 40
    bench.clock.advance(timedelta(days=1))
    assert [item.title for item in day.look(MORNING).items if item.title] == ["Banner"]
    bench.clock.advance(timedelta(days=2))
    assert [item.title for item in day.look(MORNING).items if item.title] == []
    with pytest.raises(InputRefused):
        keeper.save(OwnItem(0, MORNING, " "))


def test_wrap_up_is_closed_only_when_every_conversation_is_answered_snoozed_or_handed_over(
    bench: Bench, day: Day
) -> None:
    lin = bench.shop.agents.add("Lin")
    one, two, three = asks(bench, "a"), asks(bench, "b"), asks(bench, "c")
    with pytest.raises(DayUndecided) as refused:
        day.close()
    assert refused.value.keys == ("left",)
    with pytest.raises(InputRefused):
        day.tick(WRAP_UP, "left")
    day.decide([one], Decision.ANSWERED)
    day.decide([two], Decision.SNOOZED, until=NOW + 20 * HOUR)
    undo = day.decide([three], Decision.HANDED_OVER, to=lin.id)
    assert count(day.look(WRAP_UP), Check.LEFT) == 0
    bench.use.undo(undo)
    assert day.look(WRAP_UP).undecided[0].conversations == (three,)
    day.decide([three], Decision.HANDED_OVER, to=lin.id)
    bench.clock.advance(HOUR)
    record = day.close()
    assert record.closed_at == NOW + HOUR
    assert record.figures == DayFigures(received=3, answered=0, waiting=1, overdue=0, cases_moved=0)
    asks(bench, "d")
    assert day.close() == record


@pytest.mark.parametrize("decision", [Decision.SNOOZED, Decision.HANDED_OVER])
def test_a_decision_without_its_when_or_whom_is_refused(bench: Bench, day: Day, decision: Decision) -> None:
    one = asks(bench, "a")
    with pytest.raises(InputRefused):
        day.decide([one], decision)
    assert bench.row(one).snoozed_until is None


def test_the_note_is_the_first_thing_next_morning_also_for_another_agent(bench: Bench, day: Day) -> None:
    bench.shop.agents.add("Mei")
    lin = bench.shop.agents.add("Lin")
    day.note_for_tomorrow("Anna's shade ships.")
    day.note_for_tomorrow("Anna's shade ships tomorrow.\n")
    assert day.digest().notes == ()
    assert day.digest().evening_note == "Anna's shade ships tomorrow."
    bench.clock.advance(timedelta(days=1))
    bench.shop.agents.go_on_duty(lin.id)
    digest = day.digest(MORNING)
    assert [(note.text, note.by) for note in digest.notes] == [("Anna's shade ships tomorrow.", "Mei")]
    assert digest.run.items[0].key == "note"
    assert digest.run.next_item == digest.run.items[0]
    day.tick(MORNING, "note")
    assert day.digest(MORNING).notes == ()
    (note,) = day.notes(NOW.date(), NoteKind.MORNING)
    assert note.read_by == "Lin"
    day.untick(MORNING, "note")
    assert [one.text for one in day.digest(MORNING).notes] == ["Anna's shade ships tomorrow."]


def test_tomorrows_promises_are_confirmed_before_the_day_closes(bench: Bench, day: Day) -> None:
    one = asks(bench, "a")
    promise = bench.shop.promises.add(one, "tomorrow", NOW + 24 * HOUR)
    bench.use.mark_done([one])
    with pytest.raises(DayUndecided) as refused:
        day.close()
    assert refused.value.keys == ("promises",)
    assert day.digest().tomorrow_promises == 1
    assert day.digest().tomorrow_first == NOW + 24 * HOUR
    day.tick(WRAP_UP, "promises")
    assert day.close().closed_at == NOW
    bench.clock.advance(timedelta(days=1))
    run = day.look(MORNING)
    assert count(run, Check.PROMISES) == 1
    walk = day.start(MORNING, "promises")
    assert walk.conversations == (one,)
    bench.shop.promises.keep(promise)
    (run,) = [one for one in day.keep_up() if one.kind is MORNING]
    assert run.walk is None
    assert count(run, Check.PROMISES) == 0


def test_lessons_and_suggestions_are_kept_by_day(bench: Bench, day: Day) -> None:
    day.remember(NoteKind.LESSON, "Say the size in the photo.")
    day.remember(NoteKind.SUGGESTION, "A stronger box.")
    assert [note.text for note in day.notes(kind=NoteKind.SUGGESTION)] == ["A stronger box."]
    with pytest.raises(InputRefused):
        day.remember(NoteKind.LESSON, " ")


def test_handed_over_work_of_somebody_who_left_is_seen_in_the_evening(bench: Bench, day: Day) -> None:
    agents = bench.shop.agents
    kai, lin = agents.add("Kai"), agents.add("Lin")
    one = asks(bench, "a")
    agents.assign([one], kai.id)
    agents.retire(kai.id)
    assert count(day.look(WRAP_UP), Check.HANDOVERS) == 1
    day.decide([one], Decision.HANDED_OVER, to=lin.id)
    assert count(day.look(WRAP_UP), Check.HANDOVERS) == 0


def test_an_answer_takes_a_conversation_off_both_lists(bench: Bench, day: Day) -> None:
    late = asks(bench, "late", ago(30))
    bench.come(answer("r", "late", to="late@mail.example", when=NOW), folder="Sent", when=NOW)
    assert count(day.look(MORNING), Check.OVERDUE) == 0
    assert count(day.look(WRAP_UP), Check.LEFT) == 0
    digest = day.digest()
    assert digest.week[-1] == (NOW.date(), 0, 1)
    assert digest.first_reply == timedelta(hours=30)
    assert bench.row(late).agent is None


def test_facts_are_read_once_a_day(bench: Bench, day: Day) -> None:
    bench.shop.facts.save(Fact("cut_off", "16:00"))
    item = day.look(MORNING).item("facts")
    assert item is not None
    assert (item.count, item.names) == (1, ("cut_off: 16:00",))
    day.tick(MORNING, "facts")
    bench.clock.advance(timedelta(days=1))
    again = day.look(MORNING).item("facts")
    assert again is not None
    assert not again.is_done


def test_what_is_not_on_the_list_is_not_found(day: Day) -> None:
    for refused in (lambda: day.tick(MORNING, "own:9"), lambda: day.untick(MORNING, "facts")):
        with pytest.raises(NotFound):
            refused()
    with pytest.raises(NotFound):
        day.start(MORNING, "overdue")


def test_stopping_a_walk_leaves_its_item_open(bench: Bench, day: Day) -> None:
    asks(bench, "late", ago(30))
    day.start(MORNING, "overdue")
    day.stop(MORNING)
    run = day.look(MORNING)
    assert run.walk is None
    assert run.next_item is not None
    assert run.next_item.key == "overdue"


def test_the_streak_ends_at_a_day_that_was_not_closed_or_left_something_overdue() -> None:
    first = date(2026, 11, 2)

    def closed(back: int, overdue: int = 0) -> DayRecord:
        return DayRecord(first - timedelta(days=back), closed_at=NOW, figures=DayFigures(overdue=overdue))

    assert streak_of([]) == 0
    assert streak_of([closed(0), closed(1), closed(4)]) == 3
    assert streak_of([closed(0), closed(1, overdue=1), closed(2)]) == 1
    assert streak_of([DayRecord(first), closed(1)]) == 0


# --- days and clocks ------------------------------------------------------------------------------------------

ZONES = ("Europe/Berlin", "America/New_York", "Asia/Shanghai", "Africa/Cairo", "America/Havana", "Pacific/Apia")


@settings(max_examples=150, deadline=None)
@given(
    at=st.integers(1_704_000_000, 1_830_000_000).map(lambda second: datetime.fromtimestamp(second, UTC)),
    zone=st.sampled_from(ZONES).map(ZoneInfo),
)
def test_days_lie_side_by_side_in_every_zone(at: datetime, zone: ZoneInfo) -> None:
    day = day_of(at, zone)
    assert day_begins(day, zone) <= at < day_ends(day, zone)
    assert day_of(day_ends(day, zone), zone) == day + timedelta(days=1)
    assert timedelta(hours=23) <= day_ends(day, zone) - day_begins(day, zone) <= timedelta(hours=25)


@pytest.mark.parametrize(
    ("zone", "moment"),
    [
        ("Europe/Berlin", datetime(2026, 10, 24, 22, 30, tzinfo=UTC)),  # the day of 25 hours
        ("Europe/Berlin", datetime(2026, 3, 28, 23, 30, tzinfo=UTC)),  # the day of 23
        ("America/New_York", datetime(2026, 11, 1, 4, 30, tzinfo=UTC)),
        ("Asia/Shanghai", datetime(2026, 2, 28, 16, 0, tzinfo=UTC)),  # the end of a month
        ("America/Havana", datetime(2026, 3, 8, 4, 30, tzinfo=UTC)),  # midnight does not exist
    ],
)
def test_each_day_has_each_list_once_also_when_the_computer_slept_over_the_change(
    bench: Bench, zone: str, moment: datetime
) -> None:
    bench.clock.advance(moment - bench.clock.now())
    day = day_in(bench, zone)
    for step in (0, 1, 23, 1, 1, 30, 1):
        bench.clock.advance(step * HOUR)
        for kind in DayKind:
            day.begin(kind)
            day.begin(kind)
    days = [record.day for record in day.history()]
    assert len(days) == len(set(days))
    with bench.shop.store.reading() as work:
        for each in days:
            assert work.day.run(each, MORNING) is not None


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(steps=st.lists(st.integers(1, 2_000), min_size=1, max_size=12), zone=st.sampled_from(ZONES))
def test_a_day_never_gets_a_second_list(bench: Bench, steps: list[int], zone: str, tmp_path: Path) -> None:
    day = day_in(bench, zone)
    begun: dict[date, datetime] = {}
    for minutes in steps:
        bench.clock.advance(timedelta(minutes=minutes))
        run = day.begin(MORNING)
        assert run.begun_at is not None
        known = {record.day: record.begun_at for record in day.history(400)}
        begun.setdefault(run.day, known[run.day] or run.begun_at)
        assert known[run.day] == begun[run.day]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_suggested_lines_come_once_and_stay_away_when_they_are_taken_away(bench: Bench, language: str) -> None:
    keeper = bench.shop.own_items
    came = keeper.suggest(language)
    assert came == len(keeper.all()) > 2
    keeper.remove(keeper.all()[0].id)
    assert keeper.suggest(language) == 0
    assert len(keeper.all()) == came - 1


def test_the_wrap_up_shows_the_cases_that_moved_today_archived_ones_too_and_those_that_are_due(
    bench: Bench, day: Day
) -> None:
    cases, clock = bench.shop.cases, bench.clock
    archived, waits, back, before = (
        cases.open_from(asks(bench, name), CaseKind.DAMAGED) for name in ("anna", "ben", "cleo", "dan")
    )
    cases.move(before.id, Column.WAITING, {"next_step": "Photo asked"})
    clock.advance(timedelta(days=1))
    given = {
        "resolution": "refund", "amount": "10 EUR", "consent": "by mail", "evidence_note": "cracked",
        "executed_at": "2026-11-03",
        "follow_up_result": "content", "root_cause": "thin box", "lesson": "double box",
    }  # fmt: skip
    cases.move(archived.id, Stage.ARCHIVED, given)
    cases.move(waits.id, Column.WAITING, {"next_step": "Photo asked"})
    due = clock.now() + timedelta(hours=30)
    cases.change(waits.id, {"next_at": due.isoformat()})
    cases.undo(cases.move(back.id, Column.WAITING, {"next_step": "Photo asked"}))
    cases.change(before.id, {"item": "Lamp"})
    digest = day.digest(WRAP_UP)
    assert [case.id for case in digest.moved] == [waits.id, archived.id]
    assert digest.moved[1].stage is Stage.ARCHIVED
    assert digest.cases_moved == 2
    assert waits.id in {case.id for case in digest.cases_due}
    assert waits.id not in {case.id for case in day.digest(MORNING).cases_due}
