"""The foot line, the health panel and the alarm, with real widgets over a desk in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from shopdesk.domain.certificate import SeenCertificate
from shopdesk.domain.connection import Tokens
from shopdesk.domain.errors import KeychainFailed
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Health, MailboxState, OAuthSetup, Server, SignIn
from shopdesk.jobs.lane import InlineLane
from shopdesk.jobs.link import MailboxesChanged, Problem, Progress, SyncFinished, SyncNow
from shopdesk.ui.engine_link import EngineState
from shopdesk.ui.health.panel import HealthPanel
from shopdesk.ui.health.presenter import Fix, Running, Standing, board_of, fix_for
from shopdesk.ui.health.protocol import ProtocolViewer
from shopdesk.ui.health.wording import cause_text, head_text, times_text
from shopdesk.ui.health_line import foot_facts
from shopdesk.ui.health_room import HealthRoom
from shopdesk.ui.health_watch import HealthWatch
from shopdesk.ui.inbox.foot import foot_text
from shopdesk.ui.mending_room import MendingRoom
from shopdesk.ui.wizard.certificate_box import CertificateBox
from shopdesk.ui.words import left_words
from tests.ui.conftest import Maker, settle
from tests.ui.sample import NOW, health, sample_desk
from tests.ui.shown.health import LINES, in_trouble, mailbox, several

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support")]
WELL = health(1, "hello@linenhaus.example")
HALF_MINUTE = timedelta(seconds=30)


class Link(QObject):
    """The window's end of an engine that is not there."""

    progress, problem, sync_finished, state = Signal(object), Signal(object), Signal(object), Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[object] = []
        self.current = EngineState.RUNNING
        self.restart_in: float | None = None

    def send(self, command: object) -> None:
        self.sent.append(command)

    def restart_now(self) -> None:
        self.sent.append("restart")

    def renew(self) -> None:
        self.sent.append("renew")

    def dies(self) -> None:
        self.current, self.restart_in = EngineState.DOWN, 5.0
        self.state.emit(EngineState.DOWN)

    def lives(self) -> None:
        self.current, self.restart_in = EngineState.RUNNING, None
        self.state.emit(EngineState.RUNNING)


class Care:
    """A window with watch and health room, without an engine."""

    def __init__(self, make: Maker, *rows: Health) -> None:
        self.make = make
        self.desk = sample_desk()
        self.desk.mailbox_health = list(rows)
        self.window = make(self.desk)
        self.link = Link()
        around = self.window._around
        self.watch = HealthWatch(self.desk, InlineLane(), around.now, self.window)  # its timer ends with the window
        self.room = HealthRoom(self.window, self.window.inbox, self.desk, around, self.link, self.watch)
        foot = self.window.inbox.column.foot
        self.watch.facts_changed.connect(lambda facts: foot.show_facts(facts, around.now()))
        self.watch.listen(self.link)
        self.watch.look()
        self.watch.tick()

    @property
    def foot(self) -> str:
        return self.window.inbox.column.foot.words

    @property
    def now(self) -> datetime:
        return self.make.now[0]

    def pass_time(self, minutes: float) -> None:
        for _ in range(round(minutes * 2)):
            self.make.now[0] += HALF_MINUTE
            self.watch.tick()

    def click_foot(self) -> HealthPanel:
        QTest.mouseClick(self.window.inbox.column.foot, Qt.MouseButton.LeftButton)
        settle(self.make.bot)
        assert self.room.panel is not None
        return self.room.panel

    @property
    def alarm(self) -> str:
        return "" if self.room.strip is None else self.room.strip.text


@pytest.fixture
def care(make):
    def begin(*rows: Health) -> Care:
        return Care(make, *rows)

    return begin


