"""Which files are opened only after a question, seen from their names and from inside."""

from __future__ import annotations

import io
import zipfile

import pytest

from shopdesk.domain.file_risk import FileRisk
from shopdesk.domain.message import Attachment
from shopdesk.mail.file_names import is_risky
from shopdesk.mail.file_risk import risk_of


def zipped(*names: str, locked: bool = False) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, b"words")
    packed = bytearray(buffer.getvalue())
    if locked:  # the flag in the list of contents at the end, and in front of the file
        packed[packed.index(b"PK\x01\x02") + 8] |= 1
        packed[6] |= 1
    return bytes(packed)


@pytest.mark.parametrize(
    ("name", "media_type", "content", "risk"),
    [
        ("invoice.pdf", "application/pdf", b"%PDF-1.7", FileRisk.NONE),
        ("photo.jpg", "image/jpeg", b"\xff\xd8\xff", FileRisk.NONE),
        ("setup.exe", "application/octet-stream", b"MZ", FileRisk.PROGRAM),
        ("run.js", "text/plain", b"alert()", FileRisk.PROGRAM),
        ("open.lnk", "application/octet-stream", b"L\0\0\0", FileRisk.PROGRAM),
        ("disk.iso", "application/octet-stream", b"", FileRisk.PROGRAM),
        ("invoice.pdf.exe", "application/pdf", b"MZ", FileRisk.DISGUISED),
        ("photo.jpg", "image/jpeg", b"MZ\x90", FileRisk.DISGUISED),
        ("list.xlsm", "application/octet-stream", b"PK\x03\x04", FileRisk.MACROS),
        ("list.xls", "application/vnd.ms-excel", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
         + "_VBA_PROJECT".encode("utf-16-le"), FileRisk.MACROS),
        ("list.xls", "application/vnd.ms-excel", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileRisk.NONE),
        ("list.xlsx", "x/y", zipped("[Content_Types].xml", "xl/vbaProject.bin"), FileRisk.MACROS),
        ("list.xlsx", "x/y", zipped("[Content_Types].xml", "xl/sheet.xml"), FileRisk.NONE),
        ("page.html", "text/html", b"<form>", FileRisk.WEB_PAGE),
        ("note", "text/html", b"<form>", FileRisk.WEB_PAGE),
        ("drawing.svg", "image/svg+xml", b"<svg>", FileRisk.WEB_PAGE),
        ("photos.zip", "application/zip", zipped("a.jpg", "b/c.png"), FileRisk.NONE),
        ("photos.zip", "application/zip", zipped("a.jpg", "b/c.exe"), FileRisk.HOLDS_PROGRAM),
        ("photos.zip", "application/zip", zipped("a.jpg", locked=True), FileRisk.LOCKED),
        ("photos.rar", "application/x-rar", b"Rar!\x1a\x07\x01\x00\0\0\0\0\x04\0", FileRisk.LOCKED),
        ("photos.rar", "application/x-rar", b"Rar!\x1a\x07\x01\x00\0\0\0\0\x01\0", FileRisk.NONE),
        ("broken.zip", "application/zip", b"PK\x03\x04nonsense", FileRisk.NONE),
    ],
)  # fmt: skip
def test_what_opening_could_do_is_seen(name: str, media_type: str, content: bytes, risk: FileRisk) -> None:
    risky = is_risky(name, name, media_type, content)
    assert risk_of(Attachment(0, name, media_type, len(content), risky=risky), content) is risk
