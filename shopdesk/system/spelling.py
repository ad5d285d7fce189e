"""Words of languages: hunspell dictionaries where this system has some, and a list of the shop's own words."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_MOST_LINES = 1_000_000
_LONGEST_WORD = 60
_PART = 3
"""Letters that each part of a compound has at least."""
_MOST_OFFERED = 8
_USUAL = {"en": ("en_US", "en_GB"), "de": ("de_DE", "de_DE_frami"), "pt": ("pt_PT", "pt_BR"), "es": ("es_ES", "es")}


def dictionary_folders() -> tuple[Path, ...]:
    """Where systems keep hunspell dictionaries; Windows has no such place."""
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library/Spelling", Path("/Library/Spelling")
    shared = os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":")
    roots = [home / ".local/share", *(Path(one) for one in shared if one)]
    return tuple(root / name for root in roots for name in ("hunspell", "myspell/dicts", "myspell"))


@dataclass(frozen=True, slots=True)
class _Ending:
    """One rule: words with the flag may have `added` in place of `removed`, where what stands there fits."""

    flag: str
    removed: str
    added: str
    fits: re.Pattern[str]
    crosses: bool


@dataclass(slots=True)
class _Language:
    """One dictionary."""

    flags: str = "char"
    letters: str = ""
    compound: bool = False
    forbidden: str = ""
    crossing: dict[str, bool] = field(default_factory=dict)
    """Whether the rules of a flag go together with those at the other end of a word."""
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    suffixes: dict[str, list[_Ending]] = field(default_factory=dict)
    prefixes: dict[str, list[_Ending]] = field(default_factory=dict)

    def knows(self, word: str) -> bool:
        """A word, one with its first letter or all letters small, or a compound of two."""
        forms = dict.fromkeys((word, word[:1].lower() + word[1:], word.lower()))
        return any(self._has(form) for form in forms) or (self.compound and self._is_compound(word))

    def _has(self, word: str) -> bool:
        if word in self.words:
            return self.forbidden not in self.words[word] if self.forbidden else True
        return any(True for _ in self._stems(word, ""))

    def _stems(self, word: str, crossing: str) -> Iterator[str]:
        """Words of the dictionary that become this one. In: the flag of a prefix that was taken off: they need it."""
        for length in range(len(word)):
            for ending in self.suffixes.get(word[len(word) - length :], ()):
                stem = word[: len(word) - length] + ending.removed
                flags = self.words.get(stem)
                if not flags or ending.flag not in flags or not ending.fits.search(stem):
                    continue
                if not crossing or (ending.crosses and crossing in flags):
                    yield stem
        if crossing:
            return
        for length in range(1, len(word)):
            for ending in self.prefixes.get(word[:length], ()):
                stem = ending.removed + word[length:]
                flags = self.words.get(stem)
                if flags and ending.flag in flags:
                    yield stem
                elif ending.crosses:
                    yield from self._stems(stem, ending.flag)

    def _is_compound(self, word: str) -> bool:
        lower = word.lower()
        for place in range(_PART, len(lower) - _PART + 1):
            first, rest = lower[:place], lower[place:]
            for head in dict.fromkeys((first, first.removesuffix("s"))):  # a joint, as in Lieferungsdatum
                if self._has_any(head) and self._has_any(rest):
                    return True
        return False

    def _has_any(self, word: str) -> bool:
        return self._has(word) or self._has(word.capitalize())


class WordLists:
    """Fits `SpellChecker`. In: the file with the shop's own words, and where dictionaries lie."""

    def __init__(self, own: Path, folders: Sequence[Path]) -> None:
        self._own_file = own
        self._folders = folders
        self._own: set[str] | None = None
        self._languages: dict[str, _Language | None] = {}

    def load(self, language: str) -> bool:
        """Read a language's dictionary, once; False when there is none. Takes some 0.3 s."""
        if self._own is None:
            self._own = _own_words(self._own_file)
        if language not in self._languages:
            self._languages[language] = self._found(language)
        return self._languages[language] is not None

    def check(self, word: str, language: str) -> bool:
        """Whether a word is right; every word of a language that is not loaded is."""
        found = self._languages.get(language)
        return found is None or word.casefold() in (self._own or ()) or found.knows(word)

    def suggest(self, word: str, language: str) -> Sequence[str]:
        """Right words that are one letter away, those of the same length first."""
        found = self._languages.get(language)
        if found is None or len(word) > _LONGEST_WORD:
            return ()
        near = dict.fromkeys(_near(word.lower(), found.letters))
        known = [one for one in near if found.knows(one)][:_MOST_OFFERED]
        return [one.capitalize() if word[:1].isupper() else one for one in known]

    def learn(self, word: str) -> None:
        """Keep one of the shop's own words; where the file cannot be written it holds until the end of the program."""
        own = self._own if self._own is not None else _own_words(self._own_file)
        self._own = own | {word.casefold()}
        try:
            with self._own_file.open("a", encoding="utf-8") as file:
                file.write(f"{word}\n")
        except OSError:
            return

    def _found(self, language: str) -> _Language | None:
        for name in (*_USUAL.get(language, ()), language, f"{language}_{language.upper()}"):
            for folder in self._folders:
                try:
                    return read_dictionary(folder / f"{name}.aff", folder / f"{name}.dic")
                except (OSError, ValueError, LookupError):
                    continue  # not there, or none that can be read
        return None


