"""What an IMAP server owes its clients: one suite for our own server and for Dovecot."""

from __future__ import annotations

import base64
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from shopdesk.demo.imap_server import ImapServer
from shopdesk.demo.imap_store import MailStore
from shopdesk.demo.presets import FULL
from tests.servers.dovecot import PrivateDovecot
from tests.servers.raw_imap import RawImap, Reply

MAIL = (
    b"From: Anna <anna@example.org>\r\nTo: shop@example.org\r\nSubject: Lamp %d\r\n"
    b"Date: Mon, 02 Nov 2026 09:00:00 +0100\r\n"
    b"Message-ID: <lamp-%d@example.org>\r\n\r\nThe shade is cracked. %d\r\n"
)
NESTED = (
    b"From: a@example.org\r\nSubject: Two\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: multipart/mixed; boundary=x\r\n\r\n"
    b"--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nfirst\r\n"
    b"--x\r\nContent-Type: message/rfc822\r\n\r\nSubject: Inner\r\n\r\ninner text\r\n--x--\r\n"
)


@dataclass(frozen=True)
class Address:
    """A server and a user of our own on it."""

    host: str
    port: int
    user: str

    def connect(self) -> RawImap:
        """A signed-in connection."""
        line = RawImap(self.host, self.port)
        assert line.command(f'LOGIN {self.user} "secret"').status == "OK"
        return line


@pytest.fixture(scope="session", params=["ours", pytest.param("dovecot", marks=pytest.mark.server)])
def real_server(request: pytest.FixtureRequest) -> PrivateDovecot | None:
    """Dovecot, or None where our own server is meant; for the whole run, as Dovecot's fixture is."""
    return request.getfixturevalue("dovecot") if request.param == "dovecot" else None


@pytest.fixture
def server(real_server: PrivateDovecot | None) -> Iterator[Address]:
    name = f"contract-{uuid.uuid4().hex[:10]}"
    if real_server is not None:
        yield Address(real_server.host, real_server.port, name)
        return
    store = MailStore()
    store.add_user(name, "secret", FULL.folders)
    with ImapServer(store) as ours:
        yield Address(*ours.address, name)


@pytest.fixture
def line(server: Address) -> Iterator[RawImap]:
    with server.connect() as connection:
        yield connection


@pytest.fixture
def other(server: Address) -> Iterator[RawImap]:
    """Another client of the same user."""
    with server.connect() as connection:
        yield connection


def fill(line: RawImap, count: int, folder: str = "INBOX") -> None:
    for number in range(1, count + 1):
        assert line.command(f"APPEND {folder} {{}}", MAIL % (number, number, number)).status == "OK"


def number_in(reply: Reply, pattern: bytes) -> int:
    found = re.search(pattern, b"\n".join([*reply.lines, reply.tagged]))
    assert found, reply
    return int(found.group(1))


def uids(reply: Reply) -> set[int]:
    (found,) = reply.with_word(b"SEARCH")
    return {int(word) for word in found.split() if word.isdigit()}


def test_capabilities_after_sign_in_name_the_modern_extensions(line: RawImap) -> None:
    words = set(line.command("CAPABILITY").lines[0].split())
    assert {b"IDLE", b"CONDSTORE", b"QRESYNC", b"UIDPLUS", b"MOVE", b"SPECIAL-USE", b"ENABLE"} <= words
    assert {b"ID", b"NAMESPACE", b"UNSELECT", b"LITERAL+", b"ESEARCH", b"COMPRESS=DEFLATE"} <= words


def test_a_wrong_password_is_refused_by_its_code(server: Address) -> None:
    with RawImap(server.host, server.port) as line:
        reply = line.command(f'LOGIN {server.user} "wrong"')
    assert reply.status == "NO"
    assert b"[AUTHENTICATIONFAILED]" in reply.tagged


def test_sign_in_takes_literals(server: Address) -> None:
    with RawImap(server.host, server.port) as line:
        assert line.command("LOGIN {} {}", server.user.encode(), b"secret").status == "OK"


def test_sign_in_takes_sasl_plain_with_an_initial_response(server: Address) -> None:
    response = base64.b64encode(b"\0" + server.user.encode() + b"\0secret").decode()
    with RawImap(server.host, server.port) as line:
        assert line.command(f"AUTHENTICATE PLAIN {response}").status == "OK"


