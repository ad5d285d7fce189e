"""The figures as words and numbers of the person's language."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale

from shopdesk.domain.figures import Durations, FigureSet
from shopdesk.domain.topic_rise import Rise
from shopdesk.ui.topic_words import topic_text
from shopdesk.ui.words import duration, translate

NONE = "–"
_CLOSE = 0.005
"""Rates nearer than this are the same."""
_HOUR = timedelta(hours=1)


def day_text(day: date) -> str:
    """A day without its year."""
    return QLocale().toString(_qdate(day), translate("Words", "d MMM", "date without year, Qt date format"))


def weekday_names() -> list[str]:
    """Monday to Sunday, short."""
    return [QLocale().dayName(number, QLocale.FormatType.ShortFormat) for number in range(1, 8)]


def day_label(day: date, days: int) -> str:
    """A day under its bar: a weekday in a week, a date in longer periods."""
    return weekday_names()[day.weekday()] if days <= 7 else day_text(day)  # noqa: PLR2004 - a week


def period_text(now: FigureSet, before: FigureSet) -> str:
    """Both periods in a sentence."""
    words = translate("Reports", "%1 to %2, compared with %3 to %4")
    days = (now.period.first, now.period.last, before.period.first, before.period.last)
    for place, day in enumerate(days, start=1):
        words = words.replace(f"%{place}", day_text(day))
    return words


def time_text(took: timedelta | None) -> str:
    """A length of time, or a dash."""
    return NONE if took is None else duration(took)


def rate_text(share: float | None) -> str:
    """A share in per cent, or a dash."""
    return NONE if share is None else f"{QLocale().toString(round(share * 100))}{QLocale().percent()}"


def slow_text(took: Durations) -> str:
    """The slow end of some durations."""
    if took.slow is None:
        return translate("Reports", "Nothing was answered yet")
    return translate("Reports", "9 of 10 within %1").replace("%1", duration(took.slow))


def time_change(now: timedelta | None, before: timedelta | None) -> tuple[str, str]:
    """How a time changed, and in which tone it is said."""
    if now is None or before is None:
        return "", ""
    if abs(now - before) < timedelta(minutes=1):
        return translate("Reports", "as before"), ""
    if now < before:
        return translate("Reports", "%1 faster").replace("%1", duration(before - now)), "good"
    return translate("Reports", "%1 slower").replace("%1", duration(now - before)), "amber"


def rate_change(now: float | None, before: float | None) -> tuple[str, str]:
    """How a share changed, in points."""
    if now is None or before is None:
        return "", ""
    if abs(now - before) < _CLOSE:
        return translate("Reports", "as before"), ""
    points = str(max(round(abs(now - before) * 100), 1))
    if now > before:
        return translate("Reports", "%1 points more").replace("%1", points), "good"
    return translate("Reports", "%1 points less").replace("%1", points), "amber"


def rise_text(rise: Rise) -> str:
    """Which topic rose, and by how much."""
    words = translate("Reports", "%1: %2 conversations today, usually %3 by this time")
    usual = QLocale().toString(rise.usual, "f", 1)
    return words.replace("%1", topic_text(rise.topic)).replace("%2", str(rise.count)).replace("%3", usual)


def volume_rows(shown: FigureSet) -> list[list[str]]:
    """The table behind the chart of days."""
    return [[day_text(day), str(came), str(left)] for day, came, left in shown.by_day]


def reply_rows(shown: FigureSet) -> list[list[str]]:
    """The table behind the chart of first replies."""
    return [[day_text(day), time_text(took)] for day, took in shown.reply_by_day]


def hour_rows(shown: FigureSet) -> list[list[str]]:
    """The table behind the map of hours."""
    return [[name, *map(str, hours)] for name, hours in zip(weekday_names(), shown.by_hour, strict=True)]


def topics_of(shown: FigureSet) -> list[tuple[str, int]]:
    """Topics by name."""
    return [(topic_text(topic), count) for topic, count in shown.by_topic]


def busiest_text(shown: FigureSet) -> str:
    """The busiest hour of the week in words; empty when nothing came."""
    hours = [(count, -day, -hour) for day, row in enumerate(shown.by_hour) for hour, count in enumerate(row)]
    count, day, hour = max(hours, default=(0, 0, 0))
    if not count:
        return ""
    words = translate("Reports", "Most come on %1 from %2:00")
    return words.replace("%1", weekday_names()[-day]).replace("%2", str(-hour))


def in_hours(times: Sequence[timedelta | None]) -> list[float]:
    """Lengths as numbers of hours; none is 0."""
    return [0.0 if one is None else one / _HOUR for one in times]


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
