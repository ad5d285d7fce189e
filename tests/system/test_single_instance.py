"""One instance for each data folder, across processes and sudden ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from shopdesk.domain.errors import DataFolderBusy, DataFolderUnusable
from shopdesk.system.single_instance import hold_folder

HOLDER = """
import sys
from pathlib import Path
from shopdesk.system.single_instance import hold_folder
with hold_folder(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_second_start_is_told_and_a_killed_first_one_lets_go(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(DataFolderBusy, match=tmp_path.name), hold_folder(tmp_path):
            pass
        other.kill()
        other.wait()
    with hold_folder(tmp_path):
        pass


def test_it_can_be_held_again_after_letting_go_even_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), hold_folder(tmp_path):
        raise RuntimeError("inside")
    with hold_folder(tmp_path):
        pass


def test_a_folder_that_is_not_there_is_unusable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DataFolderUnusable), hold_folder(tmp_path / "file"):
        pass
