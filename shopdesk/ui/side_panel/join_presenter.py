"""Several addresses of a customer without Qt: who may be the same, joined and parted as undoable steps."""

from collections.abc import Callable, Sequence
from typing import Protocol

from shopdesk.domain.conversation import Undo
from shopdesk.domain.customer import Customer, CustomerCard
from shopdesk.domain.customer_join import Alike
from shopdesk.domain.message import Address
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk
from shopdesk.ui.writes import Deed


class AlikeView(Protocol):
    """Where the proposals stand."""

    def show_alike(self, found: Sequence[Alike]) -> None: ...


class JoinDeeds:
    """What a person does to the addresses of the customer whose card is shown."""

    def __init__(
        self,
        desk: Desk,
        reading: WorkLane,
        do: Callable[[Deed, Callable[[], Undo]], None],
        who: Callable[[], Address | None],
    ) -> None:
        """In: `do` begins an undoable write and shows what it gave; `who` tells whose card is shown."""
        self._desk = desk
        self._reading = reading
        self._do = do
        self._who = who
        self.view: AlikeView | None = None

    def look(self, card: CustomerCard) -> None:
        """Ask who may be the same person as the one whose card was just read."""
        address = card.customer.address
        if not address or self.view is None:
            return
        asked = Address(card.customer.name, address)

        def came(found: Sequence[Alike]) -> None:
            now = self._who()
            if self.view is not None and now is not None and now.email == address:
                self.view.show_alike(found)

        # A proposal that cannot be made is none.
        self._reading.submit(lambda: self._desk.customers.alike(asked), came, lambda _: None)

    def join(self, other: Customer) -> None:
        """They are one person."""
        who = self._who()
        if who is not None:
            address = Address(other.name, other.address)
            self._do(Deed.JOINED, lambda: self._desk.customers.join(who, [address]))

    def part(self, address: str) -> None:
        """They are not."""
        self._do(Deed.PARTED, lambda: self._desk.customers.part(address))
