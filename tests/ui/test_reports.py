"""The page of reports through real widgets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.ids import ConversationId
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.reports.page import ReportsPage
from shopdesk.ui.widgets.bar_pairs import round_top
from tests.ui.conftest import Maker, settle
from tests.ui.fake_figures import FakeFigures, busy_figures
from tests.ui.fakes import FakeDesk
from tests.ui.sample import NOW, sample_desk

TODAY = NOW.astimezone().date()
Opened = tuple[MainWindow, ReportsPage, FakeFigures]


@pytest.fixture
def opened(make: Maker, qtbot: QtBot) -> Callable[[FakeDesk], Opened]:
    """Turn a window to its reports by the keys G R."""

    def turn(desk: FakeDesk) -> Opened:
        window = make(desk)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_G)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_R)
        settle(qtbot)
        page = window.pages.page("reports")
        assert isinstance(page, ReportsPage)
        return window, page, desk.figures

    return turn


@pytest.fixture
def busy() -> FakeDesk:
    """The sample shop with three months behind it, and a topic that rose today."""
    desk = sample_desk()
    desk.figures = busy_figures(NOW, [ConversationId(number) for number in list(desk.all_rows)[:6]])
    return desk


def test_a_week_is_shown_with_its_numbers_in_tiles_and_charts(
    opened: Callable[[FakeDesk], Opened], busy: FakeDesk
) -> None:
    _, page, figures = opened(busy)
    assert figures.asked == [(TODAY - timedelta(days=6), TODAY, False)]
    shown = page.presenter.shown
    assert shown is not None
    now = shown.report.now
    assert page.tiles[1].note.text().endswith(f"{now.solved} of {now.begun}")
    assert [(pair.first, pair.second) for pair in page.days.pairs] == [(came, left) for _, came, left in now.by_day]
    assert sum(count for _, count in page.bars.topics) == now.begun
    assert page.days.pairs[-1].is_now
    assert page.volume.chart.accessibleDescription() == f"{now.received} received, {now.answered} answered"


def test_each_chart_has_the_table_of_its_numbers_behind_a_button(
    opened: Callable[[FakeDesk], Opened], busy: FakeDesk, qtbot: QtBot
) -> None:
    _, page, _ = opened(busy)
    for card, rows in ((page.volume, 7), (page.replies, 7), (page.topics, len(page.bars.topics)), (page.hours, 7)):
        assert not card.shows_table
        card.switch.setFocus()
        QTest.keyClick(card.switch, Qt.Key.Key_Space)
        assert card.shows_table
        assert card.model_of_numbers.rowCount() == rows
        assert card.switch.text() == "Show chart"
    cell = page.hours.model_of_numbers.index(0, 14)
    spoken = page.hours.model_of_numbers.data(cell, Qt.ItemDataRole.AccessibleTextRole)
    assert str(spoken).startswith("Mon, 13: ")


def test_other_periods_and_opening_hours_are_summed_anew(
    opened: Callable[[FakeDesk], Opened], busy: FakeDesk, qtbot: QtBot
) -> None:
    _, page, figures = opened(busy)
    page.head.lengths.chosen.emit(1)
    page.head.open_hours.click()
    assert figures.asked[-1] == (TODAY - timedelta(days=29), TODAY, True)
    page.head.lengths.chosen.emit(3)
    settle(qtbot)
    assert page.head.first.isVisible()
    page.head.first.setDate(QDate(2026, 10, 5))
    assert figures.asked[-1] == (date(2026, 10, 5), TODAY, True)
    page.head.last.setDate(QDate(2026, 10, 1))
    assert figures.asked[-1][:2] == (date(2026, 10, 1), date(2026, 10, 5)), "swapped, not refused"


def test_a_topic_that_rose_shows_its_mails_and_leads_to_them(
    opened: Callable[[FakeDesk], Opened], busy: FakeDesk, qtbot: QtBot
) -> None:
    window, page, _ = opened(busy)
    (card,) = page.rises.cards
    assert not any(line.isVisible() for line in card.lines)
    card.switch.click()
    assert [line.isVisible() for line in card.lines] == [True] * 6
    card.lines[2].click()
    settle(qtbot)
    assert window.pages.current == "inbox"
    assert window.inbox.presenter.current == list(busy.all_rows)[2]


def test_new_mail_is_counted_while_the_page_is_in_sight(
    opened: Callable[[FakeDesk], Opened], busy: FakeDesk, qtbot: QtBot
) -> None:
    window, _, figures = opened(busy)
    window.pages.apply(Changes(conversations=frozenset({ConversationId(1)})))
    assert len(figures.asked) == 2
    window.pages.show("inbox")
    window.pages.apply(Changes(conversations=frozenset({ConversationId(1)})))
    assert len(figures.asked) == 2, "nobody looks"


@pytest.mark.parametrize(("name", "start"), [("week.csv", b"\xef\xbb\xbf"), ("week.xlsx", b"PK")])
def test_the_report_goes_into_a_file(
    opened: Callable[[FakeDesk], Opened], busy: FakeDesk, tmp_path: Path, name: str, start: bytes
) -> None:
    window, page, _ = opened(busy)
    page.ask_target = lambda: str(tmp_path / name)
    page.head.save.click()
    assert (tmp_path / name).read_bytes().startswith(start)
    assert window.toast.text == f"Saved as {name}"


def test_a_file_that_cannot_be_written_is_told_in_a_sentence(
    opened: Callable[[FakeDesk], Opened], busy: FakeDesk, tmp_path: Path
) -> None:
    window, page, _ = opened(busy)
    page.ask_target = lambda: str(tmp_path / "nowhere" / "week.csv")
    page.head.save.click()
    assert window.toast.text == "The file cannot be saved there. Choose another place."


def test_a_period_that_is_refused_is_told(opened: Callable[[FakeDesk], Opened], busy: FakeDesk) -> None:
    window, page, figures = opened(busy)
    figures.refuse = InputRefused("period", "too long")
    page.presenter.look()
    assert window.toast.text


def test_a_shop_without_mails_shows_dashes_and_no_charts_of_nothing(
    opened: Callable[[FakeDesk], Opened]
) -> None:
    desk = sample_desk()
    desk.figures = FakeFigures(NOW)
    _, page, _ = opened(desk)
    assert [tile.number.text() for tile in page.tiles] == ["–", "–", "–", "0"]
    assert page.topics.note.text() == "No conversation began in these days."
    assert page.rises.isHidden()


@pytest.mark.parametrize(
    ("highest", "top"), [(0, 1), (0.3, 0.3), (1, 1), (3, 3), (7, 8), (12, 20), (41, 50), (100, 100)]
)
def test_the_highest_line_stands_for_a_round_number(highest: float, top: float) -> None:
    assert round_top(highest) == pytest.approx(top)
