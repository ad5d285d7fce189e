"""Checking whether a mailbox could send: the same names for the same trouble, and nothing sent."""

from __future__ import annotations

import base64
import socket
import threading
from collections.abc import Sequence

import pytest

from shopdesk.demo.smtp_sink import SinkBehaviour, SmtpSink
from shopdesk.domain.connection import Credential
from shopdesk.domain.errors import (
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
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox, Security, Server
from shopdesk.mail.imap import ImapSource
from shopdesk.mail.timeouts import Timeouts

HELLO = b"250-mail.example\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN XOAUTH2\r\n"
SECRET = "hidden-secret-99"


def box(port: int, security: Security = Security.NONE, host: str = "127.0.0.1") -> Mailbox:
    return Mailbox(
        MailboxId(1), "me@shop.example", Server(host, 143, Security.NONE), Server(host, port, security), "me"
    )


def check(port: int, security: Security = Security.NONE, **proof: str) -> None:
    credential = Credential("me", **(proof or {"password": SECRET}))
    ImapSource(timeouts=Timeouts(0.5, 0.5)).check_sending(box(port, security), credential)


class Script:
    """Takes one visitor and answers its lines one after the other; a context manager."""

    def __init__(self, *says: bytes) -> None:
        self._says = says
        self.heard: list[bytes] = []

    def __enter__(self) -> Script:
        self._door = socket.create_server(("127.0.0.1", 0))
        self._door.settimeout(5)
        self.port: int = self._door.getsockname()[1]
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()
        return self

    def __exit__(self, *problem: object) -> None:
        self._thread.join()
        self._door.close()

    def _serve(self) -> None:
        visitor, _ = self._door.accept()
        visitor.settimeout(5)
        with visitor, visitor.makefile("rb") as lines:
            for said in self._says:
                visitor.sendall(said)
                line = lines.readline()
                if not line:
                    return
                self.heard.append(line.rstrip())


@pytest.mark.parametrize("password", ["simple", 'with " and \\', "ümläut 密码", "two words"])
def test_a_good_password_signs_in_and_nothing_is_sent(password: str) -> None:
    sink = SmtpSink({"me": password})
    port = sink.start()[1]
    check(port, password=password)
    with pytest.raises(SignInRefused) as caught:
        check(port, password=SECRET)
    assert caught.value.detail.startswith("535")
    assert sink.accepted == []
    sink.stop()


def test_a_mailbox_without_smtp_has_nothing_to_check() -> None:
    ImapSource().check_sending(
        Mailbox(MailboxId(1), "a@b.example", Server("x", 1, Security.TLS), None, "a"), Credential("")
    )


def test_a_server_on_this_computer_may_want_no_sign_in() -> None:
    with Script(b"220 ready\r\n", b"250 hello\r\n", b"221 bye\r\n") as server:
        check(server.port)
    assert [line.split()[0] for line in server.heard] == [b"ehlo", b"quit"]


def test_the_name_of_this_computer_is_not_told() -> None:
    with Script(b"220 ready\r\n", b"250 hello\r\n", b"221 bye\r\n") as server:
        check(server.port)
    assert server.heard[0] == b"ehlo localhost"


@pytest.mark.parametrize(
    ("says", "problem"),
    [
        ([b"HTTP/1.1 400 Bad\r\n"], NotAMailServer),
        ([b"* OK imap\r\n"], NotAMailServer),
        ([b"554 no service for you\r\n"], NotAMailServer),
        ([b"421 too many connections\r\n"], ServerBusy),
        ([b"220 ok\r\n", b"550 go away\r\n"], ServerRefused),
        ([b"220 ok\r\n", HELLO, b"535 5.7.8 wrong\r\n"], SignInRefused),
        ([b"220 ok\r\n", HELLO, b"535 5.7.139 hidden-secret-99 disabled\r\n"], SignInRefused),
        ([b"220 ok\r\n", HELLO, b"454 4.7.0 temporary failure\r\n"], ServerBusy),
        ([b"220 ok\r\n", HELLO, b"421 4.7.0 throttled\r\n"], ServerBusy),
        ([b"220 ok\r\n", b"250-x\r\n250 AUTH CRAM-MD5\r\n"], ServerRefused),
        ([b"220 ok\r\n", HELLO], ConnectionLost),
    ],
)
def test_trouble_has_names(says: Sequence[bytes], problem: type[ServerProblem]) -> None:
    with Script(*says) as server, pytest.raises(ServerProblem) as caught:
        check(server.port)
    assert isinstance(caught.value, problem)
    assert caught.value.host == "127.0.0.1"
    assert SECRET not in str(caught.value)


def test_a_reply_lost_at_the_farewell_does_not_matter() -> None:
    with Script(b"220 ok\r\n", HELLO, b"235 welcome\r\n") as server:
        check(server.port)
    assert server.heard[-1] == b"quit"


def test_login_is_spoken_where_plain_is_not_offered() -> None:
    with Script(
        b"220 ok\r\n", b"250-x\r\n250 AUTH LOGIN\r\n", b"334 x\r\n", b"334 y\r\n", b"235 in\r\n", b"221 bye\r\n"
    ) as server:
        check(server.port)
    assert server.heard[1] == b"AUTH LOGIN"
    assert [base64.b64decode(line) for line in server.heard[2:4]] == [b"me", SECRET.encode()]


def test_a_token_is_offered_and_its_refusal_is_read_to_the_end() -> None:
    says = (b"220 ok\r\n", HELLO, b"334 eyJzdGF0dXMiOiI0MDEifQ==\r\n", b"535 5.7.3 no\r\n")
    with Script(*says) as server, pytest.raises(SignInRefused):
        check(server.port, token="the-token")
    assert base64.b64decode(server.heard[1].split()[2]) == b"user=me\1auth=Bearer the-token\1\1"
    assert server.heard[2] == b""
    with Script(b"220 ok\r\n", b"250-x\r\n250 AUTH OAUTHBEARER\r\n", b"235 in\r\n", b"221 bye\r\n") as server:
        check(server.port, token="the-token")
    assert base64.b64decode(server.heard[1].split()[2]) == b"n,a=me,\1auth=Bearer the-token\1\1"


def test_encryption_is_never_left_out() -> None:
    with pytest.raises(EncryptionMissing):
        ImapSource().check_sending(box(587, Security.NONE, "mail.example"), Credential("me", SECRET))
    for says in ([b"220 ok\r\n", b"250-x\r\n250 AUTH PLAIN\r\n"], [b"220 ok\r\n", HELLO, b"454 not now\r\n"]):
        with Script(*says) as server, pytest.raises(EncryptionMissing):
            check(server.port, Security.STARTTLS)
        assert not any(line.upper().startswith(b"AUTH") for line in server.heard)


def test_no_server_and_no_secret_are_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
        with pytest.raises(ServerUnreachable, match="no answer in time"):
            check(port)
    with pytest.raises(ServerUnreachable, match="refused"):
        check(port)
    with Script(b"220 ok\r\n", HELLO) as server, pytest.raises(SignInNeeded):
        check(server.port, password="")


def test_a_sink_that_needs_no_sign_in_is_content() -> None:
    sink = SmtpSink({"me": "x"}, SinkBehaviour(needs_sign_in=False))
    check(sink.start()[1], password="x")
    assert sink.accepted == []
    sink.stop()
