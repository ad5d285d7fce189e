"""Reads the few fields of an X.509 certificate that a person wants to see (RFC 5280, DER).

Python reads certificates only of connections that it trusts, and those are not the ones that have to be looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from shopdesk.mail.imap_errors import one_line

_SEQUENCE = 0x30
_UTC_TIME, _LONG_TIME = 0x17, 0x18
_VERSION, _EXTENSIONS, _DNS_NAME, _ADDRESS = 0xA0, 0xA3, 0x82, 0x87
_WIDE, _UNICODE = 0x1E, "utf-16-be"
_NAMED = {b"\x55\x04\x03": "CN", b"\x55\x04\x0a": "O", b"\x55\x04\x0b": "OU"}
_ALTERNATIVE_NAMES = b"\x55\x1d\x11"
_LONG_FORM = 0x80
_MOST_LENGTH_BYTES = 4
_MOST_NAMES = 20


@dataclass(frozen=True, slots=True)
class Content:
    """What was read; names as one line such as `mail.shop.example, Shop Ltd`."""

    subject: str = ""
    issuer: str = ""
    names: tuple[str, ...] = ()
    begins: datetime | None = None
    ends: datetime | None = None


def read_certificate(der: bytes) -> Content:
    """Raises `ValueError` for what is no certificate."""
    try:
        return _content(der)
    except (IndexError, StopIteration, UnicodeError, OverflowError) as problem:
        raise ValueError("not a certificate") from problem


def _content(der: bytes) -> Content:
    signed = _only(der, _SEQUENCE)
    fields = list(_parts(_only(signed, _SEQUENCE)))
    if fields[0][0] == _VERSION:
        fields = fields[1:]
    _serial, _algorithm, issuer, validity, subject, _key, *_more = (body for _, body in fields)
    begins, ends = (_moment(kind, body) for kind, body in _parts(validity))
    return Content(
        subject=_name(subject),
        issuer=_name(issuer),
        names=_names(next((body for kind, body in fields if kind == _EXTENSIONS), b"")),
        begins=begins,
        ends=ends,
    )


def _parts(body: bytes) -> Iterator[tuple[int, bytes]]:
    """Tag and content of each element in a row."""
    place = 0
    while place < len(body):
        kind, length, place = body[place], body[place + 1], place + 2
        if length >= _LONG_FORM:
            count = length - _LONG_FORM
            if not 0 < count <= _MOST_LENGTH_BYTES:
                raise ValueError("a length that no certificate has")
            length, place = int.from_bytes(body[place : place + count]), place + count
        if place + length > len(body):
            raise ValueError("an element that ends too late")
        yield kind, body[place : place + length]
        place += length


def _only(body: bytes, kind: int) -> bytes:
    found, content = next(_parts(body))
    if found != kind:
        raise ValueError("another element than expected")
    return content


def _name(body: bytes) -> str:
    found: dict[str, str] = {}
    for _, one in _parts(body):
        for _, pair in _parts(one):
            (_, oid), (kind, text) = list(_parts(pair))[:2]
            word = _NAMED.get(oid)
            if word is not None:
                found.setdefault(word, one_line(text.decode(_UNICODE if kind == _WIDE else "utf-8", "replace")))
    return ", ".join(dict.fromkeys(found[word] for word in ("CN", "O", "OU") if found.get(word)))


def _moment(kind: int, body: bytes) -> datetime:
    text = body.decode("ascii").removesuffix("Z")
    if kind == _UTC_TIME:  # RFC 5280: years from 1950 to 2049
        text = ("19" if text[:2] >= "50" else "20") + text
    elif kind != _LONG_TIME:
        raise ValueError("no time")
    return datetime.strptime(text[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC)


def _names(extensions: bytes) -> tuple[str, ...]:
    if not extensions:
        return ()
    for _, extension in _parts(_only(extensions, _SEQUENCE)):
        fields = list(_parts(extension))
        if fields[0][1] == _ALTERNATIVE_NAMES:
            listed = list(_parts(_only(fields[-1][1], _SEQUENCE)))[:_MOST_NAMES]
            return tuple(_host(kind, body) for kind, body in listed if kind in (_DNS_NAME, _ADDRESS))
    return ()


def _host(kind: int, body: bytes) -> str:
    if kind == _DNS_NAME:
        return one_line(body.decode("ascii", "replace"))
    return ".".join(map(str, body)) if len(body) == 4 else body.hex(":", 2)  # noqa: PLR2004 - IPv4
