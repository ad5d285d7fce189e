"""From a cold start of the demo shop to the first answer, by keys, over real sockets."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shopdesk.app.shop import Shop, build_shop
from shopdesk.domain.message import Direction
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.screen_thread import ScreenThread
from shopdesk.ui.window_entry import _close, _lanes, build_window
from tests.ui.memory import Memory

ROOT = Path(__file__).resolve().parents[2]
MOST_KEYS = 12


def until(true: Callable[[], object], seconds: float = 60) -> None:
    """Let the window work until something is true."""
    limit = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < limit, "it took too long"
        QTest.qWait(20)


class Keys:
    """Presses keys as a person would, and counts them."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.pressed = 0

    def press(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.pressed += 1
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifiers)
        QTest.qWait(30)


@contextmanager
def demo_window(folder: Path, app: QApplication) -> Iterator[tuple[MainWindow, Shop]]:
    """The window over a fresh folder, with the demo's engine and its servers beside it."""
    shop = build_shop(folder)
    screen = ScreenThread()
    lanes = _lanes(screen)
    settings = Memory(language="en", scheme="light", undo_send_seconds=1)
    window = build_window(shop, settings, lanes, app, ROOT / "resources")
    window.show()
    window.start()
    window.activateWindow()
    try:
        window.go_on([sys.executable, "-m", "shopdesk", "--data", str(folder), "demo-engine"])
        yield window, shop
    finally:
        window.let_go()
        window.stop_engine()
        window.close()
        _close(lanes, screen)
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        shop.close()


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="the demo's engine is ended politely")
def test_first_mail_answered_from_the_sample_shop_in_at_most_twelve_key_presses(
    tmp_path: Path,
    qapp: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """And who closes the window over an open composer leaves nothing behind that asks for what has gone."""
    monkeypatch.chdir(ROOT)
    with demo_window(tmp_path / "data", qapp) as (window, shop):
        keys = Keys(window)
        until(lambda: len(window.inbox.presenter.listing))
        keys.press("j")
        until(lambda: window.inbox.pane.shows_conversation)
        first = window.inbox.presenter.current
        assert first is not None
        keys.press("r")
        seat = window.answers.seat
        until(lambda: "picker" in seat.__dict__ and shop.templates.find("dmg", 1))
        for key in "/dmg":
            keys.press(key)
        keys.press(Qt.Key.Key_Return)
        until(lambda: seat.picker.picker is not None and seat.picker.picker.asking is not None)
        keys.press("x")
        keys.press(Qt.Key.Key_Return)
        until(lambda: seat.composer.text.body)
        keys.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert keys.pressed <= MOST_KEYS
        until(lambda: shop.conversations.open(first).messages[-1].direction is Direction.OUTGOING)
        assert window.inbox.presenter.current != first
        keys.press("r")
        until(lambda: seat.presenter.draft is not None)
        for key in "Hi":
            keys.press(key)
    QTest.qWait(150)
    assert [(one.name, one.getMessage()) for one in caplog.records] == []
