"""Many phrases of many languages, found in one walk over a text."""

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from shopdesk.domain.reply_check.phrases import EASTERN, lowered

_PLAIN = str.maketrans("àáâãäåçèéêëìíîïñòóôõöøùúûüýÿßœæ’‘ʼ", "aaaaaaceeeeiiiinoooooouuuuyysea'''")
_TOKEN = re.compile(r"[a-z0-9]+|[.!?…]+|\n[ \t]*\n|[,;:]")
_EAST = re.compile(f"[{EASTERN}]")
_EAST_RUN = re.compile(f"[{EASTERN}]+")
_FULL_STOP = frozenset(".!?…\n")
_BREAKS = _FULL_STOP | frozenset(",;:")
_ANYTHING = "…"
_GAP = 4
"""Words that `…` may stand for."""
_EAST_GAP = "[^。！？!?\\n]{0,8}?"
_MEMO = 20_000
_NUMBER = "#"
_MARK = TypeVar("_MARK", bound=Hashable)


def plain(text: str) -> str:
    """Lower case without accents, of exactly the same length."""
    return lowered(text).translate(_PLAIN)


class Hit(NamedTuple, Generic[_MARK]):
    """A phrase that was found; `first` is the number of its first word (of an Eastern phrase: -1)."""

    mark: _MARK
    start: int
    end: int
    first: int = -1


@dataclass(frozen=True, slots=True)
class Walk:
    """A text made ready: plain, with its Latin words and the signs between them, and where they stand."""

    text: str
    words: Sequence[str]
    places: Sequence[re.Match[str]]


def walk(text: str) -> Walk:
    """Make a text ready to be searched."""
    low = plain(text)
    places = list(_TOKEN.finditer(low))
    return Walk(low, [place[0] for place in places], places)


@dataclass(frozen=True, slots=True)
class _Beginning(Generic[_MARK]):
    """The phrases that begin with one word: most are known by their second one, and nearly none of them goes on."""

    alone: tuple[_MARK, ...]
    by_second: Mapping[str, Sequence[tuple[tuple[str, ...], _MARK]]]
    open: Sequence[tuple[tuple[str, ...], _MARK]]
    """Those whose second word may be several."""

    def ends(self, words: Sequence[str], at: int) -> Iterator[tuple[_MARK, int]]:
        """Which of them go on in the words from a number on, and the number after each."""
        for mark in self.alone:
            yield mark, at
        if self.by_second and at < len(words):
            for rest, mark in self.by_second.get(words[at], ()):
                end = _end(words, at + 1, rest) if rest else at + 1
                if end:
                    yield mark, end
        for rest, mark in self.open:
            end = _end(words, at, rest)
            if end:
                yield mark, end


def _beginning(phrases: Sequence[tuple[tuple[str, ...], _MARK]]) -> _Beginning[_MARK]:
    by_second: dict[str, list[tuple[tuple[str, ...], _MARK]]] = {}
    for rest, mark in phrases:
        if rest and not _is_open(rest[0]):
            by_second.setdefault(rest[0], []).append((rest[1:], mark))
    alone = tuple(mark for rest, mark in phrases if not rest)
    return _Beginning(alone, by_second, [(rest, mark) for rest, mark in phrases if rest and _is_open(rest[0])])


def _is_open(word: str) -> bool:
    return word in {_ANYTHING, _NUMBER} or word.endswith("*")


_NOTHING: _Beginning[Any] = _Beginning((), {}, ())


