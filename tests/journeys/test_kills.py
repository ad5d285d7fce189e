"""Killed at any moment of a first sync, the desk is whole: every mail once, with the server's bytes."""

from __future__ import annotations

import itertools
import random
import signal
import time
from pathlib import Path

import pytest

from tests.journeys.program import Program
from tests.servers.desk import hashes_of
from tests.servers.dovecot import PrivateDovecot
from tests.servers.letters import letter
from tests.servers.post_offices import DovecotPostOffice

MAILS = 2_000
KILLS = 50


@pytest.mark.server
@pytest.mark.slow
def test_fifty_kills_during_a_first_sync_lose_and_double_nothing(dovecot: PrivateDovecot, tmp_path: Path) -> None:
    post = DovecotPostOffice(dovecot)
    dovecot.fill(post.user, "INBOX", (letter(n, picture=45_000 if n % 10 == 0 else 0) for n in range(MAILS)))
    on_server = hashes_of(post.contents("INBOX"))
    programs = (_with_mailbox(Program(tmp_path / str(number)), post) for number in itertools.count())

    moments = random.Random(20)
    program = next(programs)
    kills = 0
    while kills < KILLS:
        sync = program.start("sync")
        time.sleep(moments.uniform(0.25, 1.2))
        sync.kill()
        errors = sync.communicate()[1]
        if sync.returncode == -signal.SIGKILL:
            kills += 1
        else:  # a quick machine had all mails before the fifty kills: it begins again
            assert sync.returncode == 0, errors
            _assert_whole(program, on_server)
            program = next(programs)

    last = program.run("sync")
    assert last.returncode == 0, last.stderr
    _assert_whole(program, on_server)


def _with_mailbox(program: Program, post: DovecotPostOffice) -> Program:
    program.data.parent.mkdir()
    added = program.run(
        *("mailbox", "add", post.mailbox.address, "--imap", f"{post.dovecot.host}:{post.dovecot.port}"),
        *("--security", "none", "--user", post.user, "--password-stdin"),
        given=post.password + "\n",
    )
    assert added.returncode == 0, added.stderr
    return program


def _assert_whole(program: Program, on_server: dict[tuple[str, int], str]) -> None:
    mails = program.mails()
    held = {(mail["folder"], mail["uid"]): mail["sha256"] for mail in mails}
    assert len(mails) == MAILS
    assert held == on_server
    assert len({mail["conversation"] for mail in mails}) == MAILS
    check = program.run("check")
    assert check.returncode == 0, check.stdout + check.stderr
