"""Finds words in the open conversation: highlights every place, goes from one to the next."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QTextEdit

from shopdesk.ui.conversation.card import MessageCard
from shopdesk.ui.conversation.mail_html import Part
from shopdesk.ui.conversation.thread import Thread
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import IconButton, plain_label
from shopdesk.ui.words import translate

MOST_PLACES = 1_000


@dataclass(frozen=True, slots=True)
class Place:
    """One place where the words stand."""

    card: MessageCard
    cursor: QTextCursor


class FindBar(QFrame):
    """A line over the messages; Enter and Shift+Enter go on and back, Esc closes."""

    closed = Signal()

    def __init__(self, theme: Theme, thread: Thread) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self._theme = theme
        self._thread = thread
        self._places: list[Place] = []
        self._here = 0
        self._is_looking = False
        self.field = QLineEdit()
        self.field.setProperty("kind", "field")
        self.count = plain_label("meta2")
        self.back = IconButton(theme, "chevron-up", 28)
        self.on = IconButton(theme, "chevron-down", 28)
        self.leave = IconButton(theme, "x", 28)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), theme.px(6), theme.px(8), theme.px(6))
        row.setSpacing(theme.px(6))
        row.addWidget(self.field, 1)
        for widget in (self.count, self.back, self.on, self.leave):
            row.addWidget(widget)
        self.field.textChanged.connect(self.look)
        self.back.clicked.connect(lambda: self.go(-1))
        self.on.clicked.connect(lambda: self.go(1))
        self.leave.clicked.connect(self.close_now)
        thread.built.connect(self._look_again)
        self.retranslate()

    def open(self) -> None:
        """Show it with the keys; when it has them already, go to the next place."""
        if self.isVisible() and self.field.hasFocus():
            self.go(1)
            return
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.look()

    def close_now(self) -> None:
        """Take it and the highlights away; the messages get the keys."""
        self._places = []
        self._paint()
        self.hide()
        self.closed.emit()

    def look(self) -> None:
        """Find the words; older messages that have them are unfolded, quotes opened."""
        words = self.field.text().strip()
        self._places, self._here = [], 0
        if words:
            self._is_looking = True
            self._thread.bring_out(words)
            for card in self._thread.cards:
                self._places += self._in_card(card, words)
            self._is_looking = False
        del self._places[MOST_PLACES:]
        self._paint()
        if self._places:
            self._show_here()

    def go(self, by: int) -> None:
        """The next (+1) or previous (-1) place; goes round."""
        if self._places:
            self._here = (self._here + by) % len(self._places)
            self._paint()
            self._show_here()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.field.setPlaceholderText(translate("Conversation", "Find in this conversation"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.back.name(translate("Conversation", "Previous match"), "Shift+↵")
        self.on.name(translate("Conversation", "Next match"), "↵")
        self.leave.name(translate("Conversation", "Close"), "Esc")

    # --- inside ----------------------------------------------------------------------------------------

    def _in_card(self, card: MessageCard, words: str) -> list[Place]:
        found = _places(card, words)
        if not found and card.part is Part.OWN_WORDS and words.casefold() in card.message.mail.text.casefold():
            card.show_part(Part.WHOLE)
            found = _places(card, words)
        return found

    def _paint(self) -> None:
        marks: dict[MessageCard, list[QTextEdit.ExtraSelection]] = {card: [] for card in self._thread.cards}
        for number, place in enumerate(self._places):
            if place.card in marks:
                marks[place.card].append(self._mark(place, is_here=number == self._here))
        for card, selections in marks.items():
            card.text.setExtraSelections(selections)
        self._say()

    def _mark(self, place: Place, *, is_here: bool) -> QTextEdit.ExtraSelection:
        colours = self._theme.tokens.colours()
        mark = QTextEdit.ExtraSelection()
        look = place.cursor.charFormat()
        look.setBackground(QColor(colours["accent" if is_here else "amber_s"]))
        look.setForeground(QColor(colours["on_accent" if is_here else "text"]))
        mark.cursor, mark.format = place.cursor, look
        return mark

    def _say(self) -> None:
        if self._places:
            words = translate("Conversation", "%1 of %2").replace("%1", str(self._here + 1))
            self.count.setText(words.replace("%2", str(len(self._places))))
        else:
            self.count.setText(translate("Conversation", "Not found") if self.field.text().strip() else "")
        for button in (self.back, self.on):
            button.setEnabled(len(self._places) > 1)

    def _show_here(self) -> None:
        place = self._places[self._here]
        self._thread.show_place(place.card, place.card.text.cursorRect(place.cursor))

    def _look_again(self) -> None:
        if self.isVisible() and not self._is_looking:
            self.look()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key == Qt.Key.Key_Escape:
            self.close_now()
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape:
                event.accept()  # before the window's own "back"
                return True
        elif event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        return super().event(event)


def _places(card: MessageCard, words: str) -> list[Place]:
    document = card.text.document()
    found: list[Place] = []
    cursor = document.find(words, 0)
    while not cursor.isNull() and len(found) < MOST_PLACES:
        found.append(Place(card, QTextCursor(cursor)))
        cursor = document.find(words, cursor)
    return found
