"""The report of a day, as text and as a page to print."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QLocale

from shopdesk.domain.day import DayNote, DayRecord, NoteKind
from shopdesk.ui.today.lessons import lesson_words
from shopdesk.ui.today.wording import day_name, missed_title
from shopdesk.ui.words import translate


def report_title(record: DayRecord) -> str:
    """The day's name and year."""
    return f"{day_name(record.day)} {record.day.year}"


def report_lines(record: DayRecord, notes: Sequence[DayNote]) -> list[str]:
    """What is said of a day, line by line; figures only of one that was closed."""
    lines = [_closing(record)]
    done = translate("Today", "Morning review: %1 of %2 done").replace("%1", _number(record.morning_done))
    if record.morning_items:
        lines.append(done.replace("%2", _number(record.morning_items)))
    if record.closed_at is not None:
        figures = record.figures
        for words, number in (
            (translate("Today", "Received: %1"), figures.received),
            (translate("Today", "Answered: %1"), figures.answered),
            (translate("Today", "Waiting at the close: %1"), figures.waiting),
            (translate("Today", "Overdue at the close: %1"), figures.overdue),
            (translate("Today", "Cases moved: %1"), figures.cases_moved),
        ):
            lines.append(words.replace("%1", _number(number)))
    if record.missed:
        titles = translate("Today", ", ").join(missed_title(key) for key in record.missed)
        lines.append(translate("Today", "Not done in the morning: %1").replace("%1", titles))
    return [*lines, *(_note(note) for note in reversed(notes))]


def report_text(record: DayRecord, notes: Sequence[DayNote]) -> str:
    """The whole report."""
    return "\n".join([report_title(record), "", *report_lines(record, notes)])


def report_html(record: DayRecord, notes: Sequence[DayNote]) -> str:
    """The whole report as a page."""
    lines = "".join(f"<p>{escape(one).replace(chr(10), '<br>')}</p>" for one in report_lines(record, notes))
    return f"<h1>{escape(report_title(record))}</h1>{lines}"


def closed_words(record: DayRecord) -> str:
    """Whether a day was closed, in a word or two."""
    if record.closed_at is None:
        return translate("Today", "Not closed")
    return translate("Today", "Closed at %1").replace("%1", f"{record.closed_at.astimezone():%H:%M}")


def _closing(record: DayRecord) -> str:
    return f"{closed_words(record)} · {record.closed_by}" if record.closed_by else closed_words(record)


def _note(note: DayNote) -> str:
    if note.kind is not NoteKind.MORNING:
        return lesson_words(note)
    words = translate("Today", "Note for the morning: %1").replace("%1", note.text)
    return f"{words} ({note.by})" if note.by else words


def _number(number: int) -> str:
    return QLocale().toString(number)
