"""Killed at any moment of sending, each mail reached the server at most once, and none is forgotten."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from shopdesk.app.shop import build_shop
from shopdesk.demo.smtp_sink import SmtpSink
from shopdesk.domain.draft import Draft, DraftKind
from shopdesk.domain.ids import DraftId, MailboxId
from shopdesk.domain.message import Address
from tests.journeys.program import Program
from tests.servers.dovecot import PrivateDovecot
from tests.servers.post_offices import DovecotPostOffice

MAILS = 200
KILLS = 100


def queue_mails(folder: Path) -> None:
    shop = build_shop(folder)
    mailbox: MailboxId = shop.mailboxes.all()[0].id
    for number in range(MAILS):
        to = (Address("", f"buyer{number}@customer.example"),)
        draft = Draft(DraftId(0), DraftKind.NEW, mailbox, to=to, subject=f"Mail {number}", body=f"Words {number}.")
        shop.replies.queue(shop.replies.save(draft), hold_seconds=0)
    shop.close()


@pytest.mark.server
@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_a_hundred_kills_while_sending_double_and_forget_nothing(dovecot: PrivateDovecot, tmp_path: Path) -> None:
    post = DovecotPostOffice(dovecot)
    program = Program(tmp_path)
    with SmtpSink({post.user: post.password}) as sink:
        smtp = f"{sink.address[0]}:{sink.address[1]}"
        added = program.run(
            *("mailbox", "add", post.mailbox.address, "--imap", f"{dovecot.host}:{dovecot.port}", "--smtp", smtp),
            *("--security", "none", "--user", post.user, "--password-stdin"),
            given=post.password + "\n",
        )
        assert added.returncode == 0, added.stderr
        queue_mails(program.data)
        moments = random.Random(7)
        words = [f"{moments.uniform(0.03, 0.35):.3f}" for _ in range(KILLS)]
        done = subprocess.run(
            [sys.executable, "-m", "tests.journeys.forked_sends", str(program.data), *words],
            env=program.environment, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-2_000:]
        assert done.stdout.count("killed") >= KILLS // 2, "most rounds must have been killed at work"
        for _ in range(3):
            program.run("outbox", "send")
        arrived = Counter(re.search(rb"Message-ID: (\S+)", one.raw)[1].decode() for one in sink.accepted)
    items = json.loads(program.run("outbox", "--all", "--json").stdout)
    assert len(items) == MAILS
    assert max(arrived.values()) == 1, "a mail left twice"
    states = Counter(item["state"] for item in items)
    assert set(states) <= {"sent", "filed", "unknown"}
    told_as_sent = {item["message_id"] for item in items if item["state"] in {"sent", "filed"}}
    asked_about = {item["message_id"] for item in items if item["state"] == "unknown"}
    assert told_as_sent <= arrived.keys()
    assert arrived.keys() <= told_as_sent | asked_about
    assert program.run("check").returncode == 0
