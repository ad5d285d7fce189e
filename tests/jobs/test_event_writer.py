"""The engine's voice never waits, gathers changes and keeps their order before other events."""

import io
import threading
import time

from shopdesk.domain.changes import Changes
from shopdesk.jobs.event_writer import BUGS_KEPT, EventWriter
from shopdesk.jobs.link import Bug, Changed, Problem, Progress, Ready, SyncFinished
from shopdesk.jobs.wire import read_event


class Paper(io.StringIO):
    """A stream that remembers when it was flushed, and can be made to wait."""

    def __init__(self) -> None:
        super().__init__()
        self.flushed: list[float] = []
        self.may_write = threading.Event()
        self.may_write.set()

    def write(self, text):
        self.may_write.wait(10)
        return super().write(text)

    def flush(self):
        self.flushed.append(time.monotonic())

    def events(self):
        return [read_event(line) for line in self.getvalue().splitlines()]


def conversations(*numbers: int) -> Changes:
    return Changes(conversations=frozenset(numbers))


def test_changes_are_united_and_sent_at_most_ten_times_a_second():
    paper = Paper()
    writer = EventWriter(paper)
    began = time.monotonic()
    for number in range(3000):
        writer.announce(conversations(number))
        if number % 10 == 0:
            time.sleep(0.001)
    assert writer.close()
    seconds = time.monotonic() - began
    together = Changes()
    for event in paper.events():
        together |= event.changes
    assert together == conversations(*range(3000))
    assert len(paper.events()) <= seconds / 0.1 + 2


def test_the_greeting_goes_before_what_was_found_in_the_same_moment():
    paper = Paper()
    writer = EventWriter(paper, seconds_between=60)
    paper.may_write.clear()
    writer.send(SyncFinished(2))
    while not writer._sending or writer._waiting:
        time.sleep(0.001)
    writer.send(Ready(1))
    writer.announce(conversations(1))
    paper.may_write.set()
    assert writer.close()
    assert paper.events()[1:] == [Ready(1), Changed(conversations(1))]


def test_the_first_event_goes_out_at_once():
    paper = Paper()
    writer = EventWriter(paper, seconds_between=60)
    began = time.monotonic()
    writer.send(Ready(1))
    while not paper.flushed and time.monotonic() - began < 5:
        time.sleep(0.001)
    assert time.monotonic() - began < 1
    assert writer.close()
    assert paper.events() == [Ready(1)]


def test_what_waits_while_the_window_does_not_read_stays_small():
    paper = Paper()
    writer = EventWriter(paper, seconds_between=0)
    paper.may_write.clear()
    writer.send(Ready(1))
    time.sleep(0.05)
    for number in range(1000):
        writer.announce(conversations(number % 7))
        writer.send(Progress(1, number, 1000))
        writer.send(Progress(2, number, 500))
        writer.send(Problem(2, "ServerBusy", "h", str(number)))
        writer.send(Bug(f"KeyError {number}"))
    writer.send(SyncFinished(1))
    paper.may_write.set()
    assert writer.close()
    events = paper.events()
    assert events[0] == Ready(1)
    assert events[1] == Changed(conversations(*range(7)))
    assert [event for event in events if isinstance(event, Progress)] == [
        Progress(1, 999, 1000),
        Progress(2, 999, 500),
    ]
    assert [event.detail for event in events if isinstance(event, Problem)] == ["999"]
    assert sum(isinstance(event, Bug) for event in events) == BUGS_KEPT
    assert events[-1] == SyncFinished(1)


def test_nothing_changed_is_not_announced():
    paper = Paper()
    writer = EventWriter(paper)
    writer.announce(Changes())
    assert writer.close()
    assert paper.events() == []


class TornPaper(Paper):
    def flush(self):
        super().flush()
        raise BrokenPipeError


def test_a_window_that_is_gone_does_not_disturb():
    paper = TornPaper()
    writer = EventWriter(paper, seconds_between=0)
    for number in range(100):
        writer.announce(conversations(number))
        writer.send(SyncFinished(number))
    assert writer.close()
    assert paper.flushed


def test_a_stuck_window_does_not_keep_the_engine():
    paper = Paper()
    writer = EventWriter(paper)
    paper.may_write.clear()
    writer.send(Ready(1))
    began = time.monotonic()
    assert not writer.close(0.1)
    assert time.monotonic() - began < 2
    paper.may_write.set()
    assert writer.close(5)
