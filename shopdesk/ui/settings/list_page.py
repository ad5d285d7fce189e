"""A page with a list: each line can be taken off, and that can be taken back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from shopdesk.ui.error_texts import error_text
from shopdesk.ui.overriding import override
from shopdesk.ui.settings.controls import Page, Words
from shopdesk.ui.settings.doors import Doors
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label, restate
from shopdesk.ui.words import translate

MOST = 200
"""So many lines are shown, the first ones."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListDeeds(Generic[T]):
    """What the page does."""

    read: Callable[[], Sequence[T]]
    """Asked in the reading lane at each visit: other screens add to the list."""
    take_off: Callable[[T], None]
    """As a step that can be undone."""
    undo: Callable[[], bool]
    """Takes the newest such step back; False when something else was done since."""


@dataclass(frozen=True, slots=True)
class ListWords(Generic[T]):
    """What the page says, in the present language."""

    heading: Words
    hint: Words
    empty: Words
    title: Callable[[T], str]
    detail: Callable[[T], str]
    off: Callable[[T], tuple[str, str]]
    """The words of the button that takes a line off, and its accessible name."""
    taken_off: Callable[[T], str]
    is_back: Words


class ListPage(Page, Generic[T]):
    """Asks for the list each time it is turned to."""

    def __init__(self, doors: Doors, deeds: ListDeeds[T], words: ListWords[T], icon: str) -> None:
        """In: `icon` is that of the button that takes a line off."""
        super().__init__(doors.theme)
        self._doors = doors
        self._deeds = deeds
        self._words = words
        self._icon = icon
        self._items: Sequence[T] = ()
        self.lines: list[ListLine] = []
        self.heading(words.heading, words.hint)
        self.empty = self.label("text", words.empty)
        self._card = QFrame()
        self._card.setProperty("kind", "card")
        self._list = QVBoxLayout(self._card)
        self.said, self.back = plain_label("meta2", wrap=True), Button(doors.theme, "secondary", "undo-2")
        self.more = self.label("meta", self._more_words)
        self._arrange()
        self.back.clicked.connect(lambda _=False: self._take_back())

    @override
    def opened(self) -> None:
        self._tell("")
        self._look()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._took(self._items)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Z and self.back.isVisible():
            self._take_back()
            return
        super().keyPressEvent(event)

    # --- inside -----------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        for widget in (self.empty, self._card, self.more, self.back):
            widget.hide()
        told = QHBoxLayout()
        told.addWidget(self.said, 1)
        told.addWidget(self.back)
        self.say(self.back.setText, lambda: translate("Toast", "Undo  Z"))
        self.column.addLayout(told)
        for widget in (self.empty, self._card, self.more):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _more_words(self) -> str:
        older = QLocale().toString(max(len(self._items) - MOST, 0))
        return translate("Learned", "%1 older ones are not shown.").replace("%1", older)

    def _look(self, place: int = -1) -> None:
        """Read anew, and give the keys to a line."""

        def took(items: Sequence[T]) -> None:
            self._took(items)
            if place >= 0 and self.lines:
                self.lines[min(place, len(self.lines) - 1)].off.setFocus(Qt.FocusReason.OtherFocusReason)

        self._doors.reading.submit(self._deeds.read, took, self._failed)

    def _took(self, items: Sequence[T]) -> None:
        self._items = list(items)
        for line in self.lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for place, item in enumerate(self._items[:MOST]):
            line = ListLine(self._doors.theme, self._icon, self._words.title(item), self._words.detail(item))
            words, name = self._words.off(item)
            line.off.setText(words)
            line.off.setAccessibleName(name)
            line.off.clicked.connect(lambda _=False, place=place: self._take_off(place))
            self._list.addWidget(line)
            self.lines.append(line)
        self._card.setVisible(bool(self.lines))
        self.empty.setVisible(not self.lines)
        self.more.setText(self._more_words())
        self.more.setVisible(len(self._items) > MOST)

    def _take_off(self, place: int) -> None:
        item = self._items[place]
        self._deeds.take_off(item)
        self._tell(self._words.taken_off(item))
        self.back.show()
        self._afterwards(place)

    def _take_back(self) -> None:
        self.back.hide()
        if self._deeds.undo():
            self._tell(self._words.is_back())
            self._afterwards(0)

    def _afterwards(self, place: int) -> None:
        """The store lane is in order: what was asked of it before is done then."""
        self._doors.writing.submit(lambda: None, lambda _: self._look(place), self._failed)

    def _failed(self, error: Exception) -> None:
        self._tell(error_text(error), "failed")

    def _tell(self, sentence: str, kind: str = "meta2") -> None:
        restate(self.said, "type", kind)
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        self.back.hide()


class ListLine(QFrame):
    """One line, and the way off the list."""

    def __init__(self, theme: Theme, icon: str, title: str, detail: str) -> None:
        super().__init__()
        self.off = Button(theme, "ghost", icon)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain_label("text", title, wrap=True))
        words.addWidget(plain_label("meta2", detail, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(self.off)
