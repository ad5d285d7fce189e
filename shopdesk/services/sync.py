"""Bring the server's mail to the desk: newest first, resumable after any kill, nothing doubled."""

import logging
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from shopdesk.domain.backoff import next_pause, tries_left
from shopdesk.domain.changes import Changes
from shopdesk.domain.control import Control
from shopdesk.domain.errors import FolderGone, ServerProblem, ServerRefused, ShopdeskError, SignInNeeded, SignInRefused
from shopdesk.domain.ids import ConversationId, MailboxId, PlaceId
from shopdesk.domain.mailbox import Cursor, Folder, FolderRole, Health, Mailbox, MailboxState, ServerFolder, SignIn
from shopdesk.domain.message import READER_VERSION, Fetched, SetAsideMail
from shopdesk.services.ahead import Beside
from shopdesk.services.filing import file_mails
from shopdesk.services.folder_pass import FolderPass, Surroundings
from shopdesk.services.letters import Circumstances
from shopdesk.services.own_addresses import own_addresses
from shopdesk.services.ports import Clock, MailSession, MailSource, ReadRemainder, Store
from shopdesk.services.raw_pass import RawPass
from shopdesk.services.reading import Readers, arrived
from shopdesk.services.reads_filed import ReadsFiled
from shopdesk.services.settling import settle
from shopdesk.services.sign_ins import SignIns

_log = logging.getLogger(__name__)

