"""The words around the first place of a text that fits a search."""

import re
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import normalize

_SIGNS = 120
_BEFORE = 30
_LOOKED_AT = 20_000  # signs of a text: a hit further back shows the beginning instead
_FIRST_UNSPACED = "\u1100"
_ACCENTS = re.compile("[\u0300-\u036f]+")


def snippet(text: str, own_words: str, terms: Sequence[str]) -> str:
    """One line of about 120 signs around the first hit in `text`, else the beginning of the writer's own words."""
    beginning = text[:_LOOKED_AT]
    pattern = _pattern(tuple(terms))
    found = None if pattern is None else pattern.search(beginning) or _search_plain(pattern, beginning)
    if found is None:
        return _line(own_words or text, 0)
    start = max(found.start() - _BEFORE, 0)
    if start:
        start = _word_start(beginning, start, found.start())
    return ("… " if start else "") + _line(text, start)


@lru_cache(maxsize=16)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str] | None:
    """Any of the terms, as typed or without accents, at the beginning of a word where words are spaced."""
    parts = []
    for term in dict.fromkeys([*terms, *map(_plain, terms)]):
        words = [re.escape(word) for word in term.split()]
        if words:
            boundary = r"(?<![^\W_])" if term[0] < _FIRST_UNSPACED else ""
            parts.append(boundary + r"\W+".join(words))
    return re.compile("|".join(parts), re.IGNORECASE) if parts else None


def _search_plain(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The hit in the text without accents; only where that leaves every sign in its place."""
    if text.isascii():
        return None
    plain = _plain(text)
    return pattern.search(plain) if len(plain) == len(text) else None


def _plain(text: str) -> str:
    """Text without accents."""
    if text.isascii():
        return text
    return normalize("NFC", _ACCENTS.sub("", normalize("NFD", text)))


def _word_start(text: str, start: int, hit: int) -> int:
    """The next beginning of a word between `start` and the hit."""
    for position in range(start, hit):
        if text[position - 1].isspace() or not text[position - 1].isascii():
            return position
    return start


def _line(text: str, start: int) -> str:
    words = " ".join(text[start : start + 4 * _SIGNS].split())
    return words if len(words) <= _SIGNS else words[:_SIGNS].rstrip() + "…"
