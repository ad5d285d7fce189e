"""What the writer wrote himself, what he quotes, and his signature: told apart by lines, nothing is thrown away."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import compress

from shopdesk.mail.html_tags import unclosed_tags
from shopdesk.mail.html_text import html_lines
from shopdesk.mail.quoting_patterns import (
    FORWARD,
    INTRODUCING,
    INTRODUCTION,
    LABEL,
    OPENER,
    PHONE_SIGNATURE,
    RULE,
    SENT_WORDS,
    SEPARATOR,
    SIGNATURE_MARK,
)

_LONGEST_LINE = 400
"""A longer line is prose, whatever it begins with."""
_LONGEST_FOLDED = 1 << 18
"""Characters of HTML; so many take a tenth of a second."""
_MOST_LINES = 50_000
_BLOCK_LINES = 8
_INTRODUCTION_LINES = 4
_SIGNATURE_LINES = 15
_LONGEST_LABEL = 28
_LONGEST_PHONE_LINE = 150
_PHONE_LINES = 3
_INTRODUCTION_ENDS = frozenset(":：道")
_LINE_ENDS = _INTRODUCTION_ENDS | frozenset(" *_")
_SIGNATURE_SIGNS = frozenset("-—_")
_HINT = re.compile(r"[0-9@書]")
_QUOTE_SIGNS = frozenset(">-_=—*")


# One byte for each line: runs of lines are then found at the speed of bytes.
_OWN, _QUOTED, _SIGNATURE = b"o", b"q", b"s"
_ALL_KINDS = _OWN + _QUOTED + _SIGNATURE
_OWN_RUN = re.compile(rb"o+")
_OTHER_RUN = re.compile(rb"q+|s+")


class Split:
    """The three sorts of words of a mail; `own` is the whole text when nothing else would remain."""

    __slots__ = ("_lines", "kinds")

    def __init__(self, lines: Sequence[str], kinds: bytes) -> None:
        self._lines = lines
        self.kinds = kinds

    @property
    def own(self) -> str:
        """What the writer wrote himself."""
        return self._of(_OWN)

    @property
    def quoted(self) -> str:
        """What others wrote before, with the lines that introduce it."""
        return self._of(_QUOTED)

    @property
    def signature(self) -> str:
        """What the writer, or his telephone, puts under every mail."""
        return self._of(_SIGNATURE)

    def _of(self, kind: bytes) -> str:
        wanted = bytes.maketrans(_ALL_KINDS, bytes(one == kind[0] for one in _ALL_KINDS))
        return "\n".join(compress(self._lines, self.kinds.translate(wanted))).strip()


def split_quote(text: str) -> Split:
    """Tell apart own words, quoted text and signature of a plain text."""
    return split_lines(text.split("\n"))


def split_lines(lines: Sequence[str]) -> Split:
    """Do the same with a text that is in lines already."""
    return Split(lines, _kinds(lines))


def own_html(safe: str) -> str:
    """Give HTML from `clean_html` without quotes and signature.

    That is "" when there is nothing to leave out, or nothing would remain, or it is so long that a window would wait.
    """
    if len(safe) > _LONGEST_FOLDED:
        return ""
    found = html_lines(safe)
    starts = [*found.starts, len(safe)]
    pieces: list[str] = []
    position = 0
    for run in _OTHER_RUN.finditer(_kinds(found.texts)):
        start, end = starts[run.start()], starts[run.end()]
        pieces += [safe[position:start], unclosed_tags(safe, start, end)]
        position = max(position, end)
    return "".join([*pieces, safe[position:]]) if pieces else ""


def _kinds(lines: Sequence[str]) -> bytes:
    kinds = bytearray(_OWN * len(lines))
    written = False
    number = 0
    last = min(len(lines), _MOST_LINES)
    introductions = _introductions(lines[:last])
    while number < last:
        line = lines[number]
        first = line.lstrip()[:1]
        if not first:
            number += 1
            continue
        if not written and _is_forward(line, first):
            written = True  # nothing of his own above: what he passes on are his words
            break
        if not (first in _QUOTE_SIGNS or number in introductions or (written and _may_be_label(line))):
            written = True
            number += 1
            continue
        if number in introductions:
            end = _behind_introduction(lines, introductions[number], written=written)
        else:
            end = _quote_end(lines, number, first, written=written)
        written = written or end == number
        kinds[number:end] = _QUOTED * (end - number)
        number = max(end, number + 1)
    if not written:
        return _OWN * len(lines)
    return _with_signatures(lines, kinds)


def _quote_end(lines: Sequence[str], number: int, first: str, *, written: bool) -> int:
    """Give the line behind a quote that begins at `number` with the character `first`, or `number` when none does."""
    line = lines[number]
    if first == ">":
        return _quoted_run(lines, number)
    if len(line) > _LONGEST_LINE:
        return number
    if first in _QUOTE_SIGNS and (_is_rule(lines, number) or SEPARATOR.fullmatch(line)):
        return len(lines)
    if written and (_is_forward(line, first) or (_may_be_label(line) and _is_header_block(lines, number))):
        return len(lines)
    return number


def _is_forward(line: str, first: str) -> bool:
    """True for the line above a mail that is passed on; with the quick look before the long pattern."""
    framed = first in _QUOTE_SIGNS or line.rstrip()[-1:] in _INTRODUCTION_ENDS
    return framed and len(line) <= _LONGEST_LINE and FORWARD.fullmatch(line) is not None


def _quoted_run(lines: Sequence[str], number: int) -> int:
    for end in range(number, len(lines)):
        if lines[end][:1] != ">" and lines[end].lstrip()[:1] != ">":
            return end
    return len(lines)


def _introductions(lines: Sequence[str]) -> dict[int, int]:
    """Give the line behind every introduction of a quote, by the line it begins at (it may be wrapped)."""
    found: dict[int, int] = {}
    for last in [number for number, line in enumerate(lines) if line[-1:] in _LINE_ENDS]:
        line = lines[last]
        if line.rstrip(" *_")[-1:] not in _INTRODUCTION_ENDS or line[0] == ">" or len(line) > _LONGEST_LINE:
            continue
        text, start = "", -1
        for first in range(last, max(-1, last - _INTRODUCTION_LINES), -1):
            above = lines[first].strip()
            if not above or above[0] == ">":
                break
            text = f"{above} {text}".rstrip()
            if len(text) > _LONGEST_LINE:
                break
            known = found.pop(start, 0) if start >= 0 else 0
            if (
                (not known or OPENER.match(text))
                and _HINT.search(text)
                and INTRODUCING.search(text)
                and INTRODUCTION.fullmatch(text)
            ):
                start = first
            if start >= 0:
                found[start] = last + 1
    return found


def _behind_introduction(lines: Sequence[str], behind: int, *, written: bool) -> int:
    """A quote with marks ends with them (answers may stand below); one without marks reaches to the end."""
    following = behind
    while following < len(lines) and not lines[following].strip():
        following += 1
    if following < len(lines) and lines[following].startswith(">"):
        return _quoted_run(lines, following)
    return len(lines) if written else behind


def _is_rule(lines: Sequence[str], number: int) -> bool:
    """True for a drawn line with the header block of a mail below it."""
    if not RULE.fullmatch(lines[number]):
        return False
    below = number + 1
    while below < min(len(lines), number + 4) and not lines[below].strip():
        below += 1
    return below < len(lines) and _is_header_block(lines, below)


def _may_be_label(line: str) -> bool:
    """A quick look before the long pattern: a label is short."""
    head = line[:_LONGEST_LABEL]
    return ":" in head or "：" in head or "|" in head


def _is_header_block(lines: Sequence[str], number: int) -> bool:
    """True when sender, and two of date, receiver and subject, stand one below the other from this line on."""
    if LABEL.fullmatch(lines[number]) is None:
        return False
    kinds: set[str] = set()
    for line in lines[number : number + _BLOCK_LINES]:
        found = LABEL.fullmatch(line) if len(line) <= _LONGEST_LINE * 4 else None
        if found is not None and found.lastgroup is not None:
            kinds.update(name for name in ("sender", "date", "to", "subject") if found[name])
    return "sender" in kinds and len(kinds) > 2  # noqa: PLR2004


def _with_signatures(lines: Sequence[str], kinds: bytearray) -> bytes:
    """Mark the signature at the end of each stretch of own lines, unless that would leave no own words."""
    marked = bytearray(kinds)
    written = False
    for run in _OWN_RUN.finditer(kinds):
        start, end = run.span()
        first = _signature_start(lines, start, end)
        marked[first:end] = _SIGNATURE * (end - first)
        written = written or any(map(str.strip, lines[start:first]))
    return bytes(marked if written else kinds)


@lru_cache(maxsize=256)
def _is_phone_signature(line: str) -> bool:
    """Remembered, because a mail has its last lines twice, as text and as HTML, and a writer always the same ones."""
    lower = line.lower()
    return any(word in lower for word in SENT_WORDS) and PHONE_SIGNATURE.fullmatch(line) is not None


def _signature_start(lines: Sequence[str], start: int, end: int) -> int:
    begin = max(start, end - _SIGNATURE_LINES)
    for number, line in enumerate(lines[begin:end], begin):
        if line[:1] in _SIGNATURE_SIGNS and SIGNATURE_MARK.fullmatch(line):
            return number
    first, left = end, _PHONE_LINES
    for number in range(end - 1, max(start, end - 8) - 1, -1):
        line = lines[number].strip()
        if not line:
            continue
        if len(line) < _LONGEST_PHONE_LINE and _is_phone_signature(line):
            first = number
        left -= 1
        if not left:
            break
    return first
