"""Replies leave through every provider that has a preset: once in Sent, once in their conversation."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shopdesk.app.shop import Shop, build_shop
from shopdesk.demo.imap_server import ImapServer
from shopdesk.demo.imap_store import MailStore
from shopdesk.demo.posting import POSTINGS, Outlet, posting_of
from shopdesk.demo.smtp_sink import SmtpSink
from shopdesk.domain.connection import Credential, Tokens
from shopdesk.domain.control import SimpleControl
from shopdesk.domain.conversation import OpenConversation
from shopdesk.domain.draft import DraftKind
from shopdesk.domain.errors import MailTooLarge, SendDelayed, SenderRefused, SendRefused, ServerBusy
from shopdesk.domain.ids import ConversationId, MailboxId, OutboxId
from shopdesk.domain.mailbox import Mailbox, OAuthSetup, Security, Server
from shopdesk.domain.message import Direction
from shopdesk.domain.outbox import OutboxState
from shopdesk.mail.dial import dial
from shopdesk.mail.network import Network
from shopdesk.mail.presets import PRESETS, Preset
from shopdesk.mail.read_mime import read_mail
from shopdesk.mail.smtp_send import SmtpPost
from shopdesk.services.reading import ReadHere
from tests.fakes.clock import StoppedClock
from tests.servers.certificates import Authority

PASSWORD, TOKEN = "a good password", "an access token"
EACH = {"zoho" if one.key.startswith("zoho") else one.key: one for one in reversed(PRESETS) if one.imap and one.smtp}


class Roads(Network):
    """Every provider's name leads to a server on this computer."""

    def __init__(self, authority: Path) -> None:
        super().__init__()
        self.ways: dict[tuple[str, int], tuple[str, int]] = {}
        self._authority = authority
        self._trust: ssl.SSLContext | None = None

    def dial(self, host: str, port: int, deadline: float) -> socket.socket:
        return dial(*self.ways[host, port], deadline)

    def trust(self, host: str, ca_file: str = "", fingerprint: str = "") -> ssl.SSLContext:
        if self._trust is None:  # reading all authorities of the system takes 30 ms
            self._trust = super().trust(host, str(self._authority), fingerprint)
        return self._trust


class Grants:
    """A token server that renews everything."""

    def refresh(self, setup: OAuthSetup, refresh_token: str) -> Tokens:
        return Tokens(TOKEN, refresh_token, datetime(2100, 1, 1, tzinfo=UTC))


class Secrets(dict[str, str]):
    """A keychain that lives as long as the shop."""

    def load(self, name: str) -> str | None:
        return self.get(name)

    def save(self, name: str, secret: str) -> None:
        self[name] = secret

    def remove(self, name: str) -> None:
        self.pop(name, None)


class House:
    """One shop that has mailboxes with many providers."""

    def __init__(self, folder: Path) -> None:
        self.clock = StoppedClock(datetime(2026, 11, 21, 10, 0, tzinfo=UTC))
        self.authority = Authority(folder)
        self.roads = Roads(self.authority.ca_file)
        self.shop: Shop = build_shop(folder / "data", clock=self.clock, secrets=Secrets(), readers=ReadHere(read_mail))
        outside = self.shop.outside.__dict__
        outside["network"], outside["oauth"] = self.roads, Grants()
        hosts = {server.host for preset in EACH.values() for server in (preset.imap, preset.smtp) if server}
        papers = self.authority.papers(*sorted(hosts))
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.tls.load_cert_chain(papers.certificate, papers.key)


