"""All mails on their way out, with what can be done about each."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from shopdesk.domain.outbox import OutboxItem
from shopdesk.ui.compose.outbox_cards import OutboxCards
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate

_SIZE = (640, 460)


class OutboxDialog(QDialog):
    """A list of cards; nothing to decide is said in a line."""

    deal_chosen = Signal(object, object)
    """An `OutboxItem` and a `Deal`."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        px = theme.px
        self.setProperty("kind", "surface")
        self.setWindowTitle(translate("Outbox", "Outbox"))
        self.resize(px(_SIZE[0]), px(_SIZE[1]))
        self.cards = OutboxCards(theme)
        self.cards.deal_chosen.connect(self.deal_chosen)
        self.empty = plain_label("body", wrap=True)
        self.close_button = Button(theme, "secondary")
        self.close_button.setText(translate("Outbox", "Close"))
        self.close_button.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(12))
        column.addWidget(plain_label("pane", translate("Outbox", "Outbox")))
        column.addWidget(self._area(px(8)), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)

    def _area(self, edge: int) -> QScrollArea:
        page = QWidget()
        page.setProperty("kind", "thread")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, edge, 0)
        inside.addWidget(self.cards)
        inside.addWidget(self.empty)
        inside.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def show_items(self, items: Sequence[OutboxItem], now: datetime) -> None:
        """Show these instead."""
        self.cards.show_items(items, now)
        self.empty.setText(translate("Outbox", "Nothing waits: every mail has left."))
        self.empty.setVisible(not items)
