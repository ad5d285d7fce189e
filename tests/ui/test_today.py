"""The page of today: one pass through the morning, the wrap-up, assigning, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from shopdesk.domain.case import Column, Stage
from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.day import Check, DayKind
from shopdesk.domain.ids import ConversationId
from shopdesk.ui.actions import Do
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.templates.library import Only, Wanted
from shopdesk.ui.today.left_rows import LeftRow
from shopdesk.ui.today.page import TodayPage
from shopdesk.ui.today.tasks import TaskRow
from shopdesk.ui.widgets.parts import Button
from tests.ui.conftest import Maker, settle
from tests.ui.sample import NOW, sample_desk


def turned(make: Maker) -> tuple[MainWindow, TodayPage]:
    """A window at today, with Mei on duty and Lin beside her."""
    desk = sample_desk()
    desk.agents.add("Mei Lin")
    desk.agents.add("Lin Wei")
    desk.day.now = NOW
    window = make(desk)
    QTest.keyClicks(window.focusWidget(), "gt")
    page = window.pages.page("today")
    assert isinstance(page, TodayPage)
    page.presenter.choose(DayKind.MORNING)
    settle(make.bot)
    return window, page


def row_of(page: TodayPage, key: str) -> TaskRow:
    return next(row for row in page.list.rows if row.item.key == key)


def test_morning_review_in_one_pass_from_today_enter_starts_and_the_last_one_ticks_the_task_and_offers_the_next(
    make: Maker,
) -> None:
    window, page = turned(make)
    assert window.pages.current == "today"
    first = page.list.rows[0]
    assert first.item.key == "overdue"
    assert first.button is not None
    assert first.button.property("kind") == "primary"
    page.focus_list()
    assert window.focusWidget() is first.button
    QTest.keyClick(first.button, Qt.Key.Key_Space)
    settle(make.bot)
    assert window.pages.current == "inbox"
    inbox = window.inbox.presenter
    assert tuple(inbox.listing.everyone()) == first.item.conversations
    walks = window.pages._walks
    assert walks is not None
    assert walks.bar.words.text() == f"Morning review · 1 of {len(first.item.conversations)}"
    for place, _ in enumerate(first.item.conversations, 1):
        window.deeds.run(Do.DONE)
        walks.look()
        settle(make.bot)
        assert walks.is_on is (place < len(first.item.conversations))
    assert window.pages.current == "today"
    assert not inbox.shows_these
    assert walks.bar.isHidden()
    assert row_of(page, "overdue").item.by == "Mei Lin"
    following = page.list.rows[0]
    assert following.item.key == "due"
    assert following.button is not None
    assert following.button.property("kind") == "primary"


def test_next_and_back_lead_through_and_out_of_a_walk(make: Maker) -> None:
    window, page = turned(make)
    page.presenter.start(row_of(page, "due").item)
    settle(make.bot)
    walks = window.pages._walks
    assert walks is not None
    numbers = row_of(page, "due").item.conversations
    assert window.inbox.presenter.current == numbers[0]
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.inbox.presenter.current == numbers[1]
    walks.bar.next.click()
    assert window.inbox.presenter.current == numbers[2]
    walks.bar.back.click()
    settle(make.bot)
    assert window.pages.current == "today"
    assert not walks.is_on


def test_a_tick_by_hand_and_its_way_back(make: Maker) -> None:
    _, page = turned(make)
    row_of(page, "facts").circle.click()
    assert row_of(page, "facts").item.is_done
    row_of(page, "facts").circle.click()
    assert not row_of(page, "facts").item.is_done


def test_wrap_up_closes_when_every_open_conversation_is_answered_handed_over_or_snoozed(make: Maker) -> None:
    window, page = turned(make)
    page.evening.click()
    settle(make.bot)
    told: list[str] = []
    page.told.connect(lambda text, _: told.append(text))
    assert page.list.close_day.property("kind") == "secondary"
    page.list.close_day.click()
    assert told[-1].startswith("Not closed yet: Decide on what is left")
    left = [row for row in page.list.findChildren(LeftRow) if row.isVisible()]
    assert left
    hand, snooze = page.presenter.shown.left[:2] if page.presenter.shown is not None else ()
    assert left[0].hand.text() == "Hand to Lin"
    assert left[0].conversation == hand
    left[0].hand.click()
    assert told[-1] == "Handed over"
    page.list.snoozed.emit([snooze])
    assert window._desk.conversations.rows([snooze.id])[0].state is ConversationState.SNOOZED
    page.presenter.undo()
    assert window._desk.conversations.rows([snooze.id])[0].state is ConversationState.NEEDS_REPLY
    row_of(page, "left").button.click()  # type: ignore[union-attr]
    row_of(page, "promises").circle.click()
    assert page.list.close_day.property("kind") == "primary"
    assert page.list.ring.share < 1
    page.list.close_day.click()
    assert page.list.ring.closing.duration() == 300
    settle(make.bot)
    assert page.list.words.text() == f"Day closed at {NOW.astimezone():%H:%M}. See you tomorrow."
    assert page.list.close_day.isHidden()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_what_is_left_is_handed_to_any_colleague_by_keys(make: Maker) -> None:
    window, page = turned(make)
    desk = window._desk
    kai = desk.agents.add("Kai & Co")
    page.evening.click()
    settle(make.bot)
    first = page.list.left[0].conversation.id
    page.list.focus_left(0)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_A)
    menu = page.list.menus.menu
    assert menu is not None
    assert [one.text() for one in menu.actions() if one.text()] == ["&1  Lin Wei", "&2  Kai && Co", "Add a person…"]
    QTest.keyClick(menu, Qt.Key.Key_2)
    assert desk.conversations.rows([first])[0].agent == kai.id
    assert page.list.chosen is page.list.left[0], "the next one has the keys"
    assert page.list.left[0].conversation.id != first


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_what_is_left_is_snoozed_and_settled_by_keys_and_z_takes_it_back(make: Maker) -> None:
    window, page = turned(make)
    desk = window._desk
    page.evening.click()
    settle(make.bot)
    numbers = [row.conversation.id for row in page.list.left[:3]]
    page.list.focus_left(0)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_H)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_E)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_J)
    assert page.list.chosen is page.list.left[1]
    page.list.left[0].more.click()
    menu = page.list.menus.menu
    assert menu is not None
    texts = [one.text() for one in menu.actions() if one.text()]
    assert texts[:2] == ["Mark done", "Open the conversation"]
    assert texts[2].startswith("Snooze until ")
    menu.actions()[-1].trigger()
    menu.close()
    snoozed, done, later = desk.conversations.rows(numbers)
    assert (snoozed.snoozed_until, snoozed.state) == (page.presenter.tomorrow_at_nine(), ConversationState.SNOOZED)
    assert done.state is ConversationState.DONE
    assert later.snoozed_until is not None
    assert later.snoozed_until > page.presenter.tomorrow_at_nine()
    QTest.keyClicks(window.focusWidget(), "zzz")
    assert {row.state for row in desk.conversations.rows(numbers)} == {ConversationState.NEEDS_REPLY}


def test_another_day_begins_with_its_morning_and_a_later_visit_with_the_wrap_up(make: Maker) -> None:
    window, page = turned(make)
    page.presenter.choose(DayKind.WRAP_UP)
    page.apply(Changes(day=True))
    assert page.presenter.kind is DayKind.WRAP_UP
    make.now[0] = (NOW + timedelta(days=1)).astimezone().replace(hour=0, minute=1)
    page.apply(Changes(day=True))
    assert page.presenter.kind is DayKind.MORNING
    make.now[0] = make.now[0].replace(hour=18)
    page.apply(Changes(day=True))
    assert page.presenter.kind is DayKind.MORNING, "nobody's list is turned while it is worked through"
    window.pages.show("inbox")
    window.pages.show("today")
    assert page.presenter.kind is DayKind.WRAP_UP
    settle(make.bot)


def test_the_wrap_up_names_the_cases_that_moved_and_leads_to_those_that_are_due(make: Maker) -> None:
    window, page = turned(make)
    desk = window._desk
    first, second = (desk.cases.open(desk.cases.propose(ConversationId(one))) for one in (1, 2))
    archived = replace(first, stage=Stage.ARCHIVED, column=Column.CLOSED, customer_name="Anna Schmidt")
    desk.day.moved, desk.day.cases_due = (archived,), (second,)  # type: ignore[attr-defined]
    page.presenter.look()
    assert len(page.cases.findChildren(Button)) == 1
    page.evening.click()
    settle(make.bot)
    texts = [label.text() for label in page.cases.findChildren(QLabel)]
    assert "Cases moved today" in texts
    assert "Archived" in texts
    assert "Cases due until tomorrow" in texts
    page.cases.findChildren(Button)[-1].click()
    settle(make.bot)
    assert window.pages.current == "cases"


def test_templates_that_are_due_for_review_are_shown_alone(make: Maker) -> None:
    window, page = turned(make)
    page.place_asked.emit(Check.TEMPLATES)
    settle(make.bot)
    assert window.pages.current == "templates"
    assert window.pages.templates.presenter.wanted == Wanted(only=Only.REVIEW)


def test_the_note_is_kept_at_a_pause(make: Maker) -> None:
    window, page = turned(make)
    page.evening.click()
    note = page.list.note
    note.setFocus()
    note.setPlainText("DHL strike in Leipzig")
    note.save()
    settle(make.bot)
    assert window.focusWidget() is note
    assert note.toPlainText() == "DHL strike in Leipzig"
    assert window._desk.day.note == "DHL strike in Leipzig"  # type: ignore[attr-defined]


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_a_conversation_is_assigned_by_keys_to_somebody_and_to_me_and_undo_takes_it_back(make: Maker) -> None:
    desk = sample_desk()
    mei, lin = desk.agents.add("Mei Lin"), desk.agents.add("Lin Wei")
    window = make(desk)
    presenter = window.inbox.presenter
    first = presenter.current
    assert first is not None
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert desk.all_rows[first].agent == mei.id
    assert presenter.current != first
    presenter.select(first, by_person=True)
    window.inbox.apply(Changes(conversations=frozenset({first})))
    header = window.inbox.pane.header
    header.resize(1400, header.height())
    header.show_row(desk.all_rows[first], NOW)
    assert "Mei Lin" in header.pill_texts()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_A)
    menu = window.list_room.assigning.menu
    assert menu is not None
    assert [one.text() for one in menu.actions() if one.text()] == ["Mei Lin", "Lin Wei", "Nobody", "Add a person…"]
    menu.actions()[1].trigger()
    menu.close()
    assert desk.all_rows[first].agent == lin.id
    window.deeds.run(Do.UNDO)
    assert desk.all_rows[first].agent == mei.id


def test_somebody_who_is_new_gets_a_name_first(make: Maker) -> None:
    desk = sample_desk()
    window = make(desk)
    first = window.inbox.presenter.current
    assert first is not None
    window.deeds.run(Do.ASSIGN_ME)
    dialog = window.list_room.assigning.dialog
    assert dialog is not None
    dialog.setTextValue("Kai")
    dialog.accept()
    assert desk.all_rows[first].agent == desk.agents.team[0].id


def test_promises_of_today_lead_to_their_conversation(make: Maker) -> None:
    window, page = turned(make)
    number = ConversationId(next(iter(window._desk.all_rows)))  # type: ignore[attr-defined]
    page.conversation_asked.emit(number)
    assert window.pages.current == "inbox"
    assert window.inbox.presenter.current == number


def test_the_page_says_everything_anew_in_another_language_and_size(make: Maker) -> None:
    window, page = turned(make)
    window._around.languages.choose("zh_CN")
    settle(make.bot)
    assert page.morning.text() == "晨间检查"
    assert page.list.title.text() == "晨间检查"
    window._around.theme.choose_scale(150)
    settle(make.bot)
    assert page.list.rows[0].height() >= 68
