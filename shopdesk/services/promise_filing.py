"""What a reply that left does to promises: it keeps or moves those that stood open, and makes its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import PromiseId, TemplateId
from shopdesk.domain.promise import FoundPromise, Promise, PromiseKind, PromiseState
from shopdesk.domain.promise_finding import found_promises
from shopdesk.domain.promise_times import END_OF_DAY
from shopdesk.services.after_answer import MORNING
from shopdesk.services.due_times import save_moved

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from shopdesk.domain.draft import Draft
    from shopdesk.domain.ids import ConversationId, MessageId
    from shopdesk.services.ports import Work

HOLDING = "holding"
"""The topic of templates that only tell the customer that we look into it."""
_HOLDING_DAYS = 1
"""In what time we answer when a holding reply names none."""


def promises_of_sent(
    work: Work,
    conversation: ConversationId,
    message: tuple[MessageId, str],
    draft: Draft | None,
    now: datetime,
    zone: tzinfo | None = None,
) -> None:
    """In: the message that our reply became, with its own words; the draft that it was, if that is known.

    Promises that stand open are kept by it if their time has not passed, and settled as broken if it has; a holding
    reply moves them instead. A holding reply that names no time promises an answer within the template's follow-up
    days, else the next day, and lets a conversation that waits come back then.
    """
    holds = draft is not None and _is_holding(work, draft)
    found = [(one, PromiseKind.WORDS) for one in found_promises(message[1], now, zone)]
    days = draft.follow_up_days if draft is not None and draft.follow_up_days else _HOLDING_DAYS if holds else 0
    if days and not found:
        kind = PromiseKind.HOLDING if holds else PromiseKind.TEMPLATE
        found = [(FoundPromise(_first_line(message[1]), _in_days(now, days, zone)), kind)]
    changed = _settle_open(work, conversation, now, holds=holds)
    for one, kind in found:
        work.promises.add(
            Promise(PromiseId(0), conversation, one.quoted, one.due, made_at=now, kind=kind, message_id=message[0])
        )
    if holds and found:
        _come_back(work, conversation, min(one.due for one, _ in found), now, zone)
    if found or changed:
        work.touched(Changes(conversations=frozenset({conversation}), day=True))


def _is_holding(work: Work, draft: Draft) -> bool:
    for template in draft.template_ids:
        try:
            if work.templates.get(TemplateId(template)).topic == HOLDING:
                return True
        except NotFound:
            continue
    return False


def _settle_open(work: Work, conversation: ConversationId, now: datetime, *, holds: bool) -> bool:
    waiting = [one for one in work.promises.of_conversation(conversation) if one.settled_at is None]
    for one in waiting:
        state = PromiseState.MOVED if holds else PromiseState.BROKEN if one.is_late(now) else PromiseState.KEPT
        work.promises.save(replace(one, state=state, settled_at=now))
    return bool(waiting)


def _come_back(work: Work, conversation: ConversationId, due: datetime, now: datetime, zone: tzinfo | None) -> None:
    """A conversation that waits for the customer returns in the morning of the day on which we owe an answer."""
    rows = work.conversations.rows([conversation])
    if not rows or rows[0].state is not ConversationState.WAITING:
        return
    morning = due.astimezone(zone).replace(hour=MORNING, minute=0, second=0, microsecond=0).astimezone(UTC)
    until = morning if morning > now else due - (due - now) / 2
    row = replace(rows[0], state=ConversationState.SNOOZED, snoozed_until=until)
    save_moved(work, {row.id: rows[0]}, [row], now)


def _in_days(now: datetime, days: int, zone: tzinfo | None) -> datetime:
    day = (now.astimezone(zone) + timedelta(days=days)).replace(tzinfo=None)
    end = day.replace(hour=END_OF_DAY.hour, minute=END_OF_DAY.minute, second=0, microsecond=0)
    local = end.replace(tzinfo=zone) if zone is not None else end.astimezone()
    return local.astimezone(UTC)


def _first_line(text: str) -> str:
    """What the reply says, without its greeting."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    return next((line for line in lines[1:] if line), lines[0] if lines else "")[:160]
