"""Lists that come with the program, and those that the shop changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from shopdesk.domain.reply_check.rules import read_rules
from shopdesk.system.paths import resources
from shopdesk.system.rule_files import load_rules


def test_the_lists_of_the_program_make_rules_for_three_languages_and_the_marketplaces(tmp_path: Path) -> None:
    rules = read_rules(load_rules(resources() / "rules", tmp_path / "none"))
    assert set(rules.languages) == {"en", "zh", "de"}
    assert {"amazon", "ebay", "etsy", "walmart"} <= set(rules.markets)
    assert all(rules.languages[name].vague for name in ("en", "zh"))


def test_an_own_file_replaces_the_lists_that_it_names_and_adds_languages(tmp_path: Path) -> None:
    (tmp_path / "en.json").write_text('\ufeff{"promise": ["cross my heart"]}', "utf-8")
    (tmp_path / "fr.json").write_text('{"language": "fr", "attachment": ["ci-joint"]}', "utf-8")
    loaded = load_rules(resources() / "rules", tmp_path)
    rules = read_rules(loaded)
    assert rules.languages["en"].of("promise").first("cross my heart")
    assert not rules.languages["en"].of("promise").first("we guarantee")
    assert rules.languages["en"].of("apology").first("sorry")
    assert rules.languages["fr"].of("attachment").first("la facture est ci-joint")


@pytest.mark.expects_log("is left out")
@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b" " * (2 << 20)])
def test_a_broken_own_file_is_left_out(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "en.json").write_bytes(content)
    assert load_rules(resources() / "rules", tmp_path) == load_rules(resources() / "rules", tmp_path / "none")
