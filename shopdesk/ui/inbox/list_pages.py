"""The rows, or what stands in their place."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from shopdesk.ui.inbox.presenter import ListState
from shopdesk.ui.theme.theme import Theme

if TYPE_CHECKING:
    from shopdesk.ui.inbox.empty_page import EmptyPage
    from shopdesk.ui.inbox.placeholder import Placeholder

PATIENCE_MS = 150
"""What takes no longer leaves the old rows where they are."""


class ListPages(QStackedWidget):
    """Turns between rows, grey lines of text and grey rows; the latter two are made when first needed."""

    turned = Signal(bool)
    """Another page is shown; whether the keys were in the one before."""
    offer_taken = Signal(object)
    """An `Offer` of the empty page."""

    def __init__(self, theme: Theme, rows: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._rows = rows
        self._state = (ListState.ROWS, "", False)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PATIENCE_MS)
        self._wait.timeout.connect(lambda: self._turn(self.placeholder))
        self.addWidget(rows)

    @cached_property
    def empty(self) -> "EmptyPage":
        """Why there are no rows."""
        from shopdesk.ui.inbox.empty_page import EmptyPage

        page = EmptyPage(self._theme)
        page.taken.connect(self.offer_taken)
        self.addWidget(page)
        return page

    @cached_property
    def placeholder(self) -> "Placeholder":
        """Rows are on their way."""
        from shopdesk.ui.inbox.placeholder import Placeholder

        page = Placeholder(self._theme)
        self.addWidget(page)
        return page

    @property
    def shows_rows(self) -> bool:
        """True unless another page stands in their place."""
        return self.currentWidget() is self._rows

    @property
    def empty_text(self) -> str:
        """The first of the grey lines; empty while they are not shown."""
        return self.empty.title.text() if self._state[0] in _WORDY and not self.shows_rows else ""

    def show_state(self, state: ListState, words: str, *, is_limited: bool) -> None:
        """Show what fits the state; `words` and `is_limited` are for a search without a hit."""
        self._state = (state, words, is_limited)
        if state is ListState.SEARCHING:
            if not self._wait.isActive():
                self._wait.start()
            return
        self._wait.stop()
        if state in _WORDY:
            self.empty.say(state, words, is_limited=is_limited)
        self._turn(self.empty if state in _WORDY else self._rows)

    def retranslate(self) -> None:
        """Say the state in the present language."""
        state, words, is_limited = self._state
        if state in _WORDY:
            self.empty.say(state, words, is_limited=is_limited)

    def _turn(self, page: QWidget) -> None:
        if self.currentWidget() is not page:
            had_keys = self.isAncestorOf(self.window().focusWidget())
            self.setCurrentWidget(page)
            self.turned.emit(had_keys)


_WORDY = {ListState.EMPTY, ListState.FILTERED, ListState.NO_HIT}
