"""The orders of the conversation: number, what was bought, how far it is; and numbers of which no file told yet."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.order import Order, OrderState, number_key
from shopdesk.ui.overriding import override
from shopdesk.ui.side_panel.order_steps import OrderSteps, state_words
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.item_icons import item_icon
from shopdesk.ui.widgets.parts import Button, IconButton, Picture, Pill, plain_label
from shopdesk.ui.words import counted, money, short_date, translate

FEW = 3
"""So many orders are shown at once."""


class Thumbnail(QWidget):
    """A place for the picture of what was bought: an icon for now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon = "package"
        self.setFixedSize(theme.px(44), theme.px(44))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_item(self, item: str) -> None:
        """Another thing."""
        self._icon = item_icon(item)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        background, sign = theme.avatar("")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(background)
        painter.drawRoundedRect(self.rect(), theme.px(8), theme.px(8))
        inset = theme.px(11)
        theme.icons.draw(painter, self._icon, QRect(self.rect()).adjusted(inset, inset, -inset, -inset), sign)
        painter.end()


class OrderDetails(QWidget):
    """What a file told of an order."""

    copy_asked = Signal(str)
    insert_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.order: Order | None = None
        self._thumbnail = Thumbnail(theme)
        self.item, self.price = ElidedLabel("label"), ElidedLabel("meta2")
        self.steps = OrderSteps(theme)
        self.cancelled = Pill(theme, "grey", "", state_words(OrderState.CANCELLED))
        self.parcel = ElidedLabel("meta")
        self.copy_parcel, self.insert_parcel = IconButton(theme, "copy", 28), IconButton(theme, "reply", 28)
        self._arrange()
        self.copy_parcel.clicked.connect(lambda: self.copy_asked.emit(self.parcel_number))
        self.insert_parcel.clicked.connect(lambda: self.insert_asked.emit(self.parcel_number))

    @property
    def parcel_number(self) -> str:
        """The number of the newest parcel; empty for none."""
        return self.order.parcel.number if self.order is not None and self.order.parcel is not None else ""

    def _arrange(self) -> None:
        px = self._theme.px
        texts, top, foot, column = QVBoxLayout(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        texts.setSpacing(px(2))
        for widget in (self.item, self.price):
            texts.addWidget(widget)
        top.setSpacing(px(11))
        top.addWidget(self._thumbnail)
        top.addLayout(texts, 1)
        foot.setSpacing(px(4))
        foot.addWidget(self.parcel, 1)
        foot.addWidget(self.copy_parcel)
        foot.addWidget(self.insert_parcel)
        column.setContentsMargins(0, px(2), px(2), px(4))
        column.setSpacing(px(8))
        column.addLayout(top)
        column.addWidget(self.steps)
        column.addWidget(self.cancelled)
        column.addLayout(foot)

    def show_order(self, order: Order, now: datetime) -> None:
        """Show this order from now on."""
        self.order = order
        self._thumbnail.show_item(order.item)
        self.item.setText(order.item or translate("Panel", "No item in the file"))
        self.price.setText(" · ".join(filter(None, (self._price_words(order), self._date_words(order, now)))))
        self.steps.show_state(order.state)
        is_cancelled = order.state is OrderState.CANCELLED
        self.steps.setVisible(not is_cancelled)
        self.cancelled.setText(state_words(OrderState.CANCELLED))
        self.cancelled.setVisible(is_cancelled)
        parcel = order.parcel
        self.parcel.setText(" · ".join(filter(None, (parcel.carrier, parcel.number))) if parcel else "")
        self.parcel.setVisible(parcel is not None)
        for button in (self.copy_parcel, self.insert_parcel):
            button.setVisible(parcel is not None)
        self.copy_parcel.name(translate("Panel", "Copy parcel number %1").replace("%1", self.parcel_number))
        words = translate("Panel", "Put parcel number %1 into the reply")
        self.insert_parcel.name(words.replace("%1", self.parcel_number))
        self.show()

    @staticmethod
    def _price_words(order: Order) -> str:
        """`1 × €78.00` for one kind of item, the sum for several."""
        only = order.items[0] if len(order.items) == 1 else None
        if only is not None and only.price is not None:
            return f"{only.quantity} × {money(only.price, order.currency)}"
        several = counted(len(order.items), "", translate("Panel", "%1 items")) if len(order.items) > 1 else ""
        return " · ".join(filter(None, (several, money(order.total, order.currency))))

    @staticmethod
    def _date_words(order: Order, now: datetime) -> str:
        return short_date(order.placed_at, now) if order.placed_at is not None else ""


class OrderLine(QWidget):
    """One order: its number, copy, search; and what is known of it."""

    copy_asked = Signal(str)
    search_asked = Signal(str)
    insert_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._number = ElidedLabel("label")
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = IconButton(theme, "copy", 28)
        self.insert = IconButton(theme, "reply", 28)
        self.search = IconButton(theme, "search", 28)
        self._picture = Picture(theme, "package", 16, "text3")
        self.details: OrderDetails | None = None
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        row.addWidget(self._picture)
        row.addSpacing(theme.px(4))
        row.addWidget(self._number, 1)
        for button in (self.copy, self.insert, self.search):
            row.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(row)
        self.copy.clicked.connect(lambda: self.copy_asked.emit(self.number))
        self.insert.clicked.connect(lambda: self.insert_asked.emit(self.number))
        self.search.clicked.connect(lambda: self.search_asked.emit(self.number))

    @property
    def number(self) -> str:
        """The order's number."""
        return self._number.text()

    def show_number(self, number: str) -> None:
        """Show a number of which nothing more is known."""
        self._number.setText(number)
        self.copy.name(translate("Conversation", "Copy order number %1").replace("%1", number))
        self.insert.name(translate("Panel", "Put order number %1 into the reply").replace("%1", number))
        self.search.name(translate("Panel", "Search for order %1").replace("%1", number))
        if self.details is not None:
            self.details.hide()
        self.show()

    def show_order(self, order: Order, now: datetime) -> None:
        """Show all that is known of an order."""
        self.show_number(order.number.lstrip("#"))
        if self.details is None:
            self.details = OrderDetails(self._theme)
            self.details.copy_asked.connect(self.copy_asked)
            self.details.insert_asked.connect(self.insert_asked)
            self._column.addWidget(self.details)
        self.details.show_order(order, now)


class OrderLines(QWidget):
    """The orders; lines are used again."""

    copy_asked = Signal(str)
    search_asked = Signal(str)
    insert_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[OrderLine] = []
        self._numbers: Sequence[str] = ()
        self._orders: Sequence[Order] = ()
        self._now: datetime | None = None
        self._all = False
        self.none = plain_label("meta", wrap=True)
        self.more = Button(theme, "link")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._column.addWidget(self.none)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self._show_all)

    @property
    def lines(self) -> list[OrderLine]:
        """The lines that are shown."""
        return [line for line in self._lines if not line.isHidden()]

    @property
    def count(self) -> int:
        """How many orders there are, those out of sight too."""
        return len(self._entries())

    def show_numbers(self, numbers: Sequence[str]) -> None:
        """The numbers in the mails of another conversation; what was known of the last one's orders goes."""
        if tuple(numbers) != tuple(self._numbers):
            self._orders, self._all = (), False
        self._numbers = tuple(numbers)
        self._fill()

    def show_orders(self, orders: Sequence[Order], now: datetime) -> None:
        """What is known of the orders of this conversation."""
        self._orders, self._now = tuple(orders), now
        self._fill()

    def forget(self) -> None:
        """Another customer: nothing is known."""
        self._orders, self._all = (), False
        self._fill()

    def _entries(self) -> list[str | Order]:
        """Known orders and bare numbers; the numbers of the mails come first, in their order."""
        known = {number_key(order.number): order for order in reversed(self._orders)}
        named = [known.get(number_key(number), number) for number in self._numbers]
        keys = {number_key(number) for number in self._numbers}
        return [*named, *(order for order in self._orders if number_key(order.number) not in keys)]

    def _fill(self) -> None:
        entries = self._entries()
        shown = entries if self._all or len(entries) <= FEW + 1 else entries[:FEW]
        while len(self._lines) < len(shown):
            self._add_line()
        for number, line in enumerate(self._lines):
            entry = shown[number] if number < len(shown) else None
            if isinstance(entry, Order) and self._now is not None:
                line.show_order(entry, self._now)
            elif isinstance(entry, str):
                line.show_number(entry)
            else:
                line.hide()
        self.none.setText(translate("Panel", "No order number in these messages."))
        self.none.setVisible(not entries)
        one, many = translate("Panel", "Show 1 more order"), translate("Panel", "Show %1 more orders")
        self.more.setText(counted(len(entries) - len(shown), one, many))
        self.more.setVisible(len(shown) < len(entries))

    def _add_line(self) -> None:
        line = OrderLine(self._theme)
        line.copy_asked.connect(self.copy_asked)
        line.search_asked.connect(self.search_asked)
        line.insert_asked.connect(self.insert_asked)
        self._column.insertWidget(len(self._lines), line)
        self._lines.append(line)

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        if len(self._lines) > FEW:
            self._lines[FEW].copy.setFocus(Qt.FocusReason.TabFocusReason)
