"""Killed at any moment of a first sync, the desk is whole: every mail once, with the server's bytes."""

from __future__ import annotations

import random
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
    program = Program(tmp_path)
    added = program.run(
        *("mailbox", "add", post.mailbox.address, "--imap", f"{dovecot.host}:{dovecot.port}"),
        *("--security", "none", "--user", post.user, "--password-stdin"),
        given=post.password + "\n",
    )
    assert added.returncode == 0, added.stderr

    moments = random.Random(20)
    kills = 0
    for _ in range(KILLS):
        sync = program.start("sync")
        time.sleep(moments.uniform(0.25, 1.2))
        kills += sync.poll() is None
        sync.kill()
        sync.communicate()
    assert kills >= KILLS // 2, "most rounds must have been killed at work"

    last = program.run("sync")
    assert last.returncode == 0, last.stderr
    mails = program.mails()
    held = {(mail["folder"], mail["uid"]): mail["sha256"] for mail in mails}
    assert len(mails) == MAILS
    assert held == hashes_of(post.contents("INBOX"))
    assert len({mail["conversation"] for mail in mails}) == MAILS
    check = program.run("check")
    assert check.returncode == 0, check.stdout + check.stderr
