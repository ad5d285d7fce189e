"""Regular expressions must mean the same on every Python that Shopdesk runs on."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re._constants import ANY, IN, LITERAL, NOT_LITERAL, POSSESSIVE_REPEAT
from re._parser import SubPattern, parse

import pytest

import shopdesk

SINGLE = {ANY, IN, LITERAL, NOT_LITERAL}
FLOORS = ["domain", "mail", "services", "storage", "system"]


@pytest.mark.parametrize("floor", FLOORS)
def test_no_pattern_repeats_a_group_possessively(floor: str) -> None:
    """Python 3.11.0 to 3.11.4 (Debian 12 has 3.11.2) match that wrongly where the group looks ahead or chooses
    (python/cpython#106052): encoded words stood in subjects undecoded. The atomic `(?>(?:…)*)` is sound.
    """
    assert not [name for name, one in _patterns(floor) if _repeats_a_group(parse(one.pattern, one.flags))]


def _patterns(floor: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    folder = importlib.import_module(f"{shopdesk.__name__}.{floor}")
    for info in pkgutil.walk_packages(folder.__path__, f"{folder.__name__}."):
        for name, value in vars(importlib.import_module(info.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{info.name}.{name}", value


def _repeats_a_group(pieces: object) -> bool:
    """Repetitions of a single character are sound."""
    if not isinstance(pieces, SubPattern | tuple | list):
        return False
    if isinstance(pieces, tuple) and pieces and pieces[0] is POSSESSIVE_REPEAT:
        repeated = pieces[1][2]
        if len(repeated) != 1 or repeated[0][0] not in SINGLE:
            return True
    return any(_repeats_a_group(piece) for piece in pieces)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [(r"(?:ab|c)*+", True), (r"x(y(?:\?(?!=)z){0,20}+)?", True), (r"[ab]*+x?+.++(?>(?:ab|c)*)", False)],
)
def test_a_group_is_told_from_a_character(pattern: str, expected: bool) -> None:
    assert _repeats_a_group(parse(pattern)) is expected
