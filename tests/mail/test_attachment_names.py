"""File names of strangers: every file can be saved beside the others, none hides, escapes or overwrites."""
# ruff: noqa: E501 - samples of mail read better on one line

import unicodedata

import pytest

from shopdesk.mail.file_names import LONGEST_NAME, clean_file_name, is_risky, unique_name
from shopdesk.mail.read_mime import read_mail

HOSTILE = [
    "../../etc/passwd", "..\\..\\windows\\system32\\x.dll", "/etc/passwd", "C:\\autoexec.bat", "C:x.txt", "\\\\host\\share\\x.txt",
    "..", ".", "...", "", " ", "   .pdf", ".bashrc", ".htaccess", "-rf", "--help.txt", "~root.txt", "CON", "con.txt", "NUL", "nul.tar.gz",
    "COM1", "com1.pdf", "LPT9.doc", "aux.h", "PRN ", "clock$", "COM¹.txt", "x.txt:stream", "x.txt::$DATA", "a:b:c", "inv\u202efdp.exe",
    "inv\u2066x\u2069.pdf", "zero\u200bwidth.pdf", "nul\x00byte.pdf", "new\nline.pdf", "tab\there.pdf", "esc\x1b[2J.pdf", "x" * 300 + ".pdf",
    "x." + "y" * 300, "发" * 300 + ".pdf", "same.pdf", "SAME.PDF", "same.pdf", "same.pdf ", "e\u0301.txt", "\u00e9.txt", "ﬁle.txt", "file.txt",
    "trailing.", "trailing. . .", "trailing.pdf   ", "pipe|star*quest?.txt", 'quote".txt', "<tag>.txt", "\ufeffbom.txt", "lone\ud800surrogate.txt",
    "report.pdf.exe", "\u3000wide.txt", "desktop.ini", "Thumbs.db",
]  # fmt: skip
RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    "clock$",
    *(f"com{n}" for n in "123456789¹²³"),
    *(f"lpt{n}" for n in "123456789"),
}


def _clean_all() -> list[str]:
    taken: set[str] = set()
    return [unique_name(clean_file_name(name, "application/pdf", number), taken) for number, name in enumerate(HOSTILE)]


def test_as_many_files_as_attachments_on_every_file_system() -> None:
    names = _clean_all()
    keys = {unicodedata.normalize("NFKC", name).casefold() for name in names}
    assert len(HOSTILE) >= 50
    assert len(keys) == len(HOSTILE)


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_a_hostile_name_becomes_a_harmless_one(number: int) -> None:
    name = _clean_all()[number]
    assert 0 < len(name) <= LONGEST_NAME
    assert not set(name) & set('/\\:*?"<>|')
    assert all(ord(char) >= 32 and unicodedata.category(char) not in {"Cc", "Cf", "Cs"} for char in name)
    assert name[0] not in ".- ~"
    assert name[-1] not in ". "
    assert name.split(".")[0].strip().lower() not in RESERVED


def test_a_long_name_keeps_its_extension() -> None:
    assert clean_file_name("x" * 300 + ".pdf", "application/pdf", 0).endswith("x.pdf")


def test_an_empty_name_is_made_of_number_and_type() -> None:
    assert clean_file_name("", "image/jpeg", 2) == "attachment-3.jpg"
    assert clean_file_name("", "application/x-unheard-of", 0) == "attachment-1.bin"
    assert clean_file_name("...", "text/calendar", 0) == "attachment-1.ics"
    assert clean_file_name("invoice", "application/pdf", 0) == "invoice.pdf"


def test_names_of_many_same_files_are_numbered() -> None:
    taken: set[str] = set()
    assert [unique_name(name, taken) for name in ("a.pdf", "A.pdf", "a.pdf")] == ["a.pdf", "A (2).pdf", "a (3).pdf"]


@pytest.mark.parametrize(
    ("name", "media_type", "beginning"),
    [
        ("setup.exe", "application/octet-stream", b""),
        ("SAVER.SCR", "image/png", b""),
        ("x.js", "text/plain", b""),
        ("x.lnk", "application/octet-stream", b""),
        ("x.hta", "text/html", b""),
        ("report.docm", "application/msword", b""),
        ("disk.iso", "application/octet-stream", b""),
        ("invoice.pdf.exe", "application/pdf", b""),
        ("invoice.exe .", "application/pdf", b""),
        ("photo.jpg", "image/jpeg", b"MZ\x90\0"),
        ("photo.jpg", "image/jpeg", b"\x7fELF"),
        ("photo.jpg", "image/jpeg", b"#!/bin/sh"),
        ("photo.jpg", "application/x-msdownload", b""),
        ("inv\u202efdp.doc", "application/msword", b""),
        ("page.html", "text/html", b""),
        ("x.ps1", "", b""), ("x.jar", "", b""), ("x.url", "", b""), ("x.vbs", "", b""), ("x.apk", "", b""), ("x.dmg", "", b""), ("x.one", "", b""),
    ],
)  # fmt: skip
def test_what_could_run_a_program_is_told(name: str, media_type: str, beginning: bytes) -> None:
    assert is_risky(clean_file_name(name, media_type, 0), name, media_type, beginning)


@pytest.mark.parametrize(
    "name", ["photo.jpg", "invoice.pdf", "list.xlsx", "letter.docx", "发票.pdf", "archive.zip", "exe", "note.txt"]
)
def test_usual_files_are_not_called_risky(name: str) -> None:
    assert not is_risky(name, name, "application/octet-stream", b"%PDF-1.4")


def test_a_program_that_calls_itself_a_picture_is_found_in_the_mail() -> None:
    raw = (
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhi\n--b\nContent-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\n"
        b"TVqQAAMAAAAEAAAA\n--b\nContent-Type: image/png; name=b.png\n\n\x89PNG\n--b--"
    )
    assert [one.risky for one in read_mail(raw).attachments] == [True, False]
