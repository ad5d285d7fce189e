"""The daily backup in a lane of its own: begun when one is due and nothing more urgent is under way."""

import logging
import time
from collections.abc import Callable

from shopdesk.domain.backup import BackupAge
from shopdesk.domain.errors import BackupUnderway, Cancelled, ShopdeskError
from shopdesk.domain.mailbox import MailboxState
from shopdesk.jobs.bugs import bug_of
from shopdesk.jobs.control import LaneControl
from shopdesk.jobs.event_writer import EventWriter
from shopdesk.jobs.lane import Lane
from shopdesk.jobs.schedule import utc_now
from shopdesk.jobs.shop import EngineShop

PATIENCE = 3600.0
"""So many seconds a backup that is far too old waits for a first import, which may take hours, or never end."""

_log = logging.getLogger(__name__)


class DailyBackup:
    """`look` is one of the chores; `cancel` and `close` may be called from any thread.

    How a backup went is written on the desk, where the window reads it: here it is only made.
    """

    def __init__(
        self, shop: EngineShop, events: EventWriter, settle: float, last: Callable[[], None] | None = None
    ) -> None:
        """In: `settle` is how many seconds the start of the window, and its first syncs, are left alone."""
        self._shop = shop
        self._events = events
        self._settle = settle
        self._last = last
        self._began = time.monotonic()
        self._lane: Lane | None = None
        self._control = LaneControl(lambda _done, _total: None)

    def look(self) -> None:
        """Begin a backup if one is due; returns at once."""
        if self._awake < self._settle or (self._lane is not None and not self._lane.wait_idle(0)):
            return
        if not self._control.is_cancelled and self._shop.backups.is_due() and self._is_quiet():
            if self._lane is None:
                self._lane = Lane("backup", last=self._last)
            self._lane.submit(self._make)

    def cancel(self) -> None:
        """Stop at the next step; what was there stays."""
        self._control.cancel()

    def close(self, timeout: float) -> bool:
        """End the lane; False when it did not end within `timeout` seconds."""
        self.cancel()
        return self._lane is None or self._lane.close(timeout, finish=False)

    @property
    def _awake(self) -> float:
        return time.monotonic() - self._began

    def _is_quiet(self) -> bool:
        if not any(one.state is MailboxState.IMPORTING for one in self._shop.mailboxes.health()):
            return True
        standing = self._shop.backups.state().standing(utc_now())
        return standing is not BackupAge.FRESH and self._awake > PATIENCE

    def _make(self) -> None:
        try:
            self._shop.backups.make(self._control)
        except (Cancelled, BackupUnderway):
            return
        except ShopdeskError as error:
            _log.warning("the backup failed and comes again: %s", error)
        except Exception as error:  # noqa: BLE001 - a bug in the backup must not end the engine
            _log.error("unexpected failure in the backup", exc_info=error)
            self._events.send(bug_of(error))
