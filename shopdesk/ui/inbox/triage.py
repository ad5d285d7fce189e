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
Ids = Sequence[ConversationId] | None
"""The conversations meant; None means `Triage.targets`: the selected ones, else the current one."""


class Triage:
    """Done, snoozed, waiting, unread, and back; one step may hold many conversations."""

    def __init__(self, desk: ConversationDesk, inbox: InboxPresenter, view: InboxView, writing: WorkLane) -> None:
        self._desk = desk
        self._inbox = inbox
        self._view = view
        self._writes = Writes(desk, writing, self._failed, self._settled)
        self.targets: Callable[[], Sequence[ConversationId]] = self._current
        """Which conversations an action is about when none are named."""
        self.forget_steps: Callable[[], None] = self._writes.steps.clear
        """A customer is erased: taking back what was done before could bring them back."""
        inbox.is_pending = self._writes.is_pending
        inbox.unsettled = self._writes.unsettled

    # --- state changes: away from the list, and on to the next ------------------------------------------

    def mark_done(self, conversations: Ids = None) -> None:
        """Nothing more to do."""
        self._move(conversations, Deed.DONE, _done, self._desk.mark_done)

    def snooze(self, until: datetime, conversations: Ids = None, reason: str = "") -> None:
        """Out of sight until a moment (UTC); with what is to be done then, or without."""
        self._move(
            conversations,
            Deed.SNOOZED,
            lambda row: replace(row, state=ConversationState.SNOOZED, snoozed_until=until),
            lambda ids: self._desk.snooze(ids, until, reason),
        )

    def wait(self, conversations: Ids = None) -> None:
        """Out of sight until the customer writes again."""
        self._move(conversations, Deed.WAITING, _waiting, self._desk.mark_waiting)

    def reopen(self, conversations: Ids = None) -> None:
        """Back to those that need a reply."""
        self._move(conversations, Deed.REOPENED, _reopened, self._desk.mark_needs_reply)

    # --- changes that leave a conversation where it is --------------------------------------------------

    def mark_unread(self, conversations: Ids = None) -> None:
        """They count as new again."""
        self._stay(conversations, Deed.UNREAD, lambda row: replace(row, unread=row.unread or 1), self._desk.mark_unread)

    def was_seen(self, conversation: ConversationId) -> None:
        """A person looked at the open conversation long enough."""
        if conversation == self._inbox.current:
            seen, write = [conversation], self._desk.mark_read
            self._stay(seen, Deed.READ, lambda row: replace(row, unread=0), write, undoable=False)

    def write(
        self,
        deed: Deed,
        conversations: Sequence[ConversationId],
        write: Callable[[], Undo],
        after: Callable[[], None] = lambda: None,
    ) -> None:
        """Any other undoable write, of which the screen learns by the store's changes (merge, split).

        In: `after` is called when its taking back was begun.
        """
        step = Step(deed, (), (), tuple(conversations), self._way_back(), followed_by=after)
        self._writes.do(step, write)
        self._view.show_deed(deed, len(conversations))

    def answer(
        self,
        conversation: ConversationId | None,
        change: Change,
        step: tuple[Callable[[], Undo], Callable[[], None], Callable[[], None]],
        *,
        go_on: bool,
        deed: Deed = Deed.ANSWERED,
    ) -> None:
        """A mail is queued, or a note written: shown at once, and with `go_on` the next conversation is opened.

        In: `step` queues it (in the lane), takes it back (in the lane), and is called when that was begun.
        """
        inbox, numbers = self._inbox, [] if conversation is None else [conversation]
        rows = self._rows(numbers)
        following = inbox.listing.after_all(numbers, inbox.current) if numbers else None
        made = self._begun(deed, rows, change)
        made.touched = tuple(numbers)
        _, made.reverse, made.followed_by = step
        if go_on and numbers and inbox.current == conversation:
            inbox.select(following, by_person=True)
        made.led_to = inbox.current
        self._writes.do(made, step[0])

    # --- taking back ------------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._writes.steps)

    @property
    def newest(self) -> Deed | None:
        """What would be taken back."""
        steps = self._writes.steps
        return steps[-1].deed if steps else None

    def undo(self) -> None:
        """Take the newest step back: the screen at once, the store in its lane."""
        self._writes.take_back(self._show_taken_back)

    # --- inside -----------------------------------------------------------------------------------------

    def _show_taken_back(self, step: Step) -> None:
        self._inbox.show_as(zip(step.after, step.before, strict=True))
        step.return_there()
        self._view.show_undone(step.deed, len(step.touched))

    def _current(self) -> Sequence[ConversationId]:
        return [] if self._inbox.current is None else [self._inbox.current]

    def _rows(self, conversations: Ids) -> list[Conversation]:
        wanted = self.targets() if conversations is None else conversations
        return list(self._inbox.listing.known_all(wanted))

    def _move(self, conversations: Ids, deed: Deed, change: Change, write: Write) -> None:
        """Change states, and go on to the next conversation when the current one was among them."""
        inbox, rows = self._inbox, [row for row in self._rows(conversations) if change(row) != row]
        if not rows:
            return
        numbers = [row.id for row in rows]
        following = inbox.listing.after_all(numbers, inbox.current)
        step = self._begun(deed, rows, change)
        if inbox.current in numbers:
            inbox.select(following, by_person=True)
        step.led_to = inbox.current
        self._view.show_deed(deed, len(rows))
        self._writes.do(step, lambda: write(numbers))

    def _stay(self, conversations: Ids, deed: Deed, change: Change, write: Write, *, undoable: bool = True) -> None:
        """Change conversations and stay on the current one."""
        rows = [row for row in self._rows(conversations) if change(row) != row]
        if not rows:
            return
        step = self._begun(deed, rows, change)
        step.led_to = self._inbox.current
        if undoable:
            self._view.show_deed(deed, len(rows))
        self._writes.do(step, lambda: write([row.id for row in rows]), undoable=undoable)

    def _begun(self, deed: Deed, rows: Sequence[Conversation], change: Change) -> Step:
        """The step, with its rows already shown as they will be."""
        after = tuple(change(row) for row in rows)
        step = Step(deed, tuple(rows), after, tuple(row.id for row in rows), self._way_back())
        self._inbox.show_as(zip(rows, after, strict=True))
        return step

    def _way_back(self) -> Callable[[], None]:
        """Leads to the tab and the conversation of this moment; a search that stands then is not left."""
        inbox = self._inbox
        tab, current, was_search = inbox.tab, inbox.current, inbox.is_searching
        selected = inbox.selection.ids()

        def back() -> None:
            if tab is not inbox.tab and not inbox.is_searching and not was_search:
                inbox.choose_tab(tab)
            inbox.select(current, by_person=False)
            if selected or inbox.selection.ids():
                inbox.selection.choose(inbox.listing.holds(selected))

        return back

    def _settled(self, conversations: Sequence[ConversationId]) -> None:
        """The store knows now what the screen showed: take over what else came meanwhile."""
        self._inbox.refresh(conversations)
        for number in conversations:
            self._view.show_settled(number)

    def _failed(self, step: Step, error: Exception) -> None:
        """The write came to nothing; the rows stand again as the store has them. Who went on meanwhile stays there."""
        if self._inbox.current == step.led_to:
            step.return_there()
        self._view.show_failure(error)


def _done(row: Conversation) -> Conversation:
    return replace(row, state=ConversationState.DONE, snoozed_until=None)


def _waiting(row: Conversation) -> Conversation:
    return replace(row, state=ConversationState.WAITING, snoozed_until=None)


def _reopened(row: Conversation) -> Conversation:
    from shopdesk.domain.target import TargetRules
    from shopdesk.domain.target_sum import with_due_time

    since = row.waiting_since or row.last_at
    back = replace(row, state=ConversationState.NEEDS_REPLY, snoozed_until=None, waiting_since=since)
    return with_due_time(back, TargetRules())  # the mailbox's own target is known a moment later
