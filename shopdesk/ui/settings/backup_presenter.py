"""Backups in the settings: what is shown of them, and what a person does about them. Without Qt."""

from collections.abc import Callable
from typing import Protocol

from shopdesk.domain.backup import BackupState
from shopdesk.domain.control import SimpleControl
from shopdesk.domain.errors import Cancelled
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.backup_desk import BackupDesk
from shopdesk.ui.overriding import override

STEPS = 100
"""So often at most the screen is told how far a backup is."""


class BackupView(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: BackupState) -> None: ...
    def show_progress(self, done: int, total: int) -> None:
        """Bytes; `total` 0: not known yet."""

    def show_running(self, *, running: bool) -> None: ...
    def show_stopped(self) -> None:
        """The person cancelled."""

    def show_failure(self, error: Exception) -> None: ...


class BackupPresenter:
    """One for a page; `cancel` may be called at any time."""

    def __init__(
        self,
        desk: BackupDesk,
        lanes: tuple[WorkLane, WorkLane],
        post: Callable[[Callable[[], None]], None],
        view: BackupView,
    ) -> None:
        """In: the lanes for reading and for what takes long; `post` runs a call in the screen's thread."""
        self._desk = desk
        self._reading, self._slow = lanes
        self._post = post
        self._view = view
        self._control: SimpleControl | None = None

    @property
    def is_running(self) -> bool:
        """Whether a backup is under way here."""
        return self._control is not None

    def look(self) -> None:
        """Show how it fares now."""
        self._reading.submit(self._desk.state, self._view.show_state, self._view.show_failure)

    def choose(self, folder: str) -> None:
        """Let backups go into a folder, and make the first one."""
        self._slow.submit(lambda: self._desk.choose(folder), self._chosen, self._view.show_failure)

    def stop(self) -> None:
        """Make none any more."""
        self._slow.submit(self._desk.stop, lambda _: self.look(), self._view.show_failure)

    def make(self) -> None:
        """Make one now."""
        if self._control is not None:
            return
        self._control = control = _Told(self._tell)
        self._view.show_running(running=True)
        self._slow.submit(lambda: self._desk.make(control), lambda _: self._ended(None), self._ended)

    def cancel(self) -> None:
        """Stop the one that is under way: what was there stays."""
        if self._control is not None:
            self._control.cancel()

    # --- inside -----------------------------------------------------------------------------------------------

    def _chosen(self, state: BackupState) -> None:
        self._view.show_state(state)
        self.make()

    def _tell(self, done: int, total: int) -> None:
        self._post(lambda: self._view.show_progress(done, total))

    def _ended(self, error: Exception | None) -> None:
        self._control = None
        self._view.show_running(running=False)
        self.look()
        if isinstance(error, Cancelled):
            self._view.show_stopped()
        elif error is not None:
            self._view.show_failure(error)


class _Told(SimpleControl):
    """Tells the screen in a hundred steps: the work goes in many more."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        super().__init__()
        self._tell = tell
        self._step = -1

    @override
    def report(self, done: int, total: int) -> None:
        super().report(done, total)
        step = done * STEPS // total if total else 0
        if step != self._step:
            self._step = step
            self._tell(done, total)
