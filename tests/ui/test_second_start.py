"""A second start brings the window to the front that is open already; two real processes without a screen."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.system.single_instance import KNOCKS, hold_folder, knock
from shopdesk.ui.knocks import Knocks
from shopdesk.ui.main_window import MainWindow
from tests.ui.conftest import settle

ROOT = Path(__file__).resolve().parents[2]
FIRST = """
import os, sys
from shopdesk.ui import window_entry
from shopdesk.ui.main_window import MainWindow
from shopdesk.app import starts

class Told(MainWindow):
    def go_on(self, command, sample=()):
        super().go_on([sys.executable, "-c", "import sys; sys.stdin.read()"], sample)
        bring_back = self.notices.bring_back
        def said():
            bring_back()
            print("raised", not self.isMinimized(), self.isVisible(), flush=True)
        self.notices.bring_back = said
        self.showMinimized()
        print("minimised", self.isMinimized(), flush=True)

window_entry.MainWindow = Told
sys.exit(starts.start_window(sys.argv[1], "engine"))
"""
SECOND = "import sys; from shopdesk.app import starts; sys.exit(starts.start_window(sys.argv[1], 'engine'))"


def _words(script: str, folder: Path) -> list[str]:
    return [sys.executable, "-c", script, str(folder)]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    keep = {name: value for name, value in os.environ.items() if not name.startswith("SHOPDESK")}
    return keep | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "HOME": str(tmp_path / "home")}


def test_a_second_start_raises_the_minimised_window_of_the_first_and_ends(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    with subprocess.Popen(
        _words(FIRST, tmp_path / "data"), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, env=environment,
    ) as first:  # fmt: skip
        assert first.stdout is not None
        assert first.stdout.readline() == "minimised True\n"
        second = subprocess.run(
            _words(SECOND, tmp_path / "data"), capture_output=True, text=True, timeout=20, env=environment, check=False
        )
        assert (second.returncode, second.stderr) == (0, "")
        assert first.stdout.readline() == "raised True True\n"
        first.terminate()
        assert first.wait(20) == 0
    assert list((tmp_path / "data" / KNOCKS).iterdir()) == []


def test_where_no_window_answers_the_second_start_says_that_the_folder_is_busy(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    """A command of the command line holds the folder, or the window hangs."""
    impatient = SECOND.replace("; sys.exit", "; from shopdesk.system import single_instance as s;"
                               " s.knock.__defaults__ = (0.05,); sys.exit")  # fmt: skip
    with hold_folder(tmp_path):
        second = subprocess.run(
            _words(impatient, tmp_path), capture_output=True, text=True, timeout=20, env=environment, check=False
        )
    assert second.returncode == 1
    assert second.stderr.startswith("Another Shopdesk works on this data folder.")
    assert list((tmp_path / KNOCKS).iterdir()) == []


def test_knocking_shows_a_window_that_is_hidden_beside_the_tray(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    tokens: list[str | None] = []

    def answer() -> None:
        tokens.append(os.environ.get("XDG_ACTIVATION_TOKEN"))
        window.show()

    knocks = Knocks(tmp_path / KNOCKS, answer, window)
    window.hide()
    (tmp_path / "letter").write_text("token-7")
    (tmp_path / "letter").replace(tmp_path / KNOCKS / "1")
    qtbot.waitUntil(window.isVisible, timeout=3_000)
    assert tokens == ["token-7"]
    assert "XDG_ACTIVATION_TOKEN" not in os.environ
    knocks.look()
    settle(qtbot)
    assert len(tokens) == 1


def test_what_was_left_from_earlier_days_raises_nothing(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / KNOCKS).mkdir()
    (tmp_path / KNOCKS / "99").write_bytes(b"\xff\x00")
    answered: list[str] = []
    knocks = Knocks(tmp_path / KNOCKS, lambda: answered.append("yes"), window)
    knocks.look()
    assert answered == []
    assert not list((tmp_path / KNOCKS).iterdir())


def test_a_folder_that_cannot_be_watched_disturbs_nobody(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    Knocks(tmp_path / "file" / KNOCKS, window.show, window).look()
    began = time.monotonic()
    assert not knock(tmp_path / "file")
    assert time.monotonic() - began < 1
