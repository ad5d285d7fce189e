"""What the window asks about customers; `Customers`, `Erasing` and `Blocking` of the services fit it by shape."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from shopdesk.domain.blocking import Blockable, BlockedSender
    from shopdesk.domain.conversation import Undo
    from shopdesk.domain.customer import Customer, CustomerCard
    from shopdesk.domain.erasing import ToErase
    from shopdesk.domain.message import Address


class PeopleDesk(Protocol):
    """Reads only."""

    def newest(self, limit: int = 500) -> "Sequence[Customer]": ...
    def find(self, text: str, limit: int = 20) -> "Sequence[Customer]": ...
    def card(self, who: "Address") -> "CustomerCard": ...


class BlockingDesk(Protocol):
    """Looks in the reading lane, writes in the store lane."""

    def all(self) -> "Sequence[BlockedSender]": ...
    def look_at(self, address: str) -> "Blockable": ...
    def block(self, text: str) -> "Undo": ...
    def unblock(self, text: str) -> "Undo": ...


class ErasingDesk(Protocol):
    """Previews in the reading lane, erases in the store lane."""

    def preview(self, addresses: Sequence[str]) -> "ToErase": ...
    def erase(self, addresses: Sequence[str], by: str = "") -> "ToErase": ...


class CustomerBoards(Protocol):
    """What else is done to customers, beside what the desk knows of them."""

    @property
    def erasing(self) -> ErasingDesk: ...
    @property
    def blocking(self) -> BlockingDesk: ...
