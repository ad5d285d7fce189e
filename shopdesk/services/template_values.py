"""What placeholders stand for: the catalogue, and their values for one conversation."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_currency

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.mailbox import Mailbox
from shopdesk.domain.order import Order
from shopdesk.services.order_placeholders import NAMES, order_values

CUT_OFF = 18
"""From this hour on "today" promises for tomorrow."""

CATALOGUE = (
    "customer.first_name", "customer.name", "customer.email",
    *NAMES,
    "shop.name", "shop.email", "shop.marketplace",
    "agent.name",
    "conversation.subject",
    "date.today", "date.tomorrow", "date.next_workday", "date.promise",
)  # fmt: skip
"""Every placeholder there is, besides `input.NAME` of a template's own inputs."""
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Seat:
    """Who writes, and on whose clock."""

    agent: str = ""
    now: datetime | None = None
    """Local time with its zone."""


def is_placeholder(name: str, inputs: frozenset[str]) -> bool:
    """Whether a name is in the catalogue, the beginning of names in it, or one of a template's inputs. In: those by
    their names alone; further placeholders by their whole names, such as `facts.returns_until`."""
    if name.startswith("input."):
        return name.removeprefix("input.") in inputs
    further = (one for one in inputs if "." in one)
    return any(known == name or known.startswith(f"{name}.") for known in (*CATALOGUE, *further))


def values_for(
    row: Conversation | None,
    mailbox: Mailbox | None,
    seat: Seat,
    answers: Mapping[str, str],
    parcel: str = "",
    order: Order | None = None,
) -> dict[str, Any]:
    """Values by the names of the catalogue; what is not known is not there."""
    own = {name: text for name, text in answers.items() if "." not in name}
    found: dict[str, Any] = {"input": own, "agent": {"name": seat.agent}, "date": _dates(seat.now)}
    if row is not None:
        name = "" if "@" in row.customer_name else row.customer_name
        found["customer"] = {"first_name": first_name(name), "name": name, "email": row.customer_email}
        number, zone = next(iter(row.order_numbers), ""), seat.now.tzinfo if seat.now is not None else None
        found["order"] = order_values(order, number, parcel, carrier_of(parcel), zone)
        found["conversation"] = {"subject": row.subject}
    if mailbox is not None:
        market = row.market.capitalize() if row is not None else ""
        found["shop"] = {"name": mailbox.shown, "email": mailbox.address, "marketplace": market}
    return found


def carrier_of(parcel: str) -> str:
    """The carrier that a parcel number tells by its form; empty when it does not."""
    return next((name for form, name in _CARRIERS if form.match(parcel)), "")


_CARRIERS = tuple(
    (re.compile(form), name)
    for form, name in (
        ("1Z", "UPS"), ("9[1-5][0-9]{20}", "USPS"), ("SF[0-9]{12}", "SF Express"), ("YT[0-9]{16}", "YunExpress"),
        ("LP[0-9]{14}", "Cainiao"), ("4PX", "4PX"), ("JJ?D[0-9]{16}|00340[0-9]{15}|JVGL", "DHL"),
    )
)  # fmt: skip


def first_name(name: str) -> str:
    """How somebody is greeted: the first word of a name; Chinese, Japanese and Korean names stay whole."""
    words = name.split()
    if not words or (not words[0].isascii() and len(words) == 1):
        return name.strip()
    if name.rstrip().endswith(",") or "," in name:  # Schmidt, Anna
        return name.partition(",")[2].strip().partition(" ")[0] or words[0].strip(",")
    return words[0]


def _dates(now: datetime | None) -> dict[str, Any]:
    if now is None:
        return {}
    today = now.date()
    promise = today + timedelta(days=int(now.hour >= CUT_OFF))
    return {
        "today": today.isoformat(),
        "tomorrow": (today + timedelta(days=1)).isoformat(),
        "next_workday": _workday(today + timedelta(days=1)).isoformat(),
        "promise": _workday(promise).isoformat(),
    }


