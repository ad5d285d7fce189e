"""Texts parted into sentences by their punctuation, and the words that tell what a sentence is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shopdesk.domain.language_guess import guess_language
from shopdesk.domain.reply_check.phrases import EASTERN, LATIN, lowered

READ_AT_MOST = 20_000
"""Characters of a text that are looked at."""

_STOP = re.compile("[.!?…。！？；]{1,20}[\"'”’）)」』]{0,3}|\n")
_SHORT_FORMS = frozenset(
    """mr mrs ms dr prof no nr st approx incl excl etc e.g i.e z.b bzw ca ggf inkl zzgl str tel art ref vs co ltd inc
    u.a d.h evtl max min sr sra mme p.s""".split()
)
_HAN = re.compile(f"[{EASTERN}]")
_LATIN_WORD = re.compile(f"[{LATIN}]+(?:['’-][{LATIN}]+)*")
_MOST_SENTENCES = 400
_WRAPPED = 40
_AFTER_ORDINAL = re.compile(r"\s?(?:[a-zäöü]|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Stock|Etage|Tag)")
"""German writes "3. November": its full stop ends nothing."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its place in the text."""

    text: str
    lower: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.text)

    @property
    def is_asked(self) -> bool:
        """Whether it ends with a question mark."""
        return self.text.rstrip("\"'”’）)」』!！. ")[-1:] in ("?", "？")


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """Sentences without the space around them; a line break ends one, unless the next line goes on in small letters."""
    found: list[Sentence] = []
    start = 0
    cut = text[:READ_AT_MOST]
    for stop in _STOP.finditer(cut):
        if not _ends(cut, stop, start):
            continue
        _add(found, cut, start, stop.end())
        start = stop.end()
        if len(found) >= _MOST_SENTENCES:
            return tuple(found)
    _add(found, cut, start, len(cut))
    return tuple(found)


def _ends(text: str, stop: re.Match[str], start: int) -> bool:
    sign, after = stop[0][0], text[stop.end() : stop.end() + 1]
    if sign == "\n":
        # A long line that goes on in small letters was wrapped; a short one was ended by hand.
        is_wrapped = after.islower() and stop.end() - start > _WRAPPED and text[stop.start() - 1] not in ",，:："
        return not is_wrapped
    if sign != "." or len(stop[0]) > 1:
        return True
    if after and not after.isspace():
        return False
    before = text[max(stop.start() - 12, start) : stop.start()].split()
    word = before[-1].casefold() if before else ""
    if word in _SHORT_FORMS or (len(word) == 1 and word.isalpha() and word != "i"):
        return False
    return not (word.isdigit() and _AFTER_ORDINAL.match(text, stop.end()))


def _add(found: list[Sentence], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    inner = piece.strip()
    if any(sign.isalnum() for sign in inner):
        at = start + len(piece) - len(piece.lstrip())
        found.append(Sentence(inner, lowered(inner), at))


def language_of(text: str) -> str:
    """The language of a text; a foreign product name in it does not decide."""
    sample = text[:READ_AT_MOST]
    eastern, words = len(_HAN.findall(sample)), len(_LATIN_WORD.findall(sample))
    if eastern and eastern < words:
        return guess_language(_HAN.sub(" ", sample)) or guess_language(sample)
    return guess_language(sample)


def length_of(text: str) -> int:
    """Words; a Chinese or Japanese character counts as one."""
    eastern = len(_HAN.findall(text))
    return eastern + len(_LATIN_WORD.findall(text))


def longest_clause(sentence: str) -> int:
    """The longest stretch between commas."""
    return max((length_of(part) for part in re.split("[,，、;；:：()（）]", sentence)), default=0)


def words_of(lower: str) -> Sequence[str]:
    """Words of a text in letters, lowered."""
    return _LATIN_WORD.findall(lower)


def stem(word: str) -> str:
    """A word without its usual English ending: enough to know `cracked` by `crack`."""
    plain = re.sub("['’].*", "", word)
    for ending in ("ing", "ies", "ied", "ed", "es", "s", "e"):
        left = plain[: -len(ending)]
        if plain.endswith(ending) and len(left) >= 3:  # noqa: PLR2004 - `ring` keeps its end
            plain = left
            break
    if len(plain) > 3 and plain[-1] == plain[-2] and plain[-1] not in "ls":  # noqa: PLR2004
        plain = plain[:-1]
    return plain[:-1] + "i" if len(plain) > 3 and plain[-1] == "y" else plain  # noqa: PLR2004


def eastern_pieces(lower: str) -> set[str]:
    """Pairs of neighbouring signs; a sign that stands alone counts alone."""
    pieces: set[str] = set()
    for run in re.findall(f"[{EASTERN}]+", lower):
        pieces.update(run[at : at + 2] for at in range(max(len(run) - 1, 1)))
    return pieces


def shared_keys(theirs: frozenset[str], ours: frozenset[str], our_lower: str) -> frozenset[str]:
    """Telling words of one text that are in another; a lone Chinese sign also counts inside a longer word there."""
    return theirs & ours | {key for key in lone_signs(theirs) if key in our_lower}


def lone_signs(keys: frozenset[str]) -> frozenset[str]:
    """Chinese words of one sign."""
    return frozenset(key for key in keys if len(key) == 1 and not key.isascii())
