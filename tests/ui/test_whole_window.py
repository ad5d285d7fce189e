"""What holds for the window as a whole: order of Tab, words to screen readers, sizes, long languages, states."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.widgets import announcing
from shopdesk.ui.window_entry import _wear_badge
from tests.ui.accessibility import cut_text
from tests.ui.conftest import settle
from tests.ui.pseudo_german import speaking_pseudo_german
from tests.ui.shown.stage import Stage, everything_shown


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    made = Stage(qapp)
    yield made
    made.clear()


def test_screen_reader_every_toast_is_announced(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    class Ear:
        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802
            said.append(event.message())

    monkeypatch.setattr(announcing, "QAccessible", Ear)
    QTest.keyClick(QApplication.focusWidget() or window, "e")
    settle(qtbot)
    QTest.keyClick(QApplication.focusWidget() or window, "z")
    settle(qtbot)
    assert said[0] == "Marked done"
    assert len(said) == 2, "that it was taken back is said as well"


def test_focus_order_tab_goes_from_rail_to_list_to_conversation_to_composer_to_panel_and_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    """By real presses of Tab, all the way round; and back by Shift+Tab."""
    QTest.keyClick(QApplication.focusWidget() or window, "r")
    settle(qtbot)
    inbox = window.inbox
    regions = {
        "rail": window.rail,
        "list": inbox.column,
        "head": inbox.pane.header,
        "composer": window.answers.place,
        "messages": inbox.pane.thread_view,
        "panel": inbox.panel,
    }
    first = next(iter(window.rail.items.values()))

    def walked(key: Qt.Key) -> list[QWidget]:
        first.setFocus()
        stops: list[QWidget] = [first]
        while len(stops) < 200:
            QTest.keyClick(stops[-1], key)
            stops.append(QApplication.focusWidget() or window)
            if stops[-1] is first:
                return stops[:-1]
        raise AssertionError(stops)

    # The composer's text takes Tab for itself where there are gaps to fill in; here there are none.
    stops = walked(Qt.Key.Key_Tab)
    named = [next(name for name, part in regions.items() if part is one or part.isAncestorOf(one)) for one in stops]
    assert [name for name, _ in groupby(named)] == ["rail", "list", "head", "messages", "composer", "panel"]
    assert walked(Qt.Key.Key_Backtab)[1:] == stops[:0:-1]
    in_thread = [one for one, name in zip(stops, named, strict=True) if name == "messages"]
    heights = [one.mapTo(window, QPoint(0, 0)).y() for one in in_thread if type(one).__name__ == "MailText"]
    assert heights == sorted(heights), "messages from the oldest to the newest"


def test_tab_makes_no_part_of_the_window_end_with_the_part_before_it(window: MainWindow) -> None:
    """What Qt made (a menu bar, a scroll bar) stays usable when a popover that Tab passed by is taken away."""
    passed = QWidget(window)
    made_by_qt = QScrollArea(window).verticalScrollBar()
    last = QWidget(window)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
    delete(passed)
    delete(last)
    assert isValid(made_by_qt)
    assert isValid(window.inbox.column.list.verticalScrollBar())


def test_the_programs_icon_wears_how_many_need_a_reply(window: MainWindow) -> None:
    worn: list[int] = []

    class App:
        @staticmethod
        def setBadgeNumber(number: int) -> None:  # noqa: N802
            worn.append(number)

    _wear_badge(App, window)  # type: ignore[arg-type]
    window.inbox.triage.mark_done()
    assert worn[0] == 10
    assert worn[-1] == 9


@pytest.mark.parametrize("scale", [90, 175])
def test_text_size_nothing_is_clipped_at_the_least_and_the_largest(stage: Stage, scale: int) -> None:
    stage.scale = scale
    window = stage.window()
    assert list(cut_text(window)) == []


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("scale", [90, 150, 175])
def test_text_size_nothing_is_clipped_in_the_open_composer(stage: Stage, scale: int, language: str) -> None:
    """With the lines of the recipients open too; who it goes to may give way to an ellipsis, not to the edge."""
    stage.scale, stage.language = scale, language
    window = stage.window()
    QTest.keyClick(QApplication.focusWidget() or window, "r")
    stage.settle()
    composer = window.answers.composer
    assert composer.isVisible()
    assert list(cut_text(window)) == []
    composer.head.people.click()
    stage.settle()
    assert composer.envelope.isVisible()
    assert list(cut_text(window)) == []
    assert ("王芳" if language == "zh_CN" else "Anna") in composer.head.people.text()


def test_text_size_a_language_that_is_not_known_yet_gives_way_before_anything_is_cut(stage: Stage) -> None:
    stage.scale = 175
    window = stage.window()
    for key in "jr":
        QTest.keyClick(QApplication.focusWidget() or window, key)
        stage.settle()
    head = window.answers.composer.head
    assert "Marc" in head.people.text()
    assert head.language.text() == ""
    assert list(cut_text(window)) == []


@pytest.mark.parametrize("scale", [100, 150])
def test_languages_pseudo_long_german_is_not_clipped_in_the_window(
    stage: Stage, qapp: QApplication, scale: int
) -> None:
    stage.scale = scale
    window = stage.window()
    with speaking_pseudo_german(qapp):
        stage.settle()
        stage.settle()  # once for the words, once for the room they want
        assert any("ungen" in label.text() for label in window.findChildren(QLabel))
        cut = list(cut_text(window))
        assert not cut, "\n".join(cut)


def test_empty_and_error_states_have_a_picture_each() -> None:
    """Each picture is drawn in both languages and themes, and walked through for accessibility."""
    states = {
        "all answered": "list-empty-tab",
        "empty tab": "list-empty-tab",
        "empty filter": "list-filtered-empty",
        "no search hit": "list-no-hit",
        "loading": "list-loading",
        "offline": "health-alarm",
        "failed send": "compose-refused",
        "long work": "foot-importing",
    }
    missing = {state for state, name in states.items() if name not in everything_shown()}
    assert missing == set()
