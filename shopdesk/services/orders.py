"""Orders: find those of a conversation or a customer, take files of them in, list those that need somebody."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import NotFound
from shopdesk.domain.order import OrdersBeside, address_key, number_key, purchases
from shopdesk.services.joined_addresses import addresses_of, every_address
from shopdesk.services.order_finding import MOST_OF_ONE, address_keys, orders_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from shopdesk.domain.control import Control
    from shopdesk.domain.ids import ConversationId, OrderId
    from shopdesk.domain.order import Order, Purchases, WritingAbout
    from shopdesk.domain.order_import import ColumnMapping, OrderImportDone, OrderPreview
    from shopdesk.domain.template_exchange import ExchangeFormat
    from shopdesk.services.order_import import OrderImport
    from shopdesk.services.order_presets import PresetShelf
    from shopdesk.services.order_watch import OrderWatch
    from shopdesk.services.ports import Clock, Store


def no_presets() -> Iterable[str]:
    """For a shop that knows no marketplace's files."""
    return ()


class Orders:
    """What was bought; one short use case per method. In: the JSON texts of the presets for files."""

    def __init__(self, store: Store, clock: Clock, presets: Callable[[], Iterable[str]] = no_presets) -> None:
        self._store = store
        self._clock = clock
        self._presets = presets

    def get(self, order: OrderId) -> Order:
        """One order; raises `NotFound`."""
        with self._store.reading() as work:
            return work.orders.get(order)

    def of_conversation(self, conversation: ConversationId) -> Sequence[Order]:
        """Orders that the mails name first, in their order, then the customer's others, newest first.

        Found by number, by the marketplace's alias or by the customer's address; raises `NotFound`.
        """
        with self._store.reading() as work:
            return orders_of(work, work.conversations.get(conversation))

    def beside(self, conversation: ConversationId) -> OrdersBeside:
        """The orders of a conversation and what its customer bought in all, from one reading; raises `NotFound`."""
        with self._store.reading() as work:
            row = work.conversations.get(conversation)
            found = orders_of(work, row)
            keys = set(address_keys(addresses_of(work, row.customer_email)))
        theirs = [one for one in found if address_key(one.email) in keys]
        return OrdersBeside(tuple(found), purchases(theirs))

    def by_number(self, number: str, market: str | None = None) -> Order:
        """The newest order of this number, with or without its #; raises `NotFound`."""
        with self._store.reading() as work:
            found = work.orders.numbered([number_key(number)])
        order = next((one for one in found if market in {None, one.market}), None)
        if order is None:
            raise NotFound(f"order {number}")
        return order

    def of_customer(self, *addresses: str) -> Sequence[Order]:
        """All orders under some addresses or aliases of one customer, newest first."""
        with self._store.reading() as work:
            return work.orders.of_addresses(address_keys(every_address(work, addresses)), MOST_OF_ONE)

    def purchases(self, *addresses: str) -> Purchases:
        """How many orders a customer has, what they spent, how many came back."""
        return purchases(self.of_customer(*addresses))

    def forget(self, *addresses: str) -> int:
        """Take a customer's orders away for good, as when they are erased; returns how many went."""
        with self._store.writing() as work:
            gone = work.orders.forget(address_keys(addresses))
            if gone:
                work.touched(Changes(orders=True))
        return gone

    def newest(self, limit: int = 100) -> Sequence[Order]:
        """The newest orders."""
        with self._store.reading() as work:
            return work.orders.newest(limit)

    def count(self) -> int:
        """How many orders there are."""
        with self._store.reading() as work:
            return work.orders.count()

    # --- files -----------------------------------------------------------------------------------------------

    @cached_property
    def shelf(self) -> PresetShelf:
        """The forms of files that are known."""
        from shopdesk.services.order_presets import PresetShelf

        return PresetShelf(self._presets())

    @cached_property
    def _import(self) -> OrderImport:
        from shopdesk.services.order_import import OrderImport

        return OrderImport(self._store, self._clock, self.shelf)

    def preset_titles(self) -> Sequence[tuple[str, str]]:
        """Pairs (key, title) of the presets, by title."""
        return sorted(((one.key, one.title) for one in self.shelf.presets), key=lambda pair: pair[1])

    def preview(
        self,
        name: str,
        content: bytes,
        preset: str | None = None,
        mapping: ColumnMapping | None = None,
        control: Control | None = None,
    ) -> OrderPreview:
        """What a file would bring; see `OrderImport.preview`. Raises `OrderFileRefused` and its kin, `Cancelled`."""
        return self._import.preview(name, content, preset, mapping, control)

    def import_(self, preview: OrderPreview, control: Control | None = None) -> OrderImportDone:
        """Write what a preview found, all or nothing; raises `OrderFileUnknown`, `OrderFileEmpty`, `Cancelled`."""
        return self._import.apply(preview, control)

    # --- what needs somebody ---------------------------------------------------------------------------------

    @cached_property
    def watching(self) -> OrderWatch:
        """Parcels that are late or silent, and orders that something is wrong with."""
        from shopdesk.services.order_watch import OrderWatch

        return OrderWatch(self._store, self._clock)

    def writing_about(self, order: OrderId) -> WritingAbout:
        """Where to write to the customer of an order, and what templates say of it; raises `NotFound`."""
        from shopdesk.services.order_writing import writing_about

        with self._store.reading() as work:
            return writing_about(work, work.orders.get(order), self._clock.now())

    def export(self, form: ExchangeFormat, limit: int = 1_000_000) -> bytes:
        """All orders, one row for each item, as CSV or xlsx. Raises `InputRefused` for another form."""
        from shopdesk.services.order_export import written

        with self._store.reading() as work:
            return written(work.orders.newest(limit), form)
