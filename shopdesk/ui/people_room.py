"""Joins customers and blocks senders wherever somebody asks for it: beside a conversation, on the customers' page."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from shopdesk.domain.blocking import Blockable
from shopdesk.domain.conversation import Conversation, Undo
from shopdesk.domain.customer import Customer
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.message import Address
from shopdesk.ui.words import counted, translate
from shopdesk.ui.writes import Deed

if TYPE_CHECKING:
    from shopdesk.ui.desk import Desk
    from shopdesk.ui.inbox_screen import InboxScreen
    from shopdesk.ui.side_panel.presenter import Remember
    from shopdesk.ui.surroundings import Surroundings
    from shopdesk.ui.widgets.choice_picker import Choice, ChoicePicker, PickerWords

_MOST_FOUND = 30


class PeopleRoom(QObject):
    """One for a window, or for a page of it."""

    def __init__(
        self,
        window: QWidget,
        desk: "Desk",
        around: "Surroundings",
        remember: "Remember",
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._around = around
        self._remember = remember
        self._failed = failed
        self.menu: QMenu | None = None
        self.picker: ChoicePicker | None = None

    # --- who is the same person -------------------------------------------------------------------------------

    def join(self, who: Address) -> None:
        """Ask who else this is."""
        from shopdesk.ui.widgets.choice_picker import ChoicePicker

        if not who.email:
            return
        theme = self._around.theme
        self.picker = ChoicePicker(theme, self._window.window(), _join_words(who), partial(self._find, who))
        self.picker.chosen.connect(lambda other: self._join(who, other))
        self.picker.start()

    def _find(self, who: Address, typed: str, show: "Callable[[Sequence[Choice]], None]") -> None:
        from shopdesk.ui.people_words import reason_text
        from shopdesk.ui.widgets.choice_picker import Choice

        customers = self._desk.customers

        def found() -> Sequence[Choice]:
            if not typed:
                return [Choice(one.customer, _line_of(one.customer, reason_text(one))) for one in customers.alike(who)]
            own = {who.email.casefold(), *(one.address.casefold() for one in customers.card(who).joined)}
            people = [one for one in customers.find(typed, _MOST_FOUND) if one.address.casefold() not in own]
            known = {one.address.casefold() for one in people} | own
            if "@" in typed.strip("@") and " " not in typed and typed.casefold() not in known:
                people.append(Customer(None, "", typed))
            return [Choice(one, _line_of(one)) for one in people]

        self._around.lanes.reading.submit(found, show, self._failed)

    def _join(self, who: Address, other: Customer) -> None:
        address = Address(other.name, other.address)
        self._remember(Deed.JOINED, lambda: self._desk.customers.join(who, [address]))

    # --- whom nobody wants to hear ----------------------------------------------------------------------------

    def block(self, address: str, at: QPoint) -> None:
        """Ask whether only this address or its whole domain; somebody who is blocked can be heard again."""
        if address:
            show = partial(self._open, at)
            self._around.lanes.reading.submit(lambda: self._desk.blocking.look_at(address), show, self._failed)

    def _open(self, at: QPoint, found: Blockable) -> None:
        if not found.address:
            return
        self.menu = menu = QMenu(self._window)
        menu.setAccessibleName(translate("People", "Block the sender"))
        if found.blocked_by:
            key, hear = found.blocked_by, translate("People", "Unblock %1")
            self._line(menu, "check", hear.replace("%1", key), lambda: self._unblock(key))
        else:
            self._offer(menu, found.address, translate("People", "Block %1"), found.open)
            if found.domain:
                menu.addSeparator()
                whole = translate("People", "Block everybody at %1")
                self._offer(menu, found.domain, whole, found.open_of_domain)
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    def _offer(self, menu: QMenu, key: str, words: str, still_open: Sequence[ConversationId]) -> None:
        words = words.replace("%1", key.removeprefix("@"))
        self._line(menu, "ban", words, lambda: self._block(key, ()))
        if still_open:
            one = translate("People", "%2, and mark 1 open conversation done")
            many = translate("People", "%2, and mark %1 open conversations done")
            both = counted(len(still_open), one, many).replace("%2", words)
            self._line(menu, "list-checks", both, lambda: self._block(key, still_open))

    def _line(self, menu: QMenu, icon: str, words: str, run: Callable[[], None]) -> None:
        action = QAction(self._around.theme.icon(icon), words.replace("&", "&&"), menu)
        action.triggered.connect(lambda _=False: run())
        menu.addAction(action)

    def _block(self, key: str, done: Sequence[ConversationId]) -> None:
        blocking, conversations = self._desk.blocking, self._desk.conversations

        def write() -> Undo:
            undo = blocking.block(key)
            return replace(conversations.mark_done(done), blocking=undo.blocking) if done else undo

        self._remember(Deed.BLOCKED, write)

    def _unblock(self, key: str) -> None:
        self._remember(Deed.UNBLOCKED, lambda: self._desk.blocking.unblock(key))


class BesideConversation(PeopleRoom):
    """The same for the customer of the conversation that is read."""

    def __init__(self, window: QWidget, inbox: "InboxScreen", desk: "Desk", around: "Surroundings") -> None:
        def remember(deed: Deed, write: Callable[[], Undo]) -> None:
            inbox.triage.write(deed, [], write, inbox.customer.look_again)
            inbox.customer.look_again()

        super().__init__(window, desk, around, remember, inbox.stage.show_failure)
        self._inbox = inbox

    def join_current(self) -> None:
        """Who else is this?"""
        row = self._current()
        if row is not None:
            self.join(Address(row.customer_name, row.customer_email))

    def block_current(self) -> None:
        """Hear them no more, or again."""
        row, more = self._current(), self._inbox.pane.header.more
        if row is not None:
            self.block(row.customer_email, more.mapToGlobal(more.rect().bottomLeft()))

    def _current(self) -> Conversation | None:
        current = self._inbox.presenter.current
        numbers = [] if current is None else [current]
        return next(iter(self._inbox.presenter.listing.known_all(numbers)), None)


def _line_of(customer: Customer, reason: str = "") -> str:
    return " · ".join(part for part in (customer.name, customer.address, reason) if part)


def _join_words(who: Address) -> "PickerWords":
    from shopdesk.ui.widgets.choice_picker import PickerWords

    return PickerWords(
        translate("People", "Who is %1 too?").replace("%1", who.shown),
        translate("People", "Name or address"),
        translate("People", "Conversations, orders, notes and cases of both stand together. Z takes it back."),
        translate("People", "Type a name or an address, also one that never wrote."),
    )
