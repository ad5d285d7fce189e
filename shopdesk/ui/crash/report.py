"""A bug as facts without Qt: what it was and where, never with what a mail, a secret or an address says."""

import linecache
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePath
from traceback import FrameSummary, walk_tb
from types import CodeType

LONGEST_MESSAGE = 200
_OURS = "shopdesk"
_ABOUT_CODE = (AttributeError, TypeError, NameError, ImportError, ZeroDivisionError, IndexError, RecursionError)
"""What Python says about these names code; the words of any other exception may hold what came with a mail."""
_ADDRESS = re.compile(r"[^\s'\"<>]+@[^\s'\"<>]+")
_QUOTED = re.compile(r"'[^'\n]{40,}'|\"[^\"\n]{40,}\"")


class Area(Enum):
    """Where it went wrong, as far as a person wants to know."""

    INBOX = "inbox"
    CONVERSATION = "conversation"
    SETTINGS = "settings"
    MAILBOXES = "mailboxes"
    SEARCH = "search"
    STORE = "store"
    SYNC = "sync"
    SHOPDESK = "shopdesk"


_AREAS = (
    ("ui/inbox", Area.INBOX),
    ("ui/conversation", Area.CONVERSATION),
    ("ui/side_panel", Area.CONVERSATION),
    ("ui/settings", Area.SETTINGS),
    ("ui/wizard", Area.MAILBOXES),
    ("ui/health", Area.MAILBOXES),
    ("search", Area.SEARCH),
    ("storage/", Area.STORE),
    ("services/", Area.STORE),
    ("mail/", Area.SYNC),
    ("jobs/", Area.SYNC),
)


@dataclass(frozen=True, slots=True)
class BugReport:
    """One bug; equal `key` means the same one again."""

    key: str
    area: Area
    lines: Sequence[str]
    """Class of the failure and the way through the code, innermost last."""


def report_of(error: BaseException) -> BugReport:
    """The facts of an exception: its class, and files and lines; its words only where they can speak of code alone."""
    steps = [(frame.f_code, line) for frame, line in walk_tb(error.__traceback__)]
    places = [f"{short_path(code.co_filename)}:{line} in {code.co_name}" for code, line in steps]
    lines = []
    for (code, line), place in zip(steps, places, strict=True):
        lines.append(f"  {place}")
        source = _source(code, line)
        if source:
            lines.append(f"      {source}")
    name = type(error).__name__
    words = _safe_words(error)
    head = f"{name}: {words}" if words else name
    return BugReport(f"{name} {places[-1] if places else ''}", _area(steps), (head, *lines))


def engine_report(summary: str) -> BugReport:
    """A bug that the engine told about; its whole story is in the engine's log."""
    return BugReport(f"engine {summary}", Area.SYNC, (f"engine: {summary}",))


def crash_report(process: str, trace: str) -> BugReport:
    """A crash below Python in an earlier run (or of the engine); the trace names files and functions only."""
    lines = [_shortened(line) for line in trace.splitlines()]
    area = Area.SYNC if process == "engine" else Area.SHOPDESK
    return BugReport(f"crash {process} {lines[0] if lines else ''}", area, (f"{process}:", *lines))


def short_path(path: str) -> str:
    """The part of a path that names code and not whose computer it is."""
    parts = PurePath(path.replace("\\", "/")).parts
    for mark in (_OURS, "site-packages", "lib"):
        if mark in parts:
            place = len(parts) - 1 - parts[::-1].index(mark)
            kept = parts[place if mark == _OURS else place + 1 :]
            return "/".join(kept) or parts[-1]
    return parts[-1] if parts else ""


def _source(code: CodeType, line: int) -> str:
    """The line of our own code; empty in a frozen program."""
    if _OURS not in PurePath(code.co_filename).parts:
        return ""
    return FrameSummary(code.co_filename, line, code.co_name).line or linecache.getline(code.co_filename, line).strip()


def _safe_words(error: BaseException) -> str:
    if type(error) not in _ABOUT_CODE:
        return ""
    words = " ".join(str(error).split())
    return _QUOTED.sub("'…'", _ADDRESS.sub("…@…", words))[:LONGEST_MESSAGE]


def _area(steps: Sequence[tuple[CodeType, int]]) -> Area:
    """Of the innermost place that is ours and says something."""
    for code, _ in reversed(steps):
        path = short_path(code.co_filename)
        if path.startswith(f"{_OURS}/"):
            area = next((area for part, area in _AREAS if part in path), None)
            if area is not None:
                return area
    return Area.SHOPDESK


def _shortened(line: str) -> str:
    found = re.match(r'(\s*File ")([^"]+)(".*)', line)
    return f"{found[1]}{short_path(found[2])}{found[3]}" if found else line