def test_commands_that_need_a_folder_are_refused_without_one(line: RawImap) -> None:
    assert line.command("UID FETCH 1 (FLAGS)").status == "BAD"
    assert line.command("nonsense").status == "BAD"


def test_list_shows_special_use_and_separator(line: RawImap) -> None:
    reply = line.command('LIST "" "*"')
    (sent,) = reply.with_word(b"\\Sent")
    assert b'"/"' in sent
    assert sent.endswith((b'"Sent"', b" Sent"))
    assert reply.with_word(b"INBOX")


def test_the_empty_pattern_tells_the_separator(line: RawImap) -> None:
    (answer,) = line.command('LIST "" ""').lines
    assert answer.startswith(b'* LIST (\\Noselect) "/"')


def test_folder_names_travel_as_modified_utf7(line: RawImap) -> None:
    assert line.command('CREATE "&XfJT0ZAB-"').status == "OK"
    assert line.command('CREATE "a &- b"').status == "OK"
    listed = b"\n".join(line.command('LIST "" "*"').lines)
    assert b"&XfJT0ZAB-" in listed
    assert b"a &- b" in listed
    assert line.command('SELECT "&XfJT0ZAB-"').status == "OK"


def test_percent_stops_at_the_separator(line: RawImap) -> None:
    line.command("CREATE Orders")
    line.command("CREATE Orders/Old")
    top = b"\n".join(line.command('LIST "" "%"').lines)
    everything = b"\n".join(line.command('LIST "" "*"').lines)
    assert b"Orders/Old" not in top
    assert b"Orders/Old" in everything


def test_a_renamed_folder_keeps_its_uidvalidity(line: RawImap) -> None:
    line.command("CREATE Before")
    fill(line, 1, "Before")
    validity = number_in(line.command("STATUS Before (UIDVALIDITY)"), rb"UIDVALIDITY (\d+)")
    assert line.command("RENAME Before After").status == "OK"
    reply = line.command("STATUS After (UIDVALIDITY MESSAGES)")
    assert number_in(reply, rb"UIDVALIDITY (\d+)") == validity
    assert number_in(reply, rb"MESSAGES (\d+)") == 1


def test_a_folder_made_again_has_another_uidvalidity(line: RawImap) -> None:
    line.command("CREATE Again")
    before = number_in(line.command("STATUS Again (UIDVALIDITY)"), rb"UIDVALIDITY (\d+)")
    line.command("DELETE Again")
    assert line.command("SELECT Again").status == "NO"
    line.command("CREATE Again")
    assert number_in(line.command("STATUS Again (UIDVALIDITY)"), rb"UIDVALIDITY (\d+)") != before


def test_select_tells_all_numbers(line: RawImap) -> None:
    fill(line, 3)
    reply = line.command("SELECT INBOX (CONDSTORE)")
    assert number_in(reply, rb"\* (\d+) EXISTS") == 3
    assert number_in(reply, rb"UIDNEXT (\d+)") == 4
    assert number_in(reply, rb"UIDVALIDITY (\d+)") > 0
    assert number_in(reply, rb"HIGHESTMODSEQ (\d+)") > 0
    assert b"[READ-WRITE]" in reply.tagged


def test_examine_is_for_reading_only(line: RawImap) -> None:
    fill(line, 1)
    assert b"[READ-ONLY]" in line.command("EXAMINE inbox").tagged
    line.command("UID FETCH 1 (BODY[])")
    assert b"\\Seen" not in line.command("UID FETCH 1 (FLAGS)").lines[0]


def test_status_counts_unseen(line: RawImap) -> None:
    line.command("APPEND INBOX (\\Seen) {}", MAIL % (1, 1, 1))
    fill(line, 2)
    reply = line.command("STATUS INBOX (MESSAGES UNSEEN UIDNEXT HIGHESTMODSEQ)")
    assert number_in(reply, rb"MESSAGES (\d+)") == 3
    assert number_in(reply, rb"UNSEEN (\d+)") == 2


