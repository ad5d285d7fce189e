"""Whose turn it is, once mails came, moved or went."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from shopdesk.domain.conversation import Conversation, ConversationState, Lane
from shopdesk.domain.filing import ConversationFacts
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.states import Standing, state_after_filing
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
    made: Mapping[ConversationId, Conversation] = field(default_factory=dict)
    """Conversations that began with this batch, as they were just written."""


def settle(work: Work, conversations: Iterable[ConversationId], now: datetime, news: News = News()) -> None:
    """Recount conversations and decide whose turn it is, after mails came, moved or went."""
    ids = list(conversations)
    before = {**news.made, **{row.id: row for row in work.conversations.rows([c for c in ids if c not in news.made])}}
    removed = set(work.conversations.refresh(ids))
    facts = work.conversations.facts([c for c in ids if c in before and c not in removed])
    standings = {each: _standing(before[each], fact, now, news) for each, fact in facts.items()}
    turned = [each for each, new in standings.items() if each in news.bounced or new != _standing_of(before[each])]
    after = work.conversations.rows(turned)
    settled = [_bounced(row) if row.id in news.bounced else _turned(row, standings[row.id]) for row in after]
    moved = [new for new, old in zip(settled, after, strict=True) if new != old]
    # What this batch made was not decided about before: its clock begins.
    known = {row.id: row for row in before.values() if row.messages}
    save_moved(work, known, moved, now, imported=news.first_import)


def _standing(before: Conversation, facts: ConversationFacts, now: datetime, news: News) -> Standing:
    # Nothing was counted yet in a conversation that this batch made: nobody has decided about it.
    current = before if before.messages else None
    arrived = news.questions.get(before.id)
    return state_after_filing(current, facts, now, first_import=news.first_import, arrived=arrived)


def _standing_of(row: Conversation) -> Standing:
    return Standing(row.state, row.waiting_since, row.lane, row.snoozed_until)


def _turned(row: Conversation, standing: Standing) -> Conversation:
    return replace(
        row,
        state=standing.state,
        waiting_since=standing.waiting_since,
        lane=standing.lane,
        snoozed_until=standing.snoozed_until,
    )


def _bounced(row: Conversation) -> Conversation:
    """A reply that did not arrive is our turn again, whatever the state said."""
    return replace(
        row,
        state=ConversationState.NEEDS_REPLY,
        waiting_since=row.waiting_since or row.last_at,
        lane=Lane.PEOPLE,
        snoozed_until=None,
        bounced=True,
    )
