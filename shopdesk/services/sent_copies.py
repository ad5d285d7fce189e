"""The copy of a sent mail: exactly one in Sent, the answered mail marked; and mails whose fate is unknown."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from shopdesk.domain.changes import Changes
from shopdesk.domain.control import Control
from shopdesk.domain.errors import FolderGone, ServerProblem, ServerRefused, ShopdeskError
from shopdesk.domain.ids import MessageId
from shopdesk.domain.mailbox import Folder, FolderRole, Mailbox
from shopdesk.domain.outbox import FilesSent, OutboxItem, OutboxState, pause_before_look, pause_before_retry
from shopdesk.services.ports import Clock, ReadMail, Store, Work
from shopdesk.services.sending_ports import SentSession, SentSource
from shopdesk.services.sign_ins import SignIns

_log = logging.getLogger(__name__)

_PATIENCE = {FilesSent.NEVER: 0, FilesSent.MAYBE: 1, FilesSent.ALWAYS: 3}
"""How often we look once more for the copy that a provider makes, or may make, before we make one."""
_MOST_TRIES = 8
"""After so many failures to file a copy it is left: the mail was sent, and is on the desk."""


class SentCopies:
    """Called by the one who sends, for one mailbox at a time."""

    def __init__(self, store: Store, clock: Clock, sign_ins: SignIns, source: SentSource, read: ReadMail) -> None:
        self._store = store
        self._clock = clock
        self._sign_ins = sign_ins
        self._source = source
        self._read = read

    def look_after(self, mailbox: Mailbox, control: Control, *, all_waiting: bool = False) -> None:
        """File what was sent, find out about what is unknown. Failures are written down with each mail."""
        now = self._clock.now()
        with self._store.reading() as work:
            items = work.outbox.items([OutboxState.UNKNOWN, OutboxState.SENT], mailbox.id)
        due = [one for one in items if one.next_try is not None and (all_waiting or one.next_try <= now)]
        if not due:
            return
        try:
            session = self._source.open(mailbox, self._sign_ins.credential(mailbox))
        except ShopdeskError as problem:
            self._later(due, problem)
            return
        try:
            for item in due:
                control.stop_if_cancelled()
                self._guarded(item, session)
        finally:
            session.close()

    def _guarded(self, item: OutboxItem, session: SentSession) -> None:
        try:
            folders = self._folders(item)
            if item.state is OutboxState.UNKNOWN:
                self._look(item, session, folders)
            else:
                self._file(item, session, folders)
        except ServerProblem as problem:
            self._later([item], problem)

    def _folders(self, item: OutboxItem) -> Sequence[Folder]:
        """Where copies lie: Sent first, then the folder of all mail that Gmail has."""
        with self._store.reading() as work:
            known = work.folders.of_mailbox(item.mailbox_id)
        roles = (FolderRole.SENT, FolderRole.ALL)
        return [one for role in roles for one in known if one.role is role and one.selectable]

    def file(self, work: Work, item: OutboxItem, raw: bytes, at: datetime) -> None:
        """What left becomes a message of its conversation; nothing when it is one already."""
        from shopdesk.services.sent_filing import file_sent  # the window asks what is under way, and files nothing

        file_sent(work, item, raw, at, self._read)

    # --- did it leave? -----------------------------------------------------------------------------------------

    def _look(self, item: OutboxItem, session: SentSession, folders: Sequence[Folder]) -> None:
        now, looks = self._clock.now(), item.looks + 1
        if _is_there(item, session, folders):
            with self._store.writing() as work:
                if work.outbox.move(item.id, [OutboxState.UNKNOWN], OutboxState.SENT, now):
                    self.file(work, item, work.outbox.raw(item.id), now)
                    work.outbox.note(replace(_at_peace(item), looks=0, next_try=now))
                    work.touched(_changed(item))
            return
        pause = pause_before_look(looks)
        with self._store.writing() as work:
            if pause is None and session.files_sent is FilesSent.ALWAYS and folders:
                # Such a provider would show it by now: it did not leave. Sent again only by a person all the same.
                work.outbox.move(item.id, [OutboxState.UNKNOWN], OutboxState.REFUSED, now)
            work.outbox.note(replace(item, looks=looks, next_try=None if pause is None else now + pause))
            work.touched(_changed(item))

    # --- its copy ----------------------------------------------------------------------------------------------

    def _file(self, item: OutboxItem, session: SentSession, folders: Sequence[Folder]) -> None:
        now, looks = self._clock.now(), item.looks + 1
        if not folders and looks < _MOST_TRIES:  # the first sync, which lists them, is still to come
            self._note(replace(item, looks=looks, next_try=now + pause_before_retry(looks)))
            return
        if not _is_there(item, session, folders):
            if looks <= _PATIENCE[session.files_sent]:
                self._note(replace(item, looks=looks, next_try=now + timedelta(seconds=5)))
                return
            sent = next((one for one in folders if one.role is FolderRole.SENT), None)
            if sent is not None:
                with self._store.reading() as work:
                    raw = work.outbox.raw(item.id)
                self._note(replace(item, looks=looks, next_try=now + pause_before_retry(looks)))  # if we die in here
                session.file_copy(sent.name, raw, item.sent_at or now)
        if item.answers is not None and not item.answered:
            self._mark_answered(item.answers, session)
        self._done(replace(item, answered=True))

    def _mark_answered(self, message: MessageId, session: SentSession) -> None:
        """A courtesy to other mail programs: a refusal changes nothing."""
        with self._store.reading() as work:
            places = work.mails.places_of(message)
        for folder, uid in places:
            try:
                session.mark_answered(folder.name, folder.cursor.uidvalidity, uid)
            except (ServerRefused, FolderGone) as refused:
                _log.info("the answered mail was not marked in %r: %s", folder.name, refused.detail)

    def _done(self, item: OutboxItem) -> None:
        with self._store.writing() as work:
            # Again, for whom a full disk or a kill kept from it right after sending; a known mail is left as it is.
            self.file(work, item, work.outbox.raw(item.id), item.sent_at or self._clock.now())
            work.outbox.note(replace(_at_peace(item), next_try=None))
            work.outbox.move(item.id, [OutboxState.SENT], OutboxState.FILED, self._clock.now())
            text, _ = work.outbox.memories(item.id)
            if text:
                work.drafts.remove_files([file.id for file in work.drafts.read_back(text).files])
            if not item.refused:  # else somebody may still get it
                work.outbox.forget_bytes(item.id)
            work.touched(_changed(item))

    def _later(self, items: Sequence[OutboxItem], problem: ShopdeskError) -> None:
        """It was sent (or is unknown) all the same; only its copy waits."""
        now = self._clock.now()
        for item in items:
            tries = item.looks + 1
            again = now + pause_before_retry(tries) if tries < _MOST_TRIES else None
            detail = problem.detail if isinstance(problem, ServerProblem) else str(problem)
            host = problem.host if isinstance(problem, ServerProblem) else ""
            name = type(problem).__name__
            looks = item.looks if item.state is OutboxState.UNKNOWN else tries
            self._note(
                replace(item, looks=looks, next_try=again, problem=name, problem_host=host, problem_detail=detail)
            )

    def _note(self, item: OutboxItem) -> None:
        with self._store.writing() as work:
            work.outbox.note(item)
            work.touched(_changed(item))


def _is_there(item: OutboxItem, session: SentSession, folders: Sequence[Folder]) -> bool:
    return any(session.copies_of(folder.name, item.message_id) for folder in folders)


def _at_peace(item: OutboxItem) -> OutboxItem:
    return replace(item, problem="", problem_host="", problem_detail="")


def _changed(item: OutboxItem) -> Changes:
    named = frozenset({item.conversation_id}) if item.conversation_id is not None else frozenset()
    return Changes(conversations=named, outbox=True)
