"""`targets`: rules are shown and set, and the sum behind a due time is told."""

from __future__ import annotations

import pytest

from shopdesk.domain.conversation import ConversationState

OURS = "hello@shop.example"


@pytest.fixture
def asked(connected, post):
    """A desk with one question; returns its conversation."""
    post.deliver("Lamp broken", "My lamp is broken, what now?")
    connected("sync")
    with connected.shop() as shop:
        return shop.conversations.ids(ConversationState.NEEDS_REPLY)[0]


def test_the_sum_behind_a_due_time_is_told(connected, asked) -> None:
    told = connected("targets", "explain", str(asked))
    assert told.code == 0
    assert told.out.startswith("24 h from ")
    assert ": due " in told.out
    record = connected("targets", "explain", str(asked), "--json").json
    assert (record["hours"], record["because"], record["mode"], record["old_mail"]) == (24, "usual", "platform", False)
    assert [(step["what"], step["counted_seconds"]) for step in record["steps"]] == [("counted", 86_400)]
    assert record["steps"][0]["to"] == record["due_at"]
    with connected.shop() as shop:
        shop.conversations.mark_waiting([asked])
    assert ": the clock stands." in connected("targets", "explain", str(asked)).out
    with connected.shop() as shop:
        shop.conversations.mark_done([asked])
    assert connected("targets", "explain", str(asked)).out == "Nobody waits.\n"


def test_a_rule_is_set_and_moves_what_waits(connected, asked) -> None:
    usual = connected("targets", "show").out
    assert usual == f"{OURS}: platform, within 24 h, urgent 4 h, amber 2 h and red 0 min before\n"
    words = "--mode company --hours 90 --zone Asia/Shanghai --open mon-sun=09:00-12:00,13:00-18:00 --open sun= --lunch"
    done = connected("targets", "set", OURS, *words.split(), "12:30-13:30", "--country", "cn", "--closed", "2027-01-04")
    assert done.code == 0
    assert "mon 09:00-12:00 13:00-18:00" in done.out
    assert "sun" not in done.out
    assert "lunch 12:30-13:30; holidays of CN" in done.out
    (record,) = connected("targets", "show", "--json").json
    assert (record["mode"], record["hours"], record["week"]["sat"]) == ("company", 90, ["09:00-12:00", "13:00-18:00"])
    assert (record["country"], record["closed"], record["peak_factor"]) == ("CN", ["2027-01-04"], 2)
    told = connected("targets", "explain", str(asked), "--json").json
    assert {"counted", "closed"} < {step["what"] for step in told["steps"]}
    with connected.shop() as shop:
        assert shop.conversations.rows([asked])[0].due_at.isoformat() == told["due_at"]
    plain = connected("targets", "set", OURS, "--lunch", "-", "--country", "-", "--amber", "10", "--red", "5")
    assert "amber 10 min and red 5 min" in plain.out
    assert "lunch" not in plain.out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("explain",), 2),
        (("set",), 2),
        (("explain", "lamp"), 2),
        (("explain", "999"), 1),
        (("show", "nobody@shop.example"), 1),
        (("set", OURS, "--mode", "company", "--zone", "Mars/Base"), 2),
        (("set", OURS, "--open", "someday=09:00-18:00"), 2),
        (("set", OURS, "--open", "mon=18:00-09:00"), 2),
        (("set", OURS, "--mode", "sometimes"), 2),
        (("set", OURS, "--hours", "0"), 2),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(connected, words, code) -> None:
    refused = connected("targets", *words)
    assert (refused.code, refused.out) == (code, "")
    assert refused.err.count("\n") == 1
