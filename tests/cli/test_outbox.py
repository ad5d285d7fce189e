"""`outbox` and `note`: what waits, what left, what a person has to decide."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.draft import DraftKind

OURS = "hello@shop.example"


@pytest.fixture
def asked(connected, post):
    """A desk with one question; returns its conversation."""
    post.deliver("Lamp broken", "My lamp is broken, what now?")
    connected("sync")
    with connected.shop() as shop:
        return shop.conversations.ids(ConversationState.NEEDS_REPLY)[0]


def queue(command_line, conversation: int, **more: object) -> int:
    with command_line.shop() as shop:
        draft = replace(shop.replies.start(conversation, DraftKind.REPLY), body="A new one leaves today.", **more)
        return shop.replies.queue(shop.replies.save(draft), hold_seconds=0)


def test_an_empty_outbox_says_so(connected) -> None:
    assert connected("outbox").out == "Nothing is on its way out.\n"
    assert connected("outbox", "--json").json == []


def test_what_is_queued_is_listed_and_leaves(connected, asked, post) -> None:
    item = queue(connected, asked)
    listed = connected("outbox")
    assert listed.code == 0
    assert f"{item}  waiting to leave" in listed.out
    assert "to Anna: Re: Lamp broken" in listed.out
    sent = connected("outbox", "send")
    assert (sent.code, sent.out) == (0, f"{OURS}: 1 mail sent\n")
    assert connected("outbox").out in {"Nothing is on its way out.\n", f"{item}  sent"}
    (record,) = connected("outbox", "--all", "--json").json
    assert record["state"] in {"sent", "filed"}
    assert len(post.store.folder(OURS, "Sent").mails) <= 1


def test_what_is_left_makes_the_exit_code_one(connected, asked, post) -> None:
    item = queue(connected, asked)
    post.server.stop()
    with connected.shop() as shop:
        (mailbox,) = shop.mailboxes.all()
        shop.mailboxes.change(replace(mailbox, smtp=replace(mailbox.smtp, port=9)))
    left = connected("outbox", "send")
    assert (left.code, left.out) == (1, f"{OURS}: 0 mails sent, 1 still here (see 'outbox')\n")
    assert "cannot be reached" in connected("outbox").out
    assert connected("outbox", "discard", str(item)).code == 0
    assert connected("outbox", "send").code == 0
    gone = connected("outbox", "retry", str(item))
    assert (gone.code, gone.out) == (1, "")
    assert gone.err.startswith("Not found: outbox")


def test_a_decision_needs_a_number(connected) -> None:
    said = connected("outbox", "retry")
    assert (said.code, said.err) == (2, "Which one? Name it: outbox retry ID\n")


def test_a_note_is_read_from_standard_input(connected, asked) -> None:
    assert connected("note", str(asked), "--text-stdin", "--author", "Lin", given="供应商说周五到货".encode()).code == 0
    assert "供应商说周五到货" in connected("show", str(asked)).out
    empty = connected("note", str(asked), "--text-stdin", given=b"  ")
    assert (empty.code, empty.err) == (1, "The text is empty.\n")
    nowhere = connected("note", "999", "--text-stdin", given=b"x")
    assert nowhere.code == 1
