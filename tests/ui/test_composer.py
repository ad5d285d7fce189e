"""The composer over a real shop in a temporary folder: real widgets, real drafts, a real outbox."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from shopdesk.app.shop import build_shop
from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.draft import Blank, Draft, DraftKind
from shopdesk.domain.draft_cautions import Caution, cautions_of
from shopdesk.domain.errors import AnswerLost, NotFound
from shopdesk.domain.ids import ConversationId, DraftId, MailboxId, TemplateId
from shopdesk.domain.message import Address, Direction
from shopdesk.domain.outbox import OutboxState
from shopdesk.domain.reading_of_mail import Topic
from shopdesk.domain.template import AskedInput, InputKind, Template, Variant
from shopdesk.jobs.link import SendNow
from shopdesk.ui.actions import Do
from shopdesk.ui.compose.outbox_words import Deal
from shopdesk.ui.compose.people import looks_right, parse_people, people_text
from shopdesk.ui.compose.places import to_chars, to_units
from shopdesk.ui.last_mails import LastMails
from shopdesk.ui.new_mail import NewMail
from tests.services.bench import NOW, Bench, ago, mail
from tests.ui.composing import CONTROL, ENTER, SHIFT, Seat, bench, furnished, seat, shop_folder, template
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import HeldLane

__all__ = ["bench", "furnished", "seat", "shop_folder"]

# --- writing and sending ------------------------------------------------------------------------------------


def test_a_reply_is_written_and_sent_by_keys_and_the_next_conversation_is_open(seat: Seat) -> None:
    first = seat.window.inbox.presenter.current
    seat.press("r")
    assert seat.window.focusWidget() is seat.text
    seat.type("A new lamp leaves today.")
    seat.press(ENTER, CONTROL)
    (item,) = seat.bench.shop.outbox.items()
    assert (item.recipients, item.subject) == (("anna@mail.example",), "Re: Lamp is cracked")
    assert item.send_after - item.queued_at == timedelta(seconds=10)
    assert seat.state(first) is ConversationState.DONE
    assert seat.window.inbox.presenter.current not in (first, None)
    assert seat.window.toast.text == "Sent"
    assert seat.told == [SendNow(item.mailbox_id)]
    assert seat.draft() is None
    assert not seat.window.answers.composer.isVisible()


def test_send_alone_leaves_the_conversation_waiting_and_shows_when_it_leaves(seat: Seat) -> None:
    first = seat.window.inbox.presenter.current
    seat.press("r")
    seat.type("On its way.")
    seat.press(ENTER, CONTROL | SHIFT)
    assert seat.state(first) is ConversationState.WAITING
    (card,) = seat.window.answers.outbox.cards.cards
    assert card.words.text().startswith("Leaves today")
    assert list(card.buttons) == [Deal.UNDO]


def test_undo_of_a_sent_mail_brings_back_text_files_caret_and_the_conversation(seat: Seat, tmp_path: Path) -> None:
    """Undo send: Z within the hold."""
    first = seat.window.inbox.presenter.current
    file = tmp_path / "label.txt"
    file.write_bytes(b"label")
    seat.press("r")
    seat.type("Words before. Words behind.")
    for _ in range(5):
        seat.press(Qt.Key.Key_Left)
    seat.window.answers.seat.take_files([str(file)])
    seat.press(ENTER, CONTROL)
    assert seat.bench.shop.outbox.items()
    seat.press("z")
    assert seat.window.inbox.presenter.current == first
    assert seat.state(first) is ConversationState.NEEDS_REPLY
    assert seat.bench.shop.outbox.items() == []
    assert seat.body == "Words before. Words behind."
    assert seat.text.textCursor().position() == len(seat.body) - 5
    assert [chip.name for chip in seat.window.answers.composer.chips.chips] == ["label.txt"]
    assert seat.window.focusWidget() is seat.text
    seat.press(ENTER, CONTROL)
    assert len(seat.bench.shop.outbox.items()) == 1


def test_undo_of_a_sent_mail_keeps_what_was_begun_after_it(seat: Seat) -> None:
    queued(seat)
    seat.press("r")
    seat.type("And another thing.")
    seat.press(Qt.Key.Key_Escape)
    seat.window.deeds.run(Do.UNDO)
    settle(seat.bot)
    assert seat.body == "On its way.\n\nAnd another thing."
    seat.pause()
    assert [one.body for one in seat.bench.shop.replies.drafts()] == [seat.body]


def test_a_mail_that_left_meanwhile_cannot_be_taken_back_and_that_is_said(seat: Seat) -> None:
    seat.press("r")
    seat.type("On its way.")
    seat.press(ENTER, CONTROL)
    with seat.bench.shop.store.writing() as work:
        (item,) = work.outbox.items([OutboxState.QUEUED])
        work.outbox.move(item.id, [OutboxState.QUEUED], OutboxState.SENDING, NOW)
    seat.press("z")
    assert "left already" in seat.window.toast.text


def test_without_a_hold_nothing_can_be_taken_back_and_the_toast_has_no_button(seat: Seat) -> None:
    seat.window._around.preferences.undo_send_seconds = 0
    seat.press("r")
    seat.type("On its way.")
    seat.press(ENTER, CONTROL)
    (item,) = seat.bench.shop.outbox.items()
    assert item.send_after == item.queued_at
    assert not seat.window.toast._undo.isVisible()


def test_nobody_to_send_to_no_words_and_a_wrong_address_are_told_and_lead_there(seat: Seat) -> None:
    composer = seat.window.answers.composer
    seat.press("r")
    seat.press(ENTER, CONTROL)
    assert "no words" in composer.words.text()
    seat.type("Hello")
    QTest.mouseClick(composer.head.people, Qt.MouseButton.LeftButton)
    field: QLineEdit = composer.envelope.fields["to"]
    assert seat.window.focusWidget() is field
    field.selectAll()
    seat.type("anna")
    QTest.mouseClick(composer.bar.send, Qt.MouseButton.LeftButton)
    assert "“anna” is not a mail address" in composer.words.text()
    field.selectAll()
    seat.press(Qt.Key.Key_Delete)
    QTest.mouseClick(composer.bar.send, Qt.MouseButton.LeftButton)
    assert "Nobody would get" in composer.words.text()
    field.insert("Ben <ben@mail.example>，kai@mail.example")
    field.textEdited.emit(field.text())
    QTest.mouseClick(composer.bar.send, Qt.MouseButton.LeftButton)
    assert seat.bench.shop.outbox.items()[0].recipients == ("ben@mail.example", "kai@mail.example")


def test_a_note_stays_inside_and_the_reply_begun_beside_it_is_kept(seat: Seat) -> None:
    seat.press("r")
    seat.type("Half a reply")
    seat.window.deeds.run(Do.NOTE)
    settle(seat.bot)
    assert seat.body == ""
    seat.type("Ask Kai about the lamps")
    seat.press(ENTER, CONTROL)
    current = seat.window.inbox.presenter.current
    opened = seat.bench.shop.conversations.open(current)
    assert opened.messages[-1].direction is Direction.NOTE
    assert seat.bench.shop.outbox.items() == []
    assert seat.draft(note=True) is None
    seat.press("r")
    assert seat.body == "Half a reply"


def test_reply_all_and_forward_change_the_recipients_and_keep_the_words(seat: Seat) -> None:
    seat.bench.come(
        mail("c1", subject="Two of us", body="Hi both", when=ago(1), extra="Cc: Kai <kai@mail.example>"),
    )
    seat.window.inbox.presenter.start()
    rows = seat.bench.shop.conversations.ids(ConversationState.NEEDS_REPLY)
    both = next(n for n in rows if seat.bench.shop.conversations.rows([n])[0].subject == "Two of us")
    seat.window.inbox.presenter.select(ConversationId(both), by_person=True)
    settle(seat.bot)
    seat.press("r")
    seat.type("Hello")
    seat.window.deeds.run(Do.REPLY_ALL)
    presenter = seat.window.answers.seat.presenter
    assert [one.email for one in presenter.draft.cc] == ["kai@mail.example"]
    seat.window.deeds.run(Do.FORWARD)
    assert (presenter.draft.to, presenter.draft.subject) == ((), "Fwd: Two of us")
    assert seat.body == "Hello"


def test_a_mail_that_cannot_be_queued_comes_back_with_its_words(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NotFound("mailbox")

    monkeypatch.setattr(seat.bench.shop.replies, "queue", refuse)
    first = seat.window.inbox.presenter.current
    seat.press("r")
    seat.type("Important words")
    seat.press(ENTER, CONTROL)
    settle(seat.bot)
    assert seat.window.inbox.presenter.current == first
    assert seat.window.answers.composer.isVisible()
    assert seat.body == "Important words"
    assert seat.draft().body == "Important words"


def test_a_mail_can_be_sent_later_in_words(seat: Seat) -> None:
    seat.press("r")
    seat.type("Good morning")
    QTest.mouseClick(seat.window.answers.composer.bar.later, Qt.MouseButton.LeftButton)
    settle(seat.bot)
    seat.type("tomorrow 9")
    seat.press(ENTER)
    (item,) = seat.bench.shop.outbox.items()
    local = item.send_after.astimezone()
    assert (local.date() - NOW.astimezone().date()).days == 1
    assert (local.hour, local.minute) == (9, 0)
    assert "Leaves tomorrow 09:00" in seat.window.toast.text


# --- drafts -------------------------------------------------------------------------------------------------


def test_what_is_typed_is_in_the_store_within_a_second_and_marks_its_row(seat: Seat) -> None:
    seat.press("r")
    seat.text.insertPlainText("Half a sentence 😀")
    seat.type(" and")
    seat.pause()
    draft = seat.draft()
    assert (draft.body, draft.caret) == ("Half a sentence 😀 and", 21)
    index = seat.window.inbox.column.list.model().index(1, 0)
    spoken = [
        str(seat.window.inbox.column.list.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(index.model().rowCount())
    ]
    assert sum("Draft" in each for each in spoken) == 1


def test_drafts_of_several_conversations_stay_apart_and_come_back_with_their_caret(seat: Seat) -> None:
    seat.press("r")
    seat.type("To the first")
    seat.press(Qt.Key.Key_Home)
    seat.press(Qt.Key.Key_Escape)
    seat.press("j")
    assert not seat.window.answers.composer.isVisible()
    seat.press("r")
    seat.type("To the second")
    seat.press(Qt.Key.Key_Escape)
    seat.press("k")
    assert seat.window.answers.composer.isVisible()
    assert seat.body == "To the first"
    seat.press("r")
    assert seat.text.textCursor().position() == 0
    seat.press(Qt.Key.Key_Escape)
    seat.press("j")
    assert seat.body == "To the second"


def test_an_emptied_or_discarded_draft_is_gone(seat: Seat) -> None:
    seat.press("r")
    seat.type("Words")
    seat.pause()
    seat.press("a", CONTROL)
    seat.press(Qt.Key.Key_Delete)
    seat.pause()
    assert seat.draft() is None
    seat.type("Other words")
    seat.pause()
    QTest.mouseClick(seat.window.answers.composer.bar.discard, Qt.MouseButton.LeftButton)
    assert seat.draft() is None
    assert seat.window.answers.place.line.isVisible()


def test_keys_that_come_before_the_store_has_the_draft_make_one_draft_only(
    bench: Bench, make: Maker, qtbot: QtBot
) -> None:
    bench.come(mail("a1", when=ago(3)))
    lane = HeldLane()
    make.now[0] = NOW
    window = make(desk=bench.shop, writing=lane)  # type: ignore[arg-type]
    window.deeds.run(Do.REPLY)
    room = window.answers
    for words in ("one", " two", " three"):
        QTest.keyClicks(room.composer.text, words)
        room.seat.presenter.keep()
    lane.release()
    assert [draft.body for draft in bench.shop.replies.drafts()] == ["one two three"]


KILLED = """
import os, sys, time
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shopdesk.app.shop import build_shop
from shopdesk.ui.actions import Do
from shopdesk.ui.screen_thread import ScreenThread
from shopdesk.ui.window_entry import _lanes, build_window
from tests.ui.memory import Memory


