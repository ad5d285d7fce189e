"""Lists through a filter: the same as taking all and leaving out what it holds back."""

import itertools

import pytest

from shopdesk.domain.conversation import ConversationState, Lane, ListFilter, TabCounts
from shopdesk.domain.ids import ConversationId, MailboxId
from shopdesk.storage.store import SqliteStore
from tests.storage.make import a_conversation, a_mailbox, at, first_folder

FILTERS = [
    ListFilter(mailbox, unread=unread, attachments=files)
    for mailbox in (None, MailboxId(1), MailboxId(2))
    for unread in (False, True)
    for files in (False, True)
]


def fill(store: SqliteStore) -> None:
    """Two conversations of every kind that a filter can tell apart."""
    with store.writing() as work:
        first_folder(work)
        other = work.mailboxes.add(a_mailbox("b@shop.example"))
        kinds = itertools.product(ConversationState, Lane, (MailboxId(1), other), (0, 2), (False, True), (3, 1))
        work.conversations.add([
            a_conversation(
                number, state=state, lane=lane, mailbox_id=mailbox, unread=unread, has_attachments=files,
                waiting_since=at(minute), snoozed_until=at(minute), last_at=at(minute),
            )
            for number, (state, lane, mailbox, unread, files, minute) in enumerate(kinds, start=1)
        ])  # fmt: skip


@pytest.mark.parametrize("only", FILTERS)
def test_a_filtered_list_is_the_whole_list_without_what_it_holds_back(store: SqliteStore, only: ListFilter) -> None:
    fill(store)
    with store.reading() as work:
        for state, lane in itertools.product(ConversationState, Lane):
            rows = work.conversations.rows(list(work.conversations.ids(state, lane)))
            wanted = {row.id for row in rows if only.lets_through(row)}
            found = work.conversations.ids(state, lane, only=only)
            assert set(found) == wanted
            assert len(found) == len(wanted)
            minutes = [row.waiting_since for row in work.conversations.rows(list(found))]
            newest_first = state in (ConversationState.WAITING, ConversationState.DONE)
            assert minutes == sorted(minutes, reverse=newest_first)


@pytest.mark.parametrize("only", FILTERS)
def test_filtered_counts_are_those_of_the_lists(store: SqliteStore, only: ListFilter) -> None:
    fill(store)
    with store.reading() as work:
        conversations = work.conversations
        sizes = {state.value: len(conversations.ids(state, only=only)) for state in ConversationState}
        everyone = conversations.rows([ConversationId(number) for number in range(1, 200)])
        rows = {lane: [row for row in everyone if row.lane is lane] for lane in Lane}
        unread = {lane: sum(row.unread > 0 and only.lets_through(row) for row in rows[lane]) for lane in Lane}
        counts = conversations.counts(only)
    assert counts == TabCounts(**sizes, unread=unread[Lane.PEOPLE], machines=unread[Lane.MACHINES])


@pytest.mark.parametrize("only", [one for one in FILTERS if one.is_on])
def test_a_filtered_list_is_answered_by_an_index_alone(store: SqliteStore, only: ListFilter) -> None:
    fill(store)
    asked: list[tuple[str, object]] = []
    store._desk.query_hooks.append(lambda event: asked.append((event.sql, event.params)))
    with store.reading() as work:
        work.conversations.ids(ConversationState.DONE, only=only)
        work.conversations.counts(only)
    store._desk.query_hooks.clear()
    statements = [(sql, values) for sql, values in asked if sql.startswith("SELECT")]
    assert len(statements) == 3
    for sql, values in statements:
        plan = " | ".join(row[3] for row in store._desk.rows(f"EXPLAIN QUERY PLAN {sql}", values))
        assert "COVERING INDEX conversation_" in plan, plan
