"""The engine as a real child process: it speaks on its pipe, is modest, and leaves when it should."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from shopdesk.domain.changes import Changes
from shopdesk.jobs.link import Changed, Progress, Ready, Stop, SyncFinished, SyncNow
from shopdesk.jobs.wire import command_line, read_event

ROOT = Path(__file__).parents[2]


@contextmanager
def child(way=""):
    command = [sys.executable, "-m", "tests.jobs.child", way]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def events_until(process, kind):
    events = []
    for line in process.stdout:
        events.append(read_event(line))
        if isinstance(events[-1], kind):
            return events
    pytest.fail(f"the engine ended without {kind}: {process.stderr.read()}")


def test_it_says_that_it_is_ready_and_what_it_changed():
    with child() as process:
        events = events_until(process, SyncFinished)
        assert events[0] == Ready(process.pid)
        assert Changed(Changes(conversations=frozenset({11, 12}))) in events
        process.stdin.write("nonsense\n" + "x" * 3_000_000 + "\n" + command_line(SyncNow()))
        process.stdin.flush()
        events_until(process, SyncFinished)


@pytest.mark.skipif(sys.platform == "win32", reason="other words for priorities")
def test_it_gives_way_to_others():
    with child() as process:
        events_until(process, Ready)
        assert os.getpriority(os.PRIO_PROCESS, process.pid) == max(os.nice(0), 10)


@pytest.mark.parametrize(
    ("way", "end", "code"),
    [
        ("", "stop", 0),
        ("", "end of input", 0),
        ("long", "end of input", 0),
        ("stuck", "stop", 1),
        ("stuck beside", "stop", 1),
    ],
)
def test_it_leaves_within_five_seconds(way, end, code):
    with child(way) as process:
        events_until(process, Progress if way == "long" else Ready)
        if way.startswith("stuck"):
            time.sleep(0.3)  # until it is stuck
        began = time.monotonic()
        if end == "stop":
            process.stdin.write(command_line(Stop()))
            process.stdin.flush()
        else:
            process.stdin.close()
        assert process.wait(10) == code
        assert time.monotonic() - began < 5
        said = process.stderr.read()
    assert "Traceback" not in said
    assert "Fatal" not in said


def test_an_interruption_is_left_to_the_window():
    with child() as process:
        events_until(process, SyncFinished)
        process.send_signal(signal.SIGINT)
        process.stdin.write(command_line(SyncNow()))
        process.stdin.flush()
        events_until(process, SyncFinished)
        process.stdin.close()
        assert process.wait(10) == 0
        assert process.stderr.read() == ""
