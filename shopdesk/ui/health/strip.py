"""The alarm over the list: no mail for half an hour, why, and one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.announcing import announce
from shopdesk.ui.widgets.parts import Button, IconButton, plain_label, restate
from shopdesk.ui.words import translate


class AlarmStrip(QFrame):
    """Hidden until there is an alarm; a person may close it."""

    fix_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = plain_label("alarm", wrap=True)
        self.fix = Button(theme, "secondary")
        self.close_button = IconButton(theme, "x", 24)
        self.fix.clicked.connect(self.fix_asked)
        self.close_button.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        column = QVBoxLayout()
        row.setContentsMargins(theme.px(16), theme.px(10), theme.px(8), theme.px(10))
        column.addWidget(self._words)
        buttons = QHBoxLayout()
        buttons.addWidget(self.fix)
        buttons.addStretch(1)
        column.addLayout(buttons)
        row.addLayout(column, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.setProperty("kind", "alarm")
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_alarm(self, text: str, button: str, *, urgent: bool) -> None:
        """Say it; `urgent` when only a person can help. Said aloud once, not with every minute."""
        fresh = self.isHidden()
        self._words.setText(text)
        self.fix.setText(button)
        self.close_button.name(translate("Health", "Close this notice"))
        restate(self, "tone", "red" if urgent else "amber")
        self.show()
        if fresh:
            announce(self, text)
