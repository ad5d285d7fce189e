"""What was done with a conversation stands between its mails: written with the change, gone with its undo."""

from __future__ import annotations

from datetime import timedelta

import pytest
from peewee import PeeweeException

from shopdesk.domain.case import CaseKind
from shopdesk.domain.ids import ConversationId, OrderId
from shopdesk.domain.order import Order, OrderState, Parcel
from shopdesk.domain.thread_event import EventKind, ThreadEvent
from tests.services.bench import NOW, Bench, ago, mail

HOUR = timedelta(hours=1)


def told(bench: Bench, conversation: ConversationId) -> list[str]:
    """The kinds of the lines, oldest first."""
    return [event.kind.value for event in bench.shop.thread_events.of_conversation(conversation)]


def test_each_change_writes_its_line_and_its_undo_takes_it_away(bench: Bench) -> None:
    one = bench.comes(mail("a"))
    use, until = bench.use, bench.clock.now() + HOUR
    changes = [
        (lambda: use.mark_done([one]), "done"),
        (lambda: use.mark_needs_reply([one]), "reopened"),
        (lambda: use.snooze([one], until), "snoozed"),
        (lambda: use.mark_waiting([one]), "waiting"),
    ]
    undos = [change() for change, _ in changes]
    assert told(bench, one) == [word for _, word in changes]
    for left in (3, 2, 1, 0):
        use.undo(undos[left])
        assert told(bench, one) == [word for _, word in changes[:left]]


def test_what_changes_nothing_writes_nothing(bench: Bench) -> None:
    one = bench.comes(mail("a"))
    bench.use.mark_done([one])
    bench.use.mark_done([one])
    bench.use.mark_read([one])
    assert told(bench, one) == ["done"]


def test_the_end_of_a_snooze_is_told_and_by_nobody(bench: Bench) -> None:
    one = bench.comes(mail("a"))
    bench.shop.agents.add("Mia")
    bench.use.snooze([one], until := bench.clock.now() + HOUR)
    bench.clock.advance(2 * HOUR)
    assert bench.use.wake_due() == 1
    snoozed, returned = bench.shop.thread_events.of_conversation(one)
    assert (snoozed.kind, snoozed.by, snoozed.until) == (EventKind.SNOOZED, "Mia", until)
    assert (returned.kind, returned.by) == (EventKind.RETURNED, "")


def test_who_gave_it_to_whom_is_told(bench: Bench) -> None:
    one, agents = bench.comes(mail("a")), bench.shop.agents
    lin, mia = agents.add("Lin"), agents.add("Mia")
    undo = agents.assign([one], mia.id)
    agents.assign([one], mia.id)
    (event,) = bench.shop.thread_events.of_conversation(one)
    assert (event.kind, event.by, event.what) == (EventKind.ASSIGNED, lin.name, mia.name)
    bench.use.undo(undo)
    assert told(bench, one) == []
    shared = agents.assign_evenly()
    assert told(bench, one) == ["assigned"]
    agents.assign([one], None)
    assert told(bench, one) == ["assigned", "freed"]
    bench.use.undo(shared)
    assert told(bench, one) == ["freed"]


def test_a_merge_carries_the_lines_along_and_its_undo_brings_them_back(bench: Bench) -> None:
    one, two = (bench.comes(mail(name, sender=f"{name}@mail.example", subject=name)) for name in "ab")
    bench.use.mark_waiting([two])
    undo = bench.use.merge([one, two])
    assert told(bench, one) == ["waiting", "merged"]
    assert bench.shop.thread_events.of_conversation(one)[1].what == "1"
    bench.use.undo(undo)
    assert told(bench, one) == []
    assert told(bench, two) == ["waiting"]
    assert bench.shop.upkeep.check().findings == ()


def test_a_split_is_told_on_both_sides_and_taken_back(bench: Bench) -> None:
    one = bench.comes(mail("a"), when=ago(2))
    bench.comes(mail("b", answers="a"), when=ago(1))
    undo = bench.use.split(bench.messages(one)[1].id)
    (new,) = undo.created
    assert (told(bench, one), told(bench, new)) == (["split"], ["parted"])
    bench.use.undo(undo)
    assert (told(bench, one), told(bench, new)) == ([], [])


def test_parcels_and_cases_are_told_from_where_they_are_kept(bench: Bench) -> None:
    one = bench.comes(mail("a", body="My order 304-8812047-1111111 came broken"))
    with bench.shop.store.writing() as work:
        order = Order(
            OrderId(0),
            "304-8812047-1111111",
            state=OrderState.DELIVERED,
            shipped_at=NOW - 30 * HOUR,
            delivered_at=NOW - HOUR,
            parcels=(Parcel("1Z", "DHL"),),
        )
        run = work.orders.begin_staging()
        work.orders.stage(run, [order], NOW)
        work.orders.swap(run)
    case = bench.shop.cases.open_from(one, CaseKind.DAMAGED)
    shipped, delivered, opened = bench.shop.thread_events.of_conversation(one)
    assert shipped == ThreadEvent(EventKind.SHIPPED, NOW - 30 * HOUR, what="DHL")
    assert delivered == ThreadEvent(EventKind.DELIVERED, NOW - HOUR, what="DHL")
    assert (opened.kind, opened.what) == (EventKind.CASE_OPENED, case.number)


def test_a_first_import_writes_no_line(bench: Bench) -> None:
    bench.come(*(mail(f"m{n}", sender=f"p{n}@mail.example") for n in range(5)), first_import=True)
    rows = bench.rows()
    with bench.shop.store.reading() as work:
        assert [work.thread_events.of_conversation(row.id, 9) for row in rows] == [[]] * 5


def test_the_lines_of_an_erased_customer_go_with_the_conversation(bench: Bench) -> None:
    one = bench.comes(mail("a"))
    undo = bench.use.mark_done([one])
    bench.shop.erasing.erase(["anna@mail.example"])
    with bench.shop.store.reading() as work:
        assert work.thread_events.of_conversation(one, 9) == []
    assert bench.shop.thread_events.of_conversation(one) == ()
    bench.use.undo(undo)
    assert bench.shop.upkeep.check().findings == ()


def test_a_line_is_never_changed_and_its_number_never_given_again(bench: Bench) -> None:
    one = bench.comes(mail("a"))
    first = bench.use.mark_done([one])
    bench.use.undo(first)
    second = bench.use.mark_done([one])
    assert second.events[0] > first.events[0]
    with pytest.raises(PeeweeException, match="never changed"), bench.shop.store.writing():
        bench.shop.store._desk.run("UPDATE thread_event SET made_by = 'Eve'")
    assert told(bench, one) == ["done"]
