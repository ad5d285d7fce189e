"""The starter pack: every template in both languages, without a fault, with a dated action, without vague words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from shopdesk.domain.filling import PieceKind, text_of
from shopdesk.domain.template import InputKind, Template
from shopdesk.services.template_filling import Occasion, faults_of, filled
from shopdesk.services.template_records import record_of, starter_templates, template_of
from shopdesk.services.template_shelf import Shelf
from shopdesk.services.template_tidying import same_words, tidy
from shopdesk.system.paths import resources
from tests.services.bench import NOW, SHOP, Bench, a_mailbox

LANGUAGES = ("en", "zh")
TOPICS = {
    "pre-sale", "order", "stock", "shipping", "problem", "return", "dispute", "holding", "follow-up", "review",
    "billing", "b2b",
}  # fmt: skip
VAGUE = re.compile(
    r"\b(?:asap|soon|shortly|as quickly as possible|in the near future|at your earliest|a few days|some time|"
    r"in due course|momentarily|kindly|inconvenience|we will try|hopefully|unfortunately)\b"
    r"|尽快|稍后|过几天|近期|马上|不久|尽量|抽空|尽早回复|第一时间回复|有空|不便之处|敬请谅解",
    re.IGNORECASE,
)
DATED = re.compile(r"\| day|\| money")
ANSWERS = {InputKind.TEXT: "Öl 3", InputKind.DATE: "2026-11-25", InputKind.AMOUNT: "12.50 EUR"}


def pack() -> Sequence[Template]:
    texts = [file.read_text("utf-8") for file in sorted((resources() / "starter").glob("*.json"))]
    return starter_templates(texts)


PACK = pack()
REPLIES = [one for one in PACK if not one.is_snippet]
each_reply = pytest.mark.parametrize("template", REPLIES, ids=lambda one: one.key)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def answers(template: Template) -> dict[str, str]:
    return {one.name: one.choices[0] if one.choices else ANSWERS[one.kind] for one in template.inputs}


def shelf() -> Shelf:
    return Shelf(templates=tuple(PACK))


def test_there_are_at_least_sixty_replies_over_all_topics() -> None:
    assert len(REPLIES) >= 60
    assert {one.topic for one in REPLIES} == TOPICS
    keys = [one.key for one in PACK]
    assert len(set(keys)) == len(keys)
    for used in ("dmg", "late", "refund", "review", "hold"):
        assert used in keys


@each_reply
def test_a_template_is_clean_and_without_faults(template: Template) -> None:
    assert {one.language for one in template.variants} == set(LANGUAGES)
    assert same_words(tidy(template), template)
    assert faults_of(template, PACK) == []
    assert template.tags
    assert template.titled("zh") != template.titled("en")
    assert all(one.label for one in template.inputs)
    assert same_words(template_of(record_of(template)), template)


@each_language
@each_reply
def test_a_template_promises_or_asks_something_with_a_date(template: Template, language: str) -> None:
    variant = template.variant(language)
    assert variant is not None
    assert DATED.search(variant.body), "no dated action"
    assert not VAGUE.search(variant.body), VAGUE.search(variant.body)
    assert "greeting" in variant.body
    assert "signature" in variant.body
    assert "http" not in variant.body


@each_language
@each_reply
def test_a_template_fills_with_its_answers(template: Template, language: str) -> None:
    made = filled(template, Occasion(mailbox=a_mailbox(name="Shop"), now=NOW), shelf(), answers(template), language)
    assert made.to_ask == ()
    assert set(made.missing) <= {"order.tracking"}
    text = text_of(made.body)
    assert "{{" not in text
    assert "{%" not in text
    assert not re.search(r"[。，！？]{2}|  |\n{3}|your your|您的您的|\.\.", text), text
    assert ("2026" in text) is bool(re.search(r"\| day", template.variant(language).body)), text
    assert bool(re.search("[\u4e00-\u9fff]", text)) is (language == "zh")


@each_language
@each_reply
def test_what_is_asked_is_a_gap_until_it_is_answered(template: Template, language: str) -> None:
    """So that no template promises anything by default that the shop did not say."""
    made = filled(template, Occasion(mailbox=a_mailbox(), now=NOW), shelf(), {}, language)
    assert {f"input.{one.name}" for one in made.to_ask} <= set(made.missing) | _inside_choices(template)
    assert not any(one.default for one in template.inputs)
    assert {one.name for one in made.to_ask} == {one.name for one in template.inputs}


def _inside_choices(template: Template) -> set[str]:
    """What only one of the branches of a choice says."""
    has_choice = any(one.kind is InputKind.CHOICE for one in template.inputs)
    return {f"input.{one.name}" for one in template.inputs if one.kind is not InputKind.CHOICE} if has_choice else set()


def test_both_branches_of_a_choice_can_be_said() -> None:
    for template in REPLIES:
        for choice in (one for one in template.inputs if one.choices):
            texts = set()
            for value in choice.choices:
                given = answers(template) | {choice.name: value}
                made = filled(template, Occasion(now=NOW), shelf(), given, "zh")
                assert f"input.{choice.name}" not in made.missing
                texts.add(text_of(made.body))
            assert len(texts) == len(choice.choices)


@each_language
def test_greeting_and_signature_are_right_with_and_without_a_name(language: str) -> None:
    template = next(one for one in PACK if one.key == "hold")
    given = answers(template)
    nobody = text_of(filled(template, Occasion(mailbox=a_mailbox(), now=NOW), shelf(), given, language).body)
    assert nobody.startswith({"en": "Hello there,\n\n", "zh": "您好！\n\n"}[language])
    signed = text_of(
        filled(template, Occasion(mailbox=a_mailbox(), agent="Lin", now=NOW), shelf(), given, language).body
    )
    assert signed.endswith(f"Lin\n{SHOP}")


def test_the_pack_comes_in_once_and_leaves_alone_what_the_shop_did(bench: Bench) -> None:
    templates = bench.shop.templates
    assert len(templates.all()) == len(PACK)
    late, damaged = templates.by_key("late"), templates.by_key("/dmg")
    templates.save(replace(late, name="Ours"))
    templates.delete(damaged.id)
    assert templates.install_starter() == 0
    assert templates.by_key("late").name == "Ours"
    assert "dmg" not in {one.key for one in templates.all()}
    assert any(changes.templates for changes in bench.heard)
    piece = templates.fill(late.id, None, answers(late), "zh")
    assert piece.language == "zh"
    assert any(one.kind is PieceKind.FILLED for one in piece.body)
