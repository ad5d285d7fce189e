"""The lists that rules are made of: those that come with the program, and what the shop changed in them."""

import json
import logging
from collections.abc import Mapping
from pathlib import Path

_log = logging.getLogger(__name__)
_LARGEST = 1 << 20
"""Bytes of a file; a list of words is far smaller."""


def load_rules(supplied: Path, own: Path) -> Mapping[str, object]:
    """What the JSON files of a folder hold, by their names without the ending.

    A file of the same name in `own` replaces the parts (lists) that it names, and leaves the others; further files
    there add to them. What cannot be read there is left out and logged: a slip in an edited list is no reason to stop.
    """
    rules = {file.stem: json.loads(file.read_text("utf-8")) for file in sorted(supplied.glob("*.json"))}
    for file in sorted(own.glob("*.json")) if own.is_dir() else ():
        changed = _read(file)
        if changed is not None:
            rules[file.stem] = {**rules.get(file.stem, {}), **changed}
    return rules


def _read(file: Path) -> Mapping[str, object] | None:
    try:
        is_small = file.stat().st_size <= _LARGEST
        content = json.loads(file.read_text("utf-8-sig")) if is_small else None
    except (OSError, ValueError, RecursionError) as problem:
        _log.warning("rules: %s is left out: %s", file.name, problem)
        return None
    if isinstance(content, dict):
        return content
    _log.warning("rules: %s is left out: it holds no lists with names", file.name)
    return None
