"""Make several addresses one customer, and part them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Undo
from shopdesk.domain.customer_join import MOST_ADDRESSES
from shopdesk.domain.customer_note import CustomerBefore
from shopdesk.domain.errors import InputRefused
from shopdesk.services.own_addresses import own_addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shopdesk.domain.customer import Customer
    from shopdesk.domain.ids import CustomerId
    from shopdesk.services.ports import Work

    Heads = dict[CustomerId, CustomerId | None]


def joined(work: Work, people: Sequence[CustomerId]) -> Undo:
    """Join the addresses of some customers into that of the first. Raises `InputRefused`."""
    joins = work.customers.joins
    every = {one.id: one for person in people for one in joins.of(person) if one.id is not None}
    head = joins.head(people[0]) or people[0]
    _refuse_joining(work, every.values())
    wanted = {one: None if one == head else head for one in every}
    before = {one: joins.head(one) for one in every}
    if wanted == before:
        raise InputRefused("address", "belongs to that customer already")
    return _written(work, head, before, wanted)


def parted(work: Work, address: str) -> Undo:
    """Let one address go; of more than two the others stay joined. Raises `InputRefused`."""
    joins = work.customers.joins
    every = [one.id for one in joins.of_address(address) if one.id is not None]
    leaving = work.customers.by_address(address)
    if leaving is None or leaving.id is None or len(every) <= 1:
        raise InputRefused("address", "is not joined with another one")
    staying = [one for one in every if one != leaving.id]
    head = staying[0]
    wanted = {one: None if one in {head, leaving.id} else head for one in every}
    return _written(work, leaving.id, {one: joins.head(one) for one in every}, wanted)


def _written(work: Work, who: CustomerId, before: Heads, wanted: Heads) -> Undo:
    work.customers.joins.put([*wanted.items()])
    work.touched(Changes(customers=frozenset(wanted), orders=True, cases=True))
    return Undo(customer=CustomerBefore(who, joins=tuple(before.items())))


def _refuse_joining(work: Work, people: Iterable[Customer]) -> None:
    own, every = own_addresses(work), list(people)
    if any(one.address.casefold() in own for one in every):
        raise InputRefused("address", "is one of our own mailboxes")
    if len(every) > MOST_ADDRESSES:
        raise InputRefused("addresses", f"are more than {MOST_ADDRESSES}")
