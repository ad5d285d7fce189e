"""Which orders are left alone until something about them changes."""

from collections.abc import Sequence
from datetime import datetime

from shopdesk.domain.ids import OrderId
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.values import micros


class OrderRestTable:
    """Orders that nothing is wrong with, as somebody said; fits `order_ports.OrderRestRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    def all(self) -> dict[tuple[OrderId, str], str]:
        """By order and reason the mark that the order had then."""
        rows = self._database.rows("SELECT order_id, reason, mark FROM order_rest")
        return {(OrderId(order), reason): mark for order, reason, mark in rows}

    def save(self, rests: Sequence[tuple[OrderId, str, str]], at: datetime) -> None:
        """Write (order, reason, mark); an order that went meanwhile is left out."""
        for order, reason, mark in rests:
            self._database.run(
                "INSERT OR REPLACE INTO order_rest (order_id, reason, mark, at)"
                " SELECT id, ?, ?, ? FROM customer_order WHERE id = ?",
                (reason, mark, micros(at), order),
            )

    def remove(self, rests: Sequence[tuple[OrderId, str]]) -> None:
        """They are looked at again."""
        for order, reason in rests:
            self._database.run("DELETE FROM order_rest WHERE order_id = ? AND reason = ?", (order, reason))
