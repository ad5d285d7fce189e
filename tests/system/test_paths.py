"""Where the data lies."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from shopdesk.domain.errors import DataFolderUnusable
from shopdesk.system.paths import data_folder, log_folder, resources


def test_the_given_folder_wins_over_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOPDESK_DATA", str(tmp_path / "from environment"))
    assert data_folder(str(tmp_path / "gégeben")) == tmp_path / "gégeben"
    assert data_folder() == tmp_path / "from environment"


def test_without_a_word_it_is_the_local_folder_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SHOPDESK_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    if sys.platform == "linux":
        assert data_folder() == tmp_path / "Shopdesk"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_it_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    folder = data_folder(str(tmp_path / "new"))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert log_folder(folder).parent == folder


def test_a_file_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(DataFolderUnusable, match="taken"):
        data_folder(str(tmp_path / "taken"))
    with pytest.raises(DataFolderUnusable):
        data_folder(str(tmp_path / "taken" / "below"))


def test_resources_are_found_from_source_and_frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (resources().parent / "main.py").exists()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources() == tmp_path / "resources"
