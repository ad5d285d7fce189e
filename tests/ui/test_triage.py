"""Going through the inbox by keys alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.errors import DiskFull
from shopdesk.domain.ids import ConversationId
from shopdesk.ui.inbox.sections import Heading
from shopdesk.ui.inbox.tabs import Tab
from shopdesk.ui.main_window import MainWindow
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import HeldLane
from tests.ui.sample import NOW, sample_desk


def press(window: MainWindow, keys: str, bot: QtBot) -> None:
    """Type single letters at whatever has the focus."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or window, key)
        settle(bot)


def shown(window: MainWindow) -> list[int]:
    """The conversations of the list in order."""
    listing = window.inbox.presenter.listing
    return [number for row in range(len(listing)) if (number := listing.id_at(row)) is not None]


def headings(window: MainWindow) -> list[tuple[str, int]]:
    """The headings with their numbers."""
    listing = window.inbox.presenter.listing
    found = [listing.at(row) for row in listing.heading_rows()]
    return [(row.section.name, row.number) for row in found if isinstance(row, Heading)]


def test_the_first_page_shows_who_is_overdue_first(window: MainWindow) -> None:
    assert shown(window) == list(range(1, 11))
    assert headings(window) == [("OVERDUE", 2), ("DUE_TODAY", 6), ("LATER", 2)]
    assert window.inbox.presenter.current == 1
    assert window.inbox.pane.header.subject.text() == "Parcel arrived damaged"
    assert window.rail.items["inbox"]._count == 10


def test_j_and_k_go_through_the_list_over_headings(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "jj", qtbot)
    assert window.inbox.presenter.current == 3
    press(window, "k", qtbot)
    assert window.inbox.presenter.current == 2
    QTest.keyClick(window.inbox.column.list, Qt.Key.Key_Down)
    settle(qtbot)
    assert window.inbox.presenter.current == 3
    assert window.inbox.pane.header.subject.text() == "Can I change the delivery address?"


