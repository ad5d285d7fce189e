"""Certificates: only a trusted one for this very name opens the line, over TLS and STARTTLS, for IMAP and SMTP."""

from __future__ import annotations

import datetime
import ssl
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from shopdesk.demo.imap_server import ImapServer
from shopdesk.demo.imap_store import MailStore
from shopdesk.demo.smtp_sink import SmtpSink
from shopdesk.domain.connection import Credential
from shopdesk.domain.errors import CertificateRefused, EncryptionMissing, SignInRefused
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox, Security, Server
from shopdesk.mail import tls
from shopdesk.mail.imap import ImapSource
from shopdesk.mail.tls import trust
from tests.servers.certificates import Authority, ServerPapers

USER, PASSWORD = "me@shop.example", "secret word"
PROOF = Credential(USER, PASSWORD)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("stranger"), "somebody else")


def server_side(papers: ServerPapers) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(papers.certificate, papers.key)
    return context


class Servers:
    """An IMAP and an SMTP server with the same papers."""

    def __init__(self, papers: ServerPapers, security: Security) -> None:
        starts = security is Security.STARTTLS
        store = MailStore()
        store.add_user(USER, PASSWORD)
        self.imap = ImapServer(store, tls=server_side(papers), starts_tls=starts)
        self.smtp = SmtpSink({USER: PASSWORD}, tls=server_side(papers), is_implicit=not starts)
        imap_port, smtp_port = self.imap.start()[1], self.smtp.start()[1]
        self.mailbox = Mailbox(
            MailboxId(1), USER, Server("127.0.0.1", imap_port, security), Server("127.0.0.1", smtp_port, security), USER
        )

    def stop(self) -> None:
        self.imap.stop()
        self.smtp.stop()


@pytest.fixture(params=[Security.TLS, Security.STARTTLS])
def security(request: pytest.FixtureRequest) -> Security:
    found: Security = request.param
    return found


@pytest.fixture
def started(security: Security) -> Iterator[list[Servers]]:
    servers: list[Servers] = []
    yield servers
    for one in servers:
        one.stop()


def mailbox(started: list[Servers], papers: ServerPapers, security: Security, ca_file: Path | None) -> Mailbox:
    started.append(Servers(papers, security))
    return replace(started[-1].mailbox, ca_file=str(ca_file or ""))


def test_a_trusted_certificate_opens_the_line(started: list[Servers], security: Security, authority: Authority) -> None:
    box = mailbox(started, authority.papers("127.0.0.1"), security, authority.ca_file)
    session = ImapSource().open(box, PROOF)
    assert session.folders()
    session.close()
    ImapSource().check_sending(box, PROOF)
    with pytest.raises(SignInRefused):
        ImapSource().check_sending(box, Credential(USER, "wrong"))


@pytest.mark.parametrize(
    ("host", "days", "words"),
    [("mail.other.example", 30, "mismatch|match"), ("127.0.0.1", -1, "expired")],
)
def test_a_wrong_name_and_an_expired_one_are_refused(
    started: list[Servers], security: Security, authority: Authority, host: str, days: int, words: str
) -> None:
    papers = authority.papers(host, valid_for=datetime.timedelta(days=days), file_name="odd")
    box = mailbox(started, papers, security, authority.ca_file)
    for act in (ImapSource().open, ImapSource().check_sending):
        with pytest.raises(CertificateRefused, match=words) as caught:
            act(box, PROOF)
        assert caught.value.host == "127.0.0.1"


def test_an_unknown_authority_is_refused_whatever_else_is_trusted(
    started: list[Servers], security: Security, authority: Authority, stranger: Authority
) -> None:
    for ca_file in (None, stranger.ca_file):
        box = mailbox(started, authority.papers("127.0.0.1"), security, ca_file)
        for act in (ImapSource().open, ImapSource().check_sending):
            with pytest.raises(CertificateRefused):
                act(box, PROOF)


def test_outdated_tls_is_no_encryption(authority: Authority) -> None:
    context = server_side(authority.papers("127.0.0.1"))
    context.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLS"):
        context.minimum_version = ssl.TLSVersion.TLSv1
    with pytest.warns(DeprecationWarning, match="TLS"):
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    with ImapServer(MailStore(), tls=context) as server:
        box = Mailbox(
            MailboxId(1), USER, Server(*server.address, Security.TLS), None, USER, ca_file=str(authority.ca_file)
        )
        with pytest.raises(EncryptionMissing):
            ImapSource().open(box, PROOF)


def test_the_settings_trust_the_system_check_names_and_want_tls_1_2(monkeypatch: pytest.MonkeyPatch) -> None:
    context = trust("mail.example")
    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2
    monkeypatch.setattr(tls.ssl, "get_default_verify_paths", lambda: (None,) * 6)
    assert trust("mail.example").cert_store_stats()["x509_ca"] > 50
