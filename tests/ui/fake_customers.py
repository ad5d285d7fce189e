"""Customers in memory that fit what the window needs of them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from shopdesk.domain.case import Case
from shopdesk.domain.conversation import Conversation, ConversationState, Lane, Undo
from shopdesk.domain.customer import Customer, CustomerCard, Dealings
from shopdesk.domain.customer_join import Alike
from shopdesk.domain.customer_note import CustomerBefore, CustomerDraft, CustomerNote, tidy_tag
from shopdesk.domain.ids import ConversationId, CustomerId, CustomerNoteId
from shopdesk.domain.message import Address

NOTED = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)


@dataclass
class FakeCustomers:
    """Customers are the people of the conversations, numbered as they are first asked for."""

    rows: Callable[[], Sequence[Conversation]]
    notes: dict[int, CustomerNote] = field(default_factory=dict)
    tags: dict[int, list[str]] = field(default_factory=dict)
    drafts: dict[tuple[int, int], str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    fail_with: Exception | None = None
    cases_of: Callable[[ConversationId], Sequence[Case]] = lambda number: ()
    alike_ones: dict[str, list[Alike]] = field(default_factory=dict)
    languages: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    """Addresses, and those that they were joined into."""

    def find(self, text: str, limit: int = 20) -> Sequence[Customer]:
        found: dict[str, Customer] = {}
        for row in self.rows():
            words = re.split(r"\W+", f"{row.customer_name} {row.customer_email}".casefold())
            if text and all(any(word.startswith(term) for word in words) for term in text.casefold().split()):
                number = self.number(row.customer_email)
                found.setdefault(
                    row.customer_email, Customer(number, row.customer_name, row.customer_email, row.last_at)
                )
        return list(found.values())[:limit]

    def newest(self, limit: int = 500) -> Sequence[Customer]:
        rows = sorted(self.rows(), key=lambda row: row.last_at, reverse=True)
        found = {row.customer_email: row for row in reversed(rows) if row.lane is Lane.PEOPLE}
        found = {address: row for address, row in found.items() if address not in self.heads}
        people = [Customer(self.number(row.customer_email), row.customer_name, row.customer_email, row.last_at)
                  for row in found.values()]
        return sorted(people, key=lambda one: one.last_at or NOTED, reverse=True)[:limit]

    def card(self, who: Address) -> CustomerCard:
        self.asked.append(who.email)
        if self.fail_with is not None:
            raise self.fail_with
        number = self.number(who.email)
        people = self.group(who.email)
        rows = [row for row in self.rows() if row.customer_email in people and row.lane is Lane.PEOPLE]
        rows.sort(key=lambda row: row.last_at, reverse=True)
        return CustomerCard(
            Customer(number, who.name, who.email),
            Dealings(
                len(rows),
                sum(row.state is not ConversationState.DONE for row in rows),
                sum(row.messages for row in rows),
                min((row.last_at for row in rows), default=None),
                max((row.last_at for row in rows), default=None),
            ),
            tuple(self.tags.get(number, ())),
            tuple(sorted((n for n in self.notes.values() if n.customer_id == number), key=lambda n: -n.id)),
            tuple(
                CustomerDraft(text, CustomerNoteId(note) if note else None)
                for (customer, note), text in self.drafts.items()
                if customer == number
            ),
            tuple(rows),
            tuple(Customer(self.number(each), "", each) for each in people) if len(people) > 1 else (),
            self.languages.get(who.email, ""),
        )

    def cases(self, conversation: ConversationId) -> Sequence[Case]:
        return self.cases_of(conversation)

    def alike(self, who: Address) -> Sequence[Alike]:
        return [one for one in self.alike_ones.get(who.email, ()) if one.customer.address not in self.group(who.email)]

    def join(self, into: Address, addresses: Sequence[Address]) -> Undo:
        self._refuse()
        head, before = self.heads.get(into.email, into.email), dict(self.heads)
        every = [each for one in addresses for each in self.group(one.email)]
        self.heads |= {each: head for each in every if each != head}
        return self._joined(before)

    def part(self, address: str) -> Undo:
        self._refuse()
        before, others = dict(self.heads), [each for each in self.group(address) if each != address]
        for each in (address, *others):
            self.heads.pop(each, None)
        self.heads |= dict.fromkeys(others[1:], others[0] if others else "")
        return self._joined(before)

    def group(self, address: str) -> list[str]:
        """All addresses of a customer, the first one first."""
        head = self.heads.get(address, address)
        return [head, *(each for each, into in self.heads.items() if into == head)]

    def _joined(self, before: dict[str, str]) -> Undo:
        touched = sorted({*before, *self.heads})
        joins = tuple((self.number(one), self.number(before[one]) if one in before else None) for one in touched)
        return Undo(customer=CustomerBefore(joins[0][0], joins=joins))

    def known_tags(self) -> Sequence[str]:
        return list(dict.fromkeys(tag for tags in self.tags.values() for tag in tags))

    def add_note(self, who: Address, text: str) -> Undo:
        self._refuse()
        number = self.number(who.email)
        note = CustomerNoteId(max(self.notes, default=0) + 1)
        self.notes[note] = CustomerNote(note, number, text.strip(), NOTED)
        self.drafts.pop((number, 0), None)
        return Undo(customer=CustomerBefore(number, notes=((note, None),)))

    def edit_note(self, note: CustomerNoteId, text: str) -> Undo:
        self._refuse()
        before = self.notes[note]
        self.notes[note] = replace(before, text=text.strip(), edited_at=NOTED)
        self.drafts.pop((before.customer_id, note), None)
        return Undo(customer=CustomerBefore(before.customer_id, notes=((note, before),)))

    def remove_note(self, note: CustomerNoteId) -> Undo:
        self._refuse()
        before = self.notes.pop(note)
        return Undo(customer=CustomerBefore(before.customer_id, notes=((note, before),)))

    def save_draft(self, who: Address, draft: CustomerDraft) -> None:
        self._refuse()
        place = (self.number(who.email), draft.note or 0)
        if draft.text:
            self.drafts[place] = draft.text
        else:
            self.drafts.pop(place, None)

    def add_tag(self, who: Address, tag: str) -> Undo:
        return self._set_tag(who, tidy_tag(tag), has=True)

    def remove_tag(self, who: Address, tag: str) -> Undo:
        return self._set_tag(who, tag, has=False)

    def take_back(self, before: CustomerBefore) -> None:
        """Undo, as the desk does it."""
        for number, note in before.notes:
            if note is None:
                self.notes.pop(number, None)
            else:
                self.notes[number] = note
        for tag, given in before.tags:
            tags = [other for other in self.tags.get(before.customer_id, []) if other != tag]
            self.tags[before.customer_id] = [*tags, tag] if given else tags
        addresses = {number: address for address, number in self.numbers.items()}
        for number, head in before.joins:
            self.heads.pop(addresses[number], None)
            if head is not None:
                self.heads[addresses[number]] = addresses[head]

    def number(self, address: str) -> CustomerId:
        """The number of an address."""
        return CustomerId(self.numbers.setdefault(address.casefold(), len(self.numbers) + 1))

    def _set_tag(self, who: Address, tag: str, *, has: bool) -> Undo:
        self._refuse()
        number = self.number(who.email)
        before = CustomerBefore(number, tags=((tag, NOTED if tag in self.tags.get(number, []) else None),))
        self.take_back(CustomerBefore(number, tags=((tag, NOTED if has else None),)))
        return Undo(customer=before)

    def _refuse(self) -> None:
        if self.fail_with is not None:
            raise self.fail_with
