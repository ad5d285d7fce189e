"""The cases of the conversation: number, kind, what is next and until when."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.case import Case
from shopdesk.ui.case_words import KIND_ICONS, column_text, due_line, kind_text
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, Pill, plain_label
from shopdesk.ui.words import Urgency, translate

FEW, MANY = 3, 12
"""So many are listed beside a conversation, and on a page."""
_TONES = {Urgency.LATE: "red", Urgency.SOON: "amber", Urgency.PLAIN: "grey"}


class CaseLines(QWidget):
    """Built anew for every conversation: few have a case, and hardly any two."""

    case_asked = Signal(object)
    """A `CaseId`."""

    def __init__(self, theme: Theme, most: int = FEW) -> None:
        super().__init__()
        self._theme = theme
        self._most = most
        self.cases: Sequence[Case] = ()
        self.buttons: list[Button] = []
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.cases)

    def show_cases(self, cases: Sequence[Case], now: datetime) -> None:
        """Show these."""
        if not cases and not self.cases:
            return
        self.cases, self.buttons = tuple(cases), []
        old, self._content = self._content, QWidget()
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(10))
        for case in self.cases[:self._most]:
            column.addLayout(self._line(case, now))
        self._column.addWidget(self._content)

    def _line(self, case: Case, now: datetime) -> QVBoxLayout:
        theme, px, due = self._theme, self._theme.px, due_line(case, now)
        pills, column = QHBoxLayout(), QVBoxLayout()
        pills.setSpacing(px(6))
        pills.addWidget(Pill(theme, "grey", KIND_ICONS[case.kind], kind_text(case.kind)))
        if due.text and case.is_open and due.urgency is not Urgency.PLAIN:
            pills.addWidget(Pill(theme, _TONES[due.urgency], "clock", due.text))
        pills.addStretch(1)
        open_it = Button(theme, "link")
        open_it.setText(case.number)
        open_it.setAccessibleName(translate("Cases", "Open case %1").replace("%1", case.number))
        open_it.clicked.connect(self._asker(case))
        self.buttons.append(open_it)
        column.setSpacing(px(4))
        column.addWidget(open_it, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(pills)
        words = " · ".join(part for part in (column_text(case.column), case.next_step) if part)
        column.addWidget(plain_label("text", words, wrap=True))
        return column

    def _asker(self, case: Case) -> Callable[[bool], None]:
        def ask(_: bool = False) -> None:  # noqa: FBT002 - a clicked button says so
            self.case_asked.emit(case.id)

        return ask
