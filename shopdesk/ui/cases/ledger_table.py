"""The payments of a month as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from shopdesk.domain.case import Case
from shopdesk.domain.ids import CaseId
from shopdesk.ui.case_words import kind_text, moment_text, money_text, resolution_text
from shopdesk.ui.cases.table import ROW, CaseRowDelegate
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.words import translate

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_COLUMNS = 7
_AMOUNT = 4


class LedgerModel(QAbstractTableModel):
    """One row a payment."""

    def __init__(self, now: Now) -> None:
        super().__init__()
        self._now = now
        self.cases: Sequence[Case] = ()
        self._counted: frozenset[CaseId] = frozenset()

    def show_cases(self, cases: Sequence[Case], counted: frozenset[CaseId]) -> None:
        """Show these; `counted` are those that the limits count."""
        self.beginResetModel()
        self.cases, self._counted = tuple(cases), counted
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.cases)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else _COLUMNS

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and section == _AMOUNT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("Cases", "Decided"),
            translate("Cases", "Number"),
            translate("Cases", "Item"),
            translate("Cases", "Customer"),
            translate("Cases", "Amount"),
            translate("Cases", "Resolution"),
            translate("Cases", "Limit"),
        )[section]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(self.cases[index.row()], index.column())
        return None

    def _text(self, case: Case, column: int) -> str:
        counts = translate("Cases", "Counts") if case.id in self._counted else translate("Cases", "Does not count")
        return (
            moment_text(case.decided_at, self._now()),
            case.number,
            " · ".join(part for part in (kind_text(case.kind), case.item or case.reason) if part),
            case.customer_name or case.customer_email,
            money_text(case.amount, case.currency),
            resolution_text(case.resolution) if case.resolution else "",
            f"{counts} · {case.approved_by}" if case.approved_by else counts,
        )[column]


class LedgerTable(QTableView):
    """Arrows choose, Enter opens the case."""

    opened = Signal(object)
    """A `CaseId`."""

    def __init__(self, theme: Theme, now: Now) -> None:
        super().__init__()
        self._theme = theme
        self.rows = LedgerModel(now)
        self.setModel(self.rows)
        self.setItemDelegate(CaseRowDelegate(theme, self))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.rows.cases[index.row()].id))
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_cases(self, cases: Sequence[Case], counted: frozenset[CaseId]) -> None:
        """Show these; `counted` are those that the limits count."""
        self.rows.show_cases(cases, counted)
        if cases:
            self.selectRow(0)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleName(translate("Cases", "Payments"))
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, _COLUMNS - 1)

    def _restyle(self) -> None:
        px = self._theme.px
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        for section, width in enumerate((130, 90, 200, 170, 110, 150, 190)):
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
