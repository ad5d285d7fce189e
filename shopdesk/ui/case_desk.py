"""What the window needs of the services of cases; they fit it by shape."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from shopdesk.domain.case import Case, CaseKind, Column, Stage
    from shopdesk.domain.case_changes import CaseUndo
    from shopdesk.domain.case_history import Entry
    from shopdesk.domain.case_rules import CaseRules
    from shopdesk.domain.ids import CaseId, ConversationId, MessageId, OutboxId


class BoardReading(Protocol):
    """Everything that is open."""

    @property
    def cases(self) -> "Sequence[Case]": ...
    @property
    def closed(self) -> int: ...
    @property
    def homes(self) -> "Mapping[CaseId, tuple[ConversationId, ...]]": ...


class CaseDesk(Protocol):
    """Cases; asked in the reader lane, written in the store lane only."""

    @property
    def rules(self) -> "CaseRules": ...
    def board(self) -> BoardReading: ...
    def get(self, case: "CaseId") -> "Case": ...
    def closed(self, limit: int = 200) -> "Sequence[Case]": ...
    def of_conversation(self, conversation: "ConversationId") -> "Sequence[Case]": ...
    def homes(self, case: "CaseId") -> "tuple[ConversationId, ...]": ...
    def history(self, case: "CaseId") -> "Sequence[Entry]": ...
    def propose(self, conversation: "ConversationId", kind: "CaseKind | None" = None) -> "Case": ...
    def open(self, new: "Case") -> "Case": ...
    def move(
        self, case: "CaseId", to: "Stage | Column", values: Mapping[str, str] | None = None
    ) -> "CaseUndo": ...
    def change(self, case: "CaseId", values: Mapping[str, str]) -> "CaseUndo": ...
    def tick(self, case: "CaseId", step: str, *, done: bool = True) -> "CaseUndo": ...
    def attach(self, case: "CaseId", message: "MessageId", number: int, note: str = "") -> "CaseUndo": ...
    def undo(self, undo: "CaseUndo") -> "CaseUndo": ...


class PackDesk(Protocol):
    """Everything that shows what happened, for a platform or a court; asked in the reader lane only."""

    def write(self, case: "CaseId", to: "Path") -> None:
        """Into a zip archive; raises `FileNotSaved`."""

    def page(self, case: "CaseId") -> str:
        """As HTML for printing."""


class EscalationDesk(Protocol):
    """Questions to others than the customer; `address_of` is asked in the reader lane, the rest in the store lane."""

    def address_of(self, to: str) -> str: ...
    def ask(
        self, case: "CaseId", to: str, address: str, words: str, due: "datetime", hold_seconds: int = 10
    ) -> "OutboxId": ...
    def answered(self, case: "CaseId", position: int) -> "CaseUndo": ...
