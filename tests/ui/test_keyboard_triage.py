"""Working through the inbox by keys alone, over a real database; taking everything back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Conversation, ConversationState, Undo
from shopdesk.domain.errors import DatabaseBusy
from shopdesk.domain.ids import ConversationId
from shopdesk.jobs.lane import Lane
from shopdesk.ui.inbox.tabs import Tab
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.screen_thread import ScreenThread
from shopdesk.ui.writes import Deed
from tests.fakes.clock import StoppedClock
from tests.services.bench import NOW, SHOP, Bench, mail
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import FakeDesk, HeldLane
from tests.ui.sample import sample_desk


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """A real shop with 22 people waiting for an answer: five overdue, five due today, twelve later."""
    with Bench(tmp_path, StoppedClock(NOW)) as shop:
        shop.connect()
        ages = [30 - n / 10 for n in range(5)] + [20 - n / 10 for n in range(5)] + [2 - n / 10 for n in range(12)]
        raws, moments = [], []
        for n, age in enumerate(ages):
            at = NOW - timedelta(hours=age)
            sender = f"Person {n} <person{n}@mail.example>"
            raws.append(mail(f"q{n}", sender=sender, subject=f"Question {n}", body=f"Words {n}", when=at))
            moments.append(at)
        shop.come(*raws, when=moments)
        yield shop


def window_over(bench: Bench, make: Maker) -> MainWindow:
    """A window over the real shop that hears what it announces."""
    make.now[0] = NOW
    window = make(cast("FakeDesk", bench.shop))
    bench.listen = window.inbox.apply
    return window


class Watch(QObject):
    """Counts mouse events, and keys that came to nobody."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.mouse = 0
        self.lost: list[str] = []
        self._window = window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            self.mouse += 1
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            focused = QApplication.focusWidget()
            if focused is None or focused.window() is not self._window:
                self.lost.append(event.text())
        return False


def press(window: MainWindow, key: str | Qt.Key, bot: QtBot, *modifiers: Qt.KeyboardModifier) -> None:
    """One key for whatever has the focus."""
    modifier = modifiers[0] if modifiers else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)  # type: ignore[call-overload]
    settle(bot)


SHIFT = Qt.KeyboardModifier.ShiftModifier


def listed(window: MainWindow) -> list[int]:
    listing = window.inbox.presenter.listing
    return [number for row in range(len(listing)) if (number := listing.id_at(row)) is not None]


def work_through(window: MainWindow, bot: QtBot) -> None:
    """5 done, 5 offers of the popover (the last: until the reply), 4 until the reply, 2 by words, 4 unread."""
    for _ in range(5):
        press(window, "e", bot)
    for place in range(5):
        press(window, "h", bot)
        for _ in range(place):
            press(window, Qt.Key.Key_Down, bot)
        press(window, Qt.Key.Key_Return, bot)
    for _ in range(4):
        press(window, "H", bot, SHIFT)
    for words in ("tomorrow 9", "周五下午"):
        press(window, "h", bot)
        commit = QInputMethodEvent()
        commit.setCommitString(words)  # as an input method does
        QApplication.sendEvent(QApplication.focusWidget(), commit)
        press(window, Qt.Key.Key_Return, bot)
    for _ in range(4):
        press(window, "u", bot)
        press(window, "j", bot)


def test_keyboard_triage_of_20_conversations_without_a_mouse_event(
    bench: Bench, make: Maker, qtbot: QtBot, qapp: QApplication
) -> None:
    """A script of key events handles 20 mails; focus is never lost; all 20 end in the right state."""
    window = window_over(bench, make)
    everybody = [ConversationId(number) for number in listed(window)]
    assert len(everybody) == 22
    watch = Watch(window)
    qapp.installEventFilter(watch)
    work_through(window, qtbot)
    qapp.removeEventFilter(watch)
    done, offered, waiting = everybody[:5], everybody[5:10], everybody[10:14]
    worded, unread = everybody[14:16], everybody[16:20]
    states = {row.id: row.state for row in bench.use.rows(everybody)}
    assert {states[number] for number in done} == {ConversationState.DONE}
    assert [states[number] for number in offered] == [ConversationState.SNOOZED] * 4 + [ConversationState.WAITING]
    assert {states[number] for number in waiting} == {ConversationState.WAITING}
    assert {states[number] for number in worded} == {ConversationState.SNOOZED}
    moments = [row.snoozed_until for row in bench.use.rows(worded)]
    assert [(at.astimezone().isoweekday(), at.astimezone().hour) for at in moments if at] == [(2, 9), (5, 14)]
    assert all(row.unread for row in bench.use.rows(unread))
    assert {states[number] for number in everybody[16:]} == {ConversationState.NEEDS_REPLY}
    assert window.inbox.presenter.current == everybody[20]
    assert window.inbox.presenter.counts == bench.use.counts()
    assert listed(window) == list(bench.use.ids(ConversationState.NEEDS_REPLY))
    assert watch.mouse == 0
    assert watch.lost == []
    assert window.inbox.column.list.hasFocus()


