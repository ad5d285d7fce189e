"""A list of lines with a title and a detail: placeholders, conversations, versions."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_text, shortened

ROW = 32
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Pick:
    """One line, and what it stands for."""

    title: str
    detail: str
    value: object


class Picks(QAbstractListModel):
    """The lines."""

    def __init__(self) -> None:
        super().__init__()
        self.picks: Sequence[Pick] = ()

    def show_picks(self, picks: Sequence[Pick]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.picks = list(picks)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.picks)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return None
        pick = self.picks[index.row()]
        return ", ".join(part for part in (pick.title, pick.detail) if part)


class PickDelegate(QStyledItemDelegate):
    """Draws a line: the title on the left, the detail in grey on the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.px(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, Picks):
            return
        theme, pick, rect = self._theme, model.picks[index.row()], option.rect
        px = theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected"))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), px(6), px(6))
        inside = QRect(rect.x() + px(10), rect.y(), rect.width() - px(20), rect.height())
        metrics, small = theme.metrics(13), theme.metrics(12)
        detail = shortened(small, pick.detail, inside.width() * 55 // 100)
        width = small.horizontalAdvance(detail)
        middle = inside.center().y() + 1
        title = shortened(metrics, pick.title, inside.width() - width - px(12))
        draw_text(painter, QPoint(inside.x(), middle), title, theme.font(13), metrics, theme.colour("text"))
        place = QPoint(inside.right() - width, middle)
        draw_text(painter, place, detail, theme.font(12), small, theme.colour("text3"))


class PickList(QListView):
    """Chosen with a click, or by `step` and `take` from the field that has the keys."""

    taken = Signal(object)
    """The `value` of a `Pick`."""

    def __init__(self, theme: Theme, *, takes_keys: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.model_of_picks = Picks()
        self._delegate = PickDelegate(theme)
        self.setProperty("kind", "lines")
        self.setModel(self.model_of_picks)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        if not takes_keys:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setProperty("walk_skips", "focus")  # a field has the keys and moves in it
        self.clicked.connect(lambda index: self.taken.emit(self.model_of_picks.picks[index.row()].value))
        theme.changed.connect(self.doItemsLayout)

    def show_picks(self, picks: Sequence[Pick]) -> None:
        """Show these lines; the first one is marked."""
        self.model_of_picks.show_picks(picks)
        self.go_to(0)

    @property
    def current(self) -> Pick | None:
        """The marked line."""
        row = self.currentIndex().row()
        picks = self.model_of_picks.picks
        return picks[row] if 0 <= row < len(picks) else None

    def go_to(self, row: int) -> None:
        """Mark a line."""
        if 0 <= row < len(self.model_of_picks.picks):
            self.setCurrentIndex(self.model_of_picks.index(row, 0))

    def step(self, by: int) -> None:
        """Mark the line `by` places further, around the ends."""
        count = len(self.model_of_picks.picks)
        if count:
            self.go_to((self.currentIndex().row() + by) % count)

    def take(self) -> None:
        """As if the marked line were clicked."""
        if self.current is not None:
            self.taken.emit(self.current.value)

    def full_height(self) -> int:
        """How high it is with all its lines, in px."""
        return len(self.model_of_picks.picks) * self._theme.px(ROW)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self.hasFocus():
            self.setCurrentIndex(index)