def test_append_keeps_bytes_flags_and_date_and_tells_the_uid(line: RawImap) -> None:
    raw = b"Subject: =?utf-8?q?=E4?=\r\n\r\n\xff\xfe bytes\r\n.\r\n"
    reply = line.command('APPEND Sent (\\Seen $Mine) " 7-Nov-2026 08:09:10 +0200" {}', raw)
    uid = number_in(reply, rb"APPENDUID \d+ (\d+)")
    line.command("SELECT Sent")
    (answer,) = line.command(f"UID FETCH {uid} (FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[])").lines
    assert raw in answer
    assert b"RFC822.SIZE %d" % len(raw) in answer
    assert b"$Mine" in answer
    told = re.search(rb'INTERNALDATE "([^"]+)"', answer)
    assert told
    assert datetime.strptime(told.group(1).decode().strip(), "%d-%b-%Y %H:%M:%S %z") == datetime(
        2026, 11, 7, 6, 9, 10, tzinfo=UTC
    )


def test_append_to_a_missing_folder_asks_to_create_it(line: RawImap) -> None:
    line.send(b"x APPEND Missing {3}\r\n")
    first = line.read_line()
    if first.startswith(b"+"):
        line.send(b"abc\r\n")
        first = line.read_line()
    assert b"[TRYCREATE]" in first


def test_an_eager_literal_needs_no_go_ahead(line: RawImap) -> None:
    line.send(b"x APPEND INBOX {5+}\r\nA: b\n\r\n")
    assert line.read_until(b"x ")[-1].startswith(b"x OK")


def test_fetching_without_peek_marks_as_read_and_with_peek_does_not(line: RawImap) -> None:
    fill(line, 2)
    line.command("SELECT INBOX")
    line.command("UID FETCH 1 (BODY.PEEK[])")
    line.command("UID FETCH 2 (BODY[])")
    flags = line.command("UID FETCH 1:2 (FLAGS)").lines
    assert [b"\\Seen" in answer for answer in flags] == [False, True]


def test_a_partial_fetch_gives_the_asked_bytes(line: RawImap) -> None:
    fill(line, 1)
    line.command("SELECT INBOX")
    raw = MAIL % (1, 1, 1)
    (answer,) = line.command("UID FETCH 1 (BODY.PEEK[]<5.20>)").lines
    assert b"BODY[]<5> {20}\r\n" + raw[5:25] in answer
    (answer,) = line.command("UID FETCH 1 (BODY.PEEK[]<0.32768>)").lines
    assert raw in answer


def test_header_fields_come_alone(line: RawImap) -> None:
    fill(line, 1)
    line.command("SELECT INBOX")
    (answer,) = line.command("UID FETCH 1 (BODY.PEEK[HEADER.FIELDS (SUBJECT Message-ID)])").lines
    assert b"Subject: Lamp 1\r\n" in answer
    assert b"Message-ID: <lamp-1@example.org>\r\n\r\n" in answer
    assert b"From:" not in answer


def test_numbered_sections_cut_the_parts(line: RawImap) -> None:
    line.command("APPEND INBOX {}", NESTED)
    line.command("SELECT INBOX")
    items = "BODY.PEEK[1] BODY.PEEK[2.HEADER] BODY.PEEK[2.1] BODY.PEEK[1.MIME] BODY.PEEK[TEXT]"
    (answer,) = line.command(f"UID FETCH 1 ({items})").lines
    assert b"BODY[1] {5}\r\nfirst" in answer
    assert b"BODY[2.HEADER] {18}\r\nSubject: Inner\r\n\r\n" in answer
    assert b"inner text" in answer
    assert b"BODY[1.MIME] {43}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" in answer


def test_bodystructure_and_envelope_describe_the_mail(line: RawImap) -> None:
    line.command("APPEND INBOX {}", NESTED)
    line.command("SELECT INBOX")
    (answer,) = line.command("UID FETCH 1 (ENVELOPE BODYSTRUCTURE)").lines
    lower = answer.lower()
    assert b'"two"' in lower
    assert b'((nil nil "a" "example.org"))' in lower
    assert b'("text" "plain" ("charset" "utf-8")' in lower
    assert b'"message" "rfc822"' in lower
    assert b'"mixed"' in lower


