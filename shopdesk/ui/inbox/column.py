"""The list column: title, search, tabs, rows, foot."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.conversation import TabCounts
from shopdesk.ui.actions import ACTIONS, Actions, Do, action_tip
from shopdesk.ui.desk import Now
from shopdesk.ui.inbox.foot import Foot
from shopdesk.ui.inbox.list_pages import ListPages
from shopdesk.ui.inbox.list_view import ConversationList
from shopdesk.ui.inbox.presenter import ListState
from shopdesk.ui.inbox.row_model import RowModel
from shopdesk.ui.inbox.tabs import Tab
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import IconButton, plain_label
from shopdesk.ui.widgets.search_field import SearchField
from shopdesk.ui.widgets.tab_words import TabWords
from shopdesk.ui.words import translate

if TYPE_CHECKING:
    from shopdesk.ui.inbox.filter_parts import FilterLine
    from shopdesk.ui.inbox.quiet_line import QuietLine
    from shopdesk.ui.inbox.search_hints import SearchHints
    from shopdesk.ui.inbox.selection_bar import SelectionBar

TABS = (Tab.NEEDS_REPLY, Tab.WAITING, Tab.SNOOZED, Tab.DONE)


def tab_text(tab: Tab) -> str:
    """The word of a tab."""
    return {
        Tab.NEEDS_REPLY: translate("Inbox", "Needs reply"),
        Tab.WAITING: translate("Inbox", "Waiting"),
        Tab.SNOOZED: translate("Inbox", "Snoozed"),
        Tab.DONE: translate("Inbox", "Done"),
        Tab.NOTICES: translate("Inbox", "Notices"),
    }[tab]


class InboxColumn(QWidget):
    """Arranges the parts of the list column and says what was typed or clicked; rare parts are made when needed."""

    tab_chosen = Signal(object)
    set_aside_clicked = Signal()
    selection_cleared = Signal()

    def __init__(self, theme: Theme, model: RowModel, now: Now, actions: Actions) -> None:
        super().__init__()
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._theme = theme
        self._actions = actions
        self._counts = TabCounts()
        self.title = plain_label("pane")
        self.filter = IconButton(theme, "list-filter")
        self.notices = IconButton(theme, "bell")
        # The cap names the keys that look for everything from everywhere, as a click on it does; the field looks here.
        self.search = SearchField(theme, QKeySequence(ACTIONS[Do.PALETTE].keys[0]), cap_leads_elsewhere=True)
        self.tabs = TabWords(theme, len(TABS))
        self.list = ConversationList(model, theme, now)
        self.pages = ListPages(theme, self.list)
        self.foot = Foot(theme)
        self._arrange()
        self.tabs.chosen.connect(lambda place: self.tab_chosen.emit(TABS[place]))
        self.notices.setCheckable(True)
        self.notices.clicked.connect(lambda: self.tab_chosen.emit(Tab.NOTICES))
        self.search.entered.connect(lambda: self.hints)
        self.search.cap_pressed.connect(actions[Do.PALETTE].trigger)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def _arrange(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.title)
        self._head.addStretch(1)
        self._head.addWidget(self.filter)
        self._head.addWidget(self.notices)
        self._searching = QVBoxLayout()
        self._searching.addWidget(self.search)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._head)
        self._column.addLayout(self._searching)
        self._column.addWidget(self.tabs)
        self._column.addWidget(self.pages, 1)
        self._column.addWidget(self.foot)
        self.pages.turned.connect(self._follow_page)

    # --- parts that most days begin without ------------------------------------------------------

    @cached_property
    def hints(self) -> "SearchHints":
        """The words that narrow a search."""
        from shopdesk.ui.inbox.search_hints import SearchHints

        hints = SearchHints(self._theme, self.search)
        self._column.insertWidget(self._column.indexOf(self.tabs), hints)
        return hints

    @cached_property
    def filter_line(self) -> "FilterLine":
        """Says that the filter is on."""
        from shopdesk.ui.inbox.filter_parts import FilterLine

        made = FilterLine(self._theme)
        self.put_over_list(made)
        return made

    @cached_property
    def bar(self) -> "SelectionBar":
        """What can be done to all selected conversations."""
        from shopdesk.ui.inbox.selection_bar import SelectionBar

        made = SelectionBar(self._theme, self._actions, self._actions.for_many())
        made.cleared.connect(self.selection_cleared)
        self._column.insertWidget(self._column.indexOf(self.foot), made)
        return made

    @cached_property
    def quiet_line(self) -> "QuietLine":
        """Says that mails could not be read."""
        from shopdesk.ui.inbox.quiet_line import QuietLine

        made = QuietLine(self._theme)
        made.clicked.connect(self.set_aside_clicked)
        self._column.insertWidget(self._column.indexOf(self.foot), made)
        return made

    def put_over_list(self, widget: QWidget) -> None:
        """Show something between the tabs and the rows."""
        self._column.insertWidget(self._column.indexOf(self.pages), widget)

    # --- what the presenter shows ----------------------------------------------------------------

    def show_tab(self, tab: Tab | None) -> None:
        """Mark a tab, or none during a search."""
        self.tabs.show_chosen(TABS.index(tab) if tab in TABS else None)
        self.notices.setChecked(tab is Tab.NOTICES)
        self._name_buttons()
        self.title.setText(self._title())

    def forget_search(self) -> None:
        """Empty the search field without searching."""
        blocker = QSignalBlocker(self.search)
        self.search.clear()
        blocker.unblock()

    def show_counts(self, counts: TabCounts) -> None:
        """The numbers behind the tabs; Done has none, Notices is marked while there is something new in it."""
        self._counts = counts
        for tab, word in zip(TABS, self.tabs.words, strict=True):
            word.show_count(None if tab is Tab.DONE else tab.count(counts))
        self._name_buttons()
        self.tabs.arrange(self.width())

    def show_state(self, state: ListState, words: str, *, is_limited: bool = False) -> None:
        """Rows, or what stands in their place."""
        self.pages.show_state(state, words, is_limited=is_limited)

    def show_filter(self, words: str) -> None:
        """Say what the filter lets through; empty words mean that there is none."""
        self.filter.show_mark(shown=bool(words))
        if words or "filter_line" in self.__dict__:
            self.filter_line.say(words)
            self.filter_line.setVisible(bool(words))
        self._name_buttons()

    def show_selected_count(self, count: int) -> None:
        """So many conversations are selected together; the bar stands in place of the foot meanwhile."""
        if count or "bar" in self.__dict__:
            self.bar.show_count(count)
            self.bar.setVisible(count > 0)
        self.foot.setVisible(count == 0)
        self.list.viewport().update()

    def show_set_aside(self, count: int) -> None:
        """So many mails could not be read; nothing is said of none."""
        if count or "quiet_line" in self.__dict__:
            self.quiet_line.show_count(count)

    def take_focus(self) -> None:
        """Give the keys to the list, or to the column while there is no list."""
        target = self.list if self.pages.shows_rows else self
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def empty_text(self) -> str:
        """The first of the grey lines, empty while there are rows."""
        return self.pages.empty_text

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.title.setText(self._title())
        self._name_buttons()
        self.search.offer(translate("Inbox", "Search customers, orders, messages"), translate("Inbox", "Search"))
        self.search.setAccessibleName(translate("Inbox", "Search"))
        self.search.setToolTip(f"{action_tip(Do.SEARCH)}\n{action_tip(Do.PALETTE)}")
        self.list.setAccessibleName(translate("Inbox", "Conversations"))
        for tab, word in zip(TABS, self.tabs.words, strict=True):
            word.name(tab_text(tab))
        self.pages.retranslate()
        made: Sequence[object] = [self.__dict__.get(name) for name in ("hints", "bar", "quiet_line")]
        for part in made:
            retranslate = getattr(part, "retranslate", None)
            if retranslate is not None:
                retranslate()
        self.tabs.arrange(self.width())
        self.list.painter_of_rows.forget()
        if self.list.isVisible():
            self.list.viewport().update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.tabs.arrange(self.width())
        super().resizeEvent(event)

    def _follow_page(self, had_keys: bool) -> None:
        """The keys stay in the column, else the next letter would land in the search field."""
        if had_keys or self.hasFocus():
            self.take_focus()

    def _title(self) -> str:
        return tab_text(Tab.NOTICES) if self.notices.isChecked() else translate("Inbox", "Inbox")

    def _name_buttons(self) -> None:
        new = self._counts.machines
        text = translate("Inbox", "Notices: %1 unread").replace("%1", str(new)) if new else tab_text(Tab.NOTICES)
        self.notices.name(text, "5")
        self.notices.show_mark(shown=new > 0)
        action = self._actions[Do.FILTER]
        self.filter.name(action.text())
        self.filter.setToolTip(action.toolTip())

    def _restyle(self) -> None:
        px = self._theme.px
        self._head.setContentsMargins(px(20), px(14), px(14), px(6))
        self.title.setMinimumHeight(px(32))
        self._searching.setContentsMargins(px(16), px(2), px(16), px(6))
        self.tabs.arrange(self.width())
