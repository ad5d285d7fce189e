"""Schema steps: all or nothing, once, also when two processes start at the same moment."""

import json
import multiprocessing
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from peewee import OperationalError

from shopdesk.domain.errors import DatabaseDamaged, DataFolderUnusable, DiskFull
from shopdesk.storage.database import ShopDatabase, prepare_file
from shopdesk.storage.failures import named_failures
from shopdesk.storage.migrate import Schema, Step, bring_up_to_date
from shopdesk.storage.migrations import DESK
from shopdesk.storage.store import open_store

FIRST = Step("m0001_a", ("CREATE TABLE a (x INTEGER PRIMARY KEY)", "INSERT INTO a VALUES (1)"))
SECOND = Step("m0002_b", ("CREATE TABLE b (x)", "INSERT INTO b SELECT x FROM a"))


def _schema(*steps: Step) -> Schema:
    return Schema(0x1234, 4096, steps)


@pytest.fixture
def database(tmp_path: Path) -> ShopDatabase:
    """An empty file."""
    path = tmp_path / "x.db"
    prepare_file(path)
    return ShopDatabase(path, [], read_only=False, busy_seconds=1)


def test_steps_run_once_and_leave_their_record(database: ShopDatabase) -> None:
    bring_up_to_date(database, _schema(FIRST))
    bring_up_to_date(database, _schema(FIRST, SECOND))
    bring_up_to_date(database, _schema(FIRST, SECOND))
    assert database.rows("SELECT number, name FROM migration") == [(1, "m0001_a"), (2, "m0002_b")]
    assert database.rows("SELECT x FROM b") == [(1,)]
    assert database.value("PRAGMA journal_mode") == "wal"
    database.close_all()


@pytest.mark.parametrize("broken", ["INSERT INTO nowhere VALUES (1)", "CREATE TABLE a (y)"])
def test_a_step_that_fails_leaves_the_old_state(database: ShopDatabase, broken: str) -> None:
    bring_up_to_date(database, _schema(FIRST))
    with pytest.raises(OperationalError):
        bring_up_to_date(database, _schema(FIRST, Step("m0002_b", (*SECOND.statements, broken))))
    assert database.value("PRAGMA user_version") == 1
    assert database.rows("SELECT name FROM sqlite_schema WHERE name = 'b'") == []
    bring_up_to_date(database, _schema(FIRST, SECOND))
    assert database.value("PRAGMA user_version") == 2
    database.close_all()


def test_a_full_disk_in_a_step_leaves_the_old_state(database: ShopDatabase) -> None:
    bring_up_to_date(database, _schema(FIRST))
    database.value("PRAGMA max_page_count = 8")
    big = Step("m0002_big", ("CREATE TABLE b (x)", "INSERT INTO b VALUES (zeroblob(100000))"))
    with pytest.raises(DiskFull), named_failures(database.path):
        bring_up_to_date(database, _schema(FIRST, big))
    assert database.value("PRAGMA user_version") == 1
    assert database.value("PRAGMA integrity_check") == "ok"
    database.close_all()


def test_a_step_that_leaves_orphans_is_refused(database: ShopDatabase) -> None:
    orphans = Step(
        "m0002_c",
        (
            "CREATE TABLE c (x INTEGER REFERENCES a DEFERRABLE INITIALLY DEFERRED)",
            "INSERT INTO c VALUES (77)",
        ),
    )
    with pytest.raises(DatabaseDamaged, match="m0002_c"):
        bring_up_to_date(database, _schema(FIRST, orphans))
    assert _state(database) == (0, [])  # a new file takes all steps or none
    bring_up_to_date(database, _schema(FIRST))
    with pytest.raises(DatabaseDamaged, match="m0002_c"):
        bring_up_to_date(database, _schema(FIRST, orphans))
    assert _state(database) == (1, [("a",), ("migration",)])
    database.close_all()


def _state(database: ShopDatabase) -> tuple[int, list[tuple[object, ...]]]:
    tables = database.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return int(database.value("PRAGMA user_version")), [*tables]


