"""The page of customers: the list with a card, nobody found, nobody yet."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from shopdesk.domain.case import CaseKind
from shopdesk.domain.customer_join import Alike, AlikeReason
from shopdesk.domain.message import Address
from shopdesk.domain.mood import Mood
from shopdesk.domain.their_zone import Certainty, ZoneGuess, ZoneSource
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


def joined(stage: Stage) -> QWidget:
    """A customer with two addresses, and somebody else who may be the same."""
    desk = sample_desk(stage.language)
    first, second, third = desk.customers.newest()[:3]
    desk.customers.join(Address("", first.address), [Address("", second.address)])
    desk.customers.alike_ones[first.address] = [Alike(third, AlikeReason.SAME_ORDER, "SH-20871")]
    desk.customers.tags[desk.customers.number(first.address)] = ["VIP"]
    desk.customers.languages[first.address] = "pt"
    rows = [row for row in desk.all_rows.values() if row.customer_email == first.address]
    for row in rows:
        desk.all_rows[row.id] = replace(row, mood=Mood.ANGRY)
        desk.their_time.zones[row.id] = (ZoneGuess("Europe/Lisbon", Certainty.LIKELY, ZoneSource.MAILS),)
    desk.cases.open(desk.cases.propose(rows[0].id, CaseKind.DAMAGED))
    return window_of(stage, desk)[0]


def picking(stage: Stage) -> QWidget:
    """Who else is this?"""
    desk = sample_desk(stage.language)
    first, _, third = desk.customers.newest()[:3]
    desk.customers.alike_ones[first.address] = [Alike(third, AlikeReason.SAME_PHONE, "+49 170 1234567")]
    window, page = window_of(stage, desk)
    page.ask_join()
    stage.settle()
    return window


SHOWN = {
    "customers": listed,
    "customers-joined": joined,
    "customers-join": picking,
    "customers-not-found": not_found,
    "customers-none": nobody,
}
