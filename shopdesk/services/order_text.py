"""The text of an order file: UTF-8, UTF-16, GB18030, Shift-JIS or Windows-1252, told by the bytes alone."""

import codecs
import re
from collections.abc import Callable

from shopdesk.domain.errors import OrderFileRefused

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAMPLE = 200_000
_MOST_CONTROLS = 0.02
_SHARE = 0.05
"""Of so many zero bytes among all a text is UTF-16: Latin ones have half, Chinese ones those of their separators."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def text_of(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. Raises `OrderFileRefused` for what is no text."""
    if content.startswith(_OLE):
        raise OrderFileRefused("an old Excel file; save it as xlsx or CSV")
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "") or _guessed(content)
    if not encoding:
        raise OrderFileRefused("no text")
    text = content.decode(encoding, "replace")
    sample = text[:_SAMPLE]
    controls = sum(sample.count(sign) for sign in _CONTROLS)
    if "\x00" in text or controls > len(sample) * _MOST_CONTROLS:
        raise OrderFileRefused("no text")
    return text.removeprefix("\ufeff"), {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}.get(
        encoding, encoding
    )


_CONTROLS = tuple(chr(code) for code in range(32) if chr(code) not in "\t\r\n")


def _guessed(content: bytes) -> str:
    sample = content[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if even + odd > len(sample) * _SHARE and len(content) % 2 == 0:
        return "utf-16-le" if odd > even else "utf-16-be"
    if _decodes(content, "utf-8"):
        return "utf-8"
    rated = [(rate(text), name) for name, rate in _RATES if (text := _sample(sample, name))]
    return max(rated, key=lambda pair: pair[0])[1] if rated else ""


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _sample(sample: bytes, encoding: str) -> str:
    """The beginning; a character that is cut at its end does not matter."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return ""


def _foreign(text: str) -> list[str]:
    return _FOREIGN.findall(text)[:20_000]


_FOREIGN = re.compile(r"[^\x00-\x7f]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HALF_KANA = re.compile(r"[\uff61-\uff9f]")
_IN_WORD = re.compile(
    r"(?:[A-Za-z][\u00c0-\u024f]|[\u00c0-\u024f][a-z]|[\u20ac\u00a3\u00a5\u00a0\u00b0\u2013\u2019\u201c\u201d])"
)
_COMMON_GB = range(0xB0, 0xD8)
"""First bytes of the characters of level 1 of GB 2312: nearly all that a Chinese text has."""
_COMMON_JIS = range(0x88, 0x98)


def _rate_chinese(text: str) -> float:
    foreign = _foreign(text)
    return sum(map(_is_common_chinese, foreign)) / max(len(foreign), 1)


def _is_common_chinese(sign: str) -> bool:
    if sign in "，。、；：（）！？【】“”《》￥·—":
        return True
    try:
        return sign.encode("gb2312")[0] in _COMMON_GB
    except UnicodeEncodeError:
        return False


def _rate_japanese(text: str) -> float:
    foreign = _foreign(text)
    kana, halves = len(_KANA.findall(text)), len(_HALF_KANA.findall(text))
    common = sum(_is_common_japanese(sign) for sign in foreign)
    bonus = 0.2 if kana * 10 >= len(foreign) else 0.0
    return (min(kana, len(foreign)) + common - halves) / max(len(foreign), 1) * (0.85 + bonus)


def _is_common_japanese(sign: str) -> bool:
    if sign in "、。「」（）・ー々￥：！？～　":
        return True
    try:
        return sign.encode("cp932")[0] in _COMMON_JIS
    except UnicodeEncodeError:
        return False


def _rate_western(text: str) -> float:
    foreign = _foreign(text)
    return min(len(_IN_WORD.findall(text)) / max(len(foreign), 1), 1.0) * 0.95


_RATES: tuple[tuple[str, Callable[[str], float]], ...] = (
    ("gb18030", _rate_chinese),
    ("cp932", _rate_japanese),
    ("cp1252", _rate_western),
)
