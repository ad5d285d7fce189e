"""Writes through the store lane: the screen changes at once, and is put back when a write fails."""

from collections.abc import Callable, Iterable, Sequence
from enum import Enum

from shopdesk.domain.conversation import Conversation, Undo
from shopdesk.domain.ids import ConversationId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import ConversationDesk

Write = Callable[[], Undo]
KEPT_STEPS = 200
"""So many steps can be taken back."""


class Deed(Enum):
    """What a person did to conversations; toasts name it."""

    DONE = "done"
    SNOOZED = "snoozed"
    WAITING = "waiting"
    UNREAD = "unread"
    READ = "read"
    REOPENED = "reopened"
    ANSWERED = "answered"
    NOTE_ADDED = "note_added"
    NOTE_CHANGED = "note_changed"
    NOTE_REMOVED = "note_removed"
    TAG_ADDED = "tag_added"
    TAG_REMOVED = "tag_removed"
    MERGED = "merged"
    SPLIT = "split"
    ASSIGNED = "assigned"
    PROMISED = "promised"
    PROMISE_KEPT = "promise_kept"
    PROMISE_MOVED = "promise_moved"
    PROMISE_BROKEN = "promise_broken"
    CASE_LINKED = "case_linked"
    CASE_PARTED = "case_parted"
    JOINED = "joined"
    PARTED = "parted"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    CORRECTED = "corrected"
    UNLEARNED = "unlearned"


def _nowhere() -> None:
    """Nobody has to be brought back."""


class Step:
    """One thing done to one or more conversations, and what it takes to take it back."""

    def __init__(
        self,
        deed: Deed,
        before: tuple[Conversation, ...],
        after: tuple[Conversation, ...],
        touched: tuple[ConversationId, ...],
        return_there: Callable[[], None] = _nowhere,
        followed_by: Callable[[], None] = _nowhere,
    ) -> None:
        """`before` and `after` are the rows as the screen showed them before, and shows them since; empty when the
        screen waits for the store. `return_there` brings the person back to where the step was done: tab and selection.
        `followed_by` is called right after its taking back was begun.
        """
        self.deed = deed
        self.before = before
        self.after = after
        self.touched = touched
        self.return_there = return_there
        self.followed_by = followed_by
        self.led_to: ConversationId | None = None
        """The conversation that was current right after it."""
        self.undo: Undo | None = None
        self.reverse: Callable[[], None] | None = None
        """Takes it back in the store lane, where that is more than states of conversations."""


class _Underway:
    """A write that is not settled yet: what the store had, and what the screen already shows."""

    def __init__(
        self,
        touched: tuple[ConversationId, ...],
        stored: tuple[Conversation, ...],
        shown: tuple[Conversation, ...],
    ) -> None:
        self.touched = touched
        self.stored = stored
        self.shown = shown
        self.is_written = False


class Writes:
    """Hands writes to the store lane and keeps the steps that can be taken back."""

    def __init__(
        self,
        desk: ConversationDesk,
        lane: WorkLane,
        on_failure: Callable[[Step, Exception], None],
        on_settled: Callable[[Sequence[ConversationId]], None],
    ) -> None:
        """`on_settled` is told the conversations of which the store knows now all that the screen showed."""
        self.desk = desk
        self.lane = lane
        self.on_failure = on_failure
        self.on_settled = on_settled
        self.steps: list[Step] = []
        self._underway: list[_Underway] = []

    def do(self, step: Step, write: Write, *, undoable: bool = True) -> None:
        """Begin a write; the screen already shows its result."""
        if undoable:
            self.steps.append(step)
            del self.steps[:-KEPT_STEPS]

        def work() -> None:
            step.undo = write()  # in the lane: an undo that follows at once finds it there

        def failed(error: Exception) -> None:
            if step in self.steps:
                self.steps.remove(step)
            self.on_failure(step, error)

        self._submit(self._begin(_Underway(step.touched, step.before, step.after)), step, work, failed)

    def take_back(self, show: Callable[[Step], None]) -> None:
        """Undo the newest step, if there is one; `show` lets the screen have it first.

        The lane is strictly in order, so the step's own write is over when its undo begins.
        """
        if not self.steps:
            return
        step = self.steps.pop()

        def work() -> None:
            if step.reverse is not None:
                step.reverse()
            elif step.undo is not None:
                self.desk.undo(step.undo)

        underway = self._begin(_Underway(step.touched, step.after, step.before))
        show(step)
        self._submit(underway, step, work, lambda error: self.on_failure(step, error))
        step.followed_by()

    def is_pending(self, conversation: ConversationId) -> bool:
        """True while a write for a conversation is under way: the store does not know yet what the screen shows."""
        return any(conversation in each.touched for each in self._underway)

    def unsettled(self) -> Iterable[tuple[Conversation, Conversation]]:
        """Pairs of rows: as the store still has them, and as the screen already shows them."""
        stored: dict[int, Conversation] = {}
        shown: dict[int, Conversation] = {}
        for each in self._underway:
            if not each.is_written:
                for before, after in zip(each.stored, each.shown, strict=True):
                    stored.setdefault(before.id, before)
                    shown[before.id] = after
        return [(before, shown[number]) for number, before in stored.items()]

    def _begin(self, underway: _Underway) -> _Underway:
        self._underway.append(underway)
        return underway

    def _submit(
        self, underway: _Underway, step: Step, work: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        def write() -> None:
            work()
            underway.is_written = True

        def refuse(error: Exception) -> None:
            self._settle(underway)
            failed(error)

        self.lane.submit(write, lambda _: self._settle(underway, _beyond(step.undo)), refuse)

    def _settle(self, underway: _Underway, beyond: Sequence[ConversationId] = ()) -> None:
        self._underway.remove(underway)
        touched = dict.fromkeys((*underway.touched, *beyond))
        self.on_settled([number for number in touched if not self.is_pending(number)])


def _beyond(undo: Undo | None) -> list[ConversationId]:
    """Conversations that a write made or emptied: nobody could name them before it."""
    if undo is None:
        return []
    return [*undo.created, *(row.id for row in undo.removed), *(source for _, source in undo.moved)]

