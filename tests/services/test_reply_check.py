"""The reply check over a real shop: what it gathers of a conversation."""

from __future__ import annotations

import sys
import time
from dataclasses import replace

import pytest

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.draft import Draft, DraftFile, DraftKind
from shopdesk.domain.ids import ConversationId, DraftFileId, DraftId
from shopdesk.domain.message import Address
from shopdesk.domain.reply_check.facts import CheckResult, Part, Rule
from shopdesk.domain.reply_check.rules import Rules
from shopdesk.services.reply_check import ReplyCheck
from tests.services.bench import ANNA, NOW, SHOP, Bench, ago, answer, mail

ALIAS = "Anna <q7x2mk9tplv3wz1@marketplace.amazon.de>"


def write(bench: Bench, home: ConversationId, body: str, **changes: object) -> Draft:
    """A reply with these words."""
    return replace(bench.shop.replies.start(home, DraftKind.REPLY), body=body, **changes)


def rules_found(bench: Bench, draft: Draft) -> set[str]:
    return {rule.value for rule in bench.shop.reply_check.check(draft).rules}


def test_a_good_reply_has_no_findings_and_a_ticked_question(bench: Bench) -> None:
    home = bench.comes(mail("a", body="Where is my lamp? I need it for Saturday."))
    draft = write(bench, home, "Hello Anna,\n\nyour lamp left us today, it arrives on Friday.")
    result = bench.shop.reply_check.check(draft)
    assert result.findings == ()
    assert [question.answered for question in result.questions] == [True]


def test_all_mails_since_our_last_answer_are_looked_at_and_places_name_their_message(bench: Bench) -> None:
    home = bench.comes(mail("a", body="Is the lamp heavy?", when=ago(5)), when=ago(5))
    bench.comes(answer("b", "a", when=ago(4)), folder="Sent", when=ago(4))
    bench.comes(mail("c", answers="a b", body="How long is the cable of the lamp?", when=ago(3)), when=ago(3))
    bench.comes(mail("d", answers="a b", body="Hello? This is ridiculous.", when=ago(2)), when=ago(2))
    result = bench.shop.reply_check.check(write(bench, home, "Hello Anna,\n\nwe look at the lamp on Monday."))
    third, fourth = bench.messages(home)[2:]
    cable = next(question for question in result.questions if "cable" in question.text)
    (anger,) = [finding for finding in result.findings if finding.rule is Rule.ANGER_IGNORED]
    assert not any("heavy" in question.text for question in result.questions)
    assert (cable.message, cable.start) == (third.id, 0)
    assert (anger.message, anger.part) == (fourth.id, Part.MAIL)
    assert fourth.mail.own_words[anger.start : anger.start + anger.length] == "ridiculous"


def test_an_answer_to_an_older_mail_is_checked_against_that(bench: Bench) -> None:
    home = bench.comes(mail("a", body="Is the lamp heavy?", when=ago(5)), when=ago(5))
    bench.comes(answer("b", "a", when=ago(4)), folder="Sent", when=ago(4))
    old = bench.messages(home)[0].id
    result = bench.shop.reply_check.check(write(bench, home, "No, the lamp is not heavy.", answers=old))
    assert [question.text for question in result.questions] == ["Is the lamp heavy?"]


def test_a_follow_up_without_a_new_mail_misses_nothing(bench: Bench) -> None:
    home = bench.comes(mail("a", body="Is the lamp heavy?", when=ago(5)), when=ago(5))
    bench.comes(answer("b", "a", when=ago(4)), folder="Sent", when=ago(4))
    assert rules_found(bench, write(bench, home, "Hello Anna,\n\none more word.", answers=None)) == set()


def test_the_order_number_of_the_conversation_counts_as_the_own_thing(bench: Bench) -> None:
    home = bench.comes(mail("a", subject="Order 304-8812047-5521934", body="It is broken. What now?"))
    body = "Hello Anna,\n\nwe have refunded 3048812047-5521934."
    assert "no_own_thing" not in rules_found(bench, write(bench, home, body))
    assert "no_own_thing" in rules_found(bench, write(bench, home, "Hello Anna,\n\nwe have refunded everything."))


def test_marketplace_rules_hold_for_a_buyers_alias_only(bench: Bench) -> None:
    buyer = bench.comes(mail("a", sender=ALIAS, body="Where is my lamp?"))
    friend = bench.comes(mail("b", body="Where is my lamp?", subject="Other lamp"))
    body = "The lamp left us today, see https://lamps.example/track for the lamp."
    assert "market_link" in rules_found(bench, write(bench, buyer, body))
    assert "market_link" not in rules_found(bench, write(bench, friend, body))