def test_ten_fast_steps_open_only_the_last(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    opened: list[int] = []
    original = desk.open
    desk.open = lambda number: opened.append(number) or original(number)  # type: ignore[method-assign, func-returns-value]
    for _ in range(9):
        QTest.keyClick(window.inbox.column.list, "j")
    settle(qtbot)
    assert opened == [10]


def test_e_marks_done_and_goes_on(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    press(window, "ee", qtbot)
    assert shown(window) == list(range(3, 11))
    assert headings(window) == [("DUE_TODAY", 6), ("LATER", 2)]
    assert window.inbox.presenter.current == 3
    assert desk.all_rows[1].state is ConversationState.DONE
    assert window.inbox.presenter.counts == desk.counts()
    assert window.inbox.column.list.hasFocus()
    assert window.toast.text == "Marked done"


def test_z_takes_steps_back_one_by_one(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    before = dict(desk.all_rows)
    window = make(desk)
    press(window, "eeeee", qtbot)
    press(window, "zzzzz", qtbot)
    assert shown(window) == list(range(1, 11))
    assert {number: row.state for number, row in desk.all_rows.items()} == {n: r.state for n, r in before.items()}
    assert window.inbox.presenter.current == 1
    press(window, "z", qtbot)
    assert shown(window) == list(range(1, 11))


def test_after_the_last_one_the_calm_page_comes_and_keys_stay_out_of_the_search(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    press(window, "e" * 10, qtbot)
    assert shown(window) == []
    assert not window.inbox.pane.shows_conversation
    assert window.inbox.pane.calm.title == "You are all caught up"
    press(window, "z", qtbot)
    assert shown(window) == [10]
    assert window.inbox.column.search.text() == ""
    assert window.inbox.column.list.hasFocus()


def test_digits_change_tabs(window: MainWindow, qtbot: QtBot) -> None:
    wanted = (("2", Tab.WAITING, 5), ("3", Tab.SNOOZED, 3), ("4", Tab.DONE, 3), ("1", Tab.NEEDS_REPLY, 10))
    for key, tab, count in wanted:
        press(window, key, qtbot)
        assert window.inbox.presenter.tab is tab
        assert len(shown(window)) == count
        assert len(window.inbox.column.list.painter_of_rows.marks) == 0


def test_u_marks_unread_and_opening_by_hand_marks_read(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    assert desk.all_rows[1].unread == 1, "nobody chose it, so it is not read"
    window.inbox.presenter.choose(ConversationId(2))
    window.inbox.triage.was_seen(ConversationId(2))
    assert desk.all_rows[2].unread == 0
    press(window, "u", qtbot)
    assert desk.all_rows[2].unread == 1
    press(window, "z", qtbot)
    assert desk.all_rows[2].unread == 0


def test_the_screen_changes_at_once_and_undo_waits_in_line(make: Maker, qtbot: QtBot) -> None:
    desk, lane = sample_desk(), HeldLane()
    window = make(desk, writing=lane)
    press(window, "e", qtbot)
    assert shown(window)[0] == 2
    assert desk.all_rows[1].state is ConversationState.NEEDS_REPLY, "the store is busy"
    window.inbox.apply(Changes(conversations=frozenset({ConversationId(1)})))
    assert shown(window)[0] == 2, "news about an unfinished write must not bring the row back"
    press(window, "z", qtbot)
    assert shown(window)[0] == 1
    lane.release()
    settle(qtbot)
    assert desk.all_rows[1].state is ConversationState.NEEDS_REPLY
    assert shown(window)[0] == 1


def test_a_failed_write_puts_the_row_back_and_says_why(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    desk.fail_with = DiskFull()
    window = make(desk)
    press(window, "e", qtbot)
    assert shown(window)[0] == 1
    assert window.inbox.presenter.current == 1
    assert "disk is full" in window.toast.text
    assert window.inbox.presenter.counts == desk.counts()
    desk.fail_with = None
    press(window, "z", qtbot)
    assert desk.all_rows[1].state is ConversationState.NEEDS_REPLY


def test_news_come_in_place_and_keep_selection_and_focus(make: Maker, qtbot: QtBot) -> None:
    from dataclasses import replace

    desk = sample_desk()
    window = make(desk)
    press(window, "jjj", qtbot)
    resets: list[int] = []
    inserted: list[tuple[int, int]] = []
    model = window.inbox.column.list.model()
    model.modelReset.connect(lambda: resets.append(1))
    model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    late = NOW - timedelta(hours=30)
    desk.all_rows[50] = replace(desk.all_rows[1], id=ConversationId(50), waiting_since=late, last_at=late)
    window.inbox.apply(Changes(conversations=frozenset({ConversationId(50)})))
    settle(qtbot)
    assert resets == []
    assert inserted == [(1, 1)]
    assert shown(window)[0] == 50
    assert window.inbox.presenter.current == 4
    current = window.inbox.column.list.currentIndex().row()
    assert window.inbox.presenter.listing.id_at(current) == 4
    assert window.inbox.column.list.hasFocus()
    assert window.inbox.column.list.rowHeight(0) == 36
    assert window.inbox.column.list.rowHeight(1) == 78


def test_many_news_at_once_give_the_same_list_as_a_fresh_start(make: Maker, qtbot: QtBot) -> None:
    from dataclasses import replace

    desk = sample_desk()
    window = make(desk)
    press(window, "jj", qtbot)
    for number in range(200, 300):
        at = NOW - timedelta(hours=number % 40, minutes=number)
        desk.all_rows[number] = replace(desk.all_rows[1], id=ConversationId(number), waiting_since=at, last_at=at)
    window.inbox.apply(Changes(conversations=frozenset(map(ConversationId, range(200, 300)))))
    settle(qtbot)
    assert shown(window) == list(desk.ids(ConversationState.NEEDS_REPLY))
    assert window.inbox.presenter.current == 3
    heights = {window.inbox.column.list.rowHeight(row) for row in window.inbox.presenter.listing.heading_rows()}
    assert heights == {36}


def test_a_conversation_that_vanishes_leaves_the_list_and_the_pane(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    del desk.all_rows[1]
    window.inbox.apply(Changes(removed_conversations=frozenset({ConversationId(1)})))
    settle(qtbot)
    assert 1 not in shown(window)
    assert not window.inbox.pane.shows_conversation


def test_hovering_a_row_offers_done(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    rows = window.inbox.column.list
    index = rows.model().index(2, 0)
    place = rows.painter_of_rows.button_rects(rows.visualRect(index))[0].center()
    QTest.mouseMove(rows.viewport(), place)
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot)
    assert desk.all_rows[2].state is ConversationState.DONE
    assert window.inbox.presenter.current == 1, "another row was handled, the open one stays"


def test_f6_goes_round_the_panes(window: MainWindow, qtbot: QtBot) -> None:
    panes = window.inbox.panes()
    assert len(panes) == 3
    for expected in (panes[1], panes[2], panes[0]):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6)
        settle(qtbot)
        focused = QApplication.focusWidget()
        assert focused is expected or expected.isAncestorOf(focused)


@pytest.mark.parametrize("hours", [1, 3])
def test_time_moves_rows_under_overdue(make: Maker, qtbot: QtBot, hours: int) -> None:
    window = make()
    make.now[0] = NOW + timedelta(hours=hours)
    window.inbox.presenter.tick()
    assert headings(window)[0] == ("OVERDUE", {1: 2, 3: 4}[hours])
    make.now[0] = NOW
