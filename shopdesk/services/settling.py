"""Whose turn it is, once mails came, moved or went."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from shopdesk.domain.conversation import Conversation, ConversationState, Lane
from shopdesk.domain.filing import ConversationFacts
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.states import state_after_filing
from shopdesk.services.due_times import save_moved
from shopdesk.services.ports import Work


@dataclass(frozen=True, slots=True)
class News:
    """What a batch brought that bears on whose turn it is."""

    bounced: frozenset[ConversationId] = frozenset()
    """Conversations with a reply of ours that did not arrive."""
    questions: Mapping[ConversationId, datetime] = field(default_factory=dict)
    """Receipt of the newest person's mail that came into each conversation."""
    first_import: bool = False


def settle(work: Work, conversations: Iterable[ConversationId], now: datetime, news: News = News()) -> None:
    """Recount conversations and decide whose turn it is, after mails came, moved or went."""
    ids = list(conversations)
    before = {row.id: row for row in work.conversations.rows(ids)}
    removed = set(work.conversations.refresh(ids))
    after = work.conversations.rows([c for c in ids if c not in removed])
    facts = work.conversations.facts([row.id for row in after])
    settled = [_settled(row, before[row.id], facts[row.id], now, news) for row in after]
    moved = [new for new, old in zip(settled, after, strict=True) if new != old]
    # What this batch made was not decided about before: its clock begins.
    known = {row.id: row for row in before.values() if row.messages}
    save_moved(work, known, moved, now, imported=news.first_import)


def _settled(
    row: Conversation, before: Conversation, facts: ConversationFacts, now: datetime, news: News
) -> Conversation:
    if row.id in news.bounced:
        # A reply that did not arrive is our turn again, whatever the state said.
        return replace(
            row,
            state=ConversationState.NEEDS_REPLY,
            waiting_since=row.waiting_since or row.last_at,
            lane=Lane.PEOPLE,
            snoozed_until=None,
            bounced=True,
        )
    # Nothing was counted yet in a conversation that this batch made: nobody has decided about it.
    current = replace(row, last_at=before.last_at) if before.messages else None
    standing = state_after_filing(
        current, facts, now, first_import=news.first_import, arrived=news.questions.get(row.id)
    )
    return replace(
        row,
        state=standing.state,
        waiting_since=standing.waiting_since,
        lane=standing.lane,
        snoozed_until=standing.snoozed_until,
    )
