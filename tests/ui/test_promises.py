"""Promises through the window over a real shop: made by replies and snoozes, shown on their day, kept or moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from shopdesk.domain.changes import Changes
from shopdesk.domain.control import SimpleControl
from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.day import Check, DayKind
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.promise import Promise, PromiseKind, PromiseState
from shopdesk.ui.actions import Do
from shopdesk.ui.today.page import TodayPage
from tests.services.bench import NOW
from tests.ui.composing import CONTROL, ENTER, SHIFT, Seat, bench, furnished, seat, shop_folder, template
from tests.ui.conftest import Maker, settle

__all__ = ["bench", "furnished", "seat", "shop_folder"]

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
FRIDAY = NOW + timedelta(days=4)
BY_TOMORROW = "Hello,\n\nyour refund will be paid by {{ date.tomorrow | day }}."


class Delivery:
    """A server that takes everything."""

    def begin(self, sender: str, recipients: Sequence[str], size: int) -> Sequence[object]:
        return ()

    def give(self, raw: bytes, given: Callable[[], None]) -> None:
        given()

    def close(self) -> None:
        """Nothing is open."""


class Post:
    """A way out without a network."""

    def open(self, mailbox: object, credential: object) -> Delivery:
        return Delivery()


class Hands:
    """Works in the window, lets days pass, and lets mail leave."""

    def __init__(self, seat: Seat, wall: list[datetime]) -> None:
        self.seat = seat
        self.wall = wall
        self.shop = seat.bench.shop
        self.shop.outbox._post = Post()  # type: ignore[assignment]
        self.now = NOW

    @property
    def current(self) -> ConversationId:
        number = self.seat.window.inbox.presenter.current
        assert number is not None
        return number

    def answer(self, key: str) -> ConversationId:
        """Answer the current conversation by a template, and let it leave; all by keys."""
        number = self.current
        self.seat.press("r")
        self.seat.press("/")
        self.seat.type(key)
        self.seat.press(ENTER)
        self.seat.press(ENTER, CONTROL)
        self.be(self.now + timedelta(minutes=1))
        for mailbox in self.shop.mailboxes.all():
            self.shop.outbox.send_due(mailbox.id, SimpleControl(), all_waiting=True)
        return number

    def be(self, moment: datetime) -> None:
        """It is another time now."""
        self.seat.bench.clock.advance(moment - self.now)
        self.now = self.wall[0] = moment

    def today(self, kind: DayKind = DayKind.MORNING) -> TodayPage:
        """The page of today as it is now."""
        window = self.seat.window
        window.pages.show("today")
        page = window.pages.page("today")
        assert isinstance(page, TodayPage)
        page.presenter.choose(kind)
        settle(self.seat.bot)
        return page

    def of(self, number: ConversationId) -> Sequence[Promise]:
        return self.shop.promises.of_conversation(number)


def shown(page: TodayPage) -> list[str]:
    """What the card of promises says, a text for each row."""
    return [" | ".join(label.text() for label in row.findChildren(QLabel)) for row in page.promised.rows]


@pytest.fixture
def hands(seat: Seat, make: Maker) -> Hands:
    return Hands(seat, make.now)


def begun(hands: Hands) -> tuple[ConversationId, ConversationId]:
    """One is answered with a date, the other put off until Friday for a reason."""
    hands.shop.templates.save(template("paid", BY_TOMORROW, name="Refund"))
    paid = hands.answer("paid")
    put_off = hands.current
    assert put_off != paid
    hands.seat.press("h")
    hands.seat.type("friday: ask the carrier")
    hands.seat.press(ENTER)
    return paid, put_off


def test_promises_a_template_with_a_date_placeholder_or_a_snooze_with_a_reason_is_shown_on_its_day_until_kept_or_moved(
    hands: Hands,
) -> None:
    """B9: a template with a date placeholder or a snooze with a reason makes an entry."""
    seat, (paid, put_off) = hands.seat, begun(hands)
    (reason,) = hands.of(put_off)
    assert (reason.kind, reason.quoted) == (PromiseKind.SNOOZE, "ask the carrier")
    assert seat.state(put_off) is ConversationState.SNOOZED
    assert shown(hands.today()) == [], "nothing is promised for today"
    for days in (1, 2):  # it stays, until somebody says what became of it
        hands.be(NOW + timedelta(days=days))
        page = hands.today()
        (line,) = shown(page)
        assert "your refund will be paid by" in line
    page.promised.rows[0].keep.setFocus()
    seat.press("h")
    seat.type("friday 15:00")
    seat.press(ENTER)
    assert shown(page) == []
    assert [one.state for one in hands.of(paid)] == [PromiseState.MOVED, PromiseState.OPEN]
    hands.be(FRIDAY)
    lines = shown(hands.today())
    assert ["your refund will be paid by" in line for line in lines] == [True, False]
    assert "ask the carrier" in lines[1]
    item = page.presenter.run.item(Check.PROMISES.value) if page.presenter.run is not None else None
    assert item is not None
    assert item.count == 2


def test_a_promise_that_is_kept_by_a_key_leaves_the_page_and_comes_back_by_undo(hands: Hands) -> None:
    seat, number = hands.seat, hands.current
    hands.shop.promises.add(number, "the label", NOW + timedelta(hours=5))
    page = hands.today()
    page.promised.rows[0].keep.setFocus()
    seat.press("e")
    assert shown(page) == []
    assert [one.state for one in hands.of(number)] == [PromiseState.KEPT]
    focused = seat.window.focusWidget()
    assert focused is not None
    assert page.list.isAncestorOf(focused), "who was on it is not lost"
    seat.press("z")
    assert len(shown(page)) == 1


def test_a_holding_reply_starts_a_promise_timer_that_shows_on_its_day_and_brings_the_conversation_back(
    hands: Hands,
) -> None:
    hands.shop.templates.save(
        template("hold", "Hello,\n\nI look into it.", name="We look into it", topic="holding", follow_up_days=1)
    )
    held = hands.answer("hold")
    (one,) = hands.of(held)
    assert (one.kind, one.quoted, one.state) == (PromiseKind.HOLDING, "I look into it.", PromiseState.OPEN)
    page = hands.today()
    assert shown(page) == []
    hands.be(NOW + timedelta(days=1))
    (line,) = shown(hands.today())
    assert "I look into it." in line
    hands.shop.templates.save(template("done", "Hello,\n\nhere it is.", name="Here it is"))
    window = hands.seat.window
    hands.shop.conversations.wake_due()
    page.promised.rows[0].opened.emit()
    settle(hands.seat.bot)
    assert hands.current == held
    window.inbox.focus_list()
    hands.answer("done")
    assert [each.state for each in hands.of(held)] == [PromiseState.KEPT], "the answer keeps it"
    assert shown(hands.today()) == []


def test_tomorrows_promises_are_confirmed_moved_or_given_up_in_the_wrap_up(hands: Hands) -> None:
    first, second = ConversationId(hands.current), next(
        row.id for row in hands.seat.bench.rows() if row.id != hands.current
    )
    tomorrow = NOW + timedelta(days=1)
    one = hands.shop.promises.add(first, "the label", tomorrow)
    two = hands.shop.promises.add(second, "a gift", tomorrow + timedelta(hours=1))
    page = hands.today(DayKind.WRAP_UP)
    assert len(shown(page)) == 2
    task = next(row for row in page.list.rows if row.item.check is Check.PROMISES)
    assert task.button is not None
    assert task.button.text() == "Review"
    task.button.click()
    assert page.promised.current() is page.promised.rows[0]
    page.promised.rows[1].give_up.setFocus()
    QTest.keyClick(page.promised.rows[1].give_up, Qt.Key.Key_Delete)
    hands.seat.type("sold out")
    hands.seat.press(ENTER)
    broken = hands.shop.promises.get(two)
    assert (broken.state, broken.reason) == (PromiseState.BROKEN, "sold out")
    assert page.promised.current() is page.promised.rows[0], "the keys stay on the card"
    hands.seat.window.deeds.run(Do.UNDO)
    assert hands.shop.promises.get(two).state is PromiseState.OPEN
    assert page.promised.confirm is not None
    page.promised.confirm.click()
    settle(hands.seat.bot)
    run = page.presenter.run
    assert run is not None
    item = run.item(Check.PROMISES.value)
    assert item is not None
    assert item.is_done
    assert page.promised.confirm is None
    assert hands.shop.promises.get(one).state is PromiseState.OPEN


def test_a_conversation_shows_what_was_promised_in_it_by_keys_and_takes_each_step_back(hands: Hands) -> None:
    seat, number, room = hands.seat, hands.current, hands.seat.window.messages.room.promises
    seat.press("P", SHIFT)
    assert room.popover is not None
    assert room.popover.rows == []
    seat.type("nonsense")
    seat.press(ENTER)
    assert room.popover.refusal.text().startswith("Say when")
    room.popover.field.clear()
    seat.type("friday 14:00: the invoice")
    seat.press(ENTER)
    (one,) = hands.of(number)
    assert (one.kind, one.quoted) == (PromiseKind.PERSON, "the invoice")
    panel = seat.window.inbox.panel
    panel._presenter.apply(Changes(conversations=frozenset({number}), day=True))
    assert panel.promises.count == 1, "it stands beside the conversation"
    assert panel.promises.button is not None
    panel.promises.button.click()
    seat.press("e")
    assert hands.of(number)[0].state is PromiseState.KEPT
    seat.press("P", SHIFT)
    assert room.popover.rows == []
    assert room.popover.settled[0].startswith("Kept · ")
    room.popover.close_now()
    seat.press("z")
    assert hands.of(number)[0].state is PromiseState.OPEN


def test_a_promise_of_the_conversation_is_moved_and_given_up_by_keys_and_each_is_taken_back(hands: Hands) -> None:
    seat, number = hands.seat, hands.current
    hands.shop.promises.add(number, "the label", NOW + timedelta(hours=5))
    seat.press("P", SHIFT)
    seat.press("h")
    seat.type("in 5 days")
    seat.press(ENTER)
    assert [each.state for each in hands.of(number)] == [PromiseState.MOVED, PromiseState.OPEN]
    seat.press("z")
    seat.press("P", SHIFT)
    seat.press(Qt.Key.Key_Delete)
    seat.press(ENTER)
    assert [each.state for each in hands.of(number)] == [PromiseState.BROKEN]
    seat.press("z")
    assert [each.state for each in hands.of(number)] == [PromiseState.OPEN]
