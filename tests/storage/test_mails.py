"""Messages and places, as the sync writes and reads them."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.domain.errors import NotFound
from shopdesk.domain.filing import Clues, KnownMessage, Renewal
from shopdesk.domain.ids import ConversationId, FolderId, MailboxId, MessageId, PlaceId, first_message_id
from shopdesk.domain.message import READER_VERSION, Address, Bounce, Direction, MailKind, Remainder
from shopdesk.domain.search import SearchQuery
from shopdesk.storage.store import SqliteStore
from tests.storage.make import (
    a_conversation,
    a_listing,
    a_mail,
    a_message,
    a_place,
    an_attachment,
    at,
    first_folder,
    keyed,
)

ONE = ConversationId(1)
HERE = MailboxId(1)
SEEN, ANSWERED, FLAGGED = "\\Seen", "\\Answered", "\\Flagged"


@pytest.fixture
def folder(store: SqliteStore) -> FolderId:
    """An INBOX with two messages in one conversation, at UIDs 1 and 2."""
    with store.writing() as work:
        inbox = first_folder(work)
        work.conversations.add([a_conversation()])
        work.mails.add_messages([a_message(1), a_message(2)])
        work.mails.add_places(inbox, [a_place(1, 1), a_place(2, 2)])
        work.conversations.refresh([ONE])
    return inbox


def test_a_message_comes_back_as_it_was_written(store: SqliteStore) -> None:
    mail = a_mail(
        "Hallo\n> quoted",
        message_id="<a@b>",
        subject="=?",
        own_words="Hallo",
        html="<p>Hallo</p>" * 100,
        in_reply_to=("<x@y>",),
        references=("<w@y>", "<x@y>"),
        reply_to=(Address("", "r@mail.example"),),
        cc=(Address("王伟", "w@qq.example"),),
        bcc=(Address("b", "b@mail.example"),),
        delivered_to=("hello@shop.example",),
        attachments=(an_attachment(content_id="c@d", inline=True), an_attachment("照片.exe", 1, risky=True)),
        kind=MailKind.BOUNCE,
        bounce=Bounce(("a@b.example",), "<o@p>", "no such user"),
        remote_images=3,
        special=frozenset({"signed", "cut"}),
        fingerprint="ab" * 32,
        whole=False,
    )
    written = a_message(
        77, mail=mail, received_at=datetime(2026, 1, 2, 3, 4, 5, 678901, UTC), is_read=True, is_answered=True
    )
    with store.writing() as work:
        first_folder(work)
        work.conversations.add([a_conversation()])
        work.mails.add_messages([written, a_message(78, mail=a_mail("", sent_at=None, fingerprint="odd"))])
    with store.reading() as work:
        read, other = work.conversations.messages(ONE)
    assert read.mail == mail
    assert (read.received_at, read.is_read, read.is_answered, read.gone) == (written.received_at, True, True, False)
    assert (read.direction, read.mailbox_id, read.bounced) == (Direction.INCOMING, 1, "")
    assert (other.mail.sent_at, other.mail.fingerprint, other.mail.text) == (None, "odd", "")


def test_text_that_sqlite_would_not_take_is_cleaned(store: SqliteStore) -> None:
    mail = a_mail("a\0b\ud800c", subject="x\0y", own_words="a", sender=Address("\udfff", "a\0@b.example"))
    with store.writing() as work:
        first_folder(work)
        work.conversations.add([a_conversation(subject="x\0y")])
        work.mails.add_messages([a_message(1, mail=mail)])
        work.conversations.refresh([ONE])
    with store.reading() as work:
        assert work.conversations.messages(ONE)[0].mail.text == "abc"
        assert work.conversations.get(ONE).subject == "xy"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(), max_size=60))
def test_any_text_can_be_filed(store: SqliteStore, text: str) -> None:
    class UndoneError(Exception):
        pass

    with pytest.raises(UndoneError), store.writing() as work:
        first_folder(work)
        work.conversations.add([a_conversation(subject=text)])
        work.mails.add_messages([a_message(1, mail=a_mail(text, subject=text, html=text, message_id=text))])
        work.conversations.refresh([ONE])
        stored = work.conversations.messages(ONE)[0].mail
        assert stored.text == text.replace("\0", "").encode(errors="ignore").decode()
        raise UndoneError


def test_known_uids_ascend(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        work.mails.add_places(folder, [a_place(2**32 - 1, 1), a_place(5, 1)])
        assert list(work.mails.known_uids(folder)) == [1, 2, 5, 2**32 - 1]
        assert list(work.mails.known_uids(FolderId(99))) == []


def test_unfinished_places_are_newest_first_until_their_bytes_are_here(
    store: SqliteStore, folder: FolderId
) -> None:
    with store.writing() as work:
        work.mails.add_places(folder, [a_place(9, 1, received_at=at(-5)), a_place(3, set_aside="odd")])
        assert [place.uid for place in work.mails.unfinished(HERE)] == [3, 2, 1, 9]
        work.mails.finish_places(folder, [(2, "cd" * 32, 4_321)])
        assert [place.uid for place in work.mails.unfinished(HERE)] == [3, 1, 9]
        assert work.mails.sha256_at(HERE, "INBOX", 2) == "cd" * 32
        assert work.mails.sha256_of(MessageId(2)) == "cd" * 32
        assert work.mails.place_of(PlaceId(2))[1].size == 4_321
        with pytest.raises(NotFound):
            work.mails.sha256_at(HERE, "INBOX", 1)
        with pytest.raises(NotFound):
            work.mails.sha256_of(MessageId(1))


def test_a_copy_is_recognised_by_its_fingerprint(store: SqliteStore) -> None:
    with store.writing() as work:
        first_folder(work)
        work.conversations.add([a_conversation()])
        work.mails.add_messages([
            a_message(1, mail=a_mail(fingerprint="aa")),
            a_message(2, mail=a_mail(fingerprint="bb", whole=False)),
            a_message(3, mail=a_mail(fingerprint="aa", whole=False)),
            a_message(4, mail=a_mail(fingerprint="")),
        ])
        assert work.mails.by_fingerprint(["aa", "bb", "cc", ""]) == {
            "aa": KnownMessage(MessageId(1), ONE, whole=True),
            "bb": KnownMessage(MessageId(2), ONE, whole=False),
        }


def test_new_ids_are_in_the_order_of_receipt_and_never_used(store: SqliteStore) -> None:
    with store.writing() as work:
        first_folder(work)
        work.conversations.add([a_conversation()])
        given = work.mails.new_ids([100, 50, 100])
        assert given == [first_message_id(100), first_message_id(50), first_message_id(100) + 1]
        assert work.mails.new_ids([100]) == [first_message_id(100) + 2]
        work.mails.add_messages([a_message(each) for each in given])
    with store.writing() as work:
        assert work.mails.new_ids([50, 51, -5]) == [first_message_id(50) + 1, first_message_id(51), 0]


def test_a_full_second_flows_into_the_next(store: SqliteStore) -> None:
    with store.writing() as work:
        first_folder(work)
        given = work.mails.new_ids([7] * 5_000)
        assert len(set(given)) == 5_000
        assert given[4_095:4_097] == [first_message_id(8) - 1, first_message_id(8)]
        assert work.mails.new_ids([8]) == [given[-1] + 1]


def test_a_completed_message_keeps_its_reading_and_learns_the_sizes(store: SqliteStore, folder: FolderId) -> None:
    files = (an_attachment(), an_attachment("second.jpg", 1))
    with store.writing() as work:
        work.mails.add_messages([
            a_message(3, mail=a_mail("all words", whole=False, fingerprint="aa", attachments=files)),
            a_message(4, mail=a_mail("others", whole=False, fingerprint="cc", attachments=files)),
            a_message(5, mail=a_mail("complete", fingerprint="bb")),
        ])
        work.mails.add_places(folder, [a_place(8, 3), a_place(9, 4), a_place(10, 5)])
        marks = {place.uid: place.provisional for place in work.mails.unfinished(HERE)}
        assert [marks[uid] for uid in (8, 9, 10)] == ["aa", "cc", ""], "only what is a beginning's reading"
        remainders = {MessageId(3): Remainder("aa", (70_000, 1_001)), MessageId(99): Remainder("dd", (1,))}
        assert work.mails.finish_places(folder, [(10, "cd" * 32, 4_321)]) == frozenset()
        assert work.mails.finish_places(folder, [(8, "ab" * 32, 4_321)], remainders) == {ONE}
        assert [place.uid for place in work.mails.unfinished(HERE) if place.uid > 7] == [9]
        late = {MessageId(3): Remainder("aa", (5, 5))}
        assert work.mails.finish_places(folder, [], late) == frozenset(), "a whole reading is not touched"
    with store.reading() as work:
        done, other = (each.mail for each in work.conversations.messages(ONE) if each.id in (3, 4))
        assert (done.whole, done.text) == (True, "all words")
        assert [file.size for file in done.attachments] == [70_000, 1_001]
        assert (other.whole, other.attachments) == (False, files)


def test_files_behind_the_beginning_are_listed_counted_and_found(store: SqliteStore, folder: FolderId) -> None:
    beginning = a_mail("where is it", whole=False, fingerprint="aa", reply_to=(Address("Bea", "bea@mail.example"),))
    with store.writing() as work:
        clues = Clues(customer="anna@mail.example", order_numbers=("4711",))
        work.mails.add_messages([
            a_message(3, mail=beginning, clues=clues, parcel_numbers=("1Z9", "1Z8")),
            a_message(4, mail=a_mail("another", whole=False, fingerprint="cc")),
        ])
        work.mails.add_places(folder, [a_place(8, 3), a_place(9, 4)])
        further = (an_attachment("broken lamp.jpg"), an_attachment("invoice.pdf", 1))
        remainders = {MessageId(3): Remainder("aa", (), further), MessageId(4): Remainder("cc", ())}
        finished = [(8, "ab" * 32, 4_321), (9, "cd" * 32, 4_321)]
        assert work.mails.finish_places(folder, finished, remainders) == {ONE}
        work.conversations.refresh([ONE])
    with store.reading() as work:
        mails = {each.id: each.mail for each in work.conversations.messages(ONE)}
        assert mails[MessageId(3)] == replace(beginning, whole=True, attachments=further)
        assert mails[MessageId(4)].attachments == ()
        assert work.conversations.get(ONE).has_attachments
        words = ("lamp", "invoice", "where", "4711", "1Z9", "1Z8", "Bea", "Anna")
        assert [len(work.search.find(SearchQuery(words=(word,)), 9)) for word in words] == [1] * len(words)
        assert work.conversations.by_order_and_customer([("4711", "anna@mail.example")])
    assert [found.what for found in store.check().findings] == ["raw mails are missing in the archive"]


def test_a_beginning_read_by_an_older_reader_is_read_again(
    store: SqliteStore, folder: FolderId, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.writing() as work:
        work.mails.add_messages([a_message(3, mail=a_mail(whole=False, fingerprint="aa"))])
        work.mails.add_places(folder, [a_place(8, 3)])
    monkeypatch.setattr("shopdesk.storage.mails.READER_VERSION", READER_VERSION + 1)
    with store.reading() as work:
        assert {place.provisional for place in work.mails.unfinished(HERE)} == {""}


def test_a_renewed_reading_replaces_text_search_and_numbers(store: SqliteStore, folder: FolderId) -> None:
    whole = a_mail("the whole story", message_id="<w@x>", references=("<r@x>",), attachments=(an_attachment(),))
    with store.writing() as work:
        provisional = a_mail("only the beginning", whole=False, fingerprint="aa")
        clues = Clues(customer="anna@mail.example", order_numbers=("111",))
        work.mails.add_messages([a_message(3, mail=provisional, clues=clues, is_read=True)])
        work.mails.renew_messages([Renewal(MessageId(3), replace(whole, fingerprint="bb"), ("222",), ("1Z9",))])
        read = work.conversations.messages(ONE)[-1]
        assert (read.mail.text, read.mail.whole, read.is_read) == ("the whole story", True, True)
        assert work.mails.by_fingerprint(["aa", "bb"]).keys() == {"bb"}
        assert work.conversations.by_order_and_customer([
            ("111", "anna@mail.example"),
            ("222", "anna@mail.example"),
        ]) == {("222", "anna@mail.example"): ONE}
        assert work.conversations.by_message_ids(["<w@x>", "<r@x>"]) == {"<w@x>": ONE, "<r@x>": ONE}
        found = [work.search.find(SearchQuery(words=(word,)), 9) for word in ("beginning", "whole", "1Z9", "photo")]
        assert [len(hits) for hits in found] == [0, 1, 1, 1]
        work.conversations.refresh([ONE])
        assert work.conversations.get(ONE).has_attachments
        assert work.mails.renew_messages([Renewal(MessageId(99), whole)]) == frozenset()
    assert store.check().is_sound


def test_nothing_to_renew_asks_nothing(store: SqliteStore) -> None:
    with store.writing() as work:
        said: list[str] = []
        store._desk.connection().set_trace_callback(said.append)
        assert work.mails.renew_messages([]) == frozenset()
        store._desk.connection().set_trace_callback(None)
    assert said == []


@pytest.mark.parametrize(
    ("change", "numbers", "writes"),
    [
        ({}, ("111",), False),
        ({"attachments": (an_attachment(size=9_000_000),)}, ("111",), False),
        ({"attachments": (an_attachment("other.jpg"),)}, ("111",), True),
        ({"attachments": (an_attachment(), an_attachment("b.jpg", number=1))}, ("111",), True),
        ({"text": "more words", "own_words": "more words"}, ("111",), True),
        ({"cc": (Address("", "new@mail.example"),)}, ("111",), True),
        ({}, ("111", "222"), True),
        ({}, (), True),
    ],
)
def test_only_other_words_are_written_again(
    store: SqliteStore, folder: FolderId, change: dict[str, Any], numbers: tuple[str, ...], writes: bool
) -> None:
    beginning = a_mail(
        "the words", whole=False, message_id="<w@x>", fingerprint="aa", attachments=(an_attachment(size=1),)
    )
    whole = replace(beginning, whole=True, **change)
    with store.writing() as work:
        clues = Clues(customer="anna@mail.example", order_numbers=("111",))
        work.mails.add_messages([a_message(3, mail=beginning, clues=clues)])
        said: list[str] = []
        store._desk.connection().set_trace_callback(said.append)
        work.mails.renew_messages([Renewal(MessageId(3), whole, numbers)])
        store._desk.connection().set_trace_callback(None)
        assert any("INTO search" in each for each in said) is writes
        assert work.conversations.messages(ONE)[-1].mail == whole
        assert work.mails.by_fingerprint([whole.fingerprint])[whole.fingerprint].whole
        work.conversations.refresh([ONE])
    assert store.check().is_sound


def test_an_existing_uid_is_replaced_and_its_old_message_is_gone(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        work.mails.add_places(folder, [a_place(1, 2, flags=frozenset({SEEN}))])
        assert [message.gone for message in work.conversations.messages(ONE)] == [True, False]
        assert list(work.mails.known_uids(folder)) == [1, 2]


def test_a_mail_moved_by_another_client_stays_one_message(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        sent = work.folders.of_mailbox(HERE)[1].id
        assert work.mails.remove_places(folder, [1]) == {1}
        assert [message.gone for message in work.conversations.messages(ONE)] == [True, False]
        work.mails.add_places(sent, [a_place(1, 1)])
        assert [message.gone for message in work.conversations.messages(ONE)] == [False, False]
        assert work.mails.remove_places(sent, [1, 77]) == {1}
    assert store.check().is_sound


def test_a_message_is_gone_with_its_last_place_only(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        other = work.folders.save_listing(HERE, a_listing("INBOX", "Copies"))[1].id
        work.mails.add_places(other, [a_place(1, 1)])
        work.mails.remove_places(folder, None)
        assert [message.gone for message in work.conversations.messages(ONE)] == [False, True]
        assert list(work.mails.known_uids(folder)) == []


def test_flags_come_back_in_the_servers_words(store: SqliteStore, folder: FolderId) -> None:
    flags = frozenset({SEEN, "\\Deleted", "\\Draft", "$Forwarded", "NonJunk", "A", ""})
    with store.writing() as work:
        work.mails.set_flags(folder, {1: frozenset({"\\SEEN", "\\answered"}), 2: flags - {""}})
        assert work.mails.place_of(PlaceId(1))[1].flags == {SEEN, ANSWERED}
        assert work.mails.place_of(PlaceId(2))[1].flags == flags - {""}


def test_flags_touch_only_what_really_changed(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        assert work.mails.set_flags(folder, {1: frozenset({SEEN}), 99: frozenset({SEEN})}) == {1}
        assert work.mails.set_flags(folder, {1: frozenset({SEEN})}) == frozenset()
        assert work.mails.set_flags(folder, {1: frozenset({SEEN, FLAGGED})}) == frozenset()
        assert work.mails.set_flags(folder, {1: frozenset({ANSWERED})}) == {1}
        first = work.conversations.messages(ONE)[0]
        assert (first.is_read, first.is_answered) == (False, True)


def test_another_flag_does_not_undo_what_was_read_here(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        work.conversations.mark_read([MessageId(1)], read=True)
        assert work.mails.set_flags(folder, {1: frozenset({FLAGGED})}) == frozenset()
        assert work.conversations.messages(ONE)[0].is_read


def test_mails_set_aside_are_listed_with_their_first_lines(store: SqliteStore, folder: FolderId) -> None:
    raw = b"Subject: bad\r\n\x1b[31m\xff" + b"x" * 5_000
    store.archive.add(keyed(raw))
    with store.writing() as work:
        work.mails.add_places(folder, [a_place(8, raw=raw, set_aside="too deep"), a_place(9, set_aside="too long")])
        aside = work.mails.set_aside()
        assert aside == work.mails.set_aside(HERE)
        assert work.mails.set_aside(MailboxId(5)) == []
        assert work.mails.place_of(aside[0].place_id)[1].set_aside == "too long"
        work.mails.add_places(folder, [a_place(9, 2)])
        assert [mail.uid for mail in work.mails.set_aside()] == [8]
    assert [(mail.uid, mail.reason, mail.folder, mail.reader_version) for mail in aside] == [
        (9, "too long", "INBOX", READER_VERSION),
        (8, "too deep", "INBOX", READER_VERSION),
    ]
    assert aside[0].beginning == ""
    assert aside[1].beginning.startswith("Subject: bad\n [31m\ufffdxxx")
    assert len(aside[1].beginning) < 2_001


def test_all_places_are_listed_page_by_page(store: SqliteStore, folder: FolderId) -> None:
    store.archive.add(keyed(b"raw"))
    mail = a_mail(message_id="<a@b>", attachments=(an_attachment("a.jpg"), an_attachment("b.jpg", 1)))
    with store.writing() as work:
        work.mails.add_messages([a_message(3, mail=mail)])
        work.mails.add_places(folder, [
            a_place(3, 3, b"raw", flags=frozenset({SEEN})),
            a_place(4, set_aside="odd"),
        ])
        work.mails.remove_places(folder, [1, 3])
        keys, lines = [(0, 0)], []
        while page := work.mails.stored_places(keys[-1], 2, gone=True):
            keys += [key for key, _ in page]
            lines += [line for _, line in page]
        without_gone = work.mails.stored_places((0, 0), 9, gone=False)
    assert [(line.folder, line.uid, line.set_aside) for line in lines] == [
        ("INBOX", 2, None),
        ("INBOX", 4, "odd"),
        (None, None, None),
        (None, None, None),
    ]
    assert (lines[3].message_id, lines[3].attachments, lines[3].sha256) == (
        "<a@b>",
        ("a.jpg", "b.jpg"),
        keyed(b"raw")[0][0],
    )
    assert [line for _, line in without_gone] == lines[:2]


def test_an_own_mail_is_marked_as_bounced(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        own = a_mail(message_id="<own@shop>")
        work.mails.add_messages([a_message(3, mail=own, direction=Direction.OUTGOING)])
        assert work.mails.mark_bounced("<own@shop>", "no such user") == ONE
        assert work.mails.mark_bounced("<else@shop>", "no such user") is None
        assert work.conversations.messages(ONE)[-1].bounced == "no such user"
        work.mails.add_messages([a_message(4, mail=a_mail(message_id="<theirs@x>"))])
        assert work.mails.mark_bounced("<theirs@x>", "no such user") is None


def test_a_place_that_is_not_there_is_not_found(store: SqliteStore, folder: FolderId) -> None:
    with store.reading() as work:
        with pytest.raises(NotFound):
            work.mails.place_of(PlaceId(99))
        with pytest.raises(NotFound):
            work.mails.sha256_at(HERE, "Nowhere", 1)


def test_empty_batches_do_nothing(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        work.mails.add_messages([])
        work.mails.add_places(folder, [])
        assert work.mails.set_flags(folder, {}) == frozenset()
        assert work.mails.remove_places(folder, []) == frozenset()
        assert work.mails.new_ids([]) == []
        assert work.conversations.refresh([]) == []
        assert work.conversations.new_ids(0) == []
