"""Keeps the line under the list true: listens to the engine and looks at the mailboxes in a lane."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from shopdesk.domain.mailbox import Health, MailboxState
from shopdesk.jobs.lane import WorkLane
from shopdesk.jobs.link import Progress
from shopdesk.ui.desk import Desk, Now
from shopdesk.ui.engine_link import EngineLink, EngineState
from shopdesk.ui.error_texts import problem_text
from shopdesk.ui.health_line import foot_facts
from shopdesk.ui.inbox.foot import FootFacts, FootKind
from shopdesk.ui.words import translate

LOOK_AGAIN_MS = 60_000
_BAD = {MailboxState.TROUBLE, MailboxState.SIGN_IN_NEEDED}


class HealthWatch(QObject):
    """Says what the foot shows whenever that may have changed."""

    facts_changed = Signal(object)
    """`FootFacts`."""
    connected_changed = Signal(bool)
    """Whether any mailbox is connected."""

    def __init__(self, desk: Desk, lane: WorkLane, now: Now) -> None:
        super().__init__()
        self._desk = desk
        self._lane = lane
        self._now = now
        self._health: Sequence[Health] = ()
        self._progress: dict[int, tuple[int, int]] = {}
        self._engine_down = False
        self._restart: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._timer.timeout.connect(self.look)

    def listen(self, link: EngineLink) -> None:
        """Follow an engine from now on."""
        link.progress.connect(self._progressed)
        link.sync_finished.connect(self._passed)
        link.problem.connect(self._passed)
        link.state.connect(self._engine_changed)
        self._restart = link.restart_now

    def look(self) -> None:
        """Ask how the mailboxes fare, in the lane: the first time it imports a lot."""
        self._timer.start()
        self._lane.submit(self._asked, self._took, lambda _: None)

    def what_is_the_matter(self) -> str:
        """The sentence behind a trouble in the foot; restarts a stopped engine."""
        if self._engine_down and self._restart is not None:
            self._restart()
            return translate("Inbox", "The sync is started again.")
        bad = next((one for one in self._health if one.state in _BAD), None)
        return "" if bad is None else problem_text(bad.problem, bad.problem_host or bad.mailbox.shown)

    def tell(self) -> None:
        """Say the present state (again, since minutes pass)."""
        if self._engine_down:
            words = translate("Inbox", "Sync stopped · Restart")
            self.facts_changed.emit(FootFacts(FootKind.TROUBLE, trouble=words, mailboxes=len(self._health)))
        else:
            self.facts_changed.emit(foot_facts(self._health, self._progress))

    def _asked(self) -> Sequence[Health]:
        return self._desk.mailboxes.health()

    def _took(self, health: Sequence[Health]) -> None:
        self._health = health
        self.connected_changed.emit(bool(health))
        self.tell()

    def _progressed(self, progress: Progress) -> None:
        self._progress[progress.mailbox] = (progress.done, progress.total)
        self.tell()

    def _passed(self, event: object) -> None:
        self._progress.pop(getattr(event, "mailbox", 0), None)
        self.look()

    def _engine_changed(self, state: EngineState) -> None:
        self._engine_down = state is EngineState.DOWN
        if state is not EngineState.RUNNING:
            self._progress.clear()
        self.tell()
