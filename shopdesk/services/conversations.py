"""List, open and move conversations; every change hands back its own inverse."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import (
    Before,
    Conversation,
    ConversationState,
    Lane,
    ListFilter,
    OpenConversation,
    TabCounts,
    Undo,
)
from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.domain.ids import ConversationId, MailboxId, MessageId, PromiseId
from shopdesk.services.ports import Clock, Store, Work
from shopdesk.services.undoing import before_of, joined, take_back

if TYPE_CHECKING:
    from shopdesk.domain.message import Message

_Change = Callable[[Conversation], Conversation]


class Conversations:
    """The desk's conversations, one short use case per method."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        who: "Callable[[Work], str]" = lambda _: "",
        own_html: Callable[[str], str] = lambda _: "",
    ) -> None:
        """In: who is on duty here, for the lines in the thread, asked within a transaction; and who folds HTML (empty
        when there is nothing to fold).
        """
        self._store = store
        self._clock = clock
        self._who = who
        self._own_html = own_html

    # --- looking -----------------------------------------------------------------------------------

    def counts(self, only: ListFilter | None = None) -> TabCounts:
        """How many conversations each tab holds, of those that a filter lets through."""
        with self._store.reading() as work:
            return work.conversations.counts(only)

    def ids(
        self,
        state: ConversationState,
        lane: Lane = Lane.PEOPLE,
        mailbox: MailboxId | None = None,
        only: ListFilter | None = None,
        at: datetime | None = None,
    ) -> "array[int]":
        """All conversations of a tab in the order of the list `at` a moment (None: now), of those that a filter lets
        through."""
        moment = at or self._clock.now()
        with self._store.reading() as work:
            return work.conversations.ids(state, lane, mailbox, only, moment)

    def rows(self, conversations: Sequence[ConversationId]) -> Sequence[Conversation]:
        """In the order asked for; vanished ones are left out."""
        with self._store.reading() as work:
            return work.conversations.rows(conversations)

    def open(self, conversation: ConversationId) -> OpenConversation:
        """A conversation with its messages; reads no raw mail and asks no server. Raises `NotFound`."""
        with self._store.reading() as work:
            row, messages = work.conversations.get(conversation), work.conversations.messages(conversation)
        return OpenConversation(row, tuple([replace(one, fold=self._own_html) for one in messages]))

    def get_ready(self) -> None:
        """Load what the first conversation that is opened needs."""
        self._own_html("")

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

    def snooze(self, conversations: Sequence[ConversationId], until: datetime, reason: str = "") -> Undo:
        """Out of sight until a moment (UTC) in the future; a reason is to be done on that day.

        Raises `InputRefused` for the past.
        """
        if until <= self._clock.now():
            raise InputRefused("until", "is in the past")
        snoozed = (lambda c: replace(c, state=ConversationState.SNOOZED, snoozed_until=until), until, reason)
        return self._change(conversations, *snoozed)

    def wake_due(self) -> int:
        """Bring back the snoozed conversations whose time has come; returns how many."""
        now = self._clock.now()
        with self._store.reading() as work:
            due = work.conversations.due_snoozes(now)
        if due:
            self._change(due, self._woken, woken=True)
        return len(due)

    def _woken(self, conversation: Conversation) -> Conversation:
        """Whoever moved it since it was found due meant that."""
        until = conversation.snoozed_until if conversation.state is ConversationState.SNOOZED else None
        return conversation if until is None or until > self._clock.now() else self._needing_reply(conversation)

    def _needing_reply(self, conversation: Conversation) -> Conversation:
        return replace(
            conversation,
            state=ConversationState.NEEDS_REPLY,
            snoozed_until=None,
            waiting_since=conversation.waiting_since or self._clock.now(),
        )

    def _change(
        self,
        conversations: Sequence[ConversationId],
        change: _Change,
        until: datetime | None = None,
        why: str = "",
        *,
        woken: bool = False,
    ) -> Undo:
        from shopdesk.services.due_times import save_moved  # rules of targets cost the window's start
        from shopdesk.services.thread_events import note_moves

        made: Sequence[PromiseId] = ()
        with self._store.writing() as work:
            rows, now = work.conversations.rows(conversations), self._clock.now()
            moved, by = [change(row) for row in rows], "" if woken else self._who(work)
            save_moved(work, {row.id: row for row in rows}, moved, now)
            events = note_moves(work, rows, moved, now, by, woken=woken)
            if until is not None and why.strip():
                from shopdesk.services.promises import put_off

                made = put_off(work, [row.id for row in rows], until, why, now)
            work.touched(Changes(conversations=frozenset(row.id for row in rows)))
        return Undo(states=tuple(before_of(row) for row in rows), promised=tuple(made), events=events)

    # --- read and unread -----------------------------------------------------------------------------

    def mark_read(self, conversations: Sequence[ConversationId]) -> Undo:
        """All their messages were seen."""
        with self._store.writing() as work:
            undo = _unread_of(work, conversations)
            unread = [message for before in undo.states for message in before.unread]
            _write_read(work, undo, unread, read=True)
        return undo

    def mark_unread(self, conversations: Sequence[ConversationId]) -> Undo:
        """Their newest incoming message counts as new again."""
        with self._store.writing() as work:
            undo = _unread_of(work, conversations)
            newest = [m for b in undo.states if (m := _newest_incoming(work, b.conversation_id)) is not None]
            _write_read(work, undo, newest, read=False)
        return undo

    def mark_unread_from(self, message: MessageId) -> Undo:
        """A message and all later incoming ones of its conversation count as new again; raises `NotFound`."""
        with self._store.writing() as work:
            conversation = _conversation_of(work, message)
            undo = _unread_of(work, [conversation])
            later = [m.id for m in work.conversations.messages(conversation) if m.id >= message and _is_incoming(m)]
            _write_read(work, undo, later, read=False)
        return undo

    # --- merge and split -----------------------------------------------------------------------------

    def merge(self, conversations: Sequence[ConversationId]) -> Undo:
        """Put all messages into the conversation with the oldest number; fewer than two change nothing."""
        from shopdesk.services.due_times import save_due
        from shopdesk.services.thread_events import note_merged

        with self._store.writing() as work:
            rows = sorted(work.conversations.rows(list(dict.fromkeys(conversations))), key=lambda row: row.id)
            if len(rows) < 2:  # noqa: PLR2004 - "fewer than two" is the rule
                return Undo()
            keep, others = rows[0], rows[1:]
            moved = [(m.id, other.id) for other in others for m in work.conversations.messages(other.id)]
            # Those that no mail made are found again by nothing else.
            promises = [one for other in others for one in work.promises.of_conversation(other.id)]
            for other in others:
                work.conversations.move_all(other.id, keep.id)
            save_due(work, [joined(rows)])
            _refreshed(work, [row.id for row in rows])
            events = note_merged(work, keep.id, len(others), self._clock.now(), self._who(work))
        undo = Undo((before_of(keep),), tuple(moved), removed=tuple(others), faces=(keep,), events=events)
        return replace(undo, promises=tuple(one for one in promises if one.message_id is None))

    def split(self, message: MessageId) -> Undo:
        """Make a message and all later ones of its conversation a conversation of their own.

        Raises `NotFound`, and `InputRefused` when nothing would stay behind.
        """
        from shopdesk.services.thread_events import note_split

        with self._store.writing() as work:
            source = work.conversations.get(_conversation_of(work, message))
            later = [m for m in work.conversations.messages(source.id) if m.id >= message]
            if len(later) == source.messages:
                raise InputRefused("message", "is the first of its conversation")
            subject = _subject_of(later[0]) or source.subject
            new = replace(source, id=work.conversations.new_ids(1)[0], subject=subject)
            work.conversations.add([new])
            work.conversations.move_messages([m.id for m in later], new.id)
            _refreshed(work, [source.id, new.id])
            now = self._clock.now()
            _part_waits(work, [source.id, new.id], now)
            events = note_split(work, source.id, new.id, now, self._who(work))
        moved = tuple((m.id, source.id) for m in later)
        return Undo(states=(before_of(source),), moved=moved, created=(new.id,), events=events)

    def undo(self, undo: Undo) -> None:
        """Take a change back; conversations that vanished meanwhile are left out, and mail that came since counts."""
        with self._store.writing() as work:
            take_back(work, undo, self._clock.now())


