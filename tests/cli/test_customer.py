"""`customer erase`: told before, done, and nothing comes back from the server."""

from __future__ import annotations

from tests.cli.conftest import OURS


def test_a_customer_is_erased_and_does_not_come_back_with_the_next_sync(connected, post) -> None:
    post.deliver("Lamp broken", "My lamp is broken, what now?")
    connected("sync")
    (told,) = connected("mails").json_lines
    who = told["from"]
    assert "Would go: 1 conversation, 1 mail" in connected("customer", "erase", who, "--dry-run").out
    assert len(connected("mails").json_lines) == 1
    erased = connected("customer", "erase", who)
    assert erased.code == 0
    assert "delete them there too" in erased.out
    assert connected("sync").code == 0
    assert connected("mails").json_lines == []
    assert connected("check").code == 0
    assert connected("customer", "erase", who).code == 1
    assert connected("customer", "erase", who, "--dry-run").code == 1


def test_an_erased_customer_stays_away_when_the_server_numbers_its_mails_anew(connected, post) -> None:
    post.deliver("Lamp broken", "My lamp is broken, what now?")
    post.deliver("Chair", "Where is it?", sender="Ben <ben@x.example>")
    connected("sync")
    assert connected("customer", "erase", "anna@x.example").code == 0
    post.store.change_uidvalidity(OURS, "INBOX")
    post.deliver("Chair", "And now?", sender="Ben <ben@x.example>")
    assert connected("sync").code == 0
    assert [told["from"] for told in connected("mails").json_lines] == ["ben@x.example"] * 2
    assert connected("sync").code == 0
    assert connected("check").code == 0
    post.deliver("Lamp again", "It is me once more", sender="Anna <anna@x.example>")
    connected("sync")
    assert {told["from"] for told in connected("mails").json_lines} == {"ben@x.example", "anna@x.example"}


def test_our_own_mailbox_is_refused_in_a_sentence(connected) -> None:
    refused = connected("customer", "erase", "hello@shop.example")
    assert refused.code in {1, 2}
    assert "own mailbox" in refused.err


def test_addresses_are_joined_and_parted_by_command(connected) -> None:
    joined = connected("customer", "join", "anna@mail.example", "anna@office.example")
    assert joined.out == "One customer now: anna@mail.example, anna@office.example.\n"
    again = connected("customer", "join", "anna@mail.example", "anna@office.example")
    assert (again.code, "already" in again.err) == (1, True)
    assert connected("customer", "join", "anna@mail.example").code == 1
    parted = connected("customer", "part", "anna@office.example")
    assert parted.out == "anna@office.example stands by itself again.\n"
    assert connected("customer", "part", "anna@office.example").code == 1


def test_a_sender_is_blocked_listed_and_unblocked_by_command(connected, post) -> None:
    post.deliver("Lamp broken", "My lamp is broken, what now?")
    connected("sync")
    (told,) = connected("mails").json_lines
    who = told["from"]
    blocked = connected("customer", "block", who)
    assert "As they are: 1 open conversation;" in blocked.out
    assert connected("customer", "blocked").out.startswith(who)
    assert connected("customer", "block", who).code == 1
    assert connected("customer", "unblock", who).code == 0
    assert "Marked 1 open conversation done" in connected("customer", "block", who, "--done").out
    assert connected("customer", "blocked").out.count("\n") == 1
    refused = connected("customer", "block", "gmail.com")
    assert (refused.code, "everybody" in refused.err) == (1, True)
