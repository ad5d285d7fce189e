"""The cases as a table that can be sorted by every column."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from shopdesk.domain.case import Case, Column
from shopdesk.domain.ids import CaseId
from shopdesk.ui.case_words import column_text, due_line, kind_text, money_text
from shopdesk.ui.cases.card_list import Owner
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_text, shortened
from shopdesk.ui.words import Urgency, translate

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROW = 44
_FAR = datetime(9999, 1, 1, tzinfo=UTC)
_ORDER = list(Column)

_SORTS: tuple[Callable[[Case, str], Any], ...] = (
    lambda case, _: case.id,
    lambda case, _: kind_text(case.kind),
    lambda case, _: (case.item.casefold(), case.variant.casefold()),
    lambda case, _: (case.customer_name or case.customer_email).casefold(),
    lambda case, _: (case.currency, case.at_stake or Decimal(0)),
    lambda case, _: _ORDER.index(case.column),
    lambda case, owner: (not owner, owner.casefold(), case.id),
    lambda case, _: (case.due_at or _FAR, case.id),
)
"""Each is asked with a case and the name of whose it is."""
DUE = len(_SORTS) - 1
_AMOUNT = 4


class CaseTableModel(QAbstractTableModel):
    """One row a case."""

    def __init__(self, theme: Theme, now: Now) -> None:
        super().__init__()
        self._theme = theme
        self._now = now
        self._sorted = (DUE, Qt.SortOrder.AscendingOrder)
        self.cases: list[Case] = []
        self.owner: Owner = lambda _: ""

    def show_cases(self, cases: Sequence[Case]) -> None:
        """Show these, in the order that was chosen last."""
        wanted = self._in_order(cases)
        if wanted == self.cases:
            return
        if [one.id for one in wanted] == [one.id for one in self.cases]:
            self.cases = wanted
            self.dataChanged.emit(self.index(0, 0), self.index(len(wanted) - 1, DUE))
            return
        self.beginResetModel()
        self.cases = wanted
        self.endResetModel()

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column <= DUE:
            self._sorted = (column, order)
            self.beginResetModel()
            self.cases = self._in_order(self.cases)
            self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.cases)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_SORTS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and section == _AMOUNT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("Cases", "Number"),
            translate("Cases", "Kind"),
            translate("Cases", "Item"),
            translate("Cases", "Customer"),
            translate("Cases", "Amount"),
            translate("Cases", "Stands at"),
            translate("Cases", "Owner"),
            translate("Cases", "Next"),
        )[section]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        case, column = self.cases[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(case, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == _AMOUNT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and column == DUE:
            line = due_line(case, self._now())
            return self._theme.colour(line.tone) if line.urgency is not Urgency.PLAIN else None
        return None

    def _text(self, case: Case, column: int) -> str:
        return (
            case.number,
            kind_text(case.kind),
            " · ".join(part for part in (case.item or case.reason, case.variant) if part),
            case.customer_name or case.customer_email,
            money_text(case.at_stake, case.currency),
            column_text(case.column),
            self.owner(case),
            due_line(case, self._now()).text,
        )[column]

    def _in_order(self, cases: Sequence[Case]) -> list[Case]:
        column, order = self._sorted
        sort, falls = _SORTS[column], order is Qt.SortOrder.DescendingOrder
        return sorted(cases, key=lambda case: sort(case, self.owner(case)), reverse=falls)


class CaseRowDelegate(QStyledItemDelegate):
    """Draws a cell: its words over a line, the chosen row in its colour."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("selected"))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme.colour("border"))
        colour = index.data(Qt.ItemDataRole.ForegroundRole) or theme.colour("text")
        metrics, room = theme.metrics(13), rect.width() - theme.px(20)
        words = shortened(metrics, str(index.data(Qt.ItemDataRole.DisplayRole)), room)
        left = rect.x() + theme.px(10)
        if index.column() == _AMOUNT:
            left = rect.right() - theme.px(10) - metrics.horizontalAdvance(words)
        draw_text(painter, QPoint(left, rect.center().y()), words, theme.font(13), metrics, colour)


class CaseTable(QTableView):
    """Arrows choose, Enter opens."""

    chosen = Signal(object)
    opened = Signal(object)
    """A `CaseId`."""

    def __init__(self, theme: Theme, now: Now) -> None:
        super().__init__()
        self._theme = theme
        self._showing = False
        self.rows = CaseTableModel(theme, now)
        self.setModel(self.rows)
        self.setItemDelegate(CaseRowDelegate(theme, self))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # noqa: FBT003 - letters act here
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSortIndicator(DUE, Qt.SortOrder.AscendingOrder)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.rows.cases[index.row()].id))
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def show_cases(self, cases: Sequence[Case], current: CaseId | None) -> None:
        """Show these; the current one stays chosen."""
        self._showing = True
        self.rows.show_cases(cases)
        row = next((row for row, one in enumerate(self.rows.cases) if one.id == current), -1)
        if row >= 0:
            self.selectRow(row)
        self._showing = False

    def step(self, by: int) -> None:
        """The next row."""
        if self.rows.cases:
            self.selectRow(min(max(self.currentIndex().row() + by, 0), len(self.rows.cases) - 1))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleName(translate("Cases", "Cases"))
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, DUE)

    def _current_changed(self, index: QModelIndex) -> None:
        if not self._showing and index.isValid():
            self.chosen.emit(self.rows.cases[index.row()].id)

    def _restyle(self) -> None:
        px = self._theme.px
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        for section, width in enumerate((90, 130, 200, 160, 100, 160, 110, 180)):
            self.setColumnWidth(section, px(width))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.opened.emit(self.rows.cases[self.currentIndex().row()].id)
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        event.ignore()
