"""Mails that leave are legal whatever was typed, and other programs read back what was meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.message import Address
from shopdesk.domain.outgoing import OutgoingFile, OutgoingMail
from shopdesk.mail.read_mime import read_mail
from shopdesk.mail.write_mime import MailWriter, write_mail

ANNA, US = Address("Anna", "anna@customer.example"), Address("Linenhaus", "shop@own.example")
PLAIN = OutgoingMail(US, (ANNA,), "Re: Lamp", "Hello", "<m@own.example>", datetime(2026, 11, 21, tzinfo=UTC))
OUTLOOK = "<AM6PR03MB51706C4B5F7A9D7E0A5C5B3DCD6A9F00112233445566778899@AM6PR03MB5170.eurprd03.prod.outlook.com>"
LONG = "a" * 40 + "." + "b" * 23 + "@marketplace.with.a.long.name.amazon.example"


def parsed(raw: bytes) -> EmailMessage:
    message = message_from_bytes(raw, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def assert_legal(raw: bytes) -> None:
    assert raw.isascii()
    lines = raw.split(b"\r\n")
    assert max(map(len, lines)) <= 998
    assert not any(b"\r" in line or b"\n" in line for line in lines)


def test_message_ids_longer_than_a_line_stay_as_they_are() -> None:
    ids = tuple(OUTLOOK.replace("AM6", f"AM{number}") for number in range(5))
    raw = write_mail(replace(PLAIN, in_reply_to=ids[-1], references=ids[:-1]))
    assert_legal(raw)
    assert b"\r\nIn-Reply-To: " + ids[-1].encode() + b"\r\n" in raw
    assert b"\r\nReferences: " + "\r\n ".join(ids).encode() + b"\r\n" in raw
    assert read_mail(raw).references == ids


@pytest.mark.parametrize(
    "name", ["", "Anna", "Müller, Anna", 'Anna "the lamp" \\ M.', "王小明", "=?utf-8?q?Eve?=", "x" * 190, "ü" * 150]
)
def test_several_people_with_long_addresses_are_read_back(name: str) -> None:
    people = (Address(name, LONG), Address(name, "b@customer.example"), Address(name, LONG))
    raw = write_mail(replace(PLAIN, to=people, cc=people, sender=Address(name, US.email)))
    assert_legal(raw)
    assert [one.addr_spec for one in parsed(raw)["To"].addresses] == [one.email for one in people]
    read = read_mail(raw)
    assert [(one.name, one.email) for one in read.to] == [(one.name, one.email) for one in people]
    assert read.cc == read.to
    assert read.sender.name == name


@settings(max_examples=30)
@given(words=st.text(max_size=300), number=st.integers(0, 4))
def test_no_words_become_a_header_or_break_one(words: str, number: int) -> None:
    file = OutgoingFile(words, "image/png", b"x")
    changed = (
        replace(PLAIN, subject=words), replace(PLAIN, to=(Address(words, ANNA.email),)), replace(PLAIN, text=words),
        replace(PLAIN, in_reply_to=words, references=(words, OUTLOOK)), replace(PLAIN, files=(file,)),
    )  # fmt: skip
    raw = write_mail(changed[number])
    assert_legal(raw)
    expected = {"from", "to", "subject", "date", "message-id", "mime-version", "content-type"}
    assert {name.lower() for name in parsed(raw)} <= expected | {"in-reply-to", "references"}


def test_lines_of_one_dot_and_lines_of_4000_letters_arrive_as_typed() -> None:
    text = "first\n.\n..\nFrom here\n" + "ä" * 4000
    raw = write_mail(replace(PLAIN, text=text))
    assert_legal(raw)
    assert read_mail(raw).text == text


def test_a_domain_is_written_in_punycode_and_letters_before_the_at_are_refused() -> None:
    writer = MailWriter()
    assert writer.envelope("anna@müller.example") == "anna@xn--mller-kva.example"
    for wrong in ("änna@customer.example", "anna b@customer.example", "anna@x\r\nBcc: y@z", "anna", "@x.example", "a@"):
        with pytest.raises(InputRefused):
            writer.envelope(wrong)
    assert writer.new_id(US.email) != writer.new_id(US.email)
    assert writer.new_id(US.email).endswith("@own.example>")
