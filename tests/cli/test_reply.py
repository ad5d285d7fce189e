"""`reply`: a template or own words, shown or queued; what is missing is told by name with exit code 2."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.draft import DraftKind
from shopdesk.domain.ids import TemplateId
from shopdesk.domain.template import AskedInput, Template, Variant


@pytest.fixture
def asked(connected, post):
    """A desk with one question and one template; returns the conversation's number."""
    post.deliver("Lamp broken", "My lamp is broken, what now?")
    connected("sync")
    with connected.shop() as shop:
        shop.templates.save(
            Template(
                TemplateId(0),
                "Greeting",
                "hey",
                (
                    Variant(
                        "en",
                        "Hello {{ customer.first_name }}, {{ input.word }} {{ order.tracking }}",
                        "Re {{ input.word }}",
                    ),
                ),
                cc="Boss <boss@shop.example>, Anna@X.example",
                next_state=ConversationState.DONE,
                inputs=(AskedInput("word", label="A word"),),
            )
        )
        return str(shop.conversations.ids(ConversationState.NEEDS_REPLY)[0])


def test_what_is_missing_is_told_by_name(connected, asked) -> None:
    said = connected("reply", asked, "--template", "/hey")
    assert (said.code, said.out) == (2, "")
    assert said.err == (
        "Missing: word (A word); give it with --set word=…\n"
        "Missing: order.tracking; give it with --set order.tracking=…\n"
    )
    as_json = connected("reply", asked, "--template", "hey", "--json", "--queue", "--set", "input.word=x")
    assert (as_json.code, as_json.json) == (2, {"missing": ["order.tracking"]})
    assert connected("outbox").out == "Nothing is on its way out.\n"


def test_the_mail_is_shown_and_nothing_is_kept(connected, asked) -> None:
    said = connected("reply", asked, "--template", "hey", "--set", "word=fine", "--set", "order.tracking=R=1")
    assert said.code == 0
    assert "To: Anna" in said.out
    assert "Cc: Boss" in said.out
    assert "Subject: Re fine\n\nHello Anna, fine R=1\n" in said.out
    with connected.shop() as shop:
        assert shop.replies.drafts() == []
        assert shop.templates.by_key("hey").uses == 0


def test_a_queued_mail_is_in_the_outbox_and_its_template_is_counted(connected, asked) -> None:
    said = connected("reply", asked, "--template", "hey", "--set", "word=x", "--set", "order.tracking=R1", "--queue")
    assert said.code == 0
    assert "It is in the outbox as 1" in said.err
    (item,) = connected("outbox", "--json").json
    assert item["subject"] == "Re x"
    assert set(item["recipients"]) == {"anna@x.example", "boss@shop.example"}
    with connected.shop() as shop:
        assert shop.templates.by_key("hey").uses == 1
        assert list(shop.conversations.ids(ConversationState.DONE)) == [int(asked)]


def test_words_from_standard_input_are_sent_as_they_are(connected, asked) -> None:
    said = connected("reply", asked, "--body-stdin", "--json", "--queue", given="您好，{} 新的今天发出\n".encode())
    assert said.code == 0
    assert said.json["body"] == "您好，{} 新的今天发出"
    assert said.json["outbox"] == 1


def test_a_refused_mail_leaves_no_draft_behind(connected, asked) -> None:
    said = connected("reply", asked, "--body-stdin", "--queue", given=b"Hello {{ customer.name }}")
    assert said.code == 1
    assert "is not finished" in said.err
    with connected.shop() as shop:
        assert shop.replies.drafts() == []


def test_an_unfinished_reply_of_the_window_is_not_overwritten(connected, asked) -> None:
    with connected.shop() as shop:
        draft = shop.replies.start(int(asked), DraftKind.REPLY)
        shop.replies.save(replace(draft, body="Half a sent"))
    said = connected("reply", asked, "--body-stdin", "--queue", given=b"Hello")
    assert said.code == 1
    assert "unfinished reply" in said.err
    with connected.shop() as shop:
        assert shop.replies.draft_of(int(asked)).body == "Half a sent"


def test_a_missing_language_is_announced(connected, asked) -> None:
    values = ("--set", "word=x", "--set", "order.tracking=R1")
    said = connected("reply", asked, "--template", "hey", "--language", "zh", *values)
    assert said.code == 0
    assert said.err == "There are no words in zh; those in en are used.\n"


@pytest.mark.parametrize(
    ("words", "code", "start"),
    [
        ((), 2, "One of the arguments --template --body-stdin is required"),
        (("--template", "a", "--body-stdin"), 2, "Argument --body-stdin: not allowed with"),
        (("--template", "nowhere"), 1, "Not found: template nowhere"),
        (("--template", "hey", "--set", "x"), 1, "--set wants NAME=VALUE, not x"),
    ],
)
def test_wrong_words_are_told(connected, asked, words, code, start) -> None:
    said = connected("reply", asked, *words)
    assert said.code == code
    assert said.err.startswith(start)


def test_a_conversation_that_is_not_there_is_told(connected, asked) -> None:
    said = connected("reply", "999", "--template", "hey")
    assert said.code == 1
    assert said.err.startswith("Not found")
