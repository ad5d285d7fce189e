"""Which orders and parcels need somebody, and what is wrong with an address or a phone number."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from shopdesk.domain.ids import OrderId
from shopdesk.domain.order import Order, OrderState, Parcel, PostalAddress
from shopdesk.domain.order_watch import (
    AddressFault,
    WatchReason,
    WatchRules,
    address_fault,
    is_bad_phone,
    watched,
)

NOW = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)
HOME = PostalAddress("Anna", "Torstraße 12", "Berlin", "", "10119", "DE")
PAID = Order(OrderId(1), "1", placed_at=NOW - timedelta(days=9), address=HOME, phone="+49 30 1234567")
SENT = replace(PAID, state=OrderState.SHIPPED, shipped_at=NOW - timedelta(days=8), parcels=(Parcel("LP1"),))


def _reasons(order: Order, rules: WatchRules = WatchRules(), country: str = "DE") -> list[str]:  # noqa: B008
    return [one.reason.value for one in watched(order, NOW, rules, country)]


def test_a_parcel_is_watched_until_it_arrived() -> None:
    late = replace(SENT, promised_at=NOW - timedelta(hours=1))
    assert _reasons(late) == ["promise_passed", "no_scan"]
    assert _reasons(replace(late, state=OrderState.DELIVERED)) == []
    assert _reasons(replace(late, placed_at=NOW - timedelta(days=200))) == []


def test_the_newest_scan_counts_else_when_it_was_sent() -> None:
    assert _reasons(SENT) == ["no_scan"]
    assert _reasons(SENT, WatchRules(no_scan_days=9)) == []
    scanned = replace(SENT, parcels=(Parcel("X", last_scan_at=NOW - timedelta(days=1)), Parcel("Y")))
    assert _reasons(scanned) == []
    assert _reasons(replace(SENT, parcels=())) == []
    assert _reasons(replace(SENT, shipped_at=NOW - timedelta(days=100))) == []
    [silent] = watched(SENT, NOW, WatchRules(), "")
    assert (silent.detail, silent.since) == ("LP1", NOW - timedelta(days=1))


def test_a_mistyped_postal_item_number_is_seen_by_its_check_digit() -> None:
    young = replace(SENT, shipped_at=NOW)
    assert _reasons(replace(young, parcels=(Parcel("RR123456785CN"),))) == []
    assert _reasons(replace(young, parcels=(Parcel("RR123456786CN"),))) == ["wrong_parcel_number"]


def test_orders_that_something_is_wrong_with_are_exceptions_until_they_are_sent() -> None:
    assert _reasons(PAID) == []
    assert _reasons(replace(PAID, ship_by=NOW - timedelta(1))) == ["ship_by_passed"]
    assert _reasons(replace(PAID, state=OrderState.UNPAID)) == ["unpaid"]
    assert _reasons(replace(PAID, state=OrderState.UNPAID, placed_at=NOW)) == []
    odd = replace(PAID, address=replace(HOME, street="Torstraße"), phone="123")
    assert _reasons(odd, WatchRules(countries=frozenset({"AT"}))) == ["bad_address", "bad_phone", "out_of_area"]
    assert _reasons(replace(odd, state=OrderState.SHIPPED)) == []
    assert _reasons(PAID, WatchRules(countries=frozenset({"AT"})), "") == []


def test_every_reason_but_a_mistyped_number_has_a_fitting_template() -> None:
    assert [reason for reason in WatchReason if not reason.template] == [WatchReason.WRONG_PARCEL_NUMBER]


@pytest.mark.parametrize(
    ("change", "country", "fault"),
    [
        ({}, "DE", None),
        ({"name": ""}, "DE", AddressFault.NO_NAME),
        ({"street": ""}, "DE", AddressFault.NO_STREET),
        ({"street": "Torstraße"}, "DE", AddressFault.NO_HOUSE_NUMBER),
        ({"street": "The Old Mill"}, "GB", AddressFault.POSTCODE_MISMATCH),
        ({"street": "The Old Mill", "postcode": "ls1 4ab"}, "GB", None),
        ({"city": ""}, "DE", AddressFault.NO_CITY),
        ({"postcode": ""}, "DE", AddressFault.NO_POSTCODE),
        ({"postcode": ""}, "IE", None),
        ({"postcode": "1010"}, "DE", AddressFault.POSTCODE_MISMATCH),
        ({"postcode": "D-10119"}, "", None),
        ({"street": "上海市徐汇区漕溪北路18号", "city": "", "postcode": ""}, "CN", None),
        ({"name": "A***a", "street": "T***e"}, "DE", None),
        ({"street": "", "city": "", "postcode": ""}, "DE", None),
    ],
)
def test_an_address_is_looked_at_as_a_carrier_does(
    change: dict[str, str], country: str, fault: AddressFault | None
) -> None:
    assert address_fault(replace(HOME, **change), country) is fault


@pytest.mark.parametrize(
    ("phone", "is_bad"),
    [("+49 30 1234567", False), ("13800138000", False), ("", False), ("******12", False), ("12345", True),
     ("0000000000", True), ("1234567890123456", True), ("n/a", True), ("5125550100 ext. 44", False)],
)  # fmt: skip
def test_a_phone_number_that_cannot_be_called_is_seen(phone: str, is_bad: bool) -> None:
    assert is_bad_phone(phone) is is_bad
