"""Words that a checker does not know: found in lines, underlined, offered a better one."""

import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from shopdesk.ui.answer_desk import SpellChecker
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.words import translate

_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['’][A-Za-z\u00c0-\u024f]+)*")
_NO_WORDS = re.compile(r"@|://|^www\.|\d|[{}%]|[\u0370-\u03ff\u3040-\u9fff\uac00-\ud7af]")
"""Addresses, numbers of orders, placeholders, and scripts that are not parted by spaces."""
_SHORTEST = 2
MOST = 5
"""Words that are offered."""


def words_in(line: str) -> Iterator[tuple[int, str]]:
    """The words of a line that can be checked, with their places."""
    for token in _TOKEN.finditer(line):
        if _NO_WORDS.search(token[0]):
            continue
        for word in _WORD.finditer(token[0]):
            if len(word[0]) >= _SHORTEST and not word[0].isupper():
                yield token.start() + word.start(), word[0]


class Spelling(QObject):
    """The checker of one text; None switches it off."""

    def __init__(self, text: QTextEdit, theme: Theme, again: Callable[[QTextBlock], None]) -> None:
        super().__init__(text)
        self._text = text
        self._theme = theme
        self._again = again
        self._checker: SpellChecker | None = None
        self._language = ""
        self._caret_block = -1
        self._known: dict[str, bool] = {}
        text.cursorPositionChanged.connect(self._caret_moved)

    def use(self, checker: SpellChecker | None, language: str) -> bool:
        """Check by this from now on. Out: whether that is something else than before."""
        if (checker, language) == (self._checker, self._language):
            return False
        self._checker, self._language = checker, language
        self._known.clear()
        return True

    def unknown(self, block: QTextBlock) -> Iterator[tuple[int, int]]:
        """Places and lengths of unknown words in a line; one that is being typed is left alone."""
        if self._checker is None or not self._language:
            return
        caret = self._text.textCursor().position() - block.position() if self._text.hasFocus() else -1
        for start, word in words_in(block.text()):
            if caret != start + len(word) and not self._knows(word):
                yield start, len(word)

    def look(self, before: QTextCharFormat) -> QTextCharFormat:
        """A run's look, underlined."""
        look = QTextCharFormat(before)
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        look.setUnderlineColor(self._theme.colour("red"))
        return look

    def offer(self, menu: QMenu, cursor: QTextCursor) -> None:
        """Put better words, and the way to keep this one, on top of a menu."""
        checker, block = self._checker, cursor.block()
        at = cursor.position() - block.position()
        found = next(((s, n) for s, n in self.unknown(block) if s <= at <= s + n), None)
        if checker is None or found is None:
            return
        start, length = found
        word = block.text()[start : start + length]
        usual = menu.actions()
        for better in checker.suggest(word, self._language)[:MOST]:
            action = QAction(better, menu)
            action.triggered.connect(lambda _=False, better=better: self._put(block, start, length, better))
            menu.addAction(action)
        keep = QAction(translate("Composer", "Add “%1” to the dictionary").replace("%1", word), menu)
        keep.triggered.connect(lambda: self._learn(word))
        menu.addAction(keep)
        menu.addSeparator()
        for action in usual:  # behind what is offered
            menu.removeAction(action)
            menu.addAction(action)

    # --- inside -----------------------------------------------------------------------------------------------

    def _knows(self, word: str) -> bool:
        if word not in self._known:
            self._known[word] = self._checker is None or self._checker.check(word.replace("’", "'"), self._language)
        return self._known[word]

    def _caret_moved(self) -> None:
        """The word that was typed is checked once the caret leaves it."""
        if self._checker is None:
            return
        block = self._text.textCursor().block()
        left = self._text.document().findBlockByNumber(self._caret_block)
        if left.isValid() and left != block:
            self._again(left)
        self._caret_block = block.blockNumber()
        self._again(block)

    def _put(self, block: QTextBlock, start: int, length: int, better: str) -> None:
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(better)

    def _learn(self, word: str) -> None:
        if self._checker is not None:
            self._checker.learn(word)
            self._known.clear()
            block = self._text.document().begin()
            while block.isValid():
                self._again(block)
                block = block.next()