def test_search_by_date_header_flag_and_number(line: RawImap) -> None:
    fill(line, 3)
    line.command("SELECT INBOX")
    line.command("UID STORE 2 +FLAGS.SILENT (\\Flagged)")
    assert uids(line.command("UID SEARCH ALL")) == {1, 2, 3}
    assert uids(line.command("UID SEARCH UID 2:*")) == {2, 3}
    assert uids(line.command("UID SEARCH UID 9:*")) == {3}
    assert uids(line.command("UID SEARCH FLAGGED")) == {2}
    assert uids(line.command("UID SEARCH NOT FLAGGED SUBJECT lamp")) == {1, 3}
    assert uids(line.command('UID SEARCH HEADER Message-ID "<lamp-3@example.org>"')) == {3}
    assert uids(line.command('UID SEARCH OR SUBJECT "Lamp 1" (UID 3 UNSEEN)')) == {1, 3}
    assert uids(line.command("UID SEARCH SINCE 1-Jan-2020")) == {1, 2, 3}
    assert uids(line.command("UID SEARCH BEFORE 1-Jan-2020")) == set()
    assert uids(line.command("UID SEARCH SENTON 2-Nov-2026")) == {1, 2, 3}


def test_search_finds_chinese_in_headers(line: RawImap) -> None:
    line.command("APPEND INBOX {}", b"Subject: =?utf-8?b?5YyF6KO556C05o2f?=\r\n\r\nx\r\n")
    line.command("SELECT INBOX")
    assert uids(line.command("UID SEARCH CHARSET UTF-8 SUBJECT {}", "破损".encode())) == {1}
    assert uids(line.command("UID SEARCH CHARSET UTF-8 SUBJECT {}", "退款".encode())) == set()


def test_extended_search_answers_compactly(line: RawImap) -> None:
    fill(line, 4)
    line.command("SELECT INBOX")
    (answer,) = line.command("UID SEARCH RETURN (MIN MAX COUNT ALL) ALL").lines
    assert answer.startswith(b"* ESEARCH (TAG ")
    assert b" UID MIN 1 MAX 4 COUNT 4 ALL 1:4" in answer or b"ALL 1:4" in answer


def test_store_changes_flags_and_answers(line: RawImap) -> None:
    fill(line, 1)
    line.command("SELECT INBOX")
    (answer,) = line.command("UID STORE 1 +FLAGS (\\Seen $Tag)").with_word(b"FETCH")
    assert b"\\Seen" in answer
    assert b"$Tag" in answer
    line.command("UID STORE 1 -FLAGS.SILENT (\\Seen)")
    assert b"\\Seen" not in line.command("UID FETCH 1 FLAGS").lines[0]


def test_a_new_keyword_is_announced_before_it_is_used(line: RawImap) -> None:
    fill(line, 1)
    line.command("SELECT INBOX")
    reply = line.command("UID STORE 1 +FLAGS ($Fresh)")
    (flags,) = reply.with_word(b"* FLAGS (")
    assert b"$Fresh" in flags
    assert reply.lines.index(flags) < reply.lines.index(reply.with_word(b"FETCH")[0])


def test_another_clients_flags_are_told(line: RawImap, other: RawImap) -> None:
    fill(line, 2)
    line.command("SELECT INBOX")
    other.command("SELECT INBOX")
    other.command("UID STORE 2 +FLAGS (\\Answered)")
    (news,) = line.command("NOOP").with_word(b"FETCH")
    assert news.startswith(b"* 2 FETCH")
    assert b"\\Answered" in news


def test_a_store_under_an_old_modseq_is_left_undone(line: RawImap, other: RawImap) -> None:
    fill(line, 1)
    line.command("SELECT INBOX (CONDSTORE)")
    modseq = number_in(line.command("UID FETCH 1 (MODSEQ)"), rb"MODSEQ \((\d+)\)")
    other.command("SELECT INBOX")
    other.command("UID STORE 1 +FLAGS (\\Flagged)")
    reply = line.command(f"UID STORE 1 (UNCHANGEDSINCE {modseq}) +FLAGS (\\Seen)")
    assert b"[MODIFIED 1]" in reply.tagged


