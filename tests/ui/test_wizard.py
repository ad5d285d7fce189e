"""The mailbox wizard over servers of ten providers: typing address and password is enough, and trouble speaks."""

from __future__ import annotations

import datetime
import ssl
import threading
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from shopdesk.demo.behaviour import Behaviour, Fault, FaultKind
from shopdesk.demo.imap_server import ImapServer
from shopdesk.demo.imap_store import MailStore
from shopdesk.demo.presets import DOTS, FULL, GMAIL, ICLOUD, MICROSOFT, NETEASE, PLAIN, QQ, YAHOO, YANDEX
from shopdesk.demo.smtp_sink import SinkBehaviour
from shopdesk.domain.connection import Tokens
from shopdesk.domain.errors import KeychainFailed, SignInRefused
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Security, Server, SignIn
from shopdesk.domain.trial import Part, Proof, Tick
from shopdesk.jobs.free_lanes import FreeLanes
from shopdesk.mail.presets import PRESETS, Secret
from shopdesk.services.sign_ins import secret_name
from shopdesk.system.keychain import Keychain
from shopdesk.ui.screen_thread import ScreenThread
from shopdesk.ui.wizard.details import details_text
from shopdesk.ui.wizard.entry import Entry
from shopdesk.ui.wizard.providers import provider_name, provider_page
from shopdesk.ui.wizard.state import Browser, Search, Stage
from shopdesk.ui.wizard.troubles import Circumstances, trouble_of
from shopdesk.ui.wizard.wizard import Step, Wizard, WizardAround
from tests.fakes.authorization_server import AuthorizationServer
from tests.fakes.mail_world import PASSWORD, MailWorld
from tests.fakes.small_internet import SmallInternet
from tests.servers.certificates import Authority
from tests.ui.conftest import Maker

ME = "hello@linenhaus.example"
OWN_IMAP = Server("imap.linenhaus.example", 993, Security.TLS)
OWN_SMTP = Server("smtp.linenhaus.example", 465, Security.TLS)
LONG_MS = 12_000


@dataclass
class Bench:
    """A wizard over a world, with fingers."""

    world: MailWorld
    wizard: Wizard
    bot: QtBot
    kept: list[MailboxId] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)

    @property
    def shown(self):
        return self.wizard.presenter.board.shown

    def type(self, widget: QWidget, text: str) -> None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        widget.clear()
        QTest.keyClicks(widget, text)

    def until(self, is_so: Callable[[], bool]) -> None:
        self.bot.waitUntil(is_so, timeout=LONG_MS)

    def enter_address(self, address: str) -> None:
        self.type(self.wizard.connect_page.address.edit, address)
        QTest.keyClick(self.wizard.connect_page.address.edit, Qt.Key.Key_Return)
        self.until(lambda: self.shown.search is not Search.RUNNING)

    def enter_password(self, password: str = PASSWORD) -> None:
        self.type(self.wizard.connect_page.password.edit, password)

    def connect(self, address: str = ME, password: str = PASSWORD) -> None:
        self.enter_address(address)
        self.enter_password(password)
        self.press_connect()

    def press_connect(self) -> None:
        QTest.keyClick(self.wizard.connect_page.password.edit, Qt.Key.Key_Return)
        self.until(lambda: self.shown.stage in (Stage.WORKS, Stage.RECEIVES_ONLY, Stage.FAILED))

    def type_server(self, sends: bool, host: str, port: str = "") -> None:
        form = self.wizard.connect_page.form
        line = form.smtp if sends else form.imap
        self.type(line.host.edit, host)
        if port:
            self.type(line.port.edit, port)

    def line(self, part: Part) -> str:
        return self.wizard.connect_page.card.lines[part].words

    @property
    def trouble(self) -> str:
        return self.wizard.connect_page.card.words


@pytest.fixture
def world(tmp_path: Path) -> Iterator[MailWorld]:
    hosts = ("imap.linenhaus.example", "smtp.linenhaus.example")
    (tmp_path / "papers").mkdir()
    with MailWorld(tmp_path, SmallInternet(tmp_path / "papers", *hosts)) as made:
        yield made


