"""What the window reads of the logs, and the traces of crashes below Python."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from shopdesk.domain.errors import NotFound
from shopdesk.system import log_reading
from shopdesk.system.crashes import CrashCatcher, crash_file
from shopdesk.system.log_reading import Logs

ROOT = Path(__file__).parents[2]
DIES = """
import ctypes, sys
from pathlib import Path
from shopdesk.system.crashes import CrashCatcher
CrashCatcher(Path(sys.argv[1]), "engine").begin()
ctypes.string_at(0)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    logs = tmp_path / "logs"
    logs.mkdir()
    return logs


def line(second: int, text: str, label: str = "INFO shopdesk.protocol: ") -> str:
    return f"2026-11-02 08:00:{second:02d},000 {label}{text}"


def shown_line(second: int, text: str) -> str:
    return line(second, text, label="")


def test_lines_of_all_processes_stand_in_the_order_of_time_without_secrets(tmp_path: Path, folder: Path) -> None:
    said = (line(1, "a #1 > A1 LOGIN me hunter2"), line(5, "late"))
    (folder / "engine-protocol.log").write_text("\n".join(said) + "\n")
    (folder / "window-protocol.log").write_text(line(3, "between password=hunter2") + "\n")
    shown = Logs(tmp_path).protocol()
    assert [one[17:19] for one in shown] == ["01", "03", "05"]
    assert "hunter2" not in "".join(shown)
    assert Logs(tmp_path).protocol(1) == [shown_line(5, "late")]


def test_a_file_that_was_begun_anew_is_continued_backwards(tmp_path: Path, folder: Path) -> None:
    (folder / "engine-protocol.log.1").write_text(line(1, "before") + "\n")
    (folder / "engine-protocol.log").write_text(line(2, "after") + "\n")
    assert [one.split()[-1] for one in Logs(tmp_path).protocol()] == ["before", "after"]


def test_of_a_long_file_only_whole_lines_of_the_end_are_read(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_reading, "NEWEST_BYTES", 200)
    (folder / "engine-protocol.log").write_text("".join(line(number, "said") + "\n" for number in range(60)))
    shown = Logs(tmp_path).protocol()
    assert shown[-1] == shown_line(59, "said")
    assert 2 <= len(shown) < 5
    assert all(one.startswith("2026") for one in shown)


def test_without_logs_nothing_was_said(tmp_path: Path) -> None:
    assert Logs(tmp_path).protocol() == []
    assert Logs(tmp_path).taken_crashes() == []
    with pytest.raises(NotFound):
        Logs(tmp_path).show()


def test_a_crash_below_python_is_told_once_and_its_trace_is_kept(tmp_path: Path, folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", DIES, str(tmp_path)], cwd=ROOT, check=False, capture_output=True)
    assert done.returncode != 0
    [(process, trace)] = Logs(tmp_path).taken_crashes()
    assert process == "engine"
    assert "string_at" in trace
    assert Logs(tmp_path).taken_crashes() == []
    assert "string_at" in (folder / "engine-crash.last.txt").read_text()


def test_a_process_that_ends_in_order_leaves_no_trace(tmp_path: Path) -> None:
    catcher = CrashCatcher(tmp_path, "window")
    catcher.begin()
    file = crash_file(tmp_path / "logs", "window")
    assert file.exists()
    assert file.stat().st_mode & 0o077 == 0
    file.write_text("a fault that somebody handled")
    catcher.end()
    catcher.end()
    assert not file.exists()
