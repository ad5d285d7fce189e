"""Carries out what the presenters of the inbox want to be shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import OpenConversation, TabCounts
from shopdesk.domain.ids import ConversationId
from shopdesk.ui.conversation.pane import ConversationPane
from shopdesk.ui.conversation.presenter import ConversationPresenter
from shopdesk.ui.desk import Now
from shopdesk.ui.inbox.column import InboxColumn
from shopdesk.ui.inbox.presenter import InboxPresenter, ListState
from shopdesk.ui.inbox.tabs import Tab
from shopdesk.ui.inbox.triage import Triage
from shopdesk.ui.opening import Opening
from shopdesk.ui.screen_words import calm_words, deed_words, undone_words
from shopdesk.ui.side_panel.area import ConversationArea
from shopdesk.ui.writes import Deed

if TYPE_CHECKING:
    from shopdesk.ui.side_panel.presenter import PanelPresenter


class Stage(NamedTuple):
    """The presenters and widgets that play together."""

    presenter: InboxPresenter
    triage: Triage
    conversation: ConversationPresenter
    column: InboxColumn
    pane: ConversationPane
    customer: "Callable[[], PanelPresenter]"
    area: ConversationArea
    now: Now


class InboxShow(QObject):
    """Fits `InboxView` and `ConversationView`; every decision is a presenter's."""

    counts_changed = Signal(object)
    """`TabCounts`."""
    done = Signal(str)
    """A sentence about what was done and can be undone."""
    told = Signal(str)
    """Any other sentence."""
    connect_asked = Signal()
    """Connect the first mailbox."""
    failed = Signal(object)
    """An exception."""
    shown = Signal(object)
    """The `OpenConversation` that is shown now, again or anew; None for none."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._stage: Stage | None = None
        self._connected = True
        self.opening = Opening(self)
        self.opening.due.connect(self._open)
        self.opening.seen.connect(self._was_seen)

    def attach(self, stage: Stage) -> None:
        """The widgets are made; presenters speak only after this."""
        self._stage = stage

    @property
    def _screen(self) -> Stage:
        if self._stage is None:
            raise RuntimeError("a presenter spoke before its widgets were made")
        return self._stage

    # --- the list -------------------------------------------------------------------------------------

    def show_tab(self, tab: Tab) -> None:
        column = self._screen.column
        column.forget_search()
        column.list.painter_of_rows.marks = ()
        column.show_tab(tab)

    def show_counts(self, counts: TabCounts, totals: TabCounts) -> None:
        self._screen.column.show_counts(counts)
        self.counts_changed.emit(totals)
        self.show_calm()

    def show_state(self, state: ListState, words: str) -> None:
        column = self._screen.column
        if words:
            column.show_tab(None)
            column.list.painter_of_rows.marks = tuple(words.casefold().split())
        column.show_state(state, words, is_limited=bool(words) and self._screen.presenter.is_search_limited)

    def show_selected(self, conversation: ConversationId | None, *, by_person: bool) -> None:
        self._screen.column.list.show_current(conversation)
        self.opening.want(conversation, by_person=by_person)

    def keep_selected(self, conversation: ConversationId | None) -> None:
        self._screen.column.list.show_current(conversation, scroll=False)

    def show_deed(self, deed: Deed, count: int = 1) -> None:
        if count and deed is not Deed.UNREAD:
            self._screen.presenter.selection.clear()
        self.done.emit(deed_words(deed, count))

    def show_undone(self, deed: Deed, count: int = 1) -> None:
        self.told.emit(undone_words(deed, count))

    def show_failure(self, error: Exception) -> None:
        self.failed.emit(error)

    def show_settled(self, conversation: ConversationId) -> None:
        self._screen.conversation.apply(Changes(conversations=frozenset({conversation})))

    # --- the conversation -------------------------------------------------------------------------------

    def show_conversation(self, opened: OpenConversation, *, again: bool) -> None:
        screen = self._screen
        screen.area.show_panel_for(shown=True)
        screen.pane.show_opened(opened, again=again)
        screen.customer().open(opened.conversation)
        self.shown.emit(opened)

    def show_nothing(self) -> None:
        self._screen.area.show_panel_for(shown=False)
        self._screen.customer().open(None)
        self.shown.emit(None)
        self.show_calm()

    def show_calm(self) -> None:
        """Say on the calm page why there is no conversation; nothing while one is open."""
        if self._screen.conversation.opened is None:
            self._screen.pane.show_calm(calm_words(self._screen.presenter, connected=self._connected))

    def calm_clicked(self) -> None:
        """The one button of the calm page."""
        if self._connected:
            self._screen.presenter.choose_tab(Tab.WAITING)
        else:
            self.connect_asked.emit()

    def show_connected(self, connected: bool) -> None:
        """Whether any mailbox is connected: without one the calm page says how to begin."""
        self._connected = connected
        self.show_calm()

    def _open(self, conversation: ConversationId | None) -> None:
        self._screen.conversation.open(conversation)

    def _was_seen(self, conversation: ConversationId) -> None:
        if self._screen.column.window().isActiveWindow():
            self._screen.triage.was_seen(conversation)
