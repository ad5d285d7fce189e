"""Copies of a data folder: whole or not there, verified, kept as long as they should be, brought back complete."""

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
from sqlcipher3 import dbapi2

from shopdesk.domain.control import SimpleControl
from shopdesk.domain.errors import (
    BackupDamaged,
    BackupFolderFull,
    BackupFolderMissing,
    BackupFolderTaken,
    BackupFolderUnusable,
    Cancelled,
    DatabaseTooNew,
    RestoreRefused,
    ShopdeskError,
)
from shopdesk.storage import backup_files, backup_pool, backup_shelf
from shopdesk.storage.backup_copies import check_backup
from shopdesk.storage.backup_desk import verify_desk
from shopdesk.storage.backup_restore import restore
from shopdesk.storage.store import SqliteStore, open_store
from tests.storage.make import a_conversation, a_mail, a_message, a_place, first_folder, keyed

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 18, 8, 0, tzinfo=UTC)


def file_mails(store: SqliteStore, *numbers: int) -> None:
    """Mails as a sync files them: raw bytes, messages, places, conversations."""
    raws = {number: f"mail {number} ".encode() * 300 for number in numbers}
    store.archive.add(keyed(*raws.values()))
    with store.writing() as work:
        inbox = first_folder(work)
        homes = work.conversations.new_ids(len(numbers))
        work.conversations.add([a_conversation(each) for each in homes])
        work.mails.add_messages([
            a_message(number, home, a_mail(f"text {number}")) for number, home in zip(numbers, homes, strict=True)
        ])
        work.mails.add_places(inbox, [a_place(number, number, raws[number]) for number in numbers])
        work.conversations.refresh(homes)


