"""The presets play the oddities of real providers."""

from __future__ import annotations

import base64
import imaplib
import json
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError

from shopdesk.demo.behaviour import Behaviour
from shopdesk.demo.imap_server import ImapServer
from shopdesk.demo.imap_store import MailStore
from shopdesk.demo.presets import (
    DOTS,
    FULL,
    GMAIL,
    ICLOUD,
    MICROSOFT,
    NETEASE,
    PLAIN,
    PROVIDERS,
    QQ,
    YAHOO,
    YANDEX,
)
from tests.servers.certificates import Authority
from tests.servers.raw_imap import RawImap

USER, PASSWORD = "anna@example.org", "secret"
RAW = b'Subject: Lamp\r\nFrom: "A" <a@example.org>\r\nMessage-ID: <1@x>\r\n\r\nHello\r\n'


@contextmanager
def provider(behaviour: Behaviour, mails: int = 3, folder: str = "INBOX") -> Iterator[ImapServer]:
    store = MailStore()
    store.add_user(USER, PASSWORD, behaviour.folders)
    for _ in range(mails):
        store.deliver(USER, folder, RAW)
    with ImapServer(store, behaviour, check_token=lambda _user, token: token == "good") as server:
        yield server


@contextmanager
def raw(server: ImapServer) -> Iterator[RawImap]:
    with RawImap(*server.address) as line:
        assert line.command(f"LOGIN {USER} {PASSWORD}").status == "OK"
        yield line


@pytest.mark.parametrize("name", PROVIDERS)
def test_every_provider_gives_its_mail_to_a_careful_client(name: str) -> None:
    with provider(PROVIDERS[name]) as server, raw(server) as line:
        if b" ID" in line.command("CAPABILITY").lines[0]:
            line.command('ID ("name" "shopdesk")')
        assert line.command("SELECT INBOX").status == "OK"
        answers = line.command("UID FETCH 1:3 (UID FLAGS BODY.PEEK[])").with_word(b"FETCH")
        assert len(answers) == 3
        assert all(RAW in answer for answer in answers)


def test_a_plain_server_knows_no_extension() -> None:
    with provider(PLAIN) as server, raw(server) as line:
        line.command("SELECT INBOX")
        for text in ("IDLE", "UID MOVE 1 Trash", "ENABLE CONDSTORE", "NAMESPACE", 'ID ("a" "b")', "UNSELECT"):
            assert line.command(text).status == "BAD"
        assert line.command("UID FETCH 1 (MODSEQ)").status == "BAD"
        assert line.command("UID FETCH 1 (FLAGS) (CHANGEDSINCE 1)").status == "BAD"
        assert line.command("UID SEARCH RETURN (COUNT) ALL").status == "BAD"
        assert not line.command('LIST "" *').with_word(b"\\Sent")
        assert b"APPENDUID" not in line.command("APPEND Sent {}", RAW).tagged


def test_netease_opens_nothing_before_id_on_every_connection() -> None:
    with provider(NETEASE) as server:
        for _ in range(2):
            with raw(server) as line:
                assert b"Unsafe Login" in line.command("SELECT INBOX").tagged
                line.command('ID ("name" "shopdesk" "version" "1")')
                assert line.command("SELECT INBOX").status == "OK"
                assert line.command('SELECT "&dcVr0mWHTvZZOQ-"').status == "NO"
                assert line.command("UID SEARCH CHARSET UTF-8 SUBJECT {}", b"x").status == "BAD"
        assert b"IDLE" not in line.greeting


def test_gmail_shows_one_mail_under_several_labels() -> None:
    with provider(GMAIL, mails=0) as server:
        for folder in ("INBOX", "[Gmail]/All Mail", "[Gmail]/Sent Mail"):
            server.store.deliver(USER, folder, RAW)
        items = "UID FETCH 1 (X-GM-MSGID X-GM-THRID X-GM-LABELS)"
        with raw(server) as line:
            line.command("SELECT INBOX")
            inbox = line.command(items).lines[0]
            line.command('SELECT "[Gmail]/All Mail"')
            everything = line.command(items).lines[0]
            assert line.command('SELECT "[Gmail]"').status == "NO"
    assert inbox.split(b"X-GM-LABELS")[0] == everything.split(b"X-GM-LABELS")[0]
    assert b'X-GM-LABELS ("\\\\Inbox" "\\\\Sent")' in everything


