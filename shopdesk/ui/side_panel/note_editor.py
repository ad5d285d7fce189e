"""Where a note is typed: Ctrl+Enter writes it, Esc leaves it for later."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from shopdesk.domain.ids import CustomerNoteId
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button
from shopdesk.ui.words import translate

PAUSE_MS = 1_000
"""After so long a pause what was typed is written down."""
_LINES = (3, 12)


def _is_own_key(event: QKeyEvent) -> bool:
    """Keys that belong to the editor although the window has actions on them."""
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return event.key() == Qt.Key.Key_Escape or bool(
        control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    )


class NoteField(QPlainTextEdit):
    """The words of a note; grows with them."""

    done = Signal()
    left = Signal()
    focus_lost = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "noting")
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.grow)
        self.grow()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own_key(event):
            event.accept()  # else the window's Esc acts instead
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_own_key(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            self.done.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_lost.emit()

    def grow(self) -> None:
        """Take the height of the words, within bounds."""
        lines = min(max(int(self.document().size().height()), _LINES[0]), _LINES[1])
        height = lines * self._theme.metrics(13).lineSpacing() + self._theme.px(20)
        if height != self.height():
            self.setFixedHeight(height)


class NoteEditor(QWidget):
    """The field with its buttons; says what was typed after each pause."""

    typed = Signal(str)
    paused = Signal()
    saved = Signal(str)
    left = Signal()
    discarded = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.note: CustomerNoteId | None = None
        self.field = NoteField(theme)
        self.save = Button(theme, "soft", "check")
        self.discard = Button(theme, "link")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.save)
        buttons.addWidget(self.discard)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(6))
        column.setSpacing(theme.px(6))
        column.addWidget(self.field)
        column.addLayout(buttons)
        self.field.textChanged.connect(self._was_typed)
        self.field.done.connect(self._save)
        self.field.left.connect(self.left)
        self.field.focus_lost.connect(self._rest)
        self.save.clicked.connect(self._save)
        self.discard.clicked.connect(self.discarded)
        self._pause.timeout.connect(self.paused)
        self.retranslate()
        self.hide()

    def begin(self, note: CustomerNoteId | None, text: str) -> None:
        """Type a new note, or other words for one, from these words on; the caret is at their end."""
        self.note = note
        with QSignalBlocker(self.field):
            self.field.setPlainText(text)
        self.field.grow()
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.save.setEnabled(bool(text.strip()))
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Out of sight; what was typed is somebody else's care."""
        self._pause.stop()
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        words = translate("Panel", "Note about this customer")
        self.field.setAccessibleName(words)
        self.field.setPlaceholderText(translate("Panel", "What is worth remembering? Only your team sees it."))
        self.save.setText(translate("Panel", "Save note"))
        self.save.setToolTip(translate("Panel", "Save note (Ctrl+Enter)"))
        self.discard.setText(translate("Panel", "Discard"))

    def _was_typed(self) -> None:
        text = self.field.toPlainText()
        self.save.setEnabled(bool(text.strip()))
        self.typed.emit(text)
        self._pause.start()

    def _rest(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.paused.emit()

    def _save(self) -> None:
        if self.field.toPlainText().strip():
            self.saved.emit(self.field.toPlainText())
