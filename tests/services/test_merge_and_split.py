"""Merge and split: where messages, states and later replies go."""

from __future__ import annotations

from datetime import timedelta

import pytest

from shopdesk.domain.conversation import ConversationState, Lane, Undo
from shopdesk.domain.ids import ConversationId
from tests.services.bench import NOW, Bench, ago, answer, mail

NEEDS_REPLY, WAITING = ConversationState.NEEDS_REPLY, ConversationState.WAITING
SNOOZED, DONE = ConversationState.SNOOZED, ConversationState.DONE
BEN = "Ben <ben@mail.example>"


@pytest.fixture
def three(bench: Bench) -> list[ConversationId]:
    """Three matters of three people; the first waits longest."""
    return [
        bench.comes(mail(f"q{n}", sender=f"P{n} <p{n}@mail.example>", subject=f"Matter {n}"), when=ago(10 - n))
        for n in range(3)
    ]


def names(bench: Bench, conversation: ConversationId) -> list[str]:
    return [message.mail.message_id[1:-3] for message in bench.messages(conversation)]


# --- merge -----------------------------------------------------------------------------------------------


def test_merged_messages_are_in_the_oldest_conversation_in_their_order(
    bench: Bench, three: list[ConversationId]
) -> None:
    bench.use.merge([three[2], three[0], three[1]])

    assert names(bench, three[0]) == ["q0", "q1", "q2"]
    assert [row.id for row in bench.rows()] == [three[0]]
    assert (bench.row(three[0]).messages, bench.row(three[0]).unread, bench.row(three[0]).last_at) == (3, 3, ago(8))


def test_fewer_than_two_are_not_merged(bench: Bench, three: list[ConversationId]) -> None:
    before = bench.everything()

    assert bench.use.merge([three[0]]) == Undo()
    assert bench.use.merge([three[0], three[0]]) == Undo(), "the same one twice is still one"
    assert bench.use.merge([three[0], ConversationId(999)]) == Undo()

    assert bench.everything() == before


@pytest.mark.parametrize("position", range(3))
def test_a_later_reply_to_any_of_the_merged_joins_the_merged_one(
    bench: Bench, three: list[ConversationId], position: int
) -> None:
    bench.use.merge(three)

    home = bench.comes(mail("late", sender=f"P{position} <p{position}@mail.example>", answers=f"q{position}"))

    assert home == three[0]


def test_a_reply_to_a_mail_that_was_only_referred_to_follows_the_merge(
    bench: Bench, three: list[ConversationId]
) -> None:
    bench.comes(mail("known", answers="never-seen q2"), when=ago(1))
    bench.use.merge(three)

    assert bench.home_of("never-seen") == three[0]


def test_merging_takes_the_state_that_asks_most_and_its_longest_wait(bench: Bench, three: list[ConversationId]) -> None:
    bench.use.mark_done([three[0]])
    bench.use.mark_waiting([three[2]])

    bench.use.merge(three)

    assert bench.state(three[0]) is NEEDS_REPLY
    assert bench.row(three[0]).waiting_since == ago(9), "what was settled does not make the merged one wait longer"


def test_what_sleeps_and_is_merged_with_what_is_done_goes_on_sleeping(
    bench: Bench, three: list[ConversationId]
) -> None:
    until = NOW + timedelta(hours=2)
    bench.use.mark_done([three[0]])
    bench.use.snooze([three[1]], until)

    bench.use.merge(three[:2])

    assert (bench.state(three[0]), bench.row(three[0]).snoozed_until) == (SNOOZED, until)
    bench.clock.advance(timedelta(hours=3))
    assert bench.use.wake_due() == 1


def test_a_customer_merged_into_a_machines_conversation_stays_visible(bench: Bench) -> None:
    machine = bench.comes(
        mail("news", sender="Notice <no-reply@tool.example>", subject="Report", extra="Auto-Submitted: auto-generated"),
        when=ago(9),
    )
    person = bench.comes(mail("ask"), when=ago(1))
    assert bench.row(machine).lane is Lane.MACHINES

    undo = bench.use.merge([machine, person])

    row = bench.row(machine)
    assert (row.lane, row.state, row.customer_email) == (Lane.PEOPLE, NEEDS_REPLY, "anna@mail.example")
    bench.use.undo(undo)
    assert (bench.row(machine).lane, bench.row(machine).customer_email) == (Lane.MACHINES, "no-reply@tool.example")
    assert bench.row(person).lane is Lane.PEOPLE


