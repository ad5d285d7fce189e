"""The page of parcels and orders that need somebody: seen, written about, put aside, brought back; its rules."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shopdesk.domain.changes import Changes
from shopdesk.domain.day import DayKind, Item
from shopdesk.domain.errors import DatabaseBusy
from shopdesk.domain.order_watch import AddressFault, WatchReason, WatchRules
from shopdesk.ui.actions import Do
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.new_mail import NewMail
from shopdesk.ui.orders.rules_popover import RulesPopover
from shopdesk.ui.orders.watch_page import WatchPage
from shopdesk.ui.orders.watch_words import fault_text, reason_text, what_is_wrong
from shopdesk.ui.today.wording import item_title
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import FakeDesk
from tests.ui.sample import NOW
from tests.ui.shown.order_watch import watch_page_of, watched_orders, watching_desk


@pytest.fixture
def desk() -> FakeDesk:
    """The sample shop in which orders need somebody."""
    return watching_desk()


def _page(make: Maker, bot: QtBot, desk: FakeDesk) -> tuple[MainWindow, WatchPage]:
    window = make(desk)
    page = watch_page_of(window)
    settle(bot)
    return window, page


def _key(bot: QtBot, key: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key)
    settle(bot)


def test_orders_stand_under_their_reasons_and_keys_go_through_them(make: Maker, qtbot: QtBot, desk: FakeDesk) -> None:
    _, page = _page(make, qtbot, desk)
    rows = page.list.rows
    said = [str(rows.data(rows.index(row, 0))) for row in range(rows.rowCount())]
    assert said[:2] == [
        "Later than promised, 2",
        "Anna Schmidt, 304-8812047 · Stoneware mug set, sage, It was to arrive by 15 Nov., Parcel is late",
    ]
    assert page.count.text() == "7 orders"
    assert QApplication.focusWidget() is page.list
    assert page.card.who.text() == "Anna Schmidt"
    assert page.card.with_template.text() == "With the template “Parcel is late”"
    for key in (Qt.Key.Key_J, Qt.Key.Key_Down, Qt.Key.Key_J):  # over the headings
        _key(qtbot, key)
    assert page.card.who.text() == "Sofia García"
    _key(qtbot, Qt.Key.Key_K)
    assert page.card.what.text() == "Parcel 00340434161094042557 was last seen on 9 Nov."
    assert page.list.currentIndex().row() == rows.lines.index(page.presenter.current)


def test_enter_opens_the_customers_conversation_with_the_template_in_the_answer(
    make: Maker, qtbot: QtBot, desk: FakeDesk
) -> None:
    window, page = _page(make, qtbot, desk)
    _key(qtbot, Qt.Key.Key_Return)
    assert not page.isVisible()
    composer = window.answers.composer
    assert composer.isVisible()
    assert composer.text.toPlainText().startswith("Dear Anna,")
    draft = window.answers.seat.presenter.draft
    assert draft is not None
    assert draft.template_ids == (900,)
    row = desk.all_rows[draft.conversation_id]
    assert (row.customer_email, window.inbox.presenter.current) == ("anna@example.de", row.id)


def test_whoever_never_wrote_gets_a_new_mail_with_the_template(make: Maker, qtbot: QtBot, desk: FakeDesk) -> None:
    window, page = _page(make, qtbot, desk)
    _key(qtbot, Qt.Key.Key_J)
    QTest.mouseClick(page.card.write, Qt.MouseButton.LeftButton)
    settle(qtbot)
    (dialog,) = window.findChildren(NewMail)
    assert dialog.composer.text.toPlainText().startswith("Dear")
    people = desk.replies.drafts()[0].to
    assert [(one.name, one.email) for one in people] == [("Marco Bianchi", "customer2@example.net")]
    dialog.close()


def test_who_has_no_address_cannot_be_written_to_and_the_card_says_why(
    make: Maker, qtbot: QtBot, desk: FakeDesk
) -> None:
    window, page = _page(make, qtbot, desk)
    page.presenter.choose(next(one for one in desk.orders.needing if not one.order.email))
    assert not page.card.write.isEnabled()
    assert "write through the marketplace" in page.card.with_template.text()
    _key(qtbot, Qt.Key.Key_Return)
    assert page.isVisible()
    assert not window.findChildren(NewMail)


def test_what_is_no_problem_goes_at_once_and_undo_brings_it_back(make: Maker, qtbot: QtBot, desk: FakeDesk) -> None:
    window, page = _page(make, qtbot, desk)
    first = desk.orders.needing[0]
    _key(qtbot, Qt.Key.Key_E)
    assert desk.orders.aside == [first]
    assert page.card.who.text() == "Marco Bianchi"
    assert window.toast.text == "304-8812047 is left alone until something changes"
    assert page.count.text() == "6 orders"
    _key(qtbot, Qt.Key.Key_Z)
    assert desk.orders.aside == []
    assert page.card.who.text() == "Anna Schmidt"
    for _ in desk.orders.needing:
        _key(qtbot, Qt.Key.Key_E)
    assert (page.calm.title, page.list.isVisible()) == ("All orders are on their way", False)
    for _ in range(3):
        window.deeds.run(Do.UNDO)
    settle(qtbot)
    assert len(page.list.rows.lines) == 6


def test_a_refused_write_brings_the_order_back_and_says_so(make: Maker, qtbot: QtBot, desk: FakeDesk) -> None:
    window, page = _page(make, qtbot, desk)
    desk.orders.fail_with = DatabaseBusy("disk")
    QTest.mouseClick(page.card.aside, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert page.count.text() == "7 orders"
    assert page.card.who.text() == "Anna Schmidt"
    assert not page.presenter.can_undo
    assert "left alone" not in window.toast.text


def test_an_import_of_the_engine_is_seen_at_once(make: Maker, qtbot: QtBot, desk: FakeDesk) -> None:
    window, page = _page(make, qtbot, desk)
    del desk.orders.needing[0]
    window.pages.apply(Changes(orders=True))
    settle(qtbot)
    assert page.card.who.text() == "Marco Bianchi"


def test_the_rules_are_set_where_the_orders_are(make: Maker, qtbot: QtBot, desk: FakeDesk) -> None:
    window, page = _page(make, qtbot, desk)
    QTest.mouseClick(page.rules, Qt.MouseButton.LeftButton)
    (popover,) = window.findChildren(RulesPopover)
    assert QApplication.focusWidget() is popover.days
    popover.days.setValue(10)
    popover.countries.setText("de, at Fr XX1")
    QTest.keyClick(popover.countries, Qt.Key.Key_Return)
    assert popover.refusal.text() == "“XX1” is no code of a country. Germany is DE, China is CN."
    popover.countries.setText("de, at Fr")
    QTest.keyClick(popover.countries, Qt.Key.Key_Return)
    settle(qtbot)
    assert desk.orders.kept_rules == WatchRules(10, 24, frozenset({"DE", "AT", "FR"}))
    _key(qtbot, Qt.Key.Key_Z)
    assert desk.orders.kept_rules == WatchRules()


def test_an_empty_shop_is_offered_the_import(make: Maker, qtbot: QtBot, desk: FakeDesk) -> None:
    desk.orders.needing, desk.orders.known = [], []
    window, page = _page(make, qtbot, desk)
    assert page.calm.title == "No orders yet"
    QTest.mouseClick(page.calm.button, Qt.MouseButton.LeftButton)
    assert window.orders.dialog is not None
    window.orders.dialog.close()


def test_the_import_leads_to_the_page(make: Maker, qtbot: QtBot, desk: FakeDesk) -> None:
    window = make(desk)
    window.deeds.run(Do.IMPORT_ORDERS)
    dialog = window.orders.dialog
    assert dialog is not None
    QTest.mouseClick(dialog.start.to_watch, Qt.MouseButton.LeftButton)
    assert (dialog.isVisible(), window.pages.current) == (False, "orders")


def test_the_morning_leads_to_the_page() -> None:
    item = Item("orders", count=3)
    assert item_title(item, DayKind.MORNING) == "See to late parcels and faulty orders"


def test_every_reason_and_fault_has_its_sentence() -> None:
    one = watched_orders()[0]
    sentences = {what_is_wrong(replace(one, reason=reason, detail="no_name"), NOW) for reason in WatchReason}
    assert len(sentences) == len({reason_text(reason) for reason in WatchReason}) == len(WatchReason)
    assert not any("%" in sentence for sentence in sentences)
    assert len({fault_text(fault) for fault in AddressFault}) == len(AddressFault)


def test_news_leave_the_keys_on_the_button_that_somebody_went_to(make: Maker, qtbot: QtBot, desk: FakeDesk) -> None:
    _, page = _page(make, qtbot, desk)
    page.rules.setFocus()
    page.apply(Changes(orders=True))
    settle(qtbot)
    assert QApplication.focusWidget() is page.rules
