"""The doors to customers and what is noted about them; storage fits them by shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from shopdesk.domain.blocking import BlockedSender
    from shopdesk.domain.conversation import Conversation
    from shopdesk.domain.customer import Customer, Dealings
    from shopdesk.domain.customer_note import CustomerBefore, CustomerDraft, CustomerNote
    from shopdesk.domain.erasing import MailsToErase
    from shopdesk.domain.ids import ConversationId, CustomerId, CustomerNoteId, FolderId, MessageId
    from shopdesk.domain.message import Address


class CustomerRepository(Protocol):
    """Customers by their address."""

    def meet(self, people: Sequence[tuple[Address, datetime]]) -> Sequence[CustomerId]:
        """Write who wrote or was written to, and when; returns those of whom something is new."""

    def find(self, text: str, limit: int) -> Sequence[Customer]:
        """In whose name or address every typed term begins a word, newest mail first; our own mailboxes left out."""

    def newest(self, limit: int) -> Sequence[Customer]:
        """With the newest mail first; our own mailboxes left out."""

    def by_address(self, address: str) -> Customer | None: ...
    def dealings(self, *addresses: str) -> Dealings: ...
    def conversations(self, addresses: Sequence[str], limit: int) -> Sequence[Conversation]:
        """The people's conversations with any of some addresses, newest first."""

    def words(self, addresses: Sequence[str], limit: int) -> Sequence[str]:
        """How the newest mails of people from some addresses begin."""

    @property
    def joins(self) -> JoinRepository: ...
    @property
    def blocked(self) -> BlockedRepository: ...


class BlockedRepository(Protocol):
    """Whose mails ask for nothing, and those mails."""

    def all(self) -> Sequence[BlockedSender]:
        """The newest first."""

    def keys(self) -> frozenset[str]: ...
    def since(self, key: str) -> datetime | None: ...
    def put(self, key: str, at: datetime | None) -> None:
        """Block a key, or (None) no longer."""

    def quiet(self) -> Sequence[tuple[MessageId, datetime, Address, Address]]:
        """Mails that ask for nothing because of it: receipt, sender, and whom their conversation is with."""

    def set_quiet(self, messages: Sequence[MessageId], *, quiet: bool) -> frozenset[ConversationId]:
        """Let mails of people ask for nothing, or ask again; returns the conversations that this touches."""

    def open(self) -> Sequence[tuple[ConversationId, str]]:
        """People's conversations that are not done, with the address that they are with."""


class JoinRepository(Protocol):
    """Which addresses are one customer."""

    def of(self, customer: CustomerId) -> Sequence[Customer]:
        """All addresses, the one that the others were joined into first; just itself for most."""

    def of_address(self, address: str) -> Sequence[Customer]:
        """The same; none when the desk has no row of the address."""

    def head(self, customer: CustomerId) -> CustomerId | None:
        """What an address was joined into."""

    def put(self, joins: Sequence[tuple[CustomerId, CustomerId | None]]) -> None:
        """Write what addresses are joined into, None for by itself."""

    def writers(self, numbers: Sequence[str], limit: int) -> Sequence[tuple[str, str, str]]:
        """Who writes about these order numbers: (number, name, address)."""


class ErasingRepository(Protocol):
    """Mails, notes and drafts of customers who want to be erased."""

    def found(self, addresses: Sequence[str]) -> MailsToErase: ...
    def erase(self, addresses: Sequence[str]) -> tuple[frozenset[ConversationId], frozenset[ConversationId]]:
        """Take it all away; returns the conversations that changed, and those that went."""

    def any_yet(self) -> bool:
        """Whether mails of anybody were ever erased."""

    def come_again(self, folder: FolderId, mails: Mapping[int, str]) -> frozenset[int]:
        """Which mails of a folder (fingerprints by UID, empty for unreadable ones) were erased; out: UIDs."""

    def leave_out(self, folder: FolderId, uids: Sequence[int], raw: Sequence[str] = ()) -> None:
        """Let nobody fetch erased mails again; their raw bytes (sha256) go out of the archive after the commit."""


class CustomerNoteRepository(Protocol):
    """What the shop wrote down about customers."""

    def of(self, customer: CustomerId) -> Sequence[CustomerNote]:
        """Newest first."""

    def get(self, note: CustomerNoteId) -> CustomerNote:
        """Raises `NotFound`."""

    def add(self, customer: CustomerId, text: str, author: str, at: datetime) -> CustomerNoteId: ...
    def save(self, note: CustomerNote) -> None: ...
    def remove(self, note: CustomerNoteId) -> None: ...
    def tags_of(self, customer: CustomerId) -> Sequence[str]:
        """In the order in which they were given."""

    def tag_given(self, customer: CustomerId, tag: str) -> datetime | None: ...
    def set_tag(self, customer: CustomerId, tag: str, given: datetime | None) -> None:
        """Give a tag, or (None) take it."""

    def known_tags(self, limit: int) -> Sequence[str]:
        """The most used ones first."""

    def drafts_of(self, customer: CustomerId) -> Sequence[CustomerDraft]: ...
    def save_draft(self, customer: CustomerId, draft: CustomerDraft) -> None:
        """Keep an unfinished note, or forget it when its text is empty."""

    def restore(self, before: CustomerBefore) -> None:
        """Bring notes and tags back as they were."""
