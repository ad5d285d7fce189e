"""The private parts of imaplib and IMAPClient that we stand on, compression, and what a command costs."""

from __future__ import annotations

import imaplib
import socket
import zlib
from dataclasses import replace

import pytest

from shopdesk.demo.presets import FULL, GMAIL
from shopdesk.domain.connection import Credential
from shopdesk.domain.mailbox import Cursor
from shopdesk.mail.imap import ImapSource
from shopdesk.mail.imap_connection import LONGEST_LINE, Connection
from shopdesk.mail.imap_session import ImapSession
from shopdesk.mail.wire import Wire
from tests.fakes.scripted_imap import ScriptedImap
from tests.servers.post_offices import DemoPostOffice, demo_post_office

RAW = b"Subject: x\r\n\r\n" + b"the same line again and again\r\n" * 2_000


def signed_in(post: DemoPostOffice, source: ImapSource | None = None) -> ImapSession:
    return (source or ImapSource()).open(post.mailbox, Credential(post.mailbox.user, post.password))


def test_imaplib_formats_no_lines_and_keeps_no_commands() -> None:
    post = demo_post_office(FULL)
    session = signed_in(post)
    engine = session._line.client.engine
    assert isinstance(engine, imaplib.IMAP4)
    assert engine.debug == 0
    assert not engine._cmd_log
    assert session._line.client.normalise_times is False
    session.close()
    post.server.stop()


def test_small_packets_leave_at_once_and_no_call_waits_for_ever() -> None:
    post = demo_post_office(FULL)
    session = signed_in(post)
    door = session._line.wire.door
    assert door.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0
    assert door.gettimeout() == 60
    session.close()
    post.server.stop()


def test_lines_beyond_imaplibs_own_limit_are_read() -> None:
    many = b" ".join(b"%d" % uid for uid in range(1_000_000, 1_200_000))
    assert imaplib._MAXLINE < len(many) < LONGEST_LINE  # type: ignore[attr-defined]
    with ScriptedImap(replies={b"UID SEARCH": b"* SEARCH " + many + b"\r\n"}) as server:
        session = ImapSource().open(server.mailbox(), Credential("me", "pw"))
        session.open_folder("INBOX", Cursor())
        assert len(session.uids()) == 200_000
        session.close()
    assert imaplib._MAXLINE == 1_000_000  # type: ignore[attr-defined]


def test_imaplib_still_has_what_we_lean_on() -> None:
    for name in ("_get_response", "_get_tagged_response", "_check_bye", "_new_tag", "_append_untagged", "_log"):
        assert callable(getattr(imaplib.IMAP4, name))
        assert callable(getattr(Connection, name))


def test_compression_is_left_alone_on_loopback_and_where_it_is_refused() -> None:
    post = demo_post_office(FULL)
    signed_in(post).close()
    assert not any(line.startswith("COMPRESS") for line in post.server.commands())
    uid = post.deliver(RAW)
    session = signed_in(post, ImapSource(compress_loopback=True))
    session.open_folder("INBOX", Cursor())
    assert session.whole([uid])[0].raw == RAW
    assert session._line.wire.received < len(RAW) // 4
    session.close()
    post.server.stop()
    replies = {b"CAPABILITY": b"* CAPABILITY IMAP4rev1 COMPRESS=DEFLATE\r\n", b"COMPRESS": b"TAG NO no\r\n"}
    with ScriptedImap(replies=replies) as server:
        refused = ImapSource(compress_loopback=True).open(server.mailbox(), Credential("me", "pw"))
        assert refused.open_folder("INBOX", Cursor()).uidvalidity == 7
        refused.close()


def test_bytes_that_came_with_the_answer_to_compress_are_unpacked_too() -> None:
    near, far = socket.socketpair()
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(b"first\r\nsecond" + b"." * 300_000 + b"\r\n") + packer.flush(zlib.Z_SYNC_FLUSH)
    far.sendall(b"OK\r\n" + packed)
    wire = Wire(near, 1)
    assert wire.readline(100) == b"OK\r\n"
    wire.start_compression()
    assert wire.readline(100) == b"first\r\n"
    assert len(wire.readline(1_000_000)) == 300_008
    assert not wire.wait(0.05)
    wire.send(b"hello")
    assert zlib.decompressobj(-15).decompress(far.recv(100)) == b"hello"
    far.close()
    assert wire.wait(0.05)
    assert wire.read(5) == b""
    wire.close()


