"""Connects the page of customers with the card that also stands beside conversations."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from shopdesk.ui.customers.page import CustomersPage
from shopdesk.ui.side_panel.panel import SidePanel
from shopdesk.ui.side_panel.presenter import PanelPresenter, Remember

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from shopdesk.domain.changes import Changes
    from shopdesk.domain.conversation import Conversation
    from shopdesk.domain.ids import ConversationId
    from shopdesk.ui.desk import Desk
    from shopdesk.ui.surroundings import Surroundings


class CustomerCards:
    """The card on the page; fits `customers.page.CardRoom`."""

    def __init__(self, desk: "Desk", around: "Surroundings", remember: Remember) -> None:
        self._presenter = PanelPresenter(desk, around.lanes.reading, around.lanes.writing, remember)
        self.panel = SidePanel(around.theme, self._presenter, around.preferences, around.now, beside_one=False)
        self._presenter.wake(self.panel)

    @property
    def widget(self) -> "QWidget":
        return self.panel

    def show_row(self, row: "Conversation | None") -> None:
        self._presenter.open(row)

    def sleep(self) -> None:
        self._presenter.sleep()

    def wake(self) -> None:
        self._presenter.wake(self.panel)

    def apply(self, changes: "Changes") -> None:
        self._presenter.apply(changes)


def customers_page(
    desk: "Desk", around: "Surroundings", remember: Remember, show: "Callable[[Conversation], None]"
) -> CustomersPage:
    """The page of customers. In: what keeps a change that can be undone, and what shows a conversation."""
    cards = CustomerCards(desk, around, remember)

    def go_to(number: "ConversationId") -> None:
        for row in desk.conversations.rows([number]):
            show(row)

    cards.panel.earlier_clicked.connect(go_to)
    lanes = (around.lanes.reading, around.lanes.writing)
    page = CustomersPage(desk.customers, lambda: desk.erasing, cards, around.theme, lanes, around.now)
    cards.panel.failed.connect(page.failed)
    return page
