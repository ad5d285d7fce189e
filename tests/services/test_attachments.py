"""Files of mails handed out: as many as there are, all in the folder, none hidden, reserved or overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from shopdesk.domain.errors import NotFound
from shopdesk.domain.file_risk import FileRisk
from tests.services.bench import Bench, mail

HOSTILE = (
    "../../etc/passwd", "..\\..\\boot.ini", "C:\\Windows\\x.dll", "/abs.txt", "CON", "nul.txt", "LPT1.pdf",
    "a.txt:stream", "photo\u202egpj.exe", "x" * 300 + ".pdf", "", "same.txt", "same.txt", "SAME.TXT", "Ä.txt",
    "A\u0308.txt", ".hidden", "-rf", "a\0b.txt", "trailing. ", "tab\there.txt", "?.txt", "*.txt", "<b>.txt",
    "|pipe", "~home", "a/b/c.txt", ".", "..", "name.", " ", "\u200b.txt", "a\nb.txt", "ﬁle.txt", "file.txt",
    "aux.c", "com1", "PRN.log", "con.tar.gz", "desktop.ini", "x.lnk", "同名.txt", "同名.txt", "e\u0301.txt",
    "é.txt", "ẞ.txt", "ss.txt", "I.txt", "ı.txt", "i.txt",
)  # fmt: skip


def with_files(names: tuple[str, ...]) -> bytes:
    """A mail with a file for every name; the content is its number."""
    parts = []
    for number, name in enumerate(names):
        coded = "".join(f"%{byte:02X}" for byte in name.encode())
        parts.append(
            "--b\nContent-Type: application/octet-stream\n"
            f"Content-Disposition: attachment; filename*=utf-8''{coded}\n\ncontent {number}\n"
        )
    body = "--b\nContent-Type: text/plain\n\nSee the files\n" + "".join(parts) + "--b--"
    return mail("files", body=body, extra='Content-Type: multipart/mixed; boundary="b"')


def test_fifty_hostile_names_become_fifty_files_in_the_folder(bench: Bench, tmp_path: Path) -> None:
    message = bench.messages(bench.comes(with_files(HOSTILE)))[0]
    folder = tmp_path / "chosen"
    folder.mkdir()
    (folder / "same.txt").write_text("mine")
    attachments = message.mail.attachments
    assert len(attachments) == len(HOSTILE)

    saved = bench.shop.attachments.save_all(message.id, attachments, folder)

    contents = [path.read_bytes().strip().decode() for path in saved]
    assert contents == [f"content {number}" for number in range(len(HOSTILE))]
    assert len({path.name.casefold() for path in saved}) == len(HOSTILE)
    assert {path.parent for path in saved} == {folder}
    assert (folder / "same.txt").read_text() == "mine"
    assert not [path.name for path in saved if path.name.startswith((".", "-", "~"))]
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "data") == ["chosen"]


def test_a_mail_is_saved_byte_for_byte_and_files_are_judged_from_inside(bench: Bench, tmp_path: Path) -> None:
    raw = with_files(("letter.pdf", "run.exe"))
    message = bench.messages(bench.comes(raw))[0]
    use = bench.shop.attachments
    use.save_raw(message.id, tmp_path / "mail.eml")
    assert (tmp_path / "mail.eml").read_bytes() == raw
    first, second = message.mail.attachments
    assert [use.risk(message.id, one) for one in (first, second)] == [FileRisk.NONE, FileRisk.PROGRAM]
    use.save(message.id, first, tmp_path / "mine.pdf")
    assert (tmp_path / "mine.pdf").read_bytes().strip() == b"content 0"
    lent = use.lend(message.id, first)
    assert (lent.name, lent.read_bytes().strip()) == ("letter.pdf", b"content 0")


def test_of_a_mail_that_is_not_whole_nothing_is_handed_out(bench: Bench, tmp_path: Path) -> None:
    home = bench.come(mail("big", body="words " * 9_000), beginning=True)[0]
    assert home is not None
    message = bench.messages(home)[0]
    with pytest.raises(NotFound):
        bench.shop.attachments.save_raw(message.id, tmp_path / "x.eml")
    assert not (tmp_path / "x.eml").exists()
