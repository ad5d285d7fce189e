"""The whole program as scripts start it: exit codes, streams, pipes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OURS = "hello@shop.example"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return os.environ | {
        "PYTHONPATH": str(ROOT),
        "PYTHON_KEYRING_BACKEND": "tests.fakes.file_keyring.FileKeyring",
        "TEST_KEYRING_FILE": str(tmp_path / "keys.json"),
        "PYTHONWARNINGS": "error",
        "SHOPDESK_DATA": str(tmp_path / "elsewhere"),
        "PYTHONIOENCODING": "ascii",
    }


def started(environment: dict[str, str], *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "shopdesk", *words],
        env=environment,
        input=given,
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.slow
def test_a_shop_is_run_by_scripts_alone(environment, post, tmp_path) -> None:
    raw = post.deliver("灯坏了", "订单号 8812047")
    here = ("--data", str(tmp_path / "here"))
    password = "pä ss wörd \n".encode()
    assert started(environment, *here, "mailbox", "add", OURS, *post.connecting, given=password).returncode == 0
    synced = started(environment, *here, "sync")
    assert (synced.returncode, synced.stderr) == (0, b"")
    mails = started(environment, *here, "mails").stdout.decode()
    assert [json.loads(line)["subject"] for line in mails.splitlines()] == ["灯坏了"]
    got = started(environment, *here, "raw", "--mailbox", OURS, "--folder", "INBOX", "--uid", "1")
    assert got.stdout == raw
    assert started(environment, *here, "check").returncode == 0
    assert not (tmp_path / "elsewhere").exists()
    assert json.loads((tmp_path / "keys.json").read_text())


@pytest.mark.slow
def test_a_reader_that_goes_away_is_no_complaint(environment, tmp_path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [sys.executable, "-m", "shopdesk", "status"],
        env=environment,
        stdout=writing,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (141, b"")


@pytest.mark.slow
def test_a_folder_that_cannot_be_used_is_one_sentence(environment, tmp_path) -> None:
    (tmp_path / "file").write_text("no folder")
    ended = started(environment, "--data", str(tmp_path / "file"), "status")
    assert ended.returncode == 1
    assert b"Traceback" not in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
