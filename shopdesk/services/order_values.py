"""Cells of order files as values: bare text, moments, amounts, whole numbers, damaged order numbers."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from functools import lru_cache

from shopdesk.domain.order_import import DateOrder

_FORMULA_TEXT = re.compile(r'="(.*)"', re.DOTALL)
_BLANKS = "\u00a0\u200b\u200e\u200f\ufeff\t \r\n"


def bare(cell: str) -> str:
    """A cell without `="…"`, the ' that marks text, and blanks of any kind around it."""
    text = cell.strip(_BLANKS)
    if text[:1] not in {"=", "'"}:
        return text
    wrapped = _FORMULA_TEXT.fullmatch(text)
    if wrapped is not None:
        text = wrapped[1].replace('""', '"').strip(_BLANKS)
    return text.lstrip("'").strip(_BLANKS)


# --- order numbers -----------------------------------------------------------------------------------

_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_LONG = re.compile(r"\d{17,}")
_EXACT = 15
"""So many digits a spreadsheet program keeps of a number."""


def is_scientific(number: str) -> bool:
    """Whether a spreadsheet program wrote a number as 1.23E+15 and lost its end."""
    return _SCIENTIFIC.fullmatch(number) is not None


def is_rounded(number: str) -> bool:
    """Whether the end of a long number is zeros, as after a spreadsheet program took it for an amount."""
    return _LONG.fullmatch(number) is not None and not number[_EXACT:].strip("0")


def all_rounded(numbers: Iterable[str]) -> bool:
    """Whether all long numbers of a file end in zeros: one may by chance, not several different ones."""
    long_ones = {number for number in numbers if _LONG.fullmatch(number)}
    if len(long_ones) == 1:
        return all(is_rounded(number) and number.endswith("0000") for number in long_ones)
    return bool(long_ones) and all(map(is_rounded, long_ones))


# --- moments -----------------------------------------------------------------------------------------

_TIME = (
    r"(?:[T,\s]+(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?)?"
    r"\s*(?P<half>[AaPp]\.?[Mm]\.?)?\s*(?P<zone>Z|[+-]\d{2}:?\d{2}|[A-Z]{3,4})?"
)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})日?" + _TIME)
_YEAR_LAST = re.compile(r"(?P<first>\d{1,2})[-/.](?P<then>\d{1,2})[-/.](?P<year>\d{4}|\d{2})" + _TIME)
_DAY_NAMED = re.compile(r"(?P<day>\d{1,2})\.?[-\s]+(?P<name>[^\W\d]{3,10})\.?,?[-\s]+(?P<year>\d{4}|\d{2})" + _TIME)
_MONTH_NAMED = re.compile(r"(?P<name>[^\W\d]{3,10})\.?[-\s]+(?P<day>\d{1,2}),?[-\s]+(?P<year>\d{4}|\d{2})" + _TIME)
_SERIAL = re.compile(r"[3-6]\d{4}(?:\.\d+)?")
_SERIAL_START = datetime(1899, 12, 30)  # noqa: DTZ001 - the zone comes from the file
_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "jan janv ene gen", "feb fev fév", "mar mär mrz mars", "apr avr abr", "may mai mag maj", "jun juin giu",
            "jul juil lug", "aug aou aoû ago", "sep sept set", "oct okt ott", "nov", "dec dez dic déc",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
_ZONES = {
    "UTC": 0, "GMT": 0, "Z": 0, "BST": 1, "CET": 1, "MET": 1, "CEST": 2, "MEST": 2, "JST": 9, "PST": -8, "PDT": -7,
    "EST": -5, "EDT": -4,
}  # fmt: skip
_CENTURY = 2000
_NOON = 12


def date_order_of(texts: Iterable[str]) -> DateOrder | None:
    """What the dates themselves say: 25/12/26 has its day first; None when none of them tells."""
    for text in texts:
        found = _YEAR_LAST.match(text)
        if found is not None and int(found["first"]) > _NOON:
            return DateOrder.DAY_FIRST
        if found is not None and int(found["then"]) > _NOON:
            return DateOrder.MONTH_FIRST
    return None


@lru_cache(maxsize=8_192)
def moment_of(text: str, order: DateOrder, zone: tzinfo, *, ends: bool = False) -> datetime:
    """The moment that a cell names, UTC. In: the zone where the cell has none; `ends`: a day alone means its end.

    Raises `ValueError`.
    """
    if _SERIAL.fullmatch(text):
        plain = _SERIAL_START + timedelta(days=float(text))
        return plain.replace(microsecond=0, tzinfo=zone).astimezone(UTC)
    for form in (_YEAR_FIRST, _YEAR_LAST, _DAY_NAMED, _MONTH_NAMED):
        found = form.fullmatch(text)
        if found is not None:
            day = datetime(*_day(found, order), tzinfo=_zone(found["zone"], zone))
            return _at(day, found, ends=ends).astimezone(UTC)
    raise ValueError(text)


