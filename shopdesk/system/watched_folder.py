"""Files that appear in a folder which somebody else writes into."""

import time
from collections.abc import Sequence
from pathlib import Path

from shopdesk.domain.errors import OrderFolderMissing

SETTLED_SECONDS = 3.0
"""A file that was written to within this time may not be complete."""


class WatchedFolder:
    """Looks into folders; keeps nothing."""

    def settled(self, folder: Path, endings: Sequence[str]) -> Sequence[tuple[Path, tuple[int, int]]]:
        """Complete files with one of the endings (casefolded, with their dot), oldest first, and what changes when
        they do. Raises `OrderFolderMissing`."""
        latest = time.time() - SETTLED_SECONDS
        found = []
        try:
            for path in folder.iterdir():
                if path.suffix.casefold() in endings and not path.name.startswith((".", "~")) and path.is_file():
                    now = path.stat()
                    if now.st_mtime <= latest:
                        found.append((path, (now.st_size, now.st_mtime_ns)))
        except OSError as problem:
            raise OrderFolderMissing(f"{folder}: {problem.strerror or problem}") from problem
        return sorted(found, key=lambda pair: (pair[1][1], pair[0]))

    def read(self, path: Path, limit: int) -> bytes:
        """The bytes of a file, one more than `limit` at most. Raises `OrderFolderMissing`."""
        try:
            with path.open("rb") as stream:
                return stream.read(limit + 1)
        except OSError as problem:
            raise OrderFolderMissing(f"{path}: {problem.strerror or problem}") from problem
