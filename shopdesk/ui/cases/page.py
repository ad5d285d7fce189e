"""The page of cases: board or list, and one case over them."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from shopdesk.domain.case import Case, Column, Stage
from shopdesk.domain.changes import Changes
from shopdesk.domain.ids import CaseId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.actions import Do
from shopdesk.ui.case_desk import CaseDesk
from shopdesk.ui.case_words import column_text, head_text
from shopdesk.ui.cases.asked import CaseForms, Spot
from shopdesk.ui.cases.case_page import CasePage, CaseRoom
from shopdesk.ui.cases.overview import CasesOverview
from shopdesk.ui.cases.owning import CaseOwners
from shopdesk.ui.cases.presenter import CasesPresenter
from shopdesk.ui.cases.shown import CaseFilter, filter_of
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
        self._stack, place = QStackedWidget(self), QWidget()
        self._stack.addWidget(place)  # while it is empty: it is shown, which would style all that is in it
        self.overview = CasesOverview(place, theme, now, self.presenter.shown.owner_name)
        self.head, self.board = self.overview.head, self.overview.board
        self._room = made = room(self)
        self.forms = CaseForms(self, theme, made, self.presenter, self._spot)
        self.owners = CaseOwners(self, self.presenter, made.agents, self._spot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._connect()
        self.presenter.filter = filter_of(preferences.case_filter)
        self.head.show_filter(self.presenter.filter)
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
            Do.DONE: (lambda: self.one.go_on(), lambda: self.shows_one),  # noqa: PLW0108 - not made before that
        }

    @override
    def focus_list(self) -> None:
        if self._shows_all:
            self.overview.focus_cases(self.presenter.current)
        else:
            (self.one if self.shows_one else self.payments).focus_first()

    @override
    def forget_steps(self) -> None:
        self.presenter.steps.clear()

    @override
    def apply(self, changes: Changes) -> None:
        if changes.cases or changes.removed_conversations:
            self.presenter.look()
            if not self._shows_all:
                (self.one if self.shows_one else self.payments).look()

    # --- what the presenter shows ---------------------------------------------------------------------------

    def show_cases(self) -> None:
        """See `CasesView`."""
        if not isValid(self):
            return  # the window went while this was read
        shown = self.presenter.shown
        columns = self.presenter.columns()
        current = self.presenter.current
        unfolded = shown.archived is not None
        had = self.overview.shows_board and any(view.cards.hasFocus() for view in self.board.columns.values())
        self.overview.show_cases(columns, current, shown.closed, unfolded=unfolded)
        if had:
            self.board.focus_cards(current)
        now, wanted = self._now(), self.presenter.filter
        counted = [case for case in shown.cases.values() if wanted.lets_through(case, now, shown.me)]
        self.head.show_sum(head_text(counted, now), self.presenter.shops(), board=self.overview.shows_board)
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
        return "one" in self.__dict__ and self._stack.currentWidget() is self.one

    @property
    def _shows_all(self) -> bool:
        return self._stack.currentIndex() == 0

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
    def one(self) -> CasePage:
        """One case, made when somebody first opens one."""
        one = CasePage(self._theme, self._room, self.presenter)
        one.payments.clicked.connect(lambda _=False: self.show_payments())
        one.owner_asked.connect(self.owners.ask)
        one.left.connect(self._back)
        one.move_asked.connect(self.forms.ask_where)
        one.failed.connect(self.failed)
        one.told.connect(self.told)
        one.retranslate()
        self._stack.addWidget(one)
        return one

    @cached_property
    def payments(self) -> "LedgerView":
        """The ledger, made when somebody first wants to see it."""
        from shopdesk.ui.cases.ledger import LedgerView

        room = self._room
        view = LedgerView(self._theme, room.payments, room.reading, room.now)
        view.left.connect(self._back)
        view.opened.connect(self.open_case)
        view.told.connect(self.told)
        view.failed.connect(self.failed)
        self._stack.addWidget(view)
        return view

    def show_board(self, *, board: bool) -> None:
        """The board, or the list."""
        self.overview.show_board(board=board)
        self.show_cases()
        self.focus_list()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.overview.retranslate()
        if "one" in self.__dict__:
            self.one.retranslate()
        if "payments" in self.__dict__:
            self.payments.retranslate()
        self.show_cases()

    # --- inside ---------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        board, presenter = self.board, self.presenter
        self.overview.chosen.connect(self._choose)
        self.overview.opened.connect(self.open_case)
        board.dropped.connect(presenter.move)
        board.new_asked.connect(lambda _: self.forms.begin())
        board.unfold_asked.connect(presenter.unfold_closed)
        board.fold_asked.connect(presenter.fold_closed)
        self.head.filtered.connect(self._filter)
        self.head.view_chosen.connect(lambda board: self.show_board(board=board))
        self.head.new.clicked.connect(lambda _=False: self.forms.begin())
        self.forms.opened.connect(lambda case: self.board.focus_cards(case.id))
        self.head.payments.clicked.connect(lambda _=False: self.show_payments())
        for part in (self.owners, self.forms):
            part.failed.connect(self.failed)
            part.told.connect(self.told)

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
        return case, self.overview.place_of(case.id)

    def _step(self, by: int) -> None:
        if self._shows_all:
            self.overview.step(by)

    def _back(self) -> None:
        if not self._shows_all:
            self._stack.setCurrentIndex(0)
            self.show_cases()
            self.focus_list()
        else:
            self.board.drag.cancel()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
