"""Mailboxes, their health, and their removal."""

from dataclasses import replace

import pytest

from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.domain.ids import ConversationId, MailboxId, MessageId
from shopdesk.domain.mailbox import Health, MailboxState, OAuthSetup, SignIn
from shopdesk.domain.message import Direction
from shopdesk.domain.search import SearchQuery
from shopdesk.storage.store import SqliteStore
from tests.storage.make import (
    a_conversation,
    a_listing,
    a_mail,
    a_mailbox,
    a_message,
    a_place,
    at,
    first_folder,
    keyed,
)


def test_a_mailbox_comes_back_as_it_was_written(store: SqliteStore) -> None:
    setup = OAuthSetup("https://a", "https://t", "client", ("mail", "offline"), client_secret_needed=True)
    written = a_mailbox(
        sign_in=SignIn.OAUTH, oauth=setup, smtp=None, name="Shop", since_days=90, own_addresses=("x@shop.example",)
    )
    with store.writing() as work:
        added = work.mailboxes.add(written)
    with store.reading() as work:
        assert work.mailboxes.get(added) == replace(written, id=added)
        assert work.mailboxes.by_address("HELLO@Shop.example") == work.mailboxes.all()[0]
        assert work.mailboxes.by_address("other@shop.example") is None


def test_an_address_is_connected_once(store: SqliteStore) -> None:
    with store.writing() as work:
        work.mailboxes.add(a_mailbox())
    with pytest.raises(InputRefused), store.writing() as work:
        work.mailboxes.add(a_mailbox("Hello@shop.example"))


def test_settings_are_replaced(store: SqliteStore) -> None:
    with store.writing() as work:
        added = work.mailboxes.add(a_mailbox())
        work.mailboxes.save(a_mailbox(id=added, name="Shop"))
    with store.reading() as work:
        assert work.mailboxes.get(added).name == "Shop"
    with pytest.raises(NotFound), store.writing() as work:
        work.mailboxes.save(a_mailbox("b@shop.example", id=MailboxId(99)))


def test_health_counts_what_is_here_and_keeps_what_was_said(store: SqliteStore) -> None:
    with store.writing() as work:
        folder = first_folder(work)
        work.conversations.add([a_conversation()])
        work.mails.add_messages([a_message(1)])
        work.mails.add_places(
            folder, [a_place(1, 1, b"raw"), a_place(2, 1), a_place(3, set_aside="too deep"), a_place(4)]
        )
    with store.reading() as work:
        mailbox = work.mailboxes.all()[0]
        health = work.mailboxes.health(mailbox.id)
        assert (health.state, health.messages, health.waiting_bytes, health.set_aside) == (MailboxState.NEW, 1, 3, 1)
    said = Health(mailbox, MailboxState.TROUBLE, 1, 3, 1, at(1), at(0), at(5), 2, "ServerBusy", "imap", "later")
    with store.writing() as work:
        work.mailboxes.save_health(said)
    with store.reading() as work:
        assert work.mailboxes.health(mailbox.id) == said


def test_places_in_folders_that_nobody_wants_do_not_wait_for_bytes(store: SqliteStore) -> None:
    with store.writing() as work:
        folder = first_folder(work)
        work.mails.add_places(folder, [a_place(1)])
        work.folders.set_wanted(folder, wanted=False)
    with store.reading() as work:
        assert work.mailboxes.health(MailboxId(1)).waiting_bytes == 0
        assert work.mails.unfinished(MailboxId(1)) == []


def test_a_removed_mailbox_takes_everything_along(store: SqliteStore, announced: list[Changes]) -> None:
    store.archive.add(keyed(b"one", b"two"))
    with store.writing() as work:
        folder = first_folder(work)
        work.conversations.add([a_conversation()])
        work.mails.add_messages([a_message(1, mail=a_mail("lamp"))])
        work.mails.add_places(folder, [a_place(1, 1, b"one"), a_place(2, raw=b"two", set_aside="bad")])
        work.conversations.refresh([ConversationId(1)])
    with store.writing() as work:
        work.mailboxes.remove(MailboxId(1))
    report = store.check()
    assert report.is_sound, report
    assert (report.messages, report.places, report.archived) == (0, 0, 0)
    with store.reading() as work:
        assert work.mailboxes.all() == []
        assert work.search.find(SearchQuery(words=("lamp",)), 9) == []
        assert work.conversations.counts().needs_reply == 0
    everything = announced[0]
    for changes in announced:
        everything |= changes
    assert everything.removed_conversations == {1}
    assert everything.mailboxes == {1}


