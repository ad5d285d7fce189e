"""The list of templates: name, key, uses, languages, and what needs somebody's eye."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from shopdesk.domain.ids import TemplateId
from shopdesk.ui.overriding import override
from shopdesk.ui.templates.library import LibraryLine
from shopdesk.ui.templates.wording import row_details, row_sentence, shown_name
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_pill, draw_text, pill_width, shortened
from shopdesk.ui.words import translate

ROW = 58
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class LibraryModel(QAbstractListModel):
    """The rows; only what differs is told to the list, so that it stays where it is."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[LibraryLine] = []

    def show_lines(self, lines: Sequence[LibraryLine]) -> None:
        """Show these rows."""
        if [one.template.id for one in lines] != [one.template.id for one in self.lines]:
            self.beginResetModel()
            self.lines = list(lines)
            self.endResetModel()
            return
        before, self.lines = self.lines, list(lines)
        for row, (old, new) in enumerate(zip(before, lines, strict=True)):
            if old != new:
                index = self.index(row, 0)
                self.dataChanged.emit(index, index)

    def row_of(self, number: TemplateId | None) -> int:
        """The row of a template; -1 when it is not among them."""
        return next((row for row, one in enumerate(self.lines) if one.template.id == number), -1)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row_sentence(line)
        return shown_name(line.template) if role == Qt.ItemDataRole.DisplayRole else None


class LibraryDelegate(QStyledItemDelegate):
    """Draws a row."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.px(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, LibraryModel):
            return
        theme, px, line = self._theme, self._theme.px, model.lines[index.row()]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(px(8), 1, -px(8), -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("selected" if chosen else "hover"))
            ring = chosen and self._view.hasFocus()
            painter.setPen(QPen(theme.colour("accent"), 2) if ring else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), px(10), px(10))
        inside = rect.adjusted(px(12), 0, -px(12), 0)
        self._draw_name(painter, line, QRect(inside.x(), rect.y(), inside.width(), rect.height() // 2 + px(2)))
        below = QRect(inside.x(), rect.center().y(), inside.width(), rect.height() // 2 - px(4))
        self._draw_details(painter, line, below)

    def _draw_name(self, painter: QPainter, line: LibraryLine, rect: QRect) -> None:
        theme, middle = self._theme, rect.center().y() + self._theme.px(3)
        metrics, small = theme.metrics(13, 500), theme.metrics(12)
        key = f"/{line.template.key}" if line.template.key else ""
        key = shortened(small, key, rect.width() // 3)
        room = rect.width() - small.horizontalAdvance(key) - theme.px(10)
        name = shortened(metrics, shown_name(line.template), room)
        token = "text" if line.template.name.strip() else "text3"
        draw_text(painter, QPoint(rect.x(), middle), name, theme.font(13, 500), metrics, theme.colour(token))
        place = QPoint(rect.right() - small.horizontalAdvance(key) + 1, middle)
        draw_text(painter, place, key, theme.font(12), small, theme.colour("text2"))

    def _draw_details(self, painter: QPainter, line: LibraryLine, rect: QRect) -> None:
        theme, room, middle = self._theme, rect.width(), rect.center().y()
        words = _note(line)
        if words:
            width = pill_width(theme, words)
            pill = QRect(rect.right() - width + 1, middle - theme.px(9), width, theme.px(18))
            draw_pill(painter, theme, pill, words, "amber" if line.unsaved else "grey")
            room -= width + theme.px(8)
        small = theme.metrics(12)
        details = shortened(small, row_details(line), room)
        draw_text(painter, QPoint(rect.x(), middle), details, theme.font(12), small, theme.colour("text2"))


def _note(line: LibraryLine) -> str:
    if line.unsaved:
        return translate("Templates", "Not saved")
    return translate("Templates", "Needs review") if line.needs_review else ""


class LibraryList(QListView):
    """Arrows choose at once; the letters belong to the window."""

    chosen = Signal(object)
    """A `TemplateId`."""
    opened = Signal()
    delete_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows = LibraryModel()
        self._delegate = LibraryDelegate(theme, self)
        self._showing = False
        self.setProperty("kind", "lines")
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # noqa: FBT003 - letters act here
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.doubleClicked.connect(lambda _: self.opened.emit())
        theme.changed.connect(self.doItemsLayout)

    def show_lines(self, lines: Sequence[LibraryLine], current: TemplateId | None) -> None:
        """Show these rows; the current one stays in sight."""
        self._showing = True
        place = self.verticalScrollBar().value()
        self.rows.show_lines(lines)
        self.verticalScrollBar().setValue(place)
        row = self.rows.row_of(current)
        if row >= 0 and self.currentIndex().row() != row:
            self.setCurrentIndex(self.rows.index(row, 0))
        elif row < 0:
            self.clearSelection()
        self._showing = False

    def _current_changed(self, index: QModelIndex) -> None:
        if not self._showing and index.isValid():
            self.chosen.emit(self.rows.lines[index.row()].template.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif event.text() and event.text().isprintable():
            event.ignore()  # Qt would look for a row that begins so
        else:
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.lines:
            self.setCurrentIndex(self.rows.index(0, 0))
        self.viewport().update()
