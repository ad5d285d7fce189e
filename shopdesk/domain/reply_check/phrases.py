"""Lists of words and phrases as people edit them, made ready to be looked for."""

import re
from collections.abc import Iterable, Iterator, Sequence

LATIN = "a-z0-9\u00c0-\u024f"
EASTERN = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_EASTERN_SIGN = re.compile(f"[{EASTERN}]")
_LONGEST_PHRASE = 80
_AFTER_LETTER = f"(?![{LATIN}])"
_EAST = "\u2e80"


def lowered(text: str) -> str:
    """Lower case of exactly the same length, so that places stay true."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := sign.lower()) == 1 else sign for sign in text)


class Phrases:
    """Words and phrases. In them `#` stands for a number, `*` at the end for any ending, a space for any gap.

    Nothing else has a meaning: a list can be edited by anybody without making a search slow.
    """

    def __init__(self, phrases: Iterable[str], numbers: Sequence[str] = ()) -> None:
        number = _number(numbers)
        clean = {" ".join(lowered(one).replace("’", "'").split())[:_LONGEST_PHRASE] for one in phrases}
        longest_first = sorted((one for one in clean if one.strip("*")), key=lambda one: (-len(one), one))
        # Apart, because a search whose every branch begins with a letter skips all other places at once.
        lettered = [_form(one, number) for one in longest_first if not one.startswith("#")]
        counted = [_form(one, number) for one in longest_first if one.startswith("#")]
        self._is_eastern = all(_EASTERN_SIGN.match(one) for one in longest_first)
        self._lettered = re.compile("|".join(lettered)) if lettered else None
        self._counted = re.compile(f"(?:{number})(?:{'|'.join(counted)})") if counted else None

    def __bool__(self) -> bool:
        return self._lettered is not None or self._counted is not None

    def all(self, lower: str) -> Iterator[re.Match[str]]:
        """Every place in a text that was lowered: those that begin with a word, then those that begin with a number."""
        for form in (self._lettered, self._counted):
            at = 0
            while form is not None and (hit := form.search(lower, at)) is not None:
                inside = _is_inside(lower, hit.start())
                at = hit.start() + 1 if inside else hit.end()
                if not inside:
                    yield hit

    def first(self, lower: str) -> re.Match[str] | None:
        """The first place of `all`."""
        return next(self.all(lower), None)

    def without(self, lower: str) -> str:
        """The text with a line break in place of each of them."""
        for form in (self._lettered, self._counted):
            if form is not None:
                lower = form.sub("\n" if self._is_eastern else _parted, lower)
        return lower


def _parted(hit: re.Match[str]) -> str:
    return hit[0] if _is_inside(hit.string, hit.start()) else "\n"


def _is_inside(lower: str, start: int) -> bool:
    """Whether a place is inside a word or a number."""
    if not start:
        return False
    sign, before = lower[start], lower[start - 1]
    if sign.isdigit():
        return before.isdigit()
    return _is_letter(sign) and _is_letter(before)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() and sign < _EAST


def _number(words: Sequence[str]) -> str:
    eastern = all(_EASTERN_SIGN.search(word) for word in words)
    spelled = [re.escape(word) + ("" if eastern else _AFTER_LETTER) for word in sorted(words, key=len, reverse=True)]
    one = "(?:" + "|".join([r"[0-9]{1,6}(?:[.,:][0-9]{1,3})?", *spelled]) + ")"
    return rf"{one}(?:\s?(?:-|–|~|to|bis|至|到)\s?{one})?"


def _form(phrase: str, number: str) -> str:
    """The search for one phrase; of one that begins with a number, for what comes behind that."""
    body, ending = (phrase[:-1], rf"[{LATIN}]{{0,20}}") if phrase.endswith("*") else (phrase, _AFTER_LETTER)
    if not re.search(f"[{LATIN}]$", body):
        ending = "(?![0-9])" if body.endswith("#") else ""
    gap = r"\s?" if _EASTERN_SIGN.search(body) or "#" in body else r"\s{1,3}"
    signs = {" ": gap, "#": number, "'": "['’]"}
    return "".join(signs.get(sign) or re.escape(sign) for sign in body.removeprefix("#")) + ending
