"""An order file as a table: its header, wherever it stands, and the rows below it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from shopdesk.domain.control import Control, SimpleControl
from shopdesk.domain.errors import Cancelled, OrderFileEmpty, OrderFileRefused, OrderFileTooLarge
from shopdesk.domain.order_import import LARGEST_FILE
from shopdesk.services.order_text import text_of
from shopdesk.services.order_values import bare
from shopdesk.services.sheets import SheetLimits, sheets_of

_LARGEST_UNPACKED = 400 << 20
_MOST_ROWS = 500_000
_MOST_COLUMNS = 400
_ZIP = b"PK\x03\x04"
_LOOKED_AT = 25
"""Lines among which the header is looked for."""
_FEWEST = 2
_SEPARATORS = "\t;,|"

Rate = Callable[[Sequence[str]], int]
"""How many cells of a row are known headers."""


@dataclass(frozen=True, slots=True)
class OrderTable:
    """Header and rows."""

    headers: tuple[str, ...]
    header_row: int
    """Counted from 1."""
    rows: Sequence[Sequence[str]]
    """Raw cells below the header."""
    encoding: str = ""
    separator: str = ""


def read_table(content: bytes, rate: Rate, control: Control | None = None) -> OrderTable:
    """The table in a file; `rate` tells headers. Raises `OrderFileRefused` and its kin, `Cancelled`."""
    if len(content) > LARGEST_FILE:
        raise OrderFileTooLarge
    if not content.strip(b"\x00\r\n\t ,;\xef\xbb\xbf\xff\xfe"):
        raise OrderFileEmpty
    if content.startswith(_ZIP):
        rows = _workbook_rows(content, control or SimpleControl())
        return _table(rows, rate, "", "")
    text, encoding = text_of(content)
    if "\n" not in text:
        text = text.replace("\r", "\n")  # an old Mac's line ends
    separator = _separator(text, rate)
    return _table(_text_rows(text, separator), rate, encoding, separator)


def _table(rows: list[list[str]], rate: Rate, encoding: str, separator: str) -> OrderTable:
    place = _header_place(rows, rate)
    if place is None:
        raise OrderFileEmpty
    headers = tuple(bare(cell) for cell in rows[place])
    below = rows[place + 1 :]
    if not any(any(row) for row in below):
        raise OrderFileEmpty
    return OrderTable(headers, place + 1, below, encoding, separator)


def _header_place(rows: Sequence[Sequence[str]], rate: Rate) -> int | None:
    """The row with the most known headers, else the first one with several cells, else the first with any."""
    first = [*islice(rows, _LOOKED_AT)]
    rated = [(rate(row), -place) for place, row in enumerate(first)]
    best, place = max(rated, default=(0, 0))
    if best >= _FEWEST:
        return -place
    filled = [sum(1 for cell in row if cell.strip()) for row in first]
    wide = next((place for place, count in enumerate(filled) if count >= _FEWEST), None)
    return wide if wide is not None else next((place for place, count in enumerate(filled) if count), None)


def _separator(text: str, rate: Rate) -> str:
    """The sign between cells: the one that makes the most known headers, else the most cells."""
    beginning = text[:100_000]

    def rated(separator: str) -> tuple[int, int]:
        rows = [*islice(_reader(beginning, separator, strict=False), _LOOKED_AT)]
        return max(map(rate, rows), default=0), max(map(len, rows), default=0)

    return max(_SEPARATORS, key=rated)


def _reader(text: str, separator: str, *, strict: bool) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error as problem:
        if strict:
            raise OrderFileRefused(str(problem)) from None


def _text_rows(text: str, separator: str) -> list[list[str]]:
    rows = [*islice(_reader(text, separator, strict=True), _MOST_ROWS + 1)]
    if len(rows) > _MOST_ROWS:
        raise OrderFileTooLarge
    return rows


# --- workbooks ---------------------------------------------------------------------------------------


def _workbook_rows(content: bytes, control: Control) -> list[list[str]]:
    """The first sheet that has a row with several cells; what formulas gave, never the formulas themselves."""

    def tick(rows: int) -> None:
        control.stop_if_cancelled()
        control.report(rows, 0)

    limits = SheetLimits(_MOST_ROWS, _MOST_COLUMNS, _LARGEST_UNPACKED)
    try:
        sheets = sheets_of(content, limits, _cell_text, OrderFileTooLarge, tick)
        return next((rows for rows in sheets if any(sum(map(bool, row)) >= _FEWEST for row in rows)), [])
    except (OrderFileRefused, Cancelled):
        raise
    except Exception as problem:  # noqa: BLE001 - a foreign file breaks openpyxl in any way
        raise OrderFileRefused(f"a broken workbook, {type(problem).__name__}") from None


def _cell_text(value: object) -> str:
    """A cell as text; a number that lost its end looks like one: 1.23E+15."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.replace("_x000D_", "")
    if isinstance(value, datetime | date):
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT_BELOW:
        return str(int(value))
    return str(value)


_EXACT_BELOW = 10**15
