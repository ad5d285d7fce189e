"""The messages of a conversation: the newest as cards, older ones folded into a stack."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from shopdesk.domain.ids import MessageId
from shopdesk.domain.message import Address, Message
from shopdesk.ui.conversation.card import MessageCard
from shopdesk.ui.conversation.flowing import Flowing
from shopdesk.ui.conversation.pictures import Pictures
from shopdesk.ui.conversation.stack import OneLine, Stack
from shopdesk.ui.theme.theme import Theme

if TYPE_CHECKING:
    from shopdesk.domain.thread_event import ThreadEvent
    from shopdesk.ui.conversation.event_lines import EventLines

BUILT = 3
"""Newest messages that are built at once; each older one costs as much again and is seldom wanted."""
UNFOLDED = 10
"""Messages that unfolding builds; still older ones become a line each."""
WIDEST = 768
MOST_BROUGHT_OUT = 60
"""Messages that a search builds at most, the newest ones."""


class Thread(QScrollArea):
    """Scrolls over the cards of one conversation."""

    link_clicked = Signal(str)
    customer_clicked = Signal()
    asked = Signal(object)
    """A `Wish`."""
    built = Signal()
    """The cards are other ones now."""

    def __init__(self, theme: Theme, pictures: Pictures) -> None:
        super().__init__()
        self._theme = theme
        self._pictures = pictures
        self._messages: tuple[Message, ...] = ()
        self._now: datetime | None = None
        self._customer = Address("", "")
        self._folded = True
        self.cards: list[MessageCard] = []
        self.stack: Stack | None = None
        self.lines: list[OneLine] = []
        self._events: Sequence[ThreadEvent] = ()
        self._came_to: int | None = None
        self._column_shown: QVBoxLayout | None = None
        self.event_lines: EventLines | None = None
        """What was done between the messages; None while nothing was."""
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QScrollArea.Shape.NoFrame)

    @property
    def is_folded(self) -> bool:
        """True while older messages are a stack."""
        return self._folded

    def show_messages(
        self, messages: Sequence[Message], customer: Address, now: datetime, *, keep_place: bool = False
    ) -> None:
        """Build the cards; `keep_place` keeps the scroll position and what is unfolded (the same one, changed)."""
        place = self.verticalScrollBar().value()
        self._folded = self._folded or not keep_place
        self._messages = tuple(messages)
        self._customer = customer
        self._now = now
        self._events = self._events if keep_place else ()
        self._build()
        if keep_place:
            QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(place))
        else:
            QTimer.singleShot(0, self, self._to_newest)

    def show_events(self, events: "Sequence[ThreadEvent]") -> None:
        """Put what was done between the cards; who has not scrolled yet still sees the newest message."""
        if self._column_shown is None or tuple(events) == tuple(self._events):
            return
        self._events = events
        self._place_events(self._column_shown)
        if self._came_to == self.verticalScrollBar().value():
            QTimer.singleShot(0, self, self._to_newest)

    def _place_events(self, column: QVBoxLayout) -> None:
        if self._now is None or not (self._events or self.event_lines):
            return
        from shopdesk.ui.conversation.event_lines import EventLines  # most conversations are opened without any

        if self.event_lines is None:
            self.event_lines = EventLines(self._theme, column, self._now)
        folded = self._messages[: -len(self.cards)] if self.stack is not None else ()
        self.event_lines.show(self._events, self._messages[0].at, folded[-1].at if folded else None)

    def toggle_fold(self) -> None:
        """Unfold the older messages, or fold them again."""
        if len(self._messages) > BUILT:
            self._folded = not self._folded
            self._build()

    def rebuild(self) -> None:
        """Build everything anew, after language or scale changed."""
        if self._messages:
            self._build()

    # --- building --------------------------------------------------------------------------------------

    def _build(self) -> None:
        if self._now is None:
            return
        self.cards, self.lines, self.stack, self.event_lines = [], [], None, None
        page = Flowing(self.viewport())  # all are made inside what they will stand in: each is styled but once
        page.setProperty("kind", "thread")
        holder = Flowing(page)
        column = self._column(page, holder)
        built = BUILT if self._folded else UNFOLDED
        older, newer = self._messages[:-built], self._messages[-built:]
        if older and self._folded:
            column.addWidget(self._stack(older, holder, self._now))
        elif older:
            for message in older:
                column.addWidget(self._line(message, column, self._now))
        for message in newer:
            column.addWidget(self._card(message, holder, self._now))
        column.addStretch(1)
        self._column_shown = column
        self._place_events(column)
        self.setWidget(page)
        self.built.emit()

    def _column(self, page: QWidget, holder: QWidget) -> QVBoxLayout:
        px = self._theme.px
        holder.setMaximumWidth(px(WIDEST))
        row = QHBoxLayout(page)
        row.setContentsMargins(px(24), px(18), px(24), px(24))
        row.addWidget(holder, 1)
        row.addStretch(0)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        return column

    def _stack(self, older: Sequence[Message], holder: QWidget, now: datetime) -> Stack:
        self.stack = Stack(self._theme, older, now, holder)
        self.stack.clicked.connect(self.toggle_fold)
        return self.stack

    def _line(self, message: Message, column: QVBoxLayout, now: datetime) -> OneLine:
        line = OneLine(self._theme, message, self._customer, now)
        line.clicked.connect(lambda: self._open_line(line, column, now))
        self.lines.append(line)
        return line

    def _open_line(self, line: OneLine, column: QVBoxLayout, now: datetime) -> None:
        by_person = line.hasFocus() or line.underMouse()
        card = self._card(line.message, line.parentWidget(), now)
        column.replaceWidget(line, card)
        self.lines.remove(line)
        line.deleteLater()
        if by_person:
            card.text.setFocus()

    def _card(self, message: Message, holder: QWidget | None, now: datetime) -> MessageCard:
        card = MessageCard(self._theme, message, self._customer, self._pictures, now, holder)
        card.link_clicked.connect(self.link_clicked)
        card.customer_clicked.connect(self.customer_clicked)
        card.is_first = message is self._messages[0]
        card.asked.connect(self.asked)
        self.cards.append(card)
        return card

    def bring_out(self, words: str) -> None:
        """Build the cards of all messages that have these words in them, as far as there is room for them."""
        wanted = [m for m in self._messages if words.casefold() in m.mail.text.casefold()][-MOST_BROUGHT_OUT:]
        if self._folded and any(self.card_of(message.id) is None for message in wanted):
            self.toggle_fold()
        numbers = {message.id for message in wanted}
        for line in [line for line in self.lines if line.message.id in numbers]:
            line.click()
        self.cards.sort(key=lambda card: self._messages.index(card.message))

    def show_place(self, card: MessageCard, place: QRect) -> None:
        """Scroll so that a place in the text of a card is in sight."""
        page = self.widget()
        if page is None:
            return
        layout = page.layout()
        if layout is not None:
            layout.activate()
        at = card.text.mapTo(page, place.center())
        self.ensureVisible(at.x(), at.y(), self._theme.px(24), self._theme.px(80))

    def card_of(self, message: MessageId) -> MessageCard | None:
        """The built card of a message."""
        return next((card for card in self.cards if card.message.id == message), None)

    def _to_newest(self) -> None:
        """Show the newest message from its beginning."""
        if self.cards:
            last = self.cards[-1]
            bar = self.verticalScrollBar()
            bar.setValue(min(bar.maximum(), max(0, last.y() - self._theme.px(120))))
            self._came_to = bar.value()
