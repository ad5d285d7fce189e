"""A few choices side by side, of which one holds."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy


class Segments(QFrame):
    """Tells which choice a person made."""

    chosen = Signal(int)
    """The place of the choice that a person made."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.setProperty("kind", "segments")
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for number in range(count):
            button = QPushButton()
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            self._group.addButton(button, number)
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.idClicked.connect(self.chosen)

    def say(self, words: Sequence[str], name: str) -> None:
        """In: the words of each choice, and what is chosen here, for screen readers."""
        self.setAccessibleName(name)
        for button, text in zip(self._group.buttons(), words, strict=True):
            button.setText(text)
            button.setAccessibleName(f"{name}: {text}")
        self.updateGeometry()

    def show_chosen(self, number: int) -> None:
        """Mark a choice without telling anybody; arrows begin there."""
        self._group.button(number).setChecked(True)

    def focus_current(self) -> None:
        """Give the choice that holds the keys."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus()

    @property
    def current(self) -> int:
        """The place of the choice that holds."""
        return self._group.checkedId()
