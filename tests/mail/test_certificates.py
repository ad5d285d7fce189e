"""A certificate can be looked at without trust, and trusted by its fingerprint for one server; no other one then."""

from __future__ import annotations

import datetime
import hashlib
import re
import socket
import ssl
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import certifi
import hypothesis
import pytest
from hypothesis import strategies

from shopdesk.demo.imap_server import ImapServer
from shopdesk.demo.imap_store import MailStore
from shopdesk.demo.smtp_sink import SmtpSink
from shopdesk.domain.certificate import SeenCertificate
from shopdesk.domain.connection import Credential
from shopdesk.domain.errors import CertificateRefused, HostNotFound, NotAMailServer, ServerProblem, ServerUnreachable
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox, Security, Server
from shopdesk.mail import dial
from shopdesk.mail.certificate_reader import read_certificate
from shopdesk.mail.imap import ImapSource
from shopdesk.mail.timeouts import Timeouts
from tests.servers.certificates import Authority, ServerPapers

USER, PASSWORD = "me@shop.example", "secret word"
PROOF = Credential(USER, PASSWORD)
SOURCE = ImapSource(timeouts=Timeouts(2.0, 3.0))


def server_side(papers: ServerPapers) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(papers.certificate, papers.key)
    return context


class Office:
    """An IMAP and an SMTP server whose papers nobody trusts; their log tells whether anybody signed in."""

    def __init__(self, papers: ServerPapers, security: Security) -> None:
        starts = security is Security.STARTTLS
        store = MailStore()
        store.add_user(USER, PASSWORD)
        self.imap = ImapServer(store, tls=server_side(papers), starts_tls=starts)
        self.smtp = SmtpSink({USER: PASSWORD}, tls=server_side(papers), is_implicit=not starts)
        imap, smtp = Server(*self.imap.start(), security), Server(*self.smtp.start(), security)
        self.mailbox = Mailbox(MailboxId(1), USER, imap, smtp, USER)

    def stop(self) -> None:
        self.imap.stop()
        self.smtp.stop()


@pytest.fixture(params=[Security.TLS, Security.STARTTLS])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    papers = Authority(tmp_path, "The keeper").papers("nobody.example", "192.0.2.7", file_name="one")
    made = Office(papers, request.param)
    yield made
    made.stop()


def pinned(box: Mailbox, imap: str, smtp: str) -> Mailbox:
    assert box.smtp is not None
    return replace(box, imap=replace(box.imap, fingerprint=imap), smtp=replace(box.smtp, fingerprint=smtp))


def test_a_strange_certificate_is_seen_without_signing_in(office: Office) -> None:
    assert office.mailbox.smtp is not None
    with pytest.raises(CertificateRefused):
        SOURCE.open(office.mailbox, PROOF)
    for server, sends in ((office.mailbox.imap, False), (office.mailbox.smtp, True)):
        seen = SOURCE.certificate(server, sends=sends)
        assert (seen.host, seen.port) == (server.host, server.port)
        assert (seen.subject, seen.issuer) == ("nobody.example", "The keeper")
        assert seen.names == ("nobody.example", "192.0.2.7")
        assert seen.begins is not None
        assert seen.ends is not None
        assert seen.begins < datetime.datetime.now(datetime.UTC) < seen.ends
        assert not seen.is_self_signed
    assert not any("LOGIN" in command or "AUTH" in command for command in office.imap.commands())
    assert office.imap.counts.sign_ins == 0


def test_a_certificate_is_trusted_by_its_fingerprint_on_every_connection(office: Office) -> None:
    seen = SOURCE.certificate(office.mailbox.imap, sends=False)
    box = pinned(office.mailbox, seen.fingerprint, seen.fingerprint)
    for _ in range(2):
        session = SOURCE.open(box, PROOF)
        assert session.tls_version.startswith("TLS 1.")
        session.close()
    SOURCE.check_sending(box, PROOF)
    assert office.imap.counts.sign_ins == 2


