"""One Shopdesk for each data folder: a lock that the system lets go when the process ends, however it ends."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EACCES, EAGAIN, EDEADLK
from pathlib import Path

from shopdesk.domain.errors import DataFolderBusy, DataFolderUnusable

LOCK_NAME = "shopdesk.lock"
KNOCKS = "knocks"
"""The folder in a data folder that an open window watches."""
_PATIENCE = 2.5
"""Seconds; a window that is busy for longer does not look alive either."""
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


def knock(folder: Path, patience: float = _PATIENCE) -> bool:
    """Ask the window that holds a data folder to come to the front. Out: whether it did within `patience` seconds.

    Without a window (a command holds the folder, or the window hangs) nothing of the question stays behind.
    """
    _allow_it_to_come_to_the_front()
    letter, door = folder / f".knock-{os.getpid()}", folder / KNOCKS / str(os.getpid())
    try:
        door.parent.mkdir(mode=0o700, exist_ok=True)
        letter.write_text(os.environ.get("XDG_ACTIVATION_TOKEN", ""), "utf-8")
        letter.replace(door)  # it is seen when it is whole
    except OSError:
        return False
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if not door.exists():
            return True
        time.sleep(0.02)
    with suppress(OSError):
        door.unlink()
    return False


def _allow_it_to_come_to_the_front() -> None:
    """Windows gives this right to who was just started by a person, and to whom that one passes it on."""
    if sys.platform == "win32":
        import ctypes

        anybody = -1
        ctypes.windll.user32.AllowSetForegroundWindow(anybody)


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
