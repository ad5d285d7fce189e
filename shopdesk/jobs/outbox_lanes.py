"""Lets queued mails leave: one lane for each mailbox that can send, apart from its sync, which may be long at work."""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from shopdesk.domain.errors import Cancelled, ShopdeskError
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox
from shopdesk.jobs.bugs import bug_of
from shopdesk.jobs.control import LaneControl
from shopdesk.jobs.event_writer import EventWriter
from shopdesk.jobs.lane import Lane
from shopdesk.jobs.schedule import Alarm, utc_now
from shopdesk.jobs.shop import EngineShop

LOOK_SECONDS = 60.0
"""The window tells what it queued; this is for what it could not tell."""
_AFTER_TROUBLE = 30.0

_log = logging.getLogger(__name__)


class OutboxLoop:
    """`run` is the one long work of a lane; the other methods may be called from any thread."""

    def __init__(
        self, mailbox: MailboxId, shop: EngineShop, events: EventWriter, now: Callable[[], datetime] = utc_now
    ) -> None:
        self._mailbox = mailbox
        self._shop = shop
        self._events = events
        self._now = now
        self._alarm = Alarm(now)
        self._control = LaneControl(lambda _done, _total: None)

    def send_now(self) -> None:
        """Something was queued, or a person wants another try."""
        self._alarm.ring()

    def cancel(self) -> None:
        """Finish the mail that is being handed over and leave."""
        self._control.cancel()
        self._alarm.ring()

    def run(self) -> None:
        """One pass after the other until `cancel`; raises nothing."""
        while not self._control.is_cancelled:
            self._alarm.reset()
            until = self._pass()
            if not self._control.is_cancelled:
                self._alarm.wait_until(until)

    def _pass(self) -> datetime:
        """Send what is due; returns when to look again."""
        latest = self._now() + timedelta(seconds=LOOK_SECONDS)
        try:
            due = self._shop.outbox.next_due(self._mailbox)
            if due is None or due > self._now():
                return latest if due is None else min(due, latest)
            self._shop.outbox.send_due(self._mailbox, self._control)
            due = self._shop.outbox.next_due(self._mailbox)
            # At least a second, so that nothing that is always due keeps us busy.
            return latest if due is None else min(max(due, self._now() + timedelta(seconds=1)), latest)
        except Cancelled:
            return latest
        except ShopdeskError as error:
            _log.info("sending for mailbox %d waits: %s", self._mailbox, error)
        except Exception as error:  # noqa: BLE001 - a bug must not end sending for ever
            _log.error("unexpected failure while sending for mailbox %d", self._mailbox, exc_info=error)
            self._events.send(bug_of(error))
        return self._now() + timedelta(seconds=_AFTER_TROUBLE)


class OutboxLanes:
    """The lanes of all mailboxes."""

    def __init__(
        self,
        shop: EngineShop,
        events: EventWriter,
        now: Callable[[], datetime] = utc_now,
        last: Callable[[], None] | None = None,
    ) -> None:
        self._shop = shop
        self._events = events
        self._now = now
        self._last = last
        self._guard = threading.Lock()
        self._running: dict[MailboxId, tuple[OutboxLoop, Lane]] = {}
        self._leaving: list[Lane] = []

    def fit(self, mailboxes: Mapping[MailboxId, Mailbox]) -> None:
        """Bring the lanes in line with the mailboxes that can send."""
        sending = {key for key, mailbox in mailboxes.items() if mailbox.smtp is not None}
        with self._guard:
            for key in [key for key in self._running if key not in sending]:
                loop, lane = self._running.pop(key)
                loop.cancel()
                self._leaving.append(lane)
            self._leaving = [lane for lane in self._leaving if not lane.close(0.0, finish=False)]
            for key in sending - self._running.keys():
                loop = OutboxLoop(key, self._shop, self._events, self._now)
                lane = Lane(f"outbox {key}", last=self._last)
                self._running[key] = (loop, lane)
                lane.submit(loop.run)

    def send_now(self, mailbox: MailboxId | None = None) -> None:
        """Look at once what is due, in one mailbox or in all."""
        with self._guard:
            loops = [loop for key, (loop, _) in self._running.items() if mailbox in (None, key)]
        for loop in loops:
            loop.send_now()

    def close(self, timeout: float) -> bool:
        """End all lanes; False when one was stuck for `timeout` seconds."""
        until = time.monotonic() + timeout
        with self._guard:
            lanes = [*(lane for _, lane in self._running.values()), *self._leaving]
            for loop, _ in self._running.values():
                loop.cancel()
            self._running.clear()
        ended = [lane.close(max(until - time.monotonic(), 0.0), finish=False) for lane in lanes]
        return all(ended)
