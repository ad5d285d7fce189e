"""Finds titles by what was typed of them: beginnings of words, first letters, pinyin letters, parts."""

import re
from dataclasses import dataclass, field
from functools import cache

from shopdesk.domain.pinyin import pinyin_initials

EXACT, BEGINNING, WORD_STARTS, LOOSE, PART = range(5)
"""How well a title fits, the best first."""
_WORD = re.compile(r"\w+")
_FIRST_CHINESE = "⺀"


def folded(text: str) -> str:
    """Small letters, single spaces."""
    return " ".join(text.casefold().split())


@dataclass(frozen=True, slots=True)
class Title:
    """A title made ready for many questions."""

    text: str
    plain: str = field(init=False)
    words: tuple[str, ...] = field(init=False)
    pinyin: str = field(init=False)

    def __post_init__(self) -> None:
        plain = folded(self.text)
        object.__setattr__(self, "plain", plain)
        object.__setattr__(self, "words", tuple(_WORD.findall(plain)))
        object.__setattr__(self, "pinyin", pinyin_initials(plain))

    def fit(self, wanted: str) -> int | None:
        """How well it fits to a folded text, one of `EXACT` … `PART`; None when it does not."""
        if wanted == self.plain:
            return EXACT
        if self.plain.startswith(wanted):
            return BEGINNING
        terms = wanted.split()
        if all(self._begins(term) for term in terms):
            return WORD_STARTS
        letters = "".join(terms)
        if self._is_made_of_beginnings(letters) or (self.pinyin and self._sounds_like(letters)):
            return LOOSE
        return PART if all(term in self.plain for term in terms) else None

    def _begins(self, term: str) -> bool:
        if term[0] >= _FIRST_CHINESE:  # Chinese words have no space between them
            return term in self.plain
        return any(word.startswith(term) for word in self.words) or term in _WORD.sub("", self.plain).split()

    def _sounds_like(self, letters: str) -> bool:
        return letters.isascii() and letters in self.pinyin

    def _is_made_of_beginnings(self, letters: str) -> bool:
        """Whether the letters are beginnings of some words in their order, as "sucr" of "snooze until …"."""
        words = self.words

        @cache
        def fits(place: int, word: int) -> bool:
            if place == len(letters):
                return True
            return any(
                fits(end, number + 1)
                for number in range(word, len(words))
                for end in range(len(letters), place, -1)
                if words[number].startswith(letters[place:end])
            )

        return len(letters) > 1 and fits(0, 0)


def best_fit(titles: tuple[Title, ...], wanted: str) -> int | None:
    """The best fit of several titles of one thing; only its first one can be meant exactly."""
    fits = [
        max(fit, BEGINNING) if place else fit
        for place, title in enumerate(titles)
        if (fit := title.fit(wanted)) is not None
    ]
    return min(fits, default=None)
