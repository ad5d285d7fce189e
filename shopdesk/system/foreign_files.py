"""Files of strangers on this computer: in private folders, never over others, marked as from the internet."""

import ctypes
import errno
import os
import shutil
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from shopdesk.domain.errors import DiskFull, FileNotSaved, ShopdeskError

KEPT_SECONDS = 24 * 3600
"""Programs may still read a file that they were given; after a day nobody does."""
_PREFIX = "shopdesk-open-"
_ZONE = "[ZoneTransfer]\r\nZoneId=3\r\n"
"""Windows: from the internet; Office opens such files protected, SmartScreen asks."""
_MAC_FLAGS = "0081"
"""macOS: downloaded by a program, not yet agreed to; Gatekeeper asks."""
_MOST_NUMBERS = 10_000


class ForeignFiles:
    """Writes what came by mail; fits `ports.FilePlaces`. In: the folder for private folders (the system's usual)."""

    def __init__(self, temporary: Path | None = None) -> None:
        self._temporary = temporary or Path(tempfile.gettempdir())

    def put(self, path: Path, content: bytes) -> None:
        """Write a file where a person chose; it is all there or not at all. Raises `FileNotSaved`, `DiskFull`."""
        beside = path.with_name(f".{uuid.uuid4().hex[:12]}.part")
        try:
            with beside.open("xb") as file:
                file.write(content)
            beside.replace(path)
        except OSError as problem:
            with suppress(OSError):
                beside.unlink()
            raise _named(problem, path) from None
        mark_foreign(path)

    def add(self, folder: Path, name: str, content: bytes) -> Path:
        """Write a file into a folder, with a number in its name where it is taken; returns its path."""
        for path in _numbered(folder / name):
            try:
                with path.open("xb") as file:
                    file.write(content)
            except FileExistsError:
                continue
            except OSError as problem:
                if not isinstance(problem, PermissionError) or not path.is_dir():
                    with suppress(OSError):
                        path.unlink()
                    raise _named(problem, path) from None
                continue  # Windows says so of a folder with this name
            mark_foreign(path)
            return path
        raise FileNotSaved(f"{folder / name}: all numbers are taken")

    def lend(self, name: str, content: bytes) -> Path:
        """Write a file for another program to read, in a private folder of its own; read-only, gone after a day."""
        path = self.give(name, content)
        with suppress(OSError):
            path.chmod(0o400)  # changes to a lent file would be lost without a word
        return path

    def give(self, name: str, content: bytes) -> Path:
        """The same for somebody who copies it elsewhere: the copy shall be writable."""
        self._sweep()
        try:
            folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=self._temporary))
        except OSError as problem:
            raise _named(problem, self._temporary) from None
        return self.add(folder, name, content)

    def _sweep(self) -> None:
        """Take lent files of earlier days away; those of other people on this computer are not ours."""
        until = time.time() - KEPT_SECONDS
        for folder in self._temporary.glob(f"{_PREFIX}*"):
            with suppress(OSError):
                facts = folder.lstat()
                if facts.st_mtime < until and (not hasattr(os, "getuid") or facts.st_uid == os.getuid()):
                    for file in folder.iterdir():
                        file.chmod(0o600)
                    shutil.rmtree(folder)


def mark_foreign(path: Path, platform: str = sys.platform) -> None:
    """Tell the system that a file came from the internet; where it has no word for it, nothing happens."""
    with suppress(OSError, AttributeError):
        if platform == "win32":
            Path(f"{path}:Zone.Identifier").write_text(_ZONE, "ascii", newline="")
        elif platform == "darwin":
            _set_quarantine(path)


def quarantine_mark() -> bytes:
    """The value of `com.apple.quarantine`: flags, time, who fetched it, a number of its own."""
    return f"{_MAC_FLAGS};{int(time.time()):08x};Shopdesk;{str(uuid.uuid4()).upper()}".encode("ascii")


def _set_quarantine(path: Path) -> None:
    mark = quarantine_mark()
    system = ctypes.CDLL(None)
    system.setxattr(os.fsencode(path), b"com.apple.quarantine", mark, ctypes.c_size_t(len(mark)), 0, 0)


def _numbered(path: Path) -> Iterator[Path]:
    yield path
    for number in range(2, _MOST_NUMBERS):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _named(problem: OSError, path: Path) -> ShopdeskError:
    if problem.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DiskFull(str(path))
    return FileNotSaved(f"{path}: {problem.strerror}")
