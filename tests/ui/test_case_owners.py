"""Whose cases are: given by keys, shown on card, list and page, filtered, taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from shopdesk.domain.agent import Agent
from shopdesk.domain.case import Case, CaseKind, Column
from shopdesk.domain.ids import AgentId, CaseId
from shopdesk.jobs.lane import InlineLane
from shopdesk.ui.cases.page import CasesPage
from shopdesk.ui.cases.shown import CaseFilter, Whose, filter_of
from shopdesk.ui.main_window import MainWindow
from tests.ui.conftest import Maker
from tests.ui.fake_cases import FakeCases, sample_cases
from tests.ui.sample import NOW, sample_desk

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
LIN, WEI = AgentId(1), AgentId(2)


@pytest.fixture
def desk() -> FakeCases:
    desk = sample_cases(NOW)
    desk.team = [Agent(LIN, "Lin Li"), Agent(WEI, "Wei Wu"), Agent(AgentId(3), "Old Otto", active=False)]
    desk.me = LIN
    return desk


@pytest.fixture
def window(make: Maker, desk: FakeCases) -> MainWindow:
    shop = sample_desk()
    shop.cases = desk
    return make(shop)


@pytest.fixture
def page(window: MainWindow) -> CasesPage:
    keys(window, "GC")
    page = window.pages.page("cases")
    assert isinstance(page, CasesPage)
    return page


def keys(window: QWidget, *pressed: str | Qt.Key, shift: bool = False) -> None:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    for each in pressed:
        for one in each if isinstance(each, str) else [each]:
            focused = window.window().focusWidget()
            assert focused is not None, "the focus is lost"
            QTest.keyClick(focused, one, held)


def shown(page: CasesPage) -> set[int]:
    return {case.id for column in page.board.columns.values() for case in column.cards.rows.cases}


def test_a_and_shift_a_give_a_case_to_somebody_z_takes_it_back_and_the_history_names_them(
    page: CasesPage, window: MainWindow, desk: FakeCases
) -> None:
    keys(page, "A", shift=True)
    assert desk.kept[1047].owner == LIN
    assert window.toast.text == "RC-1047 given to Lin Li"
    cards = page.board.columns[Column.NEW].cards.rows
    assert str(cards.data(cards.index(0, 0))).endswith("Lin Li")
    keys(page, "A")
    menu = page.owners.menu
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Lin Li", "Wei Wu", "", "Nobody", "Add a person…"]
    menu.actions()[1].trigger()
    menu.close()
    assert desk.kept[1047].owner == WEI
    page.open_case(CaseId(1047))
    assert page.one.owner.text() == "Wei Wu"
    assert "Owner Wei Wu" in " ".join(label.text() for label in page.one.facts.findChildren(QLabel))
    keys(page, "Z", "Z")
    assert desk.kept[1047].owner is None
    assert page.one.owner.text() == "Nobody’s"


def test_mine_nobodys_and_everyones_cases_are_filtered_and_the_choice_is_remembered(
    page: CasesPage, window: MainWindow
) -> None:
    keys(page, "A", shift=True)
    page.head.whose.click()
    menu = page.head.menu
    assert menu is not None
    menu.actions()[1].trigger()
    menu.close()
    page.head.list.click()
    table = page.overview.table
    heads = [table.rows.headerData(n, Qt.Orientation.Horizontal) for n in range(table.rows.columnCount())]
    assert [table.rows.data(table.rows.index(0, heads.index("Owner"))), table.rows.rowCount()] == ["Lin Li", 1]
    page.head.board.click()
    assert page.head.whose.text() == "Mine"
    assert shown(page) == {1047}
    assert page.head.sum.text() == "1 open · €52 at stake"
    page.head.due.click()
    assert shown(page) == set()
    page.head.due.click()
    page.presenter.want(CaseFilter(whose=Whose.NOBODY))
    assert shown(page) == set(page.presenter.shown.cases) - {1047}
    assert window._around.preferences.case_filter == "mine||"
    lanes = (InlineLane(), InlineLane())
    kept, room = window._around.preferences, page.one.room
    again = CasesPage(page.presenter.desk, lambda _: room, page._theme, lanes, page._now, kept)
    assert (again.head.whose.text(), again.presenter.filter.whose) == ("Mine", Whose.MINE)
    again.deleteLater()


def test_without_anybody_on_duty_shift_a_asks_for_a_name(page: CasesPage, desk: FakeCases) -> None:
    desk.team, desk.me = [], None
    page.presenter.look()
    keys(page, "A", shift=True)
    dialog = page.owners.dialog
    assert dialog is not None
    dialog.textValueSelected.emit("Mia")
    assert desk.kept[1047].owner == 1
    dialog.close()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", CaseFilter()),
        ("mine|due|amazon", CaseFilter("amazon", only_due=True, whose=Whose.MINE)),
        ("theirs|x", CaseFilter()),
    ],
)
def test_a_remembered_filter_is_read_again_and_nonsense_lets_everything_through(text: str, found: CaseFilter) -> None:
    assert filter_of(text) == found
    assert filter_of(found.as_text()) == found
    case = Case(CaseId(1), CaseKind.RETURN, NOW, NOW, owner=LIN, shop="amazon", next_at=NOW)
    assert found.lets_through(case, NOW, LIN)
    assert not CaseFilter(whose=Whose.NOBODY).lets_through(case, NOW)
    assert CaseFilter(whose=Whose.MINE).lets_through(case, NOW, None)
