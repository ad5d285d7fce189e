"""One click explains a due time: the pill in the header, the key and the palette show the sum."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shopdesk.domain.answer_clock import AnswerClock, Pause
from shopdesk.domain.conversation import Conversation, ConversationState
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.target import OpeningHours, Span, TargetMode, TargetRule, TargetRules
from shopdesk.domain.target_sum import explain
from shopdesk.ui.actions import Do
from shopdesk.ui.conversation import why_words
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.widgets.parts import PillButton
from shopdesk.ui.words import Urgency, due_words
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import FakeDesk
from tests.ui.sample import NOW, sample_desk

pytestmark = pytest.mark.gui
HOUR = timedelta(hours=1)
SHOP = MailboxId(1)


@pytest.fixture
def desk() -> FakeDesk:
    return sample_desk()


@pytest.fixture
def window(make: Maker, desk: FakeDesk) -> MainWindow:
    make.now[0] = NOW
    return make(desk)


def waiting(desk: FakeDesk, hours: float, **changes: object) -> Conversation:
    """The first of the sample's rows as if it waited for so long."""
    at = NOW - hours * HOUR
    return replace(desk.all_rows[1], waiting_since=at, last_at=at, **changes)  # type: ignore[arg-type]


def test_a_click_on_the_due_pill_explains_the_sum_and_esc_gives_the_focus_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    before = window.focusWidget()
    pill = window.inbox.pane.header._shown_pills[0]
    assert isinstance(pill, PillButton)
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton)
    settle(qtbot)
    why = window.messages.room.why
    assert why is not None
    assert why.isVisible()
    assert why.words[0].startswith("24 h from ")
    assert why.words[-2].startswith("Due ")
    assert why.accessibleDescription() == "\n".join(why.words)
    QTest.keyClick(why.focusWidget() or why, Qt.Key.Key_Escape)
    assert why.isHidden()
    assert window.focusWidget() is before


def test_the_sum_leads_to_the_target_in_the_settings(window: MainWindow, qtbot: QtBot) -> None:
    window.deeds.run(Do.WHY)
    settle(qtbot)
    why = window.messages.room.why
    assert why is not None
    QTest.mouseClick(why.change, Qt.MouseButton.LeftButton)
    settle(qtbot)
    dialog = window.deeds.settings.dialog
    assert dialog.isVisible()
    assert dialog.buttons["targets"].isChecked()
    dialog.close()


def test_a_pause_is_told_with_its_length(desk: FakeDesk) -> None:
    row = waiting(desk, 10, clock=AnswerClock(pauses=(Pause(NOW - 6 * HOUR, NOW - 3 * HOUR),)))
    told = explain(row, TargetRules())
    assert why_words.headline(told, NOW).endswith(", paused 3 h")
    assert ("paused: the customer was asked" in dict(map(reversed, why_words.lines(told, NOW))))  # type: ignore[arg-type]
    asked = replace(row, state=ConversationState.WAITING, clock=AnswerClock(pauses=(Pause(NOW - HOUR),)))
    stands = explain(asked, TargetRules())
    assert why_words.outcome(stands, NOW) == "The clock stands until the customer answers."
    assert why_words.lines(stands, NOW)[-1][0].startswith("since ")


def test_what_nobody_waits_for_and_old_mail_are_told_as_such(desk: FakeDesk) -> None:
    done = explain(replace(desk.all_rows[1], waiting_since=None), TargetRules())
    assert why_words.headline(done, NOW) == "Nobody waits for an answer here."
    assert (why_words.outcome(done, NOW), why_words.lines(done, NOW)) == ("", [])
    old = explain(waiting(desk, 50, clock=AnswerClock(is_off=True)), TargetRules())
    assert why_words.outcome(old, NOW).startswith("This was over before the mail was imported")


def test_of_many_steps_the_first_and_the_last_are_told(desk: FakeDesk) -> None:
    short = OpeningHours(week=((Span(600, 660),),) * 7)
    rule = TargetRule(SHOP, TargetMode.COMPANY, 6 * HOUR, opening=short)
    told = explain(waiting(desk, 10), TargetRules({SHOP: rule}))
    lines = why_words.lines(told, NOW)
    assert len(told.steps) > why_words.MOST_LINES
    assert len(lines) == why_words.MOST_LINES
    assert lines[3] == ("…", f"{len(told.steps) - 6} more parts")
    assert why_words.mode_line(told) == "Company clock: only opening hours count."


@pytest.mark.parametrize(
    ("length", "text"),
    [(1 / 3600, "1 s"), (1 / 60, "1 min"), (1, "1 h"), (24.5, "24 h 30 min"), (0, "0 min"), (49, "49 h")],
)
def test_lengths_are_told_to_the_minute(length: float, text: str) -> None:
    assert why_words.exact(length * HOUR) == text


@pytest.mark.parametrize(
    ("waited", "urgency"),
    [(1, Urgency.PLAIN), (23.8, Urgency.PLAIN), (23.85, Urgency.SOON), (23.95, Urgency.PRESSING), (24, Urgency.LATE)],
)
def test_colours_deepen_as_the_rule_says(desk: FakeDesk, waited: float, urgency: Urgency) -> None:
    desk.targets.by_mailbox[SHOP] = TargetRule(SHOP, amber=timedelta(minutes=10), red=timedelta(minutes=5))
    words = due_words(desk.targets.dated(waiting(desk, waited)), NOW)
    assert words is not None
    assert words.urgency is urgency
