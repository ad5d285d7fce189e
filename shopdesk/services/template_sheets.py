"""Tables of templates: CSV and xlsx, one row for each language of a template; no cell ever becomes a formula."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from shopdesk.domain.errors import InputRefused, TemplateFileRefused, TemplateFileTooLarge
from shopdesk.domain.template import Template
from shopdesk.services.sheets import LONGEST_CELL, SheetLimits, looks_like_formula, sheets_of, text_cell
from shopdesk.services.template_records import record_of

COLUMNS = (
    "key", "language", "name", "title", "subject", "body", "topic", "tags", "cc", "next_state", "follow_up_days",
    "snippet", "inputs", "files",
)  # fmt: skip
MOST_ROWS = 20_000
LARGEST_UNPACKED = 64 << 20
"""Bytes of a workbook when it is unpacked."""
_MOST_COLUMNS = 60


def rows_of(templates: Sequence[Template]) -> Iterator[list[str]]:
    """A header, then one row for each language of each template."""
    yield list(COLUMNS)
    for one in templates:
        record = record_of(one)
        for variant in one.variants:
            fields = record | {"language": variant.language, "title": variant.title}
            fields |= {"subject": variant.subject, "body": variant.body}
            fields["tags"] = ", ".join(one.tags)
            fields["files"] = ", ".join(file.name for file in one.attachments)  # a cell has no room for their bytes
            fields["snippet"] = "yes" if one.is_snippet else ""
            fields["inputs"] = json.dumps(record["inputs"], ensure_ascii=False) if one.inputs else ""
            yield ["" if fields[name] is None else str(fields[name]) for name in COLUMNS]


def write_xlsx(rows: Iterable[Sequence[str]]) -> bytes:
    """A workbook whose cells are all text. Raises `InputRefused` for a text that no cell takes."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    table = list(rows)
    for row in table:
        if max(map(len, row)) > LONGEST_CELL:
            raise InputRefused("text", f"of {row[0]} is longer than a cell takes; use JSON")
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Templates")
    sheet.freeze_panes = "A2"
    widths = {"body": 90, "name": 32, "title": 24, "inputs": 30}
    for number, name in enumerate(COLUMNS):
        sheet.column_dimensions[chr(ord("A") + number)].width = widths.get(name, 14)
    alignment, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    for number, row in enumerate(table):
        cells = []
        for text in row:
            cell = text_cell(sheet, text)
            if "\n" in text:
                cell.alignment = alignment
            if not number:
                cell.font = bold
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read_csv(text: str) -> list[list[str]]:
    """The rows of a CSV; commas, semicolons or tabs, as its first line has them. Raises `TemplateFileRefused`."""
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append([_bare(cell) for cell in row[:_MOST_COLUMNS]])
            if len(rows) > MOST_ROWS:
                raise TemplateFileTooLarge
    except csv.Error as problem:
        raise TemplateFileRefused(str(problem)) from None
    return rows


def _bare(cell: str) -> str:
    """A cell without the ' that an export put before it."""
    return cell[1:] if cell.startswith("'") and looks_like_formula(cell) else cell


def read_xlsx(content: bytes) -> list[list[str]]:
    """The rows of the first sheet that has any; what formulas gave, never the formulas themselves.

    Raises `TemplateFileRefused`, `TemplateFileTooLarge`.
    """
    limits = SheetLimits(MOST_ROWS, _MOST_COLUMNS, LARGEST_UNPACKED)
    try:
        sheets = sheets_of(content, limits, _cell_text, TemplateFileTooLarge)
        return next((rows for rows in sheets if any(map(any, rows))), [])
    except TemplateFileRefused:
        raise
    except Exception as problem:  # noqa: BLE001 - a foreign file breaks openpyxl in any way
        raise TemplateFileRefused(type(problem).__name__) from None


def _cell_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("_x000D_", "")


def columns_in(header: Sequence[str]) -> Mapping[str, int]:
    """Which of our columns stands where, by its name or one that others give it."""
    found: dict[str, int] = {}
    for place, cell in enumerate(header):
        name = _ALIASES.get(re.sub(r"[\s_\-]+", "_", cell.strip().casefold()))
        if name is not None:
            found.setdefault(name, place)
    return found


_ALIASES = {name: name for name in COLUMNS} | {
    "shortcut": "key", "code": "key", "abbreviation": "key", "快捷键": "key", "编号": "key", "快捷码": "key",
    "lang": "language", "locale": "language", "语言": "language", "sprache": "language",
    "template": "name", "template_name": "name", "模板名称": "name", "名称": "name", "标题": "name",
    "text": "body", "content": "body", "message": "body", "reply": "body", "正文": "body", "内容": "body",
    "回复": "body", "回复内容": "body", "betreff": "subject", "主题": "subject",
    "category": "topic", "folder": "topic", "group": "topic", "分类": "topic", "分组": "topic",
    "tag": "tags", "labels": "tags", "标签": "tags", "抄送": "cc",
}  # fmt: skip
