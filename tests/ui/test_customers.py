"""The page of customers through real widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.customer import Customer
from shopdesk.domain.customer_join import Alike, AlikeReason
from shopdesk.domain.erasing import MailsToErase, ToErase
from shopdesk.domain.message import Address
from shopdesk.domain.mood import Mood
from shopdesk.domain.their_zone import Certainty, ZoneGuess, ZoneSource
from shopdesk.ui.actions import Do
from shopdesk.ui.customers.page import CustomersPage, erase_words
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.people_room import PeopleRoom
from shopdesk.ui.settings.blocked_page import BlockedPage
from shopdesk.ui.widgets.choice_picker import Choice, ChoicePicker, PickerWords
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import FakeDesk
from tests.ui.sample import sample_desk

pytestmark = pytest.mark.qt_log_ignore("does not support")
Opened = tuple[MainWindow, CustomersPage]


@pytest.fixture
def opened(make: Maker, qtbot: QtBot) -> Callable[[FakeDesk], Opened]:
    """Turn a window to its customers by the keys G U."""

    def turn(desk: FakeDesk) -> Opened:
        window = make(desk)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_G)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_U)
        settle(qtbot)
        page = window.pages.page("customers")
        assert isinstance(page, CustomersPage)
        return window, page

    return turn


def test_customers_are_listed_by_their_newest_mail_with_the_card_of_one(
    opened: Callable[[FakeDesk], Opened]
) -> None:
    _, page = opened(sample_desk())
    people = page.list.model_of_people.people
    assert len({one.address for one in people}) == len(people) > 5
    moments = [one.last_at for one in people if one.last_at is not None]
    assert moments == sorted(moments, reverse=True)
    assert page.presenter.current == people[0].address
    assert page.card.panel.head.name.text() == people[0].shown


def test_j_k_and_arrows_go_through_the_list_and_search_finds(
    opened: Callable[[FakeDesk], Opened], qtbot: QtBot
) -> None:
    window, page = opened(sample_desk())
    people = page.list.model_of_people.people
    QTest.keyClick(page.list, Qt.Key.Key_J)
    assert page.presenter.current == people[1].address
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.presenter.current == people[2].address
    QTest.keyClick(page.list, Qt.Key.Key_K)
    assert page.presenter.current == people[1].address
    QTest.keyClick(page.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is page.search
    QTest.keyClicks(page.search, "weber")
    settle(qtbot)
    assert [one.name for one in page.list.model_of_people.people] == ["Jonas Weber"]
    assert page.presenter.current == page.list.model_of_people.people[0].address
    page.search.setText("nobody at all")
    settle(qtbot)
    assert not page.list.isVisible()
    assert page.calm.isVisible()


def test_an_earlier_conversation_leads_into_the_inbox(opened: Callable[[FakeDesk], Opened], qtbot: QtBot) -> None:
    desk = sample_desk()
    window, page = opened(desk)
    assert page.card.panel.earlier.lines, "the newest one too: no conversation stands beside this card"
    number = next(iter(desk.all_rows.values())).id
    page.card.panel.earlier_clicked.emit(number)
    settle(qtbot)
    assert window.pages.current == "inbox"
    assert window.inbox.presenter.current == number


def test_erasing_asks_first_and_tells_what_goes(opened: Callable[[FakeDesk], Opened]) -> None:
    desk = sample_desk()
    window, page = opened(desk)
    asked: list[str] = []
    page.confirm = lambda who, found: bool(asked.append(erase_words(found)))
    page.erase.click()
    assert desk.erasing.erased == []
    assert asked[0].startswith("1 conversation\n3 mails\n2 attached files\n1 note\n1 order\n1 case stays")
    page.confirm = lambda who, found: True
    gone = page.presenter.current
    page.erase.click()
    assert desk.erasing.erased == [gone]
    assert window.toast.text.startswith("Erased ")


def test_what_was_done_before_somebody_was_erased_is_not_taken_back(
    opened: Callable[[FakeDesk], Opened], qtbot: QtBot
) -> None:
    desk = sample_desk()
    window, page = opened(desk)
    first, _ = two_people(page)
    desk.blocking.block(first)
    room = page.findChild(PeopleRoom)
    QTest.keyClick(page.list, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot)
    room.menu.actions()[0].trigger()
    room.menu.close()
    settle(qtbot)
    assert desk.blocking.keys == {}
    assert window.deeds.is_possible(Do.UNDO)
    assert window.toast.isVisible()
    page.confirm = lambda who, found: True
    desk.erasing.meanwhile = lambda: window.deeds.run(Do.UNDO)
    page.erase.click()
    settle(qtbot)
    assert desk.erasing.erased == [first]
    QTest.keyClick(page.list, Qt.Key.Key_Z)
    window.toast.undo_asked.emit()
    settle(qtbot)
    assert desk.blocking.keys == {}
    assert not window.deeds.is_possible(Do.UNDO)
    assert window.toast.text.startswith("Erased "), "nothing was taken back, and nothing says so"
    window.pages.show("inbox")
    QTest.keyClick(window.inbox.column.list, Qt.Key.Key_Z)
    settle(qtbot)
    assert desk.blocking.keys == {}


def test_the_steps_of_cases_and_of_today_end_too_and_an_offer_to_undo_goes(
    opened: Callable[[FakeDesk], Opened], qtbot: QtBot
) -> None:
    desk = sample_desk()
    window, page = opened(desk)
    case = desk.cases.open(desk.cases.propose(next(iter(desk.all_rows))))
    cases, today = window.pages.page("cases"), window.pages.page("today")
    cases.presenter.steps.append(desk.cases.change(case.id, {"reason": "It is broken"}))
    today.presenter.decide((), lambda: desk.agents.assign([], None), "shared")
    settle(qtbot)
    page.told.emit("Moved", "Undo  Z")
    assert cases.presenter.can_undo
    assert today.presenter.can_undo
    page.erasing_began.emit()
    assert not cases.presenter.can_undo
    assert not today.presenter.can_undo
    assert window.toast.text == ""
    page.told.emit("Copied", "")
    page.erasing_began.emit()
    assert window.toast.text == "Copied", "it offers nothing"


def test_nothing_is_counted_that_is_not_there_and_joined_addresses_are_named() -> None:
    assert erase_words(ToErase(MailsToErase(messages=2))).splitlines()[0] == "2 mails"
    both = ToErase(MailsToErase(messages=2), addresses=("a@x.example", "b@x.example"))
    assert erase_words(both).splitlines()[0] == "All their addresses: a@x.example, b@x.example"


def test_a_shop_without_mails_says_so(opened: Callable[[FakeDesk], Opened]) -> None:
    _, page = opened(FakeDesk())
    assert page.calm.isVisible()
    assert not page.erase.isVisible()


# --- several addresses, and blocked senders ------------------------------------------------------------------


def two_people(page: CustomersPage) -> tuple[str, str]:
    people = page.list.model_of_people.people
    return people[0].address, people[1].address


def test_somebody_is_joined_by_the_keyboard_and_z_takes_it_back(
    opened: Callable[[FakeDesk], Opened], qtbot: QtBot
) -> None:
    desk = sample_desk()
    window, page = opened(desk)
    first, second = two_people(page)
    listed = len(page.list.model_of_people.people)
    QTest.keyClick(page.list, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    picker = page.findChild(PeopleRoom).picker
    assert picker is not None
    assert window.focusWidget() is picker.field
    QTest.keyClicks(picker.field, second)
    settle(qtbot)
    assert [second in line for line in picker.shown()] == [True]
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    settle(qtbot)
    assert desk.customers.group(first) == [first, second]
    assert page.card.panel.head.addresses.addresses == [second]
    assert len(page.list.model_of_people.people) == listed - 1
    QTest.keyClick(page.list, Qt.Key.Key_Z)
    settle(qtbot)
    assert desk.customers.group(first) == [first]
    assert page.card.panel.head.addresses.addresses == []
    assert len(page.list.model_of_people.people) == listed


def test_enter_chooses_what_fits_the_words_also_when_it_is_found_later(make: Maker, qtbot: QtBot) -> None:
    window = make(sample_desk())
    asked: list[tuple[str, Callable[[Sequence[Choice]], None]]] = []
    words = PickerWords("Who?", "Name", "Some", "None")
    picker = ChoicePicker(window._around.theme, window, words, lambda typed, show: asked.append((typed, show)))
    chosen: list[object] = []
    picker.chosen.connect(chosen.append)
    picker.start()
    asked[0][1]([Choice("first", "Somebody else")])
    QTest.keyClicks(picker.field, "an")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert chosen == [], "the line that is shown was found for other words"
    assert [typed for typed, _ in asked] == ["", "a", "an"]
    asked[1][1]([Choice("other", "Al")])
    asked[2][1]([Choice("anna", "Anna"), Choice("ann", "Ann")])
    assert chosen == ["anna"]


def test_an_address_is_parted_beside_it_and_who_may_be_the_same_is_proposed_with_the_reason(
    opened: Callable[[FakeDesk], Opened], qtbot: QtBot
) -> None:
    desk = sample_desk()
    rows = sorted(desk.customers.newest(), key=lambda one: one.address)
    newest = desk.customers.newest()[0].address
    other = next(one for one in rows if one.address != newest)
    third = Customer(None, "A. Other", "other@x.example")
    desk.customers.join(Address("", newest), [Address("", other.address)])
    desk.customers.alike_ones[newest] = [Alike(third, AlikeReason.SAME_ORDER, "SH-1")]
    _, page = opened(desk)
    lines = page.card.panel.head.addresses
    assert lines.addresses == [other.address]
    texts = [label.text() for label in lines.findChildren(QLabel)]
    assert "writes about the same order SH-1" in texts
    assert [button.accessibleName() for button in lines.joins] == ["Join with other@x.example"]
    lines.parts[0].click()
    settle(qtbot)
    assert desk.customers.group(newest) == [newest]
    lines.joins[0].click()
    settle(qtbot)
    assert desk.customers.group(newest) == [newest, "other@x.example"]


def test_a_sender_is_blocked_with_their_open_conversations_and_heard_again(
    opened: Callable[[FakeDesk], Opened], qtbot: QtBot
) -> None:
    desk = sample_desk()
    _, page = opened(desk)
    first, _ = two_people(page)
    room = page.findChild(PeopleRoom)
    QTest.keyClick(page.list, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot)
    texts = [action.text() for action in room.menu.actions()]
    assert texts[:2] == [f"Block {first}", f"Block {first}, and mark 1 open conversation done"]
    room.menu.actions()[1].trigger()
    room.menu.close()
    settle(qtbot)
    assert list(desk.blocking.keys) == [first]
    [row] = [row for row in desk.all_rows.values() if row.customer_email == first]
    assert row.state is ConversationState.DONE
    QTest.keyClick(page.list, Qt.Key.Key_Z)
    settle(qtbot)
    assert desk.blocking.keys == {}
    assert desk.all_rows[row.id].state is not ConversationState.DONE
    desk.blocking.block(first)
    QTest.keyClick(page.list, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot)
    assert [action.text() for action in room.menu.actions()] == [f"Unblock {first}"]
    room.menu.actions()[0].trigger()
    settle(qtbot)
    assert desk.blocking.keys == {}


def test_the_sender_of_a_conversation_is_blocked_from_the_inbox(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    settle(qtbot)
    [row] = desk.rows([window.inbox.presenter.current])
    QTest.keyClick(window.inbox.column.list, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot)
    menu = window.list_room.people.menu
    assert menu.actions()[0].text() == f"Block {row.customer_email}"
    menu.actions()[0].trigger()
    settle(qtbot)
    assert list(desk.blocking.keys) == [row.customer_email]
    assert window.toast.text.startswith("Sender blocked")


def test_mood_language_clock_and_numbers_stand_on_the_card(
    opened: Callable[[FakeDesk], Opened], qtbot: QtBot
) -> None:
    desk = sample_desk()
    newest = desk.customers.newest()[0].address
    desk.customers.languages[newest] = "pt"
    [row] = [row for row in desk.all_rows.values() if row.customer_email == newest]
    desk.all_rows[row.id] = replace(row, mood=Mood.ANGRY)
    desk.their_time.zones[row.id] = (ZoneGuess("Europe/Lisbon", Certainty.LIKELY, ZoneSource.MAILS),)
    case = desk.cases.open(desk.cases.propose(row.id))
    window, page = opened(desk)
    qtbot.waitUntil(lambda: len(page.card.panel.head.habits.texts) == 3)
    mood, language, clock = page.card.panel.head.habits.texts
    assert (mood, language) == ("Angry", "Writes Portuguese")
    assert clock.endswith(" in Lisbon")
    head = page.card.panel.head
    assert [word for _, word in head.numbers.pairs] == ["Orders", "Spent", "Returns", "Case"]
    assert head.mails.accessibleName().startswith("1 Conversation, 1 Open, 1 Message")
    page.card.panel.head.copy.click()
    assert QApplication.clipboard().text() == newest
    page.card.panel.case_asked.emit(case.id)
    settle(qtbot)
    assert window.pages.current == "cases"


def test_blocked_senders_are_listed_in_the_settings_heard_again_and_blocked_again_by_z(
    make: Maker, qtbot: QtBot
) -> None:
    desk = sample_desk()
    desk.blocking.block("offers@deals.example")
    desk.blocking.block("@ads.example")
    window = make(desk)
    window.deeds.settings.open("blocked")
    settle(qtbot)
    page = window.deeds.settings.dialog.page("blocked")
    assert isinstance(page, BlockedPage)
    assert [line.off.accessibleName() for line in page.lines] == [
        "Unblock offers@deals.example", "Unblock Everybody at ads.example",
    ]  # fmt: skip
    page.lines[0].off.click()
    settle(qtbot)
    assert list(desk.blocking.keys) == ["@ads.example"]
    assert page.said.text().startswith("offers@deals.example is heard again")
    assert page.lines[0].off.hasFocus()
    QTest.keyClick(page.lines[0].off, Qt.Key.Key_Z)
    settle(qtbot)
    assert set(desk.blocking.keys) == {"@ads.example", "offers@deals.example"}
    assert not page.back.isVisible()
    for line in list(page.lines):
        desk.blocking.unblock(line.off.accessibleName().removeprefix("Unblock ").replace("Everybody at ", "@"))
    page.opened()
    settle(qtbot)
    assert page.empty.isVisible()
    window.deeds.settings.dialog.close()
