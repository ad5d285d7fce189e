"""What the sample shop's mails are about, in memory."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass, field, replace

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.reading_of_mail import MailReading, Mood, Reason, Told, Topic, WorkLane


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
    ) -> MailReading:
        self.said.append((conversation, topic, mood, urgent))
        row = self.all_rows[conversation]
        self.all_rows[conversation] = replace(
            row,
            topic=row.topic if topic is None else topic.value,
            mood=mood or row.mood,
            urgent=row.urgent if urgent is None else urgent,
        )
        return self.read(conversation)
