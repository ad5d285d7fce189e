"""Orders beside a conversation and the import of order files, in their states."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from shopdesk.domain.ids import OrderId
from shopdesk.domain.order import Order, OrderItem, OrderState, Parcel
from tests.ui.fakes import FakeDesk
from tests.ui.sample import NOW
from tests.ui.shown.side_panel import known_desk, opened
from tests.ui.shown.stage import Stage

ITEMS = {
    "en": ("Linen table lamp, sand", "Stoneware mug set, sage", "Brass bracelet, engraved"),
    "zh_CN": ("亚麻台灯 · 沙色", "粗陶杯套装 · 鼠尾草绿", "黄铜手链 · 刻字"),
}


def an_order(number: int, language: str = "en", **changes: object) -> Order:
    """An order of the first customer of the sample shop."""
    values: dict[str, object] = {
        "id": OrderId(number),
        "number": "304-8812047" if number == 1 else f"304-77{number}",
        "market": "amazon",
        "placed_at": NOW - timedelta(days=6 * number),
        "email": "anna@example.de" if language == "en" else "wangfang@example.cn",
        "items": (OrderItem(ITEMS[language][(number - 1) % 3], quantity=1, price=Decimal(78)),),
        "total": Decimal(78),
        "currency": "EUR" if language == "en" else "CNY",
        "state": OrderState.DELIVERED,
        "parcels": (Parcel("00340434161094042557", "DHL"),),
    }
    return Order(**(values | changes))  # type: ignore[arg-type]


def ordering_desk(language: str) -> FakeDesk:
    """The sample shop whose first customer has four orders in all states."""
    desk = known_desk(language)
    mugs = OrderItem(ITEMS[language][1], quantity=2, price=Decimal("24.50"))
    desk.orders.known = [
        an_order(1, language),
        an_order(2, language, state=OrderState.SHIPPED, items=(mugs, OrderItem("Saucer")), total=Decimal("112.40")),
        an_order(3, language, state=OrderState.PAID, parcels=(), refunded=Decimal(10)),
        an_order(4, language, state=OrderState.CANCELLED, parcels=()),
    ]
    return desk


def panel(stage: Stage) -> QWidget:
    """The order card with several orders."""
    return opened(stage, ordering_desk(stage.language), 1100)


SHOWN: dict[str, Callable[[Stage], QWidget]] = {
    "panel orders": panel,
}
