"""What stands in place of rows: two grey lines that say why, and what to do about it."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.ui.inbox.presenter import ListState
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate


class Offer(Enum):
    """A way out of an empty list."""

    CLEAR_FILTER = "clear_filter"
    SEARCH_ALL = "search_all"
    """Search for the words alone, through no filter."""
    CLEAR_SEARCH = "clear_search"


def offer_text(offer: Offer) -> str:
    """The words of its button."""
    return {
        Offer.CLEAR_FILTER: translate("Inbox", "Clear filter"),
        Offer.SEARCH_ALL: translate("Inbox", "Search everything"),
        Offer.CLEAR_SEARCH: translate("Inbox", "Clear search"),
    }[offer]


class EmptyPage(QWidget):
    """Says why there are no rows."""

    taken = Signal(object)
    """An `Offer` was chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title = plain_label("label", wrap=True)
        self.words = plain_label("meta", wrap=True)
        self.buttons = {offer: Button(theme, "secondary") for offer in Offer}
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(40), 0, theme.px(40), 0)
        column.addStretch(2)
        for words in (self.title, self.words):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        column.addSpacing(theme.px(8))
        for offer, button in self.buttons.items():
            button.clicked.connect(lambda _=False, offer=offer: self.taken.emit(offer))
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, state: ListState, words: str, *, is_limited: bool) -> None:
        """Show a state; `words` is what was searched for, `is_limited` whether a search could reach further."""
        title, hint = _texts(state, words)
        self.title.setText(title)
        self.words.setText(hint)
        offers = _offers(state, is_limited=is_limited)
        for offer, button in self.buttons.items():
            button.setText(offer_text(offer))
            button.setVisible(offer in offers)


def _texts(state: ListState, words: str) -> tuple[str, str]:
    if state is ListState.NO_HIT:
        title = translate("Inbox", "Nothing for ‘%1’").replace("%1", words)
        return title, translate("Inbox", "Try fewer words, a name or an order number. Esc leads back.")
    if state is ListState.FILTERED:
        return (
            translate("Inbox", "Nothing fits the filter"),
            translate("Inbox", "There may be more in this list without it."),
        )
    return (
        translate("Inbox", "Nothing here right now"),
        translate("Inbox", "New messages appear the moment they arrive."),
    )


def _offers(state: ListState, *, is_limited: bool) -> Sequence[Offer]:
    if state is ListState.FILTERED:
        return (Offer.CLEAR_FILTER,)
    if state is ListState.NO_HIT:
        return (Offer.SEARCH_ALL, Offer.CLEAR_SEARCH) if is_limited else (Offer.CLEAR_SEARCH,)
    return ()
