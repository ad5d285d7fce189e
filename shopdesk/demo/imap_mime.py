"""Cuts raw mails into MIME parts byte for byte, and describes them as ENVELOPE and BODYSTRUCTURE."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.message import Message
from email.parser import HeaderParser
from email.policy import compat32
from email.utils import getaddresses

from shopdesk.demo.imap_parser import nil_or_quote, quote

_HEADER_END = re.compile(rb"\r?\n\r?\n")
_FIELD = re.compile(rb"(?m)^([!-9;-~]+)[ \t]*:.*(?:\n[ \t].*)*\n?")
_FOLD = re.compile(r"\r?\n(?=[ \t])")
_MAX_DEPTH = 20


@dataclass
class Part:
    """One MIME part: its header with the empty line, its body, and what lies inside."""

    header: bytes
    body: bytes
    fields: Message
    children: list[Part] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The media type in lower case."""
        return self.fields.get_content_type()

    def value(self, name: str) -> str | None:
        """A header field's raw text, unfolded; None if there is none."""
        found = self.fields.get(name)
        return None if found is None else _FOLD.sub("", str(found)).strip()

    def child(self, path: list[int]) -> Part | None:
        """The part with this section number, as RFC 3501 counts."""
        here: Part | None = self
        for number in path:
            if here is None:
                return None
            if here.kind == "message/rfc822" and here.children:
                here = here.children[0]
            if here.children and here.kind.startswith("multipart/"):
                here = here.children[number - 1] if number <= len(here.children) else None
            elif number != 1:
                here = None
        return here


def split_header(raw: bytes) -> tuple[bytes, bytes]:
    """Header with its closing empty line, and the body."""
    if raw.startswith((b"\r\n", b"\n")):
        end = raw.index(b"\n") + 1
        return raw[:end], raw[end:]
    found = _HEADER_END.search(raw)
    return (raw[: found.end()], raw[found.end() :]) if found else (raw, b"")


def parse_part(raw: bytes, depth: int = 0) -> Part:
    """Cut a raw mail or part; never raises."""
    header, body = split_header(raw)
    fields = HeaderParser(policy=compat32).parsestr(header.decode("latin-1"))
    part = Part(header, body, fields)
    if depth < _MAX_DEPTH:
        boundary = fields.get_boundary()
        if part.kind.startswith("multipart/") and boundary:
            part.children = [parse_part(piece, depth + 1) for piece in _pieces(body, boundary)]
        elif part.kind == "message/rfc822":
            part.children = [parse_part(body, depth + 1)]
    return part


def _pieces(body: bytes, boundary: str) -> list[bytes]:
    mark = re.escape(boundary.encode("latin-1", "replace"))
    lines = list(re.finditer(rb"(?:^|\r?\n)--" + mark + rb"(--)?[ \t]*(?=\r?\n|$)", body))
    pieces: list[bytes] = []
    for here, there in zip(lines, [*lines[1:], None], strict=False):
        if here.group(1):
            break
        start = body.find(b"\n", here.end()) + 1
        if start:
            pieces.append(body[start : there.start() if there else len(body)])
    return pieces


def pick_fields(header: bytes, names: set[bytes], *, other: bool) -> bytes:
    """Only the header fields of these names (or only the others), with the closing empty line."""
    kept = [
        found.group()
        for found in _FIELD.finditer(header)
        if (found.group(1).upper() in names) is not other and found.group().strip()
    ]
    return b"".join(kept) + b"\r\n"


def envelope(part: Part) -> bytes:
    """ENVELOPE of a mail (RFC 3501, section 7.4.2)."""
    sender = _addresses(part, "From")
    pieces = [
        nil_or_quote(_latin(part.value("Date"))),
        nil_or_quote(_latin(part.value("Subject"))),
        sender,
        _addresses(part, "Sender") if part.value("Sender") else sender,
        _addresses(part, "Reply-To") if part.value("Reply-To") else sender,
        *(_addresses(part, name) for name in ("To", "Cc", "Bcc")),
        nil_or_quote(_latin(part.value("In-Reply-To"))),
        nil_or_quote(_latin(part.value("Message-ID"))),
    ]
    return b"(" + b" ".join(pieces) + b")"


def _latin(text: str | None) -> bytes | None:
    return None if text is None else text.encode("latin-1", "replace")


def _addresses(part: Part, name: str) -> bytes:
    values = [_FOLD.sub("", str(value)) for value in part.fields.get_all(name, [])]
    spelled: list[bytes] = []
    for shown, address in getaddresses(values):
        local, _, host = address.rpartition("@")
        spelled.append(
            b"(%b NIL %b %b)"
            % (
                nil_or_quote(_latin(shown or None)),
                quote(local.encode("latin-1", "replace")),
                quote(_latin(host) or b""),
            )
        )
    return b"(" + b"".join(spelled) + b")" if spelled else b"NIL"


def body_structure(part: Part, *, extended: bool) -> bytes:
    """BODYSTRUCTURE, or BODY without the extension fields (RFC 3501, section 7.4.2)."""
    if part.children and part.kind.startswith("multipart/"):
        inner = b"".join(body_structure(child, extended=extended) for child in part.children)
        rest = b" " + _parameters(part) + b" " + _disposition(part) + b" NIL NIL" if extended else b""
        return b"(" + inner + b" " + quote(part.kind.partition("/")[2]) + rest + b")"
    main, _, sub = part.kind.partition("/")
    pieces = [
        quote(main),
        quote(sub),
        _parameters(part),
        nil_or_quote(_latin(part.value("Content-ID"))),
        nil_or_quote(_latin(part.value("Content-Description"))),
        quote(_latin(part.value("Content-Transfer-Encoding")) or b"7bit"),
        b"%d" % len(part.body),
    ]
    lines = b"%d" % part.body.count(b"\n")
    if part.kind == "message/rfc822" and part.children:
        pieces += [envelope(part.children[0]), body_structure(part.children[0], extended=extended), lines]
    elif main == "text":
        pieces.append(lines)
    if extended:
        pieces += [b"NIL", _disposition(part), b"NIL", b"NIL"]
    return b"(" + b" ".join(pieces) + b")"


def _parameters(part: Part) -> bytes:
    pairs = part.fields.get_params([], unquote=True)[1:]
    if not pairs:
        return b'("charset" "us-ascii")' if part.kind.startswith("text/") else b"NIL"
    return b"(" + b" ".join(_pair(name, value) for name, value in pairs) + b")"


def _pair(name: str, value: str) -> bytes:
    return quote(name.encode("latin-1", "replace")) + b" " + quote(value.encode("latin-1", "replace"))


def _disposition(part: Part) -> bytes:
    pairs = part.fields.get_params([], header="Content-Disposition", unquote=True)
    if not pairs:
        return b"NIL"
    inner = b" ".join(_pair(name, value) for name, value in pairs[1:])
    return (
        b"("
        + quote(pairs[0][0].encode("latin-1", "replace"))
        + b" "
        + (b"(" + inner + b")" if inner else b"NIL")
        + b")"
    )
