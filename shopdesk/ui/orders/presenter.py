"""The import of an order file without Qt: read it, read it otherwise, bring it in, stop."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from shopdesk.domain.control import SimpleControl
from shopdesk.domain.errors import Cancelled, NotFound, OrderFileTooLarge
from shopdesk.domain.order_import import (
    LARGEST_FILE,
    ColumnMapping,
    OrderFile,
    OrderImportDone,
    OrderPreview,
)
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk
from shopdesk.ui.overriding import override

_OFTEN = 0.05
"""Seconds between two reports of progress to the screen."""
Post = Callable[[Callable[[], None]], None]
"""Runs something in the screen's thread soon; may be called from any thread."""


class ImportView(Protocol):
    """The dialog."""

    def show_start(self, folder: str, files: Sequence[OrderFile]) -> None:
        """Nothing is chosen; which folder is watched and what came of its last files."""

    def show_busy(self, name: str, done: int, total: int) -> None: ...
    def show_preview(self, preview: OrderPreview) -> None: ...
    def show_done(self, done: OrderImportDone) -> None: ...
    def show_failure(self, error: Exception) -> None: ...


class _Reporting(SimpleControl):
    """Tells the screen how far it is, not more often than it can be read."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        super().__init__()
        self._tell = tell
        self._told = 0.0

    @override
    def report(self, done: int, total: int) -> None:
        """Remember it, and tell it now and then."""
        super().report(done, total)
        now = time.monotonic()
        if now - self._told >= _OFTEN:
            self._told = now
            self._tell(done, total)


class ImportPresenter:
    """One file at a time; what was begun for an earlier one is stopped and not shown any more."""

    def __init__(self, desk: Desk, lane: WorkLane, post: Post) -> None:
        """In: the lane whose pieces do not wait for each other: a large file takes some seconds."""
        self._desk = desk
        self._lane = lane
        self._post = post
        self._control: SimpleControl | None = None
        self._name = ""
        self._content = b""
        self.view: ImportView | None = None
        self.preview: OrderPreview | None = None
        """What is shown; None while nothing is."""

    @property
    def is_busy(self) -> bool:
        """Whether something is read or written."""
        return self._control is not None

    # --- the file --------------------------------------------------------------------------------------------

    def read(self, path: Path) -> None:
        """Look at a file."""
        self._name = path.name

        def work(control: SimpleControl) -> OrderPreview:
            self._content = _content_of(path)
            return self._desk.orders.preview(path.name, self._content, control=control)

        self._run(work, self._came)

    def use_preset(self, key: str) -> None:
        """Look at the same file as one of another kind."""
        self._again(lambda control: self._desk.orders.preview(self._name, self._content, key, control=control))

    def use_column(self, field: str, header: str) -> None:
        """Take a field from another column; an empty header: from none."""
        if self.preview is not None:
            columns = {name: headers for name, headers in self.preview.mapping.columns.items() if name != field}
            self._use(replace(self.preview.mapping, columns=columns | ({field: (header,)} if header else {})))

    def bring_in(self) -> None:
        """Write what is shown, all of it or nothing."""
        preview = self.preview
        if preview is not None:
            self._run(lambda control: self._desk.orders.import_(preview, control), self._written)

    def cancel(self) -> None:
        """Stop what is under way; nothing of it is kept."""
        control, self._control = self._control, None
        if control is not None:
            control.cancel()

    def start_again(self) -> None:
        """Let go of the file and show how to choose one."""
        self.cancel()
        self.preview, self._content = None, b""
        desk = self._desk.order_folder
        self._lane.submit(lambda: (desk.folder(), desk.done()), lambda found: self._show_start(*found), self._failed)

    # --- the watched folder ----------------------------------------------------------------------------------

    def watch(self, folder: str) -> None:
        """Watch a folder from now on, or (empty) none."""
        self._lane.submit(lambda: self._desk.order_folder.watch(folder), lambda _: self.start_again(), self._failed)

    # --- inside ----------------------------------------------------------------------------------------------

    def _use(self, mapping: ColumnMapping) -> None:
        def work(control: SimpleControl) -> OrderPreview:
            return self._desk.orders.preview(self._name, self._content, mapping=mapping, control=control)

        self._again(work)

    def _again(self, work: Callable[[SimpleControl], OrderPreview]) -> None:
        if self._content:
            self._run(work, self._came)

    def _run(self, work: Callable[[SimpleControl], object], done: Callable[[object], None]) -> None:
        self.cancel()
        name = self._name
        control: _Reporting = _Reporting(lambda now, all_: self._post(lambda: self._busy(control, name, now, all_)))
        self._control = control
        self._busy(control, name, 0, 0)
        self._lane.submit(
            lambda: work(control),
            lambda result: self._ended(control, lambda: done(result)),
            lambda error: self._ended(control, lambda: self._failed(error)),
        )

    def _ended(self, control: SimpleControl, then: Callable[[], None]) -> None:
        if control is self._control:
            self._control = None
            then()

    def _busy(self, control: SimpleControl, name: str, done: int, total: int) -> None:
        if control is self._control and self.view is not None:
            self.view.show_busy(name, done, total)

    def _came(self, preview: object) -> None:
        if isinstance(preview, OrderPreview):
            self.preview = preview
            if self.view is not None:
                self.view.show_preview(preview)

    def _written(self, done: object) -> None:
        self.preview, self._content = None, b""
        if isinstance(done, OrderImportDone) and self.view is not None:
            self.view.show_done(done)

    def _show_start(self, folder: str, files: Sequence[OrderFile]) -> None:
        if self.view is not None and not self.is_busy and self.preview is None:
            self.view.show_start(folder, files)

    def _failed(self, error: Exception) -> None:
        if self.view is not None and not isinstance(error, Cancelled):
            self.view.show_failure(error)


def _content_of(path: Path) -> bytes:
    """The bytes of a file; raises `OrderFileTooLarge`, `NotFound`."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise OrderFileTooLarge
        return path.read_bytes()
    except OSError as problem:
        raise NotFound(str(path)) from problem


