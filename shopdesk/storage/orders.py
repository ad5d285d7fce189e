"""Orders by number and address, and imports that are prepared aside and then written in one step."""

import json
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import OrderId
from shopdesk.domain.order import (
    Order,
    OrderItem,
    OrderState,
    Parcel,
    PostalAddress,
    address_key,
    number_key,
)
from shopdesk.domain.order_import import OrderFile, OrderImportDone
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.order_rests import OrderRestTable
from shopdesk.storage.storable import storable
from shopdesk.storage.values import micros, micros_or_none, moment, moment_or_none

_VERSION, _RUN = "orders.version", "orders.run"
_COLUMNS = "id, market, state, content"
# Written into databases: never change a number.
_STATE = {
    OrderState.UNPAID: 0,
    OrderState.PAID: 1,
    OrderState.SHIPPED: 2,
    OrderState.DELIVERED: 3,
    OrderState.CANCELLED: 4,
}
_STATES = {number: state for state, number in _STATE.items()}
_TEXTS = ("number", "customer_name", "email", "user", "phone", "currency", "note", "shop")
_MOMENTS = ("placed_at", "paid_at", "shipped_at", "delivered_at", "cancelled_at", "ship_by", "promised_at")
_AMOUNTS = ("total", "refunded")

_AMONG = "(SELECT value FROM json_each(?))"
NUMBERED = f"SELECT {_COLUMNS} FROM customer_order WHERE number_key IN {_AMONG} ORDER BY sort_at DESC, id DESC"
OF_ADDRESSES = f"""SELECT {_COLUMNS} FROM customer_order
    WHERE email_key <> '' AND email_key IN {_AMONG} ORDER BY sort_at DESC, id DESC LIMIT ?"""
# These words stand in the indexes of the migration too.
NAMED = f"""SELECT {_COLUMNS} FROM customer_order
    WHERE lower(json_extract(content, '$.customer_name')) IN (SELECT lower(value) FROM json_each(?1))
    AND json_extract(content, '$.phone') IS NOT NULL ORDER BY id DESC LIMIT ?2"""
OF_USER = f"""SELECT {_COLUMNS} FROM customer_order
    WHERE market = ? AND json_extract(content, '$.user') = ? ORDER BY id DESC LIMIT ?"""
KNOWN = f"SELECT {_COLUMNS}, number_key FROM customer_order WHERE market = ? AND number_key IN {_AMONG}"
NEWEST = f"SELECT {_COLUMNS} FROM customer_order ORDER BY sort_at DESC, id DESC LIMIT ?"
OPEN = f"SELECT {_COLUMNS} FROM customer_order WHERE state < 3 ORDER BY sort_at DESC, id DESC LIMIT ?"
_STAGE = "INSERT OR REPLACE INTO staged_order (run, market, number_key, email_key, state, sort_at, content)"
SWAP = """INSERT INTO customer_order (market, number_key, email_key, state, sort_at, content)
    SELECT market, number_key, email_key, state, sort_at, content FROM staged_order WHERE run = ?
    ON CONFLICT (market, number_key) DO UPDATE SET email_key = excluded.email_key, state = excluded.state,
        sort_at = excluded.sort_at, content = excluded.content"""
_FILE = "name, sha256, at, added, changed, same, refused, error"


