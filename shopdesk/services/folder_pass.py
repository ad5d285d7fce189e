"""One look into one folder: what is new, what changed its flags, what is gone."""

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, timedelta

from shopdesk.domain.changes import Changes
from shopdesk.domain.connection import FolderNews
from shopdesk.domain.control import Control
from shopdesk.domain.errors import ServerRefused
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.mailbox import Cursor, Folder, Mailbox
from shopdesk.domain.message import Fetched
from shopdesk.services.ahead import Beside, one_ahead
from shopdesk.services.erased_again import drop_erased, without_erased
from shopdesk.services.filing import file_mails
from shopdesk.services.letters import Circumstances
from shopdesk.services.ports import Clock, MailSession, ReadRemainder, Store, Work
from shopdesk.services.reading import Arrived, Readers, arrived
from shopdesk.services.reads_filed import ReadsFiled
from shopdesk.services.settling import settle

FIRST_BATCH = 50
"""Small, so that the list fills within a few round trips."""
EARLY_BATCH = 100
"""The size of the next ones: while the first screens fill, none waits for mails further down."""
EARLY = 600
"""How far down that goes: about the newest 200 conversations."""
BATCH = 200
GENTLE = 15
"""Mails a transaction while a window is open: about 30 ms."""
FLAGS_WHILE_WATCHED = 500
"""Newest mails whose flags are asked for in a pass on a server without CONDSTORE while a window is open."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every part of a pass over one mailbox needs."""

    store: Store
    clock: Clock
    readers: Readers
    mailbox: Mailbox
    session: MailSession
    control: Control
    own_addresses: frozenset[str]
    gentle: bool
    beside: Beside
    read_remainder: ReadRemainder
    topics: ReadsFiled | None = None

    @property
    def slice(self) -> int:
        """Mails a transaction."""
        return GENTLE if self.gentle else BATCH

    def arrived(self, fetched: Sequence[Fetched]) -> list[Arrived]:
        """Mails read, hashed and packed."""
        return arrived(fetched, self.readers, self.store.archive.pack)


