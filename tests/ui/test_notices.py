"""Notices about new mail with a stopped clock, the tray, and what closing the window means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from shopdesk.domain.agent import Agent
from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Conversation, ConversationState, Lane
from shopdesk.domain.errors import DatabaseBusy
from shopdesk.domain.ids import AgentId, ConversationId, MailboxId
from shopdesk.domain.quiet_hours import QuietHours
from shopdesk.jobs.lane import InlineLane
from shopdesk.jobs.link import SyncNow, WindowState
from shopdesk.ui.change_feed import ChangeFeed
from shopdesk.ui.inbox.tabs import Tab
from shopdesk.ui.muting import UNTIL_TURNED_ON, Mute, mute_until, muted_words
from shopdesk.ui.notice_room import NoticeRoom, close_question
from shopdesk.ui.notices.presenter import BURST, NoticePresenter, NoticeRules
from shopdesk.ui.notices.tray import Tray
from shopdesk.ui.notices.wording import notice_words
from shopdesk.ui.preferences import Closing, Preferences
from tests.fakes.clock import StoppedClock
from tests.ui.conftest import Maker, settle
from tests.ui.memory import Memory
from tests.ui.sample import NOW, sample_desk

BERLIN = ZoneInfo("Europe/Berlin")


def row(number: int, at: datetime, **changes: object) -> Conversation:
    plain = Conversation(
        ConversationId(number), ConversationState.NEEDS_REPLY, "Parcel arrived damaged", "Anna Schmidt",
        "anna@example.de", MailboxId(1), at, unread=1, snippet="The shade is cracked",
    )  # fmt: skip
    return replace(plain, **changes)


class Shop:
    """A desk, a view and a clock that stands; `pass_time` ends the bursts that are due."""

    def __init__(self, clock: StoppedClock, rules: NoticeRules | None = None) -> None:
        self.clock = clock
        self.rows_by_id: dict[int, Conversation] = {}
        self.rules = rules or NoticeRules()
        self.focused = False
        self.shown: list[list[int]] = []
        self.due: datetime | None = None
        self.fail: Exception | None = None
        self.on_duty: AgentId | None = None
        self.presenter = NoticePresenter(
            self, InlineLane(), lambda: self.rules, self, clock.now, BERLIN, lambda: self.on_duty
        )

    def ids(self, state: ConversationState) -> Sequence[int]:
        return [one.id for one in self.rows_by_id.values() if one.state is state]

    def rows(self, conversations: Sequence[ConversationId]) -> Sequence[Conversation]:
        if self.fail is not None:
            raise self.fail
        return [self.rows_by_id[one] for one in conversations if one in self.rows_by_id]

    def call_after(self, length: timedelta) -> None:
        assert self.due is None, "a burst is under way already"
        self.due = self.clock.now() + length

    def is_focused(self) -> bool:
        return self.focused

    def show_notice(self, new: Sequence[Conversation]) -> None:
        self.shown.append([one.id for one in new])

    def arrive(self, number: int, **changes: object) -> None:
        self.put(row(number, self.clock.now(), **changes))

    def put(self, *rows: Conversation) -> None:
        self.rows_by_id |= {one.id: one for one in rows}
        self.presenter.heard(Changes(conversations=frozenset(one.id for one in rows)))

    def pass_time(self, seconds: float) -> None:
        moment = self.clock.advance(timedelta(seconds=seconds))
        if self.due is not None and self.due <= moment:
            self.due = None
            self.presenter.burst_ended()


@pytest.fixture
def shop(clock: StoppedClock) -> Shop:
    return Shop(clock)


# --- bursts and what is announced ----------------------------------------------------------------------------


def test_a_burst_of_half_a_minute_is_one_notice(shop: Shop) -> None:
    for number in (1, 2, 3):
        shop.arrive(number)
        shop.pass_time(9)
    assert shop.shown == []
    shop.pass_time(4)
    assert shop.shown == [[3, 2, 1]]
    shop.pass_time(600)
    assert len(shop.shown) == 1


def test_what_comes_after_the_burst_is_another_notice(shop: Shop) -> None:
    shop.arrive(1)
    shop.pass_time(BURST.total_seconds())
    shop.arrive(2)
    shop.pass_time(BURST.total_seconds())
    assert shop.shown == [[1], [2]]


def test_another_mail_in_a_conversation_that_was_announced_is_news_and_a_change_of_flags_is_none(shop: Shop) -> None:
    shop.arrive(1)
    shop.pass_time(30)
    shop.put(replace(shop.rows_by_id[1], unread=1, bounced=True))
    shop.pass_time(30)
    assert shop.shown == [[1]]
    shop.arrive(1, unread=2)
    shop.pass_time(30)
    assert shop.shown == [[1], [1]]


@pytest.mark.parametrize(
    "changes",
    [
        {"state": ConversationState.WAITING},
        {"state": ConversationState.DONE},
        {"lane": Lane.MACHINES},
        {"unread": 0},
        {"mailbox_id": MailboxId(7)},
    ],
)
def test_only_what_is_new_needs_a_reply_and_is_not_muted_is_announced(shop: Shop, changes: dict[str, object]) -> None:
    shop.rules = NoticeRules(muted=frozenset({MailboxId(7)}))
    shop.arrive(1, **changes)
    shop.pass_time(60)
    assert shop.shown == []


@pytest.mark.parametrize(
    ("sits_here", "shown"), [(AgentId(1), [[4, 1]]), (AgentId(3), [[4]]), (None, [[4, 2, 1]])]
)
def test_only_what_is_mine_or_nobodys_is_announced(
    shop: Shop, sits_here: AgentId | None, shown: list[list[int]]
) -> None:
    shop.on_duty = sits_here
    shop.arrive(1, agent=AgentId(1))
    shop.pass_time(1)
    shop.arrive(2, agent=AgentId(2))
    shop.pass_time(1)
    shop.arrive(4)
    shop.pass_time(30)
    assert shop.shown == shown


def test_old_mail_that_an_import_brings_is_no_news_and_new_mail_among_it_is(shop: Shop) -> None:
    long_ago = shop.clock.now() - timedelta(days=3)
    shop.put(*(row(number, long_ago) for number in range(1, 400)), row(400, shop.clock.now()))
    shop.pass_time(30)
    assert shop.shown == [[400]]


def test_what_was_read_or_answered_within_the_burst_is_not_announced(shop: Shop) -> None:
    shop.arrive(1)
    shop.arrive(2)
    shop.arrive(3)
    shop.rows_by_id[1] = replace(shop.rows_by_id[1], unread=0)
    shop.rows_by_id[2] = replace(shop.rows_by_id[2], state=ConversationState.DONE)
    del shop.rows_by_id[3]
    shop.pass_time(30)
    assert shop.shown == []


def test_a_snooze_that_ends_is_no_new_mail(shop: Shop) -> None:
    shop.put(row(1, shop.clock.now() - timedelta(days=1)))
    shop.pass_time(30)
    assert shop.shown == []


@pytest.mark.parametrize(("wanted", "shown"), [(False, []), (True, [[1]])])
def test_while_the_window_is_focused_nothing_pops_up_unless_wanted(shop: Shop, wanted: bool, shown: list) -> None:
    shop.rules = NoticeRules(while_focused=wanted)
    shop.focused = True
    shop.arrive(1)
    shop.pass_time(30)
    assert shop.shown == shown
    shop.focused = False
    shop.pass_time(300)
    assert shop.shown == shown, "what was in sight is not announced later"


def test_switched_off_nothing_is_even_looked_at(shop: Shop) -> None:
    shop.rules = NoticeRules(on=False)
    shop.fail = AssertionError("nobody may ask")
    shop.arrive(1)
    assert shop.due is None


@pytest.mark.parametrize(
    ("local", "shown"),
    [
        ("2026-11-02 21:59:00", 1),
        ("2026-11-02 22:00:00", 0),
        ("2026-11-02 23:59:45", 0),  # the burst ends after midnight
        ("2026-11-03 07:59:20", 0),
        ("2026-11-03 07:59:40", 1),  # the burst ends at eight
        ("2026-10-25 07:30:00", 0),  # the clock was turned back in this night
        ("2026-10-25 08:00:00", 1),
        ("2026-03-29 07:30:00", 0),  # and here put forward
        ("2026-03-29 08:00:00", 1),
    ],
)
def test_quiet_hours_go_by_the_wall_over_midnight_and_through_the_change_of_clocks(local: str, shown: int) -> None:
    moment = datetime.fromisoformat(local).replace(tzinfo=BERLIN).astimezone(ZoneInfo("UTC"))
    shop = Shop(StoppedClock(moment), NoticeRules(quiet=QuietHours(time(22), time(8))))
    shop.arrive(1)
    shop.pass_time(30)
    assert len(shop.shown) == shown


# --- muting --------------------------------------------------------------------------------------------------


def test_while_notifications_are_muted_nothing_pops_up_and_nothing_is_caught_up_on_later(shop: Shop) -> None:
    shop.rules = NoticeRules(muted_until=mute_until(Mute.HOUR, shop.clock.now()))
    shop.arrive(1)
    shop.pass_time(3_599)
    assert shop.shown == []
    shop.arrive(2)
    shop.pass_time(30)
    assert shop.shown == [[2]], "the mute ended by itself within the burst"


@pytest.mark.parametrize(
    ("local", "mute", "until"),
    [
        ("2026-11-02 14:20", Mute.HOUR, "2026-11-02 15:20"),
        ("2026-11-02 14:20", Mute.TOMORROW, "2026-11-03 08:00"),
        ("2026-11-02 00:10", Mute.TOMORROW, "2026-11-03 08:00"),
        ("2026-10-24 14:20", Mute.TOMORROW, "2026-10-25 08:00"),  # the clock is turned back in between
    ],
)
def test_a_mute_lasts_an_hour_or_until_tomorrow_morning_by_the_wall(local: str, mute: Mute, until: str) -> None:
    now = datetime.fromisoformat(local).replace(tzinfo=BERLIN)
    assert mute_until(mute, now, BERLIN) == datetime.fromisoformat(until).replace(tzinfo=BERLIN)


def test_a_mute_without_end_is_kept_and_read_back() -> None:
    kept = Preferences(Memory())
    assert kept.muted_until is None
    for until in (UNTIL_TURNED_ON, NOW, None):
        kept.muted_until = until
        assert kept.muted_until == until
    assert [muted_words(one, NOW) for one in (UNTIL_TURNED_ON, NOW, None)] == ["Notifications are muted.", "", ""]
    assert Preferences(Memory(muted_until="yesterday")).muted_until is None
    assert Preferences(Memory(muted_until="2026-11-02T10:00:00")).muted_until is None, "a time needs its zone"


@pytest.mark.gui
def test_the_tray_mutes_for_an_hour_shows_it_and_turns_notifications_on_again(room: Room) -> None:
    preferences = room.window._around.preferences
    assert room.tray.muted == ""
    room.tray.mute_asked.emit()
    assert preferences.muted_until == NOW + timedelta(hours=1)
    assert room.room._rules().muted_until == preferences.muted_until
    assert room.tray.muted.startswith("Notifications are muted until today ")
    room.make.now[0] = NOW + timedelta(hours=2)
    room.tray.menu_opening.emit()
    assert room.tray.muted == "", "it ended by itself"
    room.make.now[0] = NOW
    room.tray.menu_opening.emit()
    room.tray.mute_asked.emit()
    assert (preferences.muted_until, room.tray.muted) == (None, "")


@pytest.mark.gui
def test_a_dialog_of_ours_in_front_counts_as_focus_for_notifications(room: Room) -> None:
    assert room.room.is_focused()
    room.window.deeds.settings.open("about")
    settle(room.make.bot)
    assert QApplication.activeWindow() is room.window.deeds.settings.dialog
    assert room.room.is_focused()
    room.window.deeds.settings.dialog.close()
    room.window.hide()
    settle(room.make.bot)
    assert not room.room.is_focused()


def test_a_busy_database_costs_a_notice_and_nothing_else(shop: Shop) -> None:
    shop.fail = DatabaseBusy("locked")
    shop.arrive(1)
    shop.fail = None
    shop.arrive(2)
    shop.pass_time(30)
    assert shop.shown == [[2]]


@pytest.mark.expects_log("new mail could not be looked at")
def test_a_bug_in_it_is_told_to_the_log(shop: Shop) -> None:
    shop.fail = KeyError("x")
    shop.arrive(1)
    assert shop.due is None


# --- words -------------------------------------------------------------------------------------------------------


def test_a_notice_names_who_and_what_unless_that_is_to_be_hidden(qapp: QApplication) -> None:
    one, other = row(1, NOW), row(2, NOW, customer_name="", customer_email="marco@example.it")
    assert notice_words([one], hide_content=False) == ("Anna Schmidt", "Parcel arrived damaged")
    assert notice_words([one, other], hide_content=False) == (
        "2 new messages need a reply", "Anna Schmidt, marco@example.it",
    )  # fmt: skip
    many = [row(number, NOW, customer_name=f"N{number}") for number in range(5)]
    assert notice_words(many, hide_content=False)[1] == "N0, N1, N2 …"
    hidden = notice_words([one], hide_content=True) + notice_words(many, hide_content=True)
    assert not any(word in " ".join(hidden) for word in ("Anna", "Parcel", "N1", "example"))


def test_a_stranger_cannot_put_markup_or_a_book_into_a_notice(qapp: QApplication) -> None:
    evil = row(1, NOW, subject="<a href='http://x'>click</a>\n\n" + "x" * 500, customer_name="<b>Anna</b>")
    title, text = notice_words([evil], hide_content=False)
    assert not set("<>\n") & set(title + text)
    assert len(text) == 120


# --- the window ---------------------------------------------------------------------------------------------------


class FakeTray(QObject):
    """Writes down what it is told."""

    opened, notice_clicked, sync_asked, quit_asked = Signal(), Signal(), Signal(), Signal()
    mute_asked, menu_opening = Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_available = True
        self.said: list[tuple[str, str]] = []
        self.wanted: list[bool] = []
        self.count = -1
        self.muted = ""
        self.times_translated = 0

    def want(self, *, wanted: bool) -> None:
        self.wanted.append(wanted)

    def say(self, title: str, text: str) -> None:
        self.said.append((title, text))

    def show_mute(self, words: str) -> None:
        self.muted = words

    def show_count(self, needs_reply: int) -> None:
        self.count = needs_reply

    def retranslate(self) -> None:
        self.times_translated += 1


class FakeEngine(QObject):
    """The part of the engine's room that notices need."""

    def __init__(self) -> None:
        super().__init__()
        self.feed = ChangeFeed()
        self.sent: list[object] = []
        self.care = self

    def sync_all(self) -> None:
        self.sent.append(SyncNow(None))

    def tell_state(self, visible: bool, is_open: bool = True) -> None:
        self.sent.append(WindowState(is_open, visible))


