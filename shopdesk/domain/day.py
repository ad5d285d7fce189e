"""A day at the desk: the morning review, the wrap-up, and what is on their lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.ids import AgentId, ConversationId, PromiseId
from shopdesk.domain.promise import PromiseKind

if TYPE_CHECKING:
    from shopdesk.domain.case import Case


class DayKind(StrEnum):
    """The two lists of a day."""

    MORNING = "morning"
    WRAP_UP = "wrap_up"


class Check(StrEnum):
    """What the desk finds out by itself."""

    NOTE = "note"
    """The notes that were left for this morning; in the evening the one for the next."""
    MAILBOXES = "mailboxes"
    """Mailboxes that do not sign in, or brought nothing for a day."""
    BACKUP = "backup"
    DISK = "disk"
    UNSENT = "unsent"
    """Mails that failed on their way out, or whose fate nobody knows."""
    OVERDUE = "overdue"
    ANGRY = "angry"
    DUE = "due"
    """Due before the day ends."""
    YESTERDAY = "yesterday"
    """Asked before today, and in none of the three before."""
    SNOOZED = "snoozed"
    """Snoozed conversations that come back before the day ends."""
    CASES = "cases"
    ORDERS = "orders"
    """Parcels that are late or silent, and orders that something is wrong with."""
    PROMISES = "promises"
    """Promises due today; in the evening those of tomorrow too, to be confirmed."""
    TEMPLATES = "templates"
    """Templates to be looked over."""
    FACTS = "facts"
    """Facts of the day to be read."""
    LEFT = "left"
    """Conversations that still need a reply, a snooze or another pair of hands."""
    HANDOVERS = "handovers"
    """Conversations of people who do not work here any more."""
    DRAFTS = "drafts"


MORNING = (
    Check.NOTE, Check.MAILBOXES, Check.BACKUP, Check.DISK, Check.UNSENT, Check.OVERDUE, Check.ANGRY, Check.DUE,
    Check.YESTERDAY, Check.SNOOZED, Check.CASES, Check.ORDERS, Check.PROMISES, Check.TEMPLATES, Check.FACTS,
)  # fmt: skip
WRAP_UP = (Check.LEFT, Check.PROMISES, Check.NOTE, Check.UNSENT, Check.DRAFTS, Check.CASES, Check.HANDOVERS)
CHECKS = {DayKind.MORNING: MORNING, DayKind.WRAP_UP: WRAP_UP}
WALKED = frozenset(
    {Check.OVERDUE, Check.ANGRY, Check.DUE, Check.YESTERDAY, Check.SNOOZED, Check.PROMISES, Check.LEFT, Check.HANDOVERS}
)
"""Those that are gone through conversation by conversation."""
OWN = "own:"
"""The keys of the shop's own items begin with it."""


class ItemState(StrEnum):
    """Whether an item is seen to."""

    OPEN = "open"
    AUTOMATIC = "automatic"
    """There is nothing to do."""
    TICKED = "ticked"
    """Somebody said so."""


@dataclass(frozen=True, slots=True)
class OwnItem:
    """A line of the shop's own lists."""

    id: int
    """0 for one that was not saved yet."""
    kind: DayKind
    title: str
    weekdays: tuple[int, ...] = ()
    """0 is Monday; empty: every day."""
    starts: date | None = None
    ends: date | None = None
    """The last day, of a campaign for instance."""
    required: bool = False
    reorder_at: int | None = None
    """Something is counted, and at this number or below it is ordered again."""
    starter: str = ""
    """The key of an item that came with the program."""

    def is_for(self, day: date) -> bool:
        """Whether it is on the list of a day."""
        if (self.starts is not None and day < self.starts) or (self.ends is not None and day > self.ends):
            return False
        return not self.weekdays or day.weekday() in self.weekdays


@dataclass(frozen=True, slots=True)
class Tick:
    """That an item was seen to, as it is kept."""

    key: str
    at: datetime
    by: str
    automatic: bool = False
    amount: int | None = None
    """What was counted."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list, with what is so just now."""

    key: str
    """A word of `Check`, or `own:NUMBER`."""
    state: ItemState = ItemState.OPEN
    count: int = 0
    """How much there is to do."""
    conversations: tuple[ConversationId, ...] = ()
    """What "Start" walks through, in this order."""
    names: tuple[str, ...] = ()
    """Whom or what it is about, the first few."""
    first_at: datetime | None = None
    """The earliest time in it."""
    done_at: datetime | None = None
    by: str = ""
    title: str = ""
    """Of the shop's own items."""
    required: bool = True
    amount: int | None = None
    reorder_at: int | None = None
    age: timedelta | None = None
    """Of the backup; None: there is none."""
    problem: str = ""
    """The class name of what is wrong with the backup."""

    @property
    def check(self) -> Check | None:
        """What the desk finds out by itself; None for the shop's own items."""
        return None if self.key.startswith(OWN) else Check(self.key)

    @property
    def is_done(self) -> bool:
        """Whether it is seen to."""
        return self.state is not ItemState.OPEN

    @property
    def to_order(self) -> bool:
        """Whether what was counted is at its re-order point."""
        return self.amount is not None and self.reorder_at is not None and self.amount <= self.reorder_at


@dataclass(frozen=True, slots=True)
class Walk:
    """The conversations of an item that somebody goes through."""

    key: str
    conversations: tuple[ConversationId, ...]
    """As it began."""
    left: tuple[ConversationId, ...] = ()

    @property
    def place(self) -> int:
        """Which one it is now, from 1."""
        return min(len(self.conversations) - len(self.left) + 1, max(len(self.conversations), 1))


