"""Opens the forms over the page of cases, and does what was answered."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from shopdesk.domain.case import Case, CaseKind, Column, Stage
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.ids import CaseId
from shopdesk.ui.cases.caution import PaymentRoom, warn_before_paying
from shopdesk.ui.cases.forms import MovePopover, NewCaseForm
from shopdesk.ui.cases.missing import MissingForm
from shopdesk.ui.cases.presenter import CasesPresenter
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.words import translate

Spot = tuple[Case, QPoint]
"""A case, and where what asks about it opens on the screen."""


class CaseForms(QObject):
    """One for a page; the forms lie over the whole window."""

    opened = Signal(object)
    """The `Case` that is kept now."""
    told = Signal(str, str)
    failed = Signal(object)

    def __init__(
        self, page: QWidget, theme: Theme, room: PaymentRoom, presenter: CasesPresenter, spot: Callable[[], Spot | None]
    ) -> None:
        """In: `spot` tells which case is meant."""
        super().__init__(page)
        self._spot = spot
        self._page = page
        self._theme = theme
        self._room = room
        self._presenter = presenter
        self.form: NewCaseForm | MissingForm | None = None
        self.popover: MovePopover | None = None

    def begin(self, case: Case | None = None) -> None:
        """Ask for a new case, with what is known already."""
        now, shown = self._room.now(), self._presenter.shown
        begun = case or Case(CaseId(0), CaseKind.RETURN, now, now, owner=shown.me)
        form = NewCaseForm(self._theme, self._page.window(), self._room.now, begun, shown.team)
        form.created.connect(self._create)
        self.form = form
        form.show_form()

    def ask_missing(
        self, case: Case, to: Stage | Column | None, missing: Sequence[str], given: Mapping[str, str]
    ) -> None:
        """Ask for what a closed gate wants, and go on with it."""
        presenter = self._presenter
        window, team = self._page.window(), presenter.shown.team
        form = MissingForm(self._theme, window, self._room.now, case, to, missing, team)

        def go_on(values: Mapping[str, str]) -> None:
            if to is None:
                presenter.change(case.id, {**given, **values})
            else:
                presenter.move(case.id, to, {**given, **values})

        form.filled_in.connect(go_on)
        self.form = form
        form.show_form()
        warn_before_paying(form, case, self._room, presenter.shown.rules)

    def ask_where(self) -> None:
        """Where shall the chosen case go? A letter answers."""
        spot = self._spot()
        if spot is None:
            return
        case, at = spot
        popover = MovePopover(self._theme, self._page.window(), at)
        popover.chosen.connect(lambda column: self._presenter.move(case.id, column))
        self.popover = popover
        popover.show_columns(case.column)

    def _create(self, case: Case) -> None:
        def opened(kept: Case) -> None:
            self.told.emit(translate("Cases", "%1 opened").replace("%1", kept.number), "")
            self.opened.emit(kept)

        def refused(error: Exception) -> None:
            if isinstance(error, InputRefused):
                self.begin(case)
            else:
                self.failed.emit(error)

        self._presenter.open(case, opened, refused)
