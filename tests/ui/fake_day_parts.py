"""The shop's own lines and its facts in memory."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from shopdesk.domain.day import OwnItem
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.fact import Fact


class FakeOwnItems:
    """Fits `OwnItemDesk`."""

    def __init__(self) -> None:
        self.kept: dict[int, OwnItem] = {}

    def all(self) -> list[OwnItem]:
        return list(self.kept.values())

    def save(self, item: OwnItem) -> int:
        if not item.title.strip():
            raise InputRefused("title", "is empty")
        number = item.id or max(self.kept, default=0) + 1
        self.kept[number] = replace(item, id=number)
        return number

    def remove(self, item: int) -> None:
        del self.kept[item]

    def suggest(self, language: str) -> int:
        return 0


class FakeFacts:
    """Fits `FactDesk`."""

    def __init__(self) -> None:
        self.kept: dict[str, Fact] = {}

    def all(self) -> list[Fact]:
        return list(self.kept.values())

    def save(self, fact: Fact) -> None:
        if not fact.name.isascii() or not fact.name:
            raise InputRefused("name", "is none")
        self.kept[fact.name] = fact

    def remove(self, name: str) -> None:
        del self.kept[name]


class DayParts:
    """What the fake desk has besides the day's lists."""

    @cached_property
    def own_items(self) -> FakeOwnItems:
        return FakeOwnItems()

    @cached_property
    def facts(self) -> FakeFacts:
        return FakeFacts()
