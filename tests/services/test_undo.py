"""Undo brings back exactly what was, and never hides what came since."""

from __future__ import annotations

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

import keyring
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import ConversationState, Undo
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.ids import ConversationId
from tests.fakes.clock import StoppedClock
from tests.fakes.keychain import MemoryKeychain
from tests.services.bench import NOW, SHOP, Bench, ago, answer, mail

NEEDS_REPLY, WAITING = ConversationState.NEEDS_REPLY, ConversationState.WAITING
SNOOZED, DONE = ConversationState.SNOOZED, ConversationState.DONE
USES = ("done", "waiting", "needs_reply", "snooze", "read", "unread", "merge", "split")


def fill(bench: Bench) -> list[ConversationId]:
    """Four people's matters in several states, with two to four messages each, some read."""
    homes = []
    for n in range(4):
        sender = f"P{n} <p{n}@mail.example>"
        home = bench.comes(mail(f"{n}a", sender=sender, subject=f"Matter {n}"), when=ago(50 - n))
        bench.comes(answer(f"{n}b", f"{n}a", to=sender), folder="Sent", when=ago(40 - n))
        for letter in "cd"[: n % 3]:
            bench.comes(mail(f"{n}{letter}", sender=sender, answers=f"{n}a {n}b"), when=ago(30 - n))
        homes.append(home)
    bench.use.mark_read([homes[1]])
    bench.use.snooze([homes[2]], NOW + timedelta(hours=5))
    bench.use.mark_done([homes[3]])
    return homes


def use(bench: Bench, name: str, chosen: list[ConversationId], position: int = 1) -> Undo:
    """One use case by its name; a split that is refused changes nothing."""
    if name == "snooze":
        return bench.use.snooze(chosen, NOW + timedelta(hours=1 + position))
    if name == "merge":
        return bench.use.merge(chosen)
    if name == "split":
        messages = bench.messages(chosen[0])
        try:
            return bench.use.split(messages[position % len(messages)].id)
        except InputRefused:
            return Undo()
    changed: Undo = getattr(bench.use, f"mark_{name}")(chosen)
    return changed


@pytest.mark.parametrize("name", USES)
def test_each_use_case_is_undone_exactly(bench: Bench, name: str) -> None:
    homes = fill(bench)
    before = bench.everything()

    undo = use(bench, name, homes)
    changed = bench.everything()
    bench.use.undo(undo)

    assert changed != before
    assert bench.everything() == before
    assert bench.shop.upkeep.check().is_sound


@pytest.mark.parametrize("name", USES)
def test_each_use_case_is_undone_exactly_for_each_state(bench: Bench, name: str) -> None:
    for home in fill(bench):
        before = bench.everything()
        bench.use.undo(use(bench, name, [home]))
        assert bench.everything() == before


def test_twenty_undos_in_a_row_end_where_it_began(bench: Bench) -> None:
    homes = fill(bench)
    seen, undos = [bench.everything()], []
    for step in range(20):
        alive = [home for home in homes if bench.use.rows([home])]
        undos.append(use(bench, USES[step % len(USES)], alive[step % 2 :] or alive, step))
        seen.append(bench.everything())

    for undo in reversed(undos):
        assert bench.everything() == seen.pop()
        bench.use.undo(undo)

    assert bench.everything() == seen.pop()
    assert not seen


def test_the_rest_is_undone_after_one_conversation_vanished(bench: Bench) -> None:
    bench.connect("other@shop.example")
    stays = bench.comes(mail("stays"), when=ago(2))
    goes = bench.comes(
        mail("goes", sender="B <b@mail.example>", subject="B"), address="other@shop.example", when=ago(1)
    )
    undos = [bench.use.mark_done([stays, goes]), bench.use.mark_read([stays, goes])]
    bench.shop.mailboxes.remove("other@shop.example")
    assert [row.id for row in bench.rows()] == [stays]
    bench.heard.clear()

    for undo in reversed(undos):
        bench.use.undo(undo)

    assert (bench.state(stays), bench.row(stays).unread) == (NEEDS_REPLY, 1)
    assert bench.heard == [Changes(conversations=frozenset({stays}))] * 2


@pytest.mark.parametrize("gone", ["kept", "emptied"])
def test_a_merge_is_undone_as_far_as_its_mailboxes_are_still_there(bench: Bench, gone: str) -> None:
    bench.connect("other@shop.example")
    addresses = ["other@shop.example", SHOP] if gone == "kept" else [SHOP, "other@shop.example"]
    homes = [
        bench.comes(mail(f"q{n}", sender=f"P{n} <p{n}@mail.example>", subject=f"M {n}"), address=addresses[n])
        for n in range(2)
    ]
    undo = bench.use.merge(homes)
    bench.shop.mailboxes.remove("other@shop.example")

    bench.use.undo(undo)

    left = homes[1] if gone == "kept" else homes[0]
    assert [row.id for row in bench.rows()] == [left]
    assert len(bench.messages(left)) == 1
    assert bench.shop.upkeep.check().is_sound


def test_a_split_is_undone_no_further_when_its_old_home_was_merged_away(bench: Bench) -> None:
    older = bench.comes(mail("older", sender="B <b@mail.example>", subject="B"), when=ago(9))
    home = bench.comes(mail("a"), when=ago(5))
    bench.comes(mail("b", answers="a"), when=ago(4))
    undo = bench.use.split(bench.messages(home)[1].id)
    bench.use.merge([older, home])

    bench.use.undo(undo)

    assert sum(row.messages for row in bench.rows()) == 3
    assert bench.shop.upkeep.check().is_sound


