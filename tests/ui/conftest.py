"""Windows over the sample shop for tests: real widgets, offscreen, gone when the test is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shopdesk.jobs.lane import InlineLane, WorkLane
from shopdesk.ui.conversation.outside import Opener
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.surroundings import Lanes
from shopdesk.ui.window_entry import build_window
from tests.ui.fakes import FakeDesk
from tests.ui.memory import Memory
from tests.ui.sample import NOW, sample_desk

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@dataclass
class Maker:
    """Makes windows and remembers them."""

    app: QApplication
    bot: QtBot
    made: list[MainWindow] = field(default_factory=list)
    settings: Memory = field(default_factory=lambda: Memory(scheme="light", language="en"))
    now: list[datetime] = field(default_factory=lambda: [NOW])

    def __call__(
        self,
        desk: FakeDesk | None = None,
        writing: WorkLane | None = None,
        searching: WorkLane | None = None,
        reading: WorkLane | None = None,
        size: tuple[int, int] = (1440, 900),
        opener: Opener | None = None,
    ) -> MainWindow:
        shop, now = desk or sample_desk(), lambda: self.now[0]
        lanes = Lanes(writing or InlineLane(), searching or InlineLane(), reading or InlineLane(), InlineLane())
        window = build_window(shop, self.settings, lanes, self.app, RESOURCES, now, opener)
        self.made.append(window)
        window.resize(*size)
        window.show()
        window.start()
        window.activateWindow()
        settle(self.bot)
        return window


def settle(bot: QtBot) -> None:
    """Let everything happen that is due now."""
    bot.wait(1)
    for _ in range(3):
        QCoreApplication.processEvents()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The style that the program starts with, whatever the system's own is."""
    return ["shopdesk", "-style", "fusion"]


@pytest.fixture
def make(qapp: QApplication, qtbot: QtBot) -> Iterator[Maker]:
    """Makes windows that are closed and deleted at the end."""
    maker = Maker(qapp, qtbot)
    yield maker
    for window in maker.made:
        window._around.languages.choose("en")  # translators live until the window is collected; tests speak English
        if "pages" in window.__dict__:
            window.pages.let_go()  # nobody answers a question
        window.close()
        window.deleteLater()
    maker.made.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(make: Callable[[], MainWindow]) -> MainWindow:
    """A window of 1440 x 900 px over the sample shop, in English and light."""
    return make()
