"""Whose turn it is once an answer is queued, and what takes that back."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from shopdesk.domain.answer_clock import AnswerClock, Pause
from shopdesk.domain.conversation import Conversation, ConversationState
from shopdesk.domain.draft import Draft, DraftKind
from shopdesk.domain.ids import ConversationId
from shopdesk.services.due_times import save_due, save_moved
from shopdesk.services.ports import Work

MORNING = 9


def move_on(work: Work, draft: Draft, now: datetime, *, done: bool) -> str:
    """Move the conversation on; returns as text what takes that back."""
    rows = work.conversations.rows([draft.conversation_id]) if draft.conversation_id is not None else ()
    if not rows or draft.kind in {DraftKind.FORWARD, DraftKind.NEW}:
        return ""
    row = rows[0]
    save_moved(work, {row.id: row}, [_after_answer(row, draft, now, done=done)], now)
    moments = (row.snoozed_until, row.waiting_since, row.last_at)
    return json.dumps([row.id, row.state.value, *map(_text, moments), _clock_text(row.clock)])


def moved_back(work: Work, undo: str) -> frozenset[ConversationId]:
    """Bring back the state from before the answer, unless news came in between."""
    if not undo:
        return frozenset()
    conversation, state, snoozed, waiting, last, *clock = json.loads(undo)
    rows = work.conversations.rows([ConversationId(conversation)])
    newest = _moment(last)
    if not rows or (newest is not None and rows[0].last_at > newest):
        return frozenset()
    back = replace(
        rows[0],
        state=ConversationState(state),
        snoozed_until=_moment(snoozed),
        waiting_since=_moment(waiting),
        clock=_clock(*clock),
    )
    save_due(work, [back])
    return frozenset({back.id})


def _after_answer(row: Conversation, draft: Draft, now: datetime, *, done: bool) -> Conversation:
    if done:
        return replace(row, state=ConversationState.DONE, snoozed_until=None, waiting_since=None)
    if draft.follow_up_days:
        morning = (now.astimezone() + timedelta(days=draft.follow_up_days)).replace(tzinfo=None)
        until = morning.replace(hour=MORNING, minute=0, second=0, microsecond=0).astimezone()
        return replace(row, state=ConversationState.SNOOZED, snoozed_until=until, waiting_since=None)
    state = draft.next_state or ConversationState.WAITING
    if state in {ConversationState.SNOOZED, ConversationState.NEEDS_REPLY}:
        state = ConversationState.WAITING
    return replace(row, state=state, snoozed_until=None, waiting_since=None)


def _clock_text(clock: AnswerClock) -> list[Any]:
    pauses = [[_text(pause.begun), _text(pause.ended)] for pause in clock.pauses]
    return [_text(clock.asked_at), pauses, clock.is_off]


def _clock(told: Sequence[Any] = (None, (), False)) -> AnswerClock:
    asked, pauses, is_off = told
    return AnswerClock(
        _moment(asked), tuple(Pause(datetime.fromisoformat(begun), _moment(ended)) for begun, ended in pauses), is_off
    )


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
