"""How many cases are due on the rail, and which conversations have one in the list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from shopdesk.ui.case_desk import BoardReading
from shopdesk.ui.desk import Desk
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.page_table import CASES
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.widgets.rail import Rail

if TYPE_CHECKING:
    from datetime import datetime

    from shopdesk.domain.case import Case
    from shopdesk.domain.ids import ConversationId


class CaseMarks(QObject):
    """One look at the open cases, again after every change."""

    def __init__(self, window: QObject, inbox: InboxScreen, rail: Rail, desk: Desk, around: Surroundings) -> None:
        super().__init__(window)
        self._inbox = inbox
        self._rail = rail
        self._desk = desk
        self._around = around
        self._board: BoardReading | None = None

    def look(self) -> None:
        """Find out, off the screen's thread."""
        self._around.lanes.reading.submit(lambda: self._desk.cases.board(), self._take)  # noqa: PLW0108 - made there

    def tick(self) -> None:
        """Time went on: what was due later may be late now."""
        if self._board is not None:
            self._show(self._board)

    def _take(self, board: BoardReading) -> None:
        if isValid(self):  # else the window went while this was read
            self._board = board
            self._show(board)
            self._inbox.customer.cases.read(None)

    def _show(self, board: BoardReading) -> None:
        now = self._around.now()
        tonight = now.astimezone().replace(hour=23, minute=59, second=59)
        due = sum(1 for case in board.cases if case.due_at is not None and case.due_at <= tonight)
        homes: dict[ConversationId, list[Case]] = {}
        for case in board.cases:
            for home in board.homes.get(case.id, ()):
                homes.setdefault(home, []).append(case)
        self._rail.items[CASES].show_count(due)
        self._inbox.column.list.show_cases(
            {home: any(hurries(case, now) for case in cases) for home, cases in homes.items()}
        )
        self._inbox.pane.show_cases(homes)


def hurries(case: "Case", now: "datetime") -> bool:
    """Whether a case is late, or its platform decides within a day."""
    from shopdesk.ui.case_words import DEADLINE_SOON  # its imports are for those who have cases

    late = case.due_at is not None and case.due_at <= now
    return late or (case.platform_deadline is not None and case.platform_deadline - now <= DEADLINE_SOON)