def _workday(day: date) -> date:
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return day


def filters_for(language: str) -> Mapping[str, Any]:
    """Filters that speak a language: `day` writes a date, `plus_days`, `plus_workdays` count on, `money` an amount."""
    locale = _locale(language)

    def day(value: object, style: object = "long") -> str:
        found = _date(value)
        return "" if found is None else format_date(found, _STYLES.get(str(style), "long"), locale)

    def money(value: object, currency: object = "") -> str:
        text = "" if value is None else str(value).strip()
        return _money(text, str(currency), locale)

    return {"day": day, "plus_days": _plus_days, "plus_workdays": _plus_workdays, "money": money}


_STYLES = {"short": "short", "medium": "medium", "long": "long", "full": "full", "weekday": "EEEE"}
_MOST_DAYS = 3_650


def _locale(language: str) -> Locale:
    try:
        return Locale.parse({"zh": "zh_Hans_CN"}.get(language, language or "en"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def _money(text: str, currency: str, locale: Locale) -> str:
    """An amount as the language writes it; what is none, or has no currency, stays as it was typed."""
    found = _AMOUNT.fullmatch(text)
    if found is None:
        return text
    sign = (found["before"] or found["after"] or "").upper()
    code = _CURRENCIES.get(sign, sign) or currency.upper()
    number = _plain_number(found["number"])
    if not _CODE.fullmatch(code) or not number:
        return text
    return format_currency(number, code, locale=locale)


_CURRENCIES = {"€": "EUR", "$": "USD", "US$": "USD", "£": "GBP", "元": "CNY", "RMB": "CNY", "A$": "AUD", "C$": "CAD"}
"""Signs that mean one currency; ¥ means two, so that it stays as it was typed."""
_CODE = re.compile("[A-Z]{3}")
_SIGN = r"[A-Za-z]{3}|US\$|A\$|C\$|[€$£元]"
_AMOUNT = re.compile(
    rf"(?P<before>{_SIGN})?\s*(?P<number>\d[\d.,' \u00a0\u202f]{{0,19}})\s*(?P<after>{_SIGN})?", re.ASCII
)


def _plain_number(text: str) -> str:
    """`1.234,50` and `1,234.50` as 1234.50; empty when it can be read two ways, as 1,234."""
    bare = re.sub(r"[' \u00a0\u202f]", "", text).rstrip(".,")
    whole, mark, rest = bare, "", ""
    for sign in ".,":
        if bare.count(sign) == 1 and bare.rfind(sign) == max(bare.rfind("."), bare.rfind(",")):
            whole, mark, rest = bare.rpartition(sign)
    if mark and not re.search("[.,]", whole) and len(rest) == _GROUP and whole != "0":
        return ""
    groups = re.split("[.,]", whole)
    if len(groups) > 1 and any(len(group) != _GROUP for group in groups[1:]):
        return ""
    return "".join(groups) + (f".{rest}" if rest else "")


_GROUP = 3


def _date(value: object) -> date | None:
    try:
        return datetime.fromisoformat(str(value).strip()).date()
    except ValueError:
        return None


def _days(count: object) -> int:
    try:
        return max(-_MOST_DAYS, min(int(str(count)), _MOST_DAYS))
    except ValueError:
        return 0


def _plus_days(value: object, count: object = 0) -> str:
    found = _date(value)
    return "" if found is None else _moved(found, _days(count))


def _plus_workdays(value: object, count: object = 0) -> str:
    found, left = _date(value), _days(count)
    if found is None:
        return ""
    step, days = 1 if left >= 0 else -1, 0
    while left:
        days += step
        left -= step if (found.weekday() + days) % _WEEK < _SATURDAY else 0
    return _moved(found, days)


def _moved(day: date, days: int) -> str:
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return ""


_WEEK = 7
