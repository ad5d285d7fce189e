"""Opening hours and days as people type them, and back."""

from collections.abc import Mapping
from datetime import date

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.target import Span

_DASHES = str.maketrans({"–": "-", "—": "-", "－": "-", "~": "-", "：": ":", "，": ",", "、": ",", "；": ";"})


def read_spans(text: str) -> tuple[Span, ...]:
    """`09:00-12:00, 13:00-18:00` in order, nothing for an empty text; raises `InputRefused`."""
    told = text.translate(_DASHES)
    return tuple(sorted(Span.read(part) for part in told.split(",") if part.strip()))


def spans_text(spans: tuple[Span, ...]) -> str:
    """What `read_spans` reads."""
    return ", ".join(span.written for span in spans)


def read_days(text: str) -> frozenset[date]:
    """`2026-12-24, 2026-12-31`; raises `InputRefused`."""
    return frozenset(_day(part) for part in text.translate(_DASHES).replace(";", ",").split(",") if part.strip())


def days_text(days: frozenset[date]) -> str:
    """What `read_days` reads."""
    return ", ".join(day.isoformat() for day in sorted(days))


def read_opened(text: str) -> dict[date, tuple[Span, ...]]:
    """`2026-12-20 10:00-14:00; 2026-12-27 10:00-12:00, 14:00-16:00`; raises `InputRefused`."""
    opened: dict[date, tuple[Span, ...]] = {}
    for part in text.translate(_DASHES).split(";"):
        day, _, spans = part.strip().partition(" ")
        if day:
            opened[_day(day)] = read_spans(spans)
            if not opened[_day(day)]:
                raise InputRefused("days", f"{day} has no hours")
    return opened


def opened_text(opened: Mapping[date, tuple[Span, ...]]) -> str:
    """What `read_opened` reads."""
    return "; ".join(f"{day.isoformat()} {spans_text(spans)}" for day, spans in sorted(opened.items()))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise InputRefused("days", f"{text.strip()!r} is not written like 2026-12-24") from error
