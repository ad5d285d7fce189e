"""Raw mails come back byte for byte, or not at all."""

import os
import threading

import pytest

from shopdesk.domain.errors import DatabaseDamaged, NotFound
from shopdesk.storage.store import SqliteStore
from tests.storage.make import keyed


def test_raw_mails_come_back_byte_for_byte(store: SqliteStore) -> None:
    mails = keyed(b"", b"\0\r\n.\r\nFrom x", os.urandom(3_000_000), b"a" * 1_000_000)
    store.archive.add(mails)
    assert [store.archive.get(key) for key, _ in mails] == [raw for _, raw in mails]


def test_known_mails_are_skipped_and_doubles_kept_once(store: SqliteStore) -> None:
    store.archive.add(keyed(b"one", b"one"))
    store.archive.add(keyed(b"one", b"two"))
    assert store.archive.count() == 2


def test_an_unknown_mail_is_not_found(store: SqliteStore) -> None:
    with pytest.raises(NotFound):
        store.archive.get("ab" * 32)
    assert store.archive.beginning("ab" * 32, 10) == b""
    assert not store.archive.is_sound("ab" * 32)


def test_other_bytes_under_a_key_are_damage(store: SqliteStore) -> None:
    store.archive.add([("ab" * 32, b"other bytes")])
    with pytest.raises(DatabaseDamaged):
        store.archive.get("ab" * 32)


def test_bytes_that_cannot_be_unpacked_are_damage(store: SqliteStore) -> None:
    ((key, _),) = mails = keyed(b"some mail" * 100)
    store.archive.add(mails)
    store.archive.database.run("UPDATE raw_mail SET packed = x'00ff00ff'")
    with pytest.raises(DatabaseDamaged):
        store.archive.get(key)
    assert store.archive.beginning(key, 10) == b""


def test_the_beginning_of_a_mail_needs_not_be_all_of_it(store: SqliteStore) -> None:
    mails = keyed(b"Subject: long\r\n" + b"x" * 1_000_000)
    store.archive.add(mails)
    assert store.archive.beginning(mails[0][0], 13) == b"Subject: long"


def test_removing_gives_room_back(store: SqliteStore) -> None:
    mails = keyed(*(os.urandom(200_000) for _ in range(20)))
    store.archive.add(mails)
    pages = store.archive.database.value("PRAGMA page_count")
    store.archive.remove([bytes.fromhex(key) for key, _ in mails[1:]])
    assert store.archive.count() == 1
    assert store.archive.database.value("PRAGMA page_count") < pages / 5


def test_several_operating_system_threads_add_at_once(store: SqliteStore) -> None:
    def add(number: int) -> None:
        for step in range(10):
            store.archive.add(keyed(*(f"{number} {step} {mail}".encode() for mail in range(5)), b"same"))
        store.release()

    workers = [threading.Thread(target=add, args=(number,)) for number in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert store.archive.count() == 201


def test_an_empty_mail_among_many_large_ones_keeps_its_place(store: SqliteStore) -> None:
    mails = keyed(*(os.urandom(400_000) for _ in range(4)), b"", b"last")
    store.archive.add(mails[:4])
    store.archive.add([*mails, *keyed(os.urandom(2_000_000))])
    assert [store.archive.get(key) for key, _ in mails] == [raw for _, raw in mails]
