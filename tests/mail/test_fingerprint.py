"""Copies of one mail are known as the same, whatever servers put on top; other mails are not."""
# ruff: noqa: E501 - samples of mail read better on one line

import pytest

from shopdesk.domain.errors import MailRefused
from shopdesk.domain.message import BEGINNING
from shopdesk.mail.read_mime import read_mail

HEADERS = b"Message-ID: <a@b>\r\nDate: Mon, 02 Sep 2024 10:03:11 +0000\r\nFrom: Jane <jane@example.com>\r\nSubject: Where is\r\n my parcel\r\n"
LONG = b"".join(b"line %d of a long mail with some words\r\n" % number for number in range(3_000))
RAW = HEADERS + b"\r\n" + LONG


def _mark(raw: bytes, *, whole: bool = True) -> str:
    return read_mail(raw, whole=whole).fingerprint


def test_copies_in_other_mailboxes_are_the_same() -> None:
    copy = b"Delivered-To: other@shop.example\r\nReceived: from x by y; today\r\nX-Spam: no\r\n" + RAW
    assert _mark(copy) == _mark(RAW)


def test_line_ends_and_folding_do_not_matter() -> None:
    assert _mark(RAW.replace(b"\r\n", b"\n")) == _mark(RAW)
    assert _mark(RAW.replace(b"is\r\n my", b"is my")) == _mark(RAW)


@pytest.mark.parametrize(
    "other",
    [
        RAW.replace(b"<a@b>", b"<c@b>"), RAW.replace(b"10:03", b"10:04"), RAW.replace(b"Jane", b"John"), RAW.replace(b"parcel", b"refund"),
        RAW.replace(b"line 3 of", b"row 3 of"), HEADERS + b"\r\n", HEADERS + b"\r\nline",
    ],
)  # fmt: skip
def test_another_mail_is_another(other: bytes) -> None:
    assert _mark(other) != _mark(RAW)


def test_two_mails_with_one_message_id_and_other_content_are_two() -> None:
    assert _mark(HEADERS + b"\r\none") != _mark(HEADERS + b"\r\ntwo")


def test_a_mail_without_a_message_id_has_a_fingerprint_too() -> None:
    raw = RAW.replace(b"Message-ID: <a@b>\r\n", b"")
    assert len(_mark(raw)) == 32
    assert _mark(raw) != _mark(RAW)


@pytest.mark.parametrize("raw", [RAW, RAW.replace(b"\r\n", b"\n")])
def test_the_beginning_gives_the_fingerprint_of_the_whole(raw: bytes) -> None:
    beginning = read_mail(raw[:BEGINNING], whole=False)
    whole = read_mail(raw)
    assert beginning.fingerprint == whole.fingerprint
    assert (beginning.whole, whole.whole) == (False, True)
    assert whole.text.startswith(beginning.text[:-50])


def test_every_beginning_gives_the_same_fingerprint_or_is_refused_as_too_short() -> None:
    whole = _mark(RAW)
    for end in [*range(0, 400, 7), *range(4_200, 4_600), 8_000, 9_999]:
        if end < len(HEADERS) + 2 + 4_096:
            with pytest.raises(MailRefused, match="beginning too short"):
                _mark(RAW[:end], whole=False)
        elif end > len(HEADERS) + 2 + 4_096 + 150:
            assert _mark(RAW[:end], whole=False) == whole


def test_a_beginning_that_holds_only_headers_is_refused() -> None:
    raw = b"".join(b"X-Header-%d: filler filler filler\r\n" % number for number in range(2_000)) + RAW
    with pytest.raises(MailRefused, match="beginning too short"):
        read_mail(raw[:BEGINNING], whole=False)
