"""Makes the window and runs it: first the paint, then everything that costs time."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from shopdesk.domain.errors import ShopdeskError
from shopdesk.jobs.free_lanes import FreeLanes
from shopdesk.jobs.lane import Lane
from shopdesk.ui.desk import Desk, Now
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.overriding import override
from shopdesk.ui.preferences import Kept, Preferences
from shopdesk.ui.screen_thread import ScreenThread
from shopdesk.ui.signals import EndSignals
from shopdesk.ui.surroundings import Lanes, Surroundings
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.translation import Languages
from shopdesk.ui.warm_up import WarmUp
from shopdesk.ui.words import translate

if TYPE_CHECKING:
    from shopdesk.ui.conversation.outside import Opener

SETTINGS_FILE = "window.ini"
_NO_SCREEN = "offscreen"
_PLATFORM = "QT_QPA_PLATFORM"
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", _PLATFORM)
"""Variables that tell of a screen, or of what to do without one."""
_SWITCH_SECONDS = 0.0005
"""How long a lane may keep the interpreter while the screen's thread waits for it: with Python's own 5 ms, a page that
is painted while something is read beside it takes up to half as long again."""
LEAVE_SECONDS = 0.2
"""What waits for another computer at the end is left to itself."""
AFTER_PAINT_MS = 30
"""The first picture gets to the screen before anything else is begun."""


class OpenDesk(Desk, Protocol):
    """A shop with the folder that it lies in."""

    data_folder: Path


def utc_now() -> datetime:
    """The present moment, UTC."""
    return datetime.now(UTC)


def build_window(
    desk: Desk,
    settings: QSettings | Kept,
    lanes: Lanes,
    app: QApplication,
    folder: Path,
    now: Now = utc_now,
    opener: "Opener | None" = None,
) -> MainWindow:
    """A window over a shop, not shown yet and without an engine.

    In: `folder` has the icons, themes and translations; the receivers of `lanes` are called in this thread.
    """
    preferences = Preferences(settings)
    languages = Languages(app, folder / "translations", preferences)
    theme = Theme(app, folder, preferences, languages.current)
    return MainWindow(desk, Surroundings(theme, languages, preferences, lanes, now, opener or _no_opener()))


def open_window(
    shop: OpenDesk,
    engine: Sequence[str],
    folder: Path,
    opener: "Opener",
    painted: Callable[[], None],
    sample: Sequence[str] = (),
    knocks: Path | None = None,
) -> int:
    """Show the window over a shop until it is closed. Out: the exit code.

    In: `engine` is the command of the engine process; it begins after the first paint and ends with the window.
    `folder` has icons, themes and translations; `opener` hands links to the system; `painted` is called after the
    first paint; `sample` is the command that opens the sample shop, empty in the sample shop itself;
    into the folder `knocks` a second start puts its wish to see this window.
    """
    app = _application()
    screen = ScreenThread()
    lanes = _lanes(screen)
    settings = QSettings(str(shop.data_folder / SETTINGS_FILE), QSettings.Format.IniFormat)
    window = build_window(shop, settings, lanes, app, folder, opener=opener)

    def go_on() -> None:
        painted()
        window.go_on(engine, sample)
        WarmUp(window, shop, lanes.network)
        _wear_badge(app, window)
        if knocks is not None:
            _hear_knocks(window, knocks)

    paint = FirstPaint(window.rail, go_on)  # the list is hidden while it is empty
    window.inbox.stage.opening.hold()
    window.start()
    window.show()
    code = _run(app, window)
    paint.deleteLater()
    window.stop_engine()
    window.inbox.presenter.stop_searching()
    _close(lanes, screen)
    return code


def _run(app: QApplication, window: MainWindow) -> int:
    """Until somebody closes the window, the session ends, or a signal asks for the end."""

    def end() -> None:
        window.let_go()
        app.quit()

    app.commitDataRequest.connect(window.let_go)
    signals = EndSignals(end)
    code = app.exec()
    signals.close()
    return code


def _lanes(screen: ScreenThread) -> Lanes:
    sys.setswitchinterval(_SWITCH_SECONDS)
    store, search, reading = (Lane(name, screen.post) for name in ("store", "search", "reading"))
    return Lanes(store, search, reading, FreeLanes("network", screen.post))


def _close(lanes: Lanes, screen: ScreenThread) -> None:
    """Write down what is pending; nobody is told of it, as the window goes away."""
    screen.end()
    for lane in (lanes.writing, lanes.searching, lanes.reading):
        lane.close(finish=lane is lanes.writing)
    lanes.network.close(LEAVE_SECONDS, finish=False)


def _wear_badge(app: QApplication, window: MainWindow) -> None:
    """The number on the program's icon, where the system shows one: what needs a reply."""
    window.inbox.stage.counts_changed.connect(lambda counts: app.setBadgeNumber(counts.needs_reply))
    app.setBadgeNumber(window.inbox.presenter.counts.needs_reply)


def _hear_knocks(window: MainWindow, folder: Path) -> None:
    """A second start brings this window to the front, from behind others and from the tray."""
    from shopdesk.ui.knocks import Knocks

    def answer() -> None:
        if window.notices is not None:
            window.notices.bring_back()

    window.ticked.connect(Knocks(folder, answer, window).look)


def tell_problem(problem: ShopdeskError, folder: Path) -> int:
    """Say in a box why the window cannot open. In: the folder of resources. Out: the exit code 1."""
    from PySide6.QtWidgets import QMessageBox

    from shopdesk.ui.error_texts import error_text

    app = _application()
    preferences = Preferences(QSettings())
    languages = Languages(app, folder / "translations", preferences)
    if app.platformName() == _NO_SCREEN:
        sys.stderr.write(f"{error_text(problem)} ({problem})\n")  # nobody could see the box, or close it
        return 1
    theme = Theme(app, folder, preferences, languages.current)
    box = QMessageBox()
    box.setWindowTitle(translate("Window", "Shopdesk"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(error_text(problem))
    box.setInformativeText(str(problem))
    box.exec()
    theme.deleteLater()
    return 1


class FirstPaint(QObject):
    """Calls once, when a widget has been painted for the first time."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__()
        self._widget = widget
        self._then = then
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(AFTER_PAINT_MS, self, self._then)
        return False


def _no_opener() -> "Opener":
    from shopdesk.ui.conversation.outside import NoOpener

    return NoOpener()


def _application() -> QApplication:
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        # Qt would end the process; so the demo also lives on a computer without a screen.
        sys.stderr.write("There is no screen here: the window is drawn where nobody sees it. Ctrl+C ends it.\n")
        os.environ[_PLATFORM] = _NO_SCREEN
    app = QApplication(["shopdesk", "-style", "fusion"])  # cheaper than `setStyle`: QStyle has enumerations to make
    app.setApplicationName("Shopdesk")
    app.setApplicationDisplayName("Shopdesk")
    app.setDesktopFileName("shopdesk")
    return app
