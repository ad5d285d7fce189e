"""Draws the window into PNG files: `python -m tests.ui.pictures FOLDER`, offscreen, 1440 x 900 at twice the pixels."""

import os
import sys
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "2")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from shopdesk.jobs.lane import InlineLane
from shopdesk.ui.inbox.foot import FootFacts, FootKind
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.surroundings import Lanes
from shopdesk.ui.window_entry import build_window
from tests.ui.sample import NOW, sample_desk

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class Memory(dict):
    """Settings that are forgotten."""

    def value(self, key: str, defaultValue: object = None) -> object:  # noqa: N803
        return self.get(key, defaultValue)

    def setValue(self, key: str, value: object) -> None:  # noqa: N802
        self[key] = value


def window(app: QApplication, scheme: str, language: str, **more: object) -> MainWindow:
    """A window over the sample shop."""
    settings = Memory(scheme=scheme, language=language, **more)
    lanes = Lanes(InlineLane(), InlineLane(), InlineLane())
    made = build_window(sample_desk(language), settings, lanes, app, RESOURCES, lambda: NOW)
    made.resize(1440, 900)
    made.show()
    made.start()
    made.inbox.column.foot.show_facts(FootFacts(FootKind.SYNCED, NOW - timedelta(minutes=1), mailboxes=3), NOW)
    QTest.qWait(50)
    return made


def main(folder: Path) -> None:
    """Write every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(["pictures", "-style", "fusion"])
    for scheme in ("light", "dark"):
        for language in ("en", "zh_CN"):
            made = window(app, scheme, language)
            made.grab().save(str(folder / f"inbox-{scheme}-{language}.png"))
            made.close()
            made.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
