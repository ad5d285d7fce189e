"""The list of conversations: one column with fixed rows, drawn by one delegate."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from shopdesk.domain.ids import ConversationId
from shopdesk.ui.actions import Do
from shopdesk.ui.desk import Now
from shopdesk.ui.inbox.row_hover import RowHover
from shopdesk.ui.inbox.row_model import RowModel
from shopdesk.ui.inbox.row_painter import HEADING, ROW, RowLook, RowPainter
from shopdesk.ui.inbox.sections import Heading
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.overlay_bar import OverlayBar
from shopdesk.ui.widgets.painted_button import BY_KEYS

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Hands each row to the painter; takes the row from the model with one call."""

    def __init__(self, view: "ConversationList", model: RowModel, painter: RowPainter, now: Now) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._painter = painter
        self._now = now

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row(index.row())
        if isinstance(row, Heading):
            self._painter.heading(painter, option.rect, row)
        elif row is not None:
            self._painter.conversation(painter, option.rect, row, self._view.look(index), self._now())


class ConversationList(QTableView):
    """Shows a `RowModel`; says what the person chose, decides nothing."""

    chosen = Signal(object)
    """A `ConversationId` became the current row by mouse or keys."""
    button_pressed = Signal(object, object, QPoint)
    """A `Do` for a `ConversationId` that need not be the current one, and where a menu may open (global)."""
    toggled = Signal(object)
    """A `ConversationId` is to be taken into the selection or out of it."""
    extended = Signal(object)
    """The selection is to reach to this `ConversationId`."""
    stepped = Signal(int)
    """The selection is to reach one row further down (1) or up (-1)."""
    clicked_alone = Signal()
    """A row was clicked as if there were no selection."""
    menu_asked = Signal(object, QPoint)
    """A `ConversationId` or None for the current one, and where the menu opens (global)."""
    opened = Signal()
    """Enter was pressed or a row double-clicked."""

    def __init__(self, model: RowModel, theme: Theme, now: Now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._theme = theme
        self.painter_of_rows = RowPainter(theme)
        self._hover = RowHover(self, model, self.painter_of_rows)
        self._following = False
        self._shows_ring = False
        self._arrange()
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self, model, self.painter_of_rows, now))
        model.rowsInserted.connect(self._size_new_rows)
        model.modelReset.connect(self._size_all_rows)
        OverlayBar(self)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _arrange(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    # --- what the inbox tells it ---------------------------------------------------------------------

    def show_drafts(self, conversations: frozenset[ConversationId]) -> None:
        """Mark the conversations in which somebody began to write."""
        self.painter_of_rows.show_drafts(conversations)
        self._rows.drafts = conversations
        self.viewport().update()

    def show_cases(self, conversations: Mapping[ConversationId, bool]) -> None:
        """Mark the conversations that have an open case; True where it is late or its platform's deadline is near."""
        if conversations != self._rows.cases:
            self.painter_of_rows.show_cases(conversations)
            self._rows.cases = conversations
            self.viewport().update()

    def show_current(self, conversation: ConversationId | None, *, scroll: bool = True) -> None:
        """Select a conversation without saying that somebody chose it."""
        row = None if conversation is None else self._rows.listing.row_of(conversation)
        self._following = True
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif row != self.currentIndex().row():
            self.setCurrentIndex(self._rows.index(row, 0))
        self._following = False
        if row is not None and scroll:
            self.scrollTo(self._rows.index(row, 0))

    def look(self, index: Index) -> RowLook:
        """How a row looks besides its facts."""
        row, current = index.row(), index.row() == self.currentIndex().row()
        several = self._rows.selected_count() > 0
        checked = several and self._rows.is_selected(row)
        return RowLook(
            selected=current and not several,
            checked=checked,
            hovered=row == self._hover.spot[0],
            focused=current and (several or (self._shows_ring and self.hasFocus())),
            pressed_button=self._hover.spot[1],
        )

    def menu_place(self) -> QPoint:
        """Where a menu about the current row opens (global)."""
        rect = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(QPoint(rect.right() - self._theme.px(220), rect.bottom()))

    # --- events --------------------------------------------------------------------------------------

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        conversation = self._rows.listing.id_at(current.row()) if current.isValid() else None
        if conversation is not None and not self._following:
            self.chosen.emit(conversation)

    @override
    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """Qt moves the current row away from the removed ones; that is nobody's choice."""
        self._following = True
        super().rowsAboutToBeRemoved(parent, start, end)
        self._following = False

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for those who came by keys."""
        self._shows_ring = event.reason() in BY_KEYS
        super().focusInEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menu_asked.emit(None, self.menu_place())
            return
        conversation = self._rows.listing.id_at(self.indexAt(event.pos()).row())
        if conversation is not None:
            self.menu_asked.emit(conversation, event.globalPos())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover.move(event.position().toPoint())
        if event.buttons() == Qt.MouseButton.NoButton:
            super().mouseMoveEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hover.move(None)
        super().leaveEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A right click leaves the rows alone: its menu says what it is about."""
        self._shows_ring = False
        row, button = self._hover.at(event.position().toPoint())
        if button >= 0 or event.button() is not Qt.MouseButton.LeftButton:
            return
        conversation, keys = self._rows.listing.id_at(row), event.modifiers()
        if conversation is not None and keys & Qt.KeyboardModifier.ControlModifier:
            self.toggled.emit(conversation)
        elif conversation is not None and keys & Qt.KeyboardModifier.ShiftModifier:
            self.extended.emit(conversation)
        else:
            self.clicked_alone.emit()
            super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        where = event.globalPosition().toPoint()

        def ask(do: Do, conversation: ConversationId) -> None:
            self.button_pressed.emit(do, conversation, where)

        is_left = event.button() is Qt.MouseButton.LeftButton
        if not is_left or not self._hover.press(event.position().toPoint(), ask):
            super().mouseReleaseEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._hover.at(event.position().toPoint())[1] < 0:
            self.opened.emit()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self._hover.tell(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    # --- inside ----------------------------------------------------------------------------------------

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW[self._theme.density]))
        self._size_all_rows()
        if self.isVisible():  # the first call of `viewport` makes Qt's types for all widgets there are
            self.viewport().update()

    def _size_all_rows(self) -> None:
        height = self._theme.px(ROW[self._theme.density])
        header = self.verticalHeader()
        headings = set(self._rows.listing.heading_rows())
        for row in headings:
            header.resizeSection(row, self._theme.px(HEADING))
        if header.length() != len(headings) * self._theme.px(HEADING) + (header.count() - len(headings)) * height:
            for row in range(header.count()):
                if row not in headings:
                    header.resizeSection(row, height)

    def _size_new_rows(self, parent: Index, first: int, last: int) -> None:
        for row in self._rows.listing.heading_rows():
            if first <= row <= last:
                self.verticalHeader().resizeSection(row, self._theme.px(HEADING))
