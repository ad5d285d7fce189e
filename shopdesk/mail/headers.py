"""The header block of a mail or part: split from raw bytes, read leniently (RFC 5322)."""

import re
from datetime import UTC, datetime, timedelta

from shopdesk.domain.errors import MailRefused
from shopdesk.mail.charsets import decode_text
from shopdesk.mail.clean_text import clean_line
from shopdesk.mail.encoded_words import decode_words

BLOCK_LIMIT = 4 << 20
"""Bytes of one header block; a mail with a larger one is refused."""
VALUE_LIMIT = 65_536
"""Bytes of one header that are looked at."""
LONGEST_ID = 998
MOST_REFERENCES = 50

_ONE_FIELD = rb"([!-9;-~]{1,200})[ \t]*:[ \t]*([^\n]*+(?>(?:\n[ \t][^\n]*+)*))(?:\n|\Z)"
_FIELD = re.compile(_ONE_FIELD)
_FIELDS = re.compile(_ONE_FIELD + rb"|(?s:.+)")
"""All fields of a block, and behind the last one, without a name, all that is none."""
_MBOX_LINE = re.compile(rb">?From [^\n]*\n")
_BRACKETED = re.compile(r"<([^<>]{1,2000})>")
_DATE = re.compile(
    r"\s*(?:[A-Za-z]{2,9}\.?,?\s*)?(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]*\.?[\s-]+(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?"
    r"\s*(?:([+-])(\d{2}):?(\d{2})|(?:GMT|UTC?|Z)\b)?"
)
_MONTHS = {name: i + 1 for i, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split())}
_EARLIEST_YEAR, _LATEST_YEAR = 1990, 2100
_WIDEST_ZONE = timedelta(hours=14)


