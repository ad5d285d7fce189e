"""What the inbox shows, kept true: rows and counts follow the store, and what a person did before it knows."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import Enum
from typing import Protocol

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Conversation, ListFilter, TabCounts
from shopdesk.domain.ids import ConversationId
from shopdesk.ui.desk import Desk, Now
from shopdesk.ui.inbox.listing import Listing
from shopdesk.ui.inbox.sections import section_at
from shopdesk.ui.inbox.selection import Selection
from shopdesk.ui.inbox.tabs import Tab, moved
from shopdesk.ui.writes import Deed

FEW = 48
"""Up to so many touched conversations are put in their places one by one; more are cheaper by asking for the order."""


class ListState(Enum):
    """What stands where the rows would be."""

    ROWS = "rows"
    EMPTY = "empty"
    FILTERED = "filtered"
    """Nothing fits the filter."""
    SEARCHING = "searching"
    """The search is under way; what was shown stays for a moment."""
    NO_HIT = "no_hit"


class InboxView(Protocol):
    """The widgets of the inbox; they ask nothing and decide nothing."""

    def show_tab(self, tab: Tab) -> None: ...
    def show_counts(self, counts: TabCounts, totals: TabCounts) -> None:
        """The numbers through the filter, and those without it."""

    def show_state(self, state: ListState, words: str) -> None:
        """`words` are what was searched for, empty outside a search."""

    def show_selected(self, conversation: ConversationId | None, *, by_person: bool) -> None:
        """Show and open this conversation; `by_person` is False when nobody chose it."""

    def keep_selected(self, conversation: ConversationId | None) -> None:
        """Rows came or went: mark the same conversation as before, without opening or scrolling."""

    def show_deed(self, deed: Deed, count: int = 1) -> None:
        """`count` conversations were changed."""

    def show_undone(self, deed: Deed, count: int = 1) -> None: ...
    def show_failure(self, error: Exception) -> None: ...
    def show_settled(self, conversation: ConversationId) -> None:
        """The store now has what was done to a conversation."""


class ShownInbox:
    """Which rows, tab, filter and counts are shown; `InboxPresenter` lets people move about in them."""

    def __init__(self, desk: Desk, view: InboxView, now: Now) -> None:
        self._desk = desk
        self._view = view
        self._now = now
        self._words = ""
        self.tab = Tab.NEEDS_REPLY
        self.only = ListFilter()
        """The filter of this session."""
        self.counts = TabCounts()
        """What the tabs say: the numbers through the filter."""
        self.totals = TabCounts()
        """The numbers without it."""
        self.current: ConversationId | None = None
        self.listing = Listing(desk.conversations.rows)
        self.selection = Selection(self.listing)
        self.is_pending: Callable[[ConversationId], bool] = lambda _: False
        """Whether a write for a conversation is under way; the store's facts about it are old then."""
        self.unsettled: Callable[[], Iterable[tuple[Conversation, Conversation]]] = lambda: ()
        """Rows as the store still has them, and as the screen already shows them."""

    @property
    def is_searching(self) -> bool:
        """True while search results stand in place of a tab."""
        return bool(self._words)

    # --- news --------------------------------------------------------------------------------------

    def apply(self, changes: Changes) -> None:
        """Something was written here or by the engine: fetch only what is named."""
        for gone in changes.removed_conversations:
            self.listing.drop(gone)
        touched = [number for number in changes.conversations if not self.is_pending(number)]
        if touched or changes.removed_conversations:
            self.refresh(touched)

    def tick(self) -> None:
        """Time went by: what became overdue moves under that heading."""
        self.listing.regroup()
        self._view.keep_selected(self.current)

    # --- what triage asks for ----------------------------------------------------------------------

    def show_as(self, pairs: Iterable[tuple[Conversation, Conversation]]) -> None:
        """Show rows (before, after) changed by a person before the store knows of it, counts included."""
        changed = list(pairs)
        for before, after in changed:
            self.counts = moved(self.counts, before, after, self.only)
            self.totals = moved(self.totals, before, after, ListFilter())
        self._view.show_counts(self.counts, self.totals)
        self._place_all([after for _, after in changed])
        self._show_state()

    def refresh(self, conversations: Sequence[ConversationId]) -> None:
        """Take over what the store knows of conversations."""
        if len(conversations) > FEW and not self.is_searching:
            self.listing.bring_in_line(self._ids(), conversations)
            self._place_unsettled()
        else:
            self._refetch(conversations)
        self._recount()
        self._show_state()
        self._view.keep_selected(self.current)

    # --- inside ------------------------------------------------------------------------------------

    def _load(self) -> None:
        headings = (lambda row: section_at(row, self._now())) if self.tab is Tab.NEEDS_REPLY else None
        self.listing.load(self._ids(), self.tab.sort_key, headings)
        self._place_unsettled()
        self._show_state()

    def _ids(self) -> "array[int]":
        return self.tab.ids(self._desk.conversations, self.only, self._now())

    def _place_unsettled(self) -> None:
        self._place_all([shown for _, shown in self.unsettled()])

    def _refetch(self, touched: Sequence[ConversationId]) -> None:
        rows = self._desk.conversations.rows(touched) if touched else ()
        for number in set(touched) - {row.id for row in rows}:
            self.listing.drop(number)
        self._place_all(rows)

    def _place_all(self, rows: Sequence[Conversation]) -> None:
        if len(rows) <= FEW or self.is_searching:
            for row in rows:
                self._place(row)
        else:
            staying = [row for row in rows if self._belongs(row)]
            self.listing.put_all(staying, {row.id for row in rows} - {row.id for row in staying})

    def _place(self, row: Conversation) -> None:
        """Show a row where it belongs now; a search keeps its rows, whatever becomes of them."""
        if self.is_searching:
            known = self.listing.row_of(row.id) is not None and self.listing.known(row.id)
            if known:
                self.listing.put(replace(row, snippet=known.snippet))
        elif self._belongs(row):
            self.listing.put(row)
        else:
            self.listing.drop(row.id)

    def _belongs(self, row: Conversation) -> bool:
        """Whether a row is shown; what was just read stays as long as it is open."""
        is_open = row.id == self.current and self.listing.row_of(row.id) is not None
        only = replace(self.only, unread=False) if is_open else self.only
        return self.tab.holds(row) and only.lets_through(row)

    def _show_state(self) -> None:
        self.selection.prune()
        empty = ListState.FILTERED if self.only.is_on else ListState.EMPTY
        state = ListState.ROWS if len(self.listing) else ListState.NO_HIT if self.is_searching else empty
        self._view.show_state(state, self._words)

    def _recount(self) -> None:
        unsettled = list(self.unsettled())
        self.totals = self._desk.conversations.counts()
        self.counts = self._desk.conversations.counts(self.only) if self.only.is_on else self.totals
        for stored, shown in unsettled:
            self.counts = moved(self.counts, stored, shown, self.only)
            self.totals = moved(self.totals, stored, shown, ListFilter())
        self._view.show_counts(self.counts, self.totals)
