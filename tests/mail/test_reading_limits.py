"""Giants and mails made to exhaust: bounded time and memory, or refused with a reason."""
# ruff: noqa: E501 - samples of mail read better on one line

import time
import tracemalloc

import pytest

from shopdesk.domain.errors import MailRefused
from shopdesk.mail.mime_tree import parse_tree
from shopdesk.mail.read_mime import read_attachment, read_mail

MB = 1 << 20


def _nested(depth: int) -> bytes:
    return (
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level) for level in range(depth))
        + b"\ndeep"
    )


REFUSED = {
    "header block too large": b"Subject: x\n" + b"X-Filler: " + b"y" * (4 * MB) + b"\n\nbody",
    "header block too large (lines)": b"X-Filler: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n" * 100_000
    + b"\nbody",
    "parts nested deeper than 60": _nested(62),
    "more than 2000 parts": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 2_100,
    "too many boundary lines (empty parts)": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n" * 400_000,
    "too many boundary lines": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--bx\n" * 2_000_000,
}


@pytest.mark.parametrize("why", REFUSED)
def test_what_goes_beyond_the_limits_is_refused_with_its_reason(why: str) -> None:
    start = time.process_time()
    with pytest.raises(MailRefused, match=why.partition(" (")[0]):
        read_mail(REFUSED[why])
    assert time.process_time() - start < 5


def test_sixty_levels_and_two_thousand_parts_are_read() -> None:
    assert read_mail(_nested(59)).text == "deep"
    many = b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\nContent-Type: image/png; name=a.png\n\nx\n" * 1_900
    assert len(read_mail(many).attachments) == 1_900


def _base64_mail(size: int) -> bytes:
    line = b"QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0NTY3\r\n"
    return (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhello\r\n--b\r\nContent-Type: application/zip; name=a.zip\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n" + line * (size // len(line)) + b"--b--\r\n"
    )


