"""Customers: who writes to the shop, and what is known about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a search in the palette does not pay for conversations
    from datetime import datetime

    from shopdesk.domain.conversation import Conversation
    from shopdesk.domain.customer_note import CustomerDraft, CustomerNote
    from shopdesk.domain.ids import CustomerId
    from shopdesk.domain.mood import Mood


@dataclass(frozen=True, slots=True)
class Customer:
    """One address of a person who writes to the shop or is written to."""

    id: CustomerId | None
    """None for somebody whom the desk has no row of (yet): nothing was filed or noted under the address."""
    name: str
    address: str
    last_at: datetime | None = None
    """Receipt of their newest mail, as far as it was filed under this address."""

    @property
    def shown(self) -> str:
        """The name, or the address where there is none."""
        return self.name or self.address


@dataclass(frozen=True, slots=True)
class Dealings:
    """What the mails with a customer add up to; machine mail is left out."""

    conversations: int = 0
    open: int = 0
    """Conversations that are not done."""
    messages: int = 0
    """Mails from them and to them."""
    first_at: datetime | None = None
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CustomerCard:
    """All that a screen shows about a customer, from one reading."""

    customer: Customer
    dealings: Dealings = Dealings()
    tags: tuple[str, ...] = ()
    notes: tuple[CustomerNote, ...] = ()
    """Newest first."""
    drafts: tuple[CustomerDraft, ...] = ()
    conversations: tuple[Conversation, ...] = ()
    """Newest first; of very many the newest ones only, `dealings` counts them all."""
    joined: tuple[Customer, ...] = ()
    """All addresses of a customer who has several, the one that the others were joined into first."""
    language: str = ""
    """In which they write, a code such as `de`; empty when their newest mails say too little."""

    @property
    def mood(self) -> Mood:
        """How they felt in their newest conversation that is not done; calm when all are."""
        from shopdesk.domain.conversation import ConversationState
        from shopdesk.domain.mood import Mood

        return next((row.mood for row in self.conversations if row.state is not ConversationState.DONE), Mood.CALM)
