"""Order and parcel numbers in the words of a mail."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from string import ascii_letters
from typing import NamedTuple

from shopdesk.domain.number_shapes import (
    MARKET_ORDERS,
    evident_kind,
    is_order_shape,
    is_parcel_shape,
)
from shopdesk.domain.number_words import (
    AFTER_ORDER,
    BETWEEN_NUMBERS,
    UNITS_AFTER,
    WINDOW,
    Near,
    Topic,
    nearest_word,
    plain_words,
)

READ_AT_MOST = 50_000
"""Characters of a body that are looked at; what follows is quotes and disclaimers."""
MOST = 20
"""Numbers of each kind that one mail may give."""

_ANNOUNCING = "#.°º:：号號№"
# Four signs long, or right behind a letter or hyphen, or close behind a sign that announces a number: most digits of a
# mail are none of that, and here they cost less than in `_tokens`, which decides.
_RUN = re.compile(
    rf"[0-9](?:(?=[0-9A-Za-z-]{{3}})|(?<=[A-Za-z{_ANNOUNCING}-].)|(?<=[{_ANNOUNCING}]..))"
    r"[0-9A-Za-z]*(?:-[0-9A-Za-z]+)*",
    re.DOTALL,
)
_SPACED_USPS = re.compile(r"9[1-5][0-9]{2}(?: [0-9]{4}){4} [0-9]{2}(?![0-9])")
_UNUSUAL = "０１２３４５６７８９＃－\u2010\u2011"
_USUAL = {0x2010: "-", 0x2011: "-", 0xFF0D: "-", 0xFF03: "#"} | {
    code: chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_LONGEST_TOKEN = 40
_MOST_TOKENS = 3_000
_MONEY = "€$£¥₹₽%"
_NEVER_BEFORE = frozenset(_MONEY + "+&_")
_NEVER_AFTER = frozenset(_MONEY + "元円块欧@_")
_DECIMAL = frozenset(".,:/")
_GLUED = frozenset(ascii_letters + "-")
_ANNOUNCING_SIGNS = frozenset(_ANNOUNCING)
_ADDRESS_SIGNS = "/=?&%@."
_FEWEST_DIGITS = 4
_LIST_GAP = 12
_LONG_ENOUGH_FOR_DISTANCE = 9


@dataclass(frozen=True, slots=True)
class Numbers:
    """What was found, in order of appearance, upper case, without # and without doubles; at most `MOST` each."""

    orders: tuple[str, ...] = ()
    parcels: tuple[str, ...] = ()


class _Token(NamedTuple):
    """A run of letters, digits and hyphens in a text, with what stands close by."""

    text: str
    start: int
    end: int
    value: str
    """Upper case."""
    hash_before: bool


def find_numbers(subject: str, text: str, market: str = "") -> Numbers:
    """Order and parcel numbers of a mail.

    In: the decoded subject and body (the first `READ_AT_MOST` characters count) and the marketplace's word, which
    lets that marketplace's bare numbers count without a keyword. Out: see `Numbers`. Takes linear time, never raises.
    """
    whole = f"\n{subject[:1_000]}\n{text[:READ_AT_MOST]}"
    if not whole.isascii() and any(sign in whole for sign in _UNUSUAL):
        whole = whole.translate(_USUAL)
    orders: dict[str, None] = {}
    parcels: dict[str, None] = {}
    for spaced in _SPACED_USPS.finditer(whole):
        parcels[spaced.group().replace(" ", "")] = None
    last: tuple[Topic, _Token] | None = None
    for token in _tokens(whole):
        topic = _topic(token, market, last)
        if topic is Topic.OTHER:
            continue
        last = (topic, token)
        (orders if topic is Topic.ORDER else parcels)[token.value] = None
        if len(orders) >= MOST and len(parcels) >= MOST:
            break
    return Numbers(tuple(orders)[:MOST], tuple(parcels)[:MOST])


def _tokens(text: str) -> Iterator[_Token]:
    """Runs that could be a number at all: no prices, times, decimals, mail addresses, and not endless."""
    for run in islice(_RUN.finditer(text), _MOST_TOKENS):
        start, end = run.span()
        before = text[start - 1]
        if before in _GLUED:
            start = _start_with_letters(text, start)
            before = text[start - 1]
        if not 1 < end - start <= _LONGEST_TOKEN:
            continue
        if before == "#":
            yield _Token(text, start, end, text[start:end].upper(), hash_before=True)
        elif not _is_short(text, start, end) and not _is_quantity(text, start, end, before):
            yield _Token(text, start, end, text[start:end].upper(), hash_before=False)


