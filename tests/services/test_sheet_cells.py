"""Workbooks of all kinds of programs: read as openpyxl reads them, stopped when asked, refused when they are bombs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from xml.parsers import expat

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from shopdesk.domain.errors import Cancelled
from shopdesk.services.sheet_cells import Forbidden, strings_of
from shopdesk.services.sheets import SheetLimits, sheets_of

LIMITS = SheetLimits(100, 30, 1 << 24)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def read(content: bytes, tick: Callable[[int], None] = lambda rows: None) -> list[list[list[str]]]:
    """The sheets, None as an empty text."""
    return [*sheets_of(content, LIMITS, lambda value: "" if value is None else str(value), OverflowError, tick)]


def made(fill: Callable[[Workbook], object]) -> bytes:
    """A workbook that openpyxl wrote."""
    book, out = Workbook(), io.BytesIO()
    fill(book)
    book.save(out)
    return out.getvalue()


def with_sheet(xml: str, strings: str | None = None) -> bytes:
    """A workbook whose sheet is this XML, as other programs write it."""
    base = made(lambda book: book.active.append(["x"]))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(base)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = {"xl/worksheets/sheet1.xml": xml, "xl/sharedStrings.xml": strings}.get(name)
            new.writestr(name, old.read(name) if text is None else text)
    return out.getvalue()


def _all_kinds(book: Workbook) -> None:
    sheet = book.active
    sheet.append(["订单", 1, 1.5, True, None, date(2026, 3, 4), datetime(2026, 3, 4, 5, 6, 7)])  # noqa: DTZ001
    sheet.append([])
    sheet.append([None, time(8, 30), timedelta(hours=30), "=1+1", "#N/A", "a\nb", 12345678901234567890, 1e300])
    sheet.append([CellRichText("plain ", TextBlock(InlineFont(b=True), "bold")), "_x000D_", " blanks "])
    book.create_sheet("second")["C3"] = "far"
    book.create_sheet("empty")


@pytest.mark.parametrize("epoch", [datetime(1899, 12, 30), datetime(1904, 1, 1)])  # noqa: DTZ001
def test_every_kind_of_cell_reads_as_openpyxl_reads_it(epoch: datetime) -> None:
    def fill(book: Workbook) -> None:
        book.epoch = epoch
        _all_kinds(book)

    content = made(fill)
    theirs = load_workbook(io.BytesIO(content), data_only=True)
    wanted = [[["" if cell is None else str(cell) for cell in row] for row in each.values] for each in theirs]
    assert read(content) == [wanted[0], wanted[1], []]


def test_prefixed_names_places_left_out_and_inline_texts_are_understood() -> None:
    xml = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>'
        '<x:row><x:c t="inlineStr"><x:is><x:t>A</x:t></x:is></x:c><x:c t="str"><x:v>B</x:v></x:c></x:row>'
        '<x:row r="4"><x:c r="C4"><x:v>7</x:v></x:c><x:c r="A4" t="d"><x:v>2026-03-04</x:v></x:c></x:row>'
        '<x:row r="5"><x:c r="AZ5"><x:v>9</x:v></x:c></x:row>'
        "</x:sheetData></x:worksheet>"
    )
    (rows,) = read(with_sheet(xml))
    assert rows == [["A", "B", ""], ["", "", ""], ["", "", ""], ["2026-03-04", "", "7"]]


def test_reading_aids_and_runs_of_shared_texts() -> None:
    spoken = "<si><r><t>東</t></r><r><t>京</t></r><rPh><t>トウキョウ</t></rPh></si>"
    xml = f'<sst xmlns="{MAIN}">{spoken}<si/><si><t>a_x005F_b</t></si></sst>'
    assert strings_of(io.BytesIO(xml.encode())) == ["東京", "", "a_b"]


@pytest.mark.parametrize("rows", ['<row r="101"><c><v>1</v></c></row>', '<row><c><v>1</v></c></row>' * 101])
def test_more_rows_than_allowed_are_refused(rows: str) -> None:
    with pytest.raises(OverflowError):
        read(with_sheet(f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'))


def test_empty_rows_without_an_end_are_no_rows() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"/>'
    assert read(with_sheet(f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>')) == [[["1"]]]


def test_a_workbook_with_declarations_of_its_own_is_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>'
    with pytest.raises(Forbidden):
        strings_of(io.BytesIO(bomb.encode()))
    with pytest.raises(expat.ExpatError):
        strings_of(io.BytesIO(b"<sst><si>"))


def test_reading_stops_in_the_middle_of_a_sheet() -> None:
    def stop(rows: int) -> None:
        del rows
        raise Cancelled

    with pytest.raises(Cancelled):
        read(made(_all_kinds), tick=stop)


def test_a_date_beyond_all_dates_is_an_error_of_its_cell() -> None:
    def fill(book: Workbook) -> None:
        book.active.append([datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)])
        cell = book.active["B1"]
        cell.value, cell.number_format = 99_999_999, "yyyy-mm-dd"

    assert read(made(fill)) == [[["2026-01-01 00:00:00", "#VALUE!"]]]