def _two_mailboxes_with_one_mail_in_both(store: SqliteStore) -> None:
    store.archive.add(keyed(b"shared", b"only here"))
    with store.writing() as work:
        first = first_folder(work)
        other = work.mailboxes.add(a_mailbox("b@shop.example"))
        second = work.folders.save_listing(other, a_listing())[0].id
        work.conversations.add([a_conversation(1), a_conversation(2)])
        work.mails.add_messages([a_message(1), a_message(2, 2), a_message(3, direction=Direction.NOTE)])
        work.mails.add_places(first, [a_place(1, 1, b"shared"), a_place(2, 2, b"only here")])
        work.mails.add_places(second, [a_place(7, 1, b"shared")])
        work.conversations.refresh([ConversationId(1), ConversationId(2)])


def test_what_another_mailbox_holds_too_stays(store: SqliteStore) -> None:
    _two_mailboxes_with_one_mail_in_both(store)
    with store.writing() as work:
        work.mailboxes.remove(MailboxId(1))
    assert store.check().findings == ()
    with store.reading() as work:
        kept = work.conversations.get(ConversationId(1))
        assert (kept.mailbox_id, kept.messages) == (2, 2)
        assert [message.mailbox_id for message in work.conversations.messages(kept.id)] == [2, 2]
        assert work.conversations.rows([ConversationId(2)]) == []
    assert store.archive.get(keyed(b"shared")[0][0]) == b"shared"
    with pytest.raises(NotFound):
        store.archive.get(keyed(b"only here")[0][0])


def test_an_interrupted_removal_is_finished_later(store: SqliteStore) -> None:
    _two_mailboxes_with_one_mail_in_both(store)

    class PowerCutError(Exception):
        pass

    def cut(_: Changes) -> None:
        raise PowerCutError

    store._announce = cut
    with pytest.raises(PowerCutError), store.writing() as work:
        work.mailboxes.remove(MailboxId(1))
    store._announce = lambda _: None
    store.finish_removals()
    report = store.check()
    assert report.findings == ()
    assert report.archived == 1


def test_a_mail_that_went_with_another_mailbox_is_fetched_again(store: SqliteStore) -> None:
    _two_mailboxes_with_one_mail_in_both(store)
    with store.writing() as work:
        work.mailboxes.remove(MailboxId(1))
    with store.writing() as work:
        folder = work.folders.of_mailbox(MailboxId(2))[0].id
        work.conversations.add([a_conversation(9, mailbox_id=MailboxId(2))])
        work.mails.add_messages([a_message(5, 9, mailbox_id=MailboxId(2))])
        work.mails.add_places(folder, [a_place(8, 5, b"only here")])
        work.mails.finish_places(folder, [(8, keyed(b"only here")[0][0], 9)])
        work.conversations.refresh([ConversationId(9)])
        assert [place.uid for place in work.mails.unfinished(MailboxId(2))] == [8]
    store.archive.add(keyed(b"only here"))
    with store.writing() as work:
        work.mails.finish_places(folder, [(8, keyed(b"only here")[0][0], 9)])
        assert work.mails.unfinished(MailboxId(2)) == []
        assert work.mails.sha256_of(MessageId(5)) == keyed(b"only here")[0][0]
    assert store.check().is_sound


def test_a_mailbox_that_does_not_exist_cannot_be_removed(store: SqliteStore) -> None:
    with pytest.raises(NotFound), store.writing() as work:
        work.mailboxes.remove(MailboxId(5))


def test_a_removed_address_can_be_connected_again(store: SqliteStore) -> None:
    with store.writing() as work:
        first_folder(work)
    with store.writing() as work:
        work.mailboxes.remove(MailboxId(1))
    with store.writing() as work:
        assert work.mailboxes.add(a_mailbox()) == 2
