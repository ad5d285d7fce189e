"""The customer beside the mail: filled once per opening, cards that fold and move, notes that are never lost."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.app.shop import build_shop
from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.customer_note import CustomerDraft
from shopdesk.domain.errors import DiskFull
from shopdesk.domain.ids import ConversationId, CustomerId
from shopdesk.domain.message import Address
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.side_panel.earlier import FEW
from shopdesk.ui.side_panel.order import CardOrder
from shopdesk.ui.side_panel.panel import SidePanel
from shopdesk.ui.widgets.name_link import NameLink
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import FakeDesk, HeldLane
from tests.ui.sample import sample_desk
from tests.ui.shown.side_panel import known_desk

ANNA = Address("Anna Schmidt", "anna@example.de")
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NEXT = Qt.Key.Key_J


def _choose(window: MainWindow, number: int, bot: QtBot) -> SidePanel:
    window.inbox.presenter.choose(ConversationId(number))
    settle(bot)
    return window.inbox.panel


def _type(panel: SidePanel, text: str) -> None:
    assert panel.notes.editor.field.hasFocus()
    QTest.keyClicks(panel.notes.editor.field, text)


def _focus() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


# --- filled fast and once ------------------------------------------------------------------------------


def test_order_and_customer_beside_the_mail_are_filled_within_100_ms(make: Maker, qtbot: QtBot) -> None:
    window = make(known_desk("en"))
    panel = _choose(window, 2, qtbot)
    took = []
    for number in (1, 3, 1, 4, 1):
        start, busy_since = time.perf_counter(), time.thread_time()  # other programs' turns are not ours
        window.inbox.presenter.choose(ConversationId(number))
        while panel.head.name.text() != window.inbox.presenter.listing.known(ConversationId(number)).customer_name:  # type: ignore[union-attr]
            QApplication.processEvents()
            assert time.perf_counter() - start < 2
        panel.repaint()
        took.append(time.thread_time() - busy_since)
    assert panel.head.numbers.pairs[0] == ("12", "Conversations")
    assert [line.number for line in panel.orders.lines] == ["304-8812047"]
    assert sorted(took)[len(took) // 2] < 0.1


def test_ten_fast_presses_of_j_show_the_last_customer_only(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    asked, shown = desk.customers.asked, _count_fills(window.inbox.panel)
    asked.clear()
    for _ in range(9):
        QTest.keyClick(window.inbox.column.list, NEXT)
    settle(qtbot)
    assert asked == ["tomas@example.pt"]
    assert shown == ["Tomás Silva", "Tomás Silva"]


def _count_fills(panel: SidePanel) -> list[str]:
    """Names in the order in which the panel showed a person or a card."""
    shown: list[str] = []

    def counted(method: Callable[..., None], name: Callable[[Any], str]) -> Callable[..., None]:
        def call(what: Any, **more: Any) -> None:
            shown.append(name(what))
            method(what, **more)

        return call

    panel.show_person = counted(panel.show_person, lambda row: row.customer_name)  # type: ignore[method-assign]
    panel.show_card = counted(panel.show_card, lambda card: card.customer.name)  # type: ignore[method-assign]
    return shown


def test_a_slow_store_never_shows_somebody_elses_card(make: Maker, qtbot: QtBot) -> None:
    desk, reading = sample_desk(), HeldLane()
    window = make(desk, reading=reading)
    for number in (2, 3, 4):
        panel = _choose(window, number, qtbot)
    assert panel.head.name.text() == "Jonas Weber"
    assert [number for number, _ in panel.head.numbers.pairs] == ["–", "–", "–"]
    shown = _count_fills(panel)
    reading.release()
    assert shown == ["Jonas Weber"]
    assert len(desk.customers.asked) <= 2


def test_an_opening_fills_the_panel_once_with_the_widgets_that_are_there(make: Maker, qtbot: QtBot) -> None:
    window = make(known_desk("en"))
    for number in (2, 1):
        panel = _choose(window, number, qtbot)
    before = set(panel.findChildren(QWidget))
    shown = _count_fills(panel)
    for number in (2, 3, 1):
        _choose(window, number, qtbot)
    assert set(panel.findChildren(QWidget)) == before
    assert shown == ["Marco Rossi"] * 2 + ["Emily Chen"] * 2 + ["Anna Schmidt"] * 2


def test_news_in_the_open_conversation_read_the_card_once(make: Maker, qtbot: QtBot) -> None:
    desk = known_desk("en")
    window = make(desk)
    desk.customers.asked.clear()
    window.inbox.apply(Changes(conversations=frozenset({ConversationId(1)})))
    assert desk.customers.asked == ["anna@example.de"]
    window.inbox.apply(Changes(conversations=frozenset({ConversationId(2)}), customers=frozenset({CustomerId(999)})))
    assert len(desk.customers.asked) == 1


def test_a_hidden_panel_reads_nothing_and_is_filled_when_it_comes(make: Maker, qtbot: QtBot) -> None:
    desk = known_desk("en")
    window = make(desk, size=(1100, 800))
    for number in (2, 3, 1):
        window.inbox.presenter.choose(ConversationId(number))
        settle(qtbot)
    assert desk.customers.asked == []
    assert "panel" not in window.inbox.__dict__
    QTest.keyClick(window.inbox.column.list, "i")
    assert desk.customers.asked == ["anna@example.de"]
    assert window.inbox.panel.head.tags.tags == ("Repeat buyer", "German", "Pays at once")


def test_what_another_process_noted_appears(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    desk.customers.add_note(ANNA, "From the other window")
    number = desk.customers.number(ANNA.email)
    window.inbox.apply(Changes(customers=frozenset({number})))
    assert [line.words.text() for line in window.inbox.panel.notes.lines] == ["From the other window"]


# --- facts, orders, earlier ----------------------------------------------------------------------------


def test_the_address_and_the_order_number_are_copied(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.inbox.panel
    panel.head.copy.click()
    assert QApplication.clipboard().text() == "anna@example.de"
    panel.orders.lines[0].copy.click()
    assert QApplication.clipboard().text() == "304-8812047"


def test_an_order_can_be_searched_for(window: MainWindow, qtbot: QtBot) -> None:
    window.inbox.panel.orders.lines[0].search.click()
    assert window.inbox.column.search.text() == "304-8812047"


def test_earlier_conversations_have_their_state_and_date_and_open(make: Maker, qtbot: QtBot) -> None:
    window = make(known_desk("en"))
    earlier = window.inbox.panel.earlier
    assert len(earlier.lines) == FEW
    assert earlier.lines[3].accessibleName() == "Parcel arrived damaged 1, Waiting, 19 Oct"
    assert earlier.more.text() == "Show all 11"
    earlier.more.click()
    assert len(earlier.lines) == 11
    assert not earlier.more.isVisible()
    assert earlier.lines[FEW].hasFocus()
    QTest.keyClick(earlier.lines[0], Qt.Key.Key_Return)
    settle(qtbot)
    assert window.inbox.conversation.opened is not None
    assert window.inbox.conversation.opened.conversation.subject == "Invoice for August order"


def test_a_first_conversation_says_so_in_words(make: Maker, qtbot: QtBot) -> None:
    panel = _choose(make(), 8, qtbot)
    assert panel.earlier.none.isVisible()
    assert panel.notes.none.isVisible()
    assert not panel.cards.sections["orders"].isVisible()


def test_somebody_without_an_address_is_not_noted_about(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    desk.all_rows[2] = replace(desk.all_rows[2], customer_email="", customer_name="Unknown")
    window = make(desk)
    panel = _choose(window, 2, qtbot)
    panel.write_note()
    add = panel.cards.sections["notes"].add
    assert add is not None
    assert not add.isVisible()
    assert not panel.head.tags.add.isVisible()
    assert panel.notes.editor.isHidden()
    assert "" not in desk.customers.asked


def test_a_card_that_cannot_be_read_is_told_and_read_again_later(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    desk.customers.fail_with = DiskFull()
    window = make(desk)
    assert window.toast.isVisible()
    desk.customers.fail_with = None
    panel = _choose(window, 2, qtbot)
    assert panel.head.numbers.pairs[0][0] != "–"


# --- notes ---------------------------------------------------------------------------------------------


def test_a_note_is_written_by_keys_and_taken_back(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    panel = window.inbox.panel
    add = panel.cards.sections["notes"].add
    assert add is not None
    add.click()
    _type(panel, "he keeps calm")
    QTest.keyClick(panel.notes.editor.field, Qt.Key.Key_Return)
    _type(panel, "jk")
    QTest.keyClick(panel.notes.editor.field, Qt.Key.Key_Return, CTRL)
    assert [note.text for note in desk.customers.notes.values()] == ["he keeps calm\njk"]
    assert [line.words.text() for line in panel.notes.lines] == ["he keeps calm\njk"]
    assert panel.notes.editor.isHidden()
    assert add.hasFocus()
    assert window.toast.text == "Note saved"
    assert window.inbox.presenter.current == 1
    QTest.keyClick(add, "z")
    window.inbox.apply(Changes(customers=frozenset({desk.customers.number(ANNA.email)})))
    assert panel.notes.lines == []
    assert panel.notes.none.isVisible()


def test_a_note_is_changed_and_removed(make: Maker, qtbot: QtBot) -> None:
    desk = known_desk("en")
    panel = make(desk).inbox.panel
    panel.notes.lines[1].edit.click()
    editor = panel.notes.editor
    assert editor.field.toPlainText() == "Prefers answers in German. Very friendly."
    assert [line.words.text()[:5] for line in panel.notes.lines] == ["Lives"]
    editor.field.setPlainText("Prefers German.")
    editor.save.click()
    assert [line.words.text() for line in panel.notes.lines][1] == "Prefers German."
    assert panel.notes.lines[1].day.text().endswith("· edited")
    panel.notes.lines[0].remove.click()
    assert [line.words.text() for line in panel.notes.lines] == ["Prefers German."]


def test_what_was_typed_is_kept_after_a_pause_of_a_second(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    panel = make(desk).inbox.panel
    panel.write_note()
    _type(panel, "unfinished")
    assert desk.customers.drafts == {}
    qtbot.waitUntil(lambda: list(desk.customers.drafts.values()) == ["unfinished"], timeout=1_500)


def test_a_note_is_never_lost_on_switching_the_conversation(make: Maker, qtbot: QtBot) -> None:
    desk = known_desk("en")
    window = make(desk)
    panel = window.inbox.panel
    panel.write_note()
    _type(panel, "half a sent")
    _choose(window, 2, qtbot)
    assert panel.notes.editor.isHidden()
    assert list(desk.customers.drafts.values()) == ["half a sent"]
    assert not panel.notes.draft.isVisible()
    _choose(window, 1, qtbot)
    assert panel.notes.draft.text() == "Draft: half a sent"
    panel.notes.draft.click()
    _type(panel, "ence")
    QTest.keyClick(panel.notes.editor.field, Qt.Key.Key_Return, CTRL)
    assert panel.notes.lines[0].words.text() == "half a sentence"
    assert desk.customers.drafts == {}
    assert not panel.notes.draft.isVisible()


def test_esc_leaves_a_note_for_later_and_gives_the_keys_back(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    panel = make(desk).inbox.panel
    panel.write_note()
    _type(panel, "later")
    QTest.keyClick(panel.notes.editor.field, Qt.Key.Key_Escape)
    assert panel.notes.editor.isHidden()
    assert panel.notes.draft.text() == "Draft: later"
    add = panel.cards.sections["notes"].add
    assert _focus() is add
    panel.write_note()
    assert panel.notes.editor.field.toPlainText() == "later"
    panel.notes.editor.discard.click()
    assert not panel.notes.draft.isVisible()
    assert desk.customers.drafts == {}


def test_closing_the_window_keeps_what_was_typed_last(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    window.inbox.panel.write_note()
    _type(window.inbox.panel, "last words")
    window.close()
    assert list(desk.customers.drafts.values()) == ["last words"]


def test_an_unsaved_change_of_a_note_is_marked_and_goes_on(make: Maker, qtbot: QtBot) -> None:
    panel = make(known_desk("en")).inbox.panel
    panel.notes.lines[0].edit.click()
    _type(panel, " Ring twice.")
    QTest.keyClick(panel.notes.editor.field, Qt.Key.Key_Escape)
    assert panel.notes.lines[0].day.text().endswith("· unsaved change")
    panel.notes.lines[0].edit.click()
    assert panel.notes.editor.field.toPlainText().endswith(" Ring twice.")


def test_a_note_that_could_not_be_written_is_not_lost(make: Maker, qtbot: QtBot) -> None:
    desk, writing = sample_desk(), HeldLane()
    window = make(desk, writing=writing)
    panel = window.inbox.panel
    panel.write_note()
    _type(panel, "important")
    QTest.keyClick(panel.notes.editor.field, Qt.Key.Key_Return, CTRL)
    desk.customers.fail_with = DiskFull()
    assert writing.jobs
    writing.release()
    desk.customers.fail_with = None
    window.inbox.customer.refresh()
    assert desk.customers.notes == {}
    assert panel.notes.draft.text() == "Draft: important"


def test_news_do_not_disturb_whoever_types(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    panel = window.inbox.panel
    panel.write_note()
    _type(panel, "typing")
    desk.customers.add_tag(ANNA, "VIP")
    window.inbox.apply(Changes(conversations=frozenset({ConversationId(1)})))
    settle(qtbot)
    assert panel.head.tags.tags == ("VIP",)
    _type(panel, " on")
    assert panel.notes.editor.field.toPlainText() == "typing on"


def test_an_empty_note_is_not_written(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    panel = make(desk).inbox.panel
    panel.write_note()
    QTest.keyClicks(panel.notes.editor.field, "  ")
    QTest.keyClick(panel.notes.editor.field, Qt.Key.Key_Return, CTRL)
    assert not panel.notes.editor.isHidden()
    assert not panel.notes.editor.save.isEnabled()
    QTest.keyClick(panel.notes.editor.field, Qt.Key.Key_Escape)
    assert (desk.customers.notes, desk.customers.drafts) == ({}, {})


# --- tags ----------------------------------------------------------------------------------------------


def test_tags_are_given_and_taken_by_keys_and_taken_back(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    desk.customers.add_tag(Address("", "marco@example.it"), "Wholesale")
    window = make(desk)
    tags = window.inbox.panel.head.tags
    tags.add.click()
    assert tags.field.hasFocus()
    completer = tags.field.completer()
    completer.setCompletionPrefix("sale")
    assert completer.currentCompletion() == "Wholesale"
    QTest.keyClicks(tags.field, "Repeat  buyer")
    QTest.keyClick(tags.field, Qt.Key.Key_Return)
    assert tags.tags == ("Repeat buyer",)
    assert _focus() is tags.add
    assert window.toast.text == "Tag added"
    assert tags.pills[0].accessibleName() == "Remove tag Repeat buyer"
    QTest.keyClick(tags.pills[0], Qt.Key.Key_Delete)
    assert tags.tags == ()
    QTest.keyClick(window.inbox.column.list, "z")
    window.inbox.customer.refresh()
    assert tags.tags == ("Repeat buyer",)


def test_a_tag_that_is_there_changes_nothing(make: Maker, qtbot: QtBot) -> None:
    window = make(known_desk("en"))
    window.inbox.customer.tags.add("repeat BUYER")
    window.inbox.customer.tags.add("  ")
    assert window.inbox.panel.head.tags.tags == ("Repeat buyer", "German", "Pays at once")
    assert not window.inbox.triage.can_undo


def test_esc_leaves_the_field_for_tags(make: Maker, qtbot: QtBot) -> None:
    window = make(size=(1100, 800))
    QTest.keyClick(window.inbox.column.list, "i")
    tags = window.inbox.panel.head.tags
    tags.add.click()
    QTest.keyClicks(tags.field, "e")
    QTest.keyClick(tags.field, Qt.Key.Key_Escape)
    assert tags.field.isHidden()
    assert _focus() is tags.add
    assert window.inbox.panel.isVisible()
    assert window.inbox.presenter.current == 1


def test_tags_break_into_rows_and_stay_inside(make: Maker, qtbot: QtBot) -> None:
    window = make(known_desk("en"))
    tags = window.inbox.panel.head.tags
    settle(qtbot)
    tops = {pill.y() for pill in tags.pills} | {tags.add.y()}
    assert len(tops) == 2
    assert all(item.geometry().right() <= tags.width() for item in (*tags.pills, tags.add))
    assert tags.height() >= tags.add.geometry().bottom()


# --- cards ---------------------------------------------------------------------------------------------


def test_cards_fold_by_key_and_click_and_stay_so(make: Maker, qtbot: QtBot) -> None:
    window = make(known_desk("en"))
    cards = window.inbox.panel.cards
    QTest.keyClick(cards.sections["earlier"].head, Qt.Key.Key_Return)
    QTest.mouseClick(cards.sections["orders"].head, Qt.MouseButton.LeftButton)
    assert not window.inbox.panel.earlier.isVisible()
    assert cards.sections["earlier"].head.accessibleName() == "Other conversations, 11, folded"
    _choose(window, 2, qtbot)
    _choose(window, 1, qtbot)
    assert not window.inbox.panel.earlier.isVisible()
    window.close()
    again = make(known_desk("en")).inbox.panel
    assert not again.earlier.isVisible()
    assert not again.orders.isVisible()
    assert again.notes.isVisible()
    QTest.keyClick(again.cards.sections["earlier"].head, Qt.Key.Key_Space)
    assert again.earlier.isVisible()


def test_cards_move_by_keys_and_menu_and_stay_so(make: Maker, qtbot: QtBot) -> None:
    window = make(known_desk("en"))
    cards = window.inbox.panel.cards
    QTest.keyClick(cards.sections["notes"].head, Qt.Key.Key_Up, ALT)
    assert _focus() is cards.sections["notes"].head
    menu = cards.sections["orders"].menu()
    assert [action.text() for action in menu.actions()] == ["Fold", "Move up", "Move down"]
    menu.actions()[2].trigger()
    menu.deleteLater()
    settle(qtbot)
    tops = {name: section.y() for name, section in cards.sections.items() if not section.isHidden()}
    assert sorted(tops, key=lambda name: tops[name]) == ["notes", "orders", "earlier"]
    window.close()
    assert make(known_desk("en")).inbox.panel.cards.order.cards == ("cases", "promises", "notes", "orders", "earlier")


def test_the_menu_of_a_card_opens_from_its_button(make: Maker, qtbot: QtBot) -> None:
    section = make().inbox.panel.cards.sections["notes"]
    opened: list[QPoint] = []
    section.open_menu = opened.append  # type: ignore[assignment,method-assign]
    assert section.more.accessibleName() == "Notes: fold or move"
    section.more.click()
    assert opened == [section.more.mapToGlobal(section.more.rect().bottomLeft())]


@pytest.mark.parametrize(
    ("words", "cards", "folded"),
    [
        ("", ("orders", "cases", "promises", "earlier", "notes"), set()),
        ("notes -orders", ("notes", "orders", "cases", "promises", "earlier"), {"orders"}),
        ("-notes -notes odd orders earlier", ("notes", "orders", "earlier", "cases", "promises"), {"notes"}),
    ],
)
def test_the_kept_order_is_read_with_care(words: str, cards: tuple[str, ...], folded: set[str]) -> None:
    order = CardOrder.read(words)
    assert (order.cards, order.folded) == (cards, folded)
    assert CardOrder.read(order.words()) == order


def test_a_card_passes_over_one_that_is_not_shown() -> None:
    order = CardOrder(("earlier", "orders", "notes"))
    assert order.moved("notes", -1, ("earlier", "notes")).cards == ("notes", "earlier", "orders")
    assert order.moved("earlier", 1, ("earlier", "notes")).cards == ("orders", "notes", "earlier")
    assert order.moved("earlier", -1).cards == order.cards
    assert order.moved("notes", 1).cards == order.cards


# --- over the conversation -----------------------------------------------------------------------------


def test_over_the_conversation_the_panel_takes_the_keys_and_gives_them_back(make: Maker, qtbot: QtBot) -> None:
    window = make(size=(1200, 800))
    inbox = window.inbox
    assert _focus() is inbox.column.list
    QTest.keyClick(inbox.column.list, "i")
    assert inbox.panel.isAncestorOf(_focus())
    QTest.keyClick(_focus(), Qt.Key.Key_Escape)
    assert not inbox.panel.isVisible()
    assert _focus() is inbox.column.list
    QTest.keyClick(inbox.column.list, "i")
    QTest.keyClick(_focus(), "i")
    assert not inbox.panel.isVisible()
    assert _focus() is inbox.column.list


def test_the_customers_name_opens_the_panel(make: Maker, qtbot: QtBot) -> None:
    window = make(size=(1200, 800))
    settle(qtbot)
    [name, *_] = [link for link in window.inbox.pane.findChildren(NameLink) if link.text() == "Anna Schmidt"]
    QTest.mouseClick(name, Qt.MouseButton.LeftButton)
    assert window.inbox.panel.isVisible()
    QTest.mouseClick(name, Qt.MouseButton.LeftButton)
    assert window.inbox.panel.isVisible()


def test_the_panel_over_the_conversation_follows_the_list(make: Maker, qtbot: QtBot) -> None:
    window = make(size=(1200, 800))
    QTest.keyClick(window.inbox.column.list, "i")
    QTest.keyClick(_focus(), NEXT)
    settle(qtbot)
    assert window.inbox.panel.isVisible()
    assert window.inbox.panel.head.name.text() == "Marco Rossi"


# --- language and size ---------------------------------------------------------------------------------


def test_the_panel_speaks_the_new_language_at_once(make: Maker, qtbot: QtBot) -> None:
    window = make(known_desk("en"))
    panel = window.inbox.panel
    window.deeds.choose_language("zh_CN")
    settle(qtbot)
    assert [panel.cards.sections[name].head.text() for name in ("orders", "earlier", "notes")] == [
        "订单", "其他会话", "备注"
    ]
    assert panel.head.numbers.pairs == (("12", "会话"), ("3", "未完成"), ("60", "邮件"))
    assert panel.earlier.more.text() == "显示全部 11 个"


@pytest.mark.parametrize("scale", [90, 150, 175])
def test_another_text_size_keeps_the_card_and_what_is_typed(make: Maker, qtbot: QtBot, scale: int) -> None:
    window = make(known_desk("en"), size=(2600, 1200))
    window.inbox.panel.write_note()
    _type(window.inbox.panel, "typed")
    window._around.theme.choose_scale(scale)
    settle(qtbot)
    panel = window.inbox.panel
    assert panel.width() == round(336 * scale / 100)
    assert panel.head.tags.tags == ("Repeat buyer", "German", "Pays at once")
    assert panel.notes.draft.text() == "Draft: typed"


# --- what is stored ------------------------------------------------------------------------------------


def test_a_done_conversation_counts_at_once(make: Maker, qtbot: QtBot) -> None:
    desk: FakeDesk = sample_desk()
    window = make(desk)
    assert window.inbox.panel.head.numbers.pairs[1] == ("1", "Open")
    desk.all_rows[1] = replace(desk.all_rows[1], state=ConversationState.DONE)
    window.inbox.customer.apply(Changes(conversations=frozenset({ConversationId(1)})))
    assert window.inbox.panel.head.numbers.pairs[1] == ("0", "Open")


def test_drafts_that_the_store_keeps_are_shown(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    desk.customers.save_draft(ANNA, CustomerDraft("from yesterday"))
    assert make(desk).inbox.panel.notes.draft.text() == "Draft: from yesterday"


def test_with_a_real_store_a_note_goes_round_and_what_was_typed_survives_a_kill(
    make: Maker, qtbot: QtBot, tmp_path: Path
) -> None:
    heard: list[Changes] = []
    shop = build_shop(tmp_path / "shop", heard.append)
    desk = sample_desk()
    desk.__dict__["customers"] = shop.customers
    try:
        window = make(desk)
        panel = window.inbox.panel
        assert panel.head.numbers.pairs[0] == ("0", "Conversations")
        panel.write_note()
        _type(panel, "kept")
        panel.notes.editor.paused.emit()
        again = build_shop(tmp_path / "shop")  # the file as another process finds it, at whatever moment
        assert again.customers.card(ANNA).drafts == (CustomerDraft("kept"),)
        again.close()
        QTest.keyClick(panel.notes.editor.field, Qt.Key.Key_Return, CTRL)
        panel.head.tags.added.emit("VIP")
        assert [line.words.text() for line in panel.notes.lines] == ["kept"]
        assert panel.head.tags.tags == ("VIP",)
        assert {number for changes in heard for number in changes.customers} == {shop.customers.find("anna")[0].id}
    finally:
        shop.close()
