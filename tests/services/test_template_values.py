"""What placeholders stand for: dates with the evening's rule, amounts and dates in the customer's language."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.conversation import Conversation, ConversationState
from shopdesk.domain.ids import ConversationId, MailboxId
from shopdesk.services.template_values import (
    CATALOGUE,
    Seat,
    carrier_of,
    filters_for,
    first_name,
    is_placeholder,
    values_for,
)
from tests.services.bench import NOW, a_mailbox

FRIDAY = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def dates(now: datetime) -> dict[str, str]:
    return values_for(None, None, Seat(now=now), {})["date"]


@pytest.mark.parametrize(
    ("now", "promise", "next_workday"),
    [
        (FRIDAY.replace(hour=17, minute=59), "2026-11-20", "2026-11-23"),
        (FRIDAY.replace(hour=18), "2026-11-23", "2026-11-23"),
        (FRIDAY + timedelta(days=1), "2026-11-23", "2026-11-23"),
        (FRIDAY + timedelta(days=2, hours=10), "2026-11-23", "2026-11-23"),
        (FRIDAY - timedelta(days=1, hours=-7), "2026-11-20", "2026-11-20"),
        (datetime(2026, 12, 31, 19, tzinfo=UTC), "2027-01-01", "2027-01-01"),
    ],
)
def test_from_six_in_the_evening_on_the_promise_is_for_the_next_workday(
    now: datetime, promise: str, next_workday: str
) -> None:
    found = dates(now)
    assert (found["promise"], found["next_workday"]) == (promise, next_workday)
    assert found["today"] == now.date().isoformat()
    assert found["tomorrow"] == (now.date() + timedelta(days=1)).isoformat()


def test_without_a_clock_there_are_no_dates() -> None:
    assert values_for(None, None, Seat(), {})["date"] == {}


@pytest.mark.parametrize(
    ("language", "date", "money"),
    [
        ("en", "November 20, 2026", "€1,234.50"),
        ("de", "20. November 2026", "1.234,50\u00a0€"),
        ("zh", "2026年11月20日", "€1,234.50"),
        ("fr", "20 novembre 2026", "1\u202f234,50\u00a0€"),
        ("xx", "November 20, 2026", "€1,234.50"),
        ("", "November 20, 2026", "€1,234.50"),
    ],
)
def test_dates_and_amounts_speak_the_customers_language(language: str, date: str, money: str) -> None:
    filters = filters_for(language)
    assert filters["day"]("2026-11-20") == date
    assert filters["money"]("1.234,50 EUR") == money


def test_a_date_has_several_styles() -> None:
    day = filters_for("en")["day"]
    assert day("2026-11-20", "weekday") == "Friday"
    assert day("2026-11-20T08:00", "full") == "Friday, November 20, 2026"
    assert day("2026-11-20", "unheard of") == "November 20, 2026"
    assert day("next week") == day("") == day(None) == ""


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("12.5 EUR", "€12.50"), ("12,50 €", "€12.50"), ("$5", "$5.00"), ("GBP 7", "£7.00"), ("25元", "CN¥25.00"),
        ("1.234.567 EUR", "€1,234,567.00"), ("0.123 EUR", "€0.12"), ("1'234.50 CHF", "CHF1,234.50"),

        ("1,234 USD", "1,234 USD"), ("¥30", "¥30"), ("12", "12"), ("free", "free"), ("1.2.3 EUR", "1.2.3 EUR"),
        ("", ""),
    ],
)  # fmt: skip
def test_an_amount_that_can_be_read_two_ways_stays_as_it_was_typed(typed: str, written: str) -> None:
    assert filters_for("en")["money"](typed) == written


def test_a_template_may_name_the_currency() -> None:
    money = filters_for("en")["money"]
    assert money("12", "usd") == "$12.00"
    assert money("12 EUR", "USD") == "€12.00"
    assert money("12", "dollars") == "12"
    assert money(None) == ""


def test_days_and_workdays_are_counted_on() -> None:
    filters = filters_for("en")
    assert filters["plus_days"]("2026-11-20", 2) == "2026-11-22"
    assert filters["plus_workdays"]("2026-11-20", 1) == "2026-11-23"
    assert filters["plus_workdays"]("2026-11-21", 1) == "2026-11-23"
    assert filters["plus_workdays"]("2026-11-23", -1) == "2026-11-20"
    assert filters["plus_workdays"]("2026-11-20", 0) == "2026-11-20"
    assert filters["plus_days"]("2026-11-20", "many") == "2026-11-20"
    assert filters["plus_days"]("someday", 1) == filters["plus_workdays"]("someday", 1) == ""
    assert filters["plus_days"]("9999-12-31", 1) == filters["plus_workdays"]("9999-12-31", 99_999) == ""


@given(st.text(max_size=30), st.text(max_size=5), st.sampled_from(["en", "zh", "de"]))
def test_filters_take_whatever_was_typed(value: str, more: str, language: str) -> None:
    for do in filters_for(language).values():
        assert isinstance(do(value), str)
        assert isinstance(do(value, more), str)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Anna Schmidt", "Anna"), ("Schmidt, Anna", "Anna"), ("Anna", "Anna"), ("张伟", "张伟"), ("", ""),
        ("Schmidt,", "Schmidt"), ("  José  García ", "José"),
    ],
)  # fmt: skip
def test_somebody_is_greeted_by_the_first_name(name: str, first: str) -> None:
    assert first_name(name) == first


def test_a_parcel_number_tells_its_carrier() -> None:
    assert carrier_of("1Z999AA10123456784") == "UPS"
    assert carrier_of("JJD000390012345678901") == "DHL"
    assert carrier_of("SF1234567890123") == "SF Express"
    assert carrier_of("123") == carrier_of("") == ""


def test_a_conversation_gives_customer_order_and_shop() -> None:
    row = Conversation(
        ConversationId(1), ConversationState.NEEDS_REPLY, "Lamp", "Anna Schmidt", "anna@mail.example", MailboxId(1),
        NOW, market="ebay", order_numbers=("12-34567-89012", "1"),
    )  # fmt: skip
    found = values_for(row, a_mailbox(name="Lumen"), Seat("Lin", NOW), {"a": "b"}, "1Z999AA10123456784")
    assert found["customer"] == {"first_name": "Anna", "name": "Anna Schmidt", "email": "anna@mail.example"}
    assert found["order"] == {"number": "12-34567-89012", "tracking": "1Z999AA10123456784", "carrier": "UPS"}
    assert found["shop"] == {"name": "Lumen", "email": "hello@shop.example", "marketplace": "Ebay"}
    assert found["input"] == {"a": "b"}
    given_as_address = values_for(
        Conversation(ConversationId(1), ConversationState.DONE, "", "a@mail.example", "a@mail.example", MailboxId(1),
                     NOW),
        None, Seat(), {},
    )  # fmt: skip
    assert given_as_address["customer"]["name"] == ""


def test_every_placeholder_of_the_catalogue_is_known() -> None:
    assert all(is_placeholder(name, frozenset()) for name in CATALOGUE)
    assert is_placeholder("order", frozenset())
    assert is_placeholder("input.date", frozenset({"date"}))
    assert not is_placeholder("input.date", frozenset())
    assert not is_placeholder("weather", frozenset())
