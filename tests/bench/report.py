"""One table: what was measured, beside the goal and the least that is acceptable. Nothing here fails on time."""

import os
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One figure; `goal` and `least` are upper limits unless `more_is_better`."""

    what: str
    value: float | None
    unit: str = "×"
    goal: float | None = None
    least: float | None = None
    note: str = ""
    more_is_better: bool = False
    slower: float = 1.0
    """How many times slower the floor beside it ran than where a limit in ms was found."""

    @property
    def verdict(self) -> str:
        """Where the figure stands, as it was measured."""
        return self._verdict_on(self.value)

    @property
    def remark(self) -> str:
        """The note; before it, where a figure in ms would stand with the floor of its limit."""
        if self.value is None or self.slower == 1.0:
            return self.note
        there = self.value / self.slower
        words = f"with the floor of the limits {_number(there)} {self.unit}: {self._verdict_on(there)}"
        return f"{words}; {self.note}" if self.note else words

    def _verdict_on(self, value: float | None) -> str:
        if value is None:
            return "not measured"
        if self.goal is None or self.least is None:
            return ""
        sign = -1 if self.more_is_better else 1
        if sign * value <= sign * self.goal:
            return "goal"
        return "enough" if sign * value <= sign * self.least else "TOO MUCH" if sign == 1 else "TOO LITTLE"


def median(values: Sequence[float]) -> float:
    """The middle of the rounds."""
    return statistics.median(values)


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float | None:
    """Median of the ratios within each round; None when the other side is missing."""
    pairs = [(one, other) for one, other in zip(ours, theirs, strict=False) if other]
    return statistics.median(one / other for one, other in pairs) if pairs else None


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of all lie."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def show(title: str, rows: Sequence[Row]) -> None:
    """Print a table."""
    print(f"\n{title} (load {os.getloadavg()[0]:.1f})" if hasattr(os, "getloadavg") else f"\n{title}")
    width = max(len(row.what) for row in rows)
    print(f"{'':{width}}  {'measured':>12}  {'goal':>8}  {'at least':>8}")
    for row in rows:
        goal, least = _number(row.goal), _number(row.least)
        measured = f"{_number(row.value)} {row.unit}"
        print(f"{row.what:{width}}  {measured:>12}  {goal:>8}  {least:>8}  {row.verdict:<10}  {row.remark}".rstrip())
    sys.stdout.flush()


def say(text: str) -> None:
    """A remark while it runs."""
    print(text, file=sys.stderr, flush=True)


def _number(value: float | None) -> str:
    if value is None:
        return "–"
    if value == int(value) and abs(value) < 1e6:
        return f"{value:.0f}"
    return f"{value:.3f}" if abs(value) < 1 else f"{value:.2f}" if abs(value) < 100 else f"{value:.0f}"
