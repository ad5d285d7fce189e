"""What was typed of notes and is not written yet; nothing of it is let go before the store has it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from shopdesk.domain.customer import CustomerCard
from shopdesk.domain.customer_note import CustomerDraft
from shopdesk.domain.ids import CustomerNoteId
from shopdesk.domain.message import Address
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk

Place = tuple[str, CustomerNoteId | None]
"""About whom, and which note; None for a new one."""


@dataclass(slots=True)
class Drafts:
    """Keeps the words of each note that is typed, and hands them to the store lane."""

    desk: Desk
    writing: WorkLane
    on_kept: Callable[[], None]
    """The store has something now that was only here before; called just before it is let go here."""
    on_failure: Callable[[Exception], None]
    _typed: dict[Place, str] = field(default_factory=dict)
    _people: dict[str, Address] = field(default_factory=dict)

    def type(self, who: Address, note: CustomerNoteId | None, text: str) -> None:
        """The words so far."""
        self._people[who.key] = who
        self._typed[who.key, note] = text

    def text(self, who: Address, note: CustomerNoteId | None) -> str | None:
        """What was typed and is not in the store yet; None for nothing."""
        return self._typed.get((who.key, note))

    def forget(self, who: Address, note: CustomerNoteId | None) -> None:
        """The store has the note itself."""
        self._typed.pop((who.key, note), None)

    def keep(self) -> None:
        """Write everything down."""
        for place, text in list(self._typed.items()):
            self._keep(place, text)

    def over(self, card: CustomerCard) -> CustomerCard:
        """A card with what was typed last in place of what the store has of it."""
        drafts = {draft.note: draft.text for draft in card.drafts}
        key = card.customer.address.casefold()
        drafts.update({note: text for (whose, note), text in self._typed.items() if whose == key})
        kept = tuple(CustomerDraft(text, note) for note, text in drafts.items() if text.strip())
        return replace(card, drafts=kept)

    def _keep(self, place: Place, text: str) -> None:
        who, note = self._people[place[0]], place[1]
        draft = CustomerDraft(text if text.strip() else "", note)

        def let_go(_: object) -> None:
            if self._typed.get(place) == text:
                self.on_kept()
                del self._typed[place]

        self.writing.submit(lambda: self.desk.customers.save_draft(who, draft), let_go, self.on_failure)
