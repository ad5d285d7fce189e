"""The orders that need somebody, without Qt: listed by reason, written about, put aside and brought back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from shopdesk.domain.changes import Changes
from shopdesk.domain.ids import OrderId
from shopdesk.domain.order import WritingAbout
from shopdesk.domain.order_watch import Watched, WatchReason, WatchRules
from shopdesk.domain.template import Template
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.order_desk import OrderDesk

KEPT_STEPS = 100


@dataclass(frozen=True, slots=True)
class WatchShown:
    """All that the page shows."""

    found: tuple[Watched, ...] = ()
    templates: Mapping[WatchReason, Template] = field(default_factory=dict)
    """The templates that fit, as far as the library has them."""
    orders: int = 0
    """How many there are in all."""
    rules: WatchRules = field(default_factory=WatchRules)


class WatchView(Protocol):
    """What the presenter shows."""

    def show_watch(self) -> None:
        """The list, or the chosen one in it, changed."""

    def tell_put_aside(self, one: Watched) -> None: ...
    def tell_taken_back(self, one: Watched | None) -> None:
        """An order is listed again; None: the rules are as they were."""

    def tell_rules(self) -> None: ...
    def write(self, about: WritingAbout, template: Template | None) -> None:
        """Open what the customer is written in."""

    def show_failure(self, error: Exception) -> None: ...


class WatchPresenter:
    """Reads in the reading lane; what a person does is shown at once and written in the store lane."""

    def __init__(
        self,
        desk: OrderDesk,
        library: Callable[[], Sequence[Template]],
        lanes: tuple[WorkLane, WorkLane],
        view: WatchView,
    ) -> None:
        """In: `library` is asked for in the reading lane; the lanes of reading and writing."""
        self._desk = desk
        self._library = library
        self._reading, self._writing = lanes
        self._view = view
        self._underway = 0
        self._steps: list[Watched | WatchRules] = []
        self.shown: WatchShown | None = None
        """None until the store said what there is."""
        self.current: Watched | None = None

    # --- looking ----------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Ask the store what there is."""
        self._reading.replace(self._read, self._came, self._view.show_failure)

    def apply(self, changes: Changes) -> None:
        """Something was written."""
        if changes.orders or changes.templates:
            self.look()

    def choose(self, one: Watched | None) -> None:
        """Show this one."""
        self.current = one
        self._view.show_watch()

    def step(self, by: int) -> None:
        """The next or the previous one."""
        found = self.shown.found if self.shown is not None else ()
        if found:
            here = _place(found, self.current)
            self.choose(found[min(max((here if here is not None else -1) + by, 0), len(found) - 1)])

    @property
    def template(self) -> Template | None:
        """The template that fits the chosen one."""
        if self.current is None or self.shown is None:
            return None
        return self.shown.templates.get(self.current.reason)

    # --- what a person does -----------------------------------------------------------------------------------

    def write(self) -> None:
        """Write to the customer of the chosen one."""
        one, template = self.current, self.template
        if one is not None and one.order.email:
            number = one.order.id
            self._reading.submit(
                lambda: self._desk.writing_about(number),
                lambda about: self._view.write(about, template),
                self._view.show_failure,
            )

    def put_aside(self) -> None:
        """Nothing is wrong with the chosen one: it goes, until something about it changes."""
        one, shown = self.current, self.shown
        if one is None or shown is None:
            return
        place = _place(shown.found, one) or 0
        left = tuple(each for each in shown.found if each is not one)
        self.shown = WatchShown(left, shown.templates, shown.orders, shown.rules)
        self.current = left[min(place, len(left) - 1)] if left else None
        self._keep(one)
        self._view.show_watch()
        self._view.tell_put_aside(one)
        self._submit(lambda: self._desk.watching.put_aside([one]), one)

    def set_rules(self, rules: WatchRules) -> None:
        """Look by other rules."""
        if self.shown is None or rules == self.shown.rules:
            return
        self._keep(self.shown.rules)
        self._view.tell_rules()
        self._submit(lambda: self._desk.watching.set_rules(rules), self.shown.rules)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._steps)

    def undo(self) -> None:
        """Take the newest step back."""
        if not self._steps:
            return
        step = self._steps.pop()
        if isinstance(step, Watched):
            self.current = step
            self._view.tell_taken_back(step)
            self._submit(lambda: self._desk.watching.bring_back([step]))
        else:
            self._view.tell_taken_back(None)
            self._submit(lambda: self._desk.watching.set_rules(step))

    # --- inside -----------------------------------------------------------------------------------------------

    def _read(self) -> WatchShown:
        watching = self._desk.watching
        library = self._library()
        templates = {reason: found for reason in WatchReason if (found := _fitting(library, reason)) is not None}
        return WatchShown(tuple(watching.all()), templates, self._desk.count(), watching.rules())

    def _came(self, shown: WatchShown) -> None:
        if self._underway:
            return  # what is written now is on the screen already; it is read again right after
        self.shown = shown
        place = _place(shown.found, self.current)
        self.current = shown.found[place] if place is not None else next(iter(shown.found), None)
        self._view.show_watch()

    def _keep(self, step: Watched | WatchRules) -> None:
        self._steps.append(step)
        del self._steps[:-KEPT_STEPS]

    def _submit(self, write: Callable[[], None], step: Watched | WatchRules | None = None) -> None:
        """Write, then look. In: the step that can be taken back, which a failure takes away."""
        self._underway += 1

        def settled(_: object) -> None:
            self._underway -= 1
            self.look()

        def failed(error: Exception) -> None:
            if step in self._steps:
                self._steps.remove(step)
            if isinstance(step, Watched):
                self.current = step
            settled(None)
            self._view.show_failure(error)

        self._writing.submit(write, settled, failed)


def _place(found: Sequence[Watched], wanted: Watched | None) -> int | None:
    key = _key(wanted)
    return next((place for place, one in enumerate(found) if _key(one) == key), None)


def _key(one: Watched | None) -> tuple[OrderId, WatchReason, str] | None:
    return None if one is None else (one.order.id, one.reason, one.detail)


def _fitting(library: Sequence[Template], reason: WatchReason) -> Template | None:
    """The starter template for a reason, whatever it is called by now; else one that has its key."""
    if not reason.template:
        return None
    of_starter = (one for one in library if one.starter == reason.template)
    of_key = (one for one in library if one.key == reason.template)
    return next(of_starter, None) or next(of_key, None)
