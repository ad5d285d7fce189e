"""What a conversation is about stands over it, with its reasons, and a person corrects it there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.domain.conversation import ListFilter
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.mood import Mood
from shopdesk.domain.reading_of_mail import Lesson, MailReading, Reason, Told, Topic
from shopdesk.ui.actions import Do
from shopdesk.ui.conversation.topic_popover import TopicPopover, reason_lines
from shopdesk.ui.inbox.filter_parts import filter_menu, filter_text
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.settings.learned_page import LearnedPage
from shopdesk.ui.topic_words import mood_text, pill_text, topic_text, topic_texts
from shopdesk.ui.widgets.parts import PillButton
from shopdesk.ui.words import row_sentence
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import FakeDesk
from tests.ui.sample import NOW
from tests.ui.shown.topics import read_desk

pytestmark = pytest.mark.gui
FIRST = ConversationId(1)


@pytest.fixture
def desk() -> FakeDesk:
    return read_desk()


@pytest.fixture
def window(make: Maker, desk: FakeDesk, qtbot: QtBot) -> MainWindow:
    make.now[0] = NOW
    window = make(desk)
    window.inbox.presenter.choose(FIRST)
    settle(qtbot)
    return window


def opened(window: MainWindow, qtbot: QtBot) -> TopicPopover:
    window.deeds.run(Do.TOPIC)
    settle(qtbot)
    popover = window.messages.room.topic
    assert popover is not None
    return popover


def test_the_pill_says_mood_and_topic_and_a_click_tells_the_words(window: MainWindow, qtbot: QtBot) -> None:
    header, before = window.inbox.pane.header, window.focusWidget()
    pill = next(one for one in header._shown_pills if one.text() == "Angry · Damaged or wrong")
    assert isinstance(pill, PillButton)
    assert pill.accessibleName() == "Angry · Damaged or wrong. What is it about?"
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton)
    settle(qtbot)
    popover = window.messages.room.topic
    assert popover is not None
    assert popover.isVisible()
    assert popover.reasons == [
        "Topic because of “cracked”",
        "Mood because of “unacceptable”",
        "Urgent because of “by Friday”",
    ]
    assert popover.accessibleDescription() == "\n".join(popover.reasons)
    assert window.focusWidget() is popover.topics[Topic.PROBLEM]
    assert popover.moods[Mood.ANGRY].isChecked()
    assert popover.urgent.isChecked()
    QTest.keyClick(popover.topics[Topic.PROBLEM], Qt.Key.Key_Escape)
    assert popover.isHidden()
    assert window.focusWidget() is before


def test_a_correction_is_written_and_shown(window: MainWindow, desk: FakeDesk, qtbot: QtBot) -> None:
    QTest.mouseClick(opened(window, qtbot).topics[Topic.STOCK], Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert "Angry · Stock" in window.inbox.pane.header.pill_texts()
    QTest.keyClick(opened(window, qtbot).moods[Mood.CALM], Qt.Key.Key_Space)
    settle(qtbot)
    assert "Stock" in window.inbox.pane.header.pill_texts()
    QTest.mouseClick(opened(window, qtbot).urgent, Qt.MouseButton.LeftButton)
    assert desk.topics.said == [
        (FIRST, Topic.STOCK, None, None),
        (FIRST, None, Mood.CALM, None),
        (FIRST, None, None, False),
    ]


def test_a_correction_and_its_lesson_are_taken_back_by_z(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    before = desk.all_rows[FIRST]
    QTest.mouseClick(opened(window, qtbot).topics[Topic.STOCK], Qt.MouseButton.LeftButton)
    QTest.mouseClick(opened(window, qtbot).moods[Mood.CALM], Qt.MouseButton.LeftButton)
    assert window.toast.text == "Corrected and learned"
    QTest.keyClicks(window.focusWidget(), "zz")
    settle(qtbot)
    assert (desk.all_rows[FIRST], desk.topics.learned) == (before, [])
    assert "Angry · Damaged or wrong" in window.inbox.pane.header.pill_texts()


def test_what_was_learned_is_listed_removed_and_learned_again(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    opened(window, qtbot).lessons.click()
    page = window.deeds.settings.dialog.page("learned")
    assert isinstance(page, LearnedPage)
    assert page.empty.text().startswith("Nothing yet.")
    assert not page.lines
    when = NOW - timedelta(days=1)
    desk.topics.learned = [
        Lesson(2, Told.URGENCY, "yes", "", words=("by friday", "asap"), learned_at=when, by="Mei Lin"),
        Lesson(1, Told.MOOD, "angry", "calm", words=("unacceptable",)),
    ]
    window.deeds.run(Do.LEARNED)
    page.opened()
    texts = [[label.text() for label in line.findChildren(QLabel)] for line in page.lines]
    at = f"{when.astimezone():%H:%M}"
    assert texts == [
        ["“by friday”, “asap” → Not urgent", f"read as “Urgent” before · Yesterday {at} · Mei Lin"],
        ["“unacceptable” → Calm", "read as “Angry” before"],
    ]
    page.lines[0].off.click()
    settle(qtbot)
    assert [one.id for one in desk.topics.learned] == [1]
    assert page.said.text() == "Removed: “by friday”, “asap” → Not urgent"
    QTest.keyClick(page.lines[0].off, Qt.Key.Key_Z)
    settle(qtbot)
    assert [one.id for one in desk.topics.learned] == [2, 1]
    assert len(page.lines) == 2
    window.deeds.settings.dialog.close()


def test_without_a_topic_there_is_no_pill_and_the_key_still_asks(window: MainWindow, qtbot: QtBot) -> None:
    window.inbox.presenter.choose(ConversationId(3))
    settle(qtbot)
    assert not set(window.inbox.pane.header.pill_texts()) & set(topic_texts().values())
    popover = opened(window, qtbot)
    assert popover.reasons == ["No word told what it is about"]
    QTest.mouseClick(popover.close_button, Qt.MouseButton.LeftButton)
    assert popover.isHidden()


def test_a_screen_reader_hears_who_is_angry(desk: FakeDesk) -> None:
    assert "angry customer" in row_sentence(desk.all_rows[1], NOW)
    assert "angry" not in row_sentence(desk.all_rows[2], NOW)


def test_the_list_is_filtered_by_angry_customers_and_by_topic(desk: FakeDesk, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen: list[ListFilter] = []
    menu = filter_menu(parent, ListFilter(), {}, chosen.append)
    next(action for action in menu.actions() if action.text() == "Angry").trigger()
    assert chosen[-1] == ListFilter(angry=True)
    (topics,) = (found for action in menu.actions() if isinstance(found := action.menu(), QMenu))
    next(action for action in topics.actions() if action.text() == "Stock").trigger()
    assert chosen[-1] == ListFilter(topic="stock")
    assert filter_text(ListFilter(angry=True, topic="stock"), {}) == "Angry · Stock"
    angry = replace(desk.all_rows[1])
    assert ListFilter(angry=True, topic="problem").lets_through(angry)
    assert not ListFilter(topic="stock").lets_through(angry)
    assert not ListFilter(angry=True).lets_through(desk.all_rows[2])


def test_words_for_what_is_known_and_what_is_not() -> None:
    assert [mood_text(mood) for mood in Mood] == ["Calm", "Unhappy", "Angry"]
    assert set(topic_texts()) == {topic.value for topic in Topic}
    assert topic_text("own words") == "own words"
    assert pill_text("", Mood.UNHAPPY) == ""
    assert pill_text("", Mood.ANGRY) == "Angry"
    learned = MailReading(Topic.STOCK, reasons=(Reason("anna@mail.example", Told.CORRECTION, "stock"),))
    assert reason_lines(learned) == ["Learned from you: “anna@mail.example”"]
