"""How long an import will still take, from how it went so far."""

from collections import deque
from datetime import datetime, timedelta

_KEPT = 20
_LEAST = timedelta(seconds=3)
"""A shorter look says nothing."""


class Estimate:
    """Looks at the last reports only: newest mails are small, older ones may be slower."""

    def __init__(self) -> None:
        self._seen: deque[tuple[datetime, int]] = deque(maxlen=_KEPT)

    def left(self, done: int, total: int, now: datetime) -> timedelta | None:
        """Time until the end; None while nobody can know. In: messages so far and in all (0: unknown)."""
        if self._seen and done < self._seen[-1][1]:
            self._seen.clear()
        self._seen.append((now, done))
        first, before = self._seen[0]
        if total <= done or done <= before or now - first < _LEAST:
            return None
        return (now - first) * ((total - done) / (done - before))