class OrderTable:
    """Orders; fits `order_ports.OrderRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    @cached_property
    def rests(self) -> OrderRestTable:
        """Orders that are left alone."""
        return OrderRestTable(self._database)

    def get(self, order: OrderId) -> Order:
        """One order; raises `NotFound`."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM customer_order WHERE id = ?", (order,))
        if row is None:
            raise NotFound(f"order {order}")
        return _order(row)

    def numbered(self, keys: Sequence[str]) -> list[Order]:
        """Orders of any market under these `number_key`s, newest first."""
        return [_order(row) for row in self._database.rows(NUMBERED, (_texts(keys),))]

    def of_addresses(self, keys: Sequence[str], limit: int) -> list[Order]:
        """Orders under these `address_key`s, newest first."""
        return [_order(row) for row in self._database.rows(OF_ADDRESSES, (_texts(keys), limit))]

    def named(self, names: Sequence[str], limit: int) -> list[Order]:
        """Orders with a telephone number that were placed under any of some names, newest first."""
        return [_order(row) for row in self._database.rows(NAMED, (_texts(names), limit))]

    def of_user(self, market: str, user: str, limit: int) -> list[Order]:
        """Orders that an account at a marketplace placed, newest first."""
        rows = self._database.rows(OF_USER, (storable(market), storable(user), limit))
        return [_order(row) for row in rows]

    def known(self, market: str, keys: Sequence[str]) -> dict[str, Order]:
        """By `number_key` those that are here."""
        return {row[4]: _order(row) for row in self._database.rows(KNOWN, (storable(market), _texts(keys)))}

    def newest(self, limit: int, *, only_open: bool = False) -> list[Order]:
        """The newest orders, all or only those that somebody waits for."""
        return [_order(row) for row in self._database.rows(OPEN if only_open else NEWEST, (limit,))]

    def count(self) -> int:
        """How many orders there are."""
        return int(self._database.value("SELECT count(*) FROM customer_order"))

    def forget(self, keys: Sequence[str]) -> int:
        """Take away the orders under these `address_key`s for good; returns how many went."""
        statement = f"DELETE FROM customer_order WHERE email_key <> '' AND email_key IN {_AMONG}"
        gone = self._database.run(statement, (_texts(keys),))
        if gone:
            _raised(self._database, _VERSION)
        return gone

    # --- imports -------------------------------------------------------------------------------------

    def version(self) -> int:
        """Another number after every import."""
        return _number(self._database, _VERSION)

    def begin_staging(self) -> int:
        """Forget what was staged before; returns the number of a new run."""
        self._database.run("DELETE FROM staged_order")
        return _raised(self._database, _RUN)

    def stage(self, run: int, orders: Sequence[Order], at: datetime) -> None:
        """Prepare orders; `at` is when they came in."""
        rows = [(run, *_row(order, at)) for order in orders]
        self._database.insert(_STAGE, rows)

    def staged(self, run: int) -> int:
        """How many orders of a run are prepared: fewer than were staged when another import began meanwhile."""
        return int(self._database.value("SELECT count(*) FROM staged_order WHERE run = ?", (run,)))

    def swap(self, run: int) -> None:
        """Write all that was staged in a run."""
        self._database.run(SWAP, (run,))
        self.unstage(run)
        _raised(self._database, _VERSION)

    def unstage(self, run: int) -> None:
        """Forget what was staged in a run."""
        self._database.run("DELETE FROM staged_order WHERE run = ?", (run,))

    # --- watched files -------------------------------------------------------------------------------

    def file(self, sha256: str) -> OrderFile | None:
        """A file that was looked at, by its content."""
        row = self._database.row(f"SELECT {_FILE} FROM order_file WHERE sha256 = ?", (sha256,))
        return None if row is None else _file(row)

    def note_file(self, file: OrderFile) -> None:
        """Remember that a file was looked at, and what came of it."""
        done = file.done
        self._database.run(
            f"INSERT OR REPLACE INTO order_file ({_FILE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                storable(file.name), file.sha256, micros(file.at),
                done.added, done.changed, done.same, done.refused, file.error,
            ),
        )  # fmt: skip

    def files(self, limit: int) -> list[OrderFile]:
        """Files that were looked at, newest first."""
        rows = self._database.rows(f"SELECT {_FILE} FROM order_file ORDER BY at DESC LIMIT ?", (limit,))
        return [_file(row) for row in rows]


def _number(database: ShopDatabase, key: str) -> int:
    return int(database.value("SELECT value FROM setting WHERE key = ?", (key,)) or 0)


def _raised(database: ShopDatabase, key: str) -> int:
    number = _number(database, key) + 1
    database.run("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (key, str(number)))
    return number


def _texts(keys: Sequence[str]) -> str:
    return json.dumps([storable(key) for key in keys])


def _file(row: Row) -> OrderFile:
    return OrderFile(row[0], row[1], moment(row[2]), OrderImportDone(*row[3:7]), row[7])


# --- an order as a row, and back ---------------------------------------------------------------------


def _row(order: Order, at: datetime) -> Row:
    sort_at = micros(order.placed_at or at)
    keys = (storable(number_key(order.number)), storable(address_key(order.email)))
    return storable(order.market), *keys, _STATE[order.state], sort_at, storable(_written(order))


def _written(order: Order) -> str:
    """All that says something, as JSON."""
    content: dict[str, Any] = {name: text for name in _TEXTS if (text := getattr(order, name))}
    content |= {name: micros(at) for name in _MOMENTS if (at := getattr(order, name)) is not None}
    content |= {name: str(sum_) for name in _AMOUNTS if (sum_ := getattr(order, name)) is not None}
    place = order.address
    address = (place.name, place.street, place.city, place.region, place.postcode, place.country)
    if any(address):
        content["address"] = address
    if order.items:
        content["items"] = [
            (one.title, one.sku, one.variant, one.quantity, None if one.price is None else str(one.price))
            for one in order.items
        ]
    if order.parcels:
        content["parcels"] = [(one.number, one.carrier, micros_or_none(one.last_scan_at)) for one in order.parcels]
    if order.returned:
        content["returned"] = True
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _order(row: Row) -> Order:
    content = json.loads(row[3])
    values: dict[str, Any] = {name: content[name] for name in _TEXTS if name in content}
    values |= {name: moment(content[name]) for name in _MOMENTS if name in content}
    values |= {name: Decimal(content[name]) for name in _AMOUNTS if name in content}
    return Order(
        id=OrderId(row[0]),
        market=row[1],
        state=_STATES[row[2]],
        address=PostalAddress(*content.get("address", ())),
        items=tuple(
            OrderItem(title, sku, variant, quantity, None if price is None else Decimal(price))
            for title, sku, variant, quantity, price in content.get("items", ())
        ),
        parcels=tuple(
            Parcel(number, carrier, moment_or_none(scan)) for number, carrier, scan in content.get("parcels", ())
        ),
        returned=content.get("returned", False),
        **values,
    )
