"""Conversations linked with cases from both sides, another playbook, the ledger, and what warns before a payment."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from shopdesk.domain.case import Case, CaseKind, Column, Resolution, Stage
from shopdesk.domain.errors import MoveNotAllowed
from shopdesk.domain.ids import CaseId, ConversationId, MessageId, OrderId
from shopdesk.domain.order import Order
from shopdesk.ui.case_words import due_line
from shopdesk.ui.cases.page import CasesPage
from shopdesk.ui.cases.returning import ReturnForm
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.widgets.parts import Button
from tests.ui.conftest import Maker
from tests.ui.fake_cases import FakeCases, sample_cases
from tests.ui.sample import NOW, sample_desk

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
ENTER, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Down


@pytest.fixture
def desk() -> FakeCases:
    return sample_cases(NOW)


@pytest.fixture
def window(make: Maker, desk: FakeCases) -> MainWindow:
    shop = sample_desk()
    first = ConversationId(next(iter(shop.all_rows)))
    lars = next(number for number, row in shop.all_rows.items() if row.customer_name == "Lars Nilsson")
    shop.messages[lars] = (replace(shop.messages[first][0], id=MessageId(9_001)),)
    desk.links = {1042: (first,)}
    desk.kept[1042] = replace(desk.kept[1042], messages=(first,))
    shop.cases = desk
    return make(shop)


@pytest.fixture
def page(window: MainWindow) -> CasesPage:
    window.pages.show("cases")
    page = window.pages.page("cases")
    assert isinstance(page, CasesPage)
    return page


def keys(window: QWidget, *pressed: str | Qt.Key, shift: bool = False) -> None:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    for each in pressed:
        for one in each if isinstance(each, str) else [each]:
            focused = window.window().focusWidget()
            assert focused is not None, "the focus is lost"
            QTest.keyClick(focused, one, held)


def test_a_second_conversation_is_found_linked_shown_and_parted_on_the_page_of_the_case(
    page: CasesPage, window: MainWindow, desk: FakeCases
) -> None:
    page.open_case(CaseId(1042))
    links, mails, shown = page.one.facts.links, len(page.one.mails.chips), len(page.one.mails._messages)
    assert len(links.rows) == 1
    links.ask(desk.kept[1042])
    picker = links.picker
    assert picker is not None
    keys(window, "lars")
    (line,) = picker.shown()
    assert line.startswith("Lars Nilsson · ")
    keys(window, ENTER)
    assert len(desk.homes(CaseId(1042))) == 2
    assert window.toast.text == "Conversation linked with RC-1042"
    assert [row.customer_name for row in links.rows][1] == "Lars Nilsson"
    assert len(page.one.mails._messages) == shown + 1  # its mails stand beside those of the case
    keys(page, "Z")
    assert len(links.rows) == 1
    links.part(desk.kept[1042], links.rows[0].id)
    assert (links.rows, len(page.one.mails.chips)) == ((), 0)
    keys(page, "Z")
    assert (len(links.rows), len(page.one.mails.chips)) == (1, mails)
    assert [entry.deed for entry in desk.entries[1042]][1:] == ["linked", "undone", "unlinked", "undone"]


def test_shift_c_links_the_conversation_that_is_read_with_a_case_parts_them_and_z_takes_it_back(
    window: MainWindow, desk: FakeCases
) -> None:
    here = window.inbox.presenter.current
    assert here is not None
    keys(window, "C", shift=True)
    picker = window.pages._ties.picker
    assert picker.shown()[0].startswith("RC-1047 · Damaged · Stoneware mug")
    keys(window, "carafe")
    assert picker.shown() == ["RC-1030 · Return · Glass carafe · Emily Chen · Arrived – decide"]
    keys(window, ENTER)
    assert here in desk.homes(CaseId(1030))
    assert window.toast.text == "Linked with the case"
    assert "RC-1030 · Decide" in window.inbox.pane.header.pill_texts()
    keys(window, "Z")
    assert desk.homes(CaseId(1030)) == ()
    assert "RC-1030 · Decide" not in window.inbox.pane.header.pill_texts()
    home = desk.links[1042][0]
    keys(window, "C", shift=True)
    if here == home:
        keys(window, "1042")
        assert window.pages._ties.picker.shown()[0].endswith("linked – choose it to part them")
        keys(window, ENTER)
        assert desk.homes(CaseId(1042)) == ()


def test_another_playbook_is_followed_what_was_ticked_stays_and_z_takes_it_back(
    page: CasesPage, window: MainWindow, desk: FakeCases
) -> None:
    page.open_case(CaseId(1047))
    steps = page.one.facts.steps
    assert steps.chooser is not None
    assert steps.chooser.accessibleName().startswith("Playbook: ")
    shared = next(iter(steps.ticks))
    steps.ticks[shared].click()
    assert desk.kept[1047].steps[0].done_at is not None
    steps.ask(desk.kept[1047])
    menu = steps.menu
    assert menu is not None
    before = desk.kept[1047].playbook
    next(action for action in menu.actions() if action.text() == "Parcel is lost").trigger()
    menu.close()
    assert desk.kept[1047].playbook == "lost"
    assert window.toast.text == "RC-1047 follows “Parcel is lost” now; what was ticked stays"
    keys(page, "Z")
    assert (desk.kept[1047].playbook, desk.kept[1047].steps[0].key) == (before, shared)


def test_the_ledger_shows_a_month_against_its_limits_and_is_exported(
    page: CasesPage, window: MainWindow, desk: FakeCases, tmp_path: Path
) -> None:
    for number, amount, resolution in ((1038, "39.90", Resolution.REFUND), (1033, "12", Resolution.COMPENSATE)):
        desk.kept[number] = replace(
            desk.kept[number], amount=Decimal(amount), resolution=resolution, decided_at=NOW, stage=Stage.ANSWERED,
            column=Column.SETTLE,
        )  # fmt: skip
    window.pages.show("inbox")
    window.deeds.run(next(do for do in window.deeds._runs if do.value == "payments"))
    view = page.payments
    assert view.isVisible()
    assert view.sum.text() == "2 payments · €51.90"
    assert view.name.text() == "November 2026"
    (tile,) = view.tiles
    assert (tile.name.text(), tile.number.text()) == ("Left for goodwill · EUR", "€488.00")
    assert tile.note.text() == "€12.00 of €500.00 given · at most €50.00 a case"
    rows = view.table.rows
    limits = {str(rows.data(rows.index(row, 1))): rows.data(rows.index(row, 6)) for row in range(rows.rowCount())}
    assert limits == {"RC-1038": "Does not count", "RC-1033": "Counts"}
    for name, head in (("a.csv", b"\xef\xbb\xbfDecided"), ("a.xlsx", b"PK")):
        target = str(tmp_path / name)
        view.ask_target = lambda target=target: target
        view.export.click()
        assert (tmp_path / name).read_bytes().startswith(head)
    assert window.toast.text == "Saved a.xlsx"
    view.after.click()
    assert view.name.text() == "November 2026"
    view.before.click()
    assert (view.name.text(), view.table.isHidden(), view.export.isEnabled()) == ("October 2026", True, False)
    view.after.click()
    view.focus_first()
    keys(page, ENTER)
    assert page.shows_one
    page.one.payments.click()
    keys(page, Qt.Key.Key_Escape)
    assert page.board.isVisible()


def test_the_form_warns_before_a_limit_is_passed_and_asks_again_where_a_change_opens_a_gate(
    page: CasesPage, desk: FakeCases
) -> None:
    page.open_case(CaseId(1042))
    page.one.facts.edit.click()
    form = page.one.facts.form
    assert form is not None
    choice = form.form.editors["resolution"]
    choice.setCurrentIndex(choice.findData("compensate"))
    told = []
    for amount in ("20 EUR", "40 EUR", "60 EUR", "much", "60 CHF"):
        form.form.editors["amount"].setText(amount)
        told.append(form.caution.text())
    assert told == [
        "After this, €12.50 of €500.00 are left for goodwill this month.",
        "€40.00 is more than what is left for this month (€32.50): somebody has to approve it.",
        "€60.00 is more than one case may give away (€50.00): somebody has to approve it.",
        "",
        "",
    ]
    form.close_now()
    desk.fail_with = MoveNotAllowed(("evidence",))
    page.presenter.change(CaseId(1038), {"kind": "damaged"})
    missing = page.forms.form
    assert missing is not None
    assert (missing.words.text(), missing.primary.text()) == ("Still needed: What the evidence shows", "Save")
    desk.fail_with = None
    missing.form.editors["evidence_note"].setPlainText("cracked")
    missing.submit()
    assert (desk.kept[1038].kind, desk.kept[1038].evidence_note) == (CaseKind.DAMAGED, "cracked")


def test_the_return_wizard_knows_when_it_arrived_and_begins_the_answer_with_its_template(
    page: CasesPage, window: MainWindow, desk: FakeCases
) -> None:
    shop = window._desk
    shop.orders.known = [Order(OrderId(1), "#1042", delivered_at=NOW - timedelta(days=12))]
    first = desk.links[1042][0]
    shop.all_rows[first] = replace(shop.all_rows[first], order_numbers=("1042",))
    desk.kept[1042] = replace(desk.kept[1042], kind=CaseKind.RETURN)
    page.presenter.look()
    page.open_case(CaseId(1042))
    page.one.policy.click()
    form = page.one.facts.form
    assert isinstance(form, ReturnForm)
    assert (form.days.text(), form.days.accessibleDescription()) == ("12", "It arrived on 6 Nov.")
    form.condition.setCurrentIndex(2)
    assert form.caution.text().startswith("€54.60 is more than one case may give away")
    form.answer.click()
    assert desk.kept[1042].resolution is Resolution.PARTIAL_REFUND
    assert window.pages.current == "inbox"
    assert window.inbox.presenter.current == first
    assert window.answers.composer.isVisible()


def test_the_template_of_the_playbook_is_one_click_away_where_there_is_a_conversation(
    page: CasesPage, window: MainWindow
) -> None:
    page.open_case(CaseId(1042))
    offers = [button for button in page.one.facts.findChildren(Button) if button.text().startswith("Answer with /")]
    (offer,) = [button for button in offers if button.isVisible()]
    offer.click()
    assert (window.pages.current, window.answers.composer.isVisible()) == ("inbox", True)
    page.open_case(CaseId(1047))
    assert not [one for one in page.one.facts.findChildren(Button) if "/" in one.text() and one.isVisibleTo(page)]


@pytest.mark.parametrize(
    ("next_hours", "deadline_hours", "line"),
    [
        (30, 40, ("Tomorrow", "text2", "clock")),
        (30, 20, ("Platform’s deadline in 20h", "amber", "alarm-clock")),
        (-1, 20, ("Platform’s deadline in 20h", "red", "alarm-clock")),
        (-1, 40, ("Overdue 1h", "red", "clock-alert")),
        (30, -2, ("Overdue 2h", "red", "clock-alert")),
    ],
)
def test_a_platform_that_decides_within_a_day_raises_its_alarm(
    next_hours: int, deadline_hours: int, line: tuple[str, str, str]
) -> None:
    case = Case(
        CaseId(1), CaseKind.DISPUTE, NOW, NOW, next_at=NOW + timedelta(hours=next_hours),
        platform_deadline=NOW + timedelta(hours=deadline_hours),
    )  # fmt: skip
    found = due_line(case, NOW)
    assert (found.text, found.tone, found.icon) == line
