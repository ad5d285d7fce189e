"""One Shopdesk for each data folder: a lock that the system lets go when the process ends, however it ends."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from shopdesk.domain.errors import DataFolderBusy, DataFolderUnusable

LOCK_NAME = "shopdesk.lock"


@contextmanager
def hold_folder(folder: Path) -> Iterator[None]:
    """Hold the lock of a data folder inside the block.

    Raises `DataFolderBusy` at once when another process holds it, `DataFolderUnusable` when the file system has no
    locks or the file cannot be made: then nothing may be written there.
    """
    lock = FileLock(folder / LOCK_NAME, timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        raise DataFolderBusy(str(folder)) from None
    except (OSError, NotImplementedError) as problem:
        raise DataFolderUnusable(f"{folder}: {getattr(problem, 'strerror', None) or problem}") from None
    try:
        yield
    finally:
        lock.release()
