"""Cases: what went wrong after a sale, who owns it, and where it stands until the customer is content."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from shopdesk.domain.errors import MoveNotAllowed

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from shopdesk.domain.ids import CaseId, MessageId


class CaseKind(StrEnum):
    """What it is about."""

    RETURN = "return"
    REFUND = "refund"
    EXCHANGE = "exchange"
    RESEND = "resend"
    COMPENSATION = "compensation"
    REPAIR = "repair"
    NOT_RECEIVED = "not_received"
    DAMAGED = "damaged"
    COMPLAINT = "complaint"
    BAD_REVIEW = "bad_review"
    DISPUTE = "dispute"


class Stage(StrEnum):
    """The closed loop, in its order."""

    ACCEPTED = "accepted"
    IN_HAND = "in_hand"
    ANSWERED = "answered"
    FOLLOWED_UP = "followed_up"
    ARCHIVED = "archived"


class Column(StrEnum):
    """The working columns of the board, in their order."""

    NEW = "new"
    WAITING = "waiting"
    RETURNING = "returning"
    DECIDE = "decide"
    SETTLE = "settle"
    CLOSED = "closed"


class Resolution(StrEnum):
    """How a case is settled."""

    REFUND = "refund"
    PARTIAL_REFUND = "partial_refund"
    EXCHANGE = "exchange"
    RESEND = "resend"
    COMPENSATE = "compensate"
    REPAIR = "repair"
    EXPLAIN = "explain"
    REFUSE = "refuse"
    WITHDRAWN = "withdrawn"


PAYING = frozenset({Resolution.REFUND, Resolution.PARTIAL_REFUND, Resolution.COMPENSATE})
"""Settlements that cost money."""

STAGE_OF = {
    Column.NEW: Stage.ACCEPTED,
    Column.WAITING: Stage.IN_HAND,
    Column.RETURNING: Stage.IN_HAND,
    Column.DECIDE: Stage.IN_HAND,
    Column.SETTLE: Stage.ANSWERED,
    Column.CLOSED: Stage.ARCHIVED,
}
"""Where in the loop a column lies; what was followed up stays in `SETTLE` until it is archived."""

_FIRST_COLUMN = {
    Stage.ACCEPTED: Column.NEW,
    Stage.IN_HAND: Column.DECIDE,
    Stage.ANSWERED: Column.SETTLE,
    Stage.FOLLOWED_UP: Column.SETTLE,
    Stage.ARCHIVED: Column.CLOSED,
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file of a mail that shows what happened; the mail keeps its bytes."""

    message_id: MessageId
    number: int
    """Position among the attachments of its mail."""
    name: str
    media_type: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class CaseStep:
    """One step of the playbook, by its key."""

    key: str
    done_at: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Escalation:
    """Somebody outside was asked by mail: a supplier, the warehouse, the owner."""

    to: str
    """`supplier`, `warehouse`, `owner`."""
    address: str
    asked: str
    """What was asked of them, in short."""
    sent_at: datetime
    due_at: datetime
    answered_at: datetime | None = None


class Gatekeeper(Protocol):
    """Knows which fields have to be filled; `case_gates.Gates` is one."""

    def missing(self, case: Case, to: Stage, column: Column | None = None) -> tuple[str, ...]:
        """The empty fields among all that the way to a stage (and column) wants."""


