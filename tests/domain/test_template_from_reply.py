"""A written reply becomes a template: what belongs to one customer becomes a placeholder, the rest stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.filling import text_of
from shopdesk.domain.template import InputKind, Template
from shopdesk.domain.template_from_reply import KnownWords, template_from_text
from shopdesk.services.liquid_text import LiquidText

ANNA = KnownWords(
    "Anna Schmidt",
    "Anna",
    "anna@mail.example",
    ("1007",),
    "Lumen Shop",
    "hello@shop.example",
    "Lin",
    gaps=("order.item",),
)


def made(body: str, subject: str = "", known: KnownWords = ANNA) -> Template:
    return template_from_text(subject, body, known)


def body_of(template: Template) -> str:
    return template.variants[0].body


def test_names_and_addresses_become_placeholders_whole_words_only() -> None:
    template = made("Hi Anna,\nAnna Schmidt <anna@mail.example>, not Marianna.\nLin, Lumen Shop, hello@shop.example")
    assert body_of(template) == (
        "Hi {{ customer.first_name }},\n{{ customer.name }} <{{ customer.email }}>, not Marianna.\n"
        "{{ agent.name }}, {{ shop.name }}, {{ shop.email }}"
    )
    assert template.inputs == ()
    assert template.variants[0].language == "en"


def test_order_and_parcel_numbers_become_placeholders_further_ones_are_asked_for() -> None:
    template = made("Your order 1007 left as 1Z999AA10123456784, and order number 1009 goes with 1Z999AA10123456799.")
    assert body_of(template) == (
        "Your order {{ order.number }} left as {{ order.tracking }}, and order number {{ input.number_2 }}"
        " goes with {{ input.number_3 }}."
    )
    assert [one.name for one in template.inputs] == ["number_2", "number_3"]


@pytest.mark.parametrize(
    "date",
    [
        "2026-12-01", "2026/12/1", "1.12.2026", "12/1/2026", "December 1, 2026", "Dec 1", "1 December 2026",
        "1. Dezember",
        "1st of May",
        "2026年12月1日", "12月1号",
    ],
)  # fmt: skip
def test_a_date_is_asked_for(date: str) -> None:
    template = made(f"It comes on {date}, surely; on {date}.")
    assert body_of(template) == "It comes on {{ input.date | day }}, surely; on {{ input.date | day }}."
    assert [(one.name, one.kind) for one in template.inputs] == [("date", InputKind.DATE)]


@pytest.mark.parametrize(
    "amount", ["€12.50", "12.50 EUR", "12,50 €", "$ 1,234.50", "US$5", "25.5元", "¥30", "1.234,50 EUR", "EUR 7"]
)
def test_an_amount_is_asked_for(amount: str) -> None:
    template = made(f"We return {amount}, and then {amount}.")
    assert body_of(template) == "We return {{ input.amount | money }}, and then {{ input.amount | money }}."
    assert [(one.name, one.kind) for one in template.inputs] == [("amount", InputKind.AMOUNT)]


def test_several_dates_and_amounts_are_asked_for_each() -> None:
    template = made("On 2026-12-01 or 2026-12-02, €5 or €6.")
    assert [one.name for one in template.inputs] == ["date", "date_2", "amount", "amount_2"]


def test_chinese_needs_no_spaces() -> None:
    known = KnownWords("张伟", "张伟", orders=("1007",))
    template = made("张伟您好，您的订单号1007将于11月25日发出，退款25.5元。", known=known)
    assert body_of(template).startswith("{{ customer.")
    assert body_of(template).endswith(
        "您好，您的订单号{{ order.number }}将于{{ input.date | day }}发出，退款{{ input.amount | money }}。"
    )
    assert template.variants[0].language == "zh"


def test_what_is_no_date_amount_or_name_stays() -> None:
    words = "5 pieces of 3 kg at 10 o'clock, version 2.1, phone 030-123456; you may come."
    assert body_of(made(words)) == words


def test_a_gap_becomes_its_placeholder_again() -> None:
    assert body_of(made("We send [order.item] today.")) == "We send {{ order.item }} today."


def test_liquid_in_a_reply_stays_text() -> None:
    template = made("Type {{ x }} or {% if %}, { Anna }, {{{Anna}}} and 50 %.")
    filled = LiquidText().fill(body_of(template), {"customer": {"first_name": "Bo"}})
    assert text_of(filled) == "Type {{ x }} or {% if %}, { Bo }, {{{Bo}}} and 50 %."


def test_the_subject_is_made_ready_too() -> None:
    assert made("Hello Anna, the words", "Order 1007 for Anna").variants[0].subject == (
        "Order {{ order.number }} for {{ customer.first_name }}"
    )


@given(st.text(alphabet="Anna {}%|12.€-\n年月日1007endraw", max_size=80))
def test_whatever_was_written_can_be_read_as_liquid(text: str) -> None:
    template = made(text + " words")
    values = {
        "customer": {"first_name": "Anna", "name": "Anna Schmidt", "email": "anna@mail.example"},
        "order": {"number": "1007", "tracking": "x"},
        "input": {one.name: "7" for one in template.inputs},
    }
    liquid = LiquidText(filters={"day": lambda value: value, "money": lambda value: value})
    assert liquid.faults(body_of(template), lambda name: True) == []
    assert text_of(liquid.fill(body_of(template), values)).endswith("words")
