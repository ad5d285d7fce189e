"""Orders beside a conversation and the import of order files, in their states."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QWidget

from shopdesk.domain.control import SimpleControl
from shopdesk.domain.ids import OrderId
from shopdesk.domain.order import Order, OrderItem, OrderState, Parcel
from shopdesk.domain.order_import import (
    ColumnMapping,
    Example,
    FoundOrders,
    OrderFile,
    OrderImportDone,
    OrderPreview,
    ProblemCount,
    RowProblem,
)
from shopdesk.ui.actions import Do
from shopdesk.ui.orders.dialog import ImportDialog
from tests.ui.fakes import FakeDesk
from tests.ui.sample import NOW, sample_desk
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


def _import(stage: Stage, desk: FakeDesk) -> ImportDialog:
    window = stage.window(desk)
    window.deeds.run(Do.IMPORT_ORDERS)
    dialog = window.orders.dialog
    if dialog is None:
        raise RuntimeError("the import did not open")
    stage.settle()
    return dialog


def start(stage: Stage) -> QWidget:
    """The import before a file is chosen; two watched files came in, one did not."""
    desk = sample_desk(stage.language)
    desk.orders.watched = "/home/mei/Downloads/orders"
    desk.orders.done_files = [
        OrderFile("shopify-2026-11-18.csv", "a", NOW, OrderImportDone(12, 3, 40, 0)),
        OrderFile("orders.xls", "b", NOW - timedelta(hours=3), error="OrderFileRefused"),
    ]
    return _import(stage, desk)


def a_preview(language: str, *, is_known: bool = True) -> OrderPreview:
    """What a file would bring: some new, one row damaged."""
    problems = (
        ProblemCount(RowProblem.DAMAGED_NUMBER, 2, (Example(14, "4.03813E+18"), Example(19, "4.03813E+18"))),
        ProblemCount(RowProblem.BAD_DATE, 1, (Example(31, "31.02.2026"),)),
    )
    orders = tuple(an_order(number, language) for number in range(1, 5))
    found = FoundOrders(orders, problems, 42) if is_known else FoundOrders((), (), 42)
    columns = {"number": ("Name",), "email": ("Email",), "total": ("Total",)} if is_known else {"email": ("Email",)}
    mapping = ColumnMapping(columns, "shopify" if is_known else "", "shopify" if is_known else "")
    headers = ("Name", "Email", "Financial Status", "Total", "Lineitem name")
    return OrderPreview("orders_export.csv", "x", headers, mapping, found, 31, 5, 4, "utf-8", ",", "Shopify orders")


def _previewed(stage: Stage, preview: OrderPreview) -> ImportDialog:
    desk = sample_desk(stage.language)
    desk.orders.shown = preview
    dialog = _import(stage, desk)
    dialog.presenter.read(Path(__file__))
    stage.settle()
    return dialog


def preview(stage: Stage) -> QWidget:
    """A file of a known kind with some damaged rows."""
    return _previewed(stage, a_preview(stage.language))


def mapping(stage: Stage) -> QWidget:
    """A table whose columns nobody knows."""
    return _previewed(stage, a_preview(stage.language, is_known=False))


def busy(stage: Stage) -> QWidget:
    """An import under way."""
    dialog = _previewed(stage, a_preview(stage.language))
    dialog.presenter._control = SimpleControl()
    dialog.show_busy("orders_export.csv", 12_500, 37_500)
    stage.settle()
    return dialog


SHOWN: dict[str, Callable[[Stage], QWidget]] = {
    "panel orders": panel,
    "orders start": start,
    "orders preview": preview,
    "orders mapping": mapping,
    "orders busy": busy,
}
