"""The page of cases: board or list, and one case over them."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from shopdesk.domain.case import Case, Column, Stage
from shopdesk.domain.changes import Changes
from shopdesk.domain.ids import CaseId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.actions import Do
from shopdesk.ui.case_desk import CaseDesk
from shopdesk.ui.case_words import column_text, head_text
from shopdesk.ui.cases.asked import CaseForms, Spot
from shopdesk.ui.cases.board import BoardView
from shopdesk.ui.cases.case_page import CasePage, CaseRoom
from shopdesk.ui.cases.head import CasesHead
from shopdesk.ui.cases.owning import CaseOwners
from shopdesk.ui.cases.presenter import CasesPresenter
from shopdesk.ui.cases.shown import CaseFilter, filter_of
from shopdesk.ui.cases.table import CaseTable
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.page import Page, Run
from shopdesk.ui.preferences import Preferences
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.words import translate

if TYPE_CHECKING:
    from shopdesk.ui.cases.ledger import LedgerView


def _always() -> bool:
    return True


class CasesPage(Page):
    """Fits `CasesView`."""

    def __init__(
        self, desk: CaseDesk, room: Callable[[QWidget], CaseRoom], theme: Theme, lanes: tuple[WorkLane, WorkLane],
        now: Now, preferences: Preferences,
    ) -> None:  # fmt: skip
        """In: `room` makes what one case is looked at with; the lanes of reading and writing; where the filter is
        remembered."""
        super().__init__()
        self._theme = theme
        self._now = now
        self._preferences = preferences
        self.setProperty("kind", "canvas")
        self.presenter = CasesPresenter(desk, lanes[0], lanes[1], self, now)
        self.head = CasesHead(theme)
        self.board = BoardView(theme, now)
        self.table = CaseTable(theme, now)
        made = room(self)
        self.one = CasePage(theme, made, self.presenter)
        self.forms = CaseForms(self, theme, made, self.presenter, self._spot)
        self.owners = CaseOwners(self, self.presenter, made.agents, self._spot)
        self._on_board = True
        self._views, self._stack = QStackedWidget(), QStackedWidget()
        self._arrange()
        self._connect()
        self.presenter.filter = filter_of(preferences.case_filter)
        self.head.show_filter(self.presenter.filter)
        self.table.rows.owner = self.presenter.shown.owner_name
        for column in self.board.columns.values():
            column.cards.rows.owner = self.presenter.shown.owner_name
        self.retranslate()

    # --- what the window asks -------------------------------------------------------------------------------

    @override
    def opened(self) -> None:
        self.presenter.look()
        if self.shows_one:
            self.one.look()  # its conversations may be other ones since

    @override
    def runs(self) -> Mapping[Do, Run]:
        presenter = self.presenter

        def has_case() -> bool:
            return presenter.case(presenter.current) is not None

        return {
            Do.NEXT: (lambda: self._step(1), _always),
            Do.PREVIOUS: (lambda: self._step(-1), _always),
            Do.NOTE: (self.forms.begin, _always),
            Do.NEW_CASE: (self.forms.begin, _always),
            Do.MOVE_CASE: (self.forms.ask_where, has_case),
            Do.ASSIGN: (self.owners.ask, has_case),
            Do.ASSIGN_ME: (self.owners.take, has_case),
            Do.UNDO: (presenter.undo, lambda: presenter.can_undo),
            Do.BACK: (self._back, _always),
            Do.DONE: (self.one.go_on, lambda: self.shows_one),
        }

    @override
    def focus_list(self) -> None:
        if self._stack.currentIndex() > 1:
            self.payments.focus_first()
        elif self.shows_one:
            self.one.focus_first()
        elif self._on_board:
            self.board.focus_cards(self.presenter.current)
        else:
            self.table.setFocus()

    @override
    def forget_steps(self) -> None:
        self.presenter.steps.clear()

    @override
    def apply(self, changes: Changes) -> None:
        if changes.cases or changes.removed_conversations:
            self.presenter.look()
            if self.shows_one:
                self.one.look()
            if self._stack.currentIndex() > 1:
                self.payments.look()

    # --- what the presenter shows ---------------------------------------------------------------------------

    def show_cases(self) -> None:
        """See `CasesView`."""
        if not isValid(self):
            return  # the window went while this was read
        shown = self.presenter.shown
        columns = self.presenter.columns()
        current = self.presenter.current
        unfolded = shown.archived is not None
        had = self._on_board and any(view.cards.hasFocus() for view in self.board.columns.values())
        if self._on_board:
            self.board.show_cases(columns, current, shown.closed, unfolded=unfolded)
        else:
            self.table.show_cases([case for cases in columns.values() for case in cases], current)
        if had:
            self.board.focus_cards(current)
        now, wanted = self._now(), self.presenter.filter
        counted = [case for case in shown.cases.values() if wanted.lets_through(case, now, shown.me)]
        self.head.show_sum(head_text(counted, now), self.presenter.shops(), board=self._on_board)
        if self.shows_one:
            self.one.show_case(self.presenter.case(self.one.number))

    def tell_written(self) -> None:
        """See `CasesView`."""
        self.changed.emit()

    def tell_moved(self, case: Case) -> None:
        """See `CasesView`."""
        words = translate("Cases", "%1 moved to %2").replace("%1", case.number)
        self.told.emit(words.replace("%2", column_text(case.column, short=True)), translate("Toast", "Undo  Z"))

    def tell_undone(self, case: Case) -> None:
        """See `CasesView`."""
        self.told.emit(translate("Cases", "%1 is as it was").replace("%1", case.number), "")

    def ask_missing(
        self, case: Case, to: Stage | Column | None, missing: Sequence[str], given: Mapping[str, str]
    ) -> None:
        """See `CasesView`."""
        self.forms.ask_missing(case, to, missing, given)

    def show_failure(self, error: Exception) -> None:
        """See `CasesView`."""
        self.failed.emit(error)

    # --- what a person does ---------------------------------------------------------------------------------

    @property
    def shows_one(self) -> bool:
        """Whether one case is looked at."""
        return self._stack.currentWidget() is self.one

    def open_case(self, number: CaseId) -> None:
        """Look at one case."""
        self.presenter.current = number
        self.one.open(number)
        self._stack.setCurrentWidget(self.one)
        self.one.focus_first()

    def show_payments(self) -> None:
        """What cases cost, month by month."""
        self.payments.look()
        self._stack.setCurrentWidget(self.payments)
        self.payments.focus_first()

    @cached_property
    def payments(self) -> "LedgerView":
        """The ledger, made when somebody first wants to see it."""
        from shopdesk.ui.cases.ledger import LedgerView

        room = self.one.room
        view = LedgerView(self._theme, room.payments, room.reading, room.now)
        view.left.connect(self._back)
        view.opened.connect(self.open_case)
        view.told.connect(self.told)
        view.failed.connect(self.failed)
        self._stack.addWidget(view)
        return view

    def show_board(self, *, board: bool) -> None:
        """The board, or the list."""
        self._on_board = board
        self._views.setCurrentIndex(0 if board else 1)
        self.show_cases()
        self.focus_list()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for part in (self.head, self.board, self.table, self.one):
            part.retranslate()
        if "payments" in self.__dict__:
            self.payments.retranslate()
        self.show_cases()

    # --- inside ---------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._views.addWidget(self.board)
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        self._views.addWidget(card)
        every = QWidget()
        self._column = QVBoxLayout(every)
        self._column.addWidget(self.head)
        self._column.addWidget(self._views, 1)
        self._stack.addWidget(every)
        self._stack.addWidget(self.one)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._theme.changed.connect(self._restyle)
        self._restyle()

    def _connect(self) -> None:
        board, table, presenter = self.board, self.table, self.presenter
        for view in (board, table):
            view.chosen.connect(self._choose)
            view.opened.connect(self.open_case)
        board.dropped.connect(presenter.move)
        board.new_asked.connect(lambda _: self.forms.begin())
        board.unfold_asked.connect(presenter.unfold_closed)
        board.fold_asked.connect(presenter.fold_closed)
        self.head.filtered.connect(self._filter)
        self.head.view_chosen.connect(lambda board: self.show_board(board=board))
        self.head.new.clicked.connect(lambda _=False: self.forms.begin())
        self.forms.opened.connect(lambda case: self.board.focus_cards(case.id))
        self.head.payments.clicked.connect(lambda _=False: self.show_payments())
        self.one.payments.clicked.connect(lambda _=False: self.show_payments())
        self.one.owner_asked.connect(self.owners.ask)
        for part in (self.one, self.owners, self.forms):
            part.failed.connect(self.failed)
        for part in (self.one, self.owners, self.forms):
            part.told.connect(self.told)
        self.one.left.connect(self._back)
        self.one.move_asked.connect(self.forms.ask_where)

    def _filter(self, wanted: CaseFilter) -> None:
        self._preferences.case_filter = wanted.as_text()
        self.presenter.want(wanted)

    def _choose(self, number: CaseId) -> None:
        if number != self.presenter.current:
            self.presenter.current = number
            self.board.mark_current(number)

    def _spot(self) -> Spot | None:
        """The chosen case, and where what asks about it opens on the screen."""
        case = self.presenter.case(self.presenter.current)
        if case is None:
            return None
        if self.shows_one:
            return case, self.one.mapToGlobal(QPoint(self._theme.px(64), self._theme.px(56)))
        return case, self.board.place_of(case.id) if self._on_board else self.table.mapToGlobal(QPoint(40, 40))

    def _step(self, by: int) -> None:
        if self._stack.currentIndex() == 0:
            (self.board if self._on_board else self.table).step(by)

    def _back(self) -> None:
        if self._stack.currentIndex() > 0:
            self._stack.setCurrentIndex(0)
            self.show_cases()
            self.focus_list()
        else:
            self.board.drag.cancel()

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(28), px(24), px(28), px(24))
        self._column.setSpacing(px(16))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
