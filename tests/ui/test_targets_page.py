"""The page of targets in the settings: every change acts at once, what makes no sense is refused beside its field."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from shopdesk.domain.errors import DatabaseBusy, InputRefused
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.target import LUNCH, WORKDAY, Peak, Span, TargetMode, TargetRule
from shopdesk.domain.target_texts import days_text, opened_text, read_days, read_opened, read_spans, spans_text
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.peak_room import PeakRoom
from shopdesk.ui.settings.opening_box import own_zone
from shopdesk.ui.settings.targets_page import TargetsPage, named_countries
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import FakeDesk
from tests.ui.sample import NOW, health, sample_desk

pytestmark = pytest.mark.gui
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
ONE, TWO = MailboxId(1), MailboxId(2)


@pytest.fixture
def desk() -> FakeDesk:
    made = sample_desk()
    made.mailbox_health = [health(1, "one@shop.example"), health(2, "two@shop.example")]
    return made


@pytest.fixture
def window(make: Maker, desk: FakeDesk) -> MainWindow:
    make.now[0] = NOW
    return make(desk)


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> TargetsPage:
    """The page, shown."""
    window.deeds.settings.open("targets")
    found = window.deeds.settings.dialog.page("targets")
    assert isinstance(found, TargetsPage)
    settle(qtbot)
    return found


def company(page: TargetsPage) -> None:
    """Choose the company's clock as a person does."""
    button = page.modes.findChildren(QPushButton)[1]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def write(line: QLineEdit, text: str) -> None:
    """Type over what stands there and leave the field."""
    line.selectAll()
    line.setFocus()
    line.setText(text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_a_mailbox_without_a_rule_has_a_marketplaces_24_hours(page: TargetsPage, desk: FakeDesk) -> None:
    assert (page.hours.value(), page.urgent.value(), page.amber.value(), page.red.value()) == (24, 4, 120, 0)
    assert page.modes.current == 0
    assert page.opening.isHidden()
    assert desk.targets.by_mailbox == {}, "looking writes nothing"


def test_each_number_acts_at_once_and_moves_what_waits(page: TargetsPage, desk: FakeDesk) -> None:
    page.hours.setValue(12)
    page.urgent.setValue(2)
    page.amber.setValue(10)
    page.red.setValue(5)
    page.factor.setValue(1.5)
    assert desk.targets.by_mailbox[ONE] == TargetRule(
        ONE, hours=12 * HOUR, urgent=2 * HOUR, amber=10 * MINUTE, red=5 * MINUTE, peak_factor=1.5
    )
    assert desk.targets.recomputed == [None] * 5
    page.amber.setValue(3)
    assert desk.targets.by_mailbox[ONE].red == 3 * MINUTE, "red never comes before amber"
    page.red.setValue(20)
    assert desk.targets.by_mailbox[ONE].amber == 20 * MINUTE


def test_each_mailbox_has_a_rule_of_its_own(page: TargetsPage, desk: FakeDesk) -> None:
    page.hours.setValue(12)
    page.mailbox.setCurrentIndex(1)
    page.mailbox.activated.emit(1)
    assert page.hours.value() == 24
    company(page)
    assert (desk.targets.by_mailbox[ONE].mode, desk.targets.by_mailbox[TWO].mode) == (
        TargetMode.PLATFORM, TargetMode.COMPANY
    )
    page.opened()
    assert page.rule.mailbox == TWO, "the page comes back to the same mailbox"


def test_a_company_has_opening_hours_in_the_zone_of_this_computer(page: TargetsPage, desk: FakeDesk) -> None:
    company(page)
    rule = desk.targets.by_mailbox[ONE]
    assert rule.opening.zone == own_zone()
    assert not page.opening.isHidden()
    write(page.opening.days[0], "08:00–12:00，13:00-17:30")
    page.opening.alike.click()
    write(page.opening.days[5], "10:00-14:00")
    write(page.opening.lunch, "12:00-13:00")
    write(page.opening.closed, "2026-12-24, 2026-12-31")
    write(page.opening.opened, "2026-12-20 10:00-14:00")
    opening = desk.targets.by_mailbox[ONE].opening
    workday = (Span(480, 720), Span(780, 1050))
    assert opening.week == (workday,) * 5 + ((Span(600, 840),), ())
    assert opening.lunch == LUNCH
    assert opening.closed == {date(2026, 12, 24), date(2026, 12, 31)}
    assert opening.opened == {date(2026, 12, 20): (Span(600, 840),)}


def test_zone_and_country_are_chosen_from_lists(page: TargetsPage, desk: FakeDesk) -> None:
    company(page)
    for box, text in ((page.opening.zone, "Asia/Shanghai"), (page.opening.country, "China")):
        place = box.findText(text)
        assert place > 0
        box.setCurrentIndex(place)
        box.activated.emit(place)
    opening = desk.targets.by_mailbox[ONE].opening
    assert (opening.zone, opening.country) == ("Asia/Shanghai", "CN")
    page.opening.country.setCurrentIndex(0)
    page.opening.country.activated.emit(0)
    assert desk.targets.by_mailbox[ONE].opening.country == ""


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("lunch", "noon", "Hours are written"),
        ("lunch", "12:00-13:00, 14:00-15:00", "Hours are written"),
        ("lunch", "00:00-24:00", "at least one opening"),
        ("closed", "christmas", "Days are written"),
        ("opened", "2026-12-20", "Days are written"),
    ],
)
def test_what_makes_no_sense_is_refused_beside_it(
    page: TargetsPage, desk: FakeDesk, field: str, text: str, words: str
) -> None:
    company(page)
    before = desk.targets.by_mailbox[ONE]
    write(getattr(page.opening, field), text)
    assert words in page.opening.refusal.text()
    assert page.opening.refusal.isVisible()
    assert desk.targets.by_mailbox[ONE] == before
    write(getattr(page.opening, field), "")
    assert page.opening.refusal.isHidden()


