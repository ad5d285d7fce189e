"""The licences of everything that the program is made of."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from shopdesk.system.licences import QT, SHIPPED, all_licences

ROOT = Path(__file__).resolve().parents[2]


def test_every_library_that_the_project_asks_for_shows_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {re.split(r"[=<>;\[]", line)[0].casefold() for line in project["dependencies"]}
    assert asked == {name.casefold() for name in (QT, *SHIPPED)}
    shown = all_licences(ROOT / "resources")
    assert [one.name for one in shown if len(one.text) < 100] == []
    names = {re.sub(r"[-_.]+", "-", one.name).casefold() for one in shown}
    assert {name.casefold() for name in SHIPPED} <= names
    assert "urllib3" in names, "what a library asks for in turn"
    assert "pytest" not in names, "what only developers need is not shipped"


def test_our_own_licence_and_those_of_the_platforms_come_first() -> None:
    shown = all_licences(ROOT / "resources")
    first = ["Shopdesk", "Python", "Qt, PySide6", "SQLCipher, SQLite, OpenSSL", "Lucide, Feather"]
    assert [one.name for one in shown[:5]] == first
    assert shown[0].text == (ROOT / "LICENSE").read_text("utf-8")
    qt = shown[2]
    assert "LESSER GENERAL PUBLIC LICENSE" in qt.text
    assert "download.qt.io" in qt.text
    assert re.fullmatch(r"6\.\d+\.\d+", qt.version)


def test_a_lost_text_is_an_empty_one(tmp_path: Path) -> None:
    assert all_licences(tmp_path)[0].text == ""