@contextmanager
def a_bench(world: MailWorld, make: Maker, qtbot: QtBot) -> Iterator[Bench]:
    window = make()
    around = window._around
    screen = ScreenThread()
    network, writing = FreeLanes("network", screen.post), FreeLanes("store", screen.post)
    opened: list[str] = []
    parts = WizardAround(
        world.shop.connecting, around.theme, network, writing, around.now, opened.append, "en", around.languages.choose
    )
    wizard = Wizard(parts, is_first=False)
    window.setting_up.wizard = wizard
    window.setting_up._cover(wizard)
    bench = Bench(world, wizard, qtbot, opened=opened)
    wizard.connected.connect(bench.kept.append)
    yield bench
    wizard.presenter.board.give_up()
    assert network.close(10)
    assert writing.close(10)


@pytest.fixture
def bench(world: MailWorld, make: Maker, qtbot: QtBot) -> Iterator[Bench]:
    with a_bench(world, make, qtbot) as made:
        yield made


def own_servers(world: MailWorld, behaviour: Behaviour = FULL) -> None:
    """The usual shop: found through guesses under its own domain."""
    world.serve_imap(OWN_IMAP, ME, behaviour)
    world.serve_smtp(OWN_SMTP, ME)


# --- ten providers ------------------------------------------------------------------------------------------


def tls(host: str, port: int) -> Server:
    return Server(host, port, Security.TLS)


@dataclass(frozen=True)
class Provider:
    address: str
    imap: Server
    smtp: Server
    behaviour: Behaviour
    user: str = ""
    records: tuple[tuple[str, str, str], ...] = ()


AUTOCONFIG = b"""<clientConfig version="1.1"><emailProvider id="x"><domain>auto.example</domain>
  <incomingServer type="imap"><hostname>mail.auto.example</hostname><port>993</port><socketType>SSL</socketType>
    <username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></incomingServer>
  <outgoingServer type="smtp"><hostname>mail.auto.example</hostname><port>465</port><socketType>SSL</socketType>
    <username>%EMAILADDRESS%</username></outgoingServer></emailProvider></clientConfig>"""

PROVIDERS = {
    "gmail": Provider("shop@gmail.com", tls("imap.gmail.com", 993), tls("smtp.gmail.com", 465), GMAIL),
    "yahoo": Provider("shop@yahoo.com", tls("imap.mail.yahoo.com", 993), tls("smtp.mail.yahoo.com", 465), YAHOO),
    "icloud": Provider(
        "shop@icloud.com", tls("imap.mail.me.com", 993), Server("smtp.mail.me.com", 587, Security.STARTTLS), ICLOUD
    ),
    "qq": Provider("27183@qq.com", tls("imap.qq.com", 993), tls("smtp.qq.com", 465), QQ),
    "163": Provider("shop@163.com", tls("imap.163.com", 993), tls("smtp.163.com", 465), NETEASE),
    "yandex": Provider("shop@yandex.com", tls("imap.yandex.com", 993), tls("smtp.yandex.com", 465), YANDEX),
    "own domain by MX": Provider(
        "shop@mx.example", tls("imap.qiye.aliyun.com", 993), tls("smtp.qiye.aliyun.com", 465), FULL,
        records=(("mx.example", "MX", "5 mx1.qiye.aliyun.com."),),
    ),
    "own domain by autoconfig": Provider(
        "shop@auto.example", tls("mail.auto.example", 993), tls("mail.auto.example", 465), FULL
    ),
    "own domain by SRV": Provider(
        "shop@srv.example", tls("in.srv.example", 993), tls("out.srv.example", 465), DOTS,
        records=(
            ("_imaps._tcp.srv.example", "SRV", "0 1 993 in.srv.example."),
            ("_submissions._tcp.srv.example", "SRV", "0 1 465 out.srv.example."),
        ),
    ),
    "own domain by guesses": Provider(
        "shop@plain.example", tls("mail.plain.example", 993), tls("mail.plain.example", 465), PLAIN
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PROVIDERS)
def test_the_mailbox_wizard_finds_ten_providers_without_manual_entry(
    name: str, tmp_path: Path, make: Maker, qtbot: QtBot
) -> None:
    provider = PROVIDERS[name]
    domain = provider.address.partition("@")[2]
    hosts = {provider.imap.host, provider.smtp.host}
    hosts |= {f"autoconfig.{domain}", domain} if "autoconfig" in name else set()
    with MailWorld(tmp_path, SmallInternet(tmp_path, *hosts)) as world:
        for host, kind, value in provider.records:
            world.internet.dns.add(host, kind, value)
        if "autoconfig" in name:
            world.internet.publish(f"autoconfig.{domain}", "/mail/config-v1.1.xml", AUTOCONFIG)
        user = provider.address.partition("@")[0] if name == "icloud" else provider.address
        world.serve_imap(provider.imap, user, provider.behaviour)
        world.serve_smtp(provider.smtp, provider.address)
        with a_bench(world, make, qtbot) as made:
            made.connect(provider.address)
            assert made.trouble == ""
            assert made.shown.stage is Stage.WORKS
            assert (made.shown.entry.imap, made.shown.entry.smtp) == (provider.imap, provider.smtp)
            assert not made.shown.is_editing, "nobody had to type a server"
            assert "Signed in TLS 1.3" in made.line(Part.SIGN_IN)
            assert "2 messages in the last 90 days" in made.line(Part.FOLDERS)


# --- the test mail to oneself -------------------------------------------------------------------------------


def _sent(bench: Bench) -> str:
    """Press the link by keyboard; out: what the card says then."""
    card = bench.wizard.connect_page.card
    card.self_mail.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card.self_mail, Qt.Key.Key_Space)
    bench.until(lambda: not bench.shown.is_self_mailing)
    return card.said


