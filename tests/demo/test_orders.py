"""The demo shop's orders come in through its files and lie beside its mails."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from shopdesk.app.demo import bring_demo_orders
from shopdesk.app.shop import Shop, build_shop
from shopdesk.demo.orders import demo_order_files
from shopdesk.demo.samples import load_samples

FOLDER = Path(__file__).parents[2] / "resources" / "demo"
NOW = datetime(2026, 11, 19, 9, 30, tzinfo=UTC)


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    shop = build_shop(tmp_path / "desk")
    yield shop
    shop.close()


def test_moments_of_the_files_go_with_the_start_of_the_demo() -> None:
    files = dict(demo_order_files(FOLDER, NOW))
    assert len(files) == 4
    assert b"{" not in b"".join(files.values())
    assert files == dict(demo_order_files(FOLDER, NOW))


def test_the_orders_are_there_within_half_a_second_and_only_once(shop: Shop) -> None:
    begun = time.process_time()
    bring_demo_orders(shop)
    assert time.process_time() - begun < 0.5
    count = shop.orders.count()
    assert count >= 50
    version = shop.orders.newest(1)
    bring_demo_orders(shop)
    assert (shop.orders.count(), shop.orders.newest(1)) == (count, version)


def test_nearly_every_sample_customer_with_an_order_has_it_beside_the_mail(shop: Shop) -> None:
    bring_demo_orders(shop)
    samples = [one for one in load_samples(FOLDER) if one.order]
    found = [bool(shop.orders.of_customer(one.address)) for one in samples]
    assert sum(found) >= len(found) * 0.85
    anna = shop.orders.of_customer("q7x2mk9tplv3wz1@marketplace.amazon.de")
    assert (anna[0].number, anna[0].item) == ("304-8812047-5521934", "Linen table lamp, sand")
    assert anna[0].state.value == "delivered"


def test_the_watch_lists_have_something_to_show(shop: Shop) -> None:
    bring_demo_orders(shop)
    reasons = {one.reason.value for one in shop.orders.watching.all()}
    assert reasons >= {"promise_passed", "unpaid", "bad_address", "bad_phone"}
