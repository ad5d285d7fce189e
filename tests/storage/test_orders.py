"""Orders in the database: found by number and address, staged aside and written in one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import OrderId
from shopdesk.domain.order import Order, OrderItem, OrderState, Parcel, PostalAddress
from shopdesk.domain.order_import import OrderFile, OrderImportDone
from shopdesk.storage import orders as statements
from shopdesk.storage.store import SqliteStore

AT = datetime(2026, 11, 12, 9, 0, tzinfo=UTC)
FULL = Order(
    id=OrderId(1),
    number="#1001",
    market="shopify",
    placed_at=AT,
    customer_name="王芳",
    email="Fang@mail.example",
    user="fang88",
    phone="13800138000",
    address=PostalAddress("王芳", "幸福路 1 号\n2 单元", "上海", "上海", "200000", "CN"),
    items=(OrderItem("亚麻台灯", "LAMP", "沙色", 2, Decimal("78.10")), OrderItem("Gift", quantity=1)),
    total=Decimal("156.20"),
    currency="EUR",
    state=OrderState.SHIPPED,
    paid_at=AT,
    shipped_at=AT + timedelta(days=1),
    ship_by=AT + timedelta(days=2),
    promised_at=AT + timedelta(days=5),
    parcels=(Parcel("LP1", "Cainiao", AT), Parcel("LP2")),
    refunded=Decimal(5),
    returned=True,
    note="Bitte klingeln",
    shop="Lumen",
)


def _import(store: SqliteStore, *orders: Order) -> None:
    with store.writing() as work:
        run = work.orders.begin_staging()
        work.orders.stage(run, orders, AT)
        work.orders.swap(run)


def test_an_order_comes_back_as_it_was(store: SqliteStore) -> None:
    _import(store, FULL)
    with store.reading() as work:
        assert work.orders.get(OrderId(1)) == FULL
        assert work.orders.numbered(["1001"]) == [FULL]
        assert work.orders.of_addresses(["fang@mail.example"], 9) == [FULL]
        assert work.orders.known("shopify", ["1001", "7"]) == {"1001": FULL}
        assert work.orders.known("amazon", ["1001"]) == {}
        with pytest.raises(NotFound):
            work.orders.get(OrderId(7))


def test_the_same_number_is_written_once_for_each_market(store: SqliteStore) -> None:
    _import(store, FULL)
    _import(store, replace(FULL, number="1001", note="new"), replace(FULL, market="etsy", placed_at=None))
    with store.reading() as work:
        assert work.orders.count() == 2
        assert work.orders.get(OrderId(1)).note == "new"
        assert {one.market for one in work.orders.numbered(["1001"])} == {"shopify", "etsy"}


def test_what_is_staged_is_not_seen_until_it_is_swapped(store: SqliteStore) -> None:
    with store.writing() as work:
        run = work.orders.begin_staging()
        work.orders.stage(run, [FULL], AT)
        before = work.orders.version()
        assert work.orders.count() == 0
        work.orders.unstage(run)
        work.orders.swap(run)
        assert work.orders.count() == 0
        assert work.orders.begin_staging() > run
        assert work.orders.version() > before


def test_the_newest_come_first_and_open_ones_can_be_asked_for(store: SqliteStore) -> None:
    done = replace(FULL, number="7", state=OrderState.DELIVERED, placed_at=AT + timedelta(days=1))
    _import(store, FULL, done)
    with store.reading() as work:
        assert [one.number for one in work.orders.newest(9)] == ["7", "#1001"]
        assert [one.number for one in work.orders.newest(9, only_open=True)] == ["#1001"]


def test_watched_files_are_remembered_by_their_content(store: SqliteStore) -> None:
    taken = OrderFile("a.csv", "aa", AT, OrderImportDone(1, 2, 3, 4))
    with store.writing() as work:
        work.orders.note_file(taken)
        work.orders.note_file(OrderFile("b.csv", "bb", AT + timedelta(1), error="OrderFileEmpty"))
        assert work.orders.file("aa") == taken
        assert work.orders.file("cc") is None
        assert [one.name for one in work.orders.files(9)] == ["b.csv", "a.csv"]


@pytest.mark.parametrize(
    ("statement", "values", "index"),
    [
        (statements.NUMBERED, ("[]",), "customer_order_number"),
        (statements.OF_ADDRESSES, ("[]", 9), "customer_order_email"),
        (statements.NEWEST, (9,), "customer_order_sort"),
        (statements.OPEN, (9,), "customer_order_open"),
    ],
)
def test_what_a_person_waits_for_is_found_by_an_index(
    store: SqliteStore, statement: str, values: tuple[object, ...], index: str
) -> None:
    plan = [row[3] for row in store._desk.rows(f"EXPLAIN QUERY PLAN {statement}", values)]
    assert any(index in line for line in plan), plan