def test_sending_is_seen_to_work_by_a_mail_to_oneself_that_a_person_asks_for(bench: Bench) -> None:
    own_servers(bench.world)
    card, sink = bench.wizard.connect_page.card, bench.world.sinks[OWN_SMTP.host]
    assert not card.self_mail.isVisible()
    bench.connect()
    assert (sink.accepted, card.self_mail.isVisible()) == ([], True), "nothing leaves by itself"
    assert card.self_mail.text() == "Send a test mail to myself"
    assert _sent(bench).startswith(f"The test mail left. It comes to the inbox of {ME}")
    assert [(one.sender, one.recipients) for one in sink.accepted] == [(ME, (ME,))]
    assert "A test mail to yourself left" in bench.line(Part.SENDING)
    assert not card.self_mail.isVisible(), "one is enough"
    assert bench.wizard.connect_page.primary.hasFocus()
    bench.enter_password("another")
    assert (card.said, bench.shown.self_mail) == ("", None), "it says nothing of another password"


REFUSALS_OF_THE_TEST_MAIL = (
    (SinkBehaviour(mail_reply="553 5.7.1 sender not owned by user"), f"does not let this account send under {ME}"),
    (SinkBehaviour(recipient_replies={ME: "550 5.1.1 no such user"}), f"takes no mail from {ME} to itself"),
    (SinkBehaviour(recipient_replies={ME: "451 4.7.1 greylisted"}), "does not take the mail now"),
    (SinkBehaviour(content_reply="554 5.7.1 looks like spam"), "refused the mail itself"),
    (SinkBehaviour(content_reply="552 5.3.4 message too large"), "has no room for the mail"),
    (SinkBehaviour(loses_reply=True), "never said whether it took the mail"),
)


def test_each_refusal_of_the_test_mail_has_its_own_sentence_and_can_be_tried_again(bench: Bench) -> None:
    own_servers(bench.world)
    bench.connect()
    sink = bench.world.sinks[OWN_SMTP.host]
    for behaviour, words in REFUSALS_OF_THE_TEST_MAIL:
        sink.behaviour = behaviour
        said = _sent(bench)
        assert said.startswith(OWN_SMTP.host)
        assert words in said
        assert bench.shown.stage is Stage.WORKS, "the mailbox can be connected all the same"
        assert "nothing was sent" in bench.line(Part.SENDING)
    sink.stop()
    gone = "does not answer. Check the internet connection, then send it again."
    assert _sent(bench) == f"{OWN_SMTP.host} {gone}"


# --- refusals -----------------------------------------------------------------------------------------------


def test_the_mailbox_wizard_says_that_a_password_is_wrong(bench: Bench) -> None:
    own_servers(bench.world)
    bench.connect(password="a wrong one")
    assert bench.trouble.startswith("imap.linenhaus.example refused name or password.")
    assert [tick.failure is None for tick in bench.shown.ticks] == [False, True, False]
    assert bench.wizard.connect_page.card.lines[Part.SIGN_IN].mark.state == "failed"
    bench.enter_password()
    assert bench.shown.ticks == (), "another password: the old trial says nothing any more"
    bench.press_connect()
    assert bench.shown.stage is Stage.WORKS