def read_dictionary(rules: Path, words: Path) -> _Language:
    """A hunspell dictionary. Raises `OSError`, `ValueError`, `LookupError` for one that cannot be read."""
    head = rules.read_bytes()
    named = re.search(rb"(?m)^SET\s+(\S+)", head)
    encoding = named[1].decode("ascii") if named else "iso-8859-1"
    found = _Language()
    for line in head.decode(encoding, "replace").splitlines():
        _read_rule(found, line.split())
    letters: set[str] = set()
    with words.open(encoding=encoding, errors="replace") as lines:
        for number, line in enumerate(lines):
            word, _, flags = line.strip().partition("\t")[0].partition(" ")[0].partition("/")
            if number and number < _MOST_LINES and word:
                found.words[word] = found.words.get(word, frozenset()) | _flags(flags, found.flags)
                letters.update(word.lower())
    found.letters = "".join(sorted(letter for letter in letters if letter.isalpha()))
    if not found.words:
        raise ValueError(words)
    return found


def _read_rule(found: _Language, parts: list[str]) -> None:
    match parts:
        case ["FLAG", kind, *_]:
            found.flags = kind
        case ["COMPOUNDFLAG" | "COMPOUNDBEGIN", *_]:
            found.compound = True
        case ["FORBIDDENWORD", flag, *_]:
            found.forbidden = flag
        case ["SFX" | "PFX" as kind, flag, "Y" | "N" as crosses, count] if count.isdigit():
            found.crossing[kind + flag] = crosses == "Y"
        case ["SFX" | "PFX" as kind, flag, removed, added, *rest]:
            _add_ending(found, kind, flag, (removed, added), rest[0] if rest else ".")
        case _:
            return


def _add_ending(found: _Language, kind: str, flag: str, change: tuple[str, str], fits: str) -> None:
    removed, added = ("" if one == "0" else one for one in change)
    added = added.partition("/")[0]
    added = "" if added == "0" else added
    pattern = re.compile(f"{fits}$" if kind == "SFX" else f"^{fits}")
    ending = _Ending(flag, removed, added, pattern, found.crossing.get(kind + flag, False))
    table = found.suffixes if kind == "SFX" else found.prefixes
    table.setdefault(added, []).append(ending)


def _flags(text: str, kind: str) -> frozenset[str]:
    if kind == "long":
        return frozenset(text[place : place + 2] for place in range(0, len(text), 2))
    return frozenset(text.split(",")) if kind == "num" else frozenset(text)


def _near(word: str, letters: str) -> Iterator[str]:
    """Words that are one change away: two letters swapped, one other, one too few, one too many."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    yield from (a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1)
    yield from (a + letter + b[1:] for a, b in cuts if b for letter in letters)
    yield from (a + letter + b for a, b in cuts for letter in letters)
    yield from (a + b[1:] for a, b in cuts if b and len(word) > 1)


def _own_words(file: Path) -> set[str]:
    try:
        lines = file.read_text("utf-8", "replace").splitlines()
    except OSError:
        return set()
    return {line.strip().casefold() for line in lines if line.strip()}
