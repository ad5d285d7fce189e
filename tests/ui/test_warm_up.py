"""What the first visit of another page needs is read in while the window is at rest."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from shopdesk.jobs.lane import InlineLane
from shopdesk.ui import cases, customers, orders, reports, templates, today, warm_up
from shopdesk.ui.warm_up import MODULES, WarmUp
from tests.ui.fakes import FakeDesk
from tests.ui.library_shop import library_shop

PAGES = (today, cases, orders, customers, templates, reports)
ON_DEMAND = {
    "cases": {"ledger", "ledger_table"},
    "customers": set(),
    "orders": {"columns", "dialog", "presenter", "preview_page", "rules_popover", "start_page", "wording"},
    "reports": set(),
    "templates": {"conversation_picker", "import_popover", "versions"},
    "today": {"fact_form", "line_list", "list_editor", "own_form", "person_form", "report_words", "reports"},
}
"""Opened by a button of the page."""


def test_all_modules_of_the_pages_are_read_in_one_after_the_other(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warm_up, "REST_MS", 0)
    monkeypatch.setattr(warm_up, "GAP_MS", 0)
    ready: list[FakeDesk] = []
    monkeypatch.setattr(FakeDesk, "get_ready", lambda self: ready.append(self))
    owner, shop = QObject(), library_shop()
    with qtbot.waitCallback(timeout=20_000) as done:
        WarmUp(owner, shop, InlineLane(), done)
    assert "templates" in shop.__dict__, "the library is made, with all that fills templates"
    assert ready == [shop.conversations], "and what folds the first conversation that is opened"
    assert all(name in sys.modules for name in MODULES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__.rpartition(".")[2])
def test_no_module_of_a_page_is_forgotten(page: ModuleType) -> None:
    name = page.__name__.rpartition(".")[2]
    (folder,) = page.__path__
    here = {path.stem for path in Path(folder).glob("*.py")} - {"__init__", *ON_DEMAND[name]}
    assert {f"{page.__name__}.{stem}" for stem in here} <= set(MODULES)
