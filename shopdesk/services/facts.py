"""The board of facts: what holds today, read by templates as `facts.NAME`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.domain.fact import Fact, FactState
from shopdesk.domain.template import ExtraValue

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from shopdesk.services.ports import Clock, Store

_NAME = re.compile("[a-z][a-z0-9_]{0,39}")
_LONGEST = 500


class Facts:
    """Facts with a beginning and an end."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def all(self) -> Sequence[Fact]:
        """By name, those to come and those that expired too."""
        with self._store.reading() as work:
            return work.facts.all()

    def current(self) -> Sequence[Fact]:
        """Those that hold now."""
        now = self._clock.now()
        return [fact for fact in self.all() if fact.state(now) is FactState.CURRENT]

    def save(self, fact: Fact) -> None:
        """Write one, in place of another of its name; raises `InputRefused`."""
        fact = replace(fact, name=fact.name.strip().casefold(), value=" ".join(fact.value.split()))
        if _NAME.fullmatch(fact.name) is None:
            raise InputRefused("name", "must begin with a letter and hold only a–z, digits and _")
        if not 1 <= len(fact.value) <= _LONGEST:
            raise InputRefused("value", f"must have 1 to {_LONGEST} signs")
        if fact.starts is not None and fact.ends is not None and fact.ends <= fact.starts:
            raise InputRefused("end", "is not after the start")
        with self._store.writing() as work:
            work.facts.save(fact)
            work.touched(Changes(day=True))

    def remove(self, name: str) -> None:
        """Take one away; raises `NotFound`."""
        with self._store.writing() as work:
            if not work.facts.remove(name):
                raise NotFound(f"fact {name}")
            work.touched(Changes(day=True))

    def values(self, now: datetime) -> Sequence[ExtraValue]:
        """What templates read; what does not hold at this moment (UTC) is missing, and says why."""
        return [_value(fact, fact.state(now)) for fact in self.all()]


def _value(fact: Fact, state: FactState) -> ExtraValue:
    if state is FactState.CURRENT:
        return ExtraValue(f"facts.{fact.name}", fact.value)
    return ExtraValue(f"facts.{fact.name}", "", state.value)
