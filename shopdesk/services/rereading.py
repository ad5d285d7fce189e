"""Read stored mails once more when the reader has learned something: an update mends old mail too."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace

from shopdesk.domain.changes import Changes
from shopdesk.domain.control import Control
from shopdesk.domain.conversation import Conversation
from shopdesk.domain.errors import DatabaseDamaged, NotFound
from shopdesk.domain.ids import MessageId
from shopdesk.domain.message import Mail
from shopdesk.domain.subjects import bare_subject
from shopdesk.services.folder_pass import GENTLE
from shopdesk.services.letters import renewal_of
from shopdesk.services.ports import Clock, Store, Work
from shopdesk.services.reading import Readers
from shopdesk.services.settling import settle

_BYTES = 8 << 20
"""Raw bytes in memory at once, but for a single larger mail."""

_log = logging.getLogger(__name__)


class Rereading:
    """Brings what is stored of mails up to what the reader knows now."""

    def __init__(self, store: Store, clock: Clock, readers: Readers) -> None:
        self._store = store
        self._clock = clock
        self._readers = readers

    def renew(self, control: Control, at_most: int | None = None) -> int:
        """Replace what an older reader said of mails whose raw bytes are here, newest first.

        Conversations, flags and notes stay; what cannot be read now keeps its old reading. Out: how many mails were
        looked at, about `at_most` if it is given. Raises `Cancelled`; what was renewed stays.
        """
        looked = 0
        try:
            while at_most is None or looked < at_most:
                control.stop_if_cancelled()
                with self._store.reading() as work:
                    waiting = work.mails.read_by_older(GENTLE)
                if not waiting:
                    break
                looked += self._renew(waiting)
                control.report(looked, 0)
        finally:
            if looked:
                self._readers.rest()
        return looked

    def _renew(self, waiting: Sequence[tuple[MessageId, str]]) -> int:
        """Out: how many of those that wait were looked at; the others wait on."""
        raws: dict[MessageId, bytes] = {}
        looked: list[MessageId] = []
        for message, sha256 in waiting:
            if sum(len(raw) for raw in raws.values()) >= _BYTES:
                break
            looked.append(message)
            try:
                raws[message] = self._store.archive.get(sha256)
            except (NotFound, DatabaseDamaged) as missing:
                _log.warning("message %d keeps its old reading: %s", message, missing)
        readings = zip(raws, self._readers.begin([(raw, True) for raw in raws.values()])(), strict=True)
        renewals = [renewal_of(message, mail) for message, mail in readings if isinstance(mail, Mail)]
        with self._store.writing() as work:
            renamed = _renamed(work, {renewal.id: renewal.mail for renewal in renewals})
            touched = work.mails.renew_messages(renewals)
            work.conversations.save_states(renamed)
            work.mails.keep_readings(looked)
            settle(work, touched, self._clock.now())
            work.touched(Changes(conversations=touched))
        return len(looked)


def _renamed(work: Work, read: Mapping[MessageId, Mail]) -> list[Conversation]:
    """The conversations of messages that are read anew, where they are called by what was read before."""
    homes = {home for message in read if (home := work.conversations.of_message(message)) is not None}
    found = []
    for row in work.conversations.rows(sorted(homes)):
        named = row
        for held in work.conversations.messages(row.id):
            mail, before = read.get(held.id, held.mail), held.mail
            if named.subject == bare_subject(before.subject):
                named = replace(named, subject=bare_subject(mail.subject))
            if (named.customer_name, named.customer_email) == (before.sender.name, before.sender.email):
                named = replace(named, customer_name=mail.sender.name)
        if named != row:
            found.append(named)
    return found
