"""One SQLite file: connections of each operating-system thread, settings, plain statements, transactions."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from peewee import PeeweeException, SqliteDatabase
from sqlcipher3 import dbapi2

from shopdesk.domain.control import SimpleControl
from shopdesk.domain.errors import DatabaseDamaged
from shopdesk.storage.failures import named_os_error

Row = tuple[Any, ...]
Value = Any

BUSY_SECONDS = 5.0
"""How long a statement waits for another writer before `DatabaseBusy`."""

_STEPS = 10_000  # of SQLite's machine between two looks whether an answer is still wanted: some milliseconds
_CHUNK = 100  # rows in one VALUES list: long enough to be quick, short enough to stay in the statement cache
_ROWS = "{rows}"
_PRAGMAS = (
    ("foreign_keys", 1),
    ("synchronous", "FULL"),
    ("fullfsync", 1),  # macOS: reaches the disk itself
    ("checkpoint_fullfsync", 1),
    ("journal_size_limit", 64 << 20),
    ("trusted_schema", 0),
    ("secure_delete", "FAST"),  # what is deleted leaves pages that are written anyway; erasing sees to the others
)

# What the driver does not know it asks in vain how it wants to be written, which takes longer than to write it.
for _kind in (type(None), bytes):
    dbapi2.register_adapter(_kind, lambda value: value)


class _Connection(dbapi2.Connection):  # type: ignore[misc]
    """Knows what it is set to."""

    is_reading = False
    refuses = False
    """Whether it refuses to write: that stays until something else than reading is wanted, since to switch it makes
    SQLite compile every statement anew."""


class ShopDatabase(SqliteDatabase):
    """A file of the SQLite that we bring along; each operating-system thread has a connection of its own."""

    def __init__(
        self, path: Path, pragmas: Iterable[tuple[str, object]], *, read_only: bool, busy_seconds: float
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.busy_seconds = busy_seconds
        self._opened: list[Any] = []
        super().__init__(str(path), pragmas=[*_PRAGMAS, *pragmas], timeout=busy_seconds)

    def _connect(self) -> Value:
        mode = "ro" if self.read_only else "rw"
        connection = dbapi2.connect(
            f"{self.path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=self.busy_seconds,
            isolation_level=None,
            check_same_thread=False,  # `close_all` closes what ended threads left behind
            cached_statements=256,
            factory=_Connection,
        )
        try:
            self._add_conn_hooks(connection)  # type: ignore[attr-defined]
            if self.read_only:
                connection.execute("PRAGMA query_only = 1")
            connection.refuses = self.read_only
        except BaseException:
            connection.close()
            raise
        self._opened.append(connection)
        return connection

    def _close(self, conn: Value) -> None:
        with suppress(ValueError):
            self._opened.remove(conn)
        conn.close()

    def close_all(self) -> None:
        """Close the connections of all operating-system threads; none of them may be at work."""
        self.close()
        while self._opened:
            self._opened.pop().close()

    def execute_sql(  # type: ignore[explicit-override]  # comes with Python 3.12
        self, sql: str, params: Sequence[object] | None = None
    ) -> Value:
        """A cursor behind a statement, as of peewee's own; one that is not part of a reading may write."""
        here: _Connection = self.connection()  # type: ignore[no-untyped-call]
        if here.refuses and not here.is_reading and not self.read_only:
            super().execute_sql("PRAGMA query_only = 0")  # type: ignore[no-untyped-call]
            here.refuses = False
        return super().execute_sql(sql, params)  # type: ignore[no-untyped-call]

    def cursor_of(self, statement: str, values: Sequence[object] = ()) -> Value:
        """A cursor behind a statement; rows are found as they are taken."""
        return self.execute_sql(statement, values)

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of a statement."""
        found: list[Row] = self.cursor_of(statement, values).fetchall()
        return found

    def row(self, statement: str, values: Sequence[object] = ()) -> Row | None:
        """The first row, None when there is none."""
        found: Row | None = self.cursor_of(statement, values).fetchone()
        return found

    def value(self, statement: str, values: Sequence[object] = ()) -> Value:
        """The first column of the first row; None when there is no row."""
        found = self.row(statement, values)
        return None if found is None else found[0]

    def run(self, statement: str, values: Sequence[object] = ()) -> int:
        """Run a statement; returns how many rows it changed."""
        return int(self.cursor_of(statement, values).rowcount)

    def insert(self, head: str, rows: Sequence[Row], tail: str = "", *, at_once: bool = False) -> None:
        """Insert rows as VALUES lists between `head` and `tail`; `at_once` in one statement, as many as they are."""
        self.with_values(f"{head} VALUES {_ROWS} {tail}", rows, at_once=at_once)

    def with_values(self, statement: str, rows: Sequence[Row], *, at_once: bool = False) -> list[Row]:
        """Run a statement in which `{rows}` stands for a VALUES list; returns the rows that it returned.

        One statement for many rows: stepping row by row gives Python's lock away each time, and beside a busy
        operating-system thread that is 50 times slower.
        """
        found: list[Row] = []
        start = 0
        while start < len(rows):
            piece = rows[start : start + (len(rows) if at_once else _rows_at_once(len(rows) - start))]
            filled = _filled(statement, len(piece[0]), len(piece))
            found += self.rows(filled, [*chain.from_iterable(piece)])
            start += len(piece)
        return found

    @contextmanager
    def reading_transaction(self) -> Iterator[None]:
        """A deferred transaction in which SQLite itself refuses to write."""
        here: _Connection = self.connection()  # type: ignore[no-untyped-call]
        if not here.refuses:
            self.cursor_of("PRAGMA query_only = 1")
            here.refuses = True
        here.is_reading = True
        try:
            self.cursor_of("BEGIN")
            yield
        finally:
            with suppress(PeeweeException):  # a broken file may have ended the transaction already
                self.cursor_of("ROLLBACK")
            here.is_reading = False

    @contextmanager
    def stopped_by(self, control: SimpleControl | None) -> Iterator[None]:
        """Let `control.cancel()`, called in any operating-system thread, end what this thread asks meanwhile.

        It asks itself instead of being interrupted: an interruption from outside may come late and strike what the
        connection is asked next.
        """
        if control is None:
            yield
            return
        here: _Connection = self.connection()  # type: ignore[no-untyped-call]
        here.set_progress_handler(lambda: control.is_cancelled, _STEPS)
        try:
            control.stop_if_cancelled()
            yield
            control.stop_if_cancelled()  # stopped inside the full-text index, SQLite may call what it has all there is
        finally:
            here.set_progress_handler(None, 0)

    @contextmanager
    def writing_transaction(self) -> Iterator[None]:
        """An immediate transaction: committed at the end, rolled back by any exception."""
        self.cursor_of("BEGIN IMMEDIATE")
        try:
            yield
            self.cursor_of("COMMIT")
        except BaseException:
            with suppress(PeeweeException):  # a full disk may have rolled back already
                self.cursor_of("ROLLBACK")
            raise


def _rows_at_once(left: int) -> int:
    """Few different numbers: a statement of a length that was met before need not be compiled."""
    return _CHUNK if left >= _CHUNK else 1 << (left.bit_length() - 1)


@lru_cache(maxsize=512)
def _filled(statement: str, columns: int, rows: int) -> str:
    row = f"({','.join('?' * columns)})"
    return statement.replace(_ROWS, ",".join([row] * rows))


def prepare_folder(folder: Path) -> None:
    """Make the data folder, for its owner only; raises `DataFolderUnusable` or `DiskFull`."""
    try:
        if not folder.is_dir():
            folder.mkdir(parents=True, mode=0o700)
            folder.chmod(0o700)
        elif not any(folder.iterdir()):
            folder.chmod(0o700)  # an empty one was made for us; others' folders are left as they are
    except OSError as error:
        raise named_os_error(error, folder) from error


def prepare_file(path: Path) -> bool:
    """Make an empty database file, readable by its owner only, unless there is one; returns True for a new one."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        if not path.is_file():
            raise DatabaseDamaged(f"{path}: not a file") from None
        _restrict(path)
        return False
    except OSError as error:
        raise named_os_error(error, path) from error
    os.close(descriptor)
    return True


def _restrict(path: Path) -> None:
    with suppress(OSError):  # another owner's file: opening it will tell
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)
