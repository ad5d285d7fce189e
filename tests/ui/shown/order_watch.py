"""The page of parcels and orders that need somebody, in its states."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from shopdesk.domain.ids import TemplateId
from shopdesk.domain.order import Order, OrderItem, OrderState, Parcel, PostalAddress
from shopdesk.domain.order_watch import AddressFault, Watched, WatchReason
from shopdesk.domain.template import Template, Variant
from shopdesk.ui.actions import Do
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.orders.watch_page import WatchPage
from tests.ui.fakes import FakeDesk
from tests.ui.sample import NOW, sample_desk
from tests.ui.shown.orders import ITEMS, an_order
from tests.ui.shown.stage import Stage

PEOPLE = {
    "en": ("Anna Schmidt", "Marco Bianchi", "Sofia García", "Jean Dupont", "Lucy Brown", "Tom Baker", "Mia Wolf"),
    "zh_CN": ("王芳", "李伟", "张敏", "刘洋", "陈静", "杨磊", "赵雪"),
}
HOME = PostalAddress("Anna Schmidt", "Lindenstraße", "Köln", "", "50674", "DE")


def watched_orders(language: str = "en") -> list[Watched]:
    """Orders of all reasons; the first customer is known by mails, another has no mail address."""
    def order(number: int, **changes: object) -> Order:
        who = PEOPLE[language][number - 1]
        known = an_order(number, language)
        email = known.email if number == 1 else "" if number == 4 else f"customer{number}@example.net"
        item = OrderItem(ITEMS[language][number % 3], quantity=1, price=Decimal(39))
        usual = {"customer_name": who, "email": email, "items": (item,), "address": HOME, "phone": "+49 221 4711"}
        return an_order(number, language, **(usual | changes))

    sent = {"state": OrderState.SHIPPED, "shipped_at": NOW - timedelta(days=12)}
    parcel = (Parcel("00340434161094042557", "DHL", NOW - timedelta(days=9)),)
    unpaid, paid = {"state": OrderState.UNPAID}, {"state": OrderState.PAID, "parcels": ()}
    late = NOW - timedelta(days=3)
    return [
        Watched(order(1, promised_at=late, **sent), WatchReason.PROMISE_PASSED, late),
        Watched(order(2, promised_at=late, **sent), WatchReason.PROMISE_PASSED, late + timedelta(days=1)),
        Watched(order(2, parcels=parcel, **sent), WatchReason.NO_SCAN, late + timedelta(days=1), parcel[0].number),
        Watched(order(3, ship_by=late, **paid), WatchReason.SHIP_BY_PASSED, late),
        Watched(order(4, parcels=(), **unpaid), WatchReason.UNPAID, NOW - timedelta(hours=20)),
        Watched(order(5, **paid), WatchReason.BAD_ADDRESS, None, AddressFault.NO_HOUSE_NUMBER.value),
        Watched(order(6, phone="123", **paid), WatchReason.BAD_PHONE, None, "123"),
        Watched(order(7, **paid), WatchReason.OUT_OF_AREA, None, "CN" if language == "en" else "DE"),
    ]  # fmt: skip


def fitting_templates(language: str = "en") -> list[Template]:
    """Templates that a shop begins with."""
    names = {
        "late": ("Parcel is late", "包裹晚到"),
        "no-scan": ("Tracking shows nothing", "物流没有更新"),
        "no-payment": ("Payment has not arrived", "未收到付款"),
        "address-ask": ("Address incomplete", "地址不完整"),
    }
    body = {"en": "Dear [[name]],\n\nyour parcel is late.", "zh": "[[name]] 您好：\n\n您的包裹晚到了。"}
    return [
        Template(
            TemplateId(900 + place),
            english,
            key,
            tuple(Variant(code, words, title=chinese if code == "zh" else english) for code, words in body.items()),
            starter=key,
        )
        for place, (key, (english, chinese)) in enumerate(names.items())
    ]


def watching_desk(language: str = "en") -> FakeDesk:
    """The sample shop in which orders need somebody."""
    desk = sample_desk(language)
    desk.orders.needing = watched_orders(language)
    desk.orders.known = [one.order for one in desk.orders.needing]
    desk.templates.kept += fitting_templates(language)
    return desk


def watch_page_of(window: MainWindow) -> WatchPage:
    """The page, turned to."""
    window.deeds.run(Do.GO_ORDERS)
    page = window.pages.page("orders")
    if not isinstance(page, WatchPage):
        raise TypeError(page)
    return page


def _shown(stage: Stage, desk: FakeDesk) -> MainWindow:
    window = stage.window(desk)
    watch_page_of(window)
    stage.settle()
    return window


def watch(stage: Stage) -> QWidget:
    """Orders of all reasons."""
    return _shown(stage, watching_desk(stage.language))


def no_address(stage: Stage) -> QWidget:
    """An order without a mail address is chosen."""
    window = _shown(stage, watching_desk(stage.language))
    for _ in range(4):
        window.deeds.run(Do.NEXT)
    stage.settle()
    return window


def nothing(stage: Stage) -> QWidget:
    """All orders are on their way."""
    desk = watching_desk(stage.language)
    desk.orders.needing = []
    return _shown(stage, desk)


def no_orders(stage: Stage) -> QWidget:
    """No file came in yet."""
    return _shown(stage, sample_desk(stage.language))


def rules(stage: Stage) -> QWidget:
    """From when on somebody should look."""
    window = _shown(stage, watching_desk(stage.language))
    watch_page_of(window).rules.click()
    stage.settle()
    return window


SHOWN: dict[str, Callable[[Stage], QWidget]] = {
    "orders watch": watch,
    "orders without address": no_address,
    "orders nothing to watch": nothing,
    "orders none yet": no_orders,
    "orders rules": rules,
}
