"""Looks up for the palette: customers by name or address, orders by number, and the way to the search."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from shopdesk.domain.conversation import Conversation
from shopdesk.ui.commands.entries import Entry, Kind
from shopdesk.ui.desk import Desk
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.words import short_date, translate

if TYPE_CHECKING:
    from shopdesk.domain.customer import Customer

Open = Callable[[Conversation], None]
MOST_CUSTOMERS = 6
MOST_ORDERS = 5
_NUMBER = re.compile(r"[\w#-]*\d{3}[\w-]*")


class PaletteFinds:
    """Called with what was typed; answers from the search lane, only the newest question."""

    def __init__(self, desk: Desk, around: Surroundings, open_conversation: Open) -> None:
        self._desk = desk
        self._around = around
        self._open = open_conversation

    def __call__(self, typed: str, hand_over: Callable[[Sequence[Entry]], None]) -> None:
        def work() -> "tuple[Sequence[Customer], Sequence[Conversation]]":
            return self._desk.customers.find(typed, MOST_CUSTOMERS), self._orders(typed)

        def done(found: "tuple[Sequence[Customer], Sequence[Conversation]]") -> None:
            customers = [self._customer(customer) for customer in found[0]]
            hand_over([*customers, *(self._order(row, typed) for row in found[1])])

        self._around.lanes.searching.replace(work, done, lambda _: hand_over([]))

    def _orders(self, typed: str) -> Sequence[Conversation]:
        """Conversations about an order whose number begins like this."""
        if not _NUMBER.fullmatch(typed):
            return ()
        return [hit.conversation for hit in self._desk.search.find(f'order:"{typed.lstrip("#")}*"', MOST_ORDERS)]

    def _customer(self, customer: "Customer") -> Entry:
        seen = ""
        if customer.last_at is not None:
            when = short_date(customer.last_at, self._around.now())
            seen = translate("Palette", "last seen %1").replace("%1", when)
        address = customer.address if customer.name else ""
        detail = " · ".join(part for part in (address, seen) if part)
        return Entry(Kind.CUSTOMERS, customer.shown, lambda: self._open_newest(customer), "user", detail)

    def _order(self, row: Conversation, typed: str) -> Entry:
        digits = typed.lstrip("#").casefold()
        number = next((each for each in row.order_numbers if digits in each.casefold()), digits)
        detail = f"{row.customer_name or row.customer_email} · {row.subject}"
        return Entry(Kind.ORDERS, number, lambda: self._open(row), "package", detail)

    def _open_newest(self, customer: "Customer") -> None:
        from shopdesk.domain.message import Address

        who = Address(customer.name, customer.address)

        def newest() -> Conversation | None:
            return next(iter(self._desk.customers.card(who).conversations), None)

        def show(row: Conversation | None) -> None:
            if row is not None:
                self._open(row)

        self._around.lanes.reading.submit(newest, show)
