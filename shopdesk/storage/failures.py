"""Turns what SQLite says into the failures that the rest of the program knows by name."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import EDQUOT, ENOSPC
from pathlib import Path
from shutil import disk_usage

from peewee import PeeweeException
from sqlcipher3 import dbapi2

from shopdesk.domain.errors import (
    Cancelled,
    DatabaseBusy,
    DatabaseDamaged,
    DataFolderUnusable,
    DiskFull,
    ShopdeskError,
)

# Primary result codes, https://www.sqlite.org/rescode.html
_BUSY, _LOCKED, _READONLY, _INTERRUPT, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 9, 10, 11, 13, 14, 26
_LEAST_ROOM = 128 << 10
_UNUSABLE = frozenset({_READONLY, _IOERR, _CANTOPEN})
_DAMAGED = frozenset({_CORRUPT, _NOTADB})


def result_code(error: BaseException) -> int:
    """SQLite's primary result code of a peewee or driver error; 0 when it carries none."""
    inner: BaseException | None = error
    while isinstance(inner, PeeweeException):  # peewee wraps twice what happens while it connects
        inner = getattr(inner, "orig", None)
    return int(getattr(inner, "sqlite_errorcode", 0)) & 0xFF


def named_os_error(error: OSError, path: Path) -> ShopdeskError:
    """The failure that the operating system's error about a folder or file means."""
    if error.errno in {ENOSPC, EDQUOT}:
        return DiskFull(f"{path}: {error.strerror}")
    return DataFolderUnusable(f"{path}: {error.strerror}")


def _is_full(folder: Path) -> bool:
    """SQLite calls it an I/O error when there is no room for its shared memory."""
    try:
        return disk_usage(folder).free < _LEAST_ROOM
    except OSError:
        return False


def named(error: Exception, path: Path) -> ShopdeskError | None:
    """The failure that an error of the file `path` means; None for a bug of ours, such as a wrong statement."""
    code = result_code(error)
    if code == _FULL or (code in _UNUSABLE and _is_full(path.parent)):
        return DiskFull(f"{path}: {error}")
    if code in {_BUSY, _LOCKED}:
        return DatabaseBusy(f"{path}: {error}")
    if code == _INTERRUPT:
        return Cancelled(f"{path}: {error}")
    if code in _DAMAGED or (code == _CANTOPEN and path.is_dir()):
        return DatabaseDamaged(f"{path}: {error}")
    if code in _UNUSABLE:
        return DataFolderUnusable(f"{path}: {error}")
    return None


@contextmanager
def named_failures(path: Path) -> Iterator[None]:
    """Lets errors of SQLite out as `DiskFull`, `DatabaseBusy`, `DatabaseDamaged`, `DataFolderUnusable`, `Cancelled`."""
    try:
        yield
    except (PeeweeException, dbapi2.Error) as error:
        failure = named(error, path)
        if failure is None:
            raise
        raise failure from error
