"""Which customers are listed, whose card is shown, and the erasing of one."""

from collections.abc import Callable, Sequence
from typing import Protocol

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Conversation
from shopdesk.domain.customer import Customer
from shopdesk.domain.erasing import ToErase
from shopdesk.domain.message import Address
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.customer_desk import ErasingDesk, PeopleDesk

PAGE = 500
FOUND = 200


class CustomersView(Protocol):
    """What the presenter shows."""

    def show_list(self, people: Sequence[Customer], current: str, *, searched: bool) -> None: ...
    def show_customer(self, row: Conversation | None) -> None: ...
    def ask_erase(self, who: Customer, found: ToErase) -> None: ...
    def tell_erasing(self) -> None:
        """From now on nothing that was done before may be taken back."""

    def tell_erased(self, who: Customer) -> None: ...
    def show_failure(self, error: Exception) -> None: ...


class CustomersPresenter:
    """Reads in the reading lane; the newest wish counts."""

    def __init__(
        self,
        desk: PeopleDesk,
        erasing: Callable[[], ErasingDesk],
        lanes: tuple[WorkLane, WorkLane],
        view: CustomersView,
    ) -> None:
        """In: `erasing` is asked for in the lanes only; the lanes of reading and writing."""
        self._desk = desk
        self._erasing = erasing
        self._reading, self._writing = lanes
        self._view = view
        self.words = ""
        self.people: Sequence[Customer] = ()
        self.current = ""
        """The address whose card is shown."""

    @property
    def chosen(self) -> Customer | None:
        """Whose card is shown; None while nobody is listed."""
        return next((one for one in self.people if one.address == self.current), None)

    def look(self) -> None:
        """List anew."""
        words = self.words
        self._reading.replace(
            lambda: self._desk.find(words, FOUND) if words else self._desk.newest(PAGE),
            self._listed,
            self._view.show_failure,
        )

    def type(self, text: str) -> None:
        """Somebody looks for these words."""
        self.words = text.strip()
        self.look()

    def choose(self, address: str) -> None:
        """Show the card of a customer, by their newest conversation."""
        self.current = address
        who = next((one for one in self.people if one.address == address), None)
        if who is None:
            self._view.show_customer(None)
            return
        asked = Address(who.name, who.address)

        def newest() -> Conversation | None:
            card = self._desk.card(asked)
            return card.conversations[0] if card.conversations else None

        self._reading.submit(newest, lambda row: self._came(address, row), self._view.show_failure)

    def step(self, by: int) -> None:
        """The next or the previous customer."""
        places = [one.address for one in self.people]
        if places:
            here = places.index(self.current) if self.current in places else -1
            self.choose(places[min(max(here + by, 0), len(places) - 1)])
            self._view.show_list(self.people, self.current, searched=bool(self.words))

    def begin_erase(self) -> None:
        """Count what would go, and ask."""
        who = self.chosen
        if who is not None:
            self._reading.submit(
                lambda: self._erasing().preview([who.address]),
                lambda found: self._view.ask_erase(who, found),
                self._view.show_failure,
            )

    def erase(self, who: Customer) -> None:
        """A person said yes. What is taken back from now on would be written after it: it could bring them back."""
        self._view.tell_erasing()
        self._writing.submit(
            lambda: self._erasing().erase([who.address]), lambda _: self._erased(who), self._view.show_failure
        )

    def apply(self, changes: Changes) -> None:
        """Something was written."""
        if changes.customers or changes.removed_conversations:
            self.look()

    # --- inside -----------------------------------------------------------------------------------------------

    def _listed(self, people: Sequence[Customer]) -> None:
        self.people = people
        if people and self.current not in {one.address for one in people}:
            self.choose(people[0].address)
        elif not people:
            self.choose("")
        self._view.show_list(people, self.current, searched=bool(self.words))

    def _came(self, address: str, row: Conversation | None) -> None:
        if address == self.current:
            self._view.show_customer(row)

    def _erased(self, who: Customer) -> None:
        self.current = ""
        self._view.tell_erased(who)
        self.look()
