"""Whose turn it is, read and unread: every use case, what it announces, and what it refuses."""

from __future__ import annotations

from datetime import timedelta

import pytest

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Conversation, ConversationState, Lane
from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.domain.ids import ConversationId, MessageId
from tests.services.bench import NOW, Bench, ago, answer, mail

NEEDS_REPLY, WAITING = ConversationState.NEEDS_REPLY, ConversationState.WAITING
SNOOZED, DONE = ConversationState.SNOOZED, ConversationState.DONE
GONE = ConversationId(999)


@pytest.fixture
def lamp(bench: Bench) -> ConversationId:
    """A question that came an hour ago."""
    return bench.comes(mail("lamp"), when=ago(1))


@pytest.fixture
def chair(bench: Bench) -> ConversationId:
    """Another customer's question that came two hours ago."""
    home = bench.comes(mail("chair", sender="Ben <ben@mail.example>", subject="Chair"), when=ago(2))
    bench.heard.clear()
    return home


def test_what_is_done_leaves_the_list_of_those_who_wait(bench: Bench, lamp: ConversationId) -> None:
    bench.use.mark_done([lamp])

    assert list(bench.use.ids(DONE)) == [lamp]
    assert list(bench.use.ids(NEEDS_REPLY)) == []
    assert bench.use.counts().done == 1


def test_waiting_means_that_it_is_the_customers_turn(bench: Bench, lamp: ConversationId) -> None:
    bench.use.snooze([lamp], NOW + timedelta(hours=1))

    bench.use.mark_waiting([lamp])

    assert (bench.state(lamp), bench.row(lamp).snoozed_until) == (WAITING, None)


def test_what_needs_a_reply_by_hand_waits_from_now_on(bench: Bench) -> None:
    home = bench.comes(answer("first", ""), folder="Sent", when=ago(5))
    assert bench.row(home).waiting_since is None

    bench.use.mark_needs_reply([home])

    assert (bench.state(home), bench.row(home).waiting_since) == (NEEDS_REPLY, NOW)


def test_who_waited_before_goes_on_waiting_since_then(bench: Bench, lamp: ConversationId) -> None:
    bench.use.mark_done([lamp])

    bench.use.mark_needs_reply([lamp])

    assert bench.row(lamp).waiting_since == ago(1)


def test_several_are_changed_at_once_and_vanished_ones_are_left_out(
    bench: Bench, lamp: ConversationId, chair: ConversationId
) -> None:
    undo = bench.use.mark_done([chair, GONE, lamp])

    assert [bench.state(lamp), bench.state(chair)] == [DONE, DONE]
    assert [before.conversation_id for before in undo.states] == [chair, lamp]


def test_what_sleeps_wakes_when_its_time_has_come(bench: Bench, lamp: ConversationId, chair: ConversationId) -> None:
    bench.use.snooze([lamp], NOW + timedelta(minutes=30))
    bench.use.snooze([chair], NOW + timedelta(hours=3))
    assert bench.use.wake_due() == 0

    bench.clock.advance(timedelta(minutes=30))
    bench.heard.clear()

    assert bench.use.wake_due() == 1
    assert (bench.state(lamp), bench.state(chair)) == (NEEDS_REPLY, SNOOZED)
    assert bench.row(lamp).snoozed_until is None
    assert bench.heard == [Changes(conversations=frozenset({lamp}))]
    assert bench.use.wake_due() == 0


