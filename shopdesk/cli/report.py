"""`report`: the figures of a period beside those of the one before."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date, timedelta
from pathlib import Path

from shopdesk.cli.output import complain, say, say_json
from shopdesk.cli.shop import CliShop, Command
from shopdesk.domain.figures import Durations, FigureSet
from shopdesk.domain.topic_rise import Rise
from shopdesk.services.figure_tables import report_csv

_HOUR = timedelta(hours=1)


def _define(parser: ArgumentParser) -> None:
    parser.add_argument("--from", dest="first", type=_day, required=True, metavar="D", help="first day")
    parser.add_argument("--to", dest="last", type=_day, required=True, metavar="D", help="last day")
    parser.add_argument("--mailbox", metavar="ADDRESS", help="of one mailbox only")
    parser.add_argument("--open-hours", action="store_true", help="count the opening hours of the shop only")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write the table into a file")
    parser.add_argument("--json", action="store_true", help="for machines")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is no day such as 2026-11-15") from None


def _run(arguments: Namespace, shop: CliShop) -> int:
    """Print the figures, or write them into a file; raises `InputRefused` for a period that is none."""
    mailbox = shop.mailboxes.by_address(arguments.mailbox).id if arguments.mailbox else None
    report = shop.figures.report(
        arguments.first, arguments.last, open_hours=arguments.open_hours, mailbox=mailbox
    )
    if arguments.csv is not None:
        return _write(report_csv(report), arguments.csv)
    risen = shop.figures.topic_rises()
    if arguments.json:
        say_json({"now": _json(report.now), "before": _json(report.before), "rises": [_rise(one) for one in risen]})
        return 0
    for (name, now), (_, before) in zip(_lines(report.now), _lines(report.before), strict=True):
        say(f"{name:<34}{now:>12}{before:>16} before")
    oldest = report.backlog.oldest
    say(f"{'Waiting now':<34}{report.backlog.count:>12}" + (f", longest {_hours(oldest)} h" if oldest else ""))
    for one in risen:
        say(f"Today {one.count} ask about {one.topic}, usually {one.usual:.1f} by this time.")
    return 0


def _write(content: bytes, file: Path) -> int:
    try:
        file.write_bytes(content)
    except OSError as problem:
        complain(f"{file} could not be written: {problem.strerror}.")
        return 1
    say(f"Written: {file}")
    return 0


def _lines(one: FigureSet) -> list[tuple[str, str]]:
    return [
        ("Received", str(one.received)),
        ("Answered", str(one.answered)),
        ("Conversations begun", str(one.begun)),
        ("Solved", _share(one.solved_rate)),
        ("Solved with one reply", _share(one.at_once_rate)),
        ("First reply, median", _both(one.first_reply)[0]),
        ("First reply, 90 % within", _both(one.first_reply)[1]),
        ("Resolution, median", _both(one.resolution)[0]),
        ("Resolution, 90 % within", _both(one.resolution)[1]),
    ]


def _json(one: FigureSet) -> dict[str, object]:
    return {
        "from": one.period.first.isoformat(),
        "to": one.period.last.isoformat(),
        "received": one.received,
        "answered": one.answered,
        "begun": one.begun,
        "solved": one.solved,
        "solved_rate": one.solved_rate,
        "solved_with_one_reply_rate": one.at_once_rate,
        "first_reply_seconds": _seconds(one.first_reply),
        "resolution_seconds": _seconds(one.resolution),
        "by_day": [{"day": day.isoformat(), "received": came, "answered": left} for day, came, left in one.by_day],
        "by_hour": [list(hours) for hours in one.by_hour],
        "by_topic": dict(one.by_topic),
    }


def _seconds(one: Durations) -> dict[str, object]:
    return {
        "count": one.count,
        "median": None if one.median is None else one.median.total_seconds(),
        "p90": None if one.slow is None else one.slow.total_seconds(),
    }


def _rise(one: Rise) -> dict[str, object]:
    return {"topic": one.topic, "count": one.count, "usual": one.usual, "conversations": list(one.conversations)}


def _both(one: Durations) -> tuple[str, str]:
    return (
        "–" if one.median is None else f"{_hours(one.median)} h",
        "–" if one.slow is None else f"{_hours(one.slow)} h",
    )


def _hours(time: timedelta) -> str:
    return f"{time / _HOUR:.1f}"


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"


COMMAND = Command("report", "the figures of a period", _define, _run)
