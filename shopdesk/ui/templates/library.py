"""The library as the page shows it: what is saved, what is typed and not saved yet, which rows are wanted."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from shopdesk.domain.ids import TemplateId
from shopdesk.domain.template import Fit, Template
from shopdesk.domain.template_search import TemplateIndex

REVIEW_AFTER = timedelta(days=90)
"""So long after somebody last read a template it is time to read it again."""


class Only(Enum):
    """Which templates the list is narrowed to."""

    ALL = "all"
    REVIEW = "review"
    UNSAVED = "unsaved"
    SNIPPETS = "snippets"
    TOPIC = "topic"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list shall show; `word` is the topic or the tag."""

    text: str = ""
    only: Only = Only.ALL
    word: str = ""


@dataclass(frozen=True, slots=True)
class LibraryLine:
    """One row of the list."""

    template: Template
    unsaved: bool = False
    needs_review: bool = False


def needs_review(template: Template, now: datetime) -> bool:
    """Whether nobody has read a saved template for so long."""
    seen = template.reviewed_at or template.changed_at
    return template.id > 0 and seen is not None and now - seen > REVIEW_AFTER


def is_empty(template: Template) -> bool:
    """Whether nothing was typed into a new template yet."""
    words = (template.name, template.key, *(f"{one.subject}{one.body}" for one in template.variants))
    return template.id < 0 and not any(word.strip() for word in words)


def chosen(
    templates: Iterable[Template], wanted: Wanted, unsaved: frozenset[TemplateId], now: datetime
) -> list[Template]:
    """The templates that are let through, new ones first, then by name; the text is not looked at."""
    lets: Mapping[Only, Callable[[Template], bool]] = {
        Only.ALL: lambda _: True,
        Only.REVIEW: lambda one: needs_review(one, now),
        Only.UNSAVED: lambda one: one.id in unsaved,
        Only.SNIPPETS: lambda one: one.is_snippet,
        Only.TOPIC: lambda one: one.topic == wanted.word,
        Only.TAG: lambda one: wanted.word in one.tags,
    }
    left = [one for one in templates if lets[wanted.only](one)]
    return sorted(left, key=lambda one: (one.id > 0, one.name.casefold(), one.id))


def found_in(templates: Sequence[Template], text: str, found: Sequence[Template]) -> list[Template]:
    """Those of `templates` that a text finds, the best first. In: what the library finds, which has neither snippets
    nor what is not saved."""
    by_number = {one.id: one for one in templates}
    rest = {one.id: replace(one, is_snippet=False) for one in templates if one.is_snippet or one.id < 0}
    beside = TemplateIndex(list(rest.values())).find(text, Fit())
    order = dict.fromkeys([*(one.id for one in beside), *(one.id for one in found)])
    return [by_number[number] for number in order if number in by_number]


def free_key(key: str, taken: Iterable[str]) -> str:
    """A key like another one that nobody has yet."""
    known, number = set(taken), 2
    while f"{key}-{number}" in known:
        number += 1
    return f"{key}-{number}"


class Library:
    """Saved templates and the changes to them that are not saved; a new one has a number below 0."""

    def __init__(self) -> None:
        self.saved: dict[TemplateId, Template] = {}
        self.edits: dict[TemplateId, Template] = {}
        self._next_new = -1

    def take(self, templates: Sequence[Template]) -> None:
        """These are in the store now; what was typed stays, also to one that is gone there."""
        self.saved = {one.id: one for one in templates}
        for number in [number for number in self.edits if number > 0 and number not in self.saved]:
            self.edits[self.new_number()] = replace(self.edits.pop(number), starter="")

    def new_number(self) -> TemplateId:
        """A number for a template that is not in the store."""
        number, self._next_new = TemplateId(self._next_new), self._next_new - 1
        return number

    def all(self) -> list[Template]:
        """Every template as it would be if everything were saved."""
        new = [one for number, one in self.edits.items() if number < 0]
        return [*new, *(self.edits.get(number, one) for number, one in self.saved.items())]

    def get(self, number: TemplateId | None) -> Template | None:
        """One template as it was typed; None when there is none."""
        return None if number is None else self.edits.get(number) or self.saved.get(number)

    def edit(self, template: Template) -> None:
        """Somebody typed."""
        if self.saved.get(template.id) == template:
            self.edits.pop(template.id, None)
        else:
            self.edits[template.id] = template

    def unsaved(self) -> frozenset[TemplateId]:
        """Those with changes that would be lost."""
        return frozenset(number for number, one in self.edits.items() if not is_empty(one))

    def line(self, template: Template, now: datetime) -> LibraryLine:
        """A row."""
        unsaved = template.id in self.edits and not is_empty(template)
        return LibraryLine(template, unsaved, needs_review(template, now))

    def topics(self) -> list[str]:
        """All topics in use, by name."""
        return sorted({one.topic for one in self.saved.values() if one.topic}, key=str.casefold)

    def tags(self) -> list[str]:
        """All tags in use, by name."""
        return sorted({tag for one in self.saved.values() for tag in one.tags}, key=str.casefold)

    def snippets(self) -> list[Template]:
        """Pieces for other templates."""
        return [one for one in self.saved.values() if one.is_snippet]
