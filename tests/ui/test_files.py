"""Files and pictures of a message: opened after a warning where one is due, saved without loss, looked at."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QDrag, QMouseEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.domain.errors import NotFound
from shopdesk.domain.file_risk import FileRisk
from shopdesk.domain.message import Address, Attachment
from shopdesk.ui import errands
from shopdesk.ui.conversation import drag_out
from shopdesk.ui.conversation.card import MessageCard
from shopdesk.ui.conversation.outside import Answer, drag_question, file_question, risk_text
from shopdesk.ui.conversation.source_window import MOST_SHOWN, SourceWindow, source_text
from shopdesk.ui.conversation.viewer import Viewer
from shopdesk.ui.conversation.wishes import Want, Wish
from shopdesk.ui.main_window import MainWindow
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import FakeDesk, HeldLane
from tests.ui.sample import NOW, lamp, message, sample_desk

ANNA = Address("Anna", "anna@example.de")
PDF = Attachment(0, "invoice.pdf", "application/pdf", 2_048)
PHOTO = Attachment(1, "lamp.png", "image/png", 10)
EXE = Attachment(1, "setup.exe", "application/octet-stream", 10, risky=True)


class Opened:
    """An opener that remembers."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.refuses = False

    def open_link(self, url: str) -> None:
        raise AssertionError(url)

    def open_file(self, path: Path) -> None:
        if self.refuses:
            raise NotFound("xdg-open")
        self.paths.append(path)


def desk_with(*attachments: Attachment, whole: bool = True, html: str = "") -> FakeDesk:
    desk = sample_desk()
    made = message(1_005, ANNA, "words", NOW, attachments=attachments, html=html)
    desk.messages[1] = (replace(made, mail=replace(made.mail, whole=whole)),)
    desk.files |= {(1_005, 0): b"%PDF", (1_005, 1): b"MZ"}
    return desk


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    return Opened()


def started(make: Maker, desk: FakeDesk, opened: Opened, tmp_path: Path) -> MainWindow:
    desk.attachments.lend_below(tmp_path)
    return make(desk, opener=opened)


def card(window: MainWindow) -> MessageCard:
    return window.inbox.pane.thread_view.cards[0]


def test_a_click_on_a_file_opens_a_private_copy(make: Maker, qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    window = started(make, desk_with(PDF), opened, tmp_path)
    chip = card(window).chips[0]
    assert chip.open.accessibleName() == "Open the file invoice.pdf, 2 kB"
    qtbot.mouseClick(chip.open, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert [path.name for path in opened.paths] == ["invoice.pdf"]
    assert opened.paths[0].read_bytes() == b"%PDF"
    opened.refuses = True
    qtbot.mouseClick(chip.open, Qt.MouseButton.LeftButton)
    assert window.toast.text == "No program opened invoice.pdf. Save it instead."


@pytest.mark.parametrize(("answer", "opens", "saves"), [(Answer.LEAVE, 0, 0), (Answer.OPEN, 1, 0), (Answer.SAVE, 0, 1)])
def test_a_program_is_opened_only_after_a_question(
    make: Maker, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: Answer, opens: int, saves: int
) -> None:
    asked: list[tuple[str, FileRisk]] = []
    monkeypatch.setattr(errands, "ask_about_file", lambda _, name, risk: asked.append((name, risk)) or answer)
    monkeypatch.setattr(errands, "ask_where", lambda *_: tmp_path / "kept.exe")
    window = started(make, desk_with(PDF, EXE), opened, tmp_path)
    card(window).chips[1].open.click()
    assert asked == [("setup.exe", FileRisk.PROGRAM)]
    assert (len(opened.paths), (tmp_path / "kept.exe").exists()) == (opens, bool(saves))


def _drag(widget: QWidget) -> None:
    """Press, move too little for a drag, then far enough, and let go."""
    centre = widget.rect().center()
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=centre)
    for far in (2, 40, 60):
        move = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(centre) + QPointF(far, 0), widget.mapToGlobal(QPointF(centre)),
            Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(widget, move)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=centre)


