"""The board: five columns of cards, and the closed ones folded at its end."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QScrollBar, QWidget

from shopdesk.domain.case import Case, Column
from shopdesk.domain.ids import CaseId
from shopdesk.ui.cases.card_list import CardList
from shopdesk.ui.cases.column import ColumnView, FoldedColumn
from shopdesk.ui.cases.dragging import CardDrag
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme

NARROWEST = 196
"""A column, in px at 100 %; on a narrow window the board scrolls sideways."""
WIDEST = 320


class BoardView(QScrollArea):
    """Shows the columns and moves the focus among them."""

    chosen = Signal(object)
    opened = Signal(object)
    """A `CaseId`."""
    dropped = Signal(object, object)
    """A `CaseId` and a `Column`."""
    new_asked = Signal(object)
    """A `Column`."""
    unfold_asked = Signal()
    fold_asked = Signal()

    def __init__(self, theme: Theme, now: Now, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room = QWidget()
        self._room.setProperty("kind", "canvas")
        self.setWidget(self._room)  # while it is empty: its size is asked, which would style all that is in it
        self.columns = {column: ColumnView(theme, column, now, self._room) for column in Column}
        self.folded = FoldedColumn(theme)
        self.drag = CardDrag(theme, self, self)
        self._row = QHBoxLayout(self._room)
        self._row.setContentsMargins(0, 0, 0, 0)
        for view in self.columns.values():
            self._row.addWidget(view, 1)
            self._attend(view)
        self._row.addWidget(self.folded)
        self.columns[Column.CLOSED].hide()
        self.columns[Column.CLOSED].fold_asked.connect(self.fold_asked)
        self.folded.clicked.connect(lambda _=False: self.unfold_asked.emit())
        self.drag.dropped.connect(self.dropped)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_cases(
        self, columns: Mapping[Column, Sequence[Case]], current: CaseId | None, closed: int, *, unfolded: bool
    ) -> None:
        """Show the cards; the current one has the focus."""
        for column, view in self.columns.items():
            view.show_cases(columns[column], current, closed if column is Column.CLOSED else len(columns[column]))
        if self.folded.isHidden() is not unfolded:
            self.columns[Column.CLOSED].setVisible(unfolded)
            self.folded.setVisible(not unfolded)
            self._restyle()
        self.folded.show_count(closed)

    def focus_cards(self, current: CaseId | None) -> None:
        """Give the current card the keys, the first one where there is none."""
        lists = self._lists()
        here = next((cards for cards in lists if cards.rows.row_of(current) >= 0), None)
        first = here or next((cards for cards in lists if cards.rows.cases), None)
        if first is not None:
            first.focus_row(first.rows.row_of(current))

    def step(self, by: int) -> None:
        """The next card of the column that has the keys."""
        cards = self._focused()
        if cards is not None:
            cards.focus_row(min(max(cards.currentIndex().row() + by, 0), len(cards.rows.cases) - 1))

    def place_of(self, number: CaseId | None) -> QPoint:
        """Where a card's lower left corner is on the screen; for popovers."""
        for cards in self._lists():
            row = cards.rows.row_of(number)
            if row >= 0:
                return cards.viewport().mapToGlobal(cards.visualRect(cards.rows.index(row, 0)).bottomLeft())
        return self.mapToGlobal(QPoint(0, 0))

    def mark_current(self, number: CaseId) -> None:
        """The focus is on another card: draw the columns anew that it left and came to."""
        for cards in self._lists():
            here = cards.rows.row_of(number) >= 0
            if here or cards.is_current:
                cards.is_current = here
                cards.viewport().update()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for view in self.columns.values():
            view.retranslate()

    # --- for the drag -----------------------------------------------------------------------------------------

    @property
    def across(self) -> QScrollBar:
        """Scrolls the board sideways."""
        return self.horizontalScrollBar()

    def column_at(self, place: QPoint) -> Column | None:
        """The column under a place of the board."""
        if self.folded.isVisible() and self._rect(self.folded).contains(place):
            return Column.CLOSED
        shown = (view for view in self.columns.values() if view.isVisible())
        return next((view.column for view in shown if self._rect(view).contains(place)), None)

    def cards_at(self, place: QPoint) -> CardList | None:
        """The list under a place of the board."""
        column = self.column_at(place)
        view = self.columns[column] if column is not None else None
        return view.cards if view is not None and view.isVisible() else None

    def mark_target(self, column: Column | None) -> None:
        """Show where a card would be dropped."""
        for view in self.columns.values():
            view.mark_target(marked=view.column is column)
        if self.folded.is_target is not (column is Column.CLOSED):
            self.folded.is_target = column is Column.CLOSED
            self.folded.update()

    # --- inside -----------------------------------------------------------------------------------------------

    def _rect(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self, QPoint(0, 0)), widget.size())

    def _attend(self, view: ColumnView) -> None:
        view.cards.chosen.connect(self.chosen)
        view.cards.opened.connect(self.opened)
        view.cards.doubleClicked.connect(lambda _: self.opened.emit(view.cards.current))
        view.cards.sideways.connect(self._sideways)
        view.new_asked.connect(self.new_asked)
        self.drag.watch(view.cards)

    def _lists(self) -> list[CardList]:
        return [view.cards for view in self.columns.values() if not view.isHidden()]

    def _focused(self) -> CardList | None:
        lists = self._lists()
        here = next((cards for cards in lists if cards.hasFocus()), None)
        return here or next((cards for cards in lists if cards.is_current), None)

    def _sideways(self, by: int) -> None:
        """To the next column that has cards, at the same height."""
        lists = [cards for cards in self._lists() if cards.rows.cases]
        here = self._focused()
        if here not in lists or here is None:
            return
        to = lists.index(here) + by
        if 0 <= to < len(lists):
            row = here.currentIndex().row()
            top = here.indexAt(QPoint(self._theme.px(20), self._theme.px(20))).row()
            there = lists[to]
            first = max(there.indexAt(QPoint(self._theme.px(20), self._theme.px(20))).row(), 0)
            there.focus_row(first + max(row - max(top, 0), 0))
            self.ensureWidgetVisible(there, 0, 0)

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setSpacing(px(12))
        shown = [view for view in self.columns.values() if not view.isHidden()]
        for view in self.columns.values():
            view.setMinimumWidth(px(NARROWEST))
            view.setMaximumWidth(px(WIDEST))
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._room.setMinimumWidth(len(shown) * (px(NARROWEST) + px(12)) + self.folded.width())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.drag.cancel():
            event.accept()
            return
        event.ignore()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()