@pytest.mark.parametrize(
    ("name", "words", "page"),
    [
        ("gmail", "It takes an app password here", "https://myaccount.google.com/apppasswords"),
        ("qq", "It takes an authorization code here", "https://service.mail.qq.com/"),
        ("own domain by MX", "until the company allows them", "https://help.aliyun.com/document_detail/444380.html"),
    ],
)
def test_the_mailbox_wizard_says_which_password_a_provider_wants(
    name: str, words: str, page: str, tmp_path: Path, make: Maker, qtbot: QtBot
) -> None:
    provider = PROVIDERS[name]
    with MailWorld(tmp_path, SmallInternet(tmp_path, provider.imap.host, provider.smtp.host)) as world:
        for host, kind, value in provider.records:
            world.internet.dns.add(host, kind, value)
        world.serve_imap(provider.imap, provider.address, provider.behaviour)
        world.serve_smtp(provider.smtp, provider.address)
        with a_bench(world, make, qtbot) as made:
            made.connect(provider.address, "the usual password")
            assert words in made.trouble
            QTest.keyClick(made.wizard.connect_page.card.page, Qt.Key.Key_Space)
            assert made.opened == [page]


def test_the_mailbox_wizard_knows_that_imap_is_off_when_sending_works(bench: Bench) -> None:
    own_servers(bench.world, replace(FULL, faults=(Fault(FaultKind.REFUSE, "SIGN-IN", times=None, text="no"),)))
    bench.connect()
    assert bench.trouble.startswith("Reading mail by IMAP is switched off for this mailbox.")


def test_the_mailbox_wizard_says_that_imap_is_off_in_the_servers_words(bench: Bench) -> None:
    fault = Fault(FaultKind.REFUSE, "SIGN-IN", times=None, text="Your account is not enabled for IMAP use")
    bench.world.serve_imap(OWN_IMAP, ME, replace(FULL, faults=(fault,)))
    bench.world.serve_smtp(OWN_SMTP, ME, password="another")
    bench.connect()
    assert bench.trouble.startswith("Reading mail by IMAP is switched off for this mailbox.")


def test_the_mailbox_wizard_says_that_a_host_is_wrong(bench: Bench) -> None:
    bench.enter_address("hello@nowhere.example")
    assert bench.shown.search is Search.NOTHING
    assert "No settings found for nowhere.example" in bench.wizard.connect_page.found.words
    bench.type_server(False, "imap.wrong.example")
    bench.enter_password()
    bench.press_connect()
    assert bench.trouble.startswith("There is no server called imap.wrong.example.")


def test_the_mailbox_wizard_says_that_there_is_no_encryption(bench: Bench) -> None:
    server = ImapServer(MailStore())
    bench.world.internet.way("imap.linenhaus.example", 143, server.start()[1])
    try:
        for security, port in ((Security.STARTTLS, "143"), (Security.TLS, "143")):
            bench.enter_address(f"{port}-{security}@nowhere.example")
            form = bench.wizard.connect_page.form
            form.imap.security.choose(security)
            bench.type_server(False, "imap.linenhaus.example", port)
            bench.enter_password()
            bench.press_connect()
            expected = "imap.linenhaus.example offers no encryption on port 143, so nothing was sent."
            assert bench.trouble.startswith(expected)
        assert not any("LOGIN" in command for command in server.commands())
    finally:
        server.stop()


def test_the_mailbox_wizard_says_that_a_port_is_blocked(bench: Bench) -> None:
    own_servers(bench.world)
    bench.enter_address(ME)
    bench.world.silence(OWN_IMAP)
    bench.enter_password()
    bench.press_connect()
    assert bench.trouble.startswith("imap.linenhaus.example does not answer on port 993.")
    assert "Sending works" in bench.line(Part.SENDING), "each side is tried for itself"


def test_the_mailbox_wizard_says_that_nothing_listens_on_a_port(bench: Bench) -> None:
    own_servers(bench.world)
    bench.enter_address(ME)
    bench.wizard.connect_page.found.edit.click()
    bench.type_server(False, "imap.linenhaus.example", "994")
    bench.enter_password()
    bench.press_connect()
    assert bench.trouble.startswith("Nothing listens on port 994 of imap.linenhaus.example.")


