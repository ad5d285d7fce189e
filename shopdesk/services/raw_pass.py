"""Bring in the raw bytes of every mail of which only the beginning is here."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import FolderGone
from shopdesk.domain.filing import UnfinishedPlace
from shopdesk.domain.ids import FolderId, MessageId
from shopdesk.domain.mailbox import Folder
from shopdesk.services.ahead import one_ahead
from shopdesk.services.folder_pass import Surroundings, file_arrived
from shopdesk.services.letters import numbers_of
from shopdesk.services.ports import Work
from shopdesk.services.reading import Arrived, arrived

BATCH_BYTES = 8 << 20
"""What one command may bring: bounds the memory, and what a cut connection repeats."""


class RawPass:
    """Fetches whole mails, newest first, and lets the full reading replace the provisional one."""

    def __init__(self, around: Surroundings, progress: Callable[[int, int], None], between: Callable[[], bool]) -> None:
        """`between` is called after each batch; when it says True the open folder was changed and is opened again."""
        self._around = around
        self._progress = progress
        self._between = between
        self.finished = 0
        self.missing = 0
        self.set_aside = 0

    def run(self) -> None:
        """Raises the session's `ServerProblem`s; what is in the archive stays."""
        with self._around.store.reading() as work:
            unfinished = work.mails.unfinished(self._around.mailbox.id)
            by_id = {folder.id: folder for folder in work.folders.of_mailbox(self._around.mailbox.id)}
        self._progress(0, len(unfinished))
        # One visit per folder: a folder switch costs a round trip.
        for folder_id, group in groupby(sorted(unfinished, key=_folder_id), key=_folder_id):
            if folder_id in by_id:
                self._finish_folder(by_id[folder_id], list(group))

    def _finish_folder(self, folder: Folder, places: Sequence[UnfinishedPlace]) -> None:
        self._not_handed_over: set[int] = set()
        if not self._opens(folder):
            return
        for batch, mails in one_ahead(self._around.beside, self._batches(folder, places), self._fetch):
            self._finish(folder, batch, mails)
            self._progress(len(batch), 0)
        if self._not_handed_over:
            # What was expunged meanwhile is no miss; what is still listed is.
            self.missing += len(self._around.session.flags(sorted(self._not_handed_over)))

    def _batches(self, folder: Folder, places: Sequence[UnfinishedPlace]) -> Iterator[list[UnfinishedPlace]]:
        for batch in _by_bytes(places, self._around.session.batch_limit):
            self._around.control.stop_if_cancelled()
            if self._between() and not self._opens(folder):
                return
            yield batch

    def _fetch(self, places: Sequence[UnfinishedPlace]) -> list[Arrived]:
        """Whole mails, read and hashed; all of it can go on beside the filing."""
        fetched = self._around.session.whole([place.uid for place in places])
        return arrived([mail for mail in fetched if mail.whole], self._around.readers)

    def _opens(self, folder: Folder) -> bool:
        """False when the folder is gone or was numbered anew since it was looked into: the next pass sees to it."""
        try:
            news = self._around.session.open_folder(folder.name, folder.cursor)
        except FolderGone:
            return False
        return news.uidvalidity == folder.cursor.uidvalidity

    def _finish(self, folder: Folder, places: Sequence[UnfinishedPlace], mails: Sequence[Arrived]) -> None:
        self._around.store.archive.add([(a.sha256, a.fetched.raw) for a in mails])
        messages = {place.uid: place.message_id for place in places}
        # A mail whose beginning was too short to be read is new to the desk only now.
        filed = [a for a in mails if messages.get(a.fetched.uid) is None or a.mail is None]
        if filed:
            file_arrived(self._around, folder, filed, first_import=False)
        with self._around.store.writing() as work:
            for a in mails:
                message = messages.get(a.fetched.uid)
                if message is not None and a.mail is not None:
                    _renew(work, folder.id, message, a)
        self.finished += len(mails)
        self.set_aside += sum(1 for a in mails if a.set_aside)
        self._not_handed_over |= {p.uid for p in places} - {a.fetched.uid for a in mails}


def _renew(work: Work, folder: FolderId, message: MessageId, whole: Arrived) -> None:
    mail = whole.mail
    if mail is None:
        return
    numbers = numbers_of(mail)
    work.mails.renew_message(message, mail, numbers.orders, numbers.parcels)
    work.mails.finish_place(folder, whole.fetched.uid, whole.sha256, len(whole.fetched.raw))
    conversation = work.conversations.of_message(message)
    if conversation is not None:
        work.touched(Changes(conversations=frozenset({conversation})))


def _folder_id(place: UnfinishedPlace) -> FolderId:
    return place.folder_id


def _by_bytes(places: Sequence[UnfinishedPlace], limit: int) -> Iterator[list[UnfinishedPlace]]:
    """Cut into batches that one command may bring; a mail larger than a batch comes alone."""
    batch: list[UnfinishedPlace] = []
    size = 0
    for place in places:
        if batch and (size + place.size > BATCH_BYTES or len(batch) >= limit):
            yield batch
            batch, size = [], 0
        batch.append(place)
        size += place.size
    if batch:
        yield batch
