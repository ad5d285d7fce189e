"""Logs: bounded, one for each process, and never a secret in them."""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from shopdesk.system import logs
from shopdesk.system.logs import PROTOCOL_LOGGER, redacted, start_logging

SECRET = "Tr0ub4dor&3x"


@pytest.fixture(autouse=True)
def quiet_afterwards() -> Iterator[None]:
    root, protocol = logging.getLogger(), logging.getLogger(PROTOCOL_LOGGER)
    before = root.level, protocol.level, protocol.propagate
    had = [*root.handlers, *protocol.handlers]
    yield
    for logger in (root, protocol):
        for handler in [one for one in logger.handlers if one not in had]:
            logger.removeHandler(handler)
            handler.close()
    root.setLevel(before[0])
    protocol.setLevel(before[1])
    protocol.propagate = before[2]


@pytest.mark.parametrize(
    "line",
    [
        f"password={SECRET}",
        f"{{'password': '{SECRET}', 'user': 'me'}}",
        f'{{"access_token": "{SECRET}"}}',
        f"refresh_token: {SECRET}",
        f"Authorization: Bearer {SECRET}abc",
        f"A1 LOGIN me@shop.example {SECRET}",
        f'A1 LOGIN "me" "{SECRET}"',
        "AUTH PLAIN AG1lAFRyMHViNGRvciYz",
        "a AUTHENTICATE XOAUTH2 dXNlcj1tZQFhdXRoPUJlYXJlcg==",
        f"https://me:{SECRET}@shop.example/x",
        f"client_secret={SECRET}&code=1",
        f"Passwort? passwd = {SECRET}",
        f"pwd:{SECRET}",
    ],
)
def test_secrets_of_every_form_become_stars(line: str) -> None:
    shown = redacted(line)
    assert "***" in shown
    for hidden in (SECRET, "AG1lAFRyMHViNGRvciYz", "dXNlcj1tZQFhdXRoPUJlYXJlcg"):
        assert hidden not in shown


def test_ordinary_lines_stay_as_they_are() -> None:
    for line in ("synced 12 mails", "the customer wrote about passing by", "login failed for me@shop.example"):
        assert redacted(line) == line


@pytest.mark.expects_log("failed with token")
def test_each_process_writes_its_own_file_and_tracebacks_are_clean_too(tmp_path: Path) -> None:
    path = start_logging(tmp_path, "engine")
    try:
        raise ValueError(f"password={SECRET}")
    except ValueError:
        logging.getLogger("shopdesk.x").exception("failed with token=%s", SECRET)
    text = path.read_text(encoding="utf-8")
    assert "Traceback" in text
    assert SECRET not in text
    assert path.name == "engine.log"


def test_the_protocol_has_a_file_of_its_own(tmp_path: Path) -> None:
    path = start_logging(tmp_path, "engine")
    logging.getLogger(PROTOCOL_LOGGER).info("> A1 NOOP")
    assert "NOOP" not in path.read_text()
    assert "NOOP" in (path.parent / "engine-protocol.log").read_text()


def test_files_are_bounded_and_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "LARGEST_FILE", 2_000)
    path = start_logging(tmp_path, "window")
    for number in range(500):
        logging.getLogger("shopdesk.x").info("line %d", number)
    files = list(path.parent.glob("window.log*"))
    assert len(files) == 1 + logs.KEPT_FILES
    assert all(file.stat().st_size <= 2_000 for file in files)
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_second_start_replaces_the_first(tmp_path: Path) -> None:
    start_logging(tmp_path / "one", "a")
    second = start_logging(tmp_path / "two", "a")
    logging.getLogger("shopdesk.x").info("hello")
    assert second.read_text().count("hello") == 1
    assert "hello" not in (tmp_path / "one" / "logs" / "a.log").read_text()


def test_a_folder_that_cannot_be_written_does_not_stop_the_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").write_text("in the way")
    start_logging(tmp_path, "a")
    logging.getLogger("shopdesk.x").info("password=%s", SECRET)
    logging.getLogger(PROTOCOL_LOGGER).info("nothing")
    assert "password=***" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_a_full_disk_costs_lines_of_the_log_and_nobody_sees_a_traceback(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").mkdir()
    for name in ("a.log", "a-protocol.log"):
        (tmp_path / "logs" / name).symlink_to("/dev/full")
    start_logging(tmp_path, "a")
    logging.getLogger("shopdesk.x").info("nobody will read this")
    logging.getLogger(PROTOCOL_LOGGER).info("nor this")
    assert capfd.readouterr().err == ""