class Room:
    def __init__(self, make: Maker) -> None:
        self.make = make
        self.desk = sample_desk()
        self.window = make(self.desk)
        self.tray, self.engine = FakeTray(), FakeEngine()
        window = self.window
        self.room = NoticeRoom(window, window.inbox, self.desk, window._around, self.engine, self.tray)
        window.notices = self.room

    def close(self) -> bool:
        """Close the window as a person does; True when it is gone for good."""
        return self.window.close()


@pytest.fixture
def room(make: Maker):
    one = Room(make)
    yield one
    one.window.notices = None
    QApplication.setQuitOnLastWindowClosed(True)



@pytest.mark.gui
@pytest.mark.qt_log_ignore("does not support")
@pytest.mark.parametrize("several", [False, True])
def test_a_click_on_a_notice_opens_the_conversation_or_the_tab_if_several(room: Room, several: bool) -> None:
    room.window.inbox.presenter.choose_tab(Tab.DONE)
    room.window.hide()
    new = [room.desk.all_rows[number] for number in ((3, 4) if several else (3,))]
    room.room.show_notice(new)
    assert room.tray.said[0][0] == ("2 new messages need a reply" if several else "Emily Chen")
    room.tray.notice_clicked.emit()
    settle(room.make.bot)
    presenter = room.window.inbox.presenter
    assert room.window.isVisible()
    assert presenter.tab is Tab.NEEDS_REPLY
    assert presenter.current == (1 if several else 3)


