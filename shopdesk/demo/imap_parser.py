"""Reads IMAP command lines into tokens, and spells strings for answers (RFC 3501, section 9)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from shopdesk.demo.utf7 import decode_name


class Refused(Exception):
    """A command that is answered NO or BAD; the text begins with that word."""


class Atom(bytes):
    """A bare word of a command."""


class Text(bytes):
    """A quoted string or literal of a command."""


Token = Atom | Text | list["Token"]

_ATOM = re.compile(rb"[^\s()\"{]+")
_SECTION = re.compile(rb"(?i)(?:BODY(?:\.PEEK)?|BINARY(?:\.PEEK)?|BINARY\.SIZE)\[[^\]]*\](?:<[0-9.]*>)?")
_QUOTED = re.compile(rb'"((?:[^"\\]|\\.)*)"')
_ESCAPED = re.compile(rb"\\(.)")
_SAFE = re.compile(r"[ -~]*")
_MAX_DEPTH = 50


def parse_line(segments: Sequence[bytes]) -> list[Token]:
    """Tokens of one command. Segments alternate: text (its ``{n}`` taken off), literal, text, …"""
    stack: list[list[Token]] = [[]]
    for index, segment in enumerate(segments):
        if index % 2:
            stack[-1].append(Text(segment))
        else:
            _parse_text(segment, stack)
    if len(stack) != 1:
        raise Refused("BAD missing )")
    return stack[0]


def _parse_text(line: bytes, stack: list[list[Token]]) -> None:
    at = 0
    while at < len(line):
        char = line[at : at + 1]
        if char in b" \t":
            at += 1
        elif char == b"(":
            if len(stack) > _MAX_DEPTH:
                raise Refused("BAD too many (")
            stack.append([])
            at += 1
        elif char == b")":
            _close(stack)
            at += 1
        else:
            at = _parse_word(line, at, stack[-1])


def _close(stack: list[list[Token]]) -> None:
    if len(stack) == 1:
        raise Refused("BAD unexpected )")
    done = stack.pop()
    stack[-1].append(done)


def _parse_word(line: bytes, at: int, out: list[Token]) -> int:
    quoted = _QUOTED.match(line, at)
    if quoted:
        out.append(Text(_ESCAPED.sub(rb"\1", quoted.group(1))))
        return quoted.end()
    word = _SECTION.match(line, at) or _ATOM.match(line, at)
    if not word:
        raise Refused("BAD unreadable command")
    out.append(Atom(word.group()))
    return word.end()


def as_bytes(token: Token) -> bytes:
    """The bytes of a word or string; a list is refused."""
    if isinstance(token, list):
        raise Refused("BAD a list is not expected here")
    return bytes(token)


def as_upper(token: Token) -> str:
    """A word in capitals."""
    return as_bytes(token).decode("latin-1").upper()


def as_name(token: Token) -> str:
    """A folder name as Unicode."""
    return decode_name(as_bytes(token))


def as_list(token: Token) -> list[Token]:
    """A list; a single word counts as a list of one."""
    return token if isinstance(token, list) else [token]


def as_number(token: Token) -> int:
    """A whole number."""
    text = as_bytes(token)
    if not text.isdigit():
        raise Refused("BAD a number is expected")
    return int(text)


def quote(text: bytes | str) -> bytes:
    """A string for an answer: quoted where that is possible, else a literal."""
    raw = text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text
    if _SAFE.fullmatch(raw.decode("latin-1")):
        return b'"' + raw.replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'
    return b"{%d}\r\n%b" % (len(raw), raw)


def nil_or_quote(text: bytes | str | None) -> bytes:
    """NIL for None, else a string."""
    return b"NIL" if text is None else quote(text)


def parse_ranges(token: Token) -> list[tuple[int | None, int | None]]:
    """A sequence set as pairs as they were written; None stands for ``*``."""
    pairs: list[tuple[int | None, int | None]] = []
    for piece in as_bytes(token).split(b","):
        first, colon, last = piece.partition(b":")
        pairs.append((_bound(first), _bound(last if colon else first)))
    return pairs


def _bound(text: bytes) -> int | None:
    if text == b"*":
        return None
    if not text.isdigit() or int(text) == 0:
        raise Refused("BAD unreadable message set")
    return int(text)


def pick(ranges: Iterable[tuple[int | None, int | None]], numbers: Sequence[int], star: int | None = None) -> list[int]:
    """Indexes into the rising ``numbers`` (UIDs or sequence numbers) that lie in the ranges, rising.

    ``star`` is what ``*`` means; by default the last of the numbers.
    """
    if not numbers:
        return []
    top = numbers[-1] if star is None else star
    chosen: set[int] = set()
    for first, last in ranges:
        low = top if first is None else first
        high = top if last is None else last
        low, high = min(low, high), max(low, high)
        chosen.update(range(bisect_left(numbers, low), bisect_right(numbers, high)))
    return sorted(chosen)


def spell_set(numbers: Iterable[int]) -> bytes:
    """Numbers as a compact sequence set: ``1:3,7``."""
    pieces: list[list[int]] = []
    for number in sorted(numbers):
        if pieces and pieces[-1][1] == number - 1:
            pieces[-1][1] = number
        else:
            pieces.append([number, number])
    return b",".join(b"%d" % a if a == b else b"%d:%d" % (a, b) for a, b in pieces)
