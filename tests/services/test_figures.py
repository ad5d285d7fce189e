"""Reports over a real desk: sums equal what was filed, open hours count alone when asked."""

from __future__ import annotations

from datetime import UTC, date, timedelta

import pytest

from shopdesk.domain.control import SimpleControl
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.target import OpeningHours, Span, TargetMode, TargetRule
from shopdesk.services.figure_tables import report_csv, report_rows, report_xlsx
from shopdesk.services.figures import Figures
from tests.services.bench import NOW, Bench, ago, answer, mail

TODAY = NOW.date()
WEEK = (TODAY - timedelta(days=6), TODAY)
BEN = "Ben <ben@mail.example>"


@pytest.fixture
def figures(bench: Bench) -> Figures:
    return Figures(bench.shop.store, bench.clock, UTC)


def two_questions(bench: Bench) -> None:
    """Anna's of yesterday 7:00 was answered after two hours and is done; Ben's of this morning waits."""
    (first,) = bench.come(mail("q1", when=ago(25)), when=ago(25))
    bench.come(answer("a1", "q1", when=ago(23)), folder="Sent", when=ago(23))
    bench.come(mail("q2", sender=BEN, subject="Wrong size", when=ago(1)), when=ago(1))
    assert first is not None
    bench.use.mark_done([first])


def test_a_report_tells_what_came_what_left_and_who_waits(bench: Bench, figures: Figures) -> None:
    two_questions(bench)
    report = figures.report(*WEEK)
    assert (report.now.received, report.now.answered, report.now.begun, report.now.solved) == (2, 1, 2, 1)
    assert report.now.first_reply.median == timedelta(hours=2)
    assert (report.backlog.count, report.backlog.oldest) == (1, timedelta(hours=1))
    assert (report.before.received, report.before.solved_rate) == (0, None)


def test_machines_mails_and_notes_are_not_counted(bench: Bench, figures: Figures) -> None:
    two_questions(bench)
    bench.come(mail("n1", sender="Shop system <no-reply@market.example>", extra="Auto-Submitted: auto-generated"))
    (home,) = bench.come(mail("q3", sender=BEN, when=ago(2)), when=ago(2))
    assert home is not None
    bench.shop.replies.add_note(home, "Ask the warehouse.")
    now = figures.report(*WEEK).now
    assert (now.received, now.answered) == (3, 1)


def test_one_mailbox_alone_and_a_period_beside_it(bench: Bench, figures: Figures) -> None:
    two_questions(bench)
    other = bench.connect("two@shop.example")
    assert figures.report(*WEEK, mailbox=other).now.received == 0
    assert figures.report(TODAY, TODAY).before.received == 1
    assert figures.report(TODAY, TODAY).now.received == 1


def test_times_are_counted_in_opening_hours_only_when_asked(bench: Bench, figures: Figures) -> None:
    two_questions(bench)
    mailbox = bench.folder().mailbox_id
    hours = OpeningHours(week=((Span(480, 1080),),) * 7, zone="UTC")
    bench.shop.targets.save(TargetRule(mailbox, TargetMode.COMPANY, opening=hours))
    assert figures.report(*WEEK, open_hours=True).now.first_reply.median == timedelta(hours=1)
    assert figures.report(*WEEK).now.first_reply.median == timedelta(hours=2)


@pytest.mark.parametrize("last", [date(2026, 10, 1), date(2028, 12, 1)])
def test_a_period_that_is_none_is_refused(figures: Figures, last: date) -> None:
    with pytest.raises(InputRefused):
        figures.report(TODAY, last)


def test_a_topic_that_rises_is_told_with_its_conversations(bench: Bench, figures: Figures) -> None:
    for week in range(1, 5):
        when = ago(1, days=7 * week)
        bench.come(mail(f"w{week}", sender=f"c{week}@x.example", when=when), when=when)
    new = []
    for number in range(6):
        sender = f"Broken {number} <b{number}@x.example>"
        raw = mail(f"b{number}", sender=sender, subject="Broken", body="The lamp arrived broken.", when=ago(1))
        new += bench.come(raw, when=ago(1))
    bench.shop.topics.reread(SimpleControl())
    risen = figures.topic_rises()
    assert [(rise.topic, rise.count) for rise in risen] == [("problem", 6)]
    assert set(risen[0].conversations) == set(new)


def test_the_table_has_every_figure_and_no_formula(bench: Bench, figures: Figures) -> None:
    two_questions(bench)
    report = figures.report(*WEEK)
    rows = list(report_rows(report))
    assert ["Received", "2", "0"] in rows
    assert ["First reply, median, hours", "2.00", ""] in rows
    assert report_csv(report).startswith(b"\xef\xbb\xbfFigure,")
    assert report_xlsx(report).startswith(b"PK")
