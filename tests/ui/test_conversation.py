"""What of a mail is shown, and that looking at it tells nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtNetwork import QHostAddress, QTcpServer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import MailRefused
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.message import Address, Attachment, Direction
from shopdesk.ui.conversation.decoding import decode
from shopdesk.ui.conversation.mail_html import Part, body_of, has_more, tamed, text_html
from shopdesk.ui.conversation.outside import link_question
from shopdesk.ui.conversation.viewer import Viewer
from shopdesk.ui.main_window import MainWindow
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import FakeDesk
from tests.ui.sample import NOW, lamp, message, sample_desk

ANNA = Address("Anna", "anna@example.de")


def with_message(**parts: object) -> FakeDesk:
    """A sample shop whose first conversation has one message made of these parts."""
    desk = sample_desk()
    made = message(1_005, ANNA, str(parts.pop("text", "words")), NOW, **parts)  # type: ignore[arg-type]
    desk.messages[1] = (made,)
    return desk


def texts(window: MainWindow) -> list[str]:
    """What the cards say."""
    return [card.text.toPlainText() for card in window.inbox.pane.thread_view.cards]


def test_the_newest_three_are_built_and_the_rest_is_a_stack(window: MainWindow, qtbot: QtBot) -> None:
    thread = window.inbox.pane.thread_view
    assert [card.message.id for card in thread.cards] == [1_004, 1_005, 1_006]
    assert thread.stack is not None
    assert thread.stack.text() == "3 earlier messages"
    QTest.keyClick(window.inbox.column.list, "o")
    settle(qtbot)
    assert len(thread.cards) == 6
    assert thread.stack is None
    QTest.keyClick(window.inbox.column.list, "o")
    assert len(thread.cards) == 3


def test_of_a_long_conversation_the_oldest_become_a_line_each(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    desk.messages[1] = tuple(message(n, ANNA, f"message {n}", NOW) for n in range(1, 31))
    window = make(desk)
    thread = window.inbox.pane.thread_view
    thread.toggle_fold()
    settle(qtbot)
    assert (len(thread.lines), len(thread.cards)) == (20, 10)
    qtbot.mouseClick(thread.lines[0], Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert (len(thread.lines), len(thread.cards)) == (19, 11)
    assert "message 1" in texts(window)


def test_quotes_are_folded_and_one_click_away(window: MainWindow, qtbot: QtBot) -> None:
    card = window.inbox.pane.thread_view.cards[1]
    assert "left our warehouse" not in card.text.toPlainText()
    height = card.text.height()
    qtbot.mouseClick(card.fold, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert "left our warehouse" in card.text.toPlainText()
    assert card.text.height() > height
    qtbot.mouseClick(card.fold, Qt.MouseButton.LeftButton)
    assert "left our warehouse" not in card.text.toPlainText()


def test_v_shows_the_original_and_back(window: MainWindow, qtbot: QtBot) -> None:
    thread = window.inbox.pane.thread_view
    thread.cards[1].text.setFocus()
    QTest.keyClick(thread.cards[1].text, "v")
    assert thread.cards[1].part is Part.ORIGINAL
    QTest.keyClick(thread.cards[1].text, "v")
    assert thread.cards[1].part is Part.OWN_WORDS


def test_every_card_is_as_tall_as_its_words(make: Maker, qtbot: QtBot) -> None:
    window = make(with_message(text="one two three four " * 200))
    text = window.inbox.pane.thread_view.cards[0].text
    for width in (1440, 1000, 1700):
        window.resize(width, 900)
        settle(qtbot)
        qtbot.wait(20)
        assert abs(text.height() - text.document().size().height()) <= 2
        assert text.verticalScrollBar().maximum() == 0


TRACKERS = "".join(f'<img src="http://127.0.0.1:%d/{n}.gif" width="1" height="1">' for n in range(30))


def test_thirty_trackers_make_no_request(make: Maker, qtbot: QtBot) -> None:
    server = QTcpServer()
    assert server.listen(QHostAddress.SpecialAddress.LocalHost)
    html = f"<p>Hello</p>{TRACKERS.replace('%d', str(server.serverPort()))}"
    window = make(with_message(html=html))
    card = window.inbox.pane.thread_view.cards[0]
    card.toggle_original()
    settle(qtbot)
    qtbot.wait(100)
    assert card.text.refused == 30
    assert not server.hasPendingConnections()
    server.close()


@pytest.mark.parametrize(
    "source", ["file://{path}", "{path}", "//server/share/a.png", "\\\\server\\share\\a.png", "qrc:/a.png"]
)
def test_pictures_from_files_and_shares_are_never_loaded(
    make: Maker, tmp_path: object, source: str
) -> None:
    from pathlib import Path

    picture = Path(str(tmp_path)) / "secret.png"
    picture.write_bytes(lamp(0))
    window = make(with_message(html=f'<p>Look</p><img src="{source.format(path=picture)}">'))
    card = window.inbox.pane.thread_view.cards[0]
    card.toggle_original()
    assert card.text.refused >= 1
    assert card.text.document().size().width() < 640
    loaded = card.text.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(source.format(path=picture)))
    assert loaded.size() == QSize(1, 1)  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", list(QTextDocument.ResourceType))
def test_no_other_resource_is_loaded(make: Maker, kind: QTextDocument.ResourceType) -> None:
    window = make()
    text = window.inbox.pane.thread_view.cards[0].text
    loaded = text.loadResource(kind.value, QUrl("file:///etc/passwd"))
    assert loaded == "" or loaded.size() == QSize(1, 1)  # type: ignore[attr-defined]


def test_pictures_inside_the_mail_are_shown_from_its_own_bytes(make: Maker, qtbot: QtBot) -> None:
    inline = Attachment(0, "logo.png", "image/png", 10, content_id="logo@x", inline=True)
    desk = with_message(html='<p>Hi</p><img src="cid:logo@x">', attachments=(inline,))
    desk.files[(1_005, 0)] = lamp(0)
    window = make(desk)
    card = window.inbox.pane.thread_view.cards[0]
    card.toggle_original()
    settle(qtbot)
    assert card.text.document().size().height() > 300
    assert card.text.refused == 0
    assert card.thumbs[0].has_picture


def test_a_picture_that_claims_to_be_enormous_is_not_unpacked() -> None:
    bomb = bytearray(lamp(0))
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2
    with pytest.raises(MailRefused):
        decode(bytes(bomb), QSize(132, 96))
    with pytest.raises(MailRefused):
        decode(b"not a picture", QSize(132, 96))
    assert decode(lamp(0), QSize(132, 96)).width() == 132


def test_links_show_their_true_target_first(make: Maker, qtbot: QtBot) -> None:
    window = make(with_message(html='<p><a href="https://evil.example/x">https://bank.example</a></p>'))
    card = window.inbox.pane.thread_view.cards[0]
    clicked: list[str] = []
    card.link_clicked.connect(clicked.append)
    card.text.anchorClicked.emit(QUrl("https://evil.example/x"))
    card.text.anchorClicked.emit(QUrl("file:///etc/passwd"))
    card.text.anchorClicked.emit(QUrl("javascript:alert(1)"))
    box = window.findChild(type(link_question(window, "")))
    assert clicked == ["https://evil.example/x"]
    assert box is not None
    question = link_question(window, "https://evil.example/x")
    assert question.informativeText() == "https://evil.example/x"
    assert question.textFormat() is Qt.TextFormat.PlainText


@pytest.fixture(autouse=True)
def no_box_opens(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Questions are answered with nothing, and remembered."""
    from shopdesk.ui import errands

    asked: list[str] = []
    monkeypatch.setattr(errands, "ask_and_open", lambda _window, target, _opener: asked.append(target))
    return asked


