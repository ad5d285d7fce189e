"""One suite for every server: what is there is here exactly once, with the server's bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shopdesk.demo import presets
from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.message import BEGINNING
from shopdesk.services.reading import Reading
from tests.bench.corpus import Post
from tests.servers.desk import Desk, hashes_of
from tests.servers.dovecot import PrivateDovecot
from tests.servers.letters import letter
from tests.servers.post_offices import DovecotPostOffice, PostOffice, demo_post_office

pytestmark = pytest.mark.server


@pytest.fixture(params=["dovecot", *presets.PROVIDERS])
def post(request: pytest.FixtureRequest, dovecot: PrivateDovecot) -> Iterator[PostOffice]:
    if request.param == "dovecot":
        yield DovecotPostOffice(dovecot)
    else:
        office = demo_post_office(presets.PROVIDERS[request.param])
        yield office
        office.server.stop()


@pytest.fixture
def desk(post: PostOffice, tmp_path: Path) -> Iterator[Desk]:
    with Desk(tmp_path / "desk", post) as desk:
        yield desk


def test_a_first_sync_brings_every_mail_with_the_servers_bytes(post: PostOffice, desk: Desk) -> None:
    for number in range(120):
        post.deliver(letter(number, picture=60_000 if number % 20 == 0 else 0))

    report = desk.sync()

    assert desk.hashes() == hashes_of(post.contents("INBOX"))
    assert (report.new, report.missing, report.set_aside) == (120, 0, 0)
    assert report.finished == 6, "of large mails the beginning comes first, the rest in a second step"
    assert desk.shop.upkeep.check().is_sound


def test_what_only_goes_on_is_not_read_once_more_and_the_desk_is_the_same(
    dovecot: PrivateDovecot, tmp_path: Path
) -> None:
    post = DovecotPostOffice(dovecot)
    large = [one.raw for one in Post(seed=11).letters(150) if len(one.raw) > BEGINNING]
    post.fill(large)
    with Desk(tmp_path / "one", post) as desk, Desk(tmp_path / "other", post) as other:
        read = _reads(desk), _reads(other)
        other.shop.sync._read_remainder = lambda raw: None
        assert desk.sync().finished == other.sync().finished == len(large)
        assert len(read[0]) < len(read[1]) * 0.6, "some were read a second time"
        assert len(read[1]) == 2 * len(large)
        mine, others = _contents(desk), _contents(other)
        assert mine == others
        assert all(mine.values())
        assert desk.hashes() == hashes_of(post.contents("INBOX"))
        assert desk.shop.upkeep.check().is_sound


def _reads(desk: Desk) -> list[int]:
    """Sizes of the mails that the reader is asked to read from now on."""
    sizes: list[int] = []
    readers = desk.shop.sync._readers
    begin = readers.begin

    def noted(mails: Sequence[tuple[bytes, bool]]) -> Callable[[], Sequence[Reading]]:
        sizes.extend(len(raw) for raw, _ in mails)
        return begin(mails)

    readers.begin = noted  # type: ignore[method-assign]
    return sizes


def _contents(desk: Desk) -> dict[str, list[object]]:
    desk_rows = desk.shop.store._desk.rows
    desk_rows("CREATE VIRTUAL TABLE temp.indexed USING fts5vocab(main, search, instance)")
    tables = ("message", "mail", "attachment", "shop_number", "conversation", "indexed")
    return {name: sorted(map(repr, desk_rows(f"SELECT * FROM {name}"))) for name in tables}  # noqa: S608 - our names


def test_fetching_never_marks_a_mail_as_seen(post: PostOffice, desk: Desk) -> None:
    post.deliver(letter(1))
    post.deliver(letter(2, picture=50_000))

    desk.sync()

    assert all("\\Seen" not in flags for flags in post.flags().values())


def test_a_second_pass_with_nothing_new_changes_nothing(post: PostOffice, desk: Desk) -> None:
    for number in range(30):
        post.deliver(letter(number))
    desk.sync()
    before, heard = desk.places(), len(desk.heard)

    report = desk.sync()

    assert desk.places() == before
    assert (report.new, report.finished) == (0, 0)
    assert not any(changes.conversations for changes in desk.heard[heard:])


def test_new_mail_arrives_with_the_next_pass(post: PostOffice, desk: Desk) -> None:
    post.deliver(letter(1))
    desk.sync()
    post.deliver(letter(2))
    post.deliver(letter(3, picture=45_000))

    assert desk.sync().new == 2
    assert desk.hashes() == hashes_of(post.contents("INBOX"))


def test_flags_set_elsewhere_come_along(post: PostOffice, desk: Desk) -> None:
    uids = [post.deliver(letter(number)) for number in range(5)]
    desk.sync()
    post.flag([uids[0], uids[3]], ["\\Seen", "\\Answered"])

    desk.sync()

    held = {place.uid: set(place.flags) - {"\\Recent"} for place in desk.places()}
    assert held[uids[0]] == held[uids[3]] == {"\\Seen", "\\Answered"}
    assert held[uids[1]] == set()
    assert desk.shop.conversations.counts().unread == 3


def test_mails_removed_elsewhere_leave_their_place_but_not_the_desk(post: PostOffice, desk: Desk) -> None:
    uids = [post.deliver(letter(number)) for number in range(6)]
    desk.sync()
    post.expunge(uids[:2])

    desk.sync()

    assert desk.hashes() == hashes_of(post.contents("INBOX"))
    gone = [place for place in desk.shop.ledger.mails(gone=True) if place.folder is None]
    assert {place.subject for place in gone} == {"Question number 0", "Question number 1"}
    assert desk.shop.conversations.counts().needs_reply == 4


def test_a_mail_moved_elsewhere_stays_one_message_in_its_conversation(post: PostOffice, desk: Desk) -> None:
    post.create("Returns")
    uids = [post.deliver(letter(number)) for number in range(4)]
    desk.sync()
    homes = {place.message_id: place.conversation for place in desk.places()}
    post.move(uids[:2], "INBOX", "Returns")

    desk.sync()

    assert desk.hashes() == hashes_of(post.contents("INBOX", "Returns"))
    assert {place.message_id: place.conversation for place in desk.places()} == homes
    assert desk.shop.conversations.counts().needs_reply == 2 + 2, "in another wanted folder it still waits"


def test_the_same_mail_in_two_folders_is_one_message(post: PostOffice, desk: Desk) -> None:
    post.create("Copies")
    mail = letter(1)
    post.deliver(mail)
    post.deliver(mail, folder="Copies")

    desk.sync()

    places = desk.places()
    assert len(places) == 2
    assert len({place.conversation for place in places}) == 1
    conversation = places[0].conversation
    assert conversation is not None
    assert len(desk.shop.conversations.open(conversation).messages) == 1


def test_a_renamed_folder_keeps_its_conversations(post: PostOffice, desk: Desk) -> None:
    post.create("Old name")
    desk.sync()
    post.deliver(letter(1), folder="Old name")
    desk.sync()
    home = desk.places()[0].conversation
    waiting = desk.shop.conversations.counts().needs_reply
    assert waiting == 1
    post.rename("Old name", "New name ü & 退货")

    desk.sync()

    assert desk.hashes() == hashes_of(post.contents("New name ü & 退货"))
    assert [place.conversation for place in desk.places()] == [home]
    assert desk.shop.conversations.counts().needs_reply == waiting


def test_a_folder_that_was_removed_takes_its_places_along(post: PostOffice, desk: Desk) -> None:
    post.create("Gone")
    post.deliver(letter(1), folder="Gone")
    post.deliver(letter(2))
    desk.sync()
    post.delete("Gone")

    desk.sync()

    assert desk.hashes() == hashes_of(post.contents("INBOX"))
    assert desk.shop.upkeep.check().is_sound


def test_a_folder_made_again_under_the_same_name_shows_only_its_own_mails(post: PostOffice, desk: Desk) -> None:
    post.create("Again")
    post.deliver(letter(1), folder="Again")
    desk.sync()
    post.delete("Again")
    post.create("Again")
    post.deliver(letter(2), folder="Again")

    desk.sync()

    assert desk.hashes() == hashes_of(post.contents("Again"))


def test_replies_join_their_conversation_whatever_the_order_of_arrival(post: PostOffice, desk: Desk) -> None:
    post.deliver(letter(1, subject="Lamp broken"))
    post.deliver(letter(3, subject="Re: Lamp broken", references="<m1@buyers.example> <m2@buyers.example>"))
    desk.sync()
    post.deliver(letter(2, subject="Re: Lamp broken", references="<m1@buyers.example>"))

    desk.sync()

    assert len({place.conversation for place in desk.places()}) == 1


def test_a_horizon_leaves_older_mail_on_the_server(post: PostOffice, tmp_path: Path) -> None:
    now = datetime.now(UTC)
    post.deliver(letter(1), when=now - timedelta(days=90))
    post.deliver(letter(2), when=now - timedelta(days=2))
    post.mailbox = replace(post.mailbox, since_days=30)

    with Desk(tmp_path / "short", post) as desk:
        desk.sync()
        desk.sync()
        assert [place.subject for place in desk.places()] == ["Question number 2"]


def test_new_customer_mail_asks_for_a_reply_and_a_reply_written_elsewhere_answers_it(
    post: PostOffice, desk: Desk
) -> None:
    sent = next(
        (f for f in ("Sent", "Sent Messages", "Sent Items", "[Gmail]/Sent Mail", "已发送") if _has(post, f)), "Sent"
    )
    if not _has(post, sent):
        post.create(sent)
    post.deliver(letter(1, subject="Where is it?"), when=datetime.now(UTC) - timedelta(hours=1))
    desk.sync()
    assert desk.shop.conversations.counts().needs_reply == 1
    post.deliver(
        letter(
            2,
            subject="Re: Where is it?",
            sender=f"Shop <{post.mailbox.address}>",
            to="c1@buyers.example",
            references="<m1@buyers.example>",
        ),
        folder=sent,
        flags=["\\Seen"],
    )

    desk.sync()

    counts = desk.shop.conversations.counts()
    assert (counts.needs_reply, counts.waiting, counts.unread) == (0, 1, 1)
    assert len(desk.shop.conversations.ids(ConversationState.WAITING)) == 1


def _has(post: PostOffice, folder: str) -> bool:
    try:
        post.flags(folder)
    except Exception:  # noqa: BLE001 - every server has its own way to say that there is no such folder
        return False
    return True
