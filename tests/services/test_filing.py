"""Where arrived mails go: direction, names, copies, conversations, and whose turn it is then."""

from __future__ import annotations

import itertools
from datetime import timedelta

import pytest

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import ConversationState, Lane
from shopdesk.domain.message import Direction
from tests.services.bench import ANNA, NOW, SHOP, Bench, ago, answer, mail

NEEDS_REPLY, WAITING = ConversationState.NEEDS_REPLY, ConversationState.WAITING
SNOOZED, DONE = ConversationState.SNOOZED, ConversationState.DONE
INCOMING, OUTGOING = Direction.INCOMING, Direction.OUTGOING
BEN = "Ben <ben@mail.example>"


# --- which way a mail went -------------------------------------------------------------------------------


def test_a_customers_mail_comes_in_and_needs_a_reply(bench: Bench) -> None:
    home = bench.comes(mail("ask"), when=ago(1))

    row = bench.row(home)
    assert bench.messages(home)[0].direction is INCOMING
    assert (row.state, row.waiting_since, row.lane, row.unread) == (NEEDS_REPLY, ago(1), Lane.PEOPLE, 1)
    assert (row.customer_name, row.customer_email, row.subject) == ("Anna Schmidt", "anna@mail.example", "Lamp")


def test_what_lies_in_sent_is_ours_also_under_an_address_that_nobody_told_us(bench: Bench) -> None:
    raw = answer("ours", "", sender="Shop <sales@brand.example>")

    home = bench.comes(raw, folder="Sent")

    assert bench.messages(home)[0].direction is OUTGOING
    assert bench.row(home).customer_email == "anna@mail.example"
    assert (bench.state(home), bench.row(home).unread) == (WAITING, 0)


def test_a_shop_form_sent_by_ourselves_is_the_customers_mail(bench: Bench) -> None:
    raw = mail("form", sender=f"Contact form <{SHOP}>", extra=f"Reply-To: {ANNA}")

    home = bench.comes(raw)

    assert bench.messages(home)[0].direction is INCOMING
    assert (bench.state(home), bench.row(home).customer_email) == (NEEDS_REPLY, "anna@mail.example")


@pytest.mark.parametrize("sender", [SHOP, "HELLO@Shop.Example", "alias@shop.example"])
def test_our_own_mail_that_comes_back_to_the_inbox_asks_for_nothing(bench: Bench, sender: str) -> None:
    bench.connect("own@shop.example", own_addresses=("alias@shop.example",))

    home = bench.comes(answer("ours", "", sender=f"Shop <{sender}>"))

    assert bench.messages(home)[0].direction is OUTGOING
    assert (bench.state(home), bench.row(home).unread) == (WAITING, 0)


def test_mail_between_two_of_our_mailboxes_asks_for_nothing(bench: Bench) -> None:
    bench.connect("other@shop.example")

    home = bench.comes(mail("inside", sender=f"Shop <{SHOP}>", to="other@shop.example"), address="other@shop.example")

    assert bench.state(home) is WAITING


# --- names -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("framed", ["Anna Schmidt - Amazon Marketplace", "Anna Schmidt (Amazon.de)"])
def test_customers_are_named_without_the_marketplaces_frame(bench: Bench, framed: str) -> None:
    home = bench.comes(mail("ask", sender=f'"{framed}" <a1b2c3d4e5f6g7@marketplace.amazon.de>'))

    assert (bench.row(home).customer_name, bench.row(home).market) == ("Anna Schmidt", "amazon")


def test_what_began_with_our_own_mail_is_named_by_the_customer_who_answers(bench: Bench) -> None:
    home = bench.comes(answer("ours", "", to="anna@mail.example"), folder="Sent", when=ago(5))
    assert bench.row(home).customer_name == "anna@mail.example"

    bench.comes(mail("ask", answers="ours"), when=ago(1))

    assert bench.row(home).customer_name == "Anna Schmidt"


def test_a_colleague_of_the_customer_does_not_rename_the_conversation(bench: Bench) -> None:
    home = bench.comes(mail("ask"), when=ago(5))

    assert bench.comes(mail("more", sender=BEN, answers="ask"), when=ago(1)) == home
    assert bench.row(home).customer_name == "Anna Schmidt"


def test_a_machines_answer_does_not_rename_the_conversation(bench: Bench) -> None:
    home = bench.comes(answer("ours", "", to="anna@mail.example"), folder="Sent", when=ago(5))

    bench.comes(mail("away", answers="ours", extra="Auto-Submitted: auto-replied"), when=ago(1))

    assert bench.row(home).customer_name == "anna@mail.example"