def until(is_so):
    while not is_so():
        QTest.qWait(20)

app = QApplication(["shopdesk", "-style", "fusion"])
shop = build_shop(Path(sys.argv[1]))
screen = ScreenThread()
window = build_window(shop, Memory(language="en", scheme="light"), _lanes(screen), app, Path("resources"))
window.show()
window.start()
until(lambda: window.inbox.conversation.opened is not None)
window.deeds.run(Do.REPLY)
until(lambda: window.answers.composer.isVisible())
window.answers.composer.text.insertPlainText("Dear Anna, \\u60a8\\u597d")
QTest.keyClicks(window.answers.composer.text, ", the lam")
for _ in range(3):
    window.answers.composer.text.moveCursor(window.answers.composer.text.textCursor().MoveOperation.Left)
QTest.qWait(1000)
written = []
window._around.lanes.writing.submit(lambda: None, written.append)  # what began within the second is over
until(lambda: written)
print("typed", flush=True)
QTest.qWait(60_000)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_drafts_never_lost_killed_a_second_after_the_last_key_the_text_is_back_with_its_caret(
    bench: Bench, shop_folder: Path, make: Maker, qtbot: QtBot
) -> None:
    bench.come(mail("a1", when=ago(3)))
    bench.shop.close()
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[2])}
    words = [sys.executable, "-c", KILLED, str(shop_folder)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, env=environment, cwd=Path(__file__).parents[2]) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"typed"
        child.send_signal(signal.SIGKILL)
    shop = build_shop(shop_folder)
    window = make(desk=shop)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: window.answers.composer.isVisible())
    text = window.answers.composer.text
    assert text.body == "Dear Anna, 您好, the lam"
    assert text.textCursor().position() == len(text.body) - 3
    window.close()
    shop.close()


