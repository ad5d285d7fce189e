"""Asking one question after the other within deadlines, and remembering which got no good answer."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from shopdesk.domain import errors
from shopdesk.domain.control import Control
from shopdesk.domain.discovery import Source, Tried
from shopdesk.domain.errors import ServerProblem

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds; a longer search would be slower than typing the servers."""

    whole: float = 14.5
    step: float = 5.0
    one: float = 3.0
    """One question to one server."""


class Asking:
    """The deadlines of one search and what it tried so far."""

    def __init__(self, limits: Limits, control: Control) -> None:
        self.tried: list[Tried] = []
        self._limits = limits
        self._control = control
        self._end = time.monotonic() + limits.whole
        self._step_end = self._end

    def begin_step(self) -> None:
        """Give the questions that follow a deadline together."""
        self._step_end = min(time.monotonic() + self._limits.step, self._end)

    def ask(self, source: Source, what: str, question: Callable[[float], Result]) -> Result | None:
        """Put one question, which is told its deadline; a failure is noted and gives None. Raises `Cancelled`."""
        self._control.stop_if_cancelled()
        now = time.monotonic()
        deadline = min(now + self._limits.one, self._step_end)
        if deadline <= now:
            self.note(source, what, errors.ServerUnreachable("", "no time left to ask"))
            return None
        try:
            return question(deadline)
        except ServerProblem as problem:
            self.note(source, what, problem)
            return None

    def note(self, source: Source, what: str, problem: ServerProblem) -> None:
        """Remember that something led nowhere."""
        known = next(kind.__name__ for kind in type(problem).__mro__ if kind.__module__ == errors.__name__)
        self.tried.append(Tried(source, what, known, problem.detail))
