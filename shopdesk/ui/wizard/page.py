"""What all pages of the wizard share: title, words, and the two buttons at the end."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label


class Page(QWidget):
    """A column; `body` is filled by the page, the buttons follow."""

    back_asked = Signal()
    primary_asked = Signal()

    def __init__(self, theme: Theme, icon: str = "arrow-right") -> None:
        super().__init__()
        self.theme = theme
        self.title = plain_label("page", wrap=True)
        self.words = plain_label("body", wrap=True)
        self.back = Button(theme, "ghost")
        self.primary = Button(theme, "primary", icon)
        self.between = Button(theme, "secondary")
        self.between.hide()
        for button in (self.back, self.between, self.primary):
            button.setProperty("tall", "yes")
        self.back.clicked.connect(self.back_asked)
        self.primary.clicked.connect(self.primary_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.title)
        column.addWidget(self.words)
        self.body = QVBoxLayout()
        self.body.setSpacing(14)
        column.addLayout(self.body)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.between)
        row.addWidget(self.primary)
        column.addLayout(row)

    def first(self) -> QWidget:
        """Where the keys go when the page is shown."""
        return self.primary

    def take_keys(self) -> None:
        """Give the keys to the first field."""
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the present language."""
