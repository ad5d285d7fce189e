"""Picks the conversation that another one is merged with: type, arrow keys, Enter."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from shopdesk.domain.conversation import Conversation
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.overlay import Overlay
from shopdesk.ui.widgets.parts import plain_label
from shopdesk.ui.words import short_date, translate

SIZE = (560, 380)
ROW = 40
_ARROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}

Find = Callable[[str, Callable[[Sequence[Conversation]], None]], None]
"""Looks for conversations and hands them over; with nothing typed, those of the same customer."""


class MergePicker(Overlay):
    """A popover with a field and a list."""

    chosen = Signal(object)
    """The `ConversationId`."""

    def __init__(self, theme: Theme, window: QWidget, row: Conversation, find: Find, now: datetime) -> None:
        super().__init__(theme, window, scrim=True)
        self._row = row
        self._find = find
        self._now = now
        self.field = QLineEdit()
        self.list = QListView()
        self.said = plain_label("meta2", wrap=True)
        self._model = QStandardItemModel(self)
        self._arrange(row.subject or translate("Conversation", "(no subject)"))
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self._choose_current)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)

    def start(self) -> None:
        """Show it with the customer's other conversations."""
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
        def found(rows: Sequence[Conversation]) -> None:
            if self.field.text() == typed:
                self._show([row for row in rows if row.id != self._row.id])

        self._find(typed.strip(), found)

    def _show(self, rows: Sequence[Conversation]) -> None:
        self._model.clear()
        height = self._theme.px(ROW)
        for row in rows:
            name = row.customer_name or row.customer_email
            item = QStandardItem(f"{name} · {row.subject} · {short_date(row.last_at, self._now)}")
            item.setData(row.id, Qt.ItemDataRole.UserRole)
            item.setSizeHint(QSize(0, height))
            item.setEditable(False)
            self._model.appendRow(item)
        nothing = translate("Conversation", "Type a customer, a subject or an order number to find the other one.")
        both = translate("Conversation", "All messages of both become one conversation. Z takes it back.")
        self.said.setText(both if rows else nothing)
        self._go(0)

    def _go(self, by: int) -> None:
        if not self._model.rowCount():
            return
        now = max(self.list.currentIndex().row(), 0)
        index = self._model.index(min(max(now + by, 0), self._model.rowCount() - 1), 0)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _choose_current(self) -> None:
        self._choose(self.list.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self.isVisible():
            self.chosen.emit(index.data(Qt.ItemDataRole.UserRole))
            self.close_now()

    def _arrange(self, subject: str) -> None:
        px = self._theme.px
        title = plain_label("subject", translate("Conversation", "Merge “%1” with…").replace("%1", subject), wrap=True)
        self.field.setProperty("kind", "field")
        self.field.setPlaceholderText(translate("Conversation", "Find the other conversation"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.list.setAccessibleName(translate("Conversation", "Conversations found"))
        self.list.setModel(self._model)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list.setProperty("kind", "choices")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(px(16), px(14), px(16), px(12))
        column.setSpacing(px(10))
        for widget in (title, self.field, self.list, self.said):
            column.addWidget(widget)
        column.setStretchFactor(self.list, 1)