# --- what fits what went wrong --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("problem", "fix"),
    [
        ("", Fix.NONE),
        ("SignInRefused", Fix.PASSWORD),
        ("SignInNeeded", Fix.PASSWORD),
        ("CertificateRefused", Fix.CERTIFICATE),
        ("EncryptionMissing", Fix.SETTINGS),
        ("NotAMailServer", Fix.SETTINGS),
        ("ServerUnreachable", Fix.TRY_NOW),
        ("ServerBusy", Fix.TRY_NOW),
        ("KeychainFailed", Fix.TRY_NOW),
        ("DiskFull", Fix.TRY_NOW),
    ],
)
def test_the_main_button_fits_the_cause(problem: str, fix: Fix) -> None:
    assert fix_for(in_trouble(1, "a@b.example", problem)) is fix


def test_a_mailbox_that_signs_in_by_browser_is_not_asked_for_a_password() -> None:
    row = in_trouble(1, "a@b.example", "SignInRefused", minutes=None)
    row = replace(row, mailbox=replace(row.mailbox, sign_in=SignIn.OAUTH))
    assert fix_for(row) is Fix.BROWSER


def test_too_many_connections_are_told_apart_from_other_patience(make: Maker) -> None:
    make()
    crowded = in_trouble(1, "a@b.example", "ServerBusy", "Too many simultaneous connections (15)")
    assert "allows no more connections" in cause_text(crowded)
    assert "patience" in cause_text(replace(crowded, problem_detail="[UNAVAILABLE] later"))


@pytest.mark.parametrize(
    ("row", "running", "standing"),
    [
        (WELL, None, Standing.FINE),
        (WELL, Running(1, 3), Standing.FINE),
        (WELL, Running(10, 5_000), Standing.IMPORTING),
        (replace(WELL, last_success=None), Running(0, 0), Standing.IMPORTING),
        (replace(WELL, last_success=None, state=MailboxState.NEW), None, Standing.BEGINNING),
        (replace(WELL, mailbox=replace(WELL.mailbox, paused=True)), Running(10, 5_000), Standing.PAUSED),
        (in_trouble(1, "a@b.example", "ServerUnreachable"), None, Standing.OFFLINE),
        (in_trouble(1, "a@b.example", "ServerBusy"), None, Standing.TRYING),
        (in_trouble(1, "a@b.example", "SignInRefused", minutes=None), None, Standing.STOPPED),
        (replace(in_trouble(1, "a@b.example", "SignInRefused"), problem=""), None, Standing.BEGINNING),
    ],
)
def test_a_mailbox_has_one_standing(row: Health, running: Running | None, standing: Standing) -> None:
    known = {} if running is None else {MailboxId(1): running}
    assert board_of([row], known).lines[0].standing is standing


# --- the foot line ----------------------------------------------------------------------------------------------


def foot(*rows: Health, **facts: object) -> str:
    running = facts.pop("running", {})
    return foot_text(foot_facts(board_of(rows, running, **facts)), NOW)  # type: ignore[arg-type]


def test_the_foot_says_the_most_important_thing(make: Maker) -> None:
    make()
    refused = in_trouble(2, "linenhaus@gmx.example", "SignInRefused", minutes=None)
    offline = in_trouble(3, "help@linen.example", "ServerUnreachable")
    long_import = {MailboxId(1): Running(2_930, 8_604, timedelta(minutes=3, seconds=20))}
    paused = replace(WELL, mailbox=replace(WELL.mailbox, paused=True))
    assert foot(WELL) == "Synced 1 min ago"
    assert foot(WELL, running={MailboxId(1): Running(1, 3)}) == "Synced 1 min ago"
    assert foot(WELL, running=long_import) == "Importing 2,930 of 8,604 · about 4 min"
    assert foot(WELL, refused, running=long_import) == "GMX: password refused · Fix"
    assert foot(WELL, offline) == "help@linen.example: offline"
    assert foot(offline) == "Offline"
    assert foot(offline, paused) == "Offline"
    assert foot(paused) == "Sync is paused"
    assert foot(WELL, engine_down=True) == "Sync stopped · Restart"
    assert foot() == ""


