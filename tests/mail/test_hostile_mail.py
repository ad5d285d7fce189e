"""Mail as it comes: broken, incomplete and hostile; each one alone is read, and none stops the reader."""
# ruff: noqa: E501 - samples of mail read better on one line

import base64
from datetime import UTC, datetime

import pytest

from shopdesk.domain.errors import MailRefused
from shopdesk.domain.message import Mail
from shopdesk.mail.read_mime import read_attachment, read_mail

PLAIN = b"From: Jane <jane@example.com>\r\nSubject: Order\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"


def _header(line: bytes) -> Mail:
    return read_mail(line + b"\r\n\r\nbody\r\n")


def _mixed(*parts: bytes) -> bytes:
    return (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
        + b"".join(b"--b\r\n" + part + b"\r\n" for part in parts)
        + b"--b--\r\n"
    )


# --- incomplete mail ---------------------------------------------------------------------------------


def test_a_mail_of_headers_only_is_listed() -> None:
    mail = read_mail(b"Subject: only\nFrom: a@b.com")
    assert (mail.subject, mail.sender.email, mail.text, mail.own_words) == ("only", "a@b.com", "", "")


def test_a_mail_of_a_body_only_is_listed() -> None:
    assert read_mail(b"just words\nmore words").text == "just words\nmore words"
    assert read_mail(b"\r\nafter an empty line").text.strip() == "after an empty line"


def test_a_mail_of_zero_bytes_is_listed() -> None:
    assert read_mail(b"") == read_mail(b"")
    assert read_mail(b"").text == ""


def test_the_empty_line_before_the_body_may_be_missing() -> None:
    mail = read_mail(b"Subject: x\nFrom: a@b.com\nHello there, no empty line\nsecond line\n\nthird")
    assert mail.subject == "x"
    assert mail.text == "Hello there, no empty line\nsecond line\n\nthird"


def test_a_line_of_an_mbox_before_the_headers_does_no_harm() -> None:
    assert read_mail(b"From jane@x Mon Sep  2 10:03:11 2024\nSubject: x\n\nbody").subject == "x"


def test_bare_carriage_returns_end_lines() -> None:
    mail = read_mail(b"Subject: mac\rFrom: a@b.com\r\rone\rtwo")
    assert (mail.subject, mail.text) == ("mac", "one\ntwo")
    assert read_mail(b"Subject: x\n\none\rtwo\nthree").text == "one\ntwo\nthree"


def test_control_characters_do_not_reach_the_text() -> None:
    mail = read_mail(
        b"Subject: a\x00b\x1b[31mc\x07\nFrom: \x00Eve\x1b <e@x.com>\n\nbell\x07 nul\x00 esc\x1b[2J tab\tend"
    )
    assert mail.subject == "ab[31mc"
    assert mail.sender.name == "Eve"
    assert mail.text == "bell nul esc[2J tab\tend"