def test_another_sender_than_the_address_that_was_written_to_is_told(bench: Bench) -> None:
    bench.connect("second@shop.example")
    home = bench.comes(mail("a", sender=ALIAS, body="Where is my lamp?"))
    body = "The lamp left us today."
    other = write(bench, home, body, sender=Address("Shop", "second@shop.example"))
    assert "market_sender" in rules_found(bench, other)
    assert rules_found(bench, write(bench, home, body, sender=Address("Shop", SHOP))) == set()


def test_a_marketplace_that_takes_no_mail_is_told(bench: Bench) -> None:
    home = bench.comes(mail("a", sender="Etsy <conversations@mail.etsy.com>", body="Will the bracelet be here soon?"))
    assert "market_on_site" in rules_found(bench, write(bench, home, "The bracelet leaves us today.", to=()))


def test_the_name_in_the_draft_must_be_the_customers(bench: Bench) -> None:
    home = bench.comes(mail("a", sender=ANNA, body="Where is my lamp?"))
    assert "wrong_name" in rules_found(bench, write(bench, home, "Hello Bob,\n\nyour lamp left us today."))


def test_a_file_keeps_the_attachment_rule_quiet(bench: Bench) -> None:
    home = bench.comes(mail("a", body="Please send me the invoice for the lamp."))
    draft = write(bench, home, "Hello Anna,\n\nthe invoice for the lamp is attached.")
    assert "file_forgotten" in rules_found(bench, draft)
    with_file = replace(draft, files=(DraftFile(DraftFileId(1), "invoice.pdf", "application/pdf", 9),))
    assert rules_found(bench, with_file) == set()


@pytest.mark.parametrize("kind", [DraftKind.NOTE, DraftKind.FORWARD])
def test_what_no_customer_reads_as_an_answer_is_not_checked(bench: Bench, kind: DraftKind) -> None:
    home = bench.comes(mail("a", body="Where is my lamp?"))
    draft = replace(bench.shop.replies.start(home, kind), body="SORRY SORRY SORRY, soon!!!")
    assert bench.shop.reply_check.check(draft) == CheckResult()


def test_a_new_mail_without_a_conversation_is_checked_for_its_words(bench: Bench) -> None:
    (mailbox,) = bench.shop.mailboxes.all()
    to = (Address("Anna", "anna@mail.example"),)
    draft = Draft(DraftId(0), DraftKind.NEW, mailbox.id, to=to, body="The lamp comes to you soon.")
    assert rules_found(bench, draft) == {"vague_words"}


@pytest.mark.expects_log("could not be checked")
def test_a_failing_check_finds_nothing_and_raises_nothing(bench: Bench) -> None:
    home = bench.comes(mail("a", body="Where is my lamp?"))
    broken = ReplyCheck(bench.shop.store, Rules(None, {}, {}))  # type: ignore[arg-type]
    assert broken.check(write(bench, home, "The lamp left us today, it is with you on Friday.")) == CheckResult()


def test_checking_changes_nothing(bench: Bench) -> None:
    home = bench.comes(mail("a", body="Where is my lamp?"))
    bench.heard.clear()
    bench.shop.reply_check.check(write(bench, home, "Soon!!!"))
    assert bench.heard == []
    assert bench.state(home) is ConversationState.NEEDS_REPLY


@pytest.fixture
def edited(bench: Bench) -> Bench:
    """A shop that has its own list of vague words."""
    folder = bench.shop.data_folder / "rules"
    folder.mkdir()
    (folder / "en.json").write_text('{"vague": {"when the moon is full": "on Thursday"}}', "utf-8")
    return bench


def test_the_shop_may_replace_a_list_and_keeps_the_others(edited: Bench) -> None:
    home = edited.comes(mail("a", body="Where is my lamp?"))
    draft = write(edited, home, "The lamp left us today and comes soon, when the moon is full. We guarantee it.")
    result = edited.shop.reply_check.check(draft)
    assert [(one.words, one.instead) for one in result.findings if one.rule is Rule.VAGUE_WORDS] == [
        (("when the moon is full",), "on Thursday")
    ]
    assert Rule.EMPTY_PROMISE in result.rules


@pytest.mark.skipif(sys.gettrace() is not None, reason="counting lines takes longer than the rules")
def test_checking_with_all_that_the_desk_knows_takes_a_moment(bench: Bench) -> None:
    home = bench.comes(mail("a", body="Where is my lamp? When does it come? " * 50, when=NOW))
    draft = write(bench, home, "The lamp left us today and is with you on Friday. " * 40)
    bench.shop.reply_check.check(draft)
    took = []
    for _ in range(20):
        begin = time.thread_time()
        bench.shop.reply_check.check(draft)
        took.append(time.thread_time() - begin)
    assert min(took) < 0.04
