"""No input, however odd, ends the demo IMAP server or makes it warn."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.demo.imap_commands import COMMANDS
from shopdesk.demo.imap_mime import body_structure, envelope, parse_part
from shopdesk.demo.imap_parser import Refused, parse_line, pick, spell_set
from shopdesk.demo.imap_server import ImapServer
from shopdesk.demo.imap_store import MailStore
from shopdesk.demo.presets import FULL, GMAIL, YAHOO
from shopdesk.demo.utf7 import decode_name, encode_name
from tests.servers.raw_imap import RawImap

WORDS = st.sampled_from(
    [
        b"INBOX", b"1:*", b"*", b"1", b"()", b"(", b")", b'""', b'"a b"', b"(FLAGS)", b"FLAGS", b"(QRESYNC (1 2))",
        b"BODY[1.2.MIME]", b"BODY[]<>", b"(\\Seen)", b"+FLAGS", b"(CHANGEDSINCE 1)", b"(CHANGEDSINCE)",
        b"(UID BODY.PEEK[]<0.9>)",
        b"ALL", b"SUBJECT", b"NOT", b"OR", b"SINCE", b"1-Jan-2026", b"RETURN", b"(COUNT)", b"{3+}\r\nabc", b"MODSEQ",
        b"(MESSAGES UIDNEXT)", b"&AGE-", b"&", b"%", b"\xff\x00", b"9999999999999999999", b"X-GM-LABELS", b"(NIL)",
    ]
)  # fmt: skip


@pytest.fixture(scope="module")
def server() -> Iterator[ImapServer]:
    store = MailStore()
    store.add_user("a", "b", FULL.folders)
    for number in range(5):
        store.deliver("a", "INBOX", b"Subject: %d\r\n\r\nx\r\n" % number, ("\\Seen",) if number % 2 else ())
    server = ImapServer(store)
    yield server
    server.stop()


def converse(server: ImapServer, text: bytes) -> bytes:
    server.start()
    try:
        with socket.create_connection(server.address, timeout=5) as line:
            line.sendall(b"x LOGIN a b\r\ny SELECT INBOX\r\n" + text + b"\r\nz LOGOUT\r\n")
            line.shutdown(socket.SHUT_WR)
            answer = b""
            while piece := line.recv(65_536):
                answer += piece
        return answer
    finally:
        server.stop()


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(sorted(set(COMMANDS) - {"LOGOUT", "STARTTLS", "COMPRESS", "IDLE"})), words=st.lists(WORDS))
def test_any_words_after_a_command_get_an_answer(server: ImapServer, name: str, words: list[bytes]) -> None:
    answer = converse(server, b"t " + b" ".join([name.encode(), *words]))
    assert b"\r\nt " in answer or b"BAD literal" in answer or b"+ go on" in answer
    assert b"y OK" in answer


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(noise=st.binary(max_size=200))
def test_noise_harms_only_its_own_connection(server: ImapServer, noise: bytes) -> None:
    assert b"x OK" in converse(server, noise)


@given(noise=st.binary(max_size=300), head=st.sampled_from([b"", b"Content-Type: multipart/mixed; boundary=a\r\n\r\n"]))
def test_any_bytes_can_be_described(noise: bytes, head: bytes) -> None:
    part = parse_part(head + noise.replace(b"\x01", b"\r\n--a\r\n"))
    assert envelope(part).startswith(b"(")
    assert body_structure(part, extended=True).startswith(b"(")


@given(name=st.text())
def test_every_folder_name_survives_the_wire(name: str) -> None:
    wire = encode_name(name)
    assert wire.isascii()
    assert decode_name(wire) == name


@given(noise=st.binary())
def test_any_bytes_are_some_folder_name(noise: bytes) -> None:
    assert isinstance(decode_name(noise), str)


@given(line=st.binary())
def test_a_line_is_read_or_refused(line: bytes) -> None:
    refusals: list[str] = []
    try:
        parse_line([line])
    except Refused as refusal:
        refusals.append(str(refusal))
    assert all(text.startswith("BAD") for text in refusals)


@given(numbers=st.sets(st.integers(1, 60)))
def test_sets_are_spelled_so_that_they_mean_the_same(numbers: set[int]) -> None:
    known = sorted(numbers)
    spelled = spell_set(numbers).decode()
    ranges = [tuple(map(int, piece.split(":"))) for piece in spelled.split(",") if piece]
    assert [known[index] for index in pick([(low[0], low[-1]) for low in ranges], known)] == known


def test_a_port_of_another_service_speaks_its_own_language() -> None:
    behaviour = replace(FULL, foreign_greeting="HTTP/1.1 400 Bad Request")
    with ImapServer(MailStore(), behaviour) as other, RawImap(*other.address) as line:
        assert line.greeting == b"HTTP/1.1 400 Bad Request"
        with pytest.raises(EOFError):
            line.read_line()


def test_short_literals_may_be_eager_at_gmail_and_long_ones_not() -> None:
    store = MailStore()
    store.add_user("a", "b")
    with ImapServer(store, GMAIL) as server, RawImap(*server.address) as line:
        line.command("LOGIN a b")
        line.send(b"x APPEND INBOX {5+}\r\nA: b\n\r\n")
        assert line.read_until(b"x ")[-1].startswith(b"x OK")
        line.send(b"y APPEND INBOX {5000+}\r\n")
        assert line.read_line() == b"* BAD literal is not possible"


def test_a_renamed_inbox_leaves_an_empty_inbox_and_takes_its_mail_along() -> None:
    store = MailStore()
    store.add_user("a", "b", FULL.folders)
    store.create_folder("a", "INBOX/Later")
    store.deliver("a", "INBOX", b"Subject: x\r\n\r\nx\r\n")
    store.rename_folder("a", "INBOX", "Old")
    assert [len(store.folder("a", name).mails) for name in ("INBOX", "Old", "INBOX/Later")] == [0, 1, 0]


def test_folders_keep_their_object_id_when_renamed() -> None:
    store = MailStore()
    store.add_user("a", "b", YAHOO.folders)
    with ImapServer(store, YAHOO) as server, RawImap(*server.address) as line:
        line.command("LOGIN a b")
        before = line.command("STATUS Archive (MAILBOXID)").lines[0].split(b"MAILBOXID ")[1]
        line.command("RENAME Archive Old")
        assert line.command("STATUS Old (MAILBOXID)").lines[0].split(b"MAILBOXID ")[1] == before
        assert line.command("SELECT Old").with_word(b"MAILBOXID " + before.rstrip(b")"))
