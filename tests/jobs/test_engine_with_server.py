"""The whole engine process over a real store and a real mail server."""

import queue
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import keyring
import pytest

from shopdesk.app.shop import build_shop
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox, Security, Server
from shopdesk.jobs.link import Changed, MailboxesChanged, Problem, Ready, Stop, SyncFinished, SyncNow
from shopdesk.jobs.wire import command_line, read_event
from tests.fakes.file_keyring import FileKeyring
from tests.servers.dovecot import PrivateDovecot

pytestmark = pytest.mark.server
ROOT = Path(__file__).parents[2]


def letter(number: int) -> bytes:
    return (
        f"From: Ada <ada@post.example>\r\nTo: desk@shop.example\r\nSubject: Order {number}\r\n"
        f"Message-ID: <{number}@post.example>\r\nDate: Mon, 2 Nov 2026 08:00:00 +0000\r\n\r\nWhere is it?\r\n"
    ).encode()


@pytest.fixture(scope="module")
def dovecot():
    with PrivateDovecot() as server:
        yield server


@pytest.fixture
def desk(data_folder, tmp_path, monkeypatch):
    """A data folder and a keychain that the engine's process shares."""
    monkeypatch.setenv("TEST_KEYRING_FILE", str(tmp_path / "keys.json"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.fakes.file_keyring.FileKeyring")
    keyring.set_keyring(FileKeyring())
    return data_folder


def add_mailbox(desk, server, user):
    shop = build_shop(desk)
    door = Server(server.host, server.port, Security.NONE)
    shop.mailboxes.add(Mailbox(MailboxId(0), f"{user}@shop.example", door, None, user), "secret")
    shop.close()


def stored(desk):
    shop = build_shop(desk)
    try:
        return sum(1 for _ in shop.ledger.mails())
    finally:
        shop.close()


class Engine:
    def __init__(self, desk) -> None:
        command = [sys.executable, "-m", "shopdesk", "--data", str(desk), "engine"]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
        self._heard: queue.SimpleQueue = queue.SimpleQueue()
        self._ear = threading.Thread(target=self._listen, daemon=True)
        self._ear.start()

    def _listen(self):
        for line in self.process.stdout:
            self._heard.put(read_event(line))

    def wait(self, kind, seconds=15.0):
        until = time.monotonic() + seconds
        while True:
            event = self._heard.get(timeout=max(until - time.monotonic(), 0.01))
            if isinstance(event, kind):
                return event

    def tell(self, command):
        self.process.stdin.write(command_line(command))
        self.process.stdin.flush()


@contextmanager
def engine(desk):
    one = Engine(desk)
    try:
        yield one
        one.tell(Stop())
        began = time.monotonic()
        assert one.process.wait(10) == 0
        assert time.monotonic() - began < 5
        assert "Traceback" not in one.process.stderr.read()
    finally:
        one.process.kill()
        one.process.wait()
        one._ear.join()
        for pipe in (one.process.stdin, one.process.stdout, one.process.stderr):
            pipe.close()


def test_new_mail_arrives_by_itself_within_seconds(dovecot, desk):
    dovecot.fill("idle", "INBOX", [letter(number) for number in range(5)])
    add_mailbox(desk, dovecot, "idle")
    with engine(desk) as one:
        assert one.wait(Ready).pid == one.process.pid
        assert one.wait(Changed)
        one.wait(SyncFinished)
        assert stored(desk) == 5
        time.sleep(0.5)  # until it listens
        dovecot.append("idle", "INBOX", letter(99))
        one.wait(SyncFinished, 5)
        assert stored(desk) == 6


def test_a_mailbox_that_is_added_while_the_engine_runs_is_synced(dovecot, desk):
    dovecot.fill("later", "INBOX", [letter(1)])
    with engine(desk) as one:
        one.wait(Ready)
        add_mailbox(desk, dovecot, "later")
        one.tell(MailboxesChanged())
        one.wait(SyncFinished)
        assert stored(desk) == 1


def test_an_outage_is_told_and_overcome(desk):
    with PrivateDovecot() as dovecot, engine(desk) as one:
        dovecot.fill("outage", "INBOX", [letter(1)])
        add_mailbox(desk, dovecot, "outage")
        one.tell(MailboxesChanged())
        one.wait(SyncFinished)
        dovecot.stop()
        assert one.wait(Problem).error == "ServerUnreachable"
        dovecot.start()
        dovecot.append("outage", "INBOX", letter(2))
        one.tell(SyncNow())
        one.wait(SyncFinished)
        assert stored(desk) == 2


def test_nothing_is_lost_or_doubled_when_the_engine_is_killed_again_and_again(dovecot, desk):
    dovecot.fill("killed", "INBOX", [letter(number) for number in range(300)])
    add_mailbox(desk, dovecot, "killed")
    for number in range(4):
        one = Engine(desk)
        one.wait(Ready)
        time.sleep(0.15 * number)
        one.process.kill()
        one.process.communicate()
        one._ear.join()
    with engine(desk) as one:
        one.wait(SyncFinished)
    shop = build_shop(desk)
    uids = [place.uid for place in shop.ledger.mails()]
    assert sorted(uids) == sorted(set(uids))
    assert len(uids) == 300
    shop.close()
