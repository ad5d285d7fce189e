"""Picks the customer who is the same person: type, arrow keys, Enter; who may be meant stands there at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from shopdesk.domain.customer import Customer
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.overlay import Overlay
from shopdesk.ui.widgets.parts import plain_label
from shopdesk.ui.words import translate

SIZE = (560, 380)
ROW = 40
_ARROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}

Found = Sequence[tuple[Customer, str]]
"""Customers, each with the reason why it may be meant (empty for one that was looked for)."""
Find = Callable[[str, Callable[[Found], None]], None]
"""Looks for customers and hands them over; with nothing typed, those who may be the same person."""


class JoinPicker(Overlay):
    """A popover with a field and a list."""

    chosen = Signal(object)
    """The `Customer`."""

    def __init__(self, theme: Theme, window: QWidget, who: str, find: Find) -> None:
        super().__init__(theme, window, scrim=True)
        self._find = find
        self.field = QLineEdit()
        self.list = QListView()
        self.said = plain_label("meta2", wrap=True)
        self._model = QStandardItemModel(self)
        self._arrange(who)
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(lambda: self._choose(self.list.currentIndex()))
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)

    def start(self) -> None:
        """Show it with those who may be the same person."""
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
        def found(people: Found) -> None:
            if self.field.text() == typed:
                self._show(people)

        self._find(typed.strip(), found)

    def _show(self, people: Found) -> None:
        self._model.clear()
        height = self._theme.px(ROW)
        for one, reason in people:
            item = QStandardItem(" · ".join(part for part in (one.name, one.address, reason) if part))
            item.setData(one, Qt.ItemDataRole.UserRole)
            item.setSizeHint(QSize(0, height))
            item.setEditable(False)
            self._model.appendRow(item)
        nothing = translate("People", "Type a name or an address, also one that never wrote.")
        both = translate("People", "Conversations, orders, notes and cases of both stand together. Z takes it back.")
        self.said.setText(both if people else nothing)
        self._go(0)

    def _go(self, by: int) -> None:
        if not self._model.rowCount():
            return
        now = max(self.list.currentIndex().row(), 0)
        index = self._model.index(min(max(now + by, 0), self._model.rowCount() - 1), 0)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self.isVisible():
            self.chosen.emit(index.data(Qt.ItemDataRole.UserRole))
            self.close_now()

    def _arrange(self, who: str) -> None:
        px = self._theme.px
        title = plain_label("subject", translate("People", "Who is %1 too?").replace("%1", who), wrap=True)
        self.setAccessibleName(title.text())
        self.field.setProperty("kind", "field")
        self.field.setPlaceholderText(translate("People", "Name or address"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.list.setAccessibleName(translate("People", "Customers found"))
        self.list.setModel(self._model)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list.setProperty("kind", "choices")
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(px(16), px(14), px(16), px(12))
        column.setSpacing(px(10))
        for widget in (title, self.field, self.list, self.said):
            column.addWidget(widget)
        column.setStretchFactor(self.list, 1)
