"""One signed-in IMAP connection: folders, what changed, mails, flags, waiting for news."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime

from shopdesk.domain.connection import FolderNews
from shopdesk.domain.errors import ConnectionLost, FolderGone, ServerProblem, ServerRefused
from shopdesk.domain.mailbox import Cursor, ServerFolder
from shopdesk.domain.message import Fetched
from shopdesk.domain.outbox import FilesSent
from shopdesk.mail.imap_connection import Answer
from shopdesk.mail.imap_errors import at_the_door, code_of, refusal
from shopdesk.mail.imap_fetch import BEGINNINGS, FLAGS, WHOLE, Item, fetched, flags_of, uid_sets
from shopdesk.mail.imap_folders import encoded, read_list, read_object_ids, server_folders
from shopdesk.mail.imap_line import Line
from shopdesk.mail.imap_select import open_folder
from shopdesk.mail.imap_sent import append, find_copies, mark_answered
from shopdesk.mail.imap_uids import search_uids

GOODBYE_SECONDS = 2.0
_LOOK = 1.0
_MOST_REFUSALS = 20
_EXPUNGED = "EXPUNGEISSUED"
_NEWS = ("EXISTS", "EXPUNGE", "FETCH", "UIDFETCH", "VANISHED")


class ImapSession:
    """Fits `services.ports.MailSession` and `sending_ports.SentSession`.

    Nothing is written to the server but copies of what was sent and the answered mark: folders are examined (selected
    where that alone makes their numbers last), bodies peeked, nothing is ever expunged.
    """

    def __init__(self, line: Line) -> None:
        self._line = line
        self._raw_names: dict[str, bytes] = {}
        self._opened: FolderNews | None = None
        self._closed = False

    @property
    def batch_limit(self) -> int:
        """Most messages that one command may name here."""
        return self._line.quirks.max_batch

    @property
    def can_idle(self) -> bool:
        """True when the server tells news by itself."""
        return "IDLE" in self._line.capabilities

    @property
    def tls_version(self) -> str:
        """How the line is protected, such as `TLS 1.3`; empty without TLS."""
        version = getattr(self._line.wire.door, "version", lambda: None)()
        return str(version or "").replace("TLSv", "TLS ")

    @property
    def commands(self) -> int:
        """Commands sent so far, each of them a round trip."""
        return self._line.client.engine.commands

    def folders(self) -> Sequence[ServerFolder]:
        """All folders with their roles; raises `ServerRefused`."""
        with self._care():
            answer = self._list()
            listing = read_list(answer.untagged.get("LIST", []) + answer.untagged.get("XLIST", []))
            self._raw_names = {listed.name: listed.raw for listed in listing}
            object_ids = read_object_ids(answer.untagged.get("STATUS", []))
            return server_folders(listing, object_ids, self._line.quirks.not_mail)

    def open_folder(self, name: str, known: Cursor) -> FolderNews:
        """Look into a folder, with CONDSTORE or QRESYNC where the server has it; raises `FolderGone`."""
        with self._care():
            self._opened = None
            self._opened = open_folder(self._line, self._raw_names.get(name, encoded(name)), known)
            return self._opened

    def uids(self, first: int = 1, since: date | None = None) -> Sequence[int]:
        """UIDs of the open folder from `first` on, ascending, at most the horizon old (by INTERNALDATE)."""
        with self._care():
            return search_uids(self._line, max(first, 1), since, self._opened.uidnext if self._opened else 0)

    def beginnings(self, uids: Sequence[int]) -> Sequence[Fetched]:
        """The first 32 KiB of each mail, newest command's order; expunged ones are missing."""
        with self._care():
            return fetched(self._fetch(uids, BEGINNINGS), uids, self._line.now(), partial=True)

    def whole(self, uids: Sequence[int]) -> Sequence[Fetched]:
        """All bytes of each mail; expunged ones are missing."""
        with self._care():
            return fetched(self._fetch(uids, WHOLE), uids, self._line.now(), partial=False)

    def flags(self, uids: Sequence[int]) -> Mapping[int, frozenset[str]]:
        """Flags of the UIDs that exist."""
        wanted = set(uids)
        with self._care():
            found = flags_of(self._fetch(uids, FLAGS))
        return {uid: flags for uid, flags in found.items() if uid in wanted}

    def wait_for_news(self, seconds: float, stop: Callable[[], bool]) -> bool:
        """IDLE in the open folder: True when something happened, False after `seconds` or when `stop()` is true.

        A server ends an IDLE after 30 minutes, so `seconds` stays below 29 × 60. Raises `ServerRefused` without IDLE.
        """
        if not self.can_idle:
            raise ServerRefused(self._line.host, "IDLE is not offered")
        with self._care(), at_the_door(self._line.host):
            engine = self._line.client.engine
            happened = engine.news or self._idle(time.monotonic() + seconds, stop)
            engine.news = False
            return happened

    @property
    def files_sent(self) -> FilesSent:
        """Whether the provider puts a copy into Sent by itself."""
        return self._line.quirks.files_sent

    def copies_of(self, folder: str, message_id: str) -> Sequence[int]:
        """UIDs of the mails of a folder with exactly this Message-ID; raises `FolderGone`."""
        news = self.open_folder(folder, Cursor())
        with self._care():
            return find_copies(self._line, message_id, news.uidnext, self._fetch)

    def file_copy(self, folder: str, raw: bytes, at: datetime) -> None:
        """Put a mail into a folder, as read; raises `ServerRefused`, `FolderGone`."""
        with self._care():
            append(self._line, self._raw_names.get(folder, encoded(folder)), raw, at)

    def mark_answered(self, folder: str, uidvalidity: int, uid: int) -> None:
        """Set \\Answered, unless the folder is another one now; raises `ServerRefused`, `FolderGone`."""
        with self._care():
            self._opened = None
            mark_answered(self._line, self._raw_names.get(folder, encoded(folder)), uidvalidity, uid)

    def close(self) -> None:
        """Sign out politely and close; never raises."""
        if self._closed:
            return
        self._closed = True
        with suppress(Exception):  # whatever happens to a farewell does not matter any more
            self._line.wire.set_timeout(GOODBYE_SECONDS)
            self._line.client.logout()
        self._line.wire.close()

    # -- inside

    @contextmanager
    def _care(self) -> Iterator[None]:
        """After anything but a plain refusal the connection is of no use: its state is not known any more."""
        if self._closed:
            raise ConnectionLost(self._line.host, "the connection is closed")
        try:
            with at_the_door(self._line.host):
                yield
        except (ServerRefused, FolderGone):
            raise
        except ServerProblem:
            self._closed = True
            self._line.wire.close()
            raise

    def _list(self) -> Answer:
        abilities = self._line.capabilities
        wishes = [b"SPECIAL-USE"] if "SPECIAL-USE" in abilities else []
        if {"LIST-STATUS", "OBJECTID"} <= abilities:
            wishes.append(b"STATUS (MAILBOXID)")
        if "LIST-EXTENDED" in abilities and wishes:
            answer = self._line.run(b'LIST "" "*" RETURN (%s)' % b" ".join(wishes))
            if answer.ok:
                return answer
        if "XLIST" in abilities and "SPECIAL-USE" not in abilities:
            answer = self._line.run(b'XLIST "" "*"')
            if answer.ok and answer.untagged.get("XLIST"):
                return answer
        return self._line.must(b'LIST "" "*"')

    def _fetch(self, uids: Sequence[int], what: bytes) -> dict[int, Item]:
        """Fetch in batches; one message that the server cannot hand over does not keep back the others."""
        found: dict[int, Item] = {}
        waiting = [batch for batch, _ in uid_sets(uids, self.batch_limit)][::-1]
        refusals = 0
        while waiting:
            batch = waiting.pop()
            answer = self._line.run(b"UID FETCH", next(uid_sets(batch, self.batch_limit))[1], what)
            items = self._line.items(answer)
            found.update(items)
            if answer.ok or code_of(answer.text) == _EXPUNGED or any(uid in items for uid in batch):
                continue
            problem = refusal(self._line.host, answer.text)
            refusals += 1
            if not isinstance(problem, ServerRefused) or code_of(answer.text) or refusals > _MOST_REFUSALS:
                raise problem
            if len(batch) > 1:
                middle = len(batch) // 2
                waiting += [batch[middle:], batch[:middle]]
        return found

    def _idle(self, end: float, stop: Callable[[], bool]) -> bool:
        engine = self._line.client.engine
        tag = engine.begin_idle()
        if tag is None:
            raise ServerRefused(self._line.host, "IDLE was refused")
        happened = False
        while not happened:
            rest = end - time.monotonic()
            if rest <= 0 or stop():
                break
            if self._line.wire.wait(min(rest, _LOOK)):
                engine.next_news()
                happened = any(kind in engine.untagged_responses for kind in _NEWS)
        answer = engine.end_idle(tag)
        return happened or any(kind in answer.untagged for kind in _NEWS)
