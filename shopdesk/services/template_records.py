"""Templates as records that JSON can hold: the form of the starter pack, of exports and of imports."""

import base64
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.ids import TemplateId
from shopdesk.domain.template import AskedInput, InputKind, Template, TemplateFile, Variant

_Kind = TypeVar("_Kind", ConversationState, InputKind)


def record_of(template: Template, content: Callable[[int], bytes] | None = None) -> dict[str, Any]:
    """Everything that a template says and does, without its history. In: what gives the bytes of its files."""
    return {
        "key": template.key,
        "name": template.name,
        "topic": template.topic,
        "tags": list(template.tags),
        "cc": template.cc,
        "next_state": template.next_state.value if template.next_state else None,
        "follow_up_days": template.follow_up_days,
        "snippet": template.is_snippet,
        "inputs": [
            {
                "name": one.name,
                "kind": one.kind.value,
                "label": one.label,
                "choices": list(one.choices),
                "default": one.default,
            }
            for one in template.inputs
        ],
        "words": {
            one.language: {"title": one.title, "subject": one.subject, "body": one.body.split("\n")}
            for one in template.variants
        },
    } | ({"files": [_file_record(one, content) for one in template.attachments]} if template.attachments else {})


def _file_record(file: TemplateFile, content: Callable[[int], bytes] | None) -> dict[str, Any]:
    raw = file.content if content is None or not file.content_id else content(file.content_id)
    return {"name": file.name, "media_type": file.media_type, "content": base64.b64encode(raw).decode("ascii")}


def template_of(record: object) -> Template:
    """The template of such a record, not checked yet; what is left out is empty. Raises `InputRefused`."""
    fields = _mapping(record, "template")
    words = _mapping(fields.get("words", {}), "words")
    return Template(
        id=TemplateId(0),
        name=_text(fields, "name"),
        key=_text(fields, "key"),
        variants=tuple(_variant(language, one) for language, one in words.items()),
        topic=_text(fields, "topic"),
        tags=_texts(fields, "tags"),
        cc=_text(fields, "cc"),
        next_state=_kind(ConversationState, _text(fields, "next_state"), "next_state"),
        follow_up_days=whole_number(fields.get("follow_up_days"), "follow_up_days"),
        inputs=inputs_of(fields.get("inputs")),
        is_snippet=fields.get("snippet") is True,
        attachments=_files(fields.get("files")),
    )


def _files(value: object) -> tuple[TemplateFile, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise InputRefused("files", "are not a list")
    found = []
    for record in value:
        fields = _mapping(record, "files")
        try:
            content = base64.b64decode(_text(fields, "content"), validate=True)
        except ValueError:
            raise InputRefused("files", "are not written in base64") from None
        media_type = _text(fields, "media_type") or "application/octet-stream"
        found.append(TemplateFile(_text(fields, "name") or "file", media_type, len(content), content=content))
    return tuple(found)


def inputs_of(value: object) -> tuple[AskedInput, ...]:
    """What a template asks for, from a list of records. Raises `InputRefused`."""
    if value is None:
        return ()
    if not isinstance(value, list):
        raise InputRefused("inputs", "are not a list")
    return tuple(_input(one) for one in value)


def state_of(word: str) -> ConversationState | None:
    """A state by its word, None for none. Raises `InputRefused`."""
    return _kind(ConversationState, word, "next_state")


def whole_number(value: object, field: str) -> int | None:
    """A count, None for none. Raises `InputRefused`."""
    if value is None or value == "":
        return None
    try:
        return int(str(value).removesuffix(".0"))
    except ValueError:
        raise InputRefused(field, "is not a number") from None


def starter_templates(texts: Iterable[str]) -> Sequence[Template]:
    """The templates of the starter pack. In: its files; each is a JSON list of records. Raises `InputRefused`."""
    found = [template_of(record) for text in texts for record in json.loads(text)]
    return [replace(one, starter=one.key) for one in found]


def _variant(language: str, record: object) -> Variant:
    fields = _mapping(record, "words")
    body = fields.get("body", "")
    if isinstance(body, list):
        body = "\n".join(str(line) for line in body)
    if not isinstance(body, str):
        raise InputRefused("body", "is not a text")
    return Variant(language, body, _text(fields, "subject"), _text(fields, "title"))


def _input(record: object) -> AskedInput:
    fields = _mapping(record, "inputs")
    kind = _kind(InputKind, _text(fields, "kind"), "kind") or InputKind.TEXT
    return AskedInput(
        _text(fields, "name"), kind, _text(fields, "label"), _texts(fields, "choices"), _text(fields, "default")
    )


def _mapping(value: object, field: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise InputRefused(field, "has another form")
    return value


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InputRefused(name, "is not a text")
    return value


def _texts(fields: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = fields.get(name)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise InputRefused(name, "is not a list of texts")
    return tuple(value)


def _kind(kinds: type[_Kind], word: str, field: str) -> _Kind | None:
    try:
        return kinds(word) if word else None
    except ValueError:
        raise InputRefused(field, f"is not one of {', '.join(kinds)}") from None
