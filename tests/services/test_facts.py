"""Facts that hold for a while, and templates that read them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.domain.fact import Fact, FactKind, FactState
from shopdesk.domain.ids import TemplateId
from shopdesk.domain.template import Template, Variant
from tests.services.bench import NOW, Bench, mail

HOUR = timedelta(hours=1)


def test_a_fact_comes_holds_and_expires_at_its_very_moment(bench: Bench) -> None:
    fact = Fact("cut_off", "16:00", NOW, NOW + HOUR, FactKind.CUT_OFF)
    assert fact.state(NOW - timedelta(microseconds=1)) is FactState.COMING
    assert fact.state(NOW) is FactState.CURRENT
    assert fact.state(NOW + HOUR) is FactState.EXPIRED
    bench.shop.facts.save(fact)
    assert bench.shop.facts.current() == [fact]
    bench.clock.advance(HOUR)
    assert bench.shop.facts.current() == []
    assert bench.shop.facts.all() == [fact]


@pytest.mark.parametrize(
    "fact",
    [Fact("", "1"), Fact("1st", "1"), Fact("a-b", "1"), Fact("a", " "), Fact("a", "x" * 501), Fact("b", "1", NOW, NOW)],
)
def test_what_is_no_fact_is_refused(bench: Bench, fact: Fact) -> None:
    with pytest.raises(InputRefused):
        bench.shop.facts.save(fact)


def test_a_template_reads_a_fact_and_an_expired_one_stops_it(bench: Bench) -> None:
    facts, templates = bench.shop.facts, bench.shop.templates
    facts.save(Fact("Free_From", "€ 50", ends=NOW + HOUR))
    number = templates.save(
        Template(TemplateId(0), "Free", "free", (Variant("en", subject="", body="Free from {{ facts.free_from }}."),))
    )
    home = bench.comes(mail("a", body="Is there free shipping for this order?"))
    filled = templates.fill(number, home)
    assert filled.missing == ()
    assert "€ 50" in "".join(piece.text for piece in filled.body)
    bench.clock.advance(HOUR)
    late = templates.fill(number, home)
    assert late.missing == ("facts.free_from",)
    assert [piece.why_missing for piece in late.body if piece.why_missing] == ["expired"]


def test_a_fact_is_taken_away_once(bench: Bench) -> None:
    bench.shop.facts.save(Fact("stock", "3"))
    bench.shop.facts.remove("stock")
    assert bench.shop.facts.all() == []
    with pytest.raises(NotFound):
        bench.shop.facts.remove("stock")
