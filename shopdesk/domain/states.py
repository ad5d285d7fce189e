"""Whose turn it is after mails were filed into a conversation."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from shopdesk.domain.conversation import Conversation, ConversationState, Lane

if TYPE_CHECKING:
    from shopdesk.domain.filing import ConversationFacts

STALE_QUESTION = timedelta(days=30)
"""At the first import a question older than this counts as done."""
STALE_ANSWER = timedelta(days=14)
"""At the first import our own last word older than this ends a conversation."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The part of a conversation that filing decides about."""

    state: ConversationState
    waiting_since: datetime | None = None
    lane: Lane = Lane.PEOPLE
    snoozed_until: datetime | None = None


def state_after_filing(
    current: Conversation | None,
    facts: "ConversationFacts",
    now: datetime,
    *,
    first_import: bool = False,
    arrived: datetime | None = None,
) -> Standing:
    """Whose turn it is.

    In: the conversation as it stood before these mails (its `last_at` too; None for a new one), what its messages say
    now, the time (UTC), whether this is the first pass over a folder (old mail is not new work), and `arrived`, the
    receipt of the newest person's mail among those just filed (None: none, or not known; then mails newer than
    `last_at` count as new). Out: state, waiting_since, lane and snooze; applied again without news it gives the same.

    What a person decided stands until a newer mail comes. A state set by hand is told from one set here by its
    `waiting_since`: after the last message, or None.
    """
    if facts.only_machines:
        return _machines(current)
    if current is None or current.lane is Lane.MACHINES:
        return _fresh(facts, now, first_import)
    if _is_new_question(current, facts, arrived) and not (first_import and _is_stale(facts, now)):
        return Standing(ConversationState.NEEDS_REPLY, _waiting_since_reopened(current, facts))
    if current.state is ConversationState.NEEDS_REPLY:
        return _still_open(current, facts, now, arrived, first_import)
    if current.state is ConversationState.WAITING and facts.all_gone:
        return Standing(ConversationState.DONE)
    return _as_it_was(current)


def _machines(current: Conversation | None) -> Standing:
    """Machines wait for no answer; a snooze stays."""
    if current is not None and current.state is ConversationState.SNOOZED:
        return Standing(ConversationState.SNOOZED, None, Lane.MACHINES, current.snoozed_until)
    return Standing(ConversationState.DONE, None, Lane.MACHINES)


def _fresh(facts: "ConversationFacts", now: datetime, first_import: bool) -> Standing:  # noqa: FBT001
    """A conversation that nobody decided about yet."""
    if facts.all_gone and facts.newest_incoming is None and facts.newest_outgoing is None:
        return Standing(ConversationState.DONE)
    unanswered = _unanswered_since(facts)
    if unanswered is None:
        return _answered(facts, now, first_import)
    if facts.all_gone or (first_import and _is_stale(facts, now)):
        return Standing(ConversationState.DONE)
    return Standing(ConversationState.NEEDS_REPLY, unanswered)


def _answered(facts: "ConversationFacts", now: datetime, first_import: bool) -> Standing:  # noqa: FBT001
    """Ours was the last word: we wait, or at the first import it may be long ago."""
    last_word = facts.newest_outgoing or facts.newest_incoming
    is_old = first_import and last_word is not None and now - last_word > STALE_ANSWER
    return Standing(ConversationState.DONE if is_old or facts.all_gone else ConversationState.WAITING)


def _still_open(
    current: Conversation,
    facts: "ConversationFacts",
    now: datetime,
    arrived: datetime | None,
    first_import: bool,  # noqa: FBT001
) -> Standing:
    """A conversation that needs a reply: it may have got one, or been tidied away elsewhere."""
    if _got_answer(current, facts):
        return _answered(facts, now, first_import)
    if facts.all_gone and not _is_by_hand(current):
        return Standing(ConversationState.DONE)
    return Standing(ConversationState.NEEDS_REPLY, _waiting_since(current, facts, arrived, first_import))


def _as_it_was(current: Conversation) -> Standing:
    return Standing(current.state, current.waiting_since, Lane.PEOPLE, current.snoozed_until)


def _is_new_question(current: Conversation, facts: "ConversationFacts", arrived: datetime | None) -> bool:
    """Whether a person's mail came that nobody has seen to and that re-opens what was settled."""
    if current.state is ConversationState.NEEDS_REPLY or facts.newest_incoming is None:
        return False
    if facts.all_gone or _unanswered_since(facts) is None:
        return False
    return _came_now(current, facts, arrived)


def _came_now(current: Conversation, facts: "ConversationFacts", arrived: datetime | None) -> bool:
    """Whether the newest person's mail is one of those just filed."""
    newest = facts.newest_incoming
    return newest is not None and (newest > current.last_at or newest == arrived)


def _unanswered_since(facts: "ConversationFacts") -> datetime | None:
    """Receipt of the oldest person's mail without an answer, also none by another program (\\Answered)."""
    if facts.newest_is_answered and facts.newest_incoming is not None:
        return None
    return facts.oldest_unanswered


def _got_answer(current: Conversation, facts: "ConversationFacts") -> bool:
    """Whether an answer came that is newer than the question, or than the hand that set the state."""
    asked = current.waiting_since or current.last_at
    question = facts.newest_incoming
    if facts.newest_is_answered and question is not None and current.waiting_since is not None and question >= asked:
        return True
    answer = facts.newest_outgoing
    return answer is not None and answer > asked and (question is None or answer >= question)


def _is_by_hand(current: Conversation) -> bool:
    """Whether a person (or a delivery report) said that it needs a reply, without a new question."""
    return current.waiting_since is None or current.waiting_since > current.last_at


def _waiting_since_reopened(current: Conversation, facts: "ConversationFacts") -> datetime | None:
    """What was settled, or left to the customer, without an answer by mail stays so: the wait begins with the news."""
    unanswered = _unanswered_since(facts)
    was_seen_to = current.state in (ConversationState.DONE, ConversationState.WAITING)
    if was_seen_to and unanswered is not None and unanswered <= current.last_at:
        return facts.newest_incoming
    return unanswered


def _waiting_since(
    current: Conversation,
    facts: "ConversationFacts",
    arrived: datetime | None,
    first_import: bool,  # noqa: FBT001
) -> datetime | None:
    """The wait of an open conversation: an answer ends it and a later question begins it anew; only an older question
    that came just now makes it longer."""
    unanswered = _unanswered_since(facts)
    if current.waiting_since is None:
        return facts.newest_incoming if unanswered is not None and _came_now(current, facts, arrived) else None
    if unanswered is None:
        return current.waiting_since
    answer = facts.newest_outgoing
    if first_import or (answer is not None and answer > current.waiting_since):
        return unanswered
    if arrived is not None and unanswered <= arrived < current.waiting_since:
        return arrived
    return current.waiting_since


def _is_stale(facts: "ConversationFacts", now: datetime) -> bool:
    """Whether an unanswered question found at the first import is no work any more: tidied away, or old."""
    question = facts.newest_incoming
    return not facts.in_inbox or (question is not None and now - question > STALE_QUESTION)
