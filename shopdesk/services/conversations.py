"""List, open and move conversations; every change hands back its own inverse."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import (
    Before,
    Conversation,
    ConversationState,
    Lane,
    OpenConversation,
    TabCounts,
    Undo,
)
from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.domain.ids import ConversationId, MailboxId, MessageId
from shopdesk.domain.message import Direction
from shopdesk.services.ports import Clock, Store, Work

_Change = Callable[[Conversation], Conversation]


class Conversations:
    """The desk's conversations, one short use case per method."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    # --- looking -----------------------------------------------------------------------------------

    def counts(self) -> TabCounts:
        """How many conversations each tab holds."""
        with self._store.reading() as work:
            return work.conversations.counts()

    def ids(self, state: ConversationState, lane: Lane = Lane.PEOPLE, mailbox: MailboxId | None = None) -> "array[int]":
        """All conversations of a tab in the order of the list."""
        with self._store.reading() as work:
            return work.conversations.ids(state, lane, mailbox)

    def rows(self, conversations: Sequence[ConversationId]) -> Sequence[Conversation]:
        """In the order asked for; vanished ones are left out."""
        with self._store.reading() as work:
            return work.conversations.rows(conversations)

    def open(self, conversation: ConversationId) -> OpenConversation:
        """A conversation with its messages; parses nothing and asks no server. Raises `NotFound`."""
        with self._store.reading() as work:
            return OpenConversation(
                work.conversations.get(conversation), tuple(work.conversations.messages(conversation))
            )

    # --- whose turn it is ----------------------------------------------------------------------------

    def mark_done(self, conversations: Sequence[ConversationId]) -> Undo:
        """Nothing more to do."""
        return self._change(conversations, lambda c: replace(c, state=ConversationState.DONE, snoozed_until=None))

    def mark_waiting(self, conversations: Sequence[ConversationId]) -> Undo:
        """It is the customer's turn."""
        return self._change(conversations, lambda c: replace(c, state=ConversationState.WAITING, snoozed_until=None))

    def mark_needs_reply(self, conversations: Sequence[ConversationId]) -> Undo:
        """It is our turn; the wait begins now where nobody waited before."""
        return self._change(conversations, self._needing_reply)

    def snooze(self, conversations: Sequence[ConversationId], until: datetime) -> Undo:
        """Out of sight until a moment (UTC) in the future; raises `InputRefused` for the past."""
        if until <= self._clock.now():
            raise InputRefused("until", "is in the past")
        return self._change(conversations, lambda c: replace(c, state=ConversationState.SNOOZED, snoozed_until=until))

    def wake_due(self) -> int:
        """Bring back the snoozed conversations whose time has come; returns how many."""
        now = self._clock.now()
        with self._store.reading() as work:
            due = work.conversations.due_snoozes(now)
        if due:
            self._change(due, self._needing_reply)
        return len(due)

    def _needing_reply(self, conversation: Conversation) -> Conversation:
        return replace(
            conversation,
            state=ConversationState.NEEDS_REPLY,
            snoozed_until=None,
            waiting_since=conversation.waiting_since or self._clock.now(),
        )

    def _change(self, conversations: Sequence[ConversationId], change: _Change) -> Undo:
        with self._store.writing() as work:
            rows = work.conversations.rows(conversations)
            work.conversations.save_states([change(row) for row in rows])
            work.touched(Changes(conversations=frozenset(row.id for row in rows)))
        return Undo(states=tuple(Before(row.id, row.state, row.snoozed_until) for row in rows))

    # --- read and unread -----------------------------------------------------------------------------

    def mark_read(self, conversations: Sequence[ConversationId]) -> Undo:
        """All their messages were seen."""
        with self._store.writing() as work:
            undo = _unread_of(work, conversations)
            unread = [message for before in undo.states for message in before.unread]
            _write_read(work, conversations, unread, read=True)
        return undo

    def mark_unread(self, conversations: Sequence[ConversationId]) -> Undo:
        """Their newest incoming message counts as new again."""
        with self._store.writing() as work:
            undo = _unread_of(work, conversations)
            newest = [m for c in conversations if (m := _newest_incoming(work, c)) is not None]
            _write_read(work, conversations, newest, read=False)
        return undo

    # --- merge and split -----------------------------------------------------------------------------

    def merge(self, conversations: Sequence[ConversationId]) -> Undo:
        """Put all messages into the conversation with the oldest number; fewer than two change nothing."""
        with self._store.writing() as work:
            rows = sorted(work.conversations.rows(conversations), key=lambda row: row.id)
            if len(rows) < 2:  # noqa: PLR2004 - "fewer than two" is the rule
                return Undo()
            keep, others = rows[0], rows[1:]
            moved = [(m.id, other.id) for other in others for m in work.conversations.messages(other.id)]
            for other in others:
                work.conversations.move_all(other.id, keep.id)
            work.conversations.save_states([_joined(rows)])
            _refreshed(work, [row.id for row in rows])
        return Undo(
            states=(Before(keep.id, keep.state, keep.snoozed_until),), moved=tuple(moved), removed=tuple(others)
        )

    def split(self, message: MessageId) -> Undo:
        """Make a message and all later ones of its conversation a conversation of their own.

        Raises `NotFound`, and `InputRefused` when nothing would stay behind.
        """
        with self._store.writing() as work:
            source = work.conversations.get(_conversation_of(work, message))
            later = [m for m in work.conversations.messages(source.id) if m.id >= message]
            if len(later) == source.messages:
                raise InputRefused("message", "is the first of its conversation")
            first = later[0]
            new = replace(source, id=work.conversations.new_ids(1)[0], subject=first.mail.subject or source.subject)
            work.conversations.add([new])
            work.conversations.move_messages([m.id for m in later], new.id)
            _refreshed(work, [source.id, new.id])
        return Undo(moved=tuple((m.id, source.id) for m in later), created=(new.id,))

    def undo(self, undo: Undo) -> None:
        """Take a change back; conversations that vanished meanwhile are left out."""
        with self._store.writing() as work:
            work.conversations.add(undo.removed)
            for home in {home for _, home in undo.moved}:
                work.conversations.move_messages([m for m, back in undo.moved if back == home], home)
            touched = {home for _, home in undo.moved} | {b.conversation_id for b in undo.states} | set(undo.created)
            rows = {row.id: row for row in work.conversations.rows(list(touched))}
            work.conversations.save_states(
                [
                    replace(rows[b.conversation_id], state=b.state, snoozed_until=b.snoozed_until)
                    for b in undo.states
                    if b.conversation_id in rows
                ]
            )
            for before in undo.states:
                if before.was_read_change and before.conversation_id in rows:
                    _restore_unread(work, before)
            _refreshed(work, list(touched))


