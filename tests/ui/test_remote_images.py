"""Remote images: a fixture with 30 trackers makes 0 requests; "Load" loads them once; 1x1 never."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtNetwork import QHostAddress, QTcpServer
from pytestqt.qtbot import QtBot

from shopdesk.domain.changes import Changes
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.message import Address, Direction
from shopdesk.jobs.lane import Lane
from shopdesk.mail.html import clean_html
from shopdesk.mail.remote_pictures import RemotePictureSource
from shopdesk.ui.conversation.card import MessageCard
from shopdesk.ui.conversation.mail_html import Part
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.screen_thread import ScreenThread
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import FakeDesk, HeldLane
from tests.ui.sample import NOW, lamp, message, sample_desk

ANNA = Address("Anna", "anna@example.de")


class Site:
    """A real server in the screen's own thread; a second thread asks it."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.server = QTcpServer()
        assert self.server.listen(QHostAddress.SpecialAddress.LocalHost)
        self.server.newConnection.connect(self._answer)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server.serverPort()}/{path}"

    def _answer(self) -> None:
        connected = self.server.nextPendingConnection()

        def read() -> None:
            self.asked.append(bytes(connected.readLine().data()).decode().split()[1])
            connected.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + lamp(0))
            connected.disconnectFromHost()

        connected.readyRead.connect(read)


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.server.close()
    made.server.deleteLater()


def mail_with(html: str, **more: object) -> FakeDesk:
    """The sample shop whose first conversation is one cleaned mail."""
    desk = sample_desk()
    safe = clean_html(html, {})
    made = message(1_005, ANNA, "words", NOW, html=safe.html, remote_images=safe.remote_images, **more)  # type: ignore[arg-type]
    desk.messages[1] = (made,)
    return desk


@pytest.fixture
def network() -> Iterator[Lane]:
    """A thread of its own, as in the program."""
    screen = ScreenThread()
    lane = Lane("network", screen.post)
    yield lane
    lane.close()


def tracked(site: Site) -> str:
    """A mail with 30 pictures that watch, 30 declared points and one point by its style."""
    images = "".join(f'<img src="{site.url(f"{n}.png")}" width="120">' for n in range(30))
    points = "".join(f'<img src="{site.url(f"p{n}.gif")}" width="1" height="1">' for n in range(30))
    return f'<p>Hello</p>{images}{points}<img src="{site.url("s.gif")}" style="width:1px;height:1px">'


def card(window: MainWindow) -> MessageCard:
    return window.inbox.pane.thread_view.cards[0]


def test_thirty_trackers_make_no_request_and_one_click_loads_each_once(
    make: Maker, qtbot: QtBot, site: Site, network: Lane
) -> None:
    desk = mail_with(tracked(site))
    desk.outside.pictures.fetch = RemotePictureSource(is_open=lambda _: True).fetch  # type: ignore[method-assign]
    window = make(desk)
    window.inbox.pictures.remote._network = network
    bar = card(window).remote
    assert bar is not None
    assert bar.words.text() == "30 remote images not loaded"
    card(window).toggle_original()
    settle(qtbot)
    qtbot.wait(60)
    assert site.asked == []
    qtbot.mouseClick(bar.load, Qt.MouseButton.LeftButton)
    assert bar.words.text() == "Loading images…"
    assert not bar.load.isEnabled()
    qtbot.waitUntil(lambda: len(site.asked) >= 30, timeout=8_000)
    qtbot.waitUntil(lambda: card(window).remote is not bar or not bar.isVisible(), timeout=8_000)  # its card may go
    assert sorted(site.asked) == sorted(f"/{n}.png" for n in range(30))
    assert card(window).part is Part.ORIGINAL
    settle(qtbot)
    assert len(card(window).text._pictures) == 30
    window.inbox.apply(Changes(conversations=frozenset({ConversationId(1)})))
    window.inbox.pane.rebuild()
    settle(qtbot)
    assert card(window).remote is not None
    assert not card(window).remote.isVisible()  # type: ignore[union-attr]
    assert len(site.asked) == 30, "shown from the store"


