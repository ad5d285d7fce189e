"""Looks at a whole file before it is opened: names and first bytes alone miss macros and locked archives."""

import io
import zipfile

from shopdesk.domain.file_risk import FileRisk
from shopdesk.domain.message import Attachment
from shopdesk.mail.file_names import is_risky

_WEB_PAGES = frozenset("htm html xhtml shtml mht mhtml svg svgz".split())
_MACRO_FILES = frozenset("docm dotm xlsm xltm xlam xll xla pptm potm ppam ppsm sldm".split())
_HARMLESS_LOOKS = frozenset("pdf doc docx xls xlsx ppt pptx txt csv jpg jpeg png gif zip".split())
_PROGRAM_STARTS = (b"MZ", b"\x7fELF", b"#!")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_LOCKED = 0x1
_RAR_5 = b"Rar!\x1a\x07\x01\x00"
_RAR_LOCKED_HEADER = 4
"""Type of the first header of a RAR 5 archive whose names are encrypted too."""
_RAR_TYPE_AT = 13
_MOST_MEMBERS = 5_000


def risk_of(attachment: Attachment, content: bytes) -> FileRisk:
    """What opening this file could do; never raises, unpacks nothing."""
    endings = attachment.name.lower().split(".")[1:]
    last = endings[-1].strip() if endings else ""
    if last in _WEB_PAGES or attachment.media_type in {"text/html", "application/xhtml+xml", "image/svg+xml"}:
        return FileRisk.WEB_PAGE
    if last in _MACRO_FILES:
        return FileRisk.MACROS
    is_program = attachment.risky or content.startswith(_PROGRAM_STARTS)
    if is_program:
        looks_harmless = bool(_HARMLESS_LOOKS.intersection(endings)) or attachment.media_type.startswith("image/")
        return FileRisk.DISGUISED if looks_harmless else FileRisk.PROGRAM
    return _inside(content)


def _inside(content: bytes) -> FileRisk:
    if content.startswith(_OLD_OFFICE):
        return FileRisk.MACROS if _OLD_MACROS in content else FileRisk.NONE
    if content.startswith(_RAR_5):
        first = content[_RAR_TYPE_AT - 1 : _RAR_TYPE_AT]
        return FileRisk.LOCKED if first == bytes([_RAR_LOCKED_HEADER]) else FileRisk.NONE
    if content.startswith(_ZIP):
        return _inside_zip(content)
    return FileRisk.NONE


def _inside_zip(content: bytes) -> FileRisk:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()[:_MOST_MEMBERS]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError):
        return FileRisk.NONE
    if any(member.flag_bits & _LOCKED for member in members):
        return FileRisk.LOCKED
    names = [member.filename.rpartition("/")[2] for member in members]
    if any(name.lower() == "vbaproject.bin" for name in names):
        return FileRisk.MACROS
    is_document = any(name == "[Content_Types].xml" for name in names)
    holds = not is_document and any(is_risky(name, name, "", b"") for name in names if name)
    return FileRisk.HOLDS_PROGRAM if holds else FileRisk.NONE