def test_microsoft_shows_its_capabilities_late_and_refuses_brackets() -> None:
    with provider(MICROSOFT) as server, RawImap(*server.address) as line:
        assert b"MOVE" not in line.command("CAPABILITY").lines[0]
        line.command(f"LOGIN {USER} {PASSWORD}")
        capabilities = line.command("CAPABILITY").lines[0]
        assert b"MOVE" in capabilities
        assert b"SPECIAL-USE" not in capabilities
        assert line.command('LIST "" *').with_word(b"\\Sent")
        line.command("SELECT INBOX")
        assert line.command("UID SEARCH (SUBJECT Lamp)").status == "BAD"
        assert line.command("UID SEARCH SUBJECT Lamp").status == "OK"


def test_yahoo_limits_each_command_and_shows_a_part_only() -> None:
    with provider(YAHOO, mails=1200) as server, raw(server) as line:
        reply = line.command("SELECT INBOX")
        assert reply.with_word(b"* 1000 EXISTS")
        (found,) = line.command("UID SEARCH ALL").with_word(b"SEARCH")
        assert found.split()[2] == b"201"
        assert line.command("UID FETCH 201:1200 (FLAGS)").status == "OK"
        server.store.deliver(USER, "INBOX", RAW)
        line.command("NOOP")
        assert b"[MESSAGELIMIT 1000]" in line.command("UID FETCH 1:* (FLAGS)").tagged


def test_icloud_gives_nothing_for_rfc822_and_enables_silently() -> None:
    with provider(ICLOUD) as server, raw(server) as line:
        assert not line.command("ENABLE QRESYNC").lines
        line.command("SELECT INBOX")
        assert line.command("UID FETCH 1 (RFC822)").with_word(b'RFC822 ""')
        assert RAW in line.command("UID FETCH 1 (BODY.PEEK[])").lines[0]
        assert not line.command('LIST "" *').with_word(b"\\Sent")


def test_qq_refuses_falling_ranges_and_finds_everything() -> None:
    with provider(QQ) as server, raw(server) as line:
        line.command("SELECT INBOX")
        assert line.command("UID FETCH 3:1 (FLAGS)").tagged == b"BAD UID parameters"
        assert line.command("UID SEARCH TEXT lamp").status == "NO"
        assert line.command("UID SEARCH FROM nobody").with_word(b"* SEARCH 1 2 3")
        (envelope,) = line.command("UID FETCH 1 (ENVELOPE)").lines
        assert b'"\\ ' in envelope
        assert line.command('SELECT "&UXZO1mWHTvZZOQ-"').status == "NO"


def test_folders_under_inbox_with_dots() -> None:
    with provider(DOTS) as server, raw(server) as line:
        assert line.command("NAMESPACE").with_word(b'(("INBOX." "."))')
        listed = b"\n".join(line.command('LIST "" *').lines)
        assert b'(\\HasChildren) "." "INBOX"' in listed
        assert b'"INBOX.Entw&APw-rfe"' in listed


def test_yandex_parts_folders_by_a_bar() -> None:
    with provider(YANDEX) as server, raw(server) as line:
        assert line.command('LIST "" ""').with_word(b'"|"')
        assert line.command("XLIST {} *", b"").with_word(b"\\Inbox")


@pytest.mark.parametrize("mechanism", ["XOAUTH2", "OAUTHBEARER"])
def test_access_tokens_sign_in_or_get_a_challenge(mechanism: str) -> None:
    with provider(FULL) as server:
        client = IMAPClient(*server.address, ssl=False)
        sign_in = client.oauth2_login if mechanism == "XOAUTH2" else client.oauthbearer_login
        sign_in(USER, "good")
        client.shutdown()
        with RawImap(*server.address) as line:
            text = f"user={USER}\x01auth=Bearer bad\x01\x01"
            line.send(b"a AUTHENTICATE XOAUTH2 " + base64.b64encode(text.encode()) + b"\r\n")
            challenge = json.loads(base64.b64decode(line.read_line()[2:]))
            line.send(b"\r\n")
            assert b"AUTHENTICATIONFAILED" in line.read_line()
    assert challenge["status"] == "400"
    assert server.counts.refused_sign_ins == 1