def test_a_merge_is_undone_after_its_result_was_merged_again(bench: Bench) -> None:
    homes = [
        bench.comes(mail(f"q{n}", sender=f"P{n} <p{n}@mail.example>", subject=f"M {n}"), when=ago(9 - n))
        for n in range(3)
    ]
    undo = bench.use.merge(homes[1:])
    bench.use.merge(homes[:2])

    bench.use.undo(undo)

    assert [(row.id, row.messages) for row in bench.rows()] == [(homes[0], 2), (homes[2], 1)]
    assert bench.row(homes[0]).last_at == ago(8), "also the one that lost a message is counted anew"


def test_an_undo_that_comes_twice_changes_nothing_more(bench: Bench) -> None:
    homes = fill(bench)
    before = bench.everything()
    undo = bench.use.merge(homes)
    bench.use.undo(undo)

    bench.use.undo(undo)

    assert bench.everything() == before


# --- news between a change and its undo ------------------------------------------------------------------


def test_a_question_that_came_since_is_not_hidden_by_an_undo(bench: Bench) -> None:
    home = bench.comes(answer("first", ""), folder="Sent", when=ago(5))
    assert bench.state(home) is WAITING
    undo = bench.use.mark_done([home])
    bench.comes(mail("ask", answers="first"), when=ago(1))

    bench.use.undo(undo)

    assert (bench.state(home), bench.row(home).waiting_since) == (NEEDS_REPLY, ago(1))


def test_an_answer_that_was_sent_since_is_not_forgotten_by_an_undo(bench: Bench) -> None:
    home = bench.comes(mail("ask"), when=ago(5))
    undo = bench.use.mark_done([home])
    bench.comes(answer("reply", "ask"), folder="Sent", when=ago(1))

    bench.use.undo(undo)

    assert bench.state(home) is WAITING


def test_a_mail_that_came_since_stays_unread_when_reading_is_undone(bench: Bench) -> None:
    home = bench.comes(mail("one"), flags=["\\Seen"], when=ago(5))
    undo = bench.use.mark_unread([home])
    bench.comes(mail("two", answers="one"), when=ago(1))

    bench.use.undo(undo)

    assert [message.is_read for message in bench.messages(home)] == [True, False]


def test_undoing_that_it_was_read_leaves_a_state_that_changed_since(bench: Bench) -> None:
    home = bench.comes(mail("one"), when=ago(5))
    undo = bench.use.mark_read([home])
    bench.use.mark_done([home])

    bench.use.undo(undo)

    assert (bench.state(home), bench.row(home).unread) == (DONE, 1)


def test_a_reply_that_came_since_goes_home_with_what_it_answers(bench: Bench) -> None:
    anna = bench.comes(mail("anna"), when=ago(9))
    ben = bench.comes(mail("ben", sender="Ben <ben@mail.example>", subject="B"), when=ago(8))
    bench.use.mark_done([ben])
    undo = bench.use.merge([anna, ben])
    for name, answers in (("ben2", "ben"), ("ben3", "ben2")):
        assert bench.comes(mail(name, sender="Ben <ben@mail.example>", answers=answers), when=ago(2)) == anna
    bench.comes(mail("anna2", answers="anna"), when=ago(1))

    bench.use.undo(undo)

    assert [m.mail.message_id for m in bench.messages(ben)] == ["<ben@x>", "<ben2@x>", "<ben3@x>"]
    assert [m.mail.message_id for m in bench.messages(anna)] == ["<anna@x>", "<anna2@x>"]
    assert bench.state(ben) is NEEDS_REPLY, "the new question is not hidden by the state of before"
    assert bench.comes(mail("ben4", sender="Ben <ben@mail.example>", answers="ben3")) == ben


def test_a_reply_to_what_was_split_off_comes_back_with_it(bench: Bench) -> None:
    home = bench.comes(mail("a"), when=ago(9))
    bench.comes(mail("b", answers="a"), when=ago(8))
    undo = bench.use.split(bench.messages(home)[1].id)
    bench.comes(mail("c", answers="b"), when=ago(1))

    bench.use.undo(undo)

    assert [(row.id, row.messages) for row in bench.rows()] == [(home, 3)]


# --- any sequence ----------------------------------------------------------------------------------------

STEPS = st.lists(
    st.tuples(st.sampled_from(USES), st.lists(st.integers(0, 5), min_size=1, max_size=3), st.integers(0, 4)),
    min_size=1,
    max_size=8,
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with four people's matters, to be copied."""
    folder = tmp_path_factory.mktemp("filled") / "desk"
    real = keyring.get_keyring()
    keyring.set_keyring(MemoryKeychain())
    with Bench(folder, StoppedClock()) as bench:
        bench.connect()
        fill(bench)
    keyring.set_keyring(real)
    return folder


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_sequence_of_use_cases_is_undone_in_reverse(filled: Path, steps: list[tuple[str, list[int], int]]) -> None:
    with tempfile.TemporaryDirectory() as copied:
        shutil.copytree(filled, copied, dirs_exist_ok=True)
        with Bench(Path(copied), StoppedClock()) as bench:
            seen, undos = [bench.everything()], []
            for name, chosen, position in steps:
                alive = [row.id for row in bench.rows()]
                undos.append(use(bench, name, [alive[n % len(alive)] for n in chosen], position))
                seen.append(bench.everything())

            for undo in reversed(undos):
                assert bench.everything() == seen.pop()
                bench.use.undo(undo)

            assert bench.everything() == seen.pop()
