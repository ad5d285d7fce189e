"""Files of a backup: written whole or not at all, forced onto the disk, recognised by their size and sha256."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import EDQUOT, ENOENT, ENOSPC
from pathlib import Path
from typing import Any

from peewee import PeeweeException
from sqlcipher3 import dbapi2

from shopdesk.domain.control import Control
from shopdesk.domain.errors import (
    BackupDamaged,
    BackupFolderFull,
    BackupFolderMissing,
    BackupFolderUnusable,
    Cancelled,
    DatabaseDamaged,
    DiskFull,
    ShopdeskError,
)
from shopdesk.storage.failures import named

UNFINISHED = ".unfinished-"
"""What begins so is nobody's: the next round takes it away."""
_PIECE = 1 << 20


@contextmanager
def backup_failures(folder: Path) -> Iterator[None]:
    """Lets failures of the backup folder out as the named errors of backups."""
    try:
        yield
    except OSError as error:
        raise _of_system(error, folder) from error
    except (PeeweeException, dbapi2.Error) as error:
        failure = named(error, folder)
        if failure is None:
            raise
        raise _of_database(failure, folder) from error


def write_whole(path: Path, content: bytes) -> None:
    """Put a small file in place; after a crash there is the old one or the new one."""
    unfinished = path.with_name(f"{UNFINISHED}{path.name}")
    unfinished.write_bytes(content)
    force(unfinished)
    unfinished.replace(path)
    force_folder(path.parent)


def write_facts(path: Path, facts: Mapping[str, object]) -> None:
    """Put a small JSON file in place."""
    write_whole(path, json.dumps(facts, ensure_ascii=False, indent=1).encode())


def read_facts(path: Path) -> dict[str, Any]:
    """The facts of a JSON file; raises `BackupDamaged` for one that is missing or none."""
    try:
        facts = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise BackupDamaged(f"{path.name} is missing") from None
    except ValueError:
        raise BackupDamaged(f"{path.name} cannot be read") from None
    if not isinstance(facts, dict):
        raise BackupDamaged(f"{path.name} cannot be read")
    return facts


def force(path: Path) -> None:
    """Let the bytes of a file reach the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def force_folder(folder: Path) -> None:
    """Let the names in a folder reach the disk, where the system can do that."""
    with suppress(OSError):  # Windows opens no folders, some network drives force none
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sha256_of(path: Path, control: Control | None = None) -> str:
    """The sha256 of a file as it is read back."""
    sum_ = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            sum_.update(piece)
            if control is not None:
                control.stop_if_cancelled()
    return sum_.hexdigest()


def size_of(path: Path) -> int:
    """Bytes of a file; 0 when it is not there."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def need_room(folder: Path, size: int) -> None:
    """Raise `BackupFolderFull` when less than `size` bytes are free."""
    if shutil.disk_usage(folder).free < size:
        raise BackupFolderFull(f"{folder}: {size:,} bytes are needed")


def take_away(path: Path) -> None:
    """Remove a file or a folder; a folder is out of sight before its first file goes."""
    if not path.is_dir():
        path.unlink(missing_ok=True)
        return
    hidden = path if path.name.startswith(UNFINISHED) else path.with_name(f"{UNFINISHED}{path.name}")
    if hidden != path:
        path.replace(hidden)
    shutil.rmtree(hidden)


def _of_system(error: OSError, folder: Path) -> ShopdeskError:
    if error.errno in {ENOSPC, EDQUOT}:
        return BackupFolderFull(f"{folder}: {error.strerror}")
    if error.errno == ENOENT or not _is_there(folder):
        return BackupFolderMissing(str(folder))
    return BackupFolderUnusable(f"{folder}: {error.strerror or error}")


def _of_database(failure: ShopdeskError, folder: Path) -> ShopdeskError:
    match failure:
        case DiskFull():
            return BackupFolderFull(str(folder))
        case DatabaseDamaged():
            return BackupDamaged(str(failure))
        case Cancelled():
            return failure
        case _:
            return BackupFolderUnusable(str(failure)) if _is_there(folder) else BackupFolderMissing(str(folder))


def _is_there(folder: Path) -> bool:
    try:
        return folder.exists()
    except OSError:
        return False
