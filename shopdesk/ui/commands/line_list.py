"""The list of the palette and of the snooze popover: lines under headings, the keys stay in the field above."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from shopdesk.ui.commands.entries import Entry, Heading, Line
from shopdesk.ui.commands.key_caps import caps_width, draw_caps
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_text, shortened

ROW = 40
HEADING = 32
EDGE = 8
"""Room around the rows, in px at 100 %."""

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Lines(QAbstractListModel):
    """The lines; headings cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.lines[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole) or not index.isValid():
            return None
        return spoken(self.lines[index.row()])


def spoken(line: Line) -> str:
    """A line for a screen reader."""
    if isinstance(line, Heading):
        return line.text
    return ", ".join(part for part in (line.title, line.detail, " ".join(line.caps)) if part)


class LineDelegate(QStyledItemDelegate):
    """Draws a line: icon, title, detail, key caps."""

    def __init__(self, view: "LineList", model: Lines, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = self._model.lines[index.row()]
        return QSize(10, self._theme.px(HEADING if isinstance(line, Heading) else ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.lines[index.row()]
        if isinstance(line, Heading):
            place = QPoint(option.rect.x() + self._theme.px(20), option.rect.center().y() + self._theme.px(3))
            metrics = self._theme.metrics(12, 500)
            draw_text(painter, place, line.text, self._theme.font(12, 500), metrics, self._theme.colour("text3"))
        else:
            self._entry(painter, option.rect, line, chosen=index.row() == self._view.currentIndex().row())

    def _entry(self, painter: QPainter, rect: QRect, line: Entry, *, chosen: bool) -> None:
        theme, middle = self._theme, rect.center().y() + 1
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected"))
            edge = theme.px(EDGE)
            painter.drawRoundedRect(QRectF(rect.adjusted(edge, 0, -edge, 0)), theme.px(8), theme.px(8))
        side = theme.px(18)
        if line.icon:
            place = QRect(rect.x() + theme.px(20), middle - side // 2, side, side)
            theme.icons.draw(painter, line.icon, place, theme.colour("accent_t" if chosen else "text2"))
        end = rect.right() - theme.px(20)
        if line.caps:
            draw_caps(painter, theme, QPoint(end, middle), line.caps)
            end -= caps_width(theme, line.caps) + theme.px(12)
        left = rect.x() + theme.px(20) + side + theme.px(10)
        metrics = theme.metrics(14, 500)
        title = shortened(metrics, line.title, end - left)
        draw_text(painter, QPoint(left, middle), title, theme.font(14, 500), metrics, theme.colour("text"))
        left += metrics.horizontalAdvance(title) + theme.px(10)
        if line.detail and end - left > theme.px(30):
            metrics = theme.metrics(12)
            detail = shortened(metrics, line.detail, end - left)
            draw_text(painter, QPoint(left, middle), detail, theme.font(12), metrics, theme.colour("text2"))


class LineList(QListView):
    """Shows lines; one entry is chosen whenever there is any."""

    ran = Signal(object)
    """The `Entry` to run."""
    moved = Signal(str)
    """The chosen line as a screen reader says it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = Lines()
        self.setModel(self._lines)
        self.setItemDelegate(LineDelegate(self, self._lines, theme))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setMinimumHeight(1)  # as high as its lines, also when there is only one
        self.setProperty("kind", "lines")
        self.setProperty("walk_skips", "focus")  # the field above has the keys and moves in it
        theme.changed.connect(self.doItemsLayout)

    @property
    def lines(self) -> Sequence[Line]:
        """What is shown."""
        return self._lines.lines

    @property
    def chosen(self) -> Entry | None:
        """The entry that Enter runs."""
        index = self.currentIndex()
        line = self._lines.lines[index.row()] if index.isValid() else None
        return line if isinstance(line, Entry) else None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these and choose the first entry."""
        self._lines.show_lines(lines)
        self.scrollToTop()
        self._choose(next((n for n, line in enumerate(lines) if isinstance(line, Entry)), None))

    def step(self, by: int) -> None:
        """Choose the entry `by` places further, around the ends."""
        places = [n for n, line in enumerate(self._lines.lines) if isinstance(line, Entry)]
        if places:
            row = self.currentIndex().row()
            here = places.index(row) if row in places else -1
            self._choose(places[(here + by) % len(places)])

    def full_height(self) -> int:
        """How high it is with all its lines, in px."""
        px = self._theme.px
        return sum(px(HEADING if isinstance(line, Heading) else ROW) for line in self._lines.lines)

    def _choose(self, row: int | None) -> None:
        if row is None:
            return
        index = self._lines.index(row, 0)
        self.setCurrentIndex(index)
        above = row > 0 and isinstance(self._lines.lines[row - 1], Heading)
        if above:
            self.scrollTo(self._lines.index(row - 1, 0))
        self.scrollTo(index)
        self.viewport().update()
        self.moved.emit(spoken(self._lines.lines[row]))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.model().flags(index) and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.viewport().update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Runs at the release, as buttons do."""

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        line = self._lines.lines[index.row()] if index.isValid() else None
        if isinstance(line, Entry) and event.button() is Qt.MouseButton.LeftButton:
            self.ran.emit(line)
