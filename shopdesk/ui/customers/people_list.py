"""The list of customers: who, their address, when they last wrote."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from shopdesk.domain.customer import Customer
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_avatar, draw_text, shortened
from shopdesk.ui.words import initials, row_time

ROW = 60
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class PeopleModel(QAbstractListModel):
    """One row a customer."""

    def __init__(self, now: Now) -> None:
        super().__init__()
        self._now = now
        self.people: Sequence[Customer] = ()

    def show_people(self, people: Sequence[Customer]) -> None:
        """Show these, unless they are shown already."""
        if list(people) != list(self.people):
            self.beginResetModel()
            self.people = people
            self.endResetModel()

    def time_of(self, one: Customer) -> str:
        """When they last wrote or were written to, as lists say it."""
        return row_time(one.last_at, self._now()) if one.last_at is not None else ""

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.people)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return None
        one = self.people[index.row()]
        parts = (one.shown, one.address if one.name else "", self.time_of(one))
        return ", ".join(part for part in parts if part)


class PeopleDelegate(QStyledItemDelegate):
    """Draws a row as the list of conversations does."""

    def __init__(self, theme: Theme, view: "PeopleList") -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.px(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, model = self._theme, self._view.model_of_people
        px, one, rect = theme.px, model.people[index.row()], option.rect
        inset = rect.adjusted(px(8), 1, -px(8), -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(inset, px(10), px(10))
        side = px(36)
        avatar = QRect(rect.x() + px(20), rect.y() + (rect.height() - side) // 2, side, side)
        draw_avatar(painter, theme, avatar, initials(one.shown), one.address)
        left, right = avatar.right() + px(13), inset.right() - px(10)
        small, when = theme.metrics(12), model.time_of(one)
        width = small.horizontalAdvance(when)
        first = rect.y() + px(21)
        draw_text(painter, QPoint(right - width, first), when, theme.font(12), small, theme.colour("text3"))
        name, room = theme.metrics(13, 500), right - width - px(8) - left
        shown = shortened(name, one.shown, room)
        draw_text(painter, QPoint(left, first), shown, theme.font(13, 500), name, theme.colour("text"))
        address = shortened(small, one.address, right - left)
        second = rect.y() + px(40)
        draw_text(painter, QPoint(left, second), address, theme.font(12), small, theme.colour("text3"))
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("accent"))
            painter.drawRoundedRect(inset.adjusted(1, 1, -1, -1), px(9), px(9))


class PeopleList(QListView):
    """Arrows choose; letters stay keys of the window."""

    chosen = Signal(str)
    """An address."""

    def __init__(self, theme: Theme, now: Now) -> None:
        super().__init__()
        self.model_of_people = PeopleModel(now)
        self.setModel(self.model_of_people)
        self.setItemDelegate(PeopleDelegate(theme, self))
        self.setProperty("kind", "lines")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # noqa: FBT003 - Qt's call
        self.selectionModel().currentChanged.connect(self._moved)
        theme.changed.connect(self.doItemsLayout)

    def show_people(self, people: Sequence[Customer], current: str) -> None:
        """Show these; the current one is marked without telling anybody."""
        self.model_of_people.show_people(people)
        row = next((number for number, one in enumerate(people) if one.address == current), -1)
        self.blockSignals(True)  # noqa: FBT003 - Qt's call
        self.setCurrentIndex(self.model_of_people.index(row, 0) if row >= 0 else _ROOT)
        self.blockSignals(False)  # noqa: FBT003 - Qt's call

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the window."""

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and event.text().isprintable():
            event.ignore()
            return
        super().keyPressEvent(event)

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid() and not self.signalsBlocked():
            self.chosen.emit(self.model_of_people.people[index.row()].address)
