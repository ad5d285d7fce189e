"""The panel beside a conversation: the customer, their order numbers, what else they wrote."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from shopdesk.domain.conversation import Conversation, ConversationState
from shopdesk.ui.overriding import override
from shopdesk.ui.side_panel.area import WIDTH
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import Avatar, Button, Picture, Pill, line, plain_label
from shopdesk.ui.words import counted, initials, market_name, short_date, translate

_STATE_ICONS = {
    ConversationState.NEEDS_REPLY: "mail",
    ConversationState.WAITING: "clock",
    ConversationState.SNOOZED: "calendar-clock",
    ConversationState.DONE: "circle-check",
}


class EarlierLine(Button):
    """One earlier conversation: state icon, subject, date; a click opens it."""

    def __init__(self, theme: Theme, row: Conversation, now: datetime) -> None:
        super().__init__(theme, "plain")
        self.setFixedHeight(theme.px(30))
        subject = ElidedLabel("text")
        subject.setText(row.subject or translate("Conversation", "(no subject)"))
        line_ = QHBoxLayout(self)
        line_.setContentsMargins(theme.px(4), 0, theme.px(4), 0)
        line_.setSpacing(theme.px(8))
        line_.addWidget(Picture(theme, _STATE_ICONS[row.state], 16, "text3"))
        line_.addWidget(subject, 1)
        line_.addWidget(plain_label("meta", short_date(row.last_at, now)))
        self.setAccessibleName(f"{subject.text()}, {short_date(row.last_at, now)}")
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class SidePanel(QScrollArea):
    """Facts about the customer of the open conversation."""

    order_clicked = Signal(str)
    earlier_clicked = Signal(object)
    """A `ConversationId`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._row: Conversation | None = None
        self._earlier: Sequence[Conversation] = ()
        self._now: datetime | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_customer(self, row: Conversation, now: datetime) -> None:
        """Show who this conversation is with; earlier ones come later."""
        if self._row is None or row.customer_email != self._row.customer_email:
            self._earlier = ()
        self._row, self._now = row, now
        self._build()

    def show_earlier(self, rows: Sequence[Conversation]) -> None:
        """Show other conversations with the same customer."""
        self._earlier = rows
        self._build()

    def earlier_subjects(self) -> list[str]:
        """What is listed as earlier."""
        return [row.subject for row in self._earlier]

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._build()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.colour("canvas"))
        painter.end()
        super().paintEvent(event)

    # --- building --------------------------------------------------------------------------------------

    def _build(self) -> None:
        if self._row is None or self._now is None:
            return
        px, page = self._theme.px, QWidget()
        page.setProperty("kind", "canvas")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(px(20), px(20), px(20), px(20))
        column.setSpacing(px(12))
        column.addLayout(self._customer(self._row))
        column.addLayout(self._marks(self._row))
        if self._row.order_numbers:
            column.addWidget(self._orders(self._row))
        self._add_earlier(column, self._now)
        column.addStretch(1)
        self.setWidget(page)

    def _customer(self, row: Conversation) -> QHBoxLayout:
        avatar = Avatar(self._theme, 48)
        name = row.customer_name or row.customer_email
        avatar.show_person(initials(name), row.customer_email or name)
        title, address = ElidedLabel("subject"), ElidedLabel("meta")
        title.setText(name)
        address.setText(row.customer_email)
        words = QVBoxLayout()
        words.setSpacing(self._theme.px(3))
        words.addStretch(1)
        words.addWidget(title)
        words.addWidget(address)
        words.addStretch(1)
        line_ = QHBoxLayout()
        line_.setSpacing(self._theme.px(12))
        line_.addWidget(avatar)
        line_.addLayout(words, 1)
        return line_

    def _marks(self, row: Conversation) -> QHBoxLayout:
        marks = QHBoxLayout()
        marks.setSpacing(self._theme.px(6))
        if self._earlier:
            marks.addWidget(self._pill("violet", translate("Panel", "Wrote before")))
        marks.addWidget(self._pill("grey", market_name(row.market)))
        marks.addStretch(1)
        return marks

    def _pill(self, tone: str, text: str) -> Pill:
        return Pill(self._theme, tone, "", text)

    def _orders(self, row: Conversation) -> QFrame:
        px, card = self._theme.px, QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(px(16), px(12), px(12), px(12))
        column.setSpacing(px(4))
        many = translate("Panel", "%1 order numbers")
        head = counted(len(row.order_numbers), translate("Panel", "Order number"), many)
        column.addWidget(plain_label("head", head))
        for number in row.order_numbers:
            button = Button(self._theme, "plain", "package")
            button.setText(number)
            button.setToolTip(translate("Conversation", "Copy the order number"))
            button.setAccessibleName(translate("Conversation", "Copy order number %1").replace("%1", number))
            button.clicked.connect(lambda _=False, number=number: self.order_clicked.emit(number))
            column.addWidget(button)
        return card

    def _add_earlier(self, column: QVBoxLayout, now: datetime) -> None:
        if not self._earlier:
            return
        column.addWidget(line())
        column.addWidget(plain_label("head", translate("Panel", "Other conversations")))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        for row in self._earlier:
            entry = EarlierLine(self._theme, row, now)
            entry.clicked.connect(lambda _=False, row=row: self.earlier_clicked.emit(row.id))
            lines.addWidget(entry)
        column.addLayout(lines)

    def _restyle(self) -> None:
        self.setFixedWidth(self._theme.px(WIDTH))
        self._build()
