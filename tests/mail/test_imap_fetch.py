"""Reading FETCH answers: lawful ones, odd ones and arbitrary ones; naming messages by sets."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.message import BEGINNING
from shopdesk.mail.imap_fetch import LONGEST_SET, fetched, flags_of, internal_date, numbers, read_items, uid_sets

NOW = datetime(2026, 11, 5, 12, tzinfo=UTC)
HEAD = b'1 (UID 7 FLAGS (\\Seen $Later) INTERNALDATE " 1-Nov-2026 10:00:00 +0200" RFC822.SIZE 5 BODY[] {5}'


def test_a_usual_answer() -> None:
    (mail,) = fetched(read_items([(HEAD, b"hello"), b")"]), [7], NOW, partial=False)
    assert (mail.uid, mail.raw, mail.whole, mail.size) == (7, b"hello", True, 5)
    assert mail.flags == {"\\Seen", "$Later"}
    assert mail.received_at == datetime(2026, 11, 1, 8, tzinfo=UTC)


def test_any_order_and_things_that_nobody_asked_for() -> None:
    answers = [
        (b"3 (MODSEQ (12) X-GM-LABELS (\\Inbox {4}", b"UID "),
        (b' "UID 99") BODY[HEADER.FIELDS (TO)] "a\\"b)" BODY[]<0> {3}', b"a)("),
        b" rfc822.size 3 flags () uid 8 UNKNOWN (1 (2 NIL)))",
    ]
    (mail,) = fetched(read_items(answers), [8, 99], NOW, partial=True)
    assert (mail.uid, mail.raw, mail.flags, mail.received_at) == (8, b"a)(", frozenset(), NOW)


def test_bodies_may_be_quoted_empty_or_missing() -> None:
    items = read_items([
        b'1 (UID 1 BODY[] "quo\\"ted \\\\ text")',
        b'2 (UID 2 BODY[] "")',
        b"3 (UID 3 BODY[] NIL)",
        b"4 (UID 4 FLAGS (\\Seen))",
        (b"5 (UID 5 RFC822.SIZE 10 BODY[] {0}", b""),
        b")",
        (b"6 (UID 6 BODY[] {0}", b""),
        b")",
        (b"7 (UID 7 BODY[] ~{2}", b"\x00x"),
        b")",
    ])  # fmt: skip
    found = {mail.uid: mail.raw for mail in fetched(items, range(1, 9), NOW, partial=False)}
    assert found == {1: b'quo"ted \\ text', 2: b"", 6: b"", 7: b"\x00x"}


def test_of_two_answers_each_brings_what_the_other_lacks() -> None:
    items = read_items([
        b"1 (UID 7 FLAGS ())", (HEAD, b"hello"), b")", (HEAD, b"other"), b")", b"1 (UID 7 FLAGS (\\Deleted))",
        b"9 (FLAGS (\\Seen))",
    ])  # fmt: skip
    (mail,) = fetched(items, [7], NOW, partial=False)
    assert (mail.raw, mail.flags) == (b"hello", {"\\Deleted"})
    assert flags_of(items) == {7: {"\\Deleted"}}


def test_the_session_mark_is_no_flag_of_the_mail() -> None:
    assert flags_of(read_items([b"1 (UID 7 FLAGS (\\Recent \\Seen))"])) == {7: {"\\Seen"}}


@pytest.mark.parametrize(
    ("name", "length", "said", "kept", "whole"),
    [
        (b"BODY[]<0>", BEGINNING - 1, BEGINNING * 9, BEGINNING - 1, True),
        (b"BODY[]<0>", BEGINNING, BEGINNING, BEGINNING, False),
        (b"BODY[]<0>", BEGINNING, 5, BEGINNING, False),
        (b"BODY[]<0>", BEGINNING + 9, BEGINNING * 2, BEGINNING, False),
        (b"BODY[]", BEGINNING, BEGINNING, BEGINNING, False),
        (b"BODY[]", BEGINNING * 2, BEGINNING * 2, BEGINNING * 2, True),
    ],
)
def test_a_beginning_counts_as_whole_only_when_it_must_be(
    name: bytes, length: int, said: int, kept: int, whole: bool
) -> None:
    head = b"1 (UID 7 RFC822.SIZE %d %s {%d}" % (said, name, length)
    (mail,) = fetched(read_items([(head, b"x" * length), b")"]), [7], NOW, partial=True)
    assert (len(mail.raw), mail.whole) == (kept, whole)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        (b'"01-Nov-2026 00:00:00 +0000"', datetime(2026, 11, 1, tzinfo=UTC)),
        (b'" 1-nov-2026 00:00:60 -0130"', datetime(2026, 11, 1, 1, 30, 59, tzinfo=UTC)),
        (b'"06-Nov-2026 00:00:00 +0000"', datetime(2026, 11, 6, tzinfo=UTC)),
        (b'"31-Feb-2026 00:00:00 +0000"', NOW),
        (b'"01-Foo-2026 00:00:00 +0000"', NOW),
        (b'"01-Jan-1970 00:00:00 +0000"', NOW),
        (b'"01-Jan-2099 00:00:00 +0000"', NOW),
        (b'"01-Jan-0001 00:00:00 +1200"', NOW),
        (b'"01-Jan-2026 00:00:00 +9900"', NOW),
        (b'"Thu, 1 Jan 2026"', NOW),
        (b"", NOW),
    ],
)
def test_internal_dates(text: bytes, moment: datetime) -> None:
    assert internal_date(text, NOW) == moment


pieces = st.one_of(st.binary(max_size=80), st.tuples(st.binary(max_size=80), st.binary(max_size=80)))
words = st.lists(
    st.sampled_from([
        b"UID", b"7", b"(", b")", b"FLAGS", b"\\Seen", b"BODY[]", b"BODY[]<0>", b'"', b"NIL", b"{3}", b"\\",
        b"RFC822.SIZE", b"INTERNALDATE", b'"01-Jan-2026 00:00:00 +0000"', b" ", b"1", b"99999999999999999999999",
    ])
).map(b" ".join)  # fmt: skip


@given(st.lists(st.one_of(pieces, words, st.tuples(words, st.binary(max_size=9)))))
def test_arbitrary_answers_never_raise_and_name_no_mail_twice(answers: list[object]) -> None:
    items = read_items(answers)
    mails = fetched(items, items, NOW, partial=True)
    assert len({mail.uid for mail in mails}) == len(mails)
    assert all(mail.received_at <= NOW + timedelta(days=2) for mail in mails)


@given(st.lists(st.integers(1, 4_000_000_000), max_size=400), st.integers(1, 60))
def test_sets_name_every_uid_once_rising_and_short(uids: list[int], limit: int) -> None:
    named: list[int] = []
    for batch, text in uid_sets(uids, limit):
        assert 0 < len(batch) <= limit
        assert len(text) <= LONGEST_SET
        assert numbers(text, 1 << 33, limit) == batch
        named += batch
    assert named == sorted(set(uids))


def test_many_lonely_uids_are_split_by_the_length_of_the_command() -> None:
    uids = list(range(4_000_000_000, 4_000_010_000, 2))
    sets = list(uid_sets(uids, 100_000))
    assert len(sets) > 5
    assert [uid for batch, _ in sets for uid in batch] == uids


def test_neighbours_become_ranges() -> None:
    assert [text for _, text in uid_sets([3, 1, 2, 9, 9, 11, 10, 20], 100)] == [b"1:3,9:11,20"]
    assert list(uid_sets([], 100)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (b"3,7:9", [3, 7, 8]),
        (b"9:7", [7, 8]),
        (b"x,1:*,2", [2]),
        (b"", []),
        (b"100:200", []),
        (b"1:7", None),
        (b"1:8,1:8", None),
        (b"4294967295:1", None),
    ],
)
def test_reading_sets_is_bounded(text: bytes, found: list[int] | None) -> None:
    assert numbers(text, 9, 6) == found
