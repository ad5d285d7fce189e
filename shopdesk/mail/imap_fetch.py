"""FETCH: naming messages by sets of UIDs, and a tolerant reading of what imaplib hands over."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import Any

from shopdesk.domain.message import BEGINNING, Fetched

LONGEST_SET = 6_000
"""Characters of a UID set; servers need not take command lines beyond 8,000 (RFC 7162)."""

BEGINNINGS = b"(UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[]<0.%d>)" % BEGINNING
WHOLE = b"(UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[])"
FLAGS = b"(UID FLAGS)"

_TOKEN = re.compile(rb'[()]|"(?:[^"\\]|\\.)*"|BODY\[[^\]]*\](?:<\d+>)?|[^\s()"]+', re.IGNORECASE | re.DOTALL)
_ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
_DATE = re.compile(rb'^"?\s*(\d{1,2})-([A-Za-z]{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)"?$')
_MONTHS = {name: number for number, name in enumerate(b"jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_NO_FLAGS = {b"(", b")", b"\\recent"}
"""Brackets, and the mark that speaks of the session and not of the mail (gone in RFC 9051)."""
_SIZES = {b"RFC822.SIZE", b"RFC822.HEADER", b"RFC822.TEXT"}
_LONGEST_NUMBER = 20

Token = bytes | tuple[bytes]
"""A word, bracket or quoted string; or the content of a literal, packed so that it is never taken for a word."""

_OLDEST = datetime(1971, 1, 1, tzinfo=UTC)
_EARLY_BY = timedelta(days=2)


@dataclass(slots=True)
class Item:
    """What the answers said about one message."""

    flags: frozenset[str] | None = None
    date: bytes = b""
    size: int = -1
    body: bytes | None = None
    from_origin: bool = False
    """True when the server says that `body` is a part from byte 0."""


@dataclass(slots=True)
class _Draft:
    uid: int = 0
    item: Item = field(default_factory=Item)


def read_items(responses: Iterable[Any], *, numbers_are_uids: bool = False) -> dict[int, Item]:
    """Put together what FETCH answers say.

    In: imaplib's list for FETCH: bytes, or (bytes before a literal, literal), an answer ending with plain bytes.
    Out: by UID; answers without UID are left out, of two answers for one message each brings what the other lacks.
    """
    found: dict[int, Item] = {}
    for pieces in _answers(responses):
        draft = _read(pieces)
        if numbers_are_uids and not draft.uid:
            draft.uid = _number(bytes(pieces[0]).split(b" ", 1)[0])
        if draft.uid:
            known = found.get(draft.uid)
            found[draft.uid] = draft.item if known is None else _joined(known, draft.item)
    return found


def fetched(items: Mapping[int, Item], wanted: Iterable[int], now: datetime, *, partial: bool) -> list[Fetched]:
    """Mails out of items, of the wanted UIDs only; those without a body are left out.

    `partial` says that only the beginning was asked for; `now` (UTC) stands in for absurd dates.
    """
    mails = []
    for uid in sorted(set(wanted)):
        item = items.get(uid)
        if item is None or item.body is None or (not item.body and item.size > 0):
            continue  # expunged meanwhile, or the server could not read it
        raw, whole = item.body, True
        if partial and (item.from_origin or len(raw) == BEGINNING):
            raw, whole = raw[:BEGINNING], len(raw) < BEGINNING
        size = item.size if item.size >= 0 else len(raw)
        flags = item.flags if item.flags is not None else frozenset()
        mails.append(Fetched(uid, flags, internal_date(item.date, now), size, raw, whole))
    return mails


def flags_of(items: Mapping[int, Item]) -> dict[int, frozenset[str]]:
    """Flags by UID, where the server gave any."""
    return {uid: item.flags for uid, item in items.items() if item.flags is not None}


def internal_date(text: bytes, now: datetime) -> datetime:
    """INTERNALDATE (RFC 3501) in UTC; `now` where it is missing, unreadable, before 1971 or in the future."""
    found = _DATE.match(text)
    if found is None:
        return now
    day, month, year, hour, minute, second = found.group(1, 2, 3, 4, 5, 6)
    offset = timedelta(hours=int(found.group(8)), minutes=int(found.group(9)))
    try:
        moment = datetime(
            int(year), _MONTHS[month.lower()], int(day), int(hour), int(minute), min(int(second), 59),
            tzinfo=timezone(-offset if found.group(7) == b"-" else offset),
        ).astimezone(UTC)  # fmt: skip
    except (ValueError, LookupError, OverflowError):
        return now
    return moment if _OLDEST <= moment <= now + _EARLY_BY else now


def uid_sets(uids: Sequence[int], limit: int) -> Iterator[tuple[list[int], bytes]]:
    """Split UIDs into rising batches: at most `limit` messages and `LONGEST_SET` characters each."""
    rising = sorted(set(uids))
    start = 0
    while start < len(rising):
        batch = rising[start : start + limit]
        text = _ranges(batch)
        while len(text) > LONGEST_SET:
            batch = batch[: len(batch) * LONGEST_SET // len(text) - 1]
            text = _ranges(batch)
        yield batch, text
        start += len(batch)


def numbers(text: bytes, below: int, most: int) -> list[int] | None:
    """The UIDs of a set such as `3,7:9`, those from `below` on left out; None when there are more than `most`."""
    found: list[int] = []
    for part in text.split(b","):
        first, _, last = part.strip().partition(b":")
        if not first.isdigit() or (last and not last.isdigit()):
            continue
        low, high = sorted((int(first), int(last or first)))
        high = min(high, below - 1)
        if high - low + 1 + len(found) > most:
            return None
        found.extend(range(low, high + 1))
    return sorted(set(found))


def _ranges(rising: Sequence[int]) -> bytes:
    parts: list[bytes] = []
    first = last = rising[0]
    for uid in rising[1:]:
        if uid == last + 1:
            last = uid
            continue
        parts.append(_range(first, last))
        first = last = uid
    parts.append(_range(first, last))
    return b",".join(parts)


def _range(first: int, last: int) -> bytes:
    return b"%d" % first if first == last else b"%d:%d" % (first, last)


def _answers(responses: Iterable[Any]) -> Iterator[list[Any]]:
    """Group imaplib's list: each group is text, literal, text, literal, …, text."""
    pieces: list[Any] = []
    for response in responses:
        if isinstance(response, tuple):
            pieces.extend(response)
        else:
            pieces.append(response)
            yield pieces
            pieces = []