def test_a_customer_without_any_address_is_filed_all_the_same(bench: Bench) -> None:
    home = bench.comes(mail("odd", sender="(nobody)"))

    assert bench.row(home).messages == 1


# --- copies and doubles ----------------------------------------------------------------------------------


def test_a_mail_in_two_mailboxes_is_one_message_in_two_places(bench: Bench) -> None:
    bench.connect("other@shop.example")
    raw = mail("both", to=f"{SHOP}, other@shop.example")
    home = bench.comes(raw)

    assert bench.comes(b"Received: from elsewhere\r\n" + raw, address="other@shop.example") == home

    assert len(bench.messages(home)) == 1
    assert [place.mailbox for place in bench.shop.ledger.mails()] == [SHOP, "other@shop.example"]
    assert bench.row(home).unread == 1


def test_the_same_mail_twice_in_one_batch_is_one_message(bench: Bench) -> None:
    homes = bench.come(mail("twin"), mail("twin"))

    assert homes[0] == homes[1]
    assert len(list(bench.shop.ledger.mails())) == 2
    assert [row.messages for row in bench.rows()] == [1]


def test_a_copy_that_comes_later_does_not_reopen_what_is_done(bench: Bench) -> None:
    bench.connect("other@shop.example")
    home = bench.comes(mail("both"), when=ago(2))
    bench.use.mark_done([home])

    bench.comes(mail("both"), address="other@shop.example", when=ago(1))

    assert bench.state(home) is DONE


def test_different_mails_without_an_id_in_the_same_second_are_both_stored(bench: Bench) -> None:
    homes = bench.come(mail(body="One"), mail(body="Two", sender=BEN, subject="Other"))

    assert len(set(homes)) == 2
    assert {m.mail.text.strip() for home in homes if home for m in bench.messages(home)} == {"One", "Two"}


def test_different_mails_under_the_same_id_are_both_kept(bench: Bench) -> None:
    first = bench.comes(mail("same", body="One"), when=ago(2))

    second = bench.comes(mail("same", body="Two"), when=ago(1))

    assert second == first
    assert [message.mail.text.strip() for message in bench.messages(first)] == ["One", "Two"]


def test_more_mails_of_one_second_than_it_has_numbers_are_all_stored(bench: Bench) -> None:
    raws = [mail(f"n{n}", sender=f"P{n} <p{n}@x.example>", subject=f"Matter {n}") for n in range(30)]

    bench.come(*raws, when=ago(1))

    assert len(bench.rows()) == 30


# --- ties ------------------------------------------------------------------------------------------------


@pytest.fixture
def two(bench: Bench) -> tuple[object, ...]:
    """Two matters that belong together, as will turn out."""
    first = bench.comes(mail("first"), when=ago(9))
    second = bench.comes(mail("second", subject="Other", sender=BEN), when=ago(5))
    bench.heard.clear()
    return first, second


@pytest.mark.parametrize("order", ["first second", "second first"])
def test_a_mail_that_answers_two_conversations_puts_them_together(
    bench: Bench, two: tuple[object, ...], order: str
) -> None:
    home = bench.comes(mail("tie", answers=order), when=ago(1))

    assert home == two[0]
    assert [m.mail.message_id for m in bench.messages(home)] == ["<first@x>", "<second@x>", "<tie@x>"]
    assert [row.id for row in bench.rows()] == [two[0]]
    assert bench.home_of("second") == two[0]
    (changes,) = bench.heard
    assert changes.conversations == {two[0]}
    assert changes.removed_conversations == {two[1]}


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_mails_tied_within_one_batch_are_one_conversation_whatever_their_order(
    bench: Bench, order: tuple[int, ...]
) -> None:
    raws = [mail("first"), mail("second", subject="Other", sender=BEN), mail("tie", answers="first second")]
    moments = [ago(9), ago(5), ago(1)]

    (home,) = set(bench.come(*(raws[n] for n in order), when=[moments[n] for n in order]))

    (row,) = bench.rows()
    assert (row.id, row.messages, row.state, row.waiting_since) == (home, 3, NEEDS_REPLY, ago(9))
    assert bench.shop.upkeep.check().is_sound


def test_putting_together_what_is_done_by_an_old_mail_reopens_nothing(bench: Bench, two: tuple[object, ...]) -> None:
    bench.use.mark_done([row.id for row in bench.rows()])

    home = bench.comes(answer("tie", "second first"), folder="Sent", when=ago(days=3))

    assert bench.state(home) is DONE


