"""Merging, splitting, unread from here, over a real store; finding words in a conversation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shopdesk.domain.ids import ConversationId
from shopdesk.domain.message import Address
from shopdesk.ui.actions import Do
from shopdesk.ui.conversation.card_head import want_text
from shopdesk.ui.conversation.mail_html import Part
from shopdesk.ui.conversation.wishes import Want, Wish
from shopdesk.ui.main_window import MainWindow
from tests.fakes.clock import StoppedClock
from tests.services.bench import NOW as BENCH_NOW
from tests.services.bench import Bench, ago, mail
from tests.ui.conftest import Maker, settle
from tests.ui.sample import NOW, message, sample_desk
from tests.ui.test_triage import press, shown

BEN = "Ben <ben@mail.example>"
ANNA = Address("Anna", "anna@example.de")


@pytest.fixture
def bench(data_folder: Path, clock: StoppedClock) -> Iterator[Bench]:
    """Two matters of Anna, one of Ben; the first has three messages."""
    with Bench(data_folder, clock) as made:
        made.connect()
        first = made.comes(mail("a1", subject="Lamp", body="Where is my lamp?", when=ago(9)), when=ago(9))
        for n in (2, 3):
            made.comes(
                mail(f"a{n}", answers="a1", subject="Re: Lamp", body=f"Reminder {n}", when=ago(9 - n)), when=ago(9 - n)
            )
        made.comes(mail("b1", subject="Chair", body="The chair wobbles", when=ago(5)), when=ago(5))
        made.comes(mail("c1", sender=BEN, subject="Sofa", body="A sofa", when=ago(4)), when=ago(4))
        assert first == 1
        yield made


@pytest.fixture
def window(make: Maker, bench: Bench) -> MainWindow:
    make.now[0] = BENCH_NOW
    return make(bench.shop)  # type: ignore[arg-type]


def texts(window: MainWindow) -> list[str]:
    return [card.text.toPlainText() for card in window.inbox.pane.thread_view.cards]


def test_a_conversation_is_merged_with_one_that_is_searched_for_and_taken_apart_again(
    window: MainWindow, bench: Bench, qtbot: QtBot
) -> None:
    before = bench.everything()
    assert shown(window) == [1, 2, 3]
    press(window, "j", qtbot)
    QTest.keyClick(
        window.inbox.column.list, "m", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    picker = window.messages.room.picker
    assert picker is not None
    assert [line.split(" · ")[1] for line in picker.shown()] == ["Lamp"], "the customer's other ones come first"
    QTest.keyClicks(picker.field, "lamp")
    settle(qtbot)
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    settle(qtbot)
    assert shown(window) == [1, 3]
    assert window.inbox.presenter.current == 1
    assert window.toast.text.startswith("Merged")
    assert "The chair wobbles" in texts(window)
    press(window, "z", qtbot)
    assert shown(window) == [1, 2, 3]
    assert bench.everything() == before
    assert window.inbox.column.list.hasFocus()


def test_selected_conversations_are_merged_without_a_question(window: MainWindow, bench: Bench, qtbot: QtBot) -> None:
    press(window, "x", qtbot)
    QTest.keyClick(window.inbox.column.list, "j", Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot)
    window.deeds.run(Do.MERGE)
    settle(qtbot)
    assert shown(window) == [1, 3]
    assert len(bench.messages(ConversationId(1))) == 4
    assert window.messages.room.picker is None


def test_escape_leaves_the_picker_and_gives_the_keys_back(window: MainWindow, bench: Bench, qtbot: QtBot) -> None:
    press(window, "jj", qtbot)
    window.deeds.run(Do.MERGE)
    picker = window.messages.room.picker
    assert picker is not None
    assert picker.shown() == []
    assert picker.said.text().startswith("Type a customer")
    QTest.keyClick(picker.field, Qt.Key.Key_Escape)
    settle(qtbot)
    assert window.inbox.column.list.hasFocus()
    assert len(bench.rows()) == 3


def test_a_message_and_all_later_ones_become_a_conversation_and_come_back(
    window: MainWindow, bench: Bench, qtbot: QtBot
) -> None:
    before = bench.everything()
    second = window.inbox.pane.thread_view.cards[1]
    menu = second.menu()
    action = next(one for one in menu.actions() if one.text() == want_text(Want.SPLIT))
    action.trigger()
    menu.deleteLater()
    settle(qtbot)
    assert len(shown(window)) == 4
    assert [len(bench.messages(row.id)) for row in bench.rows()] == [1, 1, 1, 2]
    assert len(texts(window)) == 1
    assert window.toast.text == "Split into two conversations"
    press(window, "z", qtbot)
    assert shown(window) == [1, 2, 3]
    assert bench.everything() == before
    assert len(texts(window)) == 3


def test_unread_from_here_counts_the_later_ones_and_is_taken_back(
    window: MainWindow, bench: Bench, qtbot: QtBot
) -> None:
    bench.use.mark_read([ConversationId(1)])
    second = window.inbox.pane.thread_view.cards[1].message
    window.messages.errands  # noqa: B018 - made first, as a click on a file does
    window.messages.room.carry_out(Wish(Want.UNREAD_FROM, second))
    settle(qtbot)
    assert [m.is_read for m in bench.messages(ConversationId(1))] == [True, False, False]
    assert bench.row(ConversationId(1)).unread == 2
    press(window, "z", qtbot)
    assert bench.row(ConversationId(1)).unread == 0


# --- finding ------------------------------------------------------------------------------------------------


@pytest.fixture
def long(make: Maker) -> MainWindow:
    """Thirty messages; the word lamp stands in the first, the last, and twice in the tenth."""
    desk = sample_desk()
    words = {1: "My lamp is broken", 10: "Lamp here, LAMP there", 30: "about the lamp"}
    desk.messages[1] = tuple(message(n, ANNA, words.get(n, f"message {n}"), NOW) for n in range(1, 31))
    return make(desk)


def test_words_are_found_in_folded_messages_and_gone_through_by_keys(long: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(long.inbox.column.list, Qt.Key.Key_F3)
    bar = long.inbox.pane.find_bar
    assert bar.field.hasFocus()
    QTest.keyClicks(bar.field, "lamp")
    settle(qtbot)
    assert bar.count.text() == "1 of 4"
    thread = long.inbox.pane.thread_view
    assert [card.message.id for card in thread.cards][:3] == [1, 10, 21]
    first = thread.cards[0].text
    assert len(first.extraSelections()) == 1
    assert first.visibleRegion().boundingRect().height() > 0, "the place is in sight"
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    QTest.keyClick(bar.field, Qt.Key.Key_F3)
    assert bar.count.text() == "3 of 4"
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "2 of 4"
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "4 of 4"
    QTest.keyClicks(bar.field, "xyz")
    assert bar.count.text() == "Not found"
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    settle(qtbot)
    assert not bar.isVisible()
    assert first.extraSelections() == []
    assert QApplication.focusWidget() is thread


def test_words_in_a_quote_open_it(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    desk.messages[1] = (message(1, ANNA, "Yes please\n> Shall we send a new shade?", NOW, own="Yes please"),)
    window = make(desk)
    card = window.inbox.pane.thread_view.cards[0]
    window.inbox.pane.open_find()
    QTest.keyClicks(window.inbox.pane.find_bar.field, "shade")
    assert card.part is Part.WHOLE
    assert window.inbox.pane.find_bar.count.text() == "1 of 1"


def test_another_conversation_closes_the_search(long: MainWindow, qtbot: QtBot) -> None:
    long.inbox.pane.open_find()
    QTest.keyClicks(long.inbox.pane.find_bar.field, "lamp")
    long.inbox.presenter.go(1)
    settle(qtbot)
    assert not long.inbox.pane.find_bar.isVisible()


def test_the_fold_is_reached_and_worked_by_keys(window: MainWindow, make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    desk.messages[1] = (message(1, ANNA, "Yes\n> old words", NOW, own="Yes"),)
    other = make(desk)
    card = other.inbox.pane.thread_view.cards[0]
    card.fold.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card.fold, Qt.Key.Key_Space)
    assert "old words" in card.text.toPlainText()
    assert card.fold.accessibleName() == "Hide quoted text"
    QTest.keyClick(card.fold, Qt.Key.Key_Space)
    assert "old words" not in card.text.toPlainText()
    assert card.fold.hasFocus()


def test_text_is_selected_and_copied_by_keys(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    desk.messages[1] = (message(1, ANNA, "Lamp broken", NOW),)
    card = make(desk).inbox.pane.thread_view.cards[0]
    card.text.setFocus()
    QTest.keyClick(card.text, "a", Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(card.text, "c", Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Lamp broken"
