"""Take changes of conversations back, without hiding what came since."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from shopdesk.domain.answer_clock import NOT_STOPPED
from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Before, Conversation, ConversationState, Lane, Undo
from shopdesk.domain.ids import ConversationId, MessageId
from shopdesk.services.ports import Work


def take_back(work: Work, undo: Undo, now: datetime) -> None:
    """Undo a change; conversations that vanished meanwhile are left out."""
    from shopdesk.services.due_times import save_due  # rules of targets cost the window's start

    _take_back_beside(work, undo, now)
    touched = _moved_back(work, undo) | {before.conversation_id for before in undo.states} | set(undo.created)
    removed = frozenset(work.conversations.refresh(list(touched)))
    rows = {row.id: row for row in work.conversations.rows(list(touched))}
    faces = {face.id: face for face in undo.faces}
    befores = (*undo.states, *(before_of(row) for row in undo.removed))
    here = [before for before in befores if before.conversation_id in rows]
    save_due(
        work,
        [
            _restored(work, _with_face(rows[before.conversation_id], faces), before, now)
            for before in here
            if not before.was_read_change
        ],
    )
    for before in here:
        if before.was_read_change:
            work.conversations.mark_read(before.read, read=True)
            work.conversations.mark_read(before.unread, read=False)
    work.conversations.refresh([before.conversation_id for before in here if before.was_read_change])
    work.touched(Changes(conversations=frozenset(rows), removed_conversations=removed))
    if undo.agents:
        _given_back(work, undo, now)
    if undo.events:
        work.thread_events.remove(undo.events)
    if undo.removed:
        work.thread_events.send_home([row.id for row in undo.removed])
    if undo.promises or undo.promised:  # now that the conversations are here again in which they were
        from shopdesk.services import promises

        promises.take_back(work, undo)


def _take_back_beside(work: Work, undo: Undo, now: datetime) -> None:
    """What is more than conversations; each is read in when it is needed, since it costs the window's start."""
    if undo.customer is not None:
        from shopdesk.services import customers

        customers.take_back(work, undo.customer)
    if undo.blocking is not None:
        from shopdesk.services import blocked_mail

        blocked_mail.take_back(work, undo.blocking, now)
    if undo.taught is not None:
        from shopdesk.services import taught

        taught.take_back(work, undo.taught)


def _given_back(work: Work, undo: Undo, now: datetime) -> None:
    """Conversations are theirs again whose they were."""
    for conversation, agent in undo.agents:
        work.agents.assign([conversation], agent, now)
    given = frozenset(conversation for conversation, _ in undo.agents)
    work.day.take_back(sorted(given))
    work.touched(Changes(conversations=given, day=True))


def before_of(row: Conversation) -> Before:
    """What brings the state of a conversation back."""
    return Before(
        row.id, row.state, row.snoozed_until, waiting_since=row.waiting_since, clock=row.clock, last_at=row.last_at
    )


def joined(rows: Sequence[Conversation]) -> Conversation:
    """The first of the rows with the names of the first person among them, in the state that asks most of us."""
    urgency = list(ConversationState)
    people = [row for row in rows if row.lane is Lane.PEOPLE]
    counted = people or rows
    most_urgent = min(counted, key=lambda row: urgency.index(row.state))
    # A wait that was settled long ago in another state must not make this one overdue.
    alike = [row for row in counted if row.state is most_urgent.state]
    waiting = [(row.waiting_since, row.clock) for row in alike if row.waiting_since is not None]
    since, clock = min(waiting, key=lambda pair: pair[0], default=(None, NOT_STOPPED))
    return replace(
        rows[0],
        state=most_urgent.state,
        snoozed_until=most_urgent.snoozed_until,
        waiting_since=since,
        clock=clock,
        lane=counted[0].lane,
        customer_name=counted[0].customer_name,
        customer_email=counted[0].customer_email,
        market=counted[0].market,
        bounced=any(row.bounced for row in rows),
    )


def _with_face(row: Conversation, faces: Mapping[ConversationId, Conversation]) -> Conversation:
    face = faces.get(row.id, row)
    return replace(
        row,
        lane=face.lane,
        customer_name=face.customer_name,
        customer_email=face.customer_email,
        market=face.market,
        bounced=face.bounced,
    )


def _restored(work: Work, row: Conversation, before: Before, now: datetime) -> Conversation:
    was = replace(
        row,
        state=before.state,
        snoozed_until=before.snoozed_until,
        waiting_since=before.waiting_since,
        clock=before.clock,
    )
    if before.last_at is None or row.last_at <= before.last_at:
        return was
    from shopdesk.domain.states import state_after_filing
    from shopdesk.domain.target_clock import ticking

    # Mail came since: it must not be hidden behind a state that did not know it.
    facts = work.conversations.facts([row.id])[row.id]
    standing = state_after_filing(replace(was, last_at=before.last_at), facts, now)
    news = replace(
        was,
        state=standing.state,
        waiting_since=standing.waiting_since,
        lane=standing.lane,
        snoozed_until=standing.snoozed_until,
    )
    return ticking(was, news, now, work.targets.rules())


def _moved_back(work: Work, undo: Undo) -> set[ConversationId]:
    """Bring back what was emptied, and messages to where they were; returns all conversations that this touches."""
    homes = {home for _, home in undo.moved}
    present = {row.id for row in work.conversations.rows(list(homes))}
    mailboxes = {mailbox.id for mailbox in work.mailboxes.all()}
    lost = [row for row in undo.removed if row.id not in present and row.mailbox_id in mailboxes]
    work.conversations.add(lost)
    present |= {row.id for row in lost}
    now_at = {message: work.conversations.of_message(message) for message, _ in undo.moved}
    moves = [(message, home) for message, home in undo.moved if now_at[message] and home in present]
    moves += _followers(work, undo, moves, {found for found in now_at.values() if found is not None})
    for home in homes & present:
        work.conversations.move_messages([message for message, back in moves if back == home], home)
    return {found for found in now_at.values() if found is not None} | present


def _followers(
    work: Work, undo: Undo, moves: Sequence[tuple[MessageId, ConversationId]], places: set[ConversationId]
) -> list[tuple[MessageId, ConversationId]]:
    """Mails that came since and answer what is moved back: they belong there too, not to another customer."""
    since = max((before.last_at for before in undo.states if before.last_at is not None), default=None)
    known = dict(moves)
    by_header: dict[str, ConversationId] = {}
    found: list[tuple[MessageId, ConversationId]] = []
    for message in (message for place in sorted(places) for message in work.conversations.messages(place)):
        told = (*message.mail.in_reply_to, *reversed(message.mail.references))
        home = known.get(message.id)
        if home is None and since is not None and message.received_at > since:
            home = next((by_header[each] for each in told if each in by_header), None)
            if home is not None:
                found.append((message.id, home))
        if home is not None and message.mail.message_id:
            by_header[message.mail.message_id] = home
    return found
