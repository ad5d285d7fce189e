"""The templates of the picker: name, how often it was used, what is typed for it."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from shopdesk.domain.template import Template
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_text, shortened
from shopdesk.ui.words import counted, translate

ROW = 46
_EDGE = 8
_INSIDE = 12

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def uses_text(template: Template) -> str:
    """How often it was used."""
    if not template.uses:
        return translate("Picker", "Not used yet")
    return counted(template.uses, translate("Picker", "Used once"), translate("Picker", "Used %1 times"))


class TemplateRows(QAbstractListModel):
    """The templates that were found."""

    def __init__(self) -> None:
        super().__init__()
        self.templates: Sequence[Template] = ()
        self.language = ""
        """What the window speaks."""

    def show(self, templates: Sequence[Template]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.templates = templates
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.templates)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole) or not index.isValid():
            return None
        return self.spoken(index.row())

    def spoken(self, row: int) -> str:
        """A row for a screen reader."""
        one = self.templates[row]
        between = translate("Words", ", ", "between the parts of a spoken sentence")
        return between.join((one.titled(self.language), f"/{one.key}", uses_text(one)))


class TemplateDelegate(QStyledItemDelegate):
    """Draws a row in two lines."""

    def __init__(self, view: "TemplateList", rows: TemplateRows, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._rows = rows
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(10, self._theme.px(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, one = self._theme, self._rows.templates[index.row()]
        px, rect = theme.px, option.rect
        if index.row() == self._view.currentIndex().row():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected"))
            painter.drawRoundedRect(QRectF(rect.adjusted(px(_EDGE), 0, -px(_EDGE), 0)), px(8), px(8))
        left, right = rect.x() + px(_EDGE + _INSIDE), rect.right() - px(_EDGE + _INSIDE)
        small, key = theme.metrics(12), f"/{one.key}"
        middle = rect.center().y() + 1
        place = QPoint(right - small.horizontalAdvance(key), middle)
        draw_text(painter, place, key, theme.font(12), small, theme.colour("text3"))
        room = place.x() - left - px(8)
        metrics = theme.metrics(13, 500)
        title = shortened(metrics, one.titled(self._rows.language), room)
        draw_text(painter, QPoint(left, middle - px(9)), title, theme.font(13, 500), metrics, theme.colour("text"))
        tiny = theme.metrics(11)
        draw_text(painter, QPoint(left, middle + px(10)), uses_text(one), theme.font(11), tiny, theme.colour("text3"))


class TemplateList(QListView):
    """One template is chosen whenever there is any; the keys stay in the line above."""

    chosen = Signal(object)
    """The `Template` that is chosen now, None for none."""
    taken = Signal()
    """It was clicked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = TemplateRows()
        self.setModel(self.rows)
        self.setItemDelegate(TemplateDelegate(self, self.rows, theme))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setProperty("kind", "lines")
        self.setProperty("walk_skips", "focus")  # the line above has the keys and moves in it
        theme.changed.connect(self.doItemsLayout)

    @property
    def template(self) -> Template | None:
        """The chosen one."""
        row = self.currentIndex().row()
        return self.rows.templates[row] if 0 <= row < len(self.rows.templates) else None

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Show these and choose the first."""
        self.rows.show(templates)
        self.scrollToTop()
        self._choose(0)

    def step(self, by: int) -> None:
        """Choose another one, around the ends."""
        if self.rows.templates:
            self._choose((self.currentIndex().row() + by) % len(self.rows.templates))

    def _choose(self, row: int) -> None:
        index = self.rows.index(row, 0)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)
        self.viewport().update()
        self.chosen.emit(self.template)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._choose(index.row())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.taken.emit()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Chosen at the press; a second click, Enter or the button insert."""
