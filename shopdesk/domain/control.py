"""Progress out of long work, and the wish to stop into it."""

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
        self.is_cancelled = False

    def report(self, done: int, total: int) -> None:
        """Remember how far the work is."""
        self.done, self.total = done, total

    def cancel(self) -> None:
        """Ask the work to stop at its next check."""
        self.is_cancelled = True

    def stop_if_cancelled(self) -> None:
        """Raise `Cancelled` after `cancel()`."""
        if self.is_cancelled:
            raise Cancelled
