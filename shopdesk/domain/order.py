"""Orders: what a customer bought, where it is, and what a shop's order file says of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from shopdesk.domain.ids import ConversationId, OrderId


class OrderState(StrEnum):
    """How far an order is; files only ever carry it on, see `further`."""

    UNPAID = "unpaid"
    PAID = "paid"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"

    def further(self, other: OrderState) -> OrderState:
        """The later one of two: an older file brings no order back from where it is."""
        return max(self, other, key=_WAY.index)


_WAY = (OrderState.UNPAID, OrderState.PAID, OrderState.SHIPPED, OrderState.DELIVERED, OrderState.CANCELLED)


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """Where a parcel goes, as the file has it."""

    name: str = ""
    street: str = ""
    """One or more lines; house number included."""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    """A code of two letters where the file has one, else the country's name."""

    @property
    def lines(self) -> tuple[str, ...]:
        """As it stands on a parcel, empty lines left out."""
        town = " ".join(part for part in (self.postcode, self.city) if part)
        return tuple(line for line in (self.name, *self.street.split("\n"), town, self.region, self.country) if line)


@dataclass(frozen=True, slots=True)
class OrderItem:
    """One line of an order."""

    title: str = ""
    sku: str = ""
    variant: str = ""
    quantity: int = 1
    price: Decimal | None = None
    """Of one piece, in the order's currency; None where the file does not say."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What was sent."""

    number: str
    carrier: str = ""
    last_scan_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """One order of one marketplace or shop; empty and None mean that no file said so."""

    id: OrderId
    number: str
    """As the file writes it; `number_key` finds it."""
    market: str = ""
    """Marketplace word (amazon, ebay, shopify, …); empty for a shop of one's own."""
    placed_at: datetime | None = None
    customer_name: str = ""
    email: str = ""
    """The customer's address, or the alias that the marketplace gave them."""
    user: str = ""
    """Their name at the marketplace."""
    phone: str = ""
    address: PostalAddress = PostalAddress()
    items: tuple[OrderItem, ...] = ()
    total: Decimal | None = None
    currency: str = ""
    state: OrderState = OrderState.PAID
    paid_at: datetime | None = None
    shipped_at: datetime | None = None
    delivered_at: datetime | None = None
    cancelled_at: datetime | None = None
    ship_by: datetime | None = None
    promised_at: datetime | None = None
    """Until when it shall have arrived."""
    parcels: tuple[Parcel, ...] = ()
    refunded: Decimal | None = None
    returned: bool = False
    note: str = ""
    """What the buyer or the seller wrote to it."""
    shop: str = ""

    @property
    def is_open(self) -> bool:
        """Whether somebody still waits for it."""
        return self.state not in {OrderState.DELIVERED, OrderState.CANCELLED}

    @property
    def item(self) -> str:
        """What was bought, in one line: the first title, and how many more there are by `items`."""
        return next((one.title or one.sku for one in self.items if one.title or one.sku), "")

    @property
    def pieces(self) -> int:
        """How many pieces were bought."""
        return sum(one.quantity for one in self.items)

    @property
    def is_return(self) -> bool:
        """Whether it came back or money went back for it."""
        return self.returned or bool(self.refunded)

    @property
    def parcel(self) -> Parcel | None:
        """The newest parcel."""
        return self.parcels[-1] if self.parcels else None

    def merged(self, found: Order, *, partial: bool = False) -> Order:
        """This order with what a file says of it now; what the file leaves open stays.

        In: the order as the file has it, and whether the file may hold only some items, and so only a part of the sum:
        of such a file what is known of the order as a whole stays.
        """
        taken = {
            name: new
            for name in _TAKEN
            if (new := getattr(found, name)) not in {"", None} and new != getattr(self, name)
        }
        if partial:
            taken = {name: new for name, new in taken.items() if name in _MOMENTS or getattr(self, name) in {"", None}}
        return replace(
            self,
            **taken,
            address=_merged_address(self.address, found.address),
            items=merged_items(self.items, found.items, keeps=partial),
            parcels=merged_parcels(self.parcels, found.parcels),
            state=self.state.further(found.state),
            returned=self.returned or found.returned,
        )


_NOT_TAKEN = {"id", "market", "number", "address", "items", "parcels", "state", "returned"}
_TAKEN = tuple(one.name for one in fields(Order) if one.name not in _NOT_TAKEN)
_MOMENTS = frozenset(name for name in _TAKEN if name.endswith(("_at", "_by")))


