"""The inbox as a whole: list column, conversation and side panel, with what connects them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Conversation, OpenConversation, TabCounts
from shopdesk.domain.ids import ConversationId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.actions import ACTIONS, Actions, Do
from shopdesk.ui.conversation.pane import ConversationPane
from shopdesk.ui.conversation.pictures import Pictures
from shopdesk.ui.conversation.presenter import ConversationPresenter
from shopdesk.ui.desk import Desk, Now
from shopdesk.ui.inbox.column import InboxColumn
from shopdesk.ui.inbox.presenter import InboxPresenter, ListState
from shopdesk.ui.inbox.row_model import RowModel
from shopdesk.ui.inbox.tabs import Tab
from shopdesk.ui.overriding import override
from shopdesk.ui.preferences import LIST_WIDTH, Preferences
from shopdesk.ui.screen_words import calm_words, deed_words, undone_words
from shopdesk.ui.side_panel.area import ConversationArea
from shopdesk.ui.side_panel.panel import SidePanel
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.writes import Deed

SEEN_MS = 600
"""A conversation that a person looked at for so long counts as read."""
NARROW = 1040
"""Below this window width the list takes its least width and the pills fold, in px at 100 %."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """Where work off the screen's thread is done; their receivers are called in the screen's thread."""

    writing: WorkLane
    searching: WorkLane
    reading: WorkLane


class InboxScreen(QWidget):
    """Fits `InboxView` and `ConversationView`; every decision is a presenter's."""

    counts_changed = Signal(object)
    toast_asked = Signal(str, bool)
    """A sentence, and whether it can be undone."""
    failed = Signal(object)
    snooze_asked = Signal(object, QPoint)
    """A `ConversationId` and where the menu opens (global)."""
    order_clicked = Signal(str)

    def __init__(
        self, desk: Desk, lanes: Lanes, theme: Theme, actions: Actions, preferences: Preferences, now: Now
    ) -> None:
        super().__init__()
        self._theme = theme
        self._preferences = preferences
        self._now = now
        self._wanted: ConversationId | None = None
        self.connected = True
        self.presenter = InboxPresenter(desk, lanes.writing, lanes.searching, self, now)
        self.conversation = ConversationPresenter(desk, lanes.reading, self)
        self.model = RowModel(self.presenter.listing, now)
        self.pictures = Pictures(desk, lanes.reading)
        self.column = InboxColumn(theme, self.model, now, QKeySequence(ACTIONS[Do.SEARCH].keys[0]))
        self.pane = ConversationPane(theme, actions, self.pictures, now)
        self.panel = SidePanel(theme)
        self.area = ConversationArea(theme, self.pane, self.panel)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._opening = self._timer(0, self._open_wanted)
        self._seen = self._timer(SEEN_MS, self._was_seen)
        self._arrange()
        self._connect()

    def _timer(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    def _arrange(self) -> None:
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.column)
        self._splitter.addWidget(self.area)
        self._splitter.setStretchFactor(1, 1)
        self.area.shown_wide = self._preferences.panel_shown
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)

    def _connect(self) -> None:
        presenter, column = self.presenter, self.column
        column.tab_chosen.connect(presenter.choose_tab)
        column.search.textChanged.connect(presenter.search)
        column.search.returnPressed.connect(self.focus_list)
        column.search.down_pressed.connect(self.focus_list)
        column.list.chosen.connect(presenter.choose)
        column.list.done_asked.connect(presenter.mark_done)
        column.list.snooze_asked.connect(self.snooze_asked)
        column.list.opened.connect(self.focus_thread)
        self.pane.calm_clicked.connect(lambda: presenter.choose_tab(Tab.WAITING))
        self.pane.header.order_clicked.connect(self.order_clicked)
        self.panel.order_clicked.connect(self.order_clicked)
        self.panel.earlier_clicked.connect(self.show_elsewhere)
        self._splitter.splitterMoved.connect(self._remember_width)

    # --- what the window asks -----------------------------------------------------------------------

    def start(self) -> None:
        """Show the first page."""
        self.presenter.start()

    def apply(self, changes: Changes) -> None:
        """Something was written."""
        self.presenter.apply(changes)
        self.conversation.apply(changes)

    def leave_search(self) -> bool:
        """Back from a search to the tab; False when there was none."""
        if not self.column.search.text():
            return False
        self.column.search.clear()
        self.focus_list()
        return True

    def focus_list(self) -> None:
        """Give the list the keys."""
        self.column.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_thread(self) -> None:
        """Give the messages the keys."""
        self.pane.thread_view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def panes(self) -> list[QWidget]:
        """The panes that F6 goes through, in order."""
        panes: list[QWidget] = [self.column.list, self.pane.thread_view]
        return [*panes, self.panel] if self.panel.isVisible() else panes

    def show_elsewhere(self, conversation: ConversationId) -> None:
        """Open a conversation that is perhaps in no list on the screen."""
        self.presenter.choose(conversation)

    def toggle_panel(self) -> None:
        """Show or hide the side panel; on wide windows the choice is remembered."""
        self.area.toggle()
        if self.area.is_wide:
            self._preferences.panel_shown = self.area.shown_wide

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.pane.rebuild()
        self._show_calm()

    # --- InboxView ----------------------------------------------------------------------------------

    def show_tab(self, tab: Tab) -> None:
        self.column.search.blockSignals(True)
        self.column.search.clear()
        self.column.search.blockSignals(False)
        self.column.list.painter_of_rows.marks = ()
        self.column.show_tab(tab)

    def show_counts(self, counts: TabCounts) -> None:
        self.column.show_counts(counts)
        self.counts_changed.emit(counts)

    def show_state(self, state: ListState, words: str) -> None:
        if words:
            self.column.show_tab(None)
            self.column.list.painter_of_rows.marks = tuple(words.casefold().split())
        self.column.show_state(state, words)

    def show_selected(self, conversation: ConversationId | None, *, by_person: bool) -> None:
        self.column.list.show_current(conversation)
        self._wanted = conversation
        self._opening.start()
        if by_person:
            self._seen.start()
        else:
            self._seen.stop()

    def show_deed(self, deed: Deed) -> None:
        self.toast_asked.emit(deed_words(deed), True)

    def show_undone(self, deed: Deed) -> None:
        self.toast_asked.emit(undone_words(deed), False)

    def show_failure(self, error: Exception) -> None:
        self.failed.emit(error)

    # --- ConversationView -----------------------------------------------------------------------------

    def show_conversation(self, opened: OpenConversation, *, again: bool) -> None:
        self.pane.show_opened(opened, again=again)
        self.panel.show_customer(opened.conversation, self._now())
        self.area.show_panel_for(shown=True)

    def show_nothing(self) -> None:
        self.area.show_panel_for(shown=False)
        self._show_calm()

    def show_earlier(self, rows: Sequence[Conversation]) -> None:
        self.panel.show_earlier(rows)

    # --- inside ------------------------------------------------------------------------------------------

    def _show_calm(self) -> None:
        if self.conversation.opened is None:
            self.pane.show_calm(calm_words(self.presenter, connected=self.connected))

    def show_connected(self, connected: bool) -> None:
        """Whether any mailbox is connected: without one the calm page says how to begin."""
        self.connected = connected
        self._show_calm()

    def _open_wanted(self) -> None:
        self.conversation.open(self._wanted)

    def _was_seen(self) -> None:
        if self._wanted is not None and self.window().isActiveWindow():
            self.presenter.was_seen(self._wanted)

    def _remember_width(self) -> None:
        if self.width() >= self._narrow():
            self._preferences.list_width = round(self.column.width() * 100 / self._theme.type.scale)

    def _narrow(self) -> int:
        return self._theme.px(NARROW - 84)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Give each part its width at the present window width."""
        px, narrow = self._theme.px, self.width() < self._narrow()
        self.column.setMinimumWidth(px(LIST_WIDTH[0]))
        self.column.setMaximumWidth(px(LIST_WIDTH[0] if narrow else LIST_WIDTH[2]))
        wanted = px(LIST_WIDTH[0] if narrow else self._preferences.list_width)
        self._splitter.setSizes([wanted, max(self.width() - wanted - 1, 1)])
        self.pane.header.fold_pills(narrow, self._now())
