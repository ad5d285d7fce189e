"""Mails leave exactly once: against real Dovecot (for the copies) and our own SMTP server, also a faulty one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shopdesk.demo.smtp_sink import SinkBehaviour, SmtpSink
from shopdesk.domain.control import SimpleControl
from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.draft import Blank, Draft, DraftKind
from shopdesk.domain.errors import InputRefused, NotFound, OpenPlaceholder, SendingNotSetUp
from shopdesk.domain.ids import ConversationId, DraftId, MailboxId, OutboxId
from shopdesk.domain.mailbox import Security, Server
from shopdesk.domain.message import Address
from shopdesk.domain.outbox import OutboxItem, OutboxState
from shopdesk.services.outbox import SendReport
from tests.fakes.clock import StoppedClock
from tests.fakes.faulty_smtp import FaultySmtp
from tests.servers.desk import Desk
from tests.servers.dovecot import PrivateDovecot
from tests.servers.post_offices import DovecotPostOffice

QUESTION = (
    b"Message-ID: <q1@customer.example>\r\nReferences: <q0@customer.example>\r\nFrom: Anna <anna@customer.example>\r\n"
    b"To: %s\r\nCc: Ben <ben@customer.example>\r\nSubject: Parcel arrived damaged\r\n"
    b"Date: Sat, 21 Nov 2026 09:00:00 +0000\r\n\r\nThe lamp is cracked. What now?\r\n"
)


class Office:
    """A shop with one mailbox: mail comes from Dovecot, and leaves through another server."""

    def __init__(self, folder: Path, post: DovecotPostOffice, sink: SmtpSink | FaultySmtp) -> None:
        self.clock = StoppedClock(datetime(2026, 11, 21, 10, 0, tzinfo=UTC))
        self.post, self.sink = post, sink
        server = Server(*sink.address, Security.NONE)
        post.mailbox = replace(post.mailbox, smtp=server, name="Linenhaus")
        self.desk = Desk(folder, post, clock=self.clock)
        self.mailbox: MailboxId = next(iter(self.desk.mailboxes.values()))

    def question(self) -> ConversationId:
        self.post.deliver(QUESTION % self.post.mailbox.address.encode(), when=self.clock.now() - timedelta(hours=1))
        self.desk.sync()
        return ConversationId(self.desk.shop.conversations.ids(ConversationState.NEEDS_REPLY)[0])

    def leave_through(self, server: FaultySmtp) -> None:
        """Another server takes the mails from now on."""
        self.sink = server
        (mailbox,) = self.desk.shop.mailboxes.all()
        self.desk.shop.mailboxes.change(replace(mailbox, smtp=Server(*server.address, Security.NONE)))

    def queued(self, **more: object) -> OutboxId:
        """A reply that is due."""
        item = self.desk.shop.replies.queue(self.draft(self.question(), **more).id, hold_seconds=0)
        self.pass_time(1)
        return item

    def draft(self, conversation: ConversationId, kind: DraftKind = DraftKind.REPLY, **more: object) -> Draft:
        draft = replace(self.desk.shop.replies.start(conversation, kind), body="A new one leaves today.", **more)
        return replace(draft, id=self.desk.shop.replies.save(draft))

    def send(self, *, all_waiting: bool = False) -> SendReport:
        return self.desk.shop.outbox.send_due(self.mailbox, SimpleControl(), all_waiting=all_waiting)

    def item(self) -> OutboxItem:
        (item,) = self.desk.shop.outbox.items([*OutboxState])
        return item

    def pass_time(self, seconds: float) -> None:
        self.clock.advance(timedelta(seconds=seconds))

    def in_sent(self) -> list[bytes]:
        return list(self.post.contents("Sent").values())


@pytest.fixture
def office(tmp_path: Path, dovecot: PrivateDovecot) -> Iterator[Office]:
    post = DovecotPostOffice(dovecot)
    with SmtpSink({post.user: post.password}) as sink:
        made = Office(tmp_path / "data", post, sink)
        yield made
        made.desk.shop.close()


def test_a_reply_leaves_once_and_lies_once_in_sent(office: Office) -> None:
    conversation = office.question()
    draft = office.draft(conversation)
    item = office.desk.shop.replies.queue(draft.id, hold_seconds=10)
    assert office.send().sent == 0
    assert office.sink.accepted == []
    office.pass_time(11)
    assert office.send().sent == 1
    (left,) = office.sink.accepted
    assert left.recipients == ("anna@customer.example",)
    assert b"In-Reply-To: <q1@customer.example>" in left.raw
    assert b"References: <q0@customer.example>\r\n <q1@customer.example>\r\n" in left.raw
    assert b"Subject: Re: Parcel arrived damaged" in left.raw
    office.pass_time(5)
    assert office.send() == SendReport()
    assert office.desk.shop.outbox.get(item).state is OutboxState.FILED
    assert [hashlib.sha256(raw).hexdigest() for raw in office.in_sent()] == [hashlib.sha256(left.raw).hexdigest()]
    office.desk.sync()
    opened = office.desk.shop.conversations.open(conversation)
    assert [one.direction.value for one in opened.messages] == ["incoming", "outgoing"]
    assert opened.conversation.state is ConversationState.WAITING
    assert "\\Answered" in next(iter(office.post.flags().values()))
    assert len(office.sink.accepted) == 1


# --- trouble on the way ------------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", ["connect", "ehlo", "auth", "mail", "rcpt", "data"])
def test_what_fails_before_the_dot_did_not_leave_and_leaves_later_by_itself(office: Office, moment: str) -> None:
    with FaultySmtp(moment, times=1) as server:
        item = office.queued()
        office.leave_through(server)
        assert office.send().sent == 0
        assert office.desk.shop.outbox.get(item).state is OutboxState.QUEUED
        assert office.desk.shop.outbox.get(item).problem
        office.pass_time(30)
        assert office.send().sent == 0, "the pause is not over"
        office.pass_time(40)
        assert office.send().sent == 1
        assert len(server.kept) == 1


@pytest.mark.parametrize("moment", ["content", "dot", "kept"])
def test_a_lost_answer_is_never_followed_by_a_second_try(office: Office, moment: str) -> None:
    with FaultySmtp(moment) as server:
        item = office.queued()
        office.leave_through(server)
        office.send()
        for _ in range(8):
            office.pass_time(700)
            office.send(all_waiting=True)
        assert office.desk.shop.outbox.get(item).state is OutboxState.UNKNOWN
        assert server.connections == 1
        assert len(server.kept) == int(moment == "kept")


def test_an_unknown_mail_that_lies_in_sent_was_sent(office: Office) -> None:
    with FaultySmtp("kept") as server:
        item = office.queued()
        office.leave_through(server)
        office.send()
        office.post.deliver(server.kept[0], "Sent")
        office.pass_time(6)
        office.send()
        assert office.desk.shop.outbox.get(item).state in {OutboxState.SENT, OutboxState.FILED}
        office.pass_time(6)
        office.send()
        assert len(office.in_sent()) == 1
        assert server.connections == 1


def test_a_person_decides_about_an_unknown_mail(office: Office) -> None:
    with FaultySmtp("dot", times=1) as server:
        item = office.queued()
        office.leave_through(server)
        office.send()
        message_id = office.desk.shop.outbox.get(item).message_id
        office.desk.shop.outbox.retry(item)
        assert office.send().sent == 1
        assert message_id.encode() in server.kept[0]
        with pytest.raises(NotFound):
            office.desk.shop.outbox.discard(item)


def test_a_person_may_say_that_it_was_sent(office: Office) -> None:
    with FaultySmtp("kept") as server:
        item = office.queued()
        office.leave_through(server)
        office.send()
        office.desk.shop.outbox.it_was_sent(item)
        office.pass_time(1)
        office.send()
        assert office.desk.shop.outbox.get(item).state is OutboxState.FILED
        assert len(office.in_sent()) == 1
        assert server.connections == 1


def test_trouble_at_the_farewell_means_nothing(office: Office) -> None:
    with FaultySmtp("quit", says="421 too late") as server:
        office.queued()
        office.leave_through(server)
        assert office.send().sent == 1
        assert len(server.kept) == 1


@pytest.mark.parametrize(
    ("moment", "reply", "state", "problem"),
    [
        ("mail", "450 4.2.0 greylisted", OutboxState.QUEUED, "SendDelayed"),
        ("rcpt", "451 4.3.0 try later", OutboxState.QUEUED, "SendDelayed"),
        ("dot", "451 4.3.0 try later", OutboxState.QUEUED, "SendDelayed"),
        ("auth", "454 4.7.0 not now", OutboxState.QUEUED, "ServerBusy"),
        ("rcpt", "550 5.1.1 no such user", OutboxState.REFUSED, "SendRefused"),
        ("mail", "552 5.3.4 message size exceeds", OutboxState.REFUSED, "MailTooLarge"),
        ("dot", "554 5.7.1 spam", OutboxState.REFUSED, "SendRefused"),
        ("auth", "535 5.7.8 wrong", OutboxState.QUEUED, "SignInRefused"),
    ],
)
def test_the_servers_answer_decides_what_comes_next(
    office: Office, moment: str, reply: str, state: OutboxState, problem: str
) -> None:
    with FaultySmtp(moment, says=reply) as server:
        item = office.queued()
        office.leave_through(server)
        office.send()
        found = office.desk.shop.outbox.get(item)
        assert (found.state, found.problem) == (state, problem)
        assert server.kept == []
        by_itself = found.next_try is not None
        assert by_itself == (state is OutboxState.QUEUED and problem != "SignInRefused")


def test_a_refused_sign_in_is_not_tried_again_by_itself(office: Office) -> None:
    with FaultySmtp("auth", says="535 5.7.8 wrong") as server:
        office.queued()
        office.leave_through(server)
        for _ in range(5):
            office.send()
            office.pass_time(4_000)
        assert server.connections == 1


def test_one_refused_recipient_does_not_keep_it_from_the_others(office: Office) -> None:
    office.sink.behaviour = SinkBehaviour(recipient_replies={"ben@customer.example": "550 5.1.1 unknown"})
    item = office.queued(kind=DraftKind.REPLY_ALL)
    assert office.send().sent == 1
    assert office.sink.accepted[0].recipients == ("anna@customer.example",)
    (refused,) = office.desk.shop.outbox.get(item).refused
    assert refused.email == "ben@customer.example"
    office.sink.behaviour = SinkBehaviour()
    office.desk.shop.outbox.retry(item)
    office.pass_time(1)
    office.send()
    assert [one.recipients for one in office.sink.accepted] == [("anna@customer.example",), ("ben@customer.example",)]


def test_a_greylisted_recipient_gets_it_later_by_himself(office: Office) -> None:
    office.sink.behaviour = SinkBehaviour(recipient_replies={"ben@customer.example": "450 4.2.0 greylisted"})
    office.queued(kind=DraftKind.REPLY_ALL)
    office.send()
    office.sink.behaviour = SinkBehaviour()
    office.pass_time(90)
    office.send()
    assert [one.recipients for one in office.sink.accepted] == [("anna@customer.example",), ("ben@customer.example",)]


def test_a_mail_over_the_servers_limit_is_not_even_uploaded(office: Office) -> None:
    office.sink.behaviour = SinkBehaviour(size_limit=1_000)
    item = office.queued()
    office.send()
    assert office.desk.shop.outbox.get(item).problem == "MailTooLarge"
    assert office.desk.shop.outbox.get(item).problem_detail == "1000"


# --- taking back, unfinished, twice ----------------------------------------------------------------------------


def test_a_mail_can_be_taken_back_until_it_begins_to_leave(office: Office) -> None:
    conversation = office.question()
    before = office.desk.shop.conversations.open(conversation).conversation
    draft = office.draft(conversation, caret=7)
    file = office.desk.shop.replies.add_file(draft.id, "photo.jpg", "image/jpeg", b"\xff\xd8")
    item = office.desk.shop.replies.queue(draft.id, hold_seconds=30, done=True)
    assert office.desk.shop.conversations.open(conversation).conversation.state is ConversationState.DONE
    back = office.desk.shop.replies.take_back(item)
    assert (back.body, back.caret, back.files) == (draft.body, 7, (file,))
    assert office.desk.shop.conversations.open(conversation).conversation == before
    office.pass_time(60)
    assert office.send() == SendReport()
    assert office.sink.accepted == []
    again = office.desk.shop.replies.queue(office.desk.shop.replies.save(replace(back, body="Other words.")), 0)
    office.pass_time(1)
    office.send()
    assert b"Other words." in office.sink.accepted[0].raw
    with pytest.raises(NotFound):
        office.desk.shop.replies.take_back(again)


def test_nothing_unfinished_is_queued(office: Office) -> None:
    conversation = office.question()
    replies = office.desk.shop.replies
    blank = office.draft(conversation, blanks=(Blank(3, 8, "order.tracking"),))
    with pytest.raises(OpenPlaceholder, match=r"order\.tracking"):
        replies.queue(blank.id)
    for more in ({"body": "Dear {{ customer.name }}"}, {"subject": "Re: {{order.number}}"}):
        with pytest.raises(OpenPlaceholder):
            replies.queue(replies.save(replace(blank, blanks=(), **more)))
    for more in ({"to": ()}, {"body": "  "}):
        with pytest.raises(InputRefused):
            replies.queue(replies.save(replace(blank, blanks=(), **more)))
    assert office.desk.shop.outbox.items([*OutboxState]) == []


def test_a_mailbox_that_cannot_send_queues_nothing_that_would_wait_for_ever(office: Office) -> None:
    draft = office.draft(office.question())
    (mailbox,) = office.desk.shop.mailboxes.all()
    office.desk.shop.mailboxes.change(replace(mailbox, smtp=None))
    with pytest.raises(SendingNotSetUp, match="Linenhaus"):
        office.desk.shop.replies.queue(draft.id)
    assert office.desk.shop.replies.draft_of(draft.conversation_id) is not None
    assert office.desk.shop.outbox.items([*OutboxState]) == []


def test_an_answer_to_a_marketplace_quotes_the_frame_with_its_reference(office: Office) -> None:
    frame = QUESTION.replace(b"Anna <anna@customer.example>", b"eBay Member: anna <anna_abc@members.ebay.com>")
    frame = frame.replace(b"What now?\r\n", b"What now?\r\n\r\n-- \r\nEmail reference id: [#a01-xyz#]\r\n")
    office.post.deliver(frame % office.post.mailbox.address.encode(), when=office.clock.now() - timedelta(hours=1))
    office.desk.sync()
    conversation = ConversationId(office.desk.shop.conversations.ids(ConversationState.NEEDS_REPLY)[0])
    to = (Address("", "anna_abc@members.ebay.com"),)
    office.desk.shop.replies.queue(office.draft(conversation, to=to).id, hold_seconds=0)
    office.pass_time(1)
    office.send()
    assert b"[#a01-xyz#]" in office.sink.accepted[0].raw


def test_the_copy_waits_for_the_first_sync_to_say_where_sent_is(office: Office) -> None:
    (mailbox,) = office.desk.shop.mailboxes.all()
    to = (Address("", "new@customer.example"),)
    draft = Draft(DraftId(0), DraftKind.NEW, mailbox.id, to=to, subject="First", body="Words.")
    replies = office.desk.shop.replies
    item = replies.queue(replies.save(draft), hold_seconds=0)
    office.pass_time(1)
    assert office.send().sent == 1
    office.pass_time(5)
    office.send()
    assert office.desk.shop.outbox.get(item).state is OutboxState.SENT
    office.desk.sync()
    office.pass_time(3_700)
    office.send()
    assert office.desk.shop.outbox.get(item).state is OutboxState.FILED
    assert len(office.in_sent()) == 1


def test_queueing_twice_makes_one_mail(office: Office) -> None:
    draft = office.draft(office.question())
    office.desk.shop.replies.queue(draft.id, 0)
    with pytest.raises(NotFound):
        office.desk.shop.replies.queue(draft.id, 0)
    assert len(office.desk.shop.outbox.items()) == 1


@pytest.mark.expects_log("was left in")
def test_what_a_dead_process_left_is_sent_or_asked_about(office: Office) -> None:
    first = office.queued()
    conversation = office.desk.shop.outbox.get(first).conversation_id
    second = office.desk.shop.replies.queue(office.draft(conversation).id, 0)
    with office.desk.shop.store.writing() as work:
        work.outbox.move(first, [OutboxState.QUEUED], OutboxState.SENDING, office.clock.now())
        work.outbox.move(second, [OutboxState.QUEUED], OutboxState.DATA_GIVEN, office.clock.now())
    office.pass_time(1)
    assert office.send().sent == 1
    assert office.desk.shop.outbox.get(second).state is OutboxState.UNKNOWN
    assert len(office.sink.accepted) == 1


def test_a_note_stays_with_the_team(office: Office) -> None:
    conversation = office.question()
    office.desk.shop.replies.add_note(conversation, "Ask the supplier first.", "Lin")
    opened = office.desk.shop.conversations.open(conversation)
    assert [one.direction.value for one in opened.messages] == ["incoming", "note"]
    assert opened.conversation.state is ConversationState.NEEDS_REPLY
    found = office.desk.shop.search.find("supplier")
    assert [one.conversation.id for one in found] == [conversation]
    assert office.send() == SendReport()
