"""Crashes below Python: their traces are written into the log folder while the process dies."""

import faulthandler
import os
from contextlib import suppress
from pathlib import Path

from shopdesk.system.paths import log_folder

PROCESSES = ("window", "engine")


def crash_file(folder: Path, process: str) -> Path:
    """Where a process leaves its trace, in a log folder."""
    return folder / f"{process}-crash.txt"


class CrashCatcher:
    """Between `begin` and `end` a crash of this process leaves a trace.

    A process that ends in order takes its file away: some systems also write about faults that somebody handles.
    """

    def __init__(self, data: Path, process: str) -> None:
        self._path = crash_file(log_folder(data), process)
        self._file: int | None = None

    def begin(self) -> None:
        """Catch from now on; nothing where the file cannot be written."""
        with suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            faulthandler.enable(self._file)

    def end(self) -> None:
        """This process ends in order."""
        if self._file is None:
            return
        faulthandler.disable()
        os.close(self._file)
        self._file = None
        self._path.unlink(missing_ok=True)
