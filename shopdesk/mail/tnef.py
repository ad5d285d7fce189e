"""winmail.dat (MS-OXTNEF): the files and the text inside, read within its bounds and never trusted."""

import struct
from dataclasses import dataclass, field

from shopdesk.mail.charsets import decode_text

TNEF_TYPES = frozenset(["application/ms-tnef", "application/vnd.ms-tnef"])
_SIGNATURE = 0x223E9F78
_MOST_FILES = 500
_MOST_PROPERTIES = 2_000

_ATTRIBUTE = struct.Struct("<BII")
_RENDER_DATA, _TITLE, _DATA, _PROPERTIES = 0x9002, 0x8010, 0x800F, 0x9005
_MESSAGE_PROPERTIES, _CODE_PAGE, _BODY = 0x9003, 0x9007, 0x800C
_LONG_NAME, _MIME_TYPE, _CONTENT_ID, _PLAIN_BODY, _HTML_BODY, _ATTACHED = 0x3707, 0x370E, 0x3712, 0x1000, 0x1013, 0x3701
_FIXED_SIZES = {2: 2, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 2, 20: 8, 64: 8, 72: 16}
_STRING, _UNICODE, _OBJECT, _BINARY = 30, 31, 13, 258


@dataclass(slots=True)
class TnefFile:
    """One file out of a winmail.dat."""

    name: str = ""
    media_type: str = "application/octet-stream"
    content: bytes = b""
    content_id: str = ""


@dataclass(slots=True)
class TnefContent:
    """What a winmail.dat held."""

    files: list[TnefFile] = field(default_factory=list)
    text: str = ""
    html: bytes = b""
    codec: str = "cp1252"


def read_tnef(content: bytes, hint: str = "") -> TnefContent | None:
    """Unpack `content`; None when it is no TNEF stream. Damaged streams give what stands before the damage."""
    if len(content) < 6 or int.from_bytes(content[:4], "little") != _SIGNATURE:  # noqa: PLR2004
        return None
    found = TnefContent(codec=hint or "cp1252")
    position = 6
    try:
        while position + _ATTRIBUTE.size < len(content):
            _, kind, length = _ATTRIBUTE.unpack_from(content, position)
            position += _ATTRIBUTE.size
            _take(found, kind & 0xFFFF, content[position : position + length])
            position += length + 2
    except (struct.error, IndexError, ValueError):
        pass  # what was read so far is still of use
    found.files = [file for file in found.files if file.name or file.content]
    return found


def _take(found: TnefContent, kind: int, value: bytes) -> None:
    if kind == _CODE_PAGE:
        found.codec = f"cp{int.from_bytes(value[:4], 'little')}"
    elif kind == _RENDER_DATA and len(found.files) < _MOST_FILES:
        found.files.append(TnefFile())
    elif kind == _BODY and not found.text:
        found.text = _text(value, found.codec)
    elif kind == _MESSAGE_PROPERTIES:
        _take_message(found, value)
    elif kind in {_TITLE, _DATA, _PROPERTIES}:
        if not found.files:
            found.files.append(TnefFile())
        _take_file(found.files[-1], kind, value, found.codec)


def _take_file(file: TnefFile, kind: int, value: bytes, codec: str) -> None:
    if kind == _TITLE:
        file.name = file.name or _text(value, codec)
    elif kind == _DATA:
        file.content = value
    else:
        properties = _properties(value)
        file.name = _as_text(properties.get(_LONG_NAME), codec) or file.name
        file.media_type = _as_text(properties.get(_MIME_TYPE), codec).lower() or file.media_type
        file.content_id = _as_text(properties.get(_CONTENT_ID), codec).strip("<>")
        attached = properties.get(_ATTACHED)
        if isinstance(attached, bytes) and not file.content:
            file.content = attached[16:]  # an object begins with its interface id


def _take_message(found: TnefContent, value: bytes) -> None:
    properties = _properties(value)
    found.text = _as_text(properties.get(_PLAIN_BODY), found.codec) or found.text
    html = properties.get(_HTML_BODY)
    found.html = html if isinstance(html, bytes) else _as_text(html, found.codec).encode()


def _text(value: bytes, codec: str) -> str:
    return decode_text(value.split(b"\0", 1)[0], codec)


def _as_text(value: bytes | str | None, codec: str) -> str:
    return _text(value, codec) if isinstance(value, bytes) else (value or "").rstrip("\0")


def _properties(value: bytes) -> dict[int, bytes | str]:
    """Read the MAPI properties that hold text or bytes (MS-OXTNEF 2.1.3.4); numbers are skipped."""
    found: dict[int, bytes | str] = {}
    count = int.from_bytes(value[:4], "little")
    position = 4
    for _ in range(min(count, _MOST_PROPERTIES)):
        kind, name = struct.unpack_from("<HH", value, position)
        position += 4
        if name >= 0x8000:  # noqa: PLR2004
            position = _behind_name(value, position)
        single = kind & ~0x1000
        if single in _FIXED_SIZES:
            many = struct.unpack_from("<I", value, position)[0] if kind & 0x1000 else 1
            position += 4 * bool(kind & 0x1000) + many * max(4, _FIXED_SIZES[single])
            continue
        if single not in {_STRING, _UNICODE, _OBJECT, _BINARY}:
            break
        position = _take_strings(value, position, name, single, found)
    return found


def _behind_name(value: bytes, position: int) -> int:
    position += 16
    kind, length = struct.unpack_from("<II", value, position)
    return position + 8 + ((length + 3) & ~3 if kind else 0)


def _take_strings(value: bytes, position: int, name: int, kind: int, found: dict[int, bytes | str]) -> int:
    many = struct.unpack_from("<I", value, position)[0]
    position += 4
    for _ in range(min(many, _MOST_PROPERTIES)):
        length = struct.unpack_from("<I", value, position)[0]
        position += 4
        piece = value[position : position + length]
        found.setdefault(name, piece.decode("utf-16-le", "replace") if kind == _UNICODE else piece)
        position += (length + 3) & ~3
    return position