@dataclass(slots=True)
class PhraseIndex(Generic[_MARK]):
    """Phrases with what each stands for.

    In a phrase `*` ends a word with any ending, `#` is a number, `…` stands for up to four words (Chinese, Japanese:
    eight signs) of the same sentence. Nothing else has a meaning.
    """

    _whole: dict[str, list[tuple[tuple[str, ...], _MARK]]] = field(default_factory=dict)
    _beginnings: dict[str, list[tuple[tuple[str, ...], _MARK]]] = field(default_factory=dict)
    _lengths: tuple[int, ...] = ()
    _east: dict[str, list[tuple[str | re.Pattern[str], _MARK]]] = field(default_factory=dict)
    _memo: dict[str, _Beginning[_MARK]] = field(default_factory=dict)

    def add(self, phrase: str, mark: _MARK) -> None:
        """Look for a phrase from now on; one without a word, or of a single Eastern sign, is left out."""
        bare = plain(" ".join(phrase.split()))
        if _EAST.search(bare):
            self._add_eastern(bare, mark)
            return
        words = tuple(re.findall(r"[a-z0-9]+\*?|#|…", bare))
        if not words or words[0] == _ANYTHING or not words[0].strip("*"):
            return
        target = self._beginnings if words[0].endswith("*") else self._whole
        target.setdefault(words[0].rstrip("*"), []).append((words[1:], mark))
        self._lengths = ()
        self._memo.clear()

    def _add_eastern(self, phrase: str, mark: _MARK) -> None:
        if len(phrase) < 2 or _ANYTHING in phrase[:2] or "#" in phrase[:2]:  # noqa: PLR2004 - found by its first two signs
            return
        is_open = _ANYTHING in phrase or "#" in phrase
        form = re.compile(re.escape(phrase).replace("…", _EAST_GAP).replace(re.escape("#"), "[0-9]{1,6}"))
        self._east.setdefault(phrase[:2], []).append((form if is_open else phrase, mark))

    def hits(self, found: Walk) -> Iterator[Hit[_MARK]]:
        """Every place of every phrase, Latin ones first."""
        words, places, memo = found.words, found.places, self._memo
        for number, word in enumerate(words):
            known = memo.get(word) or self._beginning_with(word)
            if known is _NOTHING:
                continue
            for mark, end in known.ends(words, number + 1):
                yield Hit(mark, places[number].start(), places[end - 1].end(), number)
        if self._east and not found.text.isascii():
            yield from self._eastern(found.text)

    def _beginning_with(self, word: str) -> _Beginning[_MARK]:
        """The phrases that begin with a word, kept for the next time."""
        found = list(self._whole.get(word, ()))
        if word.isdigit():
            found += self._whole.get(_NUMBER, ())
        self._lengths = self._lengths or tuple(sorted({len(one) for one in self._beginnings}))
        for length in self._lengths:
            if length > len(word):
                break
            found += self._beginnings.get(word[:length], ())
        if len(self._memo) >= _MEMO:
            self._memo.clear()
        self._memo[word] = known = _beginning(found) if found else _NOTHING
        return known

    def _eastern(self, text: str) -> Iterator[Hit[_MARK]]:
        for run in _EAST_RUN.finditer(text):
            for start in range(run.start(), run.end()):
                for phrase, mark in self._east.get(text[start : start + 2], ()):
                    if isinstance(phrase, str):
                        if text.startswith(phrase, start):
                            yield Hit(mark, start, start + len(phrase))
                    elif (match := phrase.match(text, start)) is not None:
                        yield Hit(mark, start, match.end())


def before(words: Sequence[str], number: int, count: int) -> Iterator[str]:
    """The words right before one in the same part of the sentence, the nearest first."""
    for word in reversed(words[max(number - count, 0) : number]):
        if word[0] in _BREAKS:
            return
        yield word


def _end(words: Sequence[str], at: int, rest: tuple[str, ...]) -> int:
    """The number of the word after the rest of a phrase; 0 when it does not stand there."""
    for place, wanted in enumerate(rest):
        if wanted == _ANYTHING:
            return _after_gap(words, at, rest[place + 1 :])
        if at >= len(words) or not (words[at] == wanted or _fits(words[at], wanted)):
            return 0
        at += 1
    return at


def _after_gap(words: Sequence[str], at: int, rest: tuple[str, ...]) -> int:
    for start in range(at, min(at + _GAP + 1, len(words))):
        end = _end(words, start, rest)
        if end:
            return end
        if words[start][0] in _FULL_STOP:
            return 0
    return 0


def _fits(word: str, wanted: str) -> bool:
    if wanted[-1] == "*":
        return word.startswith(wanted[:-1])
    return wanted == _NUMBER and word.isdigit()
