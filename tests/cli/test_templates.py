"""`templates`: the starter pack is there from the first call; files go out and come in."""

from __future__ import annotations

import json

import pytest


def test_the_starter_pack_is_listed_and_searched(command_line) -> None:
    everything = command_line("templates", "list", "--json").json
    assert len(everything) >= 60
    late = next(one for one in everything if one["key"] == "late")
    assert (late["languages"], late["uses"], late["topic"]) == (["en", "zh"], 0, "shipping")
    found = command_line("templates", "list", "bgyw")
    assert found.out == "/late  Parcel is late  [en, zh]\n"
    assert "/dmg-new" in command_line("templates", "list", "a", "new", "one").out
    assert "asks: " in command_line("templates", "list", "/refund").out
    assert command_line("templates", "list", "nowhere").out == "There is no such template.\n"


@pytest.mark.parametrize(("name", "form"), [("x.csv", ()), ("x.xlsx", ()), ("x", ()), ("y", ("--format", "csv"))])
def test_what_is_exported_is_imported_without_a_change(command_line, tmp_path, name, form) -> None:
    file = str(tmp_path / name)
    out = command_line("templates", "export", file, *form)
    assert out.code == 0
    assert "94 templates written" in out.out
    back = command_line("templates", "import", file, "--json")
    assert (back.code, back.json) == (0, {"added": 0, "changed": 0, "kept": 94, "refused": 0})


def test_a_file_is_looked_at_first_then_taken(command_line, tmp_path) -> None:
    file = tmp_path / "theirs.csv"
    file.write_text("key,language,name,body\nlate,en,Ours,Hello\nmine,en,Mine,Hi\nbad,en,Bad,{{ x }}\n", "utf-8")
    look = command_line("templates", "import", str(file), "--dry-run")
    assert look.code == 1
    assert look.out == "new: 1: mine\nchanged: 1: late\nsame: 0\n"
    assert look.err == "Row 4 (bad) is not taken: template en: unknown_placeholder x.\n"
    as_json = command_line("templates", "import", str(file), "--dry-run", "--json").json
    assert [one["state"] for one in as_json] == ["changed", "new", "refused"]
    kept = command_line("templates", "import", str(file))
    assert (kept.code, kept.out) == (1, "1 template added, 0 changed, 1 left as they are.\n")
    assert "Parcel is late" in command_line("templates", "list", "/late").out
    taken = command_line("templates", "import", str(file), "--conflicts", "theirs", "--json").json
    assert taken == {"added": 0, "changed": 1, "kept": 1, "refused": 1}
    assert "/late  Ours" in command_line("templates", "list", "/late").out


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "There are no templates in the file.\n"),
        (b"a,b\n1,2\n", "The file has no columns for templates; its first row must name at least name and body.\n"),
        (b"\x00\x01\x02\x03" * 99, "The file cannot be read as templates (is no text); use JSON, CSV or xlsx.\n"),
    ],
)
def test_a_file_that_is_none_gives_a_sentence(command_line, tmp_path, content, sentence) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(content)
    said = command_line("templates", "import", str(file))
    assert (said.code, said.err) == (1, sentence)


def test_files_that_cannot_be_reached_are_told(command_line, tmp_path) -> None:
    gone = command_line("templates", "import", str(tmp_path / "gone.csv"))
    assert (gone.code, gone.err) == (1, "The file cannot be read: No such file or directory.\n")
    nowhere = command_line("templates", "export", str(tmp_path))
    assert nowhere.code == 1
    assert nowhere.err.startswith("The file cannot be written: ")


def test_an_exported_file_is_readable_by_others(command_line, tmp_path) -> None:
    file = tmp_path / "x.json"
    command_line("templates", "export", str(file))
    whole = json.loads(file.read_text("utf-8"))
    assert whole["version"] == 1
    assert {"key", "name", "words"} <= whole["templates"][0].keys()
