"""A bar for each topic that comes up far more often than usual today, with its mails behind a button."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.conversation import Conversation
from shopdesk.ui.reports.presenter import RisenTopic
from shopdesk.ui.reports.wording import rise_text
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, Picture, plain_label
from shopdesk.ui.words import translate

MOST, MOST_MAILS = 3, 20


class RiseCard(QFrame):
    """One topic."""

    chosen = Signal(object)
    """The `Conversation` that is wanted."""

    def __init__(self, theme: Theme, risen: RisenTopic) -> None:
        super().__init__()
        px = theme.px
        self.setProperty("kind", "doubt")
        self._words = rise_text(risen.rise)
        self.switch = Button(theme, "secondary")
        self.lines = [self._line(theme, row) for row in risen.rows[:MOST_MAILS]]
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(Picture(theme, "triangle-alert", 16, "amber"))
        head.addWidget(plain_label("alarm", self._words, wrap=True), 1)
        head.addWidget(self.switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(8), px(10), px(8))
        column.setSpacing(px(2))
        column.addLayout(head)
        for button in self.lines:
            column.addWidget(button)
            button.hide()
        self.switch.clicked.connect(self._turn)
        self._name_switch(shown=False)

    def _line(self, theme: Theme, row: Conversation) -> Button:
        button = Button(theme, "plain", "mail")
        button.setText(f"{row.customer_name or row.customer_email} – {row.subject}".replace("&", "&&"))
        button.clicked.connect(lambda _=False: self.chosen.emit(row))
        return button

    def _turn(self) -> None:
        shown = not any(button.isVisible() for button in self.lines)
        for button in self.lines:
            button.setVisible(shown)
        self._name_switch(shown=shown)

    def _name_switch(self, *, shown: bool) -> None:
        text = translate("Reports", "Hide mails") if shown else translate("Reports", "Show mails")
        self.switch.setText(text)
        self.switch.setAccessibleName(f"{text}: {self._words}")


class RiseBar(QWidget):
    """Hidden while nothing rose."""

    chosen = Signal(object)
    """The `Conversation` that is wanted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.cards: list[RiseCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def show_rises(self, rises: Sequence[RisenTopic]) -> None:
        """Show the strongest of these."""
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [RiseCard(self._theme, rise) for rise in rises[:MOST]]
        for card in self.cards:
            card.chosen.connect(self.chosen)
            self._column.addWidget(card)
        self.setVisible(bool(self.cards))