def _day(found: re.Match[str], order: DateOrder) -> tuple[int, int, int]:
    parts = found.groupdict()
    year = int(parts["year"])
    year += _CENTURY if year < 100 else 0  # noqa: PLR2004
    if "first" in parts:
        first, then = int(parts["first"]), int(parts["then"])
        is_day_first = first > _NOON or (then <= _NOON and order is DateOrder.DAY_FIRST)
        return (year, then, first) if is_day_first else (year, first, then)
    if "name" in parts:
        return year, _month(parts["name"]), int(parts["day"])
    return year, int(parts["month"]), int(parts["day"])


def _month(name: str) -> int:
    word = name.casefold()
    for length in (4, 3):
        if word[:length] in _MONTHS:
            return _MONTHS[word[:length]]
    raise ValueError(name)


def _at(day: datetime, found: re.Match[str], *, ends: bool) -> datetime:
    if found["hour"] is None:
        return day.replace(hour=23, minute=59, second=59) if ends else day
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % _NOON + (_NOON if found["half"][0] in "Pp" else 0)
    return day.replace(hour=hour, minute=int(found["minute"]), second=int(found["second"] or 0))


def _zone(text: str | None, usual: tzinfo) -> tzinfo:
    if not text:
        return usual
    if text in _ZONES:
        return timezone(timedelta(hours=_ZONES[text]))
    if text[0] not in "+-":
        return usual
    offset = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return timezone(-offset if text[0] == "-" else offset)


# --- amounts -----------------------------------------------------------------------------------------

_AMOUNT = re.compile(
    r"\(?-?\s*(?P<before>[^\d\s.,()-]{1,4}\s?[$¥€£]?)?\s*-?(?P<number>\d[\d.,'’\s]*)\s*(?P<after>\D{0,5})\)?"
)
_SIGNS = {
    "€": "EUR", "£": "GBP", "$": "USD", "US$": "USD", "US $": "USD", "A$": "AUD", "AU $": "AUD", "C$": "CAD",
    "C $": "CAD", "R$": "BRL", "₫": "VND", "฿": "THB", "₱": "PHP", "RM": "MYR", "RP": "IDR", "S$": "SGD",
    "NT$": "TWD", "元": "CNY", "RMB": "CNY", "円": "JPY", "zł": "PLN", "₹": "INR", "￥": "", "¥": "",
}  # fmt: skip
_WHOLE = frozenset(("JPY", "VND", "KRW", "IDR", "CLP", "TWD"))
"""Currencies without smaller parts: 120.000 are many of them."""
_GROUP = 3


@lru_cache(maxsize=8_192)
def amount_of(text: str, currency: str = "") -> tuple[Decimal, str]:
    """An amount and the currency that stands beside it (empty when none does). Raises `ValueError`."""
    found = _AMOUNT.fullmatch(text)
    if found is None:
        raise ValueError(text)
    sign = (found["before"] or found["after"] or "").strip()
    code = _SIGNS.get(sign, sign.upper() if re.fullmatch("[A-Za-z]{3}", sign) else "")
    number = Decimal(_plain(found["number"], code or currency))
    is_negative = text.lstrip().startswith(("-", "(")) or "-" in text[: found.start("number")]
    return (-number if is_negative else number), code


def _plain(text: str, currency: str) -> str:
    """`1.234,50`, `1,234.50` and `1 234,50` as 1234.50."""
    digits = re.sub(r"['’\s]", "", text).rstrip(".,")
    dot, comma = digits.rfind("."), digits.rfind(",")
    if dot >= 0 and comma >= 0:
        mark = "." if dot > comma else ","
        whole, _, rest = digits.rpartition(mark)
        return re.sub("[.,]", "", whole) + "." + rest
    mark = "." if dot >= 0 else ","
    whole, found, rest = digits.rpartition(mark)
    if not found:
        return digits
    is_grouped = mark in whole or (len(rest) == _GROUP and (mark == "," or currency in _WHOLE))
    return digits.replace(mark, "") if is_grouped else f"{whole}.{rest}"


def quantity_of(text: str) -> int:
    """A number of pieces. Raises `ValueError`."""
    number = float(text.replace(",", ""))
    if not number.is_integer() or not 0 <= number < 1_000_000:  # noqa: PLR2004
        raise ValueError(text)
    return int(number)