def test_days_that_overlap_or_a_week_that_never_opens_are_refused(page: TargetsPage, desk: FakeDesk) -> None:
    company(page)
    write(page.opening.days[0], "08:00-12:00, 11:00-13:00")
    assert "do not overlap" in page.opening.refusal.text()
    for line in page.opening.days:
        write(line, "")
    assert "at least one opening" in page.opening.refusal.text()
    assert desk.targets.by_mailbox[ONE].opening.week[4] == WORKDAY


def test_what_the_store_refuses_is_told_and_put_back(page: TargetsPage, desk: FakeDesk) -> None:
    desk.targets.fail_with = DatabaseBusy("desk")
    page.hours.setValue(12)
    assert page.said.isVisible()
    assert page.hours.value() == 24


def test_peak_time_is_begun_counted_down_and_ended(page: TargetsPage, desk: FakeDesk, make: Maker) -> None:
    assert page.peak.words == "Begin peak time for:"
    page.peak.begin[1].setFocus()
    page.peak.begin[1].click()
    assert desk.targets.the_peak == Peak(NOW, NOW + timedelta(days=3))
    assert page.peak.words.startswith("Peak time, 3d left (until ")
    assert desk.targets.recomputed
    make.now[0] = NOW + 70 * HOUR
    page.peak.retranslate()
    assert page.peak.words.startswith("Peak time, 2h left")
    desk.targets.now = lambda: make.now[0]
    page.peak.end.click()
    assert page.peak.words == "Begin peak time for:"


def test_the_inbox_counts_the_peak_down_and_leads_to_its_settings(
    window: MainWindow, page: TargetsPage, make: Maker, qtbot: QtBot
) -> None:
    peak = PeakRoom(window.inbox, window._desk, window._around, window.deeds.settings)
    window.ticked.connect(peak.tick)
    peak.look()
    assert "line" not in peak.__dict__, "nothing is made as long as there is no peak"
    page.peak.begin[0].click()
    settle(qtbot)
    assert (peak.line.text(), peak.line.isHidden()) == ("Peak time, 24h left", False)
    make.now[0] = NOW + 23 * HOUR
    window.ticked.emit()
    assert peak.line.text() == "Peak time, 1h left"
    make.now[0] = NOW + 24 * HOUR
    window.ticked.emit()
    assert peak.line.isHidden()
    window.deeds.settings.dialog.close()
    peak.line.click()
    assert window.deeds.settings.dialog.isVisible()
    window.deeds.settings.dialog.close()


def test_countries_are_named_in_the_persons_language() -> None:
    assert named_countries(["CN", "DE"], "zh_CN") == [("CN", "中国"), ("DE", "德国")]
    assert named_countries(["DE", "CN"], "xx") == [("CN", "China"), ("DE", "Germany")]


def test_hours_and_days_are_read_as_people_type_them_and_written_back() -> None:
    assert spans_text(read_spans("13:00~18:00，09:00—12:00")) == "09:00-12:00, 13:00-18:00"
    assert days_text(read_days("2026-12-31; 2026-12-24")) == "2026-12-24, 2026-12-31"
    text = "2026-12-20 10:00-14:00; 2026-12-27 10:00-12:00, 14:00-16:00"
    assert opened_text(read_opened(text)) == text
    with pytest.raises(InputRefused):
        read_opened("tomorrow 10:00-12:00")
