"""The order card beside the mail: number, item, price, three steps, several orders, the customer's purchases."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import DiskFull, NotFound
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.order import OrderItem, OrdersBeside, OrderState
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.side_panel.order_presenter import OrdersPresenter
from shopdesk.ui.side_panel.panel import SidePanel
from tests.ui.conftest import Maker, settle
from tests.ui.fake_orders import FakeOrders
from tests.ui.fakes import HeldLane
from tests.ui.shown.orders import an_order, ordering_desk


def _choose(window: MainWindow, number: int, bot: QtBot) -> SidePanel:
    window.inbox.presenter.choose(ConversationId(number))
    settle(bot)
    return window.inbox.panel


def _clipboard() -> str:
    return QApplication.clipboard().text()


def test_an_order_shows_number_item_price_and_how_far_it_is(make: Maker, qtbot: QtBot) -> None:
    window = make(ordering_desk("en"))
    panel = _choose(window, 1, qtbot)
    first, second, third, fourth = panel.orders.lines
    details = first.details
    assert details is not None
    assert (first.number, details.item.text()) == ("304-8812047", "Linen table lamp, sand")
    assert details.price.text() == "1 × €78.00 · 12 Nov"
    assert (details.steps.reached, details.steps.accessibleName()) == (3, "Delivered")
    assert second.details is not None
    assert second.details.item.text() == "Stoneware mug set, sage"
    assert second.details.price.text() == "2 items · €112.40 · 6 Nov"
    assert [line.details.steps.reached for line in (second, third) if line.details is not None] == [2, 1]
    assert fourth.details is not None
    assert fourth.details.steps.isHidden()
    assert fourth.details.cancelled.text() == "Cancelled"


def test_what_the_customer_bought_stands_under_the_name(make: Maker, qtbot: QtBot) -> None:
    window = make(ordering_desk("en"))
    panel = _choose(window, 1, qtbot)
    assert panel.head.numbers.pairs == (("4", "Orders"), ("€258", "Spent"), ("1", "Return"))
    panel = _choose(window, 2, qtbot)
    assert panel.head.numbers.pairs[0][1].startswith("Conversation")
    assert panel.cards.sections["orders"].head.count == len(panel.orders.lines)


def test_a_click_copies_the_numbers_of_order_and_parcel(make: Maker, qtbot: QtBot) -> None:
    window = make(ordering_desk("en"))
    line = _choose(window, 1, qtbot).orders.lines[0]
    QTest.mouseClick(line.copy, Qt.MouseButton.LeftButton)
    assert _clipboard() == "304-8812047"
    assert line.details is not None
    QTest.mouseClick(line.details.copy_parcel, Qt.MouseButton.LeftButton)
    assert _clipboard() == "00340434161094042557"


def test_a_click_puts_the_numbers_into_the_answer(make: Maker, qtbot: QtBot) -> None:
    window = make(ordering_desk("en"))
    line = _choose(window, 1, qtbot).orders.lines[0]
    QTest.mouseClick(line.insert, Qt.MouseButton.LeftButton)
    settle(qtbot)
    text = window.answers.composer.text
    assert text.toPlainText() == "304-8812047"
    assert QApplication.focusWidget() is text
    QTest.keyClicks(text, " ")
    assert line.details is not None
    QTest.mouseClick(line.details.insert_parcel, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert text.toPlainText() == "304-8812047 00340434161094042557"


def test_of_many_orders_some_are_shown_and_the_rest_on_demand(make: Maker, qtbot: QtBot) -> None:
    desk = ordering_desk("en")
    desk.orders.known = [an_order(number) for number in range(1, 9)]
    window = make(desk)
    panel = _choose(window, 1, qtbot)
    assert (len(panel.orders.lines), panel.orders.count) == (3, 8)
    assert panel.orders.more.text() == "Show 5 more orders"
    QTest.keyClick(panel.orders.more, Qt.Key.Key_Space)
    assert len(panel.orders.lines) == 8
    assert QApplication.focusWidget() is panel.orders.lines[3].copy


def test_a_file_that_comes_in_shows_at_once(make: Maker, qtbot: QtBot) -> None:
    desk = ordering_desk("en")
    desk.orders.known = []
    window = make(desk)
    panel = _choose(window, 1, qtbot)
    assert panel.orders.lines[0].details is None
    desk.orders.known = [an_order(1, items=(OrderItem("Mug"),), state=OrderState.UNPAID, total=None)]
    window.inbox.customer.apply(Changes(orders=True))
    settle(qtbot)
    details = panel.orders.lines[0].details
    assert details is not None
    assert (details.item.text(), details.steps.accessibleName(), details.price.text()) == ("Mug", "Not paid", "12 Nov")


def test_a_slow_answer_never_shows_somebody_elses_orders(make: Maker, qtbot: QtBot) -> None:
    desk, reading = ordering_desk("en"), HeldLane()
    window = make(desk, reading=reading)
    _choose(window, 1, qtbot)
    panel = _choose(window, 2, qtbot)
    reading.release()
    reading.release()
    assert [line.details for line in panel.orders.lines] == [None] * len(panel.orders.lines)
    assert panel.head.numbers.pairs[0][1].startswith("Conversation")


def test_ten_fast_presses_of_j_read_the_orders_of_the_last_conversation_only(make: Maker, qtbot: QtBot) -> None:
    desk, asked = ordering_desk("en"), []
    window, beside = make(desk), desk.orders.beside

    def counted(conversation: ConversationId) -> OrdersBeside:
        asked.append(conversation)
        return beside(conversation)

    desk.orders.beside = counted  # type: ignore[method-assign]
    for _ in range(9):
        QTest.keyClick(window.inbox.column.list, Qt.Key.Key_J)
    settle(qtbot)
    assert asked == [window.inbox.presenter.current]
    for _ in range(9):
        QTest.keyClick(window.inbox.column.list, Qt.Key.Key_K)
    settle(qtbot)
    assert (asked[1:], len(window.inbox.panel.orders.lines)) == ([ConversationId(1)], 4)


def test_a_conversation_that_is_gone_is_no_failure_and_others_are_told(make: Maker, qtbot: QtBot) -> None:
    desk = ordering_desk("en")
    window = make(desk)
    failures: list[object] = []
    panel = window.inbox.panel
    panel.failed.connect(failures.append)
    desk.orders.fail_with = NotFound("conversation 2")
    _choose(window, 2, qtbot)
    assert failures == []
    desk.orders.fail_with = DiskFull("x")
    _choose(window, 3, qtbot)
    assert len(failures) == 1


def test_money_in_several_currencies_is_marked(make: Maker, qtbot: QtBot) -> None:
    desk = ordering_desk("en")
    desk.orders.known = [an_order(1), replace(an_order(2), currency="JPY", total=Decimal(900))]
    panel = _choose(make(desk), 1, qtbot)
    assert panel.head.numbers.pairs[1] == ("€78 +", "Spent")


class _Card:
    """Keeps what it is to show."""

    def __init__(self) -> None:
        self.shown: list[OrdersBeside] = []

    def show_orders(self, beside: OrdersBeside) -> None:
        self.shown.append(beside)


def test_orders_that_came_in_while_others_were_read_are_read_too() -> None:
    desk, reading, card, failures = ordering_desk("en"), HeldLane(), _Card(), list[Exception]()
    presenter = OrdersPresenter(desk, reading, failures.append)
    presenter.view = card
    presenter.read(desk.all_rows[1])
    [(work, done, _)] = reading.jobs
    reading.jobs.clear()
    before = work()
    desk.orders.beside = lambda _: OrdersBeside()  # type: ignore[method-assign]
    presenter.read(None)
    assert done is not None
    done(before)
    assert card.shown == [], "that is old news"
    reading.release()
    assert card.shown == [OrdersBeside()]
    desk.orders.fail_with = DiskFull()
    desk.orders.beside = FakeOrders.beside.__get__(desk.orders)  # type: ignore[method-assign]
    presenter.read(desk.all_rows[2])
    reading.release()
    assert len(failures) == 1
