"""Put arrived mails into conversations: one batch, one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Conversation, ConversationState
from shopdesk.domain.filing import KnownMessage, NewMessage, NewPlace, Renewal
from shopdesk.domain.grouping import Grouper, Known, alias_pairs, order_pairs, subject_pairs
from shopdesk.domain.ids import ConversationId, MailboxId, MessageId
from shopdesk.domain.message import Address, Direction, MailKind
from shopdesk.domain.states import STALE_ANSWER
from shopdesk.domain.subjects import bare_subject
from shopdesk.services.due_times import save_due
from shopdesk.services.letters import Circumstances, Letter, new_letters, renewal_of
from shopdesk.services.own_copies import note_own, own_copies
from shopdesk.services.ports import Work
from shopdesk.services.reading import Arrived
from shopdesk.services.settling import News, settle
from shopdesk.services.undoing import joined

SEEN = "\\Seen"
ANSWERED = "\\Answered"


def file_mails(work: Work, batch: Sequence[Arrived], at: Circumstances) -> frozenset[ConversationId]:
    """File a batch: every readable mail becomes a message or a further place of one that is here.

    Returns the touched conversations; states are settled and `Changes` said to `work`.
    """
    known = dict(work.mails.by_fingerprint([a.mail.fingerprint for a in batch if a.mail is not None]))
    known |= own_copies(work, batch, known, at)
    letters = new_letters(batch, known, at, work.customers.blocked.keys())
    homes, emptied_into, fresh = _choose(work, letters)
    messages = _messages(work, letters, homes, at)
    made = _written_conversations(work, letters, homes, fresh, at.folder.mailbox_id)
    _join(work, emptied_into)
    work.mails.add_messages(messages)
    note_own(work, messages, at)
    ids = {m.mail.fingerprint: m.id for m in messages}
    _renew(work, batch, known)
    work.mails.add_places(at.folder.id, [_place(a, ids, known) for a in batch])
    bounced = _mark_bounces(work, letters) | _mark_bounced_before(work, letters, homes, at.now)
    copies = {known[a.mail.fingerprint].conversation_id for a in batch if a.mail and a.mail.fingerprint in known}
    removed = frozenset(emptied_into)
    touched = {*homes, *copies, *bounced, *emptied_into.values()} - removed
    news = News(bounced, _questions(letters, homes), at.first_import, made)
    settle(work, touched, at.now, news)
    if at.topics is not None and not at.first_import:
        at.topics(work, messages, at.now)
    _tell_cases(work, messages, at)
    work.touched(
        Changes(
            conversations=frozenset(touched),
            removed_conversations=removed,
            mailboxes=frozenset({at.folder.mailbox_id}),
            set_aside=any(a.set_aside for a in batch),
            customers=frozenset(work.customers.meet(_people(letters, at.own_addresses))),
        )
    )
    return frozenset(touched)


def _tell_cases(work: Work, messages: Sequence[NewMessage], at: Circumstances) -> None:
    if messages and not at.first_import:
        from shopdesk.services.case_arrivals import note_arrivals  # a first sync has no cases to tell

        note_arrivals(work, messages, at.now)


def _people(letters: Sequence[Letter], own: frozenset[str]) -> list[tuple[Address, datetime]]:
    """Who wrote or was written to: no machines, and not ourselves."""
    return [
        (letter.customer, letter.received_at)
        for letter in letters
        if not letter.mail.kind.is_machine and letter.customer.key not in own
    ]


def _questions(letters: Sequence[Letter], homes: Sequence[ConversationId]) -> dict[ConversationId, datetime]:
    newest: dict[ConversationId, datetime] = {}
    for letter, home in zip(letters, homes, strict=True):
        if letter.direction is Direction.INCOMING and not letter.mail.kind.is_machine:
            newest[home] = max(newest.get(home, letter.received_at), letter.received_at)
    return newest


def _choose(
    work: Work, letters: Sequence[Letter]
) -> tuple[list[ConversationId], dict[ConversationId, ConversationId], frozenset[ConversationId]]:
    """The conversation of each letter, which conversations are emptied into which because a letter ties them, and the
    ids that new ones may have got."""
    clues = [letter.clues for letter in letters]
    look_up = work.conversations
    known = Known(
        by_message_ids=look_up.by_message_ids([i for c in clues for i in c.message_ids]),
        by_alias_and_order=look_up.by_alias_and_order([pair for c in clues for pair in alias_pairs(c)]),
        by_order_and_customer=look_up.by_order_and_customer([pair for c in clues for pair in order_pairs(c)]),
        by_subject_and_customer=look_up.by_subject_and_customer([pair for c in clues for pair in subject_pairs(c)]),
    )
    fresh = look_up.new_ids(len(letters))
    unused = iter(fresh)
    grouper = Grouper(known, lambda: next(unused))
    chosen = [grouper.place(letter.clues, int(letter.received_at.timestamp())).conversation for letter in letters]
    homes = [grouper.settled(home) for home in chosen if home is not None]
    return homes, dict(grouper.merges()), frozenset(fresh)


def _messages(
    work: Work, letters: Sequence[Letter], homes: Sequence[ConversationId], at: Circumstances
) -> list[NewMessage]:
    ids = work.mails.new_ids([int(letter.received_at.timestamp()) for letter in letters])
    return [
        _message(letter, message_id, home, at) for letter, message_id, home in zip(letters, ids, homes, strict=True)
    ]


def _message(letter: Letter, message_id: MessageId, conversation: ConversationId, at: Circumstances) -> NewMessage:
    flags = letter.arrived.fetched.flags
    return NewMessage(
        id=message_id,
        conversation_id=conversation,
        mailbox_id=at.folder.mailbox_id,
        direction=letter.direction,
        mail=letter.mail,
        received_at=letter.received_at,
        clues=letter.clues,
        parcel_numbers=letter.numbers.parcels,
        is_read=SEEN in flags or letter.direction is Direction.OUTGOING,
        is_answered=ANSWERED in flags,
        sha256=letter.arrived.sha256,
    )


def _written_conversations(
    work: Work,
    letters: Sequence[Letter],
    homes: Sequence[ConversationId],
    fresh: frozenset[ConversationId],
    mailbox: MailboxId,
) -> dict[ConversationId, Conversation]:
    """Write the new conversations and return them; what a customer wrote names those that only had our own mails."""
    by_id: dict[ConversationId, list[Letter]] = {}
    for letter, home in zip(letters, homes, strict=True):
        by_id.setdefault(home, []).append(letter)
    existing = {row.id: row for row in work.conversations.rows([c for c in by_id if c not in fresh])}
    made = {c: _conversation(c, group, mailbox) for c, group in by_id.items() if c not in existing}
    work.conversations.add(list(made.values()))
    renamed = [_renamed(row, by_id[row.id]) for row in existing.values()]
    work.conversations.save_states([new for new in renamed if new != existing[new.id]])
    return made


def _join(work: Work, emptied_into: Mapping[ConversationId, ConversationId]) -> None:
    """Put conversations together that a letter ties: what they asked of us they go on asking."""
    rows = {row.id: row for row in work.conversations.rows([*emptied_into, *emptied_into.values()])}
    groups: dict[ConversationId, list[Conversation]] = {}
    for emptied, kept in emptied_into.items():
        if emptied in rows:
            groups.setdefault(kept, [rows[kept]]).append(rows[emptied])
            work.conversations.move_all(emptied, kept)
    # Counted before the letters are written: only what they bring is news, not what was moved.
    work.conversations.refresh([row.id for group in groups.values() for row in group])
    save_due(work, [joined(sorted(group, key=lambda row: row.id)) for group in groups.values()])


def _speaker(letters: Sequence[Letter]) -> Letter:
    """The letter that says best who the conversation is with: a person's, else a machine's, else our own."""
    return min(letters, key=lambda letter: (letter.direction is not Direction.INCOMING, letter.mail.kind.is_machine))


def _conversation(conversation: ConversationId, letters: Sequence[Letter], mailbox: MailboxId) -> Conversation:
    speaker = _speaker(letters)
    oldest = min(letters, key=lambda letter: letter.received_at)
    return Conversation(
        id=conversation,
        state=ConversationState.DONE,
        subject=bare_subject(oldest.mail.subject),
        customer_name=speaker.customer.shown,
        customer_email=speaker.customer.email,
        mailbox_id=mailbox,
        last_at=max(letter.received_at for letter in letters),
        market=speaker.market,
    )


def _renamed(row: Conversation, letters: Sequence[Letter]) -> Conversation:
    speaker = _speaker(letters)
    if speaker.direction is not Direction.INCOMING or speaker.mail.kind is not MailKind.PERSONAL:
        return row
    if row.customer_email.casefold() == speaker.customer.key and row.customer_name != row.customer_email:
        return row
    if row.messages and row.customer_email and row.customer_email.casefold() != speaker.customer.key:
        return row
    return replace(
        row,
        customer_name=speaker.customer.shown,
        customer_email=speaker.customer.email,
        market=row.market or speaker.market,
    )


def _renew(work: Work, batch: Sequence[Arrived], known: dict[str, KnownMessage]) -> None:
    """A whole mail replaces the provisional reading that a copy left."""
    renewals: list[Renewal] = []
    for mail in (arrived.mail for arrived in batch if arrived.mail is not None and arrived.mail.whole):
        held = known.get(mail.fingerprint)
        if held is not None and not held.whole:
            renewals.append(renewal_of(held.id, mail))
            known[mail.fingerprint] = replace(held, whole=True)
    work.mails.renew_messages(renewals)


def _place(arrived: Arrived, ids: dict[str, MessageId], known: dict[str, KnownMessage]) -> NewPlace:
    fetched, mail = arrived.fetched, arrived.mail
    message = None
    if mail is not None:
        message = known[mail.fingerprint].id if mail.fingerprint in known else ids[mail.fingerprint]
    return NewPlace(
        uid=fetched.uid,
        flags=fetched.flags,
        received_at=fetched.received_at,
        size=fetched.size,
        message_id=message,
        sha256=arrived.sha256,
        set_aside=arrived.set_aside,
    )


def _mark_bounces(work: Work, letters: Sequence[Letter]) -> frozenset[ConversationId]:
    marked: set[ConversationId] = set()
    for letter in letters:
        bounce = letter.mail.bounce
        if letter.mail.kind is MailKind.BOUNCE and bounce is not None and bounce.original_message_id:
            found = work.mails.mark_bounced(bounce.original_message_id, bounce.reason)
            if found is not None:
                marked.add(found)
    return frozenset(marked)


def _mark_bounced_before(
    work: Work, letters: Sequence[Letter], homes: Sequence[ConversationId], now: datetime
) -> frozenset[ConversationId]:
    """Our letters whose delivery report was here first: the inbox is looked into before the folder of what was sent."""
    recent = [
        (letter.mail.message_id, home)
        for letter, home in zip(letters, homes, strict=True)
        if letter.direction is Direction.OUTGOING and letter.mail.message_id and now - letter.received_at < STALE_ANSWER
    ]
    reports = {
        message.mail.bounce.original_message_id: message.mail.bounce.reason
        for home in dict.fromkeys(home for _, home in recent)
        for message in work.conversations.messages(home)
        if message.mail.bounce is not None
    }
    found = {work.mails.mark_bounced(sent, reports[sent]) for sent, _ in recent if sent in reports}
    return frozenset(conversation for conversation in found if conversation is not None)