# --- senders, dates, ids -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "name", "email"),
    [
        (b"From: Jane Doe <jane@example.com>", "Jane Doe", "jane@example.com"),
        (b"From: jane@example.com", "", "jane@example.com"),
        (b"From: jane@example.com (Jane Doe)", "Jane Doe", "jane@example.com"),
        (b'From: "Doe, Jane" <jane@example.com>', "Doe, Jane", "jane@example.com"),
        (b'From: "Jane \\"JD\\" Doe" <jane@example.com>', 'Jane "JD" Doe', "jane@example.com"),
        (b"From: =?utf-8?Q?Doe=2C_Jane?= <jane@example.com>", "Doe, Jane", "jane@example.com"),
        (b"From: =?utf-8?B?SmFuZSBEb2UgPGphbmVAZXhhbXBsZS5jb20+?=", "Jane Doe", "jane@example.com"),
        (b'From: "=?utf-8?Q?J=C3=B6rg?=" <jane@example.com>', "Jörg", "jane@example.com"),
        (b"From: 'Jane' <jane@example.com>", "Jane", "jane@example.com"),
        (b"From: <<jane@example.com>>", "", "jane@example.com"),
        (b"From: jane@example.com <jane@example.com>", "", "jane@example.com"),
        (b'From: "service@paypal.com" <evil@bad.example>', "service@paypal.com", "evil@bad.example"),
        ("From: Jane\u202e\u200b moc.dab <evil@bad.example>".encode(), "Jane moc.dab", "evil@bad.example"),
        (b"From: Jane" + b" " * 300 + b"Doe <evil@bad.example>", "Jane Doe", "evil@bad.example"),
        (b"From: Nobody", "Nobody", ""),
        (b"From: <@relay.example,@b.example:jane@example.com>", "", "jane@example.com"),
        (b"From: mailto:jane@example.com", "", "jane@example.com"),
        (b"From: first@example.com, second@example.com", "", "first@example.com"),
        (b"From:\r\nSender: list@example.com\r\nFrom: jane@example.com", "", "jane@example.com"),
        (b"Sender: Shop <shop@example.com>", "Shop", "shop@example.com"),
        (b"From: ", "", ""),
        (b'From: "Jane <jane@example.com>', "Jane", "jane@example.com"),
        (b"From: Jane [x] <jane@[127.0.0.1]>", "Jane [x]", "jane@[127.0.0.1]"),
    ],
)
def test_the_sender_is_shown_as_he_is(header: bytes, name: str, email: str) -> None:
    sender = _header(header).sender
    assert (sender.name, sender.email) == (name, email)


def test_groups_and_hidden_receivers_can_be_answered_to() -> None:
    mail = read_mail(
        b'To: Team: a@x.com, "B, C" <b@x.com>;, c@x.com\r\nCc: undisclosed-recipients:;\r\nFrom: d@x.com\r\n\r\n'
    )
    assert [one.email for one in mail.to] == ["a@x.com", "b@x.com", "c@x.com"]
    assert mail.to[1].name == "B, C"
    assert mail.cc == ()


def test_reply_to_elsewhere_and_delivery_addresses_are_told() -> None:
    raw = b'From: a@x.com\r\nReply-To: "B" <b@y.com>, c@y.com\r\nDelivered-To: shop@z.com\r\nX-Original-To: shop@z.com\r\nEnvelope-To: hi@z.com\r\n\r\n'
    mail = read_mail(raw)
    assert [one.email for one in mail.reply_to] == ["b@y.com", "c@y.com"]
    assert mail.delivered_to == ("shop@z.com", "hi@z.com")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (b"Mon, 02 Sep 2024 10:03:11 +0200", datetime(2024, 9, 2, 8, 3, 11, tzinfo=UTC)),
        (b"2 Sep 2024 10:03 GMT", datetime(2024, 9, 2, 10, 3, tzinfo=UTC)),
        (b"Mon, 2 Sep 2024 10:03:60 -0530 (IST)", datetime(2024, 9, 2, 15, 33, 59, tzinfo=UTC)),
        (b"Monday, 02-September-2024 10:03:11 Z", datetime(2024, 9, 2, 10, 3, 11, tzinfo=UTC)),
        (b"", None),
        (b"yesterday evening", None),
        (b"Mon, 02 Sep 0000 10:03:11 +0000", None),
        (b"Thu, 01 Jan 1970 00:00:00 +0000", None),
        (b"Mon, 02 Sep 2024 10:03:11 +9900", None),
        (b"Mon, 32 Sep 2024 10:03:11 +0000", None),
        (b"Mon, 02 Foo 2024 10:03:11 +0000", None),
        (b"Mon, 02 Sep 9999 10:03:11 +0000", None),
        (b"Mon, 02 Sep 2024 25:61:11 +0000", None),
    ],
)
def test_a_date_is_read_or_left_to_the_server(date: bytes, expected: datetime | None) -> None:
    assert _header(b"Date: " + date).sent_at == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (b"Message-ID: <a@b>", "<a@b>"),
        (b"Message-ID:\r\n <very.long\r\n @b>", "<very.long@b>"),
        (b'Message-ID: "<a@b>"', "<a@b>"),
        (b"Message-ID: a@b", "<a@b>"),
        (b"Message-ID: <>", ""),
        (b"Message-ID: ", ""),
        (b"Subject: none", ""),
        (b"Message-ID: <" + b"x" * 5000 + b"@b>", ""),
        (b"Message-ID: <a\x00@b>", "<a@b>"),
        (b"Message-ID: no-at-sign", "<no-at-sign>"),
    ],
)
def test_a_message_id_is_taken_if_it_can_be_used(header: bytes, expected: str) -> None:
    assert _header(header).message_id == expected


