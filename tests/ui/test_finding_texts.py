"""What the reply check found, said in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from shopdesk.domain.reply_check.facts import Finding, Level, Rule
from shopdesk.ui.finding_texts import finding_text, instead_text, language_name


@pytest.mark.parametrize("rule", list(Rule))
def test_every_rule_has_a_sentence_with_its_words(rule: Rule, qapp: object) -> None:
    text = finding_text(Finding(rule, Level.HINT, 0, 4, ("soon", "later")))
    assert text.endswith(("。", "."))
    assert "%" not in text


def test_very_long_words_are_shortened(qapp: object) -> None:
    text = finding_text(Finding(Rule.VAGUE_WORDS, Level.HINT, 0, 400, ("so\n" * 200,)))
    assert len(text) < 140
    assert "\n" not in text


def test_the_two_languages_are_named(qapp: object) -> None:
    QLocale.setDefault(QLocale("en"))
    text = finding_text(Finding(Rule.OTHER_LANGUAGE, Level.WARNING, words=("en", "de")))
    assert text == "The customer wrote in German, this reply is in English."
    assert language_name("sv") == "Swedish"
    assert language_name("xx-unknown") == "xx-unknown"


def test_a_suggestion_is_said_only_where_there_is_one(qapp: object) -> None:
    assert instead_text(Finding(Rule.VAGUE_WORDS, Level.HINT)) == ""
    assert "Thursday" in instead_text(Finding(Rule.VAGUE_WORDS, Level.HINT, instead="on Thursday"))
