"""The side panel without Qt: whose card is shown, what is noted, and what was typed but not written yet."""

from collections.abc import Callable, Sequence
from typing import Protocol

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Conversation, Undo
from shopdesk.domain.customer import Customer, CustomerCard
from shopdesk.domain.customer_note import CustomerNote
from shopdesk.domain.ids import CustomerNoteId
from shopdesk.domain.message import Address
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk
from shopdesk.ui.side_panel.case_presenter import BesideCases
from shopdesk.ui.side_panel.clock_presenter import TheirClock
from shopdesk.ui.side_panel.drafts import Drafts
from shopdesk.ui.side_panel.join_presenter import JoinDeeds
from shopdesk.ui.side_panel.order_presenter import OrdersPresenter
from shopdesk.ui.side_panel.promise_presenter import BesidePromises
from shopdesk.ui.writes import Deed

Remember = Callable[[Deed, Callable[[], Undo]], None]
"""Begins an undoable write in the store lane."""


class PanelView(Protocol):
    """The widgets of the panel."""

    def show_person(self, row: Conversation, *, same: bool) -> None:
        """Who it is, at once; `same` when the card of this customer is shown already."""

    def show_card(self, card: CustomerCard) -> None: ...
    def show_tags_to_choose(self, tags: Sequence[str]) -> None: ...
    def show_failure(self, error: Exception) -> None: ...


class PanelPresenter:
    """Keeps the card of the open conversation's customer fresh while the panel can be seen."""

    def __init__(self, desk: Desk, reading: WorkLane, writing: WorkLane, remember: Remember) -> None:
        self._desk = desk
        self._reading = reading
        self._writing = writing
        self._remember = remember
        self._view: PanelView | None = None
        self._row: Conversation | None = None
        self._shown: str | None = None
        self._drafts = Drafts(desk, writing, self._were_kept, self._tell)
        self._is_reading = False
        self._is_stale = False
        self.card: CustomerCard | None = None
        """What is shown; None until it was read."""
        self.tags = TagDeeds(self, desk, reading)
        self.orders = OrdersPresenter(desk, reading, self._tell)
        self.cases = BesideCases(desk, reading, self._tell)
        self.promises = BesidePromises(desk, reading, self._tell)
        self.clock = TheirClock(desk, reading, lambda: None if self._row is None else self._row.id)
        self.joins = JoinDeeds(desk, reading, self.do, lambda: self.who)

    @property
    def who(self) -> Address | None:
        """Whose conversation is open."""
        return None if self._row is None else _who(self._row)

    @property
    def view(self) -> PanelView | None:
        """What can be seen; None while nothing can."""
        return self._view

    # --- whose card ----------------------------------------------------------------------------------

    def open(self, row: Conversation | None) -> None:
        """The conversation beside the panel is now this one, or none."""
        before, self._row = self._row, row
        if row is not None and before is not None and _is_same(row, before) and self.card is not None:
            if self._view is not None:
                self._view.show_person(row, same=True)
            return
        self.keep_drafts()
        self._show()

    def wake(self, view: PanelView) -> None:
        """The panel can be seen from now on."""
        self._view = view
        self._shown = None
        self._show()

    def sleep(self) -> None:
        """The panel cannot be seen: nothing is read until it wakes."""
        self.keep_drafts()
        self._view = None

    def apply(self, changes: Changes) -> None:
        """Something was written: read the card again when it is about this customer."""
        if changes.orders:
            self.orders.read(None)
        if changes.cases:
            self.cases.read(None)
        if changes.day:
            self.promises.read(None)
        card = self.card
        if card is None:
            self._is_stale = self._is_reading
            return
        mine = {row.id for row in card.conversations} & (changes.conversations | changes.removed_conversations)
        unknown = card.customer.id is None and changes.customers
        if mine or unknown or changes.customers & {card.customer.id, *(one.id for one in card.joined)}:
            self.refresh()

    def refresh(self) -> None:
        """Read the card again."""
        if self._view is None or self._row is None or not self._row.customer_email:
            return
        if self._is_reading:
            self._is_stale = True
            return
        self._is_reading, who = True, _who(self._row)
        self._reading.submit(lambda: self._desk.customers.card(who), lambda card: self._came(who, card), self._failed)

    def _show(self) -> None:
        row, view = self._row, self._view
        if row is None or view is None:
            return
        same = self._shown == row.customer_email and self.card is not None
        if not same:
            self.card = None
        self._shown = row.customer_email
        view.show_person(row, same=same)
        self.orders.read(row)
        self.cases.read(row)
        self.promises.read(row)
        if not row.customer_email:
            view.show_card(CustomerCard(Customer(None, row.customer_name, "")))
        self.refresh()

    def _came(self, who: Address, card: CustomerCard) -> None:
        self._is_reading = False
        if self._is_stale or self._row is None or who != _who(self._row):
            self._is_stale = False
            self.refresh()
        elif self._view is not None:
            self.card = self._drafts.over(card)
            self._view.show_card(self.card)
            self.joins.look(card)

    def _were_kept(self) -> None:
        if self.card is not None:
            self.card = self._drafts.over(self.card)

    def _failed(self, error: Exception) -> None:
        was_stale, self._is_reading, self._is_stale = self._is_stale, False, False
        self._tell(error)
        if was_stale:
            self.refresh()

    def _tell(self, error: Exception) -> None:
        if self._view is not None:
            self._view.show_failure(error)

    # --- notes ---------------------------------------------------------------------------------------

    def type(self, note: CustomerNoteId | None, text: str) -> None:
        """The words of a note so far; `keep_drafts` writes them down."""
        if self._row is not None:
            self._drafts.type(_who(self._row), note, text)

    def draft(self, note: CustomerNoteId | None) -> str:
        """What was typed of a note and not written; empty when nothing was."""
        typed = None if self._row is None else self._drafts.text(_who(self._row), note)
        drafts = self.card.drafts if self.card is not None else ()
        return next((draft.text for draft in drafts if draft.note == note), "") if typed is None else typed

    def keep_drafts(self) -> None:
        """Write down what was typed: after a pause, and whenever somebody turns to something else."""
        self._drafts.keep()

    def save(self, note: CustomerNoteId | None, text: str) -> None:
        """Write a note; an empty one is only forgotten. Its words stay at hand until the store has them."""
        if self._row is None:
            return
        who = _who(self._row)
        self._drafts.type(who, note, text)
        if not text.strip():
            self.discard(note)
            return
        customers = self._desk.customers

        def write() -> Undo:
            undo = customers.add_note(who, text) if note is None else customers.edit_note(note, text)
            self._drafts.forget(who, note)
            return undo

        self.do(Deed.NOTE_ADDED if note is None else Deed.NOTE_CHANGED, write)

    def discard(self, note: CustomerNoteId | None) -> None:
        """Forget what was typed of a note."""
        self.type(note, "")
        self.keep_drafts()
        self.look_again()

    def remove(self, note: CustomerNote) -> None:
        """Take a note away."""
        self.do(Deed.NOTE_REMOVED, lambda: self._desk.customers.remove_note(note.id))

    # --- inside --------------------------------------------------------------------------------------

    def do(self, deed: Deed, write: Callable[[], Undo]) -> None:
        """Begin an undoable write, and show what it gave."""
        self._remember(deed, write)
        self.look_again()

    def look_again(self) -> None:
        """Something was begun to be written. The lane is in order: what is asked now is answered when that is over."""

        def read(_: None) -> None:
            self.refresh()
            if self._view is not None:
                self.orders.read(None)
                self.cases.read(None)

        self._writing.submit(lambda: None, read)