def test_the_mailbox_wizard_says_that_a_server_for_sending_is_missing_and_goes_on_without(bench: Bench) -> None:
    bench.world.serve_imap(OWN_IMAP, ME)
    bench.connect()
    assert bench.trouble.startswith("Receiving works, but no server for sending is known.")
    assert bench.shown.stage is Stage.RECEIVES_ONLY
    bench.wizard.connect_page.between.click()
    assert bench.wizard.current is Step.HISTORY


def test_the_mailbox_wizard_says_that_sending_is_refused(bench: Bench) -> None:
    bench.world.serve_imap(OWN_IMAP, ME)
    bench.world.serve_smtp(OWN_SMTP, ME, password="another one")
    bench.connect()
    assert bench.trouble.startswith("Receiving works, but smtp.linenhaus.example refused name or password for sending.")


def test_the_mailbox_wizard_says_that_there_are_too_many_connections(bench: Bench) -> None:
    fault = Fault(FaultKind.BYE, "SIGN-IN", times=None, text="Too many simultaneous connections")
    own_servers(bench.world, replace(FULL, faults=(fault,)))
    bench.connect()
    assert bench.trouble.startswith("imap.linenhaus.example asks for patience")


def test_the_mailbox_wizard_says_that_an_address_is_malformed(bench: Bench) -> None:
    bench.enter_address("hello at linenhaus")
    assert bench.trouble.startswith("This is not a mail address.")
    bench.enter_address("hello@linenhaus.example")
    assert bench.trouble == ""


def test_the_mailbox_wizard_says_that_an_address_is_connected_already(bench: Bench) -> None:
    own_servers(bench.world)
    bench.connect()
    bench.world.shop.connecting.keep(bench.shown.entry.mailbox(), bench.shown.entry.used_proof())
    bench.enter_address("HELLO@linenhaus.example")
    assert bench.trouble.startswith("This address is connected already.")


