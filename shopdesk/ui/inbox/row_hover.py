"""What the pointer does over a row: which one it is on, the small buttons in it, their tool tips."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTableView, QToolTip

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.ids import ConversationId
from shopdesk.ui.actions import Do, action_tip
from shopdesk.ui.inbox.row_model import RowModel
from shopdesk.ui.inbox.row_painter import RowPainter

NOWHERE = (-1, -1)
BUTTONS = (Do.DONE, Do.SNOOZE, Do.UNREAD)
"""What the buttons do, from left to right, as the painter draws them."""


class RowHover:
    """Row and button under the pointer of one list; -1 for none."""

    def __init__(self, view: QTableView, rows: RowModel, painter: RowPainter) -> None:
        self._view = view
        self._rows = rows
        self._painter = painter
        self.spot = NOWHERE

    def move(self, place: QPoint | None) -> None:
        """The pointer is here now; None when it left."""
        spot = NOWHERE if place is None else self.at(place)
        if spot != self.spot:
            old, self.spot = self.spot, spot
            for row in {old[0], spot[0]} - {-1}:
                self._view.update(self._rows.index(row, 0))

    def at(self, place: QPoint) -> tuple[int, int]:
        """The row and the button at a place."""
        index = self._view.indexAt(place)
        if not index.isValid() or not isinstance(self._rows.row(index.row()), Conversation):
            return NOWHERE
        rects = self._painter.button_rects(self._view.visualRect(index))
        return (index.row(), next((n for n, rect in enumerate(rects) if rect.contains(place)), -1))

    def tell(self, place: QPoint, where: QPoint) -> None:
        """Show the tool tip of the button at a place; `where` is the same place on the screen."""
        _, button = self.at(place)
        QToolTip.showText(where, action_tip(BUTTONS[button]) if button >= 0 else "", self._view)

    def press(self, place: QPoint, ask: Callable[[Do, ConversationId], None]) -> bool:
        """Ask for what the button at a place does; False when there is none."""
        row, button = self.at(place)
        conversation = self._rows.listing.id_at(row)
        if button < 0 or conversation is None:
            return False
        ask(BUTTONS[button], conversation)
        return True
