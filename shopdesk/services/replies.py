"""Write answers: begin, keep, queue, take back; and notes for the team."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from shopdesk.domain.changes import Changes
from shopdesk.domain.draft import Draft, DraftFile, DraftKind
from shopdesk.domain.errors import InputRefused, NotFound, OpenPlaceholder, SendingNotSetUp
from shopdesk.domain.filing import Clues, NewMessage
from shopdesk.domain.ids import ConversationId, DraftFileId, DraftId, MessageId, OutboxId, TemplateId
from shopdesk.domain.mailbox import Mailbox
from shopdesk.domain.markets import market_of
from shopdesk.domain.message import Address, Direction, Mail, Message
from shopdesk.domain.outbox import NewOutboxItem, OutboxState
from shopdesk.domain.outgoing import OutgoingFile, OutgoingMail, attribution, quoted
from shopdesk.domain.subjects import bare_subject
from shopdesk.services.after_answer import move_on, moved_back
from shopdesk.services.erasings import went_with_customer
from shopdesk.services.own_addresses import own_addresses
from shopdesk.services.pictures_in_text import text_with_pictures
from shopdesk.services.ports import Clock, Store, Work
from shopdesk.services.recipients import recipients_of, sender_of
from shopdesk.services.sending_ports import MailWriting
from shopdesk.services.signatures import OnDuty, nobody, signature_text

LARGEST_FILES = 25 << 20
"""Bytes of all files of one mail: what nearly every provider still takes, base64 and all."""
MOST_HOLD = 60


class Replies:
    """One seat's answers. Every write is durable when the method returns."""

    def __init__(self, store: Store, clock: Clock, mime: MailWriting, on_duty: OnDuty = nobody) -> None:
        self._store = store
        self._clock = clock
        self._mime = mime
        self._on_duty = on_duty

    # --- drafts --------------------------------------------------------------------------------------------

    def start(self, conversation: ConversationId, kind: DraftKind) -> Draft:
        """A new draft with recipients, subject and sender filled, not saved yet. Raises `NotFound`.

        An answer goes to the newest mail of the customer, or follows our own when there is none.
        """
        with self._store.reading() as work:
            row = work.conversations.get(conversation)
            mailbox = work.mailboxes.get(row.mailbox_id)
            message = _answered(work.conversations.messages(conversation))
            own = own_addresses(work)
        if message is None:
            customer = (Address(row.customer_name, row.customer_email),) if row.customer_email else ()
            return Draft(DraftId(0), kind, row.mailbox_id, conversation, customer, subject=row.subject)
        to, cc = recipients_of(message, kind, own)
        return Draft(
            id=DraftId(0),
            kind=kind,
            mailbox_id=row.mailbox_id,
            conversation_id=conversation,
            to=to,
            cc=cc,
            sender=sender_of(message, mailbox),
            subject=_subject(message.mail.subject or row.subject, kind),
            answers=message.id,
        )

    def drafts(self) -> Sequence[Draft]:
        """All unfinished ones, the newest first."""
        with self._store.reading() as work:
            return work.drafts.all()

    def draft_of(self, conversation: ConversationId, *, note: bool = False) -> Draft | None:
        """The unfinished reply (or note) of a conversation."""
        with self._store.reading() as work:
            return work.drafts.of(conversation, note=note)

    def save(self, draft: Draft) -> DraftId:
        """Keep a draft; it is on the disk when this returns. Out: 0 for one that went with its erased customer."""
        with self._store.writing() as work:
            if went_with_customer(work, draft):
                return DraftId(0)
            saved = work.drafts.save(draft, self._clock.now())
            work.touched(Changes(drafts=True, conversations=_named(draft)))
        return saved

    def discard(self, draft: DraftId) -> None:
        """Forget a draft and its files."""
        with self._store.writing() as work:
            work.drafts.remove(draft)
            work.touched(Changes(drafts=True))

    def add_file(self, draft: DraftId, name: str, media_type: str, content: bytes) -> DraftFile:
        """Keep a file with a saved draft, as it is now. Raises `InputRefused` when all files get too large."""
        with self._store.writing() as work:
            here = sum(file.size for file in work.drafts.get(draft).files)
            if here + len(content) > LARGEST_FILES:
                raise InputRefused("files", f"are more than {LARGEST_FILES >> 20} MB")
            return work.drafts.add_file(draft, name, media_type, content)

    def file_content(self, file: DraftFileId) -> bytes:
        """The bytes of a file of a draft. Raises `NotFound`."""
        with self._store.reading() as work:
            return work.drafts.content(file)

    def remove_file(self, file: DraftFileId) -> None:
        """Take a file off its draft."""
        with self._store.writing() as work:
            work.drafts.remove_files([file])

    # --- out -----------------------------------------------------------------------------------------------

    def queue(
        self, draft: DraftId, hold_seconds: int = 10, send_at: datetime | None = None, *, done: bool = False
    ) -> OutboxId:
        """Freeze a draft into the outbox and move its conversation on; nothing leaves before the hold is over.

        `done` closes the conversation, otherwise it waits for the customer (or goes where the draft says). Raises
        `OpenPlaceholder`, `InputRefused` (nobody to send to, a bad address, no words), `NotFound`.
        """
        now = self._clock.now()
        with self._store.reading() as work:
            written = work.drafts.get(draft)
            frozen = self._frozen(work, written, now)
        with self._store.writing() as work:
            if work.drafts.get(draft) != written:  # another window was faster; its words are not what was frozen
                raise NotFound(f"draft {draft}")
            undo = move_on(work, written, now, done=done)
            work.templates.count_use([TemplateId(one) for one in written.template_ids])
            after = max(send_at or now, now + timedelta(seconds=min(max(hold_seconds, 0), MOST_HOLD)))
            item = work.outbox.add(replace(frozen, send_after=after, undo=undo))
            work.drafts.remove(draft, keep_files=True)
            named = frozenset({frozen.conversation_id}) if frozen.conversation_id is not None else frozenset()
            work.touched(Changes(conversations=named, drafts=True, outbox=True))
        return item

    def take_back(self, item: OutboxId) -> Draft:
        """The draft of a mail that has not begun to leave, saved again. Raises `NotFound` when it is too late."""
        states = (OutboxState.QUEUED, OutboxState.REFUSED, OutboxState.HELD)
        with self._store.writing() as work:
            text, undo = work.outbox.memories(item)
            if not text or not work.outbox.move(item, states, OutboxState.DISCARDED, self._clock.now()):
                raise NotFound(f"outbox {item}")
            draft = work.drafts.read_back(text)
            saved = work.drafts.save(draft, self._clock.now())
            work.outbox.forget_bytes(item)
            work.templates.count_use([TemplateId(one) for one in draft.template_ids], -1)
            touched = moved_back(work, undo)
            work.touched(Changes(conversations=touched, drafts=True, outbox=True))
            return work.drafts.get(saved)

    def _frozen(self, work: Work, draft: Draft, now: datetime) -> NewOutboxItem:
        """The mail as it will leave; made before the write begins, since 25 MB of files would keep others waiting."""
        mailbox = work.mailboxes.get(draft.mailbox_id)
        _refuse_unfinished(draft, mailbox)
        sender = draft.sender or Address(mailbox.name, mailbox.address)
        mail = self._outgoing(work, draft, sender, now)
        everybody = (*draft.to, *draft.cc, *draft.bcc)
        recipients = tuple({(e := self._mime.envelope(one.email)).casefold(): e for one in everybody}.values())
        return NewOutboxItem(
            mailbox_id=mailbox.id,
            conversation_id=draft.conversation_id,
            sender=self._mime.envelope(sender.email),
            recipients=recipients,
            to=draft.to,
            subject=draft.subject,
            message_id=mail.message_id,
            raw=self._mime.write(mail),
            queued_at=now,
            send_after=now,
            answers=draft.answers if draft.kind in {DraftKind.REPLY, DraftKind.REPLY_ALL} else None,
            draft=work.drafts.written(draft),
        )

    def _outgoing(self, work: Work, draft: Draft, sender: Address, now: datetime) -> OutgoingMail:
        message, content = _message_in(work, draft), work.drafts.content
        parent = _ancestor(message, draft)
        text, pictures = text_with_pictures(draft, content, lambda: self._mime.new_id(sender.email))
        return OutgoingMail(
            sender=sender,
            to=draft.to,
            cc=draft.cc,
            subject=draft.subject,
            text=text,
            message_id=self._mime.new_id(sender.email),
            date=now.astimezone(),
            quoted=_quoted(message, draft) if draft.quotes and message is not None else "",
            signature=signature_text(work, draft, self._on_duty, now) if draft.signed else "",
            pictures=pictures,
            files=tuple(OutgoingFile(file.name, file.media_type, content(file.id)) for file in draft.attached),
            in_reply_to=parent,
            references=message.mail.references if message is not None and parent else (),
        )

    # --- notes ---------------------------------------------------------------------------------------------

    def add_note(self, conversation: ConversationId, text: str, author: str = "") -> MessageId:
        """Keep a note that only the team sees. Raises `NotFound`, `InputRefused` for one without words."""
        words = text.strip()
        if not words:
            raise InputRefused("text", "is empty")
        now = self._clock.now()
        with self._store.writing() as work:
            row = work.conversations.get(conversation)
            (note,) = work.mails.new_ids([int(now.timestamp())])
            mail = Mail("", "", Address(author, ""), now, words, words, fingerprint=f"{note:032x}")
            work.mails.add_messages(
                [NewMessage(note, conversation, row.mailbox_id, Direction.NOTE, mail, now, Clues(), is_read=True)]
            )
            work.conversations.refresh([conversation])
            draft = work.drafts.of(conversation, note=True)
            if draft is not None:
                work.drafts.remove(draft.id)
            work.touched(Changes(conversations=frozenset({conversation}), drafts=draft is not None))
        return note

    def take_back_note(self, note: MessageId) -> Draft:
        """Take a note out of its conversation; out: its words as an unfinished note, saved. Raises `NotFound`."""
        with self._store.writing() as work:
            home = work.conversations.of_message(note)
            messages = work.conversations.messages(home) if home is not None else ()
            found = next((one for one in messages if one.id == note and one.direction is Direction.NOTE), None)
            if home is None or found is None:
                raise NotFound(f"note {note}")
            begun = work.drafts.of(home, note=True)
            body = "\n\n".join(part for part in (found.mail.text, begun.body if begun else "") if part.strip())
            row = work.conversations.get(home)
            draft = Draft(DraftId(0), DraftKind.NOTE, row.mailbox_id, home, body=body, caret=len(body))
            work.mails.remove_notes([note])
            work.conversations.refresh([home])
            saved = work.drafts.save(draft, self._clock.now())
            work.touched(Changes(conversations=frozenset({home}), drafts=True))
        return replace(draft, id=saved)