def test_putting_together_keeps_the_open_question(bench: Bench) -> None:
    newer = bench.comes(mail("newer"), when=ago(2))
    older = bench.comes(mail("older", subject="Other", sender=BEN), when=ago(5))
    bench.use.mark_done([newer])
    assert newer < older, "the conversation that stays is the one that was made first"

    home = bench.comes(answer("tie", "newer older"), folder="Sent", when=ago(days=3))

    assert (home, bench.state(home), bench.row(home).waiting_since) == (newer, NEEDS_REPLY, ago(5))


def test_putting_together_keeps_the_mark_of_a_bounce(bench: Bench) -> None:
    first = bench.comes(mail("first", sender=BEN, subject="Other"), when=ago(9))
    home = bench.comes(mail("ask"), when=ago(8))
    bench.comes(answer("reply", "ask"), folder="Sent", when=ago(7))
    bench.comes(bounce("reply"), when=ago(6))
    assert bench.row(home).bounced

    bench.comes(mail("tie", answers="first ask"), when=ago(1))

    assert bench.row(first).bounced


# --- machines --------------------------------------------------------------------------------------------


def bounce(original: str, reason: str = "550 5.1.1 No such user", name: str = "report") -> bytes:
    """A delivery report about `<original@x>` (RFC 3464)."""
    body = (
        "--B\nContent-Type: text/plain\n\nYour mail could not be delivered.\n"
        "--B\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        f"Final-Recipient: rfc822; anna@mail.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; {reason}\n"
        f"--B\nContent-Type: text/rfc822-headers\n\nMessage-ID: <{original}@x>\nSubject: Re: Lamp\n\n--B--"
    )
    return mail(
        name,
        sender="Mail Delivery <mailer-daemon@mx.example>",
        subject="Undelivered Mail Returned to Sender",
        body=body,
        extra='Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
    )


def test_a_bounce_marks_our_reply_and_makes_it_our_turn_again(bench: Bench) -> None:
    home = bench.comes(mail("ask"), when=ago(9))
    bench.comes(answer("reply", "ask"), folder="Sent", when=ago(8))
    assert bench.state(home) is WAITING

    assert bench.comes(bounce("reply"), when=ago(7)) == home

    row = bench.row(home)
    assert (row.state, row.bounced, row.lane, row.customer_name) == (NEEDS_REPLY, True, Lane.PEOPLE, "Anna Schmidt")
    (reply,) = [m for m in bench.messages(home) if m.direction is OUTGOING]
    assert "No such user" in reply.bounced
    assert row.waiting_since is not None


def test_a_bounce_reopens_also_what_was_done_or_sleeps(bench: Bench) -> None:
    for position, settle in enumerate((bench.use.mark_done, lambda c: bench.use.snooze(c, NOW + timedelta(days=1)))):
        home = bench.comes(answer(f"reply{position}", "", to=f"p{position}@mail.example"), folder="Sent", when=ago(8))
        settle([home])
        bench.comes(bounce(f"reply{position}", name=f"report{position}"), when=ago(7))
        assert (bench.state(home), bench.row(home).snoozed_until) == (NEEDS_REPLY, None)


def test_a_bounce_that_comes_before_the_mail_it_is_about_is_not_lost(bench: Bench) -> None:
    home = bench.comes(mail("ask"), when=ago(9))
    bench.comes(bounce("reply"), when=ago(7))

    assert bench.comes(answer("reply", "ask"), folder="Sent", when=ago(8)) == home

    assert (bench.state(home), bench.row(home).bounced) == (NEEDS_REPLY, True)
    assert [row.id for row in bench.rows()] == [home]


def test_a_bounce_of_a_mail_that_nobody_knows_goes_to_the_machines(bench: Bench) -> None:
    home = bench.comes(bounce("unknown"))

    assert (bench.row(home).lane, bench.state(home)) == (Lane.MACHINES, DONE)


MACHINES = {
    "an automatic answer": (ANNA, "Auto-Submitted: auto-replied"),
    "a list": ("List <list@club.example>", "List-Id: <club.example>"),
    "a notice": ("Tool <no-reply@tool.example>", "Auto-Submitted: auto-generated"),
}


@pytest.mark.parametrize("kind", MACHINES)
def test_machines_start_nothing(bench: Bench, kind: str) -> None:
    sender, extra = MACHINES[kind]

    home = bench.comes(mail("machine", sender=sender, extra=extra, subject="Automatic"))

    assert (bench.row(home).lane, bench.state(home)) == (Lane.MACHINES, DONE)
    counts = bench.use.counts()
    assert (counts.needs_reply, counts.unread, counts.machines) == (0, 0, 1)