@pytest.mark.parametrize(
    ("left", "words"),
    [(9, "less than a minute"), (61, "about 2 min"), (840, "about 14 min"), (19e2, "about 30 min"), (9e3, "about 2 h")],
)
def test_the_time_left_is_said_in_round_numbers(make: Maker, left: int, words: str) -> None:
    make()
    assert left_words(timedelta(seconds=left)) == words


def test_a_long_import_is_told_with_an_estimate_while_it_runs(care) -> None:
    it = care(replace(WELL, last_success=None, state=MailboxState.IMPORTING))
    assert it.foot == "Looking for mail"
    for second in range(21):
        it.make.now[0] = NOW + timedelta(seconds=second)
        it.link.progress.emit(Progress(MailboxId(1), second * 10, 1_400))
    assert it.foot == "Importing 200 of 1,400 · about 2 min"
    it.desk.mailbox_health = [replace(WELL, last_success=it.now)]
    it.link.sync_finished.emit(SyncFinished(MailboxId(1)))
    assert it.foot == "Synced just now"


def test_the_foot_is_reached_by_keys_and_speaks(care) -> None:
    line = care(WELL).window.inbox.column.foot
    assert line.accessibleName() == "Sync: Synced 1 min ago"
    assert line.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert line.isEnabled()


# --- the panel --------------------------------------------------------------------------------------------------


def test_a_click_on_the_foot_opens_the_panel_at_the_mailbox_in_trouble(care) -> None:
    it = care(*several())
    panel = it.click_foot()
    assert panel.isVisible()
    card = panel.cards[MailboxId(2)]
    assert panel.focusWidget() is card.fix
    assert card.fix.text() == "Enter the password"
    assert "refused name or password" in card._cause.text()
    assert card._detail.text() == "The server says: [AUTHENTICATIONFAILED] Failed"
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert it.click_foot() is panel


def test_the_panel_tells_last_success_next_try_and_counts_down(care) -> None:
    it = care(replace(WELL, next_try=NOW + timedelta(seconds=125), messages=12_480))
    panel = it.click_foot()
    times = panel.cards[MailboxId(1)]._times
    assert times.text() == "Last worked 1 min ago · next look in 2:05 · 12,480 mails"
    it.make.now[0] += timedelta(seconds=100)
    panel._tick()
    assert times.text() == "Last worked 2 min ago · next look in 25 s · 12,480 mails"
    it.make.now[0] += timedelta(seconds=60)
    panel._tick()
    assert "looks now" in times.text()


def test_another_password_is_asked_for_kept_and_tried_at_once(care) -> None:
    it = care(in_trouble(2, "linenhaus@gmx.example", "SignInRefused", minutes=None))
    panel = it.click_foot()
    card = panel.cards[MailboxId(2)]
    QTest.keyClick(card.fix, Qt.Key.Key_Space)
    settle(it.make.bot)
    assert panel.focusWidget() is card.password
    assert card.password.echoMode() is card.password.EchoMode.Password
    QTest.keyClicks(card.password, "better")
    it.watch.look()
    assert card.password.text() == "better", "news must not take away what is being typed"
    QTest.keyClick(card.password, Qt.Key.Key_Return)
    assert "secret 2 better" in it.desk.asked
    assert it.link.sent == [MailboxesChanged(), SyncNow(MailboxId(2))]
    assert card.password.text() == ""
    assert not card.password.isVisible()


def test_a_keychain_that_refuses_is_told_in_the_panel(care) -> None:
    it = care(in_trouble(2, "linenhaus@gmx.example", "SignInNeeded", minutes=None))
    it.desk.fail_with = KeychainFailed("locked")
    panel = it.click_foot()
    panel.cards[MailboxId(2)].ask_password()
    QTest.keyClicks(panel.cards[MailboxId(2)].password, "x")
    QTest.mouseClick(panel.cards[MailboxId(2)].try_password, Qt.MouseButton.LeftButton)
    assert "keychain is locked" in panel._failure.text()
    assert it.link.sent == []


