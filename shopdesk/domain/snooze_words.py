"""Understands when somebody wants to be reminded, in English and Chinese: "tomorrow 9", "周五下午", "25.12."."""

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum

from shopdesk.domain.snooze_pieces import PIECES
from shopdesk.domain.snooze_reading import Reading

MORNING = 9
LATER_HOURS = 3
FARTHEST = timedelta(days=5 * 366)
LONGEST_TEXT = 80
_AFTERNOON_UNTIL = 5
_NOON = 12


class SnoozeProblem(Enum):
    """Why a text is no moment to come."""

    NOT_UNDERSTOOD = "not_understood"
    PAST = "past"
    TOO_FAR = "too_far"


def snooze_moment(text: str, now: datetime, zone: tzinfo | None = None) -> datetime | SnoozeProblem:
    """The moment (UTC) that a text means at `now` (UTC), or what is wrong with it.

    `zone` is the person's (None: this computer's). A day without a time means 9:00; times are those on the wall, with
    the offset of their own day. "9" or "周五" in the past mean the next one; "today 8" in the past is refused.
    """
    plain = _plain(text)
    if not plain or len(plain) > LONGEST_TEXT:
        return SnoozeProblem.NOT_UNDERSTOOD
    reading = Reading(now.astimezone(zone).date())
    try:
        if not _read(plain, reading):
            return SnoozeProblem.NOT_UNDERSTOOD
        until = _resolved(reading, now, zone)
    except (OverflowError, ValueError):  # a day that no calendar has, or that lies beyond all calendars
        return SnoozeProblem.TOO_FAR if reading.is_count else SnoozeProblem.NOT_UNDERSTOOD
    if until <= now:
        return SnoozeProblem.PAST
    return until if until - now <= FARTHEST else SnoozeProblem.TOO_FAR


def later_today(now: datetime, zone: tzinfo | None = None) -> datetime:
    """Three hours on, at the full hour (UTC)."""
    local = (now + timedelta(hours=LATER_HOURS)).astimezone(zone)
    return local.replace(minute=0, second=0, microsecond=0).astimezone(UTC)


def on_wall(day: date, clock: time, zone: tzinfo | None) -> datetime:
    """The moment (UTC) of a wall clock; a time that summer time leaps over is as much later."""
    wall = datetime.combine(day, clock)
    return (wall if zone is None else wall.replace(tzinfo=zone)).astimezone(UTC)


def _plain(text: str) -> str:
    """One notation for letters, digits and spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip("!?。, ")


def _read(plain: str, reading: Reading) -> bool:
    """Take the text apart from left to right; False when anything in it is unknown, or said twice."""
    place = 0
    while place < len(plain):
        found = _next_piece(plain, place, reading)
        if found is None or not found.end() > place:
            return False
        place = found.end()
    return reading.says_something


def _next_piece(plain: str, place: int, reading: Reading) -> re.Match[str] | None:
    for pattern, take in PIECES:
        found = pattern.match(plain, place)
        if found is not None:
            return found if take(found, reading) else None
    return None


def _resolved(reading: Reading, now: datetime, zone: tzinfo | None) -> datetime:
    if reading.span is not None:
        return (now + reading.span).replace(second=0, microsecond=0)
    if reading.is_later:
        return later_today(now, zone)
    if reading.day == reading.today and reading.roll is None and not reading.has_clock:
        later = later_today(now, zone)
        return later if later.astimezone(zone).date() == reading.today else now
    day = reading.day or reading.today
    until = _at(day, reading, zone)
    if until <= now and reading.day is None:
        return _at(day + timedelta(days=1), reading, zone)
    if until <= now and reading.roll is not None:
        return _at(reading.roll(day), reading, zone)
    return until


def _at(day: date, reading: Reading, zone: tzinfo | None) -> datetime:
    hour, minute = _clock(reading)
    return on_wall(day + timedelta(days=hour // 24), time(hour % 24, minute), zone)


def _clock(reading: Reading) -> tuple[int, int]:
    """Hour (24 is the midnight that ends the day) and minute."""
    part, hour = reading.part, reading.hour
    if hour is None:
        return (MORNING if part is None else part.hour, 0)
    if part is not None:
        return (part.fitted(hour), reading.minute)
    if reading.is_loose and 1 <= hour <= _AFTERNOON_UNTIL:
        hour += _NOON
    return (hour, reading.minute)