# --- what a draft is made of -----------------------------------------------------------------------------------


def _answered(messages: Sequence[Message]) -> Message | None:
    """The mail that an answer answers: the customer's newest, else our own newest."""
    people = [one for one in messages if one.direction is Direction.INCOMING and not one.mail.kind.is_machine]
    incoming = people or [one for one in messages if one.direction is Direction.INCOMING]
    found = incoming or [one for one in messages if one.direction is Direction.OUTGOING]
    return found[-1] if found else None


def _subject(subject: str, kind: DraftKind) -> str:
    bare = bare_subject(subject)
    match kind:
        case DraftKind.REPLY | DraftKind.REPLY_ALL:
            return f"Re: {bare}"
        case DraftKind.FORWARD:
            return f"Fwd: {bare}"
        case _:
            return bare


def _refuse_unfinished(draft: Draft, mailbox: Mailbox) -> None:
    if mailbox.smtp is None:
        raise SendingNotSetUp(mailbox.shown)  # it would wait for ever
    blank = draft.open_blank()
    if blank is not None:
        raise OpenPlaceholder(blank.placeholder, blank.start)
    if draft.raw_in_subject():
        raise OpenPlaceholder(draft.raw_in_subject(), -1)
    if draft.kind is DraftKind.NOTE:
        raise InputRefused("kind", "is a note, which is never sent")
    if not (draft.to or draft.cc or draft.bcc):
        raise InputRefused("to", "is empty")
    if not draft.body.strip() and not draft.files and draft.kind is not DraftKind.FORWARD:
        raise InputRefused("body", "is empty")


def _message_in(work: Work, draft: Draft) -> Message | None:
    if draft.answers is None:
        return None
    home = work.conversations.of_message(draft.answers)
    messages = work.conversations.messages(home) if home is not None else ()
    return next((one for one in messages if one.id == draft.answers), None)


def _quoted(message: Message, draft: Draft) -> str:
    head = attribution(draft.language, message.mail.sender.shown, message.at.astimezone())
    mail = message.mail
    # A marketplace finds the order by its reference, which stands in the frame around the customer's words.
    whole = draft.kind is DraftKind.FORWARD or market_of(mail.sender, mail.reply_to, mail.delivered_to) is not None
    return quoted(mail.text if whole else mail.own_words, head)


def _ancestor(message: Message | None, draft: Draft) -> str:
    """A forwarded mail begins a matter of its own with whoever gets it."""
    return message.mail.message_id if message is not None and draft.kind is not DraftKind.FORWARD else ""


def _named(draft: Draft) -> frozenset[ConversationId]:
    return frozenset() if draft.conversation_id is None else frozenset({draft.conversation_id})
