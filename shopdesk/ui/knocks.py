"""Hears that Shopdesk was started a second time: then the window that is open already comes to the front."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject

_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - the name of a variable
_LONGEST_TOKEN = 200


class Knocks(QObject):
    """In: the folder into which a second start puts a file, and what shows the window."""

    def __init__(self, folder: Path, answer: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._answer = answer
        self._watcher = QFileSystemWatcher(self)
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
        except OSError:
            return  # a second start is told that the folder is busy, as it would be without us
        self._taken()  # of earlier days, or of somebody who clicked twice: the window is coming anyway
        self._watcher.addPath(str(folder))
        self._watcher.directoryChanged.connect(self.look)

    def look(self) -> None:
        """Answer whoever knocked; taking the file away is the answer."""
        tokens = self._taken()
        if not tokens:
            return
        # Wayland lets a window come to the front only with the token that the second start was given.
        os.environ[_TOKEN] = tokens[-1]
        try:
            self._answer()
        finally:
            del os.environ[_TOKEN]

    def _taken(self) -> list[str]:
        tokens = []
        try:
            for file in sorted(self._folder.iterdir()):
                tokens.append(_token(file))
                file.unlink(missing_ok=True)
        except OSError:
            pass  # it is asked again when the next one knocks
        return tokens


def _token(file: Path) -> str:
    with file.open("rb") as content:
        said = content.read(_LONGEST_TOKEN).decode("ascii", "replace")
    return said if said.isprintable() else ""