def _part_waits(work: Work, parts: Sequence[ConversationId], now: datetime) -> None:
    """Each part of what was split waits since its own oldest question."""
    from shopdesk.services.due_times import save_moved

    facts = work.conversations.facts(parts)
    rows = work.conversations.rows(parts)
    asked = {row.id: facts[row.id].oldest_unanswered for row in rows}
    later = [
        replace(row, waiting_since=since)
        for row in rows
        if row.waiting_since is not None and (since := asked[row.id]) is not None and since > row.waiting_since
    ]
    save_moved(work, {row.id: row for row in rows}, later, now)


def _refreshed(work: Work, conversations: Sequence[ConversationId]) -> None:
    removed = frozenset(work.conversations.refresh(conversations))
    work.touched(Changes(conversations=frozenset(conversations) - removed, removed_conversations=removed))


def _conversation_of(work: Work, message: MessageId) -> ConversationId:
    found = work.conversations.of_message(message)
    if found is None:
        raise NotFound(f"message {message}")
    return found


def _subject_of(message: "Message") -> str:
    from shopdesk.domain.subjects import bare_subject  # only when splitting; its patterns cost the window's start

    return bare_subject(message.mail.subject)


def _newest_incoming(work: Work, conversation: ConversationId) -> MessageId | None:
    messages = work.conversations.messages(conversation)
    return next((m.id for m in reversed(messages) if _is_incoming(m)), None)


def _is_incoming(message: "Message") -> bool:
    from shopdesk.domain.message import Direction

    return message.direction is Direction.INCOMING


def _unread_of(work: Work, conversations: Sequence[ConversationId]) -> Undo:
    states = []
    for row in work.conversations.rows(conversations):
        messages = work.conversations.messages(row.id)
        unread = tuple(m.id for m in messages if not m.is_read)
        read = tuple(m.id for m in messages if m.is_read)
        states.append(Before(row.id, row.state, row.snoozed_until, unread, was_read_change=True, read=read))
    return Undo(states=tuple(states))


def _write_read(work: Work, undo: Undo, messages: Sequence[MessageId], *, read: bool) -> None:
    work.conversations.mark_read(messages, read=read)
    _refreshed(work, [before.conversation_id for before in undo.states])