def _is_same(row: Conversation, before: Conversation) -> bool:
    """The same conversation with news in it: the card learns of them by the changes that name it."""
    return row.id == before.id and row.customer_email == before.customer_email


def _who(row: Conversation) -> Address:
    return Address(row.customer_name if row.customer_name != row.customer_email else "", row.customer_email)


class TagDeeds:
    """What a person does to the tags of the customer whose card is shown."""

    def __init__(self, panel: PanelPresenter, desk: Desk, reading: WorkLane) -> None:
        self._panel = panel
        self._desk = desk
        self._reading = reading

    def ask(self) -> None:
        """Tags to choose from."""

        def show(tags: Sequence[str]) -> None:
            if self._panel.view is not None:
                self._panel.view.show_tags_to_choose(tags)

        self._reading.submit(self._desk.customers.known_tags, show, lambda _: None)

    def add(self, tag: str) -> None:
        """Give the customer a tag; one that they have changes nothing."""
        who = self._panel.who
        if who is not None and tag.strip() and not self._has(tag):
            self._panel.do(Deed.TAG_ADDED, lambda: self._desk.customers.add_tag(who, tag))

    def remove(self, tag: str) -> None:
        """Take a tag away."""
        who = self._panel.who
        if who is not None:
            self._panel.do(Deed.TAG_REMOVED, lambda: self._desk.customers.remove_tag(who, tag))

    def _has(self, tag: str) -> bool:
        tags = self._panel.card.tags if self._panel.card is not None else ()
        return " ".join(tag.split()).casefold() in {each.casefold() for each in tags}
