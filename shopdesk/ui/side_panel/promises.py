"""What was promised in the conversation and is open: by when, and in which words."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.domain.promise import Promise
from shopdesk.ui.actions import Do, shown_keys
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.widgets.promise_row import due_text, promise_words
from shopdesk.ui.words import translate

FEW = 3


class PromiseLines(QWidget):
    """Built anew for every conversation: few have one."""

    asked = Signal()
    """They shall be kept, moved or given up."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.promises: Sequence[Promise] = ()
        self.button: Button | None = None
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.promises)

    def show_promises(self, promises: Sequence[Promise], now: datetime) -> None:
        """Show these, the earliest due first."""
        if not promises and not self.promises:
            return
        self.promises, old = tuple(promises), self._content
        self._content = QWidget()
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(2))
        for one in self.promises[:FEW]:
            column.addWidget(plain_label("failed" if one.due <= now else "warning", due_text(one.due, now)))
            column.addWidget(plain_label("text", promise_words(one.kind, one.quoted, one.by), wrap=True))
        self.button = Button(self._theme, "link")
        self.button.setText(translate("Promises", "Keep, move or give up"))
        self.button.setToolTip(f"{self.button.text()} ({shown_keys(Do.PROMISES)})")
        self.button.clicked.connect(lambda _=False: self.asked.emit())
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._content)
