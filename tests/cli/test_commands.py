"""`sync`, `search`, `mails`, `raw`, `show`, `status`, `check` on a real store and a real server."""

from __future__ import annotations

import hashlib
import io
import shutil
import sys

import pytest

from shopdesk.demo.behaviour import Behaviour
from shopdesk.domain.errors import ServerRefused
from shopdesk.system.single_instance import hold_folder

OURS = "hello@shop.example"
KEYS = [
    "mailbox", "folder", "uidvalidity", "uid", "message_id", "sha256", "size", "flags", "subject", "from", "date",
    "conversation", "attachments", "set_aside",
]  # fmt: skip


@pytest.fixture
def synced(connected, post):
    """Three mails on the desk."""
    post.deliver("Lamp broken", "My lamp is broken, order 27-11894")
    post.deliver("灯坏了", "订单号 8812047，灯坏了", "王伟 <wang@x.example>")
    post.deliver("Red \x1b[31m alert", "a\x1b]0;title\x07b\tc\u202egnp.exe")
    said = connected("sync")
    assert (said.code, said.err) == (0, "")
    return connected


def test_a_sync_brings_every_mail_and_says_how_many(connected, post) -> None:
    post.deliver("Lamp")
    post.deliver("Chair")
    assert connected("sync").out == f"{OURS}: 2 new mails\n"
    assert connected("sync", "--json").json == {
        "mailbox": OURS, "new": 0, "finished": 0, "set_aside": 0, "missing": 0, "error": None,
    }  # fmt: skip


def test_a_sync_that_goes_on_says_what_it_completed(connected, post, monkeypatch) -> None:
    post.deliver("Lamp", "Hello there.\n" * 4_000)
    with monkeypatch.context() as broken:
        broken.setattr("shopdesk.services.raw_pass.RawPass.run", _refused)
        assert "the server said no" in connected("sync").err
    assert connected("sync").out == f"{OURS}: 0 new mails, 1 completed\n"


def _refused(raw_pass: object) -> None:
    raise ServerRefused("imap.shop.example", "the server said no")


def test_one_failing_mailbox_leaves_the_others_done(connected, post) -> None:
    post.deliver("Lamp")
    connected("mailbox", "add", "other@shop.example", *post.connecting, given=b"wrong")
    said = connected("sync")
    assert said.code == 1
    assert said.out == f"{OURS}: 1 new mail\n"
    assert said.err.startswith("other@shop.example: ")
    assert "refused the sign-in" in said.err
    assert len(said.err.splitlines()) == 1
    failed = connected("sync", "--mailbox", "other@shop.example", "--json")
    assert (failed.code, failed.json["error"]) == (1, "SignInRefused")
    assert connected("sync", "--mailbox", OURS).code == 0


def test_a_sync_of_an_unknown_mailbox_is_refused(connected) -> None:
    said = connected("sync", "--mailbox", "nobody@x.example")
    assert (said.code, said.err) == (1, "Not found: nobody@x.example; see what there is with 'status' and 'mails'.\n")


def test_a_sync_without_mailboxes_is_complete_and_says_so(command_line) -> None:
    said = command_line("sync")
    assert said.code == 0
    assert "No mailbox is connected" in said.err


def test_a_connection_that_breaks_off_is_opened_again(connected, post, monkeypatch) -> None:
    from shopdesk.cli import sync
    from shopdesk.demo.behaviour import Fault, FaultKind

    monkeypatch.setattr(sync, "PAUSES", (0.0, 0.0))
    post.deliver("Lamp")
    post.server.behaviour = Behaviour(faults=(Fault(FaultKind.CUT_IN_LITERAL, "UID FETCH", after=10),))
    said = connected("sync")
    assert (said.code, said.err) == (0, "")
    assert len(connected("mails").json_lines) == 1


def test_a_second_writer_is_told_to_wait(connected) -> None:
    with hold_folder(connected.folder):
        said = connected("sync")
        looking = connected("status")
    assert (said.code, looking.code) == (1, 0)
    assert said.err == "Another Shopdesk works on this data folder; close it and try again.\n"


