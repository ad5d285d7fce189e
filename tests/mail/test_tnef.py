"""winmail.dat is unpacked in its place: names in Chinese code pages, text, HTML, pictures; damage costs only what it hit."""
# ruff: noqa: E501 - samples of mail read better on one line

import struct

import pytest

from shopdesk.mail.read_mime import read_attachment, read_mail
from shopdesk.mail.tnef import read_tnef


def _attribute(level: int, kind: int, value: bytes) -> bytes:
    return struct.pack("<BII", level, kind, len(value)) + value + struct.pack("<H", sum(value) & 0xFFFF)


def _property(kind: int, name: int, value: bytes) -> bytes:
    return struct.pack("<HHII", kind, name, 1, len(value)) + value + b"\0" * (-len(value) % 4)


def _properties(*items: bytes) -> bytes:
    return struct.pack("<I", len(items)) + b"".join(items)


def _stream(*attributes: bytes) -> bytes:
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(attributes)


CODE_PAGE = _attribute(1, 0x00069007, struct.pack("<II", 936, 0))
MESSAGE = _attribute(
    1,
    0x00069003,
    _properties(
        struct.pack("<HHI", 3, 0x0E07, 7),
        struct.pack("<HH", 0x1003, 0x6001) + struct.pack("<III", 2, 5, 6),
        struct.pack("<HH", 31, 0x8001)
        + b"G" * 16
        + struct.pack("<II", 1, 6)
        + b"n\0m\0\0\0\0\0"
        + struct.pack("<II", 1, 4)
        + b"v\0\0\0",
        _property(30, 0x1000, "您好，订单".encode("gbk") + b"\0"),
        _property(258, 0x1013, b"<p>Hello <img src='cid:pic@x'></p>"),
    ),
)
CHINESE_FILE = (
    _attribute(2, 0x00069002, b"\0" * 14)
    + _attribute(2, 0x00018010, "发票.pdf".encode("gbk") + b"\0")
    + _attribute(2, 0x0006800F, b"PDF")
)
PICTURE = (
    _attribute(2, 0x00069002, b"\0" * 14)
    + _attribute(2, 0x00018010, b"PIC~1.PNG\0")
    + _attribute(2, 0x0006800F, b"PNG!")
    + _attribute(
        2,
        0x00069005,
        _properties(
            _property(31, 0x3707, "picture long name.png\0".encode("utf-16-le")),
            _property(30, 0x370E, b"image/png\0"),
            _property(30, 0x3712, b"<pic@x>\0"),
        ),
    )
)
STREAM = _stream(CODE_PAGE, MESSAGE, CHINESE_FILE, PICTURE)


def _mail(tnef: bytes, body: bytes = b"", media_type: bytes = b"application/ms-tnef") -> bytes:
    return (
        b"Content-Type: multipart/mixed; boundary=bbb\n\n--bbb\n\n" + body + b"\n--bbb\nContent-Type: " + media_type
        + b"; name=winmail.dat\nContent-Transfer-Encoding: binary\n\n" + tnef + b"\n--bbb\nContent-Type: text/csv; name=after.csv\n\nA\n--bbb--\n"
    )  # fmt: skip


@pytest.mark.parametrize("media_type", [b"application/ms-tnef", b"application/octet-stream"])
def test_the_files_of_a_winmail_dat_are_listed_and_read_by_their_numbers(media_type: bytes) -> None:
    raw = _mail(STREAM, b"see files", media_type)
    mail = read_mail(raw)
    assert [one.name for one in mail.attachments] == ["发票.pdf", "picture long name.png", "after.csv"]
    assert [read_attachment(raw, number) for number in range(3)] == [b"PDF", b"PNG!", b"A"]
    assert mail.attachments[1].media_type == "image/png"
    assert mail.text.strip() == "see files"


def test_the_text_of_a_winmail_dat_is_read_when_the_mail_has_none() -> None:
    mail = read_mail(_mail(STREAM))
    assert "您好，订单" in mail.text
    assert mail.html == '<p>Hello <img src="cid:pic@x"></p>'
    assert mail.attachments[1].inline


def test_every_cut_of_a_winmail_dat_gives_what_stands_before_it() -> None:
    for end in range(6, len(STREAM)):
        found = read_tnef(STREAM[:end])
        assert found is not None
        assert len(found.files) <= 2


def test_what_is_no_winmail_dat_stays_a_file() -> None:
    assert read_tnef(b"PK\x03\x04 a zip") is None
    assert [one.name for one in read_mail(_mail(b"rubbish")).attachments] == ["winmail.dat", "after.csv"]


def test_an_embedded_object_is_read_from_its_property() -> None:
    attached = _attribute(2, 0x00069002, b"\0" * 14) + _attribute(
        2, 0x00069005, _properties(_property(13, 0x3701, b"I" * 16 + b"OBJECT"))
    )
    found = read_tnef(_stream(attached))
    assert found is not None
    assert found.files[0].content == b"OBJECT"


def test_a_plain_body_attribute_and_a_file_without_an_announcement_are_read() -> None:
    found = read_tnef(_stream(_attribute(1, 0x0002800C, b"plain\0"), _attribute(2, 0x00018010, b"x.txt\0")))
    assert found is not None
    assert (found.text, found.files[0].name) == ("plain", "x.txt")


@pytest.mark.parametrize("count", [0xFFFFFFFF, 10_000])
def test_counts_that_lie_cost_nothing(count: int) -> None:
    lying = struct.pack("<I", count) + struct.pack("<HHI", 30, 0x3707, count) + struct.pack("<I", count)
    assert read_tnef(_stream(_attribute(2, 0x00069005, lying))) is not None
    assert (
        read_tnef(_stream(_attribute(2, 0x00069005, struct.pack("<I", count) + struct.pack("<HH", 999, 1)))) is not None
    )
