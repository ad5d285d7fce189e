"""Writes through the store lane: the screen changes at once, and is put back when a write fails."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from shopdesk.domain.conversation import Conversation, Undo
from shopdesk.domain.ids import ConversationId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import ConversationDesk

Write = Callable[[], Undo]


class Deed(Enum):
    """What a person did to conversations; toasts name it."""

    DONE = "done"
    SNOOZED = "snoozed"
    UNREAD = "unread"
    READ = "read"
    REOPENED = "reopened"


@dataclass(slots=True)
class Step:
    """One thing done, and what it takes to take it back."""

    deed: Deed
    before: Conversation
    after: Conversation
    undo: Undo | None = None

    @property
    def id(self) -> ConversationId:
        """The conversation it touched."""
        return self.before.id


@dataclass(slots=True)
class Writes:
    """Hands writes to the store lane and keeps the steps that can be taken back."""

    desk: ConversationDesk
    lane: WorkLane
    on_failure: Callable[[Step, Exception], None]
    on_settled: Callable[[ConversationId], None]
    steps: list[Step] = field(default_factory=list)
    _pending: dict[int, int] = field(default_factory=dict)

    def do(self, step: Step, write: Write, *, undoable: bool = True) -> None:
        """Begin a write; the screen already shows its result."""
        if undoable:
            self.steps.append(step)
        self._begin(step)

        def work() -> None:
            step.undo = write()  # in the lane: an undo that follows at once finds it there

        def failed(error: Exception) -> None:
            if step in self.steps:
                self.steps.remove(step)
            self._settle(step)
            self.on_failure(step, error)

        self.lane.submit(work, lambda _: self._settle(step), failed)

    def take_back(self) -> Step | None:
        """Undo the newest step; None when there is none.

        The lane is strictly in order, so the step's own write is over when its undo begins.
        """
        if not self.steps:
            return None
        step = self.steps.pop()
        self._begin(step)

        def write() -> None:
            if step.undo is not None:
                self.desk.undo(step.undo)

        def failed(error: Exception) -> None:
            self._settle(step)
            self.on_failure(step, error)

        self.lane.submit(write, lambda _: self._settle(step), failed)
        return step

    def is_pending(self, conversation: ConversationId) -> bool:
        """True while a write for a conversation is under way: the store does not know yet what the screen shows."""
        return conversation in self._pending

    def _begin(self, step: Step) -> None:
        self._pending[step.id] = self._pending.get(step.id, 0) + 1

    def _settle(self, step: Step) -> None:
        left = self._pending.get(step.id, 1) - 1
        if left:
            self._pending[step.id] = left
        else:
            self._pending.pop(step.id, None)
            self.on_settled(step.id)
