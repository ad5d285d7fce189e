"""Connections by way of a proxy: SOCKS 5, HTTP CONNECT, the system's, and our own authorities."""

from __future__ import annotations

import hashlib
import socket
import ssl
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from shopdesk.demo.imap_server import ImapServer
from shopdesk.demo.imap_store import MailStore
from shopdesk.demo.smtp_sink import SmtpSink
from shopdesk.domain.connection import Credential
from shopdesk.domain.errors import CertificateRefused, InputRefused, ProxyRefused, ServerUnreachable
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox, OAuthSetup, Security, Server
from shopdesk.domain.network import NetworkSettings, Proxy, ProxyKind
from shopdesk.mail.authorities import read_authorities
from shopdesk.mail.imap import ImapSource
from shopdesk.mail.network import Network
from shopdesk.mail.network_lookup import NetworkLookup
from shopdesk.mail.oauth import OAuthClient
from shopdesk.mail.system_proxy import system_proxy
from shopdesk.mail.tls import protect
from tests.fakes.proxy import LocalProxy
from tests.servers.certificates import Authority, ServerPapers

KINDS = (ProxyKind.SOCKS5, ProxyKind.HTTP)
HOST = "mail.shop.example"


class Echo:
    """A server that greets at once and sends back what it hears; behind TLS when it has papers."""

    def __init__(self, papers: ServerPapers | None = None, greeting: bytes = b"hello\r\n") -> None:
        self._context = None
        self._greeting = greeting
        if papers is not None:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(papers.certificate, papers.key)

    def __enter__(self) -> Echo:
        self._door = socket.create_server(("127.0.0.1", 0))
        self._door.settimeout(5)
        self.place: tuple[str, int] = self._door.getsockname()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._door.close()
        self._thread.join(5)

    def _serve(self) -> None:
        try:
            plain, _ = self._door.accept()
            plain.settimeout(5)
            with self._context.wrap_socket(plain, server_side=True) if self._context else plain as visitor:
                if self._greeting.startswith(b"HTTP"):
                    asked = b""
                    while b"\r\n\r\n" not in asked or (asked.endswith(b"\r\n\r\n") and b"POST" in asked):
                        asked += visitor.recv(10_000)
                    visitor.sendall(self._greeting)
                else:
                    visitor.sendall(self._greeting)
                    visitor.sendall(visitor.recv(100))
        except OSError:
            return


def network(proxy: Proxy, password: str = "") -> Network:
    return Network(lambda: NetworkSettings(proxy), lambda: password)


def soon() -> float:
    return time.monotonic() + 5