def _joined(rows: Sequence[Conversation]) -> Conversation:
    """The first of the rows, in the state that asks most of us."""
    urgency = list(ConversationState)
    waiting = [row.waiting_since for row in rows if row.waiting_since is not None]
    return replace(
        rows[0],
        state=min((row.state for row in rows), key=urgency.index),
        waiting_since=min(waiting, default=None),
        bounced=any(row.bounced for row in rows),
    )


def _refreshed(work: Work, conversations: Sequence[ConversationId]) -> None:
    removed = frozenset(work.conversations.refresh(conversations))
    work.touched(Changes(conversations=frozenset(conversations) - removed, removed_conversations=removed))


def _conversation_of(work: Work, message: MessageId) -> ConversationId:
    found = work.conversations.of_message(message)
    if found is None:
        raise NotFound(f"message {message}")
    return found


def _newest_incoming(work: Work, conversation: ConversationId) -> MessageId | None:
    messages = work.conversations.messages(conversation)
    return next((m.id for m in reversed(messages) if m.direction is Direction.INCOMING), None)


def _unread_of(work: Work, conversations: Sequence[ConversationId]) -> Undo:
    rows = work.conversations.rows(conversations)
    return Undo(
        states=tuple(
            Before(
                row.id,
                row.state,
                row.snoozed_until,
                unread=tuple(m.id for m in work.conversations.messages(row.id) if not m.is_read),
                was_read_change=True,
            )
            for row in rows
        )
    )


def _write_read(
    work: Work, conversations: Sequence[ConversationId], messages: Sequence[MessageId], *, read: bool
) -> None:
    work.conversations.mark_read(messages, read=read)
    _refreshed(work, conversations)


def _restore_unread(work: Work, before: Before) -> None:
    messages = [m.id for m in work.conversations.messages(before.conversation_id)]
    work.conversations.mark_read([m for m in messages if m not in before.unread], read=True)
    work.conversations.mark_read(list(before.unread), read=False)
