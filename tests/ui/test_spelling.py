"""Unknown words are underlined where a checker is given, and better ones offered; none underlines nothing."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shopdesk.ui.actions import Do
from shopdesk.ui.compose.editor import ComposeText
from shopdesk.ui.compose.spelling import words_in
from tests.ui.conftest import Maker, settle
from tests.ui.fake_answers import FakeWords
from tests.ui.sample import sample_desk

UNDERLINED = QTextCharFormat.UnderlineStyle.SpellCheckUnderline


@dataclass
class Page:
    """An answer that is being written."""

    text: ComposeText
    words: FakeWords
    bot: QtBot

    def underlined(self) -> list[str]:
        found, block = [], self.text.document().begin()
        while block.isValid():
            for run in block.layout().formats():
                if run.format.underlineStyle() == UNDERLINED:
                    found.append(block.text()[run.start : run.start + run.length])
            block = block.next()
        return found

    def type(self, words: str) -> None:
        QTest.keyClicks(self.text, words)
        settle(self.bot)


@pytest.fixture
def page(make: Maker, qtbot: QtBot) -> Page:
    desk = sample_desk()
    words = FakeWords({"the", "lamp", "is", "new", "hello"}, {"lmap": ["lamp", "map"]})
    desk.answering.spelling = words
    window = make(desk=desk)
    window.deeds.run(Do.REPLY)
    settle(qtbot)
    return Page(window.answers.composer.text, words, qtbot)


def test_an_unknown_word_is_underlined_once_the_caret_has_left_it(page: Page) -> None:
    page.type("The lmap")
    assert page.underlined() == []
    page.type(" is new")
    assert page.underlined() == ["lmap"]
    QTest.keyClick(page.text, Qt.Key.Key_Return)
    page.type("Helo ")
    assert page.underlined() == ["lmap", "Helo"]


def test_better_words_are_offered_in_the_menu_and_one_undo_takes_them_back(page: Page) -> None:
    page.type("The lmap is new")
    cursor = page.text.textCursor()
    cursor.setPosition(6)
    menu = page.text.word_menu(page.text.cursorRect(cursor).center())
    assert [one.text() for one in menu.actions()][:3] == ["lamp", "map", "Add “lmap” to the dictionary"]
    menu.actions()[0].trigger()
    assert page.text.body == "The lamp is new"
    assert page.underlined() == []
    page.text.undo()
    assert page.text.body == "The lmap is new"


def test_a_word_that_is_learned_is_right_everywhere(page: Page) -> None:
    page.type("lmap lmap is")
    assert page.underlined() == ["lmap", "lmap"]
    cursor = page.text.textCursor()
    cursor.setPosition(2)
    menu = page.text.word_menu(page.text.cursorRect(cursor).center())
    next(one for one in menu.actions() if "dictionary" in one.text()).trigger()
    assert page.underlined() == []
    cursor.setPosition(2)
    usual = page.text.word_menu(page.text.cursorRect(cursor).center())
    assert "dictionary" not in " ".join(one.text() for one in usual.actions())


def test_without_a_checker_and_in_another_language_nothing_is_underlined(page: Page) -> None:
    page.type("Zzz yyy is")
    assert page.underlined() == ["Zzz", "yyy"]
    page.text.check_spelling(page.words, "")
    assert page.underlined() == []
    page.text.check_spelling(None, "en")
    assert page.underlined() == []


def test_a_desk_without_a_checker_underlines_nothing(make: Maker, qtbot: QtBot) -> None:
    window = make()
    window.deeds.run(Do.REPLY)
    settle(qtbot)
    text = window.answers.composer.text
    QTest.keyClicks(text, "Zzz yyy is")
    assert Page(text, FakeWords(set()), qtbot).underlined() == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Don’t send café", ["Don’t", "send", "café"]),
        ("see www.x.example or a@b.example, https://x/y", ["see", "or"]),
        ("order 304-881 DHL {{x}} 您好abc a", ["order"]),
    ],
)
def test_addresses_numbers_placeholders_and_shouted_letters_are_no_words(line: str, words: list[str]) -> None:
    found = [word for _, word in words_in(line)]
    assert found == words
    assert all(line[start : start + len(word)] == word for start, word in words_in(line))
