"""The command line inside this process, on a real store, with a real mail server on loopback."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from shopdesk.app.safekeeping import BackupsElsewhere
from shopdesk.app.shop import Shop, build_shop
from shopdesk.cli.main import run
from shopdesk.demo.imap_folder import FolderPlan
from shopdesk.demo.imap_server import ImapServer
from shopdesk.demo.imap_store import MailStore
from shopdesk.demo.smtp_sink import SmtpSink

OURS = "hello@shop.example"
PASSWORD = "pä ss wörd "


@dataclass
class Said:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def json_lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


class CommandLine:
    """Runs commands on one data folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        folder.mkdir()
        self.folder = folder
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    @contextmanager
    def shop(self) -> Iterator[Shop]:
        shop = build_shop(self.folder)
        try:
            yield shop
        finally:
            shop.close()

    def __call__(self, *words: str, given: bytes = b"") -> Said:
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        self._capsys.readouterr()
        code = run(words, self.shop, BackupsElsewhere())
        captured = self._capsys.readouterr()
        return Said(code, captured.out, captured.err)


@dataclass
class Post:
    """A running IMAP and SMTP server with one user, and the words that connect it."""

    store: MailStore
    imap: str
    smtp: str
    server: ImapServer

    @property
    def connecting(self) -> tuple[str, ...]:
        return ("--imap", self.imap, "--smtp", self.smtp, "--security", "none", "--password-stdin")

    def deliver(
        self, subject: str, text: str = "Hello", sender: str = "Anna <anna@x.example>", folder: str = "INBOX"
    ) -> bytes:
        raw = (
            f"From: {sender}\r\nTo: {OURS}\r\nSubject: {subject}\r\nMessage-ID: <{abs(hash((subject, text)))}@x>\r\n"
            "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
            f"Content-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n"
        ).encode()
        self.store.deliver(OURS, folder, raw)
        return raw


@pytest.fixture
def command_line(data_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    return CommandLine(data_folder, capsys, monkeypatch)


@pytest.fixture
def post() -> Iterator[Post]:
    store = MailStore()
    store.add_user(OURS, PASSWORD, (FolderPlan("Sent"),))
    with ImapServer(store) as server, SmtpSink({OURS: PASSWORD}) as sink:
        host, port = server.address
        smtp_host, smtp_port = sink.address
        yield Post(store, f"{host}:{port}", f"{smtp_host}:{smtp_port}", server)


@pytest.fixture
def connected(command_line: CommandLine, post: Post) -> CommandLine:
    """A desk whose mailbox is connected and not synced yet."""
    added = command_line("mailbox", "add", OURS, *post.connecting, given=f"{PASSWORD}\n".encode())
    assert added.code == 0, added.err
    return command_line