@pytest.mark.parametrize("kind", KINDS)
def test_a_proxy_is_given_the_name_and_leads_to_the_server(kind: ProxyKind) -> None:
    with Echo() as echo, LocalProxy(names={HOST: echo.place}) as proxy:
        with network(Proxy(kind, "127.0.0.1", proxy.port)).dial(HOST, 993, soon()) as connected:
            assert connected.gettimeout() is None
            connected.settimeout(5)
            assert connected.recv(7) == b"hello\r\n"
            connected.sendall(b"ping")
            assert connected.recv(4) == b"ping"
        assert proxy.asked == [(HOST, 993)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_proxy_gets_name_and_password_when_it_wants_them(kind: ProxyKind) -> None:
    with Echo() as echo, LocalProxy("anna", "geheim ü", {HOST: echo.place}) as proxy:
        right = Proxy(kind, "127.0.0.1", proxy.port, "anna")
        network(right, "geheim ü").dial(HOST, 993, soon()).close()
        with pytest.raises(ProxyRefused) as refused:
            network(right, "falsch und lang").dial(HOST, 993, soon())
        assert refused.value.host == "127.0.0.1"
        assert "falsch" not in refused.value.detail
        with pytest.raises(ProxyRefused):
            network(Proxy(kind, "127.0.0.1", proxy.port)).dial(HOST, 993, soon())


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_proxy_cannot_reach_is_said_with_its_words(kind: ProxyKind) -> None:
    with LocalProxy(names={HOST: ("127.0.0.1", 1)}) as proxy, pytest.raises(ProxyRefused) as refused:
        network(Proxy(kind, "127.0.0.1", proxy.port)).dial(HOST, 993, soon())
    assert refused.value.detail in ("connection refused", "502 Bad Gateway")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("answer", [b"", b"SSH-2.0-OpenSSH\r\n\r\n", b"\x00", b"\r\n\r\n" + bytes(40), b"x" * 20_000])
def test_something_else_than_a_proxy_is_a_proxy_problem(kind: ProxyKind, answer: bytes) -> None:
    with LocalProxy() as proxy, pytest.raises(ProxyRefused):
        proxy.answer_with = answer
        network(Proxy(kind, "127.0.0.1", proxy.port)).dial(HOST, 993, soon())


@pytest.mark.parametrize("kind", KINDS)
def test_a_silent_proxy_is_given_up_in_time(kind: ProxyKind) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        began = time.monotonic()
        with pytest.raises(ProxyRefused):
            network(Proxy(kind, "127.0.0.1", silent.getsockname()[1])).dial(HOST, 993, began + 0.3)
        assert time.monotonic() - began < 3


def test_a_proxy_that_is_not_there_is_named_and_counts_as_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(ServerUnreachable) as problem:
        network(Proxy(ProxyKind.SOCKS5, "127.0.0.1", port)).dial(HOST, 993, soon())
    assert isinstance(problem.value, ProxyRefused)
    assert problem.value.host == "127.0.0.1"


def test_numeric_addresses_go_to_a_socks_proxy_as_numbers() -> None:
    with LocalProxy(names={"192.0.2.7": ("127.0.0.1", 1), "2001:db8::7": ("127.0.0.1", 1)}) as proxy:
        way = network(Proxy(ProxyKind.SOCKS5, "127.0.0.1", proxy.port))
        for host in ("192.0.2.7", "2001:db8::7"):
            with pytest.raises(ProxyRefused):
                way.dial(host, 993, soon())
        assert proxy.asked == [("192.0.2.7", 993), ("2001:db8::7", 993)]


def test_a_server_on_this_computer_needs_no_proxy() -> None:
    nowhere = network(Proxy(ProxyKind.SOCKS5, "192.0.2.1", 1))
    with Echo() as echo:
        nowhere.dial(*echo.place, soon()).close()
    assert nowhere.is_direct("localhost")
    assert not nowhere.is_direct(HOST)


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, None),
        ({"all_proxy": "socks5://a:p%40s@proxy.example"}, (Proxy(ProxyKind.SOCKS5, "proxy.example", 1080, "a"), "p@s")),
        ({"https_proxy": "http://proxy.example:3128"}, (Proxy(ProxyKind.HTTP, "proxy.example", 3128), "")),
        ({"https_proxy": "proxy.example:3128"}, (Proxy(ProxyKind.HTTP, "proxy.example", 3128), "")),
        ({"https_proxy": "http://proxy.example:3128", "no_proxy": "shop.example"}, None),
        ({"https_proxy": "http://proxy.example:none"}, None),
    ],
)  # fmt: skip
def test_the_system_names_its_proxy(
    variables: dict[str, str], expected: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("all_proxy", "https_proxy", "http_proxy", "no_proxy", "socks_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert system_proxy(HOST) == expected


def test_the_systems_proxy_is_used_when_it_was_chosen() -> None:
    with Echo() as echo, LocalProxy("anna", "geheim", {HOST: echo.place}) as proxy:
        found = (Proxy(ProxyKind.HTTP, "127.0.0.1", proxy.port, "anna"), "geheim")
        way = Network(lambda: NetworkSettings(Proxy(ProxyKind.SYSTEM)), of_system=lambda host: found)
        way.dial(HOST, 993, soon()).close()
        assert proxy.asked == [(HOST, 993)]
        assert Network(lambda: NetworkSettings(Proxy(ProxyKind.SYSTEM)), of_system=lambda host: None).is_direct(HOST)


# --- who uses it -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def papers(authority: Authority) -> ssl.SSLContext:
    """What a server behind the proxy shows: a certificate of our own authority."""
    papers = authority.papers(HOST)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(papers.certificate, papers.key)
    return context


def of_ours(authority: Authority, proxy: LocalProxy | LocalProxyGone, kind: ProxyKind = ProxyKind.SOCKS5) -> Network:
    trusted = tuple(read_authorities(authority.ca_file.read_bytes()))
    return Network(lambda: NetworkSettings(Proxy(kind, "127.0.0.1", proxy.port), trusted))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_mail_is_received_and_sent_through_the_proxy_from_servers_of_our_own_authority(
    kind: ProxyKind, security: Security, authority: Authority, papers: ssl.SSLContext
) -> None:
    starts = security is Security.STARTTLS
    store = MailStore()
    store.add_user("anna", "pass")
    with (
        ImapServer(store, tls=papers, starts_tls=starts) as imap,
        SmtpSink({"anna": "pass"}, tls=papers, is_implicit=not starts) as smtp,
        LocalProxy(names={HOST: imap.address, f"smtp.{HOST}": smtp.address}) as proxy,
    ):
        mailbox = Mailbox(MailboxId(1), "anna@shop.example", Server(HOST, 993, security), None, "anna")
        session = ImapSource(network=of_ours(authority, proxy, kind)).open(mailbox, Credential("anna", "pass"))
        assert [folder.name for folder in session.folders()] == ["INBOX"]
        session.close()
        proxy._names[HOST] = smtp.address
        sends = replace(mailbox, smtp=Server(HOST, 465, security))
        ImapSource(network=of_ours(authority, proxy, kind)).check_sending(sends, Credential("anna", "pass"))
        assert proxy.asked == [(HOST, 993), (HOST, 465)]


def test_without_our_authority_the_certificate_is_refused(authority: Authority, papers: ssl.SSLContext) -> None:
    with ImapServer(MailStore(), tls=papers) as imap, LocalProxy(names={HOST: imap.address}) as proxy:
        mailbox = Mailbox(MailboxId(1), "anna@shop.example", Server(HOST, 993, Security.TLS), None, "anna")
        with pytest.raises(CertificateRefused):
            ImapSource(network=network(Proxy(ProxyKind.SOCKS5, "127.0.0.1", proxy.port))).open(
                mailbox, Credential("anna", "pass")
            )


def test_the_search_for_servers_goes_through_the_proxy(authority: Authority, papers: ssl.SSLContext) -> None:
    with ImapServer(MailStore(), tls=papers) as imap, LocalProxy(names={HOST: imap.address}) as proxy:
        lookup = NetworkLookup(network=of_ours(authority, proxy))
        lookup.try_imap(Server(HOST, 993, Security.TLS), soon())
        with pytest.raises(ProxyRefused):
            lookup.fetch_https("https://autoconfig.shop.example/mail/config-v1.1.xml", soon())
        assert proxy.asked == [(HOST, 993), ("autoconfig.shop.example", 443)]


def test_a_file_is_fetched_through_the_proxy(authority: Authority) -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n<xml>"
    with Echo(authority.papers(HOST), answer) as web, LocalProxy(names={HOST: web.place}) as proxy:
        assert NetworkLookup(network=of_ours(authority, proxy)).fetch_https(f"https://{HOST}/file", soon()) == b"<xml>"


@pytest.mark.parametrize("kind", KINDS)
def test_sign_in_servers_are_asked_through_the_proxy(kind: ProxyKind, authority: Authority) -> None:
    body = b'{"access_token": "new", "refresh_token": "next", "expires_in": 60}'
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
    setup = OAuthSetup(f"https://{HOST}/auth", f"https://{HOST}/token", "shop", ("mail",))
    with Echo(authority.papers(HOST), answer) as web, LocalProxy(names={HOST: web.place}) as proxy:
        assert OAuthClient(network=of_ours(authority, proxy, kind)).refresh(setup, "old").access == "new"
        assert proxy.asked == [(HOST, 443)]
        with pytest.raises(ProxyRefused):
            OAuthClient(network=of_ours(authority, LocalProxyGone())).refresh(setup, "old")


def test_a_sign_in_server_of_an_unknown_authority_is_refused(authority: Authority) -> None:
    setup = OAuthSetup(f"https://{HOST}/auth", f"https://{HOST}/token", "shop", ("mail",))
    with (
        Echo(authority.papers(HOST)) as web,
        LocalProxy(names={HOST: web.place}) as proxy,
        pytest.raises(CertificateRefused),
    ):
        OAuthClient(network=network(Proxy(ProxyKind.HTTP, "127.0.0.1", proxy.port))).refresh(setup, "old")


# --- our own authorities ---------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["PEM", "DER"])
def test_an_authority_is_read_from_both_forms_of_file(authority: Authority, form: str) -> None:
    content = authority.ca_file.read_bytes()
    if form == "DER":
        content = ssl.PEM_cert_to_DER_cert(content.decode())
    [read] = read_authorities(content)
    assert (read.subject, read.issuer) == ("Shopdesk test authority", "Shopdesk test authority")
    assert read.valid_from < datetime.now(UTC) < read.valid_to
    assert read.fingerprint == hashlib.sha256(ssl.PEM_cert_to_DER_cert(authority.ca_file.read_text())).hexdigest()
    assert ssl.PEM_cert_to_DER_cert(read.pem) == ssl.PEM_cert_to_DER_cert(authority.ca_file.read_text())


def test_a_file_with_several_authorities_gives_each_once(authority: Authority, tmp_path: Path) -> None:
    other = Authority(tmp_path, "The other one")
    content = authority.ca_file.read_bytes() + b"words between\n" + other.ca_file.read_bytes()
    read = read_authorities(content + authority.ca_file.read_bytes())
    assert [one.subject for one in read] == ["Shopdesk test authority", "The other one"]


def test_a_bad_file_says_what_is_wrong_with_it(authority: Authority) -> None:
    papers = authority.papers(HOST)
    good = authority.ca_file.read_bytes()
    torn = good[:100] + b"!!!!" + good[104:]
    cases = {
        "no certificate": b"dear shop, here is the file",
        "a private key": papers.key.read_bytes(),
        "too large": bytes(2 << 20),
        "no authority": papers.certificate.read_bytes(),
        "damaged": torn,
        "too many": b"".join(
            good + b"-----BEGIN CERTIFICATE-----\nMA%02d\n-----END CERTIFICATE-----\n" % n for n in range(30)
        ),
    }
    said = {}
    for why, content in cases.items():
        with pytest.raises(InputRefused) as refused:
            read_authorities(content)
        said[refused.value.why] = why
        assert refused.value.field == "certificate"
    assert said == {why: why for why in cases}
    with pytest.raises(InputRefused, match="damaged"):
        read_authorities(b"\x30\x03abc")


def test_an_authority_below_another_one_is_trusted_without_its_root(authority: Authority) -> None:
    with Echo(authority.papers(HOST)) as web, LocalProxy(names={HOST: web.place}) as proxy:
        way = of_ours(authority, proxy)
        connected = way.dial(HOST, 443, soon())
        connected.settimeout(5)
        with protect(connected, HOST, way.trust(HOST)) as safe:
            assert safe.version() in ("TLSv1.2", "TLSv1.3")


class LocalProxyGone:
    """A proxy that nobody runs."""

    port = 1