@pytest.mark.gui
def test_new_mail_from_the_engine_is_announced_after_the_burst_and_its_content_hidden_if_wanted(room: Room) -> None:
    around = room.window._around
    around.preferences.hide_content = True
    around.preferences.while_focused = True
    room.desk.all_rows[3] = replace(room.desk.all_rows[3], last_at=NOW)
    room.engine.feed.announce(Changes(conversations=frozenset({ConversationId(3)})))
    settle(room.make.bot)
    assert room.room._burst.isActive()
    assert room.room._burst.interval() == 30_000
    room.room._burst.timeout.emit()
    assert room.tray.said == [("A new message needs a reply", "Open Shopdesk to read.")]


@pytest.mark.gui
def test_new_mail_of_somebody_else_is_left_to_them(room: Room) -> None:
    room.window._around.preferences.while_focused = True
    room.desk.all_rows[3] = replace(room.desk.all_rows[3], last_at=NOW, agent=AgentId(2))
    for here, waits in ((Agent(AgentId(1), "Kai"), False), (Agent(AgentId(2), "Lin"), True)):
        room.desk.agents.here = here
        room.room.presenter.heard(Changes(conversations=frozenset({ConversationId(3)})))
        settle(room.make.bot)
        assert room.room._burst.isActive() is waits


