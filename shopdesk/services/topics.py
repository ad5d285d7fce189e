"""What conversations are about: read by the rules, said by people, learned from both."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import ConversationState, Lane, Undo
from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import MessageId
from shopdesk.domain.mail_lessons import lessons_from, taught
from shopdesk.domain.mail_weighing import read_mail
from shopdesk.domain.message import Direction
from shopdesk.domain.mood import Mood
from shopdesk.domain.reading_of_mail import Correction, KeptReading, MailReading, Taught, Topic
from shopdesk.services.due_times import save_due
from shopdesk.services.erasings import erasings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from shopdesk.domain.control import Control
    from shopdesk.domain.conversation import Conversation
    from shopdesk.domain.filing import NewMessage
    from shopdesk.domain.ids import ConversationId
    from shopdesk.domain.mail_rules import MailRules
    from shopdesk.domain.message import Mail, Message
    from shopdesk.domain.reading_of_mail import Lesson
    from shopdesk.services.ports import Clock, Store, Work

READ_AT_ONCE = timedelta(days=30)
"""Older mail is read later, if at all: nobody waits for it."""
_READ_LATER = timedelta(days=90)
_SLICE = 40
"""Conversations a transaction when old ones are read: about 30 ms."""


def _nobody() -> str:
    return ""


class Topics:
    """Topic, mood, urgency and lane of conversations."""

    def __init__(
        self, store: Store, clock: Clock, rules: Callable[[], MailRules], who: Callable[[], str] = _nobody
    ) -> None:
        """`rules` loads the lists at the first mail that is read; `who` names who is on duty."""
        self._store = store
        self._clock = clock
        self._load = rules
        self._who = who
        self._rules: MailRules | None = None

    def read(self, conversation: ConversationId) -> MailReading:
        """What its newest customer mail is about, with the reasons; read now if nobody did. Raises `NotFound`."""
        with self._store.reading() as work:
            kept = work.topics.kept([conversation]).get(conversation)
            if kept is not None:
                return kept.reading
            return self._read_now(work, conversation, Correction()).reading

    def correct(
        self,
        conversation: ConversationId,
        topic: Topic | None = None,
        mood: Mood | None = None,
        urgent: bool | None = None,  # noqa: FBT001
    ) -> Undo:
        """A person says what it is; None leaves what was read. What the rules read wrongly is learned for the sender
        and for the words that misled them. Raises `NotFound`."""
        who, now = self._who(), Correction(topic, mood, urgent)  # who: it may look into the store
        with self._store.writing() as work:
            before = work.topics.kept([conversation]).get(conversation)
            said = _both(before.correction if before is not None else Correction(), now)
            lessons = self._learned(work, conversation, now, who)
            kept = self._read_now(work, conversation, said)
            self._keep(work, {conversation: kept})
            work.touched(Changes(conversations=frozenset({conversation}), settings=bool(lessons)))
            erased = erasings(work)
        older = tuple(older for _, older in lessons if older is not None)
        learned = tuple(number for number, _ in lessons)
        return Undo(taught=Taught(conversation, before, kept.message_id, learned, older, erased))

    def lessons(self) -> Sequence[Lesson]:
        """What people taught, the newest first."""
        with self._store.reading() as work:
            return work.topics.lessons()

    def forget(self, lesson: int) -> Undo:
        """Take a lesson away; what was read with it stays as it is. Raises `NotFound`."""
        with self._store.writing() as work:
            gone = work.topics.forget(lesson)
            if gone is None:
                raise NotFound(f"lesson {lesson}")
            work.touched(Changes(settings=True))
            return Undo(taught=Taught(gone=(gone,), erasings=erasings(work)))

    def reread(self, control: Control, at_most: int | None = None) -> int:
        """Read the recent conversations that nobody read: those of a first import, and after a long absence.

        Those that need a reply come first; `at_most` of them, if it is given. Out: how many. Raises `Cancelled`; what
        was read stays.
        """
        read, since = 0, self._clock.now() - _READ_LATER
        while at_most is None or read < at_most:
            control.stop_if_cancelled()
            with self._store.reading() as work:
                waiting = work.topics.unread(since, _SLICE)
            if not waiting:
                break
            with self._store.writing() as work:
                kept = work.topics.kept(waiting)  # somebody may have been faster, and what a person said stays
                left = [row.id for row in work.conversations.rows(waiting) if row.id not in kept]
                self._keep(work, {one: self._read_now(work, one, Correction()) for one in left})
                work.touched(Changes(conversations=frozenset(waiting)))
            read += len(waiting)
        return read

    def filed(self, work: Work, messages: Sequence[NewMessage], now: datetime) -> None:
        """Read what customers just wrote, where it waits for a reply; fits `ReadsFiled`."""
        mails = _newest_of(messages, now - READ_AT_ONCE)
        rows = {row.id: row for row in work.conversations.rows(list(mails)) if _waits(row)} if mails else {}
        if not rows:
            return
        asked, before, lessons = work.topics.asked(list(rows)), work.topics.kept(list(rows)), work.topics.lessons()
        readings = {}
        for one, row in rows.items():
            mail = mails[one].mail
            count, newest = asked.get(one, (1, MessageId(0)))
            raw = self._weighed(mail, count)
            said = _lasting(before[one].correction) if one in before else Correction()
            found = self._applied(raw, lessons, row.customer_email, mail.subject, said)
            readings[one] = KeptReading(newest, found, said)
        self._keep(work, readings)

    # --- inside ----------------------------------------------------------------------------------------------

    @property
    def _ready(self) -> MailRules:
        if self._rules is None:
            self._rules = self._load()
        return self._rules

    def _weighed(self, mail: Mail, asked: int) -> MailReading:
        return read_mail(self._ready, mail.subject, mail.own_words or mail.text, max(asked - 1, 0))

    def _raw(self, work: Work, conversation: ConversationId, mail: Mail) -> MailReading:
        count, _ = work.topics.asked([conversation]).get(conversation, (1, MessageId(0)))
        return self._weighed(mail, count)

    def _learned(
        self, work: Work, conversation: ConversationId, said: Correction, who: str
    ) -> list[tuple[int, Lesson | None]]:
        """Learn from a correction. Out: the numbers of the lessons, each with the older one that it took away."""
        message, sender = _newest(work, conversation), work.conversations.get(conversation).customer_email
        if message is None:
            return []
        raw = self._raw(work, conversation, message.mail)
        found = lessons_from(raw, said, sender, message.mail.subject)
        return [work.topics.learn(replace(one, learned_at=self._clock.now(), by=who)) for one in found]

    def _read_now(self, work: Work, conversation: ConversationId, said: Correction) -> KeptReading:
        row, message = work.conversations.get(conversation), _newest(work, conversation)
        if message is None:
            return KeptReading(MessageId(0), self._with_lane(said.applied(MailReading())), said)
        raw = self._raw(work, conversation, message.mail)
        lessons = work.topics.lessons()
        found = self._applied(raw, lessons, row.customer_email, message.mail.subject, said)
        return KeptReading(message.id, found, said)

    def _applied(
        self, raw: MailReading, lessons: Sequence[Lesson], sender: str, subject: str, said: Correction
    ) -> MailReading:
        return self._with_lane(said.applied(taught(raw, lessons, sender, subject)))

    def _with_lane(self, reading: MailReading) -> MailReading:
        lane = self._ready.choices.lane(reading.topic, reading.mood, urgent=reading.urgent)
        return replace(reading, lane=lane)

    @staticmethod
    def _keep(work: Work, readings: Mapping[ConversationId, KeptReading]) -> None:
        """Write readings, and where they change what is due or first in the list, that too."""
        before = {row.id: row for row in work.conversations.rows(list(readings))}
        for one, kept in readings.items():
            work.topics.save(one, kept)
        after = work.conversations.rows(list(readings))
        save_due(work, [row for row in after if (row.mood, row.urgent) != (before[row.id].mood, before[row.id].urgent)])


def _newest_of(messages: Sequence[NewMessage], since: datetime) -> dict[ConversationId, NewMessage]:
    """The newest mail of a customer in each conversation that one came to since a moment."""
    newest: dict[ConversationId, NewMessage] = {}
    for one in messages:
        if one.direction is Direction.INCOMING and not one.mail.kind.is_machine and one.received_at >= since:
            known = newest.get(one.conversation_id)
            if known is None or known.received_at <= one.received_at:
                newest[one.conversation_id] = one
    return newest


def _waits(row: Conversation) -> bool:
    return row.lane is Lane.PEOPLE and row.state is ConversationState.NEEDS_REPLY


def _both(before: Correction, now: Correction) -> Correction:
    return Correction(
        before.topic if now.topic is None else now.topic,
        before.mood if now.mood is None else now.mood,
        before.urgent if now.urgent is None else now.urgent,
    )


def _lasting(said: Correction) -> Correction:
    """What a new mail leaves of a correction: the matter is the same, the feelings may have changed."""
    return Correction(topic=said.topic)


def _newest(work: Work, conversation: ConversationId) -> Message | None:
    """The customer's newest mail."""
    messages = work.conversations.messages(conversation)
    theirs = (one for one in reversed(messages) if one.direction is Direction.INCOMING)
    return next((one for one in theirs if not one.mail.kind.is_machine), None)
