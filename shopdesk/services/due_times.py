"""Keeps the clock and the due time of conversations in line with every change, in the same transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from shopdesk.domain.answer_clock import NOT_STOPPED, AnswerClock, asked_at
from shopdesk.domain.conversation import Conversation
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.target import TargetRules
from shopdesk.domain.target_clock import ticking
from shopdesk.domain.target_sum import with_due_time
from shopdesk.services.ports import Work


def save_due(work: Work, rows: Sequence[Conversation]) -> None:
    """Write conversations with the due times that follow from their clocks; what changed urgency or mood calls it."""
    if rows:
        rules = work.targets.rules()
        work.conversations.save_states([with_due_time(row, rules) for row in rows])


def save_moved(
    work: Work,
    before: Mapping[ConversationId, Conversation],
    after: Sequence[Conversation],
    at: datetime,
    *,
    imported: bool = False,
) -> None:
    """Write conversations whose state changed at a moment, their clocks and due times with them.

    `before` are their rows until now, without those that this batch made; `imported` is true for mail of a first
    import: where the time was up already, no clock runs.
    """
    if not after:
        return
    rules = work.targets.rules()
    ticked = [ticking(before.get(row.id), row, at, rules) for row in after]
    rows = [with_due_time(row, rules) for row in _dated(work, ticked, before, imported=imported)]
    if imported:
        rows = [_off(row, rules) if row.due_at and row.due_at <= at and _is_new(row, before) else row for row in rows]
    work.conversations.save_states(rows)


def _dated(
    work: Work, rows: Sequence[Conversation], before: Mapping[ConversationId, Conversation], *, imported: bool
) -> list[Conversation]:
    """Clocks that begin now begin at the mail's own date."""
    received = {
        row.id: row.waiting_since
        for row in rows
        if row.waiting_since is not None and row.clock == NOT_STOPPED and _is_new(row, before)
    }
    sent = work.targets.sent_at(received) if received else {}
    asked = {number: asked_at(received[number], at, imported=imported) for number, at in sent.items()}
    return [
        row if asked.get(row.id, row.waiting_since) == row.waiting_since else _asked(row, asked[row.id])
        for row in rows
    ]


def _is_new(row: Conversation, before: Mapping[ConversationId, Conversation]) -> bool:
    known = before.get(row.id)
    return known is None or known.waiting_since != row.waiting_since


def _off(row: Conversation, rules: TargetRules) -> Conversation:
    """Without a clock; its due time goes with it unless the rule keeps that of old mail."""
    clock = AnswerClock(row.clock.asked_at, row.clock.pauses, is_off=True)
    if rules.of(row.mailbox_id).old_mail:
        return replace(row, clock=clock)
    return replace(row, clock=clock, due_at=None, amber_at=None, red_at=None)


def _asked(row: Conversation, at: datetime) -> Conversation:
    return replace(row, clock=AnswerClock(at))
