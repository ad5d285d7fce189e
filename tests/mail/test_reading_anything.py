"""Whatever bytes come: a mail with valid, bounded text, or MailRefused; never another exception, never a long wait."""
# ruff: noqa: E501, ISC004 - samples of mail read better on one line

import base64
import dataclasses
import random
import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from shopdesk.domain.errors import MailRefused
from shopdesk.domain.message import Mail
from shopdesk.mail.quoting import own_html
from shopdesk.mail.read_mime import read_attachment, read_mail

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))

REAL_LOOKING = [
    b"From: =?gb2312?B?1cXO3g==?= <a@qq.com>\r\nTo: shop@x.com\r\nSubject: =?utf-8?Q?Wo_bleibt_meine_Bestellung=3F?=\r\nMessage-ID: <1@qq.com>\r\n"
    b"Date: Mon, 02 Sep 2024 10:03:11 +0800\r\nReferences: <0@x.com>\r\nContent-Type: multipart/alternative; boundary=\"=_b\"\r\n\r\n--=_b\r\n"
    b"Content-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes("您好，订单没有收到。".encode("gbk") * 20)
    + b"\r\n--=_b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<div style=3D\"color:red\">Hello=20<b>x</b>"
    b"<img src=3D\"cid:p@x\"><blockquote>old</blockquote></div>=\r\n\r\n--=_b--\r\n",
    b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee file\nbegin 644 a.txt\n#0V%T\n`\nend\n--b\nContent-Type: image/png; name*0*=utf-8''%E4%BD;\n name*1*=%A0.png\n"
    b"Content-ID: <p@x>\nContent-Transfer-Encoding: base64\n\nUE5HUE5H\n--b\nContent-Type: message/rfc822\n\nSubject: inner\n\nx\n--b--\n",
    b"From: mailer-daemon@x.com\nSubject: Undelivered\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nsorry\n--b\n"
    b"Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822;a@b.com\nAction: failed\nDiagnostic-Code: smtp; 550 no\n--b--\n",
    b"Content-Type: application/ms-tnef; name=winmail.dat\n\n\x78\x9f\x3e\x22\x01\x00\x02\x10\x80\x01\x00\x06\x00\x00\x00x.txt\x00\x00\x00",
    b"Subject: x\n\nOn Mon, Sep 2, 2024, Shop <s@x.com> wrote:\n> Hello\nanswer\n-- \nJane\n",
]  # fmt: skip
PIECES = [
    b"\n", b"\r\n", b"\r", b"\n\n", b"--b", b"--b--", b"=?utf-8?B?", b"?=", b"=?x?Q?", b"\x00", b"\xff", b"\x1b$B", b"\xe4\xbd", b"<", b">", b"\"", b"<!--", b"<table>",
    b"</div>", b"Content-Type: multipart/mixed; boundary=b\n\n", b"Content-Type: text/html\n\n", b"Content-Transfer-Encoding: base64\n", b"charset=utf-16", b"charset=iso-2022-jp",
    b"charset=utf-7", b"+AGE-", b"=", b"==", b"=\n", b"%", b"*0*=", b";", b":", b",", b"begin 644 x\n", b"From: ", b"wrote:", b"> ", b"-- \n", b"&#0;", b"&#xD800;", b"&#128;",
    b"\xf0\x9f\x98\x80", b"\xed\xa0\x80", b" " * 50, b"a" * 300, b"Date: Mon, 99 Feb 9999 99:99:99 +9999\n", b"display:none", b"<img src=cid:", b"Action: failed\n",
]  # fmt: skip


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | frozenset):
        for one in value:
            yield from _strings(one)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _strings(getattr(value, field.name))


def _check(mail: Mail, raw: bytes) -> None:
    for text in _strings(mail):
        text.encode()
        assert not any(ord(char) < 32 and char not in "\t\n" for char in text)
        assert "\x7f" not in text
    for line in (
        mail.subject,
        mail.sender.name,
        mail.sender.email,
        mail.message_id,
        *(one.name for one in mail.attachments),
    ):
        assert "\n" not in line
        assert "\u202e" not in line
    assert mail.own_words or not mail.text.strip()
    assert len(own_html(mail.html)) <= len(mail.html)
    assert len({one.name.casefold() for one in mail.attachments}) == len(mail.attachments)
    assert [one.number for one in mail.attachments] == list(range(len(mail.attachments)))
    for one in mail.attachments:
        assert isinstance(read_attachment(raw, one.number), bytes)


def _check_reading(raw: bytes, *, whole: bool = True) -> None:
    start = time.process_time()
    try:
        _check(read_mail(raw, whole=whole), raw)
    except MailRefused as refused:
        reason = str(refused)
    else:
        reason = ""
    assert "reader failed" not in reason
    assert time.process_time() - start < 5


@QUICK
@given(st.binary(max_size=2_000))
@example(b"Content-Type: multipart/mixed; boundary=\n\n--\n\n----\n")
@example(b"Content-Type: text/html\n\n&#xD800;&#0;&#128;&#13;&#27;&#x202e;\x0b")
def test_arbitrary_bytes_are_read_or_refused(raw: bytes) -> None:
    _check_reading(raw)


@QUICK
@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=8), max_size=60).map(b"".join))
def test_arbitrary_pieces_of_mail_are_read_or_refused(raw: bytes) -> None:
    _check_reading(raw)
    _check_reading(raw, whole=False)


@QUICK
@given(st.sampled_from(REAL_LOOKING), st.randoms(use_true_random=False), st.integers(1, 12))
def test_damaged_mail_is_read_or_refused(raw: bytes, chance: random.Random, damages: int) -> None:
    damaged = bytearray(raw)
    for _ in range(damages):
        at = chance.randrange(len(damaged) + 1)
        damaged[at : at + chance.choice([0, 0, 1, 5, 40])] = chance.choice(PIECES)
    _check_reading(bytes(damaged))


@pytest.mark.parametrize("number", range(len(REAL_LOOKING)))
def test_a_mail_cut_anywhere_is_read_as_far_as_it_goes(number: int) -> None:
    filler = b"X-Filler: none\n" + REAL_LOOKING[number]
    for end in range(0, len(filler), 3):
        _check_reading(filler[:end])


def test_a_beginning_cut_anywhere_gives_what_is_known() -> None:
    body = "".join(f"Line {number} über das Paket €\n" for number in range(400)).encode()
    for transfer in (b"base64", b"8bit"):
        encoded = base64.encodebytes(body) if transfer == b"base64" else body
        raw = (
            b"Subject: x\nContent-Type: multipart/mixed; boundary=bound\n\n--bound\nContent-Type: text/plain; charset=utf-8\n"
            b"Content-Transfer-Encoding: "
            + transfer
            + b"\n\n"
            + encoded
            + b"\n--bound\nContent-Type: image/png; name=a.png\n\nPNG\n--bound--\n"
        )
        whole = read_mail(raw)
        for end in range(5_000, len(raw), 101):
            part = read_mail(raw[:end], whole=False)
            assert not part.whole
            assert whole.text.startswith(part.text[:-40])
            assert part.text.count("\ufffd") == 0


def test_an_unforeseen_failure_becomes_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shopdesk.mail.read_mime.gather", lambda root: 1 / 0)
    with pytest.raises(MailRefused, match="ZeroDivisionError"):
        read_mail(b"x")
    with pytest.raises(MailRefused, match="ZeroDivisionError"):
        read_attachment(b"x", 0)
