"""Files of templates: what kind they are, what is in them, and how they are written."""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from shopdesk.domain.errors import (
    InputRefused,
    TemplateFileEmpty,
    TemplateFileRefused,
    TemplateFileTooLarge,
    TemplateFileWithoutColumns,
)
from shopdesk.domain.ids import TemplateId
from shopdesk.domain.language_guess import guess_language
from shopdesk.domain.pinyin import pinyin_initials
from shopdesk.domain.template import AskedInput, Template, Variant
from shopdesk.domain.template_exchange import ExchangeFormat
from shopdesk.services.sheets import write_csv
from shopdesk.services.template_records import inputs_of, record_of, state_of, template_of, whole_number
from shopdesk.services.template_sheets import (
    MOST_ROWS,
    columns_in,
    read_csv,
    read_xlsx,
    rows_of,
    write_xlsx,
)

LARGEST_FILE = 64 << 20
_ZIP = b"PK\x03\x04"
_MOST_CONTROLS = 0.02


@dataclass(frozen=True, slots=True)
class FoundTemplate:
    """One template of a file, not checked yet, or why there is none."""

    place: int
    template: Template | None = None
    problem: InputRefused | None = None
    key: str = ""


def write_templates(
    templates: Sequence[Template], form: ExchangeFormat, content: Callable[[int], bytes] | None = None
) -> bytes:
    """A file with all templates; tables only name the files that go along. In: what gives the bytes of those.

    Raises `InputRefused` for what an xlsx cannot hold.
    """
    match form:
        case ExchangeFormat.JSON:
            records = [record_of(one, content) for one in templates]
            whole = {"shopdesk": "templates", "version": 1, "templates": records}
            return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
        case ExchangeFormat.CSV:
            return write_csv(rows_of(templates))
        case ExchangeFormat.XLSX:
            return write_xlsx(rows_of(templates))


def read_templates(name: str, content: bytes) -> list[FoundTemplate]:
    """The templates of a file. In: its name, which decides only when the content does not, and its bytes.

    Raises `TemplateFileRefused` and its kin when nothing of it can be used.
    """
    if len(content) > LARGEST_FILE:
        raise TemplateFileTooLarge
    if content.startswith(_ZIP):
        return _from_rows(read_xlsx(content))
    text = text_of_file(content)
    if not text.strip():
        raise TemplateFileEmpty
    if text.lstrip()[0] in "[{" or name.casefold().endswith(".json"):
        return _from_json(text)
    return _from_rows(read_csv(text))