@dataclass(frozen=True, slots=True)
class Case:
    """One case as it stands; every change makes a new one, and an entry in its history."""

    id: CaseId
    kind: CaseKind
    opened_at: datetime
    changed_at: datetime
    stage: Stage = Stage.ACCEPTED
    column: Column = Column.NEW
    customer_name: str = ""
    customer_email: str = ""
    shop: str = ""
    """Marketplace word of the conversation, or the address of its mailbox."""
    order_number: str = ""
    item: str = ""
    variant: str = ""
    sku: str = ""
    reason: str = ""
    """In the customer's words, short."""
    value: Decimal | None = None
    """What the goods cost: what is at stake while nothing is decided."""
    currency: str = ""
    owner: int | None = None
    """The agent who looks after it."""
    evidence: tuple[Evidence, ...] = ()
    evidence_at: datetime | None = None
    """When the first picture came."""
    evidence_note: str = ""
    """What the evidence shows, as whoever looked at it decided."""
    resolution: Resolution | None = None
    amount: Decimal | None = None
    consent: str = ""
    """How the customer agreed."""
    decided_at: datetime | None = None
    approved_by: str = ""
    """Who allowed an amount beyond the limits."""
    return_parcel: str = ""
    executed_at: datetime | None = None
    """When money, goods or repair were on their way."""
    follow_up_at: datetime | None = None
    follow_up_result: str = ""
    root_cause: str = ""
    lesson: str = ""
    platform_deadline: datetime | None = None
    next_step: str = ""
    next_at: datetime | None = None
    playbook: str = ""
    steps: tuple[CaseStep, ...] = ()
    escalations: tuple[Escalation, ...] = ()
    messages: tuple[MessageId, ...] = ()
    """Messages by which conversations are linked; the first one is what the case was opened from. They follow their
    messages when conversations are joined or parted."""

    @property
    def number(self) -> str:
        """As people say it: RC-1042."""
        return f"RC-{self.id}"

    @property
    def is_open(self) -> bool:
        """False once it is archived."""
        return self.stage is not Stage.ARCHIVED

    @property
    def at_stake(self) -> Decimal | None:
        """The amount that was decided, else what the goods cost; None when neither is known."""
        return self.value if self.amount is None else self.amount

    @property
    def due_at(self) -> datetime | None:
        """The earliest date on which somebody has to do something; None when nothing has a date, or it is over."""
        if not self.is_open:
            return None
        waits = (one.due_at for one in self.escalations if one.answered_at is None)
        follow_up = None if self.follow_up_result else self.follow_up_at
        dates = (self.next_at, self.platform_deadline, follow_up, *waits)
        return min((at for at in dates if at is not None), default=None)

    def moved_stage(self, to: Stage | Column) -> Stage:
        """The stage that a move leads to."""
        return _stage(to, self.stage)

    def missing_for(self, to: Stage | Column, gates: Gatekeeper) -> tuple[str, ...]:
        """The fields that have to be filled before it may stand there, in the order of the loop."""
        return gates.missing(self, _stage(to, self.stage), to if isinstance(to, Column) else None)

    def moved(self, to: Stage | Column, at: datetime, gates: Gatekeeper) -> Case:
        """The case at another stage, or in another column of the board; back is always free.

        Raises `MoveNotAllowed` with the missing fields. Out: the same case when it stands there already.
        """
        stage = _stage(to, self.stage)
        column = to if isinstance(to, Column) else self._column_at(stage)
        order = list(Stage)
        if order.index(stage) >= order.index(self.stage):
            missing = self.missing_for(to, gates)
            if missing:
                raise MoveNotAllowed(missing)
        if (stage, column) == (self.stage, self.column):
            return self
        decided = self.decided_at
        if decided is None and self.resolution is not None and order.index(stage) >= order.index(Stage.ANSWERED):
            decided = at
        return replace(self, stage=stage, column=column, changed_at=at, decided_at=decided)

    def _column_at(self, stage: Stage) -> Column:
        return self.column if STAGE_OF[self.column] is stage else _FIRST_COLUMN[stage]

    def ticked(self, key: str, at: datetime | None, by: str = "") -> Case:
        """With a step of its playbook done, or (None) open again; other keys change nothing."""
        steps = tuple(
            replace(step, done_at=at, by=by if at else "") if step.key == key else step for step in self.steps
        )
        return replace(self, steps=steps)

    def with_evidence(self, found: Evidence, at: datetime) -> Case:
        """With one more piece of evidence; the same file counts once."""
        if any((one.message_id, one.number) == (found.message_id, found.number) for one in self.evidence):
            return self
        is_shown = found.media_type.startswith(("image/", "video/"))
        came = at if self.evidence_at is None and is_shown else self.evidence_at
        return replace(self, evidence=(*self.evidence, found), evidence_at=came, changed_at=at)


def _stage(to: Stage | Column, now: Stage) -> Stage:
    if isinstance(to, Stage):
        return to
    if to is Column.SETTLE and now is Stage.FOLLOWED_UP:
        return now
    return STAGE_OF[to]
