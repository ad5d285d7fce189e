"""Where to write to the customer of an order, and what templates can say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shopdesk.domain.order import WritingAbout, number_key
from shopdesk.services.joined_addresses import addresses_of
from shopdesk.services.order_placeholders import order_values
from shopdesk.services.template_values import first_name

if TYPE_CHECKING:
    from datetime import datetime

    from shopdesk.domain.conversation import Conversation
    from shopdesk.domain.order import Order
    from shopdesk.services.ports import Work

_LOOKED_AT = 50


def writing_about(work: Work, order: Order, now: datetime) -> WritingAbout:
    """The customer's conversation and the values of an order. In: the time, for the zone that days are meant in."""
    row = _conversation(work, order)
    email = row.customer_email if row is not None else order.email
    name = order.customer_name or (row.customer_name if row is not None else "")
    found = order_values(order, order.number, "", "", now.astimezone().tzinfo)
    values = {f"order.{key}": text for key, text in found.items()}
    values |= {"customer.name": name, "customer.first_name": first_name(name), "customer.email": email}
    values |= _inputs(found)
    known = {key: text for key, text in values.items() if text}
    return WritingAbout(row.id if row is not None else None, email, name, known)


def _conversation(work: Work, order: Order) -> Conversation | None:
    """The newest one that names the order, else the customer's newest."""
    theirs = addresses_of(work, order.email)
    rows = work.customers.conversations(theirs, _LOOKED_AT) if theirs else ()
    key = number_key(order.number)
    named = (row for row in rows if key in {number_key(number) for number in row.order_numbers})
    return next(named, rows[0] if rows else None)


def _inputs(found: dict[str, str]) -> dict[str, str]:
    """What the templates for such orders ask their writer for, as far as the file told it."""
    wanted = (("carrier", "carrier"), ("sent", "shipped_date"), ("amount", "total"))
    return {name: found.get(place, "") for name, place in wanted}
