"""Every fault of the demo IMAP server shows at the moment and as often as its data say."""

from __future__ import annotations

import imaplib
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError

from shopdesk.demo.behaviour import Fault, FaultKind
from shopdesk.demo.imap_server import ImapServer
from shopdesk.demo.imap_store import MailStore
from shopdesk.demo.presets import FULL
from tests.servers.raw_imap import RawImap

USER, PASSWORD = "anna@example.org", 'se"cret\\'
RAW = b"Subject: Lamp\r\nFrom: a@example.org\r\n\r\n" + b"x" * 2000 + b"\r\n"
BODY = ["FLAGS", "INTERNALDATE", "RFC822.SIZE", "BODY.PEEK[]"]
BROKEN = (imaplib.IMAP4.abort, OSError, EOFError)


@pytest.fixture
def store() -> MailStore:
    store = MailStore()
    store.add_user(USER, PASSWORD, FULL.folders)
    for _ in range(10):
        store.deliver(USER, "INBOX", RAW)
    return store


@pytest.fixture
def server(store: MailStore) -> Iterator[ImapServer]:
    with ImapServer(store) as server:
        yield server


@pytest.fixture
def client(server: ImapServer) -> Iterator[IMAPClient]:
    client = connect(server)
    yield client
    client.shutdown()


def connect(server: ImapServer, folder: str = "INBOX", timeout: float = 5) -> IMAPClient:
    host, port = server.address
    client = IMAPClient(host, port, ssl=False, timeout=timeout)
    try:
        client.login(USER, PASSWORD)
        client.select_folder(folder)
    except BaseException:
        client.shutdown()
        raise
    return client


def break_with(server: ImapServer, kind: FaultKind, **how: object) -> None:
    server.behaviour = replace(FULL, faults=(Fault(kind, **how),))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", [FaultKind.CUT, FaultKind.RESET, FaultKind.BYE])
def test_a_line_that_ends_in_the_greeting_is_free_again_later(server: ImapServer, kind: FaultKind) -> None:
    break_with(server, kind, command="GREETING")
    with pytest.raises((*BROKEN, imaplib.IMAP4.error)):
        connect(server)
    connect(server).shutdown()
    assert server.counts.sign_ins == 1


@pytest.mark.parametrize(
    "kind",
    [
        FaultKind.CUT,
        FaultKind.RESET,
        FaultKind.BYE,
        FaultKind.CUT_BEFORE_TAG,
        FaultKind.CUT_IN_LITERAL,
        FaultKind.CUT_AFTER_BYTES,
        FaultKind.RESET_IN_LITERAL,
    ],
)
def test_a_line_that_ends_during_a_fetch_raises(server: ImapServer, client: IMAPClient, kind: FaultKind) -> None:
    break_with(server, kind, command="UID FETCH", at=2, after=100)
    assert len(client.fetch([1, 2], BODY)) == 2
    with pytest.raises(BROKEN):
        client.fetch([3, 4], BODY)
    again = connect(server)
    assert len(again.fetch([3, 4], BODY)) == 2
    again.shutdown()


@pytest.mark.parametrize("kind", [FaultKind.SILENCE, FaultKind.SILENCE_IN_LITERAL])
def test_a_silent_server_is_noticed_by_the_timeout_only(server: ImapServer, kind: FaultKind) -> None:
    client = connect(server, timeout=0.2)
    break_with(server, kind, command="UID FETCH", after=10)
    with pytest.raises(TimeoutError):
        client.fetch([1], BODY)
    client.shutdown()


def test_a_silent_greeting_never_comes(server: ImapServer) -> None:
    break_with(server, FaultKind.SILENCE, command="GREETING")
    with pytest.raises(TimeoutError):
        connect(server, timeout=0.2)


def test_a_silent_idle_is_accepted_and_tells_nothing(server: ImapServer, client: IMAPClient) -> None:
    break_with(server, FaultKind.SILENCE, command="IDLE")
    client.idle()
    server.store.deliver(USER, "INBOX", RAW)
    assert client.idle_check(timeout=0.2) == []


@pytest.mark.parametrize("text", ["[UNAVAILABLE] later", "[THROTTLED] slow down", "[LIMIT] enough"])
def test_a_refusal_carries_its_text_and_ends_after_its_times(server: ImapServer, client: IMAPClient, text: str) -> None:
    break_with(server, FaultKind.REFUSE, command="UID FETCH", times=2, text=text)
    for _ in range(2):
        with pytest.raises(IMAPClientError, match=r"later|slow|enough"):
            client.fetch([1], ["FLAGS"])
    assert client.fetch([1], ["FLAGS"])


def test_sign_in_can_be_refused_for_ever(server: ImapServer) -> None:
    break_with(server, FaultKind.REFUSE, command="SIGN-IN", times=None, text="[AUTHENTICATIONFAILED] no")
    for _ in range(3):
        with pytest.raises(IMAPClientError, match="AUTHENTICATIONFAILED"):
            connect(server)


def test_too_many_connections_get_a_bye(server: ImapServer) -> None:
    server.behaviour = replace(FULL, max_connections=2)
    open_ones = [connect(server) for _ in range(2)]
    with pytest.raises(imaplib.IMAP4.error, match="Too many"):
        connect(server)
    for each in open_ones:
        each.shutdown()


