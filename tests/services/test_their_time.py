"""What is known of a customer says when it is morning there."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from shopdesk.domain.ids import OrderId
from shopdesk.domain.order import Order, PostalAddress
from shopdesk.domain.their_zone import Certainty, ZoneSource, named_zone
from shopdesk.services.their_time import country_code
from tests.services.bench import Bench, ago, mail


def at(hours_east: int) -> datetime:
    return ago(hours=3).astimezone(timezone(timedelta(hours=hours_east)))


def test_the_hours_of_their_mails_and_their_language_tell_it(bench: Bench) -> None:
    german = "Guten Tag, wo ist meine Lampe? Ich warte schon seit zwei Wochen darauf und brauche sie sehr."
    home = bench.comes(mail("a", body=german, when=at(1)))
    (best, *_) = bench.shop.their_time.of(home)
    assert (best.zone, best.certainty, best.source) == ("Europe/Berlin", Certainty.LIKELY, ZoneSource.MAILS)
    tokyo = bench.comes(mail("b", sender="Ken <ken@mail.example>", subject="Chair", when=at(9)))
    assert bench.shop.their_time.of(tokyo)[0].zone == "Asia/Tokyo"
    away = bench.comes(mail("c", sender="Max <max@mail.example>", subject="Bed", body=german, when=at(0)))
    (guess, *_) = bench.shop.their_time.of(away)
    assert (guess.zone, guess.certainty, guess.source) == ("Europe/Berlin", Certainty.GUESS, ZoneSource.LANGUAGE)


def test_a_marketplaces_servers_tell_nothing(bench: Bench) -> None:
    raw = mail("a", sender="Anna <abc123@marketplace.amazon.de>", body="Where is it? I wait for my lamp.", when=at(-8))
    assert bench.shop.their_time.of(bench.comes(raw)) == ()


def test_what_a_person_chose_holds_for_the_customer(bench: Bench) -> None:
    home = bench.comes(mail("a", when=at(9)))
    tokyo = named_zone("new york")
    assert tokyo is not None
    bench.shop.their_time.choose(home, tokyo)
    other = bench.comes(mail("b", subject="Another matter", when=at(9)))
    for conversation in (home, other):
        (only,) = bench.shop.their_time.of(conversation)
        assert (only.city, only.certainty) == ("New York", Certainty.SURE)


@pytest.mark.parametrize(
    ("name", "code"),
    [("DE", "DE"), ("de", "DE"), ("Germany", "DE"), ("Deutschland", "DE"), ("United States", "US"), ("USA", "US"),
     ("法国", "FR"), ("Nowhere", ""), ("", "")],
)  # fmt: skip
def test_countries_are_known_by_their_names(name: str, code: str) -> None:
    assert country_code(name) == code


def test_an_orders_country_is_sure_and_their_mails_choose_among_its_zones(bench: Bench) -> None:
    number = "304-8812047-1122334"
    home = bench.comes(mail("a", subject=f"Order {number}", when=at(-8)))
    address = PostalAddress(name="Anna Schmidt", city="Portland", country="United States")
    with bench.shop.store.writing() as work:
        run = work.orders.begin_staging()
        work.orders.stage(run, [Order(OrderId(0), number, address=address)], ago())
        work.orders.swap(run)
    (best, *_) = bench.shop.their_time.of(home)
    assert (best.zone, best.certainty, best.source) == ("America/Los_Angeles", Certainty.SURE, ZoneSource.ORDER)
