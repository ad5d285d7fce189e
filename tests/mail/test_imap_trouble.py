"""Every kind of trouble with a mail server is one of our named errors, in time, with the server's own words."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from shopdesk.demo.behaviour import Fault, FaultKind
from shopdesk.demo.presets import FULL
from shopdesk.domain.connection import Credential
from shopdesk.domain.errors import (
    CertificateRefused,
    ConnectionLost,
    EncryptionMissing,
    NotAMailServer,
    ServerBusy,
    ServerProblem,
    ServerRefused,
    ServerUnreachable,
    SignInNeeded,
    SignInRefused,
)
from shopdesk.domain.mailbox import Cursor, Mailbox, Security, Server
from shopdesk.mail import dial
from shopdesk.mail.imap import ImapSource
from shopdesk.mail.imap_errors import hide
from shopdesk.mail.imap_session import ImapSession
from shopdesk.mail.timeouts import Timeouts
from tests.fakes.scripted_imap import ScriptedImap
from tests.servers.post_offices import DemoPostOffice, demo_post_office

Start = Callable[..., tuple[DemoPostOffice, ImapSource]]
HASTY = Timeouts(connect=0.4, read=0.4)
SECRET = "hidden-secret-99"
QQ_SENTENCE = (
    "NO Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, "
    "or system is busy. More information at https://help.example/"
)
WITH_STARTTLS = b"* CAPABILITY IMAP4rev1 STARTTLS\r\n"
PROOF = Credential("me", SECRET)


def opened(server: ScriptedImap, timeouts: Timeouts = HASTY) -> ImapSession:
    return ImapSource(timeouts=timeouts).open(server.mailbox(), PROOF)


@pytest.fixture
def faulty() -> Iterator[Start]:
    posts: list[DemoPostOffice] = []

    def start(*faults: Fault) -> tuple[DemoPostOffice, ImapSource]:
        posts.append(demo_post_office(replace(FULL, faults=faults)))
        return posts[-1], ImapSource(timeouts=HASTY)

    yield start
    for post in posts:
        post.server.stop()


def connect(post: DemoPostOffice, source: ImapSource) -> ImapSession:
    return source.open(post.mailbox, Credential(post.user, post.password))


# --- before the greeting


def test_a_closed_port_is_unreachable_with_the_systems_words() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    mailbox = Mailbox(1, "a@b.example", Server("127.0.0.1", port, Security.NONE), None, "a")
    with pytest.raises(ServerUnreachable) as caught:
        ImapSource().open(mailbox, PROOF)
    assert (caught.value.host, caught.value.detail) == ("127.0.0.1", "Connection refused")


def test_a_name_that_nobody_knows_is_unreachable() -> None:
    mailbox = Mailbox(1, "a@b.example", Server("no-such-host.invalid", 993, Security.TLS), None, "a")
    with pytest.raises(ServerUnreachable) as caught:
        ImapSource(timeouts=HASTY).open(mailbox, PROOF)
    assert caught.value.host == "no-such-host.invalid"
    assert caught.value.detail


def test_a_dead_first_address_costs_a_moment_only(monkeypatch: pytest.MonkeyPatch) -> None:
    with ScriptedImap() as server, socket.socket() as dead:
        dead.bind(("127.0.0.1", 0))  # bound and never listening: connecting is refused
        full = socket.create_server(("127.0.0.1", 0), backlog=0)
        stuffing = [socket.socket() for _ in range(3)]
        for one in stuffing:  # a full backlog swallows further packets, as a dead IPv6 does
            one.setblocking(False)
            one.connect_ex(full.getsockname())
        found = [
            (socket.AF_INET6, 1, 6, "", ("::1", 1, 0, 0)),
            (socket.AF_INET, 1, 6, "", dead.getsockname()),
            (socket.AF_INET, 1, 6, "", full.getsockname()),
            (socket.AF_INET, 1, 6, "", ("127.0.0.1", server.port)),
        ]
        monkeypatch.setattr(dial.socket, "getaddrinfo", lambda *a, **k: found)
        began = time.monotonic()
        opened(server, Timeouts(3, 1)).close()
        assert time.monotonic() - began < 2
        for one in [*stuffing, full]:
            one.close()


def test_silence_instead_of_a_greeting_is_noticed_in_time() -> None:
    with ScriptedImap(greeting=b"") as server:
        began = time.monotonic()
        with pytest.raises(ServerUnreachable, match="no answer in time"):
            opened(server)
        assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "greeting",
    [b"HTTP/1.1 400 Bad\r\n\r\n", b"SSH-2.0-OpenSSH_9.2\r\n", b"220 mail ESMTP\r\n", b"+OK POP3\r\n", b"\x00\xff\r\n"],
)
def test_another_service_is_no_mail_server(greeting: bytes) -> None:
    with ScriptedImap(greeting=greeting) as server, pytest.raises(NotAMailServer):
        opened(server)


def test_a_server_without_imap4_is_no_mail_server() -> None:
    with ScriptedImap(replies={b"CAPABILITY": b"* CAPABILITY ACAP\r\n"}) as server, pytest.raises(NotAMailServer):
        opened(server)


def test_a_server_that_closes_without_a_word_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        closer = threading.Thread(target=lambda: door.accept()[0].close())
        closer.start()
        mailbox = Mailbox(1, "a@b.example", Server("127.0.0.1", door.getsockname()[1], Security.NONE), None, "a")
        with pytest.raises(ServerUnreachable, match=r"without a word|reset"):
            ImapSource(timeouts=HASTY).open(mailbox, PROOF)
        closer.join()


def test_bye_as_a_greeting_means_busy() -> None:
    with ScriptedImap(greeting=b"* BYE Too many connections\r\n") as server:
        with pytest.raises(ServerBusy) as caught:
            opened(server)
        assert caught.value.detail == "Too many connections"


# --- encryption


def test_no_password_goes_over_an_open_line_to_another_computer() -> None:
    mailbox = Mailbox(1, "a@b.example", Server("mail.example", 143, Security.NONE), None, "a")
    with pytest.raises(EncryptionMissing):
        ImapSource().open(mailbox, PROOF)


@pytest.mark.parametrize(
    ("greeting", "replies"),
    [
        (b"* OK ready\r\n", {}),
        (b"* PREAUTH welcome\r\n", {}),
        (b"* OK ready\r\n", {b"CAPABILITY": WITH_STARTTLS, b"STARTTLS": b"TAG NO not now\r\n"}),
    ],
)
def test_starttls_that_is_stripped_sends_nothing_secret(greeting: bytes, replies: dict[bytes, bytes]) -> None:
    with ScriptedImap(greeting, replies) as server:
        with pytest.raises(EncryptionMissing):
            ImapSource(timeouts=HASTY).open(server.mailbox(Security.STARTTLS), PROOF)
        assert not any(SECRET.encode() in line or b"LOGIN" in line for line in server.heard)


def test_commands_slipped_in_behind_starttls_are_not_taken() -> None:
    replies = {
        b"CAPABILITY": b"* CAPABILITY IMAP4rev1 STARTTLS\r\n",
        b"STARTTLS": b"TAG OK begin\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n",
    }
    with ScriptedImap(replies=replies) as server, pytest.raises(ConnectionLost, match="unprotected"):
        ImapSource(timeouts=HASTY).open(server.mailbox(Security.STARTTLS), PROOF)


def test_tls_on_a_port_that_speaks_none_is_told() -> None:
    with ScriptedImap() as server, pytest.raises(NotAMailServer, match="TLS"):
        ImapSource(timeouts=HASTY).open(server.mailbox(Security.TLS), PROOF)


def test_a_certificate_file_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("nonsense")
    for name in ("ca.pem", "missing.pem"):
        with ScriptedImap() as server, pytest.raises(CertificateRefused, match=name):
            mailbox = replace(server.mailbox(Security.TLS), ca_file=str(tmp_path / name))
            ImapSource(timeouts=HASTY).open(mailbox, PROOF)


# --- sign-in


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)", SignInRefused),
        ("NO LOGIN Login error, user suspended or password error", SignInRefused),
        (QQ_SENTENCE, SignInRefused),
        ("NO LOGIN failed.", SignInRefused),
        ("NO [ALERT] Please log in via your web browser", SignInRefused),
        ("NO [UNAVAILABLE] Temporary authentication failure", ServerBusy),
        ("NO [THROTTLED] slow down", ServerBusy),
        ("NO [LIMIT] too many", ServerBusy),
        ("NO [ALERT] Too many simultaneous connections. (Failure)", ServerBusy),
        ("NO LOGIN frequency limited, try again later", ServerBusy),
        ("BAD what", ServerRefused),
        ("NO [AUTHENTICATIONFAILED] sorry, hidden-secret-99 is wrong", SignInRefused),
    ],
)
def test_refusals_of_a_sign_in_have_names(words: str, problem: type[ServerProblem]) -> None:
    with ScriptedImap(replies={b"LOGIN": b"TAG " + words.encode() + b"\r\n"}) as server:
        with pytest.raises(problem) as caught:
            opened(server)
        assert type(caught.value) is problem
        assert SECRET not in str(caught.value)
        assert caught.value.__cause__ is None
        assert len([line for line in server.heard if b"LOGIN" in line]) == 1


def test_bye_in_the_sign_in_means_busy() -> None:
    with ScriptedImap(replies={b"LOGIN": b"* BYE [UNAVAILABLE] too many\r\nCUT"}) as server, pytest.raises(ServerBusy):
        opened(server)


def test_a_line_that_breaks_in_the_sign_in_is_lost_and_not_refused() -> None:
    with ScriptedImap(replies={b"LOGIN": b"CUT"}) as server, pytest.raises(ConnectionLost):
        opened(server)


def test_without_any_secret_nothing_is_tried() -> None:
    with ScriptedImap() as server:
        with pytest.raises(SignInNeeded):
            ImapSource().open(server.mailbox(), Credential("me"))
        assert not any(b"LOGIN" in line for line in server.heard)


# --- later


def test_an_unavailable_folder_means_busy_and_an_unsafe_login_means_refused() -> None:
    for words, problem in (
        ("NO [UNAVAILABLE] later", ServerBusy),
        ("NO EXAMINE Unsafe Login. Please contact kefu@188.com for help", SignInRefused),
        ("NO cannot be opened", ServerRefused),
        ("BAD Command Error. 12", ServerRefused),
    ):
        with ScriptedImap(replies={b"EXAMINE": b"TAG " + words.encode() + b"\r\n"}) as server:
            session = opened(server)
            with pytest.raises(problem):
                session.open_folder("INBOX", Cursor())
            session.close()


@pytest.mark.parametrize(
    "nonsense",
    [
        b"garbage without a star\r\n",
        b"ZZZZ99 OK not our tag\r\n",
        b"* 1 FETCH (UID 5 BODY[] {99999999999}\r\n",
        b"* 1 FETCH (UID 5 BODY[] {500}\r\nshortCUT",
        b"* BYE going down\r\n",
        b"* 1 FETCH (UID 5CUT",
        b"\x00\x01\x02\r\n",
        b"\n",
    ],
)
def test_nonsense_ends_the_connection_with_one_error(nonsense: bytes) -> None:
    with ScriptedImap(replies={b"UID FETCH": nonsense}) as server:
        session = opened(server)
        session.open_folder("INBOX", Cursor())
        with pytest.raises(ConnectionLost) as caught:
            session.whole([5])
        assert caught.value.host == "127.0.0.1"
        with pytest.raises(ConnectionLost, match="closed"):
            session.uids()
        session.close()


@pytest.mark.parametrize(
    "kind",
    [
        FaultKind.CUT,
        FaultKind.CUT_BEFORE_TAG,
        FaultKind.CUT_IN_LITERAL,
        FaultKind.RESET,
        FaultKind.RESET_IN_LITERAL,
        FaultKind.BYE,
        FaultKind.SILENCE,
        FaultKind.SILENCE_IN_LITERAL,
    ],
)
def test_a_connection_that_breaks_anywhere_is_lost(faulty: Start, kind: FaultKind) -> None:
    post, source = faulty(Fault(kind, "UID FETCH", after=3))
    uid = post.deliver(b"Subject: x\r\n\r\nhello\r\n")
    session = connect(post, source)
    session.open_folder("INBOX", Cursor())
    began = time.monotonic()
    with pytest.raises(ConnectionLost):
        session.whole([uid])
    assert time.monotonic() - began < 2
    again = connect(post, source)
    again.open_folder("INBOX", Cursor())
    assert len(again.whole([uid])) == 1
    again.close()


def test_packets_of_one_byte_change_nothing() -> None:
    post = demo_post_office(replace(FULL, packet_size=1))
    raw = b"Subject: x\r\n\r\n" + b"0123456789\r\n" * 40
    uids = [post.deliver(raw) for _ in range(3)]
    session = connect(post, ImapSource())
    session.open_folder("INBOX", Cursor())
    assert [one.raw for one in session.whole(uids)] == [raw] * 3
    session.close()
    post.server.stop()


def test_odd_answers_to_fetch_are_taken_for_what_they_are(
    faulty: Start,
) -> None:
    raw = b"Subject: x\r\n\r\nhello\r\n"
    for kind, text, expected in (
        (FaultKind.DOUBLE_ANSWERS, "", 4),
        (FaultKind.UNSOLICITED, "", 4),
        (FaultKind.WRONG_SIZE, "", 4),
        (FaultKind.ODD_DATE, "somewhen", 4),
        (FaultKind.MISSING_ANSWERS, "", 2),
        (FaultKind.NIL_BODY, "", 2),
        (FaultKind.EXPUNGE_MISSING, "", 3),
        (FaultKind.EXPUNGE_NIL, "", 3),
    ):
        post, source = faulty(Fault(kind, "UID FETCH", times=None, text=text))
        uids = [post.deliver(raw) for _ in range(4)]
        session = connect(post, source)
        session.open_folder("INBOX", Cursor())
        mails = session.beginnings(uids)
        assert len(mails) == len({one.uid for one in mails}) == expected, kind
        assert {(one.raw, one.whole) for one in mails} == {(raw, True)}
        session.close()


def test_one_mail_that_the_server_cannot_hand_over_does_not_keep_back_the_others() -> None:
    def reply(rest: bytes) -> bytes:
        named = rest.split()[2]
        first, _, last = named.partition(b":")
        uids = range(int(first), int(last or first) + 1)
        if 6 in uids:
            return b"TAG NO Server Unavailable. 15\r\n"
        return b"".join(b"* 1 FETCH (UID %d BODY[] {3}\r\nabc)\r\n" % uid for uid in uids)

    with ScriptedImap(replies={b"UID FETCH": reply}) as server:
        session = opened(server)
        session.open_folder("INBOX", Cursor())
        assert [one.uid for one in session.whole([5, 6, 7])] == [5, 7]
        session.close()


def test_a_server_that_refuses_everything_is_asked_a_few_times_only() -> None:
    with ScriptedImap(replies={b"UID FETCH": b"TAG NO no\r\n"}) as server:
        session = opened(server)
        session.open_folder("INBOX", Cursor())
        with pytest.raises(ServerRefused):
            session.whole(range(1, 200))
        assert len([line for line in server.heard if b"FETCH" in line]) < 30
        assert session.uids() == []
        session.close()


def test_mails_expunged_meanwhile_are_missing_even_when_the_server_says_no() -> None:
    with ScriptedImap(replies={b"UID FETCH": b"TAG NO [EXPUNGEISSUED] some are gone\r\n"}) as server:
        session = opened(server)
        session.open_folder("INBOX", Cursor())
        assert session.whole([5, 6]) == []
        session.close()


IDLE = {b"CAPABILITY": b"* CAPABILITY IMAP4rev1 IDLE\r\n"}


def test_a_flaw_of_the_idle_command_is_named() -> None:
    for reply, problem in ((b"TAG NO not here\r\n", ServerRefused), (b"+ ok\r\n* BYE moving\r\nCUT", ConnectionLost)):
        with ScriptedImap(replies={**IDLE, b"IDLE": reply}) as server:
            session = opened(server)
            session.open_folder("INBOX", Cursor())
            with pytest.raises(problem):
                session.wait_for_news(5, lambda: False)
            session.close()


@pytest.mark.parametrize(("last_words", "news"), [(b"", False), (b"* 4 EXISTS\r\n", True), (b"* 2 EXPUNGE\r\n", True)])
def test_chatter_in_idle_is_no_news_and_the_last_words_count(last_words: bytes, news: bool) -> None:
    replies = {**IDLE, b"IDLE": b"+ ok\r\n* OK Still here\r\n* 3 RECENT\r\n", b"DONE": last_words}
    with ScriptedImap(replies=replies) as server:
        session = opened(server)
        session.open_folder("INBOX", Cursor())
        assert session.wait_for_news(0.1, lambda: False) is news
        session.close()


def test_closing_is_quick_and_silent_whatever_the_server_does(faulty: Start) -> None:
    for kind in (FaultKind.SILENCE, FaultKind.RESET, FaultKind.CUT, FaultKind.BAD):
        post, source = faulty(Fault(kind, "LOGOUT"))
        session = connect(post, source)
        began = time.monotonic()
        session.close()
        session.close()
        assert time.monotonic() - began < 4


def test_secrets_are_hidden_and_short_ones_only_as_words() -> None:
    assert hide("LOGIN me secret12 failed, secret12!", ["secret12", ""]) == "LOGIN me *** failed, ***!"
    assert hide("bad a is a password", ["a"]) == "bad *** is *** password"


def test_a_compressed_line_that_turns_to_nonsense_is_lost() -> None:
    replies = {
        b"CAPABILITY": b"* CAPABILITY IMAP4rev1 COMPRESS=DEFLATE ID\r\n",
        b"COMPRESS": b"TAG OK go on\r\n\xff\xfe this is not deflate",
    }
    with ScriptedImap(replies=replies) as server, pytest.raises(ConnectionLost):
        ImapSource(timeouts=HASTY, compress_loopback=True).open(server.mailbox(), PROOF)