def test_references_keep_the_first_and_the_newest() -> None:
    ids = [f"<{number}@x>" for number in range(20_000)]
    mail = _header(b"References: " + "\r\n ".join(ids).encode() + b"\r\nIn-Reply-To: Your mail of Monday <19999@x>")
    assert len(mail.references) == 50
    assert mail.references[0] == ids[0]
    assert mail.references[-1] == ids[-1]
    assert mail.in_reply_to == (ids[-1],)


# --- structure -----------------------------------------------------------------------------------------

ODD_STRUCTURES = {
    "a multipart without its end": b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nreadable",
    "a multipart without a boundary": b"Content-Type: multipart/mixed\n\n--b\n\nreadable\n--b--\n",
    "a multipart whose boundary occurs nowhere": b"Content-Type: multipart/mixed; boundary=zzz\n\nreadable",
    "an inner boundary that extends the outer": b"Content-Type: multipart/mixed; boundary=a\n\n--a\n"
    b"Content-Type: multipart/mixed; boundary=ab\n\n--ab\n\nreadable\n--ab--\n--a--\n",
    "the same boundary twice": b"Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; boundary=a\n\n"
    b"--a\n\nreadable\n--a--\n--a--\n",
    "base64 on a multipart": b"Content-Type: multipart/mixed; boundary=a\nContent-Transfer-Encoding: base64\n\n"
    + base64.encodebytes(b"--a\n\nreadable\n--a--\n"),
    "base64 claimed for a multipart": b"Content-Type: multipart/mixed; boundary=a\nContent-Transfer-Encoding: base64\n\n--a\n\nreadable\n--a--\n",
    "a boundary with spaces behind": b'Content-Type: multipart/mixed; boundary="a "\n\n--a   \n\nreadable\n--a--  \n',
    "no empty line in a part": b"Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: text/plain\nreadable\n--a--\n",
    "an unknown multipart": b"Content-Type: multipart/x-new; boundary=a\n\n--a\n\nreadable\n--a--\n",
    "text and nothing else": b"Content-Type: text\n\nreadable",
    "two content types": b"Content-Type: text/plain\nContent-Type: multipart/mixed; boundary=x\n\nreadable",
    "an unknown text": b"Content-Type: text/x-new\n\nreadable",
    "a nameless attachment as the whole mail": b"Content-Type: text/plain\nContent-Disposition: attachment\n\nreadable",
    "enriched text": b"Content-Type: text/enriched\n\n<bold>read</bold>able",
}


@pytest.mark.parametrize("structure", ODD_STRUCTURES)
def test_the_text_of_a_broken_structure_is_readable(structure: str) -> None:
    for raw in (ODD_STRUCTURES[structure], ODD_STRUCTURES[structure].replace(b"\n", b"\r\n")):
        assert read_mail(raw).text.strip() == "readable"


def test_an_empty_multipart_is_listed() -> None:
    assert read_mail(b"Content-Type: multipart/mixed; boundary=a\n\n--a--\n").text == ""


ODD_ENCODINGS = {
    "base64 without padding": (b"base64", b"cmVhZGFibGU", "readable"),
    "base64 with a letter too many": (b"base64", b"cmVhZGFibGUhX", "readable!"),
    "base64 with rubbish in it": (b"base64", b"cmVh*ZGF-ibGU=", "readable"),
    "base64 in two pieces": (b"base64", b"cmVhZA==\nYWJsZQ==", "readable"),
    "base64 claimed for words": (b"base64", b"This is readable, is it not", "This is readable, is it not"),
    "quoted-printable with broken signs": (b"quoted-printable", b"r=65ad=zzable=", "read=zzable"),
    "quoted-printable with soft breaks": (b"quoted-printable", b"read=  \nable", "readable"),
    "an unknown encoding": (b"x-new", b"readable", "readable"),
    "an encoding with a comment": (b"(sure) base64 (yes)", b"readable", "readable"),
    "capitals and a semicolon": (b"BASE64;", b"cmVhZGFibGU=", "readable"),
}


