"""Whom an answer goes to, what it is called, where it comes from, and what is quoted under it."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace

import pytest

from shopdesk.domain.draft import Draft, DraftKind
from shopdesk.domain.ids import DraftId
from shopdesk.domain.message import Address
from tests.services.bench import SHOP, Bench, ago, answer, mail

ANNA, KAI, BEN = "anna@mail.example", "kai@mail.example", "ben@mail.example"
TO_TWO = f"Shop <{SHOP}>, Ben <{BEN}>"


def begun(bench: Bench, raw: bytes, kind: DraftKind, **more: str) -> Draft:
    (number,) = bench.come(raw, **more)  # type: ignore[arg-type]
    assert number is not None
    return bench.shop.replies.start(number, kind)


def emails(people: tuple[Address, ...]) -> list[str]:
    return [one.email for one in people]


@pytest.mark.parametrize(
    ("kind", "to", "cc", "subject"),
    [
        (DraftKind.REPLY, [ANNA], [], "Re: Lamp"),
        (DraftKind.REPLY_ALL, [ANNA], [BEN, KAI], "Re: Lamp"),
        (DraftKind.FORWARD, [], [], "Fwd: Lamp"),
        (DraftKind.NOTE, [], [], "Lamp"),
    ],
)
def test_each_kind_of_answer_goes_to_its_people(
    bench: Bench, kind: DraftKind, to: list[str], cc: list[str], subject: str
) -> None:
    raw = mail("a1", subject="AW: Re: Lamp", to=TO_TWO, extra=f"Cc: Kai <{KAI}>, Shop <{SHOP}>")
    draft = begun(bench, raw, kind)
    assert (emails(draft.to), emails(draft.cc), draft.subject) == (to, cc, subject)
    assert draft.sender is not None
    assert draft.sender.email == SHOP


def test_a_wish_to_be_answered_elsewhere_is_followed_also_to_all(bench: Bench) -> None:
    raw = mail("a1", to=TO_TWO, extra="Reply-To: Anna <office@mail.example>")
    draft = begun(bench, raw, DraftKind.REPLY_ALL)
    assert (emails(draft.to), emails(draft.cc)) == (["office@mail.example"], [BEN])


def test_an_answer_to_our_own_newest_mail_goes_to_whom_that_went(bench: Bench) -> None:
    ours = answer("s1", "", to=f"Anna <{ANNA}>, Kai <{KAI}>", extra=f"Cc: {BEN}")
    draft = begun(bench, ours, DraftKind.REPLY_ALL, folder="Sent")
    assert (emails(draft.to), emails(draft.cc)) == ([ANNA, KAI], [BEN])


def test_an_answer_goes_to_the_newest_mail_of_a_person_not_of_a_machine(bench: Bench) -> None:
    bench.come(mail("a1", when=ago(3)))
    reply = mail("a2", sender=f"Ben <{BEN}>", answers="a1", subject="Re: Lamp", when=ago(2))
    away = mail("a3", answers="a1 a2", subject="Auto: Lamp", when=ago(1), extra="Auto-Submitted: auto-replied")
    (home, _) = bench.come(reply, away)
    assert home is not None
    assert emails(bench.shop.replies.start(home, DraftKind.REPLY).to) == [BEN]


def test_a_new_mail_comes_from_the_mailbox_and_goes_to_whom_was_typed_with_hidden_ones_in_the_envelope_only(
    bench: Bench,
) -> None:
    mailbox = bench.folder().mailbox_id
    people = [(Address("", one),) for one in (ANNA, KAI, BEN)]
    empty = Draft(DraftId(0), DraftKind.NEW, mailbox, subject="Hi", body="Hi")
    draft = replace(empty, to=people[0], cc=people[1], bcc=people[2])
    bench.shop.replies.queue(bench.shop.replies.save(draft), 0)
    (item,) = bench.shop.outbox.items()
    assert item.recipients == (ANNA, KAI, BEN)
    with bench.shop.store.reading() as work:
        message = email.message_from_bytes(work.outbox.raw(item.id), policy=email.policy.default)
    assert (message["To"], message["Cc"], message["Bcc"], message["In-Reply-To"]) == (ANNA, KAI, None, None)
    assert BEN.encode() not in message.as_bytes()


EBAY = """You have a question from the buyer.

Where is my lamp?

--------------------------------------------------
Email reference id: [#a05-tzvhk4bnkq#]_[#63f1a0b2c4d64c7e9f#]
Item: Linen lamp (123456789012)
"""


@pytest.mark.parametrize("kind", [DraftKind.REPLY, DraftKind.REPLY_ALL])
def test_an_answer_to_ebay_keeps_the_reference_by_which_ebay_files_it(bench: Bench, kind: DraftKind) -> None:
    sender = "eBay - buyer_1 <buyer_1_abc123@members.ebay.com>"
    raw = mail("e1", sender=sender, subject="buyer_1 sent a message about Linen lamp #123456789012", body=EBAY)
    draft = begun(bench, raw, kind)
    assert emails(draft.to) == ["buyer_1_abc123@members.ebay.com"]
    assert "123456789012" in draft.subject
    replies = bench.shop.replies
    replies.queue(replies.save(replace(draft, body="It arrives on Friday.")), 0)
    (item,) = bench.shop.outbox.items()
    with bench.shop.store.reading() as work:
        message = email.message_from_bytes(work.outbox.raw(item.id), policy=email.policy.default)
    for form in ("plain", "html"):
        part = message.get_body((form,))
        assert part is not None
        assert "[#a05-tzvhk4bnkq#]_[#63f1a0b2c4d64c7e9f#]" in part.get_content()