@pytest.mark.parametrize("kind", MACHINES)
def test_machines_reopen_nothing(bench: Bench, kind: str) -> None:
    sender, extra = MACHINES[kind]
    home = bench.comes(mail("ask"), when=ago(9))
    bench.use.mark_done([home])

    assert bench.comes(mail("machine", sender=sender, extra=extra, answers="ask")) == home

    assert (bench.row(home).lane, bench.state(home)) == (Lane.PEOPLE, DONE)


def test_a_person_who_answers_a_machines_mail_is_among_the_people(bench: Bench) -> None:
    sender, extra = MACHINES["a notice"]
    home = bench.comes(mail("machine", sender=sender, extra=extra), when=ago(2))

    assert bench.comes(mail("ask", answers="machine"), when=ago(1)) == home

    assert (bench.row(home).lane, bench.state(home)) == (Lane.PEOPLE, NEEDS_REPLY)


# --- whose turn it is ------------------------------------------------------------------------------------


@pytest.mark.parametrize("settled", ["done", "snoozed", "waiting"])
def test_a_new_mail_of_the_customer_reopens(bench: Bench, settled: str) -> None:
    home = bench.comes(mail("ask"), when=ago(9))
    if settled == "snoozed":
        bench.use.snooze([home], NOW + timedelta(days=1))
    else:
        getattr(bench.use, {"done": "mark_done", "waiting": "mark_waiting"}[settled])([home])

    bench.comes(mail("more", answers="ask"), when=ago(1))

    assert (bench.state(home), bench.row(home).snoozed_until) == (NEEDS_REPLY, None)


def test_an_answer_written_elsewhere_ends_the_wait(bench: Bench) -> None:
    home = bench.comes(mail("ask"), when=ago(9))

    bench.comes(answer("reply", "ask"), folder="Sent", when=ago(1))

    assert (bench.state(home), bench.row(home).due_at) == (WAITING, None)


def test_a_mail_that_was_answered_elsewhere_waits_for_the_customer(bench: Bench) -> None:
    home = bench.comes(mail("ask"), flags=["\\Seen", "\\Answered"], when=ago(9))

    assert (bench.state(home), bench.row(home).unread) == (WAITING, 0)
    assert bench.messages(home)[0].is_answered


def test_old_mail_of_a_first_import_is_no_work(bench: Bench) -> None:
    raws = [
        mail("old"),
        mail("young", sender=BEN, subject="Other"),
        mail("said", sender=f"Shop <{SHOP}>", to="c@x.example"),
    ]

    old, young, said = bench.come(*raws, when=[ago(days=40), ago(days=3), ago(days=20)], first_import=True)

    assert old is not None
    assert young is not None
    assert said is not None
    assert [bench.state(each) for each in (old, young, said)] == [DONE, NEEDS_REPLY, DONE]


def test_filing_announces_the_mailbox_and_its_conversation_after_it_is_there(bench: Bench) -> None:
    seen: list[int] = []
    bench.listen = lambda changes: seen.extend(row.messages for row in bench.use.rows(sorted(changes.conversations)))

    home = bench.comes(mail("ask"))

    mailbox = bench.shop.mailboxes.by_address(SHOP).id
    customers = frozenset(customer.id for customer in bench.shop.customers.find("anna"))
    assert bench.heard == [
        Changes(conversations=frozenset({home}), mailboxes=frozenset({mailbox}), customers=customers)
    ]
    assert seen == [1]


# --- beginnings and whole mails --------------------------------------------------------------------------


def test_a_copy_that_is_whole_replaces_a_provisional_reading(bench: Bench) -> None:
    bench.connect("other@shop.example")
    raw = mail("long", body="Hello.\n" * 7_050 + "\nThe order is 305-1234567-1234567.")
    home = bench.comes(raw, beginning=True)
    assert not bench.messages(home)[0].mail.whole

    assert bench.comes(raw, address="other@shop.example") == home

    (message,) = bench.messages(home)
    assert message.mail.whole
    assert "305-1234567-1234567" in message.mail.text
    assert bench.row(home).order_numbers == ("305-1234567-1234567",)


def test_a_provisional_copy_does_not_replace_the_whole_mail(bench: Bench) -> None:
    bench.connect("other@shop.example")
    raw = mail("long", body="Hello.\n" * 7_050 + "\nThe end.")
    home = bench.comes(raw)

    bench.comes(raw, address="other@shop.example", beginning=True)

    assert bench.messages(home)[0].mail.whole
