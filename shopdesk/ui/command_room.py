"""Opens palette, sheet of keys, snooze popover and menus over the window, and tells them what there is."""

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMainWindow

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.ids import ConversationId
from shopdesk.ui.actions import ACTIONS, Actions, Do, Group, action_text
from shopdesk.ui.commands.entries import Entry, Kind
from shopdesk.ui.commands.key_caps import caps_of
from shopdesk.ui.commands.matching import Title
from shopdesk.ui.desk import Desk
from shopdesk.ui.inbox.column import tab_text
from shopdesk.ui.inbox.tabs import Tab
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.page_table import PAGE_KEYS
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.words import counted, translate

if TYPE_CHECKING:
    from shopdesk.ui.commands.key_sheet import KeySheet
    from shopdesk.ui.commands.menu_bar import CommandMenus
    from shopdesk.ui.commands.palette import Palette
    from shopdesk.ui.commands.snooze_popover import SnoozePopover

_TABS = {
    Do.TAB_1: Tab.NEEDS_REPLY,
    Do.TAB_2: Tab.WAITING,
    Do.TAB_3: Tab.SNOOZED,
    Do.TAB_4: Tab.DONE,
    Do.TAB_5: Tab.NOTICES,
}
_PLACES = {*_TABS, *PAGE_KEYS, Do.GO_INBOX, Do.SEARCH, Do.SETTINGS}


class CommandRoom(QObject):
    """Made when the first of them is asked for."""

    def __init__(
        self,
        window: QMainWindow,
        inbox: InboxScreen,
        desk: Desk,
        actions: Actions,
        around: Surroundings,
        is_possible: Callable[[Do], bool],
        run: Callable[[Do], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._inbox = inbox
        self._desk = desk
        self._actions = actions
        self._around = around
        self._is_possible = is_possible
        self._run = run

    def open_palette(self) -> "Palette":
        """The palette over everything that can be done at this moment."""
        from shopdesk.ui.commands.palette import Palette
        from shopdesk.ui.commands.presenter import PalettePresenter
        from shopdesk.ui.palette_finds import PaletteFinds

        finds = PaletteFinds(self._desk, self._around, self.open_conversation)
        presenter = PalettePresenter([*self.commands(), *self._snoozes()], finds, self._made)
        palette = Palette(self._around.theme, self._window, presenter)
        palette.show_palette()
        return palette

    def open_key_sheet(self) -> "KeySheet":
        """All keys."""
        from shopdesk.ui.commands.key_sheet import KeySheet

        sheet = KeySheet(self._around.theme, self._window)
        sheet.show_keys()
        return sheet

    def open_snooze(self, conversations: Sequence[ConversationId] | None, place: QPoint) -> "SnoozePopover":
        """Ask when conversations (None: those that triage means) shall come back; `place` is global."""
        from shopdesk.ui.commands.snooze_popover import SnoozePopover

        triage = self._inbox.triage
        popover = SnoozePopover(self._around.theme, self._window, self._around.now, place)
        popover.chosen.connect(lambda until: triage.snooze(until, conversations))
        popover.chosen_for.connect(lambda until, reason: triage.snooze(until, conversations, reason))
        popover.until_reply_chosen.connect(lambda: triage.wait(conversations))
        popover.show_offers()
        return popover

    @cached_property
    def menus(self) -> "CommandMenus":
        """The menu bar; on the Mac the system shows it at once, elsewhere Alt does."""
        from shopdesk.ui.commands.menu_bar import CommandMenus

        hidden = sys.platform != "darwin"
        return CommandMenus(self._window, self._actions, self._is_possible, self._around.theme, hidden=hidden)

    def listen_for_alt(self) -> None:
        """Let Alt show the menu bar, once the window is on the screen; the Mac has it from now on."""
        from shopdesk.ui.commands.menu_bar import AltKey

        if sys.platform == "darwin":
            self.menus.retranslate()
            return
        handle = self._window.windowHandle()
        if handle is not None:
            AltKey(handle, self._show_menus)

    def _show_menus(self) -> None:
        self.menus.show_for_keys()

    def open_conversation(self, row: Conversation) -> None:
        """Show a conversation in the list that it belongs to."""
        inbox = self._inbox
        tab = next((tab for tab in Tab if tab.holds(row)), Tab.DONE)
        if inbox.presenter.is_searching or inbox.presenter.tab is not tab:
            inbox.presenter.choose_tab(tab)
        inbox.presenter.select(row.id, by_person=True)
        inbox.focus_list()

    def commands(self) -> list[Entry]:
        """Every action that is possible at this moment, as a line of the palette."""
        return [self._entry(do) for do in ACTIONS if do is not Do.PALETTE and self._is_possible(do)]

    # --- inside -----------------------------------------------------------------------------------------------

    def _entry(self, do: Do) -> Entry:
        text, english = action_text(do), action_text(do, _english)
        title = tab_text(_TABS[do]) if do in _TABS else text
        here = ACTIONS[do].group is Group.CONVERSATION and do is not Do.UNDO
        kind = Kind.PLACES if do in _PLACES else Kind.HERE if here else Kind.COMMANDS
        titles = tuple(map(Title, dict.fromkeys((text, title, english))))
        icon = ACTIONS[do].icon or ("inbox" if do in _TABS else "arrow-right")
        return Entry(kind, title, partial(self._run, do), icon, self._detail(do), caps_of(do), titles)

    def _detail(self, do: Do) -> str:
        tab = _TABS.get(do)
        number = tab.count(self._inbox.presenter.counts) if tab is not None else 0
        if not number:
            return ""
        one, many = translate("Palette", "1 conversation"), translate("Palette", "%1 conversations")
        return counted(number, one, many)

    def _snoozes(self) -> list[Entry]:
        """The usual moments, to be found by typing."""
        if not self._is_possible(Do.SNOOZE):
            return []
        from shopdesk.ui.snooze import snooze_offers
        from shopdesk.ui.words import future_time

        now = self._around.now()
        return [self._snooze(offer.until, future_time(offer.until, now)) for offer in snooze_offers(now)]

    def _snooze(self, until: datetime, words: str, reason: str = "") -> Entry:
        title = translate("Palette", "Snooze until %1").replace("%1", words)
        titles = (Title(title), Title(f"Snooze until {words}"))
        run = partial(self._inbox.triage.snooze, until, reason=reason)
        return Entry(Kind.HERE, title, run, "clock", reason, titles=titles, only_when_typed=True)

    def _made(self, typed: str) -> Sequence[Entry]:
        """What a text may mean besides titles: a moment to snooze until, and words to search for."""
        from shopdesk.domain.snooze_reason import moment_and_reason
        from shopdesk.ui.words import future_time

        until, reason = moment_and_reason(typed, self._around.now())
        title = translate("Palette", "Search messages for “%1”").replace("%1", typed)
        entries = [Entry(Kind.SEARCH, title, partial(self._search, typed), "search")]
        if isinstance(until, datetime) and self._is_possible(Do.SNOOZE) and not typed.isdecimal():
            entries.append(self._snooze(until, future_time(until, self._around.now()), reason))
        return entries

    def _search(self, words: str) -> None:
        self._inbox.column.search.setText(words)
        self._inbox.focus_list()


def _english(_: str, text: str) -> str:
    return text
