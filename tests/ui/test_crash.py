"""Bugs: caught wherever they happen, told once, without anything that a mail or a person said."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from shopdesk.domain.errors import SignInRefused
from shopdesk.jobs.lane import Lane
from shopdesk.jobs.link import Bug
from shopdesk.ui.crash.ear import BugEar
from shopdesk.ui.crash.presenter import MOST_KEPT, CrashPresenter
from shopdesk.ui.crash.report import Area, BugReport, crash_report, engine_report, report_of, short_path
from shopdesk.ui.crash_room import CrashRoom
from shopdesk.ui.engine_link import EngineState
from shopdesk.ui.screen_thread import ScreenThread
from tests.ui.conftest import Maker, settle
from tests.ui.sample import sample_desk

gui = pytest.mark.gui
quiet = pytest.mark.qt_log_ignore("does not support")
SECRET = "anna@example.de wrote: my card is 4111 1111 1111 1111, password hunter2"


def caught(work) -> Exception:
    try:
        work()
    except Exception as error:  # noqa: BLE001 - any will do
        return error
    raise AssertionError


def raises(error: Exception):
    def work() -> None:
        raise error

    return work


# --- what a report says -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("error", [ValueError(SECRET), KeyError(SECRET), RuntimeError(SECRET), OSError(SECRET)])
def test_words_that_may_hold_a_mail_stay_out_of_the_report(error: Exception) -> None:
    text = "\n".join(report_of(caught(raises(error))).lines)
    assert text.startswith(type(error).__name__)
    assert not any(word in text for word in ("anna", "hunter2", "4111"))


def test_what_python_says_about_code_is_kept_without_addresses() -> None:
    text = "\n".join(report_of(caught(lambda: None.subject)).lines)  # type: ignore[attr-defined]
    assert "AttributeError: 'NoneType' object has no attribute 'subject'" in text
    about = report_of(caught(raises(TypeError(f"bad 'anna@example.de' and '{'x' * 60}'"))))
    assert about.lines[0] == "TypeError: bad '…@…' and '…'"


def test_paths_name_code_and_nobodys_home() -> None:
    assert short_path("/home/kai/shop/shopdesk/ui/words.py") == "shopdesk/ui/words.py"
    assert short_path("C:\\Users\\Kai\\lib\\site-packages\\nh3\\__init__.py") == "nh3/__init__.py"
    assert short_path("/usr/lib/python3.11/json/decoder.py") == "python3.11/json/decoder.py"
    assert short_path("<string>") == "<string>"
    assert short_path("") == ""


def test_the_same_bug_has_the_same_key_and_another_line_another_one() -> None:
    def one() -> None:
        raise ValueError("first")

    def other() -> None:
        raise ValueError("first")

    assert report_of(caught(one)).key == report_of(caught(one)).key
    assert report_of(caught(one)).key != report_of(caught(other)).key
    assert report_of(ValueError("never raised")).key == "ValueError "


@pytest.mark.parametrize(
    ("path", "area"),
    [
        ("shopdesk/ui/inbox/column.py", Area.INBOX),
        ("shopdesk/ui/conversation/pane.py", Area.CONVERSATION),
        ("shopdesk/services/search.py", Area.SEARCH),
        ("shopdesk/storage/mails.py", Area.STORE),
        ("shopdesk/mail/imap.py", Area.SYNC),
        ("shopdesk/ui/theme/theme.py", Area.SHOPDESK),
    ],
)
def test_the_area_is_that_of_the_innermost_place_that_says_something(path: str, area: Area) -> None:
    scope: dict[str, object] = {}
    code = compile("def go():\n    raise ValueError\n", f"/x/{path}", "exec")
    exec(code, scope)  # noqa: S102 - so that the failure happens in a file of this name
    assert report_of(caught(scope["go"])).area is area


def test_a_crash_below_python_is_told_without_paths_of_the_computer() -> None:
    trace = 'Fatal Python error: Segmentation fault\n\n  File "/home/kai/shopdesk/jobs/engine.py", line 3 in run'
    report = crash_report("engine", trace)
    assert report.area is Area.SYNC
    assert "kai" not in "\n".join(report.lines)
    assert '  File "shopdesk/jobs/engine.py", line 3 in run' in report.lines


# --- once in a session --------------------------------------------------------------------------------------------


class View:
    def __init__(self) -> None:
        self.shown: list[tuple[str, int]] = []

    def show_bug(self, report: BugReport, others: int) -> None:
        self.shown.append((report.key, others))


def test_each_bug_is_shown_once_and_counted_after_that() -> None:
    view = View()
    presenter = CrashPresenter(view)
    for summary in ("a", "b", "a", "a"):
        presenter.note(engine_report(summary))
    assert view.shown == [("engine a", 0), ("engine b", 1)]
    details = presenter.details(["Shopdesk 1"])
    assert details.startswith("Shopdesk 1\n\n(3 times)\nengine: a\n")
    assert details.endswith("engine: b\n")


def test_a_flood_of_different_bugs_ends() -> None:
    view = View()
    presenter = CrashPresenter(view)
    for number in range(100):
        presenter.note(engine_report(str(number)))
    assert len(view.shown) == MOST_KEPT


# --- heard wherever it happens ---------------------------------------------------------------------------------------


@pytest.fixture
def heard():
    """Keys of what an ear hears, which listens during the test."""
    found: list[BugReport] = []
    ear = BugEar(lambda call: call(), found.append)
    ear.begin()
    yield found
    ear.end()


@gui
@pytest.mark.expects_log("nobody caught")
def test_a_bug_in_a_slot_is_heard_and_the_loop_goes_on(heard: list[BugReport], qtbot) -> None:
    QTimer.singleShot(0, raises(ValueError("x")))
    later = []
    QTimer.singleShot(20, lambda: later.append(1))
    qtbot.waitUntil(lambda: bool(later))
    assert [one.lines[0] for one in heard] == ["ValueError"]


@gui
@quiet
@pytest.mark.expects_log("nobody caught")
def test_a_bug_in_painting_is_logged_a_few_times_only(heard: list[BugReport], qtbot, caplog) -> None:
    class Bad(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
            raise KeyError("x")

    bad = Bad()
    qtbot.addWidget(bad)
    bad.show()
    painter = QTimer()
    painter.timeout.connect(bad.update)
    painter.start(5)
    qtbot.waitUntil(lambda: len(heard) >= 12)
    painter.stop()
    assert len({one.key for one in heard}) == 1
    assert sum("nobody caught" in record.getMessage() for record in caplog.records) == 5


@pytest.mark.expects_log("unexpected failure in a lane", "the receiver of a lane")
def test_a_bug_in_a_lane_and_in_its_receiver_is_heard(heard: list[BugReport]) -> None:
    lane = Lane("bad")
    lane.submit(raises(ValueError("x")))
    lane.submit(lambda: 1, lambda _: raises(KeyError("y"))())
    assert lane.close()
    assert [one.lines[0] for one in heard] == ["ValueError", "KeyError"]


@pytest.mark.expects_log("failed as can be")
def test_expected_failures_and_errors_without_an_exception_are_no_bugs(heard: list[BugReport]) -> None:
    log = logging.getLogger("shopdesk.test")
    log.error("failed as can be expected", exc_info=SignInRefused("host", "no"))
    log.error("failed as can be expected, without a trace")
    assert heard == []


def test_the_ear_gives_everything_back() -> None:
    before, handlers = sys.excepthook, list(logging.getLogger().handlers)
    ear = BugEar(lambda call: call(), lambda report: None)
    ear.begin()
    assert sys.excepthook != before
    ear.end()
    assert sys.excepthook == before
    assert logging.getLogger().handlers == handlers


# --- the dialog ---------------------------------------------------------------------------------------------


class Link(QObject):
    bug, state = Signal(object), Signal(object)


class Room:
    def __init__(self, make: Maker) -> None:
        self.make, self.desk, self.link = make, sample_desk(), Link()
        self.window = make(self.desk)
        self.room = CrashRoom(self.window, self.desk, self.window._around, self.link)

    @property
    def dialog(self):
        return self.room.dialog


@pytest.fixture
def room(make: Maker):
    one = Room(make)
    yield one
    one.room.end()


@gui
@quiet
@pytest.mark.expects_log("nobody caught")
def test_a_bug_is_told_once_the_window_goes_on_and_the_same_one_is_only_counted(room: Room) -> None:
    def bad() -> None:
        raise ValueError(SECRET)

    for _ in range(3):
        QTimer.singleShot(0, bad)
    room.make.bot.waitUntil(lambda: room.dialog is not None and room.dialog.isVisible())
    assert "Something went wrong in: Shopdesk" in room.dialog.text
    assert "Nothing was lost" in room.dialog.text
    assert not room.dialog.isModal()
    settle(room.make.bot)
    room.dialog.close()
    QTimer.singleShot(0, bad)
    settle(room.make.bot)
    assert not room.dialog.isVisible()
    before = room.window.inbox.presenter.current
    room.window.activateWindow()
    room.window.inbox.focus_list()
    settle(room.make.bot)
    QTest.keyClick(room.window.inbox.column.list, Qt.Key.Key_J)
    assert room.window.inbox.presenter.current != before


@gui
@quiet
def test_details_are_copied_with_version_and_system_and_without_mail(room: Room, tmp_path: Path) -> None:
    room.link.bug.emit(Bug("KeyError in filing.py:12"))
    assert "the sync" in room.dialog.text
    QTest.mouseClick(room.dialog.copy, Qt.MouseButton.LeftButton)
    copied = QApplication.clipboard().text()
    assert copied.startswith("Shopdesk ")
    assert "Python 3." in copied
    assert "engine: KeyError in filing.py:12" in copied
    assert not any(word in copied for word in ("anna", "linenhaus", str(Path.home())))
    assert room.dialog._done.isVisible()


@gui
@quiet
def test_the_log_folder_is_shown_and_named_where_there_is_no_file_browser(room: Room) -> None:
    room.link.bug.emit(Bug("a"))
    QTest.mouseClick(room.dialog.folder, Qt.MouseButton.LeftButton)
    assert room.desk.asked[-1] == "log folder"
    room.room._no_folder(SignInRefused())
    assert room.dialog._done.text() == str(room.desk.folder)


@gui
@quiet
def test_another_bug_while_the_first_is_shown_is_counted_in_the_same_dialog(room: Room) -> None:
    room.link.bug.emit(Bug("a"))
    first = room.dialog
    room.link.bug.emit(Bug("b"))
    assert room.dialog is first
    assert "Something else went wrong before" in first._others.text()
    QTest.mouseClick(first.more, Qt.MouseButton.LeftButton)
    assert first._details.isVisible()
    assert "engine: a" in first._details.toPlainText()
    QTest.mouseClick(first.go_on, Qt.MouseButton.LeftButton)
    assert not first.isVisible()


@gui
@quiet
def test_a_crash_of_the_last_run_is_told_at_the_start(make: Maker) -> None:
    desk, link = sample_desk(), Link()
    desk.crashes = [("window", "Fatal Python error: Segmentation fault\n  File \"x.py\", line 1 in f")]
    window = make(desk)
    room = CrashRoom(window, desk, window._around, link)
    assert room.dialog is not None
    assert "ended unexpectedly last time" in room.dialog.text
    room.dialog.close()
    desk.crashes = [("engine", "Fatal Python error: Aborted")]
    link.state.emit(EngineState.DOWN)
    assert "Something went wrong in: the sync" in room.dialog.text
    room.end()


@gui
@quiet
@pytest.mark.expects_log("unexpected failure")
def test_a_write_that_fails_by_a_bug_is_told_as_one(room: Room) -> None:
    room.desk.fail_with = ZeroDivisionError("division by zero")
    room.window.inbox.triage.mark_done()
    room.make.bot.waitUntil(lambda: room.dialog is not None)
    assert "ZeroDivisionError: division by zero" in room.dialog._details.toPlainText()


@gui
def test_bugs_of_other_threads_are_told_in_the_screens_thread(make: Maker, qtbot) -> None:
    screen, found = ScreenThread(), []
    lane = Lane("other")
    lane.submit(lambda: screen.post(lambda: found.append(1)))
    assert lane.close()
    assert found == []
    qtbot.waitUntil(lambda: found == [1])
