"""The questions that a template asks before it is used."""

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from shopdesk.domain.template import AskedInput, InputKind
from shopdesk.ui.templates.fields import tags_of
from shopdesk.ui.templates.wording import kind_words
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.calm_box import CalmBox
from shopdesk.ui.widgets.parts import Button, IconButton, plain_label
from shopdesk.ui.words import translate

_NOT_IN_NAMES = re.compile(r"[^a-z0-9_]+")


def free_name(taken: Iterable[str]) -> str:
    """A name for a new question that no other one has."""
    known, number = set(taken), 1
    while f"question_{number}" in known:
        number += 1
    return f"question_{number}"


def clean_name(text: str) -> str:
    """What was typed as a name that can stand in a placeholder."""
    return _NOT_IN_NAMES.sub("_", text.strip().casefold())


class InputRow(QFrame):
    """One question."""

    changed = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, asked: AskedInput) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "card")
        self.label, self.name, self.default, self.choices = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.kind, self.remove = CalmBox(theme), IconButton(theme, "trash-2", 28)
        for kind in InputKind:
            self.kind.addItem("", kind)
        px, grid = theme.px, QGridLayout(self)
        grid.setContentsMargins(px(10), px(8), px(8), px(10))
        grid.setSpacing(px(6))
        grid.addWidget(self.label, 0, 0, 1, 2)
        grid.addWidget(self.kind, 0, 2)
        grid.addWidget(self.remove, 0, 3)
        grid.addWidget(self.name, 1, 0)
        grid.addWidget(self.default, 1, 1)
        grid.addWidget(self.choices, 1, 2, 1, 2)
        for place, share in enumerate((3, 3, 2)):
            grid.setColumnStretch(place, share)
        for edit in (self.label, self.name, self.default, self.choices):
            edit.setProperty("kind", "field")
            edit.textEdited.connect(self.changed)
        self.kind.activated.connect(self._kind_chosen)
        self.remove.clicked.connect(self.removed)
        self.show_input(asked)
        self.retranslate()

    def show_input(self, asked: AskedInput) -> None:
        """Show a question; nobody is told."""
        blocker = QSignalBlocker(self.kind)
        texts = (asked.label, asked.name, asked.default, ", ".join(asked.choices))
        for edit, text in zip((self.label, self.name, self.default, self.choices), texts, strict=True):
            if edit.text() != text:
                edit.setText(text)
        self.kind.setCurrentIndex(self.kind.findData(asked.kind))
        self.choices.setVisible(asked.kind is InputKind.CHOICE)
        del blocker

    def asked(self) -> AskedInput:
        """The question as it was typed."""
        kind = InputKind(self.kind.currentData())
        choices = tags_of(self.choices.text()) if kind is InputKind.CHOICE else ()
        return AskedInput(clean_name(self.name.text()), kind, self.label.text(), choices, self.default.text())

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for edit, name in (
            (self.label, translate("Templates", "What is asked")),
            (self.name, translate("Templates", "Name in the template")),
            (self.default, translate("Templates", "Usual answer")),
            (self.choices, translate("Templates", "Choices")),
        ):
            edit.setAccessibleName(name)
            edit.setPlaceholderText(name)
            edit.setToolTip(name)
        self.kind.setAccessibleName(translate("Templates", "Kind of answer"))
        for place, kind in enumerate(InputKind):
            self.kind.setItemText(place, kind_words(kind))
        self.remove.name(translate("Templates", "Remove this question"))

    def _kind_chosen(self) -> None:
        self.choices.setVisible(self.kind.currentData() is InputKind.CHOICE)
        self.changed.emit()


class InputsEditor(QWidget):
    """All questions of a template, and a button for one more."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[InputRow] = []
        self._head, self._hint = plain_label("head"), plain_label("meta", wrap=True)
        self.add = Button(theme, "ghost", "plus")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self._column.addWidget(self._head)
        self._column.addWidget(self._hint)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.add.clicked.connect(self._add)
        self.retranslate()

    def show_inputs(self, inputs: Sequence[AskedInput]) -> None:
        """Show these questions; nobody is told."""
        if len(inputs) != len(self.rows):
            for row in self.rows:
                row.hide()
                row.deleteLater()
            self.rows = [self._made(one) for one in inputs]
            for place, row in enumerate(self.rows):
                self._column.insertWidget(2 + place, row)
            return
        for row, asked in zip(self.rows, inputs, strict=True):
            if row.asked() != asked:
                row.show_input(asked)

    def inputs(self) -> tuple[AskedInput, ...]:
        """The questions as they were typed."""
        return tuple(row.asked() for row in self.rows)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._head.setText(translate("Templates", "Questions"))
        hint = translate("Templates", "Asked once before the template is used; %1 puts the answer into the text.")
        self._hint.setText(hint.replace("%1", "{{ input.… }}"))
        self.add.setText(translate("Templates", "Add a question"))
        for row in self.rows:
            row.retranslate()

    def _add(self) -> None:
        name = free_name(row.name.text() for row in self.rows)
        self.show_inputs((*self.inputs(), AskedInput(name)))
        self.rows[-1].label.setFocus()
        self.changed.emit()

    def _made(self, asked: AskedInput) -> InputRow:
        row = InputRow(self._theme, asked)
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._remove(row))
        return row

    def _remove(self, row: InputRow) -> None:
        self.show_inputs([one.asked() for one in self.rows if one is not row])
        self.add.setFocus()
        self.changed.emit()
