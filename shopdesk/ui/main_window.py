"""The frame: rail, screens, toast, and the table of actions with what they do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QClipboard, QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QMenu, QWidget

from shopdesk.domain.conversation import TabCounts
from shopdesk.domain.ids import ConversationId
from shopdesk.ui.actions import Actions, Do, action_text
from shopdesk.ui.desk import Desk, Now
from shopdesk.ui.error_texts import error_text
from shopdesk.ui.inbox.column import TABS
from shopdesk.ui.inbox_screen import InboxScreen, Lanes
from shopdesk.ui.overriding import override
from shopdesk.ui.preferences import Preferences
from shopdesk.ui.screen_words import snooze_words
from shopdesk.ui.settings_menu import settings_menu
from shopdesk.ui.snooze import snooze_offers
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.theme.type import Density
from shopdesk.ui.translation import Languages
from shopdesk.ui.widgets.rail import Rail, RailEntry
from shopdesk.ui.widgets.toast import Toast
from shopdesk.ui.words import future_time, translate

RAIL = (RailEntry("inbox", "inbox"), RailEntry("settings", "settings", at_bottom=True))
"""Items appear here when their screens arrive."""
LEAST = (960, 620)
USUAL = (1440, 900)
TICK_MS = 30_000


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a window is made with."""

    theme: Theme
    languages: Languages
    preferences: Preferences
    lanes: Lanes
    now: Now