@dataclass(frozen=True, slots=True)
class Run:
    """One list of one day."""

    day: date
    kind: DayKind
    items: tuple[Item, ...] = ()
    begun_at: datetime | None = None
    """None: nobody began it yet."""
    begun_by: str = ""
    closed_at: datetime | None = None
    closed_by: str = ""
    walk: Walk | None = None

    @property
    def done(self) -> int:
        """How many items are seen to."""
        return sum(1 for item in self.items if item.is_done)

    @property
    def next_item(self) -> Item | None:
        """The first one that is not."""
        return next((item for item in self.items if not item.is_done), None)

    @property
    def undecided(self) -> tuple[Item, ...]:
        """What has to be seen to before the list can be closed."""
        return tuple(item for item in self.items if item.required and not item.is_done)

    def item(self, key: str) -> Item | None:
        """One item by its key."""
        return next((item for item in self.items if item.key == key), None)


class Decision(StrEnum):
    """What is done with a conversation at the end of the day."""

    ANSWERED = "answered"
    SNOOZED = "snoozed"
    HANDED_OVER = "handed_over"


@dataclass(frozen=True, slots=True)
class Handed:
    """A conversation that somebody else goes on with."""

    conversation_id: ConversationId
    agent: AgentId
    at: datetime


class NoteKind(StrEnum):
    """What is written down at the end of a day."""

    MORNING = "morning"
    LESSON = "lesson"
    SUGGESTION = "suggestion"


@dataclass(frozen=True, slots=True)
class DayNote:
    """Words that a day leaves behind."""

    id: int
    day: date
    kind: NoteKind
    text: str
    by: str
    written_at: datetime
    to: AgentId | None = None
    """Whom it is for; None: whoever comes first."""
    read_at: datetime | None = None
    read_by: str = ""


@dataclass(frozen=True, slots=True)
class DayFigures:
    """What a day was like, in numbers."""

    received: int = 0
    answered: int = 0
    waiting: int = 0
    overdue: int = 0
    cases_moved: int = 0


@dataclass(frozen=True, slots=True)
class DayRecord:
    """A day of the history."""

    day: date
    morning_done: int = 0
    morning_items: int = 0
    begun_at: datetime | None = None
    closed_at: datetime | None = None
    closed_by: str = ""
    figures: DayFigures = DayFigures()
    """As it was closed."""
    missed: tuple[str, ...] = ()
    """Keys of items of the morning that nobody saw to."""


@dataclass(frozen=True, slots=True)
class AgentShare:
    """How much one person has open."""

    agent: AgentId | None
    name: str
    open: int
    color: int = 0
    on_duty: bool = False
    active: bool = True


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise that is due on a day, or late."""

    id: PromiseId
    conversation_id: ConversationId
    name: str
    quoted: str
    due: datetime
    by: str = ""
    kind: PromiseKind = PromiseKind.WORDS


@dataclass(frozen=True, slots=True)
class Digest:
    """All of today at one glance."""

    day: date
    at: datetime
    run: Run
    waiting: int
    overdue: int
    oldest_since: datetime | None
    week: tuple[tuple[date, int, int], ...] = ()
    """(day, received, answered) of seven days, today last."""
    team: tuple[AgentShare, ...] = ()
    notes: tuple[DayNote, ...] = ()
    """What was left for this morning and is unread."""
    evening_note: str = ""
    """What whoever is on duty has written for tomorrow so far."""
    promised: tuple[Promised, ...] = ()
    """What is due today, or late."""
    promised_tomorrow: tuple[Promised, ...] = ()
    streak: int = 0
    """Days in a row that were closed with nothing overdue."""
    tomorrow_promises: int = 0
    tomorrow_first: datetime | None = None
    tomorrow_snoozed: int = 0
    tomorrow_snooze_first: datetime | None = None
    cases_moved: int = 0
    moved: "tuple[Case, ...]" = ()
    """Cases that went to another stage or column today, archived ones too."""
    cases_due: "tuple[Case, ...]" = ()
    """Late ones, and those due before the day ends; in the evening before the next one does."""
    first_reply: timedelta | None = None
    """The median of today; None without a reply."""


class DayUndecided(InputRefused):
    """A day cannot be closed yet; `keys` names the items that are left."""

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__("day", f"is not decided yet: {', '.join(keys)}")
        self.keys = tuple(keys)


def day_of(at: datetime, zone: tzinfo | None = None) -> date:
    """The day of the shop's calendar that a moment belongs to; without a zone that of the computer."""
    return at.astimezone(zone).date()


def day_begins(day: date, zone: tzinfo | None = None) -> datetime:
    """The first moment of a day (UTC), also where a change of the clock swallows midnight."""
    found = datetime.combine(day, time.min)
    here = found.replace(tzinfo=zone) if zone is not None else found.astimezone()
    begin = here.astimezone(UTC)
    while day_of(begin, zone) < day:  # midnight does not exist there
        begin += timedelta(minutes=15)
    return begin


def day_ends(day: date, zone: tzinfo | None = None) -> datetime:
    """The first moment of the next day (UTC)."""
    return day_begins(day + timedelta(days=1), zone)


def streak_of(records: Sequence[DayRecord]) -> int:
    """How many of the newest days in a row were closed with nothing overdue; days without a list do not count."""
    count = 0
    for record in sorted(records, key=lambda one: one.day, reverse=True):
        if record.closed_at is None or record.figures.overdue:
            break
        count += 1
    return count