def test_the_mailbox_wizard_says_that_the_keychain_is_locked(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    own_servers(bench.world)
    bench.connect()

    def locked(_name: str, _secret: str) -> None:
        raise KeychainFailed("locked")

    monkeypatch.setattr(bench.world.shop.outside.secrets, "save", locked)
    bench.wizard.connect_page.primary.click()
    bench.wizard.history.primary.click()
    bench.until(lambda: bench.trouble != "")
    assert bench.trouble.startswith("The keychain of this computer is locked or missing")
    assert bench.wizard.current is Step.CONNECT
    assert bench.world.shop.mailboxes.all() == []


def test_the_mailbox_wizard_asks_for_a_password_before_anything_is_tried(bench: Bench) -> None:
    own_servers(bench.world)
    bench.enter_address(ME)
    QTest.keyClick(bench.wizard.connect_page.password.edit, Qt.Key.Key_Return)
    assert bench.trouble.startswith("There is no password yet.")


def test_servers_outside_of_the_own_domain_are_shown_before_a_password_is_typed(
    tmp_path: Path, make: Maker, qtbot: QtBot
) -> None:
    imap, smtp = tls("in.hoster.example", 993), tls("out.hoster.example", 465)
    with MailWorld(tmp_path, SmallInternet(tmp_path, imap.host, smtp.host)) as world:
        world.internet.dns.add("_imaps._tcp.linenhaus.example", "SRV", "0 1 993 in.hoster.example.")
        world.internet.dns.add("_submissions._tcp.linenhaus.example", "SRV", "0 1 465 out.hoster.example.")
        world.serve_imap(imap, ME)
        world.serve_smtp(smtp, ME)
        with a_bench(world, make, qtbot) as made:
            made.enter_address(ME)
            page = made.wizard.connect_page
            assert "names servers outside of its own domain" in page.found.words
            assert "in.hoster.example" in page.found.words
            assert not page.password.edit.isEnabled()
            assert not page.primary.isEnabled()
            QTest.keyClick(page.found.accept, Qt.Key.Key_Space)
            assert page.password.edit.isEnabled()
            made.enter_password()
            made.press_connect()
            assert made.shown.stage is Stage.WORKS


def test_a_provider_without_imap_is_told_at_once(bench: Bench) -> None:
    bench.enter_address("shop@tuta.com")
    assert bench.wizard.connect_page.help.text().startswith("Tuta has no IMAP")
    assert not bench.wizard.connect_page.primary.isEnabled()
    assert bench.wizard.connect_page.password.isHidden()


# --- details ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("password", ["hunter2-secret", "ab", "x"])
def test_copy_details_holds_no_secret_even_when_the_server_repeats_it(bench: Bench, password: str) -> None:
    fault = Fault(FaultKind.REFUSE, "SIGN-IN", times=None, text=f"password {password} is wrong")
    own_servers(bench.world, replace(FULL, faults=(fault,)))
    bench.connect(password=password)
    QTest.keyClick(bench.wizard.connect_page.card.copy, Qt.Key.Key_Space)
    copied = QGuiApplication.clipboard().text()
    assert "SignInRefused" in copied
    assert "imap.linenhaus.example:993" in copied
    assert f"password {password} is" not in copied
    assert ME not in copied
    assert password not in bench.trouble or len(password) < 3


def test_tokens_are_in_no_details() -> None:
    tokens = Tokens("access-token-1", "refresh-token-2", datetime.datetime.now(datetime.UTC))
    entry = Entry(ME, client_secret="client-secret-3", proof=Proof(tokens=tokens))
    failure = SignInRefused("x", "access-token-1 refresh-token-2 client-secret-3")
    text = details_text(entry, [Tick(Part.SIGN_IN, failure)], trouble_of(failure, Circumstances()), [])
    assert "SignInRefused" in text
    assert not any(secret in text for secret in entry.secrets)
    assert "access-token" not in repr(entry)


# --- an own certificate -------------------------------------------------------------------------------------


def strange(folder: Path, name: str) -> ssl.SSLContext:
    (folder / name).mkdir()
    papers = Authority(folder / name, "The keeper of this server").papers("nobody.example", file_name=name)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(papers.certificate, papers.key)
    return context


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_strange_certificate_is_refused_then_seen_then_trusted_for_its_server_alone(
    bench: Bench, tmp_path: Path, security: Security
) -> None:
    implicit = security is Security.TLS
    imap = Server(OWN_IMAP.host, 993 if implicit else 143, security)
    smtp = Server(OWN_SMTP.host, 465 if implicit else 587, security)
    bench.world.serve_imap(imap, ME, papers=strange(tmp_path, "one"))
    bench.world.serve_smtp(smtp, ME, papers=strange(tmp_path, "two"))
    bench.enter_address("hello@nowhere.example")
    form = bench.wizard.connect_page.form
    for sends, server in ((False, imap), (True, smtp)):
        (form.smtp if sends else form.imap).security.choose(security)
        bench.type_server(sends, server.host, str(server.port))
    bench.type(form.user.edit, ME)
    bench.enter_password()
    bench.press_connect()
    page = bench.wizard.connect_page
    for host in (imap.host, smtp.host):
        assert bench.trouble.startswith(f"The certificate of {host} is not trusted, so nothing was sent.")
        assert bench.world.servers[imap.host].counts.sign_ins <= 2
        QTest.keyClick(page.card.certificate, Qt.Key.Key_Space)
        bench.until(lambda: bench.shown.certificate is not None)
        assert "nobody.example" in page.certificate.words
        assert "The keeper of this server" in page.certificate.words
        assert bench.shown.certificate.shown_fingerprint[:20] in page.certificate.words
        QTest.keyClick(page.certificate.trust, Qt.Key.Key_Space)
        bench.until(lambda: bench.shown.stage in (Stage.WORKS, Stage.RECEIVES_ONLY, Stage.FAILED))
    assert bench.shown.stage is Stage.WORKS
    entry = bench.shown.entry
    assert entry.imap.fingerprint != entry.smtp.fingerprint
    kept = bench.world.shop.connecting.keep(replace(entry.mailbox(), address=ME), entry.used_proof())
    (stored,) = bench.world.shop.mailboxes.all()
    assert (stored.id, stored.imap, stored.smtp) == (kept, entry.imap, entry.smtp)


def test_another_certificate_than_the_trusted_one_is_refused_again(bench: Bench, tmp_path: Path) -> None:
    bench.world.serve_imap(OWN_IMAP, ME, papers=strange(tmp_path, "one"))
    bench.world.serve_smtp(OWN_SMTP, ME)
    bench.enter_address("hello@nowhere.example")
    bench.type_server(False, OWN_IMAP.host)
    bench.type_server(True, OWN_SMTP.host)
    bench.type(bench.wizard.connect_page.form.user.edit, ME)
    bench.enter_password()
    bench.press_connect()
    bench.wizard.presenter.trials.look_at_certificate()
    bench.until(lambda: bench.shown.certificate is not None)
    bench.wizard.presenter.trials.trust()
    bench.until(lambda: bench.shown.stage is Stage.WORKS)
    bench.world.serve_imap(OWN_IMAP, ME, papers=strange(tmp_path, "three"))
    bench.enter_password()
    bench.wizard.presenter.go_on()
    bench.until(lambda: bench.shown.stage is Stage.FAILED)
    assert bench.trouble.startswith("imap.linenhaus.example shows another certificate than the one that you trusted")
    assert bench.world.servers[OWN_IMAP.host].counts.sign_ins == 0


# --- the browser --------------------------------------------------------------------------------------------


@pytest.fixture
def microsoft(tmp_path: Path, make: Maker, qtbot: QtBot) -> Iterator[tuple[Bench, AuthorizationServer]]:
    imap, smtp = tls("outlook.office365.com", 993), Server("smtp-mail.outlook.com", 587, Security.STARTTLS)
    with AuthorizationServer() as giver, MailWorld(tmp_path, SmallInternet(tmp_path, imap.host, smtp.host)) as world:
        world.oauth, world.tokens = giver.setup, giver.access
        world.serve_imap(imap, "shop@outlook.com", MICROSOFT)
        world.serve_smtp(smtp, "shop@outlook.com")
        with a_bench(world, make, qtbot) as made:
            made.enter_address("shop@outlook.com")
            assert made.wizard.connect_page.password.isHidden()
            assert "takes no passwords from mail programs" in made.wizard.connect_page.help.text()
            made.type(made.wizard.connect_page.browser.client.edit, "shop")
            yield made, giver


def visit(url: str) -> threading.Thread:
    def go() -> None:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - an address of our own
            answer.read()

    thread = threading.Thread(target=go)
    thread.start()
    return thread


def test_microsoft_is_connected_by_the_browser(microsoft: tuple[Bench, AuthorizationServer]) -> None:
    bench, giver = microsoft
    bench.wizard.connect_page.browser.here.click()
    bench.until(lambda: bool(bench.opened))
    browser = visit(giver.consent(bench.opened[0]))
    bench.until(lambda: bench.shown.stage is Stage.WORKS)
    browser.join()
    bench.wizard.connect_page.primary.click()
    bench.wizard.history.primary.click()
    bench.until(lambda: bool(bench.kept))
    (stored,) = bench.world.shop.mailboxes.all()
    assert (stored.sign_in, stored.oauth.client_id) == (SignIn.OAUTH, "shop")
    assert Keychain().load(secret_name("shop@outlook.com")) in giver.refresh


def test_microsoft_is_connected_by_a_code_at_another_device(microsoft: tuple[Bench, AuthorizationServer]) -> None:
    bench, giver = microsoft
    giver.pending_polls = 3
    bench.wizard.connect_page.browser.elsewhere.click()
    bench.until(lambda: bench.shown.browser is Browser.CODE)
    assert "ABCD-EFGH" in bench.wizard.connect_page.browser.words
    bench.until(lambda: bench.shown.stage is Stage.WORKS)
    assert bench.shown.browser is Browser.SIGNED_IN


def test_a_declined_sign_in_says_so(microsoft: tuple[Bench, AuthorizationServer]) -> None:
    bench, giver = microsoft
    bench.wizard.connect_page.browser.here.click()
    bench.until(lambda: bool(bench.opened))
    browser = visit(giver.consent(bench.opened[0], error="access_denied"))
    bench.until(lambda: bench.trouble != "")
    browser.join()
    assert bench.trouble.startswith("The sign-in was declined.")
    assert bench.shown.browser is Browser.WANTED


def test_an_expired_code_says_so(microsoft: tuple[Bench, AuthorizationServer]) -> None:
    bench, giver = microsoft
    giver.device_error = "expired_token"
    bench.wizard.connect_page.browser.elsewhere.click()
    bench.until(lambda: bench.trouble != "")
    assert bench.trouble.startswith("Nobody signed in in time.")


def test_waiting_for_the_browser_can_be_given_up(microsoft: tuple[Bench, AuthorizationServer]) -> None:
    bench, _ = microsoft
    bench.wizard.connect_page.browser.here.click()
    bench.until(lambda: bool(bench.opened))
    QTest.keyClick(bench.wizard, Qt.Key.Key_Escape)
    assert bench.shown.browser is Browser.WANTED
    assert bench.trouble == ""


# --- the whole way ------------------------------------------------------------------------------------------


def test_the_mailbox_wizard_is_passed_by_keyboard_only(bench: Bench) -> None:
    own_servers(bench.world)
    app = QGuiApplication.instance()
    assert app is not None

    def press(key: Qt.Key) -> None:
        QTest.keyClick(bench.wizard.window().focusWidget(), key)

    def write(text: str) -> None:
        QTest.keyClicks(bench.wizard.window().focusWidget(), text)

    write(ME)
    press(Qt.Key.Key_Tab)
    write(PASSWORD)
    press(Qt.Key.Key_Return)
    bench.until(lambda: bench.shown.stage is Stage.WORKS)
    assert bench.wizard.window().focusWidget() is bench.wizard.connect_page.primary
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Up)  # 90 days
    press(Qt.Key.Key_Tab)
    write("Linenhaus")
    press(Qt.Key.Key_Return)
    bench.until(lambda: bool(bench.kept))
    (stored,) = bench.world.shop.mailboxes.all()
    assert (stored.address, stored.name, stored.since_days) == (ME, "Linenhaus", 90)
    assert Keychain().load(secret_name(ME)) == PASSWORD
    assert bench.wizard.current is Step.IMPORT
    bench.wizard.importing.show_progress(40, 2, bench.wizard._around.now())
    finished: list[bool] = []
    bench.wizard.finished.connect(lambda: finished.append(True))
    press(Qt.Key.Key_Space)
    assert finished == [True]