class MainWindow(QMainWindow):
    """Puts the parts together and hands keys to presenters."""

    def __init__(self, desk: Desk, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.actions_table = Actions(self, around.theme)
        self.rail = Rail(around.theme, RAIL)
        self.inbox = InboxScreen(
            desk, around.lanes, around.theme, self.actions_table, around.preferences, around.now
        )
        self._arrange()
        self.toast = Toast(around.theme, self.inbox)
        self._connect()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self.inbox.presenter.tick)
        self._tick.start()
        self.retranslate()

    def start(self) -> None:
        """Show the first page of the inbox."""
        self.inbox.start()
        self.inbox.focus_list()

    # --- building --------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.inbox, 1)
        self.setCentralWidget(page)
        self.setMinimumSize(*LEAST)
        self.resize(*USUAL)
        self.restoreGeometry(self._around.preferences.geometry)
        self.rail.show_chosen("inbox")

    def _connect(self) -> None:
        for do, run in self._deeds().items():
            self.actions_table[do].triggered.connect(lambda _=False, run=run: run())
        inbox = self.inbox
        inbox.counts_changed.connect(self._show_counts)
        inbox.toast_asked.connect(self._say)
        inbox.failed.connect(lambda error: self.toast.say(error_text(error)))
        inbox.snooze_asked.connect(self._open_snooze_menu)
        inbox.pane.header.snooze_clicked.connect(self._snooze_from_header)
        inbox.order_clicked.connect(self._copy)
        self.toast.undo_asked.connect(inbox.presenter.undo)
        self.rail.chosen.connect(self._rail_chosen)
        self._around.theme.changed.connect(inbox.arrange)

    def _deeds(self) -> Mapping[Do, Callable[[], object]]:
        """What each action does."""
        inbox, theme = self.inbox, self._around.theme
        tabs = (Do.TAB_1, Do.TAB_2, Do.TAB_3, Do.TAB_4, Do.TAB_5)
        return {
            Do.NEXT: lambda: inbox.presenter.go(1),
            Do.PREVIOUS: lambda: inbox.presenter.go(-1),
            Do.DONE: lambda: inbox.presenter.mark_done(),
            Do.REOPEN: lambda: inbox.presenter.reopen(),
            Do.SNOOZE: self._snooze_from_list,
            Do.UNREAD: inbox.presenter.mark_unread,
            Do.UNDO: inbox.presenter.undo,
            Do.SEARCH: self._focus_search,
            Do.BACK: self._back,
            Do.UNFOLD: inbox.pane.thread_view.toggle_fold,
            Do.ORIGINAL: self._toggle_original,
            Do.PANEL: inbox.toggle_panel,
            Do.DENSITY: self._toggle_density,
            Do.LARGER: lambda: theme.step_scale(1),
            Do.SMALLER: lambda: theme.step_scale(-1),
            Do.USUAL_SIZE: lambda: theme.choose_scale(100),
            Do.NEXT_PANE: lambda: self._go_pane(1),
            Do.PREVIOUS_PANE: lambda: self._go_pane(-1),
            Do.SETTINGS: self.open_settings,
            **{do: (lambda tab=tab: inbox.presenter.choose_tab(tab)) for do, tab in zip(tabs, TABS, strict=True)},
        }

    # --- deeds -----------------------------------------------------------------------------------------

    def snooze_menu(self, conversation: ConversationId | None = None) -> QMenu:
        """The moments to choose from, for a conversation or the current one."""
        now = self._around.now()
        menu = QMenu(self)
        for offer in snooze_offers(now):
            action = menu.addAction(f"{snooze_words(offer.choice)}\t{future_time(offer.until, now)}")
            action.triggered.connect(
                lambda _=False, until=offer.until: self.inbox.presenter.snooze(until, conversation)
            )
        return menu

    def open_settings(self) -> None:
        """The menu of settings, beside its item in the rail."""
        around = self._around
        menu = settings_menu(self, around.theme, around.preferences, self.actions_table, self._choose_language)
        item = self.rail.items["settings"]
        self._open(menu, item.mapToGlobal(QPoint(item.width() + 8, -menu.sizeHint().height() + item.height())))

    def _open_snooze_menu(self, conversation: ConversationId | None, place: QPoint) -> None:
        self._open(self.snooze_menu(conversation), place)

    def _snooze_from_list(self) -> None:
        if self.inbox.presenter.current is not None:
            self._open_snooze_menu(None, self.inbox.column.list.menu_place())

    def _snooze_from_header(self) -> None:
        button = self.inbox.pane.header.snooze
        self._open_snooze_menu(None, button.mapToGlobal(button.rect().bottomLeft()))

    def _open(self, menu: QMenu, place: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])

    def _focus_search(self) -> None:
        self.inbox.column.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.inbox.column.search.selectAll()

    def _back(self) -> None:
        if not self.inbox.leave_search() and not self.inbox.area.close_overlay():
            self.inbox.focus_list()

    def _toggle_original(self) -> None:
        cards = self.inbox.pane.thread_view.cards
        focused = next((card for card in cards if card.text.hasFocus()), cards[-1] if cards else None)
        if focused is not None:
            focused.toggle_original()

    def _toggle_density(self) -> None:
        compact = self._around.theme.density is Density.COMPACT
        self._around.theme.choose_density(Density.COMFORTABLE if compact else Density.COMPACT)

    def _go_pane(self, by: int) -> None:
        panes = self.inbox.panes()
        here = next((n for n, pane in enumerate(panes) if pane.hasFocus() or pane.isAncestorOf(self.focusWidget())), 0)
        panes[(here + by) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _copy(self, text: str) -> None:
        QApplication.clipboard().setText(text, QClipboard.Mode.Clipboard)
        self.toast.say(translate("Toast", "Copied %1").replace("%1", text))

    def _say(self, text: str, undoable: bool) -> None:
        self.toast.say(text, translate("Toast", "Undo  Z") if undoable else "")

    def _show_counts(self, counts: TabCounts) -> None:
        self.rail.items["inbox"].show_count(counts.needs_reply)

    def _rail_chosen(self, key: str) -> None:
        if key == "settings":
            self.open_settings()
        self.rail.show_chosen("inbox")

    def _choose_language(self, language: str) -> None:
        self._around.theme.choose_language(self._around.languages.choose(language))

    # --- events ------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setWindowTitle(translate("Window", "Shopdesk"))
        self.actions_table.retranslate()
        self.rail.items["inbox"].setText(translate("Window", "Inbox"))
        self.rail.items["settings"].setText(action_text(Do.SETTINGS))
        self.inbox.retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._around.preferences.geometry = self.saveGeometry()
        super().closeEvent(event)
