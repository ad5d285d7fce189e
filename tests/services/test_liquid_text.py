"""Liquid in pieces: written, filled, missing; faults with their place; limits on what a template may cost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.errors import TemplateFaulty
from shopdesk.domain.filling import Piece, PieceKind, text_of
from shopdesk.domain.template import FaultKind
from shopdesk.services.liquid_text import LONGEST_SOURCE, LONGEST_VALUE, LiquidText, clean

VALUES = {"customer": {"name": "Anna"}, "order": {"number": "1007", "tracking": "", "paid": 12}, "nothing": None}
SNIPPETS = {
    "hi": "Hello {{ customer.name }}",
    "deep": "{% render 'hi' %}!",
    "round": "{% if customer.name %}{% render 'trip' %}{% endif %}",
    "trip": "{% render 'round' %}",
    "broken": "{% if %}",
    "strange": "{{ customer.name | nope }}",
}
MARKS = "\ue100\ue101\ue102"


def liquid() -> LiquidText:
    return LiquidText(SNIPPETS, {"twice": lambda value: f"{value}{value}"})


def fill(source: str) -> tuple[Piece, ...]:
    return liquid().fill(source, VALUES)


def faults(source: str) -> list[tuple[FaultKind, str, str]]:
    found = liquid().faults(source, lambda name: name.startswith(("customer", "order")))
    return [(one.kind, source[one.start : one.start + one.length], one.word) for one in found]


def test_pieces_tell_where_each_text_comes_from() -> None:
    assert fill("Dear {{ customer.name }}, {{ order.tracking }}.") == (
        Piece("Dear "),
        Piece("Anna", PieceKind.FILLED, "customer.name"),
        Piece(", "),
        Piece("[order.tracking]", PieceKind.MISSING, "order.tracking"),
        Piece("."),
    )


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ order.tracking | default: 'none yet' }}", "none yet"),
        ("{{ order.tracking | default: order.number }}", "1007"),
        ("A{{ order.tracking | default: '' }}B", "AB"),
        ("{{ customer.name | twice | upcase }}", "ANNAANNA"),
        ("{{ 'own' }}{{ order.paid }}", "own12"),
        ("{% render 'deep' %}", "Hello Anna!"),
        ("{% capture who %}{{ customer.name }}{% endcapture %}<{{ who }}>", "<Anna>"),
        ("{% if order.tracking %}x{% else %}y{% endif %}", "y"),
        ("{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
        ("{% for n in (1..3) %}{{ n }}{% endfor %}", "123"),
    ],
)
def test_templates_fill(source: str, text: str) -> None:
    assert text_of(fill(source)) == text


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("{{ nothing }}", "nothing"),
        ("{{ order.tracking | append: '!' }}", "order.tracking"),
        ("{{ order.tracking | twice }}", "order.tracking"),
        ("{{ order.tracking | default: order.item }}", "order.item"),
        ("{{ order.number | remove: '1007' }}", "order.number"),
        ("{{ customer.__class__ }}", "customer.__class__"),
        ("{% capture a %}{{ order.item }}{% endcapture %}{{ a }}", "order.item"),
        ("{% render 'hi' %}{{ order['item'] }}", "order.item"),
    ],
)
def test_a_missing_value_is_never_written_as_nothing(source: str, named: str) -> None:
    assert [one.placeholder for one in fill(source) if one.kind is PieceKind.MISSING] == [named]


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("Hi {{ customer.name", (FaultKind.SYNTAX, "{{ customer.name", "expected '}}', found end of file")),
        ("Hi {% if %}", (FaultKind.SYNTAX, "if", "missing expression")),
        ("Hi {{ weather.today }}", (FaultKind.UNKNOWN_PLACEHOLDER, "weather.today", "weather.today")),
        ("Hi {{ customer.name | pad }}", (FaultKind.UNKNOWN_FILTER, "pad", "pad")),
        ("{% if order %}{% render 'gone' %}{% endif %}", (FaultKind.UNKNOWN_SNIPPET, "'gone'", "gone")),
        ("Hi {% render 'round' %}", (FaultKind.SNIPPET_LOOP, "render 'round'", "round")),
        ("Hi {% render 'broken' %}", (FaultKind.SYNTAX, "render 'broken'", "missing expression")),
        ("Hi {{ (1..9999999) | join: ',' }}", (FaultKind.TOO_MUCH, "{{ (1..9999999) | join: ',' }}", "")),
        ("{% for a in (1..9999999) %}.{% endfor %}", (FaultKind.TOO_MUCH, "for", "for")),
        ("{{ '1e99999' | ceil }}", (FaultKind.SYNTAX, "{", "cannot convert float infinity to integer")),
        ("{% include 'hi' %}", (FaultKind.SYNTAX, "include", "unexpected tag 'include'")),
    ],
)
def test_a_fault_is_told_with_its_place(source: str, fault: tuple[FaultKind, str, str]) -> None:
    ((kind, place, word),) = faults(source)
    wanted_kind, wanted_place, wanted_word = fault
    assert kind is wanted_kind
    assert place.strip("'") == wanted_place.strip("'")
    assert word.startswith(wanted_word)
    if kind is not FaultKind.UNKNOWN_PLACEHOLDER:
        with pytest.raises(TemplateFaulty):
            fill(source)


def test_a_fault_inside_a_snippet_points_at_the_beginning_when_the_call_is_not_seen() -> None:
    ((kind, _, word),) = faults("{% render 'strange' %}")
    assert (kind, word) == (FaultKind.UNKNOWN_FILTER, "nope")
    snippets = {"a": "{% render 'b' %}", "b": "{% if %}"}
    (fault,) = LiquidText(snippets).faults("{% render 'a' %}", lambda name: True)
    assert (fault.start, fault.length) == (0, 1)


def test_several_unknown_words_are_told_in_order() -> None:
    assert [place for _, place, _ in faults("{{ b.x }} {{ a.x }} {{ customer.name | no }}")] == ["b.x", "a.x", "no"]


def test_placeholders_are_listed_once_with_those_of_snippets() -> None:
    source = "{{ order.number }}{% render 'hi' %}{{ order.number }}"
    assert set(liquid().placeholders(source)) == {"customer.name", "order.number"}
    assert liquid().placeholders("{% if %}") == ()


def test_a_template_costs_little_whatever_it_says() -> None:
    begun = time.process_time()
    doubling = "{% assign x = 'aaaaaaaaaaaaaaaa' %}" + "{% assign x = x | append: x %}" * 30 + "{{ x }}"
    for source in (
        doubling,
        "{% for a in (1..999) %}{% for b in (1..999) %}{{ customer.name }}{% endfor %}{% endfor %}",
    ):
        with pytest.raises(TemplateFaulty):
            fill(source)
    with pytest.raises(TemplateFaulty, match="too long"):
        fill("x" * (LONGEST_SOURCE + 1))
    with pytest.raises(TemplateFaulty):
        fill("{% if a %}" * 400 + "{% endif %}" * 400)
    assert time.process_time() - begun < 2


def test_values_are_cleaned_and_cut() -> None:
    assert clean("a\r\nb\rc\x00\x1b[31m\u202eevil\u2066") == "a\nb\nc[31mevil"
    assert len(clean("x" * 2_000_000)) == LONGEST_VALUE
    assert clean(MARKS + "x") == "x"
    assert clean("x\ud800") == "x"


VALUE = st.text(max_size=40) | st.sampled_from(
    [
        "{{ order.number }}",
        "{% render 'hi' %}",
        "}}",
        "%s%(x)s",
        "<b>&amp;",
        f"{MARKS}order.number\ue101x\ue102",
        "\r\nBcc: x@y",
    ]
)


@settings(max_examples=300)
@given(VALUE, VALUE)
def test_a_value_stays_text_and_in_its_place(first: str, second: str) -> None:
    values = {"customer": {"name": first}, "order": {"number": second}}
    source = "A {{ customer.name }} B {{ order.number }} C {{ order.item }}"
    source += "{% capture c %}{{ customer.name }}{% endcapture %}{{ c }}"
    pieces = LiquidText().fill(source, values)
    shown = [clean(one).strip() for one in (first, second)]
    wanted = [("customer.name", shown[0]), ("order.number", shown[1]), ("order.item", ""), ("customer.name", shown[0])]
    got = [(one.placeholder, "" if one.kind is PieceKind.MISSING else one.text) for one in pieces if one.placeholder]
    assert got == wanted
    assert [one.text for one in pieces if one.kind is PieceKind.PLAIN] == ["A ", " B ", " C "]
