"""Finds templates by what was typed: key, names, tags, words, pinyin initials; those that fit the customer first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shopdesk.domain.pinyin import pinyin_initials
from shopdesk.domain.template import Fit, Template

_ANY_WORDS = 20_000
_LONGEST_SEARCH = 200


@dataclass(frozen=True, slots=True)
class _Entry:
    """A template with its words as they are compared."""

    template: Template
    names: tuple[str, ...]
    words: tuple[str, ...]
    """Those of its names, and their pinyin initials."""
    labels: tuple[str, ...]
    text: str


class TemplateIndex:
    """Templates made ready to be searched while somebody types. In: all that may be found, by name; an older index
    whose work need not be done again for those that are in it as they are, or with another count of uses."""

    def __init__(self, templates: Sequence[Template], older: "TemplateIndex | None" = None) -> None:
        known = {} if older is None else {entry.template.id: entry for entry in older.entries}
        self.entries: list[_Entry] = [_renewed(known.get(one.id), one) for one in templates if not one.is_snippet]

    def find(self, text: str, fit: Fit) -> list[Template]:
        """The templates that have every typed word somewhere, the best first."""
        words = text[:_LONGEST_SEARCH].strip().lstrip("/／").casefold().split()
        ranked = []
        for entry in self.entries:
            rank = _rank(entry, words)
            if rank is not None:
                one = entry.template
                ranked.append((rank, -_fits(one, fit), -one.uses, entry.names[0], one.id, one))
        return [each[-1] for each in sorted(ranked, key=lambda each: each[:5])]


def _renewed(entry: _Entry | None, template: Template) -> _Entry:
    if entry is None or entry.template.variants is not template.variants or entry.template.name is not template.name:
        return _entry(template)
    return entry if entry.template is template else replace(entry, template=template)


def _entry(template: Template) -> _Entry:
    titles = dict.fromkeys((template.name, *(one.title for one in template.variants if one.title)))
    names = tuple(title.casefold() for title in titles)
    initials = filter(None, map(pinyin_initials, titles))
    return _Entry(
        template=template,
        names=names,
        words=(*(word for name in names for word in name.split()), *initials),
        labels=(*(tag.casefold() for tag in template.tags), template.topic.casefold()),
        text="\n".join(f"{one.subject}\n{one.body}"[:_ANY_WORDS] for one in template.variants).casefold(),
    )


def _rank(entry: _Entry, words: Sequence[str]) -> int | None:
    """0 for the key itself, rising with how far off the words were found; None when one of them was not."""
    worst = 0
    for word in words:
        rank = _rank_of(entry, word)
        if rank is None:
            return None
        worst = max(worst, rank)
    return worst


def _rank_of(entry: _Entry, word: str) -> int | None:
    key = entry.template.key
    if key == word:
        return 0
    if key.startswith(word) or any(name.startswith(word) for name in entry.names):
        return 1
    if any(part.startswith(word) for part in entry.words):
        return 2
    if any(word in name for name in entry.names) or any(word in label for label in entry.labels):
        return 3
    return 4 if word in entry.text else None


def _fits(template: Template, fit: Fit) -> int:
    """How well it fits: language first, then topic and marketplace."""
    has_language = bool(fit.language) and template.variant(fit.language) is not None
    for_market = bool(fit.market) and fit.market in {tag.casefold() for tag in template.tags}
    about = bool(fit.topic) and template.topic == fit.topic
    return 4 * has_language + 2 * about + for_market
