"""Sending later: nine o'clock where the customer is, whatever our own clock shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shopdesk.domain.their_zone import Certainty, ZoneGuess, ZoneSource
from shopdesk.ui.commands.entries import Entry
from shopdesk.ui.later_popover import LaterPopover
from tests.ui.conftest import Maker
from tests.ui.sample import sample_desk

NOW = datetime(2026, 11, 18, 9, 24, tzinfo=UTC)
BERLIN = ZoneGuess("Europe/Berlin", Certainty.SURE, ZoneSource.ORDER)
DENVER = ZoneGuess("America/Denver", Certainty.GUESS, ZoneSource.MAILS)


@pytest.fixture
def popover(make: Maker) -> Iterator[LaterPopover]:
    window = make(sample_desk())
    popover = LaterPopover(window._around.theme, window, lambda: NOW, QPoint(20, 20))
    popover.show_offers()
    yield popover
    popover.close_now()


def lines(popover: LaterPopover) -> list[tuple[str, str]]:
    return [(line.title, line.detail) for line in popover.list.lines if isinstance(line, Entry)]


def test_nine_oclock_there_is_offered_with_what_our_clock_shows_then(popover: LaterPopover, qtbot: QtBot) -> None:
    before = lines(popover)
    popover.list.step(1)
    second = popover.list.chosen
    popover.offer_zones((BERLIN, DENVER))
    assert lines(popover)[: len(before)] == before, "nothing moves under the fingers"
    assert popover.list.chosen is not None
    assert second is not None
    assert popover.list.chosen.title == second.title
    local = datetime(2026, 11, 19, 8, 0, tzinfo=UTC).astimezone()
    days = (local.date() - NOW.astimezone().date()).days
    assert lines(popover)[len(before) :] == [
        ("9:00 their time (Berlin)", f"{['today', 'tomorrow'][days]} {local:%H:%M} here")
    ]
    popover.list.step(-2)
    with qtbot.waitSignal(popover.chosen) as heard:
        QTest.keyClick(popover.field, Qt.Key.Key_Return)
    assert heard.args == [datetime(2026, 11, 19, 8, 0, tzinfo=UTC)]


def test_a_guess_is_said_to_be_one(popover: LaterPopover) -> None:
    popover.offer_zones((DENVER, BERLIN, BERLIN))
    assert [title for title, _ in lines(popover)][-2:] == [
        "9:00 their time (perhaps Denver)",
        "9:00 their time (Berlin)",
    ]


@pytest.mark.parametrize(("text", "hours"), [("tokyo", 9), ("18 tokyo", 18), ("tokyo 18:00", 18)])
def test_their_city_can_be_typed(popover: LaterPopover, qtbot: QtBot, text: str, hours: int) -> None:
    QTest.keyClicks(popover.field, text)
    assert [title for title, _ in lines(popover)] == [f"{hours}:00 their time (Tokyo)"]
    with qtbot.waitSignals([popover.zone_named, popover.chosen]):
        QTest.keyClick(popover.field, Qt.Key.Key_Return)


def test_other_words_are_moments_as_ever(popover: LaterPopover) -> None:
    QTest.keyClicks(popover.field, "in 3 days")
    assert len(lines(popover)) == 1
    assert "their time" not in lines(popover)[0][0]
    QTest.keyClicks(popover.field, "x")
    assert popover.refusal.isVisible()
