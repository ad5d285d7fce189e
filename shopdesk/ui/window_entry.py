"""Makes the window and runs it: first the paint, then everything that costs time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from shopdesk.ui.desk import Desk, Now
from shopdesk.ui.inbox_screen import Lanes
from shopdesk.ui.main_window import MainWindow, Surroundings
from shopdesk.ui.preferences import Kept, Preferences
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.translation import Languages


def utc_now() -> datetime:
    """The present moment, UTC."""
    return datetime.now(UTC)


def build_window(
    desk: Desk, settings: QSettings | Kept, lanes: Lanes, app: QApplication, resources: Path, now: Now = utc_now
) -> MainWindow:
    """A window over a shop, not shown yet and without an engine.

    In: `resources` is the folder with icons, themes and translations; `lanes` whose receivers run in this thread.
    """
    preferences = Preferences(settings)
    languages = Languages(app, resources / "translations", preferences)
    theme = Theme(app, resources, preferences, languages.current)
    return MainWindow(desk, Surroundings(theme, languages, preferences, lanes, now))
