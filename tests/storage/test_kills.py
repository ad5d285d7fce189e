"""A process that is killed at any moment loses nothing that was acknowledged."""

import os
import random
import subprocess
import sys
from pathlib import Path

from shopdesk.domain.ids import FolderId
from shopdesk.storage.store import open_store

ROOT = Path(__file__).parents[2]
ROUNDS = 6


def _file_until_killed(folder: Path, seconds: float) -> int:
    """How many mails the child had acknowledged when it was killed."""
    command = [sys.executable, "-m", "tests.storage.filing_child", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        acknowledged = child.stdout.readline()
        try:
            child.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            child.kill()
        lines = [acknowledged, *child.stdout.read().split("\n")]
    return max(int(line) for line in lines if line.strip())


def test_a_killed_process_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    chance = random.Random(4711)
    for _ in range(ROUNDS):
        acknowledged = _file_until_killed(folder, chance.uniform(0.0, 0.25))
        store = open_store(folder, lambda _: None)
        with store.reading() as work:
            filed = len(work.mails.known_uids(FolderId(1)))
            _, some = max(work.mails.stored_places((0, 0), filed, gone=False), key=lambda place: place[1].uid or 0)
        assert filed in {acknowledged, acknowledged + 10}
        assert store.archive.get(some.sha256 or "") == f"mail {filed} ".encode() * 500
        store.close()
    store = open_store(folder, lambda _: None)
    report = store.check()
    store.close()
    assert report.findings == ()
    assert report.messages == report.places == filed