# --- templates ----------------------------------------------------------------------------------------------


def test_slash_key_enter_inserts_a_filled_template_and_a_missing_value_blocks_sending(seat: Seat) -> None:
    """Templates by keyboard."""
    seat.bench.shop.templates.save(template("dmg2", "Hi {{ customer.first_name }}, parcel {{ order.tracking }} left."))
    seat.press("r")
    for key in ("/", "d", "m", "g", "2"):
        seat.press(key)
    seat.press(ENTER)
    assert seat.body.startswith("Hi Anna, parcel ")
    assert seat.window.focusWidget() is seat.text
    chosen = seat.text.textCursor().selectedText()
    assert chosen
    seat.press(Qt.Key.Key_End)
    seat.press(ENTER, CONTROL)
    assert seat.bench.shop.outbox.items() == []
    assert chosen in seat.window.answers.composer.words.text()
    assert seat.text.textCursor().selectedText() == chosen
    seat.type("00340")
    assert seat.body == "Hi Anna, parcel 00340 left."
    seat.press(ENTER, CONTROL)
    assert len(seat.bench.shop.outbox.items()) == 1
    assert seat.bench.shop.templates.by_key("dmg2").uses == 1


def test_the_picker_shows_what_would_be_inserted_and_how_much_is_missing(seat: Seat) -> None:
    seat.press("r")
    seat.press("/")
    picker = seat.window.answers.seat.picker.picker
    seat.type("dmg")
    assert picker.list.template.key == "dmg"
    assert "Hi Anna" in picker.preview.text.toPlainText()
    assert picker.preview.pill.text() == "1 value missing"
    seat.type("zzz")
    assert "No template for “dmgzzz”" in picker.empty.text()
    seat.press(ENTER)
    assert picker.isVisible()
    seat.press(Qt.Key.Key_Escape)
    assert seat.window.answers.seat.picker.picker is None
    assert seat.window.focusWidget() is seat.text
    assert seat.body == ""


