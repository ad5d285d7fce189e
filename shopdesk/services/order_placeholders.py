"""What the placeholders `order.…` stand for, from what a file told of an order and from the mails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shopdesk.domain.order import number_key
from shopdesk.services.order_finding import orders_of

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from shopdesk.domain.conversation import Conversation
    from shopdesk.domain.order import Order, OrderItem
    from shopdesk.services.ports import Work

NAMES = (
    "order.number", "order.item", "order.items", "order.quantity", "order.amount", "order.total", "order.tracking",
    "order.carrier", "order.date", "order.shipped_date", "order.delivered_date", "order.promised_date",
    "order.address",
)  # fmt: skip


def order_meant(work: Work, row: Conversation) -> Order | None:
    """The order that an answer speaks of: the first that the mails name, or the only one of the customer."""
    found = orders_of(work, row)
    keys = {number_key(number) for number in row.order_numbers}
    named = next((order for order in found if number_key(order.number) in keys), None)
    if named is not None or row.order_numbers or len(found) != 1:
        return named
    return found[0]


def order_values(order: Order | None, number: str, parcel: str, carrier: str, zone: tzinfo | None) -> dict[str, str]:
    """Values by the last part of the name; what is not known is empty. In: what the mails say of number and parcel,
    which a file knows better; the zone in which days are meant."""
    if order is None:
        return {"number": number, "tracking": parcel, "carrier": carrier}
    sent = order.parcel
    total = f"{order.total} {order.currency}".strip() if order.total is not None else ""
    return {
        "number": order.number.lstrip("#"),
        "item": order.item,
        "items": ", ".join(map(_item_words, order.items)),
        "quantity": str(order.pieces or ""),
        "amount": total,
        "total": total,
        "tracking": sent.number if sent else parcel,
        "carrier": (sent.carrier if sent else "") or carrier,
        "date": _day(order.placed_at, zone),
        "shipped_date": _day(order.shipped_at, zone),
        "delivered_date": _day(order.delivered_at, zone),
        "promised_date": _day(order.promised_at, zone),
        "address": ", ".join(order.address.lines),
    }


def _item_words(item: OrderItem) -> str:
    title = " · ".join(part for part in (item.title or item.sku, item.variant) if part)
    return f"{item.quantity} × {title}" if item.quantity > 1 else title


def _day(at: datetime | None, zone: tzinfo | None) -> str:
    return at.astimezone(zone).date().isoformat() if at is not None else ""
