"""One Shopdesk for each data folder: a lock that the system lets go when the process ends, however it ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EAGAIN, EDEADLK
from pathlib import Path

from shopdesk.domain.errors import DataFolderBusy, DataFolderUnusable

LOCK_NAME = "shopdesk.lock"
_HELD_ELSEWHERE = {EACCES, EAGAIN, EDEADLK}
"""What the systems say when another process has the lock."""


@contextmanager
def hold_folder(folder: Path, name: str = LOCK_NAME) -> Iterator[None]:
    """Hold the lock of a data folder (or, by another name, the right to one kind of work on it) inside the block.

    Raises `DataFolderBusy` at once when another process holds it, `DataFolderUnusable` when the file system has no
    locks or the file cannot be made: then nothing may be written there.
    """
    try:
        file = os.open(folder / name, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as problem:
        raise DataFolderUnusable(f"{folder}: {problem.strerror or problem}") from None
    try:
        _lock(file, folder)
        yield
    finally:
        os.close(file)  # lets the lock go; the file stays, since deleting it would give two starts two files


def _lock(file: int, folder: Path) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        if problem.errno in _HELD_ELSEWHERE:
            raise DataFolderBusy(str(folder)) from None
        raise DataFolderUnusable(f"{folder}: {problem.strerror or problem}") from None
