"""A morning by keys alone over a real shop: done, later, answered by template, assigned, cases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import repeat
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.ids import ConversationId
from shopdesk.jobs.link import Command
from shopdesk.ui.main_window import MainWindow
from tests.services.bench import NOW, Bench, mail
from tests.services.conftest import bench, furnished, shop_folder
from tests.ui.composing import CONTROL, ENTER, SHIFT, template
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import FakeDesk

__all__ = ["bench", "furnished", "shop_folder"]

PEOPLE = 22
NONE = Qt.KeyboardModifier.NoModifier
Key = tuple[Qt.Key | str, Qt.KeyboardModifier]
_MOUSE = {
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel, QEvent.Type.TouchBegin,
}  # fmt: skip


class MouseWatch(QObject):
    """Counts everything that a hand on a mouse would cause."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QEvent.Type] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in _MOUSE:
            self.seen.append(event.type())
        return False


class Hands:
    """Ten fingers on the keys; after each key somebody in this window must hold the next one."""

    def __init__(self, window: MainWindow, bot: QtBot) -> None:
        self.window = window
        self.bot = bot
        self.pressed: list[str] = []
        self.lost: list[str] = []

    def press(self, *keys: Key | str | Qt.Key) -> None:
        """One after the other, each to whoever the system would give it to."""
        for key in keys:
            which, modifiers = key if isinstance(key, tuple) else (key, NONE)
            QTest.keyClick(self.holder(), which, modifiers)  # type: ignore[call-overload]
            settle(self.bot)
            self.pressed.append(str(which))
            self._look()

    def holder(self) -> QWidget:
        """A menu that is open has the keys, else what has the focus."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window

    def _look(self) -> None:
        if QApplication.activePopupWidget() is not None:
            return
        focused = QApplication.focusWidget()
        if focused is None or focused is self.window or not focused.isVisible() or focused.window() is not self.window:
            self.lost.append(f"after {' '.join(self.pressed[-3:])}: {focused}")

    @property
    def current(self) -> ConversationId:
        """The conversation that is open, while the list has the keys."""
        number = self.window.inbox.presenter.current
        assert number is not None
        assert self.window.inbox.column.list.hasFocus(), f"after {' '.join(self.pressed[-3:])}"
        return number


@pytest.fixture
def hands(bench: Bench, make: Maker, qtbot: QtBot) -> Iterator[Hands]:
    """A window over a shop with 22 people waiting, two colleagues and one template."""
    ages = [timedelta(hours=30) - timedelta(minutes=6 * n) for n in range(PEOPLE)]
    raws = [
        mail(f"q{n}", sender=f"Person {n} <person{n}@mail.example>", subject=f"Lamp {n} is broken",
             body=f"My lamp from order #10{n:02} is broken. What now?", when=NOW - age)
        for n, age in enumerate(ages)
    ]  # fmt: skip
    bench.come(*raws, when=[NOW - age for age in ages])
    bench.shop.templates.save(template("sorry", "Dear {{ customer.first_name }},\n\nsorry. A new one leaves today."))
    me, _ = bench.shop.agents.add("Mei"), bench.shop.agents.add("Kai")
    bench.shop.agents.go_on_duty(me.id)
    make.now[0] = NOW
    window = make(cast("FakeDesk", bench.shop))
    bench.listen = window.inbox.apply
    told: list[Command] = []
    window.answers.send = window.answers.outbox.send = told.append
    settle(qtbot)
    yield Hands(window, qtbot)
    window.answers.keep_window()


def each(hands: Hands, times: int, *keys: Key | str | Qt.Key) -> list[ConversationId]:
    """Press these keys for so many conversations. Out: which they were."""
    met = []
    for _ in repeat(None, times):
        met.append(hands.current)
        hands.press(*keys)
    return met


def states(bench: Bench, numbers: Sequence[ConversationId]) -> list[ConversationState]:
    return [bench.state(number) for number in numbers]


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_keyboard_triage_of_20_mails_done_snoozed_answered_assigned_and_cases_without_a_mouse_event(
    bench: Bench, hands: Hands, qapp: QApplication
) -> None:
    """A script of key events handles 20 mails (5 done, 5 snoozed, 5 answered by template, 3 assigned, 2 cases)."""
    mouse = MouseWatch()
    qapp.installEventFilter(mouse)
    done = each(hands, 5, "e")
    snoozed = each(hands, 5, "h", ENTER)
    answered = each(hands, 5, "r", "/", *"sorry", ENTER, (ENTER, CONTROL))
    mine = each(hands, 2, ("A", SHIFT))
    theirs = each(hands, 1, "a", Qt.Key.Key_Down, ENTER)
    cases = each(hands, 2, "c", ENTER, "j")
    qapp.removeEventFilter(mouse)

    shop = bench.shop
    handled = [*done, *snoozed, *answered, *mine, *theirs, *cases]
    assert len(set(handled)) == 20, "every key went to the next conversation"
    assert mouse.seen == []
    assert hands.lost == []
    assert set(states(bench, done)) == {ConversationState.DONE}
    assert set(states(bench, snoozed)) == {ConversationState.SNOOZED}
    assert all((until := bench.row(number).snoozed_until) is not None and until > NOW for number in snoozed)
    assert set(states(bench, answered)) == {ConversationState.DONE}
    queue = {item.recipients[0]: item for item in shop.outbox.items()}
    assert sorted(queue) == sorted(bench.row(number).customer_email for number in answered)
    assert shop.templates.by_key("sorry").uses == 5
    names: dict[int, str] = {agent.id: agent.name for agent in shop.agents.all()}
    assert [names[bench.row(number).agent or 0] for number in (*mine, *theirs)] == ["Mei", "Mei", "Kai"]
    assert [[case.order_number for case in shop.cases.of_conversation(number)] for number in cases] == [
        ["1018"],
        ["1019"],
    ]
    assert set(states(bench, [*mine, *theirs, *cases])) == {ConversationState.NEEDS_REPLY}
    assert hands.window.inbox.presenter.counts == bench.use.counts()
