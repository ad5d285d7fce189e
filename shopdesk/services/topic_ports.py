"""The doors to what mails are about and to promises; storage fits them by shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from shopdesk.domain.ids import ConversationId, MessageId, PromiseId
    from shopdesk.domain.promise import Promise
    from shopdesk.domain.reading_of_mail import KeptReading, Lesson


class TopicRepository(Protocol):
    """What mails are about, and what people taught."""

    def kept(self, conversations: Sequence[ConversationId]) -> Mapping[ConversationId, KeptReading]: ...
    def save(self, conversation: ConversationId, kept: KeptReading) -> None:
        """Write what was read, onto the conversation too."""

    def unread_again(self, conversation: ConversationId) -> None:
        """Nobody read it, and it says nothing about itself."""

    def unread(self, since: datetime, limit: int) -> Sequence[ConversationId]:
        """People's conversations with news since a moment that nobody read, those that need a reply first."""

    def asked(self, conversations: Sequence[ConversationId]) -> Mapping[ConversationId, tuple[int, MessageId]]:
        """How many mails the customer wrote since our last one, and the newest of them."""

    def lessons(self) -> Sequence[Lesson]:
        """The newest first."""

    def learn(self, lesson: Lesson) -> tuple[int, Lesson | None]:
        """In place of an older one about the same; returns its number and the older one."""

    def bring_back(self, lesson: Lesson) -> None:
        """Under its number; nothing happens where a newer one is about the same."""

    def forget(self, lesson: int) -> Lesson | None:
        """What it was; None when there is none."""


class PromiseRepository(Protocol):
    """What the shop promised."""

    def get(self, promise: PromiseId) -> Promise:
        """Raises `NotFound`."""

    def of_conversation(self, conversation: ConversationId) -> Sequence[Promise]:
        """All of them, the earliest due first."""

    def due(self, until: datetime | None) -> Sequence[Promise]:
        """Those that nobody settled, due up to a moment (None: all), the earliest first."""

    def add(self, promise: Promise) -> PromiseId: ...
    def save(self, promise: Promise) -> None: ...
    def remove(self, promise: PromiseId) -> None: ...
