"""What the sample shop's mails are about, in memory."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass, field, replace

from shopdesk.domain.conversation import Conversation, Undo
from shopdesk.domain.ids import ConversationId, MessageId
from shopdesk.domain.mood import Mood
from shopdesk.domain.reading_of_mail import KeptReading, Lesson, MailReading, Reason, Taught, Told, Topic, WorkLane


@dataclass
class FakeTopics:
    """Reads what stands on the rows, with reasons that a test gave."""

    all_rows: MutableMapping[int, Conversation]
    reasons: tuple[Reason, ...] = (
        Reason("cracked", Told.TOPIC, "problem"),
        Reason("unacceptable", Told.MOOD, "angry"),
        Reason("by Friday", Told.URGENCY),
    )
    said: list[tuple[ConversationId, Topic | None, Mood | None, bool | None]] = field(default_factory=list)
    learned: list[Lesson] = field(default_factory=list)

    def read(self, conversation: ConversationId) -> MailReading:
        row = self.all_rows[conversation]
        lane = WorkLane.COMPLEX if row.is_complex else WorkLane.ROUTINE
        return MailReading(Topic(row.topic), row.mood, row.urgent, lane, self.reasons if row.topic else ())

    def correct(
        self,
        conversation: ConversationId,
        topic: Topic | None = None,
        mood: Mood | None = None,
        urgent: bool | None = None,
    ) -> Undo:
        self.said.append((conversation, topic, mood, urgent))
        row, reading = self.all_rows[conversation], self.read(conversation)
        self.all_rows[conversation] = replace(
            row,
            topic=row.topic if topic is None else topic.value,
            mood=mood or row.mood,
            urgent=row.urgent if urgent is None else urgent,
        )
        if topic is not None:
            lesson = Lesson(len(self.learned) + 1, Told.TOPIC, row.topic, topic.value, row.customer_email)
            self.learned.insert(0, lesson)
        learned = () if topic is None else (len(self.learned),)
        return Undo(taught=Taught(conversation, KeptReading(MessageId(1), reading), learned=learned))

    def lessons(self) -> list[Lesson]:
        return list(self.learned)

    def forget(self, lesson: int) -> Undo:
        gone = next(one for one in self.learned if one.id == lesson)
        self.learned.remove(gone)
        return Undo(taught=Taught(gone=(gone,)))

    def take_back(self, taught: Taught | None) -> None:
        if taught is None:
            return
        self.learned = [one for one in (*self.learned, *taught.gone) if one.id not in taught.learned]
        self.learned.sort(key=lambda one: -one.id)
        if taught.conversation_id is not None and taught.before is not None:
            was, row = taught.before.reading, self.all_rows[taught.conversation_id]
            self.all_rows[row.id] = replace(row, topic=was.topic.value, mood=was.mood, urgent=was.urgent)
