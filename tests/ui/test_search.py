"""The search field: each keystroke replaces the last, Esc leads back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shopdesk.domain.control import SimpleControl
from shopdesk.domain.errors import Cancelled
from shopdesk.jobs.lane import Lane
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.screen_thread import ScreenThread
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import HeldLane
from tests.ui.sample import sample_desk
from tests.ui.test_triage import press, shown


def test_typing_searches_and_escape_leads_back(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "j", qtbot)
    press(window, "/", qtbot)
    assert window.inbox.column.search.hasFocus()
    QTest.keyClicks(window.inbox.column.search, "refund")
    settle(qtbot)
    assert shown(window) == [8]
    assert window.inbox.presenter.is_searching
    assert window.inbox.column.list.painter_of_rows.marks == ("refund",)
    QTest.keyClick(window.inbox.column.search, Qt.Key.Key_Escape)
    settle(qtbot)
    assert len(shown(window)) == 10
    assert not window.inbox.presenter.is_searching
    assert window.inbox.column.list.hasFocus()


def test_only_the_newest_words_are_answered(make: Maker, qtbot: QtBot) -> None:
    desk, lane = sample_desk(), HeldLane()
    window = make(desk, searching=lane)
    QTest.keyClicks(window.inbox.column.search, "refund")
    assert len(lane.jobs) == 1
    lane.release()
    settle(qtbot)
    assert desk.asked.count("refund") == 1
    assert "refun" not in desk.asked
    assert shown(window) == [8]


def test_an_answer_that_comes_too_late_is_dropped(make: Maker, qtbot: QtBot) -> None:
    lane = HeldLane()
    window = make(searching=lane)
    window.inbox.column.search.setText("refund")
    late = lane.jobs.copy()
    window.inbox.column.search.setText("")
    for work, done, _ in late:
        assert done is not None
        done(work())
    settle(qtbot)
    assert len(shown(window)) == 10


def test_no_hit_says_what_was_searched(window: MainWindow, qtbot: QtBot) -> None:
    window.inbox.column.search.setText("xyzzy")
    settle(qtbot)
    assert window.inbox.column.empty_text == "Nothing for ‘xyzzy’"


def test_a_found_conversation_can_be_handled_and_stays_in_sight(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    window.inbox.column.search.setText("delivery")
    settle(qtbot)
    before = shown(window)
    QTest.keyClick(window.inbox.column.search, Qt.Key.Key_Down)
    settle(qtbot)
    press(window, "e", qtbot)
    assert shown(window) == before
    assert desk.all_rows[before[0]].state.value == "done"


def test_enter_gives_the_keys_to_the_results(window: MainWindow, qtbot: QtBot) -> None:
    window.inbox.column.search.setFocus()
    window.inbox.column.search.setText("lamp")
    QTest.keyClick(window.inbox.column.search, Qt.Key.Key_Return)
    settle(qtbot)
    assert window.inbox.column.list.hasFocus()


def test_each_keystroke_interrupts_the_search_that_runs(make: Maker, qtbot: QtBot) -> None:
    """A search that would never end gives way to the next letters, and to leaving the search."""
    desk, screen = sample_desk(), ScreenThread()
    lane, stopped = Lane("search", screen.post), []
    real = desk.find

    def find(text: str, limit: int = 50, *, control: SimpleControl) -> object:
        while text.startswith("slow"):
            try:
                control.stop_if_cancelled()
            except Cancelled:
                stopped.append(text)
                raise
        return real(text, limit)

    desk.find = find  # type: ignore[assignment,method-assign]
    window = make(desk, searching=lane)
    field = window.inbox.column.search
    field.setText("slow")
    field.setText("refund")
    qtbot.waitUntil(lambda: shown(window) == [8], timeout=3_000)
    field.setText("slower")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert lane.wait_idle(3)
    settle(qtbot)
    assert len(shown(window)) == 10
    assert stopped in (["slow", "slower"], ["slow"], ["slower"]), "what never began needs no stop"
    assert not window.toast.isVisible(), "nobody is told of it"
    assert lane.close(3)


def test_a_search_that_runs_does_not_hold_up_the_end(make: Maker) -> None:
    desk, running = sample_desk(), Lane("search")

    def find(text: str, limit: int = 50, *, control: SimpleControl) -> object:
        while True:
            control.stop_if_cancelled()

    desk.find = find  # type: ignore[assignment,method-assign]
    window = make(desk, searching=running)
    window.inbox.column.search.setText("slow")
    window.inbox.presenter.stop_searching()
    assert running.close(3, finish=False)