def test_sasl_login_asks_for_name_and_password() -> None:
    with provider(FULL) as server, RawImap(*server.address) as line:
        line.send(b"a AUTHENTICATE LOGIN\r\n")
        assert line.read_line().startswith(b"+ ")
        line.send(base64.b64encode(USER.encode()) + b"\r\n")
        line.read_line()
        line.send(base64.b64encode(PASSWORD.encode()) + b"\r\n")
        assert line.read_line().startswith(b"a OK")
        assert line.command("AUTHENTICATE PLAIN").status == "BAD"


@pytest.mark.parametrize("starts_tls", [True, False])
def test_tls_from_the_start_and_after_starttls(tmp_path: Path, starts_tls: bool) -> None:
    authority = Authority(tmp_path)
    papers = authority.papers("localhost", "127.0.0.1")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(papers.certificate, papers.key)
    trust = ssl.create_default_context(cafile=str(authority.ca_file))
    store = MailStore()
    store.add_user(USER, PASSWORD)
    with ImapServer(store, FULL, context, starts_tls=starts_tls) as server:
        host, port = server.address
        client = IMAPClient(host, port, ssl=not starts_tls, ssl_context=trust if not starts_tls else None)
        if starts_tls:
            assert b"STARTTLS" in client.capabilities()
            client.starttls(trust)
        client.login(USER, PASSWORD)
        assert client.select_folder("INBOX")[b"EXISTS"] == 0
        assert b"STARTTLS" not in client.capabilities()
        client.logout()


def test_ten_thousand_mails_come_in_pages_with_stdlib_imaplib() -> None:
    with provider(FULL, mails=10_000) as server:
        client = imaplib.IMAP4(*server.address)
        client.login(USER, PASSWORD)
        client.select("INBOX")
        _, found = client.uid("SEARCH", "ALL")
        got = 0
        numbers = found[0].split()
        for at in range(0, len(numbers), 200):
            wanted = b",".join(numbers[at : at + 200]).decode()
            _, answers = client.uid("FETCH", wanted, "(UID FLAGS BODY.PEEK[]<0.32768>)")
            got += sum(isinstance(answer, tuple) for answer in answers)
        client.logout()
    assert got == 10_000


def test_an_unreadable_command_is_answered_and_the_next_works() -> None:
    with provider(FULL) as server, raw(server) as line:
        line.command("SELECT INBOX")
        bad = (
            'LIST "" "open', "UID FETCH 1 (FLAGS", "UID FETCH 1 FLAGS)", "UID FETCH 0 (FLAGS)", "UID FETCH x (FLAGS)",
            "UID FETCH 1 (NONSENSE)", "UID STORE 1 (FLAGS)", "UID SEARCH NONSENSE", "UID SEARCH SINCE yesterday",
            "FETCH 9 (FLAGS)", "STATUS INBOX (NONSENSE)", "CREATE", "UID FETCH 1 BODY[NONSENSE]", "AUTHENTICATE X y",
            "UID SEARCH " + "(" * 60 + "ALL" + ")" * 60, "APPEND INBOX x", "LOGIN a b", "RENAME a", "SELECT", "UID",
        )  # fmt: skip
        for text in bad:
            assert line.command(text).status in ("BAD", "NO"), text
        assert line.command("NOOP").status == "OK"


def test_a_client_sees_refused_folders_and_existing_names() -> None:
    with provider(FULL) as server:
        client = IMAPClient(*server.address, ssl=False)
        client.login(USER, PASSWORD)
        with pytest.raises(IMAPClientError, match="ALREADYEXISTS"):
            client.create_folder("Sent")
        with pytest.raises(IMAPClientError, match="ALREADYEXISTS"):
            client.rename_folder("Sent", "Trash")
        with pytest.raises(IMAPClientError, match="CANNOT"):
            client.delete_folder("INBOX")
        client.unsubscribe_folder("Trash")
        assert "Trash" not in [name for _, _, name in client.list_sub_folders()]
        client.shutdown()
