"""When a conversation shall come back: offers, words, and until the customer replies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.ids import ConversationId
from shopdesk.ui.commands.entries import Entry
from shopdesk.ui.commands.snooze_popover import SnoozePopover
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.snooze import SnoozeChoice, snooze_offers
from tests.ui.conftest import Maker, settle
from tests.ui.sample import NOW, sample_desk


def opened(window: MainWindow, bot: QtBot) -> SnoozePopover:
    """The popover, opened by its key."""
    QTest.keyClick(QApplication.focusWidget() or window, "h")
    settle(bot)
    found = next(one for one in window.findChildren(SnoozePopover) if one.isVisible())
    assert found.field.hasFocus()
    return found


def titles(popover: SnoozePopover) -> list[str]:
    return [line.title for line in popover.list.lines if isinstance(line, Entry)]


def test_h_offers_moments_and_enter_takes_the_first(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    popover = opened(window, qtbot)
    assert titles(popover) == [
        "Later today",
        "Tomorrow morning",
        "Monday morning",
        "In a week",
        "Until the customer replies",
    ]
    QTest.keyClick(popover.field, Qt.Key.Key_Down)
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    settle(qtbot)
    until = desk.all_rows[1].snoozed_until
    assert until is not None
    assert until.astimezone().hour == 9
    assert until.astimezone().date() == NOW.astimezone().date() + timedelta(days=1)
    assert desk.all_rows[1].state is ConversationState.SNOOZED
    assert window.inbox.presenter.current == 2
    assert window.inbox.column.list.hasFocus()
    QTest.keyClick(window.inbox.column.list, "z")
    settle(qtbot)
    assert desk.all_rows[1].state is ConversationState.NEEDS_REPLY
    assert window.inbox.presenter.current == 1


@pytest.mark.parametrize(
    ("words", "moment"),
    [("tomorrow 9", (19, 9)), ("周五下午", (20, 14)), ("2 days", (20, 9)), ("后天上午10点", (20, 10))],
)
def test_words_in_both_languages_are_understood_and_shown_before_enter(
    make: Maker, qtbot: QtBot, words: str, moment: tuple[int, int]
) -> None:
    desk = sample_desk()
    window = make(desk)
    popover = opened(window, qtbot)
    popover.field.setText(words)
    (line,) = popover.list.lines
    assert isinstance(line, Entry)
    assert f"{moment[1]:02d}:00" in line.title
    assert str(moment[0]) in line.detail
    assert not popover.refusal.isVisible()
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    settle(qtbot)
    until = desk.all_rows[1].snoozed_until
    assert until is not None
    assert (until.astimezone().day, until.astimezone().hour) == moment


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("yesterday", "past"), ("昨天", "past"), ("in 99999 days", "five years"), ("blue", "Not understood")],
)
def test_what_is_past_or_not_understood_is_refused_with_a_sentence(
    make: Maker, qtbot: QtBot, words: str, sentence: str
) -> None:
    desk = sample_desk()
    window = make(desk)
    popover = opened(window, qtbot)
    popover.field.setText(words)
    assert popover.refusal.isVisible()
    assert sentence in popover.refusal.text()
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    settle(qtbot)
    assert desk.all_rows[1].state is ConversationState.NEEDS_REPLY
    assert popover.isVisible()
    popover.field.clear()
    assert len(titles(popover)) == 5
    QTest.keyClick(popover.field, Qt.Key.Key_Escape)
    settle(qtbot)
    assert window.inbox.column.list.hasFocus()


@pytest.mark.parametrize("by_popover", [True, False])
def test_until_the_customer_replies_waits_and_can_be_taken_back(
    make: Maker, qtbot: QtBot, by_popover: bool
) -> None:
    desk = sample_desk()
    before = dict(desk.all_rows)
    window = make(desk)
    if by_popover:
        popover = opened(window, qtbot)
        QTest.keyClick(popover.field, Qt.Key.Key_Up)
        QTest.keyClick(popover.field, Qt.Key.Key_Return)
    else:
        QTest.keyClick(window.inbox.column.list, Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot)
    assert desk.all_rows[1].state is ConversationState.WAITING
    assert window.toast.text == "Waiting for the customer"
    assert window.inbox.presenter.counts == desk.counts()
    QTest.keyClick(window.inbox.column.list, "z")
    settle(qtbot)
    assert desk.all_rows == before
    assert window.inbox.presenter.current == 1
    assert window.inbox.presenter.counts == desk.counts()


def test_the_header_and_a_hovered_row_open_it_for_their_conversation(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    window.inbox.snooze_asked.emit(ConversationId(4), window.mapToGlobal(QPoint(5000, 5000)))
    popover = next(one for one in window.findChildren(SnoozePopover) if one.isVisible())
    assert window.rect().contains(popover.frame.geometry()), "it stays inside the window"
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    settle(qtbot)
    assert desk.all_rows[4].state is ConversationState.SNOOZED
    assert window.inbox.presenter.current == 1, "another row was handled, the open one stays"
    window.inbox.pane.snooze_clicked.emit()
    popover = next(one for one in window.findChildren(SnoozePopover) if one.isVisible())
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    settle(qtbot)
    assert desk.all_rows[1].state is ConversationState.SNOOZED


def test_late_in_the_evening_there_is_no_later_and_on_sunday_no_second_monday() -> None:
    def choices(at: datetime) -> list[SnoozeChoice]:
        return [offer.choice for offer in snooze_offers(at, UTC)]

    assert choices(datetime(2026, 11, 18, 22, tzinfo=UTC)) == [
        SnoozeChoice.TOMORROW,
        SnoozeChoice.MONDAY,
        SnoozeChoice.IN_A_WEEK,
    ]
    assert SnoozeChoice.MONDAY not in choices(datetime(2026, 11, 22, 10, tzinfo=UTC))


def test_it_follows_the_window_and_the_text_size(window: MainWindow, qtbot: QtBot) -> None:
    popover = opened(window, qtbot)
    small: Callable[[], int] = lambda: popover.frame.height()  # noqa: E731
    before = small()
    window._around.theme.choose_scale(150)
    settle(qtbot)
    assert small() > before * 1.3
    window.resize(1000, 640)
    settle(qtbot)
    assert popover.size() == window.size()
    assert window.rect().contains(popover.frame.geometry())
    window._around.theme.choose_scale(100)