def test_what_somebody_moved_since_it_was_found_due_does_not_wake(
    bench: Bench, lamp: ConversationId, chair: ConversationId, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.use.mark_done([lamp])
    bench.use.snooze([chair], NOW + timedelta(hours=3))
    table = "shopdesk.storage.conversations.ConversationTable.due_snoozes"
    monkeypatch.setattr(table, lambda table, now: [lamp, chair])
    bench.use.wake_due()
    assert (bench.state(lamp), bench.state(chair)) == (DONE, SNOOZED)


def test_sleeping_is_for_the_future_only(bench: Bench, lamp: ConversationId) -> None:
    with pytest.raises(InputRefused) as refused:
        bench.use.snooze([lamp], NOW)

    assert refused.value.field == "until"
    assert bench.state(lamp) is NEEDS_REPLY


def test_lists_name_their_conversations_and_rows_come_in_the_order_asked_for(
    bench: Bench, lamp: ConversationId, chair: ConversationId
) -> None:
    assert list(bench.use.ids(NEEDS_REPLY)) == [chair, lamp], "who waits longest comes first"
    assert [row.id for row in bench.use.rows([lamp, GONE, chair])] == [lamp, chair]
    assert list(bench.use.ids(NEEDS_REPLY, Lane.MACHINES)) == []
    other = bench.connect("other@shop.example")
    assert list(bench.use.ids(NEEDS_REPLY, mailbox=other)) == []


def test_an_open_conversation_shows_its_messages_oldest_first(bench: Bench, lamp: ConversationId) -> None:
    bench.comes(answer("reply", "lamp"), folder="Sent", when=ago(0.5))

    opened = bench.use.open(lamp)

    assert opened.conversation == bench.row(lamp)
    assert [message.mail.message_id for message in opened.messages] == ["<lamp@x>", "<reply@x>"]


def test_what_is_not_there_cannot_be_opened(bench: Bench) -> None:
    with pytest.raises(NotFound):
        bench.use.open(GONE)


# --- read and unread -----------------------------------------------------------------------------------


def test_reading_a_conversation_reads_all_its_messages(bench: Bench, lamp: ConversationId) -> None:
    bench.comes(mail("lamp2", answers="lamp"), when=ago(0.5))
    assert bench.row(lamp).unread == 2

    bench.use.mark_read([lamp])

    assert bench.row(lamp).unread == 0
    assert bench.use.counts().unread == 0
    assert all(message.is_read for message in bench.messages(lamp))


def test_unread_makes_the_newest_customers_mail_new_again(bench: Bench, lamp: ConversationId) -> None:
    bench.comes(mail("lamp2", answers="lamp"), when=ago(0.5))
    bench.comes(answer("reply", "lamp2"), folder="Sent", when=ago(0.2))
    bench.use.mark_read([lamp])

    bench.use.mark_unread([lamp])

    assert [message.is_read for message in bench.messages(lamp)] == [True, False, True]
    assert bench.row(lamp).unread == 1


def test_unread_does_nothing_to_what_only_we_wrote(bench: Bench) -> None:
    home = bench.comes(answer("first", ""), folder="Sent")

    bench.use.mark_unread([home, GONE])

    assert bench.row(home).unread == 0


# --- announcements -------------------------------------------------------------------------------------


def test_each_change_announces_exactly_what_it_touched(
    bench: Bench, lamp: ConversationId, chair: ConversationId
) -> None:
    steps = [
        bench.use.mark_done,
        bench.use.mark_waiting,
        bench.use.mark_needs_reply,
        bench.use.mark_read,
        bench.use.mark_unread,
    ]
    for step in steps:
        bench.heard.clear()
        undo = step([lamp, GONE])
        bench.use.undo(undo)
        assert bench.heard == [Changes(conversations=frozenset({lamp}))] * 2, step.__name__


def test_a_change_of_nothing_announces_nothing(bench: Bench) -> None:
    for step in (bench.use.mark_done, bench.use.mark_read, bench.use.mark_unread, bench.use.merge):
        bench.use.undo(step([GONE]))

    assert bench.heard == []


def test_merge_and_split_announce_what_came_and_went(bench: Bench, lamp: ConversationId, chair: ConversationId) -> None:
    undo = bench.use.merge([lamp, chair])
    assert bench.heard.pop() == Changes(conversations=frozenset({lamp}), removed_conversations=frozenset({chair}))
    bench.use.undo(undo)
    assert bench.heard.pop() == Changes(conversations=frozenset({lamp, chair}))
    bench.comes(mail("lamp2", answers="lamp"))
    bench.heard.clear()
    undo = bench.use.split(bench.messages(lamp)[1].id)
    (new,) = undo.created
    assert bench.heard.pop() == Changes(conversations=frozenset({lamp, new}))
    bench.use.undo(undo)
    assert bench.heard == [Changes(conversations=frozenset({lamp}), removed_conversations=frozenset({new}))]


def test_what_is_announced_can_be_read_already(bench: Bench, lamp: ConversationId) -> None:
    seen: list[Conversation] = []
    bench.listen = lambda changes: seen.extend(bench.use.rows(sorted(changes.conversations)))

    bench.use.mark_done([lamp])

    assert [row.state for row in seen] == [DONE]


def test_what_fails_is_neither_written_nor_announced(bench: Bench, lamp: ConversationId) -> None:
    bench.heard.clear()

    with pytest.raises(RuntimeError), bench.shop.store.writing() as work:
        work.touched(Changes(conversations=frozenset({lamp})))
        work.conversations.move_all(lamp, GONE)
        raise RuntimeError

    assert bench.heard == []
    assert len(bench.messages(lamp)) == 1


# --- split and merge refuse ----------------------------------------------------------------------------


def test_the_first_message_cannot_be_split_off(bench: Bench, lamp: ConversationId) -> None:
    with pytest.raises(InputRefused) as refused:
        bench.use.split(bench.messages(lamp)[0].id)

    assert refused.value.field == "message"


def test_a_message_that_is_not_there_cannot_be_split_off(bench: Bench) -> None:
    with pytest.raises(NotFound):
        bench.use.split(MessageId(12345))
