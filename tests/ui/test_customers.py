"""The page of customers through real widgets."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shopdesk.domain.erasing import MailsToErase, ToErase
from shopdesk.ui.customers.page import CustomersPage, erase_words
from shopdesk.ui.main_window import MainWindow
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import FakeDesk
from tests.ui.sample import sample_desk

Opened = tuple[MainWindow, CustomersPage]


@pytest.fixture
def opened(make: Maker, qtbot: QtBot) -> Callable[[FakeDesk], Opened]:
    """Turn a window to its customers by the keys G U."""

    def turn(desk: FakeDesk) -> Opened:
        window = make(desk)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_G)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_U)
        settle(qtbot)
        page = window.pages.page("customers")
        assert isinstance(page, CustomersPage)
        return window, page

    return turn


def test_customers_are_listed_by_their_newest_mail_with_the_card_of_one(
    opened: Callable[[FakeDesk], Opened]
) -> None:
    _, page = opened(sample_desk())
    people = page.list.model_of_people.people
    assert len({one.address for one in people}) == len(people) > 5
    moments = [one.last_at for one in people if one.last_at is not None]
    assert moments == sorted(moments, reverse=True)
    assert page.presenter.current == people[0].address
    assert page.card.panel.head.name.text() == people[0].shown


def test_j_k_and_arrows_go_through_the_list_and_search_finds(
    opened: Callable[[FakeDesk], Opened], qtbot: QtBot
) -> None:
    window, page = opened(sample_desk())
    people = page.list.model_of_people.people
    QTest.keyClick(page.list, Qt.Key.Key_J)
    assert page.presenter.current == people[1].address
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.presenter.current == people[2].address
    QTest.keyClick(page.list, Qt.Key.Key_K)
    assert page.presenter.current == people[1].address
    QTest.keyClick(page.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is page.search
    QTest.keyClicks(page.search, "weber")
    settle(qtbot)
    assert [one.name for one in page.list.model_of_people.people] == ["Jonas Weber"]
    assert page.presenter.current == page.list.model_of_people.people[0].address
    page.search.setText("nobody at all")
    settle(qtbot)
    assert not page.list.isVisible()
    assert page.calm.isVisible()


def test_an_earlier_conversation_leads_into_the_inbox(opened: Callable[[FakeDesk], Opened], qtbot: QtBot) -> None:
    desk = sample_desk()
    window, page = opened(desk)
    assert page.card.panel.earlier_subjects(), "the newest one too: no conversation stands beside this card"
    number = next(iter(desk.all_rows.values())).id
    page.card.panel.earlier_clicked.emit(number)
    settle(qtbot)
    assert window.pages.current == "inbox"
    assert window.inbox.presenter.current == number


def test_erasing_asks_first_and_tells_what_goes(opened: Callable[[FakeDesk], Opened]) -> None:
    desk = sample_desk()
    window, page = opened(desk)
    asked: list[str] = []
    page.confirm = lambda who, found: bool(asked.append(erase_words(found)))
    page.erase.click()
    assert desk.erasing.erased == []
    assert asked[0].startswith("1 conversation\n3 mails\n2 attached files\n1 note\n1 order\n1 case stays")
    page.confirm = lambda who, found: True
    gone = page.presenter.current
    page.erase.click()
    assert desk.erasing.erased == [gone]
    assert window.toast.text.startswith("Erased ")


def test_nothing_is_counted_that_is_not_there() -> None:
    assert erase_words(ToErase(MailsToErase(messages=2))).splitlines()[0] == "2 mails"


def test_a_shop_without_mails_says_so(opened: Callable[[FakeDesk], Opened]) -> None:
    _, page = opened(FakeDesk())
    assert page.calm.isVisible()
    assert not page.erase.isVisible()
