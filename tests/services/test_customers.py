"""Customers: met while mails are filed, with their card, their notes and tags, each change with its inverse."""

from __future__ import annotations

import pytest

from shopdesk.domain.customer import Dealings
from shopdesk.domain.customer_note import NOTE_SIGNS, CustomerDraft
from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.domain.ids import CustomerNoteId
from shopdesk.domain.message import Address
from shopdesk.services.customers import Customers
from tests.services.bench import NOW, SHOP, Bench, ago, answer, mail

ANNA = Address("Anna Schmidt", "anna@mail.example")
NOBODY = Address("Nobody", "nobody@mail.example")


@pytest.fixture
def customers(bench: Bench) -> Customers:
    """The customers of the shop."""
    return bench.shop.customers


def _names(customers: Customers, text: str) -> list[str]:
    return [customer.name for customer in customers.find(text)]


# --- who is a customer -----------------------------------------------------------------------------------


def test_who_writes_is_a_customer_at_once(bench: Bench, customers: Customers) -> None:
    bench.comes(mail("ask"), when=ago(2))
    bench.comes(mail("more", subject="Other matter"), when=ago(1))

    [anna] = customers.find("anna sch")
    assert (anna.name, anna.address, anna.last_at) == ("Anna Schmidt", "anna@mail.example", ago(1))


def test_whom_we_write_to_is_a_customer(bench: Bench, customers: Customers) -> None:
    bench.comes(answer("ours", ""), folder="Sent")

    assert [customer.address for customer in customers.find("anna")] == ["anna@mail.example"]


def test_machines_and_our_own_mailboxes_are_no_customers(bench: Bench, customers: Customers) -> None:
    bench.comes(mail("bot", sender="Shipping <no-reply@carrier.example>", extra="Auto-Submitted: auto-generated"))
    bench.comes(mail("self", sender=f"Shop <{SHOP}>", to=SHOP))

    assert _names(customers, "shipping") == []
    assert _names(customers, "shop") == []


def test_filing_says_whose_card_is_another_now(bench: Bench, customers: Customers) -> None:
    bench.heard.clear()
    bench.comes(mail("ask"), when=ago(1))

    [anna] = customers.find("anna")
    assert [changes.customers for changes in bench.heard if changes.customers] == [frozenset({anna.id})]


# --- the card --------------------------------------------------------------------------------------------


def test_a_card_sums_up_all_conversations(bench: Bench, customers: Customers) -> None:
    first = bench.comes(mail("ask", subject="Lamp"), when=ago(50))
    second = bench.comes(mail("more", subject="Other matter"), when=ago(2))
    bench.shop.conversations.mark_done([first])

    card = customers.card(Address("", "ANNA@mail.example"))

    assert card.dealings == Dealings(2, 1, 2, ago(50), ago(2))
    assert [row.id for row in card.conversations] == [second, first]
    assert card.customer.name == "Anna Schmidt"


def test_a_merged_conversation_still_counts_for_both_who_wrote_in_it(bench: Bench, customers: Customers) -> None:
    first = bench.comes(mail("ask"), when=ago(5))
    other = bench.comes(mail("ben", sender="Ben <ben@mail.example>", subject="Chair"), when=ago(4))
    bench.shop.conversations.merge([first, other])

    assert customers.card(Address("Ben", "ben@mail.example")).dealings == Dealings(1, 1, 1, ago(4), ago(4))


def test_the_card_of_a_stranger_is_empty(customers: Customers) -> None:
    card = customers.card(NOBODY)

    assert (card.customer.id, card.customer.shown, card.dealings) == (None, "Nobody", Dealings())
    assert (card.notes, card.tags, card.drafts, card.conversations) == ((), (), (), ())


# --- notes -----------------------------------------------------------------------------------------------


def test_a_note_is_dated_told_about_and_taken_back(bench: Bench, customers: Customers) -> None:
    bench.comes(mail("ask"))
    bench.heard.clear()

    undo = customers.add_note(ANNA, "  Prefers answers in German.\n")

    card = customers.card(ANNA)
    [note] = card.notes
    assert (note.text, note.created_at, note.edited_at, note.author) == ("Prefers answers in German.", NOW, None, "")
    assert bench.heard[-1].customers == {card.customer.id}
    bench.shop.conversations.undo(undo)
    assert customers.card(ANNA).notes == ()
    assert bench.heard[-1].customers == {card.customer.id}


def test_other_words_for_a_note_are_dated_and_taken_back(bench: Bench, customers: Customers) -> None:
    customers.add_note(ANNA, "Frendly")
    [before] = customers.card(ANNA).notes

    undo = customers.edit_note(before.id, "Friendly")

    [note] = customers.card(ANNA).notes
    assert (note.text, note.created_at, note.edited_at) == ("Friendly", NOW, NOW)
    bench.shop.conversations.undo(undo)
    assert customers.card(ANNA).notes == (before,)


