"""Order numbers that were found in the mails of the conversation."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import IconButton, Picture, plain_label
from shopdesk.ui.words import translate


class OrderLine(QWidget):
    """One order: its number, copy, search."""

    copy_asked = Signal(str)
    search_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._number = ElidedLabel("label")
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = IconButton(theme, "copy", 28)
        self.search = IconButton(theme, "search", 28)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(Picture(theme, "package", 16, "text3"))
        row.addSpacing(theme.px(4))
        row.addWidget(self._number, 1)
        row.addWidget(self.copy)
        row.addWidget(self.search)
        self.copy.clicked.connect(lambda: self.copy_asked.emit(self.number))
        self.search.clicked.connect(lambda: self.search_asked.emit(self.number))

    @property
    def number(self) -> str:
        """The order's number."""
        return self._number.text()

    def show_number(self, number: str) -> None:
        """Show this order from now on."""
        self._number.setText(number)
        self.copy.name(translate("Conversation", "Copy order number %1").replace("%1", number))
        self.search.name(translate("Panel", "Search for order %1").replace("%1", number))
        self.show()


class OrderLines(QWidget):
    """The orders; lines are used again."""

    copy_asked = Signal(str)
    search_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[OrderLine] = []
        self.none = plain_label("meta", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._column.addWidget(self.none)

    @property
    def lines(self) -> list[OrderLine]:
        """The lines that are shown."""
        return [line for line in self._lines if not line.isHidden()]

    def show_numbers(self, numbers: Sequence[str]) -> None:
        """Show these order numbers."""
        while len(self._lines) < len(numbers):
            line = OrderLine(self._theme)
            line.copy_asked.connect(self.copy_asked)
            line.search_asked.connect(self.search_asked)
            self._column.insertWidget(len(self._lines), line)
            self._lines.append(line)
        for number, line in enumerate(self._lines):
            if number < len(numbers):
                line.show_number(numbers[number])
            else:
                line.hide()
        self.none.setText(translate("Panel", "No order number in these messages."))
        self.none.setVisible(not numbers)
