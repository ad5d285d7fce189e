"""The generated mails are the same each time, readable, and of the statistics that the benches rely on."""

import email
import statistics
from datetime import timedelta
from itertools import pairwise

from tests.bench.corpus import LONG, Post, fill_maildir


def test_the_same_seed_writes_the_same_mails():
    assert list(Post(7).letters(40)) == list(Post(7).letters(40))
    assert list(Post(7).letters(40)) != list(Post(8).letters(40))


def test_sizes_are_those_of_a_shop():
    sizes = [len(letter.raw) for letter in Post().letters(600)]
    pictured = [size for size in sizes if size > 60_000]
    assert 3_500 < statistics.median(sizes) < 7_000
    assert 60_000 < statistics.mean(sizes) < 160_000
    assert 0.08 < len(pictured) / len(sizes) < 0.16
    assert sum(pictured) / sum(sizes) > 0.85


def test_mails_are_sound_and_in_many_charsets():
    mails = [email.message_from_bytes(letter.raw) for letter in Post(pictures=0).letters(400)]
    parts = [part for mail in mails for part in mail.walk()]
    assert [part.defects for part in parts if part.defects] == []
    assert len({part.get_content_charset() for part in parts}) >= 9
    assert len({mail["Message-ID"] for mail in mails}) == 400


def test_answers_refer_to_what_they_answer_and_come_later():
    letters = list(Post(pictures=0).long_thread(5))
    mails = [email.message_from_bytes(letter.raw) for letter in letters]
    assert [mail["In-Reply-To"] for mail in mails[1:]] == [mail["Message-ID"] for mail in mails[:-1]]
    assert all(later.at - earlier.at >= timedelta(minutes=15) for earlier, later in pairwise(letters))


def test_a_maildir_holds_what_was_asked_for(tmp_path):
    filled = fill_maildir(tmp_path, 70, Post(pictures=0, single=True), long_threads=1)
    files = list((tmp_path / "cur").iterdir())
    assert filled.mails == len(files) == 70
    assert filled.size == sum(len(path.read_bytes().replace(b"\n", b"\r\n")) for path in files)
    assert len(filled.orders) == 70 - LONG + 1
