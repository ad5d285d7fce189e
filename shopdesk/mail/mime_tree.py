"""The parts of a mail as offsets into its raw bytes (RFC 2045, 2046); nothing is decoded before it is asked for.

Own code because the parsers at hand lose what we need: the Rust one drops damaged base64, text in multiparts
without boundary and raw 8-bit names, and needs half a minute for a header of 2 MB; the one of the standard library
reads 640 mails a second. Here every step is bounded and damaged mail takes the same way as sound mail.
"""

import re
from dataclasses import dataclass, field

from shopdesk.domain.errors import MailRefused
from shopdesk.mail.clean_text import clean_line
from shopdesk.mail.encoded_words import parse_parameters
from shopdesk.mail.headers import Headers, split_headers
from shopdesk.mail.transfer import base64_size, decode_transfer

DEEPEST = 60
MOST_PARTS = 2_000
_MOST_DELIMITERS = 50_000
"""Lines looked at that begin like a delimiter, over the whole mail."""
_STRETCH = 4_096
"""Bytes behind a hyphen in which others are expected."""
_SMALL = 4_096
"""Encoded bytes up to which a size is found by decoding."""
_TYPE = re.compile(r"[\w.+-]{1,80}/[\w.+-]{1,100}", re.ASCII)
_TOKEN = re.compile(r"[\w-]+", re.ASCII)
_ENCODINGS = frozenset(["", "7bit", "8bit", "quoted-printable", "base64"])
_GUESSED_BOUNDARY = re.compile(rb"(?:\A|\n)--([^\s-][^\r\n]{0,199}?)[ \t]*\r?\n")


@dataclass(slots=True)
class Part:
    """One part; the root is the mail itself."""

    source: bytes
    headers: Headers
    media_type: str
    params: dict[str, str]
    disposition: str
    disposition_params: dict[str, str]
    encoding: str
    start: int
    end: int
    children: "list[Part]" = field(default_factory=list)

    @property
    def encoded(self) -> bytes:
        """The body as it stands in the mail."""
        return self.source[self.start : self.end]

    def content(self, limit: int | None = None) -> bytes:
        """Give the decoded body; with `limit`, only so many encoded bytes of it are decoded."""
        end = self.end if limit is None else min(self.end, self.start + limit)
        return decode_transfer(self.source[self.start : end], self.encoding)

    @property
    def size(self) -> int:
        """Decoded bytes."""
        if self.encoding == "base64" and self.end - self.start > _SMALL:
            return base64_size(self.source, self.start, self.end)
        return self.end - self.start if self.encoding in {"", "7bit", "8bit", "binary"} else len(self.content())

    @property
    def content_id(self) -> str:
        """The Content-ID without its brackets."""
        return clean_line(self.headers.text("content-id"), 300).strip("<> ")


class _Growth:
    """Counts what one mail was split into, and stops what is made to exhaust us."""

    __slots__ = ("delimiters", "parts")

    def __init__(self) -> None:
        self.parts = 0
        self.delimiters = 0

    def part(self) -> None:
        self.parts += 1
        if self.parts > MOST_PARTS:
            raise MailRefused("more than 2000 parts")

    def delimiter(self) -> None:
        self.delimiters += 1
        if self.delimiters > _MOST_DELIMITERS:
            raise MailRefused("too many boundary lines")


def parse_tree(raw: bytes) -> Part:
    """Split a mail into its parts; raises MailRefused beyond the limits (header 4 MB, depth 60, 2,000 parts)."""
    if b"\n" not in raw and b"\r" in raw:
        raw = raw.replace(b"\r", b"\n")
    return _parse(raw, 0, len(raw), 0, "text/plain", _Growth())


