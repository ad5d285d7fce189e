"""How a mailbox fares: what is written of starts, ends and failures, and when it tries again."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from shopdesk.domain.backoff import JITTER, PAUSES
from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import (
    CertificateRefused,
    ConnectionLost,
    DiskFull,
    ServerUnreachable,
    ShopdeskError,
    SignInNeeded,
    SignInRefused,
)
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Health, MailboxState
from tests.services.bench import NOW, Bench

HOST = "imap.shop.example"


@pytest.fixture
def mailbox(bench: Bench) -> MailboxId:
    return bench.shop.mailboxes.all()[0].id


def health(bench: Bench) -> Health:
    (health,) = bench.shop.mailboxes.health()
    return health


def test_a_first_pass_shows_as_importing(bench: Bench, mailbox: MailboxId) -> None:
    assert health(bench).state is MailboxState.NEW

    bench.shop.sync.note_start(mailbox)

    assert health(bench).state is MailboxState.IMPORTING
    assert bench.heard == [Changes(mailboxes=frozenset({mailbox}))]


def test_a_later_pass_changes_nothing_while_it_goes_on(bench: Bench, mailbox: MailboxId) -> None:
    bench.shop.sync.note_success(mailbox)
    bench.heard.clear()

    bench.shop.sync.note_start(mailbox)

    assert health(bench).state is MailboxState.READY
    assert bench.heard == []


def test_success_ends_all_trouble(bench: Bench, mailbox: MailboxId) -> None:
    bench.shop.sync.note_failure(mailbox, ConnectionLost(HOST, "reset by peer"))
    bench.clock.advance(timedelta(minutes=2))

    bench.shop.sync.note_success(mailbox, NOW + timedelta(hours=1))

    after = health(bench)
    assert (after.state, after.failures, after.problem, after.problem_host, after.problem_detail) == (
        MailboxState.READY,
        0,
        "",
        "",
        "",
    )
    assert (after.last_try, after.last_success) == (NOW + timedelta(minutes=2),) * 2
    assert after.next_try == NOW + timedelta(hours=1)


def test_each_failure_waits_longer_than_the_last(bench: Bench, mailbox: MailboxId) -> None:
    for number, pause in enumerate((*PAUSES, PAUSES[-1]), 1):
        again = bench.shop.sync.note_failure(mailbox, ConnectionLost(HOST, "reset by peer"))

        assert again is not None
        assert abs(again - NOW - pause) <= pause * JITTER
        after = health(bench)
        assert (after.failures, after.next_try, after.state) == (number, again, MailboxState.TROUBLE)
        assert (after.problem, after.problem_host, after.problem_detail) == ("ConnectionLost", HOST, "reset by peer")
        assert (after.last_try, after.last_success) == (NOW, None)


def test_after_a_success_the_pauses_begin_anew(bench: Bench, mailbox: MailboxId) -> None:
    for _ in range(4):
        bench.shop.sync.note_failure(mailbox, ServerUnreachable(HOST))
    bench.shop.sync.note_success(mailbox)

    again = bench.shop.sync.note_failure(mailbox, ServerUnreachable(HOST))

    assert again is not None
    assert again - NOW <= PAUSES[0] * (1 + JITTER)


@pytest.mark.parametrize(
    ("error", "tries", "state"),
    [
        (SignInNeeded(HOST), 1, MailboxState.SIGN_IN_NEEDED),
        (SignInRefused(HOST), 2, MailboxState.SIGN_IN_NEEDED),
        (CertificateRefused(HOST), 2, MailboxState.TROUBLE),
    ],
)
def test_what_only_a_person_can_mend_is_not_tried_for_ever(
    bench: Bench, mailbox: MailboxId, error: ShopdeskError, tries: int, state: MailboxState
) -> None:
    answers: list[datetime | None] = [bench.shop.sync.note_failure(mailbox, error) for _ in range(tries)]

    assert answers[-1] is None
    assert None not in answers[:-1]
    assert (health(bench).state, health(bench).next_try) == (state, None)


def test_a_full_disk_is_told_without_a_host(bench: Bench, mailbox: MailboxId) -> None:
    assert bench.shop.sync.note_failure(mailbox, DiskFull("no room")) is not None

    after = health(bench)
    assert (after.problem, after.problem_host, after.problem_detail) == ("DiskFull", "", "no room")
