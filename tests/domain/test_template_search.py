"""Templates are found by key, names, tags, words and the first letters of pinyin; what fits comes first."""

from __future__ import annotations

import sys
import time
from dataclasses import replace

from shopdesk.domain.ids import TemplateId
from shopdesk.domain.pinyin import pinyin_initials
from shopdesk.domain.template import Fit, Template, Variant
from shopdesk.domain.template_search import TemplateIndex


def a_template(number: int, name: str, key: str, body: str = "Hello", **more: object) -> Template:
    language = more.pop("language", "en")
    return Template(TemplateId(number), name, key, (Variant(str(language), body),), **more)  # type: ignore[arg-type]


LIMIT = 0.1 if "coverage" not in sys.modules else 1.0
"""Seconds of the processor for one search; measuring coverage costs more than the search."""
LATE = Template(
    TemplateId(1), "Parcel is late", "late", (Variant("en", "Sorry"), Variant("zh", "抱歉", title="包裹延误"))
)
DAMAGED = a_template(2, "Arrived damaged", "dmg", "We send a new lamp", tags=("Amazon", "photo"), topic="problem")
REFUND = a_template(3, "Your refund", "refund", "Money is late", language="de", uses=9)
SNIPPET = a_template(4, "Late signature", "sig", is_snippet=True)
ALL = TemplateIndex([LATE, DAMAGED, REFUND, SNIPPET])


def found(text: str, fit: Fit | None = None, index: TemplateIndex = ALL) -> list[str]:
    return [one.key for one in index.find(text, fit or Fit())]


def test_the_key_comes_first_with_or_without_its_slash() -> None:
    assert found("late") == ["late", "refund"]
    assert found("/dmg") == found("／dmg") == ["dmg"]


def test_names_tags_topics_and_words_are_found_in_that_order() -> None:
    assert found("arr") == ["dmg"]
    assert found("is late") == ["late", "refund"]
    assert found("photo") == found("problem") == found("new LAMP") == ["dmg"]
    assert found("nowhere") == []
    assert found("parcel nowhere") == []


def test_the_first_letters_of_pinyin_find_a_chinese_name() -> None:
    assert pinyin_initials("包裹延误") == "bgyw"
    assert pinyin_initials("Late 一 2") == "y"
    assert found("bgyw") == found("bg") == found("包裹") == found("延误") == ["late"]


def test_a_snippet_is_not_offered() -> None:
    assert found("signature") == []


def test_without_words_what_fits_comes_first_then_what_is_used() -> None:
    assert found("") == ["refund", "dmg", "late"]
    assert found("", Fit("zh")) == ["late", "refund", "dmg"]
    assert found("", Fit(market="amazon"))[0] == "dmg"
    assert found("", Fit(topic="problem"))[0] == "dmg"
    assert found("", Fit("de", "amazon", "problem"))[0] == "refund"


def test_use_counts_are_renewed_without_reading_everything() -> None:
    counted = TemplateIndex([replace(LATE, uses=20), DAMAGED, replace(REFUND, uses=0)], ALL)
    assert found("", index=counted) == ["late", "dmg", "refund"]
    assert counted.find("refund", Fit())[0].uses == 0


def test_two_thousand_templates_are_searched_in_a_tenth_of_a_second() -> None:
    words = "Thank you for your order, it leaves us on the day that we told you. " * 12
    many = [
        Template(
            TemplateId(number),
            f"Answer {number} about parcels",
            f"k{number}",
            (Variant("en", f"{words}{number}"), Variant("zh", f"您好 {words}", title=f"包裹延误第{number}种")),
            tags=("tag", f"t{number % 40}"),
        )
        for number in range(2_000)
    ]
    index = TemplateIndex(many)
    for text in ("k1999", "answer about", "t39", "bgyw", "told you. 1999", "not there at all"):
        begun = time.process_time()
        index.find(text, Fit("zh", "amazon", "late"))
        assert time.process_time() - begun < LIMIT, text
