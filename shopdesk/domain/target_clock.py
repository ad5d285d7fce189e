"""What a change of a conversation does to the clock of its answer."""

from dataclasses import replace
from datetime import datetime

from shopdesk.domain.answer_clock import AnswerClock
from shopdesk.domain.conversation import Conversation, ConversationState
from shopdesk.domain.target import TargetRules
from shopdesk.domain.target_sum import is_missed


def ticking(before: Conversation | None, after: Conversation, at: datetime, rules: TargetRules) -> Conversation:
    """A conversation with its clock as the change leaves it.

    An answer (nobody waits any more) ends the clock. It stands from the moment on at which we wait for the customer
    without an answer by mail, until it is our turn again: by hand now (`at`), or since their mail came. A target that
    was missed before they were asked is no debt of the new question. Any other new question begins a new clock.
    """
    if after.waiting_since is None:
        return replace(after, clock=AnswerClock())
    if before is None:
        return after
    return replace(after, clock=_clock(before, after, at, rules))


def _clock(before: Conversation, after: Conversation, at: datetime, rules: TargetRules) -> AnswerClock:
    asked_anew = after.waiting_since != before.waiting_since
    if after.state is ConversationState.WAITING and not asked_anew:
        return before.clock if before.state is ConversationState.WAITING else before.clock.paused(at)
    if after.state is ConversationState.NEEDS_REPLY and before.clock.is_paused:
        return _resumed(before, after.waiting_since if asked_anew and after.waiting_since else at, rules, asked_anew)
    return AnswerClock() if asked_anew else before.clock


def _resumed(before: Conversation, at: datetime, rules: TargetRules, asked_anew: bool) -> AnswerClock:  # noqa: FBT001
    clock = before.clock
    if asked_anew and (before.asked_at is None or is_missed(before, clock.pauses[-1].begun, rules)):
        return AnswerClock()
    return replace(clock.resumed(at), asked_at=before.asked_at)
