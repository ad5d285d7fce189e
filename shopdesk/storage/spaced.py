"""The form in which text enters the search index and in which it is asked for."""

import re
from unicodedata import is_normalized, normalize

# Signs that are written without spaces between words: Han with extensions, kana, bopomofo, hangul.
_UNSPACED = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b\u3041-\u3096\u3099-\u309f"
    "\u30a1-\u30ff\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c"
    "\uac00-\ud7fb\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U000323af"
)
_RUN = re.compile(f"([{_UNSPACED}]+)")
# Where all of the above and below are, quick to rule out; said by what it is not: to list so many signs takes 10 ms.
_EASTERN = re.compile("[^\0-\u10ff\u1200-\u2e7f]")
# Full-width letters and digits, and halves of surrogate pairs, which are no text.
_ODD = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\ud800-\udfff]")


def _usual(odd: re.Match[str]) -> str:
    sign = odd.group()
    return chr(ord(sign) - 0xFEE0) if sign >= "\uff10" else " "


def _is_latin(text: str) -> bool:
    """Whether there is no sign behind U+00FF; to find that out is quicker than to look at every sign."""
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True


def spaced(text: str) -> str:
    """Text with a space around every sign of unspaced scripts, ß as ss, full-width letters narrow, composed, no NUL.

    The tokenizer then sees every Chinese sign as a word, so that a word of two signs is a phrase of two words.
    """
    if "\0" in text:
        text = text.replace("\0", " ")
    if text.isascii():
        return text
    if _is_latin(text):  # composed, and nothing eastern in it
        return text.replace("ß", "ss")
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    if "ß" in text or "ẞ" in text:
        text = text.replace("ß", "ss").replace("ẞ", "SS")
    if not _EASTERN.search(text):
        return text
    text = _ODD.sub(_usual, text)
    parts = _RUN.split(text)
    parts[1::2] = map(" ".join, parts[1::2])
    return " ".join(parts)