@pytest.mark.gui
def test_quiet_hours_are_those_of_the_preferences(room: Room) -> None:
    preferences = room.window._around.preferences
    assert room.room._rules() == NoticeRules(on=True, while_focused=False, quiet=None)
    preferences.quiet, preferences.quiet_begin, preferences.quiet_end = True, time(21, 30), time(7)
    assert room.room._rules().quiet == QuietHours(time(21, 30), time(7))


@pytest.mark.gui
@pytest.mark.qt_log_ignore("does not support")
def test_the_first_close_asks_and_the_answer_is_kept(room: Room) -> None:
    asked = []
    room.room.ask = lambda: asked.append(1) or Closing.KEEP
    assert not room.close()
    assert not room.window.isVisible()
    assert room.engine.sent == [WindowState(open=False, visible=False)]
    assert room.tray.wanted[-1] is True
    assert room.window._around.preferences.keep_running is Closing.KEEP
    room.tray.opened.emit()
    assert room.window.isVisible()
    assert room.engine.sent[-1] == WindowState(open=True, visible=True)
    assert not room.close()
    assert len(asked) == 1


@pytest.mark.gui
@pytest.mark.parametrize("answer", [Closing.QUIT, None])
def test_quitting_ends_and_a_change_of_mind_leaves_the_window(room: Room, answer: Closing | None) -> None:
    room.room.ask = lambda: answer
    assert room.close() is (answer is Closing.QUIT)
    assert room.window.isVisible() is (answer is None)
    kept = room.window._around.preferences.keep_running
    assert kept is (answer or Closing.ASK)


