"""The watched folder: order files that appear in it are taken in by themselves, each content once."""

from __future__ import annotations

import logging
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import (
    DatabaseBusy,
    DiskFull,
    OrderFileRefused,
    OrderFolderMissing,
)
from shopdesk.domain.order_import import LARGEST_FILE, OrderFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shopdesk.domain.control import Control
    from shopdesk.services.order_ports import FolderFiles
    from shopdesk.services.orders import Orders
    from shopdesk.services.ports import Clock, Store

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx")
_SETTING = "orders.folder"
_SHOWN = 20
_log = logging.getLogger(__name__)


class OrderFolder:
    """Looks every minute; `look` is for the engine, the rest for screens."""

    def __init__(self, store: Store, clock: Clock, orders: Orders, files: FolderFiles) -> None:
        self._store = store
        self._clock = clock
        self._orders = orders
        self._files = files
        self._seen: dict[Path, tuple[int, int]] = {}
        """Files that this process has looked into, as they were then."""
        self._is_missing = False

    def folder(self) -> str:
        """The folder that is watched; empty when none is."""
        with self._store.reading() as work:
            return work.settings.get(_SETTING) or ""

    def watch(self, folder: str) -> None:
        """Watch a folder from now on, or (empty) none. Raises `OrderFolderMissing`."""
        if folder:
            self._files.settled(Path(folder), ENDINGS)
        with self._store.writing() as work:
            work.settings.save(_SETTING, folder or None)
            work.touched(Changes(orders=True, settings=True))

    def done(self) -> Sequence[OrderFile]:
        """The files that were looked at last, newest first."""
        with self._store.reading() as work:
            return work.orders.files(_SHOWN)

    def look(self, control: Control) -> Sequence[OrderFile]:
        """Take in what is new in the folder; a file that cannot be read is remembered with its failure.

        Out: what was looked at now. Raises `Cancelled`, `DiskFull`, `DatabaseBusy`.
        """
        folder = self.folder()
        if not folder:
            return ()
        try:
            present = self._files.settled(Path(folder), ENDINGS)
        except OrderFolderMissing as problem:
            if not self._is_missing:
                _log.warning("the watched folder is gone: %s", problem)
            self._is_missing = True
            return ()
        self._is_missing = False
        done = []
        for path, state in present:
            control.stop_if_cancelled()
            if self._seen.get(path) != state:
                one = self._take(path, control)
                done += [one] if one is not None else []
                self._seen[path] = state
        return done

    def _take(self, path: Path, control: Control) -> OrderFile | None:
        """One file; None for a content that is known, and for a file that is gone again."""
        try:
            content = self._files.read(path, LARGEST_FILE)
        except OrderFolderMissing as problem:
            _log.info("a file of the watched folder cannot be read: %s", problem)
            return None
        print_ = sha256(content).hexdigest()
        with self._store.reading() as work:
            if work.orders.file(print_) is not None:
                return None
        file = self._taken(OrderFile(path.name, print_, self._clock.now()), content, control)
        with self._store.writing() as work:
            work.orders.note_file(file)
            work.touched(Changes(orders=True))
        return file

    def _taken(self, file: OrderFile, content: bytes, control: Control) -> OrderFile:
        try:
            preview = self._orders.preview(file.name, content, control=control)
            return replace(file, done=self._orders.import_(preview, control))
        except (DiskFull, DatabaseBusy):
            raise
        except OrderFileRefused as problem:
            _log.warning("a file of the watched folder is not taken in: %s: %s", file.name, type(problem).__name__)
            return replace(file, error=type(problem).__name__)
