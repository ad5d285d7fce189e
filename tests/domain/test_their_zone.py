"""Nine o'clock on the customer's clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from shopdesk.domain.their_zone import (
    ZONES,
    Certainty,
    WrittenAt,
    ZoneGuess,
    ZoneSource,
    guess_zones,
    named_zone,
)

WINTER, SUMMER = datetime(2026, 11, 21, 14, 0, tzinfo=UTC), datetime(2026, 7, 1, 14, 0, tzinfo=UTC)


def zone(name: str) -> ZoneGuess:
    return ZoneGuess(name, Certainty.SURE, ZoneSource.ORDER)


def wrote(at: datetime, hours: float) -> WrittenAt:
    return WrittenAt(at, timedelta(hours=hours))


@pytest.mark.parametrize(
    ("name", "now", "morning"),
    [
        ("Europe/Berlin", WINTER, "2026-11-22T08:00"),
        ("Europe/Berlin", SUMMER, "2026-07-02T07:00"),
        ("America/New_York", datetime(2026, 11, 21, 13, 0, tzinfo=UTC), "2026-11-21T14:00"),
        ("America/New_York", datetime(2026, 11, 21, 13, 55, tzinfo=UTC), "2026-11-22T14:00"),  # too soon for today
        ("Asia/Shanghai", datetime(2026, 11, 21, 23, 30, tzinfo=UTC), "2026-11-22T01:00"),
        ("Europe/Berlin", datetime(2026, 10, 24, 12, 0, tzinfo=UTC), "2026-10-25T08:00"),  # the clocks go back
        ("America/New_York", datetime(2026, 3, 7, 20, 0, tzinfo=UTC), "2026-03-08T13:00"),  # and forward in that one
    ],
)
def test_the_next_morning_there_is_one_moment_whatever_the_clocks_do(name: str, now: datetime, morning: str) -> None:
    moment = zone(name).morning(now)
    assert moment == datetime.fromisoformat(f"{morning}+00:00")
    assert zone(name).clock(moment).hour == 9
    assert zone(name).morning(now, 18) > now


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({"country": "DE"}, ("Europe/Berlin", "sure", "order")),
        ({"country": "de", "written": [wrote(WINTER, 8)]}, ("Europe/Berlin", "sure", "order")),
        ({"country": "US"}, ("America/New_York", "guess", "order")),
        ({"country": "US", "written": [wrote(WINTER, -8)]}, ("America/Los_Angeles", "sure", "order")),
        ({"country": "US", "written": [wrote(WINTER, 0)]}, ("America/New_York", "guess", "order")),
        ({"written": [wrote(WINTER, 1)], "language": "fr"}, ("Europe/Paris", "likely", "mails")),
        ({"written": [wrote(WINTER, 1), wrote(SUMMER, 2)]}, ("Europe/Berlin", "guess", "mails")),
        ({"written": [wrote(WINTER, 10), wrote(SUMMER, 10)]}, ("Asia/Vladivostok", "guess", "mails")),
        ({"written": [wrote(WINTER, -8)], "address": "a@post.ca"}, ("America/Vancouver", "likely", "address")),
        ({"address": "a@firma.de", "language": "en"}, ("Europe/Berlin", "likely", "address")),
        ({"address": "a@gmail.com", "language": "ja"}, ("Asia/Tokyo", "guess", "language")),
        ({"address": "a@x.co.uk"}, ("Europe/London", "likely", "address")),
    ],
)
def test_a_zone_is_guessed_with_how_sure_it_is(told: dict[str, object], found: tuple[str, str, str]) -> None:
    best = guess_zones(**told)[0]  # type: ignore[arg-type]
    assert (best.zone, best.certainty.value, best.source.value) == found


def test_nothing_is_guessed_from_nothing() -> None:
    assert guess_zones(language="en", address="a@gmail.com", written=[wrote(WINTER, 0)]) == ()
    assert guess_zones(country="XX", address="shop@own.co") == ()
    zones = [one.zone for one in guess_zones(country="US", address="a@x.de", language="de")]
    assert zones == ["America/New_York", "Europe/Berlin"]


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("tokyo", "Tokyo"), (" New York ", "New York"), ("DE", "Berlin"), ("san francisco", "Los Angeles"),
        ("纽约", "New York"),
    ],
)  # fmt: skip
def test_a_city_can_be_named(text: str, city: str) -> None:
    found = named_zone(text)
    assert found is not None
    assert found.city == city


def test_other_words_are_no_city() -> None:
    assert [word for word in ("in", "friday", "tomorrow", "no", "", "3 days", "to") if named_zone(word)] == []


def test_every_zone_of_the_table_is_known() -> None:
    assert all(zone(name).morning(WINTER) > WINTER for zones in ZONES.values() for name in zones)
