"""Where a screen is shown for pictures and for the accessibility walk: one look, one language, one window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from shopdesk.jobs.lane import InlineLane
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.surroundings import Lanes, Surroundings
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.translation import Languages
from shopdesk.ui.window_entry import build_window
from tests.ui.fakes import FakeDesk
from tests.ui.memory import Memory
from tests.ui.sample import NOW, sample_desk

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
HERE = Path(__file__).resolve().parent


@dataclass
class Stage:
    """Builds windows in one look; everything built is taken away by `clear`."""

    app: QApplication
    scheme: str = "light"
    language: str = "en"
    scale: int = 100
    now: datetime = NOW
    made: list[QWidget] = field(default_factory=list)

    def window(self, desk: FakeDesk | None = None, size: tuple[int, int] = (1440, 900)) -> MainWindow:
        """A started window over the sample shop (or another desk), shown, without an engine."""
        settings = Memory(scheme=self.scheme, language=self.language, scale=self.scale)
        lanes = Lanes(InlineLane(), InlineLane(), InlineLane(), InlineLane())
        shop = desk or sample_desk(self.language)
        made = build_window(shop, settings, lanes, self.app, RESOURCES, lambda: self.now)
        self.made.append(made)
        made.resize(*size)
        made.show()
        made.start()
        made.activateWindow()
        self.settle()
        return made

    @property
    def around(self) -> Surroundings:
        """What the newest window was made with; makes a window when there is none."""
        window = next((one for one in reversed(self.made) if isinstance(one, MainWindow)), None)
        return (window or self.window())._around

    @property
    def theme(self) -> Theme:
        """The look of the newest window."""
        return self.around.theme

    @property
    def languages(self) -> Languages:
        """The language of the newest window."""
        return self.around.languages

    def keep(self, widget: QWidget) -> QWidget:
        """Show a widget of its own (a dialog), and take it away at the end."""
        self.made.append(widget)
        widget.show()
        self.settle()
        return widget

    def settle(self, ms: int = 30) -> None:
        """Let everything happen that is due."""
        QTest.qWait(ms)
        for _ in range(5):  # what lays one widget out may ask for another, and on a busy computer all that is left over
            QCoreApplication.processEvents()

    def clear(self) -> None:
        """Close and delete everything that was built; speak English again."""
        for widget in self.made:
            if isinstance(widget, MainWindow):
                widget._around.languages.choose("en")
        for widget in reversed(self.made):
            widget.close()
            widget.deleteLater()
        self.made.clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def everything_shown() -> dict[str, Callable[[Stage], QWidget]]:
    """All screens and states of all areas by name; two areas may not use one name."""
    found: dict[str, Callable[[Stage], QWidget]] = {}
    for path in sorted(HERE.glob("*.py")):
        if path.stem != "stage":
            shown = import_module(f"tests.ui.shown.{path.stem}").SHOWN
            twice = found.keys() & shown.keys()
            if twice:
                raise ValueError(f"{path.stem} shows again: {twice}")
            found |= shown
    return found