def test_a_silent_enable_means_no_qresync() -> None:
    post = demo_post_office(replace(GMAIL, capabilities=(*GMAIL.capabilities, "QRESYNC")))
    session = signed_in(post)
    first = session.open_folder("INBOX", Cursor())
    second = session.open_folder("INBOX", Cursor(first.uidvalidity, 1, max(first.modseq, 1)))
    assert second.uidvalidity == first.uidvalidity
    session.close()
    post.server.stop()
    replies = {b"CAPABILITY": b"* CAPABILITY IMAP4rev1 ENABLE CONDSTORE QRESYNC\r\n", b"ENABLE": b"* NO\r\n"}
    with ScriptedImap(replies=replies) as server:
        silent = ImapSource().open(server.mailbox(), Credential("me", "pw"))
        silent.open_folder("INBOX", Cursor(7, 10, 5, 3))
        silent.close()
        (examine,) = [line for line in server.heard if b"EXAMINE" in line]
        assert examine.endswith(b"EXAMINE INBOX (CONDSTORE)")


def test_a_server_that_chokes_on_condstore_is_asked_plainly() -> None:
    plain = b"* 1 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [NOMODSEQ] no\r\n"
    replies = {
        b"CAPABILITY": b"* CAPABILITY IMAP4rev1 CONDSTORE\r\n",
        b"EXAMINE": lambda rest: b"TAG BAD syntax\r\n" if b"CONDSTORE" in rest else plain,
    }
    with ScriptedImap(replies=replies) as server:
        session = ImapSource().open(server.mailbox(), Credential("me", "pw"))
        opened = session.open_folder("INBOX", Cursor(7, 10, 5, 3))
        assert (opened.exists, opened.modseq, opened.flags_complete, opened.uidnext) == (1, 0, False, 0)
        session.close()


@pytest.mark.parametrize(
    ("examined", "known", "asked"),
    [
        (b"* OK [UIDVALIDITY 7] ok\r\n", 7, [b"EXAMINE"]),
        (b"* 2 EXISTS\r\n", 1, [b"EXAMINE"]),
        (b"* OK [UIDVALIDITY 8] ok\r\n", 7, [b"EXAMINE", b"SELECT", b"EXAMINE"]),
    ],
    ids=["known", "never said", "anew, and for reading only"],
)
def test_a_folder_is_opened_for_writing_only_when_it_was_numbered_anew(
    examined: bytes, known: int, asked: list[bytes]
) -> None:
    replies = {b"EXAMINE": examined, b"SELECT": b"TAG NO [NOPERM] for reading only\r\n"}
    with ScriptedImap(replies=replies) as server:
        session = ImapSource().open(server.mailbox(), Credential("me", "pw"))
        assert session.open_folder("INBOX", Cursor(known, 10)).uidvalidity == max(known, 8 if len(asked) > 1 else 0)
        session.close()
        opened = [line.split()[1] for line in server.heard if b"INBOX" in line]
        assert opened == asked


def test_what_a_folder_said_before_it_was_closed_is_not_the_next_ones() -> None:
    replies = {
        b"CAPABILITY": b"* CAPABILITY IMAP4rev1 ENABLE QRESYNC\r\n",
        b"ENABLE": b"* ENABLED QRESYNC\r\n",
        b"EXAMINE": b"* VANISHED 1:4\r\n* 99 EXISTS\r\n* OK [CLOSED] old one\r\n"
        b"* 2 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n"
        b"* OK [HIGHESTMODSEQ 9] x\r\n* VANISHED (EARLIER) 8:9\r\n* 1 FETCH (UID 5 FLAGS (\\Seen) MODSEQ (8))\r\n",
    }
    with ScriptedImap(replies=replies) as server:
        session = ImapSource().open(server.mailbox(), Credential("me", "pw"))
        opened = session.open_folder("INBOX", Cursor(7, 10, 5, 3))
        assert (opened.exists, opened.vanished, opened.flags) == (2, (8, 9), {5: frozenset({"\\Seen"})})
        assert opened.flags_complete
        session.close()


def test_endless_vanished_ranges_are_not_believed() -> None:
    replies = {
        b"CAPABILITY": b"* CAPABILITY IMAP4rev1 ENABLE QRESYNC\r\n",
        b"ENABLE": b"* ENABLED QRESYNC\r\n",
        b"EXAMINE": b"* OK [UIDVALIDITY 7] x\r\n* OK [HIGHESTMODSEQ 9] x\r\n* VANISHED (EARLIER) 1:4294967294\r\n",
    }
    with ScriptedImap(replies=replies) as server:
        session = ImapSource().open(server.mailbox(), Credential("me", "pw"))
        assert session.open_folder("INBOX", Cursor(7, 10, 5, 3)).vanished is None
        session.close()