@pytest.mark.parametrize("encoding", ODD_ENCODINGS)
def test_what_can_be_read_of_a_broken_encoding_is_shown(encoding: str) -> None:
    name, body, expected = ODD_ENCODINGS[encoding]
    assert read_mail(b"Content-Transfer-Encoding: " + name + b"\n\n" + body).text.strip() == expected


def test_a_uuencoded_file_in_the_text_becomes_an_attachment() -> None:
    raw = PLAIN + b"See below\nbegin 644 note.txt\n#0V%T\n`\nend\nThanks\n"
    mail = read_mail(raw)
    assert mail.text == "See below\nThanks"
    assert [(one.name, one.size) for one in mail.attachments] == [("note.txt", 3)]
    assert read_attachment(raw, 0) == b"Cat"


def test_words_about_beginning_are_no_uuencoded_file() -> None:
    raw = PLAIN + b"begin 644 reasons to be happy\nI will begin to read.\n"
    assert "begin to read" in read_mail(raw).text


# --- what is said and never fetched ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content_type", "special"),
    [
        (b"application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "encrypted"),
        (b"application/pkcs7-mime; smime-type=signed-data; name=smime.p7m", "signed"),
        (b"application/pkcs7-signature; name=smime.p7s", "signed"),
        (b"application/pgp-signature", "signed"),
        (b"text/calendar; method=REQUEST", "calendar"),
        (b"text/vcard", "vcard"),
        (b"message/rfc822", "mail-in-mail"),
        (b'message/external-body; access-type=URL; URL="http://evil.example/x"', "external-body"),
    ],
)
def test_special_parts_are_told_and_can_be_saved(content_type: bytes, special: str) -> None:
    raw = _mixed(b"\r\nhello", b"Content-Type: " + content_type + b"\r\n\r\nSubject: inner\r\n\r\ncontent")
    mail = read_mail(raw)
    assert special in mail.special
    assert len(mail.attachments) == 1
    assert b"content" in read_attachment(raw, 0)
    assert mail.text.strip() == "hello"


@pytest.mark.parametrize(
    ("media_type", "special", "name"),
    [("text/calendar", "calendar", "attachment-1.ics"), ("text/vcard", "vcard", "attachment-1.vcf")],
)
def test_a_mail_that_is_only_a_card_or_date_can_be_saved(media_type: str, special: str, name: str) -> None:
    mail = read_mail(f"Content-Type: {media_type}\n\nBEGIN:X".encode())
    assert (mail.text, mail.special, mail.attachments[0].name) == ("", {special}, name)


def test_a_mail_in_a_mail_is_saved_under_its_subject() -> None:
    mail = read_mail(
        _mixed(b"\r\nsee", b"Content-Type: message/rfc822\r\n\r\nSubject: =?utf-8?Q?Gr=C3=B6=C3=9Fe?=\r\n\r\nx")
    )
    assert mail.attachments[0].name == "Größe.eml"


def test_containers_of_signed_and_encrypted_mail_are_told() -> None:
    signed = b"Content-Type: multipart/signed; boundary=b\n\n--b\n\nhi\n--b\nContent-Type: application/pgp-signature\n\nS\n--b--"
    assert "signed" in read_mail(signed).special
    encrypted = (
        b"Content-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\n1\n--b--"
    )
    assert "encrypted" in read_mail(encrypted).special
    assert "encrypted" in read_mail(PLAIN + b"-----BEGIN PGP MESSAGE-----\nxx\n").special


# --- text and HTML ---------------------------------------------------------------------------------------


def _alternative(plain: str, html: str) -> bytes:
    return (
        b"Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n" + plain.encode()
        + b"\n--b\nContent-Type: text/html; charset=utf-8\n\n" + html.encode() + b"\n--b--\n"
    )  # fmt: skip