def text_of_file(content: bytes) -> str:
    """Text in UTF-8, UTF-16 or GB18030, with a mark or without. Raises `TemplateFileRefused` for anything else."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if content.startswith(mark):
            return _decoded(content, (encoding,))
    start = content[:2_000]
    zeros = Counter(place % 2 for place, byte in enumerate(start) if not byte)
    if sum(zeros.values()) * 5 > len(start) and len(start) % 2 == 0:
        return _decoded(content, ("utf-16-le" if zeros[1] > zeros[0] else "utf-16-be",))
    return _decoded(content, ("utf-8", "gb18030"))


def _decoded(content: bytes, encodings: Sequence[str]) -> str:
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        controls = sum(sign < " " and sign not in "\t\r\n" for sign in text[:10_000])
        if "\x00" in text or controls > len(text[:10_000]) * _MOST_CONTROLS:
            break
        return text
    raise TemplateFileRefused("is no text")


def _from_json(text: str) -> list[FoundTemplate]:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise TemplateFileRefused(str(problem)[:200]) from None
    records = whole.get("templates") if isinstance(whole, dict) else whole
    if not isinstance(records, list):
        raise TemplateFileWithoutColumns
    if not records:
        raise TemplateFileEmpty
    if len(records) > MOST_ROWS:
        raise TemplateFileTooLarge
    return [_found(place, record) for place, record in enumerate(records, 1)]


def _found(place: int, record: object) -> FoundTemplate:
    try:
        template = template_of(record)
    except InputRefused as problem:
        key = record.get("key") if isinstance(record, dict) else ""
        return FoundTemplate(place, problem=problem, key=str(key or ""))
    return FoundTemplate(place, _with_key(template))


def _with_key(template: Template) -> Template:
    return template if template.key.strip() else replace(template, key=key_from(template.name))


def key_from(name: str) -> str:
    """A key made of a name: its words, or the pinyin initials of Chinese; empty when nothing is left."""
    words = re.findall(r"[a-z0-9]+", name.casefold())
    return "-".join(words)[:30].strip("-") or pinyin_initials(name)[:30]


# --- tables ------------------------------------------------------------------------------------------------------


def _from_rows(rows: Sequence[Sequence[str]]) -> list[FoundTemplate]:
    """Templates of a table; rows with one key are the languages of one template."""
    numbered = [(place, row) for place, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]
    if not numbered:
        raise TemplateFileEmpty
    columns = columns_in(numbered[0][1])
    if "body" not in columns or not {"key", "name"} & columns.keys():
        raise TemplateFileWithoutColumns
    if len(numbered) == 1:
        raise TemplateFileEmpty
    found: dict[str, FoundTemplate] = {}
    refused = []
    for place, row in islice(numbered, 1, None):
        fields = {name: row[at] if at < len(row) else "" for name, at in columns.items()}
        one = _row_template(place, fields)
        known = found.get(one.key) if one.template is not None else None
        joined = one if known is None else _joined(known, one)
        if joined.template is None:
            refused.append(joined)
        else:
            found[joined.key] = joined
    return sorted([*found.values(), *refused], key=lambda one: one.place)


def _row_template(place: int, fields: Mapping[str, str]) -> FoundTemplate:
    name = fields.get("name", "").strip() or fields.get("key", "").strip()
    key = fields.get("key", "").strip().lstrip("/／").casefold() or key_from(name)
    body = fields.get("body", "")
    language = fields.get("language", "").strip() or guess_language(body) or "en"
    try:
        template = Template(
            id=TemplateId(0),
            name=name,
            key=key,
            variants=(Variant(language, body, fields.get("subject", ""), fields.get("title", "").strip()),),
            topic=fields.get("topic", "").strip(),
            tags=tuple(tag.strip() for tag in re.split("[,，;；、]", fields.get("tags", "")) if tag.strip()),
            cc=fields.get("cc", "").strip(),
            next_state=state_of(fields.get("next_state", "").strip()),
            follow_up_days=whole_number(fields.get("follow_up_days", "").strip(), "follow_up_days"),
            is_snippet=fields.get("snippet", "").strip().casefold() in {"yes", "true", "1", "是"},
            inputs=_cell_inputs(fields.get("inputs", "")),
        )
    except InputRefused as problem:
        return FoundTemplate(place, problem=problem, key=key)
    return FoundTemplate(place, template, key=key)


def _cell_inputs(cell: str) -> tuple[AskedInput, ...]:
    if not cell.strip():
        return ()
    try:
        return inputs_of(json.loads(cell))
    except (ValueError, RecursionError):
        raise InputRefused("inputs", "are not written as JSON") from None


def _joined(known: FoundTemplate, more: FoundTemplate) -> FoundTemplate:
    """A template with the words of a further row; what the first row left open is taken from the further one."""
    first, second = known.template, more.template
    if first is None or second is None:
        return more
    if first.variant(second.variants[0].language) is not None:
        return FoundTemplate(more.place, problem=InputRefused("language", "is there twice"), key=more.key)
    both = replace(
        first,
        variants=(*first.variants, *second.variants),
        topic=first.topic or second.topic,
        tags=first.tags or second.tags,
        cc=first.cc or second.cc,
        next_state=first.next_state or second.next_state,
        follow_up_days=second.follow_up_days if first.follow_up_days is None else first.follow_up_days,
        inputs=first.inputs or second.inputs,
        is_snippet=first.is_snippet or second.is_snippet,
    )
    return replace(known, template=both)
