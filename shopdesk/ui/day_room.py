"""Connects the page of today with the rest of the window."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from shopdesk.ui.today.editing import DayEditing
from shopdesk.ui.today.page import TodayPage

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from shopdesk.domain.conversation import Conversation, Undo
    from shopdesk.domain.day import Check, DayKind, Promised, Walk
    from shopdesk.domain.ids import CaseId, ConversationId
    from shopdesk.ui.desk import Desk
    from shopdesk.ui.surroundings import Surroundings


def today_page(
    desk: "Desk",
    around: "Surroundings",
    show: "Callable[[Conversation], None]",
    walk: "Callable[[DayKind, Walk], None]",
    place: "Callable[[Check | CaseId], None]",
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
    _join_promises(page, desk, around)
    DayEditing(page, desk, around.theme, (lanes.reading, lanes.writing), around.now)
    return page


def _join_promises(page: TodayPage, desk: "Desk", around: "Surroundings") -> None:
    """Keep, move and give up what was promised; Undo takes it back like everything else on the page."""
    promises, decide = desk.promises, page.presenter.decide

    def move(one: "Promised", at: "QPoint") -> None:
        from shopdesk.ui.promise_popovers import MovePromise

        popover = MovePromise(around.theme, page.window(), around.now, at)
        popover.chosen.connect(lambda to: decide((), lambda: promises.move(one.id, to), "moved"))
        popover.show_offers()

    def give_up(one: "Promised", at: "QPoint") -> None:
        from shopdesk.ui.promise_popovers import BreakPromise

        popover = BreakPromise(around.theme, page.window(), at)
        popover.chosen.connect(lambda why: decide((), lambda: promises.break_(one.id, why), "broken"))
        popover.ask()

    page.promised.kept.connect(lambda one: decide((), lambda: promises.keep(one.id), "kept"))
    page.promised.move_asked.connect(move)
    page.promised.break_asked.connect(give_up)
