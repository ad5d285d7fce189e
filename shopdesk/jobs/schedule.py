"""When to look again: pauses, a wait that can be cut short, and how often to connect."""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

RECHECK_SECONDS = 60.0
JUMP_SECONDS = 60.0
CONNECTIONS_KEPT = 10
CONNECTIONS_WITHIN_SECONDS = 600.0


def utc_now() -> datetime:
    """The present moment, UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often things happen, in seconds; tests use a faster one."""

    poll: float = 120.0
    """Between two passes while a window is open."""
    poll_unseen: float = 300.0
    longest_pause: float = 900.0
    """Between two passes, whatever they cost; IDLE has to be renewed within 29 minutes (RFC 2177)."""
    share: float = 20.0
    """A pause is at least so many times as long as the pass before: not to sync many folders all day."""
    shortest_gap: float = 1.0
    """Between the starts of two passes, however fast news come in."""
    gather: float = 0.2
    """Wishes to sync that come within this time are answered by one pass."""
    first_bug: float = 60.0
    longest_bug: float = 1800.0
    chores: float = 60.0
    backup_after: float = 180.0
    """The start of the engine is left to the mail."""
    restart_wait: float = 60.0
    """Longest wait for the next try of a mailbox that was in trouble when the engine stopped."""
    quiet_reconnect: float = 600.0
    """A lost connection is opened again without a word at most once in this time."""

    def pause(self, *, window_open: bool, last_pass: float) -> float:
        """Seconds until the next pass after one that took `last_pass` seconds."""
        usual = self.poll if window_open else self.poll_unseen
        return max(usual, min(last_pass * self.share, self.longest_pause))

    def bug_pause(self, bugs: int) -> float:
        """Seconds until the next try after so many unexpected failures in a row."""
        return float(min(self.first_bug * 2 ** min(bugs - 1, 10), self.longest_bug))


class Alarm:
    """A wait that anybody may cut short. A computer that slept and a clock that was set do not prolong it."""

    def __init__(self, now: Callable[[], datetime] = utc_now) -> None:
        self._now = now
        self._rung = threading.Event()

    @property
    def is_rung(self) -> bool:
        """True between `ring` and `reset`."""
        return self._rung.is_set()

    def ring(self) -> None:
        """End the present wait, or the next one, at once."""
        self._rung.set()

    def reset(self) -> None:
        """Make ready for the next ring."""
        self._rung.clear()

    def wait(self, seconds: float | None) -> bool:
        """Wait for a ring (None: for ever); True when it rang, False when the time was over."""
        if seconds is None:
            return self._rung.wait()
        by_clock, by_counter = self._now() + timedelta(seconds=seconds), time.monotonic() + seconds
        while True:
            # The counter stands still while some computers sleep, the clock may be set back.
            left = min((by_clock - self._now()).total_seconds(), by_counter - time.monotonic())
            if left <= 0:
                return self._rung.is_set()
            if self._rung.wait(min(left, RECHECK_SECONDS)):
                return True

    def wait_until(self, moment: datetime | None) -> bool:
        """Wait for a ring until a moment (None: for ever); True when it rang."""
        return self.wait(None if moment is None else max((moment - self._now()).total_seconds(), 0.0))


class JumpWatch:
    """Notices that the computer slept (or its clock was set) since this object was made."""

    def __init__(self, now: Callable[[], datetime] = utc_now) -> None:
        self._now = now
        self._clock, self._counter = now(), time.monotonic()

    @property
    def jumped(self) -> bool:
        """True when the clock went on by more than a minute that nobody was awake for."""
        by_clock = (self._now() - self._clock).total_seconds()
        return by_clock - (time.monotonic() - self._counter) > JUMP_SECONDS


class Pace:
    """Keeps the connections to one mailbox rare: servers lock out those who connect too often."""

    def __init__(self, connections: int = CONNECTIONS_KEPT, seconds: float = CONNECTIONS_WITHIN_SECONDS) -> None:
        self._seconds = seconds
        self._opened: deque[float] = deque(maxlen=connections)

    def delay(self) -> float:
        """Seconds to wait before the next connection may be opened."""
        if len(self._opened) < (self._opened.maxlen or 0):
            return 0.0
        return max(self._opened[0] + self._seconds - time.monotonic(), 0.0)

    def opened(self) -> None:
        """Count a try to connect."""
        self._opened.append(time.monotonic())
