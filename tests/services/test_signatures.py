"""Signatures: one for each mailbox, filled with the names of shop and agent, put under mails that leave."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace

import pytest

from shopdesk.domain.draft import DraftKind
from shopdesk.domain.errors import InputRefused, TemplateFaulty
from shopdesk.domain.ids import ConversationId, MailboxId
from shopdesk.domain.reply_check.facts import Rule
from shopdesk.services.signatures import LONGEST, Signatures
from tests.services.bench import SHOP, Bench, mail

SOURCE = "{{ agent.name }}\n{{ shop.name }} · {{ shop.email }}"


def mailbox_of(bench: Bench) -> MailboxId:
    return bench.folder().mailbox_id


def plain(bench: Bench) -> str:
    """The words of the one mail that waits."""
    (item,) = bench.shop.outbox.items()
    with bench.shop.store.reading() as work:
        message = email.message_from_bytes(work.outbox.raw(item.id), policy=email.policy.default)
    return "\n".join(message.get_body(("plain",)).get_content().splitlines())  # type: ignore[union-attr]


def come(bench: Bench, **more: str) -> ConversationId:
    (number,) = bench.come(mail("a1", **more))  # type: ignore[arg-type]
    assert number is not None
    return number


def test_a_signature_is_put_under_a_reply_and_can_be_left_out(bench: Bench) -> None:
    replies, signatures = bench.shop.replies, bench.shop.signatures
    signatures.name_agent("  Mei   Lin ")
    signatures.save(mailbox_of(bench), SOURCE)
    number = come(bench)
    draft = replace(replies.start(number, DraftKind.REPLY), body="On its way.")
    assert signatures.text_for(draft) == f"Mei Lin\n{SHOP} · {SHOP}"
    replies.queue(replies.save(draft), 0)
    assert plain(bench).startswith(f"On its way.\n\n-- \nMei Lin\n{SHOP} · {SHOP}\n\nOn ")
    replies.take_back(bench.shop.outbox.items()[0].id)
    again = replies.draft_of(number)
    assert again is not None
    assert (again.body, again.signed) == ("On its way.", True)
    replies.queue(replies.save(replace(again, signed=False)), 0)
    assert "-- " not in plain(bench)


def test_each_mailbox_has_its_own_and_keeps_it_when_it_is_connected_anew(bench: Bench) -> None:
    signatures, first = bench.shop.signatures, mailbox_of(bench)
    other = bench.connect("other@shop.example")
    signatures.save(first, "One")
    signatures.save(other, "Two")
    assert (signatures.of(first), signatures.of(other)) == ("One", "Two")
    signatures.save(first, "\n")
    assert (signatures.of(first), signatures.of(other)) == ("", "Two")
    bench.shop.mailboxes.remove("other@shop.example")
    assert signatures.of(bench.connect("other@shop.example")) == "Two"


def test_what_has_no_value_is_left_out_and_a_note_is_not_signed(bench: Bench) -> None:
    signatures = bench.shop.signatures
    signatures.save(mailbox_of(bench), "{{ agent.name }}Team")
    draft = bench.shop.replies.start(come(bench), DraftKind.REPLY)
    assert signatures.text_for(draft) == "Team"
    assert signatures.text_for(replace(draft, kind=DraftKind.NOTE)) == ""


def test_who_is_on_duty_signs_before_the_one_who_was_named(bench: Bench) -> None:
    signatures = Signatures(bench.shop.store, bench.clock, lambda: "Kai")
    signatures.name_agent("Mei")
    assert (signatures.signer(), signatures.agent_name()) == ("Kai", "Mei")
    assert bench.shop.signatures.signer() == "Mei"


@pytest.mark.parametrize("source", ["{{ customer.name }}", "{{ shop.nam }}", "{{ shop.name", "{% render 'x' %}"])
def test_a_signature_that_cannot_be_filled_is_refused_and_previewed_all_the_same(bench: Bench, source: str) -> None:
    signatures, mailbox = bench.shop.signatures, mailbox_of(bench)
    with pytest.raises(TemplateFaulty):
        signatures.save(mailbox, source)
    assert signatures.of(mailbox) == ""
    assert isinstance(signatures.preview(mailbox, source), str)
    with pytest.raises(InputRefused):
        signatures.save(mailbox, "x" * (LONGEST + 1))


def test_values_of_a_signature_stay_text(bench: Bench) -> None:
    signatures = bench.shop.signatures
    signatures.name_agent("{{ shop.email }} <b>\r\nBcc: x@y.example")
    signatures.save(mailbox_of(bench), "{{ agent.name }}")
    replies = bench.shop.replies
    draft = replace(replies.start(come(bench), DraftKind.REPLY), body="Hi")
    replies.queue(replies.save(draft), 0)
    assert "-- \n{{ shop.email }} <b> Bcc: x@y.example\n" in plain(bench)


def test_what_a_marketplace_forbids_is_found_in_a_signature_too(bench: Bench) -> None:
    bench.shop.signatures.save(mailbox_of(bench), "www.shop.example")
    number = come(bench, sender="Marta <abc123def456@marketplace.amazon.de>", body="When does it arrive?")
    draft = replace(bench.shop.replies.start(number, DraftKind.REPLY), body="It arrives on Friday.")
    found = [one for one in bench.shop.reply_check.check(draft).findings if one.rule is Rule.MARKET_LINK]
    assert [(one.words, one.length) for one in found] == [(("www.shop.example",), 0)]
    left = bench.shop.reply_check.check(replace(draft, signed=False))
    assert Rule.MARKET_LINK not in left.rules
