"""The database behind two doors: reading and writing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import DatabaseDamaged, DataFolderUnusable
from shopdesk.storage.archive import RawMailArchive
from shopdesk.storage.database import BUSY_SECONDS, ShopDatabase, prepare_file, prepare_folder
from shopdesk.storage.failures import named_failures
from shopdesk.storage.migrate import Schema, bring_up_to_date
from shopdesk.storage.migrations import ARCHIVE, DESK
from shopdesk.storage.work import SqliteWork

if TYPE_CHECKING:
    from shopdesk.domain.check import CheckReport
    from shopdesk.storage.backup_shelf import BackupShelf

_DESK_FILE = "desk.db"
_ARCHIVE_FILE = "archive.db"
# Not mapped into memory: that saved no time, cost a process 200 MB on a large desk, and an unreadable page of a mapped
# file kills it instead of being an error.
_DESK_PRAGMAS = (("cache_size", -16_000), ("wal_autocheckpoint", 2_000))
# A batch waits in memory for its commit: spilled pages would have their journal forced to the disk one more time.
_ARCHIVE_PRAGMAS = (("cache_size", -2_000), ("cache_spill", 0))
_ARCHIVE_PATIENCE = 6
"""Times as long as on the desk: in the archive who writes waits for who reads, and a check reads all of it."""


class SqliteStore:
    """The desk and its archive in one data folder; fits `ports.Store`.

    Safe for several operating-system threads and processes. A thread that ends calls `release` as its last act.
    """

    def __init__(self, desk: ShopDatabase, archive: RawMailArchive, announce: Callable[[Changes], None]) -> None:
        self._desk = desk
        self._archive = archive
        self._announce = announce

    @property
    def archive(self) -> RawMailArchive:
        """The raw bytes of every mail."""
        return self._archive

    @contextmanager
    def reading(self) -> Iterator[SqliteWork]:
        """A deferred transaction that cannot write; sees one state of the desk."""
        with named_failures(self._desk.path), self._desk.reading_transaction():
            yield SqliteWork(self._desk, self._archive)

    @contextmanager
    def writing(self) -> Iterator[SqliteWork]:
        """An immediate transaction: committed at the end, rolled back by any exception.

        What it touched is announced after the commit.
        """
        work = SqliteWork(self._desk, self._archive)
        with named_failures(self._desk.path), self._desk.writing_transaction():
            yield work
        if work.changes:
            self._announce(work.changes)
        if work.removal.begun:
            self.finish_removals()

    def finish_removals(self) -> None:
        """Take away what is left of removed mailboxes, in short transactions; needed after an interruption only."""
        from shopdesk.storage.removal import finish_removals

        with named_failures(self._desk.path):
            for changes in finish_removals(self._desk, self._archive):
                self._announce(changes)

    def check(self) -> "CheckReport":
        """Integrity, foreign keys, search index against messages, archive against desk, free space."""
        from shopdesk.storage.checkup import check_store

        with named_failures(self._desk.path):
            return check_store(self._desk, self._archive)

    @property
    def shelf(self) -> "BackupShelf":
        """Makes copies of both files in another place."""
        from shopdesk.storage.backup_shelf import BackupShelf

        return BackupShelf(self._desk, self._archive.database)

    def release(self) -> None:
        """Close the connections of the calling operating-system thread; it may use the store again later."""
        self._desk.close()
        self._archive.release()

    def close(self) -> None:
        """Close the connections of all operating-system threads; none of them may be at work."""
        self._desk.close_all()
        self._archive.close()


def open_store(
    folder: Path,
    announce: Callable[[Changes], None],
    *,
    read_only: bool = False,
    busy_seconds: float = BUSY_SECONDS,
) -> SqliteStore:
    """Open the data folder, making what is missing and bringing older files up to date.

    `announce` is called after every commit that touched something, in the thread that wrote. Raises
    `DataFolderUnusable`, `DatabaseDamaged`, `DatabaseTooNew`, `DatabaseBusy`, `DiskFull`; present files are left as
    they are then.
    """
    if not read_only:
        prepare_folder(folder)
    elif not (folder / _DESK_FILE).exists():
        raise DataFolderUnusable(f"{folder}: there is no {_DESK_FILE}")
    _refuse_half(folder)
    desk = ShopDatabase(folder / _DESK_FILE, _DESK_PRAGMAS, read_only=read_only, busy_seconds=busy_seconds)
    archive = ShopDatabase(
        folder / _ARCHIVE_FILE,
        _ARCHIVE_PRAGMAS,
        read_only=read_only,
        busy_seconds=_ARCHIVE_PATIENCE * busy_seconds,
    )
    try:
        _open(archive, ARCHIVE)
        _open(desk, DESK)
    except BaseException:
        desk.close_all()
        archive.close_all()
        raise
    return SqliteStore(desk, RawMailArchive(archive), announce)


def _open(database: ShopDatabase, schema: Schema) -> None:
    if not database.read_only:
        prepare_file(database.path)
    with named_failures(database.path):
        bring_up_to_date(database, schema)


def _refuse_half(folder: Path) -> None:
    """An archive is made before its desk: a desk without one has lost its raw mails."""
    archive = folder / _ARCHIVE_FILE
    if (folder / _DESK_FILE).exists() and not archive.exists():
        raise DatabaseDamaged(f"{archive}: the file is missing")
