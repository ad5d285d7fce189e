"""Tables for spreadsheet programs: CSV and xlsx whose cells are text, so that none ever becomes a formula."""

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

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
    content: bytes, limits: SheetLimits, cell: Callable[[object], str], too_large: Callable[[], Exception]
) -> Iterator[list[list[str]]]:
    """The sheets of a foreign workbook: what formulas gave, never the formulas themselves.

    In: how a value is written, and what is raised beyond the limits. Raises anything for a broken file.
    """
    from openpyxl import load_workbook

    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if sum(part.file_size for part in packed.infolist()) > limits.unpacked:
            raise too_large()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles and validations that openpyxl leaves out
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # what a file says of its own size may be wrong
            rows: list[list[str]] = []
            for row in sheet.iter_rows(values_only=True, max_col=limits.columns):
                rows.append([cell(value) for value in row])
                if len(rows) > limits.rows:
                    raise too_large()
            yield rows