class Office:
    """A mailbox with one provider, its servers, and a customer who wrote."""

    def __init__(self, house: House, preset: Preset, open_: ExitStack) -> None:
        assert preset.imap is not None
        assert preset.smtp is not None
        self.house, self.shop = house, house.shop
        self.posting = posting_of(preset.key)
        domain = preset.domains[0].lstrip(".") if preset.domains[0][0] != "." else f"shop{preset.domains[0]}"
        address, user = f"shop@{domain}", preset.user(f"shop@{domain}")
        store = MailStore()
        store.add_user(user, PASSWORD, self.posting.imap.folders)
        self.store, self.user, self.domain = store, user, domain
        self.outlet = Outlet(self.posting, store, user, address)
        self.imap = ImapServer(
            store, self.posting.imap, house.tls, starts_tls=preset.imap.security is Security.STARTTLS,
            check_token=lambda _user, token: token == TOKEN,
        )  # fmt: skip
        self.sink = SmtpSink(
            {user: PASSWORD}, self.posting.sink(address), tls=house.tls, token=TOKEN,
            is_implicit=preset.smtp.security is Security.TLS, deliver=self.outlet.take,
        )  # fmt: skip
        for server, running in ((preset.imap, self.imap), (preset.smtp, self.sink)):
            open_.enter_context(running)
            house.roads.ways[server.host, server.port] = running.address
        known = Mailbox(
            MailboxId(0), address, preset.imap, preset.smtp, user, preset.sign_in, preset.oauth, name="Linenhaus"
        )
        self.mailbox = self.shop.mailboxes.add(known, PASSWORD)

    def question(self) -> ConversationId:
        self.deliver(f"q1@{self.domain}.example", "", "Parcel arrived damaged", "The lamp is cracked. What now?")
        self.sync()
        with self.shop.store.reading() as work:
            known = work.conversations.by_message_ids([f"<q1@{self.domain}.example>"])
        return known[f"<q1@{self.domain}.example>"]

    def deliver(self, message_id: str, answers: str, subject: str, text: str) -> None:
        head = f"Message-ID: <{message_id}>\r\nFrom: Anna <anna@{self.domain}.example>\r\nTo: shop@{self.domain}\r\n"
        head += f"Subject: {subject}\r\nDate: Sat, 21 Nov 2026 09:00:00 +0000\r\n"
        head += f"In-Reply-To: {answers}\r\n" if answers else f"References: <q0@{self.domain}.example>\r\n"
        when = self.house.clock.now() - timedelta(minutes=1)
        self.store.deliver(self.user, "INBOX", f"{head}\r\n{text}\r\n".encode(), (), when)

    def sync(self) -> None:
        session = self.shop.sync.connect(self.mailbox)
        try:
            self.shop.sync.sync(self.mailbox, session, SimpleControl())
        finally:
            session.close()

    def reply(self, conversation: ConversationId) -> OutboxId:
        replies = self.shop.replies
        draft = replace(replies.start(conversation, DraftKind.REPLY), body="A new one leaves today.")
        return replies.queue(replies.save(draft), hold_seconds=0)

    def send(self, after: float) -> int:
        self.house.clock.advance(timedelta(seconds=after))
        return self.shop.outbox.send_due(self.mailbox, SimpleControl()).sent

    def in_sent(self) -> list[bytes]:
        return [mail.raw for mail in self.store.folder(self.user, self.outlet.sent_folder).mails]

    def opened(self, conversation: ConversationId) -> OpenConversation:
        return self.shop.conversations.open(conversation)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    made = House(tmp_path_factory.mktemp("house"))
    with ExitStack() as open_:  # its threads begin here and end with it
        Office(made, replace(EACH["fastmail"], domains=("warm.example",)), open_).question()
    yield made
    made.shop.close()


@pytest.mark.parametrize("preset", EACH.values(), ids=EACH)
def test_a_reply_is_once_in_sent_and_once_in_its_conversation(house: House, preset: Preset) -> None:
    with ExitStack() as open_:
        office = Office(house, preset, open_)
        conversation = office.question()
        item = office.reply(conversation)
        assert office.send(after=1) == 1
        (left,) = office.outlet.left
        assert b"\r\nIn-Reply-To: <q1@%s.example>\r\n" % office.domain.encode() in left
        references = re.search(rb"\r\nReferences: ((?:[^\r]|\r\n )*)", left)
        assert references is not None
        assert references[1].split() == [b"<q%d@%s.example>" % (number, office.domain.encode()) for number in (0, 1)]
        assert b"\r\nSubject: Re: Parcel arrived damaged\r\n" in left
        office.send(after=1)  # looks into Sent before the provider's own copy is there
        office.outlet.arrive()
        for _ in range(3):
            office.send(after=6)
        assert house.shop.outbox.get(item).state is OutboxState.FILED
        assert office.in_sent() == [left]
        assert "\\Answered" in office.store.folder(office.user, "INBOX").mails[0].flags
        office.sync()
        opened = office.opened(conversation)
        assert [one.direction for one in opened.messages] == [Direction.INCOMING, Direction.OUTGOING]
        (own_id,) = re.findall(rb"(?im)^Message-ID: (<[^>]+>)", left)
        assert opened.messages[1].mail.message_id == own_id.decode(), "as the world knows it"
        office.deliver(f"q2@{office.domain}.example", own_id.decode(), "Thanks", "It came.")
        office.sync()
        assert len(office.opened(conversation).messages) == 3
        assert office.send(after=60) == 0
        assert len(office.sink.accepted) == len(office.in_sent()) == 1


