"""The doors to what the sync brings in: messages, conversations, the full-text index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from shopdesk.domain.conversation import Lane

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from shopdesk.domain.control import SimpleControl
    from shopdesk.domain.conversation import Conversation, ConversationState, ListFilter, TabCounts
    from shopdesk.domain.filing import (
        ConversationFacts,
        KnownMessage,
        NewMessage,
        NewPlace,
        Renewal,
        UnfinishedPlace,
    )
    from shopdesk.domain.ids import ConversationId, FolderId, MailboxId, MessageId, PlaceId
    from shopdesk.domain.mailbox import Folder
    from shopdesk.domain.message import Message, Remainder, SetAsideMail, StoredPlace
    from shopdesk.domain.search import SearchHit, SearchQuery


class MailRepository(Protocol):
    """Messages and their places, in batches: the hot path of the sync. Nothing here decides anything."""

    def known_uids(self, folder: FolderId) -> array[int]:
        """UIDs that have a place in the folder, ascending."""

    def unfinished(self, mailbox: MailboxId) -> Sequence[UnfinishedPlace]:
        """Places in wanted folders whose raw bytes are not all here, newest message first."""

    def by_fingerprint(self, fingerprints: Sequence[str]) -> Mapping[str, KnownMessage]: ...
    def new_ids(self, received_seconds: Sequence[int]) -> Sequence[MessageId]:
        """Unused message ids, one per given second (UTC), in the same order; a full second flows into the next."""

    def add_messages(self, messages: Sequence[NewMessage]) -> None:
        """Write messages with bodies, search rows, references and numbers."""

    def read_by_older(self, limit: int) -> Sequence[tuple[MessageId, str]]:
        """Messages whose reading is an older reader's and whose raw bytes are here, newest first: id and sha256."""

    def keep_readings(self, messages: Sequence[MessageId]) -> None:
        """Let readings count as this reader's."""

    def renew_messages(self, renewals: Sequence[Renewal]) -> frozenset[ConversationId]:
        """Replace provisional (or older) readings, their search rows, references and numbers; all else stays.

        Returns the conversations of those that are here, for the caller to recount.
        """

    def remove_notes(self, notes: Sequence[MessageId]) -> None:
        """Take notes of the team away; a mail is never taken away so."""

    def add_places(self, folder: FolderId, places: Sequence[NewPlace]) -> None:
        """Write places; an existing (folder, uid) is replaced."""

    def finish_places(
        self,
        folder: FolderId,
        finished: Sequence[tuple[int, str, int]],
        remainders: Mapping[MessageId, Remainder] | None = None,
    ) -> frozenset[ConversationId]:
        """Say that the raw bytes are in the archive: (uid, sha256, their true length) for each place.

        With a remainder the provisional reading of a message stands for the whole mail. Returns the conversations of
        those messages; nothing in them is to be recounted.
        """

    def set_flags(self, folder: FolderId, flags: Mapping[int, frozenset[str]]) -> frozenset[ConversationId]:
        """Write the server's flags of known places (unknown UIDs are skipped) and take \\Seen and \\Answered over to
        their messages; returns the conversations whose messages really changed."""

    def remove_places(self, folder: FolderId, uids: Sequence[int] | None) -> frozenset[ConversationId]:
        """Take away places (None: all of the folder); messages stay and are marked gone when it was their last place.
        Returns the touched conversations."""

    def set_aside(self, mailbox: MailboxId | None = None) -> Sequence[SetAsideMail]:
        """Mails that could not be read, newest first."""

    def place_of(self, place: PlaceId) -> tuple[Folder, NewPlace]: ...
    def places_of(self, message: MessageId) -> Sequence[tuple[Folder, int]]:
        """Where a message lies on servers: folders with its UID there."""

    def sha256_at(self, mailbox: MailboxId, folder: str, uid: int) -> str:
        """Raises `NotFound` when there is no such place or its bytes are not all here."""

    def sha256_of(self, message: MessageId) -> str:
        """Of one complete copy of a message; raises `NotFound` when none is here."""

    def stored_places(
        self, after: tuple[int, int], limit: int, *, gone: bool
    ) -> Sequence[tuple[tuple[int, int], StoredPlace]]:
        """A page of `main.py mails` with paging keys: start with (0, 0), go on with the last key.

        `gone` adds the mails that have no place.
        """

    def mark_bounced(self, original_message_id: str, reason: str) -> ConversationId | None:
        """Mark our own message that a delivery report is about; returns its conversation, None if it is not here."""


