"""Customers: find them, see all that is known about one, note something; every change hands back its own inverse."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Undo
from shopdesk.domain.customer import Customer, CustomerCard
from shopdesk.domain.customer_note import NOTE_SIGNS, CustomerBefore, CustomerDraft, tidy_tag
from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.services.joined_addresses import every_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shopdesk.domain.case import Case
    from shopdesk.domain.customer_join import Alike
    from shopdesk.domain.ids import ConversationId, CustomerId, CustomerNoteId
    from shopdesk.domain.message import Address
    from shopdesk.services.ports import Clock, Store, Work

MOST_CONVERSATIONS = 200
"""So many conversations a card holds at most."""
_MOST_TAGS = 200
_MAILS_READ = 3
"""So many of the newest mails tell in which language they write."""


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
        """All that is known of a customer, by any of their addresses; also of one that nothing was filed under (they
        have no id)."""
        with self._store.reading() as work:
            known = work.customers.by_address(who.email)
            customer = known or Customer(None, who.name, who.email)
            people = () if known is None or known.id is None else tuple(work.customers.joins.of(known.id))
            addresses = [one.address for one in people] or [who.email]
            card = CustomerCard(
                replace(customer, name=who.name or customer.name, address=who.email),
                work.customers.dealings(*addresses),
                conversations=tuple(work.customers.conversations(addresses, MOST_CONVERSATIONS)),
                joined=people if len(people) > 1 else (),
                language=_language("\n".join(work.customers.words(addresses, _MAILS_READ))),
            )
            return card if customer.id is None else _with_notes(work, card, customer.id, _ids(people))

    def alike(self, who: Address) -> Sequence[Alike]:
        """Others who may be the same person, with the reason; nobody is joined by that."""
        from shopdesk.services.alike import alike

        with self._store.reading() as work:
            return alike(work, who.email)

    def cases(self, conversation: ConversationId) -> Sequence[Case]:
        """Cases of a conversation first, then the others of its customer; of both the open ones first, by number.

        None for a conversation that was merged away meanwhile.
        """
        with self._store.reading() as work:
            rows = work.conversations.rows([conversation])
            here = work.cases.of_conversations([conversation])
            theirs = work.cases.of_customers(every_address(work, [row.customer_email for row in rows]))
        nearest = {case.id for case in here}
        both = {case.id: case for case in (*here, *theirs)}.values()
        return sorted(both, key=lambda case: (case.id not in nearest, not case.is_open, case.id))

    def known_tags(self) -> Sequence[str]:
        """Tags that customers have, the most used ones first."""
        with self._store.reading() as work:
            return work.customer_notes.known_tags(_MOST_TAGS)

    # --- several addresses -------------------------------------------------------------------------

    def join(self, into: Address, addresses: Sequence[Address]) -> Undo:
        """Treat all these addresses as one customer, who goes by the name of the first.

        Raises `InputRefused` for our own mailboxes, empty addresses, too many, and when they are one customer already.
        """
        from shopdesk.services.joining import joined

        with self._store.writing() as work:
            people = [self._met(work, who) for who in (into, *addresses)]
            return joined(work, people)

    def part(self, address: str) -> Undo:
        """Let an address stand by itself again; notes go with the address that they were written on.

        Raises `InputRefused` when it is not joined with any.
        """
        from shopdesk.services.joining import parted

        with self._store.writing() as work:
            return parted(work, address)

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
            # A note of a joined address is changed where it was written.
            owner = self._met(work, who) if draft.note is None else _owner(work, draft.note) or self._met(work, who)
            work.customer_notes.save_draft(owner, replace(draft, text=draft.text[:NOTE_SIGNS]))

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
            people = _ids(work.customers.joins.of(customer))
            given = {one: work.customer_notes.tag_given(one, word) for one in people}
            if not has or not any(given.values()):
                for one in people if not has else [customer]:
                    work.customer_notes.set_tag(one, word, self._clock.now() if has else None)
            _touched(work, customer)
        mine, *others = (CustomerBefore(one, tags=((word, at),)) for one, at in given.items())
        return Undo(customer=replace(mine, others=tuple(others)))

    def _met(self, work: Work, who: Address) -> CustomerId:
        """The row of an address, made when there is none. Raises `InputRefused` for an empty address."""
        if (known := work.customers.by_address(who.email)) is not None and known.id is not None:
            return known.id
        met = work.customers.meet([(who, self._clock.now())])
        if not met:
            raise InputRefused("address", "is empty")
        return met[0]


def take_back(work: Work, before: CustomerBefore) -> None:
    """Bring notes, tags and joined addresses back as they were; part of the one undo of the desk."""
    _touched(work, before.customer_id)
    work.customer_notes.restore(before)
    work.customers.joins.put(before.joins)
    _touched(work, before.customer_id)
    if before.joins:
        _touched(work, *(one for one, _ in before.joins))
        work.touched(Changes(orders=True, cases=True))


def _with_notes(work: Work, card: CustomerCard, own: CustomerId, people: Sequence[CustomerId]) -> CustomerCard:
    """A card with what was noted about all addresses; an unfinished new note belongs to the one that is looked at."""
    notes, tags, drafts = work.customer_notes, dict[str, str](), list(work.customer_notes.drafts_of(own))
    for one in people:
        tags |= {tag.casefold(): tag for tag in notes.tags_of(one) if tag.casefold() not in tags}
        if one != own:
            drafts += [draft for draft in notes.drafts_of(one) if draft.note is not None]
    written = sorted((note for one in people for note in notes.of(one)), key=lambda note: note.id, reverse=True)
    written.sort(key=lambda note: note.created_at, reverse=True)
    return replace(card, tags=tuple(tags.values()), notes=tuple(written), drafts=tuple(drafts))


def _language(text: str) -> str:
    from shopdesk.domain.language_guess import guess_language

    return guess_language(text)


def _owner(work: Work, note: CustomerNoteId) -> CustomerId | None:
    try:
        return work.customer_notes.get(note).customer_id
    except NotFound:
        return None


def _ids(people: Sequence[Customer]) -> list[CustomerId]:
    return [one.id for one in people if one.id is not None]


def _note_text(text: str) -> str:
    words = text.strip()[:NOTE_SIGNS]
    if not words:
        raise InputRefused("text", "is empty")
    return words


def _touched(work: Work, *customers: CustomerId) -> None:
    """Whoever shows any of their addresses looks again."""
    every = {number for one in customers for number in _ids(work.customers.joins.of(one))}
    work.touched(Changes(customers=frozenset({*customers, *every})))
