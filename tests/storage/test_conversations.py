"""Conversations: lists, counts, facts, grouping, moves."""

from dataclasses import replace

import pytest

from shopdesk.domain.conversation import ConversationState, Lane, TabCounts
from shopdesk.domain.errors import NotFound
from shopdesk.domain.filing import Clues
from shopdesk.domain.ids import ConversationId, FolderId, MailboxId, MessageId
from shopdesk.domain.message import Direction, MailKind
from shopdesk.storage.store import SqliteStore
from shopdesk.storage.work import SqliteWork
from tests.storage.make import a_conversation, a_mail, a_mailbox, a_message, a_place, an_attachment, at, first_folder

ONE, TWO = ConversationId(1), ConversationId(2)
NEEDS_REPLY, WAITING = ConversationState.NEEDS_REPLY, ConversationState.WAITING
SNOOZED, DONE = ConversationState.SNOOZED, ConversationState.DONE
OUT = Direction.OUTGOING


@pytest.fixture
def folder(store: SqliteStore) -> FolderId:
    """An INBOX."""
    with store.writing() as work:
        return first_folder(work)


def test_a_conversation_comes_back_as_it_was_written(store: SqliteStore, folder: FolderId) -> None:
    written = a_conversation(
        5, state=SNOOZED, snoozed_until=at(60), lane=Lane.MACHINES, messages=3, unread=2, snippet="a b",
        has_attachments=True, market="amazon", order_numbers=("#1", "#2"), bounced=True,
    )  # fmt: skip
    with store.writing() as work:
        work.conversations.add([written])
    with store.reading() as work:
        assert work.conversations.get(ConversationId(5)) == written
        with pytest.raises(NotFound):
            work.conversations.get(ConversationId(6))