class ConversationRepository(Protocol):
    """Conversations: lists, states, grouping."""

    def get(self, conversation: ConversationId) -> Conversation: ...
    def rows(self, conversations: Sequence[ConversationId]) -> Sequence[Conversation]:
        """In the order asked for; vanished ones are left out."""

    def ids(
        self,
        state: ConversationState,
        lane: Lane = Lane.PEOPLE,
        mailbox: MailboxId | None = None,
        only: ListFilter | None = None,
        at: datetime | None = None,
    ) -> array[int]:
        """All of a tab: NEEDS_REPLY by due time (those without one last, the longest wait first), what is not overdue
        `at` a moment behind what is, the angry ones first; SNOOZED by its time; others newest first.

        `only` leaves out what a filter holds back; it has a mailbox of its own.
        """

    def counts(self, only: ListFilter | None = None) -> TabCounts: ...
    def messages(self, conversation: ConversationId) -> Sequence[Message]:
        """Oldest first."""

    def of_message(self, message: MessageId) -> ConversationId | None: ...
    def new_ids(self, count: int) -> Sequence[ConversationId]: ...
    def add(self, conversations: Sequence[Conversation]) -> None: ...
    def save_states(self, conversations: Sequence[Conversation]) -> None:
        """Write state, snoozed_until, waiting_since, lane, customer, market, subject, bounced, due times and clock of
        existing ones; `services.due_times` sees to the last two."""

    def refresh(self, conversations: Sequence[ConversationId]) -> Sequence[ConversationId]:
        """Recount messages, unread, last_at, snippet, attachments, order numbers from the messages; conversations
        without any message are removed and returned."""

    def facts(self, conversations: Sequence[ConversationId]) -> Mapping[ConversationId, ConversationFacts]: ...
    def move_messages(self, messages: Sequence[MessageId], to: ConversationId) -> None:
        """Also carries their references along, so that later replies follow them."""

    def move_all(self, source: ConversationId, to: ConversationId) -> None: ...
    def by_message_ids(self, message_ids: Sequence[str]) -> Mapping[str, ConversationId]:
        """Which conversation a Message-ID belongs to, whether that mail is here or only referred to."""

    def by_alias_and_order(self, pairs: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], ConversationId]: ...
    def by_order_and_customer(self, pairs: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], ConversationId]:
        """Pairs (order number, customer address casefolded)."""

    def by_subject_and_customer(
        self, pairs: Sequence[tuple[str, str]]
    ) -> Mapping[tuple[str, str], Sequence[tuple[int, ConversationId]]]:
        """Pairs (normalised subject, customer casefolded) → (received second, conversation) of fitting messages."""

    def due_snoozes(self, now: datetime) -> Sequence[ConversationId]:
        """Snoozed conversations whose time has come."""

    def mark_read(self, messages: Sequence[MessageId], *, read: bool) -> None: ...


class SearchIndex(Protocol):
    """The full-text index over all messages."""

    def find(
        self,
        query: SearchQuery,
        limit: int,
        by_relevance: bool = False,  # noqa: FBT001, FBT002
        control: SimpleControl | None = None,
    ) -> Sequence[SearchHit]:
        """At most `limit` conversations, newest first unless by relevance; an empty query finds nothing.

        Raises `Cancelled` soon after `control` was cancelled.
        """
