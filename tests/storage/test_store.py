"""The two doors: what they promise when all is well, and what they say when it is not."""

import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from peewee import OperationalError

from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseTooNew,
    DataFolderUnusable,
    DiskFull,
    NotFound,
)
from shopdesk.domain.ids import ConversationId, MailboxId
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.store import SqliteStore, open_store
from tests.storage.make import a_conversation, a_mail, a_mailbox, a_message, a_place, first_folder, keyed

CHANGED = Changes(conversations=frozenset({ConversationId(1)}))


def _silent(_: Changes) -> None:
    pass


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A data folder with one mailbox, one conversation and one raw mail."""
    path = tmp_path / "desk"
    store = open_store(path, _silent)
    store.archive.add(keyed(b"raw"))
    with store.writing() as work:
        inbox = first_folder(work)
        work.conversations.add([a_conversation()])
        work.mails.add_messages([a_message(1)])
        work.mails.add_places(inbox, [a_place(1, 1, b"raw")])
        work.conversations.refresh([ConversationId(1)])
    store.close()
    return path


def test_an_unreadable_page_is_an_error_and_no_dead_process(store: SqliteStore) -> None:
    assert not store._desk.value("PRAGMA mmap_size")
    assert not store.archive.database.value("PRAGMA mmap_size")


# --- the doors -----------------------------------------------------------------------------------------


def test_changes_are_announced_together_after_the_commit(store: SqliteStore, announced: list[Changes]) -> None:
    with store.writing() as work:
        work.touched(CHANGED)
        work.touched(Changes(set_aside=True))
        assert announced == []
    with store.writing() as work:
        work.touched(Changes())
    assert announced == [CHANGED | Changes(set_aside=True)]


def test_an_exception_rolls_back_and_announces_nothing(store: SqliteStore, announced: list[Changes]) -> None:
    with pytest.raises(NotFound), store.writing() as work:
        work.mailboxes.add(a_mailbox())
        work.touched(CHANGED)
        raise NotFound
    with store.reading() as work:
        assert work.mailboxes.all() == []
    assert announced == []


def test_a_broken_rule_of_the_schema_is_a_bug_and_rolls_back(store: SqliteStore) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"), store.writing() as work:
        first_folder(work)
        work.mails.add_messages([a_message(1, conversation=77)])
    with store.writing() as work:
        assert work.mailboxes.all() == []


def test_lists_of_any_length_are_written_by_statements_of_few_lengths(tmp_path: Path) -> None:
    path = tmp_path / "lists.db"
    path.touch()
    database = ShopDatabase(path, (), read_only=False, busy_seconds=1)
    database.run("CREATE TABLE pair (number INTEGER, raw BLOB)")
    lengths: set[int] = set()
    database.connection().set_trace_callback(lambda text: lengths.add(text.count("(")))
    for length in (0, 1, 37, 173, 299):
        rows = [(number, bytes([number % 256]) if number % 2 else None) for number in range(length)]
        found = database.with_values("INSERT INTO pair (number, raw) VALUES {rows} RETURNING number, raw", rows)
        assert found == rows
    assert len(lengths) <= 8
    assert database.value("SELECT count(*) FROM pair") == 510
    database.close_all()


def test_a_connection_is_switched_between_reading_and_writing_only_when_it_must_be(tmp_path: Path) -> None:
    path = tmp_path / "doors.db"
    path.touch()
    database = ShopDatabase(path, (), read_only=False, busy_seconds=1)
    database.run("CREATE TABLE note (words TEXT)")
    said: list[str] = []
    database.connection().set_trace_callback(said.append)
    for _ in range(3):
        with database.reading_transaction():
            assert database.rows("SELECT words FROM note") == []
    with pytest.raises(OperationalError, match="readonly"), database.reading_transaction():
        database.run("INSERT INTO note VALUES ('in vain')")
    database.run("INSERT INTO note VALUES ('outside of a transaction')")
    with database.writing_transaction():
        database.run("INSERT INTO note VALUES ('within one')")
    assert [one for one in said if "query_only" in one] == ["PRAGMA query_only = 1", "PRAGMA query_only = 0"]
    assert database.value("SELECT count(*) FROM note") == 2
    database.close()
    with pytest.raises(OperationalError, match="readonly"), database.reading_transaction():
        database.run("DELETE FROM note")
    database.close_all()


def test_reading_cannot_write(store: SqliteStore) -> None:
    with pytest.raises(DataFolderUnusable), store.reading() as work:
        work.mailboxes.add(a_mailbox())
    with store.writing() as work:
        assert work.mailboxes.add(a_mailbox()) == 1


def test_a_reader_sees_one_state_and_waits_for_no_writer(store: SqliteStore) -> None:
    seen: list[int] = []

    def look() -> None:
        with store.reading() as work:
            seen.append(len(work.mailboxes.all()))
        store.release()

    with store.writing() as work:
        work.mailboxes.add(a_mailbox())
        reader = threading.Thread(target=look)
        reader.start()
        reader.join(timeout=2)
        assert not reader.is_alive()
    look()
    assert seen == [0, 1]


def test_several_operating_system_threads_write_in_turn(store: SqliteStore) -> None:
    def write(number: int) -> None:
        for step in range(20):
            with store.writing() as work:
                work.mailboxes.add(a_mailbox(f"{number}.{step}@shop.example"))
        store.release()

    writers = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with store.reading() as work:
        assert len(work.mailboxes.all()) == 80


def test_a_second_writer_is_told_that_the_database_is_busy(folder: Path) -> None:
    first, second = open_store(folder, _silent), open_store(folder, _silent, busy_seconds=0.05)
    with first.writing() as work:
        work.mailboxes.add(a_mailbox("b@shop.example"))
        with pytest.raises(DatabaseBusy), second.writing():
            pass
    with second.writing() as work:
        assert len(work.mailboxes.all()) == 2
    first.close()
    second.close()


# --- opening -------------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_folder_and_files_are_for_their_owner_only(folder: Path) -> None:
    for path in folder.iterdir():
        path.chmod(0o644)
    store = open_store(folder, _silent)
    with store.writing() as work:
        work.mailboxes.add(a_mailbox("b@shop.example"))
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in [folder, *folder.iterdir()]}
    store.close()
    assert modes.pop("desk") == 0o700
    assert {"desk.db", "desk.db-wal", "archive.db"} <= modes.keys()
    assert set(modes.values()) == {0o600}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_folder_with_other_things_in_it_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "letter.txt").write_text("mine")
    open_store(tmp_path, _silent).close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_nothing_but_the_two_files_is_left_after_closing(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == ["archive.db", "desk.db"]


def test_odd_folder_names_are_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "a b%20?c#d&mode=ro 店铺"
    store = open_store(path, _silent)
    with store.writing() as work:
        work.mailboxes.add(a_mailbox())
    store.close()
    assert (path / "desk.db").stat().st_size > 0


def test_a_store_for_reading_only_changes_nothing(folder: Path) -> None:
    store = open_store(folder, _silent, read_only=True)
    with store.reading() as work:
        assert len(work.mailboxes.all()) == 1
    assert store.archive.get(keyed(b"raw")[0][0]) == b"raw"
    assert store.check().is_sound
    with pytest.raises(DataFolderUnusable), store.writing() as work:
        work.mailboxes.add(a_mailbox("b@shop.example"))
    with pytest.raises(DataFolderUnusable):
        store.archive.add(keyed(b"new"))
    store.close()


def test_a_missing_folder_is_not_made_for_reading(tmp_path: Path) -> None:
    with pytest.raises(DataFolderUnusable):
        open_store(tmp_path / "none", _silent, read_only=True)
    assert not (tmp_path / "none").exists()


def test_a_half_made_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "desk.db").touch()
    (tmp_path / "archive.db").touch()
    with pytest.raises(DatabaseDamaged):
        open_store(tmp_path, _silent, read_only=True)
    store = open_store(tmp_path, _silent)
    assert store.check().is_sound
    store.close()


@pytest.mark.parametrize("name", ["desk.db", "archive.db"])
@pytest.mark.parametrize(
    "content", [b"Dear diary, " * 500, b"\0" * 8_192, b"SQLite format 3\0" + b"\xff" * 5_000, os.urandom(9_999)]
)
def test_a_file_that_is_no_database_is_named_and_kept(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    with pytest.raises(DatabaseDamaged, match=name):
        open_store(folder, _silent)
    assert (folder / name).read_bytes() == content


def test_a_zeroed_header_is_damage(folder: Path) -> None:
    with (folder / "desk.db").open("r+b") as file:
        file.write(b"\0" * 100)
    with pytest.raises(DatabaseDamaged, match=r"desk\.db"):
        open_store(folder, _silent)


@pytest.mark.parametrize("name", ["desk.db", "archive.db"])
def test_a_folder_in_place_of_a_file_is_damage(tmp_path: Path, name: str) -> None:
    (tmp_path / "archive.db").touch()
    (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / name).mkdir()
    with pytest.raises(DatabaseDamaged, match=name):
        open_store(tmp_path, _silent)
    assert (tmp_path / name).is_dir()


def test_a_desk_without_its_archive_is_incomplete(folder: Path) -> None:
    (folder / "archive.db").unlink()
    with pytest.raises(DatabaseDamaged, match=r"archive\.db"):
        open_store(folder, _silent)
    assert not (folder / "archive.db").exists()


def test_another_programs_database_is_refused_untouched(folder: Path) -> None:
    (folder / "desk.db").unlink()
    other = ShopDatabase(folder / "desk.db", [], read_only=False, busy_seconds=1)
    (folder / "desk.db").touch()
    other.run("CREATE TABLE theirs (a)")
    other.close_all()
    before = (folder / "desk.db").read_bytes()
    with pytest.raises(DatabaseDamaged, match="another program"):
        open_store(folder, _silent)
    assert (folder / "desk.db").read_bytes() == before


def test_a_newer_version_is_refused_untouched(folder: Path) -> None:
    desk = ShopDatabase(folder / "desk.db", [], read_only=False, busy_seconds=1)
    desk.run("PRAGMA user_version = 99")
    desk.close_all()
    before = (folder / "desk.db").read_bytes()
    with pytest.raises(DatabaseTooNew):
        open_store(folder, _silent)
    assert (folder / "desk.db").read_bytes() == before


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "desk").write_text("hello")
    with pytest.raises(DataFolderUnusable, match="desk"):
        open_store(tmp_path / "desk", _silent)


def test_a_folder_that_vanished_while_open_is_told(folder: Path) -> None:
    store = open_store(folder, _silent)
    store.release()
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    with pytest.raises(DataFolderUnusable), store.reading() as work:
        work.mailboxes.all()
    store.close()


# --- no room ---------------------------------------------------------------------------------------------


def _fill(store: SqliteStore) -> None:
    with store.writing() as work:
        work.conversations.add([a_conversation(2)])
        work.mails.add_messages([
            a_message(number, 2, a_mail(f"{number} " * 2_000)) for number in range(10, 400)
        ])


def test_a_full_disk_is_named_and_nothing_half_written_is_kept(folder: Path) -> None:
    store = open_store(folder, _silent)
    store._desk.value("PRAGMA max_page_count = 120")
    with pytest.raises(DiskFull):
        _fill(store)
    store.archive.database.value("PRAGMA max_page_count = 20")
    with pytest.raises(DiskFull):
        store.archive.add(keyed(os.urandom(2_000_000)))
    with store.reading() as work:
        assert work.conversations.rows([ConversationId(2)]) == []
    assert store.check().is_sound
    store._desk.value("PRAGMA max_page_count = 1000000")
    _fill(store)
    with store.reading() as work:
        assert len(work.conversations.messages(ConversationId(2))) == 390
    store.close()


def test_removed_mail_is_still_counted_by_the_page(folder: Path) -> None:
    store = open_store(folder, _silent)
    with store.writing() as work:
        work.mails.remove_places(work.folders.of_mailbox(MailboxId(1))[0].id, None)
        assert len(work.mails.stored_places((0, 0), 5, gone=True)) == 1
        assert work.mails.stored_places((0, 0), 5, gone=False) == []
    store.close()
