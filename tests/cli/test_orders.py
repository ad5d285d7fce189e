"""`orders`: files come in and go out, lists for people and machines, sentences for what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

FILES = Path(__file__).parents[1] / "data" / "orders"


def test_a_file_is_looked_at_taken_in_and_listed(command_line) -> None:
    file = str(FILES / "shopify.csv")
    look = command_line("orders", "import", file, "--dry-run")
    assert (look.code, look.err) == (0, "")
    assert look.out == "shopify.csv: Shopify orders, 4 rows, 3 orders.\n3 would be added, 0 changed, 0 the same.\n"
    assert command_line("orders").out == "There are no orders.\n"
    told = command_line("orders", "import", file, "--json").json
    assert (told["preset"], told["encoding"], told["added"], told["refused"]) == ("shopify", "utf-8", 3, 0)
    assert "0 added, 0 changed, 3 the same" in command_line("orders", "import", file).out
    listed = command_line("orders", "--limit", "2").out.splitlines()
    assert [line.split("  ")[1] for line in listed] == ["#1002", "#1001"]
    [order] = [one for one in command_line("orders", "--json").json if one["number"] == "#1001"]
    assert (order["total"], order["currency"], order["state"]) == ("107.90", "EUR", "shipped")
    assert [item["sku"] for item in order["items"]] == ["LAMP-1", "00123"]


def test_rows_that_are_left_out_are_told_and_make_the_exit_code_one(command_line, tmp_path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("Order number,Total,Status\n1.2E+18,5,paid\n7,5,paid\n", "utf-8")
    said = command_line("orders", "import", str(file))
    assert said.code == 1
    assert "1 added, 0 changed, 0 the same" in said.out
    assert "1 row with a number that a spreadsheet program has rounded, left out (row 2: 1.2E+18)." in said.err


@pytest.mark.parametrize(
    ("content", "words", "sentence"),
    [
        (b"", (), "There are no orders in the file.\n"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, (), "The file cannot be read as a table of orders (no text);"),
        (b"a,b\n1,2\n", (), "No column of the file is known to hold order numbers;"),
        (b"a,b\n1,2\n", ("--preset", "nowhere"), "The preset is not known; there are "),
        (None, (), "The file cannot be read: No such file or directory.\n"),
    ],
)
def test_a_file_that_is_none_gives_a_sentence(command_line, tmp_path, content, words, sentence) -> None:
    file = tmp_path / "x.csv"
    if content is not None:
        file.write_bytes(content)
    said = command_line("orders", "import", str(file), *words)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(sentence)


def test_a_file_of_a_hundred_megabytes_is_not_even_read(command_line, tmp_path) -> None:
    file = tmp_path / "huge.csv"
    with file.open("wb") as stream:
        stream.truncate(100 << 20)
    said = command_line("orders", "import", str(file))
    assert (said.code, said.err) == (1, "The file is too large for a file of orders; export a shorter time.\n")


def test_orders_that_need_somebody_are_listed_with_the_template_that_fits(command_line, tmp_path) -> None:
    assert command_line("orders", "watch").out == "All orders are on their way.\n"
    file = tmp_path / "x.csv"
    file.write_text("Order number,Customer,Street,City,Zip,Country\n7,Anna,Torstraße,Berlin,10119,DE\n", "utf-8")
    command_line("orders", "import", str(file))
    assert command_line("orders", "watch").out == "7  Anna  address (no house number)  /address-ask\n"
    [one] = command_line("orders", "watch", "--json").json
    assert (one["reason"], one["detail"], one["template"]) == ("bad_address", "no_house_number", "address-ask")


def test_orders_go_out_as_csv_and_xlsx(command_line, tmp_path) -> None:
    command_line("orders", "import", str(FILES / "taobao.csv"))
    out = tmp_path / "out.csv"
    assert command_line("orders", "export", str(out)).out == f"2 orders written to {out}.\n"
    assert "王芳" in out.read_text("utf-8-sig")
    assert command_line("orders", "export", str(tmp_path / "out.xlsx")).code == 0
    assert (tmp_path / "out.xlsx").read_bytes().startswith(b"PK")
    assert command_line("orders", "export", str(tmp_path)).code == 1


def test_a_folder_is_watched_until_it_is_switched_off(command_line, tmp_path) -> None:
    assert command_line("orders", "folder").out == "No folder is watched.\n"
    assert command_line("orders", "folder", str(tmp_path)).out == f"Watched: {tmp_path}.\n"
    missing = command_line("orders", "folder", str(tmp_path / "nowhere"))
    assert missing.code == 1
    assert missing.err.startswith("The watched folder cannot be read (")
    assert command_line("orders", "folder", "--off").out == "No folder is watched.\n"
