"""The page of customers: the list with a card, nobody found, nobody yet."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from shopdesk.ui.customers.page import CustomersPage
from shopdesk.ui.main_window import MainWindow
from tests.ui.fakes import FakeDesk
from tests.ui.sample import sample_desk
from tests.ui.shown.stage import Stage


def window_of(stage: Stage, desk: FakeDesk | None = None) -> tuple[MainWindow, CustomersPage]:
    """A window turned to its customers."""
    window = stage.window(desk or sample_desk(stage.language))
    window.pages.show("customers")
    stage.settle()
    page = window.pages.page("customers")
    assert isinstance(page, CustomersPage)
    return window, page


def listed(stage: Stage) -> QWidget:
    """The second customer's card."""
    window, page = window_of(stage)
    page.presenter.step(1)
    stage.settle()
    return window


def not_found(stage: Stage) -> QWidget:
    """A name that nobody has."""
    window, page = window_of(stage)
    page.search.setText("xyz")
    stage.settle()
    return window


def nobody(stage: Stage) -> QWidget:
    """A shop to which nobody wrote."""
    return window_of(stage, FakeDesk())[0]


SHOWN = {"customers": listed, "customers-not-found": not_found, "customers-none": nobody}
