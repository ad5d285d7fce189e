"""The link's lines: every message comes back as it went, and nothing else gets through."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.changes import Changes
from shopdesk.jobs.link import (
    Bug,
    Changed,
    MailboxesChanged,
    Problem,
    Progress,
    Ready,
    RetrySetAside,
    SendNow,
    Stop,
    SyncFinished,
    SyncNow,
    WindowState,
)
from shopdesk.jobs.wire import (
    DETAIL_LIMIT,
    LINE_LIMIT,
    LineReader,
    command_line,
    event_lines,
    read_command,
    read_event,
)

COMMANDS = [
    SyncNow(), SyncNow(7), MailboxesChanged(), RetrySetAside(), RetrySetAside(3), SendNow(), SendNow(7),
    WindowState(True, False), Stop(),
]  # fmt: skip
EVENTS = [
    Ready(4711),
    Changed(Changes(frozenset({1, 2}), frozenset({3}), frozenset({4}), set_aside=True, settings=True)),
    Changed(Changes(customers=frozenset({5, 1 << 40}))),
    Progress(1, 20, 0),
    SyncFinished(2),
    Problem(3, "ServerUnreachable", "mail.shop.example", "没有网络 \n \u2028 é"),
    Bug("KeyError in folders.py:12"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=repr)
def test_a_command_comes_back_as_it_went(command):
    line = command_line(command)
    assert read_command(line) == read_command(line.encode()) == command
    assert line.isascii()
    assert line.count("\n") == 1
    assert line.endswith("\n")


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_an_event_comes_back_as_it_went(event):
    (line,) = event_lines(event)
    assert read_event(line) == event
    assert line.isascii()
    assert line.count("\n") == 1


@pytest.mark.parametrize(
    "line",
    [
        "",
        "\n",
        "Warning: something printed",
        "[]",
        "3",
        '{"v":1}',
        '{"v":1,"kind":"dance"}',
        '{"v":1,"kind":7}',
        '{"v":2,"kind":"stop"}',
        '{"kind":"stop"}',
        '{"v":1,"kind":"sync_now","mailbox":"3"}',
        '{"v":1,"kind":"sync_now","mailbox":true}',
        '{"v":1,"kind":"window_state","open":1,"visible":true}',
        "[" * 100_000,
        b"\xff\xfe{}",
    ],
    ids=lambda line: repr(line)[:40],
)
def test_what_is_no_command_is_ignored(line):
    assert read_command(line) is None


@pytest.mark.parametrize(
    "line",
    [
        '{"v":1,"kind":"stop"}',
        '{"v":1,"kind":"ready"}',
        '{"v":1,"kind":"changed","conversations":["1"],"set_aside":false,"settings":false}',
        '{"v":1,"kind":"changed","conversations":7,"set_aside":false,"settings":false}',
        '{"v":1,"kind":"changed"}',
        '{"v":1,"kind":"problem","mailbox":1,"error":null,"host":"","detail":""}',
    ],
)
def test_what_is_no_event_is_ignored(line):
    assert read_event(line) is None


def test_unknown_fields_of_a_known_event_do_no_harm():
    assert read_event('{"v":1,"kind":"sync_finished","mailbox":3,"mood":"good"}') == SyncFinished(3)


def test_very_many_changes_travel_in_lines_that_fit():
    big = 1 << 52
    changes = Changes(
        frozenset(range(big, big + 60_000)),
        frozenset(range(5, 30_005)),
        frozenset({1}),
        settings=True,
        customers=frozenset(range(12_000)),
    )
    lines = list(event_lines(Changed(changes)))
    together = Changes()
    for line in lines:
        assert len(line) < LINE_LIMIT
        together |= read_event(line).changes
    assert together == changes


def test_a_long_detail_is_cut():
    (line,) = event_lines(Problem(1, "ServerRefused", "h", "x" * 1_000_000))
    assert read_event(line).detail == "x" * DETAIL_LIMIT
    (line,) = event_lines(Bug("x" * 1_000_000))
    assert len(read_event(line).summary) == DETAIL_LIMIT


@given(st.lists(st.binary(max_size=30)), st.integers(1, 7))
def test_lines_come_together_from_any_pieces(texts, size):
    lines = [text.replace(b"\n", b"").strip() for text in texts]
    stream = b"".join(line + b"\r\n" for line in lines)
    reader, found = LineReader(), []
    for start in range(0, len(stream), size):
        found += reader.feed(stream[start : start + size])
    assert found == [line for line in lines if line]


def test_a_line_that_is_too_long_is_dropped_and_the_next_is_read():
    reader = LineReader(limit=10)
    assert reader.feed(b"a" * 8) == []
    assert reader.feed(b"a" * 8) == []
    assert reader.feed(b"a" * 8) == []
    assert reader.feed(b"tail\nnext\n") == [b"next"]
    assert reader.feed(b"b" * 11 + b"\nlast\n") == [b"last"]


def test_numbers_stay_exact():
    assert json.loads(command_line(SyncNow(2**62)))["mailbox"] == 2**62
