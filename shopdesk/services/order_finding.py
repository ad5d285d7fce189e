"""Finds the orders of a conversation: by the numbers in its mails, the alias, the addresses of its customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shopdesk.domain.order import address_key, number_key
from shopdesk.services.joined_addresses import addresses_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shopdesk.domain.conversation import Conversation
    from shopdesk.domain.order import Order
    from shopdesk.services.ports import Work

MOST_OF_ONE = 200
"""So many orders of one customer are looked at."""
OWN_SHOPS = frozenset(("", "shopify", "woocommerce"))
"""Markets whose customers write from their own addresses: a number fits mails of any origin."""


def orders_of(work: Work, row: Conversation) -> list[Order]:
    """The orders of a conversation as `Orders.of_conversation` has them."""
    numbered = named_orders(work, row)
    keys = address_keys(addresses_of(work, row.customer_email))
    theirs = work.orders.of_addresses(keys, MOST_OF_ONE) if keys else ()
    return list({one.id: one for one in (*numbered, *theirs)}.values())


def named_orders(work: Work, row: Conversation) -> list[Order]:
    """Those whose numbers stand in its mails, in their order there."""
    wanted = [number_key(number) for number in row.order_numbers]
    numbered = [one for one in work.orders.numbered(wanted) if _fits(one, row)] if wanted else []
    return sorted(numbered, key=lambda one: wanted.index(number_key(one.number)))


def _fits(order: Order, row: Conversation) -> bool:
    """Whether a number of a mail means this order: short numbers come again in every marketplace."""
    return row.market == order.market or row.market in OWN_SHOPS or order.market in OWN_SHOPS


def address_keys(addresses: Iterable[str]) -> list[str]:
    """What orders are found by, for some addresses; each once, empty ones left out."""
    return [key for key in dict.fromkeys(map(address_key, addresses)) if key]
