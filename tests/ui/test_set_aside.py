"""Mails that could not be read: listed in words, tried again, saved as they came."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from shopdesk.domain.changes import Changes
from shopdesk.domain.ids import MailboxId, PlaceId
from shopdesk.domain.message import SetAsideMail
from shopdesk.jobs.link import RetrySetAside
from shopdesk.ui.actions import Do
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.set_aside.dialog import SetAsideDialog
from shopdesk.ui.set_aside.presenter import Reason, line_of
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import FakeDesk
from tests.ui.sample import NOW, sample_desk

pytestmark = pytest.mark.qt_log_ignore("does not support")


def aside(
    number: int, reason: str = "parts nested deeper than 60", beginning: str = "", sha256: str = "00"
) -> SetAsideMail:
    return SetAsideMail(
        PlaceId(number), MailboxId(1), "INBOX", 70 + number, reason, 2_000_000, NOW, sha256, beginning=beginning
    )


@pytest.fixture
def desk() -> FakeDesk:
    desk = sample_desk()
    head = "From: =?utf-8?q?J=C3=BCrgen?= <j@example.de>\nSubject: Photos\n\n"
    desk.aside = [aside(1, beginning=head), aside(2, "header block too large"), aside(3, sha256="")]
    return desk


@pytest.fixture
def window(make: Maker, desk: FakeDesk) -> MainWindow:
    return make(desk)


def opened(window: MainWindow, bot: QtBot) -> SetAsideDialog:
    window.deeds.run(Do.SET_ASIDE)
    settle(bot)
    dialog = window.list_room._set_aside
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def test_a_quiet_line_leads_to_them_while_there_are_any(window: MainWindow, qtbot: QtBot) -> None:
    column = window.inbox.column
    column.show_set_aside(0)
    assert "quiet_line" not in column.__dict__
    column.show_set_aside(3)
    assert column.quiet_line.accessibleName() == "3 mails could not be read"
    QTest.mouseClick(column.quiet_line, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert window.list_room._set_aside is not None
    window.list_room._set_aside.close()
    column.show_set_aside(0)
    assert not column.quiet_line.isVisible()


def test_each_says_who_why_when_and_how_large(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    line = dialog.cards[0].line
    assert (line.sender, line.subject) == ("Jürgen", "Photos")
    assert (line.mailbox, line.folder) == ("hello@linenhaus.example", "INBOX")
    assert [card.line.reason for card in dialog.cards] == [Reason.TOO_NESTED, Reason.LONG_HEADERS, Reason.TOO_NESTED]
    assert (dialog.cards[1].line.sender, dialog.cards[1].line.subject) == ("", "")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_one_or_all_are_tried_again_by_the_engine(window: MainWindow, desk: FakeDesk, qtbot: QtBot) -> None:
    asked: list[object] = []
    window.list_room._ask = asked.append
    dialog = opened(window, qtbot)
    QTest.mouseClick(dialog.cards[1].retry, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert asked == [RetrySetAside(PlaceId(2))]
    assert dialog.cards[1].retry.text() == "Trying…"
    assert not dialog.cards[2].retry.isEnabled(), "without bytes there is nothing to read"
    desk.aside.pop(1)
    window.list_room._tell_set_aside(Changes(mailboxes=frozenset({MailboxId(1)})))
    settle(qtbot)
    assert [card.line.place for card in dialog.cards] == [1, 3]
    QTest.mouseClick(dialog.retry_all, Qt.MouseButton.LeftButton)
    assert asked[-1] == RetrySetAside(None)
    desk.aside.clear()
    window.list_room._tell_set_aside(Changes(set_aside=True))
    settle(qtbot)
    assert dialog.cards == []
    assert not dialog.retry_all.isEnabled()


def test_the_raw_mail_is_saved_byte_by_byte(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(window, qtbot)
    offered: list[str] = []

    def choose(_parent: object, _title: str, name: str) -> tuple[str, str]:
        offered.append(Path(name).name)
        return str(tmp_path / "mail.eml"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    QTest.mouseClick(dialog.cards[0].save, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert offered == ["Photos.eml"]
    assert (tmp_path / "mail.eml").read_bytes() == b"hello@linenhaus.example INBOX 71"
    assert dialog._said.text() == "Saved as mail.eml"
    dialog.presenter.save(dialog.cards[0].line, tmp_path / "nowhere" / "mail.eml")
    assert dialog._said.text() == "The file cannot be saved there. Choose another place."


def test_a_language_change_reaches_the_open_dialog(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    window.deeds.choose_language("zh_CN")
    settle(qtbot)
    assert dialog.windowTitle() != "Mails that could not be read"
    assert dialog.cards[0].retry.text() != "Try again"


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("more than 2000 parts", Reason.TOO_MANY_PARTS),
        ("too many boundary lines", Reason.TOO_MANY_PARTS),
        ("parts nested deeper than 60", Reason.TOO_NESTED),
        ("header block too large", Reason.LONG_HEADERS),
        ("reader failed: KeyError", Reason.READER_FAILED),
        ("something new", Reason.OTHER),
    ],
)
def test_the_phrase_of_the_reader_becomes_a_reason(phrase: str, reason: Reason) -> None:
    assert line_of(aside(1, phrase), {}).reason is reason


BROKEN = ["", "\x00\x01\x02", "From: =?bad?x?y?=\nSubject: \n", "From:\n" * 500, "no header"]


@pytest.mark.parametrize("beginning", BROKEN)
def test_broken_beginnings_are_no_trouble(beginning: str) -> None:
    line = line_of(aside(1, beginning=beginning), {MailboxId(1): ("a@b.example", "Shop")})
    assert line.subject == ""
    assert len(line.sender) < 300
