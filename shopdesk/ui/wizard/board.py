"""What the parts of the wizard share: the page as it is, and the one attempt that counts."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from shopdesk.domain.control import SimpleControl
from shopdesk.domain.discovery import Tried
from shopdesk.domain.errors import Cancelled, ShopdeskError
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.wizard.details import details_text
from shopdesk.ui.wizard.entry import Entry
from shopdesk.ui.wizard.state import ConnectView, Shown, Stage
from shopdesk.ui.wizard.troubles import Circumstances, trouble_of

T = TypeVar("T")
Post = Callable[[Callable[[], None]], None]
"""Runs a callable in the screen's thread; may be called from any."""


class Board:
    """One attempt after the other; whatever comes from one that was given up is dropped."""

    def __init__(self, view: ConnectView, network: WorkLane, post: Post) -> None:
        self.view = view
        self.network = network
        self.shown = Shown()
        self.tried: tuple[Tried, ...] = ()
        self._post = post
        self._control = SimpleControl()

    @property
    def entry(self) -> Entry:
        """What was typed and chosen so far."""
        return self.shown.entry

    def show(self, shown: Shown) -> None:
        """The page is so from now on."""
        if shown != self.shown:
            self.shown = shown
            self.view.show_state(shown)

    def change(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of `Shown`
        """Some things on the page are otherwise from now on."""
        self.show(replace(self.shown, **changes))

    def begin_anew(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of `Entry`
        """Something was typed: what was tried before says nothing any more."""
        if self.shown.stage is Stage.TRYING:
            self.give_up()
        entry = replace(self.entry, **changes)
        self.change(
            entry=entry,
            stage=Stage.TYPING,
            ticks=(),
            trouble=None,
            certificate=None,
            is_self_mailing=False,
            self_mail=None,
        )

    def fail(self, failure: ShopdeskError, around: Circumstances, **changes: Any) -> None:  # noqa: ANN401
        """Show a failure, and change what else changes with it."""
        self.change(trouble=trouble_of(failure, around), certificate=None, **changes)

    def give_up(self) -> None:
        """Nobody listens to the present attempt any more; it ends at its next chance."""
        self._control.cancel()
        self._control = SimpleControl()

    @property
    def present(self) -> SimpleControl:
        """The attempt that counts now: for what goes on beside it and ends with it."""
        return self._control

    def attempt(self) -> SimpleControl:
        """Begin an attempt in place of the present one."""
        self.give_up()
        return self._control

    def ask(
        self,
        control: SimpleControl,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ShopdeskError], None],
        lane: WorkLane | None = None,
    ) -> None:
        """Do `work` of an attempt off the screen's thread; its answer is dropped when the attempt was given up."""

        def missed(problem: Exception) -> None:
            if isinstance(problem, Cancelled):
                return
            if isinstance(problem, ShopdeskError):
                failed(problem)
            else:
                self.change(stage=Stage.TYPING)
                self.view.show_bug(problem)

        (lane or self.network).submit(
            work,
            lambda result: self._if_current(control, lambda: done(result)),
            lambda problem: self._if_current(control, lambda: missed(problem)),
        )

    def tell(self, control: SimpleControl, call: Callable[[], None]) -> None:
        """From any thread: do something in the screen's thread, if this attempt still counts then."""
        self._post(lambda: self._if_current(control, call))

    def details(self) -> str:
        """What "Copy details" copies."""
        return details_text(self.entry, self.shown.ticks, self.shown.trouble, self.tried)

    def _if_current(self, control: SimpleControl, call: Callable[[], None]) -> None:
        if control is self._control:
            call()
