"""Connects the page of customers with the card that also stands beside conversations."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from shopdesk.domain.message import Address
from shopdesk.ui.customers.page import CustomersPage
from shopdesk.ui.page import Run
from shopdesk.ui.people_room import PeopleRoom
from shopdesk.ui.side_panel.panel import SidePanel
from shopdesk.ui.side_panel.presenter import PanelPresenter, Remember

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from shopdesk.domain.changes import Changes
    from shopdesk.domain.conversation import Conversation, Undo
    from shopdesk.domain.ids import ConversationId
    from shopdesk.ui.desk import Desk
    from shopdesk.ui.surroundings import Surroundings
    from shopdesk.ui.writes import Deed


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

    def look_again(self) -> None:
        """Something was begun to be written."""
        self._presenter.look_again()

    def apply(self, changes: "Changes") -> None:
        self._presenter.apply(changes)


def customers_page(
    desk: "Desk", around: "Surroundings", remember: Remember, show: "Callable[[Conversation], None]", undo: Run
) -> CustomersPage:
    """The page of customers. In: what keeps a change that can be undone, what shows a conversation, and what takes the
    newest change back."""
    lanes = (around.lanes.reading, around.lanes.writing)

    def look_again() -> None:
        """The lane is in order: what is asked now is answered when the write before it is over."""
        lanes[1].submit(lambda: None, lambda _: page.presenter.look())
        cards.look_again()

    def kept(deed: "Deed", write: "Callable[[], Undo]") -> None:
        remember(deed, write)
        look_again()

    def take_back() -> None:
        undo[0]()
        look_again()

    cards = CustomerCards(desk, around, kept)

    def go_to(number: "ConversationId") -> None:
        for row in desk.conversations.rows([number]):
            show(row)

    cards.panel.earlier_clicked.connect(go_to)
    back = (take_back, undo[1])
    page = CustomersPage(desk.customers, lambda: desk.erasing, cards, around.theme, lanes, around.now, back)
    cards.panel.failed.connect(page.failed)
    people = PeopleRoom(page, desk, around, kept, page.failed.emit)
    page.join_asked.connect(lambda one: people.join(Address(one.name, one.address)))
    page.block_asked.connect(people.block)
    return page
