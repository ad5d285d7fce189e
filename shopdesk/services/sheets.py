"""Tables for spreadsheet programs: CSV and xlsx whose cells are text, so that none ever becomes a formula."""

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import IO, Any

from shopdesk.services.sheet_cells import BookFacts, rows_of, strings_of

LONGEST_CELL = 32_767
"""Characters that a cell of Excel takes."""
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
"""What a spreadsheet may take for a formula, with or without marks before it."""
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")


def looks_like_formula(cell: str) -> bool:
    """Whether a spreadsheet may take a text for a formula."""
    return _FORMULA.match(cell) is not None


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with its mark, which Excel needs to see that it is UTF-8; a ' before what looks like a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for row in rows:
        writer.writerow([f"'{cell}" if looks_like_formula(cell) else cell for cell in row])
    return out.getvalue().encode("utf-8-sig", "replace")


def write_xlsx(title: str, rows: Iterable[Sequence[str]]) -> bytes:
    """A workbook of one sheet; its first row stays in sight."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([text_cell(sheet, text) for text in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def text_cell(sheet: Any, text: str) -> Any:  # noqa: ANN401 - openpyxl has no types
    """A cell of a workbook that is written only: text whatever it looks like, without what no cell takes."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value=_UNWRITABLE.sub("", text)[:LONGEST_CELL])
    cell.data_type = "s"
    if looks_like_formula(text):
        cell.quotePrefix = True
    return cell


@dataclass(frozen=True, slots=True)
class SheetLimits:
    """What a foreign workbook may hold."""

    rows: int
    columns: int
    """Cells beyond are left out."""
    unpacked: int
    """Bytes."""


def sheets_of(
    content: bytes,
    limits: SheetLimits,
    cell: Callable[[object], str],
    too_large: Callable[[], Exception],
    tick: Callable[[int], None] = lambda rows: None,
) -> Iterator[list[list[str]]]:
    """The sheets of a foreign workbook, rows of one width: what formulas gave, never the formulas themselves.

    In: how a value is written, what is raised beyond the limits, and what is told often how many rows of a sheet were
    read, and may raise to stop. Raises anything for a broken file.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if sum(part.file_size for part in packed.infolist()) > limits.unpacked:
            raise too_large()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles that openpyxl leaves out
        parts, facts = _opened(content, cell)
    for part in parts:
        rows: list[list[str]] = []
        with part() as stream:
            for piece in rows_of(stream, facts, limits.columns, cell):
                tick(len(rows))
                for number, row in piece:
                    if row:
                        # Rows are left out where nothing stands; of those behind the last one nobody knows.
                        if number > limits.rows:
                            raise too_large()
                        rows += [[] for _ in range(number - 1 - len(rows))]
                        rows.append(row)
                if len(rows) > limits.rows:
                    raise too_large()
        width = max(map(len, rows), default=0)
        yield [row + [""] * (width - len(row)) for row in rows]


def _opened(content: bytes, cell: Callable[[object], str]) -> tuple[list[Callable[[], IO[bytes]]], BookFacts]:
    """The sheets of a workbook, to be opened, and what their cells need to know; openpyxl finds both.

    It would read its texts and look for the size of its sheets as well: that takes most of its time.
    """
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.styles.stylesheet import apply_stylesheet
    from openpyxl.utils.datetime import from_excel, from_ISO8601
    from openpyxl.xml.constants import SHARED_STRINGS

    reader = ExcelReader(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    reader.read_manifest()
    reader.read_workbook()
    apply_stylesheet(reader.archive, reader.wb)
    shared, texts, book = reader.package.find(SHARED_STRINGS), [], reader.wb
    if shared is not None:
        with reader.archive.open(shared.PartName[1:]) as stream:
            texts = [cell(text) for text in strings_of(stream)]
    found = [rel for _, rel in reader.parser.find_sheets() if "chartsheet" not in rel.Type]
    places = [rel.target for rel in found if rel.target in reader.valid_files]

    def moment(number: float, style: int) -> object:
        return from_excel(number, book.epoch, timedelta=style in book._timedelta_formats)  # noqa: SLF001

    dates = frozenset(book._date_formats)  # noqa: SLF001 - nowhere else
    return [partial(reader.archive.open, place) for place in places], BookFacts(texts, dates, moment, from_ISO8601)
