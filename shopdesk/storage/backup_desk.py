"""One copy of the desk's database: made from one state of it, never blocking who writes, verified when it is there."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from shopdesk.domain.control import Control
from shopdesk.domain.errors import BackupDamaged, DatabaseTooNew
from shopdesk.storage.backup_files import force
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.migrations import DESK

_PAGES = 256
"""Pages of one step, a megabyte: after each the wish to stop is looked at."""
_TABLES = ("message", "conversation", "place")
_ANYBODY_ERASED = "SELECT EXISTS (SELECT 1 FROM erased_mail) OR EXISTS (SELECT 1 FROM erased_place)"
_REFERRED = """SELECT sha256 FROM place WHERE sha256 IS NOT NULL
    UNION SELECT sha256 FROM message WHERE sha256 IS NOT NULL"""


@dataclass(frozen=True, slots=True)
class DeskCounts:
    """How much is in a database."""

    messages: int
    conversations: int
    places: int


def copy_desk(
    desk: ShopDatabase, path: Path, control: Control, report: Callable[[int], None], *, forgets: bool
) -> DeskCounts:
    """Write what the desk is at this moment into a new file; out: the counts at that moment.

    The transaction that reads keeps its state of the write-ahead log to the end: who writes meanwhile neither waits
    nor makes the copy begin anew. `report` is told the bytes of each step. Pages keep traces of what was deleted:
    with `forgets`, and once somebody was erased, the copy is built anew without them.
    """
    page_size = int(desk.value("PRAGMA page_size"))
    with closing(dbapi2.connect(str(path), isolation_level=None)) as target:
        with desk.reading_transaction():
            counts = _counted(desk.row)
            anew = forgets or bool(desk.value(_ANYBODY_ERASED))
            left = -1

            def stepped(_status: int, remaining: int, total: int) -> None:
                nonlocal left
                report(((total if left < 0 else left) - remaining) * page_size)
                left = remaining
                control.stop_if_cancelled()

            desk.connection().backup(target, pages=_PAGES, progress=stepped)  # type: ignore[no-untyped-call]
        target.execute("PRAGMA journal_mode = DELETE")  # one file, which can be read where nothing can be written
        target.execute("VACUUM" if anew else "PRAGMA incremental_vacuum").fetchall()
    force(path)
    return counts


def verify_desk(path: Path, counts: DeskCounts | None = None) -> DeskCounts:
    """Look whether a copy is whole; out: what it holds. Raises `BackupDamaged`, `DatabaseTooNew`."""
    with closing(_reading(path)) as copy:

        def row(statement: str) -> tuple[int, ...]:
            found: tuple[int, ...] = copy.execute(statement).fetchone()
            return found

        if row("PRAGMA application_id")[0] != DESK.application_id:
            raise BackupDamaged(f"{path.name} is of another program")
        version = row("PRAGMA user_version")[0]
        if version > len(DESK.steps):
            raise DatabaseTooNew(f"{path.name}: version {version}, this program knows {len(DESK.steps)}")
        said = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if said != "ok":
            raise BackupDamaged(f"{path.name}: {said}")
        if copy.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise BackupDamaged(f"{path.name}: rows refer to rows that do not exist")
        held = _counted(row)
    if counts is not None and held != counts:
        raise BackupDamaged(f"{path.name}: {held}, not {counts}")
    return held


def referred_mails(path: Path) -> set[bytes]:
    """Keys of the raw mails that a copy needs."""
    with closing(_reading(path)) as copy:
        return {row[0] for row in copy.execute(_REFERRED)}


def _counted(row: Callable[[str], tuple[int, ...] | None]) -> DeskCounts:
    found = row(f"SELECT {', '.join(f'(SELECT count(*) FROM {table})' for table in _TABLES)}")
    return DeskCounts(*(found or (0, 0, 0)))


def _reading(path: Path) -> dbapi2.Connection:
    return dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
