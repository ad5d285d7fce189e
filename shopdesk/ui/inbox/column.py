"""The list column: title, search, tabs, rows, foot."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from shopdesk.domain.conversation import TabCounts
from shopdesk.ui.desk import Now
from shopdesk.ui.inbox.foot import Foot
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
    """Arranges the parts of the list column and says what was typed or clicked."""

    tab_chosen = Signal(object)

    def __init__(self, theme: Theme, model: RowModel, now: Now, search_keys: QKeySequence) -> None:
        super().__init__()
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._theme = theme
        self._state = (ListState.ROWS, "")
        self._counts = TabCounts()
        self._tab = Tab.NEEDS_REPLY
        self.title = plain_label("pane")
        self.notices = IconButton(theme, "bell")
        self.search = SearchField(theme, search_keys)
        self.tabs = TabWords(theme, len(TABS))
        self.list = ConversationList(model, theme, now)
        self.foot = Foot(theme)
        self._pages = QStackedWidget()
        self._empty_title = plain_label("label", wrap=True)
        self._empty_words = plain_label("meta", wrap=True)
        self._arrange()
        self.tabs.chosen.connect(lambda place: self.tab_chosen.emit(TABS[place]))
        self.notices.setCheckable(True)
        self.notices.clicked.connect(lambda: self.tab_chosen.emit(Tab.NOTICES))
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def _arrange(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.title)
        self._head.addStretch(1)
        self._head.addWidget(self.notices)
        self._searching = QVBoxLayout()
        self._searching.addWidget(self.search)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addLayout(self._searching)
        column.addWidget(self.tabs)
        column.addWidget(self._pages, 1)
        column.addWidget(self.foot)

    def _empty_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(60, 0, 60, 0)
        column.addStretch(2)
        for words in (self._empty_title, self._empty_words):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        column.addStretch(3)
        return page

    def put_over_list(self, widget: QWidget) -> None:
        """Show something between the tabs and the rows."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(self._pages), widget)

    # --- what the presenter shows ----------------------------------------------------------------

    def show_tab(self, tab: Tab | None) -> None:
        """Mark a tab, or none during a search."""
        self._tab = tab or self._tab
        self.tabs.show_chosen(TABS.index(tab) if tab in TABS else None)
        self.notices.setChecked(tab is Tab.NOTICES)
        self._name_notices()
        self.title.setText(self._title())

    def forget_search(self) -> None:
        """Empty the search field without searching."""
        blocker = QSignalBlocker(self.search)
        self.search.clear()
        blocker.unblock()

    def show_counts(self, counts: TabCounts) -> None:
        """The numbers behind the tabs; Done has none, Notices is hidden while there is nothing new in it."""
        self._counts = counts
        for tab, word in zip(TABS, self.tabs.words, strict=True):
            word.show_count(None if tab is Tab.DONE else tab.count(counts))
        self._name_notices()
        self.tabs.arrange(self.width())

    def show_state(self, state: ListState, words: str) -> None:
        """Rows, or two grey lines that say why there are none."""
        self._state = (state, words)
        self._turn_to(0 if state is ListState.ROWS else 1)
        if state is ListState.NO_HIT:
            self._empty_title.setText(translate("Inbox", "Nothing for ‘%1’").replace("%1", words))
            hint = translate("Inbox", "Try fewer words, a name or an order number. Esc leads back.")
            self._empty_words.setText(hint)
        else:
            self._empty_title.setText(translate("Inbox", "Nothing here right now"))
            self._empty_words.setText(translate("Inbox", "New messages appear the moment they arrive."))

    def _turn_to(self, page: int) -> None:
        """Show rows or words; the keys stay in the column, else the next letter would land in the search field."""
        had_focus = self.list.hasFocus() or self.hasFocus()
        self._pages.setCurrentIndex(page)
        if had_focus:
            self.take_focus()

    def take_focus(self) -> None:
        """Give the keys to the list, or to the column while there is no list."""
        target = self if self._pages.currentIndex() else self.list
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def empty_text(self) -> str:
        """The first of the grey lines, empty while there are rows."""
        return self._empty_title.text() if self._pages.currentIndex() else ""

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.title.setText(self._title())
        self._name_notices()
        self.search.setPlaceholderText(translate("Inbox", "Search customers, orders, messages"))
        self.search.setAccessibleName(translate("Inbox", "Search"))
        self.list.setAccessibleName(translate("Inbox", "Conversations"))
        for tab, word in zip(TABS, self.tabs.words, strict=True):
            word.name(tab_text(tab))
        self.show_state(*self._state)
        self.tabs.arrange(self.width())
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

    def _title(self) -> str:
        return tab_text(Tab.NOTICES) if self.notices.isChecked() else translate("Inbox", "Inbox")

    def _name_notices(self) -> None:
        new = self._counts.machines
        text = translate("Inbox", "Notices: %1 unread").replace("%1", str(new)) if new else tab_text(Tab.NOTICES)
        self.notices.name(text, "5")
        self.notices.show_mark(shown=new > 0)

    def _restyle(self) -> None:
        px = self._theme.px
        self._head.setContentsMargins(px(20), px(14), px(14), px(6))
        self.title.setMinimumHeight(px(32))
        self._searching.setContentsMargins(px(16), px(2), px(16), px(6))
        self.tabs.arrange(self.width())


