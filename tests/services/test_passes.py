"""Passes over a real server: what arrives in two steps, what happens in between, and what stays after a stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from shopdesk.demo.behaviour import Behaviour, Fault, FaultKind
from shopdesk.demo.presets import FULL, PLAIN
from shopdesk.domain.control import SimpleControl
from shopdesk.domain.conversation import ConversationState, Lane
from shopdesk.domain.errors import Cancelled, MailRefused, ServerProblem, ServerRefused
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.message import Fetched, Mail
from shopdesk.mail.imap_session import ImapSession
from shopdesk.mail.read_mime import read_mail
from shopdesk.services.folder_pass import FIRST_BATCH
from shopdesk.services.sync import SyncReport
from tests.fakes.clock import StoppedClock
from tests.servers.post_offices import DemoPostOffice, demo_post_office
from tests.services.bench import Bench, ago, answer, mail
from tests.services.test_filing import bounce

NEEDS_REPLY, WAITING = ConversationState.NEEDS_REPLY, ConversationState.WAITING
SNOOZED, DONE = ConversationState.SNOOZED, ConversationState.DONE
LONG = "Hello there.\n" * 3_800


class Watching(SimpleControl):
    """Calls somebody whenever long work asks whether to go on."""

    def __init__(self, asked: Callable[[int], None]) -> None:
        super().__init__()
        self._asked = asked
        self._times = 0

    def stop_if_cancelled(self) -> None:
        self._times += 1
        self._asked(self._times)
        super().stop_if_cancelled()


class Post:
    """A server with one user, and the shop's mailbox there."""

    def __init__(self, bench: Bench, behaviour: Behaviour = FULL) -> None:
        self.bench = bench
        self.office: DemoPostOffice = demo_post_office(behaviour)
        self.mailbox = bench.shop.mailboxes.add(self.office.mailbox, self.office.password)

    def sync(self, control: SimpleControl | None = None, *, gentle: bool = False) -> SyncReport:
        session = self.bench.shop.sync.connect(self.mailbox)
        try:
            return self.bench.shop.sync.sync(self.mailbox, session, control or SimpleControl(), gentle=gentle)
        finally:
            session.close()

    def deliver(self, raw: bytes, folder: str = "INBOX", hours: float = 1.0, **more: object) -> int:
        return self.office.deliver(raw, folder, when=ago(hours), **more)  # type: ignore[arg-type]

    @property
    def only(self) -> ConversationId:
        (row,) = self.bench.rows()
        return row.id


@pytest.fixture
def desk(data_folder: Path, clock: StoppedClock) -> Iterator[Bench]:
    """A shop without any mailbox."""
    with Bench(data_folder, clock) as bench:
        yield bench


@pytest.fixture
def opened() -> Iterator[list[Post]]:
    """Every server that a test began."""
    posts: list[Post] = []
    yield posts
    for post in posts:
        post.office.server.stop()


@pytest.fixture
def begin(desk: Bench, opened: list[Post]) -> Callable[..., Post]:
    """Begin a server that behaves as told."""

    def began(behaviour: Behaviour = FULL, **more: object) -> Post:
        opened.append(Post(desk, replace(behaviour, **more)))  # type: ignore[arg-type]
        return opened[-1]

    return began


@pytest.fixture
def post(begin: Callable[..., Post]) -> Post:
    return begin()


def files(body: str, name: str = "report.pdf") -> str:
    """A body with a file behind it."""
    return (
        f"--B\nContent-Type: text/plain\n\n{body}\n"
        f'--B\nContent-Type: application/pdf\nContent-Disposition: attachment; filename="{name}"\n\ncontent\n--B--'
    )


MIXED = 'Content-Type: multipart/mixed; boundary="B"'


# --- from the beginning to the whole mail ----------------------------------------------------------------


