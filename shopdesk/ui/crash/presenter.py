"""Which bug is shown: each one once in a session, the same again is only counted. Without Qt."""

from collections.abc import Sequence
from typing import Protocol

from shopdesk.ui.crash.report import BugReport

MOST_KEPT = 20
"""More different bugs are counted and not kept."""


class CrashView(Protocol):
    """Where a bug is shown."""

    def show_bug(self, report: BugReport, others: int) -> None:
        """Show it in the one dialog; `others` are different bugs that were shown before in this session."""


class CrashPresenter:
    """Collects the bugs of a session."""

    def __init__(self, view: CrashView) -> None:
        self._view = view
        self._counts: dict[str, int] = {}
        self._reports: list[BugReport] = []

    def note(self, report: BugReport) -> None:
        """A bug happened."""
        times = self._counts.get(report.key, 0)
        if not times and len(self._counts) >= MOST_KEPT:
            return
        self._counts[report.key] = times + 1
        if not times:
            self._reports.append(report)
            self._view.show_bug(report, len(self._reports) - 1)

    def details(self, facts: Sequence[str]) -> str:
        """Everything for the developers as text. In: lines about version and system."""
        parts = ["\n".join(facts)]
        for report in self._reports:
            times = self._counts[report.key]
            again = f"({times} times)\n" if times > 1 else ""
            parts.append(again + "\n".join(report.lines))
        return "\n\n".join(parts) + "\n"
