"""Lanes for work that waits for others: no piece waits for the one before, as each has a thread of its own."""

import threading
from collections.abc import Callable
from typing import TypeVar

from shopdesk.jobs.lane import Deliver, Lane, at_once

T = TypeVar("T")


class FreeLanes:
    """Has the shape of a lane; threads are made when they are first needed, and used again when they are idle.

    Made for the network: a try that was given up may hang for its last seconds while the next one is under way.
    """

    def __init__(self, name: str, deliver: Deliver = at_once) -> None:
        self._name = name
        self._deliver = deliver
        self._guard = threading.Lock()
        self._lanes: list[Lane] = []
        self._closed = False

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do `work` at once; then `done(result)` or `failed(exception)`."""
        with self._guard:
            if self._closed:
                return
            lane = next((lane for lane in self._lanes if lane.wait_idle(0)), None)
            if lane is None:
                lane = Lane(f"{self._name}-{len(self._lanes) + 1}", self._deliver)
                self._lanes.append(lane)
            lane.submit(work, done, failed)

    def replace(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """The same as `submit`: who gave up the last piece does not listen to it any more."""
        self.submit(work, done, failed)

    def close(self, timeout: float = 5.0, *, finish: bool = True) -> bool:
        """Take no more work; out: True when every thread ended within `timeout` seconds."""
        with self._guard:
            self._closed = True
            lanes, self._lanes = self._lanes, []
        ended = [lane.close(timeout, finish=finish) for lane in lanes]
        return all(ended)
