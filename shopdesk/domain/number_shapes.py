"""How order and parcel numbers are built: the marketplaces' and carriers' own forms, and what only looks like one."""

import re

from shopdesk.domain.number_words import Near, Topic

_EVIDENT = re.compile(
    r"(?P<order>(?:[0-9]{3}|[DSP][0-9]{2})-[0-9]{7}-[0-9]{7}"  # Amazon
    r"|[0-9]{2}-[0-9]{5}-[0-9]{5}|[0-9]{12}-[0-9]{10,14}"  # eBay, new and old
    r"|[0-9]{6}-[0-9]{8}-[0-9]{8,10})"  # Rakuten
    r"|(?P<shopee>[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?=[0-9]*[A-Z])[0-9A-Z]{8})"
    r"|(?P<s10>[A-Z]{2}[0-9]{9}[A-Z]{2})"
    r"|(?P<parcel>1Z[0-9A-Z]{16}|9[1-5][0-9]{20}|SF[0-9]{12,13}|YT[0-9]{16}|LP[0-9]{14}|4PX[0-9]{13}CN"
    r"|JJ?D[0-9]{16,18}|00340[0-9]{15}|JVGL[0-9]{12,20})"  # the last ones: DHL
)
_SHORTEST_EVIDENT = 13
_S10_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)

MARKET_ORDERS = {
    "wish": re.compile(r"[0-9A-F]{24}"),
    "aliexpress": re.compile(r"[0-9]{16}"),
    "mercadolibre": re.compile(r"2000[0-9]{12}"),
    "tiktok": re.compile(r"5[0-9]{17}"),
    "shopee": re.compile(r"[0-9]{6}[0-9A-Z]{8}"),
    "taobao": re.compile(r"[0-9]{16,19}"),
    "allegro": re.compile(r"[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}"),
}
"""Numbers that count without a keyword in the mails of that marketplace."""

_LONGEST_ORDER = 36
_LONGEST_LETTERS = re.compile(r"[A-Z]{7}")
_HEX = re.compile(r"[0-9A-F]{24}|[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}")
_YEAR_OR_DATE = re.compile(
    r"(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}-[0-9]{1,2}(?:-[0-9]{1,2})?|[0-9]{1,2}-[0-9]{1,2}-(?:[0-9]{4}|[0-9]{2})"
    r"|(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
)
_PHONE_OR_POSTCODE = re.compile(
    r"[0-9]{3}-[0-9]{3}-[0-9]{4}|[0-9]{3}-[0-9]{4}-[0-9]{4}|0[0-9]{1,4}-[0-9]{4,8}|00[0-9]{9,13}|1[3-9][0-9]{9}"
    r"|[0-9]{1,3}-[0-9]{1,3}|[0-9]{5}-[0-9]{3,4}|[0-9]{3}-[0-9]{4}|[0-9]{4}-[0-9]{3}"
)
_QUANTITY = re.compile(
    r"[0-9]+(?:PCS?|PIECES?|PIEZAS|STK|STÜCK|X|KG|G|MG|ML|CM|MM|M|L|W|V|GB|MB|USD|EUR|GBP|RMB|CNY|ST|ND|RD|TH|H|AM|PM|S|K|MIN|HZ|DPI)"
)
_LOOSE_DIGITS = re.compile(r"[1-9][0-9]{8,18}")
_LOOSE_PARCEL = re.compile(r"(?:[A-Z]{1,5})?[0-9]{10,34}(?:[A-Z]{2})?")
_CLOSE_PARCEL = re.compile(r"(?=(?:[^0-9]*[0-9]){8})[0-9A-Z]{8,35}")


def evident_kind(value: str) -> Topic | None:
    """What a value (upper case) is by its form alone; None when the form does not tell."""
    if len(value) < _SHORTEST_EVIDENT:
        return None
    form = _EVIDENT.fullmatch(value)
    if form is None:
        return None
    if form.lastgroup == "s10":
        return Topic.PARCEL if has_s10_check_digit(value) else Topic.OTHER
    return Topic.PARCEL if form.lastgroup == "parcel" else Topic.ORDER


def has_s10_check_digit(value: str) -> bool:
    """Whether the check digit, the ninth, of a postal item number (as RR123456785CN) fits the others; UPU S10."""
    digits = [int(sign) for sign in value[2:11]]
    rest = 11 - sum(weight * digit for weight, digit in zip(_S10_WEIGHTS, digits, strict=False)) % 11
    return digits[8] == {10: 0, 11: 5}.get(rest, rest)


def is_order_shape(value: str, near: Near) -> bool:
    """Whether a value (upper case) can be the order number that the word before it speaks of."""
    if len(value) > _LONGEST_ORDER:
        return False
    if _HEX.fullmatch(value):
        return any(sign.isdigit() for sign in value)
    if not near.is_close:
        return _LOOSE_DIGITS.fullmatch(value) is not None and not _is_no_order(value)
    digits = sum(sign.isdigit() for sign in value)
    letters = len(value) - digits - value.count("-")
    if letters > digits or _LONGEST_LETTERS.search(value):
        return False
    if near.is_announced:
        return digits >= (2 if near.gap.endswith("#") else 3)
    return digits >= 4 and not _is_no_order(value)  # noqa: PLR2004 - "order 100 pieces" is none


def is_parcel_shape(value: str, near: Near) -> bool:
    """Whether a value (upper case) can be the parcel number that the word before it speaks of."""
    if near.is_close:
        return _CLOSE_PARCEL.fullmatch(value) is not None and not _YEAR_OR_DATE.fullmatch(value)
    return _LOOSE_PARCEL.fullmatch(value) is not None and not _is_no_order(value)


def _is_no_order(value: str) -> bool:
    """Dates, telephone numbers, postal codes, ranges and quantities."""
    return any(form.fullmatch(value) for form in (_YEAR_OR_DATE, _PHONE_OR_POSTCODE, _QUANTITY))