def test_any_other_certificate_is_refused_before_anything_is_sent(office: Office) -> None:
    other = hashlib.sha256(b"another").hexdigest()
    box = pinned(office.mailbox, other, other)
    for act in (SOURCE.open, SOURCE.check_sending):
        with pytest.raises(CertificateRefused, match="another certificate"):
            act(box, PROOF)
    assert office.imap.counts.sign_ins == 0
    assert not any("LOGIN" in command for command in office.imap.commands())


def test_a_fingerprint_takes_the_place_of_the_systems_trust(tmp_path: Path) -> None:
    """Also a certificate that the system would take is refused, if it is another one than the trusted one."""
    authority = Authority(tmp_path)
    made = Office(authority.papers("127.0.0.1"), Security.TLS)
    try:
        box = replace(made.mailbox, ca_file=str(authority.ca_file))
        SOURCE.open(box, PROOF).close()
        with pytest.raises(CertificateRefused):
            SOURCE.open(pinned(box, "00" * 32, "00" * 32), PROOF)
    finally:
        made.stop()


def test_an_expired_certificate_can_be_seen_too(tmp_path: Path) -> None:
    papers = Authority(tmp_path).papers("old.example", valid_for=datetime.timedelta(days=-3))
    made = Office(papers, Security.TLS)
    try:
        seen = SOURCE.certificate(made.mailbox.imap, sends=False)
        assert seen.ends is not None
        assert seen.ends < datetime.datetime.now(datetime.UTC)
    finally:
        made.stop()


def test_what_is_no_mail_server_shows_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(5)
        with pytest.raises(ServerProblem):
            SOURCE.certificate(Server("127.0.0.1", door.getsockname()[1], Security.TLS), sends=False)
    with ImapServer(MailStore()) as plain, pytest.raises(NotAMailServer):
        SOURCE.certificate(Server(*plain.address, Security.TLS), sends=False)


def test_every_authority_of_the_web_can_be_read() -> None:
    pems = re.findall(r"-----BEGIN CERT.*?-----END CERTIFICATE-----", Path(certifi.where()).read_text("utf-8"), re.S)
    for pem in pems:
        content = read_certificate(ssl.PEM_cert_to_DER_cert(pem))
        assert content.subject == content.issuer != ""
        assert content.begins is not None
        assert content.ends is not None
        assert content.begins < content.ends
    assert len(pems) > 50


@hypothesis.given(strategies.binary(max_size=400), strategies.integers(0, 600), strategies.binary(max_size=3))
def test_nonsense_is_no_certificate_and_does_no_harm(noise: bytes, place: int, change: bytes) -> None:
    pem = re.search(r"-----BEGIN CERT.*?-----END CERTIFICATE-----", Path(certifi.where()).read_text("utf-8"), re.S)
    assert pem is not None
    good = ssl.PEM_cert_to_DER_cert(pem.group())
    for der in (noise, good[:place] + change + good[place + len(change) :], good[:place]):
        try:
            content = read_certificate(der)
        except ValueError:
            continue
        assert content.ends is not None


def test_a_fingerprint_is_shown_in_pairs() -> None:
    seen = SeenCertificate("mail.example", 993, "0a1b" * 16, "a", "a")
    assert seen.shown_fingerprint.startswith("0A:1B:0A:1B")
    assert len(seen.shown_fingerprint) == 95
    assert seen.is_self_signed


@pytest.mark.parametrize(
    ("code", "kind"), [(socket.EAI_NONAME, HostNotFound), (socket.EAI_AGAIN, ServerUnreachable)]
)
def test_a_name_that_does_not_exist_is_told_from_a_network_that_is_gone(
    monkeypatch: pytest.MonkeyPatch, code: int, kind: type[ServerUnreachable]
) -> None:
    def resolve(*_: object, **__: object) -> None:
        raise socket.gaierror(code, "the resolver's words")

    monkeypatch.setattr(dial.socket, "getaddrinfo", resolve)
    with pytest.raises(ServerUnreachable, match="the resolver's words") as caught:
        dial.dial("imap.wrong.example", 993, 1e12)
    assert type(caught.value) is kind
