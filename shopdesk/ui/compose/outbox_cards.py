"""Mails of the open conversation on their way out: where they stand, and what can be done."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.outbox import OutboxItem
from shopdesk.ui.compose.outbox_words import Deal, deal_text, deals_of, is_trouble, state_text, to_text
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import Button, Picture, plain_label
from shopdesk.ui.words import translate


class OutboxCard(QFrame):
    """One mail: subject and recipients, then its line with what can be done."""

    def __init__(self, theme: Theme, item: OutboxItem, now: datetime) -> None:
        super().__init__()
        self.item = item
        trouble = is_trouble(item)
        self.setProperty("kind", "sending")
        self.setProperty("tone", "red" if trouble else "")
        self.words = plain_label("failed" if trouble else "meta2", state_text(item, now), wrap=True)
        self.buttons = {deal: Button(theme, "link") for deal in deals_of(item)}
        px = theme.px
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(Picture(theme, "circle-alert" if trouble else "send", 16, "red" if trouble else "accent_t"))
        about = translate("Outbox", "To %1: %2").replace("%1", to_text(item)).replace("%2", item.subject)
        title = ElidedLabel("label")
        title.setText(about)
        head.addWidget(title, 1)
        foot = QHBoxLayout()
        foot.setSpacing(px(4))
        foot.addWidget(self.words, 1)
        for deal, button in self.buttons.items():
            button.setText(deal_text(deal))
            button.setAccessibleName(f"{deal_text(deal)}: {about}")
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(8), px(12), px(6))
        column.setSpacing(px(2))
        column.addLayout(head)
        column.addLayout(foot)


class OutboxCards(QWidget):
    """All of them, the oldest first; hidden while there are none."""

    deal_chosen = Signal(object, object)
    """An `OutboxItem` and a `Deal`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Sequence[OutboxItem], datetime] | None = None
        self.cards: list[OutboxCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self.retranslate)
        self.hide()

    def show_items(self, items: Sequence[OutboxItem], now: datetime) -> None:
        """Show these instead."""
        self._shown = items, now
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [OutboxCard(self._theme, item, now) for item in items]
        self._column.setSpacing(self._theme.px(8))
        for card in self.cards:
            for deal, button in card.buttons.items():
                button.clicked.connect(lambda _=False, i=card.item, d=deal: self.deal_chosen.emit(i, d))
            self._column.addWidget(card)
        self.setVisible(bool(items))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        if self._shown is not None:
            self.show_items(*self._shown)

    def button(self, deal: Deal) -> Button | None:
        """The first button of a kind."""
        return next((card.buttons[deal] for card in self.cards if deal in card.buttons), None)