def test_labels_never_take_text_for_html(make: Maker) -> None:
    desk = sample_desk()
    evil = "<b>Anna</b><img src='file:///etc/passwd'>"
    desk.all_rows[1] = replace(desk.all_rows[1], customer_name=evil, subject=evil, order_numbers=(evil,))
    window = make(desk)
    labels = window.findChildren(QLabel)
    assert len(labels) > 5
    assert [label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText] == []
    assert window.inbox.pane.header.subject.text() == evil


def test_a_click_on_the_order_number_copies_it(window: MainWindow, qtbot: QtBot) -> None:
    window.inbox.pane.header.order_clicked.emit("304-8812047")
    assert QApplication.clipboard().text() == "304-8812047"
    assert window.toast.text == "Copied 304-8812047"


def test_other_conversations_of_the_customer_stand_in_the_panel(window: MainWindow) -> None:
    assert [line.text() for line in window.inbox.panel.earlier.lines[:3]] == [
        "Invoice for August order",
        "Which bulb fits?",
        "Delivery to a neighbour",
    ]


def test_news_in_the_open_conversation_appear_and_keep_the_place(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    window.inbox.pane.thread_view.toggle_fold()
    desk.messages[1] = (*desk.messages[1], message(1_007, ANNA, "One more thing", NOW))
    window.inbox.apply(Changes(conversations=frozenset({ConversationId(1)})))
    settle(qtbot)
    assert "One more thing" in texts(window)
    assert not window.inbox.pane.thread_view.is_folded


def test_a_bounce_and_a_missing_rest_are_said(make: Maker) -> None:
    desk = sample_desk()
    made = message(1_005, ANNA, "words", NOW, direction=Direction.OUTGOING, remote_images=3)
    desk.messages[1] = (replace(made, bounced="550 no such user", mail=replace(made.mail, whole=False)),)
    window = make(desk)
    said = [label.text() for label in window.inbox.pane.thread_view.findChildren(QLabel)]
    assert "Not delivered: 550 no such user" in said
    assert "3 remote images not loaded" in said


@pytest.mark.qt_log_ignore("does not support")
def test_the_viewer_goes_from_picture_to_picture(window: MainWindow, qtbot: QtBot) -> None:
    card = window.inbox.pane.thread_view.cards[1]
    qtbot.mouseClick(card.thumbs[0], Qt.MouseButton.LeftButton)
    viewer = window.findChild(Viewer)
    assert viewer is not None
    assert viewer.canvas.image.width() == 660
    assert viewer.count.text() == "1 of 2"
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.current.number == 1
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.current.number == 1
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    settle(qtbot)
    assert window.findChild(Viewer) is None


def test_taming_keeps_words_emphasis_and_links_only() -> None:
    html = (
        '<div style="color:red"><h1>Hi</h1><p style="font-size:40px">one <b>two</b> <font color="x">three</font>'
        '<a href="https://x.example/">go</a> <a href="javascript:x">no</a><img src="http://t/1.gif"></p>'
        "<style>p{}</style><br><br><br><br></div>"
    )
    safe = tamed(html)
    assert "style" not in safe
    assert "img" not in safe
    assert "javascript" not in safe
    assert '<a href="https://x.example/">go</a>' in safe
    assert "<b>two</b>" in safe
    assert "<br><br><br>" not in safe


def test_plain_text_becomes_safe_html_with_links() -> None:
    html = text_html("Hello <b>\nsee https://x.example/a?b=1&c=2.\n\nBye")
    assert "&lt;b&gt;" in html
    assert '<a href="https://x.example/a?b=1&amp;c=2">' in html
    assert html.count("<p>") == 2


def test_of_a_marketplace_frame_only_the_words_are_shown() -> None:
    table = "<table><tr><td>Amazon<p>Where is it?</p></td></tr></table>"
    framed = message(1, ANNA, "Amazon\nWhere is it?\nFooter", NOW, own="Where is it?", html=table)
    assert body_of(framed, Part.OWN_WORDS).html == "<p>Where is it?</p>"
    assert body_of(framed, Part.ORIGINAL).html == table
    assert body_of(framed, Part.ORIGINAL).on_paper
    assert has_more(framed)


@pytest.mark.parametrize("kind", ["encrypted", "signed", "text-differs-from-html", "cut", "external-body"])
def test_what_is_special_about_a_mail_is_said(make: Maker, kind: str) -> None:
    desk = sample_desk()
    made = message(1_005, ANNA, "words", NOW)
    desk.messages[1] = (replace(made, mail=replace(made.mail, special=frozenset({kind}))),)
    window = make(desk)
    plain = len(window.inbox.pane.thread_view.cards[0].findChildren(QLabel))
    desk.messages[1] = (made,)
    window.inbox.apply(Changes(conversations=frozenset({ConversationId(1)})))
    assert len(window.inbox.pane.thread_view.cards[0].findChildren(QLabel)) == plain - 1


def test_a_name_that_pretends_to_be_an_address_shows_the_true_one(make: Maker) -> None:
    desk = sample_desk()
    desk.messages[1] = (message(1_005, Address("service@bank.example", "x@evil.example"), "words", NOW),)
    labels = [label.text() for label in make(desk).inbox.pane.thread_view.cards[0].findChildren(QLabel)]
    assert "The true sender is x@evil.example." in labels


def test_the_room_for_due_pills_is_measured_by_what_they_say(window: MainWindow) -> None:
    maker, desk = window.inbox.pane.header._maker, sample_desk()
    rows = desk.rows([ConversationId(one) for one in desk.all_rows])
    rows += [replace(rows[0], bounced=True)]
    said = [maker.due_texts(row, NOW) for row in rows]
    assert said == [[pill.text() for pill in maker.due_pills(row, NOW)] for row in rows]
    assert {len(texts) for texts in said} >= {1, 2}
