"""Files of templates: JSON, CSV and xlsx out and in again, a look before anything is done."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.errors import (
    InputRefused,
    TemplateFileEmpty,
    TemplateFileRefused,
    TemplateFileTooLarge,
    TemplateFileWithoutColumns,
)
from shopdesk.domain.ids import TemplateId
from shopdesk.domain.template import AskedInput, InputKind, Template, Variant
from shopdesk.domain.template_exchange import ExchangeFormat, ImportChoice, ImportState
from shopdesk.services import template_files, template_sheets
from shopdesk.services.template_files import key_from, read_templates, write_templates
from shopdesk.services.template_tidying import same_words
from shopdesk.services.templates import Templates
from tests.services.bench import Bench

FULL = Template(
    TemplateId(0), "Parcel is late", "late",
    (
        Variant("en", "Hello,\n\nit comes {{ input.day | day }}; \"soon\", 'perhaps'", "Late: {{ input.day }}"),
        Variant("zh", "您好，\n{{ input.day }}", title="包裹延误"),
    ),
    topic="shipping", tags=("late", "amazon"), cc="boss@shop.example", next_state=ConversationState.DONE,
    follow_up_days=3, inputs=(AskedInput("day", InputKind.DATE, "Day", ("a", "b"), "2026-12-01"),),
)  # fmt: skip
SNIPPET = Template(TemplateId(0), "=2+5", "eq", (Variant("de", "@SUM(A1) -x"),), is_snippet=True)
FORMATS = list(ExchangeFormat)
HEAD = "key,language,name,body\n"


@pytest.fixture
def library(bench: Bench) -> Templates:
    return Templates(bench.shop.store, bench.clock)


def read(content: bytes, name: str = "file") -> list[Template | str]:
    return [one.template or f"{one.problem}" for one in read_templates(name, content)]


def xlsx(rows: Sequence[Sequence[object]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


# --- out and in -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
def test_what_goes_out_comes_in_as_it_was(form: ExchangeFormat) -> None:
    assert read(write_templates([FULL, SNIPPET], form)) == [FULL, SNIPPET]


TEXT = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=30)
CELL = st.one_of(
    TEXT, TEXT.map(lambda text: f"={text}"), st.sampled_from(["'=1", "''+", "-1", "@x", "\ufeffx", "＝1+1", "a\nb"])
)


@settings(max_examples=80, deadline=None)
@given(CELL, CELL, st.sampled_from(FORMATS))
def test_any_words_survive_a_file(name: str, body: str, form: ExchangeFormat) -> None:
    template = Template(TemplateId(0), f"N{name.strip()}", "k", (Variant("en", f"{body}."),))
    assert read(write_templates([template], form)) == [template]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "＝"])
def test_no_cell_becomes_a_formula(start: str) -> None:
    template = Template(TemplateId(0), f"{start}cmd|' /C calc'!A0", "k", (Variant("en", f"{start}1+1"),))
    sheet = load_workbook(io.BytesIO(write_templates([template], ExchangeFormat.XLSX)))["Templates"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "inlineStr", "n"}
    assert all(cell.value is None for row in sheet.iter_rows() for cell in row if cell.data_type == "n")
    text = write_templates([template], ExchangeFormat.CSV).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert not any(cell[:1] in {"=", "+", "-", "@", "\t", "\r", "＝"} for cell in cells)


def test_excel_sees_that_a_csv_is_utf_8() -> None:
    assert write_templates([FULL], ExchangeFormat.CSV).startswith(b"\xef\xbb\xbf")


def test_a_text_longer_than_a_cell_is_refused_for_xlsx_only() -> None:
    long = replace(SNIPPET, variants=(Variant("en", "x" * 40_000),))
    with pytest.raises(InputRefused, match="longer than a cell"):
        write_templates([long], ExchangeFormat.XLSX)
    assert read(write_templates([long], ExchangeFormat.CSV)) == [long]
    assert read(write_templates([long], ExchangeFormat.JSON)) == [long]


# --- what others write


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_is_read_in_any_usual_encoding(encoding: str, delimiter: str) -> None:
    text = HEAD.replace(",", delimiter) + delimiter.join(["late", "zh", "包裹延误", "您好，您的包裹"]) + "\r\n"
    (one,) = read(text.encode(encoding), "from Excel.csv")
    assert isinstance(one, Template)
    assert (one.key, one.name, one.variants) == ("late", "包裹延误", (Variant("zh", "您好，您的包裹"),))


def test_columns_have_other_names_elsewhere_and_keys_are_made() -> None:
    table = "模板名称,正文,标签\n包裹延误,您好，您的包裹在路上,a；b\nWhere is it?,Wo ist mein Paket bitte,\n".replace(
        "，您的", "您的"
    )
    chinese, german = read(table.encode())
    assert isinstance(chinese, Template)
    assert isinstance(german, Template)
    assert (chinese.key, chinese.tags, chinese.variants[0].language) == ("bgyw", ("a", "b"), "zh")
    assert (german.key, german.variants[0].language) == ("where-is-it", "de")
    assert key_from("🙂") == ""


def test_ragged_and_empty_rows_are_no_trouble() -> None:
    table = "\n\nkey,language,name,body,topic\na,en,A,Hello,t,more,and more\n,,,,\nb,en,B\n\nc,en,C,There\n"
    first, second, third = read_templates("x.csv", table.encode())
    assert (first.template and first.template.topic, third.template and third.template.topic) == ("t", "")
    assert second.template is not None
    assert second.template.variants[0].body == ""
    assert (first.place, third.place) == (4, 8)


def test_rows_of_one_key_are_languages_of_one_template() -> None:
    table = (
        "key,language,name,body,tags,next_state,follow_up_days,snippet,inputs,cc,topic\n"
        "a,en,A,Hello,,,,,,,\n"
        'a,de,A,Hallo,x,done,2.0,yes,"[{""name"": ""d"", ""kind"": ""date""}]",c@x,t\n'
        "a,en,A,Again,,,,,,,\n"
    )
    joined, twice = read_templates("x.csv", table.encode())
    one = joined.template
    assert one is not None
    assert [variant.language for variant in one.variants] == ["en", "de"]
    assert (one.tags, one.next_state, one.follow_up_days, one.is_snippet, one.cc, one.topic) == (
        ("x",), ConversationState.DONE, 2, True, "c@x", "t",
    )  # fmt: skip
    assert one.inputs == (AskedInput("d", InputKind.DATE),)
    assert str(twice.problem) == "language: is there twice"


@pytest.mark.parametrize(
    ("column", "cell", "why"),
    [
        ("next_state", "asleep", "next_state: is not one of"),
        ("follow_up_days", "many", "follow_up_days: is not a number"),
        ("inputs", "{", "inputs: are not written as JSON"),
        ("inputs", '"{""a"": 1}"', "inputs: are not a list"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_with_its_reason(column: str, cell: str, why: str) -> None:
    table = f"key,name,body,{column}\na,A,Hello,{cell}\nb,B,Hello,\n"
    bad, good = read(table.encode())
    assert isinstance(bad, str)
    assert bad.startswith(why)
    assert isinstance(good, Template)


def test_a_workbook_of_others_is_read() -> None:
    book = Workbook()
    book.active.title = "empty"
    sheet = book.create_sheet("real")
    sheet.append(["Name", "Text", "Follow up days", None, "Language"])
    sheet.append([12, "Hello", 3.0, None, "en"])
    sheet.append(["When", date(2026, 12, 1), 0.5])
    out = io.BytesIO()
    book.save(out)
    first, second = read(out.getvalue())
    assert isinstance(first, Template)
    assert (first.name, first.key, first.follow_up_days) == ("12", "12", 3)
    assert second == "follow_up_days: is not a number"


@pytest.mark.parametrize(
    ("record", "why"),
    [
        (5, "template: has another form"),
        ({"words": 5}, "words: has another form"),
        ({"key": 5, "words": {}}, "key: is not a text"),
        ({"key": "a", "words": {"en": {"body": 5}}}, "body: is not a text"),
        ({"key": "a", "tags": "x"}, "tags: is not a list of texts"),
        ({"key": "a", "inputs": [{"name": "x", "kind": "colour"}]}, "kind: is not one of"),
        ({"key": "a", "inputs": 5}, "inputs: are not a list"),
        ({"key": "a", "follow_up_days": "x"}, "follow_up_days: is not a number"),
    ],
)
def test_a_record_of_json_that_cannot_be_read_is_refused_alone(record: object, why: str) -> None:
    good = {"name": "Good one", "words": {"en": {"body": "Hello"}}}
    bad, fine = read(json.dumps([record, good]).encode())
    assert isinstance(bad, str)
    assert bad.startswith(why)
    assert isinstance(fine, Template)
    assert (fine.key, fine.variants[0].body) == ("good-one", "Hello")


# --- files that are none


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"\0" * (template_sheets.LARGEST_UNPACKED + 1))
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", TemplateFileEmpty),
        (b" \r\n", TemplateFileEmpty),
        (b"\xff\xfe", TemplateFileEmpty),
        (HEAD.encode(), TemplateFileEmpty),
        (b"[]", TemplateFileEmpty),
        (b",,\n,,\n", TemplateFileEmpty),
        (b"a,b\n1,2\n", TemplateFileWithoutColumns),
        (b"body\nHello\n", TemplateFileWithoutColumns),
        (b'{"shops": []}', TemplateFileWithoutColumns),
        (b"[1, 2", TemplateFileRefused),
        (b"[" * 100_000, TemplateFileRefused),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, TemplateFileRefused),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, TemplateFileRefused),
        (b"\xff\xfe\x00", TemplateFileRefused),
        (b"PK\x03\x04 but no zip", TemplateFileRefused),
        (HEAD.encode() + b'a,en,A,"' + b"x" * 200_000 + b'"', TemplateFileRefused),
        (b"x" * (template_files.LARGEST_FILE + 1), TemplateFileTooLarge),
        (HEAD.encode() + b"a,en,A,B\n" * (template_sheets.MOST_ROWS + 1), TemplateFileTooLarge),
        (b"[" + b"1," * template_sheets.MOST_ROWS + b"1]", TemplateFileTooLarge),
    ],
    ids=range(19),
)
def test_a_file_that_is_none_is_refused_by_name(content: bytes, problem: type[Exception]) -> None:
    with pytest.raises(problem) as refused:
        read_templates("a.csv", content)
    assert type(refused.value) is problem


def test_workbooks_that_are_none_are_refused() -> None:
    with pytest.raises(TemplateFileTooLarge):
        read_templates("a.xlsx", _bomb())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("hello.txt", "hello")
    with pytest.raises(TemplateFileRefused):
        read_templates("a.xlsx", out.getvalue())
    with pytest.raises(TemplateFileEmpty):
        read_templates("a.xlsx", xlsx([]))


def test_a_sheet_of_endless_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_sheets, "MOST_ROWS", 5)
    with pytest.raises(TemplateFileTooLarge):
        read_templates("a.xlsx", xlsx([["x"]] * 6))


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=200) | st.binary(max_size=100).map(lambda tail: b"PK\x03\x04" + tail) | st.text().map(str.encode)
)
def test_any_bytes_give_templates_or_a_refusal(content: bytes) -> None:
    try:
        found = read_templates("x", content)
    except TemplateFileRefused:
        return
    assert all(one.template is not None or one.problem is not None for one in found)


# --- the look before, and what is chosen


def test_a_look_tells_new_changed_same_and_refused(library: Templates) -> None:
    library.save(replace(FULL, key="same"))
    library.save(replace(FULL, key="changed"))
    theirs = [
        replace(FULL, key="same"),
        replace(FULL, key="changed", name="Other name"),
        replace(FULL, key="new"),
        replace(FULL, key="uses-new", variants=(Variant("en", "{% render 'new' %}{{ input.more }}"),), inputs=()),
        replace(FULL, key="bad key"),
        replace(FULL, key="faulty", variants=(Variant("en", "{{ customer.wage }}"),)),
        replace(FULL, key="new", name="Twice"),
    ]
    preview = library.preview_import("x.json", write_templates(theirs, ExchangeFormat.JSON))
    assert [(row.place, row.key, row.state) for row in preview.rows] == [
        (1, "same", ImportState.SAME),
        (2, "changed", ImportState.CHANGED),
        (3, "new", ImportState.NEW),
        (4, "uses-new", ImportState.NEW),
        (5, "bad key", ImportState.REFUSED),
        (6, "faulty", ImportState.REFUSED),
        (7, "new", ImportState.REFUSED),
    ]
    changed = preview.of(ImportState.CHANGED)[0]
    assert changed.mine is not None
    assert changed.theirs is not None
    assert (changed.mine.name, changed.theirs.name) == ("Parcel is late", "Other name")
    assert [(row.field, row.why) for row in preview.of(ImportState.REFUSED)] == [
        ("key", "is made of small letters, digits, - and _ only"),
        ("template", "en: unknown_placeholder customer.wage"),
        ("key", "is there twice"),
    ]
    asks = preview.rows[3].theirs
    assert asks is not None
    assert asks.inputs == (AskedInput("more"),)
    assert len(library.all()) == 2


@pytest.mark.parametrize(
    ("choice", "names", "counts"),
    [
        (ImportChoice.MINE, {"late": "Parcel is late"}, (0, 0, 1)),
        (ImportChoice.THEIRS, {"late": "Theirs"}, (0, 1, 0)),
        (ImportChoice.BOTH, {"late": "Parcel is late", "late-2": "Theirs"}, (1, 0, 0)),
    ],
)
def test_where_both_sides_differ_the_choice_counts(
    library: Templates, choice: ImportChoice, names: dict[str, str], counts: tuple[int, int, int]
) -> None:
    saved = library.save(FULL)
    theirs = replace(FULL, name="Theirs")
    preview = library.preview_import("x", write_templates([theirs], ExchangeFormat.JSON))
    done = library.apply_import(preview, {"late": choice}, by="Lin")
    assert (done.added, done.changed, done.kept) == counts
    assert {one.key: one.name for one in library.all()} == names
    assert library.get(saved).key == "late"
    if choice is ImportChoice.THEIRS:
        assert [one.changed_by for one in library.versions(saved)] == ["Lin", ""]


def test_without_a_choice_mine_stays_and_new_ones_come(library: Templates) -> None:
    library.save(FULL)
    preview = library.preview_import("x", write_templates([replace(FULL, name="Theirs"), SNIPPET], ExchangeFormat.CSV))
    done = library.apply_import(preview, {})
    assert (done.added, done.changed, done.kept) == (1, 0, 1)
    assert {one.name for one in library.all()} == {"Parcel is late", "=2+5"}


def test_a_file_with_one_language_leaves_the_others_and_what_it_does_not_speak_of(library: Templates) -> None:
    saved = library.save(FULL)
    preview = library.preview_import("de.csv", HEAD.encode() + b"late,de,Parcel is late,Hallo")
    (row,) = preview.rows
    assert row.state is ImportState.CHANGED
    library.apply_import(preview, {"late": ImportChoice.THEIRS})
    kept = library.get(saved)
    assert [one.language for one in kept.variants] == ["en", "zh", "de"]
    assert same_words(replace(kept, variants=kept.variants[:2]), FULL)


def test_what_changed_between_the_look_and_the_word_is_not_overwritten(library: Templates) -> None:
    content = write_templates([FULL, SNIPPET], ExchangeFormat.JSON)
    preview = library.preview_import("x", content)
    library.save(replace(FULL, name="Came meanwhile"))
    library.apply_import(preview, {})
    assert {one.key: one.name for one in library.all()} == {
        "late": "Came meanwhile", "late-2": "Parcel is late", "eq": "=2+5",
    }  # fmt: skip
    changed = library.preview_import("x", write_templates([replace(FULL, name="Third")], ExchangeFormat.JSON))
    library.delete(library.by_key("late").id)
    assert library.apply_import(changed, {"late": ImportChoice.THEIRS}).added == 1
    assert library.by_key("late").name == "Third"


def test_a_library_goes_to_another_shop_and_back(library: Templates) -> None:
    library.save(FULL)
    library.save(SNIPPET)
    for form in FORMATS:
        preview = library.preview_import(f"x.{form}", library.export(form))
        assert {row.state for row in preview.rows} == {ImportState.SAME}
    only = library.preview_import("x", library.export(ExchangeFormat.JSON, [library.by_key("eq").id]))
    assert [row.key for row in only.rows] == ["eq"]