def test_changed_since_fetches_only_what_changed(line: RawImap, other: RawImap) -> None:
    fill(line, 3)
    before = number_in(line.command("SELECT INBOX (CONDSTORE)"), rb"HIGHESTMODSEQ (\d+)")
    other.command("SELECT INBOX")
    other.command("UID STORE 2 +FLAGS (\\Flagged)")
    line.command("NOOP")
    answers = line.command(f"UID FETCH 1:* (FLAGS) (CHANGEDSINCE {before})").with_word(b"FETCH")
    assert {number_in(Reply(b"", [answer]), rb"UID (\d+)") for answer in answers} == {2}
    assert all(b"MODSEQ" in answer for answer in answers)


def test_changed_since_tells_the_vanished(line: RawImap, other: RawImap) -> None:
    fill(line, 3)
    line.command("ENABLE QRESYNC")
    before = number_in(line.command("SELECT INBOX"), rb"HIGHESTMODSEQ (\d+)")
    line.command("UNSELECT")
    other.command("SELECT INBOX")
    other.command("UID STORE 1 +FLAGS (\\Deleted)")
    other.command("EXPUNGE")
    line.command("SELECT INBOX")
    reply = line.command(f"UID FETCH 1:* (FLAGS) (CHANGEDSINCE {before} VANISHED)")
    assert reply.with_word(b"VANISHED (EARLIER) 1")


def test_quick_resync_at_select_tells_everything_missed(line: RawImap, other: RawImap) -> None:
    fill(line, 5)
    assert line.command("ENABLE QRESYNC").with_word(b"ENABLED QRESYNC")
    reply = line.command("SELECT INBOX")
    validity, modseq = number_in(reply, rb"UIDVALIDITY (\d+)"), number_in(reply, rb"HIGHESTMODSEQ (\d+)")
    line.command("UNSELECT")
    other.command("SELECT INBOX")
    other.command("UID STORE 2,4 +FLAGS (\\Deleted)")
    other.command("EXPUNGE")
    other.command("UID STORE 3 +FLAGS (\\Answered)")
    reply = line.command(f"SELECT INBOX (QRESYNC ({validity} {modseq} 1:5))")
    assert reply.with_word(b"VANISHED (EARLIER) 2,4")
    (changed,) = reply.with_word(b"FETCH")
    assert b"UID 3" in changed
    assert b"\\Answered" in changed


def test_quick_resync_with_another_uidvalidity_tells_nothing(line: RawImap) -> None:
    fill(line, 2)
    line.command("ENABLE QRESYNC")
    reply = line.command("SELECT INBOX (QRESYNC (12345 1))")
    assert reply.status == "OK"
    assert not reply.with_word(b"FETCH")
    assert not reply.with_word(b"VANISHED")


def test_search_by_modseq(line: RawImap) -> None:
    fill(line, 3)
    before = number_in(line.command("SELECT INBOX (CONDSTORE)"), rb"HIGHESTMODSEQ (\d+)")
    line.command("UID STORE 3 +FLAGS.SILENT (\\Flagged)")
    reply = line.command(f"UID SEARCH MODSEQ {before + 1}")
    (found,) = reply.with_word(b"SEARCH")
    assert found.startswith(b"* SEARCH 3 (MODSEQ ")


def test_uid_expunge_takes_only_the_named(line: RawImap) -> None:
    fill(line, 3)
    line.command("SELECT INBOX")
    line.command("UID STORE 1:3 +FLAGS.SILENT (\\Deleted)")
    assert line.command("UID EXPUNGE 2").with_word(b"* 2 EXPUNGE")
    assert uids(line.command("UID SEARCH ALL")) == {1, 3}


def test_expunge_renumbers_as_it_goes(line: RawImap) -> None:
    fill(line, 4)
    line.command("SELECT INBOX")
    line.command("STORE 2:3 +FLAGS.SILENT (\\Deleted)")
    told = [int(answer.split()[1]) for answer in line.command("EXPUNGE").with_word(b"EXPUNGE")]
    left = [1, 2, 3, 4]
    for number in told:
        del left[number - 1]
    assert left == [1, 4]


