"""Text that every layer above can take: valid Unicode, no control characters, no hidden directions."""

import re

_BODY_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_HIDDEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\uffff\U000e0000-\U000e0fff"
)
_LINE_UNWANTED = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff{_HIDDEN}]")


def clean_body(text: str) -> str:
    """Give `text` with LF line ends and without control characters (tab and LF stay) and lone surrogates."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _BODY_UNWANTED.sub("", text)


def clean_line(text: str, limit: int = 1000) -> str:
    """Give one line of at most `limit` characters without control, zero-width and direction characters.

    Runs of white space become one space: padding is a way to push an address out of sight.
    """
    if not (text.isascii() and text.isprintable()):
        text = _LINE_UNWANTED.sub("", text[: limit * 8])
    return " ".join(text[: limit * 8].split())[:limit].rstrip()
