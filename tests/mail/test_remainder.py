"""A whole mail that only lets a file go on is not read once more; one that says anything else is."""

from __future__ import annotations

import base64
import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.domain.errors import MailRefused
from shopdesk.domain.message import BEGINNING, Mail, Remainder
from shopdesk.mail.read_mime import read_mail
from shopdesk.mail.remainder import read_remainder
from tests.bench.corpus import Post
from tests.mail.test_reading_anything import PIECES

PHOTO = base64.encodebytes(random.Random(5).randbytes(60_000))
HEAD = b"From: Jane <jane@shopper.example>\r\nSubject: Broken lamp\r\nMessage-ID: <1@shopper.example>\r\n"
WORDS = b"Content-Type: text/plain; charset=utf-8\r\n\r\nThe lamp arrived broken.\r\n" + b"see the photo\r\n" * 200
SHOWN = b'Content-Type: text/html\r\n\r\n<p>The lamp <img src="cid:two@x"></p>\r\n'
RELATED = b"multipart/related"


def photo(name: bytes = b"lamp.jpg", more: bytes = b"", kind: bytes = b"image/jpeg", body: bytes = PHOTO) -> bytes:
    head = b"Content-Type: %s; name=%s\r\nContent-Transfer-Encoding: base64\r\n%s\r\n" % (kind, name, more)
    return head + body


def mail(*parts: bytes, kind: bytes = b"multipart/mixed", head: bytes = HEAD) -> bytes:
    inside = b"".join(b"--b\r\n" + part + b"\r\n" for part in parts)
    return head + b"Content-Type: " + kind + b"; boundary=b\r\n\r\n" + inside + b"--b--\r\n"


def as_when_read(raw: bytes, beginning: int = BEGINNING) -> Remainder | None:
    """The remainder; if there is one, then with its beginning's reading it makes the reading of the whole mail."""
    found = read_remainder(raw, beginning)
    first = _first(raw, beginning)
    if found is None or first is None:
        return found
    whole = read_mail(raw)
    assert len(found.sizes) == len(first.attachments)
    files = tuple(replace(each, size=size) for each, size in zip(first.attachments, found.sizes, strict=True))
    assert replace(first, whole=True, attachments=files + found.further) == whole
    assert found.fingerprint == whole.fingerprint
    return found


def _first(raw: bytes, beginning: int) -> Mail | None:
    try:
        return read_mail(raw[:beginning], whole=False)
    except MailRefused:
        return None


def test_a_photo_that_goes_on_adds_its_size() -> None:
    found = as_when_read(mail(WORDS, photo()))
    assert found is not None
    assert found.sizes == (60_000,)


@pytest.mark.parametrize(
    "raw",
    [
        mail(WORDS, photo(b"lamp.jpg"), photo(b"lamp.jpg"), photo(b"invoice.pdf.exe", kind=b"application/pdf")),
        mail(SHOWN.replace(b"cid:two@x", b"https://x.example/a.gif"), photo(), photo(b"two.jpg"), photo(b"three.jpg")),
        mail(SHOWN, photo(), *[photo(b"a.pdf", b"Content-ID: <two@x>\r\n", kind=b"application/pdf")] * 2),
        mail(mail(WORDS, photo(), head=b"").strip(), photo(b"lamp.jpg"), photo(b"lamp (2).jpg")),
    ],
    ids=["same names", "remote picture", "no picture", "nested"],
)
def test_files_that_follow_are_added(raw: bytes) -> None:
    found = as_when_read(raw)
    assert found is not None
    assert len(found.further) == 2


