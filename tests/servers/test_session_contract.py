"""What a `MailSession` promises, on a real Dovecot and on our own server playing each provider."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest

from shopdesk.demo.presets import PROVIDERS
from shopdesk.domain.connection import Credential, FolderNews
from shopdesk.domain.errors import FolderGone, ServerRefused, SignInRefused
from shopdesk.domain.mailbox import Cursor, FolderRole
from shopdesk.domain.message import BEGINNING
from shopdesk.mail.imap import ImapSource
from shopdesk.mail.imap_session import ImapSession
from tests.servers.dovecot import PrivateDovecot
from tests.servers.post_offices import DemoPostOffice, DovecotPostOffice, PostOffice, demo_post_office

pytestmark = pytest.mark.server

NASTY = b'From: a@b.c\r\nSubject: nul \x00 and {5}\r\n\r\n) " \\ \x00\xff * 1 FETCH (UID 9)\r\n.\r\nA1 OK done\r\n'
SERVERS = ["dovecot", *PROVIDERS]


def mail(number: int, size: int = 0) -> bytes:
    return b"Subject: mail %d\r\nMessage-ID: <%d@x.example>\r\n\r\n" % (number, number) + b"x" * size


@pytest.fixture(params=SERVERS)
def post(request: pytest.FixtureRequest, dovecot: PrivateDovecot) -> Iterator[PostOffice]:
    if request.param == "dovecot":
        yield DovecotPostOffice(dovecot)
        return
    demo = demo_post_office(PROVIDERS[request.param])
    yield demo
    demo.server.stop()


@pytest.fixture
def open_session() -> Iterator[Callable[..., ImapSession]]:
    opened: list[ImapSession] = []

    def start(post: PostOffice, source: ImapSource | None = None) -> ImapSession:
        session = (source or ImapSource()).open(post.mailbox, Credential(post.mailbox.user, post.password))
        opened.append(session)
        return session

    yield start
    for session in opened:
        session.close()


@pytest.fixture
def session(post: PostOffice, open_session: Callable[..., ImapSession]) -> ImapSession:
    return open_session(post)


def cursor(opened: FolderNews) -> Cursor:
    return Cursor(opened.uidvalidity, opened.uidnext, opened.modseq, opened.exists, caught_up=True)


def test_every_server_hands_over_the_very_bytes(post: PostOffice, session: ImapSession) -> None:
    mails = [mail(1), NASTY, mail(2, BEGINNING), b"\r\n", mail(3, 200_000), mail(4)[:-1]]
    uids = [post.deliver(raw) for raw in mails]
    held = post.contents("INBOX")
    mails = [held["INBOX", uid] for uid in uids]  # Dovecot mends a NUL when it takes a mail
    session.open_folder("INBOX", Cursor())
    whole = session.whole(uids)
    assert [(one.uid, one.raw, one.whole, one.size) for one in whole] == [
        (uid, raw, True, len(raw)) for uid, raw in zip(uids, mails, strict=True)
    ]
    beginnings = session.beginnings(uids)
    assert [one.raw for one in beginnings] == [raw[:BEGINNING] for raw in mails]
    assert [one.whole for one in beginnings] == [len(raw) < BEGINNING for raw in mails]


def test_looking_changes_nothing_on_the_server(post: PostOffice, session: ImapSession) -> None:
    uid = post.deliver(mail(1))
    session.open_folder("INBOX", Cursor())
    session.beginnings([uid])
    session.whole([uid])
    session.flags([uid])
    session.close()
    assert "\\Seen" not in post.flags()[uid]
    assert len(post.contents("INBOX")) == 1


def test_flags_and_date_come_with_the_mail(post: PostOffice, session: ImapSession) -> None:
    when = datetime(2026, 11, 1, 8, 30, tzinfo=UTC)
    uid = post.deliver(mail(1), flags=["\\Seen", "\\Answered"], when=when)
    session.open_folder("INBOX", Cursor())
    (found,) = session.beginnings([uid])
    assert found.flags >= {"\\Seen", "\\Answered"}
    assert found.received_at == when
    assert session.flags([uid, uid + 7]) == {uid: found.flags}


def test_uids_are_ascending_and_bounded(post: PostOffice, session: ImapSession) -> None:
    uids = [post.deliver(mail(n), when=datetime(2026, 10, 1 + n, 12, tzinfo=UTC)) for n in range(5)]
    session.open_folder("INBOX", Cursor())
    assert session.uids() == uids
    assert session.uids(first=uids[2]) == uids[2:]
    assert session.uids(first=uids[-1] + 1) == []
    assert session.uids(since=date(2026, 10, 4)) == uids[3:]


def test_an_empty_folder_has_nothing(session: ImapSession) -> None:
    opened = session.open_folder("INBOX", Cursor())
    assert (opened.exists, session.uids(), session.whole([1, 2]), session.flags([1])) == (0, [], [], {})


def test_expunged_mails_are_missing(post: PostOffice, session: ImapSession) -> None:
    uids = [post.deliver(mail(n)) for n in range(4)]
    session.open_folder("INBOX", Cursor())
    post.expunge(uids[1:3])
    assert {one.uid for one in session.whole(uids)} >= {uids[0], uids[3]}
    session.open_folder("INBOX", Cursor())
    assert [one.uid for one in session.whole(uids)] == [uids[0], uids[3]]


def test_roles_are_known_in_every_dialect(session: ImapSession) -> None:
    folders = session.folders()
    roles = {folder.role for folder in folders}
    assert {FolderRole.INBOX, FolderRole.SENT, FolderRole.DRAFTS, FolderRole.TRASH, FolderRole.JUNK} <= roles
    assert [folder.name for folder in folders if folder.role is FolderRole.INBOX] == ["INBOX"]


@pytest.mark.parametrize(
    "name", ["Überfällig", 'with "quotes"', "per%cent", "st*r", "R&D", "两个字", "😀 smile", "x" * 200, "with space"]
)
def test_folders_of_any_name_can_be_opened(
    name: str, dovecot: PrivateDovecot, open_session: Callable[..., ImapSession]
) -> None:
    post = DovecotPostOffice(dovecot)
    post.create(name)
    post.deliver(mail(1), name)
    session = open_session(post)
    assert session.open_folder(name, Cursor()).exists == 1
    assert name in {folder.name for folder in session.folders()}
    assert session.open_folder(name, Cursor()).exists == 1


def test_a_folder_that_is_not_there_is_gone_and_the_connection_goes_on(session: ImapSession) -> None:
    with pytest.raises(FolderGone) as caught:
        session.open_folder("nothing like this", Cursor())
    assert caught.value.detail
    assert session.open_folder("INBOX", Cursor()).exists == 0


def test_nothing_new_costs_two_round_trips_at_most(post: PostOffice, session: ImapSession) -> None:
    for number in range(3):
        post.deliver(mail(number))
    first = session.open_folder("INBOX", Cursor())
    before = session.commands
    second = session.open_folder("INBOX", cursor(first))
    assert session.commands - before <= 2
    assert second.uidvalidity == first.uidvalidity
    assert not second.flags
    assert second.flags_complete is (second.modseq > 0)


def test_flags_changed_elsewhere_are_told_or_can_be_asked_for(post: PostOffice, session: ImapSession) -> None:
    uids = [post.deliver(mail(number)) for number in range(3)]
    first = session.open_folder("INBOX", Cursor())
    post.flag([uids[1]], ["\\Seen"])
    second = session.open_folder("INBOX", cursor(first))
    if second.flags_complete:
        assert second.flags == {uids[1]: frozenset({"\\Seen"})}
    flags = session.flags(uids)
    assert {uid for uid in uids if "\\Seen" in flags[uid]} == {uids[1]}


def test_mails_removed_elsewhere_are_told_or_seen_by_their_absence(post: PostOffice, session: ImapSession) -> None:
    uids = [post.deliver(mail(number)) for number in range(4)]
    first = session.open_folder("INBOX", Cursor())
    post.expunge(uids[1:3])
    second = session.open_folder("INBOX", cursor(first))
    assert second.exists == 2
    if second.vanished is not None:
        assert set(second.vanished) >= set(uids[1:3])
    assert session.uids() == [uids[0], uids[3]]


def test_dovecot_tells_vanished_mails_by_itself(
    dovecot: PrivateDovecot, open_session: Callable[..., ImapSession]
) -> None:
    post = DovecotPostOffice(dovecot)
    uids = [post.deliver(mail(number)) for number in range(4)]
    session = open_session(post)
    first = session.open_folder("INBOX", Cursor())
    post.expunge(uids[1:3])
    post.flag([uids[3]], ["\\Flagged"])
    second = session.open_folder("INBOX", cursor(first))
    assert second.vanished == tuple(uids[1:3])
    assert second.flags == {uids[3]: frozenset({"\\Flagged"})}


def test_another_uidvalidity_makes_the_known_state_worthless(session: ImapSession, post: PostOffice) -> None:
    post.deliver(mail(1), flags=["\\Seen"])
    first = session.open_folder("INBOX", Cursor())
    known = Cursor(first.uidvalidity + 5, 99, max(first.modseq, 1), 7, caught_up=True)
    second = session.open_folder("INBOX", known)
    assert (second.uidvalidity, second.flags_complete, second.vanished) == (first.uidvalidity, False, None)


def test_a_new_mail_ends_the_waiting(post: PostOffice, session: ImapSession) -> None:
    session.open_folder("INBOX", Cursor())
    if not session.can_idle:
        with pytest.raises(ServerRefused):
            session.wait_for_news(1, lambda: False)
        return
    sender = threading.Timer(0.3, lambda: post.deliver(mail(1)))
    sender.start()
    began = time.monotonic()
    assert session.wait_for_news(20, lambda: False)
    assert time.monotonic() - began < 5
    sender.join()
    assert len(session.uids()) == 1


def test_waiting_ends_in_time_and_when_asked_to(
    dovecot: PrivateDovecot, open_session: Callable[..., ImapSession]
) -> None:
    session = open_session(DovecotPostOffice(dovecot))
    session.open_folder("INBOX", Cursor())
    assert not session.wait_for_news(0.2, lambda: False)
    began = time.monotonic()
    assert not session.wait_for_news(30, lambda: time.monotonic() - began > 0.2)
    assert time.monotonic() - began < 3
    assert session.uids() == []


def test_a_mail_that_came_during_other_work_is_news(
    dovecot: PrivateDovecot, open_session: Callable[..., ImapSession]
) -> None:
    post = DovecotPostOffice(dovecot)
    session = open_session(post)
    session.open_folder("INBOX", Cursor())
    post.deliver(mail(1))
    session.uids()
    assert session.wait_for_news(5, lambda: False)


def test_a_wrong_password_is_refused(post: PostOffice) -> None:
    with pytest.raises(SignInRefused) as caught:
        ImapSource().open(post.mailbox, Credential(post.mailbox.user, "not this one"))
    assert "not this one" not in str(caught.value)
    assert caught.value.host == "127.0.0.1"


def test_a_large_folder_is_listed_and_fetched_in_lawful_commands(session: ImapSession, post: PostOffice) -> None:
    uids = post.fill(mail(number) for number in range(1_300))
    post.expunge(uids[::2])
    session.open_folder("INBOX", Cursor())
    assert session.uids() == uids[1::2]
    assert [one.uid for one in session.beginnings(uids)] == uids[1::2]
    if isinstance(post, DemoPostOffice):
        assert max(len(line) for line in post.server.commands()) < 8_000


def test_compression_carries_the_same_bytes_in_less_room(
    dovecot: PrivateDovecot, open_session: Callable[..., ImapSession]
) -> None:
    post = DovecotPostOffice(dovecot)
    raw = mail(1) + b"the same line again and again\r\n" * 2_000
    uids = [post.deliver(raw) for _ in range(5)]
    session = open_session(post, ImapSource(compress_loopback=True))
    session.open_folder("INBOX", Cursor())
    assert [one.raw for one in session.whole(uids)] == [raw] * 5
    assert session._line.wire.received < len(raw)
    assert not session.wait_for_news(0.1, lambda: False)
    other = threading.Timer(0.2, lambda: post.deliver(raw))
    other.start()
    assert session.wait_for_news(10, lambda: False)
    other.join()
