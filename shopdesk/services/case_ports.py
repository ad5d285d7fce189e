"""The doors to cases and to what they read of orders; storage and the order services fit them by shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from shopdesk.domain.case import Case
    from shopdesk.domain.case_history import CaseEvent, Entry
    from shopdesk.domain.ids import CaseId, ConversationId


class CaseRepository(Protocol):
    """Cases, their links to conversations, their history."""

    def get(self, case: CaseId) -> Case:
        """Raises `NotFound`."""

    def open(self) -> Sequence[Case]:
        """All that are not archived, by number."""

    def closed(self, limit: int) -> Sequence[Case]:
        """The last archived first."""

    def count_closed(self) -> int: ...
    def due(self, until: datetime) -> Sequence[Case]:
        """The most urgent first."""

    def decided(self, begin: datetime, end: datetime) -> Sequence[Case]: ...
    def of_conversations(self, conversations: Sequence[ConversationId]) -> Sequence[Case]: ...
    def of_customers(self, addresses: Sequence[str]) -> Sequence[Case]:
        """Those of some addresses, open and archived, by number."""

    def homes(self, cases: Sequence[CaseId]) -> Mapping[CaseId, tuple[ConversationId, ...]]:
        """The conversations that cases are linked with; those without any are left out."""

    def any_open(self) -> bool: ...
    def save(self, case: Case, event: CaseEvent) -> CaseId:
        """Write a case (a new one when its number is 0) and what happened to it."""

    def forget_details(self, case: CaseId) -> None:
        """Take what is personal out of the entries of a case."""

    def history(self, case: CaseId) -> Sequence[Entry]:
        """Oldest first."""

    def chain(self) -> Iterator[Entry]:
        """Every entry of all cases, in order."""

    def contents(self) -> Mapping[CaseId, str]:
        """The hash of every case as it is kept now."""
