"""Servers that limit what one command may name (RFC 9738), speak in UIDs only (RFC 9586), or know only XLIST."""

from __future__ import annotations

import socket
import time
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from shopdesk.demo.presets import FULL
from shopdesk.domain.connection import Credential
from shopdesk.domain.errors import ServerRefused, ServerUnreachable
from shopdesk.domain.mailbox import Cursor, FolderRole
from shopdesk.mail.dial import dial
from shopdesk.mail.imap import ImapSource
from shopdesk.mail.imap_session import ImapSession
from tests.fakes.scripted_imap import ScriptedImap
from tests.servers.post_offices import demo_post_office

LIMITED = replace(FULL, message_limit=50, capabilities=(*FULL.capabilities, "MESSAGELIMIT=50"))


def opened(server: ScriptedImap) -> ImapSession:
    session = ImapSource().open(server.mailbox(), Credential("me", "pw"))
    session.open_folder("INBOX", Cursor())
    return session


def test_a_large_folder_is_asked_for_in_pieces() -> None:
    post = demo_post_office(LIMITED)
    when = [datetime(2026, 1 + n // 100, 1 + n % 28, tzinfo=UTC) for n in range(400)]
    uids = [post.deliver(b"Subject: %d\r\n\r\n" % n, when=when[n]) for n in range(400)]
    post.expunge(uids[50:350])
    left = uids[:50] + uids[350:]
    session = ImapSource().open(post.mailbox, Credential(post.user, post.password))
    assert session.batch_limit == 50
    first = session.open_folder("INBOX", Cursor())
    before = session.commands
    assert session.uids() == left
    assert session.commands - before < 12
    assert session.uids(first=uids[340]) == uids[350:]
    assert session.uids(since=date(2026, 4, 1)) == uids[350:]
    assert [one.uid for one in session.beginnings(left)] == left
    post.flag(left, ["\\Seen"])
    second = session.open_folder("INBOX", Cursor(first.uidvalidity, first.uidnext, first.modseq, first.exists))
    assert len(second.flags) == 100 or not second.flags_complete
    session.close()
    post.server.stop()


def test_an_answer_that_says_ok_and_leaves_out_the_rest_is_not_believed() -> None:
    there = [3, 5, 8]

    def search(rest: bytes) -> bytes:
        words = rest.split()
        low, _, high = (words[3] if len(words) > 3 else b"1:*").partition(b":")
        found = [uid for uid in there if int(low) <= uid <= (9 if high == b"*" else int(high))]
        shown = b"* SEARCH %s\r\n" % b" ".join(b"%d" % uid for uid in found[-1:])
        return shown + (b"TAG OK [MESSAGELIMIT 1 8] part of it\r\n" if len(found) > 1 else b"")

    with ScriptedImap(replies={b"UID SEARCH": search}) as server:
        session = opened(server)
        assert session.uids() == there
        assert session.uids(first=4) == [5, 8]
        session.close()


def test_without_uidnext_the_last_mail_is_asked_for() -> None:
    def search(rest: bytes) -> bytes:
        if rest == b"UID SEARCH ALL":
            return b"TAG NO [MESSAGELIMIT 1] too many\r\n"
        return b"* SEARCH 4\r\n" if rest == b"UID SEARCH UID *" or b" 3:4" in rest else b"* SEARCH\r\n"

    silent = b"* 2 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n"
    with ScriptedImap(replies={b"EXAMINE": silent, b"UID SEARCH": search}) as server:
        session = opened(server)
        assert session.uids() in ([4], [])
        session.close()


def test_a_refused_search_is_an_error_and_not_an_empty_folder() -> None:
    with ScriptedImap(replies={b"UID SEARCH": b"TAG BAD what\r\n"}) as server:
        session = opened(server)
        with pytest.raises(ServerRefused):
            session.uids()
        session.close()


def test_a_server_that_speaks_in_uids_only_is_understood() -> None:
    replies = {
        b"CAPABILITY": b"* CAPABILITY IMAP4rev1 ENABLE QRESYNC UIDONLY MESSAGELIMIT=1000\r\n",
        b"ENABLE": b"* ENABLED QRESYNC UIDONLY\r\n",
        b"EXAMINE": b"* 2 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [HIGHESTMODSEQ 9] x\r\n"
        b"* 31 UIDFETCH (FLAGS (\\Seen) MODSEQ (8))\r\n",
        b"UID FETCH": b"* 31 UIDFETCH (FLAGS () RFC822.SIZE 3 BODY[] {3}\r\nabc)\r\n"
        b"* 32 UIDFETCH (BODY[] {1}\r\nx)\r\n",
    }
    with ScriptedImap(replies=replies) as server:
        session = ImapSource().open(server.mailbox(), Credential("me", "pw"))
        news = session.open_folder("INBOX", Cursor(7, 30, 5, 1))
        assert news.flags == {31: frozenset({"\\Seen"})}
        assert [(one.uid, one.raw) for one in session.whole([31, 32])] == [(31, b"abc"), (32, b"x")]
        assert b"ENABLE QRESYNC UIDONLY" in b"\n".join(server.heard)
        session.close()


def test_xlist_tells_the_roles_where_nothing_else_does() -> None:
    replies = {
        b"CAPABILITY": b"* CAPABILITY IMAP4rev1 XLIST\r\n",
        b"XLIST": b'* XLIST (\\Inbox) "/" Eingang\r\n* XLIST (\\Sent) "/" Ausgang\r\n',
    }
    with ScriptedImap(replies=replies) as server:
        session = opened(server)
        assert [(one.name, one.role) for one in session.folders()] == [
            ("INBOX", FolderRole.INBOX),
            ("Ausgang", FolderRole.SENT),
        ]
        session.open_folder("INBOX", Cursor())
        assert server.heard[-1].endswith(b"EXAMINE Eingang")
        session.close()


def test_a_refused_list_extension_falls_back_to_the_plain_list() -> None:
    def answer(rest: bytes) -> bytes:
        return b"TAG BAD no\r\n" if b"RETURN" in rest else b'* LIST (\\Sent) "/" "A"\r\n'

    capability = b"* CAPABILITY IMAP4rev1 LIST-EXTENDED SPECIAL-USE LIST-STATUS OBJECTID\r\n"
    with ScriptedImap(replies={b"CAPABILITY": capability, b"LIST": answer}) as server:
        session = opened(server)
        assert [one.name for one in session.folders()] == ["A"]
        assert b'LIST "" "*" RETURN (SPECIAL-USE STATUS (MAILBOXID))' in b"\n".join(server.heard)
        session.close()


def test_a_folder_renamed_elsewhere_keeps_its_object_id() -> None:
    listing = b'* LIST () "/" New\r\n* STATUS New (MAILBOXID (F77))\r\n'
    capability = b"* CAPABILITY IMAP4rev1 LIST-EXTENDED LIST-STATUS OBJECTID\r\n"
    with ScriptedImap(replies={b"CAPABILITY": capability, b"LIST": listing}) as server:
        session = opened(server)
        assert [(one.name, one.object_id) for one in session.folders()] == [("New", "F77")]
        session.close()


def test_a_mail_of_many_megabytes_comes_in_one_piece() -> None:
    raw = b"0123456789abcdef" * 300_000
    with ScriptedImap(replies={b"UID FETCH": b"* 1 FETCH (UID 5 BODY[] {%d}\r\n%s)\r\n" % (len(raw), raw)}) as server:
        session = opened(server)
        assert session.whole([5])[0].raw == raw
        session.close()


def test_dialling_gives_up_in_time_when_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        stuffing = [socket.socket() for _ in range(3)]
        for one in stuffing:
            one.setblocking(False)
            one.connect_ex(full.getsockname())
        began = time.monotonic()
        with pytest.raises(ServerUnreachable, match="timed out"):
            dial(*full.getsockname(), deadline=began + 0.3)
        assert time.monotonic() - began < 2
        for one in stuffing:
            one.close()


def test_an_address_that_the_system_cannot_even_try_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, 1, 6, "", ("255.255.255.255", 9)), (socket.AF_INET, 1, 6, "", ("127.0.0.1", 1))]
    monkeypatch.setattr("shopdesk.mail.dial.socket.getaddrinfo", lambda *a, **k: found)
    with pytest.raises(ServerUnreachable):
        dial("some.example", 9, time.monotonic() + 5)