def test_text_and_html_that_say_different_things_are_both_found_and_told() -> None:
    mail = read_mail(
        _alternative(
            "You have won a great prize in our lottery today",
            "<p>Where is my parcel with the order number 4711, please?</p>",
        )
    )
    assert "text-differs-from-html" in mail.special
    assert "won a great prize" in mail.text
    assert "order number 4711" in mail.text
    assert mail.own_words.startswith("Where is my parcel")


@pytest.mark.parametrize(
    ("own", "quoted"),
    [("好的，谢谢", ["你好", "货已发出", "单号见下", "请查收", "祝好"]), ("Thanks", ["Hello,", "it left", "today.", "Bye"])],
)
def test_signs_of_quotes_and_lists_make_no_difference(own: str, quoted: list[str]) -> None:
    plain = "\n".join([own, "", *[f"> {line}" for line in quoted], *[f">> * {line}" for line in quoted]])
    lines, items = "".join(f"<div>{line}</div>" for line in quoted), "".join(f"<li>{line}" for line in quoted)
    mail = read_mail(
        _alternative(plain, f"<div>{own}</div><blockquote>{lines}<blockquote><ul>{items}</ul></blockquote></blockquote>")
    )
    assert "text-differs-from-html" not in mail.special
    assert mail.text.strip() == plain
    assert mail.own_words == own


def test_text_and_html_that_agree_are_kept_once() -> None:
    words = "Where is my parcel with the order number 4711, please? I wait for it since two weeks."
    mail = read_mail(_alternative(words, f"<div>{words.replace('please', '<b>please</b>')}</div>"))
    assert mail.special == frozenset()
    assert mail.text == words


def test_html_that_says_more_than_the_text_is_the_one_that_is_searched() -> None:
    words = "Where is my parcel with the order number 4711, please?"
    rows = "".join(f"<p>Row {number} of a long footer that the plain text does not have</p>" for number in range(20))
    mail = read_mail(_alternative(words, f"<p>{words}</p>{rows}"))
    assert "Row 19" in mail.text
    assert mail.own_words == words


def test_format_flowed_lines_are_joined() -> None:
    raw = b"Content-Type: text/plain; format=flowed\n\nThis is one \nlong line.\n> quoted \n> line\n-- \nJane"
    mail = read_mail(raw)
    assert mail.text.startswith("This is one long line.\n> quoted")
    assert mail.own_words == "This is one long line."


def test_a_pure_attachment_mail_has_no_text() -> None:
    raw = b"Content-Type: application/pdf; name=x.pdf\nContent-Transfer-Encoding: base64\n\nUERG"
    mail = read_mail(raw)
    assert (mail.text, mail.attachments[0].name, mail.attachments[0].size) == ("", "x.pdf", 3)
    assert read_attachment(raw, 0) == b"PDF"


@pytest.mark.parametrize("number", [-1, 1, 99])
def test_an_attachment_that_does_not_exist_is_refused(number: int) -> None:
    with pytest.raises(MailRefused):
        read_attachment(_mixed(b"\r\nhi", b"Content-Type: application/pdf\r\n\r\nX"), number)


def test_pieces_of_text_between_files_are_all_read() -> None:
    raw = _mixed(b"\r\nbefore", b"Content-Type: image/png; name=a.png\r\n\r\nX", b"\r\nafter")
    mail = read_mail(raw)
    assert mail.text.split() == ["before", "after"]
    assert mail.own_words.split() == ["before", "after"]
    mixed = _mixed(b"Content-Type: text/html\r\n\r\n<p>one</p>", b"\r\ntwo <2>")
    assert read_mail(mixed).html == "<p>one</p><hr><p>two &lt;2&gt;</p>"


def test_a_text_file_is_a_file_and_not_part_of_the_words() -> None:
    raw = _mixed(
        b"\r\nhello",
        b"Content-Type: text/plain; name=log.txt\r\nContent-Disposition: inline; filename=log.txt\r\n\r\nlog lines",
    )
    mail = read_mail(raw)
    assert mail.text.strip() == "hello"
    assert mail.attachments[0].name == "log.txt"
