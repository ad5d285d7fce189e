"""The doors to agents, the lists of the day and facts; storage fits them by shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime, timedelta

    from shopdesk.domain.agent import Agent
    from shopdesk.domain.day import DayKind, DayNote, DayRecord, Handed, NoteKind, OwnItem, Run, Tick, Walk
    from shopdesk.domain.fact import Fact
    from shopdesk.domain.ids import AgentId, CaseId, ConversationId, ThreadEventId
    from shopdesk.domain.thread_event import ThreadEvent
    from shopdesk.domain.waiting_reminder import Waiting


class AgentRepository(Protocol):
    """Who works here, and whose conversations are."""

    def all(self) -> Sequence[Agent]: ...
    def get(self, agent: AgentId) -> Agent:
        """Raises `NotFound`."""

    def add(self, agent: Agent) -> AgentId: ...
    def save(self, agent: Agent) -> None: ...
    def assigned(self, conversations: Sequence[ConversationId]) -> Mapping[ConversationId, AgentId]: ...
    def assign(self, conversations: Sequence[ConversationId], agent: AgentId | None, at: datetime) -> None: ...
    def open_counts(self) -> Mapping[AgentId | None, int]:
        """How many conversations of each need a reply; None counts those of nobody."""


class ThreadEventRepository(Protocol):
    """What was done with conversations."""

    def of_conversation(self, conversation: ConversationId, limit: int) -> Sequence[ThreadEvent]:
        """The newest ones, oldest first."""

    def add(self, events: Sequence[tuple[ConversationId, ThreadEvent]]) -> tuple[ThreadEventId, ...]: ...
    def remove(self, events: Sequence[ThreadEventId]) -> None: ...
    def send_home(self, conversations: Sequence[ConversationId]) -> None:
        """Bring back what happened in conversations that a merge had emptied and that are here again."""


class FactRepository(Protocol):
    """The board of facts."""

    def all(self) -> Sequence[Fact]: ...
    def save(self, fact: Fact) -> None: ...
    def remove(self, name: str) -> bool: ...


class DayRepository(Protocol):
    """Runs, ticks, notes and the shop's own items."""

    def own_items(self) -> Sequence[OwnItem]: ...
    def known_starters(self) -> frozenset[str]: ...
    def save_own(self, item: OwnItem) -> int: ...
    def remove_own(self, item: int) -> None: ...
    def run(self, day: date, kind: DayKind) -> Run | None: ...
    def begin(self, day: date, kind: DayKind, at: datetime, by: str) -> None:
        """One that was begun stays as it is."""

    def close(self, day: date, kind: DayKind, at: datetime, by: str, report: str) -> None: ...
    def save_walk(self, day: date, kind: DayKind, walk: Walk | None) -> None: ...
    def records(self, limit: int) -> Sequence[DayRecord]: ...
    def ticks(self, day: date, kind: DayKind) -> Mapping[str, Tick]: ...
    def tick(self, day: date, kind: DayKind, tick: Tick) -> None: ...
    def untick(self, day: date, kind: DayKind, key: str) -> None: ...
    def handed(self, day: date) -> Mapping[ConversationId, Handed]: ...
    def hand_over(
        self, day: date, conversations: Sequence[ConversationId], agent: AgentId, at: datetime
    ) -> None: ...
    def take_back(self, conversations: Sequence[ConversationId]) -> None:
        """They were not handed over after all."""

    def notes(self, day: date | None = None, kind: NoteKind | None = None) -> Sequence[DayNote]: ...
    def unread_notes(self, before: date) -> Sequence[DayNote]: ...
    def save_note(self, note: DayNote) -> None: ...
    def read_notes(self, before: date, at: datetime | None, by: str, since: datetime | None = None) -> None: ...


class OpenWork(Protocol):
    """A conversation that needs a reply."""

    @property
    def id(self) -> ConversationId: ...
    @property
    def due_at(self) -> datetime | None: ...
    @property
    def is_angry(self) -> bool: ...
    @property
    def asked_at(self) -> datetime: ...
    @property
    def name(self) -> str: ...
    @property
    def agent(self) -> AgentId | None: ...
    @property
    def last_at(self) -> datetime: ...


class DayCounting(Protocol):
    """What the desk knows for the lists."""

    def open_work(self) -> Sequence[OpenWork]: ...
    def waiting(self, at: datetime, agent: AgentId | None) -> Sequence[Waiting]:
        """Due soon or overdue at a moment; with an agent only theirs and what is nobody's."""

    def snoozed(self, until: datetime) -> Sequence[tuple[ConversationId, datetime, str]]: ...
    def drafts(self) -> int: ...
    def failed_sends(self) -> Sequence[ConversationId | None]: ...
    def messages(self, begin: datetime, end: datetime) -> tuple[int, int]:
        """Mails that people wrote, and our answers."""

    def cases_moved(self, begin: datetime, end: datetime) -> Sequence[CaseId]:
        """Those that went to another stage or column, and did not come back by an undo, the last moved first."""

    def first_replies(self, begin: datetime, end: datetime) -> Sequence[timedelta]:
        """How long the customers waited whose conversation got its first answer then."""


class DayWork(Protocol):
    """The part of a transaction that knows people, days and facts."""

    @property
    def agents(self) -> AgentRepository: ...
    @property
    def day(self) -> DayRepository: ...
    @property
    def day_counts(self) -> DayCounting: ...
    @property
    def facts(self) -> FactRepository: ...
    @property
    def thread_events(self) -> ThreadEventRepository: ...


class Surveyor(Protocol):
    """What only the computer, or another service, can tell; each may be asked at any time."""

    def free_bytes(self) -> int | None:
        """Room on the disk of the data folder; None when nobody knows."""

    @property
    def makes_backups(self) -> bool:
        """Whether the age of the backup belongs to the morning."""

    def to_review(self, now: datetime) -> Sequence[str]:
        """Names of the templates that are to be looked over."""

    def watched_orders(self, work: object, now: datetime) -> Sequence[str]:
        """Whose orders and parcels need somebody, a name for each, the most pressing first."""


class NobodyAsks:
    """A surveyor that knows nothing; fits `Surveyor`."""

    makes_backups = False

    def free_bytes(self) -> int | None:
        """Unknown."""
        return None

    def to_review(self, now: datetime) -> Sequence[str]:
        """None."""
        return ()

    def watched_orders(self, work: object, now: datetime) -> Sequence[str]:
        """None."""
        return ()
