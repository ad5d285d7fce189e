"""What is edited and read from the page of today: own tasks, counts, facts, the team, lessons, reports."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from shopdesk.domain.day import DayFigures, DayKind, DayNote, DayRecord, Item, NoteKind, OwnItem
from shopdesk.domain.fact import Fact
from shopdesk.ui.actions import Do
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.today.editing import DayEditing
from shopdesk.ui.today.fact_form import FactForm
from shopdesk.ui.today.list_editor import ListEditor
from shopdesk.ui.today.own_form import OwnItemForm
from shopdesk.ui.today.page import TodayPage
from shopdesk.ui.today.person_form import PersonForm
from shopdesk.ui.widgets.leaving import Leaving
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import FakeDesk
from tests.ui.sample import NOW, sample_desk


def turned(make: Maker) -> tuple[MainWindow, TodayPage, FakeDesk]:
    """A window at today, with Mei on duty and Lin beside her."""
    desk = sample_desk()
    desk.agents.add("Mei Lin")
    desk.agents.add("Lin Wei")
    desk.day.now = NOW
    window = make(desk)
    window.pages.show("today")
    page = window.pages.page("today")
    assert isinstance(page, TodayPage)
    page.presenter.choose(DayKind.MORNING)
    settle(make.bot)
    return window, page, desk


def editor_of(page: TodayPage) -> ListEditor[Any]:
    editor = page.findChild(DayEditing).editor
    assert editor is not None
    return editor


def test_an_own_task_is_added_changed_and_removed(make: Maker) -> None:
    _, page, desk = turned(make)
    page.list.edit.click()
    editor = editor_of(page)
    form = editor.form
    assert isinstance(form, OwnItemForm)
    editor.add.click()
    form.name.setText("Count the labels")
    form.days[0].click()
    form.starts.setText("2026-11-31")
    editor.submit()
    assert editor.refusal.text().startswith("Write the day as")
    form.starts.setText("2026-11-30")
    form.counted.click()
    editor.submit()
    assert editor.refusal.text() == "Say at which number it is ordered again."
    form.reorder.setText("20")
    QTest.keyClick(form.reorder, Qt.Key.Key_Return)
    kept = desk.own_items.all()[0]
    assert (kept.title, kept.weekdays, kept.reorder_at) == ("Count the labels", (0,), 20)
    assert str(kept.starts) == "2026-11-30"
    assert editor.list.text(0) == "Count the labels\nMorning review · Mon · 2026-11-30–"
    form.name.setText("Count labels and tape")
    editor.save.click()
    assert [one.title for one in desk.own_items.all()] == ["Count labels and tape"]
    editor.remove.click()
    assert desk.own_items.all()
    editor.remove.click()
    assert not desk.own_items.all()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert page.findChild(DayEditing).editor is None


def test_what_can_run_out_is_counted_before_it_is_done_and_says_when_to_order(make: Maker) -> None:
    _, page, desk = turned(make)
    desk.day.own = (Item("own:1", title="Labels", reorder_at=20),)
    page.presenter.look()
    row = next(row for row in page.list.rows if row.item.key == "own:1")
    assert row.amount is not None
    row.circle.click()
    assert not desk.day.amounts
    row.amount.setText("12")
    page.presenter.look()
    row = next(row for row in page.list.rows if row.item.key == "own:1")
    assert row.amount is not None
    assert row.amount.text() == "12"
    QTest.keyClick(row.amount, Qt.Key.Key_Return)
    done = next(row for row in page.list.rows if row.item.key == "own:1").item
    assert done.amount == 12
    assert done.to_order


def test_a_fact_is_renamed_and_an_expired_one_is_marked(make: Maker) -> None:
    window, page, desk = turned(make)
    desk.facts.save(Fact("cut_off", "16:00"))
    desk.facts.save(Fact("sale", "10 %", ends=NOW - timedelta(days=1)))
    window.deeds.run(Do.FACTS)
    editor = editor_of(page)
    form = editor.form
    assert isinstance(form, FactForm)
    assert editor.list.text(1) == "sale\nExpired · 10 %"
    form.name.setText("sale")
    editor.submit()
    assert editor.refusal.text() == "Another fact has this name."
    form.name.setText("last_parcel")
    form.ends.setText("2030-01-31")
    editor.submit()
    assert [one.name for one in desk.facts.all()] == ["sale", "last_parcel"]
    ends = desk.facts.kept["last_parcel"].ends
    assert ends is not None
    assert f"{ends.astimezone():%Y-%m-%d %H:%M}" == "2030-02-01 00:00"
    form.ends.setText("tomorrow")
    editor.submit()
    assert editor.refusal.text().startswith("Write it as")


def test_the_task_of_the_facts_opens_them(make: Maker) -> None:
    _, page, _ = turned(make)
    row = next(row for row in page.list.rows if row.item.key == "facts")
    assert row.facts is not None
    row.facts.click()
    assert isinstance(editor_of(page).form, FactForm)


def test_somebody_goes_on_duty_is_renamed_leaves_and_comes(make: Maker) -> None:
    _, page, desk = turned(make)
    assert page.side.people is not None
    page.side.people.click()
    editor = editor_of(page)
    form = editor.form
    assert isinstance(form, PersonForm)
    editor.list.go_to(1)
    editor.more.itemAt(0).widget().click()  # type: ignore[union-attr]
    assert desk.agents.here == desk.agents.team[1]
    assert editor.list.text(1) == "Lin Wei\nOn duty"
    form.name.setText("Lin Wang")
    editor.submit()
    assert desk.agents.team[1].name == "Lin Wang"
    editor.begin()
    form.name.setText("Kai")
    editor.submit()
    assert [one.name for one in desk.agents.team] == ["Mei Lin", "Lin Wang", "Kai"]
    editor.remove.click()
    editor.remove.click()
    assert [one.name for one in desk.agents.team] == ["Mei Lin", "Lin Wang"]


def test_a_lesson_is_kept_in_the_evening(make: Maker) -> None:
    _, page, desk = turned(make)
    assert page.lessons.isHidden()
    page.evening.click()
    page.lessons.field.setText("Ask for a photo first")
    QTest.keyClick(page.lessons.field, Qt.Key.Key_Return)
    assert desk.day.written[0].kind is NoteKind.LESSON
    assert page.lessons.lines.text() == "Lesson: Ask for a photo first (Mei Lin)"
    assert not page.lessons.field.text()


@pytest.mark.expects_log("unexpected failure")
def test_the_report_of_a_day_goes_to_the_clipboard_and_into_a_file(make: Maker, tmp_path: Path) -> None:
    _, page, desk = turned(make)
    day = NOW.date()
    desk.day.records = [
        DayRecord(day, 9, 10, NOW, NOW, "Mei Lin", DayFigures(24, 22, 3, 1, 2), missed=("backup", "标签")),
        DayRecord(day - timedelta(days=1)),
    ]
    desk.day.written = [DayNote(1, day, NoteKind.SUGGESTION, "多备标签", "Mei Lin", NOW)]
    page.evening.click()
    page.list.report.click()
    reports = page.findChild(DayEditing).reports
    assert reports is not None
    reports.copy.click()
    text = QApplication.clipboard().text()
    assert "Answered: 22" in text
    assert "Not done in the morning: Check the backup, 标签" in text
    assert "Suggestion: 多备标签 (Mei Lin)" in text
    reports.write(tmp_path / "day.pdf")
    assert (tmp_path / "day.pdf").read_bytes().startswith(b"%PDF")
    failures: list[object] = []
    reports.failed.connect(failures.append)
    reports.write(tmp_path / "nowhere" / "day.pdf")
    assert isinstance(failures[0], OSError)
    reports.list.go_to(1)
    assert reports.text.toPlainText().endswith("Not closed")


def test_the_lines_of_the_editor_are_what_the_desk_has(make: Maker) -> None:
    _, page, desk = turned(make)
    desk.own_items.save(OwnItem(0, DayKind.WRAP_UP, "Lock the door", required=True))
    page.list.edit.click()
    form = editor_of(page).form
    assert isinstance(form, OwnItemForm)
    assert form.name.text() == "Lock the door"
    assert form.required.isChecked()
    assert editor_of(page).current == desk.own_items.all()[0]


def typing(page: TodayPage) -> tuple[ListEditor[Any], OwnItemForm]:
    """The editor of own tasks with two of them; something was typed into the first."""
    page.list.edit.click()
    editor = editor_of(page)
    form = editor.form
    assert isinstance(form, OwnItemForm)
    form.name.setText("Count labels and tape")
    return editor, form


def two_tasks(make: Maker) -> tuple[MainWindow, TodayPage, FakeDesk]:
    window, page, desk = turned(make)
    desk.own_items.save(OwnItem(0, DayKind.MORNING, "Count the labels"))
    desk.own_items.save(OwnItem(0, DayKind.WRAP_UP, "Lock the door"))
    return window, page, desk


def test_another_line_is_shown_when_what_was_typed_is_saved_or_left(make: Maker) -> None:
    _, page, desk = two_tasks(make)
    editor, form = typing(page)
    answers = [Leaving.STAY, Leaving.SAVE, Leaving.DISCARD]
    editor.ask = lambda: answers.pop(0)
    editor.list.go_to(1)
    assert (editor.list.row, form.name.text()) == (0, "Count labels and tape")
    editor.list.go_to(1)
    assert (editor.list.row, form.name.text()) == (1, "Lock the door")
    assert [one.title for one in desk.own_items.all()] == ["Count labels and tape", "Lock the door"]
    form.required.click()
    editor.begin()
    assert (editor.list.row, form.name.text()) == (-1, "")
    assert not desk.own_items.all()[1].required
    editor.list.go_to(1)
    assert not answers


def test_the_editor_closes_when_what_was_typed_is_saved_or_left(make: Maker) -> None:
    _, page, desk = two_tasks(make)
    editor, form = typing(page)
    answers = [Leaving.STAY, Leaving.SAVE, Leaving.SAVE]
    editor.ask = lambda: answers.pop(0)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    form.starts.setText("soon")
    editor.leave.click()
    assert editor.refusal.text().startswith("Write the day as"), "what cannot be saved is not lost"
    form.starts.clear()
    editor.leave.click()
    assert page.findChild(DayEditing).editor is None
    assert desk.own_items.all()[0].title == "Count labels and tape"
    assert not answers


@pytest.mark.parametrize(
    ("answer", "closes", "title"),
    [
        (Leaving.STAY, False, "Count the labels"),
        (Leaving.DISCARD, True, "Count the labels"),
        (Leaving.SAVE, True, "Count labels and tape"),
    ],
)
def test_the_window_closes_over_what_was_typed_as_the_person_says(
    make: Maker, answer: Leaving, closes: bool, title: str
) -> None:
    window, page, desk = two_tasks(make)
    editor, _ = typing(page)
    editor.ask = lambda: answer
    window.close()
    settle(make.bot)
    assert window.isVisible() is not closes
    assert desk.own_items.all()[0].title == title
    editor.ask = lambda: Leaving.DISCARD


def test_the_end_of_the_session_keeps_what_can_be_kept(make: Maker) -> None:
    window, page, desk = two_tasks(make)
    editor, _ = typing(page)
    editor.ask = lambda: pytest.fail("nobody is there to be asked")
    window.let_go()
    window.close()
    assert desk.own_items.all()[0].title == "Count labels and tape"


def test_what_is_typed_while_a_line_is_saved_stays_and_belongs_to_it(make: Maker) -> None:
    _, page, desk = two_tasks(make)
    editor, form = typing(page)
    editor.ask = lambda: Leaving.DISCARD
    editor.begin()
    form.name.setText("Feed the cat")
    editor.changed.connect(lambda: form.name.setText("Feed the cat and the dog"))
    editor.submit()
    editor.changed.disconnect()
    assert form.name.text() == "Feed the cat and the dog"
    editor.submit()
    assert [one.title for one in desk.own_items.all()][2:] == ["Feed the cat and the dog"]


def test_a_note_and_a_lesson_that_were_just_typed_are_kept_when_the_window_closes(make: Maker) -> None:
    window, page, desk = turned(make)
    page.evening.click()
    page.list.note.setPlainText("DHL strike in Leipzig")
    page.lessons.field.setText("Ask for a photo first")
    window.close()
    assert desk.day.note == "DHL strike in Leipzig"
    assert desk.day.written[0].text == "Ask for a photo first"


def test_the_next_day_begins_with_an_empty_note(make: Maker) -> None:
    _, page, desk = turned(make)
    page.evening.click()
    page.list.note.setPlainText("DHL strike in Leipzig")
    page.list.note.save()
    page.presenter.look()
    assert page.list.note.toPlainText() == "DHL strike in Leipzig"
    desk.day.now, make.now[0] = NOW + timedelta(days=1), NOW + timedelta(days=1)
    desk.day.note = ""
    page.presenter.look()
    page.evening.click()
    assert not page.list.note.toPlainText()
