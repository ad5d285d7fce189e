"""A shop for the engine whose sync does what a test scripts; everything that happens is written down."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from shopdesk.domain.backup import BackupState
from shopdesk.domain.errors import ConnectionLost, ServerRefused
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Health, Mailbox, Security, Server


def mailbox(number: int, **changes: object) -> Mailbox:
    server = Server("mail.shop.example", 993, Security.TLS)
    plain = Mailbox(MailboxId(number), f"desk{number}@shop.example", server, None, f"desk{number}")
    return replace(plain, **changes)


class Diary:
    """What happened, in order; `wait` until something did."""

    def __init__(self) -> None:
        self.entries: list[tuple[object, ...]] = []
        self._changed = threading.Condition()

    def write(self, *entry: object) -> None:
        with self._changed:
            self.entries.append(entry)
            self._changed.notify_all()

    def count(self, *entry: object) -> int:
        return sum(one[: len(entry)] == entry for one in self.entries)

    def wait(self, *entry: object, times: int = 1, seconds: float = 5.0) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: self.count(*entry) >= times, seconds)


@dataclass
class Session:
    """A connection; `news` is what an IDLE hears."""

    diary: Diary
    number: int
    can_idle: bool = True
    news: threading.Event = field(default_factory=threading.Event)
    broken: threading.Event = field(default_factory=threading.Event)
    refuses_idle: bool = False

    def close(self) -> None:
        self.diary.write("close", self.number)


Step = Callable[["ScriptedSync", int, Session, object], None]


def goes_well(sync, number, session, control) -> None:
    """A pass without anything special."""


def raises(error: Exception) -> Step:
    def step(sync, number, session, control):
        raise error

    return step


def never_ends(sync, number, session, control) -> None:
    """A long pass that looks at its control now and then."""
    while True:
        control.report(1, 1000)
        control.stop_if_cancelled()
        time.sleep(0.01)


class ScriptedSync:
    """Fits `SyncService`. `passes[mailbox]` and `connects[mailbox]` hold the scripts; after them all goes well."""

    def __init__(self, diary: Diary) -> None:
        self.diary = diary
        self.passes: dict[int, list[Step]] = defaultdict(list)
        self.connects: dict[int, list[Exception]] = defaultdict(list)
        self.sessions: dict[int, Session] = {}
        self.next_pause: float | None = 30.0
        self.can_idle = True
        self.refuses_idle = False
        self.cannot_note = False

    def connect(self, mailbox):
        self.diary.write("connect", mailbox)
        if self.connects[mailbox]:
            raise self.connects[mailbox].pop(0)
        session = Session(self.diary, mailbox, self.can_idle, refuses_idle=self.refuses_idle)
        self.sessions[mailbox] = session
        return session

    def note_start(self, mailbox):
        self.diary.write("start", mailbox)

    def sync(self, mailbox, session, control, *, gentle=False):
        self.diary.write("sync", mailbox, gentle)
        script = self.passes[mailbox]
        (script.pop(0) if script else goes_well)(self, mailbox, session, control)

    def watch(self, mailbox, session, seconds, stop):
        self.diary.write("watch", mailbox, seconds)
        if session.refuses_idle:
            raise ServerRefused("mail.shop.example", "BAD what is IDLE?")
        until = time.monotonic() + seconds
        while time.monotonic() < until and not stop():
            if session.news.wait(0.01):
                session.news.clear()
                return True
            if session.broken.is_set():
                raise ConnectionLost("mail.shop.example", "reset by peer")
        return False

    def note_success(self, mailbox, next_try):
        self.diary.write("success", mailbox)

    def note_failure(self, mailbox, error):
        self.diary.write("failure", mailbox, type(error).__name__)
        if self.cannot_note:
            raise OSError("disk full")
        return None if self.next_pause is None else datetime.now(UTC) + timedelta(seconds=self.next_pause)

    def retry_set_aside(self, control, *, only_older_readers=False, only=None):
        self.diary.write("retry", "older readers" if only_older_readers else "all" if only is None else only)
        return 0


class Mailboxes:
    def __init__(self, *numbers: int) -> None:
        self.known = [mailbox(number) for number in numbers]
        self.states: list[Health] = []

    def all(self):
        return list(self.known)

    def health(self):
        return self.states or [Health(one) for one in self.known]


class Conversations:
    def __init__(self, diary: Diary) -> None:
        self.diary = diary
        self.trouble: list[Exception] = []

    def wake_due(self):
        self.diary.write("wake")
        if self.trouble:
            raise self.trouble.pop(0)
        return 0


class Targets:
    def keep_up(self):
        return 0


class Topics:
    def reread(self, control, at_most=None):
        return 0


class Rereading:
    def __init__(self, diary: Diary) -> None:
        self.diary = diary

    def renew(self, control, at_most=None):
        self.diary.write("renew", at_most)
        return 0


class Promises:
    def expire(self):
        return 0


class Day:
    def __init__(self, diary: Diary) -> None:
        self.diary = diary

    def keep_up(self):
        self.diary.write("day")
        return ()


class OrderFolder:
    def __init__(self, diary: Diary) -> None:
        self.diary = diary

    def look(self, control):
        self.diary.write("orders")
        return ()


class Backups:
    def __init__(self, diary: Diary) -> None:
        self.diary = diary
        self.due = False
        self.last = None
        self.trouble: list[Exception] = []
        self.lasts = False

    def is_due(self):
        return self.due

    def state(self):
        return BackupState("/drive", self.last)

    def make(self, control):
        self.diary.write("backup")
        while self.lasts:
            control.stop_if_cancelled()
            time.sleep(0.005)
        self.due = bool(self.trouble)
        if self.trouble:
            raise self.trouble.pop(0)


class ScriptedShop:
    def __init__(self, *numbers: int) -> None:
        self.diary = Diary()
        self.sync = ScriptedSync(self.diary)
        self.mailboxes = Mailboxes(*numbers)
        self.conversations = Conversations(self.diary)
        self.targets = Targets()
        self.topics = Topics()
        self.rereading = Rereading(self.diary)
        self.promises = Promises()
        self.day = Day(self.diary)
        self.order_folder = OrderFolder(self.diary)
        self.backups = Backups(self.diary)