@pytest.mark.parametrize("key", ["outlook", "gmail", "qq"])
def test_a_copy_that_is_here_before_we_know_that_it_left_is_the_same_message(house: House, key: str) -> None:
    preset = replace(EACH[key], domains=(f"early.{key}.example",))
    with ExitStack() as open_:
        office = Office(house, preset, open_)
        conversation = office.question()
        item = office.reply(conversation)
        office.sink.behaviour = replace(office.sink.behaviour, loses_reply=True)
        assert office.send(after=1) == 0
        assert house.shop.outbox.get(item).state is OutboxState.UNKNOWN
        office.outlet.arrive()
        office.sync()
        for _ in range(3):
            office.send(after=6)
        assert house.shop.outbox.get(item).state is OutboxState.FILED
        assert len(office.in_sent()) == len(office.sink.accepted) == 1
        assert [one.direction for one in office.opened(conversation).messages] == [
            Direction.INCOMING,
            Direction.OUTGOING,
        ]


def test_a_limit_lets_all_mails_of_the_account_wait_and_tries_none_of_them_again_at_once(house: House) -> None:
    with ExitStack() as open_:
        office = Office(house, replace(EACH["gmail"], domains=("limit.example",)), open_)
        conversation = office.question()
        items = [office.reply(conversation), office.reply(conversation)]
        sink, office.sink.behaviour = office.sink.behaviour, replace(
            office.sink.behaviour, mail_reply=office.posting.too_many
        )
        assert office.send(after=1) == 0
        waiting = [house.shop.outbox.get(item) for item in items]
        assert [(one.state, one.tries, one.problem) for one in waiting] == [
            (OutboxState.QUEUED, 1, "SendLimitReached"),
            (OutboxState.QUEUED, 0, ""),
        ]
        soonest = house.clock.now() + timedelta(minutes=59)
        assert all(one.next_try is not None and one.next_try > soonest for one in waiting)
        office.sink.behaviour = sink
        assert office.send(after=3_700) == 2


def test_a_stranger_cannot_hide_a_mail_behind_one_of_our_message_ids(house: House) -> None:
    with ExitStack() as open_:
        office = Office(house, replace(EACH["fastmail"], domains=("hidden.example",)), open_)
        conversation = office.question()
        office.reply(conversation)
        office.send(after=1)
        (own_id,) = re.findall(rb"(?im)^Message-ID: <([^>]+)>", office.outlet.left[0])
        office.deliver(own_id.decode(), "<q1@hidden.example.example>", "Refund", "Please refund me.")
        office.sync()
        assert len(office.opened(conversation).messages) == 3


# --- what providers say no to, over the wire --------------------------------------------------------------------


def handed_over(key: str, sink: SmtpSink, sender: str, size: int = 100) -> None:
    server = Server(*sink.address, Security.NONE)
    token = "XOAUTH2" in sink.behaviour.mechanisms and "PLAIN" not in sink.behaviour.mechanisms
    mailbox = Mailbox(MailboxId(1), "shop@own.example", server, server, "shop")
    credential = Credential("shop", token=TOKEN) if token else Credential("shop", PASSWORD)
    delivery = SmtpPost().open(mailbox, credential)
    try:
        delivery.begin(sender, ["anna@customer.example"], size)
        delivery.give(b"Subject: %s\r\n\r\nHello\r\n" % key.encode(), lambda: None)
    finally:
        delivery.close()


@pytest.mark.parametrize("key", POSTINGS)
def test_a_refused_sender_a_limit_and_a_size_are_told_apart(key: str) -> None:
    posting = POSTINGS[key]
    with SmtpSink({"shop": PASSWORD}, posting.sink("shop@own.example"), token=TOKEN) as sink:
        handed_over(key, sink, "shop@own.example")
        assert len(sink.accepted) == 1
        with pytest.raises(MailTooLarge):
            handed_over(key, sink, "shop@own.example", posting.size_limit + 1)
        if not posting.forces_sender:
            with pytest.raises(SenderRefused):
                handed_over(key, sink, "else@own.example")
        sink.behaviour = replace(sink.behaviour, mail_reply=posting.too_many)
        with pytest.raises((SendDelayed, ServerBusy)) as caught:
            handed_over(key, sink, "shop@own.example")
        assert not isinstance(caught.value, SendRefused)
        assert len(sink.accepted) == 1