def test_fewer_answers_than_asked_for(server: ImapServer, client: IMAPClient) -> None:
    break_with(server, FaultKind.MISSING_ANSWERS, command="UID FETCH", every=5)
    assert set(client.fetch(range(1, 11), BODY)) == {1, 2, 3, 4, 6, 7, 8, 9}


def test_double_answers_are_counted(server: ImapServer, client: IMAPClient) -> None:
    break_with(server, FaultKind.DOUBLE_ANSWERS, command="UID FETCH")
    assert len(client.fetch(range(1, 11), BODY)) == 10
    assert server.counts.answers == 20


def test_wrong_size_and_odd_date(server: ImapServer, client: IMAPClient) -> None:
    break_with(server, FaultKind.WRONG_SIZE, command="UID FETCH")
    assert client.fetch([1], ["RFC822.SIZE"])[1][b"RFC822.SIZE"] != len(RAW)
    break_with(server, FaultKind.ODD_DATE, command="UID FETCH", text="01-Foo-0001")
    with RawImap(*server.address) as line:
        line.command("LOGIN {} {}", USER.encode(), PASSWORD.encode())
        line.command("SELECT INBOX")
        assert b'INTERNALDATE "01-Foo-0001"' in line.command("UID FETCH 1 (INTERNALDATE)").lines[0]


def test_a_body_may_be_nil(server: ImapServer, client: IMAPClient) -> None:
    break_with(server, FaultKind.NIL_BODY, command="UID FETCH", every=2)
    answer = client.fetch([1, 2], BODY)
    assert answer[1][b"BODY[]"] == RAW
    assert answer[2][b"BODY[]"] is None


@pytest.mark.parametrize("kind", [FaultKind.EXPUNGE_MISSING, FaultKind.EXPUNGE_NIL])
def test_a_mail_expunged_during_the_fetch(server: ImapServer, client: IMAPClient, kind: FaultKind) -> None:
    break_with(server, kind, command="UID FETCH")
    answer = client.fetch([1, 2, 3], BODY)
    assert (2 in answer) is (kind is FaultKind.EXPUNGE_NIL)
    assert answer.get(2, {}).get(b"BODY[]") is None
    assert 2 not in client.search("ALL")


def test_unsolicited_lines_stand_between_the_answers(server: ImapServer, client: IMAPClient) -> None:
    break_with(server, FaultKind.UNSOLICITED, command="UID FETCH")
    answer = client.fetch([3, 4], BODY)
    assert answer[3][b"BODY[]"] == answer[4][b"BODY[]"] == RAW


def test_uidvalidity_changes_at_the_second_select(server: ImapServer, client: IMAPClient) -> None:
    break_with(server, FaultKind.NEW_UIDVALIDITY, command="SELECT", at=2)
    first = client.select_folder("INBOX")[b"UIDVALIDITY"]
    second = client.select_folder("INBOX")[b"UIDVALIDITY"]
    third = client.select_folder("INBOX")[b"UIDVALIDITY"]
    assert first != second == third


@pytest.mark.parametrize("size", [1, 7])
def test_small_packets_change_nothing(server: ImapServer, client: IMAPClient, size: int) -> None:
    server.behaviour = replace(FULL, packet_size=size)
    assert all(mail[b"BODY[]"] == RAW for mail in client.fetch(range(1, 11), BODY).values())


def test_a_slow_line_takes_its_time(server: ImapServer, client: IMAPClient) -> None:
    server.behaviour = replace(FULL, bytes_per_second=20_000)
    start = time.monotonic()
    assert len(client.fetch([1, 2], BODY)) == 2
    assert time.monotonic() - start > 0.15


def test_bytes_with_nul_arrive_as_they_are(server: ImapServer, client: IMAPClient) -> None:
    raw = b"Subject: a\0b\r\n\r\n\0\0\xff\r\nbare\nlf\rcr"
    uid = server.store.deliver(USER, "INBOX", raw)
    client.noop()
    assert client.fetch([uid], ["BODY.PEEK[]"])[uid][b"BODY[]"] == raw


def test_a_folder_deleted_under_a_client_throws_it_out(server: ImapServer) -> None:
    server.store.create_folder(USER, "Orders")
    client = connect(server, "Orders")
    server.store.delete_folder(USER, "Orders")
    with pytest.raises(BROKEN):
        client.noop()
    client.shutdown()


def test_the_server_ends_with_clients_still_connected(store: MailStore) -> None:
    server = ImapServer(store)
    server.start()
    idle, busy = connect(server), connect(server)
    idle.idle()
    start = time.monotonic()
    server.stop()
    assert time.monotonic() - start < 1
    with pytest.raises(BROKEN):
        busy.noop()
    idle.shutdown()
    busy.shutdown()


def test_a_stopped_server_comes_back_at_its_port(store: MailStore) -> None:
    server = ImapServer(store)
    _, port = server.start()
    server.stop()
    assert server.start(port)[1] == port
    connect(server).shutdown()
    server.stop()


def test_the_log_shows_commands_but_no_secret(server: ImapServer, client: IMAPClient) -> None:
    client.fetch([1], ["FLAGS"])
    assert "LOGIN ***" in server.commands()
    assert "UID FETCH 1 (FLAGS)" in server.commands()
    assert not [line for line in server.log if "cret" in line.text]
    server.forget_log()
    assert server.log == []
    assert server.counts.open_connections == 1
