"""What happens on the page of cases, without its widgets."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Protocol

from shopdesk.domain.case import Case, Column, Stage
from shopdesk.domain.case_changes import CaseUndo
from shopdesk.domain.case_fields import filled
from shopdesk.domain.case_rules import CaseRules
from shopdesk.domain.errors import InputRefused, MoveNotAllowed
from shopdesk.domain.ids import CaseId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.case_desk import BoardReading, CaseDesk
from shopdesk.ui.cases.shown import CaseFilter, Shown
from shopdesk.ui.desk import Now

KEPT_STEPS = 100
_FAR = datetime(9999, 1, 1, tzinfo=UTC)


class CasesView(Protocol):
    """What the presenter shows."""

    def show_cases(self) -> None:
        """The cases, the filter or the chosen one changed."""

    def tell_written(self) -> None:
        """The store has another state now."""

    def tell_moved(self, case: Case) -> None:
        """A move can be taken back."""

    def tell_undone(self, case: Case) -> None: ...
    def ask_missing(
        self, case: Case, to: Stage | Column | None, missing: Sequence[str], given: Mapping[str, str]
    ) -> None:
        """A gate is closed: let the person fill what is missing; `given` was typed before and is in the case.

        Without a place to go to the case stays where it is.
        """

    def show_failure(self, error: Exception) -> None: ...


class CasesPresenter:
    """Reads the board, moves cases at once and puts them back when the store refuses."""

    def __init__(self, desk: CaseDesk, reading: WorkLane, writing: WorkLane, view: CasesView, now: Now) -> None:
        self.desk = desk
        self._reading = reading
        self._writing = writing
        self._view = view
        self.now = now
        self.shown = Shown()
        self.filter = CaseFilter()
        self.current: CaseId | None = None
        self.is_known = False
        """Whether the store has said what there is."""
        self.steps: list[CaseUndo] = []
        self._underway = 0
        self._writes = 0

    # --- looking ----------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Ask the store what there is; not while a write is under way, whose result the screen already shows."""
        begun = self._writes

        def have(found: tuple[BoardReading, CaseRules]) -> None:
            if begun != self._writes and not self._underway:
                self.look()  # read before the last write: it would bring back what is over
            elif not self._underway:
                self._have(found)

        self._reading.submit(lambda: (self.desk.board(), self.desk.rules), have, self._view.show_failure)

    def columns(self) -> Mapping[Column, Sequence[Case]]:
        """The cases that the filter lets through by column, the most urgent first."""
        now = self.now()
        found: dict[Column, list[Case]] = {column: [] for column in Column}
        for case in self.shown.cases.values():
            if self.filter.lets_through(case, now, self.shown.me):
                found[case.column].append(case)
        for cases in found.values():
            cases.sort(key=lambda case: (case.due_at or _FAR, case.id))
        me, archived = self.shown.me, self.shown.archived or ()
        found[Column.CLOSED] = [case for case in archived if self.filter.lets_through(case, now, me)]
        return found

    def shops(self) -> Sequence[str]:
        """The shops that have cases."""
        return sorted({case.shop for case in self.shown.cases.values() if case.shop})

    def want(self, wanted: CaseFilter) -> None:
        """Show others."""
        self.filter = wanted
        self._view.show_cases()

    def unfold_closed(self) -> None:
        """Read what is archived."""

        def have(cases: Sequence[Case]) -> None:
            self.shown.archived = cases
            self._view.show_cases()

        self._reading.submit(self.desk.closed, have, self._view.show_failure)

    def fold_closed(self) -> None:
        """Forget what is archived."""
        self.shown.archived = None
        self._view.show_cases()

    def case(self, number: CaseId | None) -> Case | None:
        """A case that is shown."""
        found = self.shown.cases.get(number) if number is not None else None
        return found or next((case for case in self.shown.archived or () if case.id == number), None)

    # --- doing ------------------------------------------------------------------------------------------------

    def move(self, number: CaseId, to: Stage | Column, values: Mapping[str, str] | None = None) -> None:
        """Move a case; where a gate is closed the view asks for what is missing."""
        case = self.case(number)
        if case is None or (not values and to in {case.stage, case.column}):
            return
        self.current = number
        given = dict(values or {})
        zone = self.now().astimezone().tzinfo or UTC
        try:
            with_values = filled(case, given, zone)
            moved = with_values.moved(to, self.now(), self.shown.rules.gates)
        except MoveNotAllowed as refused:
            self._view.show_cases()  # the card goes back to where it was
            self._view.ask_missing(filled(case, given, zone), to, refused.missing, given)
            return
        except InputRefused as refused:
            self._view.show_failure(refused)
            return
        self._keep(moved)
        self._view.show_cases()

        def refuse(error: Exception) -> None:
            self._keep(case)
            self._view.show_cases()
            if isinstance(error, MoveNotAllowed):
                self._view.ask_missing(with_values, to, error.missing, given)
            else:
                self._view.show_failure(error)

        self._write(lambda: self.desk.move(number, to, given), self._moved, refuse)

    def change(
        self, number: CaseId, values: Mapping[str, str], then: Callable[[Case], None] = lambda _: None
    ) -> None:
        """Fill or empty fields; where the stage would lack something the view asks for it."""
        given = dict(values)

        def refuse(error: Exception) -> None:
            case = self.case(number)
            if isinstance(error, MoveNotAllowed) and case is not None:
                self._view.ask_missing(case, None, error.missing, given)
            else:
                self._view.show_failure(error)

        self._write(lambda: self.desk.change(number, given), partial(self._changed, then=then), refuse)

    def tick(self, number: CaseId, step: str, *, done: bool) -> None:
        """A step is done, or not."""
        self._write(lambda: self.desk.tick(number, step, done=done), self._changed, self._view.show_failure)

    def do(self, write: Callable[[], CaseUndo], then: Callable[[Case], None] = lambda _: None) -> None:
        """Any other change of one case. In: `then` is told what became of it."""
        self._write(write, partial(self._changed, then=then), self._view.show_failure)

    def write(
        self, write: Callable[[], object], done: Callable[[object], None], failed: Callable[[Exception], None]
    ) -> None:
        """Something beside a case, in the store lane."""
        self._writing.submit(write, done, failed)

    def open(self, new: Case, opened: Callable[[Case], None], refused: Callable[[Exception], None]) -> None:
        """Keep a new case."""

        def have(case: Case) -> None:
            self._keep(case)
            self.current = case.id
            self._view.show_cases()
            opened(case)
            self._view.tell_written()
            self.look()

        self._writing.submit(lambda: self.desk.open(new), have, refused)

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self.steps)

    def undo(self) -> None:
        """Take the newest change back."""
        if not self.steps:
            return
        step = self.steps.pop()

        def undone(undo: CaseUndo) -> None:
            self._keep(undo.after)
            self.current = undo.case_id
            self._view.show_cases()
            self._view.tell_undone(undo.after)

        self._write(lambda: self.desk.undo(step), undone, self._view.show_failure)

    # --- inside -----------------------------------------------------------------------------------------------

    def _have(self, found: tuple[BoardReading, CaseRules]) -> None:
        board, self.shown.rules = found
        self.shown.cases = {case.id: case for case in board.cases}
        self.shown.closed, self.shown.homes = board.closed, board.homes
        self.shown.team, self.shown.me = board.team, board.me
        self.is_known = True
        self._view.show_cases()
        if self.shown.archived is not None:
            self.unfold_closed()

    def _moved(self, undo: CaseUndo) -> None:
        self._changed(undo)
        self._view.tell_moved(undo.after)

    def _changed(self, undo: CaseUndo, then: Callable[[Case], None] = lambda _: None) -> None:
        if undo.changes_anything:
            self.steps.append(undo)
            del self.steps[:-KEPT_STEPS]
        self._keep(undo.after)
        self._view.show_cases()
        then(undo.after)

    def _keep(self, case: Case) -> None:
        was_open = case.id in self.shown.cases
        if case.is_open:
            self.shown.closed -= 0 if was_open or self.shown.archived is None else 1
            self.shown.cases[case.id] = case
        elif was_open:
            del self.shown.cases[case.id]
            self.shown.closed += 1
        if self.shown.archived is not None:
            others = [one for one in self.shown.archived if one.id != case.id]
            self.shown.archived = others if case.is_open else [case, *others]

    def _write(
        self, write: Callable[[], CaseUndo], done: Callable[[CaseUndo], None], failed: Callable[[Exception], None]
    ) -> None:
        self._underway += 1
        self._writes += 1

        def finish(undo: CaseUndo) -> None:
            self._underway -= 1
            done(undo)
            self._view.tell_written()

        def refuse(error: Exception) -> None:
            self._underway -= 1
            self._view.show_cases()
            failed(error)

        self._writing.submit(write, finish, refuse)