def test_the_picker_lists_what_fits_the_topic_of_the_mail_first(seat: Seat) -> None:
    for name in ("billing", "problem", "return"):
        seat.bench.shop.templates.save(replace(template(f"top-{name}", "Hello."), topic=name))
    seat.bench.shop.topics.correct(seat.window.inbox.presenter.current, topic=Topic.RETURN)
    seat.press("r")
    seat.press("/")
    picker = seat.window.answers.seat.picker.picker
    seat.type("top")
    assert picker.list.template.key == "top-return"
    seat.press(Qt.Key.Key_Escape)


def test_a_slash_in_the_middle_of_a_line_and_a_second_slash_are_just_slashes(seat: Seat) -> None:
    seat.press("r")
    seat.type("and/or")
    assert seat.body == "and/or"
    seat.press(ENTER)
    seat.press("/")
    assert seat.window.answers.seat.picker.picker is not None
    seat.press("/")
    assert seat.window.answers.seat.picker.picker is None
    assert seat.body == "and/or\n/"


def test_what_a_template_asks_is_asked_once_before_it_is_inserted(seat: Seat) -> None:
    carrier = AskedInput("carrier", InputKind.CHOICE, "Carrier", ("DHL", "UPS"))
    asked = (AskedInput("day", InputKind.TEXT, "Day"), carrier)
    body = "By {{ input.day }} with {{ input.carrier }}. Really by {{ input.day }}."
    seat.bench.shop.templates.save(template("ask", body, name="Asking", inputs=asked))
    seat.press("r")
    seat.press("/")
    seat.type("ask")
    seat.press(ENTER)
    asking = seat.window.answers.seat.picker.picker.asking
    assert [field.accessibleName() for field in asking.fields] == ["Day", "Carrier"]
    seat.type("Friday")
    seat.press(ENTER)
    seat.press(ENTER)
    assert seat.body == "By Friday with DHL. Really by Friday."


