"""Queries that a person waits for are answered through their indexes."""

import re

import pytest

from shopdesk.storage import (
    conversation_facts,
    conversation_rows,
    conversations,
    mailboxes,
    message_reading,
    message_rows,
    promises,
    search,
    thread_events,
    topics,
)
from shopdesk.storage.list_order import statement
from shopdesk.storage.store import SqliteStore
from tests.storage.make import first_folder

IDS = statement("id, sort_at", conversations.LIST, conversations.OF_TAB)
IDS_OF_MAILBOX = statement("id", conversations.LIST, conversations.OF_MAILBOX)
NEWEST = search.MATCHING + search.NEWEST_MATCHING
PLANS = [
    (IDS, (0, 0, 0, 9), ["COVERING INDEX conversation_list (lane=? AND state=? AND sort_at>? AND sort_at<?)"]),
    (IDS_OF_MAILBOX, (0, 0, 1, 0, 9), ["COVERING INDEX conversation_list (lane=? AND state=? AND sort_at>? AND"]),
    (conversations.DUE, (0,), ["COVERING INDEX conversation_list (lane=? AND state=? AND sort_at<?)"]),
    (conversations.COUNTS, (), ["SCAN tab_count"]),
    (conversation_rows.PAGE, ("[1]",), ["conversation USING INTEGER PRIMARY KEY"]),
    (conversation_rows.COUNTS, ("[1]",), ["INDEX message_conversation"]),
    (message_reading.CONVERSATION_MESSAGES, (1,), ["INDEX message_conversation", "t USING INTEGER PRIMARY KEY"]),
    (conversation_facts.FACTS, ("[1]",), ["INDEX message_conversation", "COVERING INDEX place_message"]),
    (mailboxes.COUNTS, (1,), ["COVERING INDEX place_message", "COVERING INDEX place_unfinished"]),
    (message_rows.READ_BY_OLDER, (9, 9), ["INDEX message_reader (reader_version<?)"]),
    (NEWEST, ("x", 9, 0), ["SCAN search VIRTUAL TABLE", "m USING INTEGER PRIMARY KEY"]),
    (search.ONLY_FILES + search.NEWEST, (9, 0), ["INDEX message_files (id>? AND id<?)"]),
    (topics.UNREAD, (3, 0, 9), ["COVERING INDEX conversation_list (lane=? AND state=? AND sort_at<?)"]),
    (topics.ASKED, ("[1]",), ["INDEX message_conversation (conversation_id=?)"]),
    (promises.DUE, (0,), ["INDEX promise_due (due<?)"]),
    (promises.OF_CONVERSATION, (1,), ["INDEX promise_conversation (conversation_id=?)"]),
    (thread_events.OF_CONVERSATION, (1, 9), ["INDEX thread_event_conversation (conversation_id=?)"]),
    (search.ANY + search.NEWEST, (9, 0), ["INTEGER PRIMARY KEY (rowid>? AND rowid<?)"]),
]


@pytest.mark.parametrize(("statement", "values", "expected"), PLANS)
def test_a_hot_query_keeps_to_its_plan(
    store: SqliteStore, statement: str, values: tuple[object, ...], expected: list[str]
) -> None:
    with store.writing() as work:
        first_folder(work)
    plan = [row[3] for row in store._desk.rows(f"EXPLAIN QUERY PLAN {statement}", values)]
    for part in expected:
        assert any(part in line for line in plan), plan
    assert not [line for line in plan if re.match(r"SCAN (message|place|conversation|m|p)\b", line)]


@pytest.mark.parametrize("statement", [IDS, IDS_OF_MAILBOX, NEWEST])
def test_lists_and_newest_hits_need_no_sort(store: SqliteStore, statement: str) -> None:
    values = (0, 0, 1, 0, 9)[: statement.count("?")] if statement != NEWEST else ("x", 9, 0)
    plan = [row[3] for row in store._desk.rows(f"EXPLAIN QUERY PLAN {statement}", values)]
    assert not [line for line in plan if "TEMP B-TREE" in line]


def test_opening_a_page_costs_one_statement(store: SqliteStore) -> None:
    asked: list[str] = []
    store._desk.query_hooks.append(lambda event: asked.append(event.sql))
    with store.reading() as work:
        work.conversations.rows([])
        work.conversations.counts()
    statements = [sql for sql in asked if sql.startswith("SELECT")]
    assert len(statements) == 2
