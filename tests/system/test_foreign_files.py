"""Files of strangers: private, never over another, marked as from the internet, all there or not at all."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from shopdesk.domain.errors import DiskFull, FileNotSaved
from shopdesk.system.foreign_files import ForeignFiles, mark_foreign, quarantine_mark

posix = pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")


@posix
def test_a_lent_file_is_private_and_read_only(tmp_path: Path) -> None:
    path = ForeignFiles(tmp_path).lend("invoice.pdf", b"%PDF")
    assert (path.name, path.read_bytes()) == ("invoice.pdf", b"%PDF")
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_two_lent_files_of_one_name_lie_in_two_folders(tmp_path: Path) -> None:
    files = ForeignFiles(tmp_path)
    assert files.lend("a.txt", b"1").parent != files.lend("a.txt", b"2").parent


def test_lent_files_are_gone_after_a_day_and_other_folders_stay(tmp_path: Path) -> None:
    files = ForeignFiles(tmp_path)
    old, other = files.lend("a.txt", b"1").parent, tmp_path / "somebody else's"
    other.mkdir()
    for folder in (old, other):
        os.utime(folder, (0, 0))
    new = files.lend("a.txt", b"2")
    assert not old.exists()
    assert other.exists()
    assert new.exists()


def test_files_of_one_name_get_numbers_and_none_is_overwritten(tmp_path: Path) -> None:
    files = ForeignFiles(tmp_path)
    (tmp_path / "a.tar.gz").mkdir()
    names = [files.add(tmp_path, "a.tar.gz", bytes([n])).name for n in range(3)]
    assert names == ["a.tar (2).gz", "a.tar (3).gz", "a.tar (4).gz"]
    assert [(tmp_path / name).read_bytes() for name in names] == [b"\0", b"\1", b"\2"]


def test_a_file_that_cannot_be_written_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    files = ForeignFiles(tmp_path)
    for write in (files.put, lambda path, content: files.add(path.parent, path.name, content)):
        with pytest.raises(FileNotSaved):
            write(tmp_path / "no" / "x.pdf", b"1")
    with pytest.raises(FileNotSaved):
        ForeignFiles(tmp_path / "no").lend("x", b"1")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
def test_a_full_disk_has_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "x").symlink_to("/dev/full")
    problem = OSError(28, "No space left on device")
    from shopdesk.system.foreign_files import _named

    assert isinstance(_named(problem, tmp_path), DiskFull)


def test_an_older_file_stays_whole_until_the_new_one_is(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    ForeignFiles(tmp_path).put(target, b"new")
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@posix
def test_windows_is_told_by_a_stream_and_macos_by_an_attribute(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"x")
    mark_foreign(path, "win32")
    assert (tmp_path / "a.docx:Zone.Identifier").read_bytes() == b"[ZoneTransfer]\r\nZoneId=3\r\n"
    flags, seconds, who, number = quarantine_mark().decode().split(";")
    assert (flags, who, len(seconds), len(number)) == ("0081", "Shopdesk", 8, 36)
    mark_foreign(path, "linux")
    assert path.read_bytes() == b"x"
