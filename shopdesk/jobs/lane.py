"""A lane: one operating-system thread that does its work strictly in order."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

from shopdesk.domain.errors import ShopdeskError

T = TypeVar("T")
Deliver = Callable[[Callable[[], None]], None]
"""Runs a callback where its receiver lives; the window hands in one that posts to the screen thread."""

_log = logging.getLogger(__name__)


def at_once(callback: Callable[[], None]) -> None:
    """Run a callback right here (in the lane's own thread): the usual delivery outside a window."""
    callback()


class _Job(Generic[T]):
    """One piece of work with its receivers."""

    def __init__(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None,
        failed: Callable[[Exception], None] | None,
    ) -> None:
        self.work = work
        self.done = done
        self.failed = failed
        self.wanted = True

    def run(self, deliver: Deliver) -> None:
        """Do the work and hand its result or its exception to whoever waits for it; raises nothing."""
        done, failed = self.done, self.failed
        try:
            result = self.work()
        except Exception as error:  # noqa: BLE001 - the lane must outlive any work
            if failed is None:
                _log_failure(error)
            else:
                self._hand_over(deliver, failed, error)
            return
        if done is not None:
            self._hand_over(deliver, done, result)

    def _hand_over(self, deliver: Deliver, receiver: Callable[[Any], None], result: object) -> None:
        def call() -> None:
            if self.wanted:
                receiver(result)

        _guarded(lambda: deliver(lambda: _guarded(call)))


def _guarded(call: Callable[[], None]) -> None:
    try:
        call()
    except Exception:  # noqa: BLE001 - a receiver's bug must not end the lane
        _log.exception("the receiver of a lane's result, or its last act, failed")


def _log_failure(error: Exception) -> None:
    if isinstance(error, ShopdeskError):
        _log.warning("work in a lane failed: %s", error)
    else:
        _log.error("unexpected failure in a lane", exc_info=error)


class WorkLane(Protocol):
    """What users of a lane need to know of it; `Lane` and `InlineLane` fit."""

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do `work` after everything submitted before; then `done(result)` or `failed(exception)`."""

    def replace(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Like `submit`, but forget all pending work first, and the answer to the last replaceable one."""

    def close(self, timeout: float = 5.0, *, finish: bool = True) -> bool:
        """Take no more work and end; `finish` does what is pending first. True when it ended in time."""


class Lane:
    """Work runs one piece after the other in a thread of its own; no exception ends it.

    `deliver` says where `done` and `failed` are called: by default in the lane's own thread. A failure nobody
    asked about goes to the log. `last` is the thread's last act: letting go of what belongs to this thread, such
    as its connections to the database. The thread does not keep the process alive.
    """

    def __init__(self, name: str, deliver: Deliver = at_once, last: Callable[[], None] | None = None) -> None:
        self._deliver = deliver
        self._last = last
        self._pending: deque[_Job[Any]] = deque()
        self._running: _Job[Any] | None = None
        self._newest_wish: _Job[Any] | None = None
        self._closed = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    @property
    def name(self) -> str:
        """Name of the lane and of its thread."""
        return self._thread.name

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do `work` after everything submitted before; then `done(result)` or `failed(exception)`."""
        self._add(_Job(work, done, failed))

    def replace(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Like `submit`, but forget all pending work first, and the answer to the last replaceable one.

        Made for a search while typing: only the newest wish is answered.
        """
        job = _Job(work, done, failed)
        with self._changed:
            self._pending.clear()
            if self._newest_wish is not None:
                self._newest_wish.wanted = False
            self._newest_wish = job
        self._add(job)

    def close(self, timeout: float = 5.0, *, finish: bool = True) -> bool:
        """Take no more work and end; `finish` does what is pending first, else it is forgotten.

        Out: True when the thread ended within `timeout` seconds. From inside the lane it only marks the end.
        """
        with self._changed:
            self._closed = True
            if not finish:
                self._pending.clear()
            self._changed.notify_all()
        if threading.current_thread() is self._thread:
            return False
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def wait_idle(self, timeout: float = 5.0) -> bool:
        """True when nothing is pending or running within `timeout` seconds."""
        until = time.monotonic() + timeout
        with self._changed:
            while self._pending or self._running is not None:
                if not self._changed.wait(max(until - time.monotonic(), 0.0)):
                    return False
        return True

    def _add(self, job: _Job[Any]) -> None:
        with self._changed:
            if self._closed:
                _log.warning("work came to the closed lane %s and was dropped", self._thread.name)
                return
            self._pending.append(job)
            self._changed.notify_all()

    def _run(self) -> None:
        while (job := self._next()) is not None:
            job.run(self._deliver)
        if self._last is not None:
            _guarded(self._last)

    def _next(self) -> _Job[Any] | None:
        with self._changed:
            self._running = None
            self._changed.notify_all()
            while not self._pending:
                if self._closed:
                    return None
                self._changed.wait()
            self._running = self._pending.popleft()
            return self._running


class InlineLane:
    """The shape of a `Lane` without a thread: work and receivers run at once in the caller's thread."""

    def __init__(self, name: str = "inline") -> None:
        self.name = name
        self._closed = False

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do `work` now, then `done(result)` or `failed(exception)`."""
        if self._closed:
            _log.warning("work came to the closed lane %s and was dropped", self.name)
            return
        _Job(work, done, failed).run(at_once)

    def replace(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """The same as `submit`: nothing is ever pending here."""
        self.submit(work, done, failed)

    def close(self, timeout: float = 5.0, *, finish: bool = True) -> bool:
        """Take no more work; always True."""
        self._closed = True
        return True
