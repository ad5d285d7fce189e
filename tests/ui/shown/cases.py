"""The page of cases: board, list, one case, the forms; nothing there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from shopdesk.domain.case import Column
from shopdesk.domain.ids import CaseId
from shopdesk.ui.cases.page import CasesPage
from shopdesk.ui.main_window import MainWindow
from tests.ui.fake_cases import FakeCases, sample_cases
from tests.ui.sample import sample_desk
from tests.ui.shown.stage import Stage


def window_of(stage: Stage, cases: FakeCases | None = None) -> tuple[MainWindow, CasesPage]:
    """A window turned to its cases."""
    desk = sample_desk(stage.language)
    desk.cases = cases or sample_cases(stage.now, stage.language, [next(iter(desk.all_rows))])
    window = stage.window(desk)
    window.pages.show("cases")
    stage.settle()
    page = window.pages.page("cases")
    assert isinstance(page, CasesPage)
    return window, page


def board(stage: Stage) -> QWidget:
    """Five columns, the case to decide has the focus, and a move that can be taken back."""
    window, page = window_of(stage)
    page.presenter.current = CaseId(1042)
    page.show_cases()
    page.board.focus_cards(CaseId(1042))
    page.tell_moved(page.presenter.shown.cases[CaseId(1042)])
    stage.settle()
    return window


def unfolded(stage: Stage) -> QWidget:
    """The closed ones too."""
    window, page = window_of(stage)
    page.board.folded.click()
    stage.settle()
    return window


def listed(stage: Stage) -> QWidget:
    """The same as a table."""
    window, page = window_of(stage)
    page.head.list.click()
    stage.settle()
    return window


def one(stage: Stage) -> QWidget:
    """One case with its mails."""
    window, page = window_of(stage)
    page.open_case(CaseId(1042))
    stage.settle(60)
    return window


def beginning(stage: Stage) -> QWidget:
    """A new case from a conversation."""
    desk = sample_desk(stage.language)
    desk.cases = sample_cases(stage.now, stage.language)
    window = stage.window(desk)
    window.pages.new_case()
    stage.settle()
    return window


def missing(stage: Stage) -> QWidget:
    """A gate that is closed."""
    window, page = window_of(stage)
    page.presenter.move(CaseId(1042), Column.SETTLE)
    stage.settle()
    return window


def moving(stage: Stage) -> QWidget:
    """Where to?"""
    window, page = window_of(stage)
    page.presenter.current = CaseId(1045)
    page.forms.ask_where()
    stage.settle()
    return window


def editing(stage: Stage) -> QWidget:
    """All fields."""
    window, page = window_of(stage)
    page.open_case(CaseId(1042))
    page.one.facts.edit.click()
    stage.settle()
    return window


def asking(stage: Stage) -> QWidget:
    """A question to the supplier."""
    window, page = window_of(stage)
    page.open_case(CaseId(1042))
    page.one.ask.click()
    stage.settle()
    return window


def returning(stage: Stage) -> QWidget:
    """What the return policy says."""
    window, page = window_of(stage)
    page.open_case(CaseId(1033))
    page.one.policy.click()
    stage.settle()
    return window


def nothing(stage: Stage) -> QWidget:
    """No case yet."""
    return window_of(stage, FakeCases(stage.now))[0]


SHOWN = {
    "cases": board,
    "cases-edit": editing,
}
"""What everybody's walk goes over; each costs a second."""

ALSO = {
    "cases-list": listed,
    "cases-closed": unfolded,
    "cases-one": one,
    "cases-new": beginning,
    "cases-missing": missing,
    "cases-move": moving,
    "cases-ask": asking,
    "cases-return": returning,
    "cases-none": nothing,
}
"""Further states for pictures."""
