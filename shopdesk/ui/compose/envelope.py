"""The lines with recipients and subject, shown on demand."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from shopdesk.domain.draft import Draft
from shopdesk.ui.compose.people import parse_people, people_text
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import plain_label
from shopdesk.ui.words import translate

_ROWS = ("to", "cc", "bcc", "subject")


def row_text(row: str) -> str:
    """What a line is called."""
    return {
        "to": translate("Composer", "To"),
        "cc": translate("Composer", "Cc"),
        "bcc": translate("Composer", "Bcc"),
        "subject": translate("Composer", "Subject"),
    }[row]


class Envelope(QWidget):
    """Four lines to type in."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: dict[str, str] = {}
        self.fields = {row: QLineEdit() for row in _ROWS}
        self._labels = {row: plain_label("meta") for row in _ROWS}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for place, row in enumerate(_ROWS):
            self.fields[row].setProperty("kind", "field")
            self._grid.addWidget(self._labels[row], place, 0)
            self._grid.addWidget(self.fields[row], place, 1)
            self.fields[row].textEdited.connect(self.edited)
        self._grid.setColumnStretch(1, 1)
        theme.changed.connect(self.retranslate)
        self.retranslate()

    def show_draft(self, draft: Draft) -> None:
        """Show what is in a draft."""
        lines = {"to": people_text(draft.to), "cc": people_text(draft.cc), "bcc": people_text(draft.bcc)}
        self._shown = lines | {"subject": draft.subject}
        for row, text in self._shown.items():
            self.fields[row].setText(text)
            self.fields[row].setCursorPosition(0)

    def read(self, draft: Draft) -> Draft:
        """The draft with what stands here; lines that nobody touched keep what they were made of."""
        typed = {row: field.text() for row, field in self.fields.items() if field.text() != self._shown.get(row)}
        return replace(
            draft,
            to=parse_people(typed["to"]) if "to" in typed else draft.to,
            cc=parse_people(typed["cc"]) if "cc" in typed else draft.cc,
            bcc=parse_people(typed["bcc"]) if "bcc" in typed else draft.bcc,
            subject=typed.get("subject", draft.subject),
        )

    def take_keys(self, row: str = "to") -> None:
        """Give a line the keys."""
        self.fields[row].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._grid.setSpacing(self._theme.px(6))
        for row in _ROWS:
            self._labels[row].setText(row_text(row))
            self.fields[row].setAccessibleName(row_text(row))
