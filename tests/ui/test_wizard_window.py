"""The wizard in its window: a new shop sees it by itself, others ask for it; the import is followed meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QProcess, Qt, Signal
from PySide6.QtTest import QTest

from shopdesk.domain.discovery import Found, Outcome, Source
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox, Security, Server, SignIn
from shopdesk.domain.trial import Part, Proof, Tick, Trial
from shopdesk.jobs.link import Command, MailboxesChanged, Problem, Progress, SyncFinished
from shopdesk.ui.actions import Do
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.wizard.estimate import Estimate
from shopdesk.ui.wizard.wizard import Step, Wizard
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import FakeDesk
from tests.ui.sample import NOW

IMAP = Server("imap.linenhaus.example", 993, Security.TLS)
SMTP = Server("smtp.linenhaus.example", 465, Security.TLS)


@dataclass
class FakeConnecting:
    """Finds everything, and everything works."""

    kept: list[Mailbox] = field(default_factory=list)

    def search(self, address: str, control: object = None) -> Outcome:
        return Outcome(Found(IMAP, SMTP, address, SignIn.PASSWORD, "", Source.AUTOCONFIG), ())

    def try_out(self, mailbox: Mailbox, proof: Proof, control: object, tell) -> Trial:
        for part in Part:
            tell(Tick(part))
        return Trial(None, None, 5, 10, 7)

    def keep(self, mailbox: Mailbox, proof: Proof) -> MailboxId:
        self.kept.append(mailbox)
        return MailboxId(7)


class FakeLink(QObject):
    progress = Signal(object)
    sync_finished = Signal(object)
    problem = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[Command] = []

    def send(self, command: Command) -> None:
        self.sent.append(command)


class FakeHealth(QObject):
    connected_changed = Signal(bool)

    def look(self) -> None:
        pass


@dataclass
class Scene:
    window: MainWindow
    link: FakeLink
    health: FakeHealth
    connecting: FakeConnecting

    @property
    def wizard(self) -> Wizard:
        wizard = self.window.setting_up.wizard
        assert wizard is not None
        return wizard


@pytest.fixture
def scene(make: Maker) -> Scene:
    desk = FakeDesk()
    desk.connecting = FakeConnecting()  # type: ignore[attr-defined]
    window = make(desk)
    link, health = FakeLink(), FakeHealth()
    window.setting_up.listen(SimpleNamespace(link=link, health=health), ("shopdesk", "demo"))  # type: ignore[arg-type]
    return Scene(window, link, health, desk.connecting)  # type: ignore[attr-defined]


def test_a_shop_without_a_mailbox_begins_with_the_first_run_page_once(scene: Scene, make: Maker) -> None:
    scene.health.connected_changed.emit(False)
    settle(make.bot)
    assert scene.wizard.isVisible()
    assert scene.window.rail.isHidden()
    assert scene.window.inbox.isHidden()
    assert len(scene.wizard.side.steps) == 4
    assert scene.wizard.side.sample.isVisible()
    assert scene.window.focusWidget() is scene.wizard.welcome.shop.edit
    QTest.keyClick(scene.wizard, Qt.Key.Key_Escape)
    assert scene.window.setting_up.wizard is None
    assert scene.window.inbox.isVisible()
    scene.health.connected_changed.emit(False)
    assert scene.window.setting_up.wizard is None, "who said no is not asked again"


def test_a_shop_with_a_mailbox_is_not_asked(scene: Scene) -> None:
    scene.health.connected_changed.emit(True)
    assert scene.window.setting_up.wizard is None
    assert scene.window.inbox.isVisible()


def test_the_calm_page_leads_to_the_wizard_and_names_no_commands(scene: Scene, make: Maker) -> None:
    scene.window.inbox.stage.show_connected(False)
    calm = scene.window.inbox.pane.calm
    assert calm.button.text() == "Connect a mailbox"
    QTest.keyClick(calm.button, Qt.Key.Key_Space)
    settle(make.bot)
    assert scene.wizard.current is Step.CONNECT
    assert len(scene.wizard.side.steps) == 3
    assert scene.wizard.side.sample.isHidden()


def test_keys_of_the_inbox_rest_while_the_wizard_is_open(scene: Scene) -> None:
    actions = scene.window.actions_table
    scene.window.setting_up.open()
    assert not actions[Do.DONE].isEnabled()
    assert not actions[Do.NEXT].isEnabled()
    assert actions[Do.LARGER].isEnabled()
    scene.window.setting_up.close()
    assert actions[Do.DONE].isEnabled()


def test_the_sample_shop_connects_no_mailboxes_and_says_so(scene: Scene) -> None:
    scene.window.setting_up._sample = ()
    told: list[str] = []
    scene.window.inbox.stage.told.connect(told.append)
    scene.window.setting_up.open()
    scene.health.connected_changed.emit(False)
    assert scene.window.setting_up.wizard is None
    assert told == ["This is the sample shop. Start Shopdesk itself to connect your mailbox."]


def test_sample_data_open_in_a_window_of_their_own(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda *words: started.append(words))
    scene.health.connected_changed.emit(False)
    QTest.keyClick(scene.wizard.side.sample, Qt.Key.Key_Space)
    assert started == [("shopdesk", ["demo"])]
    assert scene.window.setting_up.wizard is not None


def test_the_language_is_chosen_on_the_first_page_and_acts_at_once(scene: Scene, make: Maker) -> None:
    scene.health.connected_changed.emit(False)
    box = scene.wizard.welcome.language
    box.setCurrentIndex(box.findData("zh_CN"))
    box.activated.emit(box.currentIndex())
    settle(make.bot)
    assert scene.wizard.welcome.title.text() == "欢迎使用 Shopdesk"
    assert scene.wizard.side.steps[1].text() == "连接邮箱"
    assert scene.wizard.side.steps[1].accessibleName() == "第 2 步，共 4 步：连接邮箱"


def connected(scene: Scene, make: Maker) -> Wizard:
    scene.health.connected_changed.emit(False)
    wizard = scene.wizard
    wizard.welcome.shop.edit.setText("Linenhaus")
    QTest.keyClick(wizard.welcome.shop.edit, Qt.Key.Key_Return)
    page = wizard.connect_page
    QTest.keyClicks(page.address.edit, "hello@linenhaus.example")
    QTest.keyClick(page.address.edit, Qt.Key.Key_Return)
    assert "Settings found for linenhaus.example" in page.found.words
    QTest.keyClicks(page.password.edit, "secret")
    QTest.keyClick(page.password.edit, Qt.Key.Key_Return)
    settle(make.bot)
    QTest.keyClick(page.primary, Qt.Key.Key_Space)
    assert wizard.history.name.text == "Linenhaus"
    QTest.keyClick(wizard.history.primary, Qt.Key.Key_Space)
    settle(make.bot)
    assert wizard.current is Step.IMPORT
    return wizard


def test_work_begins_while_the_import_runs(scene: Scene, make: Maker) -> None:
    wizard = connected(scene, make)
    assert scene.link.sent == [MailboxesChanged()]
    (kept,) = scene.connecting.kept
    assert (kept.address, kept.name, kept.since_days) == ("hello@linenhaus.example", "Linenhaus", 365)
    assert not wizard.importing.primary.isEnabled()
    scene.link.progress.emit(Progress(MailboxId(3), 5, 10))
    assert wizard.importing.line == "counting …", "another mailbox's import is not ours"
    for seconds, done in ((0, 0), (10, 200), (20, 400)):
        make.now[0] = NOW + timedelta(seconds=seconds)
        scene.link.progress.emit(Progress(MailboxId(7), done, 8_800))
    assert wizard.importing.line == "400 of 8,800 · about 7m"
    assert wizard.importing.bar.value() == 400
    assert wizard.importing.primary.isEnabled()
    assert wizard.importing.primary.text() == "Start while it imports"
    QTest.keyClick(wizard.importing.primary, Qt.Key.Key_Space)
    assert scene.window.setting_up.wizard is None
    assert scene.window.inbox.isVisible()


def test_an_import_that_stops_says_why_and_one_that_ends_says_so(scene: Scene, make: Maker) -> None:
    wizard = connected(scene, make)
    scene.link.problem.emit(Problem(MailboxId(7), "ServerBusy", "imap.linenhaus.example"))
    assert wizard.importing._trouble.text().startswith("imap.linenhaus.example asks for patience")
    assert wizard.importing.primary.isEnabled(), "nobody is locked in"
    scene.link.progress.emit(Progress(MailboxId(7), 10, 10))
    assert wizard.importing._trouble.isHidden()
    scene.link.sync_finished.emit(SyncFinished(MailboxId(7)))
    assert wizard.importing.primary.text() == "Start"
    assert wizard.importing.line == "10 of 10"


def test_an_estimate_waits_until_it_knows_something() -> None:
    estimate = Estimate()
    assert estimate.left(0, 1000, NOW) is None
    assert estimate.left(10, 1000, NOW + timedelta(seconds=1)) is None
    left = estimate.left(100, 1000, NOW + timedelta(seconds=10))
    assert left == timedelta(seconds=90)
    assert estimate.left(1000, 1000, NOW + timedelta(seconds=20)) is None
    assert estimate.left(5, 1000, NOW + timedelta(seconds=21)) is None, "another import began"
