"""Find addresses that may belong to the same person: by order, by account at the marketplace, by name and telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shopdesk.domain.customer import Customer
from shopdesk.domain.customer_join import Alike, AlikeReason, phone_key
from shopdesk.domain.order import address_key, number_key
from shopdesk.services.joined_addresses import addresses_of
from shopdesk.services.own_addresses import own_addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shopdesk.domain.order import Order
    from shopdesk.services.ports import Work

MOST = 5
"""So many are proposed."""
_CONVERSATIONS = 50
_NUMBERS = 30
_ORDERS = 50


def alike(work: Work, address: str) -> list[Alike]:
    """Others who may be the same person as whoever has this address, each once with the strongest reason."""
    mine = addresses_of(work, address)
    known = {one.casefold() for one in (*mine, *own_addresses(work))} | {address_key(one) for one in mine}
    found: dict[str, Alike] = {}
    for one in _candidates(work, mine):
        key = one.customer.address.casefold()
        if key and key not in known and address_key(key) not in known:
            found.setdefault(key, one)
    return [_with_row(work, one) for one in [*found.values()][:MOST]]


def _candidates(work: Work, mine: Sequence[str]) -> Iterator[Alike]:
    rows = work.customers.conversations(mine, _CONVERSATIONS)
    # A number of a marketplace means one order; short ones come again in every shop.
    pairs = {(number, row.market) for row in rows for number in row.order_numbers}
    numbers = list(dict.fromkeys(number for number, _ in sorted(pairs)))[:_NUMBERS]
    for number, name, email in work.customers.joins.writers(numbers, _ORDERS):
        yield Alike(Customer(None, name, email), AlikeReason.SAME_ORDER, number)
    wanted = {number_key(number): number for number in numbers}
    for order in work.orders.numbered(list(wanted)) if wanted else ():
        yield _by_order(order, AlikeReason.ORDER_DATA, order.number)
    orders = work.orders.of_addresses([address_key(one) for one in mine], _ORDERS)
    for market, user in dict.fromkeys((one.market, one.user) for one in orders if one.user):
        for order in work.orders.of_user(market, user, _ORDERS):
            yield _by_order(order, AlikeReason.SAME_BUYER, user)
    yield from _by_phone(work, orders)


def _by_phone(work: Work, orders: Sequence[Order]) -> Iterator[Alike]:
    known = {(one.customer_name.casefold(), phone_key(one.phone)) for one in orders if phone_key(one.phone)}
    names = [name for name, _ in known if name]
    for order in work.orders.named(names, _ORDERS) if names else ():
        if (order.customer_name.casefold(), phone_key(order.phone)) in known:
            yield _by_order(order, AlikeReason.SAME_PHONE, order.phone)


def _by_order(order: Order, reason: AlikeReason, detail: str) -> Alike:
    return Alike(Customer(None, order.customer_name, order.email), reason, detail)


def _with_row(work: Work, one: Alike) -> Alike:
    known = work.customers.by_address(one.customer.address)
    return one if known is None else Alike(known, one.reason, one.detail)
