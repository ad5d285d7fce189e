"""Finds templates by what was typed: key, name, tags, words, pinyin initials; those that fit the customer first."""

from collections.abc import Sequence

from shopdesk.domain.pinyin import pinyin_initials
from shopdesk.domain.template import Fit, Template

_ANY_WORDS = 20_000


def best_first(templates: Sequence[Template], text: str, fit: Fit) -> list[Template]:
    """The templates that have every typed word somewhere, the best first."""
    words = text.strip().lstrip("/／").casefold().split()
    ranked = []
    for one in templates:
        rank = _rank(one, words)
        if rank is not None:
            ranked.append((rank, -_fits(one, fit), -one.uses, one.name.casefold(), one))
    return [entry[-1] for entry in sorted(ranked, key=lambda entry: entry[:4])]


def _rank(template: Template, words: Sequence[str]) -> int | None:
    """0 for the key itself, rising with how far off the words were found; None when one of them was not."""
    if not words:
        return 0
    ranks = [_rank_of(template, word) for word in words]
    return None if None in ranks else max(rank for rank in ranks if rank is not None)


def _rank_of(template: Template, word: str) -> int | None:
    name = template.name.casefold()
    if template.key == word:
        return 0
    if template.key.startswith(word) or name.startswith(word):
        return 1
    if any(part.startswith(word) for part in name.split()) or pinyin_initials(template.name).startswith(word):
        return 2
    if word in name or any(word in tag.casefold() for tag in template.tags) or word in template.topic.casefold():
        return 3
    if any(word in f"{one.subject}\n{one.body}"[:_ANY_WORDS].casefold() for one in template.variants):
        return 4
    return None


def _fits(template: Template, fit: Fit) -> int:
    """How well it fits: language first, then marketplace and topic."""
    has_language = bool(fit.language) and template.variant(fit.language) is not None
    for_market = bool(fit.market) and fit.market in {tag.casefold() for tag in template.tags}
    about = bool(fit.topic) and template.topic == fit.topic
    return 4 * has_language + 2 * about + for_market
