"""Bugs of one window and its engine: heard, shown once, copied for the developers."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSysInfo, qVersion
from PySide6.QtWidgets import QApplication, QWidget

from shopdesk import __version__
from shopdesk.domain.errors import ShopdeskError
from shopdesk.jobs.link import Bug
from shopdesk.ui.crash.ear import BugEar
from shopdesk.ui.crash.presenter import CrashPresenter
from shopdesk.ui.crash.report import BugReport, crash_report, engine_report
from shopdesk.ui.desk import Desk
from shopdesk.ui.engine_link import EngineLink, EngineState
from shopdesk.ui.screen_thread import ScreenThread
from shopdesk.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from shopdesk.ui.crash.dialog import CrashDialog


class CrashRoom(QObject):
    """Fits `CrashView`; listens from its making until `end`."""

    def __init__(self, window: QWidget, desk: Desk, around: Surroundings, link: EngineLink) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._around = around
        self.dialog: CrashDialog | None = None
        self.presenter = CrashPresenter(self)
        self._screen = ScreenThread()
        self._last_time = False
        self._ear = BugEar(self._screen.post, self.presenter.note)
        self._ear.begin()
        link.bug.connect(self._engine_bug)
        link.state.connect(self._engine_changed)
        self._look_for_crashes(in_engine_only=False)

    def end(self) -> None:
        """Listen no more."""
        self._ear.end()

    def show_bug(self, report: BugReport, others: int) -> None:
        """See `CrashView`."""
        from shopdesk.ui.crash.dialog import CrashDialog

        if self.dialog is None:
            self.dialog = CrashDialog(self._around.theme, self._window)
            self.dialog.copy_asked.connect(self._copy)
            self.dialog.folder_asked.connect(self._show_folder)
        details = self.presenter.details(self._facts())
        self.dialog.show_bug(report.area, others, details, last_time=self._last_time)
        self.dialog.raise_()

    # --- inside -----------------------------------------------------------------------------------------------

    def _engine_bug(self, bug: Bug) -> None:
        self.presenter.note(engine_report(bug.summary))

    def _engine_changed(self, state: EngineState) -> None:
        if state is EngineState.DOWN:
            self._look_for_crashes(in_engine_only=True)

    def _look_for_crashes(self, *, in_engine_only: bool) -> None:
        """A crash below Python leaves its trace in a file; the next start, or this window, tells of it."""

        def found(crashes: Sequence[tuple[str, str]]) -> None:
            for process, trace in crashes:
                self._last_time = not in_engine_only
                self.presenter.note(crash_report(process, trace))
            self._last_time = False

        self._around.lanes.reading.submit(self._desk.logs.taken_crashes, found, self._ignore)

    def _ignore(self, error: Exception) -> None:
        """Nobody can be told about a crash whose trace cannot be read."""

    def _facts(self) -> list[str]:
        version = ".".join(map(str, sys.version_info[:3]))
        frozen = "frozen" if getattr(sys, "frozen", False) else "from source"
        kernel = f"{QSysInfo.kernelType()} {QSysInfo.kernelVersion()} {QSysInfo.currentCpuArchitecture()}"
        return [
            f"Shopdesk {__version__} ({frozen}), Python {version}, Qt {qVersion()}",
            f"{QSysInfo.prettyProductName()}, {kernel}, {QApplication.platformName()}",
            f"{self._around.languages.current}, {self._around.theme.type.scale} %",
        ]

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.presenter.details(self._facts()))

    def _show_folder(self) -> None:
        self._around.lanes.reading.submit(self._desk.logs.show, None, self._no_folder)

    def _no_folder(self, error: Exception) -> None:
        """No file browser: say where it is."""
        if self.dialog is not None and isinstance(error, ShopdeskError):
            self.dialog.say(str(self._desk.logs.folder))
