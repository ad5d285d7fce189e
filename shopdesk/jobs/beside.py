"""Work beside a lane: a few operating-system threads that fetch the next batch while this one is filed."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

_Got = TypeVar("_Got")
_AT_ONCE = 8


class BesideLanes:
    """Runs at most eight pieces of work at once; fits `services.ahead.Beside`."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="beside")

    def start(self, work: Callable[[], _Got]) -> Callable[[], _Got]:
        """Begin; calling the result waits for the end and returns, or raises, what the work did."""
        return self._pool.submit(work).result

    def close(self) -> None:
        """Wait for what is under way and end the threads."""
        self._pool.shutdown()