def test_a_customer_is_not_erased_beside_an_open_window_but_looked_at(connected) -> None:
    with hold_folder(connected.folder):
        said = connected("customer", "erase", "anna@x.example")
        others = [
            connected("customer", *words.split())
            for words in ("blocked", "erase anna@x.example --dry-run", "block ben@x.example", "unblock ben@x.example")
        ]
    assert said.code == 1
    assert said.err == "Another Shopdesk works on this data folder; close it and try again.\n"
    assert [one.err for one in others] == ["", "", "", ""]


@pytest.mark.parametrize(
    "words",
    ["promises keep", "topics read", "topics forget", "show", "case new", "outbox discard", "reply", "note"],
)
def test_a_number_that_no_database_takes_is_a_wrong_word_and_no_bug(connected, words: str) -> None:
    said = connected(*words.split(), "9" * 30)
    assert said.code == 2
    assert "needs a number, as the lists show it" in said.err


def test_a_folder_may_be_named_like_a_home_of_nobody(connected, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert connected("backup", "~nobody-of-this-name").code == 0
    assert (tmp_path / "~nobody-of-this-name").is_dir()


def test_progress_shows_on_a_terminal_only(connected, post, monkeypatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    post.deliver("Lamp")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert connected("sync").code == 0
    assert "hello@shop.example: " in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_every_mail_is_a_line_of_json_with_the_servers_bytes(connected, post) -> None:
    raws = [post.deliver("Lamp", "ä"), post.deliver("灯坏了")]
    connected("sync")
    mails = connected("mails").json_lines
    assert all(list(mail) == KEYS for mail in mails)
    assert {mail["sha256"] for mail in mails} == {hashlib.sha256(raw).hexdigest() for raw in raws}
    assert {mail["subject"] for mail in mails} == {"Lamp", "灯坏了"}
    assert {(mail["mailbox"], mail["folder"], mail["set_aside"]) for mail in mails} == {(OURS, "INBOX", None)}
    assert mails[0]["date"].endswith("+00:00")


def test_mails_that_left_the_server_are_listed_on_demand(synced, post) -> None:
    post.store.expunge(OURS, "INBOX", [1])
    assert synced("sync").code == 0
    assert len(synced("mails").json_lines) == 2
    gone = [mail for mail in synced("mails", "--gone").json_lines if mail["uid"] is None]
    assert [mail["subject"] for mail in gone] == ["Lamp broken"]


def test_raw_writes_the_servers_bytes(connected, post, monkeypatch) -> None:
    raw = post.deliver("Lamp")
    connected("sync")

    class Binary(io.StringIO):
        buffer = io.BytesIO()

    monkeypatch.setattr(sys, "stdout", Binary())
    assert connected("raw", "--mailbox", OURS, "--folder", "INBOX", "--uid", "1").code == 0
    assert Binary.buffer.getvalue() == raw


@pytest.mark.parametrize("uid", ["7", "0", "-1", "x", "99999999999999999999"])
def test_a_mail_that_is_not_here_is_one_sentence(synced, uid: str) -> None:
    said = synced("raw", "--mailbox", OURS, "--folder", "INBOX", f"--uid={uid}")
    assert said.code in {1, 2}
    assert len(said.err.splitlines()) == 1


def test_a_search_finds_conversations(synced) -> None:
    said = synced("search", "lamp")
    assert said.code == 0
    assert "Anna  Lamp broken" in said.out
    assert [one["subject"] for one in synced("search", "灯", "--json").json] == ["灯坏了"]
    assert [one["orders"] for one in synced("search", "order:27-11894", "--json").json] == [["27-11894"]]


def test_a_search_knows_minus_words_and_its_own_options_in_any_place(synced) -> None:
    assert synced("search", "--json", "broken", "-lamp").json == []
    assert len(synced("search", "from:anna", "--limit", "1", "--json").json) == 1
    assert len(synced("search", "from:anna", "--limit=9", "--best-first", "--json").json) == 2


@pytest.mark.parametrize("query", ['"', "'", "NEAR(", "*", "col:x", "%", "--", "-", "😀", " ", "who's", "a-b"])
def test_any_query_is_valid(synced, query: str) -> None:
    said = synced("search", query)
    assert (said.code, said.err) == (0, "")


def test_a_search_without_words_is_a_usage_problem(synced) -> None:
    assert synced("search").code == 2
    assert synced("search", "--json").code == 2
    assert "QUERY" in synced("search", "--help").out
    assert synced("search", "x", "--limit", "0").code == 2


def test_show_prints_the_messages_without_what_steers_a_terminal(synced) -> None:
    found = synced("search", "alert", "--json").json[0]["conversation"]
    said = synced("show", str(found))
    assert said.code == 0
    assert "\x1b" not in said.out
    assert "\u202e" not in said.out
    assert "From: Anna <anna@x.example>" in said.out
    assert f"To: {OURS}" in said.out
    assert "title" in said.out


def test_show_for_machines_holds_the_text(synced) -> None:
    found = synced("search", "8812047", "--json").json[0]["conversation"]
    shown = synced("show", str(found), "--json").json
    assert (shown["state"], shown["orders"], shown["customer"]) == ("needs_reply", ["8812047"], "王伟")
    assert shown["messages"][0]["text"].startswith("订单号 8812047")


@pytest.mark.parametrize(("number", "code"), [("999", 1), ("x", 2), ("-1", 2), ("9" * 30, 2)])
def test_a_conversation_that_is_not_there_is_one_sentence(synced, number: str, code: int) -> None:
    said = synced("show", number)
    assert (said.code, len(said.err.splitlines())) == (code, 1)


def test_the_status_tells_counts_and_problems_in_words(synced, post) -> None:
    said = synced("status")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"{OURS}: up to date, 3 mails, last success ")
    synced("mailbox", "add", "other@shop.example", *post.connecting, given=b"wrong")
    synced("sync")
    said = synced("status")
    assert said.code == 1
    assert "refused the sign-in" in said.out
    assert "Next try" in said.out
    other = synced("status", "--json").json[1]
    assert (other["state"], other["problem"], other["failures"]) == ("trouble", "SignInRefused", 1)


def test_a_sound_folder_is_said_to_be_sound(synced) -> None:
    said = synced("check")
    assert (said.code, said.out.splitlines()[-1]) == (0, "All is sound.")
    assert synced("check", "--json").json["sound"] is True


def test_a_full_disk_is_no_damage(synced, monkeypatch) -> None:
    full = shutil.disk_usage("/")._replace(free=99_000_000)
    monkeypatch.setattr("shopdesk.storage.checkup.shutil.disk_usage", lambda folder: full)
    said = synced("check")
    assert said.code == 1
    assert said.out.splitlines()[-1] == "Nothing is damaged; make room on the disk."


def test_an_unsound_folder_is_told(synced, post) -> None:
    with synced.shop() as shop, shop.store.writing() as work:
        work.conversations.mark_read([], read=True)
    archive = synced.folder / "archive.db"
    damage = archive.read_bytes()
    with synced.shop() as shop:
        stored = next(iter(shop.ledger.mails()))
        assert stored.sha256 is not None
    import sqlcipher3

    connection = sqlcipher3.connect(str(archive))
    table = next(
        name
        for (name,) in connection.execute("select name from sqlite_master where type = 'table'")
        if "raw" in name or "mail" in name
    )
    connection.execute(f"delete from {table} where rowid in (select rowid from {table} limit 1)")  # noqa: S608
    connection.commit()
    connection.close()
    said = synced("check")
    assert damage
    assert said.code == 1
    assert "Not sound: " in said.out
    assert synced("check", "--json").json["findings"]


def nested(depth: int) -> bytes:
    """A mail with so many multiparts in each other."""
    begin = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(depth)
    )
    return f"From: x@y.example\r\nSubject: deep\r\n{begin}Content-Type: text/plain\r\n\r\nhidden".encode()


def test_a_mail_that_cannot_be_read_is_listed_with_its_reason_and_all_others_arrive(connected, post) -> None:
    post.deliver("Before")
    post.store.deliver(OURS, "INBOX", nested(200))
    post.deliver("After")

    assert connected("sync", "--json").json["set_aside"] == 1

    mails = {mail["subject"]: mail for mail in connected("mails").json_lines}
    assert set(mails) == {"Before", "After", None}
    aside = mails[None]
    assert "nested" in aside["set_aside"]
    assert aside["sha256"] == hashlib.sha256(nested(200)).hexdigest()
    assert connected("sync", "--retry-set-aside").code == 0
    assert connected("--json", "status").json[0]["set_aside"] == 1
    assert connected("check").code == 0
