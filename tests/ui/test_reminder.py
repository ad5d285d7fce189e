"""One bar for everybody who waits too long, over real widgets: it counts, opens, rests, and closes itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.waiting_reminder import Reminder
from shopdesk.ui.actions import Do
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.muting import Mute, mute_until
from shopdesk.ui.notices.reminder_words import reminder_words
from shopdesk.ui.reminder_room import ReminderRoom
from shopdesk.ui.settings.notices_page import NoticesPage
from shopdesk.ui.words import card_time
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import FakeDesk
from tests.ui.sample import NOW, sample_desk


@dataclass
class Desk:
    """A window whose reminder has looked, and what it told the notices."""

    make: Maker
    desk: FakeDesk
    window: MainWindow
    announced: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.room.announce = self._told
        self.look()

    def _told(self, reminder: Reminder, words: str) -> None:
        self.announced.append(words)

    @property
    def room(self) -> ReminderRoom:
        return self.window.reminders

    def look(self) -> None:
        self.room.look()
        settle(self.make.bot)

    @property
    def words(self) -> str:
        """What can be read; empty while the bar is away."""
        return "" if self.room.bar.isHidden() else self.room.bar.words.text()

    def late(self) -> list[ConversationId]:
        """The most overdue first."""
        everybody = self.desk.rows([ConversationId(one) for one in self.desk.all_rows])
        rows = [row for row in everybody if self._is_late(row)]
        return [row.id for row in sorted(rows, key=lambda row: row.due_at)]  # type: ignore[arg-type,return-value]

    def _is_late(self, row: object) -> bool:
        due = row.due_at  # type: ignore[attr-defined]
        return row.state is ConversationState.NEEDS_REPLY and due is not None and due <= NOW  # type: ignore[attr-defined]


@pytest.fixture
def desk(make: Maker) -> Iterator[Desk]:
    shop = sample_desk()
    shop.day.now = NOW
    one = Desk(make, shop, make(shop))
    yield one
    one.window._around.preferences.muted_until = None


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_one_reminder_counts_everybody_opens_the_most_overdue_and_closes_itself_when_none_is_left(
    desk: Desk,
) -> None:
    window, late = desk.window, desk.late()
    focused = window.focusWidget()
    waiting = desk.room.shown
    assert waiting is not None
    assert waiting.overdue == len(late) > 1
    assert f"{waiting.count} customers wait for an answer, the longest since" in desk.words
    assert desk.words.endswith(f"{len(late)} overdue")
    assert window.focusWidget() is focused, "it never takes the keys"
    assert len(desk.announced) == 1, "one for all of them"
    assert desk.room.bar.geometry().bottom() < window.inbox.mapTo(window, window.inbox.rect().topLeft()).y()

    window.pages.show("today")
    assert not desk.room.bar.isHidden(), "on every page"
    desk.room.bar.open.click()
    settle(desk.make.bot)
    assert window.pages.current == "inbox"
    assert window.inbox.presenter.current == late[0]

    desk.desk.mark_done([late[0]])
    desk.room.heard(Changes(conversations=frozenset({late[0]})))
    desk.room._soon.timeout.emit()
    settle(desk.make.bot)
    assert desk.room.shown is not None
    assert desk.room.shown.count == waiting.count - 1
    assert desk.room.shown.first == late[1]

    desk.room.bar.open.setFocus()
    desk.desk.mark_done(sorted(desk.room.shown.conversations))
    desk.look()
    assert desk.words == ""
    assert window.focusWidget() is window.inbox.column.list, "who was on the bar is not lost"
    assert len(desk.announced) == 1


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_not_for_an_hour_is_chosen_by_keys_holds_for_notices_too_and_ends_by_itself(desk: Desk) -> None:
    window, told = desk.window, []
    desk.room.told.connect(told.append)
    desk.room.rested.connect(lambda: told.append("rested"))
    window.deeds.run(Do.REST)
    popover = desk.room.popover
    assert popover is not None
    assert [line.title for line in popover.list.lines][:2] == ["For 1 hour", "Until tomorrow"]  # type: ignore[union-attr]
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    settle(desk.make.bot)
    preferences = window._around.preferences
    assert preferences.muted_until == mute_until(Mute.HOUR, NOW)
    assert told[0].startswith("Notifications are muted until")
    assert told[1:] == ["rested"]
    assert desk.words == ""
    desk.make.now[0] = NOW + timedelta(minutes=61)
    desk.look()
    assert desk.words
    preferences.muted_until = mute_until(Mute.TOMORROW, desk.make.now[0])
    desk.look()
    assert desk.words == ""
    desk.room.ask_rest()
    assert desk.room.popover is not None
    assert desk.room.popover.list.lines[0].title == "Notify and remind again"  # type: ignore[union-attr]
    desk.room.popover.list.lines[0].run()  # type: ignore[union-attr]
    assert preferences.muted_until is None
    assert desk.words


def test_it_is_quiet_in_quiet_hours_and_when_it_is_switched_off_and_can_be_put_away(desk: Desk) -> None:
    preferences = desk.window._around.preferences
    here = NOW.astimezone().time()
    preferences.quiet, preferences.quiet_begin, preferences.quiet_end = True, here, time((here.hour + 1) % 24)
    desk.look()
    assert desk.words == ""
    preferences.quiet = False
    desk.look()
    assert desk.words
    desk.room.bar.away.click()
    desk.look()
    assert desk.words == ""
    desk.room._put_away_at = None
    desk.desk.day.waiting = list  # type: ignore[method-assign]
    desk.window.deeds.run(Do.LONGEST)
    assert desk.window.toast.text == "Nobody waits too long."


def test_the_settings_switch_it_off(desk: Desk) -> None:
    settings = desk.window.deeds.settings
    settings.notices_changed.connect(desk.room.look)
    page = next(entry.make() for entry in settings._pages() if entry.key == "notices")
    assert isinstance(page, NoticesPage)
    assert page.reminder.isChecked()
    page.reminder.setChecked(False)
    assert desk.words == ""
    page.wanted.setChecked(False)
    assert not page.quiet.isEnabled()
    page.reminder.setChecked(True)
    assert page.quiet.isEnabled(), "the reminder keeps to the quiet hours too"
    assert desk.words
    page.deleteLater()


def test_a_day_in_the_middle_of_a_sentence_is_not_capitalised(make: Maker) -> None:
    make(sample_desk("en"))
    now = NOW.astimezone().replace(hour=12, minute=0)
    yesterday = now - timedelta(days=1)
    waiting = Reminder(2, 0, yesterday, now + timedelta(hours=1), ConversationId(1), frozenset())
    assert "the longest since yesterday 12:00" in reminder_words(waiting, now)
    assert card_time(yesterday, now) == "Yesterday 12:00"