def _read(pieces: list[Any]) -> _Draft:
    tokens: list[Token] = []
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            tokens.extend(_TOKEN.findall(piece))
        elif tokens:
            tokens[-1] = (piece,)  # the token before a literal announces its size
    draft = _Draft()
    at = tokens.index(b"(") + 1 if b"(" in tokens else len(tokens)
    while at + 1 < len(tokens):
        key = tokens[at]
        if isinstance(key, bytes) and key != b")":
            end = _end_of_value(tokens, at + 1)
            _take(draft, key.upper(), tokens[at + 1 : end])
            at = end
        else:
            at += 1
    return draft


def _end_of_value(tokens: Sequence[Token], start: int) -> int:
    """Behind one value: a single token, or everything between brackets."""
    depth = 0
    for at in range(start, len(tokens)):
        if tokens[at] == b"(":
            depth += 1
        elif tokens[at] == b")":
            depth -= 1
        if depth <= 0:
            return at + 1
    return len(tokens)


def _take(draft: _Draft, key: bytes, value: list[Token]) -> None:
    item, first = draft.item, value[0]
    if key == b"FLAGS":
        item.flags = _flags(tuple(flag for flag in value if isinstance(flag, bytes) and flag.lower() not in _NO_FLAGS))
    elif key.startswith((b"BODY[]", b"BODY[HEADER", b"RFC822")) and key not in _SIZES:
        item.body = _content(first)
        item.from_origin = key.endswith(b"<0>")
    elif isinstance(first, tuple):
        return
    elif key == b"UID":
        draft.uid = _number(first)
    elif key == b"INTERNALDATE":
        item.date = first
    elif key == b"RFC822.SIZE" and first.isdigit():
        item.size = _number(first)


def _content(token: Token) -> bytes | None:
    """What a literal, a quoted string or NIL stands for."""
    if isinstance(token, tuple):
        return token[0]
    if token.startswith(b'"'):
        return _ESCAPED.sub(rb"\1", token[1:-1])
    return None


@lru_cache(maxsize=1024)
def _flags(names: tuple[bytes, ...]) -> frozenset[str]:
    return frozenset(name.decode("utf-8", "replace") for name in names)


def _number(text: bytes) -> int:
    return int(text) if text.isdigit() and len(text) < _LONGEST_NUMBER else 0


def _joined(known: Item, more: Item) -> Item:
    """Of two answers for one message the first body stays, and the later flags are the truth."""
    return Item(
        flags=known.flags if more.flags is None else more.flags,
        date=known.date or more.date,
        size=known.size if known.size >= 0 else more.size,
        body=more.body if known.body is None else known.body,
        from_origin=more.from_origin if known.body is None else known.from_origin,
    )
