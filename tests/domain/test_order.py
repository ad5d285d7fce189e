"""Orders: how files are laid over what is known, and what a customer's orders add up to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from shopdesk.domain.ids import OrderId
from shopdesk.domain.order import (
    Order,
    OrderItem,
    OrderState,
    Parcel,
    PostalAddress,
    address_key,
    merged_items,
    merged_parcels,
    number_key,
    purchases,
)

AT = datetime(2026, 11, 12, 9, 0, tzinfo=UTC)
HOME = PostalAddress("Anna Schmidt", "Torstraße 12", "Berlin", "", "10119", "DE")
LAMP = OrderItem("Linen table lamp", "LAMP-1", "sand", 1, Decimal("78.00"))
ORDER = Order(
    OrderId(1), "304-1", "amazon", AT, "Anna Schmidt", address=HOME, items=(LAMP,), total=Decimal(78), currency="EUR"
)


@pytest.mark.parametrize(
    ("number", "key"), [("#1001", "1001"), (" ll-20418 ", "LL-20418"), ("00 123", "00123"), ("＃7", "7")]
)
def test_a_number_is_found_however_it_is_written(number: str, key: str) -> None:
    assert number_key(number) == key


def test_an_alias_is_found_without_what_differs_per_order() -> None:
    assert address_key("Abc+f00d@marketplace.amazon.de") == "abc@marketplace.amazon.de"
    assert address_key("anna+shop@mail.example") == "anna+shop@mail.example"


def test_laying_the_same_over_it_changes_nothing() -> None:
    assert ORDER.merged(ORDER) == ORDER
    assert ORDER.merged(Order(OrderId(0), "304-1")) == ORDER


def test_a_file_brings_an_order_on_but_never_back() -> None:
    shipped = ORDER.merged(replace(ORDER, state=OrderState.SHIPPED, shipped_at=AT))
    assert shipped.state is OrderState.SHIPPED
    assert shipped.merged(ORDER) == shipped
    assert shipped.merged(replace(ORDER, state=OrderState.CANCELLED)).state is OrderState.CANCELLED


def test_a_new_address_is_taken_as_a_whole() -> None:
    moved = ORDER.merged(replace(ORDER, address=PostalAddress("", "Lange Gasse 1", "Wien", "", "1080", "AT")))
    assert moved.address == PostalAddress("", "Lange Gasse 1", "Wien", "", "1080", "AT")
    partly = ORDER.merged(replace(ORDER, address=PostalAddress(city="Berlin", postcode="10119", country="DE")))
    assert partly.address == HOME
    assert ORDER.merged(replace(ORDER, address=PostalAddress(name="A. Schmidt"))).address.street == "Torstraße 12"


def test_a_file_of_some_items_says_nothing_of_the_order_as_a_whole() -> None:
    part = replace(ORDER, total=Decimal(9), customer_name="A. S.", note="new", shipped_at=AT)
    laid = ORDER.merged(part, partial=True)
    assert (laid.total, laid.customer_name, laid.note, laid.shipped_at) == (Decimal(78), "Anna Schmidt", "new", AT)


def test_items_learn_from_another_file_and_do_not_double() -> None:
    bare = OrderItem("", "LAMP-1")
    assert merged_items([bare], [LAMP], keeps=False) == (LAMP,)
    assert merged_items([LAMP], [bare], keeps=False) == (LAMP,)
    unpriced = OrderItem("linen table lamp", quantity=2)
    assert merged_items([LAMP], [unpriced], keeps=False) == (LAMP,), "a file with prices knows more"
    two = replace(unpriced, price=Decimal(70))
    assert merged_items([LAMP], [two], keeps=False) == (replace(LAMP, title=two.title, quantity=2, price=Decimal(70)),)
    mug = OrderItem("Mug", "MUG", price=Decimal(8))
    assert merged_items([LAMP], [mug], keeps=False) == (mug,)
    assert merged_items([LAMP], [mug], keeps=True) == (mug, LAMP)
    moss = replace(LAMP, variant="moss")
    assert merged_items([LAMP, moss], [moss, LAMP], keeps=False) == (moss, LAMP)


def test_a_parcel_keeps_its_newest_scan() -> None:
    early, late = Parcel("X1", "DHL", AT), Parcel("X1", "", AT.replace(hour=12))
    assert merged_parcels([late], [early]) == (Parcel("X1", "DHL", late.last_scan_at),)
    assert [one.number for one in merged_parcels([early], [Parcel("X2")])] == ["X1", "X2"]


def test_orders_money_and_returns_are_added_up_by_currency() -> None:
    orders = [
        ORDER,
        replace(ORDER, id=OrderId(2), total=Decimal("34.50"), refunded=Decimal("4.50")),
        replace(ORDER, id=OrderId(3), state=OrderState.CANCELLED),
        replace(ORDER, id=OrderId(4), currency="USD", total=Decimal(9), returned=True),
    ]
    found = purchases(orders)
    assert (found.orders, found.returns) == (4, 2)
    assert found.spent == (("EUR", Decimal("108.00")), ("USD", Decimal(9)))


def test_a_parcel_label_leaves_out_what_is_not_known() -> None:
    assert HOME.lines == ("Anna Schmidt", "Torstraße 12", "10119 Berlin", "DE")
    assert (ORDER.item, ORDER.pieces, ORDER.is_open, ORDER.parcel) == ("Linen table lamp", 1, True, None)
