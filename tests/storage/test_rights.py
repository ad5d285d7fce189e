"""Folders and disks that do not let us write are named, and nothing is harmed."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from shopdesk.domain.errors import DataFolderUnusable, DiskFull
from shopdesk.storage.store import open_store
from tests.storage.make import a_mailbox, first_folder, keyed

NOBODY = 65_534

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="uses Linux users and mounts")


@contextmanager
def _without_root() -> Iterator[None]:
    """Root may write everywhere: be somebody else for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name)
        path.chmod(0o755)
        yield path


def test_a_folder_that_cannot_be_made_is_named(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    with _without_root(), pytest.raises(DataFolderUnusable, match="desk"):
        open_store(open_folder / "desk", lambda _: None)
    open_folder.chmod(0o755)


def test_a_folder_that_cannot_be_written_is_named(open_folder: Path) -> None:
    folder = open_folder / "desk"
    folder.mkdir(mode=0o755)
    (folder / "other.txt").write_text("mine")
    folder.chmod(0o555)
    with _without_root(), pytest.raises(DataFolderUnusable, match=r"archive\.db"):
        open_store(folder, lambda _: None)
    folder.chmod(0o755)


def test_files_that_cannot_be_written_are_named(open_folder: Path) -> None:
    folder = open_folder / "desk"
    folder.mkdir()
    (folder / "other.txt").write_text("mine")
    folder.chmod(0o755)
    store = open_store(folder, lambda _: None)
    with store.writing() as work:
        work.mailboxes.add(a_mailbox())
    store.close()
    before = (folder / "desk.db").read_bytes()
    for path in folder.iterdir():
        path.chmod(0o444)
    with _without_root(), pytest.raises(DataFolderUnusable, match="desk"):
        store = open_store(folder, lambda _: None)
        with store.writing() as work:
            work.mailboxes.add(a_mailbox("b@shop.example"))
    assert (folder / "desk.db").read_bytes() == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    path = tmp_path / "small"
    path.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(path)]
    if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("needs the right to mount")
    yield path
    subprocess.run(["umount", "-l", str(path)], check=True)


def test_a_disk_that_fills_up_harms_nothing_and_work_goes_on_with_room(small_disk: Path) -> None:
    store = open_store(small_disk / "desk", lambda _: None)
    store.archive.add(keyed(b"before"))
    with store.writing() as work:
        first_folder(work)
    ballast = small_disk / "ballast"
    with ballast.open("wb", buffering=0) as file, pytest.raises(OSError, match="space"):
        while True:
            file.write(b"x" * 4_096)
    with pytest.raises(DiskFull):
        store.archive.add(keyed(os.urandom(300_000)))
    with pytest.raises(DiskFull), store.writing() as work:
        for number in range(5_000):
            work.mailboxes.add(a_mailbox(f"{number}@shop.example"))
    with store.reading() as work:
        assert len(work.mailboxes.all()) == 1
    ballast.unlink()
    with store.writing() as work:
        work.mailboxes.add(a_mailbox("after@shop.example"))
    store.archive.add(keyed(b"after"))
    assert store.archive.get(keyed(b"before")[0][0]) == b"before"
    findings = [finding.what for finding in store.check().findings]
    store.close()
    assert findings == ["less than 100 MB of disk space is left"]


def test_a_full_disk_at_the_first_start_is_named(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(b"x" * (2 * 1024 * 1024 - 40_000))
    with pytest.raises(DiskFull):
        open_store(small_disk / "desk", lambda _: None)
    (small_disk / "ballast").unlink()
    store = open_store(small_disk / "desk", lambda _: None)
    with store.reading() as work:
        assert work.mailboxes.all() == []
    store.close()
