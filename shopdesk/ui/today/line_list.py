"""A list of lines of which one is marked; each may have a second line of detail."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme

_LINE = 46


class _Tall(QStyledItemDelegate):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        return QSize(0, self._theme.px(_LINE))


class LineList(QListView):
    """Arrows and clicks mark a line."""

    marked = Signal(int)
    """The place of the line; -1: none."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._texts = QStringListModel()
        self._delegate = _Tall(theme)
        self.setProperty("kind", "choices")
        self.setAccessibleName(name)
        self.setModel(self._texts)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(lambda now, _: self.marked.emit(now.row()))

    def show_lines(self, texts: Sequence[str]) -> None:
        """Show these instead; none of them is marked."""
        self._texts.setStringList(list(texts))

    @property
    def row(self) -> int:
        """The marked line; -1: none."""
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Mark a line, or (-1) none."""
        index = self._texts.index(row, 0) if row >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def text(self, row: int) -> str:
        """What a line says."""
        return self._texts.stringList()[row]
