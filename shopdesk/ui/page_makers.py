"""Makes the pages of the window at their first visit, each with the doors that it needs."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from shopdesk.ui.page_table import CASES, CUSTOMERS, ORDERS, REPORTS, TEMPLATES, TODAY

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from shopdesk.domain.conversation import Conversation
    from shopdesk.domain.day import Check, DayKind, Walk
    from shopdesk.domain.ids import CaseId, ConversationId
    from shopdesk.ui.case_room import NewCases
    from shopdesk.ui.case_ties import CaseTies
    from shopdesk.ui.desk import Desk
    from shopdesk.ui.inbox_screen import InboxScreen
    from shopdesk.ui.page import Page, Run
    from shopdesk.ui.sending_room import SendingRoom
    from shopdesk.ui.side_panel.presenter import Remember
    from shopdesk.ui.surroundings import Surroundings
    from shopdesk.ui.walk_room import WalkRoom

# A page's modules are imported when it is made: the window's start pays for none of them.


class PageMakers:
    """One maker for each page."""

    def __init__(
        self, desk: "Desk", around: "Surroundings", conversation: "Callable[[], ConversationId | None]"
    ) -> None:
        self._desk = desk
        self._around = around
        self._conversation = conversation
        self._makers: Mapping[str, Callable[[], Page]] = {
            TODAY: self._today,
            CASES: self._cases,
            ORDERS: self._orders,
            CUSTOMERS: self._customers,
            TEMPLATES: self._templates,
            REPORTS: self._reports,
        }
        self.remember: Remember = lambda deed, write: None
        self.undo: Run = (lambda: None, lambda: False)
        self.forget_steps: Callable[[], None] = lambda: None
        self.show_case: Callable[[CaseId], None] = lambda _: None
        self.show_conversation: Callable[[Conversation], None] = lambda _: None
        self.begin_walk: Callable[[DayKind, Walk], None] = lambda kind, walk: None
        self.show_place: Callable[[Check | CaseId], None] = lambda _: None
        self.answers: Callable[[], SendingRoom | None] = lambda: None
        self.import_orders: Callable[[], None] = lambda: None

    def make(self, key: str) -> "Page":
        """A new page by its key in the table of pages."""
        return self._makers[key]()

    def new_cases(
        self, window: "QWidget", tell: "Callable[[str], None]", failed: "Callable[[Exception], None]"
    ) -> "NewCases":
        """What opens cases from conversations."""
        from shopdesk.ui.case_room import NewCases

        return NewCases(window, self._desk, self._around, tell, failed)

    def case_ties(
        self, window: "QWidget", inbox: "InboxScreen", failed: "Callable[[Exception], None]"
    ) -> "CaseTies":
        """What ties conversations to cases."""
        from shopdesk.ui.case_ties import CaseTies

        return CaseTies(window, inbox, self._desk, self._around, failed)

    def walks(self, inbox: "InboxScreen", parent: "QWidget") -> "WalkRoom":
        """What leads through conversations in the inbox."""
        from shopdesk.ui.walk_room import WalkRoom

        return WalkRoom(inbox, self._desk, self._around, parent)

    def _today(self) -> "Page":
        from shopdesk.ui.day_room import today_page

        return today_page(
            self._desk,
            self._around,
            lambda row: self.show_conversation(row),  # noqa: PLW0108 - given later
            lambda kind, walk: self.begin_walk(kind, walk),  # noqa: PLW0108
            lambda check: self.show_place(check),  # noqa: PLW0108
        )

    def _cases(self) -> "Page":
        from shopdesk.ui.case_room import cases_page

        return cases_page(
            self._desk, self._around,
            lambda row: self.show_conversation(row),  # noqa: PLW0108 - given later
            lambda: self.answers(),  # noqa: PLW0108
        )  # fmt: skip

    def _orders(self) -> "Page":
        from shopdesk.ui.order_watch_room import watch_page

        return watch_page(
            self._desk,
            self._around,
            lambda: self.answers(),  # noqa: PLW0108 - given later
            lambda row: self.show_conversation(row),  # noqa: PLW0108
            lambda: self.import_orders(),  # noqa: PLW0108
        )

    def _customers(self) -> "Page":
        from shopdesk.ui.customer_room import customers_page

        page = customers_page(
            self._desk, self._around, self.remember,
            lambda row: self.show_conversation(row),  # noqa: PLW0108 - given later
            self.undo, self.show_case,
        )  # fmt: skip
        page.erasing_began.connect(self.forget_steps)
        return page

    def _templates(self) -> "Page":
        from shopdesk.ui.templates.page import TemplatesPage

        around = self._around
        lanes = around.lanes
        return TemplatesPage(self._desk, around.theme, lanes.reading, lanes.writing, around.now, self._conversation)

    def _reports(self) -> "Page":
        from shopdesk.ui.reports.page import ReportsPage

        desk, around = self._desk, self._around
        return ReportsPage(
            desk.figures, desk.conversations.rows, around.theme, around.lanes.reading, around.now,
            lambda row: self.show_conversation(row),  # noqa: PLW0108 - set after this was made
        )  # fmt: skip