def _parse(source: bytes, start: int, end: int, depth: int, default: str, growth: _Growth) -> Part:
    growth.part()
    headers, body = split_headers(source, start, end)
    part = _described(source, headers, min(body, end), end, default)
    if not part.media_type.startswith("multipart/"):
        return part
    if depth >= DEEPEST:
        raise MailRefused("parts nested deeper than 60")
    child_default = "message/rfc822" if part.media_type == "multipart/digest" else "text/plain"
    inner, ranges = _child_ranges(part, growth)
    part.children = [_parse(inner, low, high, depth + 1, child_default, growth) for low, high in ranges]
    if not part.children:
        part.media_type = "text/plain"  # what stands there is better shown than lost
        if part.params.get("boundary") and part.encoded.strip().strip(b"-") == part.params["boundary"].encode(
            "utf-8", "replace"
        ):
            part.start = part.end
    return part


def _described(source: bytes, headers: Headers, start: int, end: int, default: str) -> Part:
    declared, params = parse_parameters(headers.text("content-type")) if "content-type" in headers else (default, {})
    found = _TYPE.match(declared)
    media_type = found[0] if found else ("text/plain" if declared in {"", "text"} else "application/octet-stream")
    disposition, disposition_params = parse_parameters(headers.text("content-disposition"))
    encoding = headers.text("content-transfer-encoding").lower()
    return Part(
        source=source,
        headers=headers,
        media_type=media_type,
        params=params,
        disposition=disposition,
        disposition_params=disposition_params,
        encoding=encoding if encoding in _ENCODINGS else _first_token(encoding),
        start=start,
        end=end,
    )


def _first_token(text: str) -> str:
    found = _TOKEN.search(text)
    return found[0] if found else ""


def _child_ranges(part: Part, growth: _Growth) -> tuple[bytes, list[tuple[int, int]]]:
    """Find the parts of a multipart, by the declared or a guessed boundary: the bytes they are in, their ranges."""
    boundary = part.params.get("boundary", "").rstrip().encode("utf-8", "replace")
    found = _ranges(part.source, part.start, part.end, boundary, growth) if boundary else []
    if found:
        return part.source, found
    source, start, end = part.source, part.start, part.end
    if part.encoding in {"base64", "quoted-printable"}:  # forbidden, and seen
        source = part.content()
        start, end = 0, len(source)
        found = _ranges(source, start, end, boundary, growth) if boundary else []
    if not found and (guess := _GUESSED_BOUNDARY.search(source, max(0, start - 1), min(end, start + 4_096))):
        found = _ranges(source, start, end, guess[1], growth)
    return source, found


def _ranges(source: bytes, start: int, end: int, boundary: bytes, growth: _Growth) -> list[tuple[int, int]]:
    """Give the ranges between delimiter lines; a part that lost its end reaches to `end` (RFC 2046, 5.1)."""
    ranges: list[tuple[int, int]] = []
    opened = -1
    marker = b"--" + boundary
    at = start if source.startswith(marker, start) else _next(source, marker, start, end)
    while at >= 0:
        growth.delimiter()
        line_end = source.find(b"\n", at, end)
        line_end = end if line_end < 0 else line_end
        tail = source[at + len(marker) : min(line_end, at + len(marker) + 80)].strip()
        if tail in {b"", b"--"}:
            if opened >= 0:
                ranges.append((opened, _before_line_break(source, opened, at)))
            # After a closing delimiter comes the epilogue, unless the same boundary goes on below.
            opened = -1 if tail else min(line_end + 1, end)
        at = _next(source, marker, at + len(marker), end)
    if 0 <= opened < end:
        ranges.append((opened, end))
    return ranges


def _next(source: bytes, marker: bytes, start: int, end: int) -> int:
    """Find the next line that begins with `marker`, which begins with a hyphen; -1 when there is none.

    From hyphen to hyphen: base64 has none, and one letter is found at three times the speed of many.
    """
    line = b"\n" + marker
    while (hyphen := source.find(b"-", start, end)) >= 0:
        stop = min(end, hyphen + _STRETCH + len(line))
        found = source.find(line, max(start, hyphen - 1), stop)
        if found >= 0:
            return found + 1
        start = stop if stop == end else stop - len(line)
    return -1


def _before_line_break(source: bytes, low: int, at: int) -> int:
    high = at - 1
    if high > low and source[high - 1 : high] == b"\r":
        high -= 1
    return max(low, high)
