"""Small builders of facts for tests: every field has a value that a test may replace."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from shopdesk.domain.conversation import Conversation, ConversationState
from shopdesk.domain.filing import Clues, NewMessage, NewPlace
from shopdesk.domain.ids import ConversationId, FolderId, MailboxId, MessageId
from shopdesk.domain.mailbox import FolderRole, Mailbox, Security, Server, ServerFolder
from shopdesk.domain.message import Address, Attachment, Direction, Mail

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def at(minutes: float = 0) -> datetime:
    """A moment so many minutes after noon of the first of March 2026."""
    return NOON + timedelta(minutes=minutes)


def a_mailbox(address: str = "hello@shop.example", **changes: Any) -> Mailbox:
    """A mailbox with a password on a TLS server."""
    mailbox = Mailbox(
        id=MailboxId(0),
        address=address,
        imap=Server("imap.shop.example", 993, Security.TLS),
        smtp=Server("smtp.shop.example", 465, Security.TLS),
        user=address,
    )
    return replace(mailbox, **changes)


def a_listing(*names: str) -> list[ServerFolder]:
    """Folders as a server lists them: INBOX, Sent and others by their names."""
    roles = {"INBOX": FolderRole.INBOX, "Sent": FolderRole.SENT, "Trash": FolderRole.TRASH}
    return [ServerFolder(name, roles.get(name, FolderRole.OTHER)) for name in names or ("INBOX", "Sent")]


def a_mail(text: str = "Where is my lamp?", **changes: Any) -> Mail:
    """A whole mail of a person."""
    mail = Mail(
        message_id="",
        subject="Order 4711",
        sender=Address("Anna Schmidt", "anna@mail.example"),
        sent_at=NOON,
        text=text,
        own_words=text,
        to=(Address("Shop", "hello@shop.example"),),
    )
    return replace(mail, **changes)


def an_attachment(name: str = "photo.jpg", number: int = 0, **changes: Any) -> Attachment:
    """A picture of one kilobyte."""
    return replace(Attachment(number, name, "image/jpeg", 1_000), **changes)


def a_conversation(number: int = 1, **changes: Any) -> Conversation:
    """A conversation that waits for an answer."""
    conversation = Conversation(
        id=ConversationId(number),
        state=ConversationState.NEEDS_REPLY,
        subject="Order 4711",
        customer_name="Anna Schmidt",
        customer_email="anna@mail.example",
        mailbox_id=MailboxId(1),
        last_at=NOON,
        waiting_since=NOON,
    )
    return replace(conversation, **changes)


def a_message(number: int, conversation: int = 1, mail: Mail | None = None, **changes: Any) -> NewMessage:
    """An incoming message; a greater number is a newer one."""
    message = NewMessage(
        id=MessageId(number),
        conversation_id=ConversationId(conversation),
        mailbox_id=MailboxId(1),
        direction=Direction.INCOMING,
        mail=mail or a_mail(),
        received_at=at(min(number, 100_000)),
        clues=Clues(),
    )
    return replace(message, **changes)


def a_place(uid: int, message: int | None = None, raw: bytes = b"", **changes: Any) -> NewPlace:
    """A place, finished when raw bytes are given."""
    place = NewPlace(
        uid=uid,
        flags=frozenset(),
        received_at=at(min(uid, 100_000)),
        size=len(raw) or 100,
        message_id=None if message is None else MessageId(message),
        sha256=sha256(raw).hexdigest() if raw else "",
    )
    return replace(place, **changes)


def keyed(*raws: bytes) -> list[tuple[str, bytes]]:
    """Raw mails with their sha256, as the archive takes them."""
    return [(sha256(raw).hexdigest(), raw) for raw in raws]


def first_folder(work: Any, mailbox: str = "hello@shop.example") -> FolderId:
    """The id of the INBOX of a new mailbox with INBOX and Sent."""
    known = work.mailboxes.by_address(mailbox)
    added = known.id if known else work.mailboxes.add(a_mailbox(mailbox))
    folder: FolderId = work.folders.save_listing(added, a_listing())[0].id
    return folder
