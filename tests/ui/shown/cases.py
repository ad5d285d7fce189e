"""The page of cases: board, list, one case, the forms; nothing there."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from shopdesk.domain.agent import Agent
from shopdesk.domain.case import Column, Resolution
from shopdesk.domain.ids import AgentId, CaseId
from shopdesk.ui.cases.page import CasesPage
from shopdesk.ui.main_window import MainWindow
from tests.ui.fake_cases import FakeCases, sample_cases
from tests.ui.sample import sample_desk
from tests.ui.shown.stage import Stage


def window_of(stage: Stage, cases: FakeCases | None = None) -> tuple[MainWindow, CasesPage]:
    """A window turned to its cases."""
    desk = sample_desk(stage.language)
    desk.cases = cases or owned(sample_cases(stage.now, stage.language, [next(iter(desk.all_rows))]), stage.language)
    window = stage.window(desk)
    window.pages.show("cases")
    stage.settle()
    page = window.pages.page("cases")
    assert isinstance(page, CasesPage)
    return window, page


def owned(cases: FakeCases, language: str) -> FakeCases:
    """Two people share the cases; the one to decide follows its playbook, and something was paid this month."""
    names = ("林丽", "吴伟") if language.startswith("zh") else ("Lin Li", "Wei Wu")
    cases.team = [Agent(AgentId(place), name) for place, name in enumerate(names, start=1)]
    cases.me = AgentId(1)
    for number, owner in ((1047, 1), (1045, 2), (1036, 1), (1042, 1), (1033, 2), (1038, 2)):
        cases.kept[number] = replace(cases.kept[number], owner=owner)
    paid = {
        1038: (Resolution.REFUND, "39.90"),
        1045: (Resolution.COMPENSATE, "12.00"),
        1041: (Resolution.PARTIAL_REFUND, "20.00"),
    }
    for number, (resolution, amount) in paid.items():
        one = replace(cases.kept[number], resolution=resolution, amount=Decimal(amount), decided_at=cases.now)
        cases.kept[number] = replace(one, currency="EUR")
    cases.tick(CaseId(1042), cases.kept[1042].steps[0].key)
    return cases


def ledger(stage: Stage) -> QWidget:
    """What was paid this month, against the limits."""
    window, page = window_of(stage)
    page.show_payments()
    stage.settle()
    return window


def linking(stage: Stage) -> QWidget:
    """Which conversation is linked with a case."""
    window, page = window_of(stage)
    page.open_case(CaseId(1042))
    page.one.facts.links.ask(page.presenter.shown.cases[CaseId(1042)])
    picker = page.one.facts.links.picker
    assert picker is not None
    picker.field.setText("lamp" if stage.language == "en" else "灯")
    stage.settle()
    return window


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
    "cases-ledger": ledger,
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
    "cases-link": linking,
    "cases-none": nothing,
}
"""Further states for pictures."""
