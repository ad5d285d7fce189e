"""Progress out of long work, and the wish to stop into it."""

from collections.abc import Callable
from typing import Protocol

from shopdesk.domain.errors import Cancelled


class Control(Protocol):
    """What long work is given; implementations must be safe to call from any operating-system thread."""

    def report(self, done: int, total: int) -> None:
        """Say how far the work is; `total` 0 means not known yet."""

    def stop_if_cancelled(self) -> None:
        """Raise `Cancelled` when somebody asked the work to stop."""


class SimpleControl:
    """Keeps the last progress and a stop flag; enough for one piece of work in one process."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self._cancelled = False
        self._stop: Callable[[], object] | None = None

    def report(self, done: int, total: int) -> None:
        """Remember how far the work is."""
        self.done, self.total = done, total

    def cancel(self) -> None:
        """Ask the work to stop at its next check, and stop what it waits for where that can be stopped."""
        self._cancelled = True
        stop = self._stop
        if stop is not None:
            stop()

    def when_cancelled(self, stop: Callable[[], object] | None) -> None:
        """What `cancel` calls as well, in the thread that cancels: it ends what the work waits for. None: no more."""
        self._stop = stop

    def stop_if_cancelled(self) -> None:
        """Raise `Cancelled` after `cancel()`."""
        if self._cancelled:
            raise Cancelled
