"""Pictures and signatures in mails that leave, read back with our reader and with Python's."""

from __future__ import annotations

import email
import email.policy
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from shopdesk.domain.draft import PICTURE
from shopdesk.domain.message import Address
from shopdesk.domain.outgoing import OutgoingFile, OutgoingMail, OutgoingPicture, picture_words
from shopdesk.mail.read_mime import read_attachment, read_mail
from shopdesk.mail.write_mime import write_mail

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4


def picture(number: int, name: str = "lamp.png") -> OutgoingPicture:
    file = OutgoingFile(name, "image/png", PNG + bytes([number]))
    return OutgoingPicture(file, f"<p{number}@shop.example>", picture_words("en", name))


def outgoing(text: str, *pictures: OutgoingPicture, **more: object) -> OutgoingMail:
    return OutgoingMail(
        Address("Shop", "hello@shop.example"),
        (Address("Anna", "anna@mail.example"),),
        "Re: Lamp",
        text,
        "<1@shop.example>",
        datetime(2026, 11, 2, 8, tzinfo=UTC),
        pictures=pictures,
        **more,  # type: ignore[arg-type]
    )


def parsed(raw: bytes) -> EmailMessage:
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def shape(message: EmailMessage) -> object:
    kind = message.get_content_type()
    return (kind, [shape(part) for part in message.iter_parts()]) if message.is_multipart() else kind  # type: ignore[arg-type]


def test_pictures_are_related_to_the_page_and_files_stand_beside_both() -> None:
    label = OutgoingFile("label.pdf", "application/pdf", b"%PDF")
    text = f"See {PICTURE}\n\nand {PICTURE}."
    raw = write_mail(outgoing(text, picture(1), picture(2), files=(label,)))
    related = ("multipart/related", ["text/html", "image/png", "image/png"])
    words = ("multipart/alternative", ["text/plain", related])
    assert shape(parsed(raw)) == ("multipart/mixed", [words, "application/pdf"])
    plain = parsed(raw).get_body(("plain",))
    assert plain is not None
    assert plain.get_content().split() == "See [picture: lamp.png] and [picture: lamp.png].".split()


def test_our_reader_finds_the_pictures_by_the_ids_that_the_page_names() -> None:
    raw = write_mail(outgoing(f"See {PICTURE} and {PICTURE}.", picture(1), picture(2)))
    mail = read_mail(raw)
    assert [(one.content_id, one.inline) for one in mail.attachments] == [
        ("p1@shop.example", True),
        ("p2@shop.example", True),
    ]
    assert "cid:p1@shop.example" in mail.html
    assert mail.html.index("p1@shop") < mail.html.index("p2@shop")
    assert read_attachment(raw, mail.attachments[1].number) == PNG + b"\x02"


@pytest.mark.parametrize(
    "name",
    ['"><script>.png', f"{PICTURE}.png", "a\r\nBcc: x@y.example.png", "灯.png", "{{ x }}.png", "x" * 400 + ".png"],
)
def test_no_name_of_a_picture_becomes_markup_a_header_or_another_picture(name: str) -> None:
    raw = write_mail(outgoing(f"{PICTURE}{PICTURE}", picture(1, name), picture(2)))
    message = parsed(raw)
    assert message["Bcc"] is None
    page = message.get_body(("html",))
    assert page is not None
    html = page.get_content()
    assert html.count("<img ") == 2
    assert "<script" not in html
    assert html.index("cid:p1@") < html.index("cid:p2@")
    assert [part.get_content() for part in message.walk() if part.get_content_type() == "image/png"] == [
        PNG + b"\x01",
        PNG + b"\x02",
    ]


def test_a_signature_stands_below_its_line_and_above_what_is_quoted() -> None:
    quoted = "On 2026-11-02, Anna wrote:\n> Where is it?"
    raw = write_mail(outgoing("On its way.", signature="Mei <Linen Haus>\n+49 30 1", quoted=quoted))
    plain, page = (parsed(raw).get_body((kind,)) for kind in ("plain", "html"))
    assert plain is not None
    assert page is not None
    lines = "On its way.|| -- |Mei <Linen Haus>|+49 30 1||On 2026-11-02, Anna wrote:|> Where is it?".split("|")
    assert plain.get_content().splitlines() == [line.replace(" -- ", "-- ") for line in lines]
    html = page.get_content()
    assert html.index("On its way.") < html.index("-- <br>") < html.index("Mei &lt;Linen Haus&gt;<br>")
    assert html.index("+49 30 1</div>") < html.index("<blockquote")
    assert read_mail(raw).own_words == "On its way."


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "[picture: a b.png]"),
        ("zh_CN", "[图片: a b.png]"),
        ("de", "[Bild: a b.png]"),
        ("x", "[picture: a b.png]"),
    ],
)
def test_the_words_for_a_picture_are_in_the_language_of_the_mail(language: str, words: str) -> None:
    assert picture_words(language, "a \n b.png") == words
