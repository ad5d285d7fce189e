"""Blocked senders: their mails are kept and found, but ask for nothing; blocking and unblocking are taken back."""

from __future__ import annotations

import pytest

from shopdesk.domain.blocking import block_key, blocking_key
from shopdesk.domain.conversation import ConversationState, Lane
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.message import BEGINNING, MailKind
from shopdesk.services.blocking import Blocking
from tests.services.bench import SHOP, Bench, ago, mail

SPAM = "Spam <offers@deals.example>"
NAME = "offers@deals.example"


@pytest.fixture
def blocking(bench: Bench) -> Blocking:
    return bench.shop.blocking


def standing(bench: Bench, number: int) -> tuple[ConversationState, Lane, bool]:
    [row] = bench.use.rows([number])  # type: ignore[list-item]
    return row.state, row.lane, row.due_at is not None


ASKS = (ConversationState.NEEDS_REPLY, Lane.PEOPLE, True)
QUIET = (ConversationState.DONE, Lane.MACHINES, False)


@pytest.mark.parametrize("blocked", ["OFFERS@deals.example", "@deals.example", "deals.example"])
def test_what_comes_from_a_blocked_sender_is_kept_and_found_but_asks_for_nothing(
    bench: Bench, blocking: Blocking, blocked: str
) -> None:
    blocking.block(blocked)
    home = bench.comes(mail("s1", sender=SPAM, subject="Backlinks", body="Cheap backlinks today"))
    other = bench.comes(mail("a1", subject="Lamp"))
    assert standing(bench, home) == QUIET
    assert standing(bench, other) == ASKS
    [message] = bench.use.open(home).messages
    assert message.mail.kind is MailKind.BLOCKED
    assert [found.conversation.id for found in bench.shop.search.find("backlinks")] == [home]
    assert bench.shop.customers.find("offers") == []
    assert bench.shop.upkeep.check().archived == 2


def test_below_a_blocked_domain_everything_is_blocked_beside_it_nothing() -> None:
    keys = frozenset({"@deals.example", "me@x.example"})
    assert [blocking_key(keys, one) for one in ("a@deals.example", "a@mail.DEALS.example", "ME@x.example")] == [
        "@deals.example", "@deals.example", "me@x.example",
    ]  # fmt: skip
    others = ("a@moredeals.example", "you@x.example", "", "deals.example.org")
    assert [blocking_key(keys, one) for one in others] == [""] * 4


def test_what_is_here_stays_and_is_offered_to_be_done(bench: Bench, blocking: Blocking) -> None:
    home = bench.comes(mail("s1", sender=SPAM), when=ago(3))
    bench.comes(mail("s2", sender="x <other@deals.example>", subject="More"), when=ago(3))
    found = blocking.look_at(NAME)
    assert (found.address, found.domain, found.blocked_by) == (NAME, "@deals.example", "")
    assert (found.open, len(found.open_of_domain)) == ((home,), 2)
    blocking.block(NAME)
    assert standing(bench, home) == ASKS
    assert list(blocking.open_of(NAME)) == [home]
    bench.comes(mail("s3", sender=SPAM, answers="s1", subject="Re: Lamp"), when=ago(1))
    bench.use.mark_done([home])
    bench.comes(mail("s4", sender=SPAM, answers="s1 s3", subject="Re: Lamp"))
    assert standing(bench, home) == (ConversationState.DONE, Lane.PEOPLE, False), "a further mail opens nothing again"
    assert blocking.look_at(NAME).blocked_by == NAME
    assert blocking.look_at(NAME).open == ()


def test_unblocking_brings_back_what_they_wrote_meanwhile_and_is_taken_back(bench: Bench, blocking: Blocking) -> None:
    blocking.block("deals.example")
    new = bench.comes(mail("s1", sender=SPAM), when=ago(2))
    old = bench.comes(mail("s0", sender=SPAM, subject="Long ago"), when=ago(days=90))
    undo = blocking.unblock("deals.example")
    assert standing(bench, new) == ASKS
    assert standing(bench, old)[0] is ConversationState.DONE
    assert [one.address for one in bench.shop.customers.find("offers")] == [NAME]
    bench.use.undo(undo)
    assert standing(bench, new) == standing(bench, old) == QUIET
    assert [one.key for one in blocking.all()] == ["@deals.example"]


def test_blocking_is_taken_back_with_what_came_since(bench: Bench, blocking: Blocking) -> None:
    undo = blocking.block(NAME)
    home = bench.comes(mail("s1", sender=SPAM), when=ago(1))
    bench.use.undo(undo)
    assert standing(bench, home) == ASKS
    assert blocking.all() == []


def test_who_is_blocked_twice_over_stays_blocked_by_the_other(bench: Bench, blocking: Blocking) -> None:
    blocking.block(NAME)
    blocking.block("@deals.example")
    home = bench.comes(mail("s1", sender=SPAM), when=ago(1))
    blocking.unblock(NAME)
    assert standing(bench, home) == QUIET


def test_a_large_mail_of_a_blocked_sender_stays_quiet_when_the_rest_of_it_comes(
    bench: Bench, blocking: Blocking
) -> None:
    blocking.block(NAME)
    raw = mail("big", sender=SPAM, body="word " * BEGINNING)
    home = bench.comes(raw, beginning=True)
    bench.come(raw)
    assert standing(bench, home) == QUIET


@pytest.mark.parametrize(
    "text",
    ["", " ", "nobody", "a@", "a b@x.example", "gmail.com", "@yahoo.co.uk", "qq.com", SHOP, "shop.example",
     "marketplace.amazon.de"],
)  # fmt: skip
def test_what_must_not_be_blocked_is_refused(blocking: Blocking, text: str) -> None:
    with pytest.raises(InputRefused):
        blocking.block(text)
    assert blocking.all() == []


def test_nothing_can_be_blocked_of_ourselves_and_no_domain_of_a_provider(blocking: Blocking) -> None:
    assert blocking.look_at(SHOP).address == blocking.look_at("").address == ""
    assert blocking.look_at("someone@gmail.com").domain == ""
    assert block_key("someone@gmail.com") == "someone@gmail.com"


def test_twice_is_refused_in_both_directions(blocking: Blocking) -> None:
    blocking.block(NAME)
    with pytest.raises(InputRefused):
        blocking.block(NAME)
    blocking.unblock(NAME.upper())
    with pytest.raises(InputRefused):
        blocking.unblock(NAME)
