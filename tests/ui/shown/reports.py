"""The page of reports: a week, a quarter with tables, own days with a topic that rose, a desk without mails."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.reports.page import ReportsPage
from tests.ui.fake_figures import FakeFigures, busy_figures
from tests.ui.sample import sample_desk
from tests.ui.shown.stage import Stage


def window_of(
    stage: Stage, figures: FakeFigures | None = None, *, rising: bool = False
) -> tuple[MainWindow, ReportsPage]:
    """A window turned to its reports."""
    desk = sample_desk(stage.language)
    desk.figures = figures or busy_figures(stage.now, list(desk.all_rows)[:6] if rising else ())
    window = stage.window(desk)
    window.pages.show("reports")
    stage.settle()
    page = window.pages.page("reports")
    assert isinstance(page, ReportsPage)
    return window, page


def week(stage: Stage) -> QWidget:
    """The last seven days."""
    return window_of(stage)[0]


def quarter(stage: Stage) -> QWidget:
    """Ninety days, every chart as its table."""
    window, page = window_of(stage)
    page.presenter.choose_length(90)
    page.head.retranslate(90)
    for card in (page.volume, page.replies, page.topics, page.hours):
        card.switch.click()
    stage.settle()
    return window


def risen(stage: Stage) -> QWidget:
    """Days that were chosen, and a topic that rose today with its mails."""
    window, page = window_of(stage, rising=True)
    page.presenter.choose_length(0)
    page.head.retranslate(0)
    page.rises.cards[0].switch.click()
    stage.settle()
    return window


def nothing(stage: Stage) -> QWidget:
    """No mail ever came."""
    return window_of(stage, FakeFigures(stage.now))[0]


SHOWN = {"reports": week, "reports-tables": quarter, "reports-risen": risen, "reports-none": nothing}
