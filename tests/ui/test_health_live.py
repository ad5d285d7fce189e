"""Health with a real engine process and a real mail server on this computer."""

from __future__ import annotations

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from shopdesk.app.shop import Shop, build_shop
from shopdesk.demo.presets import FULL
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import MailboxState
from shopdesk.ui.engine_link import EngineState
from shopdesk.ui.health.presenter import Standing
from shopdesk.ui.main_window import MainWindow
from tests.fakes.file_keyring import FileKeyring
from tests.servers.letters import letter
from tests.servers.post_offices import DemoPostOffice, demo_post_office
from tests.ui.conftest import Maker

pytestmark = [pytest.mark.gui, pytest.mark.server, pytest.mark.qt_log_ignore("does not support")]
ROOT = Path(__file__).parents[2]
WAIT_MS = 20_000


@pytest.fixture
def office():
    one = demo_post_office(FULL)
    one.deliver(letter(1))
    yield one
    one.server.stop()


@pytest.fixture
def shop(data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A shop whose keychain is in a file that the engine's process shares."""
    monkeypatch.setenv("TEST_KEYRING_FILE", str(tmp_path / "keys.json"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.fakes.file_keyring.FileKeyring")
    monkeypatch.chdir(ROOT)
    keyring.set_keyring(FileKeyring())
    data_folder.mkdir()
    one = build_shop(data_folder)
    yield one
    one.close()


class Present:
    """The clock of a window that runs."""

    def __getitem__(self, place: int) -> datetime:
        return datetime.now(UTC)


class Live:
    """A window over a real shop with its engine."""

    def __init__(self, make: Maker, shop: Shop) -> None:
        self.bot = make.bot
        make.now = Present()
        self.window: MainWindow = make(shop)  # type: ignore[arg-type]
        command = [sys.executable, "-m", "shopdesk", "--data", str(shop.data_folder), "engine"]
        self.window.go_on(command)
        assert self.window.engine is not None
        self.engine = self.window.engine

    @property
    def standing(self) -> Standing | None:
        lines = self.engine.health.board.lines
        return lines[0].standing if lines else None

    @property
    def foot(self) -> str:
        return self.window.inbox.column.foot.words

    def until(self, check) -> None:
        self.bot.waitUntil(check, timeout=WAIT_MS)


@pytest.fixture
def live(make: Maker, shop: Shop):
    begun: list[Live] = []

    def begin() -> Live:
        begun.append(Live(make, shop))
        return begun[-1]

    yield begin
    for one in begun:
        one.window.let_go()
        one.window.stop_engine()


def test_a_wrong_password_is_told_and_the_right_one_given_in_the_panel_heals_it(
    live, shop: Shop, office: DemoPostOffice
) -> None:
    shop.mailboxes.add(office.mailbox, "wrong")
    it = live()
    it.until(lambda: it.standing in (Standing.TRYING, Standing.STOPPED))
    assert it.foot.endswith(": password refused · Fix")
    QTest.mouseClick(it.window.inbox.column.foot, Qt.MouseButton.LeftButton)
    panel = it.engine.care.panel
    assert panel is not None
    card = panel.cards[MailboxId(1)]
    assert "refused name or password" in card._cause.text()
    QTest.mouseClick(card.fix, Qt.MouseButton.LeftButton)
    card.password.setText(office.password)
    QTest.keyClick(card.password, Qt.Key.Key_Return)
    it.until(lambda: it.standing is Standing.FINE)
    assert it.foot == "Synced just now"
    assert panel._words.text() == "All mailboxes work."
    assert shop.mailboxes.health()[0].state is MailboxState.READY
    protocol = "\n".join(shop.logs.protocol())
    assert "LOGIN ***" in protocol or "AUTHENTICATE" in protocol
    assert "wrong" not in protocol
    assert office.password not in protocol


@pytest.mark.expects_log("ended by itself")
def test_an_engine_that_is_killed_is_told_and_is_in_order_again(live, shop: Shop, office: DemoPostOffice) -> None:
    shop.mailboxes.add(office.mailbox, office.password)
    it = live()
    it.until(lambda: it.standing is Standing.FINE)
    told = []
    it.engine.health.facts_changed.connect(lambda facts: told.append(facts.trouble))
    first = it.engine.link.pid
    os.kill(first, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    it.until(lambda: it.engine.link.current is EngineState.DOWN)
    assert it.foot == "Sync stopped · Restart"
    it.engine.link.restart_now()
    it.until(lambda: it.engine.link.current is EngineState.RUNNING)
    assert it.engine.link.pid != first
    it.until(lambda: it.foot.startswith("Synced"))
    assert "Sync stopped · Restart" in told


@pytest.mark.expects_log("ended by itself")
def test_an_engine_that_hangs_is_replaced(live, shop: Shop, office: DemoPostOffice) -> None:
    shop.mailboxes.add(office.mailbox, office.password)
    it = live()
    it.until(lambda: it.standing is Standing.FINE)
    first = it.engine.link.pid
    it.engine.link.renew()
    it.until(lambda: it.engine.link.pid not in (0, first))
    it.until(lambda: it.engine.link.current is EngineState.RUNNING)
    assert it.engine.link.pid != first


def test_a_paused_mailbox_brings_nothing_until_it_goes_on(live, shop: Shop, office: DemoPostOffice) -> None:
    shop.mailboxes.add(office.mailbox, office.password)
    it = live()
    it.until(lambda: it.standing is Standing.FINE)
    it.engine.care.open()
    card = it.engine.care.panel.cards[MailboxId(1)]
    QTest.mouseClick(card.pause, Qt.MouseButton.LeftButton)
    it.until(lambda: it.standing is Standing.PAUSED)
    it.bot.wait(300)
    office.deliver(letter(2))
    it.bot.wait(1_000)
    assert shop.mailboxes.health()[0].messages == 1
    QTest.mouseClick(card.pause, Qt.MouseButton.LeftButton)
    it.until(lambda: shop.mailboxes.health()[0].messages == 2)


def test_a_server_that_goes_away_is_told_as_offline(live, shop: Shop, office: DemoPostOffice) -> None:
    shop.mailboxes.add(office.mailbox, office.password)
    it = live()
    it.until(lambda: it.standing is Standing.FINE)
    office.server.stop()
    it.engine.care.sync_now()
    it.until(lambda: it.standing is Standing.OFFLINE)
    assert it.foot == "Offline"
    it.engine.care.open()
    assert it.engine.care.panel.cards[MailboxId(1)].fix.text() == "Try now"