_LOOK_AGAIN = timedelta(seconds=30)
"""How long bytes of old mail may keep a new mail waiting."""
_FIRST = (FolderRole.INBOX, FolderRole.SENT)


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What one pass brought."""

    new: int = 0
    finished: int = 0
    """Mails whose raw bytes came in the second step."""
    set_aside: int = 0
    missing: int = 0
    """Mails that the server lists and does not hand over."""

    def followed_by(self, other: "SyncReport") -> "SyncReport":
        """Both passes together; the second found most mails of the first once more, under their new numbers."""
        return SyncReport(
            max(self.new, other.new),
            max(self.finished, other.finished),
            max(self.set_aside, other.set_aside),
            other.missing,
        )


class MailSync:
    """One lane per mailbox calls these; never two at once for the same mailbox."""

    def __init__(
        self,
        store: Store,
        source: MailSource,
        sign_ins: SignIns,
        clock: Clock,
        readers: Readers,
        beside: Beside,
        read_remainder: ReadRemainder,
    ) -> None:
        self._store = store
        self._source = source
        self._sign_ins = sign_ins
        self._clock = clock
        self._readers = readers
        self._beside = beside
        self._read_remainder = read_remainder
        self.topics: ReadsFiled | None = None
        """Reads what customers just wrote; the first import of a folder leaves that for later."""

    def connect(self, mailbox: MailboxId) -> MailSession:
        """Sign in; a refused token is renewed once. Raises `ServerProblem`s and `KeychainFailed`."""
        with self._store.reading() as work:
            setup = work.mailboxes.get(mailbox)
        # The first pass after a sign-in nearly always finds mail: who reads it comes up during the round trips.
        self._readers.get_ready()
        try:
            return self._signed_in(setup)
        except BaseException:
            self._readers.rest()
            raise

    def _signed_in(self, setup: Mailbox) -> MailSession:
        try:
            return self._source.open(setup, self._sign_ins.credential(setup))
        except SignInRefused:
            if setup.sign_in is not SignIn.OAUTH:
                raise  # the same password a second time would bring the account closer to being locked
            self._sign_ins.forget(setup.id)
            return self._source.open(setup, self._sign_ins.credential(setup))

    def sync(self, mailbox: MailboxId, session: MailSession, control: Control, *, gentle: bool = False) -> SyncReport:
        """One complete pass: folders, new mails newest first, then all raw bytes.

        `gentle` keeps transactions at about 30 ms, for a window that is open. Raises `ServerProblem`s and `Cancelled`;
        everything written so far stays. What a server refuses in one folder is raised when the others are done.
        """
        try:
            return self._pass(self._surroundings(mailbox, session, control, gentle=gentle))
        finally:
            self._readers.rest()

    def _pass(self, around: Surroundings, *, again: bool = True) -> SyncReport:
        folders, left = self._wanted(around.mailbox.id, around.session)
        progress = _Progress(around.control)
        passes = [self._look_into(around, folder, progress.add) for folder in folders]
        # Only now: what left one folder may have come in another (moved, or the folder renamed).
        self._settle_left(left.union(*(one.left for one in passes)))
        raw = RawPass(around, progress.add, self._new_mail_between(around, folders, passes))
        raw.run()
        for refused in (*(one.refused for one in passes), raw.refused):
            if refused is not None:
                raise refused
        report = SyncReport(
            new=sum(p.new for p in passes),
            finished=raw.finished,
            set_aside=sum(p.set_aside for p in passes) + raw.set_aside,
            missing=sum(p.missing for p in passes) + raw.missing + raw.left_behind,
        )
        if raw.left_behind and again:
            return report.followed_by(self._pass(around, again=False))
        return report

    def watch(self, mailbox: MailboxId, session: MailSession, seconds: float, stop: Callable[[], bool]) -> bool:
        """Wait for news in the inbox by IDLE; True when there is some, False after `seconds` or without IDLE."""
        if not session.can_idle:
            return False
        with self._store.reading() as work:
            inbox = next((f for f in work.folders.of_mailbox(mailbox) if f.role is FolderRole.INBOX), None)
        seen = inbox.cursor if inbox is not None else Cursor()
        news = session.open_folder("INBOX", seen)
        if seen.caught_up and (news.uidnext > seen.uidnext or news.uidvalidity != seen.uidvalidity):
            return True  # it came after the pass looked into the inbox: IDLE would never tell
        return session.wait_for_news(seconds, stop)

    # --- one pass ------------------------------------------------------------------------------------

    def _surroundings(
        self, mailbox: MailboxId, session: MailSession, control: Control, *, gentle: bool
    ) -> Surroundings:
        with self._store.reading() as work:
            own = own_addresses(work)
            setup = work.mailboxes.get(mailbox)
        return Surroundings(
            self._store,
            self._clock,
            self._readers,
            setup,
            session,
            control,
            own,
            gentle,
            self._beside,
            self._read_remainder,
            self.topics,
        )

    def _wanted(self, mailbox: MailboxId, session: MailSession) -> tuple[list[Folder], set[ConversationId]]:
        """The folders to look into, and the conversations that lost places because folders are gone."""
        listing = session.folders()
        with self._store.reading() as work:
            gone = _vanished(work.folders.of_mailbox(mailbox), listing)
        with self._store.writing() as work:
            left = {conversation for folder in gone for conversation in work.mails.remove_places(folder.id, None)}
            folders = work.folders.save_listing(mailbox, listing)
        wanted = [folder for folder in folders if folder.wanted and folder.selectable]
        order = sorted(wanted, key=lambda f: (_FIRST.index(f.role) if f.role in _FIRST else len(_FIRST), f.name))
        return order, left

    def _look_into(
        self, around: Surroundings, folder: Folder, progress: Callable[[int, int], None], *, only_new: bool = False
    ) -> FolderPass:
        one = FolderPass(around, folder, progress, only_new=only_new)
        try:
            one.run()
        except FolderGone:
            _log.info("the folder %r is gone since it was listed: the next pass knows more", folder.name)
        except ServerRefused as refused:
            if folder.cursor.uidvalidity == 0 and not one.opened:
                # Some providers list folders that never open (a virus folder, say): that is no trouble.
                _log.info("the folder %r does not open: %s", folder.name, refused.detail)
            else:
                one.refused = refused
        return one

    def _settle_left(self, left: set[ConversationId]) -> None:
        if left:
            with self._store.writing() as work:
                settle(work, left, self._clock.now())
                work.touched(Changes(conversations=frozenset(left)))

    def _new_mail_between(
        self, around: Surroundings, folders: Sequence[Folder], passes: list[FolderPass]
    ) -> Callable[[], bool]:
        last = self._clock.now()

        def look() -> bool:
            nonlocal last
            if not around.gentle or self._clock.now() - last < _LOOK_AGAIN or not folders:
                return False
            last = self._clock.now()
            with self._store.reading() as work:
                inbox = next(f for f in work.folders.of_mailbox(around.mailbox.id) if f.id == folders[0].id)
            # What was removed or flagged is left to the next pass, which also sees where a mail was moved to.
            passes.append(self._look_into(around, inbox, lambda done, total: None, only_new=True))
            return True

        return look

    # --- how it fares --------------------------------------------------------------------------------

    def note_success(self, mailbox: MailboxId, next_try: datetime | None = None) -> None:
        """Write that a pass came to its end."""
        now = self._clock.now()
        self._note(
            mailbox,
            lambda h: replace(
                h,
                state=MailboxState.READY,
                last_try=now,
                last_success=now,
                next_try=next_try,
                failures=0,
                problem="",
                problem_host="",
                problem_detail="",
            ),
        )

    def note_start(self, mailbox: MailboxId) -> None:
        """Write that a pass began; only a mailbox that never came to an end shows as importing."""
        self._note(mailbox, lambda h: replace(h, state=MailboxState.IMPORTING) if h.last_success is None else h)

    def note_failure(self, mailbox: MailboxId, error: ShopdeskError) -> datetime | None:
        """Write what went wrong; returns when to try again, None when only a person can help."""
        now = self._clock.now()
        with self._store.reading() as work:
            failures = work.mailboxes.health(mailbox).failures + 1
        again = now + next_pause(failures, random.random) if tries_left(error, failures) else None
        asks = isinstance(error, SignInRefused | SignInNeeded) and again is None
        self._note(
            mailbox,
            lambda h: replace(
                h,
                state=MailboxState.SIGN_IN_NEEDED if asks else MailboxState.TROUBLE,
                last_try=now,
                next_try=again,
                failures=failures,
                problem=type(error).__name__,
                problem_host=error.host if isinstance(error, ServerProblem) else "",
                problem_detail=error.detail if isinstance(error, ServerProblem) else str(error),
            ),
        )
        return again

    def _note(self, mailbox: MailboxId, change: Callable[[Health], Health]) -> None:
        with self._store.writing() as work:
            before = work.mailboxes.health(mailbox)
            after = change(before)
            if after != before:
                work.mailboxes.save_health(after)
                work.touched(Changes(mailboxes=frozenset({mailbox})))

    # --- set aside -----------------------------------------------------------------------------------

    def retry_set_aside(
        self, control: Control, *, only_older_readers: bool = False, only: PlaceId | None = None
    ) -> int:
        """Read the mails that were set aside once more, from the archive; returns how many could be read now.

        In: `only` is the place of the one meant; None means all.
        """
        with self._store.reading() as work:
            waiting = [m for m in work.mails.set_aside() if m.sha256 and only in (None, m.place_id)]
        if only_older_readers:
            waiting = [m for m in waiting if m.reader_version < READER_VERSION]
        read = 0
        for number, one in enumerate(waiting):
            control.stop_if_cancelled()
            control.report(number, len(waiting))
            read += self._retry(one)
        control.report(len(waiting), len(waiting))
        return read

    def _retry(self, one: SetAsideMail) -> int:
        raw = self._store.archive.get(one.sha256)
        with self._store.reading() as work:
            folder, place = work.mails.place_of(one.place_id)
            own = own_addresses(work)
        fetched = Fetched(place.uid, place.flags, place.received_at, len(raw), raw, whole=True)
        again = arrived([fetched], self._readers)
        with self._store.writing() as work:
            # Filed again even when it still cannot be read: the row then says which reader tried.
            file_mails(work, again, Circumstances(folder, own, self._clock.now(), False, self.topics))  # noqa: FBT003
        return int(again[0].mail is not None)


class _Progress:
    """Adds up what the parts of a pass report."""

    def __init__(self, control: Control) -> None:
        self._control = control
        self._done = 0
        self._total = 0

    def add(self, done: int, total: int) -> None:
        """So many more are done, so many more were found to do."""
        self._done += done
        self._total += total
        self._control.report(self._done, self._total)


def _vanished(known: Sequence[Folder], listing: Sequence[ServerFolder]) -> list[Folder]:
    """Folders that the server no longer lists, neither under their name nor, renamed, under their object id."""
    names = {folder.name for folder in listing}
    objects = {folder.object_id for folder in listing if folder.object_id}
    return [folder for folder in known if folder.name not in names and folder.object_id not in objects]