GIANTS = {
    "60 000 header lines": lambda: b"".join(b"X-H%d: value\n" % number for number in range(60_000)) + b"Subject: here\n\nbody",
    "2 MB of one header": lambda: b"Subject: here\nX-Long: " + b"a" * (2 * MB) + b"\n\nbody",
    "2 MB of encoded words": lambda: b"Subject: here " + b"=?utf-8?Q?a?= " * 150_000 + b"\n\nbody",
    "encoded words without end": lambda: b"Subject: here " + b"=?utf-8?Q?" * 200_000 + b"\nTo: " + b"=?a?Q?x" * 50_000 + b"\n\nbody",
    "2 MB of addresses": lambda: b"Subject: here\nTo: " + b"a@b.com, " * 220_000 + b"\nCc: " + b'"' * 200_000 + b"\nReply-To: " + b"(" * 60_000 + b"\n\nbody",
    "2 MB of parameters": lambda: b"Subject: here\nContent-Type: text/plain; " + b"a*0=b; " * 300_000 + b"\n\nbody",
    "2 MB of blanks in parameters": lambda: b"Subject: here\nContent-Type: text/plain;" + b" " * (2 * MB) + b"\n\nbody",
    "2 MB of references": lambda: b"Subject: here\nReferences: " + b"<aaaaaaaaaaa@bbbbbbbb>\n " * 90_000 + b"\n\nbody",
    "a text line of 5 MB": lambda: b"Subject: here\n\n" + b"word " * MB,
    "50 MB of text": lambda: b"Subject: here\n\n" + b"many words on a line\n" * (50 * MB // 21),
    "50 MB of quotes": lambda: b"Subject: here\n\n" + b"> On Mon, x wrote:\n" * (50 * MB // 19),
    "50 MB of introductions": lambda: b"Subject: here\n\n" + b"On Mon 2 Sep x wrote that it is so:\n" * (50 * MB // 36),
    "10 MB of header blocks": lambda: b"Subject: here\n\nhi\n" + b"From: a@b.com\nFrom: b\n" * 500_000,
    "10 MB of colons": lambda: b"Subject: here\n\n" + b":\n" * (5 * MB),
    "50 MB of a file": lambda: b"Subject: here\n" + _base64_mail(50 * MB),
    "10 MB of padding": lambda: b"Subject: here\nContent-Transfer-Encoding: base64\n\n" + b"QQ==" * (10 * MB // 4),
    "10 MB of broken quoted-printable": lambda: b"Subject: here\nContent-Transfer-Encoding: quoted-printable\n\n" + b"= = =\t" * (10 * MB // 6),
    "10 MB of uuencode": lambda: b"Subject: here\n\n" + b"begin 644 a\n" * (10 * MB // 12),
    "10 MB of binary": lambda: b"Subject: here\n\n" + bytes(range(256)) * (10 * MB // 256),
    "20 MB of HTML": lambda: b"Subject: here\nContent-Type: text/html\n\n" + b"<p>word</p>" * (20 * MB // 11),
    "20 MB of one tag": lambda: b"Subject: here\nContent-Type: text/html\n\n<a " + b"b=c " * (5 * MB),
    "nested boundaries that extend each other": lambda: b"Subject: here\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=%s\n\n--%s\n" % (b"b" * level, b"b" * level) for level in range(1, 55)) + b"\nx" * (10 * MB),
    "a long signature": lambda: b"Subject: here\n\nhi\n" + b"-- \n" * MB,
    "long lines of pipes": lambda: b"Subject: here\n\nhi\n" + (b"|" * 380 + b"\n") * 20_000,
    "long lines of stars": lambda: b"Subject: here\n\nhi\n" + (b"*" * 380 + b"\n") * 20_000,
    "long lines of dashes": lambda: b"Subject: here\n\nhi\n" + (b"- " * 190 + b"\n") * 20_000,
    "lines that nearly introduce": lambda: b"Subject: here\n\nhi\n" + (b"On " + b"a@a.a " * 60 + b":\n") * 20_000,
}  # fmt: skip


@pytest.mark.parametrize("giant", GIANTS)
def test_a_giant_is_read_within_ten_seconds(giant: str) -> None:
    raw = GIANTS[giant]()
    start = time.process_time()
    mail = read_mail(raw)
    assert time.process_time() - start < 10
    assert mail.subject.startswith("here")
    assert len(mail.text) <= 2 * MB + 10


@pytest.mark.parametrize("giant", ["50 MB of text", "50 MB of a file"])
def test_a_giant_needs_less_than_three_hundred_megabytes_more(giant: str) -> None:
    raw = GIANTS[giant]()
    tracemalloc.start()
    try:
        read_mail(raw)
        assert tracemalloc.get_traced_memory()[1] < 300 * MB
    finally:
        tracemalloc.stop()


def test_cut_text_and_cut_html_are_told() -> None:
    assert "cut" in read_mail(GIANTS["50 MB of text"]()).special
    assert "cut" in read_mail(GIANTS["20 MB of HTML"]()).special
    assert "cut" not in read_mail(b"Subject: x\n\nshort").special


def test_the_size_of_a_large_file_is_told_without_decoding_it() -> None:
    raw = _base64_mail(10 * MB)
    mail = read_mail(raw)
    assert mail.attachments[0].size == len(read_attachment(raw, 0))
    uneven = raw.replace(b"Njc\r\n--b--", b"Nj==\r\n--b--").replace(b"MTU5", b"MTU5\r\n", 1)
    assert read_mail(uneven).attachments[0].size == len(read_attachment(uneven, 0))


def test_a_boundary_is_found_wherever_the_last_hyphen_was() -> None:
    head = b"Content-Type: multipart/mixed; boundary=cut-here\r\n\r\n--cut-here\r\n\r\n"
    for gap in (*range(40), *range(3_900, 4_300), 100_000):
        body = b"-" + b"A" * gap
        mail = head + body + b"\r\n--cut-here\r\nContent-Type: image/png\r\n\r\nPNG\r\n--cut-here--\r\n"
        first, second = parse_tree(mail).children
        assert first.encoded == body
        assert second.encoded == b"PNG"
