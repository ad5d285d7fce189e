"""The room after the sale: cases and orders."""

from functools import cached_property
from typing import TYPE_CHECKING

from shopdesk.app.core import Core

if TYPE_CHECKING:
    from shopdesk.services.orders import Orders


class AfterSales(Core):
    """Everything that follows a sale."""

    @cached_property
    def orders(self) -> "Orders":
        """What was bought."""
        from shopdesk.services.orders import Orders

        return Orders(self.store, self._clock)
