"""The cards under the customer, in the order and folded as somebody wants them."""

from collections.abc import Mapping
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.ui.preferences import Preferences
from shopdesk.ui.side_panel.order import CASES, NOTES, ORDERS, PROMISES, CardOrder
from shopdesk.ui.side_panel.section import Section
from shopdesk.ui.theme.theme import Theme


class Cards(QWidget):
    """Folds and moves cards, and remembers it."""

    def __init__(self, theme: Theme, bodies: Mapping[str, QWidget], preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._titles: dict[str, tuple[str, int]] = {}
        self.order = CardOrder.read(preferences.panel_cards)
        self.sections = {
            name: Section(theme, body, framed=name in {ORDERS, CASES, PROMISES}, button="plus" if name == NOTES else "")
            for name, body in bodies.items()
        }
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(12))
        for name, section in self.sections.items():
            section.fold_asked.connect(partial(self.fold, name))
            section.move_asked.connect(partial(self.move_card, name))
        self._place()

    def show_titles(self, titles: Mapping[str, tuple[str, int]]) -> None:
        """Title and number of each card; an empty number card of orders is no card at all."""
        self._titles = dict(titles)
        for name, (title, count) in titles.items():
            self.sections[name].show_words(title, count, folded=name in self.order.folded)
        for name in (ORDERS, CASES, PROMISES):
            self.sections[name].setVisible(titles[name][1] > 0)

    def fold(self, name: str) -> None:
        """Fold a card, or unfold it."""
        self.order = self.order.toggled(name)
        self._remember()
        self.show_titles(self._titles)

    def unfold(self, name: str) -> None:
        """Make sure that a card can be seen."""
        if name in self.order.folded:
            self.fold(name)

    def move_card(self, name: str, by: int) -> None:
        """Put a card further up (-1) or down (+1); the keys stay on it."""
        shown = [each for each, section in self.sections.items() if not section.isHidden()]
        self.order = self.order.moved(name, by, shown)
        self._remember()
        self._place()
        self.sections[name].head.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _place(self) -> None:
        for place, name in enumerate(self.order.cards):
            section = self.sections[name]
            self._column.removeWidget(section)
            self._column.insertWidget(place, section)
            chain = [section.head, section.add, section.more, section.body]
            for before, after in pairwise(chain):
                if before is not None and after is not None:
                    QWidget.setTabOrder(before, after)

    def _remember(self) -> None:
        self._preferences.panel_cards = self.order.words()
