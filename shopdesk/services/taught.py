"""Takes corrections of readings, and lessons that were taken away, back exactly."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shopdesk.domain.changes import Changes
from shopdesk.services.due_times import save_due
from shopdesk.services.erasings import refuse_from_before

if TYPE_CHECKING:
    from shopdesk.domain.ids import ConversationId
    from shopdesk.domain.reading_of_mail import KeptReading, Taught
    from shopdesk.services.ports import Work


def take_back(work: Work, taught: Taught) -> None:
    """The lessons are those from before, and the conversation is read as it was; mail that came since stays read.

    Raises `NotFound` when a customer was erased since, whom a lesson that comes back could be about.
    """
    if taught.gone:
        refuse_from_before(work, taught.erasings)
    for lesson in taught.learned:
        work.topics.forget(lesson)
    for gone in taught.gone:
        work.topics.bring_back(gone)
    work.touched(Changes(settings=True))
    if taught.conversation_id is not None:
        _read_as_before(work, taught.conversation_id, taught)


def _read_as_before(work: Work, conversation: ConversationId, taught: Taught) -> None:
    if not work.conversations.rows([conversation]):
        return
    present = work.topics.kept([conversation]).get(conversation)
    if present is not None and present.message_id != taught.written:
        _unsaid(work, conversation, present, taught)
    elif taught.before is None:
        work.topics.unread_again(conversation)
    else:
        work.topics.save(conversation, taught.before)
    save_due(work, work.conversations.rows([conversation]))
    work.touched(Changes(conversations=frozenset({conversation})))


def _unsaid(work: Work, conversation: ConversationId, present: KeptReading, taught: Taught) -> None:
    """A newer mail was read since, perhaps with what was learned: the engine reads it anew; what a person said of the
    matter before stays said."""
    topic = taught.before.correction.topic if taught.before is not None else None
    if topic is None:
        work.topics.unread_again(conversation)
    else:
        said = replace(present.correction, topic=topic)
        work.topics.save(conversation, replace(present, reading=replace(present.reading, topic=topic), correction=said))
