"""Looks through the open orders for those that need somebody, and remembers which do not."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from shopdesk.domain.changes import Changes
from shopdesk.domain.order_watch import WatchReason, WatchRules, watched

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from shopdesk.domain.order_watch import Watched
    from shopdesk.services.ports import Clock, Store, Work

SETTING = "orders.watch"
MOST = 20_000
"""So many open orders are looked at, the newest."""
_LANGUAGES = ("en", "de", "fr", "es", "it", "zh", "ja", "vi")
_SPECIAL = {"UK": "GB", "USA": "US", "ENGLAND": "GB", "GREAT BRITAIN": "GB", "HOLLAND": "NL", "中国大陆": "CN"}


_KEPT_SECONDS = 300
"""So long what was found holds while no order changes: the lists of the day ask at every look."""


class OrderWatch:
    """The orders that need somebody; what was found is kept until an order, the rules or the hour change."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._kept: tuple[tuple[object, ...], Sequence[Watched]] = ((), ())

    def all(self) -> Sequence[Watched]:
        """Every open order with a reason to look at it that nobody put aside, by reason, the longest first."""
        with self._store.reading() as work:
            return self.found(work, self._clock.now())

    def found(self, work: Work, now: datetime) -> Sequence[Watched]:
        """Like `all`, in a transaction that is open."""
        key = (work.orders.version(), work.settings.get(SETTING), int(now.timestamp()) // _KEPT_SECONDS)
        kept_key, found = self._kept
        if kept_key != key:
            found = watch_list(work, now)
            self._kept = (key, found)
        rests = work.orders.rests.all()
        return [one for one in found if not rests or rests.get((one.order.id, one.reason.value)) != one.mark]

    def names(self, work: Work, now: datetime) -> Sequence[str]:
        """Whose orders need somebody, one name for each reason, the most pressing first."""
        return [one.order.customer_name or one.order.number for one in self.found(work, now)]

    def put_aside(self, found: Sequence[Watched]) -> None:
        """Nothing is wrong with them: they are left alone until something about them changes."""
        with self._store.writing() as work:
            work.orders.rests.save([(one.order.id, one.reason.value, one.mark) for one in found], self._clock.now())
            work.touched(Changes(orders=True, day=True))

    def bring_back(self, found: Sequence[Watched]) -> None:
        """Look at them again."""
        with self._store.writing() as work:
            work.orders.rests.remove([(one.order.id, one.reason.value) for one in found])
            work.touched(Changes(orders=True, day=True))

    def rules(self) -> WatchRules:
        """From when on somebody should look."""
        with self._store.reading() as work:
            return rules_in(work)

    def set_rules(self, rules: WatchRules) -> None:
        """Look by other rules from now on."""
        with self._store.writing() as work:
            work.settings.save(SETTING, rules_text(rules))
            work.touched(Changes(orders=True, settings=True, day=True))


def watch_list(work: Work, now: datetime) -> list[Watched]:
    """Every open order with a reason to look at it, by reason, those that wait longest first."""
    rules = rules_in(work)
    orders = work.orders.newest(MOST, only_open=True)
    found = [one for order in orders for one in watched(order, now, rules, country_code(order.address.country))]
    rank = {reason: place for place, reason in enumerate(WatchReason)}
    return sorted(found, key=lambda one: (rank[one.reason], one.since or one.order.placed_at or now))


def rules_in(work: Work) -> WatchRules:
    """What the shop set; what cannot be understood counts as never set."""
    usual = WatchRules()
    try:
        record = json.loads(work.settings.get(SETTING) or "{}")
        return WatchRules(
            no_scan_days=max(int(record.get("no_scan_days", usual.no_scan_days)), 1),
            unpaid_hours=max(int(record.get("unpaid_hours", usual.unpaid_hours)), 1),
            countries=frozenset(str(code).upper() for code in record.get("countries", ())),
        )
    except (ValueError, TypeError, AttributeError):
        return usual


def rules_text(rules: WatchRules) -> str:
    """What `rules_in` reads."""
    countries = sorted(rules.countries)
    return json.dumps(
        {"no_scan_days": rules.no_scan_days, "unpaid_hours": rules.unpaid_hours, "countries": countries}
    )


def country_code(country: str) -> str:
    """The code of two letters of a country that a file names in any way; empty when it is not known."""
    word = country.strip().upper()
    if len(word) == 2 and word.isascii() and word not in _SPECIAL:  # noqa: PLR2004
        return word
    return _SPECIAL.get(word) or (_names().get(word, "") if word else "")


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """Names of countries in the languages of marketplaces; some milliseconds, and only for files that spell them."""
    from babel import Locale

    return {
        str(name).upper(): str(code)
        for language in reversed(_LANGUAGES)
        for code, name in Locale(language).territories.items()
        if len(code) == 2  # noqa: PLR2004 - the others are continents
    }


def counts(found: Sequence[Watched]) -> Mapping[WatchReason, int]:
    """How many there are of each reason, in their order."""
    return {reason: count for reason in WatchReason if (count := sum(one.reason is reason for one in found))}
