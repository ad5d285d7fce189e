"""A mail as it came: headers and raw text, to look at, search and save."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, IconButton, plain_label
from shopdesk.ui.words import translate

MOST_SHOWN = 512 << 10
"""Bytes; what is longer is a file in letters, and saved rather than read."""
LONGEST_LINE = 4_000
"""Characters; a line without an end would take seconds to lay out."""
_KEPT = "\n\t"


def source_text(raw: bytes) -> str:
    """Raw bytes as text that can be looked at: control and direction characters stand as their codes."""
    text = raw[:MOST_SHOWN].decode("utf-8", "replace").replace("\r\n", "\n")
    lines = (
        line[at : at + LONGEST_LINE] for line in text.split("\n") for at in range(0, max(len(line), 1), LONGEST_LINE)
    )
    return "\n".join("".join(_visible(sign) for sign in line) for line in lines)


def _visible(sign: str) -> str:
    return sign if sign.isprintable() or sign in _KEPT or sign == "\u3000" else f"\\x{ord(sign):02x}"


class SourceWindow(QDialog):
    """Read-only, monospaced, searchable."""

    save_asked = Signal()

    def __init__(self, theme: Theme, raw: bytes, subject: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self.text = QPlainTextEdit()
        self.search = QLineEdit()
        self.back = IconButton(theme, "arrow-up")
        self.on = IconButton(theme, "arrow-down")
        self.save = Button(theme, "secondary", "download")
        self.said = plain_label("meta2", wrap=True)
        self.setWindowTitle(translate("Conversation", "Source: %1").replace("%1", subject))
        self._fill(raw)
        self._arrange()
        self.search.textChanged.connect(self._search_anew)
        self.search.returnPressed.connect(lambda: self.go(forward=True))
        self.back.clicked.connect(lambda: self.go(forward=False))
        self.on.clicked.connect(lambda: self.go(forward=True))
        self.save.clicked.connect(self.save_asked)
        self.resize(theme.px(860), theme.px(640))
        self.text.setFocus()

    def go(self, *, forward: bool) -> bool:
        """Go to the next or previous place; goes on at the other end. False when there is none."""
        words = self.search.text()
        if not words:
            return False
        way = QTextDocument.FindFlag(0) if forward else QTextDocument.FindFlag.FindBackward
        found = self.text.find(words, way)
        if not found:
            end = QTextCursor.MoveOperation.Start if forward else QTextCursor.MoveOperation.End
            self.text.moveCursor(end)
            found = self.text.find(words, way)
        self.said.setText("" if found else translate("Conversation", "Not found"))
        return found

    def _search_anew(self) -> None:
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        if not self.go(forward=True):
            self.said.setText("" if not self.search.text() else self.said.text())

    def _fill(self, raw: bytes) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(self._theme.px(13))
        self.text.setFont(font)
        self.text.setReadOnly(True)
        self.text.setProperty("kind", "log")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text.setPlainText(source_text(raw))
        self.text.setAccessibleName(translate("Conversation", "Source of the mail"))
        if len(raw) > MOST_SHOWN:
            self.said.setText(translate("Conversation", "Only the beginning is shown. Save the mail to see all of it."))

    def _arrange(self) -> None:
        px = self._theme.px
        self.search.setProperty("kind", "field")
        self.search.setPlaceholderText(translate("Conversation", "Find in the source"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(False)
        self.back.name(translate("Conversation", "Previous match"))
        self.on.name(translate("Conversation", "Next match"))
        self.save.setText(translate("Conversation", "Save as .eml…"))
        self.save.setAutoDefault(False)
        bar = QHBoxLayout()
        bar.setSpacing(px(8))
        bar.addWidget(self.search, 1)
        for widget in (self.back, self.on, self.save):
            bar.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(12))
        column.setSpacing(px(10))
        column.addLayout(bar)
        column.addWidget(self.text, 1)
        column.addWidget(self.said)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_F:
            self.search.setFocus()
            self.search.selectAll()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()  # the search field's own
        else:
            super().keyPressEvent(event)
