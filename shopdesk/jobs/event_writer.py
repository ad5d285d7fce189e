"""The engine's voice: events as lines to the window, changes gathered and sent at most ten times a second."""

import logging
import threading
from typing import TextIO

from shopdesk.domain.changes import Changes
from shopdesk.jobs.lane import Lane
from shopdesk.jobs.link import Bug, Changed, Event, Problem, Progress, Ready, SyncFinished
from shopdesk.jobs.wire import event_lines

SECONDS_BETWEEN = 0.1
BUGS_KEPT = 20

_log = logging.getLogger(__name__)


class EventWriter:
    """Safe to use from any operating-system thread; nobody ever waits for the window to read.

    What waits to be sent stays small: changes are united, and of progress, finish and problem only the
    latest of each mailbox is kept. Once the window is gone, everything is dropped silently.
    """

    def __init__(self, stream: TextIO, seconds_between: float = SECONDS_BETWEEN) -> None:
        self._stream = stream
        self._seconds_between = seconds_between
        self._changes = Changes()
        self._waiting: dict[tuple[str, object], Event] = {}
        self._guard = threading.Lock()
        self._sending = False
        self._ending = threading.Event()
        self._lane = Lane("events")

    def announce(self, changes: Changes) -> None:
        """Tell the window what was written; this is what a store wants to call after each commit."""
        if changes:
            self.send(Changed(changes))

    def send(self, event: Event) -> None:
        """Send an event soon, after all changes announced before it."""
        with self._guard:
            self._keep(event)
            if self._sending or self._ending.is_set():
                return
            self._sending = True
        self._lane.submit(self._send_all)

    def close(self, timeout: float = 1.0) -> bool:
        """Send what waits and end; False when the window did not read it within `timeout` seconds."""
        with self._guard:
            first = not self._ending.is_set()
            self._ending.set()
        if first:
            self._lane.submit(self._write_waiting)
        return self._lane.close(timeout)

    def _keep(self, event: Event) -> None:
        if isinstance(event, Changed):
            self._changes |= event.changes
            return
        key = _key(event)
        self._waiting.pop(key, None)
        if isinstance(event, Bug) and sum(isinstance(kept, Bug) for kept in self._waiting.values()) >= BUGS_KEPT:
            return
        self._waiting[key] = event

    def _send_all(self) -> None:
        """Send until nothing waits, with a pause after each sending."""
        while self._write_waiting():
            self._ending.wait(self._seconds_between)

    def _write_waiting(self) -> bool:
        """Write what waits; False when there was nothing."""
        with self._guard:
            events: list[Event] = [Changed(self._changes)] if self._changes else []
            events += self._waiting.values()
            self._changes = Changes()
            self._waiting.clear()
            if not events:
                self._sending = False
                return False
        for event in sorted(events, key=_comes_after_the_greeting):
            self._write(event)
        return True

    def _write(self, event: Event) -> None:
        try:
            for line in event_lines(event):
                self._stream.write(line)
            self._stream.flush()
        except (OSError, ValueError):  # ValueError: the stream is closed
            _log.debug("the window does not listen any more")


def _comes_after_the_greeting(event: Event) -> bool:
    """What a quick engine found in the moment of its start is news only to a window that knows of it."""
    return not isinstance(event, Ready)


def _key(event: Event) -> tuple[str, object]:
    """Events with one key replace each other."""
    match event:
        case Progress(mailbox=mailbox) | SyncFinished(mailbox=mailbox) | Problem(mailbox=mailbox):
            return (type(event).__name__, mailbox)
        case Bug(summary=summary):
            return ("Bug", summary)
        case _:
            return (type(event).__name__, None)
