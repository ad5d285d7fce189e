"""A report of figures as one table for spreadsheet programs."""

from collections.abc import Iterator
from datetime import timedelta

from shopdesk.domain.figures import HOURS, FigureSet
from shopdesk.services.figures import FigureReport
from shopdesk.services.sheets import write_csv, write_xlsx

_HOUR = timedelta(hours=1)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def report_csv(report: FigureReport) -> bytes:
    """UTF-8 with its mark; times in hours, rates from 0 to 1; English names, since a program may read them."""
    return write_csv(report_rows(report))


def report_xlsx(report: FigureReport) -> bytes:
    """The same as a workbook."""
    return write_xlsx("Report", report_rows(report))


def report_rows(report: FigureReport) -> Iterator[list[str]]:
    """Figure, this period, the one before; then days, weekdays by hour, topics."""
    now, before = report.now, report.before
    yield ["Figure", f"{now.period.first} to {now.period.last}", f"{before.period.first} to {before.period.last}"]
    for (name, value), (_, earlier) in zip(_figures(now), _figures(before), strict=True):
        yield [name, value, earlier]
    yield ["Waiting now", str(report.backlog.count), ""]
    yield ["Longest wait now, hours", _hours(report.backlog.oldest), ""]
    yield ["Times are", "opening hours only" if report.open_hours else "all hours", ""]
    yield []
    yield ["Day", "Received", "Answered"]
    yield from ([day.isoformat(), str(came), str(left)] for day, came, left in now.by_day)
    yield []
    yield ["Received, by hour", *(f"{hour:02}:00" for hour in range(HOURS))]
    yield from ([day, *map(str, hours)] for day, hours in zip(_DAYS, now.by_hour, strict=True))
    yield []
    yield ["Topic", "Conversations"]
    yield from ([topic or "none", str(count)] for topic, count in now.by_topic)


def _figures(one: FigureSet) -> list[tuple[str, str]]:
    return [
        ("Received", str(one.received)),
        ("Answered", str(one.answered)),
        ("Conversations begun", str(one.begun)),
        ("Solved", str(one.solved)),
        ("Solved rate", _rate(one.solved_rate)),
        ("Solved with one reply, rate", _rate(one.at_once_rate)),
        ("First reply, median, hours", _hours(one.first_reply.median)),
        ("First reply, 90 %, hours", _hours(one.first_reply.slow)),
        ("Resolution, median, hours", _hours(one.resolution.median)),
        ("Resolution, 90 %, hours", _hours(one.resolution.slow)),
    ]


def _hours(time: timedelta | None) -> str:
    return "" if time is None else f"{time / _HOUR:.2f}"


def _rate(share: float | None) -> str:
    return "" if share is None else f"{share:.3f}"
