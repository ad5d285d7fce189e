"""What the list of conversations asks for: menus, the selection, the filter, mails that could not be read."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMainWindow, QMenu

from shopdesk.domain.conversation import ListFilter
from shopdesk.domain.ids import ConversationId, MailboxId
from shopdesk.ui.actions import ACTIONS, Actions, Do, Group, When, action_text, shown_keys
from shopdesk.ui.deeds import Deeds
from shopdesk.ui.desk import Desk
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable

    from shopdesk.domain.changes import Changes
    from shopdesk.jobs.link import Command
    from shopdesk.ui.assign_room import AssignRoom
    from shopdesk.ui.engine_room import EngineRoom
    from shopdesk.ui.health.presenter import Board
    from shopdesk.ui.inbox.empty_page import Offer
    from shopdesk.ui.people_room import BesideConversation
    from shopdesk.ui.set_aside.dialog import SetAsideDialog

_NOT_IN_MENU = {Do.UNDO, Do.SELECT_NEXT, Do.SELECT_PREVIOUS, Do.SELECT_ALL}


class ListRoom(QObject):
    """One for a window; everything rare is made when it is first asked for."""

    def __init__(
        self,
        window: QMainWindow,
        inbox: InboxScreen,
        deeds: Deeds,
        actions: Actions,
        desk: Desk,
        around: Surroundings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._inbox = inbox
        self._deeds = deeds
        self._actions = actions
        self._desk = desk
        self._around = around
        self._ask: Callable[[Command], None] = lambda _: None
        self._set_aside: SetAsideDialog | None = None
        column = inbox.column
        deeds.add(
            {
                Do.SELECT: self._toggle_current,
                Do.SELECT_NEXT: lambda: inbox.presenter.extend(1),
                Do.SELECT_PREVIOUS: lambda: inbox.presenter.extend(-1),
                Do.SELECT_ALL: lambda: inbox.presenter.selection.choose(inbox.presenter.listing.everyone()),
                Do.FILTER: self.open_filter,
                Do.SET_ASIDE: self.open_set_aside,
                Do.ASSIGN: lambda: self.assigning.ask(),  # noqa: PLW0108 - made at the first press
                Do.ASSIGN_ME: lambda: self.assigning.to_me(),  # noqa: PLW0108
                Do.JOIN_CUSTOMER: lambda: self.people.join_current(),  # noqa: PLW0108
                Do.BLOCK: lambda: self.people.block_current(),  # noqa: PLW0108
            }
        )
        column.set_aside_clicked.connect(self.open_set_aside)
        column.selection_cleared.connect(self._clear_selection)
        column.filter.clicked.connect(self.open_filter)
        column.list.button_pressed.connect(self._row_button)
        column.list.menu_asked.connect(self.open_menu)
        column.pages.offer_taken.connect(self._take_offer)
        inbox.presenter.tell_filter = self._show_filter

    @cached_property
    def assigning(self) -> "AssignRoom":
        """Gives conversations to people."""
        from shopdesk.ui.assign_room import AssignRoom

        return AssignRoom(self._window, self._inbox, self._desk, self._around)

    # --- the customer of the current conversation -------------------------------------------------------------

    @cached_property
    def people(self) -> "BesideConversation":
        """Joins the customer of the current conversation with others, and blocks them."""
        from shopdesk.ui.people_room import BesideConversation

        return BesideConversation(self._window, self._inbox, self._desk, self._around)

    # --- mails that could not be read -------------------------------------------------------------------------

    def attend(self, engine: "EngineRoom") -> None:
        """Follow what the engine tells about mails set aside; it can be asked for another try from now on."""
        self._ask = engine.link.send
        engine.health.board_changed.connect(self._count_set_aside)
        engine.feed.changed.connect(self._tell_set_aside)
        engine.care.open_set_aside = lambda _: self.open_set_aside()

    def open_set_aside(self) -> None:
        """Show the mails that could not be read."""
        if self._set_aside is None:
            from shopdesk.ui.set_aside.dialog import SetAsideDialog

            around = self._around
            self._set_aside = SetAsideDialog(
                around.theme, self._desk, around.lanes.reading, self._wish, around.now, self._window
            )
        self._set_aside.show()
        self._set_aside.activateWindow()
        self._set_aside.presenter.look()

    def _wish(self, command: "Command") -> None:
        self._ask(command)

    def _count_set_aside(self, board: "Board") -> None:
        self._inbox.column.show_set_aside(sum(line.health.set_aside for line in board.lines))

    def _tell_set_aside(self, changes: "Changes") -> None:
        if self._set_aside is not None and (changes.set_aside or changes.mailboxes):
            self._set_aside.presenter.news()

    # --- menus ------------------------------------------------------------------------------------------------

    def open_menu(self, conversation: ConversationId | None, place: QPoint) -> None:
        """The menu of a row, or of all selected ones when it is among them."""
        presenter = self._inbox.presenter
        if conversation is not None and conversation not in presenter.selection:
            presenter.selection.clear()
            if conversation != presenter.current:
                presenter.select(conversation, by_person=False)
        self._open(self.row_menu(), place)

    def row_menu(self) -> QMenu:
        """What can be done at this moment to the conversations that triage means."""
        several = len(self._inbox.presenter.selection) > 1
        menu = QMenu(self._window)
        for do, facts in ACTIONS.items():
            fits = facts.group is Group.CONVERSATION and facts.when is When.CONVERSATION and do not in _NOT_IN_MENU
            if not fits or (several and not facts.many) or not self._deeds.is_possible(do):
                continue
            action = menu.addAction(self._actions[do].icon(), f"{action_text(do)}\t{shown_keys(do)}")
            action.triggered.connect(lambda _=False, do=do: self._deeds.run(do))
        return menu

    def open_filter(self) -> None:
        """The menu under the filter's button."""
        from shopdesk.ui.inbox.filter_parts import filter_menu

        presenter, button = self._inbox.presenter, self._inbox.column.filter
        menu = filter_menu(self._window, presenter.only, self._names(), presenter.filter)
        self._open(menu, button.mapToGlobal(button.rect().bottomLeft()))

    def _open(self, menu: QMenu, place: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])

    # --- rows -------------------------------------------------------------------------------------------------

    def _row_button(self, do: Do, conversation: ConversationId, place: QPoint) -> None:
        triage = self._inbox.triage
        if do is Do.SNOOZE:
            self._inbox.snooze_asked.emit(conversation, place)
        elif do is Do.DONE:
            triage.mark_done([conversation])
        else:
            triage.mark_unread([conversation])

    def _toggle_current(self) -> None:
        presenter = self._inbox.presenter
        if presenter.current is not None:
            presenter.selection.toggle(presenter.current)

    def _clear_selection(self) -> None:
        self._inbox.presenter.selection.clear()
        self._inbox.focus_list()

    # --- filter and search ------------------------------------------------------------------------------------

    def _names(self) -> dict[MailboxId, str]:
        return {mailbox.id: mailbox.shown for mailbox in self._desk.mailboxes.all()}

    def _show_filter(self, only: ListFilter) -> None:
        from shopdesk.ui.inbox.filter_parts import filter_text

        column = self._inbox.column
        column.show_filter(filter_text(only, self._names()) if only.is_on else "")
        if only.is_on:
            column.filter_line.cleared.connect(self._clear_filter, Qt.ConnectionType.UniqueConnection)

    def _clear_filter(self) -> None:
        self._inbox.presenter.filter(ListFilter())
        self._inbox.focus_list()

    def _take_offer(self, offer: "Offer") -> None:
        from shopdesk.ui.inbox.empty_page import Offer

        presenter, search = self._inbox.presenter, self._inbox.column.search
        if offer is Offer.CLEAR_FILTER:
            self._clear_filter()
        elif offer is Offer.SEARCH_ALL:
            search.setText(presenter.search_everything())
            search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._inbox.leave_search()
