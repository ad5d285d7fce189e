"""`customer erase`: told before, done, and nothing comes back from the server."""

from __future__ import annotations


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


def test_our_own_mailbox_is_refused_in_a_sentence(connected) -> None:
    refused = connected("customer", "erase", "hello@shop.example")
    assert refused.code in {1, 2}
    assert "own mailbox" in refused.err
