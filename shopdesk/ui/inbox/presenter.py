"""The inbox without Qt: which tab and conversation are shown, and what the keys do to them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from shopdesk.domain.control import SimpleControl
from shopdesk.domain.conversation import ListFilter
from shopdesk.domain.errors import Cancelled
from shopdesk.domain.ids import ConversationId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk, FoundConversation, Now
from shopdesk.ui.inbox.shown_inbox import InboxView, ListState, ShownInbox
from shopdesk.ui.inbox.tabs import Tab

__all__ = ["InboxPresenter", "InboxView", "ListState"]


_THESE = "\u2063"
"""Stands for the words of a search while a chosen few are shown; nobody types it."""


class Spot(NamedTuple):
    """Where a person was in a tab."""

    current: ConversationId | None
    place: int
    """How far the list was scrolled, in px."""


class InboxPresenter(ShownInbox):
    """Answers everything a person does in the inbox."""

    def __init__(self, desk: Desk, searching: WorkLane, view: InboxView, now: Now) -> None:
        super().__init__(desk, view, now)
        self._searching = searching
        self._search_control = SimpleControl()
        self._spots: dict[Tab, Spot] = {}
        self.tell_filter: Callable[[ListFilter], None] = lambda _: None
        """Told the filter whenever it is another one."""
        self.scroll_place: Callable[[], int] = lambda: 0
        """How far the list is scrolled, in px."""
        self.scroll_back: Callable[[int], None] = lambda _: None
        """Scrolls the list to such a place."""

    # --- moving about ------------------------------------------------------------------------------

    def start(self) -> None:
        """Show the first page."""
        self._recount()
        self.choose_tab(Tab.NEEDS_REPLY)

    def choose_tab(self, tab: Tab) -> None:
        """Show another tab where it was left, or this one from its first row, and leave the search."""
        if not self._words and len(self.listing):
            self._spots[self.tab] = Spot(self.current, self.scroll_place())
        again = tab is self.tab and not self._words
        self._words = ""
        self._search_control.cancel()
        self.tab = tab
        self.selection.clear()
        self._view.show_tab(tab)
        self._load()
        spot = None if again else self._spots.get(tab)
        kept = spot is not None and spot.current is not None and self.listing.row_of(spot.current) is not None
        self.select(spot.current if spot is not None and kept else self.listing.step(None, 0), by_person=False)
        if spot is not None and kept:
            self.scroll_back(spot.place)

    def choose(self, conversation: ConversationId | None) -> None:
        """A person chose a row."""
        if conversation is not None and conversation != self.current:
            self.select(conversation, by_person=True)

    def go(self, by: int) -> None:
        """The next (+1) or previous (-1) conversation; stays at the ends."""
        target = self.listing.step(self.current, by)
        if target is not None and target != self.current:
            self.select(target, by_person=True)

    def extend(self, by: int) -> None:
        """Let the selection reach one row further (+1 down, -1 up) and go there; nobody reads on the way."""
        target = self.listing.step(self.current, by) or self.current
        if target is not None:
            self.selection.extend(target, self.current)
            self.select(target, by_person=False)

    def extend_to(self, conversation: ConversationId) -> None:
        """Let the selection reach to a conversation and go there."""
        self.selection.extend(conversation, self.current)
        self.select(conversation, by_person=False)

    def targets(self) -> Sequence[ConversationId]:
        """What an action is about: the selected conversations, else the current one."""
        if len(self.selection):
            return self.selection.ids()
        return [] if self.current is None else [self.current]

    def filter(self, only: ListFilter) -> None:
        """Show only what a filter lets through, in every tab."""
        if only == self.only:
            return
        self.only = only
        self._spots.clear()
        self.tell_filter(only)
        self._recount()
        words, self._words = self._words, ""
        if words:
            self.search(words)
        else:
            self.selection.clear()
            self._load()
            stays = self.current is not None and self.listing.row_of(self.current) is not None
            self.select(self.current if stays else self.listing.step(None, 0), by_person=False)

    # --- search ------------------------------------------------------------------------------------

    def search(self, text: str) -> None:
        """What was typed so far; each call replaces the one before. Nothing typed leads back to the tab."""
        words = text.strip()
        if words == self._words:
            return
        if words and not self._words:
            self._spots[self.tab] = Spot(self.current, self.scroll_place())
        self._words, before = words, self._words
        if not words:
            self._words = before  # the tab is shown where it was left
            self.choose_tab(self.tab)
            return
        self._view.show_state(ListState.SEARCHING, words)
        self._search_control.cancel()
        self._search_control = control = SimpleControl()
        self._searching.replace(
            lambda: self._desk.search.find(words, control=control),
            lambda found: self._show_found(words, found),
            self._search_failed,
        )

    def stop_searching(self) -> None:
        """Interrupt the search that runs: nobody waits for its answer any more."""
        self._search_control.cancel()

    def _search_failed(self, failure: Exception) -> None:
        if not isinstance(failure, Cancelled):
            self._view.show_failure(failure)

    @property
    def is_search_limited(self) -> bool:
        """Whether a filter or a word such as from: keeps hits away."""
        return self.only.is_on or _plain(self._words) != self._words

    def search_everything(self) -> str:
        """Take the filter away; returns the words to search for, without those that narrow."""
        words = _plain(self._words)
        self.filter(ListFilter())
        return words

    def _show_found(self, words: str, found: Sequence[FoundConversation]) -> None:
        if words != self._words:
            return
        hits = [hit for hit in found if self.only.lets_through(hit.conversation)]
        rows = [replace(hit.conversation, snippet=hit.hit.snippet or hit.conversation.snippet) for hit in hits]
        self.selection.clear()
        self.listing.load([row.id for row in rows], known=rows)
        self._show_state()
        self.select(self.listing.step(None, 0), by_person=False)

    def show_these(self, conversations: Sequence[ConversationId]) -> None:
        """Show exactly these, in this order; they stay whatever becomes of them. A tab or a search leads away."""
        if not self._words:
            self._spots[self.tab] = Spot(self.current, self.scroll_place())
        self._search_control.cancel()
        self._words = _THESE
        rows = self._desk.conversations.rows(conversations)
        self.selection.clear()
        self.listing.load([row.id for row in rows], known=rows)
        self._show_state()
        self.select(self.listing.step(None, 0), by_person=False)

    @property
    def shows_these(self) -> bool:
        """Whether a chosen few are shown."""
        return self._words == _THESE

    # --- what triage asks for ----------------------------------------------------------------------

    def select(self, conversation: ConversationId | None, *, by_person: bool) -> None:
        """Make this the current conversation; `by_person` is False when nobody chose it."""
        left, self.current = self.current, conversation
        if left is not None and left != conversation:
            self._let_go(left)
        self._view.show_selected(conversation, by_person=by_person)

    # --- inside ------------------------------------------------------------------------------------

    def _let_go(self, conversation: ConversationId) -> None:
        """A person went on: what stayed only because it was open leaves now."""
        if self.only.unread and not self.is_searching and self.listing.row_of(conversation) is not None:
            row = self.listing.known(conversation)
            if row is not None and not self.only.lets_through(row):
                self.listing.drop(conversation)


def _plain(words: str) -> str:
    """Nobody has searched before the first picture."""
    from shopdesk.ui.inbox.search_text import plain_words

    return plain_words(words)
