"""Picks one line of a list that is looked up while one types: type, arrow keys, Enter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.overlay import Overlay
from shopdesk.ui.widgets.parts import plain_label

SIZE = (600, 400)
ROW = 40
_ARROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class Choice:
    """One line."""

    key: object
    text: str


@dataclass(frozen=True, slots=True)
class PickerWords:
    """What a picker says."""

    title: str
    placeholder: str
    some: str
    """Under the list."""
    none: str
    """The same when nothing was found."""


Find = Callable[[str, Callable[[Sequence[Choice]], None]], None]
"""Looks something up and hands it over, at once or later."""


class ChoicePicker(Overlay):
    """A popover with a field and a list."""

    chosen = Signal(object)
    """The key of a `Choice`."""

    def __init__(self, theme: Theme, window: QWidget, words: PickerWords, find: Find) -> None:
        super().__init__(theme, window, scrim=True)
        self._words = words
        self._find = find
        self.field, self.list = QLineEdit(), QListView()
        self.said = plain_label("meta2", wrap=True)
        self._model = QStandardItemModel(self)
        self._fits: str | None = None
        """What was typed when the lines were looked up."""
        self._chooses_next = False
        """Enter was pressed before the lines for it came."""
        self.setAccessibleName(words.title)
        self._arrange_parts()
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self._choose_current)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)

    def start(self) -> None:
        """Open it with what fits before anything is typed."""
        self.open(self.field)
        self._look("")

    def shown(self) -> list[str]:
        """What the lines say."""
        return [self._model.item(line).text() for line in range(self._model.rowCount())]

    @override
    def frame_place(self) -> QRect:
        px, window = self._theme.px, self._window
        size = QSize(min(px(SIZE[0]), window.width() - 40), min(px(SIZE[1]), window.height() - 40))
        return QRect((window.width() - size.width()) // 2, px(90), size.width(), size.height())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _ARROWS.get(Qt.Key(event.key()))
            if step is not None:
                self._go(step)
                return True
        return super().eventFilter(watched, event)

    # --- inside ----------------------------------------------------------------------------------------

    def _look(self, typed: str) -> None:
        self._chooses_next = False

        def found(choices: Sequence[Choice]) -> None:
            if self.field.text() != typed:
                return
            self._fits = typed
            self._show(choices)
            if self._chooses_next:
                self._chooses_next = False
                self._choose(self.list.currentIndex())

        self._find(typed.strip(), found)

    def _show(self, choices: Sequence[Choice]) -> None:
        self._model.clear()
        height = self._theme.px(ROW)
        for choice in choices:
            item = QStandardItem(choice.text)
            item.setData(choice.key, Qt.ItemDataRole.UserRole)
            item.setSizeHint(QSize(0, height))
            item.setEditable(False)
            self._model.appendRow(item)
        self.said.setText(self._words.some if choices else self._words.none)
        self._go(0)

    def _go(self, by: int) -> None:
        if self._model.rowCount():
            now = max(self.list.currentIndex().row(), 0)
            index = self._model.index(min(max(now + by, 0), self._model.rowCount() - 1), 0)
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _choose_current(self) -> None:
        if self._fits == self.field.text():
            self._choose(self.list.currentIndex())
        else:
            self._chooses_next = True

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self.isVisible():
            key = index.data(Qt.ItemDataRole.UserRole)
            self.close_now()
            self.chosen.emit(key)

    def _arrange_parts(self) -> None:
        px = self._theme.px
        self.field.setProperty("kind", "field")
        self.field.setPlaceholderText(self._words.placeholder)
        self.field.setAccessibleName(self._words.placeholder)
        self.list.setAccessibleName(self._words.title)
        self.list.setModel(self._model)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list.setProperty("kind", "choices")
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(px(16), px(14), px(16), px(12))
        column.setSpacing(px(10))
        for widget in (plain_label("subject", self._words.title, wrap=True), self.field, self.list, self.said):
            column.addWidget(widget)
        column.setStretchFactor(self.list, 1)
