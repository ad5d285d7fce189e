"""A mail on its way into the outbox, and back out of it: what is done in the store lane, what the screen hears."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from shopdesk.domain.conversation import Conversation, ConversationState, Undo
from shopdesk.domain.draft import Draft
from shopdesk.domain.errors import MailLeft, NotFound
from shopdesk.domain.ids import MessageId, OutboxId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.answer_desk import AnswerDesk
from shopdesk.ui.compose.keeping import Keeping


def _nothing(*_: object) -> None:
    """Nobody listens."""


@dataclass(slots=True)
class Leaving:
    """One mail; the lane is strictly in order, so a look behind the queueing finds what came of it."""

    draft: Draft
    desk: AnswerDesk
    keeping: Keeping
    writing: WorkLane
    hold: int
    at: datetime | None
    done: bool
    queued: Callable[[], None] = _nothing
    refused: Callable[[], None] = _nothing
    taken_back: Callable[[Draft], None] = _nothing
    _item: OutboxId | None = None
    _back: list[Draft] = field(default_factory=list)

    def step(self) -> tuple[Callable[[], Undo], Callable[[], None], Callable[[], None]]:
        """Queue it (in the lane), take it back (in the lane), hear of that."""
        return self._queue, self._take_back, self._follow_back

    def change(self, row: Conversation) -> Conversation:
        """The conversation as it will be."""
        state = ConversationState.DONE if self.done else self.draft.next_state or ConversationState.WAITING
        if state in {ConversationState.SNOOZED, ConversationState.NEEDS_REPLY}:
            state = ConversationState.WAITING
        return replace(row, state=state, snoozed_until=None, waiting_since=None)

    def follow(self) -> None:
        """Hear what came of the queueing that was begun just now."""
        self.writing.submit(lambda: self._item, lambda item: self.refused() if item is None else self._was_queued())

    def _was_queued(self) -> None:
        self.keeping.settled(self.draft)
        self.queued()

    def _queue(self) -> Undo:
        replies = self.desk.replies
        known = self.keeping.save_here(self.draft, anyway=True)
        self._item = replies.queue(known, self.hold, self.at, done=self.done)
        self.keeping.gone_here(self.draft)
        return Undo()

    def _take_back(self) -> None:
        if self._item is None:
            return
        try:
            self._back.append(self.desk.replies.take_back(self._item))
        except NotFound:
            raise MailLeft from None

    def _follow_back(self) -> None:
        self.writing.submit(lambda: self._back[-1:], self._tell_back)

    def _tell_back(self, back: list[Draft]) -> None:
        for draft in back:
            self.taken_back(draft)


@dataclass(slots=True)
class NoteKept:
    """A note on its way into its conversation, and back out of it."""

    draft: Draft
    desk: AnswerDesk
    keeping: Keeping
    writing: WorkLane
    written: Callable[[], None] = _nothing
    refused: Callable[[], None] = _nothing
    taken_back: Callable[[Draft], None] = _nothing
    _note: MessageId | None = None
    _back: list[Draft] = field(default_factory=list)

    def step(self) -> tuple[Callable[[], Undo], Callable[[], None], Callable[[], None]]:
        """Write it down (in the lane), take it back (in the lane), hear of that."""
        return self._keep, self._take_back, self._follow_back

    def follow(self) -> None:
        """Hear what came of the writing that was begun just now."""
        self.writing.submit(lambda: self._note, lambda note: self.refused() if note is None else self._was_written())

    def _was_written(self) -> None:
        self.keeping.settled(self.draft)
        self.written()

    def _keep(self) -> Undo:
        if self.draft.conversation_id is not None:
            self._note = self.desk.replies.add_note(self.draft.conversation_id, self.draft.body)
            self.keeping.gone_here(self.draft)
        return Undo()

    def _take_back(self) -> None:
        if self._note is not None:
            self._back.append(self.desk.replies.take_back_note(self._note))

    def _follow_back(self) -> None:
        self.writing.submit(lambda: self._back[-1:], self._tell_back)

    def _tell_back(self, back: list[Draft]) -> None:
        for draft in back:
            self.taken_back(draft)
