"""Brings a copy out of a backup into an empty data folder."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from shopdesk.domain.backup import BackupCopy
from shopdesk.domain.control import Control, SimpleControl
from shopdesk.domain.errors import BackupDamaged, RestoreRefused
from shopdesk.storage.backup_copies import DESK_FILE, EXTRA, check_backup, root_of
from shopdesk.storage.backup_desk import referred_mails
from shopdesk.storage.backup_files import backup_failures, force, force_folder
from shopdesk.storage.backup_pool import MailPool
from shopdesk.storage.database import BUSY_SECONDS, Row, ShopDatabase, prepare_file, prepare_folder
from shopdesk.storage.failures import named_failures, named_os_error
from shopdesk.storage.migrate import bring_up_to_date
from shopdesk.storage.migrations import ARCHIVE
from shopdesk.storage.store import open_store

_ARCHIVE_FILE = "archive.db"
_WORKSHOP = "restoring"
_AT_ONCE = 200
# What was under way when the copy was made may have left since: a person decides about each.
_HOLD = """UPDATE outbox SET state = 'held', next_try = NULL, problem = '', problem_host = '', problem_detail = ''
    WHERE state IN ('queued', 'sending', 'data_given', 'unknown')"""
# Where this computer's backups go is for a person to say; which desk it is stays.
_FORGET = "DELETE FROM setting WHERE key IN ('backup.folder', 'backup.state')"


def restore(folder: Path, into: Path, name: str = "", control: Control | None = None) -> BackupCopy:
    """Bring the newest copy (or the named one) of a backup into an empty or new data folder.

    All of the backup is checked before anything is written; the database gets its name last. Raises
    `RestoreRefused`, `BackupDamaged`, `BackupFolderMissing`, `DatabaseTooNew`, `DiskFull`, `DataFolderUnusable`.
    """
    asked = control or SimpleControl()
    _refuse_filled(into)
    copy = _sound_copy(folder, name, asked)
    root = root_of(folder)
    prepare_folder(into)
    workshop = into / _WORKSHOP
    try:
        shutil.rmtree(workshop, ignore_errors=True)
        workshop.mkdir(mode=0o700)
        with backup_failures(root):
            source = root / "copies" / copy.name
            _fill_archive(MailPool(root), workshop / _ARCHIVE_FILE, referred_mails(source / DESK_FILE), asked)
            _take_over(source, workshop)
        _settle(workshop)
        _put_in_place(workshop, into)
    except OSError as error:
        raise named_os_error(error, into) from error
    return copy


def _refuse_filled(into: Path) -> None:
    """What an interrupted restore left may be there, and nothing else."""
    with suppress(FileNotFoundError):
        if any(path.name != _WORKSHOP for path in into.iterdir()):
            raise RestoreRefused(str(into))


def _sound_copy(folder: Path, name: str, control: Control) -> BackupCopy:
    checked = check_backup(folder, control)
    if name:
        checked = [one for one in checked if one.copy.name == name]
    if not checked:
        raise BackupDamaged(f"there is no copy {name}".strip())
    if not checked[0].is_sound:
        raise BackupDamaged(f"{checked[0].copy.name}: {checked[0].faults[0]}")
    return checked[0].copy


def _fill_archive(pool: MailPool, path: Path, wanted: set[bytes], control: Control) -> None:
    archive = ShopDatabase(path, (), read_only=False, busy_seconds=BUSY_SECONDS)
    try:
        prepare_file(path)
        with named_failures(path):
            bring_up_to_date(archive, ARCHIVE)
            for rows in _batches(pool.mails(wanted)):
                control.stop_if_cancelled()
                with archive.writing_transaction():
                    archive.insert("INSERT OR IGNORE INTO raw_mail (sha256, packed)", rows)
    finally:
        archive.close_all()


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rest = iter(rows)
    while batch := list(islice(rest, _AT_ONCE)):
        yield batch


def _take_over(source: Path, workshop: Path) -> None:
    prepare_file(workshop / DESK_FILE)
    shutil.copyfile(source / DESK_FILE, workshop / DESK_FILE)
    if (source / EXTRA).is_dir():
        shutil.copytree(source / EXTRA, workshop, dirs_exist_ok=True)


def _settle(workshop: Path) -> None:
    """Bring the database up to date, and let nothing leave by itself that was under way."""
    desk = ShopDatabase(workshop / DESK_FILE, (), read_only=False, busy_seconds=BUSY_SECONDS)
    with named_failures(desk.path):
        desk.run("PRAGMA journal_mode = WAL")
        desk.close_all()
    store = open_store(workshop, lambda _: None)
    store.close()
    with named_failures(desk.path):
        with desk.writing_transaction():
            desk.run(_HOLD)
            desk.run(_FORGET)
        desk.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        desk.close_all()
    for older in workshop.glob("desk-version-*.db"):
        older.unlink()  # the backup itself is the copy from before the change


def _put_in_place(workshop: Path, into: Path) -> None:
    for path in workshop.rglob("*"):
        if path.is_file():
            force(path)
    for path in sorted(workshop.iterdir(), key=lambda one: one.name == DESK_FILE):
        path.replace(into / path.name)
    workshop.rmdir()
    force_folder(into)