def test_what_a_beginning_could_not_tell_is_shown_once_the_mail_is_whole(post: Post) -> None:
    post.deliver(mail("long", body=files(LONG + "My order is 305-1234567-1234567."), extra=MIXED))
    heard: list[tuple[bool, ...]] = []
    post.bench.listen = lambda changes: heard.extend(
        (row.has_attachments, bool(row.order_numbers)) for row in post.bench.use.rows(sorted(changes.conversations))
    )

    report = post.sync()

    assert (report.new, report.finished) == (1, 1)
    row = post.bench.row(post.only)
    (message,) = post.bench.messages(post.only)
    assert (row.has_attachments, row.order_numbers) == (True, ("305-1234567-1234567",))
    assert message.mail.whole
    assert "305-1234567-1234567" in message.mail.text
    assert [file.name for file in message.mail.attachments] == ["report.pdf"]
    assert post.bench.shop.attachments.content(message.id, 0).strip() == b"content"
    assert heard[-1] == (True, True), "whoever shows the conversation hears of it"
    assert [found.conversation.id for found in post.bench.shop.search.find("305-1234567-1234567")] == [post.only]


def test_a_bounce_that_is_recognised_only_when_it_is_whole_marks_our_reply(post: Post) -> None:
    post.deliver(mail("ask"), hours=9)
    post.deliver(answer("reply", "ask"), "Sent", hours=8)
    long = bounce("reply").replace(b"Your mail could not", b"Sorry.\r\n" * 6_200 + b"Your mail could not")
    post.deliver(long, hours=7)

    post.sync()

    home = post.bench.home_of("ask")
    assert home is not None
    assert (post.bench.state(home), post.bench.row(home).bounced) == (NEEDS_REPLY, True)
    assert post.bench.use.counts().needs_reply == 1, "the report itself asks for nothing"


def test_the_whole_mail_reopens_nothing(post: Post) -> None:
    post.deliver(mail("long", body=LONG))

    def settle_first(changes: object) -> None:
        if post.bench.rows():
            post.bench.listen = lambda changes: None
            post.bench.use.mark_done([post.only])

    post.bench.listen = settle_first
    post.sync()

    assert post.bench.messages(post.only)[0].mail.whole
    assert post.bench.state(post.only) is DONE


def test_a_mail_with_a_giant_header_is_filed_once_it_is_whole(post: Post) -> None:
    raw = mail("giant", extra="\n".join(f"X-Filler-{n}: {'x' * 900}" for n in range(60)))
    post.deliver(raw)

    report = post.sync()

    assert (report.new, report.finished, report.set_aside) == (1, 1, 0)
    assert post.bench.state(post.only) is NEEDS_REPLY
    assert post.bench.messages(post.only)[0].mail.message_id == "<giant@x>"
    assert post.bench.shop.ledger.set_aside() == []


def test_a_double_of_a_long_mail_in_the_same_folder_gets_its_bytes_too(post: Post) -> None:
    for _ in range(2):
        post.deliver(mail("long", body=LONG))

    assert post.sync().finished == 2
    assert all(place.sha256 for place in post.bench.shop.ledger.mails())
    assert post.sync().finished == 0


@pytest.mark.parametrize("gentle", [True, False], ids=["watched", "unwatched"])
def test_the_desk_is_told_of_each_batch_only_while_somebody_watches(busy: Post, *, gentle: bool) -> None:
    heard: list[object] = []
    busy.bench.listen = lambda changes: heard.append(changes.conversations)

    assert busy.sync(gentle=gentle).finished == 10

    assert len([each for each in heard if each]) == 1 + (10 if gentle else 1)


