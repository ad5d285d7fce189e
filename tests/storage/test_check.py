"""`check` finds every kind of unsound data folder, and nothing in a sound one."""

from pathlib import Path

import pytest

from shopdesk.domain.ids import ConversationId
from shopdesk.storage.store import SqliteStore, open_store
from tests.storage.make import a_conversation, a_mail, a_message, a_place, first_folder, keyed

RAWS = [f"mail {number}".encode() for number in range(1, 4)]


@pytest.fixture
def filled(store: SqliteStore) -> SqliteStore:
    """Three messages with raw bytes in two conversations."""
    store.archive.add(keyed(*RAWS))
    with store.writing() as work:
        folder = first_folder(work)
        work.conversations.add([a_conversation(1), a_conversation(2)])
        work.mails.add_messages([a_message(number, 1 + number % 2) for number in (1, 2, 3)])
        work.mails.add_places(folder, [a_place(number, number, RAWS[number - 1]) for number in (1, 2, 3)])
        work.conversations.refresh([ConversationId(1), ConversationId(2)])
    return store


def test_a_sound_folder_has_no_findings(filled: SqliteStore) -> None:
    report = filled.check()
    assert report.findings == ()
    assert (report.messages, report.places, report.archived) == (3, 3, 3)
    assert report.free_bytes > 0


@pytest.mark.parametrize(
    ("harm", "what", "count"),
    [
        ("DELETE FROM search WHERE rowid = 2", "messages are missing in the search index", 1),
        ("INSERT INTO search (rowid, body) VALUES (99, 'x')", "rows of the search index have no message", 1),
        ("UPDATE conversation SET unread = 7", "conversations whose counters differ from a recount", 2),
        ("UPDATE conversation SET sort_at = 7", "conversations have a wrong place in the list", 2),
        ("UPDATE tab_count SET total = 7 WHERE lane = 1 AND state = 1", "numbers of the tabs differ from a recount", 1),
        ("UPDATE message SET gone = 1 WHERE id = 1", "messages are marked as gone and have a place", 1),
        ("UPDATE place SET message_id = NULL", "places have neither a message nor a reason", 3),
        ("UPDATE place SET sha256 = zeroblob(32) WHERE uid = 1", "raw mails are missing in the archive", 1),
        ("DELETE FROM mail WHERE message_id = 3", "messages have no mail", 1),
        ("UPDATE message SET conversation_id = 1", "conversations without a message", 1),
    ],
)
def test_harm_is_found(filled: SqliteStore, harm: str, what: str, count: int) -> None:
    filled._desk.run(harm)
    assert (what, count) in [(finding.what, finding.count) for finding in filled.check().findings]


def test_rows_without_their_parents_are_found(filled: SqliteStore) -> None:
    filled._desk.run("PRAGMA foreign_keys = 0")
    filled._desk.run("DELETE FROM conversation WHERE id = 2")
    assert [finding.what for finding in filled.check().findings] == [
        "desk.db: rows refer to rows that do not exist"
    ]


def test_raw_bytes_that_changed_are_found(filled: SqliteStore) -> None:
    filled.archive.database.run("UPDATE raw_mail SET packed = (SELECT packed FROM raw_mail WHERE id = 1)")
    assert [(finding.what, finding.count) for finding in filled.check().findings] == [
        ("raw mails whose bytes do not fit their checksum", 2)
    ]


def test_of_many_raw_mails_a_sample_is_unpacked(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shopdesk.storage.checkup._ALL_BELOW", 10)
    monkeypatch.setattr("shopdesk.storage.checkup._SAMPLE", 5)
    raws = [f"raw {number}".encode() for number in range(20)]
    store.archive.add(keyed(*raws))
    with store.writing() as work:
        folder = first_folder(work)
        places = [a_place(uid, raw=raw, set_aside="odd") for uid, raw in enumerate(raws, start=1)]
        work.mails.add_places(folder, places)
    store.archive.database.run("UPDATE raw_mail SET packed = x'00'")
    assert [finding.count for finding in store.check().findings] == [5]


@pytest.mark.parametrize("name", ["desk.db", "archive.db"])
def test_damaged_pages_are_found(tmp_path: Path, name: str) -> None:
    store = open_store(tmp_path / "desk", lambda _: None)
    store.archive.add(keyed(*(b"%d " % number * 3_000 for number in range(200))))
    with store.writing() as work:
        first_folder(work)
        work.conversations.add([a_conversation()])
        work.mails.add_messages([a_message(number, mail=a_mail("word " * 900)) for number in range(1, 100)])
        work.conversations.refresh([ConversationId(1)])
    store.close()
    path = tmp_path / "desk" / name
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xff" * (size // 4))
    store = open_store(tmp_path / "desk", lambda _: None)
    findings = store.check().findings
    assert any(finding.what.startswith(f"{name} is damaged") for finding in findings), findings
    store.close()
