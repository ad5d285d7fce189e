"""What the logs say, for the window: lines of connections, the traces of crashes, the folder itself."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from shopdesk.system.crashes import PROCESSES, crash_file
from shopdesk.system.logs import PROTOCOL_LOGGER, redacted
from shopdesk.system.opener import Opener
from shopdesk.system.paths import log_folder

NEWEST_BYTES = 400_000
"""So much of the end of each file is read."""
_LABEL = f" INFO {PROTOCOL_LOGGER}: "
"""The same in every line."""
_PROTOCOLS = ("engine-protocol.log", "window-protocol.log", "command-protocol.log")


class Logs:
    """The log folder of one data folder."""

    def __init__(self, data: Path) -> None:
        self.folder = log_folder(data)

    def protocol(self, lines: int = 2_000) -> Sequence[str]:
        """The newest lines of what was said to mail servers and heard from them, oldest first, without secrets."""
        found = [line for name in _PROTOCOLS for line in self._tail(name)]
        found.sort(key=lambda line: line[:23])  # date and time stand in front; each file is in order already
        return found[-lines:]

    def taken_crashes(self) -> Sequence[tuple[str, str]]:
        """Pairs (process, trace) of crashes that nobody was told about yet; they are kept in a second file."""
        found = []
        for process in PROCESSES:
            file = crash_file(self.folder, process)
            with suppress(OSError):
                trace = file.read_text("utf-8", "replace").strip()
                if trace:
                    file.with_suffix(".last.txt").write_text(trace, "utf-8")
                    os.truncate(file, 0)
                    found.append((process, trace))
        return found

    def show(self) -> None:
        """Open the folder in the file browser; raises `NotFound`."""
        Opener().show_file(self.folder / "window.log" if (self.folder / "window.log").exists() else self.folder)

    def _tail(self, name: str) -> list[str]:
        """The end of a file and, when it was begun anew a moment ago, of the one before."""
        text = _end(self.folder / name)
        if len(text) < NEWEST_BYTES // 2:
            text = _end(self.folder / f"{name}.1") + text
        return redacted(text).replace(_LABEL, " ").splitlines()


def _end(path: Path) -> str:
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(size - NEWEST_BYTES, 0))
            content = file.read()
    except OSError:
        return ""
    if size > NEWEST_BYTES:
        content = content.partition(b"\n")[2]
    return content.decode("utf-8", "replace")
