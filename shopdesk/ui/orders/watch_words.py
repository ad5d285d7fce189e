"""What the page of orders that need somebody says."""

from datetime import datetime

from PySide6.QtCore import QLocale

from shopdesk.domain.order import Order, OrderState
from shopdesk.domain.order_watch import AddressFault, Watched, WatchReason
from shopdesk.ui.words import counted, duration, money, short_date, translate

TONES = {WatchReason.PROMISE_PASSED: "red", WatchReason.NO_SCAN: "amber", WatchReason.SHIP_BY_PASSED: "red"}
"""The colours of headings; the others are plain."""
_SEVERAL = 2


def reason_text(reason: WatchReason) -> str:
    """The heading of a reason."""
    return {
        WatchReason.PROMISE_PASSED: translate("Orders", "Later than promised"),
        WatchReason.NO_SCAN: translate("Orders", "No scan for days"),
        WatchReason.SHIP_BY_PASSED: translate("Orders", "Not shipped in time"),
        WatchReason.UNPAID: translate("Orders", "Not paid"),
        WatchReason.BAD_ADDRESS: translate("Orders", "Address to be checked"),
        WatchReason.BAD_PHONE: translate("Orders", "Phone number to be checked"),
        WatchReason.OUT_OF_AREA: translate("Orders", "Outside of the area"),
        WatchReason.WRONG_PARCEL_NUMBER: translate("Orders", "Parcel number mistyped"),
    }[reason]


def since_text(one: Watched, now: datetime) -> str:
    """How long it has been so, short; empty for what was so from the beginning."""
    return translate("Orders", "for %1").replace("%1", duration(now - one.since)) if one.since is not None else ""


def what_is_wrong(one: Watched, now: datetime) -> str:
    """One sentence about it."""
    order, since = one.order, one.since
    day = short_date(since, now) if since is not None else ""
    if one.reason is WatchReason.BAD_ADDRESS:
        return fault_text(AddressFault(one.detail))
    words = {
        WatchReason.PROMISE_PASSED: translate("Orders", "It was to arrive by %1."),
        WatchReason.NO_SCAN: translate("Orders", "Parcel %2 was last seen on %3."),
        WatchReason.SHIP_BY_PASSED: translate("Orders", "It was to leave by %1."),
        WatchReason.UNPAID: translate("Orders", "Ordered on %4 and not paid since."),
        WatchReason.BAD_PHONE: translate("Orders", "%2 is no number that can be called."),
        WatchReason.OUT_OF_AREA: translate("Orders", "The shop does not send to %2."),
        WatchReason.WRONG_PARCEL_NUMBER: translate("Orders", "%2 is no valid parcel number: a sign of it is wrong."),
    }[one.reason]
    detail = country_text(one.detail) if one.reason is WatchReason.OUT_OF_AREA else one.detail
    seen, placed = last_seen(order), order.placed_at
    words = words.replace("%1", day).replace("%3", short_date(seen, now) if seen is not None else "–")
    return words.replace("%4", short_date(placed, now) if placed is not None else "–").replace("%2", detail)


def fault_text(fault: AddressFault) -> str:
    """What a carrier would stumble over."""
    return {
        AddressFault.NO_NAME: translate("Orders", "The address has no name."),
        AddressFault.NO_STREET: translate("Orders", "The address has no street."),
        AddressFault.NO_HOUSE_NUMBER: translate("Orders", "The street has no house number."),
        AddressFault.NO_CITY: translate("Orders", "The address has no town."),
        AddressFault.NO_POSTCODE: translate("Orders", "The address has no postcode."),
        AddressFault.POSTCODE_MISMATCH: translate("Orders", "The postcode does not look like one of its country."),
    }[fault]


def country_text(code: str) -> str:
    """A country by its code of two letters."""
    return QLocale.territoryToString(QLocale.codeToTerritory(code)) or code


def last_seen(order: Order) -> datetime | None:
    """When a carrier last said anything of it, else when it was sent."""
    scans = [parcel.last_scan_at for parcel in order.parcels if parcel.last_scan_at is not None]
    return max(scans, default=order.shipped_at)


def state_text(state: OrderState) -> str:
    """How far an order is."""
    return {
        OrderState.UNPAID: translate("Panel", "Not paid"),
        OrderState.PAID: translate("Panel", "Paid"),
        OrderState.SHIPPED: translate("Panel", "Shipped"),
        OrderState.DELIVERED: translate("Panel", "Delivered"),
        OrderState.CANCELLED: translate("Panel", "Cancelled"),
    }[state]


def who_text(order: Order) -> str:
    """Whose order it is."""
    return order.customer_name or order.email or order.user or translate("Orders", "No name in the file")


def items_text(order: Order) -> str:
    """What was bought, in one line."""
    more = len(order.items) - 1
    several = translate("Orders", "%1 and %2 more").replace("%2", QLocale().toString(more))
    return several.replace("%1", order.item) if len(order.items) >= _SEVERAL else order.item


def facts_of(order: Order, now: datetime) -> list[tuple[str, str]]:
    """Pairs (label, value) of what a file told; what is not known is left out."""
    parcel, placed, seen = order.parcel, order.placed_at, last_seen(order)
    pieces = counted(order.pieces, translate("Orders", "1 piece"), translate("Orders", "%1 pieces"))
    facts = (
        (translate("Orders", "Item"), " · ".join(filter(None, (items_text(order), pieces if order.pieces else "")))),
        (translate("Orders", "Sum of the order"), money(order.total, order.currency)),
        (translate("Orders", "Date of the order"), short_date(placed, now) if placed is not None else ""),
        (translate("Orders", "Status"), state_text(order.state)),
        (
            translate("Orders", "Parcel number"),
            " · ".join(filter(None, (parcel.carrier, parcel.number))) if parcel is not None else "",
        ),
        (translate("Orders", "Last seen"), short_date(seen, now) if seen is not None else ""),
        (translate("Orders", "Goes to"), "\n".join(order.address.lines)),
        (translate("Orders", "Phone"), order.phone),
        (translate("Orders", "Mail address or alias"), order.email),
    )
    return [(label, value) for label, value in facts if value]
