"""The cases beside a conversation without Qt: read when one is opened and when a case changed."""

from collections.abc import Callable, Sequence
from typing import Protocol

from shopdesk.domain.case import Case
from shopdesk.domain.conversation import Conversation
from shopdesk.domain.ids import ConversationId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk


class CasesView(Protocol):
    """The card of cases."""

    def show_cases(self, cases: Sequence[Case]) -> None: ...


class BesideCases:
    """Reads once for several wishes at a time; an answer for another conversation is dropped."""

    def __init__(self, desk: Desk, reading: WorkLane, tell: Callable[[Exception], None]) -> None:
        self._desk = desk
        self._reading = reading
        self._tell = tell
        self._row: Conversation | None = None
        self._asked: ConversationId | None = None
        self.view: CasesView | None = None

    def read(self, row: Conversation | None) -> None:
        """Show the cases of this conversation and of its customer; None: of the last one again."""
        self._row = row or self._row
        if self._row is None or self.view is None or self._asked is not None:
            return
        asked = self._asked = self._row.id
        self._reading.submit(lambda: self._desk.customers.cases(asked), self._came, self._failed)

    def _came(self, cases: Sequence[Case]) -> None:
        asked, self._asked = self._asked, None
        if self._row is not None and self._row.id != asked:
            self.read(self._row)
        elif self.view is not None:
            self.view.show_cases(cases)

    def _failed(self, error: Exception) -> None:
        self._asked = None
        self._tell(error)
