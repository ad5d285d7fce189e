"""The private Dovecot is what the other tests take it for."""

from __future__ import annotations

import imaplib
from datetime import UTC, datetime

import pytest

from tests.servers.dovecot import PASSWORD, PrivateDovecot

pytestmark = pytest.mark.server

MAIL = b"From: a@example.com\r\nSubject: =?utf-8?q?hello?=\r\n\r\nbody\r\n"


def test_a_mail_comes_back_byte_for_byte_with_its_flags_and_date(dovecot: PrivateDovecot, user: str) -> None:
    date = datetime(2026, 11, 1, 8, 30, tzinfo=UTC)
    uid = dovecot.append(user, "Überfällig/退货", MAIL, flags=["\\Seen", "$Later"], internal_date=date)
    with dovecot.session(user) as connection:
        connection.select('"&ANw-berf&AOQ-llig/&kACNJw-"', readonly=True)
        _, answer = connection.uid("FETCH", str(uid), "(FLAGS INTERNALDATE BODY.PEEK[])")
    assert answer[0][1] == MAIL
    assert {b"\\Seen", b"$Later"} <= set(imaplib.ParseFlags(answer[0][0]))
    assert imaplib.Internaldate2tuple(answer[0][0])[:5] == date.astimezone().timetuple()[:5]


def test_it_offers_what_modern_servers_offer(dovecot: PrivateDovecot, user: str) -> None:
    with dovecot.session(user) as connection:
        _, answer = connection.capability()
    offered = set(answer[0].decode().split())
    assert {"CONDSTORE", "QRESYNC", "UIDPLUS", "MOVE", "SPECIAL-USE", "IDLE"} <= offered
    assert {"COMPRESS=DEFLATE", "ID", "UNSELECT", "ENABLE", "ESEARCH"} <= offered


def test_both_ways_of_encryption_rest_on_its_authority(dovecot: PrivateDovecot, user: str) -> None:
    for host in ("localhost", "127.0.0.1"):
        with imaplib.IMAP4_SSL(host, dovecot.tls_port, ssl_context=dovecot.trust(), timeout=5) as tls:
            assert tls.login(user, PASSWORD)[0] == "OK"
    with imaplib.IMAP4(dovecot.host, dovecot.port, timeout=5) as plain:
        plain.starttls(dovecot.trust())
        assert plain.login(user, PASSWORD)[0] == "OK"


def test_a_wrong_password_is_refused(dovecot: PrivateDovecot, user: str) -> None:
    with (
        imaplib.IMAP4(dovecot.host, dovecot.port, timeout=5) as connection,
        pytest.raises(imaplib.IMAP4.error, match="AUTHENTICATIONFAILED"),
    ):
        connection.login(user, "wrong")


def test_connections_are_counted_and_cut(dovecot: PrivateDovecot, user: str) -> None:
    connection = dovecot.connect(user)
    assert dovecot.connections(user) == 1
    dovecot.kill_connections(user)
    with pytest.raises((imaplib.IMAP4.abort, OSError)):
        for _ in range(3):
            connection.noop()
    connection.shutdown()
    assert dovecot.connections(user) == 0


def test_an_outage_ends_and_the_mails_are_still_there() -> None:
    with PrivateDovecot(mail_format="maildir") as server:
        server.fill("shop", "INBOX", [MAIL, MAIL])
        server.stop()
        with pytest.raises(OSError, match="refused"):
            server.connect("shop")
        server.start()
        with server.session("shop") as connection:
            assert connection.select("INBOX", readonly=True)[1] == [b"2"]