class FolderPass:
    """Brings the places of one folder in line with the server; reads only beginnings."""

    def __init__(
        self,
        around: Surroundings,
        folder: Folder,
        progress: Callable[[int, int], None],
        *,
        only_new: bool = False,
    ) -> None:
        """`only_new` leaves what changed or is gone to the next pass."""
        self._around = around
        self._only_new = only_new
        self._folder = folder
        self._progress = progress
        self._first_import = not folder.cursor.caught_up
        self._some_are_erased = True
        self._validity = 0
        self.refused: ServerRefused | None = None
        """What the server said NO to, when that left this folder undone."""
        self.new = 0
        self.set_aside = 0
        self.missing = 0
        self.left: set[ConversationId] = set()
        """Conversations that lost a place; to be settled when all folders were looked into (a mail may have moved)."""

    @property
    def opened(self) -> bool:
        """True once the server let us look into the folder."""
        return self._validity != 0

    def run(self) -> None:
        """Raises the session's `ServerProblem`s; everything written so far stays and the next pass goes on there."""
        news = self._around.session.open_folder(self._folder.name, self._folder.cursor)
        self._validity = news.uidvalidity
        if self._folder.cursor.uidvalidity not in (0, news.uidvalidity):
            if self._only_new:
                return
            self._start_anew()
        cursor = self._folder.cursor
        with self._around.store.reading() as work:
            known = work.mails.known_uids(self._folder.id)
            self._some_are_erased = work.erasing.any_yet()
        new = self._new_uids(news, cursor, set(known))
        if not self._only_new:
            removed = self._removed(news, cursor, known, len(new))
            self._write_news(news, cursor, known, removed)
        handed_over = self._bring(new)
        self.missing = self._still_missing([uid for uid in new if uid not in handed_over])
        self._save_cursor(news, cursor, new)

    # --- what is new -------------------------------------------------------------------------------

    def _horizon(self) -> str:
        days = self._around.mailbox.since_days
        return "" if days is None else str(days)

    def _new_uids(self, news: FolderNews, cursor: Cursor, known: set[int]) -> list[int]:
        """UIDs to fetch, newest first."""
        if cursor.caught_up and cursor.since == self._horizon():
            if news.uidnext and news.uidnext == cursor.uidnext:
                return []
            first, since = cursor.uidnext, None
        elif news.exists == 0:
            return []
        else:
            first, since = 1, self._since()
        return sorted((u for u in self._around.session.uids(first, since) if u not in known), reverse=True)

    def _since(self) -> date | None:
        days = self._around.mailbox.since_days
        return None if days is None else (self._around.clock.now() - timedelta(days=days)).date()

    def _bring(self, uids: Sequence[int]) -> set[int]:
        handed_over: set[int] = set()
        self._progress(0, len(uids))
        if uids:
            self._around.readers.get_ready(len(uids))
        batches = _batches(uids, self._around.session.batch_limit)
        for batch, mails in self._ahead(batches):
            self._around.control.stop_if_cancelled()
            handed_over.update(mail.fetched.uid for mail in mails)
            self._file(mails)
            self._progress(len(batch), 0)
        return handed_over

    def _ahead(self, batches: Iterable[Sequence[int]]) -> Generator[tuple[Sequence[int], list[Arrived]], None, None]:
        """Yield each batch of UIDs with its mails, read and newest first.

        While one is filed, the next is read and the one behind it fetched: a slow line never waits for the readers.
        """
        beside, fetch = self._around.beside, self._around.session.beginnings
        with closing(one_ahead(beside, batches, fetch)) as fetched:
            for (batch, _), mails in one_ahead(beside, fetched, lambda got: self._around.arrived(newest_first(got[1]))):
                yield batch, mails

    def _file(self, mails: Sequence[Arrived]) -> None:
        if self._some_are_erased:  # who is erased from now on is noticed while the mails are written
            mails = without_erased(self._around.store, self._folder.id, mails)
        # The archive first, then the desk: an orphan there is harmless, a missing one is not.
        self._around.store.archive.add_packed([(a.sha256, a.packed) for a in mails if a.sha256])
        for start in range(0, len(mails), self._around.slice):
            self._file_slice(mails[start : start + self._around.slice])

    def _file_slice(self, mails: Sequence[Arrived]) -> None:
        def keep_validity(work: Work) -> None:
            if self._folder.cursor.uidvalidity == 0:
                # Without it the places just written would have no meaning after a kill.
                self._keep(work, replace(self._folder.cursor, uidvalidity=self._validity))

        file_arrived(self._around, self._folder, mails, first_import=self._first_import, along=keep_validity)
        self.new += len(mails)
        self.set_aside += sum(1 for a in mails if a.set_aside)

    def _still_missing(self, uids: Sequence[int]) -> int:
        """How many of the mails that were asked for in vain are still listed, after asking once more one by one."""
        if not uids:
            return 0
        flags = self._around.session.flags(uids)
        listed = [uid for uid in uids if uid in flags]
        handed_over: set[int] = set()
        for uid in listed[:BATCH]:
            mails = self._around.arrived(self._around.session.beginnings([uid]))
            handed_over.update(mail.fetched.uid for mail in mails)
            self._file(mails)
        return sum(1 for uid in listed if uid not in handed_over)

    # --- what changed or is gone -------------------------------------------------------------------

    def _removed(self, news: FolderNews, cursor: Cursor, known: Sequence[int], new: int) -> list[int]:
        if not known:
            return []
        if news.vanished is not None:
            return sorted(set(known).intersection(news.vanished))
        if cursor.caught_up and news.exists == cursor.exists + new:
            return []
        listed = set(self._around.session.uids())
        absent = [uid for uid in known if uid not in listed]
        # Absence is not deletion: servers with a partial view leave out mails that they still have.
        still_there = self._around.session.flags(absent) if absent else {}
        return [uid for uid in absent if uid not in still_there]

    def _write_news(self, news: FolderNews, cursor: Cursor, known: Sequence[int], removed: Sequence[int]) -> None:
        flags = dict(news.flags)
        if not news.flags_complete and known:
            flags |= self._asked_flags(known)
        if not flags and not removed:
            return
        with self._around.store.writing() as work:
            changed = set(work.mails.set_flags(self._folder.id, flags)) if flags else set()
            if removed:
                self.left |= work.mails.remove_places(self._folder.id, removed)
            settle(work, changed, self._around.clock.now())
            if news.modseq and cursor.modseq and cursor.caught_up:
                self._keep(work, replace(self._folder.cursor, modseq=news.modseq, exists=cursor.exists - len(removed)))
            work.touched(Changes(conversations=frozenset(changed | self.left)))

    def _asked_flags(self, known: Sequence[int]) -> dict[int, frozenset[str]]:
        asked = known[-FLAGS_WHILE_WATCHED:] if self._around.gentle else known
        return dict(self._around.session.flags(asked))

    def _start_anew(self) -> None:
        """UIDVALIDITY changed: no number means anything any more; messages are recognised when they come again."""
        with self._around.store.writing() as work:
            self.left |= work.mails.remove_places(self._folder.id, None)
            self._keep(work, Cursor())

    # --- cursor --------------------------------------------------------------------------------------

    def _save_cursor(self, news: FolderNews, cursor: Cursor, new: Sequence[int]) -> None:
        uidnext = max(news.uidnext, cursor.uidnext, max(new, default=0) + 1)
        done = Cursor(
            uidvalidity=news.uidvalidity,
            uidnext=uidnext,
            modseq=cursor.modseq if self._only_new else news.modseq,
            exists=cursor.exists + len(new) if self._only_new else news.exists,
            caught_up=self.missing == 0,
            since=self._horizon(),
        )
        if done != self._folder.cursor:
            with self._around.store.writing() as work:
                self._keep(work, done)

    def _keep(self, work: Work, cursor: Cursor) -> None:
        work.folders.save_cursor(self._folder.id, cursor)
        self._folder = replace(self._folder, cursor=cursor)


def newest_first(mails: Sequence[Fetched]) -> list[Fetched]:
    """By their UIDs."""
    return sorted(mails, key=lambda mail: mail.uid, reverse=True)


def file_arrived(
    around: Surroundings,
    folder: Folder,
    mails: Sequence[Arrived],
    *,
    first_import: bool,
    along: Callable[[Work], None] = lambda work: None,
) -> None:
    """File mails of a folder whose raw bytes are in the archive; `along` is written in the same transaction."""
    at = Circumstances(
        folder, around.own_addresses, around.clock.now(), first_import=first_import, topics=around.topics
    )
    with around.store.writing() as work:
        keys = [(a.fetched.uid, a.mail.fingerprint if a.mail is not None else "", a.sha256) for a in mails]
        erased = drop_erased(work, folder.id, keys)
        file_mails(work, [a for a in mails if a.fetched.uid not in erased], at)
        along(work)


def _batches(uids: Sequence[int], limit: int) -> Iterable[Sequence[int]]:
    """Cut newest-first UIDs into batches: small ones first."""
    start = 0
    while start < len(uids):
        size = min(limit, BATCH if start >= EARLY else EARLY_BATCH if start else FIRST_BATCH)
        yield uids[start : start + size]
        start += size