def test_a_new_file_is_written_at_once(database: ShopDatabase, monkeypatch: pytest.MonkeyPatch) -> None:
    run, commits = database.execute_sql, 0

    def counted(statement: str, values: Sequence[object] | None = None) -> object:
        nonlocal commits
        commits += statement == "COMMIT"
        return run(statement, values)

    monkeypatch.setattr(database, "execute_sql", counted)
    bring_up_to_date(database, DESK)
    assert commits == 1
    assert database.value("SELECT count(*) FROM migration") == len(DESK.steps) > 1
    database.close_all()


def test_a_copy_is_kept_before_an_older_file_is_changed(database: ShopDatabase) -> None:
    bring_up_to_date(database, Schema(0x1234, 4096, (FIRST,), keeps_copy=True))
    assert [path.name for path in database.path.parent.glob("*.db")] == ["x.db"]
    bring_up_to_date(database, Schema(0x1234, 4096, (FIRST, SECOND), keeps_copy=True))
    database.close_all()
    path = database.path.with_name("x-version-1.db")
    assert os.name == "nt" or path.stat().st_mode & 0o077 == 0
    copy = ShopDatabase(path, [], read_only=True, busy_seconds=1)
    assert copy.value("PRAGMA user_version") == 1
    assert copy.rows("SELECT x FROM a") == [(1,)]
    copy.close_all()
    assert sorted(each.name for each in path.parent.iterdir()) == ["x-version-1.db", "x.db"]


def test_without_room_for_the_copy_the_file_stays_as_it_is(database: ShopDatabase) -> None:
    bring_up_to_date(database, _schema(FIRST))
    database.path.with_name("x-version-1.db").mkdir()
    with pytest.raises(DataFolderUnusable, match="x-version-1"):
        bring_up_to_date(database, Schema(0x1234, 4096, (FIRST, SECOND), keeps_copy=True))
    assert database.value("PRAGMA user_version") == 1
    database.close_all()
    assert sorted(each.name for each in database.path.parent.iterdir()) == ["x-version-1.db", "x.db"]


@pytest.mark.parametrize("done", [1, 2, 3])
def test_a_file_brought_up_to_date_by_another_process_meanwhile_is_ours(
    database: ShopDatabase, monkeypatch: pytest.MonkeyPatch, done: int
) -> None:
    run, statements = database.execute_sql, 0

    def interrupted(statement: str, values: Sequence[object] | None = None) -> object:
        nonlocal statements
        if statements == done:
            other = ShopDatabase(database.path, [], read_only=False, busy_seconds=1)
            bring_up_to_date(other, _schema(FIRST, SECOND))
            other.close_all()
        statements += 1
        return run(statement, values)

    monkeypatch.setattr(database, "execute_sql", interrupted)
    bring_up_to_date(database, _schema(FIRST, SECOND))
    assert statements > done
    assert database.rows("SELECT number FROM migration") == [(1,), (2,)]


def _open_and_close(folder: str) -> None:
    open_store(Path(folder), lambda _: None).close()


def test_processes_that_start_at_once_make_one_sound_folder(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_open_and_close, args=(str(tmp_path / "desk"),)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0, 0]
    store = open_store(tmp_path / "desk", lambda _: None)
    assert store.check().is_sound
    assert store._desk.value("SELECT count(*) FROM migration") == len(DESK.steps)
    store.close()


def test_steps_stand_in_the_order_of_their_names() -> None:
    numbers = [int(step.name[1:5]) for step in DESK.steps]
    assert numbers == sorted(set(numbers))


def test_servers_of_the_first_release_get_room_for_a_fingerprint(database: ShopDatabase) -> None:
    old = '{"imap": ["imap.x.example", 993, "tls"], "smtp": %s}'
    bring_up_to_date(database, Schema(DESK.application_id, DESK.page_size, DESK.steps[:2]))
    for number, smtp in enumerate(('["smtp.x.example", 465, "tls"]', "null")):
        words = (f"{number}@x.example", f"{number}@x.example", old % smtp)
        database.run("INSERT INTO mailbox (address, address_key, settings) VALUES (?, ?, ?)", words)
    bring_up_to_date(database, Schema(DESK.application_id, DESK.page_size, DESK.steps[:3]))
    rows = [json.loads(row[0]) for row in database.rows("SELECT settings FROM mailbox ORDER BY id")]
    assert [row["imap"] for row in rows] == [["imap.x.example", 993, "tls", ""]] * 2
    assert [row["smtp"] for row in rows] == [["smtp.x.example", 465, "tls", ""], None]
    database.close_all()