class Drive:
    """A backup folder with a desk that goes into it."""

    def __init__(self, store: SqliteStore, folder: Path) -> None:
        self.store = store
        self.folder = folder
        self.now = NOW
        store.shelf.prepare(str(folder), "desk")

    def make(self, control: SimpleControl | None = None, forgets: datetime | None = None) -> str:
        self.now += timedelta(days=1)
        made = self.store.shelf.make(str(self.folder), "desk", self.now, control or SimpleControl(), forgets)
        return made.copy.name

    @property
    def names(self) -> list[str]:
        return [one.name for one in self.store.shelf.copies(str(self.folder))]

    @property
    def faults(self) -> list[str]:
        return [fault for one in check_backup(self.folder) for fault in one.faults]

    @property
    def packs(self) -> list[Path]:
        return sorted((self.folder / "mails").iterdir())

    @property
    def pooled(self) -> int:
        return len(backup_pool.MailPool(self.folder).held())


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with three mails; copying it is cheaper than making one for each test."""
    folder = tmp_path_factory.mktemp("furnished") / "desk"
    store = open_store(folder, lambda _: None)
    file_mails(store, 1, 2, 3)
    store.close()
    return folder


@pytest.fixture
def drive(furnished: Path, tmp_path: Path) -> Iterator[Drive]:
    shutil.copytree(furnished, tmp_path / "desk")
    store = open_store(tmp_path / "desk", lambda _: None)
    yield Drive(store, tmp_path / "drive")
    store.close()


@contextmanager
def brought_back(drive: Drive, into: Path, name: str = "") -> Iterator[SqliteStore]:
    restore(drive.folder, into, name)
    store = open_store(into, lambda _: None)
    yield store
    store.close()


# --- made and brought back ---------------------------------------------------------------------------------


def test_a_copy_brings_everything_back_into_an_empty_folder(drive: Drive, tmp_path: Path) -> None:
    rules = drive.store.archive.database.path.parent / "rules" / "de.json"
    rules.parent.mkdir()
    rules.write_text('{"phrases": ["Lampe"]}', "utf-8")
    drive.make()
    into = tmp_path / "new computer" / "data"

    with brought_back(drive, into) as store:
        report = store.check()
        raw = store.archive.get(keyed(b"mail 2 " * 300)[0][0])

    assert report.findings == ()
    assert (report.messages, report.places, report.archived) == (3, 3, 3)
    assert raw == b"mail 2 " * 300
    assert (into / "rules" / "de.json").read_text("utf-8") == '{"phrases": ["Lampe"]}'
    assert not [path.name for path in into.iterdir() if path.name.startswith(("restoring", "desk-version"))]


def test_an_older_copy_brings_back_what_was_then(drive: Drive, tmp_path: Path) -> None:
    first = drive.make()
    file_mails(drive.store, 4, 5)
    drive.make()

    with brought_back(drive, tmp_path / "then", first) as store:
        assert store.archive.count() == 3
        assert store.check().is_sound


def test_each_raw_mail_is_copied_once(drive: Drive) -> None:
    drive.make()
    first = drive.packs
    drive.make()
    assert drive.packs == first

    file_mails(drive.store, 4)
    drive.make()

    assert len(drive.packs) == 2
    assert first[0] in drive.packs
    assert drive.pooled == 4
    assert drive.faults == []


def test_nothing_leaves_by_itself_after_a_copy_was_brought_back(drive: Drive, tmp_path: Path) -> None:
    """Queued, sending and unknown mails are held; what was over stays over."""
    states = ("queued", "sending", "data_given", "unknown", "sent", "filed", "refused")
    with closing(dbapi2.connect(str(drive.store.archive.database.path.with_name("desk.db")))) as desk, desk:
        for state in states:
            desk.execute(
                "INSERT INTO outbox (mailbox_id, state, sender, recipients, shown_to, subject, message_id, size,"
                " sha256, queued_at, send_after, next_try, draft, undo)"
                " VALUES (1, ?, 'a@b', '[]', '[]', '', ?, 1, ?, 1, 1, 1, '', '')",
                (state, state, b"x" * 32),
            )
    drive.make()
    restore(drive.folder, tmp_path / "new")

    with closing(dbapi2.connect(str(tmp_path / "new" / "desk.db"))) as desk:
        found = dict(desk.execute("SELECT message_id, state FROM outbox").fetchall())
        due = desk.execute("SELECT count(*) FROM outbox WHERE state = 'held' AND next_try IS NOT NULL").fetchone()
    assert found == {
        "queued": "held", "sending": "held", "data_given": "held", "unknown": "held",
        "sent": "sent", "filed": "filed", "refused": "refused",
    }  # fmt: skip
    assert due == (0,)


def test_the_desk_may_be_written_while_it_is_copied(drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who writes neither waits nor is in the copy, and the copy does not begin anew."""
    monkeypatch.setattr("shopdesk.storage.backup_desk._PAGES", 4)
    waits: list[float] = []

    class Writing(SimpleControl):
        steps = 0

        def stop_if_cancelled(self) -> None:
            self.steps += 1
            if 10 < self.steps < 30:
                writer = Thread(target=self.write)
                writer.start()
                writer.join()

        def write(self) -> None:
            began = time.perf_counter()
            with drive.store.writing() as work:
                work.settings.save("busy", str(self.steps))
            waits.append(time.perf_counter() - began)
            drive.store.release()

    name = drive.make(Writing())

    assert len(waits) == 19
    assert sorted(waits)[len(waits) // 2] < 0.05
    assert drive.faults == []
    with closing(dbapi2.connect(str(drive.folder / "copies" / name / "desk.db"))) as copy:
        assert copy.execute("SELECT value FROM setting WHERE key = 'busy'").fetchone() is None


def test_mails_that_come_in_meanwhile_are_in_the_next_copy(drive: Drive) -> None:
    class Arriving(SimpleControl):
        came = False

        def report(self, done: int, total: int) -> None:
            super().report(done, total)
            if not self.came:
                self.came = True
                thread = Thread(target=lambda: (file_mails(drive.store, 9), drive.store.release()))
                thread.start()
                thread.join()

    drive.make(Arriving())

    assert drive.faults == []
    assert drive.pooled == 4  # it came between its turn and the desk's: the desk tells that it is needed


# --- killed, cancelled, full, gone -------------------------------------------------------------------------


def test_a_killed_backup_leaves_the_older_ones_whole(drive: Drive) -> None:
    drive.make()
    drive.store.close()
    command = [sys.executable, "-m", "tests.storage.backup_child", str(drive.store.archive.database.path.parent)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    chance = random.Random(12)
    for _ in range(2):
        with subprocess.Popen(
            [*command, str(drive.folder)], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdout is not None
            assert child.stdout.readline().strip() in drive.names
            time.sleep(chance.uniform(0.0, 0.12))
            child.kill()
            said = child.stdout.read().split()
        assert drive.faults == []
        assert set(said[-3:]) <= set(drive.names)
    drive.now += timedelta(days=100)
    drive.make()
    assert not [*drive.folder.rglob(".unfinished-*")]


class StopsAt(SimpleControl):
    """Cancels at one of its questions."""

    def __init__(self, step: int) -> None:
        super().__init__()
        self.left = step

    def stop_if_cancelled(self) -> None:
        self.left -= 1
        if self.left == 0:
            raise Cancelled


def test_a_cancelled_backup_leaves_the_older_one_and_the_next_goes_well(drive: Drive) -> None:
    first = drive.make()
    for step in range(1, 6):
        file_mails(drive.store, step + 10)
        with pytest.raises(Cancelled):
            drive.make(StopsAt(step))
        assert not [*drive.folder.rglob(".unfinished-*")]
        assert drive.names == [first]
        assert drive.faults == []
    drive.make()
    assert drive.pooled == 8
    assert drive.faults == []


@pytest.mark.parametrize(
    ("error", "named"),
    [
        (OSError(28, "No space left on device"), BackupFolderFull),
        (OSError(30, "Read-only file system"), BackupFolderUnusable),
        (OSError(5, "Input/output error"), BackupFolderUnusable),
    ],
)
@pytest.mark.parametrize("fails_at", [1, 3, 5])
def test_a_drive_that_fails_gets_a_name_and_loses_nothing(
    drive: Drive, monkeypatch: pytest.MonkeyPatch, error: OSError, named: type[ShopdeskError], fails_at: int
) -> None:
    first = drive.make()
    file_mails(drive.store, 7)
    real, calls = os.fsync, iter(range(1, 1_000))

    def fsync(file: int) -> None:
        if next(calls) >= fails_at:
            raise error
        real(file)

    with monkeypatch.context() as patch:
        patch.setattr(backup_files.os, "fsync", fsync)
        patch.setattr(backup_files, "force_folder", lambda folder: None)
        with pytest.raises(named):
            drive.make()
    assert drive.names == [first]
    assert drive.faults == []
    assert len(drive.make()) == len(first)


def test_a_backup_that_does_not_fit_is_not_begun(drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_shelf, "_SPARE", 1 << 60)
    with pytest.raises(BackupFolderFull):
        drive.make()
    assert drive.names == []
    assert drive.packs == []


def test_a_drive_that_is_not_connected_is_missing_and_not_made(drive: Drive) -> None:
    drive.make()
    away = drive.folder.rename(drive.folder.with_name("unplugged"))
    with pytest.raises(BackupFolderMissing):
        drive.make()
    assert not drive.folder.exists()
    away.rename(drive.folder)
    drive.make()
    assert len(drive.names) == 2


def test_a_place_that_is_no_folder_is_unusable(store: SqliteStore, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BackupFolderUnusable):
        store.shelf.prepare(str(tmp_path / "file"), "desk")


def test_the_data_folder_itself_is_no_place_for_a_backup(store: SqliteStore, tmp_path: Path) -> None:
    for place in (tmp_path / "desk", tmp_path / "desk" / "backup"):
        with pytest.raises(BackupFolderTaken):
            store.shelf.prepare(str(place), "desk")
    assert not (tmp_path / "desk" / "backup").exists()


def test_the_backup_of_another_desk_is_left_alone(drive: Drive) -> None:
    with pytest.raises(BackupFolderTaken):
        drive.store.shelf.prepare(str(drive.folder), "another")
    with pytest.raises(BackupFolderTaken):
        drive.store.shelf.make(str(drive.folder), "another", NOW, SimpleControl())


def test_a_folder_with_other_things_gets_a_folder_of_its_own_for_the_backup(store: SqliteStore, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "holiday.jpg").write_bytes(b"x")

    root = store.shelf.prepare(str(stick), "desk")

    assert root == str(stick / "Shopdesk backup")
    assert store.shelf.prepare(root, "desk") == root
    store.shelf.make(root, "desk", NOW, SimpleControl())
    assert [one.is_sound for one in check_backup(stick)] == [True]


# --- kept, thinned out, erased -----------------------------------------------------------------------------


def test_old_copies_go_after_a_new_one_is_there(drive: Drive) -> None:
    for _ in range(12):
        drive.make()

    assert len(drive.names) == 8
    assert drive.names[0].startswith("2026-11-30")
    assert drive.faults == []


def test_what_was_erased_is_in_no_copy_any_more(drive: Drive) -> None:
    drive.make()
    gone = keyed(b"mail 2 " * 300)[0][0]
    with drive.store.writing() as work:
        erased_at = drive.now + timedelta(hours=1)
        work.mailboxes.remove(work.mailboxes.all()[0].id)
    drive.store.finish_removals()
    assert drive.pooled == 3

    drive.make(forgets=erased_at)

    assert len(drive.names) == 1
    assert drive.pooled == 0
    assert drive.packs == []
    assert drive.faults == []
    assert not any(bytes.fromhex(gone) in path.read_bytes() for path in drive.folder.rglob("*") if path.is_file())


def test_a_pack_with_one_erased_mail_is_written_anew_with_the_others(drive: Drive) -> None:
    drive.make()
    pool = backup_pool.MailPool(drive.folder)
    before, gone = drive.packs, next(iter(pool.held()))

    pool.drop({gone}, SimpleControl(), every=False)
    assert drive.packs != before  # a third of it
    assert gone not in pool.held()
    assert len(pool.held()) == 2


def test_many_small_packs_become_one(drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_pool, "MOST_SMALL", 3)
    for number in range(4, 8):
        drive.make()
        file_mails(drive.store, number)
    drive.make()

    assert len(drive.packs) <= 3
    assert drive.pooled == 7
    assert drive.faults == []


def test_a_large_archive_goes_into_several_packs(drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_pool, "LARGEST", 1)
    drive.make()

    assert len(drive.packs) == 3
    assert drive.pooled == 3


# --- damaged -----------------------------------------------------------------------------------------------


def test_a_pack_that_went_missing_is_told_and_made_again(drive: Drive) -> None:
    drive.make()
    drive.packs[0].unlink()
    assert any("is missing" in fault for fault in drive.faults)

    drive.make()

    assert drive.faults == []
    assert drive.pooled == 3


@pytest.mark.parametrize("what", ["desk.db", "pack", "cut"])
def test_a_damaged_copy_is_told_and_not_brought_back(drive: Drive, tmp_path: Path, what: str) -> None:
    name = drive.make()
    path = drive.packs[0] if what == "pack" else drive.folder / "copies" / name / "desk.db"
    content = bytearray(path.read_bytes())
    if what == "cut":
        del content[-4096:]
    else:
        content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)

    assert any("was changed" in fault for fault in drive.faults)
    with pytest.raises(BackupDamaged):
        restore(drive.folder, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_copy_of_a_newer_program_is_not_brought_back(drive: Drive, tmp_path: Path) -> None:
    drive.make()
    marker = drive.folder / "shopdesk-backup.json"
    marker.write_text(marker.read_text("utf-8").replace('"format": 1', '"format": 9'), "utf-8")
    with pytest.raises(DatabaseTooNew):
        restore(drive.folder, tmp_path / "new")


def test_what_is_no_backup_is_not_brought_back(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    with pytest.raises(BackupFolderMissing):
        restore(tmp_path / "pictures", tmp_path / "new")


def test_nothing_is_brought_back_over_something_else(drive: Drive, tmp_path: Path) -> None:
    drive.make()
    full = tmp_path / "full"
    full.mkdir()
    (full / "letter.txt").write_text("mine")
    with pytest.raises(RestoreRefused):
        restore(drive.folder, full)
    assert [path.name for path in full.iterdir()] == ["letter.txt"]


def test_a_restore_that_was_interrupted_can_be_done_again(drive: Drive, tmp_path: Path) -> None:
    drive.make()
    half = tmp_path / "half" / "restoring"
    half.mkdir(parents=True)
    (half / "archive.db").write_bytes(b"half of it")

    with brought_back(drive, tmp_path / "half") as store:
        assert store.check().is_sound


def test_a_copy_that_is_not_there_cannot_be_named(drive: Drive, tmp_path: Path) -> None:
    drive.make()
    with pytest.raises(BackupDamaged, match="there is no copy 2020"):
        restore(drive.folder, tmp_path / "new", "2020")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("PRAGMA application_id = 1", "of another program"),
        ("PRAGMA user_version = 999", "this program knows"),
        ("UPDATE place SET message_id = 999999", "rows that do not exist"),
    ],
)
def test_a_copy_that_was_sealed_wrong_is_told(drive: Drive, change: str, fault: str) -> None:
    folder = drive.folder / "copies" / drive.make()
    with closing(dbapi2.connect(str(folder / "desk.db"), isolation_level=None)) as copy:
        copy.execute(change)
    facts = json.loads((folder / "copy.json").read_text("utf-8"))
    facts["desk_sha256"] = backup_files.sha256_of(folder / "desk.db")
    (folder / "copy.json").write_text(json.dumps(facts), "utf-8")
    assert fault in drive.faults[0]


@pytest.mark.skipif(sys.platform == "win32", reason="has no such rights")
def test_only_its_owner_reads_a_backup(drive: Drive) -> None:
    drive.make()
    for name in ("copies", "mails"):
        assert (drive.folder / name).stat().st_mode & 0o077 == 0


def test_a_copy_without_some_of_its_parts_is_told(drive: Drive) -> None:
    folder = drive.folder / "copies" / drive.make()
    pool = backup_pool.MailPool(drive.folder)
    pool._save([])
    assert drive.faults == ["3 raw mails are missing"]
    (folder / "desk.db").unlink()
    assert drive.faults == ["desk.db is missing"]
    (folder / "copy.json").write_text("{}", "utf-8")
    assert drive.names == []


@pytest.mark.expects_log("old copies of the backup could not be taken away")
def test_a_copy_whose_old_ones_cannot_be_taken_away_counts_all_the_same(drive: Drive) -> None:
    (drive.folder / "copies" / drive.make() / "mails.keys").write_bytes(b"x" * 32)
    drive.now += timedelta(days=1)
    made = drive.store.shelf.make(str(drive.folder), "desk", drive.now, SimpleControl(), NOW)
    assert not made.is_tidy
    assert len(drive.names) == 2


@pytest.mark.parametrize("content", ["{", "[]", '{"program": "Other", "format": 1}'])
def test_a_folder_whose_mark_cannot_be_read_is_refused(drive: Drive, content: str) -> None:
    (drive.folder / "shopdesk-backup.json").write_text(content, "utf-8")
    with pytest.raises(BackupDamaged):
        drive.make()


@pytest.mark.parametrize(
    ("statements", "named"),
    [
        (["PRAGMA max_page_count = 2", "CREATE TABLE a (b)", "CREATE TABLE c (d)"], BackupFolderFull),
        (["PRAGMA query_only = 1", "CREATE TABLE a (b)"], BackupFolderUnusable),
    ],
)
def test_what_the_database_says_of_a_drive_gets_a_name(
    tmp_path: Path, statements: list[str], named: type[ShopdeskError]
) -> None:
    with (
        pytest.raises(named),
        closing(dbapi2.connect(str(tmp_path / "new.db"), isolation_level=None)) as database,
        backup_files.backup_failures(tmp_path),
    ):
        for statement in statements:
            database.execute(statement)


def test_a_file_that_is_no_database_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "desk.db").write_bytes(b"no database at all " * 100)
    with pytest.raises(BackupDamaged), backup_files.backup_failures(tmp_path):
        verify_desk(tmp_path / "desk.db")
