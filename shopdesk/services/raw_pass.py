"""Bring in the raw bytes of every mail of which only the beginning is here."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from time import monotonic

from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import FolderGone, ServerRefused
from shopdesk.domain.filing import UnfinishedPlace
from shopdesk.domain.ids import ConversationId, FolderId, MessageId
from shopdesk.domain.mailbox import Folder
from shopdesk.domain.message import Fetched, Mail, Remainder
from shopdesk.services.ahead import one_ahead, one_behind
from shopdesk.services.erased_again import drop_erased, without_erased
from shopdesk.services.folder_pass import Surroundings, file_arrived, newest_first
from shopdesk.services.letters import renewal_of
from shopdesk.services.ports import Work
from shopdesk.services.reading import Arrived, hashed, read_hashed
from shopdesk.services.settling import News, settle

LEAST_BYTES = 1 << 20
"""What one command may bring on the slowest line."""
MOST_BYTES = 5 << 20
"""The same on the quickest, which bounds the memory; between them what the line brings in a second, since it brings
that again when it breaks."""
UNWRITTEN_BYTES = 32 << 20
"""What is in the archive before the desk is told: few writes, and little to fetch again after a kill."""


@dataclass(frozen=True, slots=True)
class _Finished:
    """A mail whose raw bytes are in the archive, not yet written to the desk."""

    message: MessageId
    uid: int
    sha256: str
    size: int
    reading: Mail | Remainder


@dataclass(frozen=True, slots=True)
class _Batch:
    """Mails that were asked for in one command, with what was read in them."""

    places: Sequence[UnfinishedPlace]
    handed_over: frozenset[int]
    """The UIDs of all that came, of erased ones too."""
    mails: Sequence[Arrived]


class RawPass:
    """Fetches whole mails, newest first, and lets the full reading replace the provisional one."""

    def __init__(self, around: Surroundings, progress: Callable[[int, int], None], between: Callable[[], bool]) -> None:
        """`between` is called after each batch; when it says True the open folder was changed and is opened again."""
        self._around = around
        self._progress = progress
        self._between = between
        self._bytes_a_second = 0.0
        self.finished = 0
        self.missing = 0
        self.set_aside = 0
        self.left_behind = 0
        """Mails of folders that were numbered anew meanwhile: only another pass finds them under their new numbers."""
        self.refused: ServerRefused | None = None
        """What the server said NO to in a folder, while the others were finished."""

    def run(self) -> None:
        """Raises the session's `ServerProblem`s; what is in the archive stays."""
        with self._around.store.reading() as work:
            unfinished = work.mails.unfinished(self._around.mailbox.id)
            by_id = {folder.id: folder for folder in work.folders.of_mailbox(self._around.mailbox.id)}
        self._progress(0, len(unfinished))
        # One visit per folder: a folder switch costs a round trip.
        for folder_id, group in groupby(sorted(unfinished, key=_folder_id), key=_folder_id):
            if folder_id in by_id:
                try:
                    self._finish_folder(by_id[folder_id], list(group))
                except ServerRefused as refused:
                    self.refused = refused

    def _finish_folder(self, folder: Folder, places: Sequence[UnfinishedPlace]) -> None:
        self._not_handed_over: set[int] = set()
        self._unwritten: list[_Finished] = []
        self._is_numbered_anew = False
        asked = 0
        if self._opens(folder):
            try:
                with closing(self._kept(folder, places)) as kept:
                    for batch in kept:
                        asked += len(batch.places)
                        self._finish(folder, batch)
                        self._progress(len(batch.places), 0)
            finally:
                self._write(folder.id)
        if self._is_numbered_anew:
            self.left_behind += len(places) - asked + len(self._not_handed_over)
        elif self._not_handed_over:
            # What was expunged meanwhile is no miss; what is still listed is.
            self.missing += len(self._around.session.flags(sorted(self._not_handed_over)))

    def _kept(self, folder: Folder, places: Sequence[UnfinishedPlace]) -> Generator[_Batch, None, None]:
        """Give each batch once its raw bytes are in the archive: to wait for the disk takes longer than to write."""
        archive = self._around.store.archive

        def keep(batch: _Batch) -> None:
            archive.add_packed([(a.sha256, a.packed) for a in batch.mails])

        with closing(self._ahead(folder, places)) as ahead:
            yield from one_behind(self._around.beside, ahead, keep)

    def _ahead(self, folder: Folder, places: Sequence[UnfinishedPlace]) -> Generator[_Batch, None, None]:
        """Yield each batch with its mails, read and newest first.

        One batch is fetched, one hashed and compared with its beginnings, and one packed, and read where there is more
        to read, at the same time: about as much work each.
        """
        beside, pack, readers = self._around.beside, self._around.store.archive.pack, self._around.readers
        provisional = {place.uid: place.provisional for place in places if place.provisional}

        def remainder_of(mail: Fetched) -> Remainder | None:
            known = provisional.get(mail.uid)
            found = self._around.read_remainder(mail.raw) if known else None
            return found if found is not None and found.fingerprint == known else None

        with (
            closing(one_ahead(beside, self._batches(folder, places), self._fetch)) as fetched,
            closing(one_ahead(beside, fetched, lambda got: hashed(newest_first(got[1]), remainder_of))) as ready,
        ):
            read = one_ahead(beside, ready, lambda got: read_hashed(got[1], readers, pack))
            for got, mails in read:
                batch = got[0][0]
                del got  # with the raw bytes, which are packed now
                handed_over = frozenset(a.fetched.uid for a in mails)
                yield _Batch(batch, handed_over, without_erased(self._around.store, folder.id, mails))

    def _batches(self, folder: Folder, places: Sequence[UnfinishedPlace]) -> Iterator[list[UnfinishedPlace]]:
        for batch in _by_bytes(places, self._batch_bytes, self._around.session.batch_limit):
            self._around.control.stop_if_cancelled()
            if self._between() and not self._opens(folder):
                return
            yield batch

    def _fetch(self, places: Sequence[UnfinishedPlace]) -> list[Fetched]:
        began = monotonic()
        fetched = self._around.session.whole([place.uid for place in places])
        self._bytes_a_second = sum(len(mail.raw) for mail in fetched) / max(monotonic() - began, 0.001)
        return [mail for mail in fetched if mail.whole]

    def _batch_bytes(self) -> float:
        return min(MOST_BYTES, max(LEAST_BYTES, self._bytes_a_second))

    def _opens(self, folder: Folder) -> bool:
        """False when the folder is gone or was numbered anew since it was looked into: the next pass sees to it."""
        try:
            news = self._around.session.open_folder(folder.name, folder.cursor)
        except FolderGone:
            return False
        self._is_numbered_anew = news.uidvalidity != folder.cursor.uidvalidity
        return not self._is_numbered_anew

    def _finish(self, folder: Folder, batch: _Batch) -> None:
        mails = batch.mails
        messages = {place.uid: place.message_id for place in batch.places}
        # A mail whose beginning was too short to be read is new to the desk only now.
        filed = [a for a in mails if messages.get(a.fetched.uid) is None or (a.mail or a.remainder) is None]
        if filed:
            file_arrived(self._around, folder, filed, first_import=False)
        self._unwritten += [
            _Finished(message, a.fetched.uid, a.sha256, a.fetched.size, reading)
            for a in mails
            if (message := messages.get(a.fetched.uid)) is not None and (reading := a.mail or a.remainder) is not None
        ]
        # Whoever watches sees each mail at once.
        if self._around.gentle or sum(one.size for one in self._unwritten) >= UNWRITTEN_BYTES:
            self._write(folder.id)
        self.finished += len(mails)
        self.set_aside += sum(1 for a in mails if a.set_aside)
        self._not_handed_over |= {place.uid for place in batch.places} - batch.handed_over

    def _write(self, folder: FolderId) -> None:
        """Tell the desk what is in the archive, in transactions of the usual length."""
        while self._unwritten:
            some = self._unwritten[: self._around.slice]
            with self._around.store.writing() as work:
                self._renew(work, folder, some)
            del self._unwritten[: len(some)]

    def _renew(self, work: Work, folder: FolderId, some: Sequence[_Finished]) -> None:
        """Let whole mails replace their beginnings, and conversations show what came to light."""
        erased = drop_erased(work, folder, [(one.uid, one.reading.fingerprint, one.sha256) for one in some])
        some = [one for one in some if one.uid not in erased]
        # Copies of one mail in the folder are one message.
        mails = {one.message: one.reading for one in some if isinstance(one.reading, Mail)}
        remainders = {one.message: one.reading for one in some if isinstance(one.reading, Remainder)}
        touched = work.mails.renew_messages([renewal_of(message, mail) for message, mail in mails.items()])
        completed = work.mails.finish_places(folder, [(one.uid, one.sha256, one.size) for one in some], remainders)
        bounced = frozenset(conversation for mail in mails.values() for conversation in _newly_bounced(work, mail))
        settle(work, touched | completed | bounced, self._around.clock.now(), News(bounced))
        work.touched(Changes(conversations=touched | completed | bounced))


def _newly_bounced(work: Work, mail: Mail) -> list[ConversationId]:
    """The conversation of our mail that a delivery report is about, unless its beginning told so already."""
    if mail.bounce is None or not mail.bounce.original_message_id:
        return []
    found = work.mails.mark_bounced(mail.bounce.original_message_id, mail.bounce.reason)
    return [row.id for row in work.conversations.rows([found] if found else []) if not row.bounced]


def _folder_id(place: UnfinishedPlace) -> FolderId:
    return place.folder_id


def _by_bytes(
    places: Sequence[UnfinishedPlace], most: Callable[[], float], limit: int
) -> Iterator[list[UnfinishedPlace]]:
    """Cut into batches that one command may bring; a mail larger than a batch comes alone.

    `most` is asked anew for each batch: how quick the line is shows while its bytes come.
    """
    batch: list[UnfinishedPlace] = []
    size = 0
    for place in places:
        if batch and (size + place.size > most() or len(batch) >= limit):
            yield batch
            batch, size = [], 0
        batch.append(place)
        size += place.size
    if batch:
        yield batch
