"""What a person does to conversations, without Qt: shown at once, written in the store lane, taken back in steps."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from shopdesk.domain.conversation import Conversation, ConversationState, Undo
from shopdesk.domain.ids import ConversationId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import ConversationDesk
from shopdesk.ui.inbox.presenter import InboxPresenter, InboxView
from shopdesk.ui.writes import Deed, Step, Writes

Change = Callable[[Conversation], Conversation]
Write = Callable[[Sequence[ConversationId]], Undo]


class Triage:
    """Done, snoozed, unread, and back."""

    def __init__(self, desk: ConversationDesk, inbox: InboxPresenter, view: InboxView, writing: WorkLane) -> None:
        self._desk = desk
        self._inbox = inbox
        self._view = view
        self._writes = Writes(desk, writing, self._failed, self._settled)
        inbox.is_pending = self._writes.is_pending

    def mark_done(self, conversation: ConversationId | None = None) -> None:
        """Done and on to the next; the current conversation unless another one is named."""
        self._move(conversation, Deed.DONE, _done, self._desk.mark_done)

    def snooze(self, until: datetime, conversation: ConversationId | None = None) -> None:
        """Out of sight until a moment (UTC), and on to the next."""
        self._move(
            conversation,
            Deed.SNOOZED,
            lambda row: replace(row, state=ConversationState.SNOOZED, snoozed_until=until),
            lambda ids: self._desk.snooze(ids, until),
        )

    def reopen(self, conversation: ConversationId | None = None) -> None:
        """Back to those that need a reply."""
        self._move(conversation, Deed.REOPENED, _reopened, self._desk.mark_needs_reply)

    def mark_unread(self) -> None:
        """The current conversation counts as new again."""
        self._stay(Deed.UNREAD, lambda row: replace(row, unread=row.unread or 1), self._desk.mark_unread)

    def was_seen(self, conversation: ConversationId) -> None:
        """A person looked at the open conversation long enough."""
        if conversation == self._inbox.current:
            self._stay(Deed.READ, lambda row: replace(row, unread=0), self._desk.mark_read, undoable=False)

    def undo(self) -> None:
        """Take the newest step back: the screen at once, the store in its lane."""
        step = self._writes.take_back()
        if step is None:
            return
        self._inbox.show_as(step.after, step.before)
        self._view.show_undone(step.deed)
        self._inbox.select(step.id, by_person=False)

    # --- inside ------------------------------------------------------------------------------------

    def _move(self, conversation: ConversationId | None, deed: Deed, change: Change, write: Write) -> None:
        """Change a conversation's state, and go on to the next one when it was the current one."""
        inbox = self._inbox
        target = conversation or inbox.current
        row = None if target is None else inbox.listing.known(target)
        if target is None or row is None or change(row) == row:
            return
        following = inbox.listing.after(target)
        step = Step(deed, row, change(row))
        inbox.show_as(step.before, step.after)
        if target == inbox.current:
            inbox.select(following, by_person=True)
        self._view.show_deed(deed)
        self._writes.do(step, lambda: write([target]))

    def _stay(self, deed: Deed, change: Change, write: Write, *, undoable: bool = True) -> None:
        """Change the current conversation and stay on it."""
        inbox = self._inbox
        row = None if inbox.current is None else inbox.listing.known(inbox.current)
        if row is None or change(row) == row:
            return
        step = Step(deed, row, change(row))
        inbox.show_as(step.before, step.after)
        if undoable:
            self._view.show_deed(deed)
        self._writes.do(step, lambda: write([row.id]), undoable=undoable)

    def _settled(self, conversation: ConversationId) -> None:
        """The store knows now what the screen showed: take over what else came meanwhile."""
        self._inbox.refresh(conversation)
        self._view.show_settled(conversation)

    def _failed(self, step: Step, error: Exception) -> None:
        """The write came to nothing; the row stands again as the store has it."""
        self._inbox.select(step.id, by_person=False)
        self._view.show_failure(error)


def _done(row: Conversation) -> Conversation:
    return replace(row, state=ConversationState.DONE, snoozed_until=None)


def _reopened(row: Conversation) -> Conversation:
    since = row.waiting_since or row.last_at
    return replace(row, state=ConversationState.NEEDS_REPLY, snoozed_until=None, waiting_since=since)
