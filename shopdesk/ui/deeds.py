"""What each action of the table does in this window."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from shopdesk.ui.actions import ACTIONS, Actions, Do, Group, When
from shopdesk.ui.desk import Desk
from shopdesk.ui.inbox.tabs import Tab
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.preferences import Density
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.widgets.rail import Rail
from shopdesk.ui.words import translate

if TYPE_CHECKING:
    from shopdesk.ui.command_room import CommandRoom
    from shopdesk.ui.settings_room import SettingsRoom

_TABS = {
    Do.TAB_1: Tab.NEEDS_REPLY,
    Do.TAB_2: Tab.WAITING,
    Do.TAB_3: Tab.SNOOZED,
    Do.TAB_4: Tab.DONE,
    Do.TAB_5: Tab.NOTICES,
}

_INBOX_ONLY = {
    *_TABS, Do.NEXT, Do.PREVIOUS, Do.SEARCH, Do.BACK, Do.NEXT_PANE, Do.PREVIOUS_PANE, Do.FILTER, Do.PANEL, Do.DENSITY,
}  # fmt: skip
"""What the keys do there alone, besides everything that is done to conversations."""
Run = Callable[[], object]
Possible = Callable[[], bool]


def _always() -> bool:
    return True


class Deeds(QObject):
    """Connects the table of actions with the screens."""

    def __init__(
        self,
        window: QMainWindow,
        inbox: InboxScreen,
        rail: Rail,
        actions: Actions,
        desk: Desk,
        around: Surroundings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._around = around
        self._inbox = inbox
        self._rail = rail
        self._actions = actions
        self._runs: dict[Do, tuple[Run, Possible]] = {}
        self.elsewhere: Mapping[Do, tuple[Run, Possible]] | None = None
        """What the page that is shown does in the inbox's place; None while the inbox is shown."""
        self._situations: Mapping[When, Possible] = {
            When.ALWAYS: _always,
            When.CONVERSATION: lambda: inbox.presenter.current is not None,
            When.UNDOABLE: lambda: inbox.triage.can_undo,
        }
        for do in Do:
            actions[do].triggered.connect(lambda _=False, do=do: self.run(do))
        self.add(self._table())
        self._inbox.snooze_asked.connect(lambda conversation, place: self.room.open_snooze([conversation], place))
        self._inbox.pane.snooze_clicked.connect(self._snooze_from_header)
        self._inbox.order_clicked.connect(self._copy)

    def add(self, runs: Mapping[Do, Run], possible: Possible = _always) -> None:
        """Connect lines of the table with what they do; a later call replaces an earlier one.

        In: `possible` says whether they can run at the moment, besides what the table says in `when`.
        """
        self._runs.update({do: (run, possible) for do, run in runs.items()})

    def is_possible(self, do: Do) -> bool:
        """Whether an action could run at this moment."""
        if self.elsewhere is not None and do in self.elsewhere:
            return self.elsewhere[do][1]()
        resting = self.elsewhere is not None and (do in _INBOX_ONLY or ACTIONS[do].group is Group.CONVERSATION)
        if resting or do not in self._runs:
            return False
        return self._situations[ACTIONS[do].when]() and self._runs[do][1]()

    def run(self, do: Do) -> None:
        """Do it, if it is possible at this moment."""
        if self.is_possible(do):
            here = self._runs if self.elsewhere is None or do not in self.elsewhere else self.elsewhere
            here[do][0]()

    @cached_property
    def room(self) -> "CommandRoom":
        """Palette, sheet of keys, snooze popover, menus."""
        from shopdesk.ui.command_room import CommandRoom

        around = self._around
        return CommandRoom(
            self._window, self._inbox, self._desk, self._actions, around, self.is_possible, self.run
        )

    @cached_property
    def settings(self) -> "SettingsRoom":
        """The settings dialog."""
        from shopdesk.ui.settings_room import SettingsRoom

        add = partial(self.run, Do.ADD_MAILBOX)
        return SettingsRoom(self._window, self._desk, self._around, self.choose_language, add, self._inbox.triage)

    def open_settings(self) -> None:
        """The settings, at the page that was open last."""
        self.settings.open()

    def choose_language(self, language: str) -> None:
        """Speak a language from now on; empty means the system's."""
        self._around.theme.choose_language(self._around.languages.choose(language))

    # --- the table ------------------------------------------------------------------------------------------

    def _table(self) -> Mapping[Do, Run]:
        inbox, theme = self._inbox, self._around.theme
        return {
            Do.NEXT: lambda: inbox.presenter.go(1),
            Do.PREVIOUS: lambda: inbox.presenter.go(-1),
            Do.DONE: inbox.triage.mark_done,
            Do.REOPEN: inbox.triage.reopen,
            Do.SNOOZE: self._snooze_from_list,
            Do.UNREAD: inbox.triage.mark_unread,
            Do.UNDO: inbox.triage.undo,
            Do.SEARCH: self._focus_search,
            Do.BACK: self._back,
            Do.UNFOLD: self._unfold,
            Do.ORIGINAL: self._toggle_original,
            Do.PANEL: inbox.toggle_panel,
            Do.DENSITY: self._toggle_density,
            Do.LARGER: lambda: theme.step_scale(1),
            Do.SMALLER: lambda: theme.step_scale(-1),
            Do.USUAL_SIZE: lambda: theme.choose_scale(100),
            Do.NEXT_PANE: lambda: inbox.go_pane(1),
            Do.PREVIOUS_PANE: lambda: inbox.go_pane(-1),
            Do.SETTINGS: self.open_settings,
            Do.GO_INBOX: self._go_inbox,
            Do.UNTIL_REPLY: inbox.triage.wait,
            Do.PALETTE: self._open_palette,
            Do.ALL_KEYS: self._open_key_sheet,
            **{do: partial(inbox.presenter.choose_tab, tab) for do, tab in _TABS.items()},
        }

    def _open_palette(self) -> None:
        self.room.open_palette()

    def _open_key_sheet(self) -> None:
        self.room.open_key_sheet()

    def _go_inbox(self) -> None:
        self._inbox.presenter.choose_tab(Tab.NEEDS_REPLY)
        self._inbox.focus_list()

    def _snooze_from_list(self) -> None:
        self.room.open_snooze(None, self._inbox.column.list.menu_place())

    def _snooze_from_header(self) -> None:
        button = self._inbox.pane.header.snooze
        self.room.open_snooze(None, button.mapToGlobal(button.rect().bottomLeft()))

    def _focus_search(self) -> None:
        self._inbox.column.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._inbox.column.search.selectAll()

    def _back(self) -> None:
        if self._inbox.presenter.selection.clear():
            return
        if not self._inbox.leave_search() and not self._inbox.area.close_overlay():
            self._inbox.focus_list()

    def _unfold(self) -> None:
        self._inbox.pane.thread_view.toggle_fold()

    def _toggle_original(self) -> None:
        cards = self._inbox.pane.thread_view.cards
        focused = next((card for card in cards if card.text.hasFocus()), cards[-1] if cards else None)
        if focused is not None:
            focused.toggle_original()

    def _toggle_density(self) -> None:
        compact = self._around.theme.density is Density.COMPACT
        self._around.theme.choose_density(Density.COMFORTABLE if compact else Density.COMPACT)

    def _copy(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self._inbox.stage.told.emit(translate("Toast", "Copied %1").replace("%1", text))
