"""The left column: title, search, filter, the list, and what is said when it is empty."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout

from shopdesk.domain.ids import TemplateId
from shopdesk.ui.actions import ACTIONS, Do
from shopdesk.ui.templates.library import Library, LibraryLine, Only, Wanted
from shopdesk.ui.templates.library_list import LibraryList
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.calm_box import CalmBox
from shopdesk.ui.widgets.parts import IconButton, plain_label
from shopdesk.ui.widgets.search_field import SearchField
from shopdesk.ui.words import translate

_FIXED = (Only.ALL, Only.REVIEW, Only.UNSAVED, Only.SNIPPETS)


class LibraryColumn(QFrame):
    """Says what is wanted."""

    wanted = Signal(object)
    """A `Wanted`."""
    import_asked = Signal()
    export_asked = Signal(str)
    """A format: json, csv or xlsx."""
    starter_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = plain_label("pane")
        self.new, self.more = IconButton(theme, "plus"), IconButton(theme, "ellipsis")
        self.search = SearchField(theme, QKeySequence(ACTIONS[Do.SEARCH].keys[0]))
        self.filter = CalmBox(theme)
        self.list = LibraryList(theme)
        self._none = plain_label("meta", wrap=True)
        self._offered: tuple[list[str], list[str]] = ([], [])
        self._arrange()
        self.search.textChanged.connect(self._tell)
        self.filter.activated.connect(self._tell)
        self.more.clicked.connect(self.open_menu)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def show_lines(self, lines: Sequence[LibraryLine], current: TemplateId | None) -> None:
        """Show these rows."""
        self.list.show_lines(lines, current)
        self._none.setVisible(not lines)
        self._say_none()

    def show_wanted(self, wanted: Wanted) -> None:
        """Show what is looked for; nobody is told."""
        blockers = (QSignalBlocker(self.search), QSignalBlocker(self.filter))
        if self.search.text() != wanted.text:
            self.search.setText(wanted.text)
        self.filter.setCurrentIndex(max(self._place_of(wanted.only, wanted.word), 0))
        del blockers

    def offer(self, library: Library) -> None:
        """Offer the topics and tags that there are."""
        offered = (library.topics(), library.tags())
        if offered != self._offered:
            self._offered = offered
            self._fill_filter()

    def _fill_filter(self) -> None:
        only, word = self._only()
        blocker = QSignalBlocker(self.filter)
        self.filter.clear()
        for one in _FIXED:
            self.filter.addItem(_only_words(one), (one, ""))
        topics, tags = self._offered
        for topic in topics:
            self.filter.addItem(topic, (Only.TOPIC, topic))
        for tag in tags:
            self.filter.addItem(f"#{tag}", (Only.TAG, tag))
        self.filter.setCurrentIndex(max(self._place_of(only, word), 0))
        del blocker

    def menu(self) -> QMenu:
        """What else can be done with the library."""
        menu = QMenu(self)
        menu.addAction(translate("Templates", "Import…")).triggered.connect(self.import_asked)
        for kind, words in (
            ("json", translate("Templates", "Export as JSON…")),
            ("csv", translate("Templates", "Export as CSV…")),
            ("xlsx", translate("Templates", "Export for Excel…")),
        ):
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, kind=kind: self.export_asked.emit(kind))
        menu.addSeparator()
        starter = menu.addAction(translate("Templates", "Add the starter templates"))
        starter.triggered.connect(self.starter_asked)
        return menu

    def open_menu(self) -> None:
        """Show it under its button."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._title.setText(translate("Templates", "Templates"))
        self.new.name(translate("Templates", "New template"))
        self.more.name(translate("Templates", "Import and export"))
        self.search.setPlaceholderText(translate("Templates", "Search templates"))
        self.search.setAccessibleName(translate("Templates", "Search templates"))
        self.filter.setAccessibleName(translate("Templates", "Which templates"))
        self.list.setAccessibleName(translate("Templates", "Templates"))
        self._fill_filter()
        self._say_none()

    # --- inside -----------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.more)
        head.addWidget(self.new)
        self._top = QVBoxLayout()
        self._top.addLayout(head)
        self._top.addWidget(self.search)
        self._top.addWidget(self.filter)
        self._none.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        self._none.hide()

    def _only(self) -> tuple[Only, str]:
        found = self.filter.currentData()
        return (Only(found[0]), str(found[1])) if found else (Only.ALL, "")

    def _place_of(self, only: Only, word: str) -> int:
        places = range(self.filter.count())
        return next((place for place in places if tuple(self.filter.itemData(place)) == (only, word)), -1)

    def _tell(self) -> None:
        only, word = self._only()
        self.wanted.emit(Wanted(self.search.text(), only, word))

    def _say_none(self) -> None:
        text = self.search.text().strip()
        nothing = translate("Templates", "No template for “%1”").replace("%1", text)
        self._none.setText(nothing if text else translate("Templates", "No templates here"))

    def _restyle(self) -> None:
        px = self._theme.px
        self._top.setContentsMargins(px(16), px(14), px(16), px(8))
        self._top.setSpacing(px(10))
        self._none.setContentsMargins(px(16), px(24), px(16), px(8))


def _only_words(only: Only) -> str:
    return {
        Only.ALL: translate("Templates", "All templates"),
        Only.REVIEW: translate("Templates", "Needs review"),
        Only.UNSAVED: translate("Templates", "Not saved"),
        Only.SNIPPETS: translate("Templates", "Snippets"),
    }.get(only, "")
