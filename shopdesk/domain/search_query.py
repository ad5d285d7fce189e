"""Turns what a person types into a search into a query; every text is a valid one."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo

from shopdesk.domain.search import SearchQuery

MOST_TERMS = 32
LONGEST_TERM = 200

_READ_AT_MOST = 10_000
_QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "《": "》"}
_OPERATOR = re.compile(
    r"(from|sender|von|de|发件人|order|订单|订单号|bestellung|subject|betreff|主题|has|有|before|vor|之前|after|since|nach|之后):",
    re.IGNORECASE,
)
_NAMES = {
    "from": "from", "sender": "from", "von": "from", "de": "from", "发件人": "from",
    "order": "order", "订单": "order", "订单号": "order", "bestellung": "order",
    "subject": "subject", "betreff": "subject", "主题": "subject",
    "has": "has", "有": "has",
    "before": "before", "vor": "before", "之前": "before",
    "after": "after", "since": "after", "nach": "after", "之后": "after",
}  # fmt: skip
_ATTACHMENT_WORDS = frozenset(
    "attachment attachments file files photo photos picture image anhang anhänge 附件 图片 照片".split()
)
_DAYS_AGO = re.compile(r"([0-9]{1,4})([dwmy])")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_DATE_FORMS = (
    re.compile(r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})"),
    re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})"),
    re.compile(r"(?P<year>[0-9]{4})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日?"),
    re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"),
    re.compile(r"(?P<year>[0-9]{4})[-/](?P<month>[0-9]{1,2})"),
)
_NAMED_DAYS = {
    "today": 0, "heute": 0, "今天": 0, "yesterday": 1, "gestern": 1, "昨天": 1,
}  # fmt: skip


@dataclass(slots=True)
class _Parts:
    """The query while it grows."""

    words: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    sender: list[str] = field(default_factory=list)
    subject: list[str] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    has_attachment: bool = False
    after: datetime | None = None
    before: datetime | None = None
    terms: int = 0


def parse_query(text: str, zone: tzinfo = UTC, now: Callable[[], datetime] | None = None) -> SearchQuery:
    """Take a typed text apart.

    In: any text; the local time zone that dates are meant in; a clock for "today" (UTC; the system's by default). Knows
    from: order: subject: has:attachment before: after: (ISO, 31.12.2026, 2026/12/31, 20261231, today, yesterday, 7d),
    quoted phrases and a minus before what must not occur. An operator that makes no sense is searched as a word.
    Out: the query, with at most `MOST_TERMS` terms of `LONGEST_TERM` characters; never raises.
    """
    today = (now() if now is not None else datetime.now(UTC)).astimezone(zone).date()
    plain = unicodedata.normalize("NFKC", text[:_READ_AT_MOST])
    parts = _Parts()
    at = 0
    while at < len(plain) and parts.terms < MOST_TERMS:
        if plain[at].isspace():
            at += 1
            continue
        at = _take(plain, at, parts, today, zone)
    return SearchQuery(
        words=tuple(dict.fromkeys(parts.words)),
        without=tuple(dict.fromkeys(parts.without)),
        sender=tuple(dict.fromkeys(parts.sender)),
        subject=tuple(dict.fromkeys(parts.subject)),
        order=tuple(dict.fromkeys(parts.order)),
        has_attachment=parts.has_attachment,
        after=parts.after,
        before=parts.before,
    )


def _take(text: str, at: int, parts: _Parts, today: date, zone: tzinfo) -> int:
    """Take one term at a place and add it; returns the place behind it."""
    is_unwanted = text[at] in "-−" and at + 1 < len(text) and not text[at + 1].isspace()
    begin = at + 1 if is_unwanted else at
    operator = _OPERATOR.match(text, begin)
    if operator is not None and not is_unwanted:
        value, end = _value(text, operator.end())
        if value and _apply(parts, _NAMES[operator.group(1).lower()], value, today, zone):
            parts.terms += 1
            return end
        if not value:
            return end
    value, end = _value(text, begin)
    if any(sign.isalnum() for sign in value) or not value.isascii():
        (parts.without if is_unwanted else parts.words).append(value)
        parts.terms += 1
    return max(end, at + 1)


def _value(text: str, at: int) -> tuple[str, int]:
    """The word or quoted phrase at a place, and the place behind it; a quote that is never closed goes to the end."""
    closing = _QUOTES.get(text[at : at + 1])
    if closing is None:
        end = at
        while end < len(text) and not text[end].isspace():
            end += 1
        return text[at:end][:LONGEST_TERM], end
    end = at + 1
    while end < len(text) and text[end] not in closing:
        end += 1
    return " ".join(text[at + 1 : end].split())[:LONGEST_TERM], end + 1


def _apply(parts: _Parts, name: str, value: str, today: date, zone: tzinfo) -> bool:
    """Add what an operator says; False when its value makes no sense."""
    if name in {"before", "after"}:
        return _apply_date(parts, name, value, today, zone)
    if name == "has":
        parts.has_attachment = parts.has_attachment or value.lower() in _ATTACHMENT_WORDS
        return value.lower() in _ATTACHMENT_WORDS
    target = {"from": parts.sender, "subject": parts.subject, "order": parts.order}[name]
    found = value.lstrip("#") if name == "order" else value
    if found:
        target.append(found)
    return bool(found)


def _apply_date(parts: _Parts, name: str, value: str, today: date, zone: tzinfo) -> bool:
    """Narrow the span of time; of several dates the strictest counts."""
    day = _day(value.lower(), today)
    if day is None:
        return False
    try:
        moment = datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
    except (OverflowError, ValueError):
        return False
    if name == "after":
        parts.after = moment if parts.after is None else max(parts.after, moment)
    else:
        parts.before = moment if parts.before is None else min(parts.before, moment)
    return True


def _day(value: str, today: date) -> date | None:
    """The day that a word means; None when it means none."""
    if value in _NAMED_DAYS:
        return today - timedelta(days=_NAMED_DAYS[value])
    ago = _DAYS_AGO.fullmatch(value)
    if ago is not None:
        days = int(ago[1]) * _DAYS[ago[2]]
        return today - timedelta(days=min(days, today.toordinal() - 1))
    for form in _DATE_FORMS:
        found = form.fullmatch(value)
        if found is not None:
            parts = {"day": "1", **found.groupdict()}
            try:
                return date(int(parts["year"]), int(parts["month"]), int(parts["day"]))
            except ValueError:
                return None
    return None