def test_a_file_is_dragged_out_as_a_copy_of_its_own_which_is_no_click(
    make: Maker, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[Path] = []
    monkeypatch.setattr(drag_out, "drag_out", lambda _, path, icon: dragged.append(path) or icon.isNull())
    monkeypatch.setattr(errands, "ask_to_save", lambda *_: pytest.fail("asked"))
    desk = desk_with(PDF, PHOTO)
    desk.files[1_005, 1] = lamp(0)
    window = started(make, desk, opened, tmp_path)
    for widget, name in ((card(window).chips[0].open, "invoice.pdf"), (card(window).thumbs[0], "lamp.png")):
        _drag(widget)
        assert dragged[-1].name == name
    pdf = dragged[0]
    assert (len(dragged), opened.paths, pdf.read_bytes()) == (2, [], b"%PDF")
    assert os.access(pdf, os.W_OK), "whoever drops it may change the copy"
    [url] = drag_out.mime_of(pdf).urls()
    assert url.toLocalFile() == str(pdf)
    assert not window.findChildren(Viewer)
    card(window).chips[0].open.click()
    assert len(opened.paths) == 1, "a click is a click as before"


@pytest.mark.parametrize("wanted", [False, True])
def test_what_could_do_harm_is_not_dragged_but_asked_about_as_for_saving(
    make: Maker, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: bool
) -> None:
    asked: list[tuple[str, FileRisk]] = []
    monkeypatch.setattr(drag_out, "drag_out", lambda *_: pytest.fail("dragged"))
    monkeypatch.setattr(errands, "ask_to_save", lambda _, name, risk: asked.append((name, risk)) or wanted)
    monkeypatch.setattr(errands, "ask_where", lambda *_: tmp_path / "kept.exe")
    window = started(make, desk_with(PDF, EXE), opened, tmp_path)
    _drag(card(window).chips[1].open)
    assert asked == [("setup.exe", FileRisk.PROGRAM)]
    assert (tmp_path / "kept.exe").exists() is wanted
    box = drag_question(window, "setup.exe", FileRisk.PROGRAM)
    assert box.text() == risk_text(FileRisk.PROGRAM)
    assert box.buttonRole(box.defaultButton()) is QMessageBox.ButtonRole.RejectRole
    box.deleteLater()


def test_a_drag_whose_button_was_let_go_meanwhile_ends_quietly(window: MainWindow, tmp_path: Path) -> None:
    drag_out.drag_out(window, tmp_path / "x", QPixmap())
    assert not window.findChildren(QDrag)


@pytest.mark.parametrize("risk", [risk for risk in FileRisk if risk is not FileRisk.NONE])
def test_every_risk_is_said_and_enter_and_escape_leave_the_file(window: MainWindow, risk: FileRisk) -> None:
    box = file_question(window, "<b>x</b>.exe", risk)
    assert box.text() == risk_text(risk)
    assert box.text().endswith(".")
    assert box.textFormat() is Qt.TextFormat.PlainText
    for button in (box.defaultButton(), box.escapeButton()):
        assert box.buttonRole(button) is QMessageBox.ButtonRole.RejectRole
    box.deleteLater()


def test_a_file_is_saved_where_asked(
    make: Maker, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "mine.pdf"
    monkeypatch.setattr(errands, "ask_where", lambda *_: target)
    window = started(make, desk_with(PDF), opened, tmp_path)
    card(window).chips[0].save.click()
    assert target.read_bytes() == b"%PDF"
    assert window.toast.text == "Saved as mine.pdf"
    monkeypatch.setattr(errands, "ask_where", lambda *_: tmp_path / "no" / "x.pdf")
    card(window).chips[0].save.click()
    assert "Choose another place" in window.toast.text


def test_all_files_are_saved_and_none_is_overwritten(
    make: Maker, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Downloads"
    folder.mkdir()
    (folder / "invoice.pdf").write_bytes(b"mine")
    monkeypatch.setattr(errands, "ask_folder", lambda _: folder)
    window = started(make, desk_with(PDF, EXE), opened, tmp_path)
    files = card(window).files
    assert files is not None
    assert files.save_all is not None
    files.save_all.click()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        "invoice.pdf": b"mine", "invoice (2).pdf": b"%PDF", "setup.exe": b"MZ",
    }  # fmt: skip
    assert window.toast.text == "2 files saved in Downloads"


def test_what_is_still_on_its_way_is_said_and_can_be_fetched(
    make: Maker, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_with(PDF, whole=False)
    desk.files.clear()
    window = started(make, desk, opened, tmp_path)
    wanted: list[object] = []
    window.messages.errands._fetch = wanted.append
    card(window).chips[0].open.click()
    assert window.toast.text == "The rest of this mail is not here yet. Try again in a moment."
    files = card(window).files
    assert files is not None
    assert files.save_all is None
    assert files.fetch is not None
    files.fetch.click()
    assert wanted == [card(window).message.mailbox_id]
    said = [label.text() for label in card(window).findChildren(QLabel)]
    assert "Files and the rest of this mail are still on their way." in said


# --- pictures ------------------------------------------------------------------------------------------------


def photos(count: int) -> list[Attachment]:
    return [Attachment(n, f"photo {n}.png", "image/png", 9) for n in range(count)]


@pytest.mark.qt_log_ignore("does not support")
def test_broken_pictures_say_so_in_card_and_viewer(make: Maker, qtbot: QtBot) -> None:
    desk = desk_with(*photos(2))
    desk.files = {(1_005, 0): b"abc", (1_005, 1): lamp(1)}
    window = make(desk)
    thumbs = card(window).thumbs
    assert [thumb.has_picture for thumb in thumbs] == [False, True]
    assert thumbs[0].accessibleName() == "photo 0.png: This picture cannot be shown"
    qtbot.mouseClick(thumbs[0], Qt.MouseButton.LeftButton)
    viewer = window.findChild(Viewer)
    assert viewer is not None
    assert viewer.canvas.accessibleDescription() == "This picture cannot be shown"
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.canvas.image.width() == 660
    viewer.close()


@pytest.mark.qt_log_ignore("does not support")
def test_the_viewer_zooms_by_keys_and_counts(make: Maker, qtbot: QtBot) -> None:
    desk = desk_with(*photos(5))
    desk.files = {(1_005, n): lamp(0) for n in range(5)}
    window = make(desk)
    qtbot.mouseClick(card(window).thumbs[1], Qt.MouseButton.LeftButton)
    viewer = window.findChild(Viewer)
    assert viewer is not None
    assert viewer.count.text() == "2 of 5"
    assert viewer.percent.text() == "100 %"
    QTest.keyClick(viewer, "+")
    QTest.keyClick(viewer, "+")
    assert viewer.percent.text() == "156 %"
    QTest.keyClick(viewer, "-")
    assert viewer.percent.text() == "125 %"
    QTest.keyClick(viewer, "0")
    assert viewer.percent.text() == "100 %"
    QTest.keyClick(viewer, Qt.Key.Key_Left)
    assert viewer.count.text() == "1 of 5"
    viewer.close()


def test_a_picture_that_comes_after_its_card_is_gone_harms_nobody(make: Maker, qtbot: QtBot) -> None:
    desk, lane = desk_with(*photos(1)), HeldLane()
    desk.files = {(1_005, 0): lamp(0)}
    window = make(desk, reading=lane)
    window.inbox.presenter.go(1)
    settle(qtbot)
    lane.release()
    assert window.inbox.presenter.current == 2


# --- the mail as it came ---------------------------------------------------------------------------------------


def test_the_source_is_shown_searched_and_saved_byte_for_byte(
    make: Maker, qtbot: QtBot, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = b"Subject: Parcel\r\nX-Odd: \x1b[31m\xff\r\n\r\nHello parcel\r\n" + "\u202ereversed".encode()
    desk = desk_with()
    desk.attachments.raws[1_005] = raw
    window = started(make, desk, opened, tmp_path)
    monkeypatch.setattr(errands, "ask_where", lambda _, name, __: tmp_path / name)
    window.messages.errands.carry_out(Wish(Want.SOURCE, card(window).message))
    source = window.findChild(SourceWindow)
    assert source is not None
    shown = source.text.toPlainText()
    assert "Subject: Parcel\n" in shown
    assert "\\x1b[31m" in shown
    assert "\\x202ereversed" in shown
    QTest.keyClicks(source.search, "parcel")
    assert source.text.textCursor().selectedText() == "Parcel"
    QTest.keyClick(source.search, Qt.Key.Key_Return)
    assert source.text.textCursor().position() > len("Subject: Parcel")
    QTest.keyClicks(source.search, "xx")
    assert source.said.text() == "Not found"
    source.save.click()
    saved = tmp_path / window.toast.text.removeprefix("Saved as ")
    assert saved.suffix == ".eml"
    assert saved.read_bytes() == raw
    source.close()
    settle(qtbot)


def test_of_a_giant_mail_the_beginning_is_shown_quickly(qtbot: QtBot) -> None:
    text = source_text(b"x" * (MOST_SHOWN * 3))
    assert len(text) < MOST_SHOWN * 1.01
    assert max(map(len, text.split("\n"))) <= 4_000


def test_a_mail_without_its_bytes_says_why(make: Maker, opened: Opened, tmp_path: Path) -> None:
    window = started(make, desk_with(whole=False), opened, tmp_path)
    gone = replace(card(window).message, gone=True)
    window.messages.errands.carry_out(Wish(Want.SOURCE, gone))
    assert window.toast.text == "The server no longer has this mail, and only its beginning was fetched."


def test_the_browser_gets_a_page_that_can_reach_no_network(
    make: Maker, opened: Opened, tmp_path: Path
) -> None:
    inline = Attachment(0, "logo.png", "image/png", 10, content_id="logo@x", inline=True)
    html = '<p>Hi</p><img src="cid:logo@x"><img src="cid:gone@x"><img data-remote="https://t.example/1.gif">'
    desk = desk_with(inline, html=html)
    desk.files[(1_005, 0)] = lamp(0)
    window = started(make, desk, opened, tmp_path)
    window.messages.errands.carry_out(Wish(Want.BROWSER, card(window).message))
    page = opened.paths[0].read_text("utf-8")
    assert "Content-Security-Policy\" content=\"default-src 'none'; img-src data:" in page
    assert page.count('<img src="data:image/png;base64,') == 1
    assert "cid:" not in page
    assert ' src="http' not in page
    assert opened.paths[0].suffix == ".html"


def test_the_menu_of_a_message_copies_its_words(make: Maker, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QApplication

    window = make(desk_with())
    menu = card(window).menu()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[0] == "Copy text"
    assert "View source" in texts
    assert "Split the conversation here" not in texts, "nothing would stay behind"
    menu.actions()[0].trigger()
    assert QApplication.clipboard().text() == "words"
    menu.deleteLater()
