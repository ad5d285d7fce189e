"""What mails are about: kept with their conversation, with the reasons, and what people taught."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from json import dumps, loads

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.ids import ConversationId, MessageId
from shopdesk.domain.mood import Mood
from shopdesk.domain.reading_of_mail import Correction, KeptReading, Lesson, MailReading, Reason, Told, Topic, WorkLane
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.storable import storable
from shopdesk.storage.values import MOOD, MOODS, STATE, id_list, micros, micros_or_none, moment_or_none

KEPT = """SELECT r.conversation_id, r.message_id, r.reasons, r.topic, r.mood, r.urgent,
    c.topic, c.mood, c.urgent, c.is_complex
    FROM mail_reading r JOIN conversation c ON c.id = r.conversation_id
    WHERE r.conversation_id IN (SELECT value FROM json_each(?))"""
UNREAD = """SELECT c.id FROM conversation c INDEXED BY conversation_list
    WHERE c.lane = 0 AND c.state = ? AND c.sort_at <= ?
    AND NOT EXISTS (SELECT 1 FROM mail_reading r WHERE r.conversation_id = c.id) ORDER BY c.sort_at LIMIT ?"""
# Those that wait for the customer or are done stand by their newest mail, backwards: the rest of the index is not read.
_BY_NEWEST = (STATE[ConversationState.WAITING], STATE[ConversationState.DONE])
_ALL = 1 << 60
# Mails of the customer since our last one; notes (direction 2) are no answer.
ASKED = """SELECT m.conversation_id, count(*), max(m.id)
    FROM message m INDEXED BY message_conversation
    WHERE m.conversation_id IN (SELECT value FROM json_each(?)) AND m.direction = 0 AND m.kind = 0
    AND m.id > coalesce((SELECT max(o.id) FROM message o INDEXED BY message_conversation
        WHERE o.conversation_id = m.conversation_id AND o.direction = 1), 0)
    GROUP BY m.conversation_id"""
_TOLD = "told, was, says, sender, words, learned_at, learned_from"
_LESSON = f"id, {_TOLD}"
_WRITE = """UPDATE conversation SET topic = ?, mood = ?, urgent = ?, is_complex = ? WHERE id = ?"""


class TopicTable:
    """What mails are about; fits `ports.TopicRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    def kept(self, conversations: Sequence[ConversationId]) -> Mapping[ConversationId, KeptReading]:
        """What was read before; conversations that nobody read are left out."""
        return {row[0]: _kept(row) for row in self._database.rows(KEPT, (id_list(conversations),))}

    def save(self, conversation: ConversationId, kept: KeptReading) -> None:
        """Write what was read, onto the conversation too."""
        reading, said = kept.reading, kept.correction
        values = (
            conversation,
            kept.message_id,
            dumps([[storable(one.word), one.what.value, one.about] for one in reading.reasons], ensure_ascii=False),
            None if said.topic is None else said.topic.value,
            None if said.mood is None else said.mood.value,
            None if said.urgent is None else int(said.urgent),
        )
        self._database.run("INSERT OR REPLACE INTO mail_reading VALUES (?, ?, ?, ?, ?, ?)", values)
        is_complex = reading.lane is WorkLane.COMPLEX
        shown = (reading.topic.value, MOOD[reading.mood], int(reading.urgent), int(is_complex), conversation)
        self._database.run(_WRITE, shown)

    def unread_again(self, conversation: ConversationId) -> None:
        """Nobody read it, and it says nothing about itself."""
        self._database.run("DELETE FROM mail_reading WHERE conversation_id = ?", (conversation,))
        self._database.run(_WRITE, ("", MOOD[Mood.CALM], 0, 0, conversation))

    def unread(self, since: datetime, limit: int) -> Sequence[ConversationId]:
        """People's conversations that nobody read: those that need a reply first, then snoozed ones, then those that
        are waiting or done with news since a moment."""
        found: list[ConversationId] = []
        for state in sorted(STATE.values(), key=lambda one: one in _BY_NEWEST):
            last = -micros(since) if state in _BY_NEWEST else _ALL
            if len(found) < limit:
                found += [row[0] for row in self._database.rows(UNREAD, (state, last, limit - len(found)))]
        return found

    def asked(self, conversations: Sequence[ConversationId]) -> Mapping[ConversationId, tuple[int, MessageId]]:
        """How many mails the customer wrote since our last one, and the newest of them."""
        rows = self._database.rows(ASKED, (id_list(conversations),))
        return {row[0]: (row[1], MessageId(row[2])) for row in rows}

    def lessons(self) -> Sequence[Lesson]:
        """What people taught, the newest first."""
        return [_lesson(row) for row in self._database.rows(f"SELECT {_LESSON} FROM lesson ORDER BY id DESC")]

    def learn(self, lesson: Lesson) -> tuple[int, Lesson | None]:
        """Keep a lesson in place of an older one about the same; returns its number and the older one."""
        values = _values(lesson)
        about = (values[0], values[1], values[3], values[4])
        older = self._database.rows(
            f"DELETE FROM lesson WHERE told = ? AND was = ? AND sender = ? AND words = ? RETURNING {_LESSON}", about
        )
        rows = self._database.rows(f"INSERT INTO lesson ({_TOLD}) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id", values)
        return int(rows[0][0]), _lesson(older[0]) if older else None

    def bring_back(self, lesson: Lesson) -> None:
        """Keep a lesson under the number that it had; nothing happens where a newer one is about the same."""
        self._database.run(
            f"INSERT OR IGNORE INTO lesson ({_LESSON}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (lesson.id, *_values(lesson))
        )

    def forget(self, lesson: int) -> Lesson | None:
        """Take a lesson away; returns what it was, None when there is none."""
        rows = self._database.rows(f"DELETE FROM lesson WHERE id = ? RETURNING {_LESSON}", (lesson,))
        return _lesson(rows[0]) if rows else None


def _values(lesson: Lesson) -> tuple[str | int | None, ...]:
    return (
        lesson.told.value,
        lesson.was,
        lesson.says,
        storable(lesson.sender),
        dumps([storable(word) for word in lesson.words], ensure_ascii=False),
        micros_or_none(lesson.learned_at),
        storable(lesson.by),
    )


def _lesson(row: Row) -> Lesson:
    number, told, was, says, sender, words, learned_at, by = row
    return Lesson(number, Told(told), was, says, sender, tuple(loads(words)), moment_or_none(learned_at), by)


def _kept(row: Row) -> KeptReading:
    reasons = tuple(Reason(word, Told(what), about) for word, what, about in loads(row[2]))
    lane = WorkLane.COMPLEX if row[9] else WorkLane.ROUTINE
    return KeptReading(
        MessageId(row[1]),
        MailReading(Topic(row[6]), MOODS[row[7]], bool(row[8]), lane, reasons),
        Correction(
            None if row[3] is None else Topic(row[3]),
            None if row[4] is None else Mood(row[4]),
            None if row[5] is None else bool(row[5]),
        ),
    )
