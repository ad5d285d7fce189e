"""The cards of one column: painted, so that hundreds scroll as lightly as ten."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QInputMethodEvent, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from shopdesk.domain.case import Case
from shopdesk.domain.ids import CaseId
from shopdesk.ui.case_words import card_sentence
from shopdesk.ui.cases.card_painter import CardPainter
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_KEPT = 800
_SECONDS_KEPT = 30
Owner = Callable[[Case], str]
"""The name of whose a case is; empty for nobody's."""
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


def _nobody(_: Case) -> str:
    return ""


class CardModel(QAbstractListModel):
    """The cases of a column; the list keeps its place when only some of them changed."""

    def __init__(self, now: Now) -> None:
        super().__init__()
        self._now = now
        self.cases: list[Case] = []
        self.owner: Owner = _nobody

    def show_cases(self, cases: Sequence[Case]) -> None:
        """Show these."""
        if [one.id for one in cases] != [one.id for one in self.cases]:
            self.beginResetModel()
            self.cases = list(cases)
            self.endResetModel()
        elif list(cases) != self.cases:
            self.cases = list(cases)
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.cases) - 1, 0))

    def row_of(self, number: CaseId | None) -> int:
        """The row of a case; -1 when it is not here."""
        return next((row for row, one in enumerate(self.cases) if one.id == number), -1)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.cases)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        case = self.cases[index.row()]
        return card_sentence(case, self._now(), self.owner(case))


class CardDelegate(QStyledItemDelegate):
    """Draws the cards."""

    def __init__(self, theme: Theme, view: "CardList", now: Now) -> None:
        super().__init__(view)
        self._painter = CardPainter(theme)
        self._view = view
        self._now = now
        self._kept: dict[tuple[int, int, str, bool, bool], tuple[Case, int, QPixmap]] = {}
        theme.changed.connect(self._kept.clear)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._painter.height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        case = self._view.rows.cases[index.row()]
        if case.id != self._view.lifted:
            chosen = index.row() == self._view.currentIndex().row() and self._view.is_current
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            painter.drawPixmap(option.rect.topLeft(), self.picture(case, option.rect.size(), chosen, hovered))

    def picture(self, case: Case, size: QSize, chosen: bool, hovered: bool) -> QPixmap:
        """A card, drawn once for half a minute: scrolling only moves it."""
        at = int(self._now().timestamp()) // _SECONDS_KEPT
        owner = self._view.rows.owner(case)
        key = (int(case.id), size.width(), owner, chosen, hovered)
        found = self._kept.get(key)
        if found is None or found[0] is not case or found[1] != at:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            found = self._kept[key] = (case, at, self._drawn(case, size, owner, chosen=chosen, hovered=hovered))
        return found[2]

    def _drawn(self, case: Case, size: QSize, owner: str, *, chosen: bool, hovered: bool) -> QPixmap:
        ratio = self._view.devicePixelRatioF()
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self._painter.draw(
            painter, QRect(QPoint(0, 0), size), case, owner, self._now(), chosen=chosen, hovered=hovered
        )
        painter.end()
        return pixmap


class CardList(QListView):
    """Arrows move up, down and to the neighbours; letters belong to the window."""

    chosen = Signal(object)
    """A `CaseId`."""
    opened = Signal(object)
    """A `CaseId`."""
    sideways = Signal(int)

    def __init__(self, theme: Theme, now: Now, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows = CardModel(now)
        self.is_current = False
        """Whether the board's focus is in this column."""
        self.lifted: CaseId | None = None
        """The card that is being dragged; its place stays empty."""
        self._showing = False
        self.cards = CardDelegate(theme, self, now)
        self.setProperty("kind", "lines")
        self.setModel(self.rows)
        self.setItemDelegate(self.cards)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # noqa: FBT003 - letters act here
        self.setMinimumHeight(1)
        self.selectionModel().currentChanged.connect(self._current_changed)
        theme.changed.connect(self.doItemsLayout)

    @property
    def current(self) -> CaseId | None:
        """The case that has the focus here."""
        index = self.currentIndex()
        return self.rows.cases[index.row()].id if index.isValid() else None

    def show_cases(self, cases: Sequence[Case], current: CaseId | None) -> None:
        """Show these; the current one keeps its place."""
        self._showing = True
        place = self.verticalScrollBar().value()
        self.rows.show_cases(cases)
        self.verticalScrollBar().setValue(place)
        row = self.rows.row_of(current)
        self.is_current = row >= 0
        if row >= 0 and self.currentIndex().row() != row:
            self.setCurrentIndex(self.rows.index(row, 0))
        self._showing = False
        self.viewport().update()

    def focus_row(self, row: int) -> None:
        """Give the card of a row the keys, the last one where there are fewer."""
        if self.rows.cases:
            self.setCurrentIndex(self.rows.index(min(max(row, 0), len(self.rows.cases) - 1), 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.current is not None:
            self.chosen.emit(self.current)

    def picture(self, row: int) -> QPixmap:
        """A card as it is carried."""
        size = self.visualRect(self.rows.index(row, 0)).size()
        return self.cards.picture(self.rows.cases[row], size, True, False)  # noqa: FBT003

    def _current_changed(self, index: QModelIndex) -> None:
        if not self._showing and index.isValid():
            self.chosen.emit(self.rows.cases[index.row()].id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _SIDEWAYS:
            self.sideways.emit(_SIDEWAYS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current is not None:
                self.opened.emit(self.current)
        elif event.text() and event.text().isprintable():
            event.ignore()  # Qt would look for a card that begins so
        else:
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        event.ignore()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.cases:
            self.setCurrentIndex(self.rows.index(0, 0))
        elif self.current is not None and not self._showing:
            self.chosen.emit(self.current)
