"""Dictionaries as hunspell writes them, and the shop's own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from shopdesk.system.spelling import WordLists, dictionary_folders, read_dictionary

RULES = """SET UTF-8
FORBIDDENWORD !
PFX U Y 1
PFX U 0 un .
SFX D Y 3
SFX D 0 d e
SFX D y ied [^aeiou]y
SFX D 0 ed [^ey]
SFX S N 1
SFX S 0 s [^sxy]
"""
WORDS = "7\nlamp/S\npack/UDS\nreply/D\nAnna\ncafé\nteh/!\nlarge\n"
GERMAN = "SET ISO8859-1\nFLAG long\nCOMPOUNDBEGIN Xx\nSFX Nn Y 1\nSFX Nn 0 n e\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en_US.aff").write_text(RULES, "utf-8")
    (tmp_path / "en_US.dic").write_text(WORDS, "utf-8")
    (tmp_path / "de_DE.aff").write_text(GERMAN, "iso-8859-1")
    (tmp_path / "de_DE.dic").write_text("3\nLampe/NnXx\nLieferung/Xx\nGrün/Xx\n", "iso-8859-1")
    return tmp_path


@pytest.fixture
def lists(folder: Path) -> WordLists:
    made = WordLists(folder / "dictionary.txt", (folder / "nowhere", folder))
    assert made.load("en")
    return made


@pytest.mark.parametrize(
    "word", ["lamp", "lamps", "Lamp", "LAMP", "packed", "unpacked", "unpack", "replied", "Anna", "café", "large"]
)
def test_words_and_what_their_rules_make_of_them_are_right(lists: WordLists, word: str) -> None:
    assert lists.check(word, "en")


@pytest.mark.parametrize("word", ["lmap", "replyed", "unlamp", "larges", "unpacks", "teh", "anna", "packied"])
def test_other_words_are_not(lists: WordLists, word: str) -> None:
    assert not lists.check(word, "en")


def test_german_words_may_be_put_together_and_every_word_of_an_unknown_language_is_right(lists: WordLists) -> None:
    assert lists.load("de")
    assert lists.check("Lampen", "de")
    assert lists.check("Lieferungslampe", "de")
    assert lists.check("grün", "de") is False
    assert not lists.check("Lamperei", "de")
    assert not lists.load("fr")
    assert lists.check("quelconque", "fr")
    assert lists.suggest("quelconqe", "fr") == ()


def test_near_words_are_offered_with_the_first_letter_as_it_was(lists: WordLists) -> None:
    assert lists.suggest("lmap", "en") == ["lamp"]
    assert lists.suggest("Lrge", "en") == ["Large"]
    assert lists.suggest("x" * 100, "en") == ()


def test_the_shops_own_words_are_kept(lists: WordLists, folder: Path) -> None:
    assert not lists.check("Shopdesk", "en")
    lists.learn("Shopdesk")
    assert lists.check("shopdesk", "en")
    again = WordLists(folder / "dictionary.txt", (folder,))
    again.load("en")
    assert again.check("Shopdesk", "en")
    nowhere = WordLists(folder / "gone" / "dictionary.txt", (folder,))
    nowhere.load("en")
    nowhere.learn("Shopdesk")
    assert nowhere.check("Shopdesk", "en")


def test_what_is_no_dictionary_is_passed_by(tmp_path: Path) -> None:
    for name, rules, words in (("en_US", "SET nonsense\n", "1\na\n"), ("en_GB", "SET UTF-8\n", "")):
        (tmp_path / f"{name}.aff").write_text(rules)
        (tmp_path / f"{name}.dic").write_text(words)
    assert not WordLists(tmp_path / "own.txt", (tmp_path,)).load("en")
    with pytest.raises(ValueError, match="en_GB"):
        read_dictionary(tmp_path / "en_GB.aff", tmp_path / "en_GB.dic")


@pytest.mark.parametrize(("system", "count"), [("linux", True), ("darwin", True), ("win32", True)])
def test_every_system_is_asked_where_dictionaries_may_lie(
    monkeypatch: pytest.MonkeyPatch, system: str, count: bool
) -> None:
    monkeypatch.setattr("sys.platform", system)
    assert bool(dictionary_folders()) is count
