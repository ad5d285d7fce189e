"""`topics` and `promises`: what mails are about with reasons, corrections, what was promised."""

from __future__ import annotations

from datetime import timedelta

import pytest

from shopdesk.domain.ids import ConversationId


@pytest.fixture
def asked(connected, post):
    """A desk with one angry mail about a refund."""
    post.deliver("Refund", "You are thieves. I want my money back!")
    assert connected("sync").code == 0
    return connected


def test_a_conversation_is_read_with_its_reasons(asked) -> None:
    said = asked("topics", "read", "1")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[0] == "return  angry  complex"
    assert "    mood: thieves" in said.out.splitlines()
    read = asked("topics", "read", "1", "--json").json
    assert (read["topic"], read["mood"], read["urgent"], read["lane"]) == ("return", "angry", False, "complex")
    assert {"word": "thieves", "told": "mood", "about": "angry"} in read["reasons"]


def test_a_correction_is_kept_learned_listed_and_forgotten(asked) -> None:
    assert asked("topics", "lessons").out == "Nothing was learned yet.\n"
    said = asked("topics", "correct", "1", "--topic", "none", "--mood", "calm", "--urgent", "yes")
    assert said.out.splitlines()[0] == "no topic  calm  urgent  routine"
    lessons = asked("topics", "lessons", "--json").json
    assert {one["told"] for one in lessons} == {"topic", "mood", "urgency"}
    assert "return is none  (anna@x.example)" in asked("topics", "lessons").out
    for one in lessons:
        assert asked("topics", "forget", str(one["id"])).code == 0
    assert asked("topics", "forget", "1").code == 1
    assert asked("topics", "lessons", "--json").json == []


def test_what_says_nothing_or_is_not_there_is_refused(asked) -> None:
    nothing = asked("topics", "correct", "1")
    assert (nothing.code, nothing.out) == (2, "")
    assert asked("topics", "correct", "1", "--topic", "weather").code == 2
    assert asked("topics", "read", "99").code == 1


def test_what_a_first_import_brought_is_read_when_it_is_asked_for(asked) -> None:
    assert asked("topics", "reread").out == "1 conversation read.\n"
    assert asked("topics", "reread", "--json").json == {"read": 0}


def test_promises_are_listed_for_people_and_machines(asked) -> None:
    assert asked("promises").out == "Nothing is promised.\n"
    with asked.shop() as shop:
        due = shop.topics._clock.now() + timedelta(days=2)
        shop.promises.add(ConversationId(1), "call back", due)
    (one,) = asked("promises", "--json").json
    assert (one["conversation"], one["quoted"], one["state"], one["kind"]) == (1, "call back", "open", "person")
    assert one["due"] == due.isoformat()
    assert asked("promises").out.endswith("conversation 1  call back\n")


def test_a_promise_is_kept_moved_and_broken_by_its_number(asked) -> None:
    with asked.shop() as shop:
        due = shop.promises.now() + timedelta(days=2)
        first, second = (shop.promises.add(ConversationId(1), words, due) for words in ("call back", "a gift"))
    moved = asked("promises", "move", str(first), "in", "3", "days", "--json").json
    assert (moved["quoted"], moved["state"]) == ("call back", "open")
    assert moved["due"] > due.isoformat()
    assert moved["id"] not in (first, second)
    kept = asked("promises", "keep", str(moved["id"]))
    assert (kept.code, "kept" in kept.out) == (0, True)
    broken = asked("promises", "break", str(second), "--reason", "sold out")
    assert broken.out.endswith("broken  a gift  (sold out)\n")
    assert asked("promises").out == "Nothing is promised.\n"
    assert asked("promises", "keep", str(second)).code == 1, "it is settled"
    assert asked("promises", "keep").code == 2
    nonsense = asked("promises", "move", str(first), "when pigs fly")
    assert (nonsense.code, nonsense.err) == (2, "When? Not understood; try 'friday 14:00' or 'in 3 days'.\n")


def test_a_reply_that_left_promises_what_it_says_and_the_next_one_keeps_it(asked) -> None:
    asked("reply", "1", "--body-stdin", "--queue", given=b"Hello Anna,\n\nyou will have your refund within 3 days.\n")
    assert asked("promises", "--json").json == [], "nothing is promised before it left"
    assert asked("outbox", "send").code == 0
    (one,) = asked("promises", "--json").json
    assert (one["quoted"], one["kind"]) == ("you will have your refund within 3 days.", "words")
    asked("reply", "1", "--template", "hold", "--set", "matter=the bank", "--queue")
    assert asked("outbox", "send").code == 0
    (held,) = asked("promises", "--json").json
    assert held["id"] != one["id"]
    with asked.shop() as shop:
        assert shop.promises.get(one["id"]).state.value == "moved"
