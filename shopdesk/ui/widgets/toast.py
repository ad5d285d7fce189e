"""A short message at the bottom that says what was done and how to take it back."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import plain_label

SHOWN_MS = 10_000


class Toast(QFrame):
    """Floats over its parent's lower edge; the newest message replaces the one before."""

    undo_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._floor = parent
        self.setProperty("kind", "toast")
        self._words = plain_label("toast")
        self._undo = QPushButton()
        self._undo.setProperty("kind", "toast")
        self._undo.clicked.connect(self.undo_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self._undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says at the moment; empty when hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(self, text: str, undo: str = "", ms: int = SHOWN_MS) -> None:
        """Show a sentence for ten seconds, or `ms`; `undo` is the words of the button, empty for none."""
        if self.parentWidget() is not self._floor:  # only now: who gets another parent is styled anew
            self.setParent(self._floor)
        self._words.setText(text)
        self._undo.setText(undo)
        self._undo.setVisible(bool(undo))
        self._place()
        self.show()
        self.raise_()
        self._timer.start(ms)
        from shopdesk.ui.widgets.announcing import announce

        announce(self, text)

    def withdraw_undo(self) -> None:
        """What it offers to take back cannot be taken back any more."""
        if not self._undo.isHidden():
            self.hide()

    def float_over(self, parent: QWidget) -> None:
        """Go to another page; what was said is over."""
        self._floor.removeEventFilter(self)
        self.hide()
        self._floor = parent
        parent.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        room = self._floor.size()
        self._words.setWordWrap(False)
        self.adjustSize()
        if self.width() > room.width() - 48:
            self._words.setWordWrap(True)
            self.setFixedWidth(room.width() - 48)
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        self.adjustSize()
        self.move((room.width() - self.width()) // 2, room.height() - self.height() - self._theme.px(24))
