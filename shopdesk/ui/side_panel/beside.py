"""What is read of the conversation beside the panel, without Qt: when it is opened and when something changed."""

from collections.abc import Callable
from typing import Generic, TypeVar

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import ConversationId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk

Found = TypeVar("Found")
View = TypeVar("View")


class Beside(Generic[Found, View]):
    """Reads once more for several wishes at a time; what was asked before the last of them is not shown."""

    def __init__(self, desk: Desk, reading: WorkLane, tell: Callable[[Exception], None]) -> None:
        self.desk = desk
        self._reading = reading
        self._tell = tell
        self._row: Conversation | None = None
        self._is_reading = False
        self._reads_again = False
        self.view: View | None = None

    def ask(self, conversation: ConversationId) -> Found:
        """In the reading lane."""
        raise NotImplementedError

    def show(self, view: View, found: Found) -> None:
        """Hand over what was read last."""
        raise NotImplementedError

    def read(self, row: Conversation | None) -> None:
        """Show what there is of this conversation; None: of the last one again."""
        self._row = row or self._row
        if self._row is None or self.view is None:
            return
        if self._is_reading:
            self._reads_again = True
            return
        self._is_reading, asked = True, self._row.id
        self._reading.submit(lambda: self.ask(asked), self._came, self._failed)

    def _came(self, found: Found) -> None:
        if not self._goes_on() and self.view is not None:
            self.show(self.view, found)

    def _failed(self, error: Exception) -> None:
        if not self._goes_on() and not isinstance(error, NotFound):  # merged away meanwhile: the list says so
            self._tell(error)

    def _goes_on(self) -> bool:
        again, self._is_reading, self._reads_again = self._reads_again, False, False
        if again:
            self.read(None)
        return again
