"""What a click may open."""

from __future__ import annotations

import os
import sys
import time
import webbrowser
from pathlib import Path

import pytest

from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.system.clock import SystemClock
from shopdesk.system.opener import Opener, checked_link


@pytest.mark.parametrize(
    "url", ["https://shop.example/a?b=c", "http://[::1]:8/x", "mailto:a@b.example", " HTTPS://X.example "]
)
def test_web_pages_and_mail_addresses_are_opened(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    Opener().open_link(url)
    assert opened == [url.strip()]


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "C:\\x.exe", "\\\\host\\share", "smb://x/y", "",
     "https://", "http://a b", "https://x\n.example", "ms-settings:", "http://[::1", "/usr/bin/x"],
)  # fmt: skip
def test_everything_else_is_refused(url: str) -> None:
    with pytest.raises(InputRefused):
        checked_link(url)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    for act in (Opener().open_file, Opener().show_file):
        with pytest.raises(NotFound):
            act(tmp_path / "nothing")


@pytest.mark.skipif(sys.platform != "linux", reason="a stand-in for xdg-open")
def test_files_are_handed_to_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note, program = tmp_path / "note", tmp_path / "bin" / "xdg-open"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho "$1" >> "{note}"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "")
    target = tmp_path / "file with space.txt"
    target.write_text("x")
    opener = Opener()
    opener.open_file(target)
    _wait_for(note, 1)
    opener.show_file(target)
    _wait_for(note, 2)
    assert note.read_text().splitlines() == [str(target), str(tmp_path)]
    for child in opener._children:
        os.waitpid(child, 0)


def test_the_clock_knows_its_zone() -> None:
    now = SystemClock().now()
    assert now.utcoffset() is not None
    assert abs(now.timestamp() - time.time()) < 5


def _wait_for(note: Path, lines: int) -> None:
    limit = time.monotonic() + 5
    while not note.exists() or len(note.read_text().splitlines()) < lines:
        assert time.monotonic() < limit
        time.sleep(0.01)