def test_messages_are_not_renumbered_under_a_fetch_by_number(line: RawImap, other: RawImap) -> None:
    fill(line, 3)
    line.command("SELECT INBOX")
    other.command("SELECT INBOX")
    other.command("UID STORE 1 +FLAGS.SILENT (\\Deleted)")
    other.command("EXPUNGE")
    reply = line.command("FETCH 3 (UID)")
    assert not reply.with_word(b"EXPUNGE")
    assert number_in(reply, rb"\* 3 FETCH \(UID (\d+)") == 3
    assert line.command("NOOP").with_word(b"* 1 EXPUNGE")


def test_copy_and_move_tell_the_new_uids(line: RawImap) -> None:
    fill(line, 3)
    line.command("SELECT INBOX")
    assert number_in(line.command("UID COPY 1:2 Trash"), rb"COPYUID \d+ 1:2 (\d)") == 1
    moved = line.command("UID MOVE 3 Trash")
    assert number_in(moved, rb"COPYUID \d+ 3 (\d+)") == 3
    assert moved.with_word(b"EXPUNGE")
    assert uids(line.command("UID SEARCH ALL")) == {1, 2}
    assert b"[TRYCREATE]" in line.command("UID COPY 1 Nowhere").tagged


def test_idle_tells_new_mail_at_once(line: RawImap, other: RawImap) -> None:
    fill(line, 1)
    line.command("SELECT INBOX")
    line.send(b"i IDLE\r\n")
    line.read_until(b"+ ")
    fill(other, 1)
    assert line.read_until(b"* 2 EXISTS")
    line.send(b"DONE\r\n")
    assert line.read_until(b"i ")[-1].startswith(b"i OK")


def test_idle_tells_expunges(line: RawImap, other: RawImap) -> None:
    fill(line, 2)
    line.command("SELECT INBOX")
    other.command("SELECT INBOX")
    line.send(b"i IDLE\r\n")
    line.read_until(b"+ ")
    other.command("UID STORE 1 +FLAGS.SILENT (\\Deleted)")
    other.command("EXPUNGE")
    assert line.read_until(b"* 1 EXPUNGE")
    line.send(b"DONE\r\n")
    line.read_until(b"i OK")


def test_close_expunges_silently_and_unselect_does_not(line: RawImap) -> None:
    fill(line, 2)
    line.command("SELECT INBOX")
    line.command("UID STORE 1 +FLAGS.SILENT (\\Deleted)")
    line.command("UNSELECT")
    assert number_in(line.command("STATUS INBOX (MESSAGES)"), rb"MESSAGES (\d+)") == 2
    line.command("SELECT INBOX")
    assert not line.command("CLOSE").with_word(b"EXPUNGE")
    assert number_in(line.command("STATUS INBOX (MESSAGES)"), rb"MESSAGES (\d+)") == 1


def test_uids_are_never_given_twice(line: RawImap) -> None:
    fill(line, 2)
    line.command("SELECT INBOX")
    line.command("UID STORE 2 +FLAGS.SILENT (\\Deleted)")
    line.command("EXPUNGE")
    reply = line.command("APPEND INBOX {}", MAIL % (9, 9, 9))
    assert number_in(reply, rb"APPENDUID \d+ (\d+)") == 3


def test_compression_goes_both_ways(line: RawImap) -> None:
    fill(line, 20)
    assert line.command("COMPRESS DEFLATE").status == "OK"
    line.start_deflate()
    line.command("SELECT INBOX")
    answers = line.command("UID FETCH 1:* (BODY.PEEK[])").with_word(b"FETCH")
    assert len(answers) == 20
    assert MAIL % (20, 20, 20) in answers[-1]


def test_id_and_namespace_answer(line: RawImap) -> None:
    assert line.command('ID ("name" "contract")').with_word(b"* ID (")
    (space,) = line.command("NAMESPACE").with_word(b"NAMESPACE")
    assert b'(("" "/"))' in space


def test_logout_says_bye_and_closes(line: RawImap) -> None:
    assert line.command("LOGOUT").with_word(b"* BYE")
    with pytest.raises(EOFError):
        line.read_line()


