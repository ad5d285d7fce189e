"""What the command line writes: clean lines for people, JSON for machines."""

import json
import sys
import unicodedata
from datetime import datetime
from typing import Any, TextIO

_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of writing and so can disguise what stands there."""


def prepare_streams() -> None:
    """Write UTF-8 into files and pipes, and never fail over a character that a terminal does not know."""
    for stream in (sys.stdout, sys.stderr):
        _prepare(stream)


def _prepare(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if stream.isatty():
        reconfigure(errors="backslashreplace")
    else:
        reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str = "") -> None:
    """One or more lines for a person; what a mail brought must have gone through `line` or `block`."""
    print(text)


def say_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """One JSON document on one line."""
    print(json.dumps(value, ensure_ascii=False, separators=(", ", ": ")))


def complain(text: str) -> None:
    """A sentence on standard error."""
    print(block(text), file=sys.stderr)


def line(text: str) -> str:
    """Foreign text as one line that cannot steer a terminal."""
    return " ".join("".join(sign if _is_harmless(sign) else " " for sign in text).split())


def block(text: str) -> str:
    """Foreign text with its lines and tabs, without anything that steers a terminal."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in unified if sign in "\n\t" or _is_harmless(sign))


def _is_harmless(sign: str) -> bool:
    if " " <= sign <= "~":
        return True
    return sign not in _TURNING and unicodedata.category(sign) not in {"Cc", "Cs", "Zl", "Zp"}


def local(moment: datetime | None) -> str:
    """A moment on the local clock, to the minute; a dash for none."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M") if moment is not None else "-"


def iso(moment: datetime | None) -> str | None:
    """A moment for machines: ISO 8601 in UTC."""
    return moment.isoformat() if moment is not None else None


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 mail, 2 mails."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
