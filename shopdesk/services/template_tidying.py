"""How a template is kept: trimmed, checked, and compared with another one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.ids import TemplateId
from shopdesk.domain.template import AskedInput, Template, TemplateFile, Variant
from shopdesk.services.liquid_text import LONGEST_SOURCE

KEY = re.compile(r"[a-z0-9_][a-z0-9_-]{0,39}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_INPUT_NAME = re.compile(r"[a-z_][a-z0-9_]{0,39}")
_TAKEN_NAMES = frozenset(("size", "first", "last"))
"""What Liquid itself means by them."""
_LONGEST_NAME = 200
LARGEST_FILES = 10 << 20
"""Bytes of all files of one template: a reply has room for the writer's own beside them."""
MOST_FILES = 20
_MOST_DAYS = 365


def bare_key(key: str) -> str:
    """A key as it is kept: without its slash, in small letters."""
    return key.strip().lstrip("/／").casefold()


def tidy(template: Template) -> Template:
    """A template as it is kept. Raises `InputRefused` for what cannot be."""
    _refuse_bad_inputs(template.inputs)
    name, key = " ".join(template.name.split()), bare_key(template.key)
    if not name or len(name) > _LONGEST_NAME:
        raise InputRefused("name", "is empty" if not name else "is too long")
    if not KEY.fullmatch(key):
        raise InputRefused("key", "is made of small letters, digits, - and _ only")
    if template.follow_up_days is not None and not 0 <= template.follow_up_days <= _MOST_DAYS:
        raise InputRefused("follow-up days", f"are 0 to {_MOST_DAYS}")
    _refuse_bad_files(template.attachments)
    tags = tuple(dict.fromkeys(tag.strip() for tag in template.tags if tag.strip()))
    return replace(template, name=name, key=key, tags=tags, variants=_tidy_variants(template.variants))


def _tidy_variants(variants: Sequence[Variant]) -> tuple[Variant, ...]:
    found: dict[str, Variant] = {}
    for one in variants:
        language = one.language.replace("-", "_").partition("_")[0].casefold()
        if not _LANGUAGE.fullmatch(language):
            raise InputRefused("language", "is a code such as en or zh")
        if language in found:
            raise InputRefused("language", f"{language} is there twice")
        body = one.body.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        if not body.strip() or max(len(body), len(one.subject)) > LONGEST_SOURCE:
            raise InputRefused("text", "is empty" if not body.strip() else "is too long")
        found[language] = replace(one, language=language, body=body, subject=" ".join(one.subject.split()))
    if not found:
        raise InputRefused("text", "is empty")
    return tuple(found.values())


def _refuse_bad_files(files: Sequence[TemplateFile]) -> None:
    if sum(file.size for file in files) > LARGEST_FILES or len(files) > MOST_FILES:
        raise InputRefused("files", f"are more than {MOST_FILES}, or than {LARGEST_FILES >> 20} MB together")


def _refuse_bad_inputs(inputs: Sequence[AskedInput]) -> None:
    names = [one.name for one in inputs]
    if len(set(names)) < len(names):
        raise InputRefused("input", "is there twice")
    if not all(_INPUT_NAME.fullmatch(name) for name in names) or not _TAKEN_NAMES.isdisjoint(names):
        raise InputRefused("input", "is named with small letters, digits and _ only, and not size, first or last")


def same_words(one: Template, other: Template) -> bool:
    """Whether two templates say and do the same, whoever changed or used them when."""
    return _bare(one) == _bare(other)


def _bare(one: Template) -> Template:
    return replace(one, id=TemplateId(0), starter="", uses=0, changed_at=None, changed_by="", reviewed_at=None)


def without_titles(template: Template, before: Template) -> Template:
    """A template that got another name, without the names in other languages that belonged to the old one."""
    old = {one.language: one.title for one in before.variants}
    fresh = (replace(one, title="") if one.title == old.get(one.language) else one for one in template.variants)
    return replace(template, variants=tuple(fresh))