def test_one_undo_takes_a_template_back_with_its_subject_and_state(seat: Seat) -> None:
    words = (Variant("en", "Sorry, Anna.", "About your lamp"),)
    full = Template(
        TemplateId(0), "Full", "full", words, cc="kai@mail.example", next_state=ConversationState.DONE, follow_up_days=3
    )
    seat.bench.shop.templates.save(full)
    presenter = seat.window.answers.seat.presenter
    seat.press("r")
    seat.type("Mine. ")
    seat.press(ENTER)
    before = presenter.draft
    seat.press("/")
    seat.type("full")
    seat.press(ENTER)
    assert seat.body == "Mine. \nSorry, Anna."
    after = presenter.draft
    assert (after.subject, [one.email for one in after.cc]) == ("About your lamp", ["kai@mail.example"])
    assert (after.next_state, after.follow_up_days, len(after.template_ids)) == (ConversationState.DONE, 3, 1)
    seat.press("z", CONTROL)
    assert seat.body == "Mine. \n"
    back = presenter.draft
    assert (back.subject, back.cc, back.next_state, back.template_ids) == (before.subject, (), None, ())
    seat.press("z", CONTROL | SHIFT)
    assert presenter.draft.subject == "About your lamp"


def test_gaps_follow_edits_and_tab_jumps_between_them(seat: Seat) -> None:
    seat.press("r")
    text = seat.window.answers.composer.text
    room = seat.window.answers
    body = "😀 by DAY with CARRIER."
    blanks = (Blank(5, 3, "day"), Blank(14, 7, "carrier"))
    room.seat.presenter.show(replace(room.seat.presenter.draft, body=body, blanks=blanks, caret=0), take_keys=True)
    seat.type("Hi ")
    assert [(b.start, b.length) for b in text.written().blanks] == [(8, 3), (17, 7)]
    seat.press(Qt.Key.Key_Tab)
    assert text.textCursor().selectedText() == "DAY"
    seat.press(Qt.Key.Key_Tab)
    assert text.textCursor().selectedText() == "CARRIER"
    seat.press(Qt.Key.Key_Tab)
    assert text.textCursor().selectedText() == "DAY"
    seat.press(Qt.Key.Key_Backtab, SHIFT)
    assert text.textCursor().selectedText() == "CARRIER"
    seat.type("U")
    seat.type("PS")
    assert seat.body == "Hi 😀 by DAY with UPS."
    assert [b.placeholder for b in text.written().blanks] == ["day"]
    cursor = text.textCursor()
    cursor.setPosition(10)
    text.setTextCursor(cursor)
    seat.type("M")
    assert seat.body == "Hi 😀 by M with UPS."
    seat.press("z", CONTROL)
    seat.press("z", CONTROL)
    assert [b.placeholder for b in text.written().blanks][:1] == ["day"]


def test_a_gap_can_be_deleted_pasted_over_and_survives_the_store(seat: Seat) -> None:
    seat.press("r")
    room, text = seat.window.answers, seat.window.answers.composer.text
    shown = replace(room.seat.presenter.draft, body="A day B", blanks=(Blank(2, 3, "day"),), caret=5)
    room.seat.presenter.show(shown, take_keys=True)
    room.seat.presenter.keep()
    assert seat.draft().blanks == (Blank(2, 3, "day"),)
    pasted = QMimeData()
    pasted.setText("Friday\nnoon")
    cursor = text.textCursor()
    cursor.setPosition(4)
    text.setTextCursor(cursor)
    text.insertFromMimeData(pasted)
    assert (seat.body, text.written().blanks) == ("A Friday\nnoon B", ())
    room.seat.presenter.show(shown, take_keys=True)
    seat.press(Qt.Key.Key_Backspace)
    assert (seat.body, text.written().blanks) == ("A  B", ()) or text.textCursor().selectedText() == ""


def test_a_raw_placeholder_is_never_sent(seat: Seat) -> None:
    seat.press("r")
    seat.type("Dear {{ customer.name }},")
    seat.press(ENTER, CONTROL)
    assert seat.bench.shop.outbox.items() == []
    assert seat.text.textCursor().selectedText() == "{{ customer.name }}"


# --- Chinese input ------------------------------------------------------------------------------------------


def test_chinese_input_what_is_being_composed_is_never_cut_by_a_shortcut(seat: Seat) -> None:
    seat.press("r")
    text = seat.window.answers.composer.text
    QApplication.sendEvent(text, QInputMethodEvent("ni", []))
    for key, modifiers in ((ENTER, CONTROL), (Qt.Key.Key_K, CONTROL), (Qt.Key.Key_Escape, Qt.KeyboardModifier(0))):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        event.ignore()
        QApplication.sendEvent(text, event)
        assert event.isAccepted()
    seat.press(ENTER, CONTROL)
    assert seat.bench.shop.outbox.items() == []
    assert seat.window.focusWidget() is text
    commit = QInputMethodEvent()
    commit.setCommitString("你好")
    QApplication.sendEvent(text, commit)
    assert seat.body.startswith("你好")


