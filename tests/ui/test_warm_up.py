"""What the first visit of another page needs is read in while the window is at rest."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from shopdesk.jobs.lane import InlineLane
from shopdesk.ui import templates
from shopdesk.ui.warm_up import MODULES, WarmUp
from tests.ui.library_shop import library_shop

ON_DEMAND = {"__init__", "conversation_picker", "import_popover", "languages_bar", "versions"}
"""Opened by a button of the page, or read in with another module."""


def test_all_modules_of_the_page_are_read_in_one_after_the_other(qtbot: QtBot) -> None:
    owner, shop = QObject(), library_shop()
    with qtbot.waitCallback() as done:
        WarmUp(owner, shop, InlineLane(), done).begin()
    assert "templates" in shop.__dict__, "the library is made, with all that fills templates"
    assert all(name in sys.modules for name in MODULES)


def test_no_module_of_the_page_is_forgotten() -> None:
    (folder,) = templates.__path__
    here = {path.stem for path in Path(folder).glob("*.py")} - ON_DEMAND
    assert {f"shopdesk.ui.templates.{name}" for name in here} <= set(MODULES)
