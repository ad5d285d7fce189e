"""Folders follow the server's list and keep where the sync of each stands."""

from dataclasses import replace

from shopdesk.domain.changes import Changes
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Cursor, FolderRole, ServerFolder
from shopdesk.storage.store import SqliteStore
from tests.storage.make import a_conversation, a_listing, a_mailbox, a_message, a_place, first_folder

HERE = MailboxId(1)


def test_a_listing_makes_folders_that_are_wanted_by_their_role(store: SqliteStore) -> None:
    with store.writing() as work:
        mailbox = work.mailboxes.add(a_mailbox())
        listing = [*a_listing("INBOX", "Trash", "订单"), ServerFolder("Parent", FolderRole.OTHER, selectable=False)]
        folders = work.folders.save_listing(mailbox, listing)
    assert [(folder.name, folder.wanted, folder.selectable) for folder in folders] == [
        ("INBOX", True, True),
        ("Trash", False, True),
        ("订单", True, True),
        ("Parent", False, False),
    ]


def test_a_cursor_comes_back_and_survives_the_next_listing(store: SqliteStore) -> None:
    cursor = Cursor(7, 100, 2**62, 50, caught_up=True, since="2026-01-01")
    with store.writing() as work:
        folder = first_folder(work)
        work.folders.save_cursor(folder, cursor)
        assert work.folders.save_listing(HERE, a_listing())[0].cursor == cursor


def test_a_choice_by_hand_survives_the_next_listing(store: SqliteStore) -> None:
    with store.writing() as work:
        folder = first_folder(work)
        work.folders.set_wanted(folder, wanted=False)
        assert not work.folders.save_listing(HERE, a_listing())[0].wanted


def test_a_renamed_folder_keeps_its_row_and_places(store: SqliteStore) -> None:
    with store.writing() as work:
        mailbox = work.mailboxes.add(a_mailbox())
        before = ServerFolder("Old", FolderRole.OTHER, object_id="F1")
        folder = work.folders.save_listing(mailbox, [before])[0]
        work.mails.add_places(folder.id, [a_place(1)])
        after = work.folders.save_listing(mailbox, [replace(before, name="New")])
        assert [(each.id, each.name) for each in after] == [(folder.id, "New")]
        assert list(work.mails.known_uids(folder.id)) == [1]


def test_a_folder_renamed_to_a_name_that_was_gone_keeps_its_places(store: SqliteStore) -> None:
    with store.writing() as work:
        mailbox = work.mailboxes.add(a_mailbox())
        kept = ServerFolder("B", FolderRole.OTHER, object_id="F2")
        work.folders.save_listing(mailbox, [ServerFolder("A", FolderRole.OTHER, object_id="F1"), kept])
        folder = work.folders.save_listing(mailbox, [kept])[0]
        work.mails.add_places(folder.id, [a_place(1)])
        after = work.folders.save_listing(mailbox, [replace(kept, name="A")])
        assert [(each.id, each.name) for each in after] == [(folder.id, "A")]


def test_two_folders_that_swap_their_names_are_not_mixed_up(store: SqliteStore) -> None:
    with store.writing() as work:
        mailbox = work.mailboxes.add(a_mailbox())
        a, b = ServerFolder("A", FolderRole.OTHER, object_id="1"), ServerFolder("B", FolderRole.OTHER, object_id="2")
        work.folders.save_listing(mailbox, [a, b])
        after = work.folders.save_listing(mailbox, [replace(a, name="B"), replace(b, name="A")])
        assert sorted(folder.name for folder in after) == ["A", "B"]


def test_a_vanished_folder_loses_its_places_and_comes_back_anew(
    store: SqliteStore, announced: list[Changes]
) -> None:
    with store.writing() as work:
        folder = first_folder(work)
        work.conversations.add([a_conversation()])
        work.mails.add_messages([a_message(1)])
        work.mails.add_places(folder, [a_place(1, 1)])
        work.folders.save_cursor(folder, Cursor(uidvalidity=7, uidnext=2))
    with store.writing() as work:
        assert [each.name for each in work.folders.save_listing(HERE, a_listing("Sent"))] == ["Sent"]
        assert work.conversations.messages(a_conversation().id)[0].gone
    assert announced == [Changes(conversations=frozenset({a_conversation().id}))]
    with store.writing() as work:
        again = work.folders.save_listing(HERE, a_listing())[0]
        assert (again.id, again.cursor) == (folder, Cursor())