def test_a_running_import_is_stopped_and_goes_on(care) -> None:
    it = care(replace(WELL, last_success=None, state=MailboxState.IMPORTING))
    it.link.progress.emit(Progress(MailboxId(1), 2_930, 8_604))
    panel = it.click_foot()
    card = panel.cards[MailboxId(1)]
    assert card.pause.text() == "Stop the import"
    assert card._running.text() == "Importing 2,930 of 8,604"
    QTest.mouseClick(card.pause, Qt.MouseButton.LeftButton)
    assert it.desk.mailbox_health[0].mailbox.paused
    assert it.link.sent == [MailboxesChanged()]
    assert (card.pause.text(), card._standing.text()) == ("Go on", "Paused")
    assert it.foot == "Sync is paused"
    QTest.mouseClick(card.pause, Qt.MouseButton.LeftButton)
    assert not it.desk.mailbox_health[0].mailbox.paused
    assert it.link.sent[1:] == [MailboxesChanged(), SyncNow(MailboxId(1))]


def test_sync_now_is_for_one_mailbox_or_for_all(care) -> None:
    it = care(WELL, in_trouble(4, "help@linen.example", "ServerUnreachable"))
    panel = it.click_foot()
    QTest.mouseClick(panel.cards[MailboxId(1)].sync, Qt.MouseButton.LeftButton)
    QTest.mouseClick(panel.cards[MailboxId(4)].fix, Qt.MouseButton.LeftButton)
    QTest.mouseClick(panel.sync_all, Qt.MouseButton.LeftButton)
    assert it.link.sent == [SyncNow(MailboxId(1)), SyncNow(MailboxId(4)), SyncNow(None)]


def test_doors_of_other_screens_are_shown_only_when_they_are_there(care) -> None:
    refused = in_trouble(1, "a@b.example", "CertificateRefused", minutes=None)
    it = care(refused)
    assert not it.click_foot().cards[MailboxId(1)].fix.isVisible()
    it = care(refused)
    opened = []
    it.room.doors[Fix.CERTIFICATE] = opened.append
    QTest.mouseClick(it.click_foot().cards[MailboxId(1)].fix, Qt.MouseButton.LeftButton)
    assert opened == [refused.mailbox]


def test_mails_that_were_set_aside_are_counted_and_lead_to_their_list(care) -> None:
    it = care(replace(WELL, set_aside=2))
    opened = []
    it.room.open_set_aside = opened.append
    link = it.click_foot().cards[MailboxId(1)].set_aside
    assert link.text() == "2 mails were set aside"
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert opened == [MailboxId(1)]


def test_an_engine_that_stopped_is_told_with_a_countdown_and_restarted_by_a_button(care) -> None:
    it = care(WELL)
    it.link.dies()
    assert it.foot == "Sync stopped · Restart"
    panel = it.click_foot()
    assert "started again in 5 s" in panel._words.text()
    QTest.mouseClick(panel.restart, Qt.MouseButton.LeftButton)
    assert it.link.sent == ["restart"]
    it.link.lives()
    assert panel._words.text() == "All mailboxes work."
    assert not panel.restart.isVisible()


def test_a_mailbox_that_is_removed_leaves_the_panel(care) -> None:
    it = care(WELL, in_trouble(4, "help@linen.example", "ServerUnreachable"))
    panel = it.click_foot()
    it.desk.mailbox_health = [WELL]
    it.watch.look()
    assert list(panel.cards) == [MailboxId(1)]


