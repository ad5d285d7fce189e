"""The inbox without Qt: which tab and conversation are shown, and what the keys do to them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import Enum
from typing import Protocol

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Conversation, TabCounts
from shopdesk.domain.ids import ConversationId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk, FoundConversation, Now
from shopdesk.ui.inbox.listing import Listing
from shopdesk.ui.inbox.sections import Section
from shopdesk.ui.inbox.tabs import Tab, moved
from shopdesk.ui.writes import Deed

FEW = 48
"""Up to so many touched conversations are put in their places one by one; more are cheaper by asking for the order."""


class ListState(Enum):
    """What stands where the rows would be."""

    ROWS = "rows"
    EMPTY = "empty"
    NO_HIT = "no_hit"


class InboxView(Protocol):
    """The widgets of the inbox; they ask nothing and decide nothing."""

    def show_tab(self, tab: Tab) -> None: ...
    def show_counts(self, counts: TabCounts) -> None: ...
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


class InboxPresenter:
    """Answers everything a person does in the inbox."""

    def __init__(self, desk: Desk, searching: WorkLane, view: InboxView, now: Now) -> None:
        self._desk = desk
        self._searching = searching
        self._view = view
        self._now = now
        self._words = ""
        self.tab = Tab.NEEDS_REPLY
        self.counts = TabCounts()
        self.current: ConversationId | None = None
        self.listing = Listing(desk.conversations.rows)
        self.is_pending: Callable[[ConversationId], bool] = lambda _: False
        """Whether a write for a conversation is under way; the store's facts about it are old then."""
        self.unsettled: Callable[[], Iterable[tuple[Conversation, Conversation]]] = lambda: ()
        """Rows as the store still has them, and as the screen already shows them."""

    # --- moving about ------------------------------------------------------------------------------

    def start(self) -> None:
        """Show the first page."""
        self.counts = self._desk.conversations.counts()
        self._view.show_counts(self.counts)
        self.choose_tab(Tab.NEEDS_REPLY)

    def choose_tab(self, tab: Tab) -> None:
        """Show another tab from its first row, and leave the search."""
        self._words = ""
        self.tab = tab
        self._view.show_tab(tab)
        headings = self._section if tab is Tab.NEEDS_REPLY else None
        self.listing.load(tab.ids(self._desk.conversations), tab.sort_key, headings)
        for _, shown in self.unsettled():
            self._place(shown)
        self._show_state()
        self.select(self.listing.step(None, 0), by_person=False)

    def choose(self, conversation: ConversationId | None) -> None:
        """A person chose a row."""
        if conversation is not None and conversation != self.current:
            self.select(conversation, by_person=True)

    def go(self, by: int) -> None:
        """The next (+1) or previous (-1) conversation; stays at the ends."""
        target = self.listing.step(self.current, by)
        if target is not None and target != self.current:
            self.select(target, by_person=True)

    # --- search ------------------------------------------------------------------------------------

    def search(self, text: str) -> None:
        """What was typed so far; each call replaces the one before. Nothing typed leads back to the tab."""
        words = text.strip()
        if words == self._words:
            return
        self._words = words
        if not words:
            self.choose_tab(self.tab)
            return
        self._searching.replace(
            lambda: self._desk.search.find(words),
            lambda found: self._show_found(words, found),
            self._view.show_failure,
        )

    @property
    def is_searching(self) -> bool:
        """True while search results stand in place of a tab."""
        return bool(self._words)

    def _show_found(self, words: str, found: Sequence[FoundConversation]) -> None:
        if words != self._words:
            return
        rows = [replace(hit.conversation, snippet=hit.hit.snippet or hit.conversation.snippet) for hit in found]
        self.listing.load([row.id for row in rows], known=rows)
        self._show_state()
        self.select(self.listing.step(None, 0), by_person=False)

    # --- news --------------------------------------------------------------------------------------

    def apply(self, changes: Changes) -> None:
        """Something was written here or by the engine: fetch only what is named."""
        for gone in changes.removed_conversations:
            self.listing.drop(gone)
        touched = [number for number in changes.conversations if not self.is_pending(number)]
        if len(touched) > FEW and not self.is_searching:
            self.listing.bring_in_line(self.tab.ids(self._desk.conversations), touched)
        else:
            self._refetch(touched)
        if touched or changes.removed_conversations:
            self._recount()
            self._show_state()
            self._view.keep_selected(self.current)

    def tick(self) -> None:
        """Time went by: what became overdue moves under that heading."""
        self.listing.regroup()
        self._view.keep_selected(self.current)

    # --- what triage asks for ----------------------------------------------------------------------

    def select(self, conversation: ConversationId | None, *, by_person: bool) -> None:
        """Make this the current conversation; `by_person` is False when nobody chose it."""
        self.current = conversation
        self._view.show_selected(conversation, by_person=by_person)

    def show_as(self, before: Conversation, after: Conversation) -> None:
        """Show a row changed by a person before the store knows of it, counts included."""
        self.counts = moved(self.counts, before, after)
        self._view.show_counts(self.counts)
        self._place(after)
        self._show_state()

    def refresh(self, conversations: Sequence[ConversationId]) -> None:
        """Take over what the store knows of conversations."""
        self._refetch(list(conversations))
        self._recount()
        self._show_state()
        self._view.keep_selected(self.current)

    # --- inside ------------------------------------------------------------------------------------

    def _refetch(self, touched: list[ConversationId]) -> None:
        rows = {row.id: row for row in self._desk.conversations.rows(touched)} if touched else {}
        for number in touched:
            row = rows.get(number)
            if row is None:
                self.listing.drop(number)
            else:
                self._place(row)

    def _place(self, row: Conversation) -> None:
        """Show a row where it belongs now; a search keeps its rows, whatever becomes of them."""
        if self.is_searching:
            known = self.listing.row_of(row.id) is not None and self.listing.known(row.id)
            if known:
                self.listing.put(replace(row, snippet=known.snippet))
        elif self.tab.holds(row):
            self.listing.put(row)
        else:
            self.listing.drop(row.id)

    def _show_state(self) -> None:
        state = ListState.ROWS if len(self.listing) else ListState.NO_HIT if self.is_searching else ListState.EMPTY
        self._view.show_state(state, self._words)

    def _recount(self) -> None:
        unsettled = list(self.unsettled())
        self.counts = self._desk.conversations.counts()
        for stored, shown in unsettled:
            self.counts = moved(self.counts, stored, shown)
        self._view.show_counts(self.counts)

    def _section(self, conversation: Conversation) -> Section:
        due, now = conversation.due_at, self._now()
        if due is None:
            return Section.LATER
        if due <= now:
            return Section.OVERDUE
        return Section.DUE_TODAY if due.astimezone().date() <= now.astimezone().date() else Section.LATER

