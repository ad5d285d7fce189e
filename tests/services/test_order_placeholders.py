"""Placeholders of templates that read what a file told of an order."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

import pytest

from shopdesk.domain.ids import ConversationId, TemplateId
from shopdesk.domain.template import Template, Variant
from shopdesk.services.order_placeholders import NAMES, order_values
from tests.services.bench import Bench, mail

FILES = Path(__file__).parents[1] / "data" / "orders"
ALIAS = "q7x2mk9tplv3wz1@marketplace.amazon.de"


@pytest.fixture
def shop(bench: Bench) -> Bench:
    """A shop that took in two files."""
    for name in ("shopify.csv", "amazon-unshipped.txt", "ebay.csv"):
        bench.shop.orders.import_(bench.shop.orders.preview(name, (FILES / name).read_bytes()))
    return bench


def _filled(shop: Bench, conversation: ConversationId, body: str) -> str:
    template = Template(TemplateId(0), "Test", "test", (Variant("en", body),))
    filled = shop.shop.templates.preview(template, conversation, language="en")
    return "".join(piece.text for piece in filled.body)


def test_an_answer_speaks_of_the_order_that_the_mail_names(shop: Bench) -> None:
    at = shop.comes(mail("a", sender="Emily <emily.chen@mail.example>", subject="Order #1001"))
    body = "{{ order.number }}|{{ order.items }}|{{ order.total | money }}|"
    body += "{{ order.shipped_date | day }}|{{ order.quantity }}"
    assert _filled(shop, at, body) == '1001|Linen table lamp, sand 12", 2 × Mug|€107.90|November 13, 2026|3'
    assert _filled(shop, at, "{{ order.address }}").startswith("Emily Chen, Torstraße 12")


def test_carrier_and_parcel_come_from_the_file(shop: Bench) -> None:
    at = shop.comes(mail("a", sender="Marco <marco_f2x8@members.ebay.it>", subject="My parcel"))
    body = "{{ order.carrier }} {{ order.tracking }}, {{ order.promised_date | day }}"
    assert _filled(shop, at, body) == "DHL Paket 00340434161094042557, November 20, 2026"


def test_without_an_order_in_a_file_the_mails_are_read_as_before(shop: Bench) -> None:
    at = shop.comes(mail("a", sender=f"Anna <{ALIAS}>", subject="Order 304-0000000-0000001"))
    assert _filled(shop, at, "{{ order.number }}") == "304-0000000-0000001"
    values = order_values(None, "1", "LP1", "Cainiao", UTC)
    assert values == {"number": "1", "tracking": "LP1", "carrier": "Cainiao"}


def test_the_only_order_of_a_customer_is_meant_without_being_named(shop: Bench) -> None:
    at = shop.comes(mail("a", sender=f"Anna <{ALIAS}>", subject="Hello"))
    assert _filled(shop, at, "{{ order.number }}") == "304-8812047-5521934"


def test_every_name_has_a_value_of_a_full_order(shop: Bench) -> None:
    order = shop.shop.orders.by_number("1001")
    assert {f"order.{name}" for name in order_values(order, "", "", "", UTC)} == set(NAMES)
