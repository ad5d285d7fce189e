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
    from shopdesk.domain.ids import CaseId, ConversationId
    from shopdesk.jobs.lane import WorkLane
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


class _Kept:
    """Undoable writes of the page, and a fresh look after each and after it was taken back."""

    def __init__(self, remember: Remember, undo: Run, writing: "WorkLane") -> None:
        self._remember = remember
        self._undo = undo
        self._writing = writing
        self.look: Callable[[], None] = lambda: None
        """Lists and shows anew; set when there is a page."""

    def keep(self, deed: "Deed", write: "Callable[[], Undo]") -> None:
        """Begin a write."""
        self._remember(deed, write)
        self._look_again()

    @property
    def undo(self) -> Run:
        """Takes the newest one back, and whether there is one."""
        return self._take_back, self._undo[1]

    def _take_back(self) -> None:
        self._undo[0]()
        self._look_again()

    def _look_again(self) -> None:
        """The lane is in order: what is asked now is answered when the write before it is over."""
        self._writing.submit(lambda: None, lambda _: self.look())


def customers_page(
    desk: "Desk",
    around: "Surroundings",
    remember: Remember,
    show: "Callable[[Conversation], None]",
    undo: Run,
    show_case: "Callable[[CaseId], None]",
) -> CustomersPage:
    """The page of customers. In: what keeps a change that can be undone, what shows a conversation, what takes the
    newest change back, and what shows a case."""
    lanes = (around.lanes.reading, around.lanes.writing)
    kept = _Kept(remember, undo, lanes[1])
    cards = CustomerCards(desk, around, kept.keep)
    page = CustomersPage(desk.customers, lambda: desk.erasing, cards, around.theme, lanes, around.now, kept.undo)

    def look() -> None:
        page.presenter.look()
        cards.look_again()

    def go_to(number: "ConversationId") -> None:
        for row in desk.conversations.rows([number]):
            show(row)

    kept.look = look
    people = PeopleRoom(page, desk, around, kept.keep, page.failed.emit)
    page.join_asked.connect(lambda one: people.join(Address(one.name, one.address)))
    page.block_asked.connect(people.block)
    cards.panel.earlier_clicked.connect(go_to)
    cards.panel.case_asked.connect(show_case)
    cards.panel.copy_asked.connect(page.copy)
    cards.panel.failed.connect(page.failed)
    return page