def test_chinese_input_a_full_width_slash_opens_the_picker(seat: Seat) -> None:
    seat.press("r")
    commit = QInputMethodEvent()
    commit.setCommitString("／")
    QApplication.sendEvent(seat.text, commit)
    assert seat.window.answers.seat.picker.picker is not None
    assert seat.body == ""


@pytest.mark.parametrize("slash", ["/", "／"])
def test_chinese_input_a_slash_that_ends_a_composition_or_stands_in_a_line_is_just_a_slash(
    seat: Seat, slash: str
) -> None:
    seat.press("r")
    QApplication.sendEvent(seat.text, QInputMethodEvent("ni", []))
    commit = QInputMethodEvent()
    commit.setCommitString(slash)
    QApplication.sendEvent(seat.text, commit)
    assert seat.window.answers.seat.picker.picker is None
    assert seat.body == slash
    QApplication.sendEvent(seat.text, commit)
    assert seat.window.answers.seat.picker.picker is None
    assert seat.body == 2 * slash


def test_chinese_input_into_a_gap_replaces_it(seat: Seat) -> None:
    seat.press("r")
    room, text = seat.window.answers, seat.window.answers.composer.text
    shown = replace(room.seat.presenter.draft, body="预计 日期 到", blanks=(Blank(3, 2, "date"),), caret=4)
    room.seat.presenter.show(shown, take_keys=True)
    commit = QInputMethodEvent()
    commit.setCommitString("周五")
    QApplication.sendEvent(text, commit)
    assert (seat.body, text.written().blanks) == ("预计 周五 到", ())


# --- files --------------------------------------------------------------------------------------------------


def test_files_come_by_drop_and_by_the_button_and_can_be_left_out(seat: Seat, tmp_path: Path) -> None:
    seat.press("r")
    file = tmp_path / "photo.png"
    file.write_bytes(b"bytes")
    (tmp_path / "label.txt").write_bytes(b"label")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file))])
    text, chips = seat.window.answers.composer.text, seat.window.answers.composer.chips
    text.insertFromMimeData(dropped)
    seat.window.answers.seat.take_files([str(tmp_path / "label.txt")])
    assert [chip.name for chip in chips.chips] == ["photo.png", "label.txt"]
    QTest.mouseClick(chips.chips[0].remove, Qt.MouseButton.LeftButton)
    assert [chip.name for chip in chips.chips] == ["label.txt"]
    assert [file.name for file in seat.draft().files] == ["label.txt"]


def test_files_over_25_megabytes_are_told_before_anything_is_kept(seat: Seat, tmp_path: Path) -> None:
    seat.press("r")
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate((25 << 20) + 1)
    seat.window.answers.seat.take_files([str(large), str(tmp_path / "gone.txt")])
    assert "gone.txt" in seat.window.answers.composer.words.text()
    seat.window.answers.seat.take_files([str(large)])
    assert "25 MB" in seat.window.answers.composer.words.text()
    assert seat.draft() is None


# --- mails on their way ---------------------------------------------------------------------------------------


def queued(seat: Seat) -> None:
    seat.press("r")
    seat.type("On its way.")
    seat.press(ENTER, CONTROL | SHIFT)


def put(seat: Seat, state: OutboxState, **facts: object) -> None:
    """What the engine would have written."""
    with seat.bench.shop.store.writing() as work:
        (item,) = work.outbox.items([OutboxState.QUEUED])
        work.outbox.move(item.id, [OutboxState.QUEUED], state, NOW)
        work.outbox.note(replace(item, state=state, **facts))  # type: ignore[arg-type]
    seat.window.answers.outbox.look()
    settle(seat.bot)


def test_a_refused_mail_stays_in_the_thread_and_can_be_edited(seat: Seat) -> None:
    queued(seat)
    put(seat, OutboxState.REFUSED, problem="SendRefused", problem_host="smtp.x", problem_detail="550 no")
    (card,) = seat.window.answers.outbox.cards.cards
    assert card.words.text().startswith("Not sent: smtp.x does not take this mail")
    assert list(card.buttons) == [Deal.RETRY, Deal.EDIT, Deal.DISCARD]
    QTest.mouseClick(card.buttons[Deal.EDIT], Qt.MouseButton.LeftButton)
    settle(seat.bot)
    assert seat.body == "On its way."
    assert not seat.window.answers.outbox.cards.isVisible()


