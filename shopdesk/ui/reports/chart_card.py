"""A card with a chart, and behind a button the table of the same numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate

_TABLE = 200
_FEW = 4
"""So many columns share the width; more are as wide as their words."""
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class NumberTable(QAbstractTableModel):
    """Texts in rows; the first column names them."""

    def __init__(self) -> None:
        super().__init__()
        self.headers: Sequence[str] = ()
        self.rows: Sequence[Sequence[str]] = ()

    def show(self, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show other ones."""
        self.beginResetModel()
        self.headers, self.rows = headers, rows
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.headers)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        text = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.rows[index.row()][0]}, {self.headers[index.column()]}: {text}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if index.column() else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return self.headers[section] if role == Qt.ItemDataRole.DisplayRole else None


class ChartCard(QFrame):
    """Shows one or the other."""

    turned = Signal()
    """Chart and table changed places."""

    def __init__(self, theme: Theme, chart: QWidget, *, grows: bool) -> None:
        """In: whether the chart takes all the height there is."""
        super().__init__()
        self._theme = theme
        self._grows = grows
        self.chart = chart
        self.setProperty("kind", "card")
        self.title, self.note = plain_label("head"), plain_label("meta", wrap=True)
        self.switch = Button(theme, "link")
        self.model_of_numbers = NumberTable()
        self._table: QTableView | None = None  # made when somebody asks for it: most never do
        self._column = QVBoxLayout(self)
        self._arrange()
        self.switch.clicked.connect(self._turn)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def shows_table(self) -> bool:
        """True while the numbers are shown instead of the chart."""
        return self._table is not None and self._both.currentWidget() is self._table

    def say(self, title: str, note: str, told: str) -> None:
        """In: the title, what is counted, and the chart in a sentence for screen readers."""
        self.title.setText(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.chart.setAccessibleName(title)
        self.chart.setAccessibleDescription(told)
        if self._table is not None:
            self._table.setAccessibleName(title)
        self._name_switch()

    def show_table(self, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """The numbers of the chart; the first column names the rows."""
        self.model_of_numbers.show(headers, rows)
        if self._table is not None:
            self._share_width(self._table)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.switch)
        self._column.addLayout(head)
        self._column.addWidget(self.note)
        self._both = QStackedWidget()
        holder = QWidget()
        beside = QVBoxLayout(holder)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.chart, 1 if self._grows else 0)
        if not self._grows:
            beside.addStretch(1)
        self._both.addWidget(holder)
        self._column.addWidget(self._both, 1)

    def _turn(self) -> None:
        if self._table is None:
            self._table = self._made_table()
        self._both.setCurrentIndex(0 if self.shows_table else 1)
        self._name_switch()
        self.turned.emit()

    def _made_table(self) -> QTableView:
        table = QTableView(self._both)
        table.setModel(self.model_of_numbers)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setHighlightSections(False)
        table.setAccessibleName(self.title.text())
        self._share_width(table)
        self._both.addWidget(table)
        return table

    def _share_width(self, table: QTableView) -> None:
        shared = len(self.model_of_numbers.headers) <= _FEW
        mode = QHeaderView.ResizeMode.Stretch if shared else QHeaderView.ResizeMode.ResizeToContents
        table.horizontalHeader().setSectionResizeMode(mode)

    def _name_switch(self) -> None:
        text = translate("Reports", "Show chart") if self.shows_table else translate("Reports", "Show table")
        self.switch.setText(text)
        self.switch.setAccessibleName(f"{self.title.text()}: {text}")

    def _restyle(self) -> None:
        px = self._theme.px
        self._both.setMinimumHeight(px(_TABLE))  # room for the table, too
        self._column.setContentsMargins(px(18), px(14), px(18), px(16))
        self._column.setSpacing(px(8))
