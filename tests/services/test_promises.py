"""Promises of the shop: made by replies that left, kept, moved or broken."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.draft import Draft, DraftKind
from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.domain.ids import ConversationId, DraftId, MailboxId, MessageId, PromiseId, TemplateId
from shopdesk.domain.promise import PromiseKind, PromiseState
from shopdesk.domain.template import Template, Variant
from shopdesk.services.promise_filing import promises_of_sent
from tests.services.bench import NOW, Bench, mail

BY_FRIDAY = "Hello Anna,\n\nyou will hear from me by Friday."
FRIDAY = datetime(2026, 11, 6, 23, 59, tzinfo=UTC)


@pytest.fixture
def home(bench: Bench) -> ConversationId:
    """A question on a Monday."""
    return bench.comes(mail("a"))


def leaves(bench: Bench, home: ConversationId, words: str, draft: Draft | None = None) -> None:
    """A reply of ours was filed."""
    with bench.shop.store.writing() as work:
        promises_of_sent(work, home, (MessageId(7), words), draft, bench.clock.now(), UTC)


def a_draft(**more: object) -> Draft:
    return Draft(DraftId(0), DraftKind.REPLY, MailboxId(1), **more)  # type: ignore[arg-type]


def holding(bench: Bench) -> TemplateId:
    template = Template(TemplateId(0), "Hold", "hold-on", (Variant("en", "We look into it."),), topic="holding")
    return bench.shop.templates.save(template)


def states(bench: Bench, home: ConversationId) -> list[PromiseState]:
    return [one.state for one in bench.shop.promises.of_conversation(home)]


def test_a_reply_makes_a_dated_promise_with_its_words(bench: Bench, home: ConversationId) -> None:
    leaves(bench, home, BY_FRIDAY)
    (one,) = bench.shop.promises.due(FRIDAY)
    assert (one.quoted, one.due, one.state) == ("you will hear from me by Friday.", FRIDAY, PromiseState.OPEN)
    assert (one.kind, one.message_id, one.conversation_id) == (PromiseKind.WORDS, 7, home)
    assert bench.shop.promises.due(FRIDAY - timedelta(minutes=1)) == []
    assert bench.heard[-1].day
    assert home in bench.heard[-1].conversations


def test_the_next_reply_in_time_keeps_it(bench: Bench, home: ConversationId) -> None:
    leaves(bench, home, BY_FRIDAY)
    bench.clock.advance(timedelta(days=2))
    leaves(bench, home, "Here is your label.")
    (one,) = bench.shop.promises.of_conversation(home)
    assert one.state is PromiseState.KEPT
    assert one.settled_at == bench.clock.now()
    assert bench.shop.promises.due() == []


def test_what_is_open_when_its_time_passes_is_broken_and_stays_until_somebody_answers(
    bench: Bench, home: ConversationId
) -> None:
    leaves(bench, home, BY_FRIDAY)
    assert bench.shop.promises.expire() == 0
    bench.clock.advance(timedelta(days=6))
    assert bench.shop.promises.expire() == 1
    assert bench.shop.promises.expire() == 0
    (one,) = bench.shop.promises.due()
    assert one.state is PromiseState.BROKEN
    assert one.is_late(bench.clock.now())
    leaves(bench, home, "Sorry for the wait, here it is.")
    assert states(bench, home) == [PromiseState.BROKEN]
    assert bench.shop.promises.due() == []


def test_a_late_answer_does_not_keep_what_nobody_looked_at_either(bench: Bench, home: ConversationId) -> None:
    leaves(bench, home, BY_FRIDAY)
    bench.clock.advance(timedelta(days=6))
    leaves(bench, home, "Here it is.")
    assert states(bench, home) == [PromiseState.BROKEN]


def test_a_holding_reply_moves_what_was_promised_and_lets_the_conversation_come_back(
    bench: Bench, home: ConversationId
) -> None:
    leaves(bench, home, BY_FRIDAY)
    bench.use.mark_waiting([home])
    leaves(bench, home, "Hello Anna,\n\nwe look into it.", a_draft(template_ids=(holding(bench), 999)))
    moved, new = sorted(bench.shop.promises.of_conversation(home), key=lambda one: one.id)
    assert moved.state is PromiseState.MOVED
    assert (new.kind, new.quoted) == (PromiseKind.HOLDING, "we look into it.")
    assert new.due == datetime(2026, 11, 3, 23, 59, tzinfo=UTC), "without a time of its own it is the next day"
    row = bench.row(home)
    assert row.state is ConversationState.SNOOZED
    assert row.snoozed_until == datetime(2026, 11, 3, 9, 0, tzinfo=UTC)


def test_a_holding_reply_that_names_its_time_is_due_then(bench: Bench, home: ConversationId) -> None:
    bench.use.mark_waiting([home])
    leaves(bench, home, "We will answer within 2 hours.", a_draft(template_ids=(holding(bench),)))
    (one,) = bench.shop.promises.of_conversation(home)
    assert one.due == NOW + timedelta(hours=2)
    until = bench.row(home).snoozed_until
    assert until is not None
    assert NOW < until < one.due


def test_the_follow_up_days_of_a_template_are_a_promise_too(bench: Bench, home: ConversationId) -> None:
    leaves(bench, home, "Hello,\n\nall is well.", a_draft(follow_up_days=3))
    (one,) = bench.shop.promises.of_conversation(home)
    assert (one.kind, one.due) == (PromiseKind.TEMPLATE, datetime(2026, 11, 5, 23, 59, tzinfo=UTC))
    assert bench.state(home) is ConversationState.NEEDS_REPLY


def test_people_write_down_keep_move_and_break_promises(bench: Bench, home: ConversationId) -> None:
    promises = bench.shop.promises
    kept = promises.add(home, "call  her\nback", NOW + timedelta(days=1), by="Lin")
    assert (promises.get(kept).quoted, promises.get(kept).kind) == ("call her back", PromiseKind.PERSON)
    promises.keep(kept)
    broken = promises.add(home, "a gift", NOW + timedelta(days=1))
    promises.break_(broken)
    moved = promises.add(home, "the label", NOW + timedelta(days=1))
    before = promises.get(moved)
    undo = promises.move(moved, NOW + timedelta(days=3))
    (later,) = undo.promised
    assert [promises.get(one).state for one in (kept, broken, moved, later)] == [
        PromiseState.KEPT,
        PromiseState.BROKEN,
        PromiseState.MOVED,
        PromiseState.OPEN,
    ]
    assert promises.get(later).quoted == "the label"
    bench.use.undo(undo)
    assert promises.get(moved) == before
    assert [one.id for one in promises.due()] == [moved], "what took its place is gone"


def test_a_promise_is_broken_for_a_reason_and_both_are_taken_back(bench: Bench, home: ConversationId) -> None:
    promises = bench.shop.promises
    one = promises.add(home, "a gift", NOW + timedelta(days=1))
    undo = promises.break_(one, " sold \n out ")
    assert (promises.get(one).state, promises.get(one).reason) == (PromiseState.BROKEN, "sold out")
    promises.undo(undo)
    assert (promises.get(one).state, promises.get(one).reason, promises.get(one).settled_at) == (
        PromiseState.OPEN,
        "",
        None,
    )


def test_a_snooze_with_a_reason_is_to_be_done_on_its_day_and_undo_takes_both_back(
    bench: Bench, home: ConversationId
) -> None:
    undo = bench.use.snooze([home], NOW + timedelta(days=2), "ask the carrier")
    (one,) = bench.shop.promises.of_conversation(home)
    assert (one.kind, one.quoted, one.state) == (PromiseKind.SNOOZE, "ask the carrier", PromiseState.OPEN)
    assert one.due.astimezone().time().isoformat("minutes") == "23:59"
    assert timedelta(days=2) <= one.due - NOW < timedelta(days=3)
    assert bench.heard[-1].day
    bench.use.undo(undo)
    assert bench.shop.promises.of_conversation(home) == []
    assert bench.state(home) is ConversationState.NEEDS_REPLY


def test_what_cannot_be_is_refused(bench: Bench, home: ConversationId) -> None:
    promises = bench.shop.promises
    one = promises.add(home, "x", NOW + timedelta(days=1))
    promises.keep(one)
    with pytest.raises(NotFound):
        promises.keep(one)
    with pytest.raises(NotFound):
        promises.get(PromiseId(99))
    with pytest.raises(NotFound):
        promises.add(ConversationId(99), "x", NOW + timedelta(days=1))
    with pytest.raises(InputRefused):
        promises.add(home, "x", NOW)
    with pytest.raises(InputRefused):
        promises.move(one, NOW)


def test_a_text_tells_before_it_is_sent_what_it_would_promise(bench: Bench) -> None:
    found = bench.shop.promises.found_in("We will send it tomorrow.", NOW)
    assert [one.quoted for one in found] == ["We will send it tomorrow."]


def test_promises_go_with_their_messages_and_come_back_with_them(bench: Bench, home: ConversationId) -> None:
    other = bench.comes(mail("b", sender="Ben <ben@mail.example>", subject="Cup"))
    ours = (bench.messages(other)[0].id, BY_FRIDAY)
    with bench.shop.store.writing() as work:
        promises_of_sent(work, other, ours, None, bench.clock.now(), UTC)
    undo = bench.use.merge([home, other])
    assert [one.quoted for one in bench.shop.promises.of_conversation(home)] == ["you will hear from me by Friday."]
    bench.use.undo(undo)
    assert bench.shop.promises.of_conversation(home) == []
    assert len(bench.shop.promises.of_conversation(other)) == 1


def test_what_a_person_promised_comes_back_too_when_a_merge_is_taken_back(bench: Bench, home: ConversationId) -> None:
    other = bench.comes(mail("b", sender="Ben <ben@mail.example>", subject="Cup"))
    bench.shop.promises.add(other, "a call", NOW + timedelta(days=1))
    undo = bench.use.merge([home, other])
    assert [one.quoted for one in bench.shop.promises.of_conversation(home)] == ["a call"]
    bench.use.undo(undo)
    assert bench.shop.promises.of_conversation(home) == []
    assert [one.quoted for one in bench.shop.promises.of_conversation(other)] == ["a call"]


def test_a_promise_is_taken_back_in_the_conversation_into_which_its_own_was_merged(
    bench: Bench, home: ConversationId
) -> None:
    other = bench.comes(mail("b", sender="Ben <ben@mail.example>", subject="Cup"))
    one = bench.shop.promises.add(other, "a call", NOW + timedelta(days=1))
    undo = bench.shop.promises.keep(one)
    bench.use.merge([home, other])
    bench.use.undo(undo)
    assert states(bench, home) == [PromiseState.OPEN]
