"""The cells of a worksheet, read as openpyxl reads them but row by row and several times as fast.

The format is ECMA-376, part 1, 18.3 (worksheets) and 18.4 (shared strings).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import IO, Any
from xml.parsers import expat

from typing_extensions import override

_CHUNK = 256 << 10
_ESCAPED = re.compile("_x005F_")
_LETTERS = 26
_NUMBER, _SHARED, _FLAG, _MOMENT = "n", "s", "b", "d"


class Forbidden(ValueError):
    """A part of a workbook with declarations of its own, which none has that a program wrote."""


@dataclass(frozen=True, slots=True)
class BookFacts:
    """What cells need to know of their workbook."""

    strings: Sequence[str]
    """The texts that cells share, as they are to be written."""
    dates: frozenset[int]
    """Numbers of styles that show a number as a date."""
    moment: Callable[[float, int], object]
    """The moment behind a number. In: the number, its style; raises `ValueError`, `OverflowError`."""
    iso: Callable[[str], object]
    """The moment that a text names; raises `ValueError`."""


class _Part:
    """One part of a workbook on its way through expat; names of elements are taken without their prefix."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = _refuse
        self.parser.StartElementHandler = self._root
        self._prefix = ""
        self._texts: list[str] = []
        self._spoken = False
        """Inside of a reading aid, whose text belongs to no cell."""

    def feed(self, stream: IO[bytes]) -> Iterator[None]:
        """Read on; out: once for each piece."""
        while chunk := stream.read(_CHUNK):
            self.parser.Parse(chunk, False)  # noqa: FBT003 - expat's call
            yield
        self.parser.Parse(b"", True)  # noqa: FBT003 - expat's call
        yield

    def _root(self, name: str, attributes: dict[str, str]) -> None:
        self._prefix = name[: name.rfind(":") + 1]
        self.parser.StartElementHandler = self._plain(self.start)
        self.parser.EndElementHandler = self._plain(self.end)
        del attributes

    def _plain(self, heard: Callable[..., None]) -> Callable[..., None]:
        if not self._prefix:
            return heard
        cut = len(self._prefix)
        return lambda name, *more: heard(name[cut:] if name.startswith(self._prefix) else name, *more)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins; for subclasses."""

    def end(self, name: str) -> None:
        """An element ends; for subclasses."""


class _Strings(_Part):
    """The texts that cells share."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    @override
    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "t" and not self._spoken:
            self.parser.CharacterDataHandler = self._texts.append
        elif name == "si":
            self._texts.clear()
        elif name == "rPh":
            self._spoken = True

    @override
    def end(self, name: str) -> None:
        if name == "t":
            self.parser.CharacterDataHandler = None
        elif name == "si":
            self.found.append(_ESCAPED.sub("_", "".join(self._texts)))
        elif name == "rPh":
            self._spoken = False


class _Sheet(_Part):
    """The rows of a sheet; `done` holds what was read since it was last emptied."""

    def __init__(self, facts: BookFacts, columns: int, text: Callable[[object], str]) -> None:
        super().__init__()
        self._facts = facts
        self._columns = columns
        self._text = text
        self._row: list[str] = []
        self._kind, self._style, self._place = _NUMBER, "", 0
        self._next_row = 1
        self.done: list[tuple[int, list[str]]] = []
        """Pairs (number of the row, its cells)."""

    @override
    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            at = attributes.get("r")
            self._place = _column(at.rstrip("0123456789")) if at else len(self._row)
            self._kind, self._style = attributes.get("t", _NUMBER), attributes.get("s", "")
            self._texts.clear()
        elif name == "v" or (name == "t" and not self._spoken and self._kind == "inlineStr"):
            self.parser.CharacterDataHandler = self._texts.append
        elif name == "row":
            self._row = []
            self._next_row = int(attributes.get("r") or self._next_row)
        elif name == "rPh":
            self._spoken = True

    @override
    def end(self, name: str) -> None:
        if name == "c":
            if self._texts and self._place < self._columns:
                text = "".join(self._texts)
                self._put(self._facts.strings[int(text)] if self._kind == _SHARED else self._value(text))
        elif name in {"v", "t"}:
            self.parser.CharacterDataHandler = None
        elif name == "row":
            self.done.append((self._next_row, self._row))
            self._next_row += 1
        elif name == "rPh":
            self._spoken = False

    def _put(self, text: str) -> None:
        row, missing = self._row, self._place - len(self._row)
        if not missing:
            row.append(text)
        elif missing > 0:
            row += [""] * missing
            row.append(text)
        else:
            row[self._place] = text

    def _value(self, text: str) -> str:
        kind, facts = self._kind, self._facts
        if kind == _NUMBER:
            number = float(text) if "." in text or "E" in text or "e" in text else int(text)
            if self._style and int(self._style) in facts.dates:
                try:
                    return self._text(facts.moment(number, int(self._style)))
                except (OverflowError, ValueError):
                    return "#VALUE!"
            return self._text(number)
        if kind == _FLAG:
            return self._text(bool(int(text)))
        return self._text(facts.iso(text) if kind == _MOMENT else text)


def strings_of(stream: IO[bytes]) -> list[str]:
    """The texts that the cells of a workbook share, in their order. Raises `expat.ExpatError`, `Forbidden`."""
    part = _Strings()
    for _ in part.feed(stream):
        pass
    return part.found


def rows_of(
    stream: IO[bytes], facts: BookFacts, columns: int, text: Callable[[object], str]
) -> Iterator[list[tuple[int, list[str]]]]:
    """The rows of a sheet in pieces, each with its number; cells at the end that are empty are left out.

    In: how many columns are looked at, how a value is written. Raises `expat.ExpatError`, `Forbidden`, `ValueError`.
    """
    part = _Sheet(facts, columns, text)
    for _ in part.feed(stream):
        done, part.done = part.done, []
        yield done


@lru_cache(maxsize=20_000)
def _column(letters: str) -> int:
    """A is 0, AA is 26."""
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1


def _refuse(*_: Any) -> None:  # noqa: ANN401 - whatever expat tells of it
    raise Forbidden
