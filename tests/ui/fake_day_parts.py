"""The shop's own lines and its facts in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import cached_property

from shopdesk.domain.conversation import Undo
from shopdesk.domain.day import OwnItem
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.fact import Fact
from shopdesk.domain.ids import ConversationId, PromiseId
from shopdesk.domain.promise import Promise, PromiseKind
from shopdesk.domain.thread_event import ThreadEvent


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


class FakePromises:
    """Fits `PromiseDesk`; what is settled goes from the day's lists."""

    def __init__(self, desk: DayParts) -> None:
        self.desk = desk
        self.kept: dict[int, Promise] = {}
        self.said: list[tuple[str, int, object]] = []

    def of_conversation(self, conversation: ConversationId) -> list[Promise]:
        return [one for one in self.kept.values() if one.conversation_id == conversation]

    def add(self, conversation: ConversationId, quoted: str, due: datetime, by: str = "") -> PromiseId:
        number = PromiseId(max(self.kept, default=0) + 1)
        self.kept[number] = Promise(number, conversation, quoted, due, by=by, kind=PromiseKind.PERSON)
        return number

    def keep(self, promise: PromiseId) -> Undo:
        return self._settle("kept", promise, None)

    def move(self, promise: PromiseId, to: datetime) -> Undo:
        return self._settle("moved", promise, to)

    def break_(self, promise: PromiseId, reason: str = "") -> Undo:
        return self._settle("broken", promise, reason)

    def _settle(self, what: str, promise: PromiseId, how: object) -> Undo:
        self.said.append((what, promise, how))
        day = self.desk.day  # type: ignore[attr-defined]
        day.promised = tuple(one for one in day.promised if one.id != promise)
        return Undo()


class FakeThreadEvents:
    """Fits `ThreadEventDesk`: lines by conversation."""

    def __init__(self) -> None:
        self.kept: dict[int, tuple[ThreadEvent, ...]] = {}
        self.asked: list[ConversationId] = []

    def of_conversation(self, conversation: ConversationId) -> tuple[ThreadEvent, ...]:
        self.asked.append(conversation)
        return self.kept.get(conversation, ())


class DayParts:
    """What the fake desk has besides the day's lists."""

    @cached_property
    def promises(self) -> FakePromises:
        return FakePromises(self)

    @cached_property
    def thread_events(self) -> FakeThreadEvents:
        return FakeThreadEvents()

    @cached_property
    def own_items(self) -> FakeOwnItems:
        return FakeOwnItems()

    @cached_property
    def facts(self) -> FakeFacts:
        return FakeFacts()
