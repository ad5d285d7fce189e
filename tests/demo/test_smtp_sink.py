"""The SMTP sink keeps what it accepts and refuses as it is told."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from shopdesk.demo.smtp_sink import Accepted, SinkBehaviour, SmtpSink
from tests.servers.certificates import Authority

ACCOUNTS = {"shop@example.org": "secret"}
RAW = b"Subject: Hi\r\n\r\n.dot\r\nbytes \xff\r\n"


@pytest.fixture
def sink() -> Iterator[SmtpSink]:
    with SmtpSink(ACCOUNTS) as sink:
        yield sink


def connect(sink: SmtpSink) -> smtplib.SMTP:
    client = smtplib.SMTP(*sink.address, timeout=5)
    client.login("shop@example.org", "secret")
    return client


def test_a_mail_is_kept_byte_for_byte(sink: SmtpSink) -> None:
    with connect(sink) as client:
        client.sendmail("shop@example.org", ["a@example.org", "b@example.org"], RAW)
    (mail,) = sink.accepted
    assert mail.raw == RAW
    assert mail.recipients == ("a@example.org", "b@example.org")
    assert (mail.sender, mail.user) == ("shop@example.org", "shop@example.org")


def test_a_wrong_password_is_refused_at_once(sink: SmtpSink) -> None:
    client = smtplib.SMTP(*sink.address, timeout=5)
    with pytest.raises(smtplib.SMTPAuthenticationError):
        client.login("shop@example.org", "wrong")
    client.close()


def test_nothing_is_taken_without_sign_in(sink: SmtpSink) -> None:
    client = smtplib.SMTP(*sink.address, timeout=5)
    with pytest.raises(smtplib.SMTPSenderRefused):
        client.sendmail("a@example.org", ["b@example.org"], RAW)
    client.close()
    assert sink.accepted == []


def test_one_recipient_can_be_refused(sink: SmtpSink) -> None:
    sink.behaviour = SinkBehaviour(recipient_replies={"b@example.org": "550 5.1.1 no such user"})
    with connect(sink) as client:
        refused = client.sendmail("shop@example.org", ["a@example.org", "b@example.org"], RAW)
    assert refused["b@example.org"][0] == 550
    assert sink.accepted[0].recipients == ("a@example.org",)


@pytest.mark.parametrize("behaviour", [SinkBehaviour(content_reply="451 later"), SinkBehaviour(mail_reply="450 x")])
def test_a_refused_mail_is_not_kept(sink: SmtpSink, behaviour: SinkBehaviour) -> None:
    sink.behaviour = behaviour
    with connect(sink) as client, pytest.raises((smtplib.SMTPDataError, smtplib.SMTPSenderRefused)):
        client.sendmail("shop@example.org", ["a@example.org"], RAW)
    assert sink.accepted == []


def test_a_lost_reply_leaves_the_mail_accepted(sink: SmtpSink) -> None:
    sink.behaviour = replace(sink.behaviour, loses_reply=True)
    client = connect(sink)
    with pytest.raises(smtplib.SMTPServerDisconnected):
        client.sendmail("shop@example.org", ["a@example.org"], RAW)
    client.close()
    assert len(sink.accepted) == 1


@pytest.mark.parametrize("is_implicit", [True, False])
def test_tls_from_the_start_and_after_starttls(tmp_path: Path, is_implicit: bool) -> None:
    authority = Authority(tmp_path)
    papers = authority.papers("localhost", "127.0.0.1")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(papers.certificate, papers.key)
    trust = ssl.create_default_context(cafile=str(authority.ca_file))
    handed_on: list[Accepted] = []
    with SmtpSink(ACCOUNTS, tls=context, is_implicit=is_implicit, deliver=handed_on.append) as sink:
        if is_implicit:
            client: smtplib.SMTP = smtplib.SMTP_SSL(*sink.address, timeout=5, context=trust)
        else:
            client = smtplib.SMTP(*sink.address, timeout=5)
            client.starttls(context=trust)
        client.login("shop@example.org", "secret")
        client.sendmail("shop@example.org", ["a@example.org"], RAW)
        client.quit()
    assert [mail.raw for mail in handed_on] == [RAW]


def test_the_sink_ends_with_a_client_still_connected() -> None:
    sink = SmtpSink(ACCOUNTS)
    with sink:
        client = connect(sink)
    with pytest.raises((smtplib.SMTPServerDisconnected, OSError)):
        client.noop()
    client.close()
    sink.stop()
    assert sink.accepted == []
