"""A test mail to oneself over a real server: it leaves, refusals say how far it came, it asks for no answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes

import pytest

from shopdesk.demo.smtp_sink import SinkBehaviour, SmtpSink
from shopdesk.domain.connection import Credential, Tokens
from shopdesk.domain.conversation import ConversationState, Lane
from shopdesk.domain.errors import (
    AnswerLost,
    InputRefused,
    KeychainFailed,
    MailTooLarge,
    SendDelayed,
    SenderRefused,
    SendingNotSetUp,
    SendRefused,
    ServerUnreachable,
    SignInRefused,
)
from shopdesk.domain.mailbox import Mailbox, Security, Server
from shopdesk.domain.trial import Proof, SelfMail, SelfMailStep
from shopdesk.mail.self_mail import write_self_mail
from shopdesk.services.sign_ins import secret_name
from shopdesk.system.keychain import Keychain
from tests.services.bench import SHOP, Bench, a_mailbox

WORDS = ("Sending works", "You sent this to yourself. 你好")
ADDRESS, CONTENT, SIGN_IN = SelfMailStep.ADDRESS, SelfMailStep.CONTENT, SelfMailStep.SIGN_IN


@pytest.fixture
def sink() -> Iterator[SmtpSink]:
    with SmtpSink({SHOP: "secret"}) as sink:
        yield sink


def at(sink: SmtpSink, address: str = SHOP) -> Mailbox:
    return replace(a_mailbox(address), smtp=Server(*sink.address, Security.NONE), user=SHOP)


def send(bench: Bench, mailbox: Mailbox, password: str = "secret") -> SelfMail:  # noqa: S107 - no secret
    credential = Credential(mailbox.user, password=password)
    return bench.shop.outside.self_mails(bench.clock).send(mailbox, lambda: credential, *WORDS)


def test_one_small_mail_leaves_for_the_mailbox_itself(bench: Bench, sink: SmtpSink) -> None:
    assert send(bench, at(sink)) == SelfMail(CONTENT)
    [taken] = sink.accepted
    assert (taken.sender, taken.recipients) == (SHOP, (SHOP,))
    mail = message_from_bytes(taken.raw)
    assert (mail["From"], mail["To"], mail["Subject"]) == (SHOP, SHOP, "Sending works")
    assert (mail["Auto-Submitted"], mail["X-Shopdesk-Test"]) == ("auto-generated", "1")
    assert mail.get_payload(decode=True).decode("utf-8").rstrip() == WORDS[1]  # type: ignore[union-attr]
    assert len(taken.raw) < 1_000


@pytest.mark.parametrize(
    ("behaviour", "step", "failure"),
    [
        (SinkBehaviour(mail_reply="553 5.7.1 sender not owned by user"), ADDRESS, SenderRefused),
        (SinkBehaviour(recipient_replies={SHOP: "550 5.1.1 no such user"}), ADDRESS, SendRefused),
        (SinkBehaviour(recipient_replies={SHOP: "450 4.2.0 greylisted"}), ADDRESS, SendDelayed),
        (SinkBehaviour(size_limit=10), ADDRESS, MailTooLarge),
        (SinkBehaviour(content_reply="554 5.7.1 spam"), CONTENT, SendRefused),
        (SinkBehaviour(content_reply="451 4.3.0 later"), CONTENT, SendDelayed),
        (SinkBehaviour(loses_reply=True), CONTENT, AnswerLost),
    ],
)
def test_every_refusal_says_how_far_the_mail_came(
    bench: Bench, sink: SmtpSink, behaviour: SinkBehaviour, step: SelfMailStep, failure: type[Exception]
) -> None:
    sink.behaviour = behaviour
    outcome = send(bench, at(sink))
    assert (outcome.step, type(outcome.failure)) == (step, failure)


def test_what_fails_before_the_mail_is_named(bench: Bench, sink: SmtpSink) -> None:
    nobody = replace(at(sink), smtp=Server("127.0.0.1", 9, Security.NONE))

    def locked() -> Credential:
        raise KeychainFailed

    outcomes = [
        send(bench, at(sink), "wrong"),
        send(bench, nobody),
        send(bench, replace(nobody, smtp=None)),
        send(bench, at(sink, "ümlaut@shop.example")),
        bench.shop.outside.self_mails(bench.clock).send(at(sink), locked, *WORDS),
    ]
    assert [(one.step, type(one.failure)) for one in outcomes] == [
        (SIGN_IN, SignInRefused),
        (SIGN_IN, ServerUnreachable),
        (SIGN_IN, SendingNotSetUp),
        (ADDRESS, InputRefused),
        (SIGN_IN, KeychainFailed),
    ]
    assert sink.accepted == []


def test_mailboxes_that_are_kept_and_that_are_not_send_with_their_own_proof(bench: Bench, sink: SmtpSink) -> None:
    known = bench.shop.mailboxes.by_address(SHOP)
    bench.shop.mailboxes.change(replace(known, smtp=Server(*sink.address, Security.NONE)), "secret")
    assert Keychain().load(secret_name(SHOP)) == "secret"
    assert bench.shop.mailboxes.send_to_oneself(SHOP, *WORDS) == SelfMail(CONTENT)
    connecting = bench.shop.connecting
    assert connecting.send_to_oneself(at(sink), Proof("secret"), *WORDS) == SelfMail(CONTENT)
    by_token = Proof(tokens=Tokens("access", "refresh", bench.clock.now()))
    assert isinstance(connecting.send_to_oneself(at(sink), by_token, *WORDS).failure, Exception)
    assert len(sink.accepted) == 2


@pytest.mark.parametrize("drop", [(), (b"Auto-Submitted: auto-generated\r\n",)])
def test_it_comes_back_as_a_machines_mail_that_is_done(bench: Bench, drop: tuple[bytes, ...]) -> None:
    """Also where a server drops the usual mark; the copy in Sent changes nothing."""
    _, raw = write_self_mail(SHOP, *WORDS, bench.clock.now())
    for line in drop:
        assert line in raw
        raw = raw.replace(line, b"")
    bench.come(raw)
    bench.come(raw, folder="Sent")
    [row] = bench.use.rows([*bench.use.ids(ConversationState.DONE, Lane.MACHINES)])
    assert (row.state, row.lane, row.messages) == (ConversationState.DONE, Lane.MACHINES, 1)
    assert bench.use.counts().needs_reply == 0
    assert bench.use.counts().waiting == 0
