"""Progress out of a lane and the wish to stop into it, across operating-system threads."""

import threading
from collections.abc import Callable

from shopdesk.domain.errors import Cancelled


class LaneControl:
    """Fits `domain.control.Control`; `report` goes to a receiver, `cancel` may be called from any thread."""

    def __init__(self, reported: Callable[[int, int], None]) -> None:
        self._reported = reported
        self._cancelled = threading.Event()

    def report(self, done: int, total: int) -> None:
        """Say how far the work is; `total` 0 means not known yet."""
        self._reported(done, total)

    def stop_if_cancelled(self) -> None:
        """Raise `Cancelled` after `cancel()`."""
        if self._cancelled.is_set():
            raise Cancelled

    @property
    def is_cancelled(self) -> bool:
        """True after `cancel()`."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next check."""
        self._cancelled.set()

    def cancelled_within(self, seconds: float) -> bool:
        """Wait; True as soon as somebody cancels."""
        return self._cancelled.wait(seconds)