def test_a_refused_mail_can_be_tried_again_and_discarded(seat: Seat) -> None:
    queued(seat)
    put(seat, OutboxState.REFUSED, problem="SendRefused")
    QTest.mouseClick(seat.window.answers.outbox.cards.button(Deal.RETRY), Qt.MouseButton.LeftButton)
    (item,) = seat.bench.shop.outbox.items()
    assert item.state is OutboxState.QUEUED
    assert seat.told[-1] == SendNow(item.mailbox_id)
    put(seat, OutboxState.HELD)
    QTest.mouseClick(seat.window.answers.outbox.cards.button(Deal.DISCARD), Qt.MouseButton.LeftButton)
    assert seat.bench.shop.outbox.items() == []


def test_a_mail_that_may_have_left_is_asked_about_and_never_sent_by_itself(seat: Seat) -> None:
    queued(seat)
    put(seat, OutboxState.UNKNOWN, problem=AnswerLost.__name__, looks=4)
    (card,) = seat.window.answers.outbox.cards.cards
    assert card.words.text() == "We do not know whether this mail to Anna Schmidt left."
    assert list(card.buttons) == [Deal.LOOK_AGAIN, Deal.SEND_AGAIN, Deal.WAS_SENT]
    QTest.mouseClick(card.buttons[Deal.LOOK_AGAIN], Qt.MouseButton.LeftButton)
    (item,) = seat.bench.shop.outbox.items()
    assert (item.state, item.looks, item.next_try) == (OutboxState.UNKNOWN, 0, NOW)
    QTest.mouseClick(seat.window.answers.outbox.cards.button(Deal.SEND_AGAIN), Qt.MouseButton.LeftButton)
    assert seat.bench.shop.outbox.items()[0].state is OutboxState.QUEUED


def test_the_outbox_lists_what_waits_and_says_when_nothing_does(seat: Seat) -> None:
    seat.window.deeds.run(Do.OUTBOX)
    dialog = seat.window.answers.outbox._dialog
    assert "Nothing waits" in dialog.empty.text()
    dialog.accept()
    queued(seat)
    put(seat, OutboxState.QUEUED, problem="ServerUnreachable", tries=1)
    seat.window.deeds.run(Do.OUTBOX)
    (card,) = dialog.cards.cards
    assert card.words.text() == "Will be sent when you are online."
    dialog.accept()
    assert seat.window.answers.outbox.line.text() == "1 mail waits"
    QTest.mouseClick(seat.window.answers.outbox.line, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    dialog.accept()


# --- the end of the window --------------------------------------------------------------------------------------


def test_closing_sends_what_is_held_first_and_then_closes_by_itself(seat: Seat) -> None:
    window, room = seat.window, seat.window.answers
    last = room._last_mails = LastMails(window, seat.bench.shop, window._around, room.outbox, lambda: True)
    queued(seat)
    window.close()
    settle(seat.bot)
    assert window.isVisible()
    (item,) = seat.bench.shop.outbox.items()
    assert item.send_after <= NOW
    assert seat.told[-1] == SendNow()
    assert "Sending 1 mail" in last._box.text()
    put(seat, OutboxState.FILED)
    settle(seat.bot)
    assert not window.isVisible()


def test_closing_without_a_way_out_asks_and_a_mail_for_later_never_does(seat: Seat) -> None:
    window, room = seat.window, seat.window.answers
    last = room._last_mails = LastMails(window, seat.bench.shop, window._around, room.outbox, lambda: False)
    asked: list[int] = []
    last.ask = lambda count: bool(asked.append(count)) or len(asked) > 1
    queued(seat)
    window.close()
    assert window.isVisible()
    window.close()
    assert (asked, window.isVisible()) == ([1, 1], False)


def test_a_session_that_ends_asks_nothing(seat: Seat) -> None:
    window, room = seat.window, seat.window.answers
    room._last_mails = LastMails(window, seat.bench.shop, window._around, room.outbox, lambda: False)
    queued(seat)
    window.let_go()
    window.close()
    assert not window.isVisible()
    assert len(seat.bench.shop.outbox.items()) == 1


def test_a_new_mail_is_written_kept_and_sent(seat: Seat) -> None:
    seat.window.deeds.run(Do.NEW_MAIL)
    settle(seat.bot)
    dialog = seat.window.findChild(NewMail)
    composer = dialog.composer
    assert dialog.focusWidget() is composer.envelope.fields["to"]
    QTest.keyClicks(composer.envelope.fields["to"], "kai@mail.example")
    QTest.keyClicks(composer.envelope.fields["subject"], "Lamps")
    QTest.keyClicks(composer.text, "Are there any left?")
    dialog.reject()
    settle(seat.bot)
    (draft,) = seat.bench.shop.replies.drafts()
    assert (draft.kind, draft.subject, draft.body) == (DraftKind.NEW, "Lamps", "Are there any left?")
    seat.window.deeds.run(Do.NEW_MAIL)
    settle(seat.bot)
    dialog = seat.window.findChildren(NewMail)[-1]
    assert dialog.composer.text.body == "Are there any left?"
    QTest.keyClick(dialog.composer.text, ENTER, CONTROL)
    settle(seat.bot)
    (item,) = seat.bench.shop.outbox.items()
    assert (item.recipients, item.subject, item.conversation_id) == (("kai@mail.example",), "Lamps", None)
    assert not any(one.isVisible() for one in seat.window.findChildren(NewMail))
    seat.window.deeds.run(Do.UNDO)
    settle(seat.bot)
    assert seat.window.findChildren(NewMail)[-1].composer.text.body == "Are there any left?"


# --- small parts ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("anna@x.example", (Address("", "anna@x.example"),)),
        ("Anna <anna@x.example>; ben@x.example", (Address("Anna", "anna@x.example"), Address("", "ben@x.example"))),
        ('"Schmidt, Anna" <anna@x.example>', (Address("Schmidt, Anna", "anna@x.example"),)),
        ("王伟 <wang@x.example>，li@x.example", (Address("王伟", "wang@x.example"), Address("", "li@x.example"))),
        ("nobody", (Address("", "nobody"),)),
        (" , ", ()),
    ],
)
def test_addresses_are_read_as_people_type_them(typed: str, people: tuple[Address, ...]) -> None:
    assert parse_people(typed) == people
    assert parse_people(people_text(people)) == people


