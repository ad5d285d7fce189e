"""The inbox as a whole: list column, conversation and side panel, with what connects them."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from shopdesk.domain.changes import Changes
from shopdesk.ui.actions import Actions
from shopdesk.ui.conversation.pane import ConversationPane
from shopdesk.ui.conversation.presenter import ConversationPresenter
from shopdesk.ui.desk import Desk
from shopdesk.ui.inbox.column import InboxColumn
from shopdesk.ui.inbox.presenter import InboxPresenter
from shopdesk.ui.inbox.row_model import RowModel
from shopdesk.ui.inbox.triage import Triage
from shopdesk.ui.inbox_show import InboxShow, Stage
from shopdesk.ui.overriding import override
from shopdesk.ui.preferences import LIST_WIDTH
from shopdesk.ui.side_panel.area import ConversationArea
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.widgets.rail import WIDTH as RAIL_WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable

    from shopdesk.domain.conversation import Undo
    from shopdesk.ui.conversation.pictures import Pictures
    from shopdesk.ui.side_panel.panel import SidePanel
    from shopdesk.ui.side_panel.presenter import PanelPresenter
    from shopdesk.ui.writes import Deed

NARROW = 1040
"""Below this window width the list takes its least width and the pills fold, in px at 100 %."""


class InboxScreen(QWidget):
    """Arranges the panes and connects them with their presenters."""

    snooze_asked = Signal(object, QPoint)
    """A `ConversationId` and where the menu opens (global)."""
    order_clicked = Signal(str)
    insert_asked = Signal(str)
    """Words of the panel for the answer."""
    case_asked = Signal(object)
    """A `CaseId`."""
    promises_asked = Signal()
    wanted = Signal()
    """Something wants to be seen here while another page is shown."""

    def __init__(self, desk: Desk, around: Surroundings, actions: Actions) -> None:
        super().__init__()
        self._desk = desk
        self._around = around
        self.now = around.now
        self.stage = InboxShow(self)
        lanes, theme = around.lanes, around.theme
        self.presenter = InboxPresenter(desk, lanes.searching, self.stage, around.now)
        self.triage = Triage(desk.conversations, self.presenter, self.stage, lanes.writing)
        self.conversation = ConversationPresenter(desk, self.stage)
        self.triage.targets = self.presenter.targets
        model = RowModel(self.presenter.listing, around.now, self.presenter.selection)
        self.column = InboxColumn(theme, model, around.now, actions)
        self.pane = ConversationPane(theme, actions, lambda: self.pictures, around.now)
        self.area = ConversationArea(theme, self.pane, lambda: self.panel)
        presenters = (self.presenter, self.triage, self.conversation)
        self.stage.attach(Stage(*presenters, self.column, self.pane, lambda: self.customer, self.area, around.now))
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._arrange()
        self._connect()

    @cached_property
    def pictures(self) -> "Pictures":
        """Reads pictures and files of mails."""
        from shopdesk.ui.conversation.pictures import Pictures
        from shopdesk.ui.conversation.remote import RemoteImages

        lanes = self._around.lanes
        remote = RemoteImages(lambda: self._desk.outside.pictures, lanes.reading, lanes.network, lanes.writing)
        return Pictures(self._desk, lanes.reading, remote)

    @cached_property
    def panel(self) -> "SidePanel":
        """The panel beside a conversation."""
        from shopdesk.ui.side_panel.panel import SidePanel

        panel = SidePanel(self._around.theme, self.customer, self._around.preferences, self.now)
        panel.setParent(self.area)
        panel.copy_asked.connect(self.order_clicked)
        panel.search_asked.connect(self.column.search.setText)
        panel.insert_asked.connect(self.insert_asked)
        panel.earlier_clicked.connect(self.presenter.choose)
        panel.case_asked.connect(self.case_asked)
        panel.promises_asked.connect(self.promises_asked)
        panel.failed.connect(self.stage.show_failure)
        return panel

    @cached_property
    def customer(self) -> "PanelPresenter":
        """Whose card stands in the panel."""
        from shopdesk.ui.side_panel.presenter import PanelPresenter

        lanes = self._around.lanes

        def remember(deed: "Deed", write: "Callable[[], Undo]") -> None:
            self.triage.write(deed, [], write, presenter.look_again)

        presenter = PanelPresenter(self._desk, lanes.reading, lanes.writing, remember)
        return presenter

    def _arrange(self) -> None:
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.column)
        self._splitter.addWidget(self.area)
        self._splitter.setStretchFactor(1, 1)
        self.area.shown_wide = self._around.preferences.panel_shown
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._splitter, 1)

    def put_on_top(self, bar: QWidget) -> None:
        """Show a slim bar over the panes."""
        self._column.insertWidget(0, bar)

    def _connect(self) -> None:
        presenter, column = self.presenter, self.column
        column.tab_chosen.connect(presenter.choose_tab)
        column.search.textChanged.connect(presenter.search)
        column.search.returnPressed.connect(self.focus_list)
        column.search.down_pressed.connect(self.focus_list)
        column.list.chosen.connect(presenter.choose)
        column.list.opened.connect(self.focus_thread)
        column.list.toggled.connect(lambda number: presenter.selection.toggle(number, presenter.current))
        column.list.extended.connect(presenter.extend_to)
        column.list.stepped.connect(presenter.extend)
        column.list.clicked_alone.connect(presenter.selection.clear)
        presenter.selection.changed = column.show_selected_count
        bar = column.list.verticalScrollBar()
        presenter.scroll_place, presenter.scroll_back = bar.value, bar.setValue
        self.pane.read_events_from(self._desk, self._around.lanes.reading)
        self.pane.calm_clicked.connect(self.stage.calm_clicked)
        self.pane.order_clicked.connect(self.order_clicked)
        self.pane.case_clicked.connect(self.case_asked)
        self.area.panel_shown.connect(self._panel_shown)
        self.pane.customer_clicked.connect(self.area.open)
        self._splitter.splitterMoved.connect(self._remember_width)
        self._around.theme.changed.connect(self.arrange)

    # --- what the window asks ---------------------------------------------------------------------------

    def start(self) -> None:
        """Show the first page."""
        self.presenter.start()

    def apply(self, changes: Changes) -> None:
        """Something was written."""
        self.presenter.apply(changes)
        self.conversation.apply(changes)
        self.customer.apply(changes)
        if changes.orders:
            self.pane.read_events()

    def leave_search(self) -> bool:
        """Back from a search to the tab; False when there was none."""
        if not self.column.search.text():
            return False
        self.column.search.clear()
        self.focus_list()
        return True

    def focus_list(self) -> None:
        """Give the list the keys."""
        if self.isHidden():
            self.wanted.emit()
        self.column.take_focus()

    def focus_thread(self) -> None:
        """Give the messages the keys."""
        self.pane.thread_view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def panes(self) -> list[QWidget]:
        """The panes that F6 goes through, in order."""
        panes: list[QWidget] = [self.column.list, self.pane.thread_view, *self.pane.under_thread()]
        return [*panes, self.panel] if self.area.has_panel else panes

    def regions(self) -> list[QWidget]:
        """What Tab goes through, in order; the inner one counts where one lies in another."""
        head, _, below = self.pane.parts
        return [one for one in (self.column, head, self.pane, below, self.panel) if one is not None]

    def go_pane(self, by: int) -> None:
        """Give the keys to the next (+1) or previous (-1) pane."""
        panes, focused = self.panes(), self.window().focusWidget()
        inside = [pane for pane in panes if pane is focused or pane.isAncestorOf(focused)]
        here = panes.index(inside[0]) if inside else -1 if by > 0 else 0
        panes[(here + by) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_panel(self) -> None:
        """Show or hide the side panel; on wide windows the choice is remembered."""
        self.area.toggle()
        if self.area.is_wide:
            self._around.preferences.panel_shown = self.area.shown_wide

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.pane.rebuild()
        self.stage.show_calm()

    def arrange(self) -> None:
        """Give each part its width at the present window width."""
        px, narrow = self._around.theme.px, self._is_narrow()
        self.column.setMinimumWidth(px(LIST_WIDTH[0]))
        self.column.setMaximumWidth(px(LIST_WIDTH[0] if narrow else LIST_WIDTH[2]))
        wanted = px(LIST_WIDTH[0] if narrow else self._around.preferences.list_width)
        self._splitter.setSizes([wanted, max(self.width() - wanted - 1, 1)])
        self.pane.fold_pills(narrow)

    # --- inside -------------------------------------------------------------------------------------------

    def _panel_shown(self, shown: bool) -> None:
        if shown:
            self.customer.wake(self.panel)
        else:
            self.customer.sleep()

    def _remember_width(self) -> None:
        if not self._is_narrow():
            scale = self._around.theme.type.scale
            self._around.preferences.list_width = round(self.column.width() * 100 / scale)

    def _is_narrow(self) -> bool:
        return self.width() < self._around.theme.px(NARROW - RAIL_WIDTH)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
