"""Brings templates in from a file and out into one, and the starter templates."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from shopdesk.domain.errors import FileNotSaved, NotFound
from shopdesk.domain.template_exchange import ExchangeFormat, ImportChoice, ImportDone, ImportPreview
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk
from shopdesk.ui.template_desk import LibraryDesk
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.words import counted, translate

if TYPE_CHECKING:
    from shopdesk.ui.templates.import_popover import ImportPopover


class LibraryExchange(QObject):
    """Asks for files, shows what would happen, does it off the screen's thread."""

    changed = Signal()
    """The library has other templates."""
    told = Signal(str)
    failed = Signal(object)

    def __init__(self, theme: Theme, desk: Desk, reading: WorkLane, writing: WorkLane, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._shop = desk
        self._reading = reading
        self._writing = writing
        self._page = page
        self.popover: ImportPopover | None = None
        """While it is asked what to bring in."""
        self.ask_source: Callable[[], str] = self._asked_source
        self.ask_target: Callable[[ExchangeFormat], str] = self._asked_target

    def bring_in(self) -> None:
        """Ask for a file and show what it would do."""
        chosen = self.ask_source()
        if chosen:
            path = Path(chosen)
            self._reading.submit(lambda: self._preview(path), self._show, self.failed.emit)

    def take_out(self, form: str) -> None:
        """Ask for a place and write all templates there."""
        wanted = ExchangeFormat(form)
        chosen = self.ask_target(wanted)
        if chosen:
            self._reading.submit(lambda: self._write(wanted, Path(chosen)), self._written, self.failed.emit)

    def add_starter(self) -> None:
        """Bring in what is new among the starter templates."""
        self._writing.submit(self._install, self._installed, self.failed.emit)

    # --- in the lanes -----------------------------------------------------------------------------------------

    @property
    def _desk(self) -> LibraryDesk:
        """Asked in the lanes only: what fills templates takes a while to be read in."""
        return self._shop.templates

    def _install(self) -> int:
        return self._desk.install_starter()

    def _preview(self, path: Path) -> ImportPreview:
        try:
            content = path.read_bytes()
        except OSError as problem:
            raise NotFound(str(path)) from problem
        return self._desk.preview_import(path.name, content)

    def _write(self, form: ExchangeFormat, path: Path) -> tuple[str, bool]:
        """Out: the file's name, and whether it leaves out files that go along with templates."""
        try:
            path.write_bytes(self._desk.export(form))
        except OSError as problem:
            raise FileNotSaved(str(path)) from problem
        return path.name, form is not ExchangeFormat.JSON and any(one.attachments for one in self._desk.all())

    # --- on the screen ----------------------------------------------------------------------------------------

    def _show(self, preview: ImportPreview) -> None:
        from shopdesk.ui.templates.import_popover import ImportPopover

        self.popover = popover = ImportPopover(self._theme, self._page.window(), preview)
        popover.accepted.connect(lambda choices: self._apply(preview, choices))
        popover.closed.connect(self._closed)
        popover.show_preview()

    def _closed(self) -> None:
        self.popover = None

    def _apply(self, preview: ImportPreview, choices: Mapping[str, ImportChoice]) -> None:
        self._writing.submit(lambda: self._desk.apply_import(preview, choices), self._applied, self.failed.emit)

    def _applied(self, done: ImportDone) -> None:
        words = translate("Templates", "Brought in: %1 new, %2 changed")
        self.told.emit(words.replace("%1", str(done.added)).replace("%2", str(done.changed)))
        self.changed.emit()

    def _installed(self, count: int) -> None:
        one, many = translate("Templates", "Added 1 template"), translate("Templates", "Added %1 templates")
        none = translate("Templates", "You have all starter templates")
        self.told.emit(counted(count, one, many) if count else none)
        self.changed.emit()

    def _written(self, written: tuple[str, bool]) -> None:
        name, leaves_out = written
        words = translate("Templates", "Saved as %1")
        if leaves_out:
            words = translate("Templates", "Saved as %1. A table only names attached files; JSON takes them along.")
        self.told.emit(words.replace("%1", name))

    def _asked_source(self) -> str:
        title = translate("Templates", "Bring in templates")
        kinds = f"{translate('Templates', 'Templates')} (*.json *.csv *.xlsx)"
        chosen, _ = QFileDialog.getOpenFileName(self._page, title, _documents(), kinds)
        return chosen

    def _asked_target(self, form: ExchangeFormat) -> str:
        title = translate("Templates", "Save templates")
        place = str(Path(_documents()) / f"templates.{form}")
        chosen, _ = QFileDialog.getSaveFileName(self._page, title, place, f"*.{form}")
        return chosen


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
