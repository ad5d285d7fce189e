"""The engine: the process that does all long work beside the window, and leaves when the window does."""

import logging
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TextIO

from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox
from shopdesk.jobs.chores import Chores
from shopdesk.jobs.daily_backup import DailyBackup
from shopdesk.jobs.event_writer import EventWriter
from shopdesk.jobs.lane import Lane
from shopdesk.jobs.link import (
    Command,
    MailboxesChanged,
    Ready,
    RetrySetAside,
    SendNow,
    Stop,
    SyncNow,
    WindowState,
)
from shopdesk.jobs.mailbox_lane import MailboxLoop
from shopdesk.jobs.outbox_lanes import OutboxLanes
from shopdesk.jobs.priority import lower_priority
from shopdesk.jobs.schedule import Rhythm, utc_now
from shopdesk.jobs.shop import EngineShop
from shopdesk.jobs.wire import LINE_LIMIT, read_command

STOP_SECONDS = 4.0

_log = logging.getLogger(__name__)


class Engine:
    """One lane for each mailbox and one for chores; `handle` takes the window's commands."""

    def __init__(
        self,
        shop: EngineShop,
        events: EventWriter,
        rhythm: Rhythm | None = None,
        now: Callable[[], datetime] = utc_now,
        last: Callable[[], None] | None = None,
    ) -> None:
        self._shop = shop
        self._events = events
        self._rhythm = rhythm or Rhythm()
        self._now = now
        self._last = last
        self._window = WindowState(open=True)
        self._loops: dict[MailboxId, MailboxLoop] = {}
        self._lanes: dict[MailboxId, Lane] = {}
        self._leaving: list[Lane] = []
        self._guard = threading.Lock()
        self._stopping = False
        self._outbox = OutboxLanes(shop, events, now, last)
        self._backup = DailyBackup(shop, events, self._rhythm.backup_after, last)
        self._chores = Chores(shop, events, self._reconcile, self._rhythm.chores, now, self._backup.look)
        self._chores_lane = Lane("chores", last=last)

    def start(self) -> None:
        """Say that we are here and begin to work."""
        self._events.send(Ready(os.getpid()))
        self._chores_lane.submit(self._chores.run)

    def handle(self, command: Command) -> None:
        """Do what the window wants; returns at once. `Stop` is for the caller."""
        match command:
            case SyncNow(mailbox):
                self._sync_now(mailbox)
            case MailboxesChanged():
                with self._guard:
                    for loop in self._loops.values():
                        loop.reconsider()
                self._chores.hurry()
            case RetrySetAside(place):
                self._chores.retry_set_aside(place)
            case SendNow(mailbox):
                self._outbox.send_now(mailbox)
            case WindowState():
                self._window = command
            case Stop():
                _log.debug("the window asked to stop")

    def stop(self, timeout: float = STOP_SECONDS) -> bool:
        """Finish current transactions and end all lanes; False when one was stuck for `timeout` seconds."""
        until = time.monotonic() + timeout
        with self._guard:
            self._stopping = True
            lanes = [*self._lanes.values(), *self._leaving, self._chores_lane]
            for loop in self._loops.values():
                loop.cancel()
        self._chores.cancel()
        self._backup.cancel()
        ended = [lane.close(max(until - time.monotonic(), 0.0), finish=False) for lane in lanes]
        ended.append(self._backup.close(max(until - time.monotonic(), 0.0)))
        return all([self._outbox.close(max(until - time.monotonic(), 0.0)), *ended])

    def _sync_now(self, mailbox: MailboxId | None) -> None:
        with self._guard:
            loops = [loop for key, loop in self._loops.items() if mailbox in (None, key)]
        for loop in loops:
            loop.sync_now()
        if mailbox is not None and not loops:
            self._chores.hurry()

    def _reconcile(self) -> None:
        """Bring the lanes in line with the mailboxes that are connected and not paused now."""
        connected = {mailbox.id: mailbox for mailbox in self._shop.mailboxes.all()}
        mailboxes = {key: mailbox for key, mailbox in connected.items() if not mailbox.paused}
        with self._guard:
            if self._stopping:
                return
            self._outbox.fit(connected)
            for key, loop in list(self._loops.items()):
                known = mailboxes.get(key)
                if known is None or known.for_sync != loop.mailbox.for_sync:
                    loop.cancel()
                    del self._loops[key]
            for key, mailbox in mailboxes.items():
                if key not in self._loops:
                    self._begin(mailbox)
            # The lane of a paused mailbox stays: what begins after the pause waits in it for the end of the old pass.
            for key in [key for key in self._lanes if key not in connected]:
                self._leaving.append(self._lanes.pop(key))
            self._leaving = [lane for lane in self._leaving if not lane.close(0.0, finish=False)]

    def _begin(self, mailbox: Mailbox) -> None:
        """A loop for a mailbox; after an edit it waits in the same lane for the end of the old one."""
        loop = MailboxLoop(mailbox, self._shop, self._events, lambda: self._window, self._rhythm, self._now)
        self._loops[mailbox.id] = loop
        if mailbox.id not in self._lanes:
            self._lanes[mailbox.id] = Lane(f"mailbox {mailbox.id}", last=self._last)
        self._lanes[mailbox.id].submit(loop.run)


def run_engine(shop: EngineShop, commands: TextIO, events: EventWriter, last: Callable[[], None] | None = None) -> int:
    """Work until the window says `Stop`, closes the pipe or dies.

    `events` must be the one whose `announce` the shop's store calls; `last` is each thread's last act, such as
    the store's `release`. Out: the exit code 0. When a lane is stuck (in a network call, most likely) the process
    ends here with code 1, because Python would wait for its threads; that loses nothing but the transaction under
    way, just as SIGTERM does, which keeps its usual meaning; SIGINT has none. Called in the main thread.
    """
    # Ctrl-C in a terminal reaches all its processes; it is the window's to end, and that tells us. Heard here, it
    # could come just before the wait for a command, which would then go on.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    lower_priority()
    engine = Engine(shop, events, last=last)
    engine.start()
    for command in read_commands(commands):
        if isinstance(command, Stop):
            break
        engine.handle(command)
    ended = engine.stop()
    events.close(0.5)
    if not ended:
        _log.warning("a lane did not end in time and is left behind")
        logging.shutdown()
        os._exit(1)
    return 0


def read_commands(stream: TextIO) -> Iterator[Command]:
    """Commands until the end of the stream; lines that are none are passed over."""
    try:
        while line := stream.readline(LINE_LIMIT):
            command = read_command(line)
            if command is not None:
                yield command
    except (OSError, ValueError):  # ValueError: closed, or not the encoding
        _log.info("the window's pipe broke off")
