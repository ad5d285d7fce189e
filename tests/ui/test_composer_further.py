"""More of the composer over a real shop: notes taken back, whom an answer goes to, templates out of replies."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from shopdesk.domain.draft import DraftKind
from shopdesk.domain.message import Direction
from shopdesk.domain.template import Template
from shopdesk.ui.actions import Do
from shopdesk.ui.new_mail import NewMail
from tests.services.bench import answer
from tests.ui.composing import CONTROL, ENTER, Seat, bench, furnished, seat, shop_folder
from tests.ui.conftest import settle

__all__ = ["bench", "furnished", "seat", "shop_folder"]


# --- notes ----------------------------------------------------------------------------------------------------


def test_undo_takes_a_note_out_of_the_conversation_and_gives_its_words_back(seat: Seat) -> None:
    """Undo everywhere: Z after a note."""
    current = seat.window.inbox.presenter.current
    seat.press("n")
    seat.type("Ask Kai about the lamps")
    seat.press(ENTER, CONTROL)
    opened = seat.bench.shop.conversations.open(current)
    assert opened.messages[-1].direction is Direction.NOTE
    assert [card.message.direction for card in seat.window.inbox.pane.thread_view.cards][-1] is Direction.NOTE
    seat.press("z")
    left = seat.bench.shop.conversations.open(current)
    assert [one.direction for one in left.messages] == [Direction.INCOMING]
    assert left.conversation.messages == opened.conversation.messages - 1
    assert [card.message.direction for card in seat.window.inbox.pane.thread_view.cards] == [Direction.INCOMING]
    assert seat.window.toast.text == "Taken back: Note saved"
    assert seat.body == "Ask Kai about the lamps"
    assert seat.window.answers.seat.presenter.draft.kind is DraftKind.NOTE
    assert seat.bench.shop.search.find("lamps Kai") == []
    seat.press(ENTER, CONTROL)
    again = seat.bench.shop.conversations.open(current)
    assert [one.direction for one in again.messages] == [Direction.INCOMING, Direction.NOTE]


def test_undo_of_a_note_keeps_the_next_one_that_was_begun(seat: Seat) -> None:
    seat.press("n")
    seat.type("First")
    seat.press(ENTER, CONTROL)
    seat.press("n")
    seat.type("Second")
    seat.window.answers.seat.presenter.keep()
    seat.window.deeds.run(Do.UNDO)
    settle(seat.bot)
    assert seat.body == "First\n\nSecond"
    assert seat.draft(note=True).body == seat.body


# --- signatures -----------------------------------------------------------------------------------------------------


def sign(seat: Seat, text: str = "Mei\nLinen Haus") -> None:
    mailbox = seat.bench.folder().mailbox_id
    seat.bench.shop.signatures.save(mailbox, text)


def test_the_signature_of_the_mailbox_stands_under_the_text_and_is_no_part_of_it(seat: Seat) -> None:
    sign(seat)
    seat.press("r")
    seat.type("On its way.")
    box = seat.window.answers.composer.signature
    assert box.isVisible()
    assert box.words.text() == "-- \nMei\nLinen Haus"
    assert seat.body == "On its way."
    seat.press("z", CONTROL)
    assert box.isVisible()
    seat.window.deeds.run(Do.NOTE)
    settle(seat.bot)
    assert not box.isVisible()


def test_a_signature_is_taken_off_one_mail_and_put_on_again(seat: Seat) -> None:
    sign(seat)
    seat.press("r")
    seat.type("Hi")
    box = seat.window.answers.composer.signature
    QTest.mouseClick(box.off, Qt.MouseButton.LeftButton)
    assert (box.words.isVisible(), box.on.isVisible(), seat.draft().signed) == (False, True, False)
    seat.press(Qt.Key.Key_Escape)
    seat.press("j")
    seat.press("k")
    assert box.on.isVisible()
    QTest.mouseClick(box.on, Qt.MouseButton.LeftButton)
    assert (box.words.isVisible(), seat.draft().signed) == (True, True)


def test_a_new_mail_has_the_signature_of_the_mailbox_it_comes_from(seat: Seat) -> None:
    sign(seat, "First")
    other = seat.bench.connect("other@shop.example")
    seat.bench.shop.signatures.save(other, "Second")
    seat.window.deeds.run(Do.NEW_MAIL)
    settle(seat.bot)
    dialog = seat.window.findChild(NewMail)
    assert dialog.composer.signature.words.text() == "-- \nFirst"
    dialog.shops.setCurrentIndex(1)
    dialog.shops.activated.emit(1)
    settle(seat.bot)
    assert dialog.composer.signature.words.text() == "-- \nSecond"


def test_the_settings_keep_a_signature_as_it_is_typed_and_refuse_what_cannot_be_filled(seat: Seat) -> None:
    settings = seat.window.deeds.settings
    settings.open("signatures")
    settle(seat.bot)
    page, mailbox = settings.dialog.page("signatures"), seat.bench.folder().mailbox_id
    QTest.keyClicks(page.name, "Mei")
    QTest.keyClicks(page.source, "{{ agent.name }}, Linen Haus")
    seat.pause()
    assert seat.bench.shop.signatures.of(mailbox) == "{{ agent.name }}, Linen Haus"
    assert page.filled.text() == "-- \nMei, Linen Haus"
    assert not page.fault.isVisible()
    page.source.setPlainText("{{ customer.name }}")
    page.keep()
    assert "customer.name" in page.fault.text()
    assert page.fault.isVisible()
    assert seat.bench.shop.signatures.of(mailbox) == "{{ agent.name }}, Linen Haus"
    settings.dialog.close()


# --- templates out of replies ---------------------------------------------------------------------------------------


def opened_template(seat: Seat) -> Template:
    """The template that the page shows, not saved yet."""
    pages = seat.window.pages
    assert pages.current == "templates"
    library = pages.templates.presenter.library
    (number,) = library.unsaved()
    return library.get(number)


def test_what_is_written_becomes_a_template_with_placeholders_that_is_not_saved_yet(seat: Seat) -> None:
    seat.bench.shop.signatures.name_agent("Mei Lin")
    before = len(seat.bench.shop.templates.all())
    seat.press("r")
    seat.type("Hello Anna, your parcel arrives on 2026-11-06. Regards, Mei Lin")
    QTest.mouseClick(seat.window.answers.composer.bar.keep, Qt.MouseButton.LeftButton)
    settle(seat.bot)
    (variant,) = opened_template(seat).variants
    assert "Hello {{ customer.first_name" in variant.body
    assert "arrives on {{ input.date" in variant.body
    assert variant.body.endswith("Regards, {{ agent.name }}")
    assert len(seat.bench.shop.templates.all()) == before
    seat.window.pages.templates.presenter.revert()
    assert seat.window.pages.templates.presenter.library.unsaved() == frozenset()
    seat.window.pages.show("inbox")
    settle(seat.bot)
    assert seat.body.startswith("Hello Anna,")


def test_a_sent_message_becomes_a_template_from_its_menu_and_by_the_command(seat: Seat) -> None:
    current = seat.window.inbox.presenter.current
    seat.bench.come(answer("s1", "a1"), folder="Sent")
    seat.window.inbox.conversation.open(current)
    settle(seat.bot)
    card = next(one for one in seat.window.inbox.pane.thread_view.cards if one.message.direction is Direction.OUTGOING)
    theirs = next(one for one in seat.window.inbox.pane.thread_view.cards if one is not card)
    words = "Save as template"
    assert words not in [action.text() for action in theirs.menu().actions()]
    next(action for action in card.menu().actions() if action.text() == words).trigger()
    settle(seat.bot)
    assert opened_template(seat).variants[0].body == "It is on its way."
    seat.window.pages.templates.presenter.revert()
    seat.window.pages.show("inbox")
    seat.window.deeds.run(Do.TEMPLATE_OF_REPLY)
    settle(seat.bot)
    assert opened_template(seat).variants[0].body == "It is on its way."
    seat.window.pages.templates.presenter.revert()


def test_without_a_reply_there_is_no_template_and_that_is_said(seat: Seat) -> None:
    seat.window.deeds.run(Do.TEMPLATE_OF_REPLY)
    assert seat.window.toast.text == "There is no reply yet."
    assert seat.window.pages.current == "inbox"