LETTERS = (
    (
        b"From: anna@example.org\r\nTo: shop@example.org\r\nCc: kai@example.org\r\nSubject: Lamp\r\n"
        b"Date: Mon, 02 Nov 2026 09:00:00 +0000\r\nX-Order: 17\r\n\r\nThe shade is cracked.\r\n"
    ),
    b"From: marco@example.org\r\nTo: shop@example.org\r\nBcc: lin@example.org\r\nSubject: Shirt\r\n"
    b"Date: Wed, 04 Nov 2026 09:00:00 +0000\r\n\r\n" + b"Too small. " * 300 + b"\r\n",
    (
        b"From: emily@example.org\r\nTo: other@example.org\r\nSubject: Address\r\n"
        b"Date: Fri, 06 Nov 2026 09:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\nSSBhbSBtb3Zpbmcgb24gRnJpZGF5Lg==\r\n"
    ),
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("TO shop@", {1, 2}),
        ("CC kai", {1}),
        ("BCC lin", {2}),
        ("FROM EMILY", {3}),
        ("HEADER X-Order 17", {1}),
        ('HEADER X-Order ""', {1}),
        ("BODY cracked", {1}),
        ("BODY Friday", {3}),
        ("BODY Shirt", set()),
        ("TEXT Shirt", {2}),
        ("LARGER 2000", {2}),
        ("SMALLER 2000", {1, 3}),
        ("KEYWORD $Mine", {1}),
        ("UNKEYWORD $Mine", {2, 3}),
        ("SEEN", {1, 2}),
        ("UNSEEN UNFLAGGED", {3}),
        ("ANSWERED", {2}),
        ("NOT SEEN", {3}),
        ("DELETED", set()),
        ("UNDRAFT UNDELETED", {1, 2, 3}),
        ("ON 3-Nov-2026", {1}),
        ("SINCE 5-Nov-2026", {2, 3}),
        ("BEFORE 5-Nov-2026", {1}),
        ("SENTON 4-Nov-2026", {2}),
        ("SENTBEFORE 4-Nov-2026", {1}),
        ("SENTSINCE 4-Nov-2026", {2, 3}),
        ("1,3", {1, 3}),
        ("2:*", {2, 3}),
        ("NOT 2:*", {1}),
        ("OR FROM anna FROM emily", {1, 3}),
        ("(SEEN ANSWERED)", {2}),
        ("NOT (OR SEEN FROM emily)", set()),
    ],
)
def test_search_keys_mean_what_the_standard_says(line: RawImap, query: str, found: set[int]) -> None:
    for options, letter in zip(("\\Seen $Mine", "\\Seen \\Answered", ""), LETTERS, strict=True):
        day = {"\\Seen $Mine": 3, "\\Seen \\Answered": 5, "": 7}[options]
        reply = line.command(f'APPEND INBOX ({options}) "0{day}-Nov-2026 12:00:00 +0000" {{}}', letter)
        assert reply.status == "OK"
    line.command("SELECT INBOX")
    assert uids(line.command(f"UID SEARCH {query}")) == found


@pytest.mark.parametrize("text", ["SINCE yesterday", "NONSENSE", "NOT", "OR SEEN", "LARGER x", ""])
def test_unreadable_searches_are_refused(line: RawImap, text: str) -> None:
    line.command("SELECT INBOX")
    assert line.command(f"UID SEARCH {text}").status == "BAD"


def test_unknown_charsets_are_refused_by_their_code(line: RawImap) -> None:
    line.command("SELECT INBOX")
    assert b"[BADCHARSET" in line.command("UID SEARCH CHARSET KLINGON SUBJECT x").tagged


def test_subscriptions_are_a_list_of_their_own(line: RawImap) -> None:
    line.command("CREATE Orders")
    line.command("SUBSCRIBE Orders")
    assert line.command('LSUB "" "*"').with_word(b"Orders")
    line.command("UNSUBSCRIBE Orders")
    assert not line.command('LSUB "" "*"').with_word(b"Orders")
    assert line.command('LIST "" "*"').with_word(b"Orders")


def test_one_list_can_bring_the_status_of_all_folders(line: RawImap) -> None:
    fill(line, 2, "Sent")
    reply = line.command('LIST "" "*" RETURN (STATUS (MESSAGES UIDNEXT UIDVALIDITY HIGHESTMODSEQ))')
    (sent,) = [answer for answer in reply.with_word(b"* STATUS") if b"Sent" in answer]
    assert b"MESSAGES 2" in sent
    assert len(reply.with_word(b"* LIST")) == len(reply.with_word(b"* STATUS"))