@pytest.mark.gui
def test_without_a_tray_nobody_is_asked_and_the_window_closes(room: Room) -> None:
    room.tray.is_available = False
    room.window._around.preferences.keep_running = Closing.KEEP
    room.room.ask = lambda: pytest.fail("asked")
    assert room.close()


@pytest.mark.gui
def test_quit_in_the_tray_and_the_end_of_the_session_ask_nobody(room: Room) -> None:
    room.room.ask = lambda: pytest.fail("asked")
    room.window._around.preferences.keep_running = Closing.KEEP
    room.window.let_go()
    assert room.close()


@pytest.mark.gui
def test_the_tray_knows_the_count_syncs_and_speaks_the_language(room: Room) -> None:
    assert room.tray.count == 10
    room.window.inbox.triage.mark_done()
    assert room.tray.count == 9
    room.tray.sync_asked.emit()
    assert room.engine.sent == [SyncNow(None)]
    room.window._around.theme.changed.emit()
    assert room.tray.times_translated == 1


@pytest.mark.gui
def test_the_question_offers_three_answers(room: Room) -> None:
    box, answers = close_question(room.window)
    assert [button.text() for button in answers] == ["Keep syncing", "Quit"]
    assert len(box.buttons()) == 3
    assert box.defaultButton() is box.buttons()[0] or box.defaultButton().text() == "Keep syncing"
    box.deleteLater()


@pytest.mark.gui
def test_the_tray_of_this_system_does_no_harm_where_there_is_none(make: Maker) -> None:
    window = make()
    tray = Tray(window._around.theme.icon("store", "accent"), window)
    tray.want(wanted=True)
    tray.say("title", "text")
    tray.show_count(2)
    assert tray._icon.toolTip() == "Shopdesk\n2 conversations need a reply"
    assert not tray.is_available
    assert [action.text() for action in tray._menu.actions() if action.text()] == [
        "Open Shopdesk", "Sync now", "Mute for 1 hour", "Quit",
    ]  # fmt: skip
    tray.show_mute("Notifications are muted.")
    assert tray._icon.toolTip().endswith("\nNotifications are muted.")
    assert tray._mute.text() == "Turn notifications on"
