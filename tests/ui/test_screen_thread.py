"""Calls from lanes reach the screen's thread, and nobody who has gone."""

from __future__ import annotations

import logging
import threading
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLabel
from shiboken6 import delete

from shopdesk.domain.changes import Changes
from shopdesk.domain.ids import ConversationId
from shopdesk.jobs.lane import Lane
from shopdesk.ui.change_feed import ChangeFeed
from shopdesk.ui.screen_thread import ScreenThread


def test_an_answer_that_is_on_its_way_when_the_window_goes_reaches_nobody(
    qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    screen, label = ScreenThread(), QLabel("before")
    written: list[str] = []

    def write() -> str:
        written.append("kept")
        return "later"

    lane = Lane("test", screen.post)
    lane.submit(lambda: "now", label.setText)
    assert lane.wait_idle()
    QCoreApplication.processEvents()
    assert label.text() == "now"
    lane.submit(write, label.setText)
    assert lane.wait_idle()  # the answer waits for the screen's thread
    screen.end()
    assert lane.close()
    delete(label)
    QCoreApplication.processEvents()
    assert written == ["kept"]
    assert caplog.record_tuples == []


def test_calls_run_in_the_screens_thread_in_the_order_in_which_they_came(qapp: QApplication) -> None:
    screen = ScreenThread()
    ran: list[tuple[int, threading.Thread]] = []

    def note(number: int) -> None:
        ran.append((number, threading.current_thread()))

    for number in range(3):
        screen.post(partial(note, number))
    assert ran == []
    QCoreApplication.processEvents()
    assert ran == [(number, threading.main_thread()) for number in range(3)]


def test_news_that_wait_when_their_owner_goes_are_told_to_nobody(
    qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    owner = QLabel()
    told: list[Changes] = []
    feed = ChangeFeed(owner)
    feed.listen(told.append)
    with caplog.at_level(logging.WARNING):
        feed.announce(Changes(conversations=frozenset({ConversationId(1)})))
        delete(owner)
        QCoreApplication.processEvents()
    assert told == []
    assert caplog.record_tuples == []
