"""One mailbox in the engine: connect, sync, wait for news, sync again, step back after failures."""

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from shopdesk.domain.errors import Cancelled, ConnectionLost, ServerProblem, ServerRefused, ShopdeskError
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox
from shopdesk.jobs.bugs import bug_of
from shopdesk.jobs.control import LaneControl
from shopdesk.jobs.event_writer import EventWriter
from shopdesk.jobs.link import Problem, Progress, SyncFinished, WindowState
from shopdesk.jobs.schedule import Alarm, JumpWatch, Pace, Rhythm, utc_now
from shopdesk.jobs.shop import READ_IN_A_ROUND, EngineShop
from shopdesk.services.ports import MailSession

_log = logging.getLogger(__name__)


class MailboxLoop:
    """`run` is the one long work of a mailbox's lane; the other methods may be called from any thread."""

    def __init__(
        self,
        mailbox: Mailbox,
        shop: EngineShop,
        events: EventWriter,
        window: Callable[[], WindowState],
        rhythm: Rhythm,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self.mailbox = mailbox
        self._shop = shop
        self._events = events
        self._window = window
        self._rhythm = rhythm
        self._now = now
        self._alarm = Alarm(now)
        self._control = LaneControl(self._report)
        self._pace = Pace()
        self._failing = threading.Event()
        self._idle_works = True
        self._quietly_lost: float | None = None
        self._passes = 0
        self._bugs = 0

    # --- from any thread -----------------------------------------------------------------------------

    def sync_now(self) -> None:
        """Begin a pass soon, and one more when one is running: it may have looked already."""
        self._alarm.ring()

    def reconsider(self) -> None:
        """Something about mailboxes or their secrets changed: a mailbox in trouble tries again."""
        if self._failing.is_set():
            self._alarm.ring()

    def cancel(self) -> None:
        """Finish the current transaction and leave."""
        self._control.cancel()
        self._alarm.ring()

    # --- in the lane ---------------------------------------------------------------------------------

    def run(self) -> None:
        """Until `cancel`, or until the mailbox is gone; raises nothing."""
        step = self._wait_after_last_time
        while not self._control.is_cancelled:
            try:
                step()
            except Cancelled:
                break
            except ShopdeskError as error:
                self._failed(error)
            except Exception as error:  # noqa: BLE001 - a bug in one mailbox must not end its sync for ever
                self._broken(error)
            step = self._connected

    def _wait_after_last_time(self) -> None:
        """A mailbox in trouble is not tried at once just because the program was started again."""
        health = [health for health in self._shop.mailboxes.health() if health.mailbox.id == self._id]
        if not health or health[0].failures == 0:
            return
        soon = self._now() + timedelta(seconds=self._rhythm.restart_wait)
        until = health[0].next_try
        self._wait_in_trouble(None if until is None else min(until, soon))

    def _connected(self) -> None:
        """One connection from beginning to end; returns when a new one is wanted."""
        if self._control.cancelled_within(self._pace.delay()):
            raise Cancelled
        self._pace.opened()
        self._shop.sync.note_start(self._id)
        session = self._shop.sync.connect(self._id)
        self._passes = 0
        try:
            self._pass_after_pass(session)
        except ConnectionLost as error:
            if not self._may_reconnect_quietly():
                raise
            _log.info("the connection of mailbox %d was lost and is opened again: %s", self._id, error)
        finally:
            session.close()

    def _pass_after_pass(self, session: MailSession) -> None:
        """Returns when the computer slept, because the connection is stale then."""
        while True:
            self._control.stop_if_cancelled()
            began = time.monotonic()
            last_pass = self._pass(session)
            jump = JumpWatch(self._now)
            pause = self._rhythm.pause(window_open=self._window().open, last_pass=last_pass)
            self._shop.sync.note_success(self._id, self._now() + timedelta(seconds=pause))
            self._events.send(SyncFinished(self._id))
            if self._passes == 1:  # a first import leaves this for later, and the list is shown already
                self._shop.topics.reread(self._control, READ_IN_A_ROUND)
            self._await_news(session, pause, jump)
            if jump.jumped or self._control.cancelled_within(self._rhythm.shortest_gap - (time.monotonic() - began)):
                return

    def _pass(self, session: MailSession) -> float:
        """One pass over everything; returns its seconds."""
        self._alarm.reset()
        self._control.stop_if_cancelled()  # a cancel just before the reset must not get lost
        began = time.monotonic()
        self._shop.sync.sync(self._id, session, self._control, gentle=self._window().open)
        self._passes += 1
        self._bugs = 0
        return time.monotonic() - began

    def _await_news(self, session: MailSession, seconds: float, jump: JumpWatch) -> None:
        """Until news, a wish, or the end of the pause."""
        until = time.monotonic() + seconds
        if self._idle_works and session.can_idle:
            try:
                if self._shop.sync.watch(self._id, session, seconds, lambda: self._alarm.is_rung or jump.jumped):
                    return
            except ServerRefused as error:
                _log.info("mailbox %d polls, its server refused to IDLE: %s", self._id, error)
                self._idle_works = False
        if not jump.jumped:
            self._alarm.wait(until - time.monotonic())
        if self._alarm.is_rung:
            self._control.cancelled_within(self._rhythm.gather)

    def _may_reconnect_quietly(self) -> bool:
        """Connections of hours break; that is no trouble as long as the next one holds."""
        last, moment = self._quietly_lost, time.monotonic()
        if not self._passes or (last is not None and moment - last < self._rhythm.quiet_reconnect):
            return False
        self._quietly_lost = moment
        return True

    # --- when it went wrong --------------------------------------------------------------------------

    def _failed(self, error: ShopdeskError) -> None:
        if self._is_removed():
            return
        _log.info("sync of mailbox %d failed: %s", self._id, error)
        host, detail = (error.host, error.detail) if isinstance(error, ServerProblem) else ("", str(error))
        try:
            next_try = self._shop.sync.note_failure(self._id, error)
        except Exception:  # noqa: BLE001 - a full disk fails here as well, and waiting is all that helps
            _log.warning("the failure of mailbox %d could not be written down", self._id, exc_info=True)
            next_try = self._now() + timedelta(seconds=self._rhythm.first_bug)
        self._events.send(Problem(self._id, type(error).__name__, host, detail))
        self._wait_in_trouble(next_try)

    def _broken(self, error: Exception) -> None:
        if self._is_removed():
            return
        self._bugs += 1
        _log.error("unexpected failure in the sync of mailbox %d", self._id, exc_info=error)
        self._events.send(bug_of(error))
        self._wait_in_trouble(self._now() + timedelta(seconds=self._rhythm.bug_pause(self._bugs)))

    def _wait_in_trouble(self, until: datetime | None) -> None:
        if self._control.is_cancelled:
            return
        self._alarm.reset()
        self._failing.set()
        if not self._control.is_cancelled:  # again, now that the alarm cannot be reset any more
            self._alarm.wait_until(until)
        self._failing.clear()

    def _is_removed(self) -> bool:
        """True when the mailbox was taken away meanwhile; the loop ends then."""
        try:
            known = {mailbox.id for mailbox in self._shop.mailboxes.all()}
        except Exception:  # noqa: BLE001 - the same trouble that failed the pass; only says that we do not know
            return False
        if self._id not in known:
            self._control.cancel()
        return self._control.is_cancelled

    def _report(self, done: int, total: int) -> None:
        self._events.send(Progress(self._id, done, total))

    @property
    def _id(self) -> MailboxId:
        return self.mailbox.id
