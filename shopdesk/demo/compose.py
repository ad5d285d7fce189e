"""Writes MIME mails as bytes, with fixed boundaries and every charset that is asked for (RFC 2045–2047)."""

from __future__ import annotations

import base64
import quopri
import re
from collections.abc import Iterable
from datetime import datetime
from email.utils import format_datetime
from pathlib import PurePath

_MEDIA = {
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".pdf": "application/pdf",
    ".dat": "application/ms-tnef",
}
_CHUNK = 12
_PLAIN_NAME = re.compile(r"[A-Za-z0-9 ]*")
_DEL = 127

Headers = list[tuple[str, str]]


def encode_words(text: str, charset: str = "utf-8", codec: str = "utf-8") -> str:
    """A header value: ASCII stays, else encoded words in base64; ``codec`` makes the bytes."""
    if text.isascii():
        return text
    pieces = (text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK))
    coded = (base64.b64encode(piece.encode(codec, "replace")).decode("ascii") for piece in pieces)
    return "\r\n ".join(f"=?{charset}?B?{word}?=" for word in coded)


def address(name: str, mail_address: str, charset: str = "utf-8", codec: str = "utf-8") -> str:
    """``Name <address>`` for a header."""
    if not name:
        return mail_address
    if name.isascii():
        shown = name if _PLAIN_NAME.fullmatch(name) else '"' + name.replace('"', '\\"') + '"'
    else:
        shown = encode_words(name, charset, codec)
    return f"{shown} <{mail_address}>"


def text_part(text: str, subtype: str = "plain", charset: str = "utf-8", codec: str = "utf-8") -> bytes:
    """A text part with its headers; its transfer encoding is chosen as mail programs do."""
    raw = text.replace("\n", "\r\n").encode(codec, "replace")
    kind = f'Content-Type: text/{subtype}; charset="{charset}"\r\n'
    if max(raw, default=0) <= _DEL and max(map(len, raw.split(b"\r\n"))) < 900:  # noqa: PLR2004 — limit is 998
        return f"{kind}Content-Transfer-Encoding: 7bit\r\n\r\n".encode() + raw
    if sum(byte > _DEL for byte in raw) * 6 < len(raw):
        body = quopri.encodestring(raw.replace(b"\r\n", b"\n")).replace(b"\n", b"\r\n")
        return f"{kind}Content-Transfer-Encoding: quoted-printable\r\n\r\n".encode() + body
    return f"{kind}Content-Transfer-Encoding: base64\r\n\r\n".encode() + _base64(raw)


def file_part(name: str, raw: bytes, content_id: str = "") -> bytes:
    """An attachment, or with ``content_id`` a picture that stands in the text."""
    media = _MEDIA.get(PurePath(name).suffix, "application/octet-stream")
    disposition = "inline" if content_id else "attachment"
    head = [f'Content-Type: {media}; name="{name}"', "Content-Transfer-Encoding: base64"]
    head.append(f'Content-Disposition: {disposition}; filename="{name}"')
    if content_id:
        head.append(f"Content-ID: <{content_id}>")
    return "\r\n".join([*head, "", ""]).encode() + _base64(raw)


def multipart(subtype: str, boundary: str, parts: Iterable[bytes], more: str = "") -> bytes:
    """Parts tied together; ``more`` are further parameters of the content type."""
    mark = b"--" + boundary.encode()
    head = f'Content-Type: multipart/{subtype}; boundary="{boundary}"{more}\r\n\r\n'.encode()
    return head + b"".join(mark + b"\r\n" + part + b"\r\n" for part in parts) + mark + b"--\r\n"


def mail(headers: Headers, part: bytes) -> bytes:
    """A whole mail of headers and a part (which brings its own content headers)."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers)
    return (lines + "MIME-Version: 1.0\r\n").encode("utf-8") + part


def mail_date(when: datetime) -> str:
    """A time as the Date header has it."""
    return format_datetime(when.replace(microsecond=0))


def _base64(raw: bytes) -> bytes:
    return base64.encodebytes(raw).replace(b"\n", b"\r\n")