def test_every_button_of_the_panel_says_whose_it_is_and_is_reached_by_tab(care) -> None:
    panel = care(*several()).click_foot()
    buttons = [one for one in panel.findChildren(QPushButton) if one.isVisible()]
    names = [one.accessibleName() or one.text() for one in buttons]
    assert len(set(names)) == len(names)
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in buttons)
    reached, widget = set(), panel.focusWidget()
    for _ in range(60):
        reached.add(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        widget = panel.focusWidget()
    assert {one for one in buttons if one.isEnabled()} <= reached


def test_the_panel_speaks_the_language_that_is_chosen(care) -> None:
    it = care(*several())
    panel = it.click_foot()
    it.window.deeds.choose_language("zh_CN")
    settle(it.make.bot)
    assert panel.windowTitle() == "邮箱与同步"
    assert panel.cards[MailboxId(2)].fix.text() == "输入密码"


def test_words_about_times_of_other_days(make: Maker) -> None:
    make()
    row = replace(WELL, last_success=NOW - timedelta(days=3), next_try=NOW + timedelta(hours=2))
    line = board_of([row], {}).lines[0]
    assert times_text(line, NOW).startswith("Last worked 15 Nov")
    assert "next look today" in times_text(line, NOW)
    assert head_text(board_of([], {}), NOW) == "No mailbox is connected yet."


# --- the protocol -------------------------------------------------------------------------------------------------


def test_the_protocol_is_shown_copied_and_saved(care, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    it = care(WELL, Health(mailbox(2, "other@shop.example")))
    it.desk.protocol_lines = [*LINES, "2026-11-18 09:23 other@shop.example #2 > A1 NOOP"]
    panel = it.click_foot()
    QTest.mouseClick(panel.cards[MailboxId(1)].log, Qt.MouseButton.LeftButton)
    viewer = panel.findChild(ProtocolViewer)
    assert viewer is not None
    assert viewer.text.isReadOnly()
    assert viewer.text.toPlainText() == "\n".join(LINES)
    QTest.mouseClick(viewer.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "\n".join(LINES)
    viewer._choice.setCurrentIndex(0)
    assert "other@shop.example" in viewer.text.toPlainText()
    file = tmp_path / "protocol.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    QTest.mouseClick(viewer.save, Qt.MouseButton.LeftButton)
    assert file.read_text("utf-8").startswith(LINES[0])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "x.txt"), ""))
    QTest.mouseClick(viewer.save, Qt.MouseButton.LeftButton)
    assert "cannot be saved" in viewer._note.text()
    it.desk.protocol_lines.append("new line")
    QTest.mouseClick(viewer.refresh, Qt.MouseButton.LeftButton)
    assert viewer.text.toPlainText().endswith("new line")
    viewer.close()


# --- the alarm ------------------------------------------------------------------------------------------------------


def test_half_an_hour_without_mail_raises_one_alarm_that_closes_itself(care) -> None:
    it = care(replace(WELL, last_success=NOW))
    it.desk.mailbox_health = [in_trouble(1, "linenhaus@gmx.example", "SignInRefused", minutes=None)]
    it.watch.look()
    it.pass_time(29)
    assert it.alarm == ""
    it.pass_time(2)
    assert it.alarm.startswith("GMX has brought no mail for")
    assert "refused name or password" in it.alarm
    assert it.room.strip.property("tone") == "red"
    QTest.mouseClick(it.room.strip.fix, Qt.MouseButton.LeftButton)
    assert it.room.panel.isVisible()
    it.desk.mailbox_health = [replace(WELL, last_success=it.now)]
    it.link.sync_finished.emit(SyncFinished(MailboxId(1)))
    assert it.alarm == ""


def test_an_alarm_that_was_closed_stays_closed_until_it_worked_in_between(care) -> None:
    it = care(in_trouble(1, "linenhaus@gmx.example", "ServerUnreachable"))
    it.pass_time(31)
    assert "does not answer" in it.alarm
    assert it.room.strip.property("tone") == "amber"
    QTest.mouseClick(it.room.strip.close_button, Qt.MouseButton.LeftButton)
    assert it.alarm == ""
    it.pass_time(60)
    assert it.alarm == ""


def test_a_mailbox_that_is_silent_for_no_reason_gets_another_engine(care) -> None:
    it = care(WELL)
    it.pass_time(31)
    assert it.room.strip.fix.text() == "Restart the sync"
    QTest.mouseClick(it.room.strip.fix, Qt.MouseButton.LeftButton)
    assert it.link.sent == ["renew"]


