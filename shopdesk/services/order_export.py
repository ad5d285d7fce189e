"""Orders as CSV and xlsx: one row for each item, every cell text, no cell ever a formula."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.order import OrderItem
from shopdesk.domain.template_exchange import ExchangeFormat
from shopdesk.services.sheets import write_csv, write_xlsx

if TYPE_CHECKING:
    from decimal import Decimal

    from shopdesk.domain.order import Order

COLUMNS = (
    "Order number", "Market", "Order date", "Status", "Customer", "Email", "Username", "Phone", "Street", "City",
    "Region", "Postcode", "Country", "Item", "SKU", "Variant", "Quantity", "Price", "Total", "Currency", "Refunded",
    "Paid at", "Shipped at", "Delivered at", "Estimated delivery", "Carrier", "Tracking number", "Note", "Shop",
)  # fmt: skip


def written(orders: Sequence[Order], form: ExchangeFormat) -> bytes:
    """A file of orders that spreadsheet programs open right, Chinese too. Raises `InputRefused` for JSON."""
    match form:
        case ExchangeFormat.CSV:
            return write_csv(_rows(orders))
        case ExchangeFormat.XLSX:
            return write_xlsx("Orders", _rows(orders))
        case ExchangeFormat.JSON:
            raise InputRefused("format", "of orders is csv or xlsx")


def _rows(orders: Sequence[Order]) -> Iterator[list[str]]:
    yield list(COLUMNS)
    for order in orders:
        for item in order.items or (OrderItem(quantity=0),):
            yield _row(order, item)


def _row(order: Order, item: OrderItem) -> list[str]:
    place, parcel = order.address, order.parcel
    return [
        order.number, order.market, _moment(order.placed_at), order.state.value, order.customer_name, order.email,
        order.user, order.phone, place.street.replace("\n", ", "), place.city, place.region, place.postcode,
        place.country, item.title, item.sku, item.variant, str(item.quantity or ""), _amount(item.price),
        _amount(order.total), order.currency, _amount(order.refunded), _moment(order.paid_at),
        _moment(order.shipped_at), _moment(order.delivered_at), _moment(order.promised_at),
        parcel.carrier if parcel else "", parcel.number if parcel else "", order.note, order.shop,
    ]  # fmt: skip


def _moment(at: datetime | None) -> str:
    return at.isoformat(" ", "seconds") if at is not None else ""


def _amount(amount: Decimal | None) -> str:
    return str(amount) if amount is not None else ""
