"""One order put together from the rows of a file that have its number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from shopdesk.domain.ids import OrderId
from shopdesk.domain.order import Order, OrderItem, OrderState, Parcel, PostalAddress, merged_parcels, number_key
from shopdesk.services.order_presets import NOTHING, RETURNED

if TYPE_CHECKING:
    from shopdesk.services.order_presets import Preset

_ORDER_TEXTS = ("customer_name", "email", "user", "phone", "currency", "note", "shop")
_PLACE = {
    "ship_name": "name", "street": "street", "city": "city", "region": "region", "postcode": "postcode",
    "country": "country",
}  # fmt: skip
_ORDER_MOMENTS = ("placed_at", "paid_at", "shipped_at", "delivered_at", "cancelled_at", "ship_by", "promised_at")
_STEPS = (
    ("paid_at", OrderState.PAID),
    ("shipped_at", OrderState.SHIPPED),
    ("delivered_at", OrderState.DELIVERED),
    ("cancelled_at", OrderState.CANCELLED),
)
_SEVERAL = re.compile(r"(?:^|, )(\d+)\s?[×x]\s(.+?)(?=, \d+\s?[×x]\s|$)")
_PARCEL_WORDS = re.compile(r"^(?:No|Nr|运单号)[.:：]\s*", re.IGNORECASE)
_TRACKINGS = re.compile(r"\s*[,;，；\n]\s*")


@dataclass(slots=True)
class Draft:
    """What the rows of one order said so far; the first row that says something counts."""

    number: str
    market: str
    preset: Preset
    texts: dict[str, str] = field(default_factory=dict)
    moments: dict[str, datetime] = field(default_factory=dict)
    items: list[OrderItem] = field(default_factory=list)
    parcels: tuple[Parcel, ...] = ()
    states: list[OrderState] = field(default_factory=list)
    returned: bool = False
    total: Decimal | None = None
    lines: Decimal | None = None
    """The sum of what the rows cost."""
    refunded: Decimal | None = None

    def take(
        self,
        texts: Mapping[str, str],
        moments: Mapping[str, datetime],
        amounts: Mapping[str, Decimal],
        quantity: int,
    ) -> Iterator[str]:
        """Add a row. Out: words for how far it is that nobody knows."""
        for name in (*_ORDER_TEXTS, *_PLACE):
            if texts.get(name) and name not in self.texts:
                self.texts[name] = texts[name]
        for name, at in moments.items():
            self.moments.setdefault(name, at)
        self._take_amounts(amounts)
        self.items += self._items(texts, amounts, quantity)
        self.parcels = merged_parcels(self.parcels, _parcels(texts, moments.get("last_scan_at")))
        return self._take_states(texts)

    def order(self) -> Order:
        """All of it."""
        place = {name: self.texts.get(column, "") for column, name in _PLACE.items()}
        if self.preset.country and place["street"] and not place["country"]:
            place["country"] = self.preset.country
        # What the marketplace says counts; its dates alone do where it says nothing.
        steps = [state for name, state in _STEPS if name in self.moments]
        state = max([*self.states, *steps], key=_RANK.__getitem__, default=self.preset.assume)
        name = self.texts.get("customer_name") or place["name"]
        texts = {each: self.texts[each] for each in _ORDER_TEXTS if each in self.texts}
        return Order(
            OrderId(0),
            self.number,
            self.market,
            address=PostalAddress(**place),
            items=tuple(self.items),
            total=self._total(),
            state=state,
            parcels=self.parcels,
            refunded=self.refunded or None,
            returned=self.returned,
            **{**texts, "customer_name": name},  # type: ignore[arg-type]
            **{each: self.moments[each] for each in _ORDER_MOMENTS if each in self.moments},  # type: ignore[arg-type]
        )

    def _total(self) -> Decimal | None:
        if self.total is not None:
            return self.total
        if self.lines is not None:
            return self.lines
        prices = [None if one.price is None else one.price * one.quantity for one in self.items]
        known = [price for price in prices if price is not None]
        return sum(known, Decimal(0)) if prices and len(known) == len(prices) else None

    def _take_amounts(self, amounts: Mapping[str, Decimal]) -> None:
        if self.total is None:
            self.total = amounts.get("total")
        if "line_total" in amounts:
            self.lines = (self.lines or Decimal(0)) + amounts["line_total"]
        refund = amounts.get("refunded")
        if refund is not None and (self.refunded is None or self.preset.sum_refunds):
            self.refunded = (self.refunded or Decimal(0)) + abs(refund)

    def _items(self, texts: Mapping[str, str], amounts: Mapping[str, Decimal], quantity: int) -> list[OrderItem]:
        title, sku = texts.get("item", ""), texts.get("sku", "")
        if not (title or sku):
            return []
        if self.preset.listed_items and (several := _SEVERAL.findall(title)):
            return [OrderItem(" ".join(name.split()), quantity=int(count)) for count, name in several]
        price = amounts.get("price")
        if price is None and "item_total" in amounts and quantity:
            price = round(amounts["item_total"] / quantity, 2)
        return [OrderItem(" ".join(title.split()), sku, texts.get("variant", ""), quantity, price)]

    def _take_states(self, texts: Mapping[str, str]) -> Iterator[str]:
        for name in ("state", "payment_state", "shipping_state", "return_state"):
            word = texts.get(name, "")
            meaning = self.preset.states.get(word.casefold()) if word else NOTHING
            if meaning is None and name == "state":
                yield word
            if meaning == RETURNED:
                self.returned = True
            elif meaning not in {None, NOTHING} and name != "return_state":
                self.states.append(OrderState(str(meaning)))


_RANK = {state: rank for rank, state in enumerate(
    (OrderState.UNPAID, OrderState.PAID, OrderState.SHIPPED, OrderState.DELIVERED, OrderState.CANCELLED)
)}  # fmt: skip


def joined(drafts: dict[str, Draft], number: str, market: str, preset: Preset) -> Draft:
    """The draft of an order number, a new one at its first row."""
    key = number_key(number)
    draft = drafts.get(key)
    if draft is None:
        draft = drafts[key] = Draft(number, market, preset)
    return draft


def _parcels(texts: Mapping[str, str], scanned: datetime | None) -> list[Parcel]:
    numbers = _TRACKINGS.split(_PARCEL_WORDS.sub("", texts.get("tracking", "")))
    return [Parcel(number, texts.get("carrier", ""), scanned) for number in numbers if number]