class Headers:
    """Values of a header block by lower-case name, in raw bytes until somebody asks."""

    __slots__ = ("_values", "hint")

    def __init__(self, values: dict[bytes, list[bytes]], hint: str = "") -> None:
        self._values = values
        self.hint = hint
        """Charset to try for raw 8-bit values: what the bodies of the mail are declared as."""

    def are_as(self, others: "Headers") -> bool:
        """True when the same stands in both."""
        return self._values == others._values  # noqa: SLF001 - one of us

    def __contains__(self, name: str) -> bool:
        return name.encode() in self._values

    def raw(self, name: str) -> bytes:
        """Give the first value of the header `name` (lower case), unfolded; b"" when absent."""
        values = self._values.get(name.encode())
        return _unfolded(values[0][:VALUE_LIMIT]) if values else b""

    def text(self, name: str) -> str:
        """Give the first value as Unicode with its encoded words still encoded."""
        return _as_text(self.raw(name), self.hint)

    def texts(self, name: str) -> list[str]:
        """Give all values (at most 20) as `text` does."""
        values = self._values.get(name.encode())
        return [_as_text(_unfolded(value[:VALUE_LIMIT]), self.hint) for value in values[:20]] if values else []

    def line(self, name: str, limit: int = 1000) -> str:
        """Give the first value decoded, as one clean line."""
        return clean_line(decode_words(self.text(name), self.hint), limit)

    def long(self, name: str) -> str:
        """Give the beginning and the end of a value that may be very long."""
        values = self._values.get(name.encode())
        if not values:
            return ""
        value = values[0]
        if len(value) > VALUE_LIMIT:
            value = value[: VALUE_LIMIT // 16] + b" " + value[-VALUE_LIMIT:]
        return _unfolded(value).decode("latin-1")


def split_headers(source: bytes, start: int, end: int) -> tuple[Headers, int]:
    """Read the header block at `start`; gives the headers and where the body begins.

    A line that is no header ends the block, as if the empty line before the body had been forgotten.
    Raises MailRefused when the block is larger than `BLOCK_LIMIT`.
    """
    block_end, body = _block_bounds(source, start, end)
    block = source[start : min(block_end, start + BLOCK_LIMIT + 1)].replace(b"\r\n", b"\n")
    mbox = _MBOX_LINE.match(block)
    position = mbox.end() if mbox else 0
    values: dict[bytes, list[bytes]] = {}
    fields = _FIELDS.findall(block, position)
    if fields and not fields[-1][0]:
        fields, position = _leading_fields(block, position)
    else:
        position = len(block)
    for name, value in fields:
        values.setdefault(name.lower(), []).append(value)
    if block_end - start > BLOCK_LIMIT and position == len(block):
        raise MailRefused("header block too large")
    if position < len(block) and block[position:].strip():
        if not values:
            return Headers({}), start
        # The offset in `block` lacks the carriage returns that were taken out before it.
        lines = block.count(b"\n", 0, position)
        body = _after_lines(source, start, lines)
    return Headers(values), body


def _leading_fields(block: bytes, position: int) -> tuple[list[tuple[bytes, bytes]], int]:
    """Give the fields up to the first line that is none, and where that begins."""
    fields = []
    while position < len(block) and (found := _FIELD.match(block, position)):
        fields.append((found[1], found[2]))
        position = found.end()
    return fields, position


def message_ids(text: str) -> tuple[str, ...]:
    """Give the message ids in a header value, with brackets, oldest first; the first and the newest 49 are kept."""
    if not text:
        return ()
    found = ["".join(inner.split()) for inner in _BRACKETED.findall(text)]
    if not found and "@" in text:
        found = [word.strip("\"'<>,;") for word in text.split() if "@" in word]
    if not (text.isascii() and text.isprintable()):
        found = [clean_line(one) for one in found]
    ids = list(dict.fromkeys([f"<{one}>" for one in found if one and len(one) <= LONGEST_ID - 2]))
    return tuple(ids if len(ids) <= MOST_REFERENCES else ids[:1] + ids[1 - MOST_REFERENCES :])


def own_message_id(text: str) -> str:
    """Give the one id of a Message-ID header with brackets; "" when there is none that can be used."""
    if not text:
        return ""
    found = message_ids(text)
    if found:
        return found[0]
    word = clean_line("".join(text.split()).strip("<>\"'"), LONGEST_ID)
    return f"<{word}>" if word and len(word) <= LONGEST_ID - 2 and "<" not in word else ""


def parse_date(text: str) -> datetime | None:
    """Read a Date header into UTC; None when it is missing, nonsense, outside 1990-2100 or its zone beyond 14 hours."""
    found = _DATE.match(text)
    if found is None:
        return None
    day, name, year, hour, minute, second, sign, zone_hours, zone_minutes = found.groups("0")
    month = _MONTHS.get(name.lower())
    if month is None or not _EARLIEST_YEAR <= int(year) <= _LATEST_YEAR:
        return None
    zone = timedelta(hours=int(zone_hours), minutes=int(zone_minutes))
    if zone > _WIDEST_ZONE:
        return None
    try:
        local = datetime(int(year), month, int(day), int(hour), int(minute), min(int(second), 59), tzinfo=UTC)
    except ValueError:
        return None
    return local + zone if sign == "-" else local - zone


def _as_text(value: bytes, hint: str) -> str:
    return value.decode("ascii") if value.isascii() else decode_text(value, "", hint)


def _unfolded(value: bytes) -> bytes:
    if b"\n" not in value:
        return value
    first, *others = value.replace(b"\r\n", b"\n").split(b"\n")
    return b" ".join([first, *[line.lstrip(b" \t") for line in others]])


def _block_bounds(source: bytes, start: int, end: int) -> tuple[int, int]:
    """Find the first empty line: where the header block ends and where the body begins."""
    if source.startswith((b"\n", b"\r\n"), start):
        return start, start + (1 if source.startswith(b"\n", start) else 2)
    # Servers send CRLF: looked for first, the other search ends at the headers and not at the end of the mail.
    full = source.find(b"\n\r\n", start, end)
    bare = source.find(b"\n\n", start, end if full < 0 else full + 1)
    if bare >= 0:
        return bare + 1, bare + 2
    if full >= 0:
        return full + 1, full + 3
    return end, end


def _after_lines(source: bytes, start: int, lines: int) -> int:
    position = start
    for _ in range(lines):
        position = source.find(b"\n", position) + 1
    return position
