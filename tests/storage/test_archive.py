"""Raw mails come back byte for byte, or not at all."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from shopdesk.domain.errors import DatabaseBusy, DatabaseDamaged, NotFound
from shopdesk.storage.store import SqliteStore, open_store
from tests.storage.make import keyed

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
IO = Path("/proc/self/io")
KILLED_WHILE_IT_WRITES = """
import os, signal, sys
from pathlib import Path
from shopdesk.storage.store import open_store
from tests.storage.make import keyed
archive = open_store(Path(sys.argv[1]), lambda _: None).archive
archive.add(keyed(b"before"))
archive.database.rows("PRAGMA cache_spill = 1")
archive.database.rows("PRAGMA cache_size = 5")
archive.database.run("BEGIN IMMEDIATE")
for number in range(20):
    row = (bytes([number]) * 32, os.urandom(200_000))
    archive.database.run("INSERT INTO raw_mail (sha256, packed) VALUES (?, ?)", row)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_raw_mails_come_back_byte_for_byte(store: SqliteStore) -> None:
    mails = keyed(b"", b"\0\r\n.\r\nFrom x", os.urandom(3_000_000), b"a" * 1_000_000)
    store.archive.add(mails)
    assert [store.archive.get(key) for key, _ in mails] == [raw for _, raw in mails]


def test_known_mails_are_skipped_and_doubles_kept_once(store: SqliteStore) -> None:
    store.archive.add(keyed(b"one", b"one"))
    store.archive.add(keyed(b"one", b"two"))
    assert store.archive.count() == 2


def test_an_unknown_mail_is_not_found(store: SqliteStore) -> None:
    with pytest.raises(NotFound):
        store.archive.get("ab" * 32)
    assert store.archive.beginning("ab" * 32, 10) == b""
    assert not store.archive.is_sound("ab" * 32)


def test_other_bytes_under_a_key_are_damage(store: SqliteStore) -> None:
    store.archive.add([("ab" * 32, b"other bytes")])
    with pytest.raises(DatabaseDamaged):
        store.archive.get("ab" * 32)


def test_bytes_that_cannot_be_unpacked_are_damage(store: SqliteStore) -> None:
    ((key, _),) = mails = keyed(b"some mail" * 100)
    store.archive.add(mails)
    store.archive.database.run("UPDATE raw_mail SET packed = x'00ff00ff'")
    with pytest.raises(DatabaseDamaged):
        store.archive.get(key)
    assert store.archive.beginning(key, 10) == b""


def test_the_beginning_of_a_mail_needs_not_be_all_of_it(store: SqliteStore) -> None:
    mails = keyed(b"Subject: long\r\n" + b"x" * 1_000_000)
    store.archive.add(mails)
    assert store.archive.beginning(mails[0][0], 13) == b"Subject: long"


def test_removing_gives_room_back(store: SqliteStore) -> None:
    mails = keyed(*(os.urandom(200_000) for _ in range(20)))
    store.archive.add(mails)
    pages = store.archive.database.value("PRAGMA page_count")
    store.archive.remove([bytes.fromhex(key) for key, _ in mails[1:]])
    assert store.archive.count() == 1
    assert store.archive.database.value("PRAGMA page_count") < pages / 5


def test_several_operating_system_threads_add_at_once(store: SqliteStore) -> None:
    def add(number: int) -> None:
        for step in range(10):
            store.archive.add(keyed(*(f"{number} {step} {mail}".encode() for mail in range(5)), b"same"))
        store.release()

    workers = [threading.Thread(target=add, args=(number,)) for number in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert store.archive.count() == 201


def test_an_empty_mail_among_many_large_ones_keeps_its_place(store: SqliteStore) -> None:
    mails = keyed(*(os.urandom(400_000) for _ in range(4)), b"", b"last")
    store.archive.add(mails[:4])
    store.archive.add([*mails, *keyed(os.urandom(2_000_000))])
    assert [store.archive.get(key) for key, _ in mails] == [raw for _, raw in mails]


def _written() -> int:
    """Bytes that this process handed to the system so far."""
    return int(IO.read_text("ascii").split("wchar:")[1].split()[0])


@pytest.mark.skipif(not IO.exists(), reason="the system does not count what a process writes")
def test_a_raw_mail_is_written_once(tmp_path: Path) -> None:
    mails = keyed(*(os.urandom(300_000) for _ in range(40)))
    store = open_store(tmp_path, lambda _: None)
    before = _written()
    for start in range(0, len(mails), 10):
        store.archive.add(mails[start : start + 10])
    store.close()
    assert 1 < (_written() - before) / (40 * 300_000) < 1.15, "a log would write it a second time"


@contextmanager
def _somebody_reads(folder: Path, seconds: float) -> "Iterator[None]":
    """Another program in the middle of reading the archive."""
    reads, enough = threading.Event(), threading.Event()

    def read() -> None:
        other = open_store(folder, lambda _: None)
        with other.archive.database.reading_transaction():
            other.archive.count()
            reads.set()
            enough.wait(seconds)
        other.close()

    reader = threading.Thread(target=read)
    reader.start()
    assert reads.wait(10)
    try:
        yield
    finally:
        enough.set()
        reader.join()


def test_who_writes_waits_for_who_reads_and_gives_up_with_nothing_half_written(tmp_path: Path) -> None:
    ((key, _),) = mails = keyed(os.urandom(3_000_000))
    store = open_store(tmp_path, lambda _: None, busy_seconds=0.1)
    with _somebody_reads(tmp_path, 60), pytest.raises(DatabaseBusy):
        store.archive.add(mails)
    assert store.archive.count() == 0
    with _somebody_reads(tmp_path, 0.3):
        store.archive.add(mails)
    assert store.archive.is_sound(key)
    assert store.check().is_sound
    store.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_program_killed_while_it_writes_leaves_what_was_there_before(tmp_path: Path) -> None:
    command = [sys.executable, "-c", KILLED_WHILE_IT_WRITES, str(tmp_path)]
    ended = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    assert (tmp_path / "archive.db-journal").stat().st_size > 0
    assert (tmp_path / "archive.db").stat().st_size > 1_000_000, "half of it was in the file"
    store = open_store(tmp_path, lambda _: None)
    assert store.archive.count() == 1
    assert store.archive.get(keyed(b"before")[0][0]) == b"before"
    assert store.check().is_sound
    store.archive.add(keyed(b"after"))
    store.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive.db", "desk.db"]
