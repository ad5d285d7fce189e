"""Dates of the IMAP protocol, whatever the computer's language is (RFC 3501, section 9)."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from shopdesk.demo.imap_parser import Refused

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = re.compile(r"(\d{1,2})-(\w{3})-(\d{4})")
_DATE = re.compile(r"\s*(\d{1,2}-\w{3}-\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)")


def spell_date(when: datetime) -> bytes:
    """A date-time as INTERNALDATE has it."""
    zone = when.strftime("%z") or "+0000"
    month = _MONTHS[when.month - 1]
    clock = f"{when.hour:02d}:{when.minute:02d}:{when.second:02d}"
    return f"{when.day:2d}-{month}-{when.year:04d} {clock} {zone}".encode()


def read_day(text: str) -> date:
    """A day of SEARCH, for instance ``1-Feb-1994``."""
    found = _DAY.fullmatch(text)
    if not found or found.group(2).title() not in _MONTHS:
        raise Refused("BAD unreadable date")
    try:
        return date(int(found.group(3)), _MONTHS.index(found.group(2).title()) + 1, int(found.group(1)))
    except ValueError as error:
        raise Refused("BAD unreadable date") from error


def read_date(text: str) -> datetime:
    """A date-time of APPEND, for instance ``17-Jul-1996 02:44:25 -0700``."""
    found = _DATE.fullmatch(text)
    if not found:
        raise Refused("BAD unreadable date")
    day, hour, minute, second, sign, zone_hours, zone_minutes = found.groups()
    shift = timedelta(hours=int(zone_hours), minutes=int(zone_minutes))
    when = read_day(day)
    try:
        zone = timezone(-shift if sign == "-" else shift)
        return datetime(when.year, when.month, when.day, int(hour), int(minute), int(second), tzinfo=zone)
    except ValueError as error:
        raise Refused("BAD unreadable date") from error
