"""Connects the page of today with the rest of the window."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from shopdesk.ui.today.editing import DayEditing
from shopdesk.ui.today.page import TodayPage

if TYPE_CHECKING:
    from shopdesk.domain.conversation import Conversation, Undo
    from shopdesk.domain.day import Check, DayKind, Walk
    from shopdesk.domain.ids import ConversationId
    from shopdesk.ui.desk import Desk
    from shopdesk.ui.surroundings import Surroundings


def today_page(
    desk: "Desk",
    around: "Surroundings",
    show: "Callable[[Conversation], None]",
    walk: "Callable[[DayKind, Walk], None]",
    place: "Callable[[Check], None]",
) -> TodayPage:
    """The page of today. In: what shows a conversation in the inbox, walks through many, and shows another page."""

    def rows(numbers: "Sequence[ConversationId]") -> "Sequence[Conversation]":
        return desk.conversations.rows(numbers)

    def take_back(undo: "Undo") -> None:
        desk.conversations.undo(undo)

    def go_to(number: "ConversationId") -> None:
        for row in desk.conversations.rows([number]):
            show(row)

    lanes = around.lanes
    desks = (desk.day, desk.agents)
    page = TodayPage(desks, rows, take_back, around.theme, (lanes.reading, lanes.writing), around.now)
    page.walk_began.connect(walk)
    page.conversation_asked.connect(go_to)
    page.place_asked.connect(place)
    DayEditing(page, desk, around.theme, (lanes.reading, lanes.writing), around.now)
    return page
