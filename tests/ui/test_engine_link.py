"""The window's end of the link with real child processes."""

import os
import signal
import sys
from pathlib import Path

import pytest

from shopdesk.domain.changes import Changes
from shopdesk.jobs.link import MailboxesChanged, Problem, Progress, SyncFinished, SyncNow, WindowState
from shopdesk.jobs.wire import read_command
from shopdesk.ui import engine_link
from shopdesk.ui.engine_link import EngineLink, EngineState

pytestmark = pytest.mark.gui
QUICK = (0.01, 0.02, 0.05)


class Ear:
    """Everything a link says."""

    def __init__(self, link: EngineLink) -> None:
        self.states: list[EngineState] = []
        self.changes: list[Changes] = []
        self.finished: list[SyncFinished] = []
        self.progress: list[Progress] = []
        self.problems: list[Problem] = []
        link.state.connect(self.states.append)
        link.changes.connect(self.changes.append)
        link.sync_finished.connect(self.finished.append)
        link.progress.connect(self.progress.append)
        link.problem.connect(self.problems.append)


@pytest.fixture
def linked(qtbot, monkeypatch):
    """Makes links to children; all of them are stopped in the end."""
    monkeypatch.chdir(Path(__file__).parents[2])
    made = []

    def link(*arguments, pauses=QUICK):
        one = EngineLink([sys.executable, *arguments], pauses=pauses)
        made.append(one)
        return one, Ear(one)

    yield link
    for one in made:
        one.wait_stopped()
        one.deleteLater()


CHILD = ("-m", "tests.jobs.child")


def test_the_engine_is_started_and_heard(linked, qtbot):
    link, ear = linked(*CHILD)
    link.start()
    qtbot.waitUntil(lambda: bool(ear.finished))
    assert ear.states == [EngineState.STARTING, EngineState.RUNNING]
    assert ear.changes == [Changes(conversations=frozenset({11, 12}))]
    assert ear.finished[0] == SyncFinished(1)
    link.send(SyncNow(1))
    qtbot.waitUntil(lambda: len(ear.finished) == 2)


PARROT = """
import sys
print('{"v":1,"kind":"ready","pid":1}', flush=True)
for line in sys.stdin:
    print(line.strip(), file=sys.stderr, flush=True)
    if "stop" in line:
        break
"""


def test_commands_of_the_time_before_the_engine_listens_are_kept(linked, qtbot, caplog):
    caplog.set_level("INFO", "shopdesk.engine_process")
    link, _ = linked("-c", PARROT)
    link.start()
    for command in (MailboxesChanged(), SyncNow(1), WindowState(open=True, visible=False), SyncNow(1)):
        link.send(command)
    qtbot.waitUntil(lambda: len(caplog.records) == 3)
    heard = [read_command(record.getMessage()) for record in caplog.records]
    assert heard == [WindowState(open=True, visible=False), MailboxesChanged(), SyncNow(1)]
    link.send(WindowState(open=False))
    qtbot.waitUntil(lambda: len(caplog.records) == 4)


@pytest.mark.expects_log("ended by itself")
def test_an_engine_that_is_killed_comes_back_and_the_window_goes_on(linked, qtbot):
    link, ear = linked(*CHILD)
    link.start()
    for times in (1, 2, 3):
        qtbot.waitUntil(lambda times=times: ear.states.count(EngineState.RUNNING) == times, timeout=10_000)
        os.kill(link.pid, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    qtbot.waitUntil(lambda: ear.states.count(EngineState.RUNNING) == 4, timeout=10_000)
    assert ear.states == [EngineState.STARTING, EngineState.RUNNING] + 3 * [
        EngineState.DOWN,
        EngineState.STARTING,
        EngineState.RUNNING,
    ]


@pytest.mark.expects_log("ended by itself")
def test_pauses_between_restarts_grow_and_a_person_can_end_them(linked, qtbot):
    link, ear = linked("-c", "pass", pauses=(0.01, 0.01, 60))
    link.start()
    qtbot.waitUntil(lambda: ear.states.count(EngineState.DOWN) == 3, timeout=10_000)
    qtbot.wait(200)
    assert link.current is EngineState.DOWN
    link.restart_now()
    qtbot.waitUntil(lambda: ear.states.count(EngineState.DOWN) == 4)


@pytest.mark.expects_log("could not be started")
def test_an_engine_that_cannot_be_started_is_tried_again(qtbot):
    link = EngineLink(["/no/such/program"], pauses=QUICK)
    ear = Ear(link)
    link.start()
    qtbot.waitUntil(lambda: ear.states.count(EngineState.DOWN) == 3)
    link.stop()
    qtbot.wait(100)
    assert ear.states[-1] is EngineState.STOPPED
    link.deleteLater()


def test_after_a_stop_the_engine_ends_and_never_comes_back(linked, qtbot):
    link, ear = linked(*CHILD)
    link.start()
    qtbot.waitUntil(lambda: bool(ear.finished))
    link.stop()
    qtbot.waitUntil(lambda: link.pid == 0)
    qtbot.wait(100)
    assert ear.states == [EngineState.STARTING, EngineState.RUNNING, EngineState.STOPPED]
    link.send(SyncNow())
    link.restart_now()
    assert link.pid == 0


def test_a_long_pass_ends_in_time_when_the_window_closes(linked, qtbot):
    link, ear = linked(*CHILD, "long")
    link.start()
    qtbot.waitUntil(lambda: bool(ear.progress))
    assert link.wait_stopped(5)
    assert link.pid == 0


DEAF = "import time, signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"


@pytest.mark.parametrize("way", ["waiting", "not waiting"])
def test_a_deaf_engine_is_killed_in_the_end(linked, qtbot, monkeypatch, way):
    monkeypatch.setattr(engine_link, "POLITE_SECONDS", 0.1)
    monkeypatch.setattr(engine_link, "_KILL_SECONDS", 0.1)
    link, _ = linked("-c", DEAF)
    link.start()
    qtbot.waitUntil(lambda: link.pid != 0)
    qtbot.wait(300)
    if way == "waiting":
        assert not link.wait_stopped(0.1)
    else:
        link.stop()
        qtbot.waitUntil(lambda: link.pid == 0)
    assert link.pid == 0


def test_noise_on_its_output_does_not_disturb_and_its_errors_are_kept(linked, qtbot, caplog):
    caplog.set_level("INFO", "shopdesk.engine_process")
    link, ear = linked(*CHILD, "noisy")
    link.start()
    qtbot.waitUntil(lambda: bool(ear.finished))
    assert link.current is EngineState.RUNNING
    assert "Traceback in the child" in caplog.text


def test_starting_twice_makes_one_engine(linked, qtbot):
    link, ear = linked(*CHILD)
    link.start()
    link.start()
    qtbot.waitUntil(lambda: bool(ear.finished))
    first = link.pid
    link.start()
    assert link.pid == first
    assert ear.states == [EngineState.STARTING, EngineState.RUNNING]
