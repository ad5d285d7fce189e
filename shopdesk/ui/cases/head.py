"""The head of the page: title and sum, filters, board or list, a new case."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from shopdesk.ui.cases.shown import CaseFilter, Whose
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, IconButton, plain_label
from shopdesk.ui.words import market_name, translate


class CasesHead(QWidget):
    """Says what was chosen."""

    filtered = Signal(object)
    """A `CaseFilter`."""
    view_chosen = Signal(bool)
    """True for the board."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filter = CaseFilter()
        self.menu: QMenu | None = None
        self._shops: Sequence[str] = ()
        self.title, self.sum = plain_label("page"), plain_label("text")
        self.shop = Button(theme, "secondary", "store")
        self.whose = Button(theme, "secondary", "user")
        self.due = Button(theme, "secondary", "clock")
        self.due.setCheckable(True)
        self.board, self.list = IconButton(theme, "square-kanban"), IconButton(theme, "list")
        for button in (self.board, self.list):
            button.setCheckable(True)
        self.payments = IconButton(theme, "hand-coins")
        self.new = Button(theme, "primary", "plus")
        self.shop.clicked.connect(lambda _=False: self._choose_shop())
        self.whose.clicked.connect(lambda _=False: self._choose_whose())
        self.due.clicked.connect(lambda on: self._filtered(replace(self._filter, only_due=on)))
        self.board.clicked.connect(lambda _=False: self.view_chosen.emit(True))  # noqa: FBT003
        self.list.clicked.connect(lambda _=False: self.view_chosen.emit(False))  # noqa: FBT003
        self._arrange()
        self.retranslate()

    def show_filter(self, wanted: CaseFilter) -> None:
        """Which cases are shown."""
        self._filter = wanted
        self.due.setChecked(wanted.only_due)
        self._name_filters()

    def show_sum(self, words: str, shops: Sequence[str], *, board: bool) -> None:
        """How many there are, whose shops they may be filtered by, what is shown."""
        self.sum.setText(words)
        self._shops = shops
        self.board.setChecked(board)
        self.list.setChecked(not board)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.title.setText(translate("Cases", "Cases"))
        self.due.setText(translate("Cases", "Due"))
        self.due.setToolTip(translate("Cases", "Only what is due or late"))
        self.board.name(translate("Cases", "Board"))
        self.list.name(translate("Cases", "List"))
        self.payments.name(translate("Cases", "Compensation ledger"))
        self.new.setText(f'{translate("Cases", "New case")}   N')
        self.new.setAccessibleName(translate("Cases", "New case"))
        self.new.setToolTip(translate("Cases", "New case (N)"))
        self._name_filters()

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.sum)
        switch = QFrame()
        switch.setProperty("kind", "segments")
        both = QHBoxLayout(switch)
        both.setContentsMargins(2, 2, 2, 2)
        both.setSpacing(2)
        both.addWidget(self.board)
        both.addWidget(self.list)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for widget in (self.payments, self.shop, self.whose, self.due, switch, self.new):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def _choose_shop(self) -> None:
        menu = QMenu(self)
        for shop in ("", *self._shops):
            action = menu.addAction(_shop_name(shop))
            action.setCheckable(True)
            action.setChecked(shop == self._filter.shop)
            action.setData(shop)
        chosen = menu.exec(self.shop.mapToGlobal(self.shop.rect().bottomLeft()))
        if chosen is not None:
            self._filtered(replace(self._filter, shop=str(chosen.data())))
        menu.deleteLater()

    def _choose_whose(self) -> None:
        self.menu = menu = QMenu(self)
        menu.setAccessibleName(translate("Cases", "Whose cases are shown"))
        for whose in Whose:
            action = QAction(_whose_text(whose), menu)
            action.setCheckable(True)
            action.setChecked(whose is self._filter.whose)
            action.triggered.connect(partial(self._take_whose, whose))
            menu.addAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.whose.mapToGlobal(self.whose.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[list(Whose).index(self._filter.whose)])

    def _take_whose(self, whose: Whose, _: bool = False) -> None:  # noqa: FBT002 - an action says so
        self._filtered(replace(self._filter, whose=whose))

    def _filtered(self, wanted: CaseFilter) -> None:
        self.show_filter(wanted)
        self.filtered.emit(wanted)

    def _name_filters(self) -> None:
        self.shop.setText(_shop_name(self._filter.shop))
        self.whose.setText(_whose_text(self._filter.whose))


def _shop_name(shop: str) -> str:
    if not shop:
        return translate("Cases", "All shops")
    return shop if "@" in shop else market_name(shop)


def _whose_text(whose: Whose) -> str:
    return {
        Whose.EVERYONE: translate("Cases", "Everyone’s"),
        Whose.MINE: translate("Cases", "Mine"),
        Whose.NOBODY: translate("Cases", "Nobody’s"),
    }[whose]