def test_what_is_no_address_is_seen() -> None:
    assert looks_right(Address("", "a@b.example"))
    assert not any(looks_right(Address("", text)) for text in ("a", "@b", "a@", "a b@c"))


def test_places_are_told_in_characters_and_in_units() -> None:
    text = "a😀b你c"
    for place in range(len(text) + 1):
        assert to_chars(text, to_units(text, place)) == place
    assert to_units(text, 2) == 3


@pytest.mark.parametrize(
    ("body", "files", "expected"),
    [
        ("See the attached label.", (), (Caution.FORGOTTEN_FILE,)),
        ("请看附件", (), (Caution.FORGOTTEN_FILE,)),
        ("Das Etikett ist beigefügt.", (), (Caution.FORGOTTEN_FILE,)),
        ("Nothing of the kind.", (), ()),
    ],
)
def test_a_forgotten_file_is_noticed(body: str, files: tuple[()], expected: tuple[Caution, ...]) -> None:
    to = (Address("", "anna@x.example"),)
    draft = Draft(DraftId(0), DraftKind.NEW, MailboxId(1), to=to, body=body, files=files)
    assert cautions_of(draft, None) == expected


def test_no_reply_addresses_and_crowds_are_noticed() -> None:
    many = tuple(Address("", f"a{n}@x.example") for n in range(9))
    draft = Draft(DraftId(0), DraftKind.NEW, MailboxId(1), to=(Address("", "no-reply@x.example"), *many), body="Hi")
    assert cautions_of(draft, None) == (Caution.NO_REPLY, Caution.MANY_RECIPIENTS)


def test_an_answer_that_goes_to_another_domain_is_noticed(bench: Bench) -> None:
    (number,) = bench.come(mail("a1", extra="Reply-To: elsewhere@other.example"))
    assert number is not None
    draft = bench.shop.replies.start(number, DraftKind.REPLY)
    (message,) = bench.shop.conversations.open(number).messages
    assert cautions_of(draft, message) == (Caution.REPLY_TO_ELSEWHERE,)


def test_held_mails_are_released_and_those_for_later_stay(bench: Bench) -> None:
    (number,) = bench.come(mail("a1"))
    assert number is not None
    replies = bench.shop.replies
    for at in (None, NOW + timedelta(hours=1)):
        draft = replace(replies.start(number, DraftKind.REPLY), body="Words")
        replies.queue(replies.save(draft), hold_seconds=30, send_at=at)
    bench.clock.advance(timedelta(seconds=1))
    assert bench.shop.outbox.release_held() == 1
    after = [item.send_after for item in bench.shop.outbox.items()]
    assert after == [datetime(2026, 11, 2, 8, 0, 1, tzinfo=UTC), NOW + timedelta(hours=1)]
