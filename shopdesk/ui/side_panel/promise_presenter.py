"""What was promised in the conversation without Qt: read when it is opened and when something changed in it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.promise import Promise
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk


class PromisesView(Protocol):
    """The card of promises."""

    def show_promises(self, promises: Sequence[Promise]) -> None: ...


class BesidePromises:
    """Reads once for several wishes at a time; an answer for another conversation is dropped."""

    def __init__(self, desk: Desk, reading: WorkLane, tell: Callable[[Exception], None]) -> None:
        self._desk = desk
        self._reading = reading
        self._tell = tell
        self._row: Conversation | None = None
        self._asked: ConversationId | None = None
        self.view: PromisesView | None = None

    def read(self, row: Conversation | None) -> None:
        """Show what this conversation's customer still waits for; None: of the last one again."""
        self._row = row or self._row
        if self._row is None or self.view is None or self._asked is not None:
            return
        asked = self._asked = self._row.id
        self._reading.submit(lambda: self._desk.promises.of_conversation(asked), self._came, self._failed)

    def _came(self, promises: Sequence[Promise]) -> None:
        asked, self._asked = self._asked, None
        if self._row is not None and self._row.id != asked:
            self.read(self._row)
        elif self.view is not None:
            self.view.show_promises([one for one in promises if one.settled_at is None])

    def _failed(self, error: Exception) -> None:
        self._asked = None
        self._tell(error)
