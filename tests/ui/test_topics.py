"""What a conversation is about stands over it, with its reasons, and a person corrects it there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.domain.conversation import ListFilter
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.reading_of_mail import MailReading, Mood, Reason, Told, Topic
from shopdesk.ui.actions import Do
from shopdesk.ui.conversation.topic_menu import TopicMenu, reason_lines
from shopdesk.ui.inbox.filter_parts import filter_menu, filter_text
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.topic_words import mood_text, pill_text, topic_text, topic_texts
from shopdesk.ui.widgets.parts import PillButton
from shopdesk.ui.words import row_sentence
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import FakeDesk
from tests.ui.sample import NOW
from tests.ui.shown.topics import read_desk

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]
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


def opened(window: MainWindow) -> TopicMenu:
    menu = window.messages.room.topic
    assert menu is not None
    return menu


def test_the_pill_says_mood_and_topic_and_a_click_tells_the_words(window: MainWindow, qtbot: QtBot) -> None:
    header = window.inbox.pane.header
    assert "Angry · Damaged or wrong" in header.pill_texts()
    pill = next(one for one in header._shown_pills if one.text() == "Angry · Damaged or wrong")
    assert isinstance(pill, PillButton)
    assert pill.accessibleName() == "Angry · Damaged or wrong. What is it about?"
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton)
    settle(qtbot)
    menu = opened(window)
    assert menu.isVisible()
    texts = [action.text() for action in menu.actions()]
    assert texts[:2] == ["Topic because of “cracked”", "Mood because of “unacceptable”"]
    assert texts[2] == "Urgent because of “by Friday”"
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Damaged or wrong", "Angry", "Urgent"]
    menu.close()


def test_a_correction_is_written_and_shown(window: MainWindow, desk: FakeDesk, qtbot: QtBot) -> None:
    for text, said in (
        ("Stock", (FIRST, Topic.STOCK, None, None)),
        ("Calm", (FIRST, None, Mood.CALM, None)),
        ("Urgent", (FIRST, None, None, False)),
    ):
        window.deeds.run(Do.TOPIC)
        settle(qtbot)
        menu = opened(window)
        next(action for action in menu.actions() if action.text() == text).trigger()
        menu.close()
        settle(qtbot)
        assert desk.topics.said[-1] == said
    assert "Stock" in window.inbox.pane.header.pill_texts()


def test_without_a_topic_there_is_no_pill_and_the_key_still_asks(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    window.inbox.presenter.choose(ConversationId(3))
    settle(qtbot)
    assert not set(window.inbox.pane.header.pill_texts()) & set(topic_texts().values())
    window.deeds.run(Do.TOPIC)
    settle(qtbot)
    menu = opened(window)
    assert menu.actions()[0].text() == "No word told what it is about"
    assert not menu.actions()[0].isEnabled()
    menu.close()


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