def test_a_trial_that_hangs_is_given_up_at_once_and_the_next_one_does_not_wait(bench: Bench) -> None:
    own_servers(bench.world)
    bench.enter_address(ME)
    way = bench.world.internet._ways[OWN_IMAP.host, OWN_IMAP.port]
    bench.world.silence(OWN_IMAP)
    bench.enter_password()
    QTest.keyClick(bench.wizard.connect_page.password.edit, Qt.Key.Key_Return)
    assert bench.shown.stage is Stage.TRYING
    assert bench.wizard.connect_page.card.lines[Part.SIGN_IN].mark.state == "running"
    QTest.keyClick(bench.wizard, Qt.Key.Key_Escape)
    assert bench.shown.stage is Stage.TYPING
    bench.world.internet._ways[OWN_IMAP.host, OWN_IMAP.port] = way
    bench.press_connect()
    assert bench.shown.stage is Stage.WORKS


def test_lines_tick_one_after_the_other_while_the_trial_runs(bench: Bench) -> None:
    own_servers(bench.world)
    seen: list[tuple[Part, ...]] = []
    old = bench.wizard.show_state

    def look(shown) -> None:
        seen.append(tuple(tick.part for tick in shown.ticks if shown.stage is Stage.TRYING))
        old(shown)

    bench.wizard.presenter.board.view = type(
        "View", (), {"show_state": staticmethod(look), "show_kept": None, "show_bug": None}
    )()
    bench.connect()
    assert [Part.SIGN_IN] in [list(parts) for parts in seen]
    assert [Part.SIGN_IN, Part.FOLDERS] in [list(parts) for parts in seen]


def test_the_eye_shows_the_password_and_hides_it_again(bench: Bench) -> None:
    line = bench.wizard.connect_page.secret_line
    QTest.keyClick(line.eye, Qt.Key.Key_Space)
    assert line.is_open
    assert line.eye.accessibleName() == "Hide the password"
    line.eye.click()
    assert not line.is_open


def test_every_provider_that_needs_preparing_has_its_page() -> None:
    asked = {preset.key for preset in PRESETS if preset.secret is not Secret.PASSWORD or preset.must_switch_on}
    without = {key for key in asked if not provider_page(key).startswith("https://")}
    assert without == set()
    assert provider_name("gmx.com") == "GMX"
