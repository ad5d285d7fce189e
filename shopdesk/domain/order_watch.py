"""Orders and parcels that need somebody: late, silent, unpaid, with an address that no carrier can use."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from shopdesk.domain.number_shapes import has_s10_check_digit
from shopdesk.domain.order import Order, OrderState, PostalAddress


class WatchReason(StrEnum):
    """Why somebody should look at an order, the most pressing first."""

    PROMISE_PASSED = "promise_passed"
    NO_SCAN = "no_scan"
    SHIP_BY_PASSED = "ship_by_passed"
    UNPAID = "unpaid"
    BAD_ADDRESS = "bad_address"
    BAD_PHONE = "bad_phone"
    OUT_OF_AREA = "out_of_area"
    WRONG_PARCEL_NUMBER = "wrong_parcel_number"

    @property
    def template(self) -> str:
        """Key of the starter template that fits; empty when the customer cannot help."""
        return _TEMPLATES.get(self, "")


_TEMPLATES = {
    WatchReason.PROMISE_PASSED: "late",
    WatchReason.NO_SCAN: "no-scan",
    WatchReason.SHIP_BY_PASSED: "delay",
    WatchReason.UNPAID: "no-payment",
    WatchReason.BAD_ADDRESS: "address-ask",
    WatchReason.BAD_PHONE: "address-ask",
    WatchReason.OUT_OF_AREA: "cancel-ok",
}


class AddressFault(StrEnum):
    """What is wrong with an address."""

    NO_NAME = "no_name"
    NO_STREET = "no_street"
    NO_HOUSE_NUMBER = "no_house_number"
    NO_CITY = "no_city"
    NO_POSTCODE = "no_postcode"
    POSTCODE_MISMATCH = "postcode_mismatch"
    """It has not the form that its country writes."""


@dataclass(frozen=True, slots=True)
class WatchRules:
    """From when on somebody should look."""

    no_scan_days: int = 7
    unpaid_hours: int = 24
    countries: frozenset[str] = frozenset()
    """Codes of two letters that the shop sends to; empty for all."""
    watched_days: int = 180
    """Older orders are not looked at."""


@dataclass(frozen=True, slots=True)
class Watched:
    """One order with one reason to look at it."""

    order: Order
    reason: WatchReason
    since: datetime | None = None
    """From when on it holds; None for what was so from the beginning."""
    detail: str = ""
    """Value of the `AddressFault`, the number of the parcel, the code of the country."""

    @property
    def mark(self) -> str:
        """A short word for all that the order says of it: another one as soon as any of that changes."""
        order = self.order
        parcels = [(one.number, one.last_scan_at) for one in order.parcels]
        moments = (order.promised_at, order.ship_by, order.shipped_at, order.placed_at)
        said = (order.state.value, moments, parcels, order.address.lines, order.phone, self.detail)
        return sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def watched(order: Order, now: datetime, rules: WatchRules, country: str) -> list[Watched]:
    """Every reason to look at an order. In: the code of the country that it goes to, empty when not known."""
    is_old = order.placed_at is not None and order.placed_at < now - timedelta(days=rules.watched_days)
    if not order.is_open or is_old:
        return []
    if order.state is OrderState.SHIPPED:
        return _parcel_reasons(order, now, rules)
    return _order_reasons(order, now, rules, country)


def _parcel_reasons(order: Order, now: datetime, rules: WatchRules) -> list[Watched]:
    found = []
    if order.promised_at is not None and order.promised_at < now:
        found.append(Watched(order, WatchReason.PROMISE_PASSED, order.promised_at))
    scans = [parcel.last_scan_at for parcel in order.parcels if parcel.last_scan_at is not None]
    last = max(scans, default=order.shipped_at)
    limit = timedelta(days=rules.no_scan_days)
    # Without a parcel nobody can be asked, and of one that was sent long ago only the arrival was never told.
    if order.parcel is not None and last is not None and now - _FORGOTTEN < last + limit < now:
        found.append(Watched(order, WatchReason.NO_SCAN, last + limit, order.parcel.number))
    found += [
        Watched(order, WatchReason.WRONG_PARCEL_NUMBER, detail=parcel.number)
        for parcel in order.parcels
        if _S10.fullmatch(parcel.number) and not has_s10_check_digit(parcel.number)
    ]
    return found


_FORGOTTEN = timedelta(days=60)
_S10 = re.compile("[A-Z]{2}[0-9]{9}[A-Z]{2}")


def _order_reasons(order: Order, now: datetime, rules: WatchRules, country: str) -> list[Watched]:
    found = []
    if order.ship_by is not None and order.ship_by < now and order.state is OrderState.PAID:
        found.append(Watched(order, WatchReason.SHIP_BY_PASSED, order.ship_by))
    if order.state is OrderState.UNPAID and order.placed_at is not None:
        limit = order.placed_at + timedelta(hours=rules.unpaid_hours)
        if limit < now:
            found.append(Watched(order, WatchReason.UNPAID, limit))
    to = replace(order.address, name=order.address.name or order.customer_name)
    fault = address_fault(to, country)
    if fault is not None:
        found.append(Watched(order, WatchReason.BAD_ADDRESS, detail=fault.value))
    if is_bad_phone(order.phone):
        found.append(Watched(order, WatchReason.BAD_PHONE, detail=order.phone))
    if rules.countries and country and country not in rules.countries:
        found.append(Watched(order, WatchReason.OUT_OF_AREA, detail=country))
    return found


# --- addresses ---------------------------------------------------------------------------------------


def address_fault(address: PostalAddress, country: str) -> AddressFault | None:
    """What a carrier would stumble over first; None for an address that looks right, is masked, or was not given.

    In: the code of its country, empty when not known.
    """
    known = address.street or address.city or address.postcode
    if not known or "*" in "".join(address.lines):
        return None
    is_whole = country in _WHOLE_IN_STREET and not address.city
    faults = (
        (AddressFault.NO_NAME, not address.name),
        (AddressFault.NO_STREET, not address.street),
        (AddressFault.NO_HOUSE_NUMBER, country in _NUMBERED and not _HOUSE.search(address.street)),
        (AddressFault.NO_CITY, not address.city and not is_whole),
        (AddressFault.NO_POSTCODE, not address.postcode and country in _POSTCODES and not is_whole),
        (AddressFault.POSTCODE_MISMATCH, bool(address.postcode) and not _fits(address.postcode, country)),
    )
    return next((fault for fault, holds in faults if holds), None)


def _fits(postcode: str, country: str) -> bool:
    form = _POSTCODES.get(country)
    return form is None or form.fullmatch(postcode.strip().upper().removeprefix(f"{country}-")) is not None


_WHOLE_IN_STREET = frozenset(("CN", "TW", "JP", "KR", "VN", "TH"))
_NUMBERED = frozenset("DE AT CH NL BE DK SE NO FI PL CZ IT ES FR US CA AU".split())
_HOUSE = re.compile(r"\d|s/n|\bsnc\b", re.IGNORECASE)
_POSTCODES = {
    code: re.compile(form)
    for codes, form in (
        ("DE FR IT ES FI HR EE", r"\d{5}"),
        ("AT CH BE DK NO AU NZ HU LU SI ZA", r"\d{4}"),
        ("CN SG RO IN", r"\d{6}|\d{3} ?\d{3}"),
        ("US", r"\d{5}(?:-?\d{4})?"),
        ("CA", r"[A-Z]\d[A-Z] ?\d[A-Z]\d"),
        ("GB", r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}"),
        ("NL", r"\d{4} ?[A-Z]{2}"),
        ("PL", r"\d{2}-?\d{3}"),
        ("PT", r"\d{4}-\d{3}"),
        ("SE CZ SK GR", r"\d{3} ?\d{2}"),
        ("JP", r"〒?\d{3}-?\d{4}"),
        ("BR", r"\d{5}-?\d{3}"),
        ("KR TH MY MX TR UA", r"\d{5}"),
    )
    for code in codes.split()
}
_SHORTEST, _LONGEST = 7, 15


def is_bad_phone(phone: str) -> bool:
    """Whether a number that was given cannot be called: too short, too long (ITU E.164), or all one digit."""
    if not phone or "*" in phone:
        return False
    digits = re.sub(r"\D", "", phone.partition("ext")[0])
    return not _SHORTEST <= len(digits.removeprefix("00")) <= _LONGEST or len(set(digits)) == 1
