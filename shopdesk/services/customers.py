"""Customers: find them, see all that is known about one, note something; every change hands back its own inverse."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Undo
from shopdesk.domain.customer import Customer, CustomerCard
from shopdesk.domain.customer_note import NOTE_SIGNS, CustomerBefore, CustomerDraft, tidy_tag
from shopdesk.domain.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shopdesk.domain.ids import CustomerId, CustomerNoteId
    from shopdesk.domain.message import Address
    from shopdesk.services.ports import Clock, Store, Work

MOST_CONVERSATIONS = 200
"""So many conversations a card holds at most."""
_MOST_TAGS = 200


class Customers:
    """Who writes to the shop, one short use case per method."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    # --- looking -----------------------------------------------------------------------------------

    def find(self, text: str, limit: int = 20) -> Sequence[Customer]:
        """Customers in whose name or address every typed term begins a word, newest mail first; none for no text."""
        with self._store.reading() as work:
            return work.customers.find(text, limit)

    def newest(self, limit: int = 500) -> Sequence[Customer]:
        """Customers with the newest mails."""
        with self._store.reading() as work:
            return work.customers.newest(limit)

    def card(self, who: Address) -> CustomerCard:
        """All that is known of an address; also for one that nothing was filed under (its customer has no id)."""
        with self._store.reading() as work:
            known = work.customers.by_address(who.email)
            customer = known or Customer(None, who.name, who.email)
            card = CustomerCard(
                replace(customer, name=who.name or customer.name, address=who.email),
                work.customers.dealings(who.email),
                conversations=tuple(work.customers.conversations(who.email, MOST_CONVERSATIONS)),
            )
            if customer.id is None:
                return card
            notes = work.customer_notes
            return replace(
                card,
                tags=tuple(notes.tags_of(customer.id)),
                notes=tuple(notes.of(customer.id)),
                drafts=tuple(notes.drafts_of(customer.id)),
            )

    def known_tags(self) -> Sequence[str]:
        """Tags that customers have, the most used ones first."""
        with self._store.reading() as work:
            return work.customer_notes.known_tags(_MOST_TAGS)

    # --- notes -------------------------------------------------------------------------------------

    def add_note(self, who: Address, text: str, author: str = "") -> Undo:
        """Note something about a customer; its draft is done with. Raises `InputRefused` for an empty text."""
        words = _note_text(text)
        with self._store.writing() as work:
            customer = self._met(work, who)
            note = work.customer_notes.add(customer, words, author, self._clock.now())
            work.customer_notes.save_draft(customer, CustomerDraft(""))
            _touched(work, customer)
        return Undo(customer=CustomerBefore(customer, notes=((note, None),)))

    def edit_note(self, note: CustomerNoteId, text: str) -> Undo:
        """Put other words; the draft of this change is done with. Raises `InputRefused`, `NotFound`."""
        words = _note_text(text)
        with self._store.writing() as work:
            before = work.customer_notes.get(note)
            work.customer_notes.save_draft(before.customer_id, CustomerDraft("", note))
            if words != before.text:
                work.customer_notes.save(replace(before, text=words, edited_at=self._clock.now()))
            _touched(work, before.customer_id)
        return Undo(customer=CustomerBefore(before.customer_id, notes=((note, before),)))

    def remove_note(self, note: CustomerNoteId) -> Undo:
        """Take a note away. Raises `NotFound`."""
        with self._store.writing() as work:
            before = work.customer_notes.get(note)
            work.customer_notes.remove(note)
            _touched(work, before.customer_id)
        return Undo(customer=CustomerBefore(before.customer_id, notes=((note, before),)))

    def save_draft(self, who: Address, draft: CustomerDraft) -> None:
        """Keep an unfinished note, or forget it when its text is empty; nobody is told."""
        with self._store.writing() as work:
            known = work.customers.by_address(who.email)
            if known is None and not draft.text:
                return
            work.customer_notes.save_draft(self._met(work, who), replace(draft, text=draft.text[:NOTE_SIGNS]))

    # --- tags --------------------------------------------------------------------------------------

    def add_tag(self, who: Address, tag: str) -> Undo:
        """Give a customer a tag; the same word in another case is the same tag. `InputRefused` for an empty one."""
        return self._set_tag(who, tag, has=True)

    def remove_tag(self, who: Address, tag: str) -> Undo:
        """Take a tag away; no error when the customer does not have it."""
        return self._set_tag(who, tag, has=False)

    def _set_tag(self, who: Address, tag: str, *, has: bool) -> Undo:
        word = tidy_tag(tag)
        if not word:
            raise InputRefused("tag", "is empty")
        with self._store.writing() as work:
            customer = self._met(work, who)
            before = work.customer_notes.tag_given(customer, word)
            work.customer_notes.set_tag(customer, word, self._clock.now() if has else None)
            _touched(work, customer)
        return Undo(customer=CustomerBefore(customer, tags=((word, before),)))

    def _met(self, work: Work, who: Address) -> CustomerId:
        """The row of an address, made when there is none. Raises `InputRefused` for an empty address."""
        if (known := work.customers.by_address(who.email)) is not None and known.id is not None:
            return known.id
        met = work.customers.meet([(who, self._clock.now())])
        if not met:
            raise InputRefused("address", "is empty")
        return met[0]


def take_back(work: Work, before: CustomerBefore) -> None:
    """Bring notes and tags back as they were; part of the one undo of the desk."""
    work.customer_notes.restore(before)
    _touched(work, before.customer_id)


def _note_text(text: str) -> str:
    words = text.strip()[:NOTE_SIGNS]
    if not words:
        raise InputRefused("text", "is empty")
    return words


def _touched(work: Work, customer: CustomerId) -> None:
    work.touched(Changes(customers=frozenset({customer})))
