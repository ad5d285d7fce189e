"""One promise in a line: what was promised, by when, and what became of it."""

from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.promise import PromiseKind
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import Button, IconButton, Picture, plain_label
from shopdesk.ui.words import card_time, future_time, translate


def promise_words(kind: PromiseKind, quoted: str, by: str) -> str:
    """The words that promised it, and whose they are."""
    if kind is PromiseKind.SNOOZE:
        said = translate("Promises", "Put off for: %1")
    elif kind is PromiseKind.TEMPLATE:
        said = translate("Promises", "A template set this reminder: “%1”")
    elif by:
        said = translate("Promises", "%2 wrote “%1”")
    else:
        said = translate("Promises", "You wrote “%1”")
    return said.replace("%2", by).replace("%1", quoted)


def due_text(due: datetime, now: datetime) -> str:
    """By when; what is late says since when."""
    return card_time(due, now) if due <= now else future_time(due, now)


class PromiseRow(QWidget):
    """Keep (E), move (H) or give up (Delete), by its buttons or by their keys while one of them has the focus."""

    kept = Signal()
    move_asked = Signal(QPoint)
    """Where the question may open (global)."""
    break_asked = Signal(QPoint)
    opened = Signal()

    def __init__(
        self, theme: Theme, title: str, words: str, due: datetime, now: datetime, *, leads: bool, icon: str = ""
    ) -> None:
        """In: `leads` shows a way to its conversation."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(Picture(theme, icon or "package-plus", 16, "text2"))
        row.addSpacing(theme.px(8))
        row.addLayout(_lines(title, words), 1)
        row.addSpacing(theme.px(8))
        row.addWidget(plain_label("failed" if due <= now else "warning", due_text(due, now)))
        row.addSpacing(theme.px(4))
        about = title or words
        self.keep = self._button(theme, "check", translate("Promises", "Kept: %1"), about, "E")
        self.later = self._button(theme, "clock", translate("Promises", "Another time: %1"), about, "H")
        self.give_up = self._button(theme, "x", translate("Promises", "Not going to happen: %1"), about, "Del")
        for button in (self.keep, self.later, self.give_up):
            row.addWidget(button)
        if leads:
            go = Button(theme, "link")
            go.setText(translate("Promises", "Open"))
            go.setAccessibleName(f"{go.text()}: {about}, {words}")
            go.clicked.connect(lambda _=False: self.opened.emit())
            row.addWidget(go)
        self.keep.clicked.connect(lambda _=False: self.kept.emit())
        self.later.clicked.connect(lambda _=False: self.ask_move())
        self.give_up.clicked.connect(lambda _=False: self.ask_break())

    @property
    def has_keys(self) -> bool:
        """Whether one of its buttons has the focus."""
        return self.isAncestorOf(self.window().focusWidget())

    def ask_move(self) -> None:
        """Ask for another time, below the button."""
        self.move_asked.emit(self.later.mapToGlobal(self.later.rect().bottomLeft()))

    def ask_break(self) -> None:
        """Ask for the reason, below the button."""
        self.break_asked.emit(self.give_up.mapToGlobal(self.give_up.rect().bottomLeft()))

    def _button(self, theme: Theme, icon: str, words: str, about: str, keys: str) -> IconButton:
        button = IconButton(theme, icon, 28)
        button.name(words.replace("%1", about), keys)
        return button

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        runs = {
            Qt.Key.Key_E: self.kept.emit,
            Qt.Key.Key_H: self.ask_move,
            Qt.Key.Key_Delete: self.ask_break,
            Qt.Key.Key_Backspace: self.ask_break,
        }
        run = runs.get(Qt.Key(event.key()))
        if run is None:
            super().keyPressEvent(event)
        else:
            run()


def _lines(title: str, words: str) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setSpacing(0)
    for kind, text in (("label", title), ("meta2", words)):
        if text:
            label = ElidedLabel(kind)
            label.setText(text)
            lines.addWidget(label)
    return lines