@pytest.mark.parametrize(
    "raw",
    [
        mail(WORDS, photo(), WORDS),
        mail(WORDS * 40, photo()),
        mail(SHOWN, photo(b"one.jpg"), photo(b"two.jpg", b"Content-ID: <two@x>\r\n"), kind=RELATED),
        mail(SHOWN.replace(b"cid:two@x", b"two.jpg"), photo(b"one.jpg"), photo(b"two.jpg")),
        mail(SHOWN.replace(b'"cid', b"&#99;id").replace(b'"', b""), photo(), photo(more=b"Content-ID: <two@x>\r\n")),
        mail(WORDS, photo(), photo(b"winmail.dat")),
        mail(WORDS, photo(), photo(kind=b"application/pkcs7-signature")),
        mail(WORDS, photo(b"winmail.dat")),
        mail(WORDS, photo(b"a.dat", kind=b"application/ms-tnef")),
        mail(WORDS, photo(b"old.eml", kind=b"message/rfc822")),
        mail(WORDS, photo(b"list.csv", kind=b"text/csv")),
        mail(photo(), WORDS),
        HEAD + b"X: " + b"x" * 60_000 + b"\r\n\r\nWords",
    ],
    ids=[
        *("words", "long words", "picture in the words", "picture by its name", "odd picture", "winmail behind"),
        *("signature", "winmail", "tnef", "mail", "text", "last", "head"),
    ],
)
def test_what_says_more_is_read(raw: bytes) -> None:
    assert len(raw) > BEGINNING
    assert read_remainder(raw) is None


def test_the_first_bytes_of_a_file_must_be_in_the_beginning() -> None:
    raw = mail(WORDS, photo())
    begins = raw.index(PHOTO[:60])
    assert read_remainder(raw, begins + 100) is None
    assert as_when_read(raw, begins + 300) is not None


def test_a_name_that_goes_on_is_read() -> None:
    raw = mail(WORDS, photo(b"lamp.jpg", body=b""))
    assert read_remainder(raw, raw.index(b"lamp") + 2) is None
    assert read_remainder(raw, len(raw)) is not None


def test_what_cannot_be_read_is_left_to_the_reader() -> None:
    assert read_remainder(b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n" * 2_500) is None


def test_most_large_mails_of_a_shop_need_no_second_reading() -> None:
    large = [letter.raw for letter in Post(seed=11).letters(400) if len(letter.raw) > BEGINNING]
    found = [as_when_read(raw) for raw in large]
    assert len(large) > 30
    assert sum(one is not None for one in found) > len(large) / 2


@st.composite
def _mutated(draw: st.DrawFn) -> tuple[bytes, int]:
    """A mail with some parts, pieces strewn over it, and where its beginning ends."""
    parts = draw(
        st.lists(
            st.sampled_from([
                WORDS,
                WORDS[:90],
                SHOWN,
                photo(body=PHOTO[:9_000]),
                photo(b"two.jpg", b"Content-ID: <two@x>\r\n", body=PHOTO[:3_000]),
                SHOWN.replace(b"cid:two@x", b"https://x.example/a.gif"),
                WORDS[:90] + b"begin 644 two.jpg\r\n#86)C\r\n`\r\nend\r\n",
                photo(b"two.jpg", body=PHOTO[:9_000]),
                photo(b"date.ics", kind=b"application/ics", body=PHOTO[:90]),
                photo(b"winmail.dat", body=PHOTO[:900]),
                photo(b"a.pdf", kind=b"application/pdf", body=b"%PDF\r\n" * 900),
                photo(b"old.eml", kind=b"message/rfc822", body=HEAD + b"\r\n" + b"old words\r\n" * 300),
                b"Content-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\n%s--c\r\n%s--c--\r\n" % (WORDS, SHOWN),
                b"Content-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822;a@b.com\r\nAction: failed\r\n",
            ]),
            min_size=1,
            max_size=4,
        )
    )  # fmt: skip
    raw = mail(*parts, kind=draw(st.sampled_from([b"multipart/mixed", RELATED, b"multipart/report"])))
    for piece, at in draw(st.lists(st.tuples(st.sampled_from(PIECES), st.floats(0, 1)), max_size=3)):
        place = int(at * len(raw))
        raw = raw[:place] + piece + raw[place:]
    return raw, draw(st.integers(min(4_500, len(raw)), len(raw)))


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(_mutated())
def test_a_remainder_never_differs_from_reading(made: tuple[bytes, int]) -> None:
    found = as_when_read(*made)
    assert found is None or min(found.sizes, default=0) >= 0
