"""How many cases are due on the rail, and which conversations have one in the list."""

from PySide6.QtCore import QObject
from shiboken6 import isValid

from shopdesk.ui.case_desk import BoardReading
from shopdesk.ui.desk import Desk
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.page_table import CASES
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.widgets.rail import Rail


class CaseMarks(QObject):
    """One look at the open cases, again after every change."""

    def __init__(self, window: QObject, inbox: InboxScreen, rail: Rail, desk: Desk, around: Surroundings) -> None:
        super().__init__(window)
        self._inbox = inbox
        self._rail = rail
        self._desk = desk
        self._around = around

    def look(self) -> None:
        """Find out, off the screen's thread."""
        self._around.lanes.reading.submit(lambda: self._desk.cases.board(), self._take)  # noqa: PLW0108 - made there

    def _take(self, board: BoardReading) -> None:
        if not isValid(self):
            return  # the window went while this was read
        tonight = self._around.now().astimezone().replace(hour=23, minute=59, second=59)
        due = sum(1 for case in board.cases if case.due_at is not None and case.due_at <= tonight)
        self._rail.items[CASES].show_count(due)
        self._inbox.column.list.show_cases(frozenset(home for homes in board.homes.values() for home in homes))
        self._inbox.customer.cases.read(None)