def test_act_and_advance_goes_over_sections_to_the_caught_up_page(bench: Bench, make: Maker, qtbot: QtBot) -> None:
    """After E, H, Shift+H the next is selected and painted; a section's end leads into the next; then the last page."""
    window = window_over(bench, make)
    everybody = listed(window)
    took = []
    for place, number in enumerate(everybody):
        assert window.inbox.presenter.current == number
        assert window.inbox.pane.header.subject.text() == f"Question {place}"
        began = time.perf_counter()
        if place % 3 == 1:
            QTest.keyClick(QApplication.focusWidget(), "H", SHIFT)
        elif place % 3 == 2:
            QTest.keyClick(QApplication.focusWidget(), "h")
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        else:
            QTest.keyClick(QApplication.focusWidget(), "e")
        settle(qtbot)
        took.append(time.perf_counter() - began)
    assert listed(window) == []
    assert not window.inbox.pane.shows_conversation
    assert window.inbox.pane.calm.title == "You are all caught up"
    assert window.inbox.presenter.counts.needs_reply == 0
    press(window, "z", qtbot)
    assert window.inbox.presenter.current == everybody[-1]
    assert window.inbox.column.list.hasFocus()
    assert sorted(took)[len(took) // 2] < 0.25, "half of the steps are far below what a person notices"


def take_step(window: MainWindow, key: str, bot: QtBot) -> None:
    """One step of the script below; the selection or the tab that it needs is made before by `prepare`."""
    press(window, "e" if key == "x" else key, bot, *([SHIFT] if key.isupper() else []))
    if key == "h":
        press(window, Qt.Key.Key_Return, bot)


def prepare(window: MainWindow, key: str, bot: QtBot) -> None:
    """E takes back one that waits; x is done to two that are selected."""
    window.inbox.presenter.choose_tab(Tab.WAITING if key == "E" else Tab.NEEDS_REPLY)
    if key == "x":
        press(window, "x", bot)
        press(window, "J", bot, SHIFT)
    settle(bot)


def test_undo_everywhere_20_undos_in_a_row_restore_model_database_and_selection(
    bench: Bench, make: Maker, qtbot: QtBot
) -> None:
    bench.use.mark_read([row.id for row in bench.rows()])  # reading goes on by itself, and is no step
    window = window_over(bench, make)

    def look() -> tuple[object, ...]:
        inbox = window.inbox.presenter
        rows = [inbox.listing.known(ConversationId(number)) for number in listed(window)]
        return (inbox.tab, inbox.current, inbox.selection.ids(), inbox.counts, rows, bench.everything())

    seen = []
    script = "eHuxeHhxxeEHehuHehEH"
    for step, key in enumerate(script):
        prepare(window, key, qtbot)
        seen.append(look())
        take_step(window, key, qtbot)
        assert bench.everything() != seen[-1][-1], f"step {step} did something"
    for step in reversed(range(len(script))):
        press(window, "z", qtbot)
        now = look()
        assert now[-1] == seen[step][-1], f"database before step {step}"
        assert now[:-1] == seen[step][:-1], f"screen before step {step}"
    assert not window.inbox.triage.can_undo
    press(window, "z", qtbot)
    assert look() == seen[0]


def test_ctrl_z_and_the_toast_undo_as_z_does(bench: Bench, make: Maker, qtbot: QtBot) -> None:
    window = window_over(bench, make)
    before = bench.everything()
    press(window, "e", qtbot)
    press(window, "e", qtbot)
    assert window.toast.text == "Marked done"
    window.toast.undo_asked.emit()
    press(window, Qt.Key.Key_Z, qtbot, Qt.KeyboardModifier.ControlModifier)
    assert bench.everything() == before
    assert window.toast.text.startswith("Taken back")


def test_one_step_over_several_conversations_is_one_undo(bench: Bench, make: Maker, qtbot: QtBot) -> None:
    window = window_over(bench, make)
    before = bench.everything()
    several = [ConversationId(number) for number in listed(window)[:4]]
    window.inbox.triage.mark_done(several)
    settle(qtbot)
    assert window.toast.text == "Marked done · 4 conversations"
    assert {bench.state(number) for number in several} == {ConversationState.DONE}
    assert window.inbox.presenter.current == listed(window)[0]
    window.inbox.triage.snooze(NOW + timedelta(hours=5), [ConversationId(number) for number in listed(window)[:3]])
    settle(qtbot)
    press(window, "z", qtbot)
    press(window, "z", qtbot)
    assert bench.everything() == before
    assert window.inbox.presenter.current == several[0]
    assert window.inbox.presenter.counts == bench.use.counts()


def test_merge_and_the_like_go_on_the_same_stack(bench: Bench, make: Maker, qtbot: QtBot) -> None:
    window = window_over(bench, make)
    before = bench.everything()
    two = [ConversationId(number) for number in listed(window)[:2]]
    window.inbox.triage.write(Deed.DONE, two, lambda: bench.use.merge(two))
    settle(qtbot)
    assert len(listed(window)) == 21
    press(window, "z", qtbot)
    assert bench.everything() == before
    assert len(listed(window)) == 22


# --- a store that is slow or refuses -----------------------------------------------------------------


def test_optimistic_change_the_ui_is_the_same_when_the_store_answers_much_later(make: Maker, qtbot: QtBot) -> None:
    """The row changes in the same event-loop turn; tabs and counts agree while the store knows nothing yet."""
    desk, lane = sample_desk(), HeldLane()
    window = make(desk, writing=lane)
    QTest.keyClick(window.inbox.column.list, "e")
    assert listed(window)[0] == 2, "in the same turn"
    QTest.keyClick(window.inbox.column.list, Qt.Key.Key_H, SHIFT)
    press(window, "2", qtbot)
    assert 2 in listed(window), "the tab that it went to has it"
    press(window, "4", qtbot)
    assert 1 in listed(window)
    press(window, "1", qtbot)
    assert listed(window) == list(range(3, 11))
    assert window.inbox.presenter.counts.needs_reply == 8
    window.inbox.apply(Changes(conversations=frozenset({ConversationId(5)})))
    assert window.inbox.presenter.counts.needs_reply == 8, "counting anew does not forget what is under way"
    shown = (listed(window), window.inbox.presenter.counts, window.inbox.presenter.current)
    lane.release()
    settle(qtbot)
    assert (listed(window), window.inbox.presenter.counts, window.inbox.presenter.current) == shown
    assert window.inbox.presenter.counts == desk.counts()
    assert desk.all_rows[2].state is ConversationState.WAITING


def test_undo_of_what_the_store_has_not_done_yet_and_of_two_steps_on_one_conversation(
    make: Maker, qtbot: QtBot
) -> None:
    desk, lane = sample_desk(), HeldLane()
    before = dict(desk.all_rows)
    window = make(desk, writing=lane)
    press(window, "e", qtbot)
    press(window, "4", qtbot)
    window.inbox.triage.reopen([ConversationId(1)])
    settle(qtbot)
    assert 1 not in listed(window)
    press(window, "z", qtbot)
    assert 1 in listed(window), "done again"
    press(window, "z", qtbot)
    assert window.inbox.presenter.tab is Tab.NEEDS_REPLY
    assert listed(window) == list(range(1, 11))
    assert window.inbox.presenter.current == 1
    lane.release()
    settle(qtbot)
    assert desk.all_rows == before
    assert listed(window) == list(range(1, 11))
    assert window.inbox.presenter.counts == desk.counts()


@pytest.mark.parametrize("went_on", [False, True])
def test_when_the_store_refuses_the_row_comes_back_and_a_toast_says_why(
    make: Maker, qtbot: QtBot, went_on: bool
) -> None:
    desk, lane = sample_desk(), HeldLane()
    window = make(desk, writing=lane)
    press(window, "e", qtbot)
    if went_on:
        press(window, "j", qtbot)
    desk.fail_with = DatabaseBusy()
    lane.release()
    settle(qtbot)
    assert listed(window) == list(range(1, 11))
    assert window.inbox.presenter.current == (3 if went_on else 1), "who went on meanwhile stays there"
    assert "busy" in window.toast.text
    assert window.inbox.presenter.counts == desk.counts()
    assert not window.inbox.triage.can_undo


class SlowDesk:
    """A real desk whose writes take a while, and may be refused."""

    def __init__(self, bench: Bench, seconds: float) -> None:
        self._use = bench.use
        self.seconds = seconds
        self.refuses = False

    def __getattr__(self, name: str) -> object:
        return getattr(self._use, name)

    def mark_done(self, conversations: list[ConversationId]) -> Undo:
        time.sleep(self.seconds)
        if self.refuses:
            raise DatabaseBusy
        return self._use.mark_done(conversations)


@pytest.mark.parametrize("refuses", [False, True])
def test_a_store_that_answers_late_in_its_own_thread_changes_nothing_for_the_person(
    bench: Bench, make: Maker, qtbot: QtBot, refuses: bool
) -> None:
    screen = ScreenThread()
    lane = Lane("slow store", screen.post)
    desk = SlowDesk(bench, 0.5)
    desk.refuses = refuses
    make.now[0] = NOW
    shop = bench.shop
    shop.__dict__["conversations"] = desk
    window = make(cast("FakeDesk", shop), writing=lane)
    first = ConversationId(listed(window)[0])
    began = time.perf_counter()
    QTest.keyClick(window.inbox.column.list, "e")
    settle(qtbot)
    assert time.perf_counter() - began < 0.4, "the key is not held up"
    assert first not in listed(window)
    QTest.keyClick(window.inbox.column.list, "j")
    settle(qtbot)
    here = window.inbox.presenter.current
    qtbot.waitUntil(lambda: not window.inbox.presenter.is_pending(first), timeout=5000)
    assert (first in listed(window)) is refuses
    assert bool(window.toast.text) is True
    assert window.inbox.presenter.current == here
    assert window.inbox.presenter.counts == bench.shop.conversations.counts()
    lane.close()


# --- coming back -------------------------------------------------------------------------------------


def test_a_snooze_returns_at_its_time_also_after_the_computer_slept(bench: Bench, make: Maker, qtbot: QtBot) -> None:
    window = window_over(bench, make)
    first = ConversationId(listed(window)[0])
    window.inbox.triage.snooze(NOW + timedelta(hours=3), [first])
    settle(qtbot)
    assert first not in listed(window)
    bench.clock.advance(timedelta(hours=1))
    assert bench.use.wake_due() == 0
    bench.clock.advance(timedelta(days=3))  # the clock jumps: nothing ran in between
    assert bench.use.wake_due() == 1
    assert bench.state(first) is ConversationState.NEEDS_REPLY
    assert first in listed(window)
    assert window.inbox.presenter.counts == bench.use.counts()


def test_until_the_customer_replies_returns_on_a_new_mail_of_theirs(bench: Bench, make: Maker, qtbot: QtBot) -> None:
    window = window_over(bench, make)
    first = ConversationId(listed(window)[0])
    press(window, "H", qtbot, SHIFT)
    assert bench.state(first) is ConversationState.WAITING
    bench.clock.advance(timedelta(days=2))
    bench.use.wake_due()
    assert bench.state(first) is ConversationState.WAITING, "time alone does not bring it back"
    raw = mail(
        "again", sender="Person 0 <person0@mail.example>", subject="Re: Question 0", answers="q0",
        when=NOW + timedelta(hours=1),
    )
    assert bench.comes(raw, when=NOW + timedelta(hours=1)) == first
    assert bench.state(first) is ConversationState.NEEDS_REPLY
    assert first in listed(window)
    row = cast("Conversation", window.inbox.presenter.listing.known(first))
    assert row.messages == 2
    assert row.waiting_since == NOW + timedelta(hours=1), "what was left to the customer is no old debt"
    assert SHOP not in row.customer_email
