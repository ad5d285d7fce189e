"""Small numbers in digits, English and Chinese words."""

import re

_ENGLISH = "one two three four five six seven eight nine ten eleven twelve".split()
_CHINESE = "一二三四五六七八九"
_WORDS: dict[str, float] = {
    **{word: number for number, word in enumerate(_ENGLISH, 1)},
    "a": 1,
    "an": 1,
    "half an": 0.5,
    "half a": 0.5,
    "a couple of": 2,
    "a few": 3,
    "两": 2,
    "半": 0.5,
    "零": 0,
    "几": 3,
}
_LONGEST_FIRST = sorted(_WORDS, key=len, reverse=True)
_ENGLISH_WORDS = "|".join(word for word in _LONGEST_FIRST if word.isascii())
HOURS = "|".join(_ENGLISH)
"""A pattern of the English words for the hours."""
_TENS = rf"[{_CHINESE}]?十[{_CHINESE}]?"
NUMBER = rf"(?:\d{{1,9}}(?:\.\d)?|(?:{_ENGLISH_WORDS})\b|{_TENS}|[{_CHINESE}两半零几])"
"""A pattern without groups for what `number` understands."""


def number(word: str) -> float | None:
    """The number that a word means (半 and "half a" are 0.5); None when it is none."""
    if re.fullmatch(r"\d+(\.\d+)?", word):
        return float(word)
    if word in _WORDS:
        return _WORDS[word]
    if len(word) == 1 and word in _CHINESE:
        return _CHINESE.index(word) + 1
    tens, ten, ones = word.partition("十")
    if not ten or not set(tens + ones) <= set(_CHINESE) or len(tens) > 1 or len(ones) > 1:
        return None
    return (_CHINESE.index(tens) + 1 if tens else 1) * 10 + (_CHINESE.index(ones) + 1 if ones else 0)
