"""Which period the page of reports shows, and what it shows of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.errors import FileNotSaved
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.topic_rise import Rise
from shopdesk.jobs.lane import WorkLane
from shopdesk.services.figures import FigureReport
from shopdesk.ui.desk import Now
from shopdesk.ui.report_desk import ReportDesk

LENGTHS = (7, 30, 90)
"""Days of the periods that are offered."""


@dataclass(frozen=True, slots=True)
class RisenTopic:
    """A topic that rose today, with its conversations."""

    rise: Rise
    rows: Sequence[Conversation]


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A report with the topics that rose today."""

    report: FigureReport
    rises: Sequence[RisenTopic] = ()


Rows = Callable[[Sequence[ConversationId]], Sequence[Conversation]]


class ReportsView(Protocol):
    """What the presenter shows."""

    def show_report(self, shown: ShownReport) -> None: ...
    def show_failure(self, error: Exception) -> None: ...
    def tell_saved(self, name: str) -> None: ...


class ReportsPresenter:
    """Sums in the reading lane; the newest wish counts."""

    def __init__(self, desk: ReportDesk, rows: Rows, reading: WorkLane, view: ReportsView, now: Now) -> None:
        """In: `rows` fetches conversations; asked in the lane only."""
        self._desk = desk
        self._rows = rows
        self._reading = reading
        self._view = view
        self._now = now
        self.days = LENGTHS[0]
        """Length of the period; 0 for one that a person chose."""
        self.own = (self._today(), self._today())
        """First and last day of that."""
        self.open_hours = False
        self.shown: ShownReport | None = None

    def look(self) -> None:
        """Sum anew."""
        self._reading.replace(self._sum, self._show, self._view.show_failure)

    def choose_length(self, days: int) -> None:
        """The last so many days with today; 0 for the chosen ones."""
        if days == 0 and self.days:
            self.own = self.period
        self.days = days
        self.look()

    def choose_days(self, first: date, last: date) -> None:
        """These days; swapped when they come the wrong way round."""
        self.days, self.own = 0, (min(first, last), max(first, last))
        self.look()

    def count_open_hours(self, *, only: bool) -> None:
        """Whether times are those in which the shop was open."""
        self.open_hours = only
        self.look()

    @property
    def period(self) -> tuple[date, date]:
        """First and last day."""
        today = self._today()
        return (today - timedelta(days=self.days - 1), today) if self.days else self.own

    def save(self, path: Path) -> None:
        """Write what is shown as CSV or, by the name's ending, as a workbook."""
        shown = self.shown
        if shown is not None:
            self._reading.submit(lambda: _write(shown.report, path), self._view.tell_saved, self._view.show_failure)

    def _sum(self) -> ShownReport:
        first, last = self.period
        rises = [RisenTopic(rise, self._rows(rise.conversations)) for rise in self._desk.topic_rises()]
        return ShownReport(self._desk.report(first, last, open_hours=self.open_hours), rises)

    def _show(self, shown: ShownReport) -> None:
        self.shown = shown
        self._view.show_report(shown)

    def _today(self) -> date:
        return self._now().astimezone().date()


def _write(report: FigureReport, path: Path) -> str:
    from shopdesk.services.figure_tables import report_csv, report_xlsx

    make = report_xlsx if path.suffix.casefold() == ".xlsx" else report_csv
    try:
        path.write_bytes(make(report))
    except OSError as problem:
        raise FileNotSaved(str(path)) from problem
    return path.name