def test_machines_merged_with_machines_stay_with_the_machines(bench: Bench) -> None:
    homes = [
        bench.comes(
            mail(f"n{n}", sender=f"N <no-reply@t{n}.example>", subject=f"R {n}", extra="Auto-Submitted: auto-generated")
        )
        for n in range(2)
    ]

    bench.use.merge(homes)

    assert bench.row(homes[0]).lane is Lane.MACHINES
    assert bench.state(homes[0]) is DONE


# --- split -----------------------------------------------------------------------------------------------


@pytest.fixture
def long(bench: Bench) -> ConversationId:
    """Question, answer, question about something else, and one more of it."""
    home = bench.comes(mail("a1"), when=ago(40))
    bench.comes(answer("a2", "a1"), folder="Sent", when=ago(30))
    bench.comes(mail("b1", answers="a1 a2", subject="Re: Chair is broken"), when=ago(20))
    bench.comes(mail("b2", answers="b1", subject="Re: Chair is broken"), when=ago(10))
    return home


def split_at(bench: Bench, conversation: ConversationId, position: int) -> tuple[ConversationId, Undo]:
    undo = bench.use.split(bench.messages(conversation)[position].id)
    (new,) = undo.created
    return new, undo


def test_a_split_takes_the_message_and_all_later_ones_along(bench: Bench, long: ConversationId) -> None:
    new, _ = split_at(bench, long, 2)

    assert (names(bench, long), names(bench, new)) == (["a1", "a2"], ["b1", "b2"])
    assert (bench.row(long).messages, bench.row(new).messages) == (2, 2)
    assert (bench.row(long).last_at, bench.row(new).last_at) == (ago(30), ago(10))


def test_what_was_split_off_is_called_as_conversations_are(bench: Bench, long: ConversationId) -> None:
    new, _ = split_at(bench, long, 2)

    assert bench.row(new).subject == "Chair is broken"
    assert bench.row(new).customer_email == "anna@mail.example"


def test_what_was_split_off_without_a_subject_keeps_the_old_one(bench: Bench) -> None:
    home = bench.comes(mail("s1"), when=ago(5))
    bench.comes(mail("s2", answers="s1", subject=""), when=ago(4))

    new, _ = split_at(bench, home, 1)

    assert bench.row(new).subject == "Lamp"


def test_later_replies_follow_the_part_that_they_answer(bench: Bench, long: ConversationId) -> None:
    new, _ = split_at(bench, long, 2)

    assert bench.comes(mail("c1", answers="b2"), when=ago(2)) == new
    assert bench.comes(mail("c2", answers="a1"), when=ago(1)) == long


def test_each_part_waits_since_its_own_question(bench: Bench) -> None:
    home = bench.comes(mail("q1"), when=ago(40))
    bench.comes(mail("q2", answers="q1", subject="Something else"), when=ago(2))

    new, undo = split_at(bench, home, 1)

    assert (bench.row(home).waiting_since, bench.row(new).waiting_since) == (ago(40), ago(2))
    bench.use.undo(undo)
    assert bench.row(home).waiting_since == ago(40)


# --- what is merged by undo and by news ------------------------------------------------------------------


def test_after_an_undone_split_later_replies_join_the_whole_again(bench: Bench, long: ConversationId) -> None:
    new, undo = split_at(bench, long, 2)

    bench.use.undo(undo)

    assert names(bench, long) == ["a1", "a2", "b1", "b2"]
    assert [row.id for row in bench.rows()] == [long]
    assert bench.comes(mail("c1", answers="b2")) == long
    assert new != long


def test_after_an_undone_merge_later_replies_go_their_own_ways(bench: Bench, three: list[ConversationId]) -> None:
    undo = bench.use.merge(three)

    bench.use.undo(undo)

    for position, home in enumerate(three):
        assert bench.comes(mail(f"late{position}", sender=BEN, answers=f"q{position}")) == home


def test_what_a_merge_emptied_keeps_its_number_to_itself(bench: Bench, three: list[ConversationId]) -> None:
    bench.use.merge(three)

    assert bench.comes(mail("new", sender=BEN, subject="Quite new")) not in three


# --- unread from a message on ----------------------------------------------------------------------------


def test_a_message_and_the_later_incoming_ones_count_as_new_again(bench: Bench) -> None:
    home = bench.comes(mail("q1"), when=ago(5))
    bench.come(answer("a1", "q1"), folder="Sent", when=ago(4))
    bench.comes(mail("q2", answers="q1"), when=ago(3))
    bench.use.mark_read([home])
    before = bench.everything()

    undo = bench.use.mark_unread_from(bench.messages(home)[1].id)

    assert [(m.mail.message_id, m.is_read) for m in bench.messages(home)][-1] == ("<q2@x>", False)
    assert bench.row(home).unread == 1
    bench.use.undo(undo)
    assert bench.everything() == before