def test_always_for_this_sender_loads_without_a_click_the_next_time(make: Maker, qtbot: QtBot) -> None:
    desk = mail_with('<p>Hi</p><img src="https://t.example/a.png">')
    pictures = desk.outside.pictures
    pictures.internet["https://t.example/a.png"] = lamp(0)
    window = make(desk)
    bar = card(window).remote
    assert bar is not None
    bar.always.click()
    assert pictures.asked == ["https://t.example/a.png"]
    assert list(pictures.senders()) == ["anna@example.de"]
    second = replace(desk.messages[1][0], id=1_006, mail=clean_mail(desk, "https://t.example/b.png"))
    pictures.internet["https://t.example/b.png"] = lamp(1)
    desk.messages[1] = (second,)
    window.inbox.apply(Changes(conversations=frozenset({ConversationId(1)})))
    settle(qtbot)
    assert pictures.asked[1:] == ["https://t.example/b.png"]
    assert card(window).part is Part.ORIGINAL
    pictures.ask_again("anna@example.de")
    desk.messages[1] = (replace(second, id=1_007, mail=clean_mail(desk, "https://t.example/c.png")),)
    window.inbox.apply(Changes(conversations=frozenset({ConversationId(1)})))
    settle(qtbot)
    assert len(pictures.asked) == 2


def clean_mail(desk: FakeDesk, url: str) -> object:
    safe = clean_html(f'<p>Hi</p><img src="{url}">', {})
    return replace(desk.messages[1][0].mail, html=safe.html)


def test_what_could_not_be_loaded_is_said_and_tried_again(make: Maker, qtbot: QtBot) -> None:
    desk = mail_with('<p>Hi</p><img src="https://t.example/a.png"><img src="https://t.example/b.png">')
    pictures = desk.outside.pictures
    pictures.internet["https://t.example/a.png"] = lamp(0)
    window = make(desk)
    bar = card(window).remote
    assert bar is not None
    bar.load.click()
    assert bar.isVisible()
    assert bar.words.text() == "1 image could not be loaded"
    assert bar.load.text() == "Try again"
    pictures.internet["https://t.example/b.png"] = lamp(1)
    bar.load.click()
    assert not bar.isVisible()
    assert pictures.asked.count("https://t.example/a.png") == 1


def test_who_leaves_while_pictures_load_is_not_disturbed(make: Maker, qtbot: QtBot) -> None:
    desk, lane = mail_with('<p>Hi</p><img src="https://t.example/a.png">'), HeldLane()
    desk.outside.pictures.internet["https://t.example/a.png"] = lamp(0)
    window = make(desk)
    window.inbox.pictures.remote._network = lane
    bar = card(window).remote
    assert bar is not None
    bar.load.click()
    window.inbox.presenter.go(1)
    settle(qtbot)
    lane.release()
    settle(qtbot)
    assert desk.outside.pictures.stored != {}, "what was asked for is kept"
    assert window.inbox.presenter.current == 2


def test_our_own_mails_offer_no_always(make: Maker) -> None:
    desk = mail_with('<p>Hi</p><img src="https://t.example/a.png">', direction=Direction.OUTGOING)
    bar = card(make(desk)).remote
    assert bar is not None
    assert not bar.always.isVisibleTo(bar)


def test_wide_pictures_do_not_push_the_card_apart(make: Maker, qtbot: QtBot) -> None:
    desk = mail_with('<p>Hi</p><img src="https://t.example/a.png" width="2400" height="90">')
    desk.outside.pictures.internet["https://t.example/a.png"] = big()
    window = make(desk)
    bar = card(window).remote
    assert bar is not None
    bar.load.click()
    settle(qtbot)
    text = card(window).text
    assert text.document().idealWidth() <= 660
    loaded = text.loadResource(QTextDocument.ResourceType.ImageResource.value, "remote:0")
    assert loaded.width() == 640  # type: ignore[attr-defined]


def big() -> bytes:
    from PySide6.QtCore import QBuffer, QByteArray

    image = QImage(2_000, 100, QImage.Format.Format_RGB32)
    image.fill(0)
    content, buffer = QByteArray(), QBuffer()
    buffer.setBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(content.data())
