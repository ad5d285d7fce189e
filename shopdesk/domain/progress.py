"""How long a piece of work will still take, from how far it is and how fast it went."""

import math
from datetime import datetime, timedelta

MEMORY = timedelta(seconds=30)
"""How long a speed is remembered: a stall of a second must not turn minutes into hours."""
PATIENCE = timedelta(seconds=8)
"""So long nothing is said: the first mails tell little."""
SLEPT = timedelta(seconds=90)
"""Nobody reports for so long unless the computer slept; such a gap says nothing about the speed."""
_STEP = timedelta(seconds=2)
_KEPT = timedelta(seconds=30)
_KEPT_SHARE = 0.2


class Estimate:
    """Takes reports of one running work and says what is left; smoothed, so that the answer does not jump about."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self._mark: tuple[int, datetime] | None = None
        self._seen = 0.0
        self._speed = 0.0
        self._weight = 0.0
        self._end: datetime | None = None
        self._now: datetime | None = None

    def note(self, done: int, total: int, at: datetime) -> None:
        """So much is done at this moment (UTC); less than before means that another work has begun."""
        if done < self.done:
            self._forget()
        self.done, self.total, self._now = done, total, at
        if self._mark is None or not timedelta() <= at - self._mark[1] <= SLEPT:
            self._mark, self._end = (done, at), None
            return
        passed = at - self._mark[1]
        if passed >= _STEP:
            self._learn(done - self._mark[0], passed.total_seconds())
            self._mark = (done, at)
        self._foresee(at)

    @property
    def is_running(self) -> bool:
        """True while there is something left, or nobody knows yet how much."""
        return self.done < self.total or not self.total

    @property
    def left(self) -> timedelta | None:
        """The time still needed at the newest report; None while nobody can tell."""
        if self._end is None or self._now is None:
            return None
        return max(self._end - self._now, timedelta())

    def _foresee(self, at: datetime) -> None:
        """The end is moved only when it would be clearly another one."""
        if self._seen < PATIENCE.total_seconds() or self._speed <= 0:
            return
        need = timedelta(seconds=max(self.total - self.done, 0) * self._weight / self._speed)
        if self._end is None or abs(at + need - self._end) > max(_KEPT, _KEPT_SHARE * need):
            self._end = at + need

    def _learn(self, done: int, seconds: float) -> None:
        fresh = 1 - math.exp(-seconds / MEMORY.total_seconds())
        self._speed += fresh * (done / seconds - self._speed)
        self._weight += fresh * (1 - self._weight)
        self._seen += seconds

    def _forget(self) -> None:
        self._mark = self._end = None
        self._seen = self._speed = self._weight = 0.0