def test_what_is_in_the_archive_is_told_to_the_desk_when_the_line_breaks(
    begin: Callable[..., Post], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shopdesk.services.raw_pass.MOST_BYTES", 1_000)
    post = begin(faults=(Fault(FaultKind.CUT_IN_LITERAL, "UID FETCH", at=5),))
    for number in range(10):
        post.deliver(mail(f"q{number}", sender=f"P{number} <p{number}@x.example>", subject=f"M {number}", body=LONG))

    with pytest.raises(ServerProblem):
        post.sync()

    assert sum(bool(place.sha256) for place in post.bench.shop.ledger.mails()) == 3
    assert post.sync().finished == 7


@pytest.mark.parametrize(
    ("bytes_a_second", "mails"), [(10_000, [1] * 10), (120_000, [1, 2, 2, 2, 2, 1]), (1e9, [1, 4, 4, 1])]
)
def test_a_command_asks_for_what_the_line_brings_in_a_second(
    post: Post, monkeypatch: pytest.MonkeyPatch, bytes_a_second: float, mails: list[int]
) -> None:
    whole, asked, now = ImapSession.whole, list[int](), 0.0

    def slowly(session: ImapSession, uids: Sequence[int]) -> Sequence[Fetched]:
        nonlocal now
        came = whole(session, uids)
        now += sum(len(each.raw) for each in came) / bytes_a_second
        asked.append(len(uids))
        return came

    monkeypatch.setattr(ImapSession, "whole", slowly)
    monkeypatch.setattr("shopdesk.services.raw_pass.monotonic", lambda: now)
    monkeypatch.setattr("shopdesk.services.raw_pass.LEAST_BYTES", 60_000)
    monkeypatch.setattr("shopdesk.services.raw_pass.MOST_BYTES", 250_000)
    for number in range(10):
        post.deliver(mail(f"q{number}", subject=f"M {number}", body=LONG))

    assert post.sync().finished == 10
    assert asked == mails


# --- new mail while old bytes come -----------------------------------------------------------------------


@pytest.fixture
def busy(post: Post, monkeypatch: pytest.MonkeyPatch) -> Post:
    """Ten long mails whose bytes come one by one."""
    monkeypatch.setattr("shopdesk.services.raw_pass.MOST_BYTES", 1_000)
    for number in range(10):
        post.deliver(mail(f"q{number}", sender=f"P{number} <p{number}@x.example>", subject=f"M {number}", body=LONG))
    return post


def in_the_middle(post: Post, deed: Callable[[], None]) -> Watching:
    """Let half a minute pass, and something happen, after the fourth look at the control."""

    def asked(times: int) -> None:
        if times == 4:
            deed()
            post.bench.clock.advance(timedelta(seconds=31))

    return Watching(asked)


def test_new_mail_does_not_wait_for_the_bytes_of_old_mail(busy: Post) -> None:
    counts: list[int] = []
    busy.bench.listen = lambda changes: counts.append(len(busy.bench.rows()))

    report = busy.sync(in_the_middle(busy, lambda: busy.deliver(mail("new"), hours=0) and None), gentle=True)

    assert (report.new, report.finished) == (11, 10)
    assert len(busy.bench.rows()) == 11
    assert counts.index(11) < len(counts) - 4, "it was there before the other bytes"


def test_new_mail_waits_when_nobody_looks(busy: Post) -> None:
    report = busy.sync(in_the_middle(busy, lambda: busy.deliver(mail("new"), hours=0) and None))

    assert report.new == 10
    assert busy.sync().new == 1


@pytest.mark.parametrize("behaviour", [FULL, PLAIN], ids=["full", "plain"])
def test_what_is_removed_in_the_middle_is_settled_by_the_next_pass(
    desk: Bench, monkeypatch: pytest.MonkeyPatch, behaviour: Behaviour, begin: Callable[..., Post]
) -> None:
    monkeypatch.setattr("shopdesk.services.raw_pass.MOST_BYTES", 1_000)
    post = begin(behaviour)
    for number in range(10):
        post.deliver(mail(f"q{number}", sender=f"P{number} <p{number}@x.example>", subject=f"M {number}", body=LONG))

    def meanwhile() -> None:
        post.office.expunge([10])
        post.office.move([9], "INBOX", "Archive")
        post.office.flag([8], ["\\Answered", "\\Seen"])
        post.deliver(mail("new"), hours=0)

    post.sync(in_the_middle(post, meanwhile), gentle=True)
    post.sync()

    states = {row.subject: row.state for row in desk.rows()}
    assert states["M 9"] is DONE, "nobody has to answer what is gone"
    assert states["M 8"] is NEEDS_REPLY, "what was moved still waits"
    assert states["M 7"] is WAITING
    assert states["Lamp"] is NEEDS_REPLY
    held = {(place.folder, place.uid) for place in desk.shop.ledger.mails()}
    assert held == set(post.office.contents("INBOX", "Archive"))


def test_a_folder_numbered_anew_in_the_middle_is_read_again_at_once(busy: Post) -> None:
    def meanwhile() -> None:
        busy.office.server.store.change_uidvalidity(busy.office.user, "INBOX")
        busy.deliver(mail("new"), hours=0)

    assert busy.sync(in_the_middle(busy, meanwhile), gentle=True).missing == 0
    assert len(busy.bench.rows()) == 11
    assert all(place.sha256 for place in busy.bench.shop.ledger.mails())


def test_a_folder_that_vanishes_in_the_middle_stops_no_other(busy: Post) -> None:
    busy.office.create("Zebra")
    busy.deliver(mail("z", sender="Z <z@x.example>", subject="Z", body=LONG), "Zebra")

    def meanwhile() -> None:
        busy.office.delete("INBOX")
        busy.office.create("INBOX")

    busy.sync(in_the_middle(busy, meanwhile), gentle=True)

    held = {place.folder for place in busy.bench.shop.ledger.mails() if place.sha256}
    assert "Zebra" in held


def test_a_folder_that_vanishes_before_its_bytes_came_is_left_alone(busy: Post) -> None:
    busy.office.create("Aside")
    busy.deliver(mail("z1", sender="Z <z@x.example>", subject="Z1", body=LONG), "Aside")
    busy.deliver(mail("z2", sender="Y <y@x.example>", subject="Z2", body=LONG), "Aside")

    report = busy.sync(in_the_middle(busy, lambda: busy.office.delete("Aside")), gentle=True)

    assert (report.new, report.finished) == (12, 10)
    busy.sync()
    assert {place.folder for place in busy.bench.shop.ledger.mails()} == {"INBOX"}


# --- a stop in the middle --------------------------------------------------------------------------------


def test_what_came_before_a_stop_stays_and_the_next_pass_goes_on_there(post: Post) -> None:
    for number in range(120):
        post.deliver(mail(f"q{number}", sender=f"P{number} <p{number}@x.example>", subject=f"M {number}"))

    def asked(times: int) -> None:
        if times == 2:
            control.cancel()

    control = Watching(asked)
    with pytest.raises(Cancelled):
        post.sync(control)

    held = len(list(post.bench.shop.ledger.mails()))
    assert 0 < held < 120
    assert post.sync().new == 120 - held
    assert (control.done, control.total) == (held, 120)


def test_bytes_that_came_before_a_stop_stay(busy: Post) -> None:
    def asked(times: int) -> None:
        if times == 5:
            control.cancel()

    control = Watching(asked)
    with pytest.raises(Cancelled):
        busy.sync(control)

    whole = sum(1 for place in busy.bench.shop.ledger.mails() if place.sha256)
    assert 0 < whole < 10
    assert busy.sync().finished == 10 - whole


# --- what a server refuses -------------------------------------------------------------------------------


def test_bytes_refused_in_one_folder_do_not_keep_back_those_of_the_others(
    desk: Bench, begin: Callable[..., Post]
) -> None:
    refusal = Fault(FaultKind.REFUSE, "UID FETCH", at=3, text="[CANNOT] not this one")
    post = begin(faults=(refusal,))
    post.deliver(mail("one", body=LONG))
    post.deliver(mail("two", body=LONG, sender="B <b@x.example>", subject="B"), "Archive")

    with pytest.raises(ServerRefused):
        post.sync()

    assert {place.folder for place in desk.shop.ledger.mails() if place.sha256} == {"Archive"}
    assert post.sync().finished == 1


# --- whose turn it is, by passes -------------------------------------------------------------------------


def test_what_was_answered_elsewhere_meanwhile_waits_for_the_customer(post: Post) -> None:
    uid = post.deliver(mail("ask"))
    post.sync()
    assert post.bench.state(post.only) is NEEDS_REPLY

    post.office.flag([uid], ["\\Answered"])
    post.sync()

    assert post.bench.state(post.only) is WAITING


def test_a_first_import_makes_no_work_of_old_mail_and_a_later_pass_reopens_it(post: Post) -> None:
    post.deliver(mail("ask"), hours=24 * 90)
    post.sync()
    assert post.bench.state(post.only) is DONE

    post.deliver(mail("more", answers="ask"), hours=1)
    post.sync()

    assert post.bench.state(post.only) is NEEDS_REPLY


def test_machines_mail_comes_in_unread_and_asks_for_nothing(post: Post) -> None:
    post.deliver(mail("m", sender="N <no-reply@tool.example>", extra="Auto-Submitted: auto-generated"))

    post.sync()

    assert list(post.bench.use.ids(DONE, Lane.MACHINES)) == [post.only]
    assert post.bench.use.counts().machines == 1


def test_watching_an_inbox_hears_what_comes(post: Post) -> None:
    post.sync()
    session = post.bench.shop.sync.connect(post.mailbox)
    asked: list[bool] = []

    def stop() -> bool:
        if not asked:
            post.deliver(mail("new"), hours=0)
        asked.append(True)
        return len(asked) > 5

    assert post.bench.shop.sync.watch(post.mailbox, session, 10, stop)

    session.close()


def test_watching_tells_at_once_what_came_since_the_last_look(post: Post) -> None:
    post.sync()
    post.deliver(mail("new"), hours=0)
    session = post.bench.shop.sync.connect(post.mailbox)

    assert post.bench.shop.sync.watch(post.mailbox, session, 10, lambda: True)

    post.sync()
    assert not post.bench.shop.sync.watch(post.mailbox, session, 10, lambda: True)
    session.close()


def test_an_inbox_that_was_never_looked_into_is_watched_too(post: Post) -> None:
    session = post.bench.shop.sync.connect(post.mailbox)

    assert not post.bench.shop.sync.watch(post.mailbox, session, 10, lambda: True)

    session.close()


def test_a_server_that_cannot_idle_is_not_watched(desk: Bench, begin: Callable[..., Post]) -> None:
    post = begin(PLAIN)
    session = desk.shop.sync.connect(post.mailbox)

    assert not desk.shop.sync.watch(post.mailbox, session, 5, lambda: False)

    session.close()


def test_mails_that_are_listed_and_not_handed_over_are_counted_and_come_later(
    desk: Bench, begin: Callable[..., Post]
) -> None:
    post = begin(faults=(Fault(FaultKind.NIL_BODY, "UID FETCH", times=None, every=1),))
    post.deliver(mail("one"))

    assert post.sync().missing == 1

    post.office.server.behaviour = FULL
    report = post.sync()
    assert (report.new, report.missing) == (1, 0)


def test_bytes_that_are_not_handed_over_are_counted_and_come_later(desk: Bench, begin: Callable[..., Post]) -> None:
    # FETCH of the beginning, then of the whole mail, then of the flags of what did not come.
    fault = Fault(FaultKind.MISSING_ANSWERS, "UID FETCH", at=2, every=1)
    post = begin(faults=(fault,))
    post.deliver(mail("one", body=LONG))

    report = post.sync()

    assert (report.new, report.finished, report.missing) == (1, 0, 1)
    assert (post.sync().finished, post.sync().missing) == (1, 0)


def test_a_folder_that_never_opens_is_no_trouble(desk: Bench, begin: Callable[..., Post]) -> None:
    post = begin(refused_folders=frozenset({"Archive"}))
    post.deliver(mail("one"))

    assert post.sync().new == 1


def test_a_folder_that_opened_before_and_refuses_now_is_trouble_and_the_others_are_done(
    desk: Bench, begin: Callable[..., Post]
) -> None:
    post = begin()
    post.deliver(mail("one", sender="B <b@x.example>", subject="B"), "Archive")
    post.sync()
    post.office.server.behaviour = replace(FULL, refused_folders=frozenset({"Archive"}))
    post.deliver(mail("two"))

    with pytest.raises(ServerRefused):
        post.sync()

    assert len(desk.rows()) == 2


def test_a_mail_whose_beginning_was_read_and_whose_whole_is_refused_is_set_aside(
    data_folder: Path, clock: StoppedClock, opened: list[Post]
) -> None:
    def read(raw: bytes, *, whole: bool = True) -> Mail:
        if whole and b"the end is odd" in raw:
            raise MailRefused("the end is odd")
        return read_mail(raw, whole=whole)

    with Bench(data_folder, clock, read) as desk:
        post = Post(desk)
        opened.append(post)
        post.deliver(mail("one", body=LONG + "the end is odd"))
        post.deliver(mail("two", body=LONG, sender="B <b@x.example>", subject="B"))

        report = post.sync()

        assert (report.finished, report.set_aside) == (2, 1)
        assert [aside.reason for aside in desk.shop.ledger.set_aside()] == ["the end is odd"]
        assert desk.use.counts().needs_reply == 2, "what is known of it stays on the desk"
        assert post.sync().finished == 0


# --- customers who were erased ---------------------------------------------------------------------------

ZELDA = "Zelda <zelda@x.example>"


def zeldas() -> list[bytes]:
    """A small mail, a large one, and one whose beginning is too short to tell anything."""
    return [
        mail("small", sender=ZELDA, subject="S"),
        mail("large", sender=ZELDA, subject="L", body=LONG),
        mail("late", sender=ZELDA, subject="T", body=LONG, extra="X-Noise: " + "noise " * 9_000),
    ]


def left_of(post: Post) -> tuple[int, int, int]:
    """How many mails are on the desk and in the archive, and how many the next pass fetches again."""
    report = post.bench.shop.upkeep.check()
    assert report.findings == ()
    again = post.sync()
    assert again.missing == 0
    return report.messages, post.bench.shop.store.archive.count(), again.finished


def test_no_raw_byte_of_an_erased_customer_comes_back_when_a_server_numbers_anew(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    for raw in (*zeldas(), mail("ben", sender="Ben <ben@x.example>", body=LONG)):
        post.deliver(raw)
    post.sync()
    assert post.bench.shop.erasing.erase(["zelda@x.example"]).mails.messages == 3
    post.office.server.store.change_uidvalidity(post.office.user, "INBOX")
    archive, seen = post.bench.shop.store.archive, list[str]()
    add = archive.add_packed
    monkeypatch.setattr(archive, "add_packed", lambda mails: (seen.extend(key for key, _ in mails), add(mails))[1])

    assert post.sync().missing == 0

    assert seen == [place.sha256 for place in post.bench.shop.ledger.mails()], "not even for a moment"
    assert left_of(post) == (1, 1, 0)


def test_a_batch_goes_into_the_archive_at_once_even_while_somebody_watches(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(FIRST_BATCH + 10):
        post.deliver(mail(f"n{number}"))
    archive, sizes = post.bench.shop.store.archive, list[int]()
    add = archive.add_packed
    monkeypatch.setattr(archive, "add_packed", lambda mails: (sizes.append(len(mails)), add(mails))[1])

    post.sync(gentle=True)

    assert sizes == [FIRST_BATCH, 10], "to wait for the disk takes longer than to write"
    assert left_of(post) == (FIRST_BATCH + 10, FIRST_BATCH + 10, 0)


def test_who_is_erased_while_their_whole_mails_are_fetched_does_not_come_back(busy: Post) -> None:
    for raw in zeldas()[:2]:
        busy.deliver(raw, hours=99)

    busy.sync(in_the_middle(busy, lambda: busy.bench.shop.erasing.erase(["zelda@x.example"]) and None), gentle=True)

    busy.sync()
    assert left_of(busy) == (10, 10, 0)


@pytest.mark.parametrize("times", [1, 2], ids=["beginnings", "whole mails"])
def test_who_is_erased_while_raw_bytes_are_on_their_way_to_the_desk_leaves_none(
    post: Post, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for raw in (*zeldas(), mail("ben", sender="Ben <ben@x.example>", body=LONG)):
        post.deliver(raw)
    post.sync()
    post.office.server.store.change_uidvalidity(post.office.user, "INBOX")
    archive, calls = post.bench.shop.store.archive, list[int]()
    add = archive.add_packed

    def added(mails: Sequence[tuple[str, object]]) -> None:
        add(mails)
        calls.append(len(mails))
        if len(calls) == times:
            post.bench.shop.erasing.erase(["zelda@x.example"])

    monkeypatch.setattr(archive, "add_packed", added)
    post.sync()

    assert left_of(post) == (1, 1, 0)
