"""Tries a mailbox line by line: sign in, look at the folders, sign in for sending. Nothing is fetched or sent."""

import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from shopdesk.domain.connection import Credential
from shopdesk.domain.control import Control
from shopdesk.domain.errors import Cancelled, FolderGone, ServerRefused, ShopdeskError
from shopdesk.domain.mailbox import Cursor, Mailbox, ServerFolder
from shopdesk.domain.trial import RECENT_DAYS, Part, Tick, Trial
from shopdesk.services.ports import Clock, MailSession, MailSource

Tell = Callable[[Tick], None]
"""Called in the working thread as soon as a line is decided."""
_INBOX = "INBOX"
_MOST_FOLDERS = 12
"""Counting in more of them would take longer than it is worth."""


def tell_nobody(tick: Tick) -> None:
    """For who only wants the end."""


class Trying:
    """The use case in front of the mail servers."""

    def __init__(self, source: MailSource, clock: Clock) -> None:
        self._source = source
        self._clock = clock

    def run(
        self, mailbox: Mailbox, credential: Callable[[], Credential], control: Control, tell: Tell = tell_nobody
    ) -> Trial:
        """Try receiving and sending, each for itself, in the calling thread; raises `Cancelled` only.

        In: `credential` is asked for once for each side and may raise what keychain and token servers raise.
        """
        one = _OneTrial(self._source, mailbox, credential, control, tell)
        receiving, looked = one.receive(self._clock.now().date() - timedelta(days=RECENT_DAYS))
        sending = one.send()
        return Trial(receiving, sending, len(looked.folders), looked.inbox, looked.recent)


class _OneTrial:
    def __init__(
        self,
        source: MailSource,
        mailbox: Mailbox,
        credential: Callable[[], Credential],
        control: Control,
        tell: Tell,
    ) -> None:
        self._source = source
        self._mailbox = mailbox
        self._credential = credential
        self._control = control
        self._tell = tell

    def receive(self, since: date) -> tuple[ShopdeskError | None, Tick]:
        """The first two lines; out: what went wrong, and what was seen."""
        nothing, began = Tick(Part.FOLDERS, is_left_out=True), time.monotonic()
        try:
            self._control.stop_if_cancelled()
            session = self._source.open(self._mailbox, self._credential())
        except Cancelled:
            raise
        except ShopdeskError as problem:
            self._tell(Tick(Part.SIGN_IN, problem))
            self._tell(nothing)
            return problem, nothing
        try:
            self._tell(Tick(Part.SIGN_IN, milliseconds=_since(began), tls=session.tls_version))
            looked = self._look_around(session, since)
        except Cancelled:
            raise
        except ShopdeskError as problem:
            self._tell(Tick(Part.FOLDERS, problem))
            return problem, nothing
        finally:
            session.close()
        self._tell(looked)
        return None, looked

    def send(self) -> ShopdeskError | None:
        """The last line."""
        self._control.stop_if_cancelled()
        if self._mailbox.smtp is None:
            self._tell(Tick(Part.SENDING, is_left_out=True))
            return None
        began = time.monotonic()
        try:
            self._source.check_sending(self._mailbox, self._credential())
        except ShopdeskError as problem:
            self._tell(Tick(Part.SENDING, problem))
            return problem
        self._tell(Tick(Part.SENDING, milliseconds=_since(began)))
        return None

    def _look_around(self, session: MailSession, since: date) -> Tick:
        began, folders = time.monotonic(), session.folders()
        inbox = session.open_folder(_INBOX, Cursor()).exists
        recent = len(session.uids(1, since))
        for folder in _others(folders):
            self._control.stop_if_cancelled()
            try:
                session.open_folder(folder.name, Cursor())
                recent += len(session.uids(1, since))
            except (FolderGone, ServerRefused):
                continue  # some providers list folders that never open
        return Tick(Part.FOLDERS, None, _since(began), "", tuple(folders), inbox, recent)


def _others(folders: Sequence[ServerFolder]) -> list[ServerFolder]:
    wanted = [each for each in folders if each.selectable and each.role.is_wanted and each.name != _INBOX]
    return wanted[:_MOST_FOLDERS]


def _since(began: float) -> int:
    return round((time.monotonic() - began) * 1000)
