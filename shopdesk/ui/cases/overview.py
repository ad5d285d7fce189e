"""All cases at a glance: the head over the board, or over the list once somebody wants it."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from shopdesk.domain.case import Case, Column
from shopdesk.domain.ids import CaseId
from shopdesk.ui.cases.board import BoardView
from shopdesk.ui.cases.card_list import Owner
from shopdesk.ui.cases.head import CasesHead
from shopdesk.ui.cases.table import CaseTable
from shopdesk.ui.desk import Now
from shopdesk.ui.theme.theme import Theme


class CasesOverview(QObject):
    """Shows one of the two and moves the focus in it."""

    chosen = Signal(object)
    opened = Signal(object)
    """A `CaseId`."""

    def __init__(self, page: QWidget, theme: Theme, now: Now, owner: Owner) -> None:
        """In: the page that it fills; the name of whose a case is."""
        super().__init__(page)
        self._page = page
        self._theme = theme
        self._now = now
        self._owner = owner
        self.shows_board = True
        self._card: QFrame | None = None
        """Around the list, once that is made."""
        self.head = CasesHead(theme, page)
        self.board = BoardView(theme, now, page)
        self.board.chosen.connect(self.chosen)
        self.board.opened.connect(self.opened)
        for column in self.board.columns.values():
            column.cards.rows.owner = owner
        self._column = QVBoxLayout(page)
        self._column.addWidget(self.head)
        self._column.addWidget(self.board, 1)
        theme.changed.connect(self._restyle)
        self._restyle()

    @cached_property
    def table(self) -> CaseTable:
        """The cases as a list."""
        card = self._card = QFrame(self._page)
        card.setProperty("kind", "card")
        self._column.addWidget(card, 1)
        table = CaseTable(self._theme, self._now)
        table.rows.owner = self._owner
        table.chosen.connect(self.chosen)
        table.opened.connect(self.opened)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(table)
        card.setVisible(not self.shows_board)
        return table

    def show_board(self, *, board: bool) -> None:
        """The board, or the list."""
        self.shows_board = board
        self.board.setVisible(board)
        if self._card is not None:
            self._card.setVisible(not board)

    def show_cases(
        self, columns: Mapping[Column, Sequence[Case]], current: CaseId | None, closed: int, *, unfolded: bool
    ) -> None:
        """Show these; the current one keeps the focus."""
        if self.shows_board:
            self.board.show_cases(columns, current, closed, unfolded=unfolded)
        else:
            self.table.show_cases([case for cases in columns.values() for case in cases], current)

    def focus_cases(self, current: CaseId | None) -> None:
        """Give the cases the keys."""
        if self.shows_board:
            self.board.focus_cards(current)
        else:
            self.table.setFocus()

    def step(self, by: int) -> None:
        """The next case."""
        (self.board if self.shows_board else self.table).step(by)

    def place_of(self, number: CaseId) -> QPoint:
        """Where what asks about a case opens on the screen."""
        return self.board.place_of(number) if self.shows_board else self.table.mapToGlobal(QPoint(40, 40))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.head.retranslate()
        self.board.retranslate()
        if "table" in self.__dict__:
            self.table.retranslate()

    # --- inside -----------------------------------------------------------------------------------------------

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(28), px(24), px(28), px(24))
        self._column.setSpacing(px(16))
