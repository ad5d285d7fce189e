"""Needs reply stands overdue before angry before due, after any events, with and without filters."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.domain.conversation import Conversation, ConversationState, Lane, ListFilter
from shopdesk.domain.mood import Mood
from shopdesk.storage import conversation_rows
from shopdesk.storage.list_order import sort_at
from shopdesk.storage.store import SqliteStore
from tests.storage.make import NOON, a_conversation, a_mailbox, at

NEEDS_REPLY = ConversationState.NEEDS_REPLY


def plainly(rows: Iterable[Conversation], now: datetime) -> list[int]:
    """The order said in the plainest way: overdue, angry, others; within each by due time, without one last."""

    def place(row: Conversation) -> tuple[int, bool, datetime, int]:
        overdue = row.due_at is not None and row.due_at <= now
        rank = 0 if overdue else 1 if row.mood is Mood.ANGRY else 2
        return rank, row.due_at is None, row.due_at or row.waiting_since or row.last_at, row.id

    return [row.id for row in sorted(rows, key=place)]


def anyone(number: int, chance: random.Random) -> Conversation:
    """A conversation in some state with a moment of its own."""
    since = at(chance.randrange(-3_000, 3_000)) + timedelta(microseconds=number)
    state = chance.choice([NEEDS_REPLY] * 4 + [ConversationState.WAITING, ConversationState.DONE])
    due = since + timedelta(hours=24) if state is NEEDS_REPLY and chance.random() < 0.9 else None
    return a_conversation(
        number, state=state, last_at=since, waiting_since=since, due_at=due, mood=chance.choice(list(Mood)),
        unread=chance.randrange(2), has_attachments=chance.random() < 0.3,
    )


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_the_order_is_that_of_a_plain_recomputation_after_any_events(store: SqliteStore, seed: int) -> None:
    chance = random.Random(seed)
    with store.writing() as work:
        known = {row.id: row for row in (anyone(n, chance) for n in range(1, chance.randint(2, 40)))}
        if not work.mailboxes.all():
            work.mailboxes.add(a_mailbox())
        store._desk.run("DELETE FROM conversation")
        work.conversations.add(list(known.values()))
    for _ in range(3):
        with store.writing() as work:
            for number in chance.sample(sorted(known), len(known) // 2):
                known[number] = replace(
                    anyone(number, chance), last_at=known[number].last_at, mood=known[number].mood,
                    unread=known[number].unread, has_attachments=known[number].has_attachments,
                )
            work.conversations.save_states(list(known.values()))
        now = NOON + timedelta(minutes=chance.randrange(-2_000, 6_000))
        open_ = [row for row in known.values() if row.state is NEEDS_REPLY]
        unread = [row for row in open_ if row.unread]
        with_files = [row for row in open_ if row.has_attachments]
        with store.reading() as work:
            tab = work.conversations
            assert list(tab.ids(NEEDS_REPLY, at=now)) == plainly(open_, now)
            assert list(tab.ids(NEEDS_REPLY, mailbox=open_[0].mailbox_id if open_ else None, at=now)) == plainly(
                open_, now
            )
            assert list(tab.ids(NEEDS_REPLY, only=ListFilter(unread=True), at=now)) == plainly(unread, now)
            assert list(tab.ids(NEEDS_REPLY, only=ListFilter(attachments=True), at=now)) == plainly(with_files, now)
            assert [row for row in tab.rows(sorted(known)) if row != known[row.id]] == []
    wrong = "conversations have a wrong place in the list"
    assert wrong not in {finding.what for finding in store.check().findings}


def test_the_place_is_the_same_whether_python_or_the_database_computes_it(store: SqliteStore) -> None:
    chance = random.Random(7)
    rows = [anyone(number, chance) for number in range(1, 60)]
    rows.append(a_conversation(60, state=ConversationState.SNOOZED, snoozed_until=at(9), waiting_since=None))
    with store.writing() as work:
        work.mailboxes.add(a_mailbox())
        work.conversations.add(rows)
    stored = dict(store._desk.rows(f"SELECT id, {conversation_rows.SORTED} FROM conversation"))  # noqa: S608
    assert stored == {row.id: sort_at(row) for row in rows}


def test_a_list_of_many_thousands_is_read_fast(store: SqliteStore) -> None:
    chance = random.Random(1)
    with store.writing() as work:
        work.mailboxes.add(a_mailbox())
        for first in range(1, 20_001, 5_000):
            work.conversations.add([
                a_conversation(
                    number, due_at=NOON + timedelta(seconds=number),
                    mood=Mood.ANGRY if chance.random() < 0.05 else Mood.CALM,
                )
                for number in range(first, first + 5_000)
            ])
    now, took = NOON + timedelta(seconds=6_000), []
    for _ in range(7):
        with store.reading() as work:
            begun = time.perf_counter()
            ids = work.conversations.ids(NEEDS_REPLY, Lane.PEOPLE, at=now)
            took.append(time.perf_counter() - begun)
    assert len(ids) == 20_000
    assert min(took) < 0.1, "some milliseconds; the bench measures more exactly"
