"""A template as it would be inserted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QVBoxLayout

from shopdesk.domain.filling import Filled
from shopdesk.ui.compose.bar import key_text
from shopdesk.ui.compose.blank_marks import MarkColours, format_of
from shopdesk.ui.compose.wording import language_text, missing_text
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, Pill, plain_label
from shopdesk.ui.words import translate

_LINE = 20


class Preview(QFrame):
    """Words with what is filled in and what is missing, and the button that inserts them."""

    insert_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "preview")
        self.title = plain_label("meta2", translate("Picker", "Preview"))
        self.pill: Pill | None = None
        self.note = plain_label("warning", wrap=True)
        self.text = _quiet_text()
        self._colours = MarkColours(self.text, theme)
        self.insert = Button(theme, "primary")
        self.insert.setText(f"{translate('Picker', 'Insert')}  {key_text('Return')}")
        self.insert.setAccessibleName(translate("Picker", "Insert"))
        self.insert.clicked.connect(self.insert_asked)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title)
        self._head.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(plain_label("meta", translate("Picker", "Tab  next value")))
        foot.addStretch(1)
        foot.addWidget(self.insert)
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(10), px(12), px(12))
        column.setSpacing(px(8))
        column.addLayout(self._head)
        column.addWidget(self.note)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        self.show_filled(None)

    def show_filled(self, filled: Filled | None) -> None:
        """Show what would be inserted; nothing while nothing is chosen."""
        self.text.clear()
        self.insert.setEnabled(filled is not None)
        self._show_missing(0 if filled is None else len(filled.missing))
        wanted = "" if filled is None else filled.language_wanted
        text = translate("Picker", "No words in %1: %2 is used.").replace("%1", language_text(wanted))
        self.note.setText(text.replace("%2", language_text(filled.language)) if filled is not None and wanted else "")
        self.note.setVisible(bool(wanted))
        if filled is None:
            return
        cursor = self.text.textCursor()
        for piece in filled.body:
            cursor.insertText(piece.text, format_of(piece))
        look = QTextBlockFormat()
        look.setLineHeight(self._theme.px(_LINE), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(look)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _show_missing(self, count: int) -> None:
        if self.pill is not None:
            self._head.removeWidget(self.pill)
            self.pill.hide()
            self.pill.deleteLater()
            self.pill = None
        if count:
            self.pill = Pill(self._theme, "amber", "triangle-alert", missing_text(count))
            self._head.addWidget(self.pill)


def _quiet_text() -> QTextEdit:
    text = QTextEdit()
    text.setReadOnly(True)
    text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    text.setFrameShape(QFrame.Shape.NoFrame)
    text.setProperty("kind", "compose")
    text.setProperty("walk_skips", "focus")  # nothing can be done in it; the line above has the keys
    text.setAccessibleName(translate("Picker", "Preview"))
    text.document().setDocumentMargin(0)
    return text
