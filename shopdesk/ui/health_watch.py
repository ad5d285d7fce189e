"""Knows how the mailboxes fare: listens to the engine, looks at the mailboxes in a lane, raises the alarm."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from shopdesk.domain.errors import ShopdeskError
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Health
from shopdesk.domain.progress import Estimate
from shopdesk.domain.silence import SilenceWatch
from shopdesk.jobs.lane import WorkLane
from shopdesk.jobs.link import Progress, SyncNow
from shopdesk.ui.desk import Desk, Now
from shopdesk.ui.engine_link import EngineLink, EngineState
from shopdesk.ui.health.presenter import Board, Running, board_of, is_offline
from shopdesk.ui.health_line import foot_facts

LOOK_AGAIN_MS = 60_000

_log = logging.getLogger(__name__)


class HealthWatch(QObject):
    """Says what foot, panel and alarm show whenever that may have changed."""

    facts_changed = Signal(object)
    """`FootFacts`."""
    board_changed = Signal(object)
    """`Board`."""
    silent_changed = Signal(object)
    """A sequence of `Silence`: mailboxes from which nothing came for half an hour; empty when all is well again."""
    connected_changed = Signal(bool)
    """Whether any mailbox is connected."""

    def __init__(self, desk: Desk, lane: WorkLane, now: Now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self._now = now
        self._health: Sequence[Health] = ()
        self._passes: dict[MailboxId, Estimate] = {}
        self._busy: set[MailboxId] = set()
        self._silence = SilenceWatch()
        self._silent = False
        self._link: EngineLink | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._timer.timeout.connect(self.look)

    @property
    def board(self) -> Board:
        """How everything is now."""
        running = {key: Running(one.done, one.total, one.left) for key, one in self._passes.items() if one.is_running}
        down = self._link is not None and self._link.current is EngineState.DOWN
        return board_of(self._health, running, engine_down=down, restart_at=self._restart_at() if down else None)

    def listen(self, link: EngineLink) -> None:
        """Follow an engine from now on."""
        self._link = link
        link.progress.connect(self._progressed)
        link.sync_finished.connect(self._passed)
        link.problem.connect(self._passed)
        link.state.connect(self._engine_changed)

    def look(self) -> None:
        """Ask how the mailboxes fare, in the lane: the first time it imports a lot."""
        self._timer.start()
        self._lane.submit(self._asked, self._took, self._failed)

    def tell(self) -> None:
        """Say the present state (again, since minutes pass)."""
        board = self.board
        self.facts_changed.emit(foot_facts(board))
        self.board_changed.emit(board)

    def tick(self) -> None:
        """Half a minute went by: say it again, and see whether a mailbox is silent for too long."""
        self._listen_for_silence()
        self.tell()

    def dismiss_alarm(self) -> None:
        """A person has seen it."""
        self._silence.dismiss()
        self._tell_silent(())

    def nudge(self) -> None:
        """The network may be back: try those without a connection at once, and nobody who has to wait."""
        if self._link is None:
            return
        for one in self._health:
            if is_offline(one) and not one.mailbox.paused:
                self._link.send(SyncNow(one.mailbox.id))

    # --- inside -----------------------------------------------------------------------------------------------

    def _listen_for_silence(self) -> None:
        busy, self._busy = self._busy, set()
        self._tell_silent(self._silence.look(self._health, busy, self._now()))
        if self._silence.has_slept:
            self.nudge()
            self.look()

    def _tell_silent(self, found: Sequence[object]) -> None:
        if found or self._silent:
            self._silent = bool(found)
            self.silent_changed.emit(found)

    def _restart_at(self) -> datetime | None:
        seconds = None if self._link is None else self._link.restart_in
        return None if seconds is None else self._now() + timedelta(seconds=seconds)

    def _asked(self) -> Sequence[Health]:
        return self._desk.mailboxes.health()

    def _took(self, health: Sequence[Health]) -> None:
        self._health = health
        self.connected_changed.emit(bool(health))
        self.tell()
        if self._silent:
            self._listen_for_silence()

    def _failed(self, error: Exception) -> None:
        """The next look comes in a minute."""
        if isinstance(error, ShopdeskError):
            _log.info("the mailboxes' health could not be read: %s", error)
        else:
            _log.error("the mailboxes' health could not be read", exc_info=error)

    def _progressed(self, progress: Progress) -> None:
        estimate = self._passes.setdefault(progress.mailbox, Estimate())
        if progress.done != estimate.done:
            self._busy.add(progress.mailbox)
        estimate.note(progress.done, progress.total, self._now())
        self.tell()

    def _passed(self, event: object) -> None:
        self._passes.pop(getattr(event, "mailbox", MailboxId(0)), None)
        self.look()

    def _engine_changed(self, state: EngineState) -> None:
        if state is not EngineState.RUNNING:
            self._passes.clear()
        self.tell()