def test_only_special_folders_can_be_listed(line: RawImap) -> None:
    reply = line.command('LIST (SPECIAL-USE) "" "*" RETURN (SPECIAL-USE)')
    assert reply.with_word(b"\\Sent")
    assert not reply.with_word(b"INBOX")


def test_folders_are_not_made_or_named_twice(line: RawImap) -> None:
    line.command("CREATE Orders")
    assert b"[ALREADYEXISTS]" in line.command("CREATE Orders").tagged
    assert line.command("RENAME Sent Trash").status == "NO"
    assert line.command("DELETE INBOX").status == "NO"
    assert line.command("DELETE Nowhere").status == "NO"
    assert line.command("STATUS Nowhere (MESSAGES)").status == "NO"


def test_children_follow_their_renamed_parent(line: RawImap) -> None:
    line.command("CREATE A")
    line.command("CREATE A/B")
    line.command("RENAME A C")
    listed = b"\n".join(line.command('LIST "" "*"').lines)
    assert b"C/B" in listed
    assert b"A/B" not in listed
    assert line.command('LIST "" C').with_word(b"\\HasChildren")


def test_a_folder_open_for_reading_keeps_its_flags(line: RawImap) -> None:
    fill(line, 1)
    line.command("EXAMINE INBOX")
    line.command("UID STORE 1 +FLAGS (\\Seen)")
    assert b"\\Seen" not in line.command("UID FETCH 1 (FLAGS)").lines[0]


def test_flags_are_replaced_by_a_plain_store(line: RawImap) -> None:
    fill(line, 1)
    line.command("SELECT INBOX")
    line.command("UID STORE 1 +FLAGS (\\seen \\Flagged)")
    (answer,) = line.command("UID STORE 1 FLAGS (\\ANSWERED)").with_word(b"FETCH")
    assert b"\\Answered" in answer
    assert b"\\Seen" not in answer
    assert b"\\Flagged" not in answer


def test_macros_and_old_names_of_items(line: RawImap) -> None:
    fill(line, 1)
    line.command("SELECT INBOX")
    (fast,) = line.command("FETCH 1 FAST").with_word(b"FETCH")
    assert b"INTERNALDATE" in fast
    assert b"RFC822.SIZE" in fast
    (full,) = line.command("FETCH 1 FULL").with_word(b"FETCH")
    assert b"ENVELOPE" in full
    assert b"BODY (" in full
    (head,) = line.command("FETCH 1 (RFC822.HEADER)").with_word(b"FETCH")
    assert b"Subject: Lamp 1" in head
    assert b"cracked" not in head
    (text,) = line.command("FETCH 1 (RFC822.TEXT)").with_word(b"FETCH")
    assert b"The shade is cracked. 1\r\n" in text


def test_all_header_fields_but_some(line: RawImap) -> None:
    fill(line, 1)
    line.command("SELECT INBOX")
    (answer,) = line.command("UID FETCH 1 (BODY.PEEK[HEADER.FIELDS.NOT (Subject From)])").with_word(b"FETCH")
    assert b"To: shop@example.org" in answer
    assert b"Subject: " not in answer


def test_sections_that_are_not_there_are_empty(line: RawImap) -> None:
    line.command("APPEND INBOX {}", NESTED)
    line.command("SELECT INBOX")
    (answer,) = line.command("UID FETCH 1 (BODY.PEEK[7])").with_word(b"FETCH")
    assert answer.endswith((b"BODY[7] NIL)", b'BODY[7] "")', b"BODY[7] {0}\r\n)"))


def test_unknown_items_and_sets_are_bad(line: RawImap) -> None:
    fill(line, 1)
    line.command("SELECT INBOX")
    for text in ("UID FETCH 1 (NONSENSE)", "UID FETCH x (FLAGS)", "UID FETCH 0 (FLAGS)", "UID STORE 1 NONSENSE (a)"):
        assert line.command(text).status == "BAD", text
    assert not line.command("UID FETCH 99 (FLAGS)").with_word(b"FETCH")
