"""What the writer wrote himself, what he quotes, and his signature: told apart by lines, nothing is thrown away."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from shopdesk.mail.html import drop_range
from shopdesk.mail.html_text import Line
from shopdesk.mail.quoting_patterns import (
    ATTRIBUTION,
    ATTRIBUTION_END,
    FORWARD,
    LABEL,
    PHONE_SIGNATURE,
    RULE,
    SEPARATOR,
    SIGNATURE_MARK,
)

_LONGEST_LINE = 400
"""A longer line is prose, whatever it begins with."""
_MOST_LINES = 50_000
_BLOCK_LINES = 8
_ATTRIBUTION_LINES = 4
_SIGNATURE_LINES = 15


class _Kind(Enum):
    OWN = "own"
    QUOTED = "quoted"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Split:
    """The three sorts of words of a mail; `own` is the whole text when nothing else would remain."""

    own: str
    quoted: str
    signature: str


def split_quote(text: str) -> Split:
    """Tell apart own words, quoted text and signature of a plain text."""
    lines = text.split("\n")
    kinds = _kinds(lines)
    own = _joined(lines, kinds, _Kind.OWN)
    if not own:
        return Split(text.strip(), "", "")
    return Split(own, _joined(lines, kinds, _Kind.QUOTED), _joined(lines, kinds, _Kind.SIGNATURE))


def html_own(safe: str, lines: Sequence[Line]) -> str:
    """Give cleaned HTML without the quoted lines and the signature; "" when that would be all or nothing of it."""
    kinds = _kinds([line.text for line in lines])
    if all(kind is _Kind.OWN for kind in kinds) or not any(
        kind is _Kind.OWN and line.text for kind, line in zip(kinds, lines, strict=True)
    ):
        return ""
    starts = [*(line.start for line in lines), len(safe)]
    position = len(kinds)
    while position:
        last = position
        position -= 1
        if kinds[position] is _Kind.OWN:
            continue
        while position and kinds[position - 1] is not _Kind.OWN:
            position -= 1
        safe = drop_range(safe, starts[position], starts[last])
    return safe


def _joined(lines: Sequence[str], kinds: Sequence[_Kind], wanted: _Kind) -> str:
    return "\n".join(line for line, kind in zip(lines, kinds, strict=True) if kind is wanted).strip()


def _kinds(lines: Sequence[str]) -> list[_Kind]:
    kinds = [_Kind.OWN] * len(lines)
    written = False
    number = 0
    last = min(len(lines), _MOST_LINES)
    while number < last:
        line = lines[number]
        if not line or line.isspace():
            number += 1
            continue
        end = _quote_end(lines, number, written=written) if len(line) <= _LONGEST_LINE or line.startswith(">") else number
        if end > number:
            kinds[number:end] = [_Kind.QUOTED] * (end - number)
            number = end
        else:
            written = True
            number += 1
    if not written:
        return [_Kind.OWN] * len(lines)
    _mark_signatures(lines, kinds)
    return kinds


def _quote_end(lines: Sequence[str], number: int, *, written: bool) -> int:
    """Give the line behind a quote that begins at `number`, or `number` when none does."""
    line = lines[number]
    stripped = line.strip(" \t*_|")
    first, last = stripped[:1], stripped[-1:]
    if first == ">":
        return _quoted_run(lines, number)
    if last in {":", "：", "道"} and (behind := _attribution(lines, number)):
        return _behind_attribution(lines, behind, written=written)
    if first in {"O", "A", "L", "E", "I", "在", "D", "N", "2"} and (behind := _attribution(lines, number)):
        return _behind_attribution(lines, behind, written=written)
    if (first in {"-", "=", "—", ""} or "_" in line[:3]) and _is_rule(lines, number):
        return len(lines)
    if SEPARATOR.fullmatch(line) or (written and FORWARD.fullmatch(line)):
        return len(lines)
    if (":" in line or "：" in line) and written and _is_header_block(lines, number):
        return len(lines)
    return number


def _quoted_run(lines: Sequence[str], number: int) -> int:
    end = number
    while end < len(lines) and lines[end].startswith(">"):
        end += 1
    return end


def _attribution(lines: Sequence[str], number: int) -> int:
    """Give the line behind an introduction that begins at `number` (it may be wrapped), or 0."""
    text = ""
    for end in range(number, min(len(lines), number + _ATTRIBUTION_LINES)):
        line = lines[end].strip()
        if not line or (end > number and line.startswith(">")):
            return 0
        text = f"{text} {line}".strip()
        if len(text) > _LONGEST_LINE:
            return 0
        if ATTRIBUTION_END.search(line):
            return end + 1 if ATTRIBUTION.fullmatch(text) else 0
    return 0


def _behind_attribution(lines: Sequence[str], behind: int, *, written: bool) -> int:
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


def _mark_signatures(lines: Sequence[str], kinds: list[_Kind]) -> None:
    """Mark the signature at the end of each stretch of own lines, unless that would leave no own words."""
    before = list(kinds)
    start = 0
    for end in range(1, len(lines) + 1):
        if end < len(lines) and kinds[end] is kinds[start]:
            continue
        if kinds[start] is _Kind.OWN and (first := _signature_start(lines, start, end)) < end:
            kinds[first:end] = [_Kind.SIGNATURE] * (end - first)
        start = end
    if not any(kind is _Kind.OWN and line.strip() for kind, line in zip(kinds, lines, strict=True)):
        kinds[:] = before


def _signature_start(lines: Sequence[str], start: int, end: int) -> int:
    for number in range(max(start, end - _SIGNATURE_LINES), end):
        line = lines[number]
        if line[:1] in {"-", "—", "_"} and SIGNATURE_MARK.fullmatch(line):
            return number
    number = end - 1
    first = end
    seen = 0
    while number >= start and seen < 3:  # noqa: PLR2004
        line = lines[number].strip()
        if line:
            seen += 1
            if len(line) < 150 and PHONE_SIGNATURE.fullmatch(line):  # noqa: PLR2004
                first = number
        number -= 1
    return first