def number_key(number: str) -> str:
    """An order number as mails and files are compared by it: upper case, without # and blanks."""
    return _IN_NUMBER.sub("", number).upper()


_IN_NUMBER = re.compile(r"[\s#＃\u200b\ufeff]+")


def address_key(email: str) -> str:
    """A mail address as orders are found by it: casefolded; of a marketplace's alias without what differs per order."""
    folded = email.strip().casefold()
    return _ALIAS_TAIL.sub("@", folded) if "marketplace." in folded else folded


_ALIAS_TAIL = re.compile(r"\+[^@]*@")


def _merged_address(known: PostalAddress, found: PostalAddress) -> PostalAddress:
    """A new address as a whole, not street of one and town of the other."""
    if not (found.street or found.city or found.postcode):
        return replace(known, name=found.name or known.name, country=found.country or known.country)
    is_same_place = (found.city.casefold(), found.postcode) == (known.city.casefold(), known.postcode)
    if not is_same_place:
        return found if found.street or not known.street else replace(found, name=found.name or known.name)
    values = {one.name: getattr(found, one.name) or getattr(known, one.name) for one in fields(PostalAddress)}
    return PostalAddress(**values)


def merged_items(known: Sequence[OrderItem], found: Sequence[OrderItem], *, keeps: bool) -> tuple[OrderItem, ...]:
    """The items that a file names, with what was known of each; with `keeps` also those that it does not name."""
    if not found or _detail(found) < _detail(known):
        return tuple(known)
    left = list(known)
    result = []
    for one in found:
        same = next((old for old in left if _is_same_item(old, one)), None)
        if same is None:
            result.append(one)
            continue
        left.remove(same)
        price = same.price if one.price is None else one.price
        texts = {name: getattr(one, name) or getattr(same, name) for name in ("title", "sku", "variant")}
        result.append(replace(one, price=price, **texts))
    return (*result, *(left if keeps else ()))


def _detail(items: Sequence[OrderItem]) -> tuple[bool, bool]:
    """How much a file says of items: whether it names them, whether it has their prices."""
    return any(one.title for one in items), any(one.price is not None for one in items)


def _is_same_item(one: OrderItem, other: OrderItem) -> bool:
    if one.sku and other.sku and one.sku != other.sku:
        return False
    if one.variant and other.variant and one.variant != other.variant:
        return False
    if one.title and other.title:
        return one.title.casefold() == other.title.casefold()
    return bool(one.sku) and one.sku == other.sku


def merged_parcels(known: Sequence[Parcel], found: Sequence[Parcel]) -> tuple[Parcel, ...]:
    """All parcels by number, the newest last; the newest scan of each counts."""
    result = {one.number: one for one in known}
    for one in found:
        old = result.get(one.number)
        if old is not None:
            scans = [at for at in (old.last_scan_at, one.last_scan_at) if at is not None]
            one = Parcel(one.number, one.carrier or old.carrier, max(scans, default=None))  # noqa: PLW2901
        result[one.number] = one
    return tuple(result.values())


@dataclass(frozen=True, slots=True)
class Purchases:
    """What all orders of a customer add up to."""

    orders: int = 0
    spent: tuple[tuple[str, Decimal], ...] = ()
    """Pairs (currency, amount) less what was refunded, the greatest number of orders first; cancelled ones left out."""
    returns: int = 0


def purchases(orders: Iterable[Order]) -> Purchases:
    """Orders, money and returns of a customer."""
    sums: dict[str, Decimal] = {}
    times: Counter[str] = Counter()
    count = returns = 0
    for order in orders:
        count += 1
        returns += order.is_return
        if order.state not in {OrderState.CANCELLED, OrderState.UNPAID} and order.total is not None:
            sums[order.currency] = sums.get(order.currency, Decimal(0)) + order.total - (order.refunded or 0)
            times[order.currency] += 1
    return Purchases(count, tuple((currency, sums[currency]) for currency, _ in times.most_common()), returns)


@dataclass(frozen=True, slots=True)
class OrdersBeside:
    """What stands beside a conversation."""

    orders: tuple[Order, ...] = ()
    """Those that the mails name first, then the customer's others, newest first."""
    purchases: Purchases = Purchases()
    """Of all orders of the customer."""


@dataclass(frozen=True, slots=True)
class WritingAbout:
    """Where to write to somebody about their order."""

    conversation: ConversationId | None = None
    """The one that names the order, else the newest of its customer; None: a new mail has to be begun."""
    email: str = ""
    """Empty: no file told of an address, and nobody wrote."""
    name: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    """What placeholders and inputs of templates stand for, by their whole names."""
