"""The page of today without Qt: which list is shown, and what a person does to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Protocol

from shopdesk.domain.agent import Agent
from shopdesk.domain.conversation import Conversation, Undo
from shopdesk.domain.day import (
    Check,
    DayKind,
    DayNote,
    DayUndecided,
    Decision,
    Digest,
    Item,
    ItemState,
    NoteKind,
    Run,
    Walk,
)
from shopdesk.domain.ids import AgentId, ConversationId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.day_desk import AgentDesk, DayDesk
from shopdesk.ui.desk import Now

WRAP_UP_AT = time(17, 30)
"""From then on the evening's list comes first, where the person is."""
SHOWN_LEFT = 40
"""Conversations that the wrap-up shows at once."""
_NINE = time(9, 0)


@dataclass(frozen=True, slots=True)
class TodayShown:
    """All that the page shows."""

    digest: Digest
    left: tuple[Conversation, ...] = ()
    """What is still to be decided about."""
    team: tuple[Agent, ...] = ()
    me: Agent | None = None
    lessons: tuple[DayNote, ...] = ()
    """Lessons and suggestions of the day, the newest first."""


class TodayView(Protocol):
    """What the page shows for its presenter."""

    def show_day(self, shown: TodayShown) -> None: ...
    def walk(self, kind: DayKind, walk: Walk) -> None: ...
    def tell(self, deed: str) -> None:
        """Something was done that undo takes back."""

    def show_undecided(self, error: DayUndecided) -> None: ...
    def show_failure(self, error: Exception) -> None: ...


class TodayPresenter:
    """Looks in the reader lane, writes in the store lane."""

    def __init__(
        self,
        desk: DayDesk,
        agents: AgentDesk,
        rows: Callable[[Sequence[ConversationId]], Sequence[Conversation]],
        take_back: Callable[[Undo], None],
        lanes: tuple[WorkLane, WorkLane],
        view: TodayView,
        now: Now,
    ) -> None:
        """In: the lanes of reading and writing; how a step is undone (in the store lane)."""
        self._desk = desk
        self._agents = agents
        self._rows = rows
        self._take_back = take_back
        self._reading, self._writing = lanes
        self._view = view
        self._now = now
        self.steps: list[Undo] = []
        self.kind = _usual(now())
        self._began = now().astimezone().date(), self.kind
        self.shown: TodayShown | None = None

    # --- looking --------------------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Somebody turns to the page: the time of day chooses the list, where it would choose another one by now."""
        usual = self._now().astimezone().date(), _usual(self._now())
        if usual != self._began:
            self._began, self.kind = usual, usual[1]
        self.look()

    def look(self) -> None:
        """Read everything anew; another day begins with the list that its time of day chooses."""
        today = self._now().astimezone().date()
        if today != self._began[0]:
            self.kind = _usual(self._now())
            self._began = today, self.kind
        kind = self.kind
        self._reading.replace(lambda: self._read(kind), self._show, self._view.show_failure)

    def choose(self, kind: DayKind) -> None:
        """Turn to the other list."""
        self.kind = kind
        self.look()

    @property
    def run(self) -> Run | None:
        """The list that is shown."""
        return self.shown.digest.run if self.shown is not None else None

    # --- what a person does ---------------------------------------------------------------------------------

    def start(self, item: Item) -> None:
        """Go through exactly the conversations of an item."""
        kind = self.kind

        def started(walk: Walk) -> None:
            self._view.walk(kind, walk)
            self.look()

        self._writing.submit(lambda: self._desk.start(kind, item.key), started, self._view.show_failure)

    def tick(self, item: Item, amount: int | None = None) -> None:
        """Say that it is seen to and how much is left, or take that back."""
        kind = self.kind
        if item.is_done:
            self._write(lambda: self._desk.untick(kind, item.key))
        else:
            self._write(lambda: self._desk.tick(kind, item.key, amount))

    def remember(self, kind: NoteKind, text: str) -> None:
        """Keep a lesson or a suggestion."""
        self._write(lambda: self._desk.remember(kind, text))

    def snooze(self, conversations: Sequence[ConversationId], until: datetime | None = None) -> None:
        """Until a moment (UTC), else tomorrow at nine."""
        deed, moment = "snoozed" if until is None else "later", until or self.tomorrow_at_nine()
        self.decide(conversations, lambda: self._desk.decide(conversations, Decision.SNOOZED, until=moment), deed)

    def hand_over(self, conversations: Sequence[ConversationId], agent: AgentId) -> None:
        """To somebody else."""
        self.decide(conversations, lambda: self._desk.decide(conversations, Decision.HANDED_OVER, to=agent), "handed")

    def settle(self, conversations: Sequence[ConversationId]) -> None:
        """Nothing more to do."""
        self.decide(conversations, lambda: self._desk.decide(conversations, Decision.ANSWERED), "done")

    def note(self, text: str) -> None:
        """Keep the note for the morning."""
        self._write(lambda: self._desk.note_for_tomorrow(text))

    def assign_evenly(self) -> None:
        """Share out what is nobody's."""
        self.decide((), self._agents.assign_evenly, "shared")

    def decide(self, conversations: Sequence[ConversationId], write: Callable[[], Undo], deed: str) -> None:
        """Anything that undo takes back; `deed` names it to the view."""

        def done(undo: Undo) -> None:
            self.steps.append(undo)
            self._view.tell(deed)
            self.look()

        self._writing.submit(write, done, self._view.show_failure)

    def close(self) -> None:
        """End the day."""

        def refused(error: Exception) -> None:
            if isinstance(error, DayUndecided):
                self._view.show_undecided(error)
            else:
                self._view.show_failure(error)

        self._writing.submit(self._desk.close, lambda _: self.look(), refused)

    @property
    def can_undo(self) -> bool:
        """Whether there is a decision to take back."""
        return bool(self.steps)

    def undo(self) -> None:
        """Take the newest decision back."""
        if self.steps:
            step = self.steps.pop()
            self._write(lambda: self._take_back(step))

    def tomorrow_at_nine(self) -> datetime:
        """Where the person is."""
        tomorrow = self._now().astimezone().date() + timedelta(days=1)
        return datetime.combine(tomorrow, _NINE).astimezone()

    # --- inside ---------------------------------------------------------------------------------------------

    def _read(self, kind: DayKind) -> TodayShown:
        digest = self._desk.digest(kind)
        left = digest.run.item(Check.LEFT.value)
        rows = self._rows(left.conversations[:SHOWN_LEFT]) if left is not None else ()
        lessons = tuple(note for note in self._desk.notes(digest.day) if note.kind is not NoteKind.MORNING)
        return TodayShown(digest, tuple(rows), tuple(self._agents.all()), self._agents.on_duty(), lessons)

    def _show(self, shown: TodayShown) -> None:
        self.shown = shown
        self._view.show_day(shown)
        run = shown.digest.run
        fresh = [item for item in run.items if item.state is ItemState.AUTOMATIC and item.done_at is None]
        if run.begun_at is not None and fresh:
            # What ticked itself is written down with its time; the changes that this tells lead to another look.
            self._writing.submit(self._desk.keep_up, lambda _: None, self._view.show_failure)

    def _write(self, write: Callable[[], object]) -> None:
        self._writing.submit(write, lambda _: self.look(), self._view.show_failure)


def _usual(now: datetime) -> DayKind:
    """The list that the time of day chooses, where the person is."""
    return DayKind.WRAP_UP if now.astimezone().time() >= WRAP_UP_AT else DayKind.MORNING
