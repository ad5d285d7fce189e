"""The orders beside a conversation without Qt."""

from typing import Protocol

from shopdesk.domain.ids import ConversationId
from shopdesk.domain.order import OrdersBeside
from shopdesk.ui.overriding import override
from shopdesk.ui.side_panel.beside import Beside


class OrdersView(Protocol):
    """The order card."""

    def show_orders(self, beside: OrdersBeside) -> None: ...


class OrdersPresenter(Beside[OrdersBeside, OrdersView]):
    """The orders of the conversation, and what its customer bought."""

    @override
    def ask(self, conversation: ConversationId) -> OrdersBeside:
        return self.desk.orders.beside(conversation)

    @override
    def show(self, view: OrdersView, found: OrdersBeside) -> None:
        view.show_orders(found)
