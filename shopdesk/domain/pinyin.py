"""The first letters of Chinese words as they are typed in pinyin: 稍后 is "sh"."""

from bisect import bisect_right

# GB 2312 sorts its usual characters by sound: the code at which each first letter begins, and where the order ends.
_STARTS = (
    (0xB0A1, "a"),
    (0xB0C5, "b"),
    (0xB2C1, "c"),
    (0xB4EE, "d"),
    (0xB6EA, "e"),
    (0xB7A2, "f"),
    (0xB8C1, "g"),
    (0xB9FE, "h"),
    (0xBBF7, "j"),
    (0xBFA6, "k"),
    (0xC0AC, "l"),
    (0xC2E8, "m"),
    (0xC4C3, "n"),
    (0xC5B6, "o"),
    (0xC5BE, "p"),
    (0xC6DA, "q"),
    (0xC8BB, "r"),
    (0xC8F6, "s"),
    (0xCBFA, "t"),
    (0xCDDA, "w"),
    (0xCEF4, "x"),
    (0xD1B9, "y"),
    (0xD4D1, "z"),
    (0xD7FA, ""),
)
_CODES = [code for code, _ in _STARTS]


def pinyin_initials(text: str) -> str:
    """The first letters of the usual Chinese characters of a text; all other signs are left out."""
    return "".join(_initial(sign) for sign in text if sign > "一" or sign == "一")


def _initial(sign: str) -> str:
    code = int.from_bytes(sign.encode("gb2312", "ignore"), "big")
    place = bisect_right(_CODES, code) - 1
    return _STARTS[place][1] if place >= 0 else ""