def test_rows_come_in_the_order_asked_for(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        work.conversations.add([a_conversation(number) for number in range(1, 6)])
        rows = work.conversations.rows([ConversationId(number) for number in (4, 99, 2, 5)])
    assert [row.id for row in rows] == [4, 2, 5]


def test_tabs_have_their_own_order(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        other = work.mailboxes.add(a_mailbox("b@shop.example"))
        work.conversations.add([
            a_conversation(1, waiting_since=at(5)),
            a_conversation(2, waiting_since=at(1), mailbox_id=other),
            a_conversation(3, state=SNOOZED, snoozed_until=at(9)),
            a_conversation(4, state=SNOOZED, snoozed_until=at(8)),
            a_conversation(5, state=DONE, last_at=at(1)),
            a_conversation(6, state=DONE, last_at=at(2)),
            a_conversation(7, state=WAITING, lane=Lane.MACHINES),
        ])
        conversations = work.conversations
        assert list(conversations.ids(NEEDS_REPLY)) == [2, 1]
        assert list(conversations.ids(SNOOZED)) == [4, 3]
        assert list(conversations.ids(DONE)) == [6, 5]
        assert list(conversations.ids(WAITING)) == []
        assert list(conversations.ids(WAITING, Lane.MACHINES)) == [7]
        assert list(conversations.ids(NEEDS_REPLY, mailbox=other)) == [2]
        assert conversations.due_snoozes(at(8)) == [4]
        assert conversations.due_snoozes(at(7)) == []


def test_counts_follow_every_change(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        work.conversations.add([
            a_conversation(1, unread=1),
            a_conversation(2, unread=2),
            a_conversation(3, lane=Lane.MACHINES, unread=1),
        ])
        assert work.conversations.counts() == TabCounts(needs_reply=2, unread=2, machines=1)
        work.conversations.save_states([
            a_conversation(1, state=DONE),
            a_conversation(2, state=SNOOZED),
            a_conversation(3, state=WAITING),
        ])
        assert work.conversations.counts() == TabCounts(snoozed=1, done=1, unread=3, waiting=1)
        work.conversations.refresh([ONE, TWO])
        assert work.conversations.counts() == TabCounts(unread=1, waiting=1)


def test_states_are_saved_and_the_counted_fields_stay(store: SqliteStore, folder: FolderId) -> None:
    before = a_conversation(1, messages=3, unread=1, snippet="words")
    changed = replace(
        before, state=SNOOZED, snoozed_until=at(9), waiting_since=None, lane=Lane.MACHINES, customer_name="B",
        customer_email="b@x", market="ebay", subject="new", bounced=True,
    )  # fmt: skip
    with store.writing() as work:
        work.conversations.add([before])
        work.conversations.save_states([replace(changed, messages=99, unread=99), a_conversation(77)])
        assert work.conversations.get(ONE) == changed


def test_refresh_recounts_from_the_messages(store: SqliteStore, folder: FolderId) -> None:
    clues = Clues(order_numbers=("#2", "#1"), customer="anna@mail.example")
    with store.writing() as work:
        work.conversations.add([a_conversation(1), a_conversation(2)])
        work.mails.add_messages([
            a_message(1, clues=clues, is_read=True),
            a_message(2, mail=a_mail(attachments=(an_attachment(inline=True),)), clues=clues),
            a_message(3, mail=a_mail("own\n\n words " * 50, attachments=(an_attachment(),)), direction=OUT),
        ])
        assert work.conversations.refresh([ONE, TWO, ONE]) == [TWO]
        row = work.conversations.get(ONE)
    assert (row.messages, row.unread, row.last_at, row.has_attachments) == (3, 1, at(3), True)
    assert row.order_numbers == ("#2", "#1")
    assert row.snippet.startswith("own words own words")
    assert len(row.snippet) <= 200


def test_read_marks_change_the_unread_count(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        work.conversations.add([a_conversation()])
        work.mails.add_messages([a_message(1), a_message(2)])
        work.conversations.mark_read([MessageId(1), MessageId(2)], read=True)
        work.conversations.mark_read([MessageId(2)], read=False)
        work.conversations.refresh([ONE])
        assert work.conversations.get(ONE).unread == 1
        assert [message.is_read for message in work.conversations.messages(ONE)] == [True, False]


def test_an_id_is_never_given_again(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        assert work.conversations.new_ids(2) == [1, 2]
        assert work.conversations.new_ids(1) == [3]
        work.conversations.add([a_conversation(3)])
    with store.writing() as work:
        assert work.conversations.refresh([ConversationId(3)]) == [3]
        assert work.conversations.new_ids(1) == [4]
        work.conversations.add([a_conversation(3)])
        assert work.conversations.get(ConversationId(3)).id == 3


# --- facts ---------------------------------------------------------------------------------------------


def _facts(work: SqliteWork, *messages: object) -> object:
    work.conversations.add([a_conversation()])
    work.mails.add_messages(list(messages))  # type: ignore[arg-type]
    return work.conversations.facts([ONE, TWO])[ONE]


def test_facts_of_an_unanswered_conversation(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        facts = _facts(work, a_message(1), a_message(2, direction=OUT), a_message(3), a_message(4, is_answered=True))
        assert (facts.newest_incoming, facts.oldest_unanswered, facts.newest_outgoing) == (at(4), at(3), at(2))
        assert (facts.newest_is_answered, facts.in_inbox, facts.all_gone, facts.only_machines) == (
            True, False, False, False,
        )  # fmt: skip
        work.mails.add_places(folder, [a_place(1, 3)])
        assert work.conversations.facts([ONE])[ONE].in_inbox


def test_facts_of_an_answered_conversation(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        facts = _facts(work, a_message(1), a_message(2, direction=OUT), a_message(3, direction=Direction.NOTE))
        assert (facts.oldest_unanswered, facts.newest_outgoing) == (None, at(2))
        assert not facts.newest_is_answered


def test_machine_mail_waits_for_no_answer(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        facts = _facts(work, a_message(1, mail=a_mail(kind=MailKind.NOTICE)))
        work.mails.add_places(folder, [a_place(1, 1)])
        assert (facts.newest_incoming, facts.oldest_unanswered, facts.only_machines) == (None, None, True)
        assert not work.conversations.facts([ONE])[ONE].in_inbox
        work.mails.add_messages([a_message(2)])
        assert not work.conversations.facts([ONE])[ONE].only_machines


def test_our_own_mail_alone_is_neither_gone_nor_a_machines(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        facts = _facts(work, a_message(1, direction=OUT), a_message(2, mail=a_mail(kind=MailKind.BOUNCE)))
        assert not facts.only_machines
        assert not facts.all_gone


def test_messages_that_lost_their_place_are_gone(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        _facts(work, a_message(1), a_message(2), a_message(3, direction=OUT))
        work.mails.add_places(folder, [a_place(1, 1), a_place(2, 2)])
        work.mails.remove_places(folder, [2])
        facts = work.conversations.facts([ONE])[ONE]
        assert (facts.newest_incoming, facts.all_gone) == (at(1), False)
        work.mails.remove_places(folder, [1])
        facts = work.conversations.facts([ONE])[ONE]
        assert (facts.newest_incoming, facts.all_gone, facts.in_inbox) == (None, True, False)


# --- grouping ------------------------------------------------------------------------------------------


def test_message_ids_lead_to_conversations_also_of_mails_that_are_not_here(
    store: SqliteStore, folder: FolderId
) -> None:
    with store.writing() as work:
        work.conversations.add([a_conversation(1), a_conversation(2)])
        work.mails.add_messages([
            a_message(1, mail=a_mail(message_id="<b@x>"), clues=Clues(message_ids=("<b@x>", "<a@x>"))),
            a_message(2, 2, mail=a_mail(message_id="<c@x>"), clues=Clues(message_ids=("<c@x>", "<a@x>"))),
        ])
        assert work.conversations.by_message_ids(["<a@x>", "<b@x>", "<c@x>", "<d@x>", ""]) == {
            "<a@x>": ONE, "<b@x>": ONE, "<c@x>": TWO,
        }  # fmt: skip


def test_order_numbers_lead_to_the_newest_conversation_of_that_buyer(store: SqliteStore, folder: FolderId) -> None:
    clues = Clues(alias="x1@market.example", customer="anna@mail.example", order_numbers=("111-2", "#7"))
    with store.writing() as work:
        work.conversations.add([a_conversation(1), a_conversation(2)])
        work.mails.add_messages([a_message(1, clues=clues), a_message(2, 2, clues=replace(clues, alias=""))])
        assert work.conversations.by_alias_and_order([("x1@market.example", "#7"), ("other", "#7")]) == {
            ("x1@market.example", "#7"): ONE
        }
        asked = [("111-2", "anna@mail.example"), ("111-2", "bert@mail.example"), ("", "anna@mail.example")]
        assert work.conversations.by_order_and_customer(asked) == {("111-2", "anna@mail.example"): TWO}


def test_subjects_of_a_customer_lead_to_conversations_with_their_seconds(
    store: SqliteStore, folder: FolderId
) -> None:
    clues = Clues(subject="broken lamp", customer="anna@mail.example")
    with store.writing() as work:
        work.conversations.add([a_conversation(1), a_conversation(2)])
        first, second = work.mails.new_ids([1_000, 2_000])
        work.mails.add_messages([a_message(second, 2, clues=clues), a_message(first, clues=clues)])
        asked = [("broken lamp", "anna@mail.example"), ("broken lamp", ""), ("lamp", "anna@mail.example")]
        assert work.conversations.by_subject_and_customer(asked) == {
            ("broken lamp", "anna@mail.example"): [(1_000, ONE), (2_000, TWO)]
        }


def _a_chain(work: SqliteWork) -> None:
    work.conversations.add([a_conversation(1), a_conversation(2)])
    work.mails.add_messages([
        a_message(1, mail=a_mail(message_id="<a@x>"), clues=Clues(message_ids=("<a@x>",))),
        a_message(
            2,
            mail=a_mail(message_id="<b@x>", references=("<a@x>", "<lost@x>")),
            clues=Clues(message_ids=("<b@x>", "<a@x>", "<lost@x>")),
        ),
    ])


def test_later_replies_follow_a_message_that_was_split_off(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        _a_chain(work)
        work.conversations.move_messages([MessageId(2)], TWO)
        ids = work.conversations.by_message_ids(["<a@x>", "<b@x>", "<lost@x>"])
        assert ids == {"<a@x>": ONE, "<b@x>": TWO, "<lost@x>": TWO}
        work.conversations.refresh([ONE, TWO])
        assert [row.messages for row in work.conversations.rows([ONE, TWO])] == [1, 1]
        work.conversations.move_messages([MessageId(2)], ONE)
        assert set(work.conversations.by_message_ids(["<a@x>", "<b@x>", "<lost@x>"]).values()) == {ONE}
        assert work.conversations.refresh([ONE, TWO]) == [TWO]


def test_a_merge_takes_messages_and_references(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        _a_chain(work)
        work.conversations.move_all(ONE, TWO)
        assert set(work.conversations.by_message_ids(["<a@x>", "<b@x>", "<lost@x>"]).values()) == {TWO}
        assert work.conversations.refresh([ONE, TWO]) == [ONE]
        assert work.conversations.get(TWO).messages == 2
    assert store.check().is_sound


def test_messages_may_be_written_before_their_conversation(store: SqliteStore, folder: FolderId) -> None:
    with store.writing() as work:
        work.mails.add_messages([a_message(1)])
        work.conversations.add([a_conversation()])
        work.conversations.refresh([ONE])
    with store.reading() as work:
        assert work.conversations.get(ONE).mailbox_id == MailboxId(1)