def test_after_waking_up_nobody_is_alarmed_and_the_offline_mailboxes_are_tried_at_once(care) -> None:
    offline = in_trouble(1, "linenhaus@gmx.example", "ServerUnreachable")
    refused = in_trouble(2, "other@gmx.example", "SignInRefused", minutes=None)
    it = care(offline, refused)
    it.pass_time(20)
    it.make.now[0] += timedelta(hours=8)
    it.pass_time(0.5)
    assert it.alarm == ""
    assert it.link.sent == [SyncNow(MailboxId(1))], "a wrong password is not tried again and again"
    it.pass_time(28)
    assert it.alarm == ""


def test_a_problem_that_is_told_is_looked_at_and_passes_are_forgotten(care) -> None:
    it = care(replace(WELL, last_success=None, state=MailboxState.IMPORTING))
    it.link.progress.emit(Progress(MailboxId(1), 5, 500))
    it.desk.mailbox_health = [in_trouble(1, "linenhaus@gmx.example", "ServerBusy")]
    it.link.problem.emit(Problem(MailboxId(1), "ServerBusy", "imap.gmx.example", "later"))
    assert it.foot == "GMX: server asks for patience"
    assert it.watch.board.lines[0].running is None


# --- repairs elsewhere ------------------------------------------------------------------------------------------------


class Connecting:
    """Shows a certificate, signs in by browser."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def certificate(self, server: Server, *, sends: bool) -> SeenCertificate:
        self.asked.append(server.host)
        return SeenCertificate(server.host, server.port, "ab" * 32, "CN=mail.shop.example", "CN=mail.shop.example")

    def sign_in_by_browser(self, setup, secret, address, open_url, control) -> Tokens:
        open_url("https://sign.in.example")
        return Tokens("access", "fresh grant", NOW)


def mended(it: Care) -> tuple[MendingRoom, Connecting]:
    it.desk.connecting = Connecting()  # type: ignore[attr-defined]
    return MendingRoom(it.window, it.desk, it.window._around, it.room), it.desk.connecting  # type: ignore[attr-defined]


def test_a_certificate_is_trusted_for_its_server_only_after_it_was_seen(care) -> None:
    refused = in_trouble(1, "a@b.example", "CertificateRefused", minutes=None)
    it = care(refused)
    changed = []
    it.desk.change = lambda mailbox, secret=None: changed.append(mailbox)  # type: ignore[attr-defined]
    _, connecting = mended(it)
    panel = it.click_foot()
    QTest.mouseClick(panel.cards[MailboxId(1)].fix, Qt.MouseButton.LeftButton)
    settle(it.make.bot)
    assert connecting.asked == ["imap.gmx.example"]
    box = panel.findChild(CertificateBox)
    assert box is not None
    assert "AB:AB:AB" in box.words.upper()
    assert changed == []
    QTest.mouseClick(box.trust, Qt.MouseButton.LeftButton)
    assert [one.imap.fingerprint for one in changed] == ["ab" * 32]
    assert it.link.sent == [MailboxesChanged(), SyncNow(MailboxId(1))]


def test_a_sign_in_by_browser_is_renewed_from_the_panel(care) -> None:
    refused = in_trouble(1, "a@b.example", "SignInNeeded", minutes=None)
    setup = OAuthSetup("https://a.example", "https://t.example", "id", ("mail",))
    it = care(replace(refused, mailbox=replace(refused.mailbox, sign_in=SignIn.OAUTH, oauth=setup)))
    mended(it)
    fix = it.click_foot().cards[MailboxId(1)].fix
    assert fix.text() == "Sign in with the browser"
    QTest.mouseClick(fix, Qt.MouseButton.LeftButton)
    assert "secret 1 fresh grant" in it.desk.asked
    assert it.link.sent == [MailboxesChanged(), SyncNow(MailboxId(1))]
    settle(it.make.bot)
