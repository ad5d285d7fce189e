"""Several addresses of one customer: joined, parted, taken back, and honoured wherever a customer is summed up."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from shopdesk.domain.case import Case, CaseKind
from shopdesk.domain.customer_join import AlikeReason, phone_key
from shopdesk.domain.customer_note import CustomerDraft
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.ids import CaseId, OrderId
from shopdesk.domain.message import Address
from shopdesk.domain.order import Order
from shopdesk.services.customers import Customers
from tests.services.bench import NOW, SHOP, Bench, ago, mail

ANNA = Address("Anna Schmidt", "anna@mail.example")
WORK = Address("A. Schmidt", "a.schmidt@office.example")
ALIAS = Address("Anna S.", "x7f@marketplace.example")


@pytest.fixture
def customers(bench: Bench) -> Customers:
    return bench.shop.customers


@pytest.fixture
def two(bench: Bench) -> tuple[int, int]:
    """Anna wrote from home, later from work."""
    home = bench.comes(mail("home"), when=ago(50))
    office = bench.comes(mail("work", sender="A. Schmidt <a.schmidt@office.example>", subject="Chair"), when=ago(2))
    return home, office


def put_orders(bench: Bench, *orders: Order) -> None:
    with bench.shop.store.writing() as work:
        run = work.orders.begin_staging()
        work.orders.stage(run, orders, NOW)
        work.orders.swap(run)


def order(number: str, email: str, **more: object) -> Order:
    return Order(OrderId(0), number, "shopify", NOW, email=email, total=Decimal(10), currency="EUR", **more)  # type: ignore[arg-type]


def addresses(customers: Customers, who: Address) -> list[str]:
    return [one.address for one in customers.card(who).joined]


def test_joined_addresses_share_one_card(bench: Bench, customers: Customers, two: tuple[int, int]) -> None:
    put_orders(bench, order("1", ANNA.email), order("2", WORK.email))
    customers.add_note(WORK, "Prefers to be called after five")
    customers.add_tag(WORK, "VIP")
    bench.heard.clear()

    customers.join(ANNA, [WORK])

    assert any(changes.customers and changes.orders and changes.cases for changes in bench.heard)
    for who in (ANNA, WORK):
        card = customers.card(who)
        assert [row.id for row in card.conversations] == [two[1], two[0]]
        assert (card.dealings.conversations, card.dealings.first_at) == (2, ago(50))
        assert ([note.text for note in card.notes], card.tags) == (["Prefers to be called after five"], ("VIP",))
        assert addresses(customers, who) == [ANNA.email, WORK.email]
        assert bench.shop.orders.purchases(who.email).orders == 2
        assert card.customer.address == who.email, "the conversation keeps whom it is with"
    assert bench.shop.orders.beside(two[0]).purchases.orders == 2


def test_one_customer_stands_in_the_list_once_by_the_newest_mail(
    bench: Bench, customers: Customers, two: tuple[int, int]
) -> None:
    bench.comes(mail("ben", sender="Ben <ben@mail.example>", subject="Desk"), when=ago(9))
    customers.join(ANNA, [WORK])
    assert next((one.address, one.last_at) for one in customers.newest()) == (ANNA.email, ago(2))
    assert [one.address for one in customers.newest()] == [ANNA.email, "ben@mail.example"]
    assert [one.address for one in customers.find("office")] == [ANNA.email]


def test_the_cases_of_all_addresses_stand_beside_each_conversation(
    bench: Bench, customers: Customers, two: tuple[int, int]
) -> None:
    here = bench.shop.cases.open_from(two[0], CaseKind.RETURN).id
    by_hand = bench.shop.cases.open(
        Case(CaseId(0), CaseKind.REFUND, NOW, NOW, customer_email=WORK.email.upper(), item="Chair")
    ).id
    assert [case.id for case in customers.cases(two[0])] == [here]
    customers.join(ANNA, [WORK])
    assert [case.id for case in customers.cases(two[0])] == [here, by_hand]
    assert {case.id for case in customers.cases(two[1])} == {here, by_hand}
    assert customers.cases(999) == []


def test_joining_and_parting_are_taken_back(bench: Bench, customers: Customers, two: tuple[int, int]) -> None:
    joined = customers.join(ANNA, [WORK, ALIAS])
    assert addresses(customers, ALIAS) == [ANNA.email, WORK.email, ALIAS.email]
    parted = customers.part(ANNA.email)
    assert addresses(customers, ANNA) == []
    assert addresses(customers, ALIAS) == [WORK.email, ALIAS.email], "the others stay together"
    bench.shop.conversations.undo(parted)
    assert addresses(customers, ALIAS) == [ANNA.email, WORK.email, ALIAS.email]
    last = customers.part(ALIAS.email)
    assert addresses(customers, ANNA) == [ANNA.email, WORK.email]
    bench.shop.conversations.undo(last)
    bench.shop.conversations.undo(joined)
    assert [addresses(customers, who) for who in (ANNA, WORK, ALIAS)] == [[], [], []]


def test_two_groups_become_one_and_come_apart_as_they_were(customers: Customers, bench: Bench) -> None:
    ben = Address("Ben", "ben@mail.example")
    customers.join(ANNA, [WORK])
    customers.join(ben, [ALIAS])
    undo = customers.join(WORK, [ALIAS])
    assert set(addresses(customers, ben)) == {ANNA.email, WORK.email, ALIAS.email, ben.email}
    assert addresses(customers, ben)[0] == ANNA.email
    bench.shop.conversations.undo(undo)
    assert addresses(customers, ben) == [ben.email, ALIAS.email]
    assert addresses(customers, WORK) == [ANNA.email, WORK.email]


def test_a_tag_is_taken_from_all_addresses_and_comes_back(bench: Bench, customers: Customers) -> None:
    customers.add_tag(ANNA, "VIP")
    customers.add_tag(WORK, "vip")
    customers.join(ANNA, [WORK])
    assert customers.card(WORK).tags == ("VIP",)
    undo = customers.remove_tag(WORK, "VIP")
    assert customers.card(ANNA).tags == ()
    bench.shop.conversations.undo(undo)
    customers.part(WORK.email)
    assert (customers.card(ANNA).tags, customers.card(WORK).tags) == (("VIP",), ("VIP",))


def test_an_unfinished_change_stays_with_its_note(customers: Customers) -> None:
    customers.add_note(WORK, "Old words")
    customers.join(ANNA, [WORK])
    [note] = customers.card(ANNA).notes
    customers.save_draft(ANNA, CustomerDraft("New words", note.id))
    customers.save_draft(WORK, CustomerDraft("A new one"))
    assert customers.card(ANNA).drafts == (CustomerDraft("New words", note.id),)
    customers.edit_note(note.id, "New words")
    assert customers.card(WORK).drafts == (CustomerDraft("A new one"),)


@pytest.mark.parametrize("other", [Address("", ""), Address("Shop", SHOP), ANNA, Address("", ANNA.email.upper())])
def test_what_makes_no_sense_is_refused(customers: Customers, other: Address) -> None:
    with pytest.raises(InputRefused):
        customers.join(ANNA, [other])


def test_what_is_not_joined_cannot_be_parted_and_joined_twice_is_refused(customers: Customers) -> None:
    with pytest.raises(InputRefused):
        customers.part(ANNA.email)
    with pytest.raises(InputRefused):
        customers.join(ANNA, [Address("", f"a{number}@mail.example") for number in range(50)])
    customers.join(ANNA, [WORK])
    with pytest.raises(InputRefused):
        customers.join(WORK, [ANNA])


def test_erasing_one_address_erases_all_and_the_preview_says_so(
    bench: Bench, customers: Customers, two: tuple[int, int]
) -> None:
    customers.add_note(WORK, "Something")
    customers.join(ANNA, [WORK])
    found = bench.shop.erasing.preview([WORK.email])
    assert set(found.addresses) == {ANNA.email, WORK.email}
    assert (found.mails.conversations, found.mails.notes) == (2, 1)
    bench.shop.erasing.erase([ANNA.email])
    assert customers.newest() == []
    assert bench.shop.upkeep.check().is_sound


# --- who may be the same -----------------------------------------------------------------------------------


def reasons(customers: Customers, who: Address) -> list[tuple[str, AlikeReason, str]]:
    return [(one.customer.address, one.reason, one.detail) for one in customers.alike(who)]


def test_others_who_write_about_the_same_order_may_be_the_same(bench: Bench, customers: Customers) -> None:
    bench.comes(mail("a", subject="Order #SH-20871"))
    bench.comes(mail("b", sender="A. Schmidt <a.schmidt@office.example>", subject="Order #SH-20871 again"))
    bench.comes(mail("c", sender="Ben <ben@mail.example>", subject="Order #SH-20999"))
    [(address, reason, number)] = reasons(customers, ANNA)
    assert (address, reason) == (WORK.email, AlikeReason.SAME_ORDER)
    assert "20871" in number
    customers.join(ANNA, [WORK])
    assert reasons(customers, ANNA) == reasons(customers, WORK) == []


def test_orders_tell_of_other_addresses_by_number_account_and_telephone(bench: Bench, customers: Customers) -> None:
    home = bench.comes(mail("a", subject="Order #SH-20871"))
    [number] = bench.use.open(home).conversation.order_numbers
    mine = order("1", ANNA.email, user="anna_77", customer_name="Anna Schmidt", phone="+49 170 1234567")
    put_orders(
        bench,
        mine,
        order(number, "from-order@x.example"),
        order("3", "same-account@x.example", user="anna_77"),
        order("4", "same-phone@x.example", customer_name="ANNA SCHMIDT", phone="0170/1234567"),
        order("5", "other-phone@x.example", customer_name="Anna Schmidt", phone="0170 7654321"),
        order("6", "other-name@x.example", customer_name="Anna Schmid", phone="+49 170 1234567"),
        replace(order("7", "other-market@x.example", user="anna_77"), market="ebay"),
    )
    assert [(address, reason) for address, reason, _ in reasons(customers, ANNA)] == [
        ("from-order@x.example", AlikeReason.ORDER_DATA),
        ("same-account@x.example", AlikeReason.SAME_BUYER),
        ("same-phone@x.example", AlikeReason.SAME_PHONE),
    ]


@pytest.mark.parametrize(("phone", "key"), [("+49 170 1234567", "01234567"), ("0170/1234567", "01234567"), ("12", "")])
def test_telephone_numbers_are_compared_by_their_last_digits(phone: str, key: str) -> None:
    assert phone_key(phone) == key
