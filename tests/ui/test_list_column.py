"""The list column: many at once, hover, menus, filter, states, breakpoints; by real keys and clicks."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import ConversationState, ListFilter
from shopdesk.domain.errors import DiskFull
from shopdesk.domain.ids import ConversationId, MailboxId
from shopdesk.ui.actions import ACTIONS, Do, Group, When, action_text
from shopdesk.ui.inbox.empty_page import Offer
from shopdesk.ui.inbox.tabs import Tab
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.preferences import Density
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import FakeDesk, HeldLane
from tests.ui.sample import NOW, health, sample_desk

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def press(window: MainWindow, key: str, bot: QtBot, keys: Qt.KeyboardModifier = NONE) -> None:
    """Type a letter where the keys are."""
    QTest.keyClick(QApplication.focusWidget() or window, key, keys)
    settle(bot)


def selected(window: MainWindow) -> list[int]:
    return list(window.inbox.presenter.selection.ids())


def click(window: MainWindow, number: int, bot: QtBot, keys: Qt.KeyboardModifier = NONE) -> None:
    """Click on the row of a conversation."""
    rows = window.inbox.column.list
    row = window.inbox.presenter.listing.row_of(ConversationId(number))
    assert row is not None
    place = rows.visualRect(rows.model().index(row, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, keys, place)
    settle(bot)


def big_desk(count: int) -> FakeDesk:
    """Very many that need a reply."""
    desk = sample_desk()
    for number in range(1000, 1000 + count):
        at = NOW - timedelta(minutes=number)
        desk.all_rows[number] = replace(desk.all_rows[1], id=ConversationId(number), waiting_since=at, last_at=at)
    return desk


# --- many at once ----------------------------------------------------------------------------------------


def test_x_and_shift_j_k_select_and_esc_clears(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "x", qtbot)
    assert selected(window) == [1]
    for _ in range(3):
        press(window, "J", qtbot, SHIFT)
    assert selected(window) == [1, 2, 3, 4]
    assert window.inbox.presenter.current == 4
    press(window, "K", qtbot, SHIFT)
    assert selected(window) == [1, 2, 3]
    assert window.inbox.column.bar.isVisible()
    assert window.inbox.column.bar.text == "3 selected"
    assert not window.inbox.column.foot.isVisible()
    QTest.keyClick(window.inbox.column.list, Qt.Key.Key_Escape)
    settle(qtbot)
    assert selected(window) == []
    assert not window.inbox.column.bar.isVisible()
    assert window.inbox.column.foot.isVisible()
    assert window.inbox.column.list.hasFocus()


def test_shift_arrows_extend_too(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window.inbox.column.list, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(window.inbox.column.list, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(window.inbox.column.list, Qt.Key.Key_Up, SHIFT)
    settle(qtbot)
    assert selected(window) == [1, 2]


def test_control_click_toggles_and_shift_click_reaches(window: MainWindow, qtbot: QtBot) -> None:
    click(window, 3, qtbot, CTRL)
    assert selected(window) == [1, 3], "the open one comes along with the first"
    click(window, 1, qtbot, CTRL)
    assert selected(window) == [3]
    click(window, 6, qtbot, CTRL)
    click(window, 8, qtbot, SHIFT)
    assert selected(window) == [3, 6, 7, 8]
    click(window, 5, qtbot, SHIFT)
    assert selected(window) == [3, 5, 6], "reaching elsewhere takes back what was reached before"
    click(window, 2, qtbot)
    assert selected(window) == []
    assert window.inbox.presenter.current == 2


def test_done_for_all_selected_is_one_step_and_one_undo(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    press(window, "A", qtbot, CTRL)
    assert selected(window) == list(range(1, 11))
    for number in (1, 2):
        click(window, number, qtbot, CTRL)
    press(window, "e", qtbot)
    assert [n for n in range(1, 11) if desk.all_rows[n].state is ConversationState.NEEDS_REPLY] == [1, 2]
    assert selected(window) == []
    assert window.inbox.presenter.current in (1, 2)
    assert "8 conversations" in window.toast.text
    press(window, "z", qtbot)
    assert all(desk.all_rows[n].state is ConversationState.NEEDS_REPLY for n in range(1, 11))
    assert selected(window) == list(range(3, 11)), "the selection comes back with them"
    assert window.inbox.presenter.counts == desk.counts()


def test_the_bar_does_what_its_buttons_say(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    click(window, 5, qtbot)
    click(window, 6, qtbot, CTRL)
    bar = window.inbox.column.bar
    assert list(bar.buttons)[:3] == [Do.DONE, Do.SNOOZE, Do.UNREAD]
    QTest.mouseClick(bar.buttons[Do.UNREAD], Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert desk.all_rows[5].unread == desk.all_rows[6].unread == 1
    assert selected(window) == [5, 6], "they stay where they are, so they stay selected"
    QTest.mouseClick(bar.clear, Qt.MouseButton.LeftButton)
    assert selected(window) == []


def test_what_leaves_the_list_leaves_the_selection(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    press(window, "A", qtbot, CTRL)
    desk.all_rows[4] = replace(desk.all_rows[4], state=ConversationState.DONE)
    window.inbox.apply(Changes(conversations=frozenset({ConversationId(4)})))
    assert selected(window) == [1, 2, 3, 5, 6, 7, 8, 9, 10]
    press(window, "2", qtbot)
    assert selected(window) == []


def test_a_failed_step_puts_all_rows_back(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    desk.fail_with = DiskFull()
    window = make(desk)
    press(window, "A", qtbot, CTRL)
    press(window, "e", qtbot)
    assert list(window.inbox.presenter.listing.everyone()) == list(range(1, 11))
    assert window.inbox.presenter.counts == desk.counts()


def test_two_thousand_are_handled_without_a_freeze(make: Maker, qtbot: QtBot) -> None:
    desk, lane = big_desk(2_000), HeldLane()
    window = make(desk, writing=lane)
    press(window, "A", qtbot, CTRL)
    assert len(selected(window)) == 2_010
    spent = []
    for step in (lambda: press(window, "e", qtbot), lane.release, lambda: press(window, "z", qtbot), lane.release):
        began = time.thread_time()
        step()
        spent.append(time.thread_time() - began)
    assert len(window.inbox.presenter.listing.everyone()) == 2_010
    assert window.inbox.presenter.counts == desk.counts()
    assert max(spent) < 1.0, spent


def test_screen_readers_hear_that_a_row_is_selected(window: MainWindow, qtbot: QtBot) -> None:
    model = window.inbox.column.list.model()
    row = window.inbox.presenter.listing.row_of(ConversationId(2))
    assert row is not None
    index = model.index(row, 0)
    plain = model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    click(window, 2, qtbot, CTRL)
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == f"Selected: {plain}"


# --- hover and menus -------------------------------------------------------------------------------------


def spot(window: MainWindow, number: int, button: int) -> QPoint:
    rows = window.inbox.column.list
    row = window.inbox.presenter.listing.row_of(ConversationId(number))
    assert row is not None
    rects = rows.painter_of_rows.button_rects(rows.visualRect(rows.model().index(row, 0)))
    return rects[button].center()


@pytest.mark.qt_log_ignore("does not support")
def test_hover_buttons_act_on_their_row_and_say_what_they_do(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    rows = window.inbox.column.list
    assert all(rect.width() >= 24 for rect in rows.painter_of_rows.button_rects(rows.rect()))
    place = spot(window, 5, 2)
    QApplication.sendEvent(rows.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, place, rows.mapToGlobal(place)))
    assert QToolTip.text() == "Mark unread (U)"
    QToolTip.hideText()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    assert desk.all_rows[5].unread == 1
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, NONE, spot(window, 5, 0))
    settle(qtbot)
    assert desk.all_rows[5].state is ConversationState.DONE
    assert window.inbox.presenter.current == 1, "another row was handled, the open one stays"


def texts(menu: QMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in menu.actions()]


def test_the_menu_of_a_row_is_made_from_the_table(window: MainWindow, qtbot: QtBot) -> None:
    wanted = {action_text(do) for do in (Do.DONE, Do.SNOOZE, Do.UNREAD, Do.SELECT, Do.ORIGINAL)}
    assert wanted <= set(texts(window.list_room.row_menu()))
    press(window, "J", qtbot, SHIFT)
    many = texts(window.list_room.row_menu())
    allowed = {action_text(do) for do, facts in ACTIONS.items() if facts.many}
    assert set(many) <= allowed
    assert action_text(Do.DONE) in many
    assert all(facts.when is When.CONVERSATION for facts in ACTIONS.values() if facts.many)
    assert all(facts.group is Group.CONVERSATION for facts in ACTIONS.values() if facts.many)


def shown_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


@pytest.mark.qt_log_ignore("does not support")
def test_a_right_click_is_about_the_row_under_it(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    rows = window.inbox.column.list
    row = window.inbox.presenter.listing.row_of(ConversationId(6))
    assert row is not None
    place = rows.visualRect(rows.model().index(row, 0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, rows.viewport().mapToGlobal(place))
    QApplication.sendEvent(rows.viewport(), event)
    settle(qtbot)
    menu = shown_menu()
    assert window.inbox.presenter.current == 6
    assert desk.all_rows[6].unread == 0
    next(action for action in menu.actions() if action.text().startswith("Mark done")).trigger()
    menu.close()
    settle(qtbot)
    assert desk.all_rows[6].state is ConversationState.DONE


@pytest.mark.qt_log_ignore("does not support")
def test_the_menu_key_opens_the_menu_of_the_current_row(window: MainWindow, qtbot: QtBot) -> None:
    rows = window.inbox.column.list
    QApplication.sendEvent(rows, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1)))
    settle(qtbot)
    menu = shown_menu()
    assert "Mark done" in texts(menu)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    settle(qtbot)
    assert rows.hasFocus()


# --- filter ----------------------------------------------------------------------------------------------


def test_the_filter_shows_what_it_lets_through_and_its_counts(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    desk.all_rows[3] = replace(desk.all_rows[3], mailbox_id=MailboxId(2))
    window = make(desk)
    inbox = window.inbox.presenter
    for only in (
        ListFilter(unread=True), ListFilter(attachments=True), ListFilter(MailboxId(2)),
        ListFilter(MailboxId(1), unread=True, attachments=True),
    ):  # fmt: skip
        inbox.filter(only)
        assert list(inbox.listing.everyone()) == list(desk.ids(ConversationState.NEEDS_REPLY, only=only))
        assert inbox.counts == desk.counts(only)
        assert window.inbox.column.tabs.words[0].accessibleName() == f"Needs reply {desk.counts(only).needs_reply}"
        assert window.rail.items["inbox"]._count == desk.counts().needs_reply, "the rail counts what really waits"
    press(window, "2", qtbot)
    assert list(inbox.listing.everyone()) == list(desk.ids(ConversationState.WAITING, only=inbox.only))
    QTest.mouseClick(window.inbox.column.filter_line.clear, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert not inbox.only.is_on
    assert not window.inbox.column.filter_line.isVisible()
    assert window.inbox.column.list.hasFocus()
    assert inbox.counts == desk.counts()


def test_what_was_just_read_stays_in_the_unread_list_while_it_is_open(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    inbox = window.inbox.presenter
    inbox.filter(ListFilter(unread=True))
    inbox.choose(ConversationId(2))
    window.inbox.triage.was_seen(ConversationId(2))
    assert list(inbox.listing.everyone()) == [1, 2, 3, 4]
    press(window, "j", qtbot)
    assert list(inbox.listing.everyone()) == [1, 3, 4]
    assert inbox.current == 3
    assert inbox.counts == desk.counts(inbox.only)


@pytest.mark.qt_log_ignore("does not support")
def test_the_filter_menu_offers_mailboxes_and_clears(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    desk.mailbox_health.append(health(2, "shop@linenhaus.example"))
    window = make(desk)
    window.list_room.open_filter()
    settle(qtbot)
    menu = shown_menu()
    shown = texts(menu)
    assert shown[:2] == ["Unread", "With attachments"]
    assert "All mailboxes" in shown
    menu.actions()[0].trigger()
    menu.close()
    settle(qtbot)
    assert window.inbox.presenter.only == ListFilter(unread=True)
    assert window.inbox.column.filter_line.text == "Unread"


def test_news_that_the_filter_holds_back_do_not_come_in(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    inbox = window.inbox.presenter
    inbox.filter(ListFilter(unread=True))
    desk.all_rows[60] = replace(desk.all_rows[5], id=ConversationId(60))
    desk.all_rows[61] = replace(desk.all_rows[1], id=ConversationId(61))
    window.inbox.apply(Changes(conversations=frozenset({ConversationId(60), ConversationId(61)})))
    assert 61 in inbox.listing.everyone()
    assert 60 not in inbox.listing.everyone()
    assert inbox.counts == desk.counts(inbox.only)


# --- empty and error states ------------------------------------------------------------------------------


def test_an_empty_tab_a_filter_and_a_search_without_result_say_so_and_offer_a_way_out(
    make: Maker, qtbot: QtBot
) -> None:
    desk = sample_desk()
    window = make(desk)
    column, inbox = window.inbox.column, window.inbox.presenter
    press(window, "2", qtbot)
    inbox.filter(ListFilter(MailboxId(9)))
    assert column.empty_text == "Nothing fits the filter"
    buttons = column.pages.empty.buttons
    assert [offer for offer, button in buttons.items() if button.isVisible()] == [Offer.CLEAR_FILTER]
    QTest.mouseClick(buttons[Offer.CLEAR_FILTER], Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert not inbox.only.is_on
    column.search.setText("from:anna nobody wrote this")
    assert column.empty_text == "Nothing for ‘from:anna nobody wrote this’"
    assert [offer for offer, button in buttons.items() if button.isVisible()] == [Offer.SEARCH_ALL, Offer.CLEAR_SEARCH]
    QTest.mouseClick(buttons[Offer.SEARCH_ALL], Qt.MouseButton.LeftButton)
    assert column.search.text() == "nobody wrote this"
    assert not buttons[Offer.SEARCH_ALL].isVisible()
    QTest.mouseClick(buttons[Offer.CLEAR_SEARCH], Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert column.search.text() == ""
    assert column.list.hasFocus(), QApplication.focusWidget()


def test_a_slow_search_shows_nothing_new_for_a_moment_and_then_grey_rows(make: Maker, qtbot: QtBot) -> None:
    lane = HeldLane()
    window = make(searching=lane)
    pages = window.inbox.column.pages
    window.inbox.column.search.setText("lamp")
    assert pages.shows_rows, "the old rows stay for a moment"
    qtbot.waitUntil(lambda: pages.currentWidget() is pages.__dict__.get("placeholder"), timeout=2_000)
    lane.release()
    assert pages.shows_rows


def test_each_key_cancels_the_last_search(make: Maker, qtbot: QtBot) -> None:
    desk, lane = sample_desk(), HeldLane()
    window = make(desk, searching=lane)
    for text in ("l", "la", "lam", "lamp"):
        window.inbox.column.search.setText(text)
    lane.release()
    assert [asked for asked in desk.asked if not asked.startswith("file")] == ["lamp"]
    assert window.inbox.presenter.is_searching


def test_words_that_narrow_a_search_are_offered_under_the_field(window: MainWindow, qtbot: QtBot) -> None:
    column = window.inbox.column
    press(window, "/", qtbot)
    assert column.hints.isVisible()
    QTest.keyClicks(column.search, "lamp ha")
    shown = [button for button in column.hints.buttons if button.isVisible()]
    assert [button.text() for button in shown] == ["has:photo"]
    QTest.mouseClick(shown[0], Qt.MouseButton.LeftButton)
    assert column.search.text() == "lamp has:photo "
    assert column.search.hasFocus()
    QTest.keyClick(column.search, Qt.Key.Key_Escape)
    settle(qtbot)
    assert not column.hints.isVisible()


# --- tabs keep their place, widths keep their size -------------------------------------------------------


def test_instant_switch_a_tab_comes_back_where_it_was_left(make: Maker, qtbot: QtBot) -> None:
    window = make(big_desk(200))
    inbox, bar = window.inbox.presenter, window.inbox.column.list.verticalScrollBar()
    for _ in range(30):
        press(window, "j", qtbot)
    before = (inbox.current, bar.value())
    assert bar.value() > 0
    spent = []
    for key in "2143215":
        began = time.thread_time()
        press(window, key, qtbot)
        spent.append(time.thread_time() - began)
    press(window, "1", qtbot)
    assert (inbox.current, bar.value()) == before
    assert sorted(spent)[len(spent) // 2] < 0.15


def test_a_search_leads_back_to_where_it_began(make: Maker, qtbot: QtBot) -> None:
    window = make()
    for _ in range(5):
        press(window, "j", qtbot)
    window.inbox.column.search.setText("lamp")
    assert window.inbox.presenter.current != 6
    window.inbox.column.search.clear()
    assert window.inbox.presenter.current == 6


@pytest.mark.parametrize(("width", "wanted"), [(960, 300), (1040, 376), (1320, 376), (1920, 376)])
def test_collapse_and_resize_the_list_keeps_to_the_breakpoints(make: Maker, width: int, wanted: int) -> None:
    window = make(size=(width, 800))
    column = window.inbox.column
    assert column.width() == wanted
    assert all(word.geometry().right() <= column.width() for word in column.tabs.words)
    column.show_selected_count(1_234)
    QApplication.processEvents()
    assert column.bar.minimumSizeHint().width() <= column.width()
    assert column.width() == wanted


def test_the_width_of_the_list_is_remembered(make: Maker, qtbot: QtBot) -> None:
    window = make()
    window.inbox._splitter.setSizes([440, 900])
    window.inbox._splitter.splitterMoved.emit(440, 1)
    window.resize(960, 700)
    settle(qtbot)
    assert window.inbox.column.width() == 300
    window.resize(1440, 900)
    settle(qtbot)
    assert window.inbox.column.width() == 440
    assert make().inbox.column.width() == 440


def test_compact_rows_are_drawn_with_and_without_a_selection(window: MainWindow, qtbot: QtBot) -> None:
    window._around.theme.choose_density(Density.COMPACT)
    settle(qtbot)
    rows = window.inbox.column.list
    before = rows.grab().toImage()
    press(window, "x", qtbot)
    assert rows.rowHeight(1) == 56
    assert rows.grab().toImage() != before


@pytest.mark.parametrize("tab", list(Tab))
def test_every_tab_shows_what_the_store_has(make: Maker, qtbot: QtBot, tab: Tab) -> None:
    desk = sample_desk()
    window = make(desk)
    window.inbox.presenter.choose_tab(tab)
    shown = {row.id for row in desk.all_rows.values() if tab.holds(row)}
    assert set(window.inbox.presenter.listing.everyone()) == shown


