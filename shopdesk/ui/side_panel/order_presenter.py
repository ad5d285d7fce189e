"""The orders beside a conversation without Qt: read when one is opened and when a file of them came in."""

from collections.abc import Callable
from typing import Protocol

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.order import OrdersBeside
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk


class OrdersView(Protocol):
    """The order card."""

    def show_orders(self, beside: OrdersBeside) -> None: ...


class OrdersPresenter:
    """Reads once for several wishes at a time; an answer for another conversation is dropped."""

    def __init__(self, desk: Desk, reading: WorkLane, tell: Callable[[Exception], None]) -> None:
        self._desk = desk
        self._reading = reading
        self._tell = tell
        self._row: Conversation | None = None
        self._asked: ConversationId | None = None
        self.view: OrdersView | None = None

    def read(self, row: Conversation | None) -> None:
        """Show the orders of this conversation; None: of the last one again."""
        self._row = row or self._row
        if self._row is None or self.view is None or self._asked is not None:
            return
        asked = self._asked = self._row.id
        self._reading.submit(lambda: self._desk.orders.beside(asked), self._came, self._failed)

    def _came(self, beside: OrdersBeside) -> None:
        asked, self._asked = self._asked, None
        if self._row is not None and self._row.id != asked:
            self.read(self._row)
        elif self.view is not None:
            self.view.show_orders(beside)

    def _failed(self, error: Exception) -> None:
        asked, self._asked = self._asked, None
        if self._row is not None and self._row.id != asked:
            self.read(self._row)
        elif not isinstance(error, NotFound):  # merged away meanwhile: the list says so
            self._tell(error)
