"""Conversations: lists, states, grouping."""

from array import array
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from shopdesk.domain.conversation import Conversation, ConversationState, Lane, ListFilter, TabCounts
from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import ConversationId, MailboxId, MessageId
from shopdesk.storage import conversation_rows, grouping
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.list_order import listed
from shopdesk.storage.storable import storable
from shopdesk.storage.values import LANE, STATE, id_list, micros, micros_or_none

if TYPE_CHECKING:
    from shopdesk.domain.filing import ConversationFacts
    from shopdesk.domain.message import Message

LIST = "conversation_list"
OF_TAB = "lane = ? AND state = ?"
OF_MAILBOX = f"{OF_TAB} AND mailbox_id = ?"
COUNTS = "SELECT lane, state, total, unread FROM tab_count"
DUE = """SELECT id FROM conversation INDEXED BY conversation_list
    WHERE lane IN (0, 1) AND state = 2 AND sort_at <= ?"""


class ConversationTable:
    """Conversations; fits `ports.ConversationRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database
        self._given = 0

    def get(self, conversation: ConversationId) -> Conversation:
        """One conversation; raises `NotFound`."""
        rows = self.rows([conversation])
        if not rows:
            raise NotFound(f"conversation {conversation}")
        return rows[0]

    def rows(self, conversations: Sequence[ConversationId]) -> Sequence[Conversation]:
        """In the order asked for; vanished ones are left out."""
        rows = self._database.rows(conversation_rows.PAGE, (id_list(conversations),))
        found = {row[0]: conversation_rows.conversation_of(row) for row in rows}
        return [found[each] for each in conversations if each in found]

    def ids(
        self,
        state: ConversationState,
        lane: Lane = Lane.PEOPLE,
        mailbox: MailboxId | None = None,
        only: ListFilter | None = None,
        at: datetime | None = None,
    ) -> "array[int]":
        """All of a tab: NEEDS_REPLY by due time, of those not overdue `at` a moment the angry ones first; SNOOZED by
        its time; others newest first."""
        moment = at if state is ConversationState.NEEDS_REPLY else None
        if only is not None and only.is_on:
            from shopdesk.storage.filtered import filtered_ids

            return filtered_ids(self._database, state, lane, only, moment)
        if mailbox is None:
            return listed(self._database, LIST, OF_TAB, (LANE[lane], STATE[state]), moment)
        return listed(self._database, LIST, OF_MAILBOX, (LANE[lane], STATE[state], mailbox), moment)

    def counts(self, only: ListFilter | None = None) -> TabCounts:
        """Numbers of the tabs; through a filter they are counted anew."""
        if only is not None and only.is_on:
            from shopdesk.storage.filtered import filtered_counts

            return filtered_counts(self._database, only)
        rows = self._database.rows(COUNTS)
        total = {(lane, state): count for lane, state, count, _ in rows}
        people = LANE[Lane.PEOPLE]
        return TabCounts(
            needs_reply=total[people, STATE[ConversationState.NEEDS_REPLY]],
            waiting=total[people, STATE[ConversationState.WAITING]],
            snoozed=total[people, STATE[ConversationState.SNOOZED]],
            done=total[people, STATE[ConversationState.DONE]],
            unread=sum(unread for lane, _, _, unread in rows if lane == people),
            machines=sum(unread for lane, _, _, unread in rows if lane != people),
        )

    def messages(self, conversation: ConversationId) -> "Sequence[Message]":
        """Oldest first."""
        from shopdesk.storage.message_reading import messages_of

        return messages_of(self._database, conversation)

    def of_message(self, message: MessageId) -> ConversationId | None:
        """The conversation that a message is in, None when it is not here."""
        found: ConversationId | None = self._database.value(
            "SELECT conversation_id FROM message WHERE id = ?", (message,)
        )
        return found

    def new_ids(self, count: int) -> Sequence[ConversationId]:
        """Unused conversation ids; one that was ever written is never given again."""
        used = self._database.value("SELECT seq FROM sqlite_sequence WHERE name = 'conversation'") or 0
        first = max(used, self._given) + 1
        self._given = first + count - 1
        return [ConversationId(first + number) for number in range(count)]

    def add(self, conversations: Sequence[Conversation]) -> None:
        """Write new conversations."""
        self._database.insert(
            f"INSERT INTO conversation ({conversation_rows.COLUMNS})",
            [conversation_rows.row_of(each) for each in conversations],
        )

    def save_states(self, conversations: Sequence[Conversation]) -> None:
        """Write state, snoozed_until, waiting_since, lane, customer, market, subject, bounced, due times and clock of
        existing ones."""
        rows = [
            (
                each.id,
                STATE[each.state],
                LANE[each.lane],
                micros_or_none(each.waiting_since),
                micros_or_none(each.snoozed_until),
                storable(each.customer_name),
                storable(each.customer_email),
                each.market,
                storable(each.subject),
                int(each.bounced),
                *conversation_rows.due_row(each),
            )
            for each in conversations
        ]
        conversation_rows.write_states(self._database, rows)

    def refresh(self, conversations: Sequence[ConversationId]) -> Sequence[ConversationId]:
        """Recount conversations from their messages; those without any are removed and returned."""
        return conversation_rows.refresh(self._database, conversations)

    def facts(
        self, conversations: Sequence[ConversationId]
    ) -> "Mapping[ConversationId, ConversationFacts]":
        """What the messages say about whose turn it is; conversations without messages are left out."""
        from shopdesk.storage.conversation_facts import facts_of

        return facts_of(self._database, conversations)

    def move_messages(self, messages: Sequence[MessageId], to: ConversationId) -> None:
        """Also carries their references along, so that later replies follow them."""
        grouping.move_messages(self._database, messages, to)

    def move_all(self, source: ConversationId, to: ConversationId) -> None:
        """Move all messages and references of a conversation into another one."""
        grouping.move_all(self._database, source, to)

    def by_message_ids(self, message_ids: Sequence[str]) -> Mapping[str, ConversationId]:
        """Which conversation a Message-ID belongs to, whether that mail is here or only referred to."""
        return grouping.by_message_ids(self._database, message_ids)

    def by_alias_and_order(
        self, pairs: Sequence[tuple[str, str]]
    ) -> Mapping[tuple[str, str], ConversationId]:
        """Pairs (marketplace's address of the buyer, order number)."""
        found = grouping.by_number(self._database, "alias", [(order, alias) for alias, order in pairs])
        return {(alias, order): conversation for (order, alias), conversation in found.items()}

    def by_order_and_customer(
        self, pairs: Sequence[tuple[str, str]]
    ) -> Mapping[tuple[str, str], ConversationId]:
        """Pairs (order number, customer address casefolded)."""
        return grouping.by_number(self._database, "customer", pairs)

    def by_subject_and_customer(
        self, pairs: Sequence[tuple[str, str]]
    ) -> Mapping[tuple[str, str], Sequence[tuple[int, ConversationId]]]:
        """Pairs (normalised subject, customer) → (received second, conversation) of the messages that fit."""
        return grouping.by_subject(self._database, pairs)

    def due_snoozes(self, now: datetime) -> Sequence[ConversationId]:
        """Snoozed conversations whose time has come."""
        return [row[0] for row in self._database.rows(DUE, (micros(now),))]

    def mark_read(self, messages: Sequence[MessageId], *, read: bool) -> None:
        """Mark messages as read or unread; `refresh` brings their conversations' counts in line."""
        self._database.run(
            "UPDATE message SET is_read = ? WHERE id IN (SELECT value FROM json_each(?))",
            (int(read), id_list(messages)),
        )