def _start_with_letters(text: str, start: int) -> int:
    """Where a token begins when the letters glued before its first digit belong to it."""
    at = start
    while start - at < _LONGEST_TOKEN and text[at - 1] in _GLUED:
        at -= 1
    while at < start and text[at] == "-":
        at += 1
    head = text[at:start]
    if not head:
        return start
    return start if head.rstrip("-").casefold() in _HEADS else at


_HEADS = plain_words(
    "order orders orderid orderno bestellung bestellnummer auftrag commande pedido orden ordine no nr id"
)


def _is_short(text: str, start: int, end: int) -> bool:
    """Whether a run has too few digits, unless signs that announce a number stand just before it."""
    if end - start >= _FEWEST_DIGITS:
        return False
    return _ANNOUNCING_SIGNS.isdisjoint(text[max(start - 2, 0) : start])


def _is_quantity(text: str, start: int, end: int, before: str) -> bool:
    """Whether a run is part of a price, a time, a decimal, a mail address or an entity, or a count of things."""
    if before in _NEVER_BEFORE:
        return True
    if before in _DECIMAL and text[start - 2 : start - 1].isdigit():
        return True
    after = text[end : end + 1]
    if after in _DECIMAL:
        return text[end + 1 : end + 2].isdigit()
    return after in _NEVER_AFTER or UNITS_AFTER.match(text, end) is not None


def _topic(token: _Token, market: str, last: tuple[Topic, _Token] | None) -> Topic:
    """What a token is: an order number, a parcel number, or nothing of the kind."""
    evident = evident_kind(token.value)
    if evident is not None:
        return evident
    if market and (bare := MARKET_ORDERS.get(market)) and bare.fullmatch(token.value):
        return Topic.ORDER
    before = token.text[max(token.start - WINDOW, 0) : token.start]
    near = nearest_word(before, only_close=len(token.value) < _LONG_ENOUGH_FOR_DISTANCE)
    if near.topic is Topic.ORDER:
        if is_order_shape(token.value, near):
            return _unless_in_address(token)
    elif near.topic is Topic.PARCEL and is_parcel_shape(token.value, near):
        return Topic.PARCEL
    if token.hash_before:
        return _hash_topic(token, near)
    return _topic_of_neighbours(token, last)


def _unless_in_address(token: _Token) -> Topic:
    """An order number, but not one inside a web address, where a keyword nearby means little."""
    before = token.text[token.start - 1]
    return Topic.OTHER if before in _ADDRESS_SIGNS else Topic.ORDER


def _hash_topic(token: _Token, near: Near) -> Topic:
    """`#1001` counts by itself, unless it is a flat, a colour, a ticket, an entity or part of a web address."""
    before = token.text[token.start - 2]
    is_glued = (before.isascii() and before.isalnum()) or before in _ADDRESS_SIGNS
    if is_glued or (near.topic is Topic.OTHER and near.is_close) or not _HASHED.fullmatch(token.value):
        return Topic.OTHER
    return Topic.ORDER


_HASHED = re.compile(r"(?:[A-Z]{1,8}-?)?[0-9]{3,10}(?:-?[A-Z0-9]{1,6})?")


def _topic_of_neighbours(token: _Token, last: tuple[Topic, _Token] | None) -> Topic:
    """Numbers in a row ("orders 1001, 1002 and 1003"), and Chinese words behind a number (8812047这个订单)."""
    if AFTER_ORDER.match(token.text, token.end) and is_order_shape(token.value, Near(Topic.ORDER, "号", is_close=True)):
        return Topic.ORDER
    if last is None or token.start - last[1].end > _LIST_GAP:
        return Topic.OTHER
    between = token.text[last[1].end : token.start]
    is_alike = len(token.value) == len(last[1].value) and token.value.count("-") == last[1].value.count("-")
    return last[0] if is_alike and BETWEEN_NUMBERS.fullmatch(between.casefold()) else Topic.OTHER
