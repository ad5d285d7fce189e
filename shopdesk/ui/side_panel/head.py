"""The top of the panel: picture, name, address, and what the mails add up to."""

from datetime import datetime

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.customer import CustomerCard
from shopdesk.domain.order import Purchases
from shopdesk.ui.overriding import override
from shopdesk.ui.side_panel.addresses import AddressLines
from shopdesk.ui.side_panel.habits import HabitRow
from shopdesk.ui.side_panel.tags import TagRow
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_text, shortened
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import Avatar, IconButton
from shopdesk.ui.words import counted, initials, market_name, money, short_date, translate

UNKNOWN = "–"


class Numbers(QWidget):
    """Up to three numbers with a word under each."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pairs: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_numbers(self, *pairs: tuple[str, str]) -> None:
        """Pairs (number, word)."""
        if pairs != self._pairs:
            self._pairs = pairs
            self.setAccessibleName(", ".join(f"{number} {word}" for number, word in pairs if word))
            self.update()

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """What is shown."""
        return self._pairs

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.metrics(16, 600).height() + self._theme.metrics(12).height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        large, small = theme.metrics(16, 600), theme.metrics(12)
        step = self.width() // max(len(self._pairs), 1)
        for place, (number, word) in enumerate(self._pairs):
            at, room = place * step, step - theme.px(6)
            upper, lower = QPoint(at, large.height() // 2), QPoint(at, large.height() + small.height() // 2)
            upper_text, lower_text = shortened(large, number, room), shortened(small, word, room)
            draw_text(painter, upper, upper_text, theme.font(16, 600), large, theme.colour("text"))
            draw_text(painter, lower, lower_text, theme.font(12), small, theme.colour("text2"))
        painter.end()


class CustomerHead(QWidget):
    """Who it is."""

    copy_asked = Signal(str)

    def __init__(self, theme: Theme, *, wide: bool = False) -> None:
        """In: whether there is room for more than three numbers."""
        super().__init__()
        self._theme = theme
        self._wide = wide
        self._cases = 0
        self._avatar = Avatar(theme, 48)
        self.name = ElidedLabel("subject")
        self.address = ElidedLabel("meta")
        self.since = ElidedLabel("meta")
        self.copy = IconButton(theme, "copy", 24)
        self.numbers, self.mails = Numbers(theme), Numbers(theme)
        if not wide:
            self.mails.hide()
        self.tags = TagRow(theme)
        self.addresses = AddressLines(theme)
        self.habits = HabitRow(theme)
        self._card: CustomerCard | None = None
        self._purchases = Purchases()
        self._arrange()
        self.copy.clicked.connect(lambda: self.copy_asked.emit(self.address.text()))
        self.retranslate()

    def _arrange(self) -> None:
        px, second = self._theme.px, QHBoxLayout()
        second.setSpacing(px(2))
        second.addWidget(self.address, 1)
        second.addWidget(self.copy)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addLayout(second)
        words.addWidget(self.since)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(px(12))
        top.addWidget(self._avatar)
        top.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addLayout(top)
        column.addWidget(self.addresses)
        column.addWidget(self.habits)
        column.addWidget(self.numbers)
        column.addWidget(self.mails)
        column.addWidget(self.tags)

    def show_person(self, row: Conversation, *, same: bool) -> None:
        """Name, address and shop at once; the numbers of somebody else are not left standing."""
        name = row.customer_name or row.customer_email
        self._avatar.show_person(initials(name), row.customer_email or name)
        self.name.setText(name)
        self.address.setText(row.customer_email)
        self.address.setVisible(bool(row.customer_email))
        self.copy.setVisible(bool(row.customer_email))
        self.tags.show_market(market_name(row.market))
        self.tags.show_writable(writable=bool(row.customer_email))
        if not same:
            self._card, self._purchases, self._cases = None, Purchases(), 0
            self.since.setText("")
            self.tags.show_tags(())
            self.addresses.forget()
            self.habits.forget()
            self._show_numbers()

    def show_card(self, card: CustomerCard, now: datetime) -> None:
        """What was read of them."""
        self._card = card
        first = card.dealings.first_at
        since = translate("Panel", "First message %1")
        self.since.setText(since.replace("%1", short_date(first, now)) if first is not None else "")
        self.tags.show_tags(card.tags)
        self.addresses.show_joined(card.customer.address, card.joined)
        self.habits.show_card(card, now)
        self._show_numbers()

    def show_purchases(self, purchases: Purchases) -> None:
        """What they bought, where files told of it."""
        self._purchases = purchases
        self._show_numbers()

    def show_case_count(self, cases: int) -> None:
        """How many cases they have, open and archived."""
        if cases != self._cases:
            self._cases = cases
            self._show_numbers()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.copy.name(translate("Panel", "Copy the address"))
        self.tags.retranslate()
        self.addresses.retranslate()
        self.habits.retranslate()
        self._show_numbers()

    def _show_numbers(self) -> None:
        """What they bought where files told of it, else what was written; where there is room, both."""
        bought = _bought(self._purchases) if self._purchases.orders or self._wide else ()
        if bought and (self._cases or self._wide):
            word = counted(self._cases, translate("Cases", "Case"), translate("Cases", "Cases"))
            bought = (*bought, (str(self._cases), word))
        self.numbers.show_numbers(*(bought or self._written()))
        if self._wide:
            self.mails.show_numbers(*self._written(), *[("", "")] * (len(bought) - 3))

    def _written(self) -> tuple[tuple[str, str], ...]:
        facts = self._card.dealings if self._card is not None else None
        numbers = (facts.conversations, facts.open, facts.messages) if facts is not None else (None, None, None)
        words = (
            counted(numbers[0] or 0, translate("Panel", "Conversation"), translate("Panel", "Conversations")),
            translate("Panel", "Open"),
            counted(numbers[2] or 0, translate("Panel", "Message"), translate("Panel", "Messages")),
        )
        shown = (UNKNOWN if number is None else str(number) for number in numbers)
        return tuple(zip(shown, words, strict=True))


def _bought(purchases: Purchases) -> tuple[tuple[str, str], ...]:
    """Orders, money in the currency of most of them, returns."""
    currency, amount = purchases.spent[0] if purchases.spent else ("", None)
    spent = money(amount, currency, whole=True) or UNKNOWN
    orders, returns = purchases.orders, purchases.returns
    return (
        (str(orders), counted(orders, translate("Panel", "Order"), translate("Panel", "Orders"))),
        (f"{spent} +" if len(purchases.spent) > 1 else spent, translate("Panel", "Spent")),
        (str(returns), counted(returns, translate("Panel", "Return"), translate("Panel", "Returns"))),
    )
