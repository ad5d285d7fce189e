"""`backup` and `restore` on a real shop with real mails."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import OURS, PASSWORD, CommandLine, Post


@pytest.fixture
def filled(connected: CommandLine, post: Post) -> CommandLine:
    """A desk with two mails."""
    post.deliver("Lamp")
    post.deliver("Chair")
    assert connected("sync").code == 0
    return connected


def test_a_backup_is_made_listed_checked_and_brought_back(filled: CommandLine, tmp_path: Path) -> None:
    drive, into = tmp_path / "drive", tmp_path / "new computer"

    made = filled("backup", str(drive), "--json")
    again = filled("backup")
    listed = filled("backup", "--list", "--json")
    checked = filled("backup", str(drive), "--check")

    assert (made.code, made.json["messages"], made.json["mails_added"]) == (0, 2, 2)
    assert again.code == 0
    assert "0 new raw mails; 1 copy there now, 1 older one went." in again.out
    assert "same disk" in again.out
    assert [one["messages"] for one in listed.json] == [2]
    assert checked.code == 0
    assert "2 messages in 2 conversations: sound" in checked.out

    back = filled("restore", str(drive), "--into", str(into))
    assert back.code == 0, back.err
    assert "Brought back 2 messages in 2 conversations" in back.out
    there = CommandLine.__new__(CommandLine)
    there.__dict__ = {**filled.__dict__, "folder": into}
    assert there("check").out.endswith("All is sound.\n")
    assert there("search", "chair", "--json").json_lines
    assert there("backup").code == 1  # where this computer's backups go was not said yet
    assert there("backup", str(drive)).code == 0  # the same desk goes on with the same backup
    held = b"".join(path.read_bytes() for path in drive.rglob("*") if path.is_file())
    assert OURS.encode() in held
    assert PASSWORD.strip().encode() not in held


def test_without_a_folder_the_sentence_says_how_to_name_one(command_line: CommandLine) -> None:
    said = command_line("backup")
    assert said.code == 1
    assert said.err == "No folder for backups is chosen yet; name one: backup FOLDER.\n"


def test_a_drive_that_is_away_gets_a_sentence(command_line: CommandLine, tmp_path: Path) -> None:
    assert command_line("backup", str(tmp_path / "drive")).code == 0
    shutil.rmtree(tmp_path / "drive")

    said = command_line("backup")

    assert said.code == 1
    assert "connect its drive" in said.err
    assert not (tmp_path / "drive").exists()


def test_a_damaged_backup_is_told_by_check_and_not_brought_back(command_line: CommandLine, tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    assert command_line("backup", str(drive)).code == 0
    desk = next((drive / "copies").iterdir()) / "desk.db"
    desk.write_bytes(desk.read_bytes()[:-1] + b"?")

    checked = command_line("backup", "--check")
    back = command_line("restore", str(drive), "--into", str(tmp_path / "new"))

    assert checked.code == 1
    assert "was changed" in checked.out
    assert back.code == 1
    assert "not whole" in back.err
    assert not (tmp_path / "new").exists()


def test_restoring_makes_no_other_data_folder_and_refuses_a_filled_one(
    command_line: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert command_line("backup", str(tmp_path / "drive")).code == 0
    refused = command_line("restore", str(tmp_path / "drive"), "--into", str(command_line.folder))
    assert refused.code == 1
    assert "empty folder only" in refused.err

    monkeypatch.setenv("SHOPDESK_DATA", str(tmp_path / "usual"))
    back = command_line("restore", str(tmp_path / "drive"), "--json")
    assert back.json["into"] == str(tmp_path / "usual")


def test_words_that_do_not_go_together_are_refused(command_line: CommandLine) -> None:
    assert command_line("backup", "--list", "--check").code == 2
    assert command_line("restore").code == 2
