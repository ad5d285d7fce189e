"""What the pages of the settings are made of: switches, choices, rows, sections; each can be said in any language."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import plain_label
from shopdesk.ui.widgets.switch import Switch

NumberBox = TypeVar("NumberBox", bound=QAbstractSpinBox)
_MARGIN = 8
Words = Callable[[], str]
"""Says something in the present language."""


def numbers(box: NumberBox) -> NumberBox:
    """A field for a number or a time in our shape; arrow keys step it.

    The style sheet hides the buttons: with `NoButtons` it would leave a pixel for the text.
    """
    box.setProperty("kind", "field")
    box.lineEdit().setTextMargins(_MARGIN, 0, _MARGIN, 0)
    return box


class Page(QWidget):
    """One page; `say` remembers how everything is said, so that another language needs no rebuilding."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._said: list[Callable[[], object]] = []
        self.column = QVBoxLayout(self)
        theme.changed.connect(self._restyle)
        self._restyle()

    def opened(self) -> None:
        """The page was turned to: time to look at what may have changed."""

    def leave(self) -> None:
        """The window goes for good."""

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for say in self._said:
            say()

    def say(self, put: Callable[[str], object], words: Words) -> None:
        """Put words somewhere, now and after each change of the language."""

        def now() -> None:
            put(words())

        self.does(now)

    def does(self, say: Callable[[], object]) -> None:
        """Do something now and after each change of the language."""
        self._said.append(say)
        say()

    def label(self, kind: str, words: Words, *, selectable: bool = False) -> QLabel:
        """A wrapping label."""
        made = plain_label(kind, wrap=True, selectable=selectable)
        self.say(made.setText, words)
        return made

    def heading(self, words: Words, hint: Words | None = None) -> None:
        """The head of the page."""
        self.column.addWidget(self.label("pane", words))
        if hint is not None:
            self.column.addWidget(self.label("text", hint))

    def section(self, words: Words, hint: Words | None = None) -> QVBoxLayout:
        """A head with room for what belongs to it."""
        part = QVBoxLayout()
        part.setSpacing(self.theme.px(8))
        part.addWidget(self.label("head", words))
        if hint is not None:
            part.addWidget(self.label("meta", hint))
        self.column.addLayout(part)
        return part

    def switch_row(self, part: QVBoxLayout, words: Words, hint: Words | None = None) -> Switch:
        """A switch behind its words."""
        switch = Switch(self.theme)
        self.row(part, words, switch, hint)
        return switch

    def row(self, part: QVBoxLayout, words: Words, control: QWidget, hint: Words | None = None) -> None:
        """Words with their control to the right of them."""
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.label("label", words))
        if hint is not None:
            texts.addWidget(self.label("meta", hint))
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(16))
        row.addLayout(texts, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self.say(control.setAccessibleName, words)
        part.addLayout(row)

    def _restyle(self) -> None:
        side, gap = self.theme.px(24), self.theme.px(20)
        self.column.setContentsMargins(side, side, side, side)
        self.column.setSpacing(gap)