def test_the_same_words_are_no_change(customers: Customers) -> None:
    customers.add_note(ANNA, "Friendly")
    [before] = customers.card(ANNA).notes
    customers.edit_note(before.id, "Friendly ")
    assert customers.card(ANNA).notes == (before,)


def test_a_note_that_was_taken_away_comes_back(bench: Bench, customers: Customers) -> None:
    customers.add_note(ANNA, "One")
    customers.add_note(ANNA, "Two")
    before = customers.card(ANNA).notes

    undo = customers.remove_note(before[1].id)

    assert [note.text for note in customers.card(ANNA).notes] == ["Two"]
    bench.shop.conversations.undo(undo)
    assert customers.card(ANNA).notes == before
    with pytest.raises(NotFound):
        customers.remove_note(CustomerNoteId(999))


def test_twenty_changes_are_taken_back_in_a_row(bench: Bench, customers: Customers) -> None:
    empty = customers.card(ANNA)
    undos = []
    for number in range(5):
        undos += [customers.add_note(ANNA, f"Note {number}"), customers.add_tag(ANNA, f"Tag {number}")]
        undos += [customers.remove_tag(ANNA, "Tag 0"), customers.edit_note(CustomerNoteId(1), f"Words {number}")]
    for undo in reversed(undos):
        bench.shop.conversations.undo(undo)
    after = customers.card(ANNA)
    assert (after.notes, after.tags) == (empty.notes, empty.tags)


@pytest.mark.parametrize("text", ["", "  \n\t "])
def test_an_empty_note_is_refused(customers: Customers, text: str) -> None:
    with pytest.raises(InputRefused):
        customers.add_note(ANNA, text)
    with pytest.raises(InputRefused):
        customers.edit_note(CustomerNoteId(1), text)


def test_nothing_is_noted_about_nobody(customers: Customers) -> None:
    with pytest.raises(InputRefused):
        customers.add_note(Address("Nobody", ""), "Text")


def test_somebody_without_a_filed_mail_may_be_noted_about(customers: Customers) -> None:
    customers.add_note(NOBODY, "Called us")
    assert [note.text for note in customers.card(NOBODY).notes] == ["Called us"]
    assert _names(customers, "nobody") == ["Nobody"]


# --- drafts ----------------------------------------------------------------------------------------------


def test_a_draft_waits_until_its_note_is_written(bench: Bench, customers: Customers) -> None:
    bench.heard.clear()
    customers.save_draft(ANNA, CustomerDraft("Unfin"))
    customers.save_draft(ANNA, CustomerDraft("Unfinished"))

    assert customers.card(ANNA).drafts == (CustomerDraft("Unfinished"),)
    assert bench.heard == []
    customers.add_note(ANNA, "Finished")
    assert customers.card(ANNA).drafts == ()


def test_the_draft_of_a_change_belongs_to_its_note(customers: Customers) -> None:
    customers.add_note(ANNA, "Old")
    [note] = customers.card(ANNA).notes
    customers.save_draft(ANNA, CustomerDraft("New", note.id))
    customers.save_draft(ANNA, CustomerDraft("Another"))

    customers.edit_note(note.id, "New words")

    assert customers.card(ANNA).drafts == (CustomerDraft("Another"),)


def test_nothing_typed_about_a_stranger_leaves_no_trace(customers: Customers) -> None:
    customers.save_draft(NOBODY, CustomerDraft(""))
    assert customers.card(NOBODY).customer.id is None


def test_a_pasted_book_is_cut(customers: Customers) -> None:
    customers.save_draft(ANNA, CustomerDraft("x" * (NOTE_SIGNS + 5)))
    assert len(customers.card(ANNA).drafts[0].text) == NOTE_SIGNS


# --- tags ------------------------------------------------------------------------------------------------


def test_tags_are_given_taken_and_taken_back(bench: Bench, customers: Customers) -> None:
    customers.add_tag(ANNA, "  Repeat   buyer ")
    customers.add_tag(ANNA, "VIP")
    again = customers.add_tag(ANNA, "vip")
    assert customers.card(ANNA).tags == ("Repeat buyer", "VIP")

    undo = customers.remove_tag(ANNA, "VIP")
    assert customers.card(ANNA).tags == ("Repeat buyer",)
    bench.shop.conversations.undo(undo)
    bench.shop.conversations.undo(again)
    assert customers.card(ANNA).tags == ("Repeat buyer", "VIP")
    with pytest.raises(InputRefused):
        customers.add_tag(ANNA, "  ")


def test_known_tags_come_most_used_first(customers: Customers) -> None:
    customers.add_tag(ANNA, "Café")
    customers.add_tag(ANNA, "VIP")
    customers.add_tag(NOBODY, "VIP")
    assert customers.known_tags() == ["VIP", "Café"]
