"""Every table that the shop gives out: read back by others, Chinese is right and no cell ever is a formula."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from shopdesk.domain.case import Case, CaseKind, Resolution
from shopdesk.domain.figures import Backlog, FigureSet, Period
from shopdesk.domain.ids import CaseId, OrderId, TemplateId
from shopdesk.domain.order import Order, OrderItem, PostalAddress
from shopdesk.domain.template import Template, Variant
from shopdesk.domain.template_exchange import ExchangeFormat
from shopdesk.services.case_ledger import MonthOfPayments
from shopdesk.services.case_ledger_table import ledger_csv, ledger_xlsx
from shopdesk.services.figure_tables import report_csv, report_xlsx
from shopdesk.services.figures import FigureReport
from shopdesk.services.order_export import written
from shopdesk.services.sheets import write_csv, write_xlsx
from shopdesk.services.template_files import write_templates
from tests.services.bench import NOW

EVIL = (
    "=1+1", "+49 30 1234567", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", "＝1+1", "＋1", "－1", "＠x", "'=1+1", "''=1",
    "=HYPERLINK(\"http://x.example\",\"王芳\")", "=cmd|' /C calc'!A0", "'", "王芳，您好", "1E5", "00123", "3/4",
)  # fmt: skip
SIGNS = set("=+-@\t\r＝＋－＠")
"""What a spreadsheet may take for the beginning of a formula."""
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_ODF = {
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
}


def _templates() -> list[Template]:
    return [
        Template(
            TemplateId(0), text.strip() or "x", f"k{place}", (Variant("zh", f"{text}王芳", text, text),), tags=(text,),
            cc=text,
        )
        for place, text in enumerate(EVIL)
    ]  # fmt: skip


def _orders() -> list[Order]:
    return [
        Order(
            OrderId(place), text, text, NOW, text, text, text, text,
            PostalAddress(text, text, text, text, text, text), (OrderItem(text, text, text, 1, Decimal("-1.5")),),
            Decimal(-2), text, note=f"{text}王芳", shop=text,
        )
        for place, text in enumerate(EVIL)
    ]  # fmt: skip


def _figures() -> FigureReport:
    day = date(2026, 11, 2)
    topics = tuple((text, place) for place, text in enumerate(EVIL))
    one = FigureSet(Period(day, day, UTC), 3, by_day=((day, 1, 2),), by_hour=((0,) * 24,) * 7, by_topic=topics)
    return FigureReport(one, one, Backlog(2, timedelta(hours=3)), open_hours=False)


def _ledger() -> list[MonthOfPayments]:
    cases = [
        Case(
            CaseId(place), CaseKind.REFUND, NOW, NOW, customer_name=text, order_number=text, item=f"{text}王芳",
            resolution=Resolution.REFUND, amount=Decimal(-5), currency=text, decided_at=NOW,
        )
        for place, text in enumerate(EVIL)
    ]  # fmt: skip
    return [MonthOfPayments("EUR", tuple(cases), Decimal(-5), Decimal(5), Decimal(9), {})]


CSV, XLSX = ExchangeFormat.CSV, ExchangeFormat.XLSX
EXPORTS: Mapping[str, Callable[[], bytes]] = {
    "templates.csv": lambda: write_templates(_templates(), CSV),
    "templates.xlsx": lambda: write_templates(_templates(), XLSX),
    "orders.csv": lambda: written(_orders(), CSV),
    "orders.xlsx": lambda: written(_orders(), XLSX),
    "figures.csv": lambda: report_csv(_figures()),
    "figures.xlsx": lambda: report_xlsx(_figures()),
    "ledger.csv": lambda: ledger_csv(_ledger()),
    "ledger.xlsx": lambda: ledger_xlsx(_ledger()),
    "any.csv": lambda: write_csv([EVIL, ["王芳"]]),
    "any.xlsx": lambda: write_xlsx("订单", [EVIL, ["王芳"]]),
}
"""Files by name."""


@pytest.mark.parametrize("name", [name for name in EXPORTS if name.endswith(".csv")])
def test_no_cell_of_a_csv_begins_as_a_formula_does(name: str) -> None:
    content = EXPORTS[name]()
    assert content.startswith(b"\xef\xbb\xbf"), "Excel sees by this mark that it is UTF-8"
    cells = [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")) for cell in row]
    assert [cell for cell in cells if cell[:1] in SIGNS] == []
    assert any("王芳" in cell for cell in cells) or name == "figures.csv"
    assert "'=1+1" in cells
    assert "00123" in cells


@pytest.mark.parametrize("name", [name for name in EXPORTS if name.endswith(".xlsx")])
def test_every_cell_of_a_workbook_is_a_text_that_stays_one_when_it_is_edited(name: str) -> None:
    book = load_workbook(io.BytesIO(EXPORTS[name]()))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    # Without this mark the words become a formula as soon as somebody goes into the cell and presses Enter.
    assert [cell.value for cell in cells if str(cell.value)[:1] in SIGNS and not cell.quotePrefix] == []
    assert {"=1+1", "00123"} <= {cell.value for cell in cells}


def _opened(folder: Path, ending: str) -> Mapping[str, ET.Element]:
    """The files of a kind as LibreOffice has them after it opened them, all in one run of it."""
    if OFFICE is None:
        pytest.skip("LibreOffice Calc (soffice) is not installed here")
    if ending == ".csv" and os.environ.get("SHEETS") != "all":
        pytest.skip("LibreOffice opens workbooks in the usual run, CSV files too with SHEETS=all in the environment")
    names = [name for name in EXPORTS if name.endswith(ending)]
    for name in names:
        (folder / name).write_bytes(EXPORTS[name]())
    command = [OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    if ending == ".csv":  # commas, quotes, UTF-8: what its dialog proposes for such a file
        command.append("--infilter=Text - txt - csv (StarCalc):44,34,76")
    command += ["--convert-to", "fods", "--outdir", str(folder), *(str(folder / name) for name in names)]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    found = {f"{path.stem}{ending}": ET.parse(path).getroot() for path in folder.glob("*.fods")}  # noqa: S314 - our own
    assert set(found) == set(names), done.stderr
    return found


def _cells(root: ET.Element) -> Iterator[tuple[ET.Element, str]]:
    for cell in root.iter(f"{{{_ODF['table']}}}table-cell"):
        yield cell, "\n".join("".join(part.itertext()) for part in cell.findall("text:p", _ODF))


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_libreoffice_finds_no_formula_and_reads_chinese_right(ending: str, tmp_path: Path) -> None:
    for name, root in _opened(tmp_path, ending).items():
        cells = list(_cells(root))
        formulas = [text for cell, text in cells if cell.get(f"{{{_ODF['table']}}}formula") is not None]
        assert formulas == [], name
        texts = {text for _, text in cells}
        assert any("王芳，您好" in text for text in texts), name
        assert {"＝1+1", "'＝1+1"} & texts, name
